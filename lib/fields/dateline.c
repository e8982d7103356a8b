/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The dateline: the head of the first paragraph, which stays in the body as it is printed. */
#include "base/unicode.h"
#include "fields/decide.h"

enum {
    FIRST_BLOCKS = 3, /* the first paragraph may stand behind a heading or a line in italics */
};

/* A place alone may be a run-in head: the grammar says how sure it is. */
#define SURE 0.5
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
        if (claim)
            bl_origin_add(decision, "dateline", claim, dateline->confidence);
        else
            bl_origin_add_at(decision, "dateline", BYLINE_SOURCE_VISIBLE, block->offset, block->length,
                             dateline->confidence);
        return;
    }
}
