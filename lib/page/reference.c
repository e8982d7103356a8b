/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/reference.h"

/* The longest name of a reference has 32 characters with & and ;. A longer one is none. */
enum { REFERENCE_MOST = 40 };

/* Digits of a number that is read here; more are left to gumbo. */
enum { DIGITS_MOST = 7 };

static const struct {
    bl_span name;
    uint32_t rune;
} REFERENCES[] = {
#define REFERENCE(name, rune) {{name, sizeof(name) - 1}, rune},
#include "page/references.def"
#undef REFERENCE
};

bool
bl_reference_is_stand_in(bl_span reference)
{
    if (reference.n < 3 || reference.p[1] != '#')
        return false;
    int base = bl_lower(reference.p[2]) == 'x' ? 16 : 10;
    int value = 0;
    for (size_t i = base == 16 ? 3 : 2; i < reference.n && reference.p[i] != ';'; i++) {
        int digit = bl_digit_value(reference.p[i], base);
        if (digit < 0)
            break;
        value = value * base + digit;
        if (value > BL_STAND_IN)
            return false;
    }
    return value == BL_STAND_IN;
}

/* What stands at # of &#: behind the last digit and its semicolon; at # itself where there is no digit. */
static size_t
number_end(bl_span text, size_t at)
{
    size_t i = at + 1;
    int base = i < text.n && bl_lower(text.p[i]) == 'x' ? 16 : 10;
    i += base == 16;
    if (i == text.n || bl_digit_value(text.p[i], base) < 0)
        return at;
    while (i < text.n && bl_digit_value(text.p[i], base) >= 0)
        i++;
    return i < text.n && text.p[i] == ';' ? i + 1 : i;
}

size_t
bl_reference_length(bl_span text, size_t at, bool in_attribute)
{
    size_t i = at + 1;
    if (i < text.n && text.p[i] == '#') {
        size_t end = number_end(text, i);
        return end > i ? end - at : 0;
    }
    if (i == text.n || !bl_is_alpha(text.p[i]))
        return 0;
    while (i < text.n && i - at < REFERENCE_MOST && (bl_is_alpha(text.p[i]) || bl_is_digit(text.p[i])))
        i++;
    if (i < text.n && text.p[i] == '=' && in_attribute)
        return 0;
    if (i < text.n && text.p[i] == ';')
        i++;
    return i - at;
}

size_t
bl_reference_find(bl_span text, size_t at, bool in_attribute)
{
    while (at < text.n) {
        const char *found = memchr(text.p + at, '&', text.n - at);
        if (!found)
            break;
        at = (size_t)(found - text.p);
        if (bl_reference_length(text, at, in_attribute))
            return at;
        at++;
    }
    return text.n;
}

static uint32_t
rune_of_name(bl_span name)
{
    size_t low = 0, high = BL_COUNT(REFERENCES);
    while (low < high) {
        size_t middle = (low + high) / 2;
        bl_span other = REFERENCES[middle].name;
        int order = memcmp(other.p, name.p, other.n < name.n ? other.n : name.n);
        if (order == 0 && other.n == name.n)
            return REFERENCES[middle].rune;
        if (order < 0 || (order == 0 && other.n < name.n))
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Numbers that stand for something else than their code point are gumbo's. */
static uint32_t
rune_of_number(bl_span digits)
{
    int base = digits.n > 1 && bl_lower(digits.p[0]) == 'x' ? 16 : 10;
    uint32_t rune = 0;
    if (base == 16)
        digits = bl_span_cut(digits, 1);
    if (digits.n == 0 || digits.n > DIGITS_MOST)
        return 0;
    for (size_t i = 0; i < digits.n; i++) {
        int digit = bl_digit_value(digits.p[i], base);
        if (digit < 0)
            return 0;
        rune = rune * (uint32_t)base + (uint32_t)digit;
    }
    bool is_plain = (rune > ' ' && rune < 0x7F) || (rune >= 0xA0 && rune < 0xD800) ||
                    (rune >= 0xE000 && rune < 0xFDD0) || (rune > 0xFDEF && rune <= 0x10FFFF);
    return is_plain && (rune & 0xFFFE) != 0xFFFE ? rune : 0;
}

/* What one reference stands for: 0 where that is itself, BL_NO_RUNE where gumbo has to say. */
static uint32_t
rune_of(bl_span text, bool in_attribute)
{
    if (text.n == 5 && memcmp(text.p, "&amp;", 5) == 0)
        return '&';
    if (text.n == 6 && memcmp(text.p, "&quot;", 6) == 0)
        return '"';
    bl_span name = bl_span_cut(text, 1);
    bool ends = name.p[name.n - 1] == ';';
    name.n -= ends;
    uint32_t rune = name.n == 0 ? 0 : name.p[0] == '#' ? rune_of_number(bl_span_cut(name, 1)) : rune_of_name(name);
    if (ends)
        return rune ? rune : BL_NO_RUNE;
    /* without its semicolon a name counts in an attribute only as a whole; none has one letter */
    return !rune && name.p[0] != '#' && (in_attribute || name.n < 2) ? 0 : BL_NO_RUNE;
}

bool
bl_reference_is_easy(bl_span text, bool in_attribute)
{
    for (size_t at = 0; (at = bl_reference_find(text, at, in_attribute)) < text.n;) {
        size_t n = bl_reference_length(text, at, in_attribute);
        if (rune_of(bl_span_from(text.p + at, n), in_attribute) == BL_NO_RUNE)
            return false;
        at += n;
    }
    return true;
}

bl_span
bl_reference_decode(bl_arena *arena, bl_span text, bool in_attribute)
{
    size_t at = bl_reference_find(text, 0, in_attribute), from = 0;
    if (at == text.n)
        return text;
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, text.n); /* no reference is shorter than what it stands for */
    for (; at < text.n; at = bl_reference_find(text, at, in_attribute)) {
        size_t n = bl_reference_length(text, at, in_attribute);
        uint32_t rune = rune_of(bl_span_from(text.p + at, n), in_attribute);
        bl_builder_add(&b, bl_span_from(text.p + from, at - from));
        if (rune && rune != BL_NO_RUNE)
            bl_builder_add_rune(&b, rune);
        else
            bl_builder_add(&b, bl_span_from(text.p + at, n));
        at += n;
        from = at;
    }
    bl_builder_add(&b, bl_span_cut(text, from));
    return bl_builder_span(&b);
}
