/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* build.h - UTF-8 HTML into a document. */
#ifndef BL_PAGE_BUILD_H
#define BL_PAGE_BUILD_H

#include "page/page.h"

/*
 * Parse html into page->document. gumbo works in page->parse_arena, and texts of the document stay
 * there: it lives as long as page->arena. Offsets are those in html. Leaves by the trap of an arena when
 * memory ends.
 */
void bl_build(bl_page *page, bl_span html);

#endif
