/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Which pictures an article has, what each one's caption and credit are, and which one stands for it.
 *
 * The claims of one picture share an entity. What the metadata names and what a reader sees are one picture
 * where their addresses have the same key.
 */
#include "fields/images.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "evidence/figures_url.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/choose.h"

enum {
    EARLY_BLOCKS = 2, /* of text above a picture that still opens the article */
};

/* The pictures by key: open addressing, never more than half full. */
typedef struct shot_table {
    bl_shot **slots;
    size_t mask;
    uint64_t salt;
    bool is_counted; /* by counted_key */
} shot_table;

typedef BL_VECTOR(bl_shot *) bl_shots;

/* ---- gathering ------------------------------------------------------------------------------ */

static void
add_credit(bl_decision *decision, bl_shot *shot, const bl_claim *claim)
{
    for (size_t i = 0; i < shot->credit_count; i++)
        if (bl_same(decision->scratch, shot->credits[i]->value, claim->value))
            return;
    if (shot->credit_count < BL_SHOT_CREDITS)
        shot->credits[shot->credit_count++] = claim;
}

static void
take_claim(bl_decision *decision, bl_shot *shot, const bl_claim *claim)
{
    switch (claim->field) {
    case BL_FIELD_IMAGE:
        if (!shot->url) {
            shot->url = claim;
            shot->weight = claim->weight;
        }
        break;
    case BL_FIELD_IMAGE_CAPTION:
        if (!shot->caption)
            shot->caption = claim;
        break;
    case BL_FIELD_IMAGE_CREDIT: add_credit(decision, shot, claim); break;
    case BL_FIELD_IMAGE_PERSON:
        if (!shot->person)
            shot->person = claim;
        break;
    case BL_FIELD_IMAGE_ALT:
        if (!shot->alt)
            shot->alt = claim;
        break;
    case BL_FIELD_IMAGE_WIDTH:
        if (!shot->width)
            shot->width = claim;
        break;
    case BL_FIELD_IMAGE_HEIGHT:
        if (!shot->height)
            shot->height = claim;
        break;
    default: break;
    }
}

static void
gather(bl_decision *decision, bl_shots *shots)
{
    static const bl_field fields[] = {
        BL_FIELD_IMAGE,     BL_FIELD_IMAGE_CAPTION, BL_FIELD_IMAGE_CREDIT, BL_FIELD_IMAGE_PERSON,
        BL_FIELD_IMAGE_ALT, BL_FIELD_IMAGE_WIDTH,   BL_FIELD_IMAGE_HEIGHT,
    };
    bl_evidence *evidence = decision->evidence;
    bl_shot **by_entity = BL_NEW_ARRAY(decision->scratch, bl_shot *, (size_t)evidence->entities + 1);
    for (size_t f = 0; f < BL_COUNT(fields); f++) {
        for (size_t i = 0; i < evidence->claims[fields[f]].count; i++) {
            const bl_claim *claim = &evidence->claims[fields[f]].at[i];
            bl_shot *shot = claim->entity ? by_entity[claim->entity] : NULL;
            if (!shot) {
                /* Alt and size alone are no picture. */
                if (fields[f] != BL_FIELD_IMAGE && fields[f] != BL_FIELD_IMAGE_CAPTION)
                    continue;
                shot = BL_NEW(decision->scratch, bl_shot);
                shot->node = claim->node;
                shot->source = claim->source;
                shot->weight = claim->weight;
                shot->order = claim->order;
                BL_PUSH(decision->scratch, shots, shot);
                if (claim->entity)
                    by_entity[claim->entity] = shot;
            }
            take_claim(decision, shot, claim);
        }
    }
    for (size_t i = 0; i < shots->count; i++) {
        bl_shot *shot = shots->at[i];
        if (!shot->url)
            continue;
        shot->counted_key = bl_picture_counted_key(decision->scratch, shot->url->value, &shot->counter);
        shot->key = shot->counter.n ? bl_span_head(shot->counted_key, shot->counted_key.n - shot->counter.n - 1)
                                    : shot->counted_key;
    }
}

static bl_span
key_in(const shot_table *table, const bl_shot *shot)
{
    return table->is_counted ? shot->counted_key : shot->key;
}

static bl_shot **
table_find(const shot_table *table, const bl_shot *shot)
{
    bl_span key = key_in(table, shot);
    size_t at = bl_hash_text(key, table->salt) & table->mask;
    while (table->slots[at] && !bl_span_equal(key_in(table, table->slots[at]), key))
        at = (at + 1) & table->mask;
    return &table->slots[at];
}

static shot_table
table_for(bl_arena *arena, size_t count, bool is_counted)
{
    shot_table table = {.mask = 15, .salt = arena->salt, .is_counted = is_counted};
    while (table.mask < 2 * count)
        table.mask = 2 * table.mask + 1;
    table.slots = BL_NEW_ARRAY(arena, bl_shot *, table.mask + 1);
    return table;
}

/* What a second showing of the same picture adds. */
static void
merge(bl_decision *decision, bl_shot *into, const bl_shot *from)
{
    if (!into->caption)
        into->caption = from->caption;
    if (!into->alt)
        into->alt = from->alt;
    if (!into->person)
        into->person = from->person;
    if (!into->width && !into->height) {
        into->width = from->width;
        into->height = from->height;
    }
    for (size_t i = 0; i < from->credit_count; i++)
        add_credit(decision, into, from->credits[i]);
}

/* The same picture once more, and in a better place than a card or a rail: what stands beside it there counts. */
static void
prefer(bl_shot *into, bl_shot *from)
{
    if (into->weight > BL_WEIGHT_IMAGE_DOUBTFUL || from->weight <= into->weight || !from->caption)
        return;
    into->weight = from->weight;
    into->caption = from->caption;
    into->credit_count = from->credit_count;
    memcpy(into->credits, from->credits, sizeof into->credits);
}

/* ---- which are the article's ---------------------------------------------------------------- */

static size_t
body_index(const byline_article *article, size_t offset)
{
    size_t low = 0, high = article->body_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (article->body[middle]->offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What the metadata names: by number, and by what is left without it. */
typedef struct named_shots {
    shot_table counted;
    shot_table loose;
} named_shots;

static named_shots
gather_named(bl_decision *decision, const bl_shots *all)
{
    named_shots named = {table_for(decision->scratch, all->count, true),
                            table_for(decision->scratch, all->count, false)};
    for (size_t i = 0; i < all->count; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source == BYLINE_SOURCE_VISIBLE || shot->key.n == 0)
            continue;
        bl_shot **slot = table_find(&named.counted, shot);
        bl_shot **loose = table_find(&named.loose, shot);
        if (*slot)
            merge(decision, *slot, shot);
        else
            *slot = shot;
        if (!*loose)
            *loose = *slot;
    }
    return named;
}

/* A number that one of the two lacks may say its size. */
static bl_shot *
find_declared(const named_shots *named, const bl_shot *shot)
{
    if (shot->key.n == 0)
        return NULL;
    bl_shot *same = *table_find(&named->counted, shot), *loose = *table_find(&named->loose, shot);
    return same || !loose || (shot->counter.n && loose->counter.n) ? same : loose;
}

/* The article's pictures in document order, each once, with what the metadata says of them joined in. */
static bl_shots
choose(bl_decision *decision, const bl_shots *all)
{
    bl_shots chosen = {0};
    named_shots named = gather_named(decision, all);
    shot_table seen = table_for(decision->scratch, all->count, true);
    bl_image_zone zone = bl_image_zone_find(decision);
    for (size_t i = 0; i < all->count && chosen.count < BL_SHOTS_MOST; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source != BYLINE_SOURCE_VISIBLE)
            continue;
        bl_shot *declared = find_declared(&named, shot);
        shot->is_named = declared != NULL;
        shot->declared = declared;
        if (!bl_image_belongs(decision, &zone, shot))
            continue;
        shot->is_before_body = zone.first == BL_NO_NODE || shot->node < zone.first;
        shot->is_early = shot->weight >= BL_WEIGHT_IMAGE_FIGURE && shot->url &&
                         body_index(decision->article, shot->url->offset) <= EARLY_BLOCKS;
        bl_shot **slot = shot->key.n ? table_find(&seen, shot) : NULL;
        if (slot && *slot) {
            prefer(*slot, shot);
            merge(decision, *slot, shot);
            continue;
        }
        if (slot)
            *slot = shot;
        if (declared)
            declared->is_shown = true;
        BL_PUSH(decision->scratch, &chosen, shot);
    }
    for (size_t i = 0; i < chosen.count; i++)
        if (chosen.at[i]->declared)
            merge(decision, chosen.at[i], chosen.at[i]->declared);
    return chosen;
}

/* The picture that the metadata names first and that is no logo. */
static bl_shot *
declared_lead(const bl_shots *all)
{
    bl_shot *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source == BYLINE_SOURCE_VISIBLE || !shot->url || bl_is_dummy_picture(shot->url->value) ||
            (!shot->is_shown && bl_is_of_template(shot->url->value)))
            continue;
        if (!best || shot->url->weight > best->url->weight)
            best = shot;
    }
    return best;
}

/* The one that stands for the article: above the text where there is one, and what the metadata names. */
static bl_shot *
choose_lead(const bl_shots *chosen, bl_shot *declared, bool is_plain)
{
    bl_shot *first = NULL, *named = NULL, *early = NULL;
    for (size_t i = 0; i < chosen->count; i++) {
        bl_shot *shot = chosen->at[i];
        if (!shot->url && !is_plain) /* plain text has no addresses of pictures */
            continue;
        if (shot->is_named && shot->is_before_body)
            return shot;
        if (!first && shot->is_before_body)
            first = shot;
        if (!early && shot->is_early)
            early = shot;
        if (!named && shot->is_named)
            named = shot;
    }
    if (first)
        return first;
    /* A line above it that was taken for text does not make it less the first thing that a reader sees. */
    if (!named && early)
        return early;
    if (named)
        return named;
    return declared;
}

/* ---- writing -------------------------------------------------------------------------------- */

static byline_image *
write_image(bl_decision *decision, const bl_shot *shot)
{
    byline_image *image = BL_NEW(decision->out, byline_image);
    const bl_claim *place = shot->url ? shot->url : shot->caption;
    if (shot->url)
        image->url = bl_text(decision->out, bl_resolve(decision->evidence, shot->url->value));
    if (shot->alt && !bl_span_equal(shot->alt->value, BL_SPAN("null")) &&
        !bl_span_equal(shot->alt->value, BL_SPAN("undefined")))
        image->alt = bl_text(decision->out, bl_clean(decision->scratch, shot->alt->value, false));
    image->width = shot->width ? (int)bl_pixels_of(shot->width->value) : 0;
    image->height = shot->height ? (int)bl_pixels_of(shot->height->value) : 0;
    image->offset = place->offset;
    image->length = place->length;
    if (shot->source == BYLINE_SOURCE_VISIBLE)
        image->body_index = body_index(decision->article, place->offset);
    bl_image_credit(decision, shot, image);
    if (shot->url)
        bl_origin_add(decision, "images", shot->url, shot->weight / 100.0);
    /* A caption may come out of an element that its class calls a credit. */
    const bl_claim *said = shot->caption ? shot->caption : shot->credit_count ? shot->credits[0] : NULL;
    if (image->caption && said)
        bl_origin_add(decision, "images.caption", said, said->weight / 100.0);
    return image;
}

void
bl_decide_images(bl_decision *decision)
{
    bl_shots all = {0};
    BL_VECTOR(byline_image *) images = {0};
    gather(decision, &all);
    bl_shots chosen = choose(decision, &all);
    bl_shot *lead = choose_lead(&chosen, declared_lead(&all), decision->evidence->page->is_plain);
    bl_image_captions_leave(decision);
    if (lead && lead->source != BYLINE_SOURCE_VISIBLE)
        BL_PUSH(decision->scratch, &images, write_image(decision, lead));
    for (size_t i = 0; i < chosen.count; i++) {
        size_t origins = decision->origins.count;
        byline_image *image = write_image(decision, chosen.at[i]);
        if (!image->url && !image->caption) { /* its caption was none */
            decision->origins.count = origins;
            continue;
        }
        image->lead = chosen.at[i] == lead;
        BL_PUSH(decision->scratch, &images, image);
    }
    if (lead && lead->source != BYLINE_SOURCE_VISIBLE)
        images.at[0]->lead = true;
    decision->article->image_count = images.count;
    decision->article->images = BL_POINTERS(decision->out, &images);
}
