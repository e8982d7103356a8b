/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which pictures are the article's: by where they stand, what is said of them, and what the metadata names. */
#include "fields/images.h"

#include "base/unicode.h"
#include "evidence/figures_url.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/choose.h"

enum {
    AUTHORS_MOST = 16,    /* claims of authors that are compared with a picture */
    PORTRAITS_MOST = 2,   /* of one author: at the head and at the foot */
    PORTRAIT_WORDS = 16,  /* bytes before the author's name */
    CLOSE_TEXT = 400,     /* bytes: a caption and a line of author and date */
    HERO_WIDTH = 480,     /* pixels */
    TRAILING_WIDTH = 250, /* pixels; codes and signatures are smaller */
    TRAILING_TEXT = 40,   /* bytes */
    RECORD_DIGITS = 6,    /* of a file name */
    TEMPLATE_PARTS = 5,   /* words of a file name with its ending; more tell what a picture shows */
};

bool
bl_is_of_template(bl_span url)
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
        size_t from = at;
        while (at < url.n && bl_is_alpha(url.p[at]))
            at++;
        parts += at > from;
        is_said |= bl_span_is_among_nocase(bl_span_from(url.p + from, at - from), words, BL_COUNT(words));
        size_t digits = at;
        while (at < url.n && bl_is_digit(url.p[at]))
            at++;
        if (at - digits >= RECORD_DIGITS)
            return false; /* the number of one picture among many */
        at += at == from;
    }
    return is_said && parts <= TEMPLATE_PARTS;
}

/* Next to no text between the picture and the body: on a page without headings it is no part of the frame. */
static bool
is_close(const bl_evidence *evidence, bl_node n, bl_node first)
{
    return evidence->text_before[first] - evidence->text_before[n] <= CLOSE_TEXT;
}

bl_image_zone
bl_image_zone_find(const bl_decision *decision)
{
    const bl_document *doc = decision->evidence->document;
    const struct bl_body *body = decision->body;
    bl_image_zone zone = {BL_NO_NODE, BL_NO_NODE, 0, BL_NO_NODE, BL_NO_NODE};
    for (size_t i = 0; body && i < decision->article->body_count; i++) {
        uint32_t piece = body->block_piece[i];
        if (piece == UINT32_MAX || (body->pieces[piece].type == BYLINE_BLOCK_HEADING && body->pieces[piece].level == 1))
            continue;
        zone.first = zone.first == BL_NO_NODE ? body->pieces[piece].first : zone.first;
        zone.last = body->pieces[piece].last;
        zone.container = body->container;
    }
    if (body && body->headline < body->piece_count && body->pieces[body->headline].type == BYLINE_BLOCK_HEADING)
        zone.headline = body->pieces[body->headline].node;
    for (bl_node n = 0; n < doc->count && zone.headline == BL_NO_NODE; n++)
        if (doc->nodes[n].tag == BL_TAG_H1)
            zone.headline = n;
    bool has_title = body && body->headline < body->piece_count && zone.first != BL_NO_NODE;
    bl_node title = has_title ? body->pieces[body->headline].node : BL_NO_NODE;
    if (zone.headline == BL_NO_NODE && has_title && title < zone.first &&
        is_close(decision->evidence, doc->nodes[title].end, zone.first))
        zone.headline = title;
    bl_node inner = zone.headline != BL_NO_NODE ? zone.headline : zone.first;
    if (inner != BL_NO_NODE) {
        zone.frame = bl_closest(doc, inner, BL_TAG_ARTICLE);
        if (zone.frame == BL_NO_NODE)
            zone.frame = bl_closest(doc, inner, BL_TAG_MAIN);
    }
    return zone;
}

/* Who fills the alternative text of every picture with a name shows more than a portrait. */
static bool
is_repeated(const bl_evidence *evidence, bl_span alt)
{
    int count = 0;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_IMAGE_ALT].count && i < BL_SHOTS_MOST; i++)
        count += bl_span_equal(bl_trim(evidence->claims[BL_FIELD_IMAGE_ALT].at[i].value), alt);
    return count > PORTRAITS_MOST;
}

/* "Jane Roe", "Portrait of Jane Roe", where she wrote the text, and nothing else is said of the picture. */
static bool
shows_author(const bl_decision *decision, const bl_shot *shot)
{
    const bl_evidence *evidence = decision->evidence;
    if (!shot->alt || shot->caption)
        return false;
    bl_span alt = bl_trim(shot->alt->value);
    bool is_named = false;
    for (size_t i = 0; !is_named && i < evidence->claims[BL_FIELD_AUTHOR].count && i < AUTHORS_MOST; i++) {
        bl_span name = bl_trim(evidence->claims[BL_FIELD_AUTHOR].at[i].value);
        is_named = evidence->claims[BL_FIELD_AUTHOR].at[i].weight >= BL_WITNESS &&
                   alt.n <= name.n + PORTRAIT_WORDS && bl_span_ends_nocase(alt, name) && bl_word_count(name) > 1;
    }
    return is_named && !is_repeated(evidence, alt);
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
follows_text(const bl_decision *decision, const bl_image_zone *zone, const bl_shot *shot)
{
    const uint32_t *text = decision->evidence->text_before;
    bool is_large =
        shot->weight >= BL_WEIGHT_IMAGE_FIGURE || (shot->width && bl_pixels_of(shot->width->value) >= TRAILING_WIDTH);
    return is_large && leads_nowhere(decision, shot) && shot->weight > BL_WEIGHT_IMAGE_DOUBTFUL &&
           shot->node > zone->last && text[shot->node] - text[zone->last + 1] <= TRAILING_TEXT;
}

/* Between headline and text, no link, and with the name of who took it: what its box is called tells nothing. */
static bool
opens_story(const bl_decision *decision, const bl_image_zone *zone, const bl_shot *shot)
{
    const uint64_t others = BL_WORD_VIDEO | BL_WORD_TEASER;
    return shot->caption && shot->credit_count && !(bl_words_around(decision->evidence, shot->node) & others) &&
           zone->headline != BL_NO_NODE && shot->node > zone->headline && zone->first != BL_NO_NODE &&
           shot->node < zone->first && leads_nowhere(decision, shot);
}

/* Above the headline, in its frame, and called a picture or as wide as one that stands for the story. */
static bool
is_hero(const bl_decision *decision, const bl_shot *shot)
{
    bool is_wide = shot->width && bl_pixels_of(shot->width->value) >= HERO_WIDTH;
    return leads_nowhere(decision, shot) &&
           (is_wide || (bl_words_around(decision->evidence, shot->node) & BL_WORD_FIGURE));
}

bool
bl_image_belongs(const bl_decision *decision, const bl_image_zone *zone, const bl_shot *shot)
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
        return (shot->is_named && !bl_is_of_template(shot->url ? shot->url->value : BL_EMPTY) &&
                (in_body || before_body)) ||
               opens_story(decision, zone, shot);
    bool is_doubtful = shot->weight <= BL_WEIGHT_IMAGE_DOUBTFUL;
    if (shot->caption && bl_is_advertisement(decision, shot->caption->value))
        return false;
    if (!shot->is_named && shows_author(decision, shot))
        return false;
    if (in_body)
        return !is_doubtful || shot->is_named || bl_closest(doc, n, BL_TAG_A) == BL_NO_NODE;
    if (is_doubtful && !shot->is_named)
        return false;
    if (is_plain && !shot->is_named && (bl_words_around(evidence, n) & (BL_WORD_BYLINE | BL_WORD_META | BL_WORD_TOOLS)))
        return false;
    if (before_body && zone->first != BL_NO_NODE)
        return shot->is_named || behind_headline || (in_frame && (!is_plain || is_hero(decision, shot))) ||
               (zone->headline == BL_NO_NODE && shot->key.n && shot->caption && is_close(evidence, n, zone->first));
    if (zone->first == BL_NO_NODE)
        return shot->is_named || (!is_plain && behind_headline);
    bool in_container = zone->container != BL_NO_NODE && bl_contains(doc, zone->container, n);
    if (in_container && follows_text(decision, zone, shot))
        return true;
    return shot->caption && !is_plain && (in_container || in_frame);
}
