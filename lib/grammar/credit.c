/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The entry of the credit reader: the line is cleaned and cut into tokens, and the finders for its kind are
 * asked. */
#include "base/unicode.h"
#include "grammar/credit_line.h"

/* Only the end of a longer line can hold a credit. */
#define CAPTION_TAIL 2048
#define PARAGRAPH_SHORT 128
#define BRACKET_TAIL 320
/* Lines of contributors are long; longer ones than this are text. */
#define PARAGRAPH_WHOLE 2400

/* The line cut to its last bytes, at the start of a character. */
static size_t
tail_start(bl_span line, size_t bytes)
{
    size_t at = line.n > bytes ? line.n - bytes : 0;
    while (at > 0 && at < line.n && ((unsigned char)line.p[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* Words that a paragraph which is all credit begins with, or that stand near its end. */
#define HEAD_KINDS                                                                                           \
    (BL_WORD_ROLE | BL_WORD_FROM | BL_WORD_WITH | BL_WORD_SOURCE | BL_WORD_BY | BL_WORD_PHOTO |              \
     BL_WORD_GENERIC)
#define TAIL_KINDS (BL_WORD_CONTRIBUTED | BL_WORD_ROLE | BL_WORD_PROVENANCE)

/* Is it worth reading the whole of a long paragraph? Its first words tell, or its last ones. */
static bool
may_be_all_credit(bl_span line, const bl_tokens *tail, bl_arena *arena)
{
    if (line.n <= PARAGRAPH_SHORT)
        return true;
    if (line.n > PARAGRAPH_WHOLE)
        return false;
    for (size_t i = 0; i < tail->count; i++)
        if (bl_token_is(&tail->at[i], TAIL_KINDS))
            return true;
    bl_tokens head = bl_tokenize(arena, bl_span_head(line, 40), 0);
    for (size_t i = 0; i < head.count && i < 3; i++)
        if (head.at[i].type == 'a' || bl_token_is(&head.at[i], HEAD_KINDS) ||
            (i == 0 && head.at[i].type != 'w'))
            return true;
    return bl_speaks_of_itself(&head, 0);
}

/* Only the end of it: a sign-off in brackets may be longer than one without. */
static bl_tokens
tokenize_tail(bl_span line, bl_arena *arena)
{
    size_t end = line.n;
    while (end && strchr(". ", line.p[end - 1]) && line.p[end - 1])
        end--;
    bool bracket =
        end && (line.p[end - 1] == ')' || line.p[end - 1] == ']' || (unsigned char)line.p[end - 1] >= 0x80);
    return bl_tokenize(arena, bl_span_cut(line, tail_start(line, bracket ? BRACKET_TAIL : PARAGRAPH_SHORT)),
                       0);
}

static bool
find_in_paragraph(bl_span line, bl_tokens *tokens, bl_found *found, bl_arena *arena)
{
    *tokens = tokenize_tail(line, arena);
    if (!tokens->count)
        return false;
    if (!may_be_all_credit(line, tokens, arena))
        return bl_find_signoff(tokens, false, found);
    if (tokens->line.n < line.n)
        *tokens = bl_tokenize(arena, line, 0);
    if (bl_find_contribution(tokens, found))
        return true;
    if (!bl_find_signoff(tokens, true, found))
        return false;
    /* "ROMA (ANSA) - Parla Esempio" names its agency at its head, and goes on */
    bool all = found->from == 0 && found->to == tokens->count && tokens->count > 4;
    const byline_dateline *dateline = all ? bl_read_dateline(line, &(bl_line_context){0}, arena) : NULL;
    return !dateline || !dateline->rest || bl_find_signoff(tokens, false, found);
}

/* What stands before and behind the credit. */
static const char *
caption_around(bl_span line, size_t start, size_t end, bl_arena *arena)
{
    bl_span before = bl_trim(bl_span_head(line, start)), behind = bl_trim(bl_span_cut(line, end));
    while (before.n && strchr("(|/-;", before.p[before.n - 1]))
        before = bl_trim(bl_span_head(before, before.n - 1));
    while (bl_span_ends(before, BL_SPAN("\xE2\x80\x94")) || bl_span_ends(before, BL_SPAN("\xE2\x80\x93")) ||
           bl_span_ends(before, BL_SPAN("\xEF\xBC\x9D")))
        before = bl_trim(bl_span_head(before, before.n - 3));
    while (behind.n && strchr(").|/-;+>", behind.p[0]))
        behind = bl_trim(bl_span_cut(behind, 1));
    if (!before.n && !behind.n)
        return NULL;
    bl_builder text = bl_builder_in(arena);
    bl_builder_add(&text, before);
    if (before.n && behind.n)
        bl_builder_add_char(&text, ' ');
    bl_builder_add(&text, behind);
    return bl_builder_text(&text);
}

byline_credit *
bl_read_credit(bl_span text, byline_line line, const bl_line_context *context, bl_arena *arena)
{
    byline_credit *credit = BL_NEW(arena, byline_credit);
    bl_span clean = bl_clean(arena, text, false);
    bl_tokens tokens = {0};
    bl_found found;
    found.kind = BYLINE_CREDIT_NONE;
    bool any;
    if (line == BYLINE_LINE_PARAGRAPH) {
        any = find_in_paragraph(clean, &tokens, &found, arena);
    } else {
        tokens = bl_tokenize(arena, bl_span_cut(clean, tail_start(clean, CAPTION_TAIL)), 0);
        any = tokens.count && bl_find_photo_credit(&tokens, line, &found);
    }
    if (!any) {
        credit->caption = clean.n ? clean.p : NULL;
        return credit;
    }
    credit->kind = found.kind;
    credit->confidence = found.confidence;
    bl_span printed = bl_token_span(&tokens, found.from, found.to);
    size_t start = (size_t)(printed.p - clean.p), end = start + printed.n;
    credit->text = bl_strndup(arena, printed.p, printed.n);
    credit->caption = caption_around(clean, start, end, arena);
    credit->offset = bl_offset_given(text, clean, start, false);
    credit->length = bl_offset_given(text, clean, end, true) - credit->offset;
    bl_fill_credit(credit, &tokens, &found.items, context, arena);
    return credit;
}
