/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The body as JSON-LD or an embedded state has it, for a page that shows none: drawn by a script, or behind a wall. */
#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_weights.h"

/* Does the text hold tags? Some sites declare their HTML. */
static bool
has_tags(bl_span text)
{
    return bl_span_find_nocase(text, BL_SPAN("<p"), 0) != BL_NOT_FOUND ||
           bl_span_find_nocase(text, BL_SPAN("<br"), 0) != BL_NOT_FOUND;
}

/* Tags out, their breaks as line feeds. */
static bl_span
without_tags(bl_arena *arena, bl_span text)
{
    bl_builder b = bl_builder_in(arena);
    for (size_t i = 0; i < text.n; i++) {
        char next = i + 1 < text.n ? text.p[i + 1] : ' ';
        if (text.p[i] != '<' || !(bl_is_alpha(next) || next == '/' || next == '!')) {
            bl_builder_add_char(&b, text.p[i]);
            continue;
        }
        bl_span tag = bl_span_cut(text, i + (next == '/' ? 2 : 1));
        if (bl_span_starts_nocase(tag, BL_SPAN("p")) || bl_span_starts_nocase(tag, BL_SPAN("br")) ||
            bl_span_starts_nocase(tag, BL_SPAN("h")) || bl_span_starts_nocase(tag, BL_SPAN("li")) ||
            bl_span_starts_nocase(tag, BL_SPAN("div")))
            bl_builder_add_char(&b, '\n');
        size_t end = bl_span_find_char(text, '>', i);
        if (end == BL_NOT_FOUND)
            break;
        i = end;
    }
    return bl_builder_span(&b);
}

static void
add_lines(bl_decision *decision, struct bl_body *body, bl_span text, const bl_claim *claim)
{
    BL_VECTOR(byline_block *) blocks = {0};
    BL_VECTOR(uint32_t) from = {0};
    bl_span line;
    const bl_heads *heads = bl_heads_of_appeals(decision->scratch);
    while (bl_span_next(&text, '\n', &line)) {
        bool is_heading = claim->source == BYLINE_SOURCE_STATE && line.n && line.p[0] == BL_STATE_HEADING;
        line = bl_clean(decision->scratch, bl_span_cut(line, is_heading), false);
        if (line.n == 0 || (line.n <= BL_NOTE_UNITS_MOST && bl_is_appeal(heads, decision->scratch, line, false, false)))
            continue;
        byline_block *block = BL_NEW(decision->out, byline_block);
        block->type = is_heading ? BYLINE_BLOCK_HEADING : BYLINE_BLOCK_PARAGRAPH;
        block->level = is_heading ? BL_STATE_LEVEL : 0;
        block->text = bl_text(decision->out, line);
        block->offset = claim->offset;
        block->length = claim->length;
        body->units += bl_units_in(line);
        BL_PUSH(decision->scratch, &blocks, block);
        BL_PUSH(decision->scratch, &from, UINT32_MAX);
    }
    decision->article->body_count = blocks.count;
    decision->article->body = BL_POINTERS(decision->out, &blocks);
    body->block_piece = from.at;
}

/* The share of the longer words of the headline that stand in a text; of a headline in Han each pair of signs. */
static float
headline_share(const bl_decision *decision, bl_span text)
{
    bl_span headline = decision->article->headline ? bl_span_of(decision->article->headline) : BL_EMPTY;
    size_t words = 0, found = 0, from = 0, before = 0, letters = 0;
    for (size_t at = 0; at <= headline.n && words < BL_STATE_WORDS_MOST;) {
        size_t start = at;
        uint32_t rune = at < headline.n ? bl_rune_next(headline, &at) : ' ';
        bool is_han = bl_rune_is_ideograph(rune), is_part = is_han || bl_rune_is_letter(rune);
        bl_span word = BL_EMPTY;
        if (is_han && letters)
            word = bl_span_from(headline.p + before, at - before);
        else if (!is_part && letters >= BL_TOPIC_LETTERS)
            word = bl_span_from(headline.p + from, start - from);
        if (word.n) {
            words++;
            found += bl_span_find_nocase(text, word, 0) != BL_NOT_FOUND;
        }
        from = is_part && letters ? from : start;
        before = start;
        letters = is_part ? letters + 1 : 0;
        at += start == headline.n;
    }
    return words ? (float)found / (float)words : 0;
}

/* The state holds more than the article: it is asked where nothing else says what that is. */
static bool
is_declared(const struct bl_body *body, const bl_claim *claim, const bl_claim *best)
{
    if (claim->source == BYLINE_SOURCE_STATE)
        return (!best || best->source == BYLINE_SOURCE_STATE) && body->units < BL_DECLARED_UNITS;
    return claim->source == BYLINE_SOURCE_JSON_LD;
}

/* Of texts of the state the one that the headline is of; the longest comes first. */
static bool
is_better(const bl_decision *decision, const bl_claim *claim, const bl_claim *best)
{
    return !best || claim->source != BYLINE_SOURCE_STATE || best->source != BYLINE_SOURCE_STATE ||
           headline_share(decision, claim->value) > headline_share(decision, best->value) + BL_STATE_MARGIN;
}

bool
bl_body_declared(bl_decision *decision, struct bl_body *body)
{
    const bl_evidence *evidence = decision->evidence;
    bl_claim *best = NULL;
    uint32_t least = body->units * BL_DECLARED_TIMES;
    least = least > BL_DECLARED_UNITS ? least : BL_DECLARED_UNITS;
    uint32_t most = least; /* of what was found so far */
    for (size_t i = 0; i < evidence->claims[BL_FIELD_BODY].count; i++) {
        bl_claim *claim = &evidence->claims[BL_FIELD_BODY].at[i];
        uint32_t units = is_declared(body, claim, best) ? bl_units_in(claim->value) : 0;
        bool is_state = claim->source == BYLINE_SOURCE_STATE;
        if (units > (is_state ? least : most) && is_better(decision, claim, best)) {
            most = units;
            best = claim;
        }
    }
    if (!best)
        return false;
    for (uint32_t i = 0; i < body->piece_count; i++)
        body->pieces[i].chosen = false;
    body->units = 0;
    body->source = best->source;
    body->claim = best;
    bl_span text = best->value;
    add_lines(decision, body, has_tags(text) ? without_tags(decision->scratch, text) : text, best);
    best->won = true;
    return true;
}
