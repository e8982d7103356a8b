/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * words.h - what the names on an element say of it: its class, id, itemprop, role and test id.
 *
 * Each element gets a set of bits, one for each thing that words.def knows names for, in many languages.
 * A name may say several things ("lead-image" is LEAD and FIGURE): a reader asks for the bits it wants
 * and for the absence of those that contradict.
 */
#ifndef BL_EVIDENCE_WORDS_H
#define BL_EVIDENCE_WORDS_H

#include "evidence/evidence.h"

typedef enum bl_word_index {
#define WORD(id, about) BL_WORD_INDEX_##id,
#include "evidence/words.def"
#undef WORD
    BL_WORD_INDEX_COUNT
} bl_word_index;

#define BL_WORD_BIT(id) ((uint64_t)1 << BL_WORD_INDEX_##id)

/* The bits as constants: BL_WORD_CAPTION. Macros, for an enum holds no 64 bits in C11. */
#define BL_WORD_HEADLINE BL_WORD_BIT(HEADLINE)
#define BL_WORD_KICKER BL_WORD_BIT(KICKER)
#define BL_WORD_LEAD BL_WORD_BIT(LEAD)
#define BL_WORD_BYLINE BL_WORD_BIT(BYLINE)
#define BL_WORD_DATE BL_WORD_BIT(DATE)
#define BL_WORD_MODIFIED BL_WORD_BIT(MODIFIED)
#define BL_WORD_DATELINE BL_WORD_BIT(DATELINE)
#define BL_WORD_SECTION BL_WORD_BIT(SECTION)
#define BL_WORD_TAGS BL_WORD_BIT(TAGS)
#define BL_WORD_SHORTLINK BL_WORD_BIT(SHORTLINK)
#define BL_WORD_CAPTION BL_WORD_BIT(CAPTION)
#define BL_WORD_CREDIT BL_WORD_BIT(CREDIT)
#define BL_WORD_FIGURE BL_WORD_BIT(FIGURE)
#define BL_WORD_GALLERY BL_WORD_BIT(GALLERY)
#define BL_WORD_VIDEO BL_WORD_BIT(VIDEO)
#define BL_WORD_BODY BL_WORD_BIT(BODY)
#define BL_WORD_ARTICLE BL_WORD_BIT(ARTICLE)
#define BL_WORD_META BL_WORD_BIT(META)
#define BL_WORD_SIGNOFF BL_WORD_BIT(SIGNOFF)
#define BL_WORD_QUOTE BL_WORD_BIT(QUOTE)
#define BL_WORD_BOX BL_WORD_BIT(BOX)
#define BL_WORD_LIVE BL_WORD_BIT(LIVE)
#define BL_WORD_EMBED BL_WORD_BIT(EMBED)
#define BL_WORD_COMMENT BL_WORD_BIT(COMMENT)
#define BL_WORD_RELATED BL_WORD_BIT(RELATED)
#define BL_WORD_TEASER BL_WORD_BIT(TEASER)
#define BL_WORD_SHARE BL_WORD_BIT(SHARE)
#define BL_WORD_NEWSLETTER BL_WORD_BIT(NEWSLETTER)
#define BL_WORD_AD BL_WORD_BIT(AD)
#define BL_WORD_NAV BL_WORD_BIT(NAV)
#define BL_WORD_BREADCRUMB BL_WORD_BIT(BREADCRUMB)
#define BL_WORD_FOOTER BL_WORD_BIT(FOOTER)
#define BL_WORD_HEADER BL_WORD_BIT(HEADER)
#define BL_WORD_COOKIE BL_WORD_BIT(COOKIE)
#define BL_WORD_PAYWALL BL_WORD_BIT(PAYWALL)
#define BL_WORD_LOGIN BL_WORD_BIT(LOGIN)
#define BL_WORD_SIDEBAR BL_WORD_BIT(SIDEBAR)
#define BL_WORD_BIO BL_WORD_BIT(BIO)
#define BL_WORD_HIDDEN BL_WORD_BIT(HIDDEN)
#define BL_WORD_SR_ONLY BL_WORD_BIT(SR_ONLY)
#define BL_WORD_PROMO BL_WORD_BIT(PROMO)
#define BL_WORD_LOGO BL_WORD_BIT(LOGO)
#define BL_WORD_POPUP BL_WORD_BIT(POPUP)
#define BL_WORD_POLL BL_WORD_BIT(POLL)
#define BL_WORD_SEARCH BL_WORD_BIT(SEARCH)
#define BL_WORD_TOOLS BL_WORD_BIT(TOOLS)

/* Furniture: what is inside such an element is not the article's text. */
#define BL_WORDS_FURNITURE                                                                                   \
    (BL_WORD_COMMENT | BL_WORD_RELATED | BL_WORD_SHARE | BL_WORD_NEWSLETTER | BL_WORD_AD | BL_WORD_NAV |     \
     BL_WORD_FOOTER | BL_WORD_COOKIE | BL_WORD_LOGIN | BL_WORD_SEARCH | BL_WORD_POPUP)

/* What a name says; a list of names parted by spaces says all that each one says. */
uint64_t bl_words_of(bl_span name);

/*
 * Fill evidence->words, ->words_above, ->text_before and ->digits_before. words_above[n] is what the ancestors of
 * n say.
 * The main element, one that holds the headline, or one that holds nearly all the text of the page is a frame around
 * everything: its names ("with-sidebar", "has-ads") pass on only that it is an article, a live blog, a gallery or its
 * text.
 */
void bl_words_collect(bl_evidence *evidence);

/* All names on n and around it. */
static inline uint64_t
bl_words_around(const bl_evidence *evidence, bl_node n)
{
    return evidence->words[n] | evidence->words_above[n];
}

/* In a table of facts beside the text: when a company was founded, who directed a film. */
static inline bool
bl_is_of_facts(const bl_evidence *evidence, bl_node n)
{
    return bl_words_around(evidence, n) & BL_WORD_BOX && bl_closest(evidence->document, n, BL_TAG_TABLE) != BL_NO_NODE;
}

/* May a digit, of whatever script, stand in the texts of the subtree of n? */
static inline bool
bl_may_hold_digit(const bl_evidence *evidence, bl_node n)
{
    return evidence->digits_before[evidence->document->nodes[n].end] > evidence->digits_before[n];
}

/* Bytes of text in the subtree of n that are not white space, script or style. */
static inline size_t
bl_text_size(const bl_evidence *evidence, bl_node n)
{
    BL_HOLDS(evidence->text_before);
    return evidence->text_before[evidence->document->nodes[n].end] - evidence->text_before[n];
}

#endif
