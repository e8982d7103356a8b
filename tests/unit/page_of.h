/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* page_of.h - a small page of a test as document and evidence, for tests of the middle floors. */
#ifndef BL_TESTS_PAGE_OF_H
#define BL_TESTS_PAGE_OF_H

#include "base/limits.h"
#include "evidence/evidence.h"

static inline void
free_arena(void *arena)
{
    bl_arena_free(arena);
}

/* The page of this HTML, read but with no source asked yet. Everything lives in arena. */
static inline bl_evidence *
evidence_of(bl_arena *arena, const char *html)
{
    bl_page *page = BL_NEW(arena, bl_page);
    byline_error error;
    page->arena = page->parse_arena = arena;
    page->limits = bl_limits_resolve(NULL, strlen(html));
    assert_int_equal(bl_page_read(page, bl_span_of(html), "utf-8", &error), BYLINE_OK);
    bl_evidence *evidence = BL_NEW(arena, bl_evidence);
    evidence->page = page;
    evidence->document = &page->document;
    evidence->arena = arena;
    evidence->passing = BL_NEW(arena, bl_arena);
    bl_arena_init(evidence->passing, NULL, 0);
    evidence->passing->trap = arena->trap;
    bl_defer(arena, free_arena, evidence->passing);
    return evidence;
}

/* The element with this tag that comes after count others. */
static inline bl_node
nth(const bl_evidence *evidence, bl_tag tag, size_t count)
{
    for (bl_node n = 0; n < evidence->document->count; n++)
        if (evidence->document->nodes[n].tag == (uint8_t)tag && count-- == 0)
            return n;
    fail_msg("no such element");
    return BL_NO_NODE;
}

#endif
