/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/grammar.h"

byline_credit *
bl_read_credit(bl_span text, byline_line line, const bl_line_context *context, bl_arena *arena)
{
    (void)line;
    (void)context;
    byline_credit *credit = BL_NEW(arena, byline_credit);
    credit->caption = bl_strndup(arena, text.p, text.n);
    return credit;
}
