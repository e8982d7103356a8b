/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Captions and credits of pictures: reading them, joining them, keeping them out of the body. */
#include <stdlib.h>

#include "base/unicode.h"
#include "fields/body.h"
#include "fields/images.h"

enum {
    CREDIT_MOST = 200,  /* bytes of a credit element that no grammar understood, kept as printed */
    LISTED_MOST = 40,   /* people, agencies or sources of one joined credit */
    REMOVED_MOST = 500, /* blocks taken out of one body: each moves those behind it */
};

/* An element made for a credit credits somebody, whether a grammar knows the name or not. */
static byline_credit *
unread_credit(bl_decision *decision, bl_span text)
{
    byline_credit *credit = BL_NEW(decision->out, byline_credit);
    credit->kind = BYLINE_CREDIT_PHOTO;
    credit->text = bl_text(decision->out, bl_clean(decision->scratch, text, false));
    credit->confidence = 0.4;
    return credit->text ? credit : NULL;
}

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

/* Behind the pointers of an array in the article's arena. */
#define APPEND(decision, array, count, type, value)                                                          \
    do {                                                                                                     \
        type *longer_ = bl_alloc((decision)->out, ((count) + 1) * sizeof *longer_);                          \
        for (size_t at_ = 0; at_ < (count); at_++)                                                           \
            longer_[at_] = (array)[at_];                                                                     \
        longer_[(count)++] = (value);                                                                        \
        (array) = longer_;                                                                                   \
    } while (0)

/* What more says and into does not. true where that was anything. */
static bool
join_names(bl_decision *decision, byline_credit *into, const byline_credit *more)
{
    bool is_new = false;
    for (size_t i = 0; i < more->people_count && into->people_count < LISTED_MOST; i++)
        if (!has_person(decision, into, more->people[i]->name)) {
            APPEND(decision, into->people, into->people_count, byline_person *, more->people[i]);
            is_new = true;
        }
    for (size_t i = 0; i < more->agency_count && into->agency_count < LISTED_MOST; i++)
        if (!has_agency(into, more->agencies[i]->id)) {
            APPEND(decision, into->agencies, into->agency_count, byline_agency_mention *, more->agencies[i]);
            is_new = true;
        }
    for (size_t i = 0; i < more->other_source_count && into->other_source_count < LISTED_MOST; i++)
        if (!has_source(decision, into, more->other_sources[i])) {
            APPEND(decision, into->other_sources, into->other_source_count, const char *,
                   more->other_sources[i]);
            is_new = true;
        }
    return is_new;
}

static byline_credit *
join(bl_decision *decision, byline_credit *into, byline_credit *more)
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

static byline_credit *
person_credit(bl_decision *decision, const bl_claim *claim)
{
    byline_credit *read = bl_read_credit(claim->value, BYLINE_LINE_CREDIT, &decision->line, decision->out);
    if (read->kind != BYLINE_CREDIT_NONE)
        return read;
    byline_credit *credit = unread_credit(decision, claim->value);
    if (!credit)
        return NULL;
    byline_people people =
        bl_read_people(claim->value, BYLINE_ROLE_PHOTOGRAPHER, &decision->line, decision->out);
    credit->people = people.people;
    credit->people_count = people.people_count;
    return credit;
}

void
bl_image_credit(bl_decision *decision, const bl_shot *shot, byline_image *image)
{
    byline_credit *credit = NULL;
    const bl_claim *from = NULL;
    if (shot->caption) {
        bl_span text = bl_clean(decision->scratch, shot->caption->value, false);
        byline_credit *read = bl_read_credit(text, BYLINE_LINE_CAPTION, &decision->line, decision->out);
        image->caption = bl_text(decision->out, text);
        if (read->kind != BYLINE_CREDIT_NONE) {
            image->caption = read->caption;
            credit = read;
            from = shot->caption;
        }
    }
    for (size_t i = 0; i < shot->credit_count; i++) {
        const bl_claim *claim = shot->credits[i];
        byline_credit *read =
            bl_read_credit(claim->value, BYLINE_LINE_CREDIT, &decision->line, decision->out);
        if (read->kind == BYLINE_CREDIT_NONE)
            read = !credit && claim->value.n <= CREDIT_MOST ? unread_credit(decision, claim->value) : NULL;
        /* An element with caption and credit in one, though its class speaks of the credit. */
        if (read && !image->caption && !shot->caption && read->caption)
            image->caption = read->caption;
        if (read && !credit)
            from = claim;
        credit = join(decision, credit, read);
    }
    if (shot->person && !(credit && credit->people_count)) {
        if (!credit)
            from = shot->person;
        credit = join(decision, credit, person_credit(decision, shot->person));
    }
    image->credit = credit;
    if (credit && from)
        bl_origin_add(decision, "images.credit", from, credit->confidence);
}

/* ---- out of the body ------------------------------------------------------------------------ */

typedef struct bl_range {
    size_t start;
    size_t end;
} bl_range;

static int
by_start(const void *a, const void *b)
{
    const bl_range *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

void
bl_image_captions_leave(bl_decision *decision)
{
    static const bl_field fields[] = {BL_FIELD_IMAGE_CAPTION, BL_FIELD_IMAGE_CREDIT};
    BL_VECTOR(bl_range) ranges = {0};
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) {
        for (size_t i = 0; i < decision->evidence->claims[fields[f]].count; i++) {
            const bl_claim *claim = &decision->evidence->claims[fields[f]].at[i];
            if (claim->source == BYLINE_SOURCE_VISIBLE && claim->length > 0)
                BL_PUSH(decision->scratch, &ranges,
                        ((bl_range){claim->offset, (size_t)claim->offset + claim->length}));
        }
    }
    if (ranges.count == 0)
        return;
    qsort(ranges.at, ranges.count, sizeof *ranges.at, by_start);
    size_t end = 0, at = 0;
    byline_article *article = decision->article;
    for (size_t i = 0, removed = 0; i < article->body_count && removed < REMOVED_MOST;) {
        const byline_block *block = article->body[i];
        for (; at < ranges.count && ranges.at[at].start <= block->offset; at++)
            end = ranges.at[at].end > end ? ranges.at[at].end : end;
        if (block->length > 0 && block->offset < end && block->offset + block->length <= end &&
            decision->body && decision->body->block_piece[i] != UINT32_MAX) {
            bl_body_remove(decision, i);
            removed++;
        } else {
            i++;
        }
    }
}
