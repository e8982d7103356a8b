/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/words.h"
#include "fields/dates.h"

/* A longer text is a sentence that tells of a date. A page is not read for ever. */
enum { LONGEST_TEXT = 90, MOST_TRIES = 300 };

/* Parts of a page whose dates are of other things. */
#define ELSEWHERE                                                                                            \
    (BL_WORDS_FURNITURE | BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_EMBED | BL_WORD_HEADER | BL_WORD_BIO)

static bool
may_be_date(bl_span text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.n; i++)
        digits += bl_is_digit(text.p[i]);
    return digits >= 3;
}

static bl_node
headline_of(const bl_decision *decision)
{
    const bl_evidence *evidence = decision->evidence;
    const bl_claim *best = NULL;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (claim->source == BYLINE_SOURCE_VISIBLE && (!best || claim->score > best->score))
            best = claim;
    }
    return best ? best->node : 0;
}

bool
bl_date_scan(bl_decision *decision, byline_date *date, bl_node *node)
{
    const bl_document *doc = decision->evidence->document;
    int tries = 0;
    for (bl_node n = headline_of(decision); n < doc->count && tries < MOST_TRIES; n++) {
        if (doc->nodes[n].tag != BL_TAG_TEXT) {
            if (bl_tag_is_hidden((bl_tag)doc->nodes[n].tag))
                n = doc->nodes[n].end - 1;
            continue;
        }
        bl_span text = doc->nodes[n].is_blank ? BL_EMPTY : bl_span_trim(doc->nodes[n].text);
        if (text.n == 0 || text.n > LONGEST_TEXT || !may_be_date(text))
            continue;
        tries++;
        if (!bl_read_date(text, &decision->line, date) || date->precision < BYLINE_PRECISION_DAY ||
            (bl_words_around(decision->evidence, n) & ELSEWHERE))
            continue;
        *node = n;
        return true;
    }
    return false;
}
