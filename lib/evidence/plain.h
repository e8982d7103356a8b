/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* plain.h - values that were escaped once too often. */
#ifndef BL_EVIDENCE_PLAIN_H
#define BL_EVIDENCE_PLAIN_H

#include "base/builder.h"
#include "base/span.h"

/*
 * The text without HTML in it: character references decoded (twice where they were escaped twice), tags
 * gone. A lone & or < stays. For values that the page's own parser has already decoded once, and JSON.
 */
bl_span bl_plain(bl_arena *arena, bl_span text);

/* The text with its character references decoded, once; "<" and what looks like a tag stay. */
bl_span bl_unescaped(bl_arena *arena, bl_span text);

#endif
