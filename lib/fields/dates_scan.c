/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"
#include "evidence/date_line.h"
#include "evidence/visible_labels.h"
#include "evidence/words.h"
#include "fields/dates.h"

enum {
    LONGEST_TEXT = 90, /* a longer text is a sentence that tells of a date */
    HEAD = 24,         /* bytes that a date takes at the start of a paragraph: "01.02.2022 The market" */
    MOST_TRIES = 300,  /* a page is not read for ever */
    LABEL_BYTES = 24,  /* beside an old date */
    FIRST_WEB = 631152000, /* 1 January 1990, in seconds */
};

/* Parts of a page whose dates are of other things; the foot of an article may bear a class like that of a page. */
#define FOOT (BL_WORD_FOOTER | BL_WORD_HEADER | BL_WORD_BIO)
#define ELSEWHERE (BL_WORDS_FURNITURE | BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_EMBED | FOOT)

static bool
may_be_date(bl_span text)
{
    return bl_digit_count(text) >= 3;
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

/* A short text that holds a date, or a paragraph that begins with one in digits. */
static bool
says_date(const bl_decision *decision, bl_span text, byline_date *date)
{
    if (text.n > LONGEST_TEXT) {
        if (!bl_is_digit(text.p[0]))
            return false;
        text = bl_span_head(text, HEAD);
    }
    bl_span where;
    if (!may_be_date(text) || !bl_read_date_in(text, &decision->line, date, &where) ||
        date->precision < BYLINE_PRECISION_DAY || bl_date_is_prose(text, where))
        return false;
    /* before the Web a line that tells of a day is history; an archive's old page has the day and a label */
    return date->seconds >= FIRST_WEB || text.n - where.n <= LABEL_BYTES;
}

static bool
is_change(const bl_decision *decision, bl_span text)
{
    size_t start, end;
    bl_span folded = bl_fold(decision->scratch, bl_span_head(text, LONGEST_TEXT));
    return bl_label_find(folded, 0, false, &start, &end) == BL_LABEL_MODIFIED;
}

/* The first date outside of these parts; one that is called the last change only where wants_changes. */
static bool
scan_outside(const bl_decision *decision, uint64_t elsewhere, bool wants_changes, byline_date *date,
             bl_node *node)
{
    const bl_document *doc = decision->evidence->document;
    int tries = 0;
    for (bl_node n = headline_of(decision); n < doc->count && tries < MOST_TRIES; n++) {
        if (doc->nodes[n].tag != BL_TAG_TEXT) {
            if (bl_tag_is_hidden((bl_tag)doc->nodes[n].tag))
                n = doc->nodes[n].end - 1;
            continue;
        }
        bl_span text = doc->nodes[n].is_blank ? BL_EMPTY : bl_span_trim(bl_node_text(&doc->nodes[n]));
        if (text.n == 0)
            continue;
        tries += may_be_date(bl_span_head(text, LONGEST_TEXT));
        if (bl_words_around(decision->evidence, n) & elsewhere || bl_is_of_facts(decision->evidence, n) ||
            !says_date(decision, text, date) || is_change(decision, text) != wants_changes)
            continue;
        *node = n;
        return true;
    }
    return false;
}

bool
bl_date_scan(bl_decision *decision, byline_date *date, bl_node *node)
{
    const uint64_t inside = ELSEWHERE & ~(uint64_t)FOOT;
    return scan_outside(decision, ELSEWHERE, false, date, node) ||
           scan_outside(decision, inside, false, date, node) ||
           scan_outside(decision, inside, true, date, node);
}
