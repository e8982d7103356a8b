/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/body_page.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "evidence/words.h"
#include "fields/body_region.h"
#include "fields/body_weights.h"

static float
link_share(const bl_piece *piece)
{
    return piece->units ? (float)piece->link_units / (float)piece->units : 1.0f;
}

float
bl_piece_worth(const bl_piece *piece)
{
    const uint32_t never = BL_IN_HIDDEN | BL_IN_NAV | BL_IN_FOOTER | BL_IN_FORM | BL_IN_FIGURE | BL_IN_CAPTION |
                           BL_IN_BUTTON | BL_IN_HEADING;
    const uint64_t furniture = BL_WORDS_FURNITURE | BL_WORD_HIDDEN | BL_WORD_CAPTION | BL_WORD_BIO | BL_WORD_SR_ONLY;
    if (piece->in & never || piece->words & furniture || piece->type == BYLINE_BLOCK_EMBED)
        return 0;
    float open = 1.0f - link_share(piece);
    float worth = (float)piece->units * open * open;
    if (piece->units < BL_SHORT_UNITS && !piece->ends_sentence)
        worth *= BL_SHORT_WORTH;
    if (piece->in & BL_IN_ASIDE || piece->words & (BL_WORD_SIDEBAR | BL_WORD_TEASER | BL_WORD_PROMO))
        worth *= BL_ASIDE_WORTH;
    if (piece->in & BL_IN_LIST)
        worth *= BL_LIST_WORTH;
    return worth;
}

static bool
is_image(const bl_node_record *node)
{
    return node->tag == BL_TAG_IMG || node->tag == BL_TAG_AMP_IMG;
}

static void
sum_up(bl_body_page *page, bl_arena *arena, const struct bl_body *body)
{
    const bl_document *doc = body->document;
    page->pieces_before = bl_alloc(arena, ((size_t)doc->count + 1) * sizeof *page->pieces_before);
    page->images_before = bl_alloc(arena, ((size_t)doc->count + 1) * sizeof *page->images_before);
    page->sums = bl_alloc(arena, ((size_t)body->piece_count + 1) * sizeof *page->sums);
    bl_sum sum = {0};
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        page->sums[i] = sum;
        sum.worth += bl_piece_worth(piece);
        sum.units += (float)piece->units;
        sum.link_units += (float)piece->link_units;
        sum.pieces += 1;
    }
    page->sums[body->piece_count] = sum;
    uint32_t pieces = 0, images = 0;
    for (bl_node n = 0; n < doc->count; n++) {
        page->pieces_before[n] = pieces;
        page->images_before[n] = images;
        while (pieces < body->piece_count && body->pieces[pieces].first <= n)
            pieces++;
        images += is_image(&doc->nodes[n]);
    }
    page->pieces_before[doc->count] = pieces;
    page->images_before[doc->count] = images;
}

bl_node
bl_find_container(const bl_body_page *page, const bl_sum *sums)
{
    const bl_document *doc = page->document;
    bl_node at = doc->body == BL_NO_NODE ? 0 : doc->body;
    for (;;) {
        bl_node best = BL_NO_NODE;
        float most = 0;
        for (bl_node c = bl_first_child(doc, at); c != BL_NO_NODE; c = bl_next_sibling(doc, c)) {
            float worth = bl_worth_in(page, sums, c);
            if (worth > most) {
                most = worth;
                best = c;
            }
        }
        if (best == BL_NO_NODE || most < bl_worth_in(page, sums, at) * BL_DESCEND_SHARE ||
            doc->nodes[best].tag == BL_TAG_TEXT || doc->nodes[best].tag == BL_TAG_P)
            return at;
        at = best;
    }
}

/* ---- copies and shapes: each a table of 64-bit keys ------------------------------------------- */

typedef struct key_table {
    uint64_t *keys;
    uint32_t *values;
    size_t mask;
    uint64_t salt;
} key_table;

static key_table
key_table_for(bl_arena *arena, size_t count)
{
    key_table t = {.mask = 15, .salt = arena->salt};
    while (t.mask < 2 * count)
        t.mask = 2 * t.mask + 1;
    t.keys = BL_NEW_ARRAY(arena, uint64_t, t.mask + 1);
    t.values = BL_NEW_ARRAY(arena, uint32_t, t.mask + 1);
    return t;
}

/* The value of a key; one that is new starts at fresh. */
static uint32_t *
key_value(key_table *t, uint64_t key, uint32_t fresh)
{
    key |= !key;
    size_t at = bl_hash_key(key, t->salt) & t->mask;
    while (t->keys[at] && t->keys[at] != key)
        at = (at + 1) & t->mask;
    if (!t->keys[at]) {
        t->keys[at] = key;
        t->values[at] = fresh;
    }
    return &t->values[at];
}

static void
drop_keys(bl_arena *arena, const key_table *t)
{
    bl_release(arena, t->keys, (t->mask + 1) * sizeof *t->keys);
    bl_release(arena, t->values, (t->mask + 1) * sizeof *t->values);
}

static void
count_copies(bl_body_page *page, bl_arena *arena, const struct bl_body *body)
{
    key_table seen = key_table_for(arena, body->piece_count), last = key_table_for(arena, body->piece_count);
    page->copy_before = BL_NEW_ARRAY(arena, uint32_t, body->piece_count);
    page->copies = BL_NEW_ARRAY(arena, uint16_t, body->piece_count);
    page->copy_index = BL_NEW_ARRAY(arena, uint16_t, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t *n = key_value(&seen, body->pieces[i].hash, 0);
        page->copy_index[i] = (uint16_t)(*n < BL_COPIES_MOST ? *n : BL_COPIES_MOST);
        ++*n;
        uint32_t *before = key_value(&last, body->pieces[i].hash, UINT32_MAX);
        page->copy_before[i] = *before;
        *before = i;
    }
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t n = *key_value(&seen, body->pieces[i].hash, 0);
        page->copies[i] = (uint16_t)(n < BL_COPIES_MOST ? n : BL_COPIES_MOST);
    }
    drop_keys(arena, &seen);
    drop_keys(arena, &last);
}

/* A digit counts as any other, for generated names number their elements. */
uint64_t
bl_shape_hash(const bl_document *doc, bl_node n)
{
    uint64_t h = 14695981039346656037u ^ doc->nodes[n].tag;
    bl_span name = bl_span_head(bl_attribute_of(doc, n, BL_ATTR_CLASS), BL_SHAPE_BYTES);
    for (size_t i = 0; i < name.n; i++)
        h = (h ^ (bl_is_digit(name.p[i]) ? '0' : (unsigned char)name.p[i])) * 1099511628211u;
    return h;
}

static void
find_shapes(bl_body_page *page, bl_arena *arena, const struct bl_body *body)
{
    const bl_document *doc = body->document;
    key_table seen = key_table_for(arena, body->piece_count);
    page->shapes = BL_NEW_ARRAY(arena, bl_sum, body->piece_count);
    page->shape_of = BL_NEW_ARRAY(arena, uint32_t, body->piece_count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        bl_node parent = doc->nodes[piece->node].parent;
        uint64_t key = bl_shape_hash(doc, piece->node) * 31 + (parent == BL_NO_NODE ? 0 : bl_shape_hash(doc, parent));
        uint32_t shape = *key_value(&seen, key, count);
        count += shape == count;
        page->shape_of[i] = shape;
        bl_sum *sum = &page->shapes[shape];
        sum->worth += bl_piece_worth(piece);
        sum->units += (float)piece->units;
        sum->link_units += (float)piece->link_units;
        sum->pieces += 1;
    }
    drop_keys(arena, &seen);
}

static bl_node
block_around(const bl_document *doc, bl_node n)
{
    while (n != 0 && !bl_tag_is_block((bl_tag)doc->nodes[n].tag))
        n = doc->nodes[n].parent;
    return n;
}

void
bl_boxes_of(const struct bl_body *body, const bl_piece *piece, bl_node *parent, bl_node *grand)
{
    const bl_document *doc = body->document;
    bl_node up = doc->nodes[piece->node].parent;
    *parent = up == BL_NO_NODE ? piece->node : block_around(doc, up);
    up = doc->nodes[*parent].parent;
    *grand = up == BL_NO_NODE ? *parent : block_around(doc, up);
}

/* ---- what the page declares -------------------------------------------------------------------- */

/* What is declared may be worded for search engines: then the one h1 is the headline that is shown. */
static uint32_t
lone_h1(const struct bl_body *body)
{
    const uint32_t never = BL_IN_HIDDEN | BL_IN_NAV | BL_IN_FOOTER | BL_IN_ASIDE | BL_IN_LINK | BL_IN_NOSCRIPT;
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (piece->level != 1 || piece->in & never || piece->words & (BL_WORD_BREADCRUMB | BL_WORD_LOGO) ||
            piece->units < BL_TITLE_UNITS_LEAST || piece->text.n > BL_TITLE_BYTES)
            continue;
        if (found != UINT32_MAX)
            return UINT32_MAX;
        found = i;
    }
    return found;
}

/* The runs of words of each kind of claim. */
typedef struct declared {
    bl_shingles titles, lead, captions, witness;
} declared;

static bool
is_seen_h1(const bl_evidence *evidence, const bl_claim *claim)
{
    return claim->source == BYLINE_SOURCE_VISIBLE && claim->node != BL_NO_NODE &&
           evidence->document->nodes[claim->node].tag == BL_TAG_H1;
}

/* What is only seen may be any heading: an h1 is believed, unless there are so many that they head the parts. */
static void
read_titles(declared *d, const bl_evidence *evidence)
{
    const bl_claim *claims = evidence->claims[BL_FIELD_HEADLINE].at;
    size_t count = evidence->claims[BL_FIELD_HEADLINE].count, seen = 0;
    for (size_t i = 0; i < count; i++)
        seen += is_seen_h1(evidence, &claims[i]);
    for (size_t i = 0, h1 = 0; i < count; i++) {
        h1 += is_seen_h1(evidence, &claims[i]);
        if (claims[i].source == BYLINE_SOURCE_VISIBLE &&
            (!is_seen_h1(evidence, &claims[i]) || (seen > BL_TITLE_H1_MOST && h1 > 1)))
            continue;
        bl_shingles_add(&d->titles, bl_span_head(claims[i].value, BL_TITLE_BYTES));
    }
}

static void
read_declared(declared *d, const bl_evidence *evidence)
{
    read_titles(d, evidence);
    static const bl_field of_pictures[] = {BL_FIELD_IMAGE_CAPTION, BL_FIELD_IMAGE_ALT};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < evidence->claims[of_pictures[k]].count; i++)
            bl_shingles_add(&d->captions,
                            bl_span_head(evidence->claims[of_pictures[k]].at[i].value, BL_CAPTION_BYTES));
    for (size_t i = 0; i < evidence->claims[BL_FIELD_LEAD].count; i++)
        bl_shingles_add(&d->lead, evidence->claims[BL_FIELD_LEAD].at[i].value);
    for (size_t i = 0; i < evidence->claims[BL_FIELD_BODY].count; i++)
        if (evidence->claims[BL_FIELD_BODY].at[i].source == BYLINE_SOURCE_JSON_LD)
            bl_shingles_add(&d->witness, evidence->claims[BL_FIELD_BODY].at[i].value);
}

/* One walk over the words of each piece answers for all that is declared. */
static void
find_shares(bl_body_page *page, const bl_evidence *evidence, bl_arena *arena, const struct bl_body *body)
{
    bl_shingles none = bl_shingles_in(arena);
    declared d = {none, none, none, none};
    read_declared(&d, evidence);
    page->witness_count = d.witness.count;
    page->witness_units = d.witness.units;
    page->shares = BL_NEW_ARRAY(arena, bl_shares, body->piece_count);
    const bl_shingles *const sets[BL_SHINGLE_SETS] = {&d.titles, &d.lead, &d.captions, &d.witness};
    for (uint32_t i = 0; i < body->piece_count; i++) {
        float of[BL_SHINGLE_SETS];
        const bl_piece *piece = &body->pieces[i];
        bl_shingles_shares(sets, BL_SHINGLE_SETS, piece->text, of);
        bool may_be_title = piece->units > 0 && piece->text.n <= BL_TITLE_BYTES;
        page->shares[i] = (bl_shares){may_be_title ? of[0] : 0, of[1], of[2], of[3]};
    }
    for (size_t i = 0; i < BL_SHINGLE_SETS; i++)
        bl_shingles_drop(sets[i]);
}

static void
find_headline(bl_body_page *page, bl_arena *arena, struct bl_body *body)
{
    page->is_headline = BL_NEW_ARRAY(arena, bool, body->piece_count);
    body->headline = UINT32_MAX;
    float best = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        page->is_headline[i] = page->shares[i].title >= BL_TITLE_SHARE;
        if (!page->is_headline[i] || piece->in & (BL_IN_HIDDEN | BL_IN_NAV) || piece->words & BL_WORD_BREADCRUMB)
            continue;
        float rank = piece->level == 1 ? 3.0f : piece->level ? 2.0f : 1.0f;
        if (piece->words & BL_WORD_HEADLINE)
            rank += 0.5f;
        if (piece->in & (BL_IN_LINK | BL_IN_FOOTER | BL_IN_ASIDE) || piece->link_units)
            rank -= 1.0f;
        if (rank > best) {
            best = rank;
            body->headline = i;
        }
    }
    if (body->headline == UINT32_MAX)
        body->headline = lone_h1(body);
}

void
bl_body_survey(bl_body_page *page, const bl_evidence *evidence, bl_arena *arena, struct bl_body *body)
{
    *page = (bl_body_page){.document = body->document};
    sum_up(page, arena, body);
    body->container = bl_find_container(page, page->sums);
    count_copies(page, arena, body);
    find_shapes(page, arena, body);
    find_shares(page, evidence, arena, body);
    find_headline(page, arena, body);
}

void
bl_sums_drop(const bl_body_page *page, bl_arena *arena, const struct bl_body *body)
{
    bl_release(arena, page->pieces_before, body->document->count * sizeof *page->pieces_before);
    bl_release(arena, page->images_before, body->document->count * sizeof *page->images_before);
    bl_release(arena, page->sums, body->piece_count * sizeof *page->sums);
    bl_release(arena, page->shapes, body->piece_count * sizeof *page->shapes);
}
