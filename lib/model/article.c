/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <string.h>

#include "base/unicode.h"
#include "model/model.h"

/* Most articles take less than this. */
static const size_t FIRST_CHUNK = (size_t)16 * 1024;

bl_article *
bl_article_new(const byline_allocator *allocator)
{
    bl_arena arena;
    bl_trap trap;
    bl_arena_init(&arena, allocator, FIRST_CHUNK);
    arena.trap = &trap;
    if (setjmp(trap.jump))
        return NULL; /* the first allocation failed, so there is nothing to free */
    bl_article *article = BL_NEW(&arena, bl_article);
    article->arena = arena;
    article->arena.trap = NULL;
    return article;
}

void
byline_article_free(byline_article *article)
{
    if (!article)
        return;
    bl_arena arena = ((bl_article *)article)->arena;
    bl_arena_free(&arena);
}

const char *
bl_text(bl_arena *arena, bl_span s)
{
    bl_span trimmed = bl_trim(s);
    return trimmed.n ? bl_strndup(arena, trimmed.p, trimmed.n) : NULL;
}

void *
bl_pointers(bl_arena *arena, const void *pointers, size_t count)
{
    if (count == 0)
        return NULL;
    void *copy = bl_alloc_zero(arena, count, sizeof(void *));
    memcpy(copy, pointers, count * sizeof(void *));
    return copy;
}
