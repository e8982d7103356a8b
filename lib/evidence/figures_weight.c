/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* How surely a picture is of a story at all: by the boxes, links and names around it. */
#include "evidence/figures.h"

#include "base/unicode.h"
#include "evidence/figures_url.h"
#include "evidence/url.h"
#include "evidence/weights.h"
#include "evidence/words.h"

enum {
    CARD_LINK_TEXT = 20, /* bytes of links beside a picture that may name another story */
    LOGO_TEXT = 50,      /* bytes of an alternative text that names one */
    LOGO_WIDTH = 200,    /* pixels */
    CARD_TEXT = 400,     /* bytes of a box that shows one */
};

/* Boxes that show other stories, or no story at all. */
#define OTHER_STORIES                                                                                 \
    (BL_WORD_RELATED | BL_WORD_NAV | BL_WORD_FOOTER | BL_WORD_COMMENT | BL_WORD_AD | BL_WORD_COOKIE | \
     BL_WORD_NEWSLETTER | BL_WORD_BIO | BL_WORD_POLL)
/* Names that pictures of the article carry as well: "picture-widget", "header-teaser__image". */
#define DOUBTFUL (BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_PROMO | BL_WORD_SHARE | BL_WORD_SEARCH | BL_WORD_LOGIN)

/* Sizes that advertisements have and photographs may have too. */
static bool
has_ad_size(const bl_document *doc, bl_node n)
{
    static const uint32_t sizes[][2] = {{300, 250}, {336, 280}, {250, 250}, {300, 600}, {320, 100}, {970, 250}};
    uint32_t width = bl_pixels_of(bl_attribute_of(doc, n, BL_ATTR_WIDTH));
    uint32_t height = bl_pixels_of(bl_attribute_of(doc, n, BL_ATTR_HEIGHT));
    for (size_t i = 0; i < BL_COUNT(sizes); i++)
        if (width == sizes[i][0] && height == sizes[i][1])
            return true;
    return false;
}

/* A card that leads to another story: a link with a heading, or with most of the words, around the picture.
 */
static bool
is_teaser(const bl_figures *f, bl_node n, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node up = doc->nodes[scope].parent;
    bl_node link = bl_closest(doc, n, BL_TAG_A);
    size_t text = 0;
    for (bl_node i = scope; i < doc->nodes[scope].end; i++) {
        if (doc->nodes[i].tag == BL_TAG_FIGCAPTION)
            i = doc->nodes[i].end - 1;
        else if (doc->nodes[i].tag >= BL_TAG_H2 && doc->nodes[i].tag <= BL_TAG_H6)
            return true;
        else if (doc->nodes[i].tag == BL_TAG_A)
            text += bl_text_size(f->evidence, i);
    }
    if (link != BL_NO_NODE && bl_pictures_in(f, link) == 1)
        for (bl_node i = link; i < doc->nodes[link].end; i++)
            if (doc->nodes[i].tag >= BL_TAG_H2 && doc->nodes[i].tag <= BL_TAG_H6)
                return true;
    if (doc->nodes[scope].tag != BL_TAG_FIGURE && text > CARD_LINK_TEXT && 2 * text > bl_text_size(f->evidence, scope))
        return true;
    /* The scope stops before a heading: is it a short box with that heading as a link? */
    if (up == BL_NO_NODE || bl_pictures_in(f, up) != 1 || bl_text_size(f->evidence, up) > CARD_TEXT ||
        link == BL_NO_NODE)
        return false;
    for (bl_node i = up; i < doc->nodes[up].end; i++)
        if (doc->nodes[i].tag >= BL_TAG_H2 && doc->nodes[i].tag <= BL_TAG_H6)
            return true;
    return false;
}

/* Do the nearest elements around the picture call it an icon or a portrait of the author? */
static bool
is_logo(const bl_figures *f, bl_node n)
{
    uint64_t words = 0;
    for (int steps = 0; steps < 4 && n != BL_NO_NODE; steps++, n = f->doc->nodes[n].parent)
        words |= bl_figure_words(f, n);
    return (words & (BL_WORD_LOGO | BL_WORD_BIO)) != 0;
}

/* "The Shore Echo logo", "Logo: The Shore Echo", unless it is as large as a picture of what is told. */
static bool
says_logo(const bl_figures *f, bl_node n)
{
    bl_span alt = bl_trim(bl_attribute_of(f->doc, n, BL_ATTR_ALT));
    bool is_said = bl_span_ends_nocase(alt, BL_SPAN(" logo")) || bl_span_starts_nocase(alt, BL_SPAN("logo ")) ||
                   bl_span_starts_nocase(alt, BL_SPAN("logo:")) || bl_span_equal_nocase(alt, BL_SPAN("logo"));
    return is_said && alt.n <= LOGO_TEXT && bl_pixels_of(bl_attribute_of(f->doc, n, BL_ATTR_WIDTH)) < LOGO_WIDTH;
}

/* A figure whose caption is the byline shows who wrote the text. */
static bool
is_portrait(const bl_figures *f, bl_node n)
{
    const bl_document *doc = f->doc;
    bl_node figure = bl_closest(doc, n, BL_TAG_FIGURE), caption = BL_NO_NODE;
    if (figure == BL_NO_NODE || doc->nodes[figure].end - figure > BL_APART_NODES)
        return false;
    for (bl_node i = figure; i < doc->nodes[figure].end; i++) {
        if (doc->nodes[i].tag == BL_TAG_FIGCAPTION)
            caption = i;
        if (caption == BL_NO_NODE || i >= doc->nodes[caption].end)
            continue;
        if (doc->nodes[i].tag == BL_TAG_ADDRESS ||
            bl_span_equal_nocase(bl_attribute_of(doc, i, BL_ATTR_REL), BL_SPAN("author")))
            return true;
    }
    return false;
}

/* The size of an advertisement, and a link to another site. */
static bool
is_ad(const bl_figures *f, bl_node n)
{
    bl_node link = bl_closest(f->doc, n, BL_TAG_A);
    if (link == BL_NO_NODE || !has_ad_size(f->doc, n))
        return false;
    bl_span href = bl_trim(bl_attribute_of(f->doc, link, BL_ATTR_HREF));
    bl_url url;
    return bl_url_split(href, &url) && !bl_url_same_site(f->evidence->base, href);
}

/* The logo in the head of the page leads to the front page, a button to where the page is shared. */
static bool
is_button(const bl_figures *f, bl_node n)
{
    static const char *const shares[] = {"share", "/intent/", "/pin/create"};
    bl_node link = bl_closest(f->doc, n, BL_TAG_A);
    if (link == BL_NO_NODE || bl_pictures_in(f, link) != 1)
        return false;
    bl_span href = bl_trim(bl_attribute_of(f->doc, link, BL_ATTR_HREF)), base = f->evidence->base;
    bl_url url;
    bool is_absolute = bl_url_split(href, &url);
    bool in_head = bl_closest(f->doc, n, BL_TAG_H1) != BL_NO_NODE || bl_closest(f->doc, n, BL_TAG_HEADER) != BL_NO_NODE;
    if (in_head && (bl_span_equal(href, BL_SPAN("/")) ||
                    (is_absolute && url.path.n <= 1 && url.query.n == 0 && bl_url_same_site(base, href))))
        return true;
    bl_span address = bl_span_head(href, bl_span_find_char(href, '?', 0));
    return is_absolute && !bl_url_same_site(base, href) && bl_span_holds_any_nocase(address, shares, BL_COUNT(shares));
}

/* What names around the picture say of it. An article is called promoted or shareable as a whole. */
static uint64_t
words_beside(const bl_figures *f, bl_node n)
{
    const uint64_t of_system = BL_WORD_PROMO | BL_WORD_SHARE | BL_WORD_SEARCH | BL_WORD_LOGIN;
    uint64_t words = bl_words_around(f->evidence, n), inner = 0;
    bl_node figure = bl_closest(f->doc, n, BL_TAG_FIGURE);
    if (figure != BL_NO_NODE) /* inside it "related picture" is said of the picture */
        words &= ~(BL_WORD_RELATED & ~bl_words_around(f->evidence, figure));
    while (n != BL_NO_NODE && f->doc->nodes[n].tag != BL_TAG_ARTICLE) {
        inner |= bl_figure_words(f, n);
        n = f->doc->nodes[n].parent;
    }
    return n == BL_NO_NODE ? words : words & ~(of_system & ~inner);
}

int
bl_picture_weight(const bl_figures *f, bl_node n, bl_node scope, bool has_caption)
{
    const bl_document *doc = f->doc;
    uint64_t words = words_beside(f, n);
    bool in_figure = bl_closest(doc, n, BL_TAG_FIGURE) != BL_NO_NODE;
    if ((words & OTHER_STORIES) || bl_closest(doc, n, BL_TAG_NAV) != BL_NO_NODE ||
        bl_closest(doc, n, BL_TAG_FOOTER) != BL_NO_NODE || is_logo(f, n) || is_portrait(f, n) ||
        is_teaser(f, n, scope) || (!has_caption && (is_ad(f, n) || is_button(f, n) || says_logo(f, n))))
        return BL_WEIGHT_IMAGE_FURNITURE;
    if (has_caption)
        return BL_WEIGHT_IMAGE_CAPTION;
    if ((words & DOUBTFUL) || bl_closest(doc, n, BL_TAG_ASIDE) != BL_NO_NODE)
        return BL_WEIGHT_IMAGE_DOUBTFUL;
    return in_figure ? BL_WEIGHT_IMAGE_FIGURE : BL_WEIGHT_IMAGE_PLAIN;
}
