/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * fuzz_skim.c - skimmer, outline and gumbo together give the tree that gumbo alone gives.
 *
 * With a first byte that is even the rest is a page; else each byte is a piece of soup, so that a fuzzer gets to
 * strange trees soon.
 */
#include <gumbo.h>
#include <string.h>

#include "common/same_tree.h"
#include "fuzz/check.h"
#include "fuzz/target.h"

/* On deeper stacks the guard leaves out end tags that it sees no use for, and may be wrong there. */
enum { SOUP_MOST = 48 };

static const char *const PIECES[] = {
#include "common/soup.def"
};

/* Where one of these does not end, the skimmer stops before gumbo would, so that the page is not lost with it. */
static const char *const ENDLESS[] = {"<template", "<svg", "<math", "<select"};

/* To gumbo all elements that it has no name for are one, so that </x> ends <y>; not so to the skimmer. */
static bool
ends_unknown(bl_span html)
{
    for (size_t at = 0; (at = bl_span_find(html, BL_SPAN("</"), at)) != BL_NOT_FOUND; at++) {
        char name[32] = "";
        size_t n = 0;
        for (size_t i = at + 2; i < html.n && n < sizeof name - 1 && !memchr(" \t\r\n\f/>", html.p[i], 7); i++)
            name[n++] = html.p[i];
        if (gumbo_tag_enum(name) == GUMBO_TAG_UNKNOWN)
            return true;
    }
    return false;
}

static bool
may_differ(bl_span html)
{
    for (size_t i = 0; i < sizeof ENDLESS / sizeof *ENDLESS; i++)
        if (bl_span_find_nocase(html, bl_span_of(ENDLESS[i]), 0) != BL_NOT_FOUND)
            return true;
    return ends_unknown(html) || html.p[html.n - 1] == '<'; /* for which gumbo writes U+FFFD at the end */
}

/* A tag that is cut short takes the next piece with it, be it the start of what then does not end. */
static bool
is_torn(bl_span soup)
{
    return bl_span_find(soup, BL_SPAN("<p class=x<"), 0) != BL_NOT_FOUND;
}

static void
compare(bl_arena *a, bl_span html, bool is_soup)
{
    two_trees trees;
    same_tree found = compare_trees(a, html, &trees);
    bool good = found == SAME_TREE || found == NO_TREE;
    if (found == OTHER_TREE && (!is_soup || is_torn(html)))
        good = may_differ(trees.text);
    if (!good && found == OTHER_TREE)
        good = is_tree_without_blanks(a, &trees);
    if (!good)
        show_trees(&trees, html);
    MUST(good);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bl_arena a;
    bl_trap trap;
    if (size < 2)
        return 0;
    bl_arena_init(&a, NULL, 0);
    a.trap = &trap;
    if (setjmp(trap.jump) == 0) {
        bl_builder soup = bl_builder_in(&a);
        for (size_t i = 1; data[0] % 2 && i < size && i <= SOUP_MOST; i++)
            bl_builder_add(&soup, bl_span_of(PIECES[data[i] % (sizeof PIECES / sizeof *PIECES)]));
        bl_span page = data[0] % 2 ? bl_builder_span(&soup) : bl_span_from((const char *)data + 1, size - 1);
        compare(&a, page, data[0] % 2);
    }
    bl_arena_free(&a);
    return 0;
}
