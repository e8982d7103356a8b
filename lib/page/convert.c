/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The only file that knows iconv. */
#include "page/convert.h"

#include <errno.h>
#include <iconv.h>

#include "base/unicode.h"
#include "base/vector.h"

enum { REPLACEMENT = 0xFFFD };

/* Bytes between two noted places: so many are walked at most to find one between. */
enum { STRIDE = 128, ESCAPE = 0x1B };

/* A character of any charset is at most two code points of four bytes. */
enum { GROWTH = 8 };

typedef struct converter {
    bl_page *page;
    bl_charset_kind kind;
    const unsigned char *start; /* of page->bytes */
    const unsigned char *p;
    const unsigned char *end;
    bl_builder text;
    BL_VECTOR(bl_place) places;
} converter;

static bool
is_in(unsigned char c, unsigned low, unsigned high)
{
    return c >= low && c <= high;
}

/* Valid lead and trail bytes of two; what stands in their table iconv knows. */
static bool
is_pair(bl_charset_kind kind, unsigned char lead, unsigned char trail)
{
    switch (kind) {
    case BL_KIND_GBK:
        return is_in(lead, 0x81, 0xFE) && is_in(trail, 0x40, 0xFE) && trail != 0x7F;
    case BL_KIND_BIG5:
        return is_in(lead, 0x81, 0xFE) && (is_in(trail, 0x40, 0x7E) || is_in(trail, 0xA1, 0xFE));
    case BL_KIND_EUC_JP:
        return (is_in(lead, 0xA1, 0xFE) && is_in(trail, 0xA1, 0xFE)) || (lead == 0x8E && is_in(trail, 0xA1, 0xDF));
    case BL_KIND_EUC_KR:
        return is_in(lead, 0x81, 0xFE) && is_in(trail, 0x41, 0xFE);
    case BL_KIND_SHIFT_JIS:
        return (is_in(lead, 0x81, 0x9F) || is_in(lead, 0xE0, 0xFC)) && is_in(trail, 0x40, 0xFC) && trail != 0x7F;
    default:
        return false;
    }
}

static size_t
utf8_length(const unsigned char *p, size_t n)
{
    size_t used = 0;
    bl_span one = bl_span_from((const char *)p, n < 4 ? n : 4);
    bl_rune_next(one, &used);
    return used;
}

size_t
bl_character_length(bl_charset_kind kind, const unsigned char *p, size_t n)
{
    switch (kind) {
    case BL_KIND_SINGLE:
    case BL_KIND_ISO_2022_JP:
        return 1;
    case BL_KIND_UTF8:
        return utf8_length(p, n);
    case BL_KIND_UTF16_LE:
    case BL_KIND_UTF16_BE: {
        size_t high = kind == BL_KIND_UTF16_LE;
        bool is_double = n >= 4 && (p[high] & 0xFC) == 0xD8 && (p[2 + high] & 0xFC) == 0xDC;
        return n < 2 ? n : is_double ? 4 : 2;
    }
    default:
        break;
    }
    if (p[0] < 0x80 || n < 2)
        return 1;
    if (kind == BL_KIND_GBK && n >= 4 && is_in(p[0], 0x81, 0xFE) && is_in(p[1], '0', '9') &&
        is_in(p[2], 0x81, 0xFE) && is_in(p[3], '0', '9'))
        return 4;
    if (kind == BL_KIND_EUC_JP && n >= 3 && p[0] == 0x8F && is_in(p[1], 0xA1, 0xFE) && is_in(p[2], 0xA1, 0xFE))
        return 3;
    return is_pair(kind, p[0], p[1]) ? 2 : 1;
}

static void
close_iconv(void *handle)
{
    iconv_close((iconv_t)handle);
}

static iconv_t
open_iconv(bl_charset charset, bl_arena *arena)
{
    for (int i = 0; i < 3 && BL_CHARSETS[charset].iconv[i][0]; i++) {
        iconv_t handle = iconv_open("UTF-8", BL_CHARSETS[charset].iconv[i]);
        if (handle != (iconv_t)-1)
            return handle;
        if (errno == ENOMEM)
            bl_throw(arena, BYLINE_E_MEMORY);
    }
    return (iconv_t)-1;
}

void
bl_charset_table(bl_charset charset, uint32_t table[128], bl_arena *arena)
{
    iconv_t handle = open_iconv(charset, arena);
    for (unsigned i = 0; i < 128; i++) {
        char from = (char)(0x80 + i), to[8];
        char *in = &from, *out = to;
        size_t in_left = 1, out_left = sizeof to;
        size_t at = 0;
        table[i] = REPLACEMENT;
        if (handle != (iconv_t)-1) {
            iconv(handle, NULL, NULL, NULL, NULL);
            size_t status = iconv(handle, &in, &in_left, &out, &out_left);
            iconv(handle, NULL, NULL, &out, &out_left); /* some hold a letter back, for a mark behind it */
            if (status != (size_t)-1 && out > to)
                table[i] = bl_rune_next(bl_span_from(to, (size_t)(out - to)), &at);
        }
        /* windows-1252 is what most pages are that know nothing of charsets: its upper half is Latin 1 */
        if (table[i] == REPLACEMENT && charset == BL_CHARSET_WINDOWS_1252)
            table[i] = 0x80 + i;
    }
    if (handle != (iconv_t)-1)
        iconv_close(handle);
}

static void
note_place(converter *c)
{
    bl_place place = {(uint32_t)c->text.n, (uint32_t)(c->p - c->start)};
    BL_PUSH(c->page->arena, &c->places, place);
}

static const unsigned char *
stride_end(const converter *c)
{
    return c->end - c->p > STRIDE ? c->p + STRIDE : c->end;
}

static void
convert_single(converter *c, bl_charset charset)
{
    uint32_t table[128];
    bl_charset_table(charset, table, c->page->arena);
    while (c->p < c->end) {
        note_place(c);
        bl_builder_reserve(&c->text, (size_t)STRIDE * 3);
        for (const unsigned char *stop = stride_end(c); c->p < stop; c->p++) {
            if (*c->p >= 0x80)
                bl_builder_add_rune(&c->text, table[*c->p - 0x80]);
            else if (*c->p)
                c->text.p[c->text.n++] = (char)*c->p;
        }
    }
}

static void
convert_utf8(converter *c)
{
    while (c->p < c->end) {
        note_place(c);
        for (const unsigned char *stop = stride_end(c); c->p < stop;) {
            bl_span rest = bl_span_from((const char *)c->p, (size_t)(c->end - c->p));
            size_t used = 0;
            uint32_t rune = bl_rune_next(rest, &used);
            if (*c->p)
                bl_builder_add_rune(&c->text, rune);
            c->p += used;
        }
    }
}

static void
convert_utf16(converter *c)
{
    size_t high = c->kind == BL_KIND_UTF16_LE;
    while (c->p < c->end) {
        note_place(c);
        for (const unsigned char *stop = stride_end(c); c->p < stop;) {
            size_t n = bl_character_length(c->kind, c->p, (size_t)(c->end - c->p));
            uint32_t rune = REPLACEMENT;
            if (n >= 2)
                rune = (uint32_t)c->p[high] << 8 | c->p[1 - high];
            if (n == 4)
                rune = 0x10000 + ((rune & 0x3FF) << 10) +
                       (((uint32_t)c->p[2 + high] << 8 | c->p[3 - high]) & 0x3FF);
            if (rune)
                bl_builder_add_rune(&c->text, rune);
            c->p += n;
        }
    }
}

/*
 * The end of the next bytes of ISO-2022-JP that go to iconv at once: a line, or less of a long one. It begins
 * in ASCII and may be cut there, and before an escape sequence.
 */
static const unsigned char *
line_end(const converter *c)
{
    const unsigned char *stop = stride_end(c);
    const unsigned char *most = c->end - c->p > (ptrdiff_t)64 * STRIDE ? c->p + (ptrdiff_t)64 * STRIDE : c->end;
    bool is_ascii = true;
    for (const unsigned char *p = c->p; p < most; p++) {
        if (p >= stop && (is_ascii || *p == ESCAPE))
            return p;
        if (*p == '\n')
            return p + 1;
        if (*p == ESCAPE && most - p >= 3) {
            is_ascii = p[1] == '(' && (p[2] == 'B' || p[2] == 'J');
            p += 2;
        }
    }
    return most;
}

/* The end of the next characters that go to iconv at once. */
static const unsigned char *
piece_end(const converter *c)
{
    if (c->kind == BL_KIND_ISO_2022_JP)
        return line_end(c);
    const unsigned char *p = c->p, *stop = stride_end(c);
    while (p < stop)
        p += bl_character_length(c->kind, p, (size_t)(c->end - p));
    return p;
}

static void
convert_piece(converter *c, iconv_t handle, const unsigned char *stop)
{
    while (c->p < stop) {
        if (*c->p == 0) {
            c->p++;
            continue;
        }
        const unsigned char *nul = memchr(c->p, 0, (size_t)(stop - c->p));
        size_t left = (size_t)((nul ? nul : stop) - c->p), room = left * GROWTH;
        union { /* iconv does not write to what it reads, but asks for char ** */
            const unsigned char *bytes;
            char *text;
        } in = {c->p};
        char *from = in.text, *to = bl_builder_reserve(&c->text, room), *out = to;
        size_t status = iconv(handle, &from, &left, &out, &room);
        iconv(handle, NULL, NULL, &out, &room); /* the same */
        c->text.n += (size_t)(out - to);
        c->p = (nul ? nul : stop) - left;
        if (status != (size_t)-1 || left == 0)
            continue;
        bl_builder_add_rune(&c->text, REPLACEMENT);
        c->p += bl_character_length(c->kind, c->p, left);
    }
}

static void
convert_by_iconv(converter *c, bl_charset charset)
{
    iconv_t handle = open_iconv(charset, c->page->arena);
    if (handle == (iconv_t)-1) {
        convert_utf8(c); /* what is no ASCII is lost, and the offsets hold */
        return;
    }
    bl_defer(c->page->arena, close_iconv, handle);
    while (c->p < c->end) {
        note_place(c);
        convert_piece(c, handle, piece_end(c));
    }
}

void
bl_convert(bl_page *page, bl_charset charset, size_t start)
{
    converter c = {.page = page, .kind = BL_CHARSETS[charset].kind, .text = bl_builder_in(page->arena)};
    c.start = (const unsigned char *)page->bytes.p;
    c.p = c.start + start;
    c.end = c.start + page->bytes.n;
    bl_builder_reserve(&c.text, page->bytes.n + page->bytes.n / 2 + 16);
    switch (c.kind) {
    case BL_KIND_UTF8:
        convert_utf8(&c);
        break;
    case BL_KIND_SINGLE:
        convert_single(&c, charset);
        break;
    case BL_KIND_UTF16_LE:
    case BL_KIND_UTF16_BE:
        convert_utf16(&c);
        break;
    default:
        convert_by_iconv(&c, charset);
        break;
    }
    page->text = bl_builder_span(&c.text);
    page->places = c.places.at;
    page->place_count = (uint32_t)c.places.count;
    page->place_kind = (uint8_t)c.kind;
}

/* From the noted place below, character by character. */
static size_t
walk_to(const bl_page *page, bl_place from, size_t at, size_t limit)
{
    const unsigned char *bytes = (const unsigned char *)page->bytes.p;
    size_t text = from.text, byte = from.byte;
    bl_charset_kind kind = (bl_charset_kind)page->place_kind;
    while (text < at && byte < limit) {
        bool is_wide = kind == BL_KIND_UTF16_LE || kind == BL_KIND_UTF16_BE;
        bool is_nul = bytes[byte] == 0 && (!is_wide || (byte + 1 < limit && bytes[byte + 1] == 0));
        byte += bl_character_length(kind, bytes + byte, page->bytes.n - byte);
        if (!is_nul)
            bl_rune_next(page->text, &text);
    }
    return byte < limit ? byte : limit;
}

size_t
bl_page_place(const bl_page *page, size_t at)
{
    if (page->place_count == 0)
        return page->text.p ? (size_t)(page->text.p - page->bytes.p) + at : at;
    if (at >= page->text.n)
        return page->bytes.n;
    size_t low = 0, high = page->place_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (page->places[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    size_t limit = high < page->place_count ? page->places[high].byte : page->bytes.n;
    return walk_to(page, page->places[low], at, limit);
}
