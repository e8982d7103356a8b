/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* span.h - a borrowed piece of text: nobody's to free, no NUL behind it. */
#ifndef BL_BASE_SPAN_H
#define BL_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/checks.h"

typedef struct bl_span {
    const char *p;
    size_t n;
} bl_span;

#define BL_SPAN(literal) ((bl_span){(literal), sizeof(literal) - 1})
/* The same as the first value of a constant table. */
#define BL_SPAN_CONSTANT(literal) {(literal), sizeof(literal) - 1}
#define BL_EMPTY ((bl_span){NULL, 0})

static inline bl_span
bl_span_of(const char *text)
{
    return (bl_span){text, text ? strlen(text) : 0};
}

static inline bl_span
bl_span_from(const char *p, size_t n)
{
    return (bl_span){p, n};
}

/* From byte at to the end; past the end is empty. */
static inline bl_span
bl_span_cut(bl_span s, size_t at)
{
    if (at >= s.n)
        return (bl_span){s.p ? s.p + s.n : NULL, 0};
    BL_HOLDS(s.p);
    return (bl_span){s.p + at, s.n - at};
}

/* The first n bytes at most. */
static inline bl_span
bl_span_head(bl_span s, size_t n)
{
    return (bl_span){s.p, n < s.n ? n : s.n};
}

static inline bool
bl_span_equal(bl_span a, bl_span b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
bl_span_starts(bl_span s, bl_span head)
{
    if (head.n == 0 || s.n < head.n)
        return head.n == 0;
    BL_HOLDS(s.p);
    return memcmp(s.p, head.p, head.n) == 0;
}

static inline bool
bl_span_ends(bl_span s, bl_span tail)
{
    return s.n >= tail.n && (tail.n == 0 || memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0);
}

/* Are they the same? For tables of words: most differ in the first byte. */
static inline bool
bl_span_is(bl_span s, const char *text)
{
    return s.n && s.p[0] == text[0] && strlen(text) == s.n && memcmp(s.p, text, s.n) == 0;
}

static inline bool
bl_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Printed ASCII, and no space. */
static inline bool
bl_is_visible(char c)
{
    return c > ' ' && (unsigned char)c < 0x7F;
}

static inline bool
bl_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
bl_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Of ASCII alone. */
static inline bool
bl_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool
bl_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* How many digits of ASCII. */
static inline size_t
bl_digit_count(bl_span s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++)
        digits += bl_is_digit(s.p[i]);
    return digits;
}

/* 1 for ASCII letters and digits. */
extern const uint8_t bl_ascii_parts[256];

static inline bool
bl_is_ascii_part(char c)
{
    return bl_ascii_parts[(unsigned char)c];
}

static inline char
bl_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* What a digit of base 10 or 16 is worth; -1 where it is none. */
static inline int
bl_digit_value(char c, int base)
{
    if (bl_is_digit(c))
        return c - '0';
    c = bl_lower(c);
    return base == 16 && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Position of needle in s from byte at on, or s.n and more: (size_t)-1 where it is not. */
size_t bl_span_find(bl_span s, bl_span needle, size_t at);
size_t bl_span_find_char(bl_span s, char c, size_t at);

/* Do n bytes agree but for the case of ASCII letters? */
bool bl_bytes_equal_nocase(const char *a, const char *b, size_t n);

/* The same for ASCII letters of either case. */
static inline bool
bl_span_equal_nocase(bl_span a, bl_span b)
{
    if (a.n != b.n || (a.n && ((a.p[0] ^ b.p[0]) & ~0x20)))
        return false;
    return bl_bytes_equal_nocase(a.p, b.p, a.n);
}

bool bl_span_ends_nocase(bl_span s, bl_span tail);

/* Does s end in one of these, with so many bytes before it? None is empty; most differ in the last byte. */
static inline bool
bl_span_ends_in(bl_span s, const bl_span *tails, size_t count, size_t before)
{
    if (!s.n)
        return false;
    BL_HOLDS(s.p);
    for (size_t i = 0; i < count; i++)
        if (!((s.p[s.n - 1] ^ tails[i].p[tails[i].n - 1]) & ~0x20) && s.n >= tails[i].n + before &&
            bl_span_ends_nocase(s, tails[i]))
            return true;
    return false;
}

bool bl_span_starts_nocase(bl_span s, bl_span head);
size_t bl_span_find_nocase(bl_span s, bl_span needle, size_t at);

/* Without ASCII white space at both ends. bl_trim() in unicode.h takes all of Unicode's. */
bl_span bl_span_trim(bl_span s);

/* Cut off and return what stands before the next separator; *rest moves behind it. false at the end. */
bool bl_span_next(bl_span *rest, char separator, bl_span *part);

#define BL_NOT_FOUND ((size_t)-1)

/* ---- short lists of words, none of them empty ---- */

#define BL_COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Is it one of them? */
bool bl_span_is_among(bl_span s, const char *const *words, size_t count);
bool bl_span_is_among_nocase(bl_span s, const char *const *words, size_t count);

/* Does one of them stand in it? */
bool bl_span_holds_any(bl_span s, const char *const *words, size_t count);
bool bl_span_holds_any_nocase(bl_span s, const char *const *words, size_t count);

/* The length of the first one that it begins with; 0 is none. */
size_t bl_span_starts_among(bl_span s, const char *const *words, size_t count);
size_t bl_span_starts_among_nocase(bl_span s, const char *const *words, size_t count);

/* ---- eight bytes at a time ---- */

/* A number of eight bytes that are all c. */
#define BL_EIGHT(c) (UINT64_MAX / 255 * (uint64_t)(c))

static inline uint64_t
bl_eight_at(const char *p)
{
    uint64_t eight;
    memcpy(&eight, p, sizeof eight);
    return eight;
}

/* 0x80 in each byte that is zero in x, and 0 in all others. */
static inline uint64_t
bl_zero_bytes(uint64_t x)
{
    return ~(((x & BL_EIGHT(0x7F)) + BL_EIGHT(0x7F)) | x | BL_EIGHT(0x7F));
}

/* How many bytes of such a mask are set. */
static inline unsigned
bl_count_bytes(uint64_t mask)
{
    return (unsigned)((mask >> 7) * BL_EIGHT(1) >> 56);
}

#endif
