/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/builder.h"

char *
bl_builder_reserve(bl_builder *b, size_t n)
{
    if (n > SIZE_MAX / 4 - b->n)
        bl_throw(b->arena, BYLINE_E_MEMORY);
    if (b->n + n > b->room) {
        size_t room = b->room ? b->room * 2 : 64;
        if (room < b->n + n)
            room = b->n + n;
        b->p = bl_realloc(b->arena, b->p, b->room, room);
        b->room = room;
    }
    return b->p + b->n;
}

void
bl_builder_add(bl_builder *b, bl_span s)
{
    if (s.n == 0)
        return;
    memcpy(bl_builder_reserve(b, s.n), s.p, s.n);
    b->n += s.n;
}

void
bl_builder_add_rune(bl_builder *b, uint32_t rune)
{
    if (rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = 0xFFFD;
    char *to = bl_builder_reserve(b, 4);
    if (rune < 0x80) {
        to[0] = (char)rune;
        b->n += 1;
    } else if (rune < 0x800) {
        to[0] = (char)(0xC0 | rune >> 6);
        to[1] = (char)(0x80 | (rune & 0x3F));
        b->n += 2;
    } else if (rune < 0x10000) {
        to[0] = (char)(0xE0 | rune >> 12);
        to[1] = (char)(0x80 | (rune >> 6 & 0x3F));
        to[2] = (char)(0x80 | (rune & 0x3F));
        b->n += 3;
    } else {
        to[0] = (char)(0xF0 | rune >> 18);
        to[1] = (char)(0x80 | (rune >> 12 & 0x3F));
        to[2] = (char)(0x80 | (rune >> 6 & 0x3F));
        to[3] = (char)(0x80 | (rune & 0x3F));
        b->n += 4;
    }
}

char *
bl_builder_text(bl_builder *b)
{
    *bl_builder_reserve(b, 1) = '\0';
    return b->p;
}
