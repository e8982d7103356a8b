/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/vector.h"

#include <stdint.h>

void *
bl_vector_grow(bl_arena *arena, void *at, size_t *room, size_t size)
{
    size_t wanted = *room ? *room * 2 : 8;
    if (wanted > SIZE_MAX / size)
        bl_throw(arena, BYLINE_E_MEMORY);
    at = bl_realloc(arena, at, *room * size, wanted * size);
    *room = wanted;
    return at;
}
