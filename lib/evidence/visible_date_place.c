/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Where a visible date stands, and whether it may be of something else there. */
#include "evidence/visible_date_place.h"

#include "evidence/weights.h"
#include "evidence/words.h"

enum {
    MENU_LINKS = 5,        /* between a date and the headline below it: the date belongs to what is above */
    STORY_LINK = 30,       /* bytes of a link that is a headline */
    BETWEEN_NODES = 400,   /* from a date to the headline below it; more are a menu too, whatever it holds */
    CARD_TEXT = 600,       /* bytes of an article that is a card */
    CLOSE_ABOVE = 100,     /* bytes of text from a date to the end of the line above the headline */
};

/* Links between n and the headline below it; a menu, or the headline of another story, counts as too many. */
static int
links_between(const bl_visible *v, bl_node n)
{
    bl_node end = v->doc->nodes[n].end;
    int links = v->headline > end + BETWEEN_NODES ? MENU_LINKS + 1 : 0;
    for (bl_node i = end; i < v->headline && links <= MENU_LINKS; i++) {
        size_t size = v->doc->nodes[i].tag == BL_TAG_A ? bl_text_size(v->evidence, i) : 0;
        links += size > STORY_LINK ? MENU_LINKS + 1 : size > 0;
    }
    return links;
}

bl_nearness
bl_date_nearness(const bl_visible *v, bl_node n)
{
    bl_nearness near = bl_near_headline(v, n);
    return near == BL_ABOVE && links_between(v, n) > MENU_LINKS ? BL_FAR : near;
}

/* Right above the headline, with no link between. */
static bool
is_close_above(const bl_visible *v, bl_node n)
{
    const uint32_t *before = v->evidence->text_before;
    if (bl_near_headline(v, n) != BL_ABOVE || before[v->headline] - before[n] > CLOSE_ABOVE)
        return false;
    return links_between(v, n) == 0;
}

/* In a link to another story, in a small article of its own, or in what somebody else has written. */
static bool
is_card(const bl_visible *v, bl_node n)
{
    bl_node article = bl_closest(v->doc, n, BL_TAG_ARTICLE), link = bl_closest(v->doc, n, BL_TAG_A);
    return bl_closest(v->doc, n, BL_TAG_BLOCKQUOTE) != BL_NO_NODE ||
           (link != BL_NO_NODE &&
            bl_text_size(v->evidence, link) > bl_text_size(v->evidence, n) + STORY_LINK) ||
           (article != BL_NO_NODE && !bl_contains(v->doc, article, v->headline) &&
            bl_text_size(v->evidence, article) <= CARD_TEXT);
}

/* In the banner of the page, above the headline and outside of what holds it: the day of the reader. */
static bool
is_in_banner(const bl_visible *v, bl_node n)
{
    bl_node header = bl_closest(v->doc, n, BL_TAG_HEADER);
    return header != BL_NO_NODE && v->headline != BL_NO_NODE && n < v->headline &&
           !bl_contains(v->doc, header, v->headline) &&
           v->doc->nodes[header].parent != v->doc->nodes[v->headline].parent &&
           bl_closest(v->doc, header, BL_TAG_ARTICLE) == BL_NO_NODE &&
           bl_closest(v->doc, header, BL_TAG_MAIN) == BL_NO_NODE;
}

bool
bl_date_is_elsewhere(const bl_visible *v, bl_node n)
{
    uint64_t around = bl_words_around(v->evidence, n);
    if (is_in_banner(v, n))
        return true;
    if (v->headline != BL_NO_NODE) /* a "comment" may be a kind of article */
        around &= ~v->evidence->words[v->headline];
    if (bl_close_to_headline(v, n) || is_close_above(v, n))
        return (around & (BL_WORD_COMMENT | BL_WORD_RELATED | BL_WORD_NAV | BL_WORD_COOKIE)) ||
               bl_is_of_facts(v->evidence, n) || bl_closest(v->doc, n, BL_TAG_NAV) != BL_NO_NODE || is_card(v, n);
    return bl_in_furniture(v, n) || bl_is_of_facts(v->evidence, n) ||
           (around & (BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_BIO | BL_WORD_EMBED)) ||
           bl_closest(v->doc, n, BL_TAG_ASIDE) != BL_NO_NODE || is_card(v, n);
}

int
bl_date_weight_elsewhere(const bl_visible *v, bl_node n)
{
    if (bl_is_of_facts(v->evidence, n) || is_in_banner(v, n))
        return BL_WEIGHT_DATE_OTHER;
    bool is_post = bl_close_to_headline(v, n) && (bl_words_around(v->evidence, n) & BL_WORD_COMMENT);
    return is_post ? BL_WEIGHT_DATE_POST : BL_WEIGHT_DATE_ELSEWHERE;
}
