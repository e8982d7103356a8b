/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which blocks of the page are the article. */
#include "fields/body.h"

#include <math.h>

#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_model.h"
#include "fields/body_page.h"
#include "fields/body_weights.h"

/* "Advertisement", "Read also", "Share": nothing else. Texts are about cookies and rights, too, and have parts called
   "Images". */
static bool
is_label(const bl_piece *piece, const bl_features *features)
{
    for (size_t k = 0; k < BL_SAYS_COUNT; k++)
        if (features->says[k] == BL_SAYS_ALL_OF_IT && k != BL_SAYS_NOTICE && !(k == BL_SAYS_PICTURE && piece->level))
            return true;
    return false;
}

/* The pieces that get a second look, and what it asks of them; the last ones wait until there are enough of them. */
typedef struct kept {
    BL_VECTOR(uint32_t) pieces;
    BL_VECTOR(bl_ranks *) ranks;
    bl_features waiting[BL_LANES];
} kept;

/* Where there are fewer pieces than lanes, the first one is in the others too. */
static void
fill_up(bl_features *pieces, size_t count)
{
    while (count < BL_LANES)
        pieces[count++] = pieces[0];
}

static void
keep(kept *k, uint32_t i, const bl_features *features, bl_arena *arena)
{
    size_t lane = k->pieces.count % BL_LANES;
    k->waiting[lane] = *features;
    BL_PUSH(arena, &k->pieces, i);
    if (lane + 1 == BL_LANES)
        BL_PUSH(arena, &k->ranks, bl_rank(k->waiting, arena));
}

/* The first look at all pieces. What is hopeless gets no second one. */
static void
look_first(bl_chooser *c, kept *k, float *odds)
{
    struct bl_body *body = c->body;
    bl_describer describer = bl_describer_of(c->evidence, c->arena, body, c->page);
    bl_features *side_by_side = bl_alloc(c->arena, BL_LANES * sizeof *side_by_side);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t lane = i % BL_LANES, start = i - lane;
        bl_describe(&describer, i, &side_by_side[lane]);
        body->pieces[i].is_label = is_label(&body->pieces[i], &side_by_side[lane]);
        if (lane + 1 < BL_LANES && i + 1 < body->piece_count)
            continue;
        fill_up(side_by_side, lane + 1);
        bl_first_look(side_by_side, &odds[start]);
        for (uint32_t n = start; n <= i; n++)
            if (odds[n] >= BL_HOPELESS)
                keep(k, n, &side_by_side[n - start], c->arena);
    }
    bl_release(c->arena, side_by_side, BL_LANES * sizeof *side_by_side);
    size_t rest = k->pieces.count % BL_LANES;
    if (rest) {
        fill_up(k->waiting, rest);
        BL_PUSH(c->arena, &k->ranks, bl_rank(k->waiting, c->arena));
    }
}

/* Two looks; the second knows what the first said of all pieces. */
static void
look(bl_chooser *c)
{
    struct bl_body *body = c->body;
    kept *k = BL_NEW(c->arena, kept);
    float *odds = BL_NEW_ARRAY(c->arena, float, (size_t)body->piece_count + BL_LANES), again[BL_LANES];
    look_first(c, k, odds);
    bl_context context = bl_context_of(odds, c->arena, body, c->page);
    size_t next = 0; /* of those that are kept */
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bool is_kept = next < k->pieces.count && k->pieces.at[next] == i;
        size_t lane = next % BL_LANES, start = next - lane;
        bl_describe_context(&context, i, is_kept ? &k->waiting[lane] : NULL);
        body->pieces[i].score = odds[i];
        next += is_kept;
        if (!is_kept || (lane + 1 < BL_LANES && next < k->pieces.count))
            continue;
        bl_second_look(k->ranks.at[start / BL_LANES], c->arena, k->waiting, again);
        for (size_t n = start; n < next; n++)
            body->pieces[k->pieces.at[n]].score = again[n - start];
    }
    bl_context_drop(&context, c->arena);
    bl_sums_drop(c->page, c->arena, body);
    bl_release(c->arena, k, sizeof *k);
}

/* What belongs to a picture is never of the text; figures hold quotes, tables and programs too. */
static bool
is_of_picture(const bl_piece *piece)
{
    if (piece->in & BL_IN_CAPTION)
        return true;
    return piece->in & BL_IN_FIGURE && (piece->type == BYLINE_BLOCK_PARAGRAPH || piece->words & BL_WORD_CAPTION);
}

/* How likely a piece must be, in log odds: a wrong label, heading or point is worse than one that is missed. */
static float
least_score(const bl_piece *piece)
{
    bool is_small = piece->type == BYLINE_BLOCK_LIST_ITEM || piece->level || piece->units < BL_SHORT_UNITS;
    return is_small ? BL_SMALL_LEAST : 0;
}

/* Is most of what is likely text under pictures? Then it is a list of pictures that tell a story. */
static bool
tells_in_captions(const struct bl_body *body)
{
    uint32_t units = 0, under = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (piece->is_label || piece->level || piece->score <= least_score(piece))
            continue;
        units += piece->units;
        under += is_of_picture(piece) ? piece->units : 0;
    }
    return 2 * under > units;
}

static void
choose(bl_chooser *c)
{
    struct bl_body *body = c->body;
    c->tells_in_captions = tells_in_captions(body);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        piece->chosen = piece->score > least_score(piece) && (piece->units || piece->url.n);
        if (c->page->is_headline[i] && (piece->level || i == body->headline))
            piece->chosen = false;
        if (piece->is_label || (is_of_picture(piece) && !c->tells_in_captions))
            piece->chosen = false;
    }
}

/* What stands in a table but in no cell of it is read before the table: reading order is not that of the page. */
typedef struct stretch {
    size_t offset;
    size_t end; /* 0 is none yet */
} stretch;

static void
cover(stretch *s, size_t offset, size_t length)
{
    if (s->end == 0 || offset < s->offset)
        s->offset = offset;
    if (offset + length > s->end)
        s->end = offset + length;
}

static stretch
stretch_of(const bl_document *doc, bl_node from, bl_node to)
{
    stretch s = {0};
    cover(&s, doc->nodes[from].offset, doc->nodes[from].length);
    cover(&s, doc->nodes[to].offset, doc->nodes[to].length);
    return s;
}

static byline_block *
block_of(bl_decision *decision, const struct bl_body *body, const bl_piece *piece)
{
    const bl_document *doc = body->document;
    byline_block *block = BL_NEW(decision->out, byline_block);
    bl_node from = piece->is_whole ? piece->node : piece->first, to = piece->is_whole ? piece->node : piece->last;
    block->type = piece->type;
    block->level = piece->level;
    block->text = bl_text(decision->out, piece->text);
    if (piece->url.n)
        block->url = bl_text(decision->out, bl_resolve(decision->evidence, piece->url));
    stretch all = stretch_of(doc, from, to);
    block->offset = all.offset;
    block->length = all.end - all.offset;
    return block;
}

static void
emit(bl_decision *decision, struct bl_body *body)
{
    BL_VECTOR(byline_block *) blocks = {0};
    BL_VECTOR(uint32_t) from = {0};
    body->first = UINT32_MAX;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        body->page_units += piece->in & BL_IN_HIDDEN ? 0 : piece->units;
        if (!piece->chosen)
            continue;
        byline_block *block = block_of(decision, body, piece);
        piece->chosen = block->text || block->url;
        if (!piece->chosen)
            continue;
        body->first = body->first == UINT32_MAX ? i : body->first;
        body->last = i;
        body->units += piece->units;
        piece->section = (uint32_t)blocks.count;
        BL_PUSH(decision->scratch, &from, i);
        BL_PUSH(decision->scratch, &blocks, block);
    }
    decision->article->body_count = blocks.count;
    decision->article->body = BL_POINTERS(decision->out, &blocks);
    body->block_piece = from.at;
}

/* Where the body and the lead were found. */
static void
tell_origins(bl_decision *decision, const struct bl_body *body)
{
    const byline_article *article = decision->article;
    if (article->body_count) {
        stretch all = {0};
        for (size_t i = 0; i < article->body_count; i++)
            cover(&all, article->body[i]->offset, article->body[i]->length);
        if (body->claim)
            bl_origin_add(decision, "body", body->claim, body->confidence);
        else
            bl_origin_add_at(decision, "body", BYLINE_SOURCE_VISIBLE, all.offset, all.end - all.offset,
                             body->confidence);
    }
    if (article->lead) {
        stretch all =
            stretch_of(body->document, body->pieces[body->lead].first, body->pieces[body->lead_end - 1].last);
        bl_origin_add_at(decision, "lead", BYLINE_SOURCE_VISIBLE, all.offset, all.end - all.offset,
                         body->lead_confidence);
    }
}

/* The mean over the text of how likely each block is of the article. */
static float
confidence_of(const struct bl_body *body)
{
    float sum = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen)
            sum += (float)body->pieces[i].units / (1.0f + expf(-body->pieces[i].score));
    return body->units ? sum / (float)body->units : 0;
}

void
bl_decide_body(bl_decision *decision)
{
    struct bl_body *body = BL_NEW(decision->scratch, struct bl_body);
    decision->body = body;
    body->source = BYLINE_SOURCE_VISIBLE;
    bl_chooser c = {.evidence = decision->evidence, .arena = decision->scratch, .body = body};
    bl_body_flatten(decision->evidence, decision->scratch, body);
    look(&c);
    choose(&c);
    bl_body_fill(&c);
    bl_body_finish(&c);
    bl_body_lead(&c);
    emit(decision, body);
    body->confidence = confidence_of(body);
    decision->article->lead = bl_text(decision->out, body->lead_text);
    if (bl_body_declared(decision, body))
        body->confidence = BL_DECLARED_CONFIDENCE;
    tell_origins(decision, body);
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
    for (size_t i = 0; i < article->image_count; i++) {
        if (article->images[i]->body_index > at)
            article->images[i]->body_index--;
    }
    for (size_t i = at; i < article->body_count; i++) {
        article->body[i] = article->body[i + 1];
        decision->body->block_piece[i] = decision->body->block_piece[i + 1];
    }
}
