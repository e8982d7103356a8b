/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The sign-off: who made the text, as its last line says, or a line in the byline block. It is no paragraph
 * of the body and leaves it.
 */
#include "base/unicode.h"
#include "evidence/figures.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/credit_join.h"

enum {
    LAST_BLOCKS = 4,   /* at the end of the body: sign-off, contribution, translation, an agency's own mark */
    BEHIND_PIECES = 6, /* pieces behind the body: too short for the body finder to be text */
    LINE_MOST = 400,   /* bytes of a line that is a credit as a whole; long lists of contributors */
    BEHIND_MOST = 200, /* bytes of one that the body finder left out */
    CLAIMS_READ = 12,  /* bylines and source lines that are read for agencies */
    SOURCES_MOST = 3,  /* lines that a class calls a source; more are those of other stories */
};

/* From here on a grammar's answer is taken for a sign-off that leaves the body. */
#define SURE 0.5

/* Does the credit take all of the line? */
static bool
is_whole(const byline_credit *credit)
{
    return credit->kind != BYLINE_CREDIT_NONE && credit->kind != BYLINE_CREDIT_PHOTO && !credit->caption &&
           credit->confidence >= SURE;
}

static void
take(bl_decision *decision, byline_credit *credit, byline_source source, size_t offset, size_t length)
{
    byline_article *article = decision->article;
    if (!article->credit_line)
        bl_origin_add_at(decision, "credit_line", source, offset, length, credit->confidence);
    article->credit_line = bl_credit_join(decision, article->credit_line, credit);
}

static bool
is_text(const byline_block *block)
{
    return block->text && (block->type == BYLINE_BLOCK_PARAGRAPH || block->type == BYLINE_BLOCK_LIST_ITEM ||
                           block->type == BYLINE_BLOCK_QUOTE);
}

/* The last blocks that are credits as a whole leave the body. The last line stands first in the credit. */
static void
take_last_blocks(bl_decision *decision)
{
    byline_article *article = decision->article;
    for (int steps = 0; steps < LAST_BLOCKS && article->body_count > 1; steps++) {
        const byline_block *block = article->body[article->body_count - 1];
        bl_span text = bl_span_of(block->text);
        if (!is_text(block) || text.n > LINE_MOST)
            return;
        byline_credit *credit = bl_read_credit(text, BYLINE_LINE_PARAGRAPH, &decision->line, decision->out);
        if (!is_whole(credit))
            return;
        take(decision, credit, BYLINE_SOURCE_VISIBLE, block->offset, block->length);
        bl_body_remove(decision, article->body_count - 1);
    }
}

/* "... on Monday. (dpa)": the end of the last paragraph. */
static void
take_paragraph_end(bl_decision *decision)
{
    byline_article *article = decision->article;
    if (article->body_count == 0 || article->credit_line)
        return;
    byline_block *block = article->body[article->body_count - 1];
    if (!is_text(block))
        return;
    bl_span text = bl_span_of(block->text);
    byline_credit *credit = bl_read_credit(text, BYLINE_LINE_PARAGRAPH, &decision->line, decision->out);
    if (credit->kind != BYLINE_CREDIT_SIGNOFF || !credit->caption || credit->confidence < SURE ||
        credit->offset == 0 || credit->offset + credit->length + 3 < text.n)
        return;
    take(decision, credit, BYLINE_SOURCE_VISIBLE, block->offset, block->length);
    block->text = credit->caption;
}

/* The node behind which the body ends. */
static bl_node
end_of_body(const bl_decision *decision)
{
    const struct bl_body *body = decision->body;
    for (size_t i = decision->article->body_count; i > 0; i--)
        if (body->block_piece[i - 1] != UINT32_MAX)
            return body->pieces[body->block_piece[i - 1]].last;
    return BL_NO_NODE;
}

uint32_t
bl_first_piece_behind(const bl_decision *decision)
{
    const struct bl_body *body = decision->body;
    bl_node end = body ? end_of_body(decision) : BL_NO_NODE;
    if (end == BL_NO_NODE)
        return body ? body->piece_count : 0;
    uint32_t low = 0, high = body->piece_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (body->pieces[middle].first <= end)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A short line right behind the body, that the body finder took for no text. */
static void
take_behind(bl_decision *decision)
{
    const struct bl_body *body = decision->body;
    uint32_t low = bl_first_piece_behind(decision);
    for (uint32_t i = low; body && i < body->piece_count && i < low + BEHIND_PIECES; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (piece->chosen || piece->text.n == 0)
            continue;
        if (piece->in & (BL_IN_NAV | BL_IN_FORM | BL_IN_FIGURE | BL_IN_CAPTION | BL_IN_BUTTON | BL_IN_HIDDEN))
            continue;
        if (piece->type == BYLINE_BLOCK_HEADING || (piece->words & BL_WORDS_FURNITURE))
            return;
        if (piece->text.n > BEHIND_MOST)
            continue; /* a note of the house may stand before it */
        byline_credit *credit =
            bl_read_credit(piece->text, BYLINE_LINE_PARAGRAPH, &decision->line, decision->out);
        if (!is_whole(credit))
            continue;
        const bl_node_record *first = &decision->evidence->document->nodes[piece->first];
        take(decision, credit, BYLINE_SOURCE_VISIBLE, first->offset, first->length);
        return;
    }
}

/* "Jane Roe / Example Images" in a box called a credit: who took a picture, or sells it. */
static bool
is_of_picture(const bl_decision *decision, const byline_credit *credit)
{
    const byline_article *article = decision->article;
    for (size_t i = 0; i < article->image_count; i++) {
        const byline_credit *of_image = article->images[i]->credit;
        if (of_image && of_image->text && credit->text && strcmp(of_image->text, credit->text) == 0 &&
            credit->agency_count + of_image->people_count > 0)
            return true;
    }
    size_t pictures = 0;
    for (size_t i = 0; i < credit->agency_count; i++) {
        const byline_agency *agency = byline_agency_find(credit->agencies[i]->name, strlen(credit->agencies[i]->name));
        pictures += agency && (agency->kind == BYLINE_AGENCY_PHOTO || agency->kind == BYLINE_AGENCY_STOCK);
    }
    return pictures > 0 && pictures == credit->agency_count;
}

/* A line that a class calls the source, or a byline that names agencies. */
static void
take_claims(bl_decision *decision, bl_field field)
{
    const bl_evidence *evidence = decision->evidence;
    int least = BL_CREDIT_CLAIM_LEAST;
    for (size_t i = 0; field == BL_FIELD_AUTHOR && i < evidence->claims[field].count; i++)
        if (evidence->claims[field].at[i].weight > BL_CREDIT_CLAIM_LEAST)
            least = BL_CREDIT_CLAIM_LEAST + 1; /* the article has a byline: those far from it are of other stories */
    size_t most = field == BL_FIELD_CREDIT_LINE && evidence->claims[field].count > SOURCES_MOST ? 1 : CLAIMS_READ;
    for (size_t i = 0; i < evidence->claims[field].count && i < most; i++) {
        const bl_claim *claim = &evidence->claims[field].at[i];
        if (claim->value.n > BEHIND_MOST || claim->weight < least)
            continue;
        bl_span text = bl_clean(decision->scratch, claim->value, false);
        byline_credit *credit = bl_read_credit(text, BYLINE_LINE_PARAGRAPH, &decision->line, decision->out);
        if (!is_whole(credit) ||
            (field == BL_FIELD_AUTHOR && credit->agency_count == 0 && credit->editor_count == 0))
            continue;
        if (field == BL_FIELD_CREDIT_LINE && is_of_picture(decision, credit))
            return; /* so that class says credit of pictures here */
        take(decision, credit, claim->source, claim->offset, claim->length);
        return;
    }
}

void
bl_decide_credits(bl_decision *decision)
{
    take_last_blocks(decision);
    take_paragraph_end(decision);
    if (!decision->article->credit_line)
        take_behind(decision);
    if (!decision->article->credit_line)
        take_claims(decision, BL_FIELD_CREDIT_LINE);
    if (!decision->article->credit_line)
        take_claims(decision, BL_FIELD_AUTHOR);
}
