/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_phrases.h - does a line say what lines beside an article say? */
#ifndef BL_FIELDS_BODY_PHRASES_H
#define BL_FIELDS_BODY_PHRASES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/builder.h"
#include "base/span.h"

typedef enum bl_says {
#define SAYS(id, about) BL_SAYS_##id,
#include "fields/body_phrases.def"
#undef SAYS
    BL_SAYS_COUNT
} bl_says;

enum { BL_SAYS_NOTHING, BL_SAYS_SOMEWHERE, BL_SAYS_AT_START, BL_SAYS_ALL_OF_IT };

/* For each class: 0 says nothing of it, 1 somewhere in the line, 2 at its start, 3 it is all the line. */
void bl_phrases_of(bl_arena *arena, bl_span line, uint8_t says[BL_SAYS_COUNT]);

/* A line as phrases are written: small letters, plain apostrophes, one space for white space, none at the start. */
void bl_phrases_plain(bl_builder *b, bl_span line);

#endif
