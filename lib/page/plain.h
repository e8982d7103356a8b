/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * plain.h - a page that is no HTML but the text of one, as a text browser or a "save as text" gives it.
 *
 * Its lines become the elements that the page would have had, so that no later stage needs to know: the title
 * h1, a short line before it p.kicker, a list before it nav, a date alone in a line time, an address a, a
 * paragraph that something parts from the body p.lead, a caption with its credit figure, short lines between
 * paragraphs h2, lists ul, and all else p.
 */
#ifndef BL_PAGE_PLAIN_H
#define BL_PAGE_PLAIN_H

#include "page/outline.h"

/* Has the text no HTML in it? */
bool bl_is_plain(bl_span text);

/* Write the outline of page->text. */
void bl_plain_outline(bl_page *page, bl_outline *outline);

#endif
