/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* model.h - the article with the arena that owns it, and the ways to fill it. */
#ifndef BL_MODEL_MODEL_H
#define BL_MODEL_MODEL_H

#include <byline/article.h>

#include "base/arena.h"
#include "base/span.h"
#include "base/vector.h"

/* Every article that byline_parse() gives is the first member of one of these. */
typedef struct bl_article {
    byline_article article;
    bl_arena arena;
} bl_article;

/* A new empty article in memory of its own; NULL where the allocator gives none. No trap is needed. */
bl_article *bl_article_new(const byline_allocator *allocator);

/* s without white space at its ends as a NUL-ended copy; NULL where nothing is left. */
const char *bl_text(bl_arena *arena, bl_span s);

/* A copy of a vector of pointers, exactly as long as it is; NULL where it is empty. */
#define BL_POINTERS(arena, vector) bl_pointers((arena), (const void *)(vector)->at, (vector)->count)
void *bl_pointers(bl_arena *arena, const void *pointers, size_t count);

/* Deep copies into arena; from may be NULL, then so is the copy. */
byline_date *bl_copy_date(bl_arena *arena, const byline_date *from);
byline_person *bl_copy_person(bl_arena *arena, const byline_person *from);

/* The marks of a credit by name, and how many. The pool is not among them: it has a member of its own. */
#define BL_MARKS 10
size_t bl_mark_names(unsigned marks, const char *names[static BL_MARKS]);

#endif
