/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* figures_url.h - which of the addresses that a picture offers, and whether two are one picture. */
#ifndef BL_EVIDENCE_FIGURES_URL_H
#define BL_EVIDENCE_FIGURES_URL_H

#include "evidence/evidence.h"

/* One address that an img, a source or a noscript copy offers. */
typedef struct bl_offer {
    bl_span url;      /* as written */
    uint32_t width;   /* as its srcset says, in pixels; 0 is unknown */
    uint32_t density; /* hundredths of "2x"; 0 is unknown */
    int rank;         /* of the attribute it stands in, for those that say nothing of their size */
    bool is_dummy;    /* the address of a placeholder, a logo, a pixel */
} bl_offer;

/* The larger of best and what node n (img, source, amp-img, video) offers. best->url empty is none yet. */
void bl_offer_take(const bl_document *doc, bl_node n, bl_offer *best);

/* The same for the text of one srcset. */
void bl_offer_take_srcset(bl_span srcset, int rank, bl_offer *best);

/* The number of pixels that a width or height says: "640", "640px"; 0 for a share of the screen and for words. */
uint32_t bl_pixels_of(bl_span text);

/*
 * What is left of a picture's address when size, crop, query and file type are taken off, folded: equal keys
 * are one picture in several sizes. Empty for an address without a path. In arena.
 */
bl_span bl_picture_key(bl_arena *arena, bl_span url);

/*
 * The same with the number at the end of the file name, which *counter gets: "2" of "4711-640x360-2.jpg". Pictures
 * of one key and two numbers are shown as two, though the metadata may name one by a number that says its size.
 */
bl_span bl_picture_counted_key(bl_arena *arena, bl_span url, bl_span *counter);

/* Is it by its address a logo, an icon, a placeholder, a tracking pixel, a vector drawing? */
bool bl_is_dummy_picture(bl_span url);

#endif
