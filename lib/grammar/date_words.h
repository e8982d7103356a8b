/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* date_words.h - the words of dates in all languages, found by hash; and the tokens made of them. */
#ifndef BL_GRAMMAR_DATE_WORDS_H
#define BL_GRAMMAR_DATE_WORDS_H

#include <stdint.h>

#include "base/span.h"

/* What a word says. value is said beside it. */
typedef enum bl_date_kind {
    BL_DATE_LEAD,   /* nothing by itself: a phrase may start here */
    BL_DATE_MONTH,  /* 1 to 12 */
    BL_DATE_JALALI, /* 1 to 12, of the Persian calendar */
    BL_DATE_WEEKDAY,
    BL_DATE_OF, /* between the parts of a date */
    BL_DATE_AT, /* between a date and its time */
    BL_DATE_YEAR_MARK,
    BL_DATE_MONTH_MARK,
    BL_DATE_DAY_MARK,
    BL_DATE_HOUR_MARK,
    BL_DATE_MINUTE_MARK,
    BL_DATE_SECOND_MARK,
    BL_DATE_ERA, /* the year before its first */
    BL_DATE_BUDDHIST,
    BL_DATE_AM,
    BL_DATE_PM,      /* 1: the night */
    BL_DATE_ZONE,    /* minutes east of UTC */
    BL_DATE_US_ZONE, /* the same, in winter */
    BL_DATE_NUMBER,
    BL_DATE_UNIT,     /* bl_date_unit */
    BL_DATE_UNIT_AGO, /* the same, and it lies in the past */
    BL_DATE_AGO_BEFORE,
    BL_DATE_AGO_AFTER,
    BL_DATE_DAYS_BACK, /* 0 is today */
    BL_DATE_NOW
} bl_date_kind;

/* A unit of time, and whether the word means two of them. */
typedef enum bl_date_unit {
    BL_UNIT_SECOND = 1,
    BL_UNIT_MINUTE,
    BL_UNIT_HOUR,
    BL_UNIT_DAY,
    BL_UNIT_WEEK,
    BL_UNIT_MONTH,
    BL_UNIT_YEAR,
    BL_UNIT_TWO = 16,
    BL_UNIT_TWO_SECONDS = BL_UNIT_TWO + BL_UNIT_SECOND,
    BL_UNIT_TWO_MINUTES,
    BL_UNIT_TWO_HOURS,
    BL_UNIT_TWO_DAYS,
    BL_UNIT_TWO_WEEKS,
    BL_UNIT_TWO_MONTHS,
    BL_UNIT_TWO_YEARS
} bl_date_unit;

/* One thing that a word means. The meanings of a word stand together, those of most languages first. */
typedef struct bl_date_meaning {
    uint32_t text; /* of the word, in the table's text */
    uint8_t length;
    uint8_t kind;   /* bl_date_kind */
    bool is_strict; /* only in its languages */
    bool is_last;   /* of the word */
    int16_t value;
    uint32_t kinds;        /* of this and the later meanings of the word: 1 << bl_date_kind */
    uint64_t languages[2]; /* bits by number */
} bl_date_meaning;

/* The letter as the table writes it: lower case, without accents; 0 where it is left out. */
uint32_t bl_date_fold(uint32_t rune);

/* Longer folded words are in no table; in bytes. */
#define BL_DATE_WORD_ROOM 64

/* The first meaning of a folded word, or NULL. */
const bl_date_meaning *bl_date_lookup(const char *word, size_t length);

/* The number of a BCP 47 language; -1 where the tables don't have it. */
int bl_date_language(const char *language);

/* Among the meanings from first on, the one of this kind that fits the language best; NULL is none. */
const bl_date_meaning *bl_date_meaning_of(const bl_date_meaning *first, bl_date_kind kind, int language);

typedef enum bl_date_token_type {
    BL_DATE_TOKEN_END,
    BL_DATE_TOKEN_NUMBER,
    BL_DATE_TOKEN_WORD,
    BL_DATE_TOKEN_MARK
} bl_date_token_type;

typedef struct bl_date_token {
    uint8_t type;
    bool gap;                    /* white space stands before it */
    bool is_upper;               /* a word in capitals */
    bool is_persian;             /* a number in Persian digits */
    uint8_t length;              /* digits of a number, letters of a word; 255 is more */
    uint32_t rune;               /* of a mark, full-width made plain; of a word its first, folded */
    int64_t value;               /* of a number */
    const bl_date_meaning *word; /* NULL: not in the table */
    size_t start;                /* bytes */
    size_t end;
} bl_date_token;

/* How far ahead of a token the matchers look, and how many tokens are kept at once. */
#define BL_DATE_TOKENS_AHEAD 40
#define BL_DATE_TOKENS 128

typedef struct bl_date_tokens {
    bl_span text;
    size_t at; /* the next byte to read */
    int language;
    size_t count;
    bl_date_token list[BL_DATE_TOKENS + 1]; /* an END stands behind the last */
} bl_date_tokens;

void bl_date_tokens_open(bl_date_tokens *tokens, bl_span text, int language);

/* Forget the first done tokens and read on. */
void bl_date_tokens_fill(bl_date_tokens *tokens, size_t done);

/* Token i, or the END behind the last. */
static inline const bl_date_token *
bl_date_token_at(const bl_date_tokens *tokens, size_t i)
{
    return &tokens->list[i < tokens->count ? i : tokens->count];
}

/* What bl_date_token_is() asks where the word may have this kind of meaning. */
bool bl_date_token_means(const bl_date_token *token, int language, bl_date_kind kind, int *value);

/* Has token i this kind of meaning? value may be NULL. */
static inline bool
bl_date_token_is(const bl_date_tokens *tokens, size_t i, bl_date_kind kind, int *value)
{
    const bl_date_token *t = bl_date_token_at(tokens, i);
    return t->word && (t->word->kinds >> kind & 1) && bl_date_token_means(t, tokens->language, kind, value);
}

static inline bool
bl_date_token_is_mark(const bl_date_tokens *tokens, size_t i, uint32_t rune)
{
    const bl_date_token *t = bl_date_token_at(tokens, i);
    return t->type == BL_DATE_TOKEN_MARK && t->rune == rune;
}

static inline bool
bl_date_token_is_number(const bl_date_tokens *tokens, size_t i)
{
    return bl_date_token_at(tokens, i)->type == BL_DATE_TOKEN_NUMBER;
}

/* Does it follow the one before without white space? */
static inline bool
bl_date_token_is_tight(const bl_date_tokens *tokens, size_t i)
{
    return i < tokens->count && !tokens->list[i].gap;
}

#endif
