/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/credit_join.h"

#include "base/unicode.h"

enum {
    LISTED_MOST = 40, /* people, agencies or sources of one joined credit */
};

static bool
has_person(bl_decision *decision, const byline_credit *credit, const char *name)
{
    for (size_t i = 0; i < credit->people_count; i++)
        if (bl_same(decision->scratch, bl_span_of(credit->people[i]->name), bl_span_of(name)))
            return true;
    return false;
}

static bool
has_agency(const byline_credit *credit, const char *id)
{
    for (size_t i = 0; i < credit->agency_count; i++)
        if (credit->agencies[i]->id && id && strcmp(credit->agencies[i]->id, id) == 0)
            return true;
    return false;
}

static bool
has_source(bl_decision *decision, const byline_credit *credit, const char *name)
{
    for (size_t i = 0; i < credit->other_source_count; i++)
        if (bl_same(decision->scratch, bl_span_of(credit->other_sources[i]), bl_span_of(name)))
            return true;
    return false;
}

static bool
has_editor(const byline_credit *credit, const char *initials)
{
    for (size_t i = 0; i < credit->editor_count; i++)
        if (strcmp(credit->editors[i], initials) == 0)
            return true;
    return false;
}

/* A copy of an array of pointers with room for one more. */
static void *
longer(const bl_decision *decision, const void *array, size_t count)
{
    void **copy = bl_alloc(decision->out, (count + 1) * sizeof *copy);
    if (count)
        memcpy(copy, array, count * sizeof *copy);
    return copy;
}

#define APPEND(decision, array, count, value)                                                                \
    ((array) = longer((decision), (array), (count)), (array)[(count)++] = (value))

/* What more says and into does not. true where that was anything. */
static bool
join_names(bl_decision *decision, byline_credit *into, const byline_credit *more)
{
    bool is_new = false;
    for (size_t i = 0; i < more->people_count && into->people_count < LISTED_MOST; i++)
        if (!has_person(decision, into, more->people[i]->name)) {
            APPEND(decision, into->people, into->people_count, more->people[i]);
            is_new = true;
        }
    for (size_t i = 0; i < more->agency_count && into->agency_count < LISTED_MOST; i++)
        if (!has_agency(into, more->agencies[i]->id)) {
            APPEND(decision, into->agencies, into->agency_count, more->agencies[i]);
            is_new = true;
        }
    for (size_t i = 0; i < more->other_source_count && into->other_source_count < LISTED_MOST; i++)
        if (!has_source(decision, into, more->other_sources[i])) {
            APPEND(decision, into->other_sources, into->other_source_count,
                   more->other_sources[i]);
            is_new = true;
        }
    for (size_t i = 0; i < more->editor_count && into->editor_count < LISTED_MOST; i++)
        if (!has_editor(into, more->editors[i])) {
            APPEND(decision, into->editors, into->editor_count, more->editors[i]);
            is_new = true;
        }
    return is_new;
}

byline_credit *
bl_credit_join(bl_decision *decision, byline_credit *into, byline_credit *more)
{
    if (!into || !more)
        return into ? into : more;
    bool is_new = join_names(decision, into, more);
    into->marks |= more->marks;
    into->pool |= more->pool;
    if (!into->client)
        into->client = more->client;
    if (!into->license)
        into->license = more->license;
    if (!into->reference)
        into->reference = more->reference;
    if (!into->text) {
        into->text = more->text;
    } else if (is_new && more->text) {
        bl_builder b = bl_builder_in(decision->scratch);
        bl_builder_add(&b, bl_span_of(into->text));
        bl_builder_add(&b, BL_SPAN("; "));
        bl_builder_add(&b, bl_span_of(more->text));
        into->text = bl_text(decision->out, bl_builder_span(&b));
    }
    return into;
}
