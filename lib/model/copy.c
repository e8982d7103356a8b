/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Deep copies from one arena into another. */
#include "model/model.h"

static const char *
copy_text(bl_arena *arena, const char *from)
{
    return from ? bl_strndup(arena, from, strlen(from)) : NULL;
}

byline_date *
bl_copy_date(bl_arena *arena, const byline_date *from)
{
    if (!from)
        return NULL;
    byline_date *copy = BL_NEW(arena, byline_date);
    *copy = *from;
    return copy;
}

byline_person *
bl_copy_person(bl_arena *arena, const byline_person *from)
{
    if (!from)
        return NULL;
    byline_person *copy = BL_NEW(arena, byline_person);
    *copy = (byline_person){
        .name = copy_text(arena, from->name),
        .role = from->role,
        .url = copy_text(arena, from->url),
        .title = copy_text(arena, from->title),
        .place = copy_text(arena, from->place),
        .outlet = copy_text(arena, from->outlet),
        .agency_id = from->agency_id,
    };
    return copy;
}
