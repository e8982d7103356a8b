/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/grammar.h"

byline_people
bl_read_people(bl_span text, byline_role role, const bl_line_context *context, bl_arena *arena)
{
    (void)context;
    byline_people people = {0};
    text = bl_span_trim(text);
    if (!text.n)
        return people;
    people.people = BL_NEW_ARRAY(arena, byline_person *, 1);
    people.people[0] = BL_NEW(arena, byline_person);
    people.people[0]->name = bl_strndup(arena, text.p, text.n);
    people.people[0]->role = role;
    people.people_count = 1;
    return people;
}
