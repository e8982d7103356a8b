/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/plain.h"

#include <stdlib.h>

typedef struct entity {
    const char *name;
    uint32_t rune;
} entity;

static const entity ENTITIES[] = {
#define ENTITY(name, rune) {#name, rune},
#include "evidence/entities.def"
#undef ENTITY
};

/* "thetasym" has eight letters, "&#x10FFFF" nine bytes. */
enum { LONGEST = 10, LONGEST_TAG = 400 };

static int
compare(const void *key, const void *element)
{
    return strcmp(key, ((const entity *)element)->name);
}

static uint32_t
numeric(bl_span digits)
{
    int base = digits.n && bl_lower(digits.p[0]) == 'x' ? 16 : 10;
    uint32_t rune = 0;
    if (digits.n <= (base == 16 ? 1u : 0u))
        return 0;
    for (size_t i = base == 16; i < digits.n; i++) {
        int digit = bl_digit_value(digits.p[i], base);
        if (digit < 0)
            return 0;
        rune = rune * (uint32_t)base + (uint32_t)digit;
        if (rune > 0x10FFFF)
            return 0;
    }
    return rune;
}

/* The reference that starts at text, which is an ampersand: its code point, and how many bytes; else 0. */
static uint32_t
reference(bl_span text, size_t *used)
{
    size_t end = bl_span_find_char(bl_span_head(text, LONGEST + 2), ';', 1);
    if (end == BL_NOT_FOUND || end < 2)
        return 0;
    *used = end + 1;
    if (text.p[1] == '#')
        return numeric(bl_span_from(text.p + 2, end - 2));
    char name[LONGEST + 1];
    if (end - 1 > LONGEST)
        return 0;
    memcpy(name, text.p + 1, end - 1);
    name[end - 1] = '\0';
    const entity *found =
        bsearch(name, ENTITIES, BL_COUNT(ENTITIES), sizeof ENTITIES[0], compare);
    return found ? found->rune : 0;
}

/* How many bytes the tag takes that starts at text, which is a "<"; 0 where it is none. */
static size_t
tag_length(bl_span text)
{
    if (text.n < 3 || !(bl_is_alpha(text.p[1]) || text.p[1] == '/' || text.p[1] == '!'))
        return 0;
    size_t end = bl_span_find_char(bl_span_head(text, LONGEST_TAG), '>', 1);
    size_t other = bl_span_find_char(bl_span_head(text, LONGEST_TAG), '<', 1);
    return end == BL_NOT_FOUND || other < end ? 0 : end + 1;
}

static bl_span
once(bl_arena *arena, bl_span text, bool drops_tags)
{
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, text.n + 1);
    for (size_t i = 0; i < text.n;) {
        bl_span rest = bl_span_cut(text, i);
        size_t used = 0;
        uint32_t rune = rest.p[0] == '&' ? reference(rest, &used) : 0;
        if (rune) {
            bl_builder_add_rune(&b, rune);
            i += used;
            continue;
        }
        used = drops_tags && rest.p[0] == '<' ? tag_length(rest) : 0;
        if (used) {
            bool is_break = used > 2 && (bl_span_starts_nocase(rest, BL_SPAN("<br")) ||
                                         bl_span_starts_nocase(rest, BL_SPAN("<p")) ||
                                         bl_span_starts_nocase(rest, BL_SPAN("</p")) ||
                                         bl_span_starts_nocase(rest, BL_SPAN("</div")));
            if (is_break)
                bl_builder_add_char(&b, '\n');
            i += used;
            continue;
        }
        bl_builder_add_char(&b, rest.p[0]);
        i++;
    }
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

bl_span
bl_plain(bl_arena *arena, bl_span text)
{
    for (int pass = 0; pass < 2; pass++) {
        if (bl_span_find_char(text, '&', 0) == BL_NOT_FOUND &&
            bl_span_find_char(text, '<', 0) == BL_NOT_FOUND)
            break;
        text = once(arena, text, true);
    }
    return text;
}

bl_span
bl_unescaped(bl_arena *arena, bl_span text)
{
    return bl_span_find_char(text, '&', 0) == BL_NOT_FOUND ? text : once(arena, text, false);
}
