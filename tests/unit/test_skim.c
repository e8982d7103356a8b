/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The document of a skimmed page against the tree that gumbo builds of the whole page: the same elements with
 * the same attributes, and the same text but for white space. With arguments, these files are compared.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "common/same_tree.h"
#include "page/page.h"

/* The same elements, attributes and texts? */
static bool
is_same(bl_span html)
{
    static bool same;
    same = true;
    WITH_ARENA(a) {
        two_trees trees;
        same_tree found = compare_trees(&a, html, &trees);
        assert_int_not_equal(found, BAD_RANGE);
        same = found != OTHER_TREE;
        if (!same)
            show_trees(&trees, html);
    }
    return same;
}

static const char *const PIECES[] = {
#include "common/soup.def"
};

static uint32_t seed = 1;

static uint32_t
next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void
test_soup(void **state)
{
    (void)state;
    static char page[1 << 16];
    const size_t count = sizeof PIECES / sizeof *PIECES;
    unsigned rounds = getenv("BYLINE_ROUNDS") ? (unsigned)atoi(getenv("BYLINE_ROUNDS")) : 4000;
    unsigned differences = 0;
    for (unsigned round = 0; round < rounds; round++) {
        size_t n = 0;
        for (uint32_t left = 1 + next_random(round % 3 ? 12 : 60); left > 0; left--) {
            const char *piece = PIECES[next_random((uint32_t)count)];
            memcpy(page + n, piece, strlen(piece));
            n += strlen(piece);
        }
        differences += !is_same(bl_span_from(page, n));
    }
    /* white space alone can make gumbo start a clone earlier, where the guard thought the element open */
    assert_true(differences <= rounds / 1000);
}

static const char *const NAMES[] = {
    "div", "p", "ul", "li", "ol", "a", "b", "i", "span", "em", "strong", "section", "article", "h1", "h2", "figure",
    "figcaption", "dl", "dt", "dd", "button", "label", "my-card", "my-card-2", "noscript", "pre", "address", "table",
    "tr", "td", "nobr", "font", "blockquote", "details", "summary", "dialog", "ruby", "rt", "object", "center", "nav",
    "small", "header", "fieldset", "menu", "time", "tbody", "option", "video", "main",
};

static const char *const TEXTS[] = {
    "text", " more text ", "\n  ", " ", "&amp;", "&eacute;t&eacute; ", "&#126;", "&nbsp;", "&b", "a < b", "<!-- c -->", "<br>",
    "<img alt='a &quot;b&quot;'>", "<a href='?a=1&amp;b=2&utm_c=3&xi;'>x</a>", "<script>a</script>", "<hr>", "&Zeta;", "AT&T",
    "<textarea>a &lt; b</textarea>", "<svg><path/></svg>", "<input type=hidden>", "<i>i</i>", "<li>x</li>", "<p>y</p>",
    "<form><p>x</p></form>",
};

/* Mostly well-formed pages: what is settled without gumbo must stand where gumbo puts it, whatever is wrong around it. */
static void
test_well_formed(void **state)
{
    (void)state;
    static char page[1 << 16];
    const size_t count = sizeof PIECES / sizeof *PIECES, names = sizeof NAMES / sizeof *NAMES;
    unsigned rounds = getenv("BYLINE_ROUNDS") ? (unsigned)atoi(getenv("BYLINE_ROUNDS")) : 4000;
    unsigned differences = 0;
    for (unsigned round = 0; round < rounds; round++) {
        const char *open[64];
        size_t depth = 0, n = (size_t)sprintf(page, "%s", round % 4 ? "<html><head></head><body>" : "");
        uint32_t flaw = round % 3 ? 6 + next_random(60) : 1000; /* one piece in so many is wrong */
        for (uint32_t left = 4 + next_random(round % 5 ? 24 : 90); left > 0; left--) {
            uint32_t what = next_random(8);
            if (next_random(flaw) == 0)
                n += (size_t)sprintf(page + n, "%s", PIECES[next_random((uint32_t)count)]);
            else if (what < 3 && depth < 60)
                n += (size_t)sprintf(page + n, "<%s>", open[depth++] = NAMES[next_random((uint32_t)names)]);
            else if (what < 6 && depth)
                n += (size_t)sprintf(page + n, "</%s>", open[--depth]);
            else
                n += (size_t)sprintf(page + n, "%s", TEXTS[next_random(sizeof TEXTS / sizeof *TEXTS)]);
        }
        while (depth && next_random(flaw))
            n += (size_t)sprintf(page + n, "</%s>", open[--depth]);
        differences += !is_same(bl_span_from(page, n));
    }
    assert_true(differences <= rounds / 1000);
}

static bl_page
read_page(bl_arena *a, const char *html)
{
    bl_span bytes = bl_span_of(html);
    bl_page page = {.arena = a, .parse_arena = a, .limits = bl_limits_resolve(NULL, bytes.n)};
    assert_int_equal(bl_page_read(&page, bytes, NULL, NULL), BYLINE_OK);
    return page;
}

static void
test_scripts(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<script>var x = \"<!-- <script>\";</script>--></script>"
                                     "<script type=' application/LD+json; charset=utf-8'>{\"a\": \"</p>&amp;\"}</script >"
                                     "<script type=application/json id=__NEXT_DATA__>{}</script>"
                                     "<script> self.__next_f.push([1,\"a\"])</script><script>push(1)</script><p>x");
        assert_int_equal(page.script_count, 1);
        assert_span_equal(page.scripts[0].text, "{\"a\": \"</p>&amp;\"}");
        assert_memory_equal(page.bytes.p + page.scripts[0].offset, "{\"a\"", 4);
        assert_int_equal(page.state_count, 2);
        assert_span_equal(page.states[0].text, "{}");
        assert_span_equal(page.states[1].text, " self.__next_f.push([1,\"a\"])");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "x");
    }
}

/* An element that nobody ends must not take the page with it, where gumbo's own rules don't say so. */
static void
test_unclosed(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<svg><path><p>b<select><option>c");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "b");
        page = read_page(&a, "<svg><foreignObject><p>x</p></foreignObject></svg>b");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "b");
    }
}

/* Where a reference ends, and text behind white space that a reference stands for. */
static void
test_references(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<p>2 &#x7eve &#126z &#; &#x; &#32;b");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "2 ~ve ~z &#; &#x; b");
        page = read_page(&a, "&#12>x<p>y");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), ">x y");
    }
}

static int
compare_files(int count, char **names)
{
    int different = 0;
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file)
            continue;
        static char bytes[32 << 20];
        size_t n = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        if (!is_same(bl_span_from(bytes, n))) {
            fprintf(stderr, "=== %s differs\n", names[i]);
            different++;
        }
    }
    fprintf(stderr, "%d of %d files differ\n", different, count - 1);
    return different != 0;
}

int
main(int argc, char **argv)
{
    if (argc > 1)
        return compare_files(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_unclosed),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_soup),
        cmocka_unit_test(test_well_formed),
    };
    return cmocka_run_group_tests_name("skim", tests, NULL, NULL);
}
