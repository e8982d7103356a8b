/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The parts of the record that an article and a credit by itself share: dates, people, agencies, credits. */
#include "model/model.h"
#include "write/json.h"

void
bl_json_date(bl_json *json, const char *key, const byline_date *date)
{
    if (!date)
        return;
    bl_json_open_line(json, key, '{');
    bl_json_text(json, "iso", date->iso);
    bl_json_text(json, "precision", byline_precision_name(date->precision));
    bl_json_close(json, '}');
}

void
bl_json_people(bl_json *json, const char *key, byline_person *const *people, size_t count)
{
    if (!count)
        return;
    bl_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        bl_json_open_line(json, NULL, '{');
        bl_json_text(json, "name", people[i]->name);
        bl_json_text(json, "role", byline_role_name(people[i]->role));
        bl_json_text(json, "url", people[i]->url);
        bl_json_text(json, "title", people[i]->title);
        bl_json_text(json, "place", people[i]->place);
        bl_json_text(json, "outlet", people[i]->outlet);
        bl_json_text(json, "agency", people[i]->agency_id);
        bl_json_close(json, '}');
    }
    bl_json_close(json, ']');
}

static void
put_agencies(bl_json *json, const char *key, byline_agency_mention *const *agencies, size_t count)
{
    if (!count)
        return;
    bl_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        bl_json_open_line(json, NULL, '{');
        bl_json_text(json, "id", agencies[i]->id);
        bl_json_text(json, "name", agencies[i]->name);
        if (agencies[i]->relation > BYLINE_RELATION_SOURCE)
            bl_json_text(json, "relation", byline_relation_name(agencies[i]->relation));
        bl_json_close(json, '}');
    }
    bl_json_close(json, ']');
}

void
bl_json_credit_members(bl_json *json, const byline_credit *credit)
{
    bl_json_text(json, "text", credit->text);
    bl_json_texts(json, "editors", credit->editors, credit->editor_count);
    bl_json_people(json, "people", credit->people, credit->people_count);
    put_agencies(json, "agencies", credit->agencies, credit->agency_count);
    bl_json_texts(json, "other_sources", credit->other_sources, credit->other_source_count);
    bl_json_text(json, "client", credit->client);
    bl_json_text(json, "license", credit->license);
    bl_json_text(json, "reference", credit->reference);
    bl_json_date(json, "date", credit->date);
    if (credit->pool)
        bl_json_bool(json, "pool", true);
    const char *marks[BL_MARKS];
    bl_json_texts(json, "marks", marks, bl_mark_names(credit->marks, marks));
}

void
bl_json_credit(bl_json *json, const char *key, const byline_credit *credit)
{
    if (!credit)
        return;
    bl_json_open(json, key, '{');
    bl_json_credit_members(json, credit);
    bl_json_close(json, '}');
}

void
bl_json_dateline(bl_json *json, const char *key, const byline_dateline *dateline)
{
    if (!dateline)
        return;
    bl_json_open(json, key, '{');
    bl_json_text(json, "text", dateline->text);
    bl_json_text(json, "place", dateline->place);
    bl_json_date(json, "date", dateline->date);
    bl_json_text(json, "date_text", dateline->date_text);
    put_agencies(json, "agencies", dateline->agencies, dateline->agency_count);
    bl_json_texts(json, "other_sources", dateline->other_sources, dateline->other_source_count);
    bl_json_close(json, '}');
}
