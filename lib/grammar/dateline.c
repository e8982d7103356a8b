/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/grammar.h"

byline_dateline *
bl_read_dateline(bl_span text, const bl_line_context *context, bl_arena *arena)
{
    (void)text;
    (void)context;
    (void)arena;
    return NULL;
}
