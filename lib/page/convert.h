/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* convert.h - bytes of a charset into UTF-8, and places in the UTF-8 back into places in the bytes. */
#ifndef BL_PAGE_CONVERT_H
#define BL_PAGE_CONVERT_H

#include "page/charset.h"

/* The bytes of the character at p; at least 1, at most n. A byte that starts none is one by itself. */
size_t bl_character_length(bl_charset_kind kind, const unsigned char *p, size_t n);

/*
 * The code points of the bytes 0x80 to 0xFF of a charset of single bytes; U+FFFD where there is none. Leaves by
 * the trap of arena when memory ends.
 */
void bl_charset_table(bl_charset charset, uint32_t table[128], bl_arena *arena);

/*
 * Make page->text of page->bytes from byte start on. A byte that means nothing becomes U+FFFD, NUL is
 * left out. Notes where which text came from, for bl_page_place().
 */
void bl_convert(bl_page *page, bl_charset charset, size_t start);

/* The byte of the page as it was given from which byte at of page->text came. */
size_t bl_page_place(const bl_page *page, size_t at);

#endif
