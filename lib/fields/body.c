/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which blocks of the page are the article. */
#include "fields/body.h"

#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_model.h"
#include "fields/body_page.h"
#include "fields/body_weights.h"

/* Two looks at every piece; the second knows what the first said of the others. */
static void
look(bl_chooser *c)
{
    struct bl_body *body = c->body;
    c->features = bl_body_features(c->evidence, c->arena, body, c->page);
    float *odds = BL_NEW_ARRAY(c->arena, float, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++)
        odds[i] = bl_first_look(&c->features[i]);
    bl_body_context(c->features, odds, c->arena, body, c->page);
    for (uint32_t i = 0; i < body->piece_count; i++)
        body->pieces[i].score = bl_second_look(&c->features[i]);
}

static void
choose(bl_chooser *c)
{
    struct bl_body *body = c->body;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        piece->chosen = piece->score > 0 && (piece->units || piece->url.n);
        if (c->page->is_headline[i] && (piece->level || i == body->headline))
            piece->chosen = false;
    }
}

static void
emit(bl_decision *decision, struct bl_body *body)
{
    const bl_document *doc = decision->evidence->document;
    BL_VECTOR(byline_block *) blocks = {0};
    BL_VECTOR(uint32_t) from = {0};
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (!piece->chosen)
            continue;
        byline_block *block = BL_NEW(decision->out, byline_block);
        block->type = piece->type;
        block->level = piece->level;
        block->text = bl_text(decision->out, piece->text);
        block->url = bl_text(decision->out, bl_resolve(decision->evidence, piece->url));
        block->offset = doc->nodes[piece->first].offset;
        block->length = doc->nodes[piece->last].offset + doc->nodes[piece->last].length - block->offset;
        piece->section = (uint32_t)blocks.count;
        BL_PUSH(decision->scratch, &from, i);
        BL_PUSH(decision->scratch, &blocks, block);
    }
    decision->article->body_count = blocks.count;
    decision->article->body = BL_POINTERS(decision->out, &blocks);
    body->block_piece = from.at;
}

void
bl_decide_body(bl_decision *decision)
{
    struct bl_body *body = BL_NEW(decision->scratch, struct bl_body);
    decision->body = body;
    bl_chooser c = {.evidence = decision->evidence, .arena = decision->scratch, .body = body};
    bl_body_flatten(decision->evidence, decision->scratch, body);
    look(&c);
    choose(&c);
    bl_body_finish(&c);
    bl_body_lead(&c);
    emit(decision, body);
    decision->article->kind = decision->article->body_count ? BYLINE_KIND_ARTICLE : BYLINE_KIND_OTHER;
    decision->article->lead = bl_text(decision->out, body->lead_text);
}

void
bl_body_remove(bl_decision *decision, size_t at)
{
    byline_article *article = decision->article;
    if (at >= article->body_count)
        return;
    uint32_t piece = decision->body->block_piece[at];
    if (piece != UINT32_MAX)
        decision->body->pieces[piece].chosen = false;
    article->body_count--;
    for (size_t i = at; i < article->body_count; i++) {
        article->body[i] = article->body[i + 1];
        decision->body->block_piece[i] = decision->body->block_piece[i + 1];
    }
}
