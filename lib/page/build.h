/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* build.h - an outline into a document. */
#ifndef BL_PAGE_BUILD_H
#define BL_PAGE_BUILD_H

#include "page/outline.h"

/*
 * Have gumbo build the tree of outline, and make page->document of it. gumbo works in page->parse_arena,
 * and so does the outline; texts of the document point there and into page->text. Offsets are those in
 * page->text. Leaves by the trap of an arena when memory ends.
 */
void bl_build(bl_page *page, bl_outline *outline);

#endif
