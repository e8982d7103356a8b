/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/span.h"

#define FIVE(c) [(c)] = 1, [(c) + 1] = 1, [(c) + 2] = 1, [(c) + 3] = 1, [(c) + 4] = 1
#define TEN(c) FIVE(c), FIVE((c) + 5)
#define ALPHABET(c) TEN(c), TEN((c) + 10), FIVE((c) + 20), [(c) + 25] = 1

const uint8_t bl_ascii_parts[256] = {TEN('0'), ALPHABET('A'), ALPHABET('a')};

size_t
bl_span_find_char(bl_span s, char c, size_t at)
{
    if (at >= s.n)
        return BL_NOT_FOUND;
    const char *hit = memchr(s.p + at, c, s.n - at);
    return hit ? (size_t)(hit - s.p) : BL_NOT_FOUND;
}

size_t
bl_span_find(bl_span s, bl_span needle, size_t at)
{
    if (needle.n == 0)
        return at <= s.n ? at : BL_NOT_FOUND;
    while (at + needle.n <= s.n) {
        size_t hit = bl_span_find_char(bl_span_head(s, s.n - needle.n + 1), needle.p[0], at);
        if (hit == BL_NOT_FOUND)
            return BL_NOT_FOUND;
        if (memcmp(s.p + hit, needle.p, needle.n) == 0)
            return hit;
        at = hit + 1;
    }
    return BL_NOT_FOUND;
}

bool
bl_bytes_equal_nocase(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bl_lower(a[i]) != bl_lower(b[i]))
            return false;
    return true;
}

bool
bl_span_starts_nocase(bl_span s, bl_span head)
{
    return s.n >= head.n && bl_bytes_equal_nocase(s.p, head.p, head.n);
}

bool
bl_span_ends_nocase(bl_span s, bl_span tail)
{
    return s.n >= tail.n && bl_bytes_equal_nocase(s.p + s.n - tail.n, tail.p, tail.n);
}

size_t
bl_span_find_nocase(bl_span s, bl_span needle, size_t at)
{
    if (needle.n == 0)
        return at <= s.n ? at : BL_NOT_FOUND;
    char first = bl_lower(needle.p[0]);
    if (!bl_is_alpha(first)) { /* one case only: memchr finds it */
        while (at + needle.n <= s.n) {
            at = bl_span_find_char(bl_span_head(s, s.n - needle.n + 1), first, at);
            if (at == BL_NOT_FOUND || bl_bytes_equal_nocase(s.p + at, needle.p, needle.n))
                return at;
            at++;
        }
        return BL_NOT_FOUND;
    }
    for (; at + needle.n <= s.n; at++)
        if (bl_lower(s.p[at]) == first && bl_bytes_equal_nocase(s.p + at, needle.p, needle.n))
            return at;
    return BL_NOT_FOUND;
}

bl_span
bl_span_trim(bl_span s)
{
    while (s.n && bl_is_space(s.p[0]))
        s = bl_span_cut(s, 1);
    while (s.n && bl_is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

bool
bl_span_next(bl_span *rest, char separator, bl_span *part)
{
    if (!rest->p)
        return false;
    size_t at = bl_span_find_char(*rest, separator, 0);
    if (at == BL_NOT_FOUND) {
        *part = *rest;
        *rest = BL_EMPTY;
    } else {
        *part = bl_span_head(*rest, at);
        *rest = bl_span_cut(*rest, at + 1);
    }
    return true;
}

bool
bl_span_is_among(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bl_span_is(s, words[i]))
            return true;
    return false;
}

/* Do they begin alike but for the case of an ASCII letter? Most words of a list do not. */
static inline bool
begins_as(bl_span s, const char *word)
{
    return s.n && !((s.p[0] ^ word[0]) & ~0x20);
}

bool
bl_span_is_among_nocase(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins_as(s, words[i]) && bl_span_equal_nocase(s, bl_span_of(words[i])))
            return true;
    return false;
}

bool
bl_span_holds_any(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bl_span_find(s, bl_span_of(words[i]), 0) != BL_NOT_FOUND)
            return true;
    return false;
}

bool
bl_span_holds_any_nocase(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bl_span_find_nocase(s, bl_span_of(words[i]), 0) != BL_NOT_FOUND)
            return true;
    return false;
}

size_t
bl_span_starts_among(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (s.n && s.p[0] == words[i][0] && bl_span_starts(s, bl_span_of(words[i])))
            return strlen(words[i]);
    return 0;
}

size_t
bl_span_starts_among_nocase(bl_span s, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins_as(s, words[i]) && bl_span_starts_nocase(s, bl_span_of(words[i])))
            return strlen(words[i]);
    return 0;
}
