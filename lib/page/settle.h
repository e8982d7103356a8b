/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * settle.h - elements whose content gumbo need not see.
 *
 * Where an element is ended by its own end tag, and so is all in it, and no rule of the tree construction moves,
 * ends or adds anything on the way, then the tree is what the tags say. Such an element is settled: the outline
 * keeps its two tags, and build.c makes its content from the marks. Whatever is in doubt is left to gumbo: it
 * loosens all elements that are open, and what starts behind it can be settled again.
 */
#ifndef BL_PAGE_SETTLE_H
#define BL_PAGE_SETTLE_H

#include "page/guard.h"
#include "page/outline.h"

typedef struct bl_open_tag {
    uint32_t mark; /* of its start tag */
    uint32_t at;   /* in the outline, behind its start tag */
    uint8_t tag;
} bl_open_tag;

typedef struct bl_settler {
    bl_span text; /* of the page */
    bl_outline *outline;
    const bl_guard *guard;
    BL_VECTOR(bl_open_tag) open; /* as the tags say */
    size_t loose;      /* so many of them can't be settled, and need not be open for gumbo */
    size_t formatting; /* formatting elements among the others */
    bool in_body;      /* a body tag was seen: what follows stands in the body */
    bool is_off;       /* a frameset or an open template: nothing is settled any more */
} bl_settler;

/* Something that only gumbo can judge. */
void bl_settle_not(bl_settler *settler);

/*
 * To be called before the guard sees a start tag, and before anything is written. Shall bl_settle_open() be called
 * behind it?
 */
bool bl_settle_before(bl_settler *settler, bl_tag tag);

/* The start tag of mark was written, and its element is open. */
void bl_settle_open(bl_settler *settler, size_t mark);

/* To be called before an end tag is written. Its element may be settled, and its content taken out of the outline. */
void bl_settle_close(bl_settler *settler, bl_tag tag, bl_span name);

/* To be called before a text or an element is written: gumbo may have to clone formatting elements first. */
void bl_settle_inside(bl_settler *settler);

#endif
