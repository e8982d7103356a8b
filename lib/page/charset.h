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

/* The charset of a WHATWG label, white space and case ignored; BL_CHARSET_COUNT where there is none. */
bl_charset bl_charset_find(bl_span label);

/* The label in a content type ("text/html; charset=gbk"); p NULL where it has none. */
bl_span bl_charset_in(bl_span content_type);

/* The charset that the bytes look most like; they are not UTF-8. */
bl_charset bl_charset_guess(bl_arena *arena, bl_span bytes, bl_span language);

/*
 * Settle page->charset, page->text and the map of offsets. transport is what the caller knows, or NULL.
 * BYLINE_E_CHARSET, BYLINE_E_BINARY and BYLINE_E_EMPTY are for bytes that are no page.
 */
byline_status bl_charset_decode(bl_page *page, const char *transport);

#endif
