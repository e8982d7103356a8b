/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* build.h - an outline into a document. */
#ifndef BL_PAGE_BUILD_H
#define BL_PAGE_BUILD_H

#include "page/outline.h"

/*
 * Have gumbo build the tree of outline, and make page->document of it. gumbo works in page->parse_arena,
 * where the outline lies, too; the document keeps nothing there: its texts lie in page->arena and page->text.
 * Offsets are those in page->text. Leaves by the trap of an arena when memory ends.
 */
void bl_build(bl_page *page, bl_outline *outline);

#endif
