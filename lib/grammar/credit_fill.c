/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* From what was read of a line to the lists of a credit. */
#include "base/unicode.h"
#include "base/vector.h"
#include "grammar/credit_items.h"
#include "grammar/grammar.h"

typedef BL_VECTOR(byline_person *) person_vector;
typedef BL_VECTOR(byline_agency_mention *) agency_vector;
typedef BL_VECTOR(const char *) text_vector;

typedef struct lists {
    person_vector people;
    agency_vector agencies;
    text_vector editors;
    text_vector others;
    size_t placed; /* the people before it have their place */
} lists;

static const char *
text_of(const bl_tokens *tokens, const bl_item *item, bl_arena *arena)
{
    bl_span text = bl_trim(bl_token_span(tokens, item->from, item->to));
    size_t mark = bl_span_find_char(text, '_', 1);
    if (mark != BL_NOT_FOUND && (unsigned char)text.p[mark - 1] >= 0x80)
        text.n = mark; /* "张三_AB1234": the number of who put it in */
    return bl_strndup(arena, text.p, text.n);
}

/* A place or an outlet belongs to the persons since the last one. */
static void
give_people(lists *l, const char *text, bl_item_type type)
{
    for (size_t i = l->placed; i < l->people.count; i++) {
        byline_person *person = l->people.at[i];
        if (type == BL_ITEM_PLACE && (i + 1 == l->people.count) && !person->place)
            person->place = text;
        if (type == BL_ITEM_OUTLET && !person->outlet)
            person->outlet = text;
    }
    l->placed = l->people.count;
}

static const char *
without_possessive(const char *text, bl_arena *arena)
{
    bl_span span = bl_span_of(text);
    static const char *const endings[] = {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"};
    for (size_t i = 0; i < BL_COUNT(endings); i++)
        if (bl_span_ends(span, bl_span_of(endings[i])))
            return bl_strndup(arena, text, span.n - strlen(endings[i]));
    return text;
}

static void
fill_one(byline_credit *credit, lists *l, const bl_tokens *tokens, const bl_item *item,
         const bl_line_context *context, bl_arena *arena)
{
    const char *text = text_of(tokens, item, arena);
    byline_date date;
    switch (item->type) {
    case BL_ITEM_PERSON: {
        byline_person *person = BL_NEW(arena, byline_person);
        person->name = text;
        person->role = item->role ? item->role : BYLINE_ROLE_AUTHOR;
        BL_PUSH(arena, &l->people, person);
        break;
    }
    case BL_ITEM_AGENCY:
        BL_PUSH(arena, &l->agencies,
                bl_mention(arena, tokens->at[item->from].agency, bl_span_of(text),
                           (byline_relation)item->relation));
        break;
    case BL_ITEM_OWNER:
        BL_PUSH(arena, &l->others, without_possessive(text, arena));
        break;
    case BL_ITEM_OTHER:
        BL_PUSH(arena, &l->others, text);
        break;
    case BL_ITEM_EDITOR:
        BL_PUSH(arena, &l->editors, text);
        break;
    case BL_ITEM_CLIENT:
        credit->client = text;
        break;
    case BL_ITEM_LICENSE:
        credit->license = text;
        break;
    case BL_ITEM_REFERENCE:
        credit->reference = text;
        break;
    case BL_ITEM_PLACE:
    case BL_ITEM_OUTLET:
        give_people(l, text, item->type);
        break;
    case BL_ITEM_DATE:
        if (bl_read_date(bl_span_of(text), context, &date)) {
            credit->date = BL_NEW(arena, byline_date);
            *credit->date = date;
        }
        break;
    }
}

static bool
sells_pictures(const byline_agency_mention *mention)
{
    const byline_agency *agency = byline_agency_find(mention->name, strlen(mention->name));
    return agency && (agency->kind == BYLINE_AGENCY_PHOTO || agency->kind == BYLINE_AGENCY_STOCK);
}

/* In a chain of several, the one that sells pictures passed on what the others made. */
static void
relate_agencies(byline_credit *credit, const lists *l)
{
    if (credit->kind != BYLINE_CREDIT_PHOTO || l->agencies.count < 2)
        return;
    for (size_t i = 0; i < l->agencies.count; i++)
        if (l->agencies.at[i]->relation == BYLINE_RELATION_DISTRIBUTOR)
            return;
    byline_agency_mention *last = l->agencies.at[l->agencies.count - 1], *first = l->agencies.at[0];
    (sells_pictures(first) && !sells_pictures(last) ? first : last)->relation = BYLINE_RELATION_DISTRIBUTOR;
}

void
bl_fill_credit(byline_credit *credit, const bl_tokens *tokens, const bl_items *items,
               const bl_line_context *context, bl_arena *arena)
{
    lists l = {.placed = 0};
    for (size_t i = 0; i < items->count; i++)
        fill_one(credit, &l, tokens, &items->at[i], context, arena);
    relate_agencies(credit, &l);
    credit->people = l.people.at;
    credit->people_count = l.people.count;
    credit->agencies = l.agencies.at;
    credit->agency_count = l.agencies.count;
    credit->editors = l.editors.at;
    credit->editor_count = l.editors.count;
    credit->other_sources = l.others.at;
    credit->other_source_count = l.others.count;
    credit->marks = items->marks | (items->copyright ? BYLINE_MARK_COPYRIGHT : 0u) |
                    (items->generic ? BYLINE_MARK_GENERIC : 0u);
    credit->pool = credit->marks & BYLINE_MARK_POOL;
}
