/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* vector.h - an array that grows in an arena, typed by macro: BL_VECTOR(bl_span) words = {0}; */
#ifndef BL_BASE_VECTOR_H
#define BL_BASE_VECTOR_H

#include <string.h>

#include "base/arena.h"

#define BL_VECTOR(type)                                                                            \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t count;                                                                              \
        size_t room;                                                                               \
    }

/* A pointer to a new zeroed last element. It is valid until the next one is added. */
#define BL_ADD(arena, vector)                                                                      \
    ((vector)->at = bl_vector_next((arena), (vector)->at, (vector)->count, &(vector)->room,        \
                                   sizeof *(vector)->at),                                          \
     &(vector)->at[(vector)->count++])

#define BL_PUSH(arena, vector, value) (*BL_ADD(arena, vector) = (value))

/* The array made larger. */
void *bl_vector_grow(bl_arena *arena, void *at, size_t *room, size_t size);

/* Makes room for one element behind count and zeroes it. */
static inline void *
bl_vector_next(bl_arena *arena, void *at, size_t count, size_t *room, size_t size)
{
    if (count == *room)
        at = bl_vector_grow(arena, at, room, size);
    memset((char *)at + count * size, 0, size);
    return at;
}

#endif
