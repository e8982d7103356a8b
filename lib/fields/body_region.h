/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_region.h - what each node inherits from its ancestors. */
#ifndef BL_FIELDS_BODY_REGION_H
#define BL_FIELDS_BODY_REGION_H

#include "fields/body.h"

typedef struct bl_region {
    uint32_t in;     /* BL_IN_ of the node and its ancestors */
    bl_node block;   /* the nearest block element, itself where it is one */
    bl_node link;    /* the nearest a, or BL_NO_NODE */
    uint8_t level;   /* of the nearest heading, 0 is none */
    bool is_strong;  /* inside b, strong */
    bool is_data;    /* of a table: it holds data, not a layout */
} bl_region;

/* One for each node of the document, in arena. */
bl_region *bl_regions(const bl_evidence *evidence, bl_arena *arena);

void bl_regions_drop(const bl_evidence *evidence, bl_arena *arena, bl_region *regions);

/* How much a sign weighs as text: a letter or digit 1, an ideograph 2, else 0. */
uint32_t bl_units_of(uint32_t rune);

/* Of a whole text. */
uint32_t bl_units_in(bl_span text);

#endif
