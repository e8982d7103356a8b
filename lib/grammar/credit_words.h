/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_words.h - what is known of the words of credits; the words themselves stand in credit_words.def. */
#ifndef BL_GRAMMAR_CREDIT_WORDS_H
#define BL_GRAMMAR_CREDIT_WORDS_H

#include <stdint.h>

#include "base/span.h"

typedef enum bl_word_kind {
    BL_WORD_PHOTO = 1 << 0,  /* "Foto:" */
    BL_WORD_SOURCE = 1 << 1, /* "Quelle:" */
    BL_WORD_BY = 1 << 2,     /* "Von" before an author */
    BL_WORD_OF = 1 << 3,     /* "by" behind a label */
    BL_WORD_ROLE = 1 << 4,   /* "editing by" */
    BL_WORD_SUFFIX = 1 << 5, /* behind the name it is said of */
    BL_WORD_VIA = 1 << 6,
    BL_WORD_FOR = 1 << 7,
    BL_WORD_AND = 1 << 8,
    BL_WORD_IN = 1 << 9,       /* before a place */
    BL_WORD_OUTLET = 1 << 10,  /* before the house a person works for */
    BL_WORD_GENERIC = 1 << 11, /* "agencies" */
    BL_WORD_WITH = 1 << 12,    /* "mit dpa" */
    BL_WORD_FROM = 1 << 13,    /* "with inputs from" */
    BL_WORD_CONTRIBUTED = 1 << 14,
    BL_WORD_STAFF = 1 << 15, /* "writer" */
    BL_WORD_MARK = 1 << 16,
    BL_WORD_COURTESY = 1 << 17,
    BL_WORD_STOP = 1 << 18, /* words of sentences: no name holds them */
    BL_WORD_TITLE = 1 << 19,
    BL_WORD_PARTICLE = 1 << 20,     /* "van" */
    BL_WORD_ABBREVIATION = 1 << 21, /* its dot ends no sentence */
    BL_WORD_RIGHTS = 1 << 22,
    BL_WORD_NOISE = 1 << 23, /* furniture of a page */
    BL_WORD_LICENSE = 1 << 24,
    BL_WORD_ORG = 1 << 25,        /* no person's name holds it */
    BL_WORD_CITY = 1 << 26,       /* a place that datelines name without more */
    BL_WORD_PLACE_HEAD = 1 << 27, /* "San", "Port": how names of places begin */
    BL_WORD_REGION = 1 << 28,     /* "Calif.", a country behind a comma */
    BL_WORD_DATE = 1 << 29,       /* months and days of the week */
    BL_WORD_PROVENANCE = 1 << 30  /* "taken over from": what a site says of where it has a text */
} bl_word_kind;

typedef struct bl_word {
    uint32_t kinds;
    uint8_t role;   /* byline_role; 0 is none */
    uint16_t marks; /* byline_mark bits */
} bl_word;

/* May a listed word or phrase begin with the word of this hash? See bl_trie_may_begin(). */
bool bl_word_may_begin(uint32_t hash);

/* The longest listed word or phrase at the start of text: how many bytes it takes, 0 is none. */
size_t bl_word_prefix(bl_span text, const bl_word **word);

#endif
