/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* name_tokens.h - a piece of a byline as words. */
#ifndef BL_GRAMMAR_NAME_TOKENS_H
#define BL_GRAMMAR_NAME_TOKENS_H

#include "grammar/name.h"

/* A piece with more words is a sentence. */
#define BL_PIECE_WORDS_MOST 16

typedef struct bl_piece_words {
    bl_span at[BL_PIECE_WORDS_MOST];
    uint32_t kinds[BL_PIECE_WORDS_MOST]; /* of the word or phrase that starts there */
    uint8_t next[BL_PIECE_WORDS_MOST];   /* behind it */
    size_t count;
    bool is_long; /* there are more */
} bl_piece_words;

bl_piece_words bl_piece_words_of(bl_span text);

/* From word i to before word j as one stretch of the text, without marks at its ends. */
bl_span bl_piece_stretch(const bl_piece_words *w, size_t i, size_t j);

/* Kinds of the word or phrase that starts at word i; *next moves behind it. */
static inline uint32_t
bl_piece_kinds(const bl_piece_words *w, size_t i, size_t *next)
{
    *next = w->next[i];
    return w->kinds[i];
}

/* How many words stand before a date, an address, or the furniture of the page. */
size_t bl_piece_clean(const bl_piece_words *w);

/* "ndr.de": letters, a point, and small letters at the end. */
bool bl_is_domain(bl_span token);

#endif
