/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* plain_lines.h - the lines of a plain text, and what each is by itself. */
#ifndef BL_PAGE_PLAIN_LINES_H
#define BL_PAGE_PLAIN_LINES_H

#include "base/vector.h"
#include "page/page.h"

typedef enum bl_line_kind {
    BL_LINE_TEXT,
    BL_LINE_ITEM,    /* of a list; text is what stands behind the bullet or number */
    BL_LINE_DATE,    /* a date and hardly anything else */
    BL_LINE_ADDRESS, /* one URL */
    BL_LINE_CAPTION, /* a caption that ends in its credit */
    BL_LINE_CREDIT,  /* the credit of a picture alone */
    BL_LINE_HEADING, /* marked as one by # */
    BL_LINE_RULE     /* ---- or ====: drawn, not read */
} bl_line_kind;

typedef struct bl_plain_line {
    bl_span text; /* without white space around it and what marks its kind */
    size_t words;
    uint32_t block;    /* lines that no empty line parts share a number */
    uint8_t kind;      /* bl_line_kind */
    uint8_t level;     /* of a heading */
    bool ends;         /* in what ends a sentence */
} bl_plain_line;

typedef struct bl_plain_lines {
    bl_plain_line *at;
    size_t count;
} bl_plain_lines;

/* All lines that are not empty, as far as the limits let it; page->limit then names what did not. */
bl_plain_lines bl_plain_read_lines(bl_page *page, bl_arena *arena);

#endif
