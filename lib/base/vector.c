/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/vector.h"

#include <stdint.h>
#include <string.h>

void *
bl_vector_grow(bl_arena *arena, void *at, size_t count, size_t *room, size_t size)
{
    if (count == *room) {
        size_t wanted = *room ? *room * 2 : 8;
        if (wanted > SIZE_MAX / size)
            bl_throw(arena, BYLINE_E_MEMORY);
        at = bl_realloc(arena, at, *room * size, wanted * size);
        *room = wanted;
    }
    memset((char *)at + count * size, 0, size);
    return at;
}
