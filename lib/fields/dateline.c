/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The dateline: the head of the first paragraph, which stays in the body as it is printed. */
#include "base/unicode.h"
#include "fields/decide.h"

enum {
    FIRST_BLOCKS = 3, /* the first paragraph may stand behind a heading or a line in italics */
    ANEW_DAYS = 14,   /* from a dateline to a record that is none of publication */
};

/* A place alone may be a run-in head: the grammar says how sure it is. */
#define SURE 0.5
/* How sure the day of publication is that only a dateline prints. */
#define SURE_DAY 0.5
/* A class that calls it a dateline settles the doubt. */
#define SURE_WHEN_MARKED 0.2

/* Does an element with a dateline class say the start of text? */
static const bl_claim *
marked(const bl_decision *decision, bl_span text)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_DATELINE].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_DATELINE].at[i];
        if (claim->node != BL_NO_NODE &&
            bl_span_starts_nocase(text, bl_clean(decision->scratch, claim->value, false)))
            return claim;
    }
    return NULL;
}

/* Does it print the year of its day? Without, the year was taken from the day of publication. */
static bool
has_year(const byline_dateline *dateline)
{
    return dateline->date && bl_holds_year(bl_span_of(dateline->date_text));
}

/*
 * "OSTVIK, Fla., May 6, 2015 /PRNewswire/": a text goes out on the day of its dateline. It is the day of publication
 * where the page tells of none, or of one that is so much later that its record was made anew.
 */
static void
publish_on(bl_decision *decision, const byline_dateline *dateline, const byline_block *block)
{
    byline_article *article = decision->article;
    if (!has_year(dateline) || dateline->date->precision != BYLINE_PRECISION_DAY ||
        (article->published && article->published->seconds < dateline->date->seconds + ANEW_DAYS * BL_DAY))
        return;
    article->published = bl_copy_date(decision->out, dateline->date);
    bl_origin_remove(decision, "published");
    bl_origin_add_at(decision, "published", BYLINE_SOURCE_VISIBLE, block->offset, block->length, SURE_DAY);
}

void
bl_decide_dateline(bl_decision *decision)
{
    byline_article *article = decision->article;
    for (size_t i = 0; i < article->body_count && i < FIRST_BLOCKS; i++) {
        const byline_block *block = article->body[i];
        if (block->type != BYLINE_BLOCK_PARAGRAPH || !block->text)
            continue;
        bl_span text = bl_span_of(block->text);
        byline_dateline *dateline = bl_read_dateline(text, &decision->line, decision->out);
        if (!dateline)
            continue;
        const bl_claim *claim = marked(decision, text);
        if (dateline->confidence < (claim ? SURE_WHEN_MARKED : SURE))
            continue;
        article->dateline = dateline;
        publish_on(decision, dateline, block);
        if (claim)
            bl_origin_add(decision, "dateline", claim, dateline->confidence);
        else
            bl_origin_add_at(decision, "dateline", BYLINE_SOURCE_VISIBLE, block->offset, block->length,
                             dateline->confidence);
        return;
    }
}
