/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* skim.h - one walk over the bytes of the page that writes the outline of it. */
#ifndef BL_PAGE_SKIM_H
#define BL_PAGE_SKIM_H

#include "page/outline.h"

/*
 * Write the outline of page->text, and set aside page->scripts and page->states. Left out are script,
 * style, comments, what stands in svg, math, select, template and iframe, and white space beside blocks.
 */
void bl_skim(bl_page *page, bl_outline *outline);

#endif
