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

/* What some words are: name_kinds.c. */

/* Of words from i on that are a trade and nothing else: where it ends, 0 is none. */
size_t bl_trade_at(const bl_piece_words *w, size_t i, size_t end);

/* The first word from i on that is a trade's; end where none is. */
size_t bl_find_trade(const bl_piece_words *w, size_t i, size_t end);

/* Where the name ends in "Jane Q. Roe Lifestyle Writer", whose trade ends at word trade. */
size_t bl_name_before_trade(const bl_piece_words *w, size_t start, size_t trade);

/* A word of houses or of desks. */
bool bl_is_house_word(const bl_piece_words *w, size_t i);

/* The agency that all of s names, "The" before it or not; NULL where it names none. */
const byline_agency *bl_agency_named(bl_span s);

bool bl_is_city_name(bl_span s);

/* May the words be a person's name? Shape, and not too many. */
bool bl_is_person_name(const bl_piece_words *w, size_t start, size_t end);

/* The words as parts->name with its particles: a person, an agency or a house; untouched where they are neither. */
void bl_put_name(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts);

#endif
