/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/grammar.h"

const byline_agency *
byline_agency_find(const char *name, size_t length)
{
    (void)name;
    (void)length;
    return NULL;
}

size_t
byline_agency_count(void)
{
    return 0;
}

const byline_agency *
byline_agency_at(size_t index)
{
    (void)index;
    return NULL;
}

size_t
bl_agency_prefix(bl_span text, const byline_agency **agency)
{
    (void)text;
    *agency = NULL;
    return 0;
}

byline_agency_mention *
bl_mention(bl_arena *arena, const byline_agency *agency, bl_span printed, byline_relation relation)
{
    byline_agency_mention *mention = BL_NEW(arena, byline_agency_mention);
    mention->id = agency->id;
    mention->name = agency->name;
    mention->printed = bl_strndup(arena, printed.p, printed.n);
    mention->relation = relation;
    return mention;
}
