/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What a word looks like, and the words that are read at a glance. */
#include "base/unicode.h"
#include "grammar/credit_tokens.h"
#include "grammar/trie.h"

/* Longer ones are cut, see credit_tokens.c. */
#define PLAIN_LETTERS_MOST 64

/* May what stands at byte at end a word, whatever stands before it? */
static bool
ends_plain(bl_span text, size_t at)
{
    if (at >= text.n)
        return true;
    unsigned char c = (unsigned char)text.p[at];
    if (c == ' ' || c == ',' || c == '/' || c == '|' || c == ')' || c == '(' || c == ':' || c == ';')
        return true;
    return c == '.' && (at + 1 >= text.n || text.p[at + 1] == ' ');
}

bool
bl_read_plain_word(bl_span text, bl_plain_word *word)
{
    size_t at = 0;
    uint32_t hash = BL_HEAD_START;
    while (at < text.n && bl_is_upper(text.p[at]))
        hash = bl_head_hash(hash, text.p[at++] | 0x20);
    size_t upper = at;
    if (upper <= 1)
        while (at < text.n && bl_is_lower(text.p[at]))
            hash = bl_head_hash(hash, text.p[at++]);
    if (!at || at > PLAIN_LETTERS_MOST || !ends_plain(text, at))
        return false;
    word->letters = (uint8_t)at;
    word->hash = hash;
    word->shape = upper == 0   ? BL_SHAPE_LOWER | BL_SHAPE_ALL_LOWER
                  : upper == 1 ? BL_SHAPE_UPPER
                               : BL_SHAPE_UPPER | BL_SHAPE_CAPITALS;
    return true;
}

void
bl_take_shape(bl_span line, bl_token *token)
{
    unsigned shape = 0, letters = 0, cased = 0, upper = 0, lower = 0;
    for (size_t at = token->start; at < token->end;) {
        uint32_t rune = bl_rune_next(line, &at);
        if (rune >= 'a' && rune <= 'z') { /* most of all letters */
            shape |= letters ? 0u : BL_SHAPE_LOWER;
            letters++;
            lower++;
            cased++;
            continue;
        }
        if (rune >= 'A' && rune <= 'Z') {
            shape |= letters ? 0u : BL_SHAPE_UPPER;
            letters++;
            upper++;
            cased++;
            continue;
        }
        if (bl_rune_is_digit(rune)) {
            shape |= BL_SHAPE_DIGIT;
            letters++;
            continue;
        }
        if (rune == '-')
            shape |= BL_SHAPE_HYPHEN;
        if (!bl_rune_is_letter(rune))
            continue;
        bool is_upper = bl_rune_is_upper(rune), is_lower = !is_upper && bl_rune_is_lower(rune);
        if (!letters)
            shape |= is_upper ? BL_SHAPE_UPPER : is_lower ? BL_SHAPE_LOWER : BL_SHAPE_UNCASED;
        if (bl_rune_is_ideograph(rune))
            shape |= BL_SHAPE_IDEOGRAPH;
        letters++;
        upper += is_upper;
        lower += is_lower;
        cased += is_upper || is_lower;
    }
    if (upper >= 2 && upper == cased)
        shape |= BL_SHAPE_CAPITALS;
    if (lower && lower == letters && token->end - token->start >= lower)
        shape |= BL_SHAPE_ALL_LOWER;
    token->shape |= (uint16_t)shape;
    token->letters = letters < 255 ? (uint8_t)letters : 255;
}
