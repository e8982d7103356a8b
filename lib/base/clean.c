/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Text as a reader sees it, and as it is compared. Nearly all is clean as it comes, and is told so without a table. */
#include "base/unicode.h"

enum { TAB_SPACES = 4 };

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
finish(bl_builder *b)
{
    bl_builder_text(b);
    bl_span clean = bl_builder_span(b);
    return is_plain(clean) ? clean : bl_normal_form(b->arena, clean);
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
    return finish(&b);
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
    return finish(&b);
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
