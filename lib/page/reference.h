/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* reference.h - character references: where they stand, and what the usual ones stand for. */
#ifndef BL_PAGE_REFERENCE_H
#define BL_PAGE_REFERENCE_H

#include "base/builder.h"

/* No named character reference gives this one, so that it can't be mistaken for a decoded one. */
#define BL_STAND_IN '~'

#define BL_NO_RUNE UINT32_MAX

/*
 * The bytes at text.p[at] that are a reference, 0 where & stands for itself. In an attribute a name before =
 * is never decoded, so that addresses with a query need no gumbo.
 */
size_t bl_reference_length(bl_span text, size_t at, bool in_attribute);

/* The first reference of text from byte at on, or text.n. */
size_t bl_reference_find(bl_span text, size_t at, bool in_attribute);

/* Does a numeric reference give the stand-in itself? Then a stand-in is written for it, too. */
bool bl_reference_is_stand_in(bl_span reference);

/* Can all references of text be decoded here? Those of references.def and plain numbers, with their semicolon. */
bool bl_reference_is_easy(bl_span text, bool in_attribute);

/* Text that is easy, decoded: the text itself where there is no reference, else in arena. */
bl_span bl_reference_decode(bl_arena *arena, bl_span text, bool in_attribute);

#endif
