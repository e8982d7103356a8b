/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * unicode.h - what the library asks of Unicode. utf8proc is known to unicode.c alone; clean.c has the texts.
 *
 * Every function takes any bytes: a byte that is no UTF-8 counts as one U+FFFD.
 */
#ifndef BL_BASE_UNICODE_H
#define BL_BASE_UNICODE_H

#include <stdint.h>

#include "base/builder.h"
#include "base/span.h"

/* bl_rune_next() where the byte at *at is there and is not ASCII. */
uint32_t bl_rune_next_wide(bl_span s, size_t *at);

/* The code point at byte *at, which moves behind it; at the end 0 and *at stays. */
static inline uint32_t
bl_rune_next(bl_span s, size_t *at)
{
    if (*at >= s.n)
        return 0;
    if ((unsigned char)s.p[*at] < 0x80)
        return (unsigned char)s.p[(*at)++];
    return bl_rune_next_wide(s, at);
}

/* The code point that ends before byte *at, which moves to its start; at the start 0. */
uint32_t bl_rune_back(bl_span s, size_t *at);

/* Each of these by tables, for runes that are not ASCII. */
bool bl_rune_is_space_wide(uint32_t rune);
bool bl_rune_is_letter_wide(uint32_t rune);
bool bl_rune_is_digit_wide(uint32_t rune);
bool bl_rune_is_ideograph_wide(uint32_t rune);

/* White space, no-break and zero-width spaces, BOM. */
static inline bool
bl_rune_is_space(uint32_t rune)
{
    return rune < 0x80 ? rune == ' ' || (rune >= '\t' && rune <= '\r') : bl_rune_is_space_wide(rune);
}

/* Letters and marks of any script. */
static inline bool
bl_rune_is_letter(uint32_t rune)
{
    return rune < 0x80 ? bl_is_alpha((char)rune) : bl_rune_is_letter_wide(rune);
}

/* Decimal digits of any script. */
static inline bool
bl_rune_is_digit(uint32_t rune)
{
    return rune < 0x80 ? bl_is_digit((char)rune) : bl_rune_is_digit_wide(rune);
}

/* Han, kana, Hangul, Thai, Lao, Khmer: no spaces between words. */
static inline bool
bl_rune_is_ideograph(uint32_t rune)
{
    return rune >= 0x0E00 && bl_rune_is_ideograph_wide(rune);
}

bool bl_rune_is_upper(uint32_t rune);  /* upper or title case */
bool bl_rune_is_lower(uint32_t rune);
bool bl_rune_is_punct(uint32_t rune);  /* punctuation and symbols */
int bl_rune_digit(uint32_t rune);      /* 0 to 9 for a decimal digit of any script, else -1 */
uint32_t bl_rune_lower(uint32_t rune);

/* Is there a decimal digit of any script, four of them in a row, a small letter? */
bool bl_holds_digit(bl_span s);
bool bl_holds_year(bl_span s);
bool bl_holds_lower(bl_span s);

/* Without white space of any kind at both ends. */
bl_span bl_trim(bl_span s);

/* Is all of it UTF-8? Else *at is the first bad byte; at may be NULL. */
bool bl_utf8_valid(bl_span s, size_t *at);

/* In normal form C; s is UTF-8. Where that is another text it stands in arena, with a NUL behind. */
bl_span bl_normal_form(bl_arena *arena, bl_span s);

/*
 * The text as a reader sees it: runs of white space become one space (a line feed stays one where
 * keep_lines), none at the ends, control and zero-width characters gone, normal form C. In arena, NUL behind.
 */
bl_span bl_clean(bl_arena *arena, bl_span s, bool keep_lines);

/* As bl_clean(), but of what somebody typed line by line, as programs are: lines, indents and columns stay, one empty
   line for several. */
bl_span bl_clean_typed(bl_arena *arena, bl_span s);

/* For comparing: bl_clean, then case folded, quotes and dashes made plain. In arena. */
bl_span bl_fold(bl_arena *arena, bl_span s);

/* Are they the same after folding? */
bool bl_same(bl_arena *arena, bl_span a, bl_span b);

/* How many words: runs of letters and digits; an ideograph counts as half a word. */
size_t bl_word_count(bl_span s);

#endif
