/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_tokens.h - a line cut into words, known names and marks of punctuation. */
#ifndef BL_GRAMMAR_CREDIT_TOKENS_H
#define BL_GRAMMAR_CREDIT_TOKENS_H

#include <byline/grammar.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "grammar/credit_words.h"

/* What a word looks like. */
typedef enum bl_word_shape {
    BL_SHAPE_UPPER = 1 << 0,    /* begins with a capital */
    BL_SHAPE_CAPITALS = 1 << 1, /* two letters or more, all capitals */
    BL_SHAPE_LOWER = 1 << 2,    /* begins with a small letter */
    BL_SHAPE_UNCASED = 1 << 3,  /* of a script without capitals */
    BL_SHAPE_IDEOGRAPH = 1 << 4,
    BL_SHAPE_DIGIT = 1 << 5,   /* holds a digit */
    BL_SHAPE_INITIAL = 1 << 6, /* "J." */
    BL_SHAPE_DOTTED = 1 << 7,  /* "example.org" */
    BL_SHAPE_HANDLE = 1 << 8,  /* "@example" */
    BL_SHAPE_JOINT = 1 << 9,   /* the second half of "endFoto" */
    BL_SHAPE_SPACED = 1 << 10, /* white space before it */
    BL_SHAPE_HYPHEN = 1 << 11,
    BL_SHAPE_ALL_LOWER = 1 << 12, /* small letters of an alphabet and nothing else */
    BL_SHAPE_EVERYDAY = 1 << 13   /* an agency by a name that is an everyday word */
} bl_word_shape;

/*
 * type is 'w' for a word or listed phrase, 'a' for an agency, else the punctuation in its plain form: one of
 * / | , ; : ( ) - . ? " + = & *, 'c' for the copyright sign.
 */
typedef struct bl_token {
    uint32_t start; /* bytes of the line */
    uint32_t end;
    char type;
    uint8_t letters; /* letters and digits, 255 at most */
    uint16_t shape;
    const bl_word *word; /* NULL: not listed */
    const byline_agency *agency;
} bl_token;

/* Longer lines are cut before they come here (credit.c), so 32 bits count their bytes. */
typedef struct bl_tokens {
    bl_span line;
    bl_token *at;
    size_t count;
} bl_tokens;

/* A word of small letters, of capitals, or of one capital and small letters, with a plain end. */
typedef struct bl_plain_word {
    uint32_t hash; /* of its letters, for bl_word_may_begin() and bl_agency_may_begin() */
    uint16_t shape;
    uint8_t letters;
} bl_plain_word;

/* false: text begins otherwise, and must be looked at closely. */
bool bl_read_plain_word(bl_span text, bl_plain_word *word);

/* Adds what the word looks like to the token. */
void bl_take_shape(bl_span line, bl_token *token);

/*
 * Short aliases and those that are words are also parts of other names: "Example Energie AG", "VU
 * Technologies", "Rex Roe", "Jane Collins". Such a token becomes a word.
 */
void bl_drop_doubtful_agencies(bl_token *tokens, size_t count);

static inline uint32_t
bl_rune_at(bl_span line, size_t at)
{
    return bl_rune_next(line, &at);
}

static inline bool
bl_is_word_rune(uint32_t rune)
{
    if (rune < 0x80)
        return bl_is_alpha((char)rune) || bl_is_digit((char)rune);
    return bl_rune_is_letter(rune) || bl_rune_is_digit(rune);
}

/* Where the plain word at byte start ends: in the line. */
size_t bl_word_end(bl_span line, size_t start);

/* In arena. from is where in line to begin: a tail of it. */
bl_tokens bl_tokenize(bl_arena *arena, bl_span line, size_t from);

/* Where in the text as given lies byte at of the cleaned line; end: of what ends there. */
size_t bl_offset_given(bl_span given, bl_span clean, size_t at, bool end);

static inline uint32_t
bl_kinds(const bl_token *token)
{
    return token->word ? token->word->kinds : 0;
}

static inline bool
bl_token_is(const bl_token *token, uint32_t kinds)
{
    return (bl_kinds(token) & kinds) != 0;
}

static inline bl_span
bl_token_span(const bl_tokens *tokens, size_t from, size_t to)
{
    size_t start = tokens->at[from].start;
    BL_HOLDS(tokens->line.p);
    return bl_span_from(tokens->line.p + start, tokens->at[to - 1].end - start);
}

#endif
