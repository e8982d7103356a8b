/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Pictures with what stands beside them: caption, credit, alternative text.
 *
 * Each picture has a scope: the largest element around it that holds no other picture and no text but its
 * own caption. What the scope says is claimed for it. Whether it is of the article is decided later.
 */
#include "evidence/figures.h"

#include "base/unicode.h"
#include "evidence/figures_url.h"
#include "evidence/plain.h"
#include "evidence/sources.h"
#include "evidence/weights.h"
#include "evidence/words.h"

enum {
    PICTURE_NODES = 64,  /* of a picture element: its sources, its img, and white space */
    ORPHANS_MOST = 200,  /* captions of pictures that are not there, or of several together */
    LOST_NODES = 2000,   /* of a figure whose picture was lost */
    SMALL_SIDE = 70,     /* pixels: icons and portraits beside bylines are smaller */
    PORTRAIT_SIDE = 120, /* square portraits */
    NAMED_SQUARE = 100,  /* ... of which only the name of the file tells */
    STRIP_SIDE = 90,     /* the sizes of the advertising trade: 728x90, 468x60, 320x50 */
    STRIP_RATIO = 6,
    TOWER_HEIGHT = 600, /* 120x600 and 160x600 */
    TOWER_NARROW = 120,
    TOWER_WIDE = 160,
    CAPTIONED_MOST = 20, /* pictures of a figure that have a caption already, before the one that lacks it */
};

/* As advertisements are, low and wide or high and narrow. */
static bool
is_strip(uint32_t width, uint32_t height)
{
    return (height > 0 && height <= STRIP_SIDE && width >= STRIP_RATIO * height) ||
           (height == TOWER_HEIGHT && (width == TOWER_NARROW || width == TOWER_WIDE));
}

/* "banner_728x90.gif", "roe_jane_60x60.jpg" */
static bool
is_named_strip(bl_span url)
{
    size_t cut = bl_span_find_char(url, '?', 0), at = 0;
    bl_span name = cut == BL_NOT_FOUND ? url : bl_span_head(url, cut);
    for (size_t i = name.n; i > 0 && at == 0; i--)
        at = name.p[i - 1] == '/' ? i : 0;
    name = bl_span_cut(name, at);
    at = 0;
    while ((at = bl_span_find_char(name, 'x', at)) != BL_NOT_FOUND) {
        size_t start = at++;
        BL_HOLDS(name.p);
        while (start > 0 && bl_is_digit(name.p[start - 1]) && at - start <= 5)
            start--;
        bl_span width = bl_span_from(name.p + start, at - 1 - start), rest = bl_span_cut(name, at);
        size_t end = 0;
        while (end < rest.n && bl_is_digit(rest.p[end]))
            end++;
        bl_span height = bl_span_head(rest, end);
        bool is_whole = (start == 0 || !bl_is_alpha(name.p[start - 1])) && (end >= rest.n || !bl_is_alpha(rest.p[end]));
        uint32_t wide = bl_pixels_of(width), high = bl_pixels_of(height);
        if (width.n >= 2 && end >= 2 && end <= 4 &&
            (is_strip(wide, high) || (is_whole && wide == high && wide <= NAMED_SQUARE)))
            return true;
    }
    return false;
}

static bool
is_small(const bl_document *doc, bl_node n)
{
    uint32_t width = bl_pixels_of(bl_attribute_of(doc, n, BL_ATTR_WIDTH));
    uint32_t height = bl_pixels_of(bl_attribute_of(doc, n, BL_ATTR_HEIGHT));
    if (is_strip(width, height) || (width > 0 && width == height && width <= PORTRAIT_SIDE))
        return true;
    return (width > 0 && width <= SMALL_SIDE && height <= SMALL_SIDE) ||
           (height > 0 && height <= SMALL_SIDE && width <= SMALL_SIDE);
}

/* The best address of an img, with those of the sources of its picture element. */
static bl_offer
offer_of(const bl_document *doc, bl_node n)
{
    bl_offer best = {0};
    bl_offer_take(doc, n, &best);
    bl_node up = doc->nodes[n].parent;
    if (up != BL_NO_NODE && doc->nodes[up].tag == BL_TAG_PICTURE && n - up < PICTURE_NODES)
        for (bl_node i = up + 1; i < doc->nodes[up].end && i < up + PICTURE_NODES; i++)
            if (doc->nodes[i].tag == BL_TAG_SOURCE)
                bl_offer_take(doc, i, &best);
    return best;
}

/* A picture element whose img a script adds later. */
static bool
is_hollow_picture(const bl_document *doc, bl_node n)
{
    if (doc->nodes[n].tag != BL_TAG_PICTURE)
        return false;
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++)
        if (doc->nodes[i].tag == BL_TAG_IMG)
            return false;
    return true;
}

static bool
is_picture(const bl_figures *f, bl_node n, bl_offer *offer)
{
    const bl_document *doc = f->doc;
    if (doc->nodes[n].tag == BL_TAG_IMG || doc->nodes[n].tag == BL_TAG_AMP_IMG) {
        *offer = offer_of(doc, n);
    } else if (is_hollow_picture(doc, n)) {
        *offer = (bl_offer){0};
        for (bl_node i = n + 1; i < doc->nodes[n].end; i++)
            if (doc->nodes[i].tag == BL_TAG_SOURCE)
                bl_offer_take(doc, i, offer);
    } else {
        return false;
    }
    return offer->url.n > 0 && !offer->is_dummy && !is_small(doc, n) && !is_named_strip(offer->url) &&
           !(bl_figure_words(f, n) & BL_WORD_LOGO);
}

/* All pictures, those in noscript too. */
static void
find_pictures(bl_figures *f)
{
    const bl_document *doc = f->doc;
    for (bl_node n = 0; n < doc->count; n++) {
        bl_offer offer;
        if (is_picture(f, n, &offer))
            BL_PUSH(f->evidence->arena, &f->pictures, ((bl_picture){.node = n, .offer = offer}));
    }
}

/* What noscript holds is the picture itself; before it stands a small preview, where no script has put the picture. */
static void
take_from_copy(bl_figures *f, const bl_picture *copy)
{
    bl_picture *last = f->pictures.count ? &f->pictures.at[f->pictures.count - 1] : NULL;
    if (!last || last->offer.width || copy->node - last->node > PICTURE_NODES ||
        bl_span_find_char(copy->offer.url, ' ', 0) != BL_NOT_FOUND)
        return;
    bl_node box = f->doc->nodes[bl_closest(f->doc, copy->node, BL_TAG_NOSCRIPT)].parent;
    if (box == BL_NO_NODE || !bl_contains(f->doc, box, last->node))
        return;
    bl_span shown = bl_picture_key(f->evidence->passing, last->offer.url);
    if (bl_span_equal(shown, bl_picture_key(f->evidence->passing, copy->offer.url)))
        last->offer = copy->offer;
}

/* Count those of all that are no copies. */
static void
count_pictures(bl_figures *f, const bl_picture *all, size_t count_all, bool in_noscript)
{
    const bl_document *doc = f->doc;
    uint32_t *before = bl_alloc(f->evidence->arena, ((size_t)doc->count + 1) * sizeof *before);
    bl_node noscript_end = 0;
    bool is_copy = false; /* the open noscript repeats a picture that stands beside it */
    uint32_t count = 0;
    size_t next = 0; /* of all */
    f->pictures.count = 0;
    for (bl_node n = 0; n < doc->count; n++) {
        before[n] = count;
        if (doc->nodes[n].tag == BL_TAG_NOSCRIPT && n >= noscript_end) {
            bl_node up = doc->nodes[n].parent;
            noscript_end = doc->nodes[n].end;
            is_copy = !in_noscript || up == BL_NO_NODE || f->before[doc->nodes[up].end] > f->before[up];
        }
        if (next >= count_all || all[next].node != n)
            continue;
        const bl_picture *picture = &all[next++];
        if (n < noscript_end && is_copy) {
            take_from_copy(f, picture);
            continue;
        }
        BL_PUSH(f->evidence->arena, &f->pictures, *picture);
        count++;
    }
    before[doc->count] = count;
    f->before = before;
}

/* ---- the page ------------------------------------------------------------------------------- */

/* A caption in another box than its picture: no text and no other picture stands between them. */
static bool
claim_apart(bl_figures *f, const bl_picture *picture)
{
    const bl_document *doc = f->doc;
    const uint32_t *text = f->evidence->text_before;
    bl_node end = doc->nodes[picture->node].end;
    for (bl_node n = end; n < doc->count && n < end + BL_APART_NODES && text[n] == text[end]; n++) {
        if (f->before[n] != f->before[end])
            return false;
        size_t size = bl_is_element(doc, n) ? bl_text_size(f->evidence, n) : 0;
        if (size == 0 || size > BL_SCOPE_TEXT || bl_pictures_in(f, n) || !bl_is_caption(f, n))
            continue;
        bl_claim_credits(f, picture->entity, n);
        bl_claim_caption(f, picture->entity, n);
        return true;
    }
    return false;
}

/* An attribute that is shown as text; many systems write it as HTML. */
static bl_span
words_of(const bl_figures *f, bl_node n, bl_attribute name)
{
    return bl_plain(f->evidence->passing, bl_attribute_of(f->doc, n, name));
}

static void
claim_picture(bl_figures *f, bl_picture *picture)
{
    const bl_document *doc = f->doc;
    bl_node n = picture->node, scope = bl_picture_scope(f, n);
    picture->entity = bl_entity_new(f->evidence);
    picture->has_caption = bl_claim_texts(f, picture->entity, n, scope) || claim_apart(f, picture);
    int weight = bl_picture_weight(f, n, scope, picture->has_caption);
    if (weight > BL_WEIGHT_IMAGE_FURNITURE)
        bl_claim_attribute_credit(f, picture->entity, n);
    bl_figure_claim(f, BL_FIELD_IMAGE, picture->entity, picture->offer.url, n, weight);
    bl_figure_claim(f, BL_FIELD_IMAGE_ALT, picture->entity, words_of(f, n, BL_ATTR_ALT), n, weight);
    bl_figure_claim(f, BL_FIELD_IMAGE_WIDTH, picture->entity, bl_attribute_of(doc, n, BL_ATTR_WIDTH), n, weight);
    bl_figure_claim(f, BL_FIELD_IMAGE_HEIGHT, picture->entity, bl_attribute_of(doc, n, BL_ATTR_HEIGHT), n, weight);
    if (!picture->has_caption)
        bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, picture->entity, words_of(f, n, BL_ATTR_DATA_CAPTION), n,
                        BL_WEIGHT_CAPTION_BARE);
    bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, picture->entity, bl_attribute_of(doc, n, BL_ATTR_DATA_CREDIT), n,
                    BL_WEIGHT_CREDIT_ELEMENT);
    bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, picture->entity, bl_attribute_of(doc, n, BL_ATTR_DATA_COPYRIGHT), n,
                    BL_WEIGHT_CREDIT_ELEMENT);
}

/* The first picture at or behind node n. */
static size_t
first_picture(const bl_figures *f, bl_node n)
{
    return f->before[n];
}

static bool
holds_player(const bl_document *doc, bl_node n)
{
    if (doc->nodes[n].end - n > LOST_NODES)
        return true;
    for (bl_node i = n; i < doc->nodes[n].end; i++) {
        uint8_t tag = doc->nodes[i].tag;
        if (tag == BL_TAG_IFRAME || tag == BL_TAG_BLOCKQUOTE || tag == BL_TAG_TABLE || tag == BL_TAG_PRE ||
            tag == BL_TAG_AUDIO || tag == BL_TAG_EMBED || tag == BL_TAG_OBJECT)
            return true;
    }
    return false;
}

/* Some pages put the line of author and date into a figure. */
static bool
holds_byline(const bl_document *doc, bl_node n)
{
    for (bl_node i = n; i < doc->nodes[n].end && i < n + LOST_NODES; i++)
        if (doc->nodes[i].tag == BL_TAG_ADDRESS || doc->nodes[i].tag == BL_TAG_TIME)
            return true;
    return false;
}

/* A figure that a link or a list of buttons holds, and whose picture is drawn in it. */
static bool
is_drawn_button(const bl_figures *f, bl_node figure)
{
    uint64_t words = bl_words_around(f->evidence, figure);
    return bl_closest(f->doc, figure, BL_TAG_A) != BL_NO_NODE &&
           (words & (BL_WORD_SHARE | BL_WORD_TOOLS | BL_WORD_NAV));
}

/* Captions of figures with several pictures, or with one that was lost on the way to us. */
static void
claim_orphans(bl_figures *f)
{
    const bl_document *doc = f->doc;
    for (bl_node n = 0, orphans = 0; n < doc->count && orphans < ORPHANS_MOST; n++) {
        size_t size = doc->nodes[n].tag == BL_TAG_FIGCAPTION ? bl_text_size(f->evidence, n) : 0;
        if (size == 0 || size > BL_SCOPE_TEXT)
            continue;
        bl_node figure = bl_closest(doc, n, BL_TAG_FIGURE);
        if (figure == BL_NO_NODE)
            continue;
        size_t at = first_picture(f, figure), end = first_picture(f, doc->nodes[figure].end);
        BL_HOLDS(at == end || f->pictures.at);
        size_t free_one = at;
        while (free_one < end && free_one < at + CAPTIONED_MOST && f->pictures.at[free_one].has_caption)
            free_one++;
        if (at < end && (free_one >= end || f->pictures.at[free_one].has_caption))
            continue;
        orphans++;
        if (at == end && (holds_player(doc, figure) || holds_byline(doc, n) || is_drawn_button(f, figure)))
            continue;
        uint32_t entity;
        if (at < end) {
            f->pictures.at[free_one].has_caption = true;
            entity = f->pictures.at[free_one].entity;
        } else {
            entity = bl_entity_new(f->evidence);
        }
        bl_claim_credits(f, entity, at < end ? n : figure);
        bl_claim_caption(f, entity, n);
    }
}

static void
drop(const bl_figures *f)
{
    bl_release(f->evidence->arena, f->before, f->doc->count * sizeof *f->before);
    bl_release(f->evidence->arena, f->pictures.at, f->pictures.room * sizeof *f->pictures.at);
}

void
bl_collect_figures(bl_evidence *evidence)
{
    bl_figures figures = {.evidence = evidence, .doc = evidence->document};
    if (evidence->document->count == 0)
        return;
    find_pictures(&figures);
    bl_figures all = figures;
    figures.pictures.at = NULL;
    figures.pictures.room = 0;
    count_pictures(&figures, all.pictures.at, all.pictures.count, false);
    all.before = figures.before;
    count_pictures(&figures, all.pictures.at, all.pictures.count, true);
    drop(&all);
    for (size_t i = 0; i < figures.pictures.count; i++) {
        claim_picture(&figures, &figures.pictures.at[i]);
        bl_arena_empty(evidence->passing);
    }
    claim_orphans(&figures);
    drop(&figures);
}
