/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD, TAB_SPACES = 4 };

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

uint32_t
bl_rune_upper(uint32_t rune)
{
    if (rune < 0x80)
        return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
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

/* Characters that a reader does not see and a consumer must not get. */
static bool
is_invisible(uint32_t rune)
{
    return rune < 0x20 || rune == 0x7F || (rune >= 0x80 && rune < 0xA0) || rune == 0xAD ||
           (rune >= 0x200B && rune <= 0x200F && rune != 0x200C && rune != 0x200D) ||
           (rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2060 && rune <= 0x206F) ||
           rune == 0xFEFF || (rune >= 0xFFF9 && rune <= 0xFFFB) || (rune >= 0xE0000 && rune <= 0xE007F) ||
           (rune & 0xFFFE) == 0xFFFE;
}

/* Zero-width spaces part no words. */
static bool
is_gap(uint32_t rune)
{
    return bl_rune_is_space(rune) && rune != 0x200B && rune != 0x2060 && rune != 0xFEFF;
}

/* Bytes at the start of s, by eights, that are printable ASCII with single spaces between. */
static size_t
clean_run(bl_span s, bool *space)
{
    size_t n = 0;
    for (; s.n - n >= 8; n += 8) {
        uint64_t x = bl_eight_at(s.p + n), spaces = bl_zero_bytes(x ^ BL_EIGHT(' '));
        /* a borrow marks a byte that is none only behind one that is */
        bool is_plain = !(((x - BL_EIGHT(' ')) | (x + BL_EIGHT(1)) | x) & BL_EIGHT(0x80));
        if (!is_plain || (spaces & spaces << 8) || (*space && s.p[n] == ' '))
            break;
        *space = s.p[n + 7] == ' ';
    }
    return n;
}

/* All that collapse() leaves as it is and looks no further at: printable ASCII with single spaces inside. */
static size_t
plain_run(bl_span s, size_t at)
{
    bool space = true;
    size_t start = at;
    at += clean_run(bl_span_cut(s, at), &space);
    if (at > start && space)
        at--;
    while (at < s.n && s.p[at] > ' ' && s.p[at] < 0x7F)
        at++;
    return at - start;
}

static void
collapse(bl_builder *b, bl_span s, bool keep_lines)
{
    bool gap = false, line = false;
    for (size_t at = 0; at < s.n;) {
        if (bl_is_space(s.p[at])) {
            gap = true;
            line |= s.p[at++] == '\n';
            continue;
        }
        size_t start = at, run = plain_run(s, at);
        uint32_t rune = run ? (unsigned char)s.p[at] : bl_rune_next(s, &at);
        if (!run && is_gap(rune)) {
            gap = true;
            line |= rune == '\n' || rune == 0x2028 || rune == 0x2029;
            continue;
        }
        if (!run && is_invisible(rune))
            continue;
        if (gap && b->n)
            bl_builder_add_char(b, keep_lines && line ? '\n' : ' ');
        gap = line = false;
        if (run) {
            bl_builder_add(b, bl_span_from(s.p + start, run));
            at = start + run;
        } else {
            bl_builder_add_rune(b, rune);
        }
    }
}

/*
 * Bytes at the start of s that are one character which is in normal form C, whatever stands around it; 0 where
 * that takes a table to say. In these ranges nothing decomposes for good, composes with what stands before it,
 * or is ordered among marks: below U+0300, Greek and Cyrillic without their marks, Armenian, the letters and digits
 * of Hebrew and Arabic, Devanagari without nukta and accents, Latin with two signs, general punctuation, kana, Han
 * and Hangul syllables, full width.
 */
static size_t
composed(bl_span s)
{
    unsigned char c = (unsigned char)s.p[0];
    if (c < 0x80)
        return 1;
    unsigned char next = s.n > 1 ? (unsigned char)s.p[1] : 0, third = s.n > 2 ? (unsigned char)s.p[2] : 0;
    bool is_composed = false;
    switch (c) {
    case 0xCC: case 0xCD: return 0;
    case 0xCE: return next > 0x87 ? 2 : 0;
    case 0xCF: case 0xD0: case 0xD1: return 2;
    case 0xD2: return next <= 0x82 || next >= 0x88 ? 2 : 0;
    case 0xD3: case 0xD4: case 0xD5: return 2;
    case 0xD6: return next <= 0x90 ? 2 : 0;
    case 0xD7: return next >= 0x90 && next <= 0xAA ? 2 : 0;
    case 0xD8: return next >= 0xA0 ? 2 : 0;
    case 0xD9: return next <= 0x8A || (next >= 0xA0 && next <= 0xAF) || next >= 0xB1 ? 2 : 0;
    case 0xDA: return 2;
    case 0xDB: return next <= 0x95 || (next >= 0xAE) ? 2 : 0;
    case 0xE0: is_composed = (next == 0xA4 && third != 0xBC) ||
                             (next == 0xA5 && (third <= 0x90 || third >= 0xA0)); break;
    case 0xE1: is_composed = next >= 0xB8 && next <= 0xBB; break;
    case 0xE2:
        is_composed = (next == 0x80 && third >= 0x90) || (next == 0x81 && third <= 0x9E) ||
                      (next == 0x82 && third >= 0xA0 && third <= 0xAF) || next == 0x86 ||
                      (next >= 0x94 && next <= 0x9E);
        break;
    case 0xE3: is_composed = !(next == 0x80 && third >= 0xAA && third <= 0xAF) &&
                             !(next == 0x82 && (third == 0x99 || third == 0x9A));
        break;
    case 0xE4: case 0xE5: case 0xE6: case 0xE7: case 0xE8: case 0xE9: case 0xEB: case 0xEC: is_composed = true; break;
    case 0xEA: is_composed = next >= 0xB0; break;
    case 0xED: is_composed = next <= 0x9E; break;
    case 0xEF: is_composed = next >= 0xBC; break;
    default: return c < 0xCC ? 2 : 0;
    }
    return is_composed ? 3 : 0;
}

/* Is it in normal form C beyond doubt? s is UTF-8. */
static bool
is_plain(bl_span s)
{
    while (s.n) {
        size_t used = composed(s);
        if (!used)
            return false;
        s = bl_span_cut(s, used);
    }
    return true;
}

static bl_span
compose(bl_arena *arena, bl_span s)
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

/* Bytes at the start of s that are one character which is clean as it stands, 0 where that is not certain. */
static size_t
clean_wide(bl_span s)
{
    unsigned char c = (unsigned char)s.p[0], next = s.n > 1 ? (unsigned char)s.p[1] : 0;
    size_t used = c >= 0xC3 ? composed(s) : 0;
    if (used > s.n || (next & 0xC0) != 0x80)
        return 0;
    if (used < 3)
        return used;
    unsigned char third = (unsigned char)s.p[2];
    bool may_be_space = (c == 0xE2 && next == 0x80 && third > 0xA7) || (c == 0xE3 && next == 0x80 && third == 0x80);
    return (third & 0xC0) != 0x80 || may_be_space || (c == 0xEF && next == 0xBF) ? 0 : used;
}

/* Most text is clean as it comes: printable characters in normal form, single spaces between. */
static bool
is_clean(bl_span s)
{
    bool space = true;
    for (size_t i = 0; i < s.n;) {
        size_t run = clean_run(bl_span_cut(s, i), &space);
        if (run) {
            i += run;
            continue;
        }
        unsigned char c = (unsigned char)s.p[i];
        if (c > ' ' && c < 0x7F) {
            space = false;
            i++;
        } else if (c == ' ') {
            if (space)
                return false;
            space = true;
            i++;
        } else {
            size_t used = c < 0x80 ? 0 : clean_wide(bl_span_cut(s, i));
            if (!used)
                return false;
            space = false;
            i += used;
        }
    }
    return !space;
}

bl_span
bl_clean(bl_arena *arena, bl_span s, bool keep_lines)
{
    if (is_clean(s))
        return (bl_span){bl_strndup(arena, s.p, s.n), s.n};
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, s.n + 1);
    collapse(&b, s, keep_lines);
    bl_builder_text(&b);
    bl_span clean = bl_builder_span(&b);
    return is_plain(clean) ? clean : compose(arena, clean);
}

bl_span
bl_clean_typed(bl_arena *arena, bl_span s)
{
    bl_builder b = bl_builder_in(arena);
    size_t lines = 0, spaces = 0; /* since the last sign */
    for (size_t at = 0; at < s.n;) {
        uint32_t rune = bl_rune_next(s, &at);
        if (rune == '\n') {
            lines++;
            spaces = 0;
        } else if (is_gap(rune)) {
            spaces += rune == '\t' ? TAB_SPACES : rune != '\r';
        } else if (!is_invisible(rune)) {
            for (lines = b.n == 0 ? 0 : lines < 2 ? lines : 2; lines; lines--)
                bl_builder_add_char(&b, '\n');
            for (spaces = b.n == 0 ? 0 : spaces; spaces; spaces--)
                bl_builder_add_char(&b, ' ');
            bl_builder_add_rune(&b, rune);
        }
    }
    bl_builder_text(&b);
    bl_span clean = bl_builder_span(&b);
    return is_plain(clean) ? clean : compose(arena, clean);
}

static uint32_t
plain_rune(uint32_t rune)
{
    if ((rune >= 0x2018 && rune <= 0x201B) || rune == 0x2032 || rune == '`' || rune == 0xB4)
        return '\'';
    if ((rune >= 0x201C && rune <= 0x201F) || rune == 0xAB || rune == 0xBB || rune == 0x2033)
        return '"';
    if ((rune >= 0x2010 && rune <= 0x2014) || rune == 0x2212)
        return '-';
    return rune;
}

/* ASCII folds byte by byte: how much of it stands at the start of s. */
static size_t
fold_ascii(bl_span s, char *to)
{
    size_t i = 0;
    for (; i < s.n && (unsigned char)s.p[i] < 0x80; i++)
        to[i] = s.p[i] == '`' ? '\'' : bl_lower(s.p[i]);
    return i;
}

bl_span
bl_fold(bl_arena *arena, bl_span s)
{
    bl_span clean = is_clean(s) ? s : bl_clean(arena, s, false);
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, clean.n + 1);
    for (size_t at = 0;;) {
        size_t run = fold_ascii(bl_span_cut(clean, at), bl_builder_reserve(&b, clean.n - at));
        b.n += run;
        at += run;
        if (at == clean.n)
            break;
        uint32_t rune = bl_rune_next(clean, &at);
        if (rune == 0xDF) /* sharp s folds to two letters */
            bl_builder_add(&b, BL_SPAN("ss"));
        else if (rune != 0x200C && rune != 0x200D)
            bl_builder_add_rune(&b, bl_rune_lower(plain_rune(rune)));
    }
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

bool
bl_same(bl_arena *arena, bl_span a, bl_span b)
{
    return bl_span_equal(a, b) || bl_span_equal(bl_fold(arena, a), bl_fold(arena, b));
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
