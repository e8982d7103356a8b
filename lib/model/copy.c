/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Deep copies from one arena into another. */
#include "model/model.h"

static const char *
copy_text(bl_arena *arena, const char *from)
{
    return from ? bl_strndup(arena, from, strlen(from)) : NULL;
}

static const char **
copy_texts(bl_arena *arena, const char *const *from, size_t count)
{
    const char **copy = count ? BL_NEW_ARRAY(arena, const char *, count) : NULL;
    for (size_t i = 0; i < count; i++)
        copy[i] = copy_text(arena, from[i]);
    return copy;
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

static byline_person **
copy_people(bl_arena *arena, byline_person *const *from, size_t count)
{
    byline_person **copy = count ? BL_NEW_ARRAY(arena, byline_person *, count) : NULL;
    for (size_t i = 0; i < count; i++)
        copy[i] = bl_copy_person(arena, from[i]);
    return copy;
}

static byline_agency_mention **
copy_agencies(bl_arena *arena, byline_agency_mention *const *from, size_t count)
{
    byline_agency_mention **copy = count ? BL_NEW_ARRAY(arena, byline_agency_mention *, count) : NULL;
    for (size_t i = 0; i < count; i++) {
        copy[i] = BL_NEW(arena, byline_agency_mention);
        *copy[i] = *from[i]; /* id and name are the registry's */
        copy[i]->printed = copy_text(arena, from[i]->printed);
    }
    return copy;
}

byline_credit *
bl_copy_credit(bl_arena *arena, const byline_credit *from)
{
    if (!from)
        return NULL;
    byline_credit *copy = BL_NEW(arena, byline_credit);
    *copy = *from;
    copy->text = copy_text(arena, from->text);
    copy->caption = copy_text(arena, from->caption);
    copy->editors = copy_texts(arena, from->editors, from->editor_count);
    copy->people = copy_people(arena, from->people, from->people_count);
    copy->agencies = copy_agencies(arena, from->agencies, from->agency_count);
    copy->other_sources = copy_texts(arena, from->other_sources, from->other_source_count);
    copy->client = copy_text(arena, from->client);
    copy->license = copy_text(arena, from->license);
    copy->reference = copy_text(arena, from->reference);
    copy->date = bl_copy_date(arena, from->date);
    return copy;
}

byline_dateline *
bl_copy_dateline(bl_arena *arena, const byline_dateline *from)
{
    if (!from)
        return NULL;
    byline_dateline *copy = BL_NEW(arena, byline_dateline);
    *copy = *from;
    copy->text = copy_text(arena, from->text);
    copy->place = copy_text(arena, from->place);
    copy->date = bl_copy_date(arena, from->date);
    copy->date_text = copy_text(arena, from->date_text);
    copy->agencies = copy_agencies(arena, from->agencies, from->agency_count);
    copy->other_sources = copy_texts(arena, from->other_sources, from->other_source_count);
    copy->rest = copy_text(arena, from->rest);
    return copy;
}
