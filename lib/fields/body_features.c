/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/body_features.h"

#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "fields/body_page.h"
#include "fields/body_phrases.h"
#include "fields/body_shingles.h"
#include "fields/body_weights.h"

static const char *const NAMES[] = {
#define FEATURE(id, about) #id,
#include "fields/body_features.def"
#undef FEATURE
#define WORD(id, about) "OWN_" #id,
#include "evidence/words.def"
#undef WORD
#define WORD(id, about) "AROUND_" #id,
#include "evidence/words.def"
#undef WORD
#define SAYS(id, about) "SAYS_" #id,
#include "fields/body_phrases.def"
#undef SAYS
#define SAYS(id, about) "UNDER_" #id,
#include "fields/body_phrases.def"
#undef SAYS
#define IN(id, bit, about) "IN_" #id,
#include "fields/body_places.def"
#undef IN
};

const char *
bl_feature_name(size_t feature)
{
    return feature < BL_FEATURE_COUNT ? NAMES[feature] : NULL;
}

static float
logged(float n)
{
    return log2f(1.0f + n);
}

static float
share(float part, float all)
{
    return all > 0 ? part / all : 0;
}

static float
link_share(const bl_piece *piece)
{
    return share((float)piece->link_units, (float)piece->units);
}

/* What the signs of the text say. */
static void
read_signs(const bl_piece *piece, float *f)
{
    size_t digits = 0, uppers = 0, at = 0, bracket = SIZE_MAX;
    bool is_first = true;
    uint32_t rune = 0;
    while (at < piece->text.n) {
        char small = piece->text.p[at];
        if ((small == ' ' || (small >= 'a' && small <= 'z')) && !is_first) { /* most of all text */
            rune = (uint32_t)small;
            at++;
            continue;
        }
        rune = bl_rune_next(piece->text, &at);
        if (is_first && rune != ' ') {
            f[BL_F_STARTS_QUOTE] = rune == '"' || rune == 0xAB || rune == 0xBB || rune == 0x300C ||
                                   (rune >= 0x2018 && rune <= 0x201F) || rune == 0x2013 || rune == 0x2014;
            f[BL_F_STARTS_LOWER] = rune < 0x80 ? rune >= 'a' && rune <= 'z' : bl_rune_is_lower(rune);
            is_first = false;
        }
        if (rune < 0x80) {
            digits += bl_is_digit((char)rune);
            uppers += rune >= 'A' && rune <= 'Z';
            if (rune == '|' || rune == '>')
                f[BL_F_HAS_MARK] = 1;
            else if (rune == '@')
                f[BL_F_HAS_AT] = 1;
            else if (rune == '(')
                bracket = at;
        } else if (rune == 0xA9 || (rune >= 0x2190 && rune <= 0x21FF) || (rune >= 0x25A0 && rune <= 0x27BF) ||
                   rune == 0x203A || rune == 0x2022 || rune == 0xB7) {
            f[BL_F_HAS_MARK] = 1;
        } else {
            digits += bl_rune_is_digit(rune);
            uppers += bl_rune_is_upper(rune);
        }
    }
    f[BL_F_ENDS_BRACKET] = rune == ')' && bracket != SIZE_MAX && at - bracket <= BL_BRACKET_BYTES;
    f[BL_F_ENDS_COLON] = rune == ':' || rune == 0xFF1A;
    f[BL_F_DIGIT_SHARE] = share((float)digits, (float)piece->units);
    f[BL_F_UPPER_SHARE] = share((float)uppers, (float)piece->units);
}

static void
read_piece(const bl_document *doc, const bl_piece *piece, float *f)
{
    f[BL_F_LINK_SHARE] = link_share(piece);
    f[BL_F_LINKS] = logged(piece->links);
    f[BL_F_STOPS] = piece->stops;
    f[BL_F_COMMA_RATE] = share(100.0f * piece->commas, (float)piece->units);
    f[BL_F_STRONG_SHARE] = share((float)piece->strong_units, (float)piece->units);
    f[BL_F_ENDS_SENTENCE] = piece->ends_sentence;
    f[BL_F_LINES] = logged(piece->lines);
    f[BL_F_TYPE] = (float)piece->type;
    f[BL_F_LEVEL] = piece->level;
    bl_tag tag = (bl_tag)doc->nodes[piece->node].tag;
    f[BL_F_IS_P] = tag == BL_TAG_P;
    f[BL_F_IS_BOX] = tag == BL_TAG_DIV || tag == BL_TAG_SECTION || tag == BL_TAG_TD || tag == BL_TAG_ARTICLE;
    read_signs(piece, f);
}

static void
read_neighbours(const bl_describer *d, uint32_t i, float *f)
{
    const struct bl_body *body = d->body;
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    bl_node parent = doc->nodes[piece->node].parent;
    if (i > 0) {
        f[BL_F_PREV_UNITS] = d->sizes[i - 1];
        f[BL_F_PREV_LINK_SHARE] = link_share(&piece[-1]);
        f[BL_F_PREV_LEVEL] = piece[-1].level;
        f[BL_F_PREV_SAME_PARENT] = doc->nodes[piece[-1].node].parent == parent;
    }
    if (i > 1)
        f[BL_F_PREV2_UNITS] = d->sizes[i - 2];
    if (i + 1 < body->piece_count) {
        f[BL_F_NEXT_UNITS] = d->sizes[i + 1];
        f[BL_F_NEXT_LINK_SHARE] = link_share(&piece[1]);
        f[BL_F_NEXT_LEVEL] = piece[1].level;
        f[BL_F_NEXT_SAME_PARENT] = doc->nodes[piece[1].node].parent == parent;
    }
    if (i + 2 < body->piece_count)
        f[BL_F_NEXT2_UNITS] = d->sizes[i + 2];
    float near = 0, units = 0, links = 0;
    for (uint32_t k = i > 2 ? i - 2 : 0; k < body->piece_count && k <= i + 2; k++)
        near += bl_piece_worth(&body->pieces[k]);
    f[BL_F_NEAR_WORTH] = logged(near);
    for (uint32_t k = i > 2 ? i - 2 : 0; k < body->piece_count && k <= i + 2; k++)
        f[BL_F_LINK_HEADINGS] += body->pieces[k].units && body->pieces[k].link_units == body->pieces[k].units;
    for (uint32_t k = i + 1; k < body->piece_count && k <= i + 5; k++) {
        units += (float)body->pieces[k].units;
        links += (float)body->pieces[k].link_units;
    }
    f[BL_F_NEXT5_LINK_SHARE] = share(links, units);
    units = links = 0;
    for (uint32_t k = i > 5 ? i - 5 : 0; k < i; k++) {
        units += (float)body->pieces[k].units;
        links += (float)body->pieces[k].link_units;
    }
    f[BL_F_PREV5_LINK_SHARE] = share(links, units);
}

static void
read_boxes(const bl_body_page *page, const struct bl_body *body, uint32_t i, float *f)
{
    const bl_piece *piece = &body->pieces[i];
    bl_node parent, grand;
    bl_boxes_of(body, piece, &parent, &grand);
    float all = bl_page_sum(page, 0).worth, before = bl_sum_before(page, page->sums, piece->first)->pieces;
    bl_sum in_parent = bl_page_sum(page, parent), in_grand = bl_page_sum(page, grand);
    f[BL_F_PARENT_SHARE] = share(in_parent.worth, all);
    f[BL_F_PARENT_LINK_SHARE] = share(in_parent.link_units, in_parent.units);
    f[BL_F_PARENT_PIECES] = logged(in_parent.pieces);
    f[BL_F_PARENT_RANK] = share(before - bl_sum_before(page, page->sums, parent)->pieces, in_parent.pieces);
    f[BL_F_GRAND_SHARE] = share(in_grand.worth, all);
    f[BL_F_GRAND_LINK_SHARE] = share(in_grand.link_units, in_grand.units);
    const bl_sum *shape = &page->shapes[page->shape_of[i]];
    f[BL_F_SHAPE_SHARE] = share(shape->worth, all);
    f[BL_F_SHAPE_LINK_SHARE] = share(shape->link_units, shape->units);
    f[BL_F_SHAPE_PIECES] = logged(shape->pieces);
}

/* A caption shares a small box with its picture, or follows it; so does a teaser. A paragraph has a large one. */
static void
read_images(const bl_body_page *page, const struct bl_body *body, uint32_t i, float *f)
{
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    bl_node from = i > 0 ? piece[-1].last : 0, to = i + 1 < body->piece_count ? piece[1].first : doc->count;
    f[BL_F_IMAGE_BEFORE] = page->images_before[piece->first] > page->images_before[from];
    f[BL_F_IMAGE_BEHIND] = page->images_before[to] > page->images_before[piece->last];
    f[BL_F_IMAGE_PIECES] = BL_IMAGE_FAR;
    bl_node at = piece->node;
    for (int levels = 0; at != BL_NO_NODE && levels < BL_IMAGE_LEVELS; levels++, at = doc->nodes[at].parent) {
        uint32_t images = page->images_before[doc->nodes[at].end] - page->images_before[at];
        if (images) {
            f[BL_F_IMAGE_PIECES] = logged(bl_page_sum(page, at).pieces);
            f[BL_F_IMAGES] = logged((float)images);
            return;
        }
    }
}

static void
read_page(const bl_body_page *page, const struct bl_body *body, uint32_t i, float *f)
{
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    bl_sum all = bl_page_sum(page, 0), held = bl_page_sum(page, body->container);
    bool inside = bl_contains(doc, body->container, piece->first);
    f[BL_F_IN_CONTAINER] = inside;
    f[BL_F_CONTAINER_LEVELS] = inside ? (float)(doc->nodes[piece->node].depth - doc->nodes[body->container].depth) : -1;
    f[BL_F_CONTAINER_SHARE] = share(held.worth, all.worth);
    float before = bl_sum_before(page, page->sums, piece->first)->worth -
                   bl_sum_before(page, page->sums, body->container)->worth;
    f[BL_F_CONTAINER_RANK] = inside ? share(before, held.worth) : before < 0 ? -1.0f : 2.0f;
    f[BL_F_PAGE_RANK] = share((float)i, (float)body->piece_count);
    f[BL_F_PAGE_UNITS] = logged(all.units);
    f[BL_F_PAGE_LINK_SHARE] = share(all.link_units, all.units);
    f[BL_F_HEADLINE_DISTANCE] = -30;
    f[BL_F_HEADLINE_LEVELS] = -1;
    if (body->headline == UINT32_MAX)
        return;
    float distance = (float)i - (float)body->headline;
    f[BL_F_HEADLINE_DISTANCE] = distance < -20 ? -20 : distance > 60 ? 60 : distance;
    bl_node at = piece->node, headline = body->pieces[body->headline].node;
    float levels = 0;
    while (at != BL_NO_NODE && !bl_contains(doc, at, headline) && levels < BL_LEVELS_MOST) {
        at = doc->nodes[at].parent;
        levels++;
    }
    f[BL_F_HEADLINE_LEVELS] = levels;
}

/* What the piece says, and what the heading or short line says that it stands under. */
static void
read_phrases(bl_describer *d, const bl_piece *piece, bl_features *features)
{
    const bl_document *doc = d->body->document;
    bl_phrases_of(d->arena, piece->text, features->says);
    if (d->box != BL_NO_NODE && bl_contains(doc, d->box, piece->node))
        memcpy(features->under, d->under, sizeof d->under);
    if (piece->level || (piece->units < BL_LABEL_UNITS && !piece->ends_sentence)) {
        memcpy(d->under, features->says, sizeof d->under);
        d->box = doc->nodes[piece->node].parent;
    }
}

/* A text that is declared often leaves out the headings and short lines of the page. */
static float
witness_share(const bl_body_page *page, const bl_piece *piece, float share_)
{
    if (!page->witness_count)
        return -1;
    bool is_short = piece->level || piece->units < BL_SHORT_UNITS;
    return is_short && share_ < 0.5f ? -0.5f : share_;
}

/* Other articles below the first one, as pages have that go on without end. */
static void
read_articles(bl_describer *d, uint32_t i, float *f)
{
    const bl_document *doc = d->body->document;
    const bl_piece *piece = &d->body->pieces[i];
    bool is_mine = d->article != BL_NO_NODE && bl_contains(doc, d->article, piece->node) &&
                   bl_closest(doc, piece->node, BL_TAG_ARTICLE) == d->article;
    f[BL_F_SAME_ARTICLE] = is_mine ? 1.0f : piece->in & BL_IN_ARTICLE ? 0 : -1.0f;
    f[BL_F_H1_SINCE] = d->h1_since;
    /* UINT32_MAX where there is no headline */
    if (i > d->body->headline && piece->level == 1 && d->h1_since < 9)
        d->h1_since++;
}

static void
read_declared(const bl_body_page *page, const bl_piece *piece, const bl_shares *shares, float *f)
{
    f[BL_F_LEAD_SHARE] = shares->lead;
    f[BL_F_CAPTION_SHARE] = shares->caption;
    f[BL_F_WITNESS_SHARE] = witness_share(page, piece, shares->witness);
    f[BL_F_WITNESS_UNITS] = logged((float)page->witness_units);
}

bl_describer
bl_describer_of(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body, bl_body_page *page)
{
    const bl_document *doc = body->document;
    bl_body_survey(page, evidence, arena, body);
    float *sizes = BL_NEW_ARRAY(arena, float, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++)
        sizes[i] = logged((float)body->pieces[i].units);
    bool has_headline = body->headline != UINT32_MAX;
    bl_node article = has_headline ? bl_closest(doc, body->pieces[body->headline].node, BL_TAG_ARTICLE) : BL_NO_NODE;
    return (bl_describer){
        .body = body, .page = page, .arena = arena, .sizes = sizes, .article = article, .box = BL_NO_NODE};
}

void
bl_describe(bl_describer *d, uint32_t i, bl_features *features)
{
    const bl_body_page *page = d->page;
    const bl_piece *piece = &d->body->pieces[i];
    float *f = features->of;
    memset(features, 0, sizeof *features);
    features->piece = piece;
    f[BL_F_UNITS] = d->sizes[i];
    read_piece(d->body->document, piece, f);
    f[BL_F_COPIES] = page->copies[i];
    f[BL_F_COPY_INDEX] = page->copy_index[i];
    f[BL_F_IS_HEADLINE] = page->is_headline[i];
    read_declared(page, piece, &page->shares[i], f);
    read_neighbours(d, i, f);
    read_boxes(page, d->body, i, f);
    read_images(page, d->body, i, f);
    read_page(page, d->body, i, f);
    read_phrases(d, piece, features);
    read_articles(d, i, f);
}
