/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Which pictures are the article's, what each one's caption and credit are, and which one stands for it.
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
    EARLY_BLOCKS = 2,     /* of text above a picture that still opens the article */
    AUTHORS_MOST = 16,    /* claims of authors that are compared with a picture */
    PORTRAITS_MOST = 2,   /* of one author: at the head and at the foot */
    PORTRAIT_WORDS = 16,  /* bytes before the author's name */
    CLOSE_TEXT = 400,     /* bytes: a caption and a line of author and date */
    TRAILING_WIDTH = 250, /* pixels; codes and signatures are smaller */
    TRAILING_TEXT = 40,   /* bytes */
    RECORD_DIGITS = 6,    /* of a file name */
    TEMPLATE_PARTS = 5,   /* words of a file name with its ending; more tell what a picture shows */
    SHOTS_MOST = 400,     /* pictures of one article; the longest galleries have about 200 */
};

/* The pictures by key: open addressing, never more than half full. */
typedef struct bl_shot_table {
    bl_shot **slots;
    size_t mask;
    uint64_t salt;
} bl_shot_table;

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
    case BL_FIELD_IMAGE_CREDIT:
        add_credit(decision, shot, claim);
        break;
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
    default:
        break;
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
    for (size_t i = 0; i < shots->count; i++)
        if (shots->at[i]->url)
            shots->at[i]->key = bl_picture_key(decision->scratch, shots->at[i]->url->value);
}

static bl_shot **
table_find(const bl_shot_table *table, bl_span key)
{
    size_t at = bl_hash_text(key, table->salt) & table->mask;
    while (table->slots[at] && !bl_span_equal(table->slots[at]->key, key))
        at = (at + 1) & table->mask;
    return &table->slots[at];
}

static bl_shot_table
table_for(bl_arena *arena, size_t count)
{
    bl_shot_table table = {.mask = 15, .salt = arena->salt};
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

typedef struct bl_zone {
    bl_node headline; /* BL_NO_NODE is unknown */
    bl_node first;    /* of the body */
    bl_node last;
    bl_node frame; /* the article or main element around the headline or the body */
    bl_node container;
} bl_zone;

static bl_zone
find_zone(const bl_decision *decision)
{
    const bl_document *doc = decision->evidence->document;
    const struct bl_body *body = decision->body;
    bl_zone zone = {BL_NO_NODE, BL_NO_NODE, 0, BL_NO_NODE, BL_NO_NODE};
    for (size_t i = 0; body && i < decision->article->body_count; i++) {
        uint32_t piece = body->block_piece[i];
        if (piece == UINT32_MAX ||
            (body->pieces[piece].type == BYLINE_BLOCK_HEADING && body->pieces[piece].level == 1))
            continue;
        zone.first = zone.first == BL_NO_NODE ? body->pieces[piece].first : zone.first;
        zone.last = body->pieces[piece].last;
        zone.container = body->container;
    }
    if (body && body->headline < body->piece_count &&
        body->pieces[body->headline].type == BYLINE_BLOCK_HEADING)
        zone.headline = body->pieces[body->headline].node;
    for (bl_node n = 0; n < doc->count && zone.headline == BL_NO_NODE; n++)
        if (doc->nodes[n].tag == BL_TAG_H1)
            zone.headline = n;
    bl_node inner = zone.headline != BL_NO_NODE ? zone.headline : zone.first;
    if (inner != BL_NO_NODE) {
        zone.frame = bl_closest(doc, inner, BL_TAG_ARTICLE);
        if (zone.frame == BL_NO_NODE)
            zone.frame = bl_closest(doc, inner, BL_TAG_MAIN);
    }
    return zone;
}

/* Next to no text between the picture and the body: on a page without headings it is no part of the frame. */
static bool
is_close(const bl_evidence *evidence, bl_node n, bl_node first)
{
    return evidence->text_before[first] - evidence->text_before[n] <= CLOSE_TEXT;
}

/* Who fills the alternative text of every picture with a name shows more than a portrait. */
static bool
is_repeated(const bl_evidence *evidence, bl_span alt)
{
    int count = 0;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_IMAGE_ALT].count && i < SHOTS_MOST; i++)
        count += bl_span_equal(bl_trim(evidence->claims[BL_FIELD_IMAGE_ALT].at[i].value), alt);
    return count > PORTRAITS_MOST;
}

/* "Jane Roe", "Portrait of Jane Roe", where she wrote the text, and nothing else is said of the picture. */
static bool
shows_author(const bl_decision *decision, const bl_shot *shot)
{
    const bl_evidence *evidence = decision->evidence;
    bl_span alt = shot->alt && !shot->caption ? bl_trim(shot->alt->value) : BL_EMPTY;
    for (size_t i = 0; alt.n && i < evidence->claims[BL_FIELD_AUTHOR].count && i < AUTHORS_MOST; i++) {
        bl_span name = bl_trim(evidence->claims[BL_FIELD_AUTHOR].at[i].value);
        if (evidence->claims[BL_FIELD_AUTHOR].at[i].weight >= BL_WITNESS && bl_word_count(name) > 1 &&
            alt.n >= name.n && alt.n <= name.n + PORTRAIT_WORDS &&
            bl_span_equal_nocase(bl_span_cut(alt, alt.n - name.n), name))
            return !is_repeated(evidence, alt);
    }
    return false;
}

/* Is the picture no link, or one to itself? */
static bool
leads_nowhere(const bl_decision *decision, const bl_shot *shot)
{
    bl_node link = bl_closest(decision->evidence->document, shot->node, BL_TAG_A);
    bl_span href = link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(decision->evidence->document, link, BL_ATTR_HREF);
    return link == BL_NO_NODE || (shot->key.n && bl_span_equal(bl_picture_key(decision->scratch, href), shot->key));
}

/* A picture of some size, behind the last paragraph and at most a line such as "See more pictures:". */
static bool
follows_text(const bl_decision *decision, const bl_zone *zone, const bl_shot *shot)
{
    const uint32_t *text = decision->evidence->text_before;
    bool is_large =
        shot->weight >= BL_WEIGHT_IMAGE_FIGURE || (shot->width && bl_pixels_of(shot->width->value) >= TRAILING_WIDTH);
    return is_large && leads_nowhere(decision, shot) && shot->weight > BL_WEIGHT_IMAGE_DOUBTFUL &&
           shot->node > zone->last && text[shot->node] - text[zone->last + 1] <= TRAILING_TEXT;
}

static bool
belongs(const bl_decision *decision, const bl_zone *zone, const bl_shot *shot)
{
    const bl_evidence *evidence = decision->evidence;
    const bl_document *doc = evidence->document;
    bl_node n = shot->node;
    if (n == BL_NO_NODE)
        return false;
    bool is_plain = shot->weight < BL_WEIGHT_IMAGE_FIGURE;
    bool in_body = zone->first != BL_NO_NODE && n >= zone->first && n <= zone->last;
    bool in_frame = zone->frame != BL_NO_NODE && bl_contains(doc, zone->frame, n);
    bool before_body = zone->first == BL_NO_NODE || n < zone->first;
    bool behind_headline = zone->headline != BL_NO_NODE && n > zone->headline;
    if (shot->weight <= BL_WEIGHT_IMAGE_FURNITURE)
        return shot->is_named && (in_body || before_body);
    bool is_doubtful = shot->weight <= BL_WEIGHT_IMAGE_DOUBTFUL;
    if (shot->caption && bl_is_advertisement(decision, shot->caption->value))
        return false;
    if (!shot->is_named && shows_author(decision, shot))
        return false;
    if (in_body)
        return !is_doubtful || shot->is_named || bl_closest(doc, n, BL_TAG_A) == BL_NO_NODE;
    if (is_doubtful && !shot->is_named)
        return false;
    if (is_plain && !shot->is_named &&
        (bl_words_around(evidence, n) & (BL_WORD_BYLINE | BL_WORD_META | BL_WORD_TOOLS)))
        return false;
    if (before_body && zone->first != BL_NO_NODE)
        return shot->is_named || behind_headline || (!is_plain && in_frame) ||
               (zone->headline == BL_NO_NODE && shot->key.n && shot->caption && is_close(evidence, n, zone->first));
    if (zone->first == BL_NO_NODE)
        return shot->is_named || (!is_plain && behind_headline);
    bool in_container = zone->container != BL_NO_NODE && bl_contains(doc, zone->container, n);
    if (in_container && follows_text(decision, zone, shot))
        return true;
    return shot->caption && !is_plain && (in_container || in_frame);
}

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

/* The article's pictures in document order, each once, with what the metadata says of them joined in. */
static bl_shots
choose(bl_decision *decision, const bl_shots *all)
{
    bl_shots chosen = {0};
    bl_shot_table named = table_for(decision->scratch, all->count);
    bl_shot_table seen = table_for(decision->scratch, all->count);
    bl_zone zone = find_zone(decision);
    for (size_t i = 0; i < all->count; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source == BYLINE_SOURCE_VISIBLE || shot->key.n == 0)
            continue;
        bl_shot **slot = table_find(&named, shot->key);
        if (*slot)
            merge(decision, *slot, shot);
        else
            *slot = shot;
    }
    for (size_t i = 0; i < all->count && chosen.count < SHOTS_MOST; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source != BYLINE_SOURCE_VISIBLE)
            continue;
        bl_shot *declared = shot->key.n ? *table_find(&named, shot->key) : NULL;
        shot->is_named = declared != NULL;
        shot->declared = declared;
        if (!belongs(decision, &zone, shot))
            continue;
        shot->is_before_body = zone.first == BL_NO_NODE || shot->node < zone.first;
        shot->is_early = shot->weight >= BL_WEIGHT_IMAGE_FIGURE && shot->url &&
                         body_index(decision->article, shot->url->offset) <= EARLY_BLOCKS;
        bl_shot **slot = shot->key.n ? table_find(&seen, shot->key) : NULL;
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

/* "echo_logo_1200x630.png", "twitter-cards-default.jpg": what a template shares where a story has no picture. */
static bool
is_of_template(bl_span url)
{
    static const char *const words[] = {"logo",    "logos",     "default", "fallback", "share",
                                        "sharing", "opengraph", "icon",    "masthead"};
    bool is_said = false;
    int parts = 0;
    url = bl_span_head(url, bl_span_find_char(url, '?', 0));
    size_t start = url.n;
    while (start > 0 && url.p[start - 1] != '/')
        start--;
    for (size_t at = start; at < url.n;) {
        size_t from = at, digits = at;
        while (at < url.n && bl_is_alpha(url.p[at]))
            at++;
        parts += at > from;
        is_said |= bl_span_is_among_nocase(bl_span_from(url.p + from, at - from), words, BL_COUNT(words));
        for (digits = at; at < url.n && bl_is_digit(url.p[at]);)
            at++;
        if (at - digits >= RECORD_DIGITS)
            return false; /* the number of one picture among many */
        at += at == from;
    }
    return is_said && parts <= TEMPLATE_PARTS;
}

/* The picture that the metadata names first and that is no logo. */
static bl_shot *
declared_lead(const bl_shots *all)
{
    bl_shot *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        bl_shot *shot = all->at[i];
        if (shot->source == BYLINE_SOURCE_VISIBLE || !shot->url || bl_is_dummy_picture(shot->url->value) ||
            (!shot->is_shown && is_of_template(shot->url->value)))
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
