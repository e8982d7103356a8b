/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

static uint32_t
decode(const unsigned char *p, size_t n, size_t *used)
{
    unsigned char c = p[0];
    *used = 1;
    if (c < 0x80)
        return c;
    size_t more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
    if (c < 0xC2 || c > 0xF4 || n <= more)
        return REPLACEMENT;
    uint32_t rune = c & (0x3Fu >> more);
    for (size_t i = 1; i <= more; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return REPLACEMENT;
        rune = rune << 6 | (p[i] & 0x3F);
    }
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (rune < least[more] || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        return REPLACEMENT;
    *used = more + 1;
    return rune;
}

uint32_t
bl_rune_next_wide(bl_span s, size_t *at)
{
    size_t used;
    uint32_t rune = decode((const unsigned char *)s.p + *at, s.n - *at, &used);
    *at += used;
    return rune;
}

uint32_t
bl_rune_back(bl_span s, size_t *at)
{
    if (*at == 0 || *at > s.n)
        return 0;
    size_t start = *at - 1;
    while (start > 0 && *at - start < 4 && ((unsigned char)s.p[start] & 0xC0) == 0x80)
        start--;
    size_t used;
    uint32_t rune = decode((const unsigned char *)s.p + start, *at - start, &used);
    if (start + used != *at) {
        rune = REPLACEMENT;
        start = *at - 1;
    }
    *at = start;
    return rune;
}

bool
bl_rune_is_space_wide(uint32_t rune)
{
    return rune == 0x85 || rune == 0xA0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200B) ||
           rune == 0x2028 || rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x2060 ||
           rune == 0x3000 || rune == 0xFEFF;
}

bool
bl_rune_is_letter_wide(uint32_t rune)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool
bl_rune_is_upper(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 'A' && rune <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool
bl_rune_is_lower(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 'a' && rune <= 'z';
    if (rune >= 0x10D0 && rune <= 0x10FF) /* Georgian begins neither sentences nor names with capitals */
        return false;
    return utf8proc_category((utf8proc_int32_t)rune) == UTF8PROC_CATEGORY_LL;
}

bool
bl_rune_is_digit_wide(uint32_t rune)
{
    return utf8proc_category((utf8proc_int32_t)rune) == UTF8PROC_CATEGORY_ND;
}

bool
bl_rune_is_punct(uint32_t rune)
{
    if (rune < 0x80)
        return rune > ' ' && rune < 0x7F && !bl_is_alpha((char)rune) && !bl_is_digit((char)rune);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

bool
bl_rune_is_ideograph_wide(uint32_t rune)
{
    return (rune >= 0x0E00 && rune <= 0x0EFF) || (rune >= 0x1780 && rune <= 0x17FF) ||
           (rune >= 0x2E80 && rune <= 0x9FFF && rune != 0x3000) || (rune >= 0xAC00 && rune <= 0xD7AF) ||
           (rune >= 0xF900 && rune <= 0xFAFF) || (rune >= 0x20000 && rune <= 0x3FFFF);
}

/* The decimal digits of Unicode stand in runs of ten; utf8proc gives no value, so find the zero. */
int
bl_rune_digit(uint32_t rune)
{
    if (rune < 0x80)
        return bl_is_digit((char)rune) ? (int)(rune - '0') : -1;
    if (!bl_rune_is_digit(rune))
        return -1;
    static const uint32_t zeros[] = {0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66, 0xAE6,
                                     0xB66,  0xBE6,  0xC66,  0xCE6,  0xD66,  0xE50, 0xED0,
                                     0xF20,  0x1040, 0x17E0, 0x1810, 0xFF10};
    for (size_t i = 0; i < BL_COUNT(zeros); i++)
        if (rune >= zeros[i] && rune < zeros[i] + 10)
            return (int)(rune - zeros[i]);
    return -1;
}

uint32_t
bl_rune_lower(uint32_t rune)
{
    if (rune < 0x80)
        return (uint32_t)(unsigned char)bl_lower((char)rune);
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

bl_span
bl_trim(bl_span s)
{
    if (s.n && bl_is_visible(s.p[0]) && bl_is_visible(s.p[s.n - 1])) /* nothing to do */
        return s;
    for (size_t at = 0; at < s.n;) {
        if (!bl_rune_is_space(bl_rune_next(s, &at)))
            break;
        s = bl_span_cut(s, at);
        at = 0;
    }
    for (size_t at = s.n; at > 0; s.n = at)
        if (!bl_rune_is_space(bl_rune_back(s, &at)))
            break;
    return s;
}

bool
bl_utf8_valid(bl_span s, size_t *at)
{
    for (size_t i = 0; i < s.n;) {
        if (s.n - i >= 8 && !(bl_eight_at(s.p + i) & BL_EIGHT(0x80))) {
            i += 8;
            continue;
        }
        if ((unsigned char)s.p[i] < 0x80) {
            i++;
            continue;
        }
        size_t used;
        const unsigned char *p = (const unsigned char *)s.p + i;
        if (decode(p, s.n - i, &used) == REPLACEMENT &&
            !(s.n - i >= 3 && p[0] == 0xEF && p[1] == 0xBF && p[2] == 0xBD)) {
            if (at)
                *at = i;
            return false;
        }
        i += used;
    }
    return true;
}

bl_span
bl_normal_form(bl_arena *arena, bl_span s)
{
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)s.p;
    utf8proc_ssize_t room = utf8proc_decompose(from, (utf8proc_ssize_t)s.n, NULL, 0, how);
    if (room <= 0)
        return s;
    /* reencode writes UTF-8 and a NUL over the code points, which never needs more room */
    utf8proc_int32_t *runes = bl_alloc_zero(arena, (size_t)room + 1, sizeof *runes);
    room = utf8proc_decompose(from, (utf8proc_ssize_t)s.n, runes, room, how);
    if (room < 0)
        return s;
    utf8proc_ssize_t n = utf8proc_reencode(runes, room, how);
    return n < 0 ? s : (bl_span){(const char *)runes, (size_t)n};
}

bool
bl_holds_digit(bl_span s)
{
    for (size_t at = 0; at < s.n;)
        if (bl_rune_is_digit(bl_rune_next(s, &at)))
            return true;
    return false;
}

bool
bl_holds_year(bl_span s)
{
    enum { YEAR_DIGITS = 4 };
    int digits = 0;
    for (size_t at = 0; at < s.n && digits < YEAR_DIGITS;)
        digits = bl_rune_is_digit(bl_rune_next(s, &at)) ? digits + 1 : 0;
    return digits == YEAR_DIGITS;
}

bool
bl_holds_lower(bl_span s)
{
    for (size_t at = 0; at < s.n;)
        if (bl_rune_is_lower(bl_rune_next(s, &at)))
            return true;
    return false;
}

size_t
bl_word_count(bl_span s)
{
    size_t halves = 0;
    bool inside = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t rune = bl_rune_next(s, &at);
        if (bl_rune_is_ideograph(rune)) {
            halves += 1;
            inside = false;
        } else if (bl_rune_is_letter(rune) || bl_rune_is_digit(rune)) {
            halves += inside ? 0 : 2;
            inside = true;
        } else if (rune != '\'' && rune != 0x2019) {
            inside = false;
        }
    }
    return halves / 2;
}
