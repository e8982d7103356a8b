/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The names of tags and attributes, found by hash. */
#include <pthread.h>

#include "page/document.h"

/* Slots of a table; a power of two, at least four times the names, so that most are found at once. */
enum { SLOTS = 1024, NAME_ROOM = 16, EMPTY = 0 };

static const bl_span ATTRIBUTE_NAMES[BL_ATTR_COUNT] = {
#define ATTRIBUTE(id, name) {name, sizeof(name) - 1},
#include "page/attributes.def"
#undef ATTRIBUTE
};

static const char *const TAG_IDS[BL_TAG_COUNT] = {
    "",
    "",
#define TAG(name) #name,
#include "page/tags.def"
#undef TAG
};

_Static_assert(BL_TAG_COUNT < 255 && BL_ATTR_COUNT < 255, "a slot is one byte");

/* Written once by build(), then only read. A slot holds the number of a name plus 1. */
static pthread_once_t built = PTHREAD_ONCE_INIT;
static char tag_names[BL_TAG_COUNT][NAME_ROOM];
static bl_span tag_spans[BL_TAG_COUNT];
static uint8_t tag_slots[SLOTS];
static uint8_t attribute_slots[SLOTS];

/* Of the first and the last four letters and the length, in any case. */
static uint32_t
hash(bl_span name)
{
    uint32_t head = 0, tail = 0;
    if (name.n >= 4) {
        memcpy(&head, name.p, 4);
        memcpy(&tail, name.p + name.n - 4, 4);
    } else {
        for (size_t i = 0; i < name.n; i++)
            head = head << 8 | (unsigned char)name.p[i];
    }
    head |= 0x20202020;
    tail |= 0x20202020;
    uint32_t mixed = head * 0x9E3779B1u ^ tail * 0x85EBCA77u ^ (uint32_t)name.n * 0xC2B2AE3Du;
    return (mixed ^ mixed >> 15) * 0x27D4EB2Fu >> 22;
}

static void
insert(uint8_t *slots, bl_span name, size_t number)
{
    uint32_t at = hash(name);
    while (slots[at] != EMPTY)
        at = (at + 1) % SLOTS;
    slots[at] = (uint8_t)(number + 1);
}

/* A tag is named as its identifier: AMP_IMG is amp-img. */
static void
name_tag(size_t tag)
{
    const char *from = TAG_IDS[tag];
    size_t n = 0;
    for (; n < NAME_ROOM - 1 && from[n]; n++)
        tag_names[tag][n] = from[n] == '_' ? '-' : bl_lower(from[n]);
    tag_spans[tag] = (bl_span){tag_names[tag], n};
}

static void
build(void)
{
    for (size_t tag = BL_TAG_OTHER + 1; tag < BL_TAG_COUNT; tag++) {
        name_tag(tag);
        insert(tag_slots, tag_spans[tag], tag);
    }
    for (size_t i = 0; i < BL_ATTR_COUNT; i++)
        insert(attribute_slots, ATTRIBUTE_NAMES[i], i);
}

/* Most names are small letters, as they are here. */
static bool
is_same(bl_span name, bl_span other)
{
    if (name.n != other.n)
        return false;
    return memcmp(name.p, other.p, name.n) == 0 || bl_span_equal_nocase(name, other);
}

static size_t
find(const uint8_t *slots, const bl_span *names, bl_span name, size_t none)
{
    for (uint32_t at = hash(name); slots[at] != EMPTY; at = (at + 1) % SLOTS) {
        size_t number = slots[at] - 1u;
        if (is_same(names[number], name))
            return number;
    }
    return none;
}

bl_tag
bl_tag_find(bl_span name)
{
    pthread_once(&built, build);
    return (bl_tag)find(tag_slots, tag_spans, name, BL_TAG_OTHER);
}

bl_attribute
bl_attribute_find(bl_span name)
{
    pthread_once(&built, build);
    return (bl_attribute)find(attribute_slots, ATTRIBUTE_NAMES, name, BL_ATTR_COUNT);
}

const char *
bl_tag_name(bl_tag tag)
{
    pthread_once(&built, build);
    return (unsigned)tag < BL_TAG_COUNT ? tag_names[tag] : "";
}
