/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * What a reader sees: headings, the lines around the headline, and what class names call a part of the
 * article. One walk; each kind of claim has a file of its own beside this one.
 */
#include "evidence/visible.h"

#include "base/unicode.h"
#include "evidence/figures.h"
#include "evidence/sources.h"
#include "evidence/weights.h"
#include "evidence/words.h"

enum {
    NEAR_BELOW = 1800,     /* bytes of text behind the headline: a long standfirst and the line of author and date */
    CLOSE_BELOW = 500,     /* kicker, short lead, line of author and date */
    NEAR_ABOVE = 300,      /* bytes before it: kicker, date, section */
    CLAIMS_MOST = 40,      /* of one field; the deciders weigh the first ones of each source only */
    DOUBTFUL_MOST = 8,     /* of those that are of something else most likely */
    LINE_NODES = 60,       /* of one line; more is a box */
    STANDFIRST_GAP = 60,   /* bytes between the headline and a standfirst that is an h2 */
    STANDFIRST_WORDS = 12, /* of one that does not end as a sentence; a subheading has fewer */
    PERMALINK_MOST = 4,    /* bytes of one sign */
    BOX_NODES = 1000,      /* of anything whose text is read whole */
};

bl_nearness
bl_near_headline(const bl_visible *v, bl_node n)
{
    const uint32_t *before = v->evidence->text_before;
    if (v->headline == BL_NO_NODE)
        return BL_FAR;
    bl_node end = v->doc->nodes[v->headline].end;
    if (n >= end)
        return before[n] - before[end] <= NEAR_BELOW ? BL_BELOW : BL_FAR;
    if (n < v->headline && before[v->headline] - before[n] <= NEAR_ABOVE)
        return BL_ABOVE;
    return BL_FAR;
}

bool
bl_close_to_headline(const bl_visible *v, bl_node n)
{
    const uint32_t *before = v->evidence->text_before;
    return bl_near_headline(v, n) == BL_BELOW &&
           before[n] - before[v->doc->nodes[v->headline].end] <= CLOSE_BELOW;
}

bool
bl_in_furniture(const bl_visible *v, bl_node n)
{
    uint64_t words = bl_words_around(v->evidence, n);
    if (words & (BL_WORD_COMMENT | BL_WORD_RELATED | BL_WORD_NAV | BL_WORD_FOOTER | BL_WORD_COOKIE |
                 BL_WORD_NEWSLETTER | BL_WORD_AD | BL_WORD_LOGIN))
        return true;
    return bl_closest(v->doc, n, BL_TAG_NAV) != BL_NO_NODE ||
           (bl_closest(v->doc, n, BL_TAG_FOOTER) != BL_NO_NODE &&
            bl_closest(v->doc, n, BL_TAG_ARTICLE) == BL_NO_NODE);
}

bool
bl_is_line(const bl_document *doc, bl_node n)
{
    bl_node end = doc->nodes[n].end;
    if (end - n > LINE_NODES)
        return false;
    for (bl_node i = n + 1; i < end; i++)
        if (bl_is_element(doc, i) && doc->nodes[i].tag != BL_TAG_BR &&
            bl_tag_is_block((bl_tag)doc->nodes[i].tag))
            return false;
    return true;
}

bl_span
bl_line_text(const bl_visible *v, bl_node n, size_t most)
{
    size_t size = bl_text_size(v->evidence, n);
    if (size == 0 || size > most || v->doc->nodes[n].end - n > BOX_NODES)
        return BL_EMPTY;
    return bl_caption_text(v->evidence, n, true);
}

bool
bl_visible_is_full(const bl_visible *v, bl_field field)
{
    return v->evidence->claims[field].count >= CLAIMS_MOST;
}

bl_claim *
bl_visible_claim(const bl_visible *v, bl_field field, int weight, bl_span value, bl_node n)
{
    bool is_doubtful = weight < BL_WEIGHT_DOUBTFUL;
    if (bl_visible_is_full(v, field) || (is_doubtful && v->evidence->claims[field].count >= DOUBTFUL_MOST))
        return NULL;
    return bl_claim_add(v->evidence, field, BYLINE_SOURCE_VISIBLE, weight, value, n);
}

/* ---- the headline and what stands around it ------------------------------------------------- */

enum {
    KICKER_MOST = 80,  /* bytes of a line above a headline */
    ABOVE_MOST = 48,   /* ... that nothing calls a kicker */
    KICKER_NODES = 40, /* between it and the headline */
    LEAD_LEAST = 20,
    LEAD_MOST = 2500, /* bytes; the longest standfirsts have about 1,000 letters */
};

static bool
is_hidden(const bl_visible *v, bl_node n)
{
    return (bl_words_around(v->evidence, n) & (BL_WORD_HIDDEN | BL_WORD_SR_ONLY)) ||
           bl_attribute_of(v->doc, n, BL_ATTR_HIDDEN).p ||
           bl_closest(v->doc, n, BL_TAG_NOSCRIPT) != BL_NO_NODE;
}

static int
heading_weight(const bl_visible *v, bl_node n)
{
    const bl_node_record *node = &v->doc->nodes[n];
    uint64_t own = v->evidence->words[n], around = bl_words_around(v->evidence, n);
    int weight = node->tag == BL_TAG_H1 ? BL_WEIGHT_HEADLINE_H1 : BL_WEIGHT_HEADLINE_H2;
    if (bl_span_find_nocase(bl_attribute_of(v->doc, n, BL_ATTR_ITEMPROP), BL_SPAN("headline"), 0) !=
        BL_NOT_FOUND)
        weight += BL_WEIGHT_HEADLINE_MARKED;
    if (own & BL_WORD_HEADLINE)
        weight += BL_WEIGHT_HEADLINE_NAMED;
    if (is_hidden(v, n) || (own & BL_WORD_LOGO))
        weight -= BL_WEIGHT_HEADLINE_ELSEWHERE;
    if (bl_in_furniture(v, n) || (around & (BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_POPUP)) ||
        bl_closest(v->doc, n, BL_TAG_ASIDE) != BL_NO_NODE)
        weight -= BL_WEIGHT_HEADLINE_ELSEWHERE;
    return weight > 0 ? weight : 1;
}

/* A link to the heading that it stands in: "#" or a pilcrow. */
static bool
is_permalink(const bl_visible *v, bl_node n)
{
    bl_span text;
    size_t at = 0;
    if (v->doc->nodes[n].tag != BL_TAG_A || bl_text_size(v->evidence, n) > PERMALINK_MOST)
        return false;
    text = bl_line_text(v, n, PERMALINK_MOST);
    uint32_t sign = bl_rune_next(text, &at);
    return text.n && at == text.n && !bl_rune_is_letter(sign) && !bl_rune_is_digit(sign) &&
           bl_span_starts(bl_trim(bl_attribute_of(v->doc, n, BL_ATTR_HREF)), BL_SPAN("#"));
}

/* The heading without the kicker that some pages put inside it. */
static bl_span
heading_text(const bl_visible *v, bl_node n, bl_node *kicker)
{
    const bl_document *doc = v->doc;
    bl_builder b = bl_builder_in(v->evidence->passing);
    bool is_first = true; /* no text yet */
    *kicker = BL_NO_NODE;
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++) {
        uint64_t own = v->evidence->words[i];
        if (!bl_is_element(doc, i)) {
            is_first = is_first && bl_trim(bl_node_text(&doc->nodes[i])).n == 0;
            bl_builder_add(&b, bl_node_text(&doc->nodes[i]));
            continue;
        }
        if (is_permalink(v, i)) {
            i = doc->nodes[i].end - 1;
            continue;
        }
        bool is_kicker = (own & BL_WORD_KICKER) && !(own & BL_WORD_HEADLINE) && is_first;
        if (is_kicker && *kicker == BL_NO_NODE && bl_text_size(v->evidence, i) > 0 &&
            bl_text_size(v->evidence, i) < bl_text_size(v->evidence, n)) {
            *kicker = i;
            i = doc->nodes[i].end - 1;
        } else if (bl_tag_is_hidden((bl_tag)doc->nodes[i].tag) || doc->nodes[i].tag == BL_TAG_BUTTON ||
                   (own & (BL_WORD_SR_ONLY | BL_WORD_HIDDEN)) ||
                   ((own & (BL_WORD_COMMENT | BL_WORD_SHARE)) &&
                    2 * bl_text_size(v->evidence, i) < bl_text_size(v->evidence, n))) {
            i = doc->nodes[i].end - 1;
        } else if (bl_tag_is_block((bl_tag)doc->nodes[i].tag) ||
                   (own & (BL_WORD_KICKER | BL_WORD_HEADLINE))) {
            bl_builder_add_char(&b, ' ');
        }
    }
    return bl_clean(v->evidence->passing, bl_builder_span(&b), false);
}

static void
claim_headings(bl_visible *v)
{
    const bl_document *doc = v->doc;
    int best = 0;
    for (bl_node n = 0; n < doc->count; n++) {
        if (doc->nodes[n].tag != BL_TAG_H1 && doc->nodes[n].tag != BL_TAG_H2)
            continue;
        size_t size = bl_text_size(v->evidence, n);
        if (size == 0 || size > LEAD_MOST)
            continue;
        int weight = heading_weight(v, n);
        bl_node kicker;
        bl_span text = heading_text(v, n, &kicker);
        if (weight > best && text.n > 0) {
            best = weight;
            v->headline = n;
        }
        if (doc->nodes[n].tag == BL_TAG_H1 || weight > BL_WEIGHT_HEADLINE_H2)
            bl_visible_claim(v, BL_FIELD_HEADLINE, weight, text, n);
        if (kicker != BL_NO_NODE)
            bl_visible_claim(v, BL_FIELD_KICKER, BL_WEIGHT_KICKER_INSIDE,
                             bl_line_text(v, kicker, KICKER_MOST), kicker);
    }
    if (v->headline != BL_NO_NODE && doc->nodes[v->headline].tag == BL_TAG_H2 &&
        best <= BL_WEIGHT_HEADLINE_H2) {
        bl_node kicker;
        bl_visible_claim(v, BL_FIELD_HEADLINE, best, heading_text(v, v->headline, &kicker), v->headline);
    }
}

/* The titles speak of another heading than the heaviest: that one is of the site then. */
static void
claim_anchor(bl_visible *v)
{
    bl_node anchor = bl_visible_anchor(v), kicker;
    if (anchor != v->headline && v->doc->nodes[anchor].tag != BL_TAG_H1)
        bl_visible_claim(v, BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_H2, heading_text(v, anchor, &kicker), anchor);
    v->headline = anchor;
}

static bool
ends_like_sentence(bl_span text)
{
    size_t at = text.n;
    uint32_t last = bl_rune_back(text, &at);
    return last == '.' || last == 0x3002 || last == 0x0964 || last == 0x06d4;
}

/* Is n the line right above the h1, in one box with it, and short? */
static bool
is_line_above(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    const uint64_t other = BL_WORD_DATE | BL_WORD_BYLINE | BL_WORD_META | BL_WORD_SHARE | BL_WORD_TOOLS | BL_WORD_LOGO |
                           BL_WORD_BREADCRUMB | BL_WORD_LEAD | BL_WORD_SEARCH | BL_WORD_POPUP |
                           BL_WORD_LOGIN | BL_WORD_PAYWALL | BL_WORD_HIDDEN | BL_WORD_SR_ONLY | BL_WORD_CAPTION |
                           BL_WORD_HEADLINE;
    size_t size = bl_text_size(v->evidence, n);
    if (v->headline == BL_NO_NODE || doc->nodes[v->headline].tag != BL_TAG_H1 || size == 0 || size > ABOVE_MOST ||
        n >= v->headline || doc->nodes[n].parent != doc->nodes[v->headline].parent ||
        v->evidence->text_before[v->headline] != v->evidence->text_before[doc->nodes[n].end])
        return false;
    bl_node box = doc->nodes[n].parent;
    if (box == BL_NO_NODE || doc->nodes[box].tag == BL_TAG_BODY)
        return false;
    return bl_is_line(doc, n) && !bl_in_furniture(v, n) && !(v->evidence->words[n] & other);
}

static bool
is_one_link(const bl_visible *v, bl_node n)
{
    for (bl_node i = n; i < v->doc->nodes[n].end; i++)
        if (v->doc->nodes[i].tag == BL_TAG_A)
            return bl_text_size(v->evidence, i) == bl_text_size(v->evidence, n);
    return false;
}

static void
claim_line_above(bl_visible *v, bl_node n)
{
    bl_span text = bl_label_text(v, n, ABOVE_MOST);
    size_t at = 0;
    if (bl_digit_count(text))
        return; /* a date, the time it takes to read */
    if (text.n && (text.p[0] == '#' || bl_rune_is_letter(bl_rune_next(text, &at))))
        bl_visible_claim(v, BL_FIELD_KICKER, BL_WEIGHT_KICKER_ABOVE, text, n);
    if (text.n && is_one_link(v, n))
        bl_visible_claim(v, BL_FIELD_SECTION, BL_WEIGHT_SECTION_ABOVE, text, n);
}

void
bl_visible_heading(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint64_t own = v->evidence->words[n];
    bl_nearness near = bl_near_headline(v, n);
    size_t size = bl_text_size(v->evidence, n);
    if (near == BL_ABOVE && (own & (BL_WORD_KICKER | BL_WORD_SECTION)) && size > 0 && size <= KICKER_MOST &&
        v->headline - n <= KICKER_NODES && !bl_contains(doc, n, v->headline) && !bl_in_furniture(v, n) &&
        !((own | v->evidence->words_above[n]) & BL_WORD_BREADCRUMB) && !(own & (BL_WORD_DATE | BL_WORD_BYLINE)))
        bl_visible_claim(v, BL_FIELD_KICKER,
                         own & BL_WORD_KICKER ? BL_WEIGHT_KICKER_NAMED : BL_WEIGHT_KICKER_SECTION,
                         bl_label_text(v, n, KICKER_MOST), n);
    else if (near == BL_ABOVE && is_line_above(v, n))
        claim_line_above(v, n);
    if (near == BL_FAR || size < LEAD_LEAST || size > LEAD_MOST || bl_in_furniture(v, n) ||
        doc->nodes[n].end - n > BOX_NODES)
        return;
    if (v->evidence->words_above[n] & BL_WORD_LEAD)
        return; /* the outer element has said it */
    bool is_named = (own & BL_WORD_LEAD) && !(own & (BL_WORD_FIGURE | BL_WORD_CAPTION | BL_WORD_TEASER |
                                                     BL_WORD_BYLINE | BL_WORD_HEADLINE | BL_WORD_GALLERY));
    is_named |= (own & BL_WORD_LEAD) && doc->nodes[n].tag == BL_TAG_P && !(own & BL_WORD_CAPTION);
    if (is_named && !bl_contains(doc, n, v->headline)) {
        bl_visible_claim(v, BL_FIELD_LEAD, near == BL_BELOW ? BL_WEIGHT_LEAD_NAMED : BL_WEIGHT_LEAD_ABOVE,
                         bl_caption_text(v->evidence, n, true), n);
        return;
    }
    /* An h2 right under the headline that is a sentence is a standfirst, no subheading. */
    if (near == BL_BELOW && doc->nodes[n].tag == BL_TAG_H2 && n != v->headline) {
        bl_span text = bl_line_text(v, n, LEAD_MOST);
        uint32_t between =
            v->evidence->text_before[n] - v->evidence->text_before[doc->nodes[v->headline].end];
        if (between < STANDFIRST_GAP && (ends_like_sentence(text) || bl_word_count(text) >= STANDFIRST_WORDS))
            bl_visible_claim(v, BL_FIELD_LEAD, BL_WEIGHT_LEAD_H2, text, n);
    }
}

void
bl_collect_visible(bl_evidence *evidence)
{
    bl_visible v = {.evidence = evidence, .doc = evidence->document, .headline = BL_NO_NODE};
    claim_headings(&v);
    claim_anchor(&v);
    for (bl_node n = 0; n < v.doc->count; n++) {
        if (!bl_is_element(v.doc, n))
            continue;
        if (bl_tag_is_hidden((bl_tag)v.doc->nodes[n].tag) && v.doc->nodes[n].tag != BL_TAG_HEAD) {
            n = v.doc->nodes[n].end - 1;
            continue;
        }
        bl_visible_short_url(&v, n);
        if (bl_text_size(evidence, n) == 0 && v.doc->nodes[n].tag != BL_TAG_TIME &&
            !(evidence->words[n] & BL_WORD_DATE))
            continue;
        bl_visible_heading(&v, n);
        bl_visible_date(&v, n);
        bl_visible_person(&v, n);
        bl_visible_text(&v, n);
        bl_visible_topic(&v, n);
        bl_visible_section(&v, n);
        bl_arena_empty(evidence->passing);
    }
}
