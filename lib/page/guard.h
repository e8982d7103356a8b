/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * guard.h - keeps gumbo's stack of open elements and list of formatting elements short.
 *
 * gumbo walks the one for many tags and clones the other into every new block, so that a small page can
 * take it minutes and gigabytes. The guard follows both as the tags go by, near enough: it may think more
 * elements open than gumbo does, never many fewer.
 */
#ifndef BL_PAGE_GUARD_H
#define BL_PAGE_GUARD_H

#include "page/page.h"

typedef struct bl_guard {
    uint8_t *stack; /* tags that are open */
    size_t depth;
    size_t limit;
    uint32_t open[BL_TAG_COUNT];       /* how many of each are on the stack */
    uint32_t dropped[BL_TAG_COUNT];    /* start tags left out: as many end tags are too */
    uint32_t formatting[BL_TAG_COUNT]; /* started and not ended, on the stack or not */
    size_t formatting_count;
    size_t formatting_limit;
    size_t clones;        /* that gumbo may yet make of formatting elements whose block has ended */
    size_t lone_ends;     /* of p, that may yet go through */
    bool in_form;         /* one was started and not ended, be it on the stack or not */
    bool any_dropped;
    bool forgot;          /* formatting elements of a table, which may yet be started where it was */
    byline_limit limited; /* the first limit that left something out */
} bl_guard;

bl_guard bl_guard_in(bl_arena *arena, const byline_limits *limits, size_t page_size);

/* A start tag, an end tag: shall gumbo see it? */
bool bl_guard_start(bl_guard *guard, bl_tag tag);
bool bl_guard_end(bl_guard *guard, bl_tag tag);

/*
 * To be asked before a text or an element: gumbo first clones the formatting elements whose block has
 * ended. false where that has happened too often: then the caller writes the end tags that
 * bl_guard_end_formatting() names, and few more are let through.
 */
bool bl_guard_clones(bl_guard *guard, bl_tag tag);

/* Would gumbo clone any before a text? */
bool bl_guard_would_clone(const bl_guard *guard);

/* End one formatting element and name it; BL_TAG_TEXT where none is left. */
bl_tag bl_guard_end_formatting(bl_guard *guard);

#endif
