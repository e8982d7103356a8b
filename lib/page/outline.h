/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * outline.h - what gumbo is given in place of the page: its tags, and of its texts only that they are there.
 *
 * gumbo decides which element stands in which; for that it needs no class, no address and no word. So a
 * tag is written without its attributes, and a text as one BL_STAND_IN; only character references (which
 * gumbo decodes) are written out. A mark tells for each of them where on the page it stands, and build.c
 * puts text and attributes back.
 */
#ifndef BL_PAGE_OUTLINE_H
#define BL_PAGE_OUTLINE_H

#include "base/vector.h"
#include "page/page.h"
#include "page/reference.h"

typedef enum bl_mark_kind {
    BL_MARK_START,
    BL_MARK_END,
    BL_MARK_TEXT,  /* stand-ins and character references */
    BL_MARK_EASY,  /* text whose references build.c decodes: one stand-in */
    BL_MARK_RAW,   /* text in which & is no reference: one stand-in */
    BL_MARK_BLANK  /* white space only: one space */
} bl_mark_kind;

typedef struct bl_mark {
    uint32_t at;     /* in the outline */
    uint32_t offset; /* in page->text */
    uint32_t length;
    uint32_t attributes; /* of a start tag: the first one, in outline->attributes */
    uint32_t settled;    /* of a start tag: the mark of its end tag, where gumbo sees nothing between; else 0 */
    uint16_t attribute_count;
    uint8_t tag;         /* bl_tag */
    uint8_t kind;        /* bl_mark_kind */
} bl_mark;

/* So many marks stand behind each other: a page has as many blocks as it needs, and none is ever moved. */
enum { BL_MARK_BLOCK = 256 };

/* A mark is found from its place in the outline by way of the first one of each bucket of so many bytes. */
enum { BL_MARK_BUCKET = 8 };

typedef struct bl_outline {
    bl_arena *arena;
    bl_arena *kept; /* for what the document keeps: the attributes */
    bl_builder html;
    BL_VECTOR(bl_mark *) blocks; /* the marks, BL_MARK_BLOCK in each */
    size_t mark_count;
    BL_VECTOR(uint32_t) buckets;
    BL_VECTOR(bl_attribute_value) attributes;
    BL_VECTOR(uint32_t) roots; /* marks of html and body start tags: gumbo merges their attributes */
    uint32_t nodes;            /* elements and texts written */
} bl_outline;

bl_outline bl_outline_of(const bl_page *page);

static inline bl_mark *
bl_mark_at(const bl_outline *outline, size_t mark)
{
    return &outline->blocks.at[mark / BL_MARK_BLOCK][mark % BL_MARK_BLOCK];
}

/* A mark for what is written next. */
bl_mark *bl_outline_mark(bl_outline *outline, bl_mark_kind kind, bl_tag tag, size_t offset, size_t length);

/* The next mark that stands in the outline: those inside a settled element do not. */
static inline size_t
bl_mark_next(const bl_outline *outline, size_t mark)
{
    const bl_mark *at = bl_mark_at(outline, mark);
    return at->kind == BL_MARK_START && at->settled ? at->settled : mark + 1;
}

/* Take back what was written behind byte at, inside the element of mark start; its end tag is the next mark. */
void bl_outline_settle(bl_outline *outline, size_t start, size_t at);

/* The number of the mark at a place of the outline, or mark_count where none is. */
size_t bl_outline_find(const bl_outline *outline, size_t at);

/* Write stand-ins and character references for text; true where there are any references. */
bool bl_outline_text(bl_outline *outline, bl_span text, bool in_attribute);

#endif
