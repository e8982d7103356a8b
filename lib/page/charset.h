/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* charset.h - which charset the bytes are in. */
#ifndef BL_PAGE_CHARSET_H
#define BL_PAGE_CHARSET_H

#include "page/page.h"

typedef enum bl_charset {
#define CHARSET(id, name, kind, first, second, third) BL_CHARSET_##id,
#include "page/charsets.def"
#undef CHARSET
    BL_CHARSET_COUNT
} bl_charset;

/* How characters are made of bytes. */
typedef enum bl_charset_kind {
    BL_KIND_UTF8,
    BL_KIND_SINGLE, /* one byte a character */
    BL_KIND_GBK,
    BL_KIND_BIG5,
    BL_KIND_EUC_JP,
    BL_KIND_EUC_KR,
    BL_KIND_SHIFT_JIS,
    BL_KIND_ISO_2022_JP,
    BL_KIND_UTF16_LE,
    BL_KIND_UTF16_BE
} bl_charset_kind;

typedef struct bl_charset_info {
    const char *name; /* WHATWG's, in lower case */
    bl_charset_kind kind;
    const char *iconv[3]; /* names in iconv libraries, the best first; "" is none */
} bl_charset_info;

extern const bl_charset_info BL_CHARSETS[BL_CHARSET_COUNT];

/* What one pass over the bytes tells. */
typedef struct bl_utf8_count {
    size_t valid;   /* sequences of more than one byte */
    size_t invalid; /* bytes that are no UTF-8 */
    bool any_nul;
} bl_utf8_count;

bl_utf8_count bl_utf8_scan(bl_span bytes);

/* The charset of a WHATWG label, white space and case ignored; BL_CHARSET_COUNT where there is none. */
bl_charset bl_charset_find(bl_span label);

/* The label in a content type ("text/html; charset=gbk"); p NULL where it has none. */
bl_span bl_charset_in(bl_span content_type);

/* What the head of the page says of itself. */
typedef struct bl_declared {
    bl_charset charset; /* BL_CHARSET_COUNT: nothing that is known */
    bl_span language;   /* of the html tag */
} bl_declared;

/* Read meta tags and the XML declaration at the start of the page. */
bl_declared bl_charset_declared(bl_page *page, bl_span bytes);

/* The charset that the bytes look most like; they are not UTF-8. */
bl_charset bl_charset_guess(bl_arena *arena, bl_span bytes, bl_span language);

/* Are the bytes of this charset, but for a few errors? */
bool bl_charset_fits(bl_arena *arena, bl_charset charset, bl_span bytes, const bl_utf8_count *utf8);

/*
 * Settle page->charset, page->text and the map of offsets. transport is what the caller knows, or NULL.
 * BYLINE_E_CHARSET, BYLINE_E_BINARY and BYLINE_E_EMPTY are for bytes that are no page.
 */
byline_status bl_charset_decode(bl_page *page, const char *transport);

#endif
