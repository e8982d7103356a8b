/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* builder.h - a text that grows in an arena. */
#ifndef BL_BASE_BUILDER_H
#define BL_BASE_BUILDER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"

typedef struct bl_builder {
    bl_arena *arena;
    char *p;
    size_t n;
    size_t room;
} bl_builder;

static inline bl_builder
bl_builder_in(bl_arena *arena)
{
    return (bl_builder){arena, NULL, 0, 0};
}

/* Make room for n more bytes and return where they go; the caller adds to b->n what it wrote. */
char *bl_builder_reserve(bl_builder *b, size_t n);
void bl_builder_add(bl_builder *b, bl_span s);
static inline void
bl_builder_add_char(bl_builder *b, char c)
{
    if (b->n >= b->room)
        bl_builder_reserve(b, 1);
    b->p[b->n++] = c;
}

/* One Unicode code point as UTF-8; one that is none becomes U+FFFD. */
void bl_builder_add_rune(bl_builder *b, uint32_t rune);

static inline bl_span
bl_builder_span(const bl_builder *b)
{
    return (bl_span){b->p, b->n};
}

/* The text with a NUL behind it; "" where nothing was added. */
char *bl_builder_text(bl_builder *b);

#endif
