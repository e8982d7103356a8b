/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/decide.h"

void
bl_decide_body(bl_decision *decision)
{
    const bl_document *doc = decision->evidence->document;
    BL_VECTOR(byline_block *) blocks = {0};
    for (bl_node n = 0; n < doc->count; n++) {
        if (doc->nodes[n].tag != BL_TAG_P)
            continue;
        byline_block *block = BL_NEW(decision->out, byline_block);
        block->type = BYLINE_BLOCK_PARAGRAPH;
        block->text = bl_text(decision->out, bl_text_of(doc, n, decision->scratch, false));
        block->offset = doc->nodes[n].offset;
        block->length = doc->nodes[n].length;
        if (block->text)
            BL_PUSH(decision->scratch, &blocks, block);
    }
    decision->article->body_count = blocks.count;
    decision->article->body = BL_POINTERS(decision->out, &blocks);
    decision->article->kind = blocks.count ? BYLINE_KIND_ARTICLE : BYLINE_KIND_OTHER;
}
