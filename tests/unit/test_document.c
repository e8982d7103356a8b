/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "page/page.h"

static bl_page
read_page(bl_arena *a, const char *html, byline_limits asked)
{
    bl_span bytes = bl_span_of(html);
    bl_page page = {.arena = a, .parse_arena = a, .limits = bl_limits_resolve(&asked, bytes.n)};
    assert_int_equal(bl_page_read(&page, bytes, NULL, NULL), BYLINE_OK);
    return page;
}

static bl_node
find(const bl_document *doc, bl_tag tag, int skip)
{
    for (bl_node n = 0; n < doc->count; n++)
        if (doc->nodes[n].tag == tag && skip-- == 0)
            return n;
    fail_msg("no such element: %s", bl_tag_name(tag));
    return BL_NO_NODE;
}

static void
assert_place(const bl_page *page, bl_node n, const char *expected)
{
    const bl_node_record *node = &page->document.nodes[n];
    assert_span_equal(bl_span_from(page->bytes.p + node->offset, node->length), expected);
}

static void
test_names(void **state)
{
    (void)state;
    for (int tag = BL_TAG_OTHER + 1; tag < BL_TAG_COUNT; tag++)
        assert_int_equal(bl_tag_find(bl_span_of(bl_tag_name((bl_tag)tag))), tag);
    assert_int_equal(bl_tag_find(BL_SPAN("FigCaption")), BL_TAG_FIGCAPTION);
    assert_string_equal(bl_tag_name(BL_TAG_AMP_IMG), "amp-img");
    assert_int_equal(bl_tag_find(BL_SPAN("amp-img")), BL_TAG_AMP_IMG);
    assert_int_equal(bl_tag_find(BL_SPAN("")), BL_TAG_OTHER);
    assert_int_equal(bl_tag_find(BL_SPAN("my-card")), BL_TAG_OTHER);
    assert_int_equal(bl_attribute_find(BL_SPAN("DateTime")), BL_ATTR_DATETIME);
    assert_int_equal(bl_attribute_find(BL_SPAN("data-lazy-srcset")), BL_ATTR_DATA_LAZY_SRCSET);
    assert_int_equal(bl_attribute_find(BL_SPAN("data-lazy-srcse")), BL_ATTR_COUNT);
    assert_int_equal(bl_attribute_find(BL_SPAN("onclick")), BL_ATTR_COUNT);
}

static void
test_tree(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<html lang=en><head><title>T</title></head><body class=\"x y\">"
                                     "<p>One <b>two</b></p><p>Three</body></html>",
                                 (byline_limits){0});
        const bl_document *doc = &page.document;
        assert_span_equal(bl_attribute_of(doc, 0, BL_ATTR_LANG), "en");
        assert_int_equal(doc->nodes[doc->head].tag, BL_TAG_HEAD);
        assert_span_equal(bl_attribute_of(doc, doc->body, BL_ATTR_CLASS), "x y");
        assert_null(bl_attribute_of(doc, doc->body, BL_ATTR_ID).p);
        bl_node p = find(doc, BL_TAG_P, 0);
        assert_int_equal(doc->nodes[p].depth, 2);
        assert_int_equal(doc->nodes[p].parent, doc->body);
        assert_int_equal(bl_next_sibling(doc, p), find(doc, BL_TAG_P, 1));
        assert_true(bl_contains(doc, p, find(doc, BL_TAG_B, 0)));
        assert_span_equal(bl_text_of(doc, doc->body, &a, true), "One two\nThree");
        assert_int_equal(bl_closest(doc, find(doc, BL_TAG_B, 0), BL_TAG_BODY), doc->body);
    }
}

static void
test_places(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<body><div id=a><p>One<p>Two <i>x</i></div> <table><tr><td>y</table>",
                                 (byline_limits){0});
        const bl_document *doc = &page.document;
        assert_place(&page, find(doc, BL_TAG_DIV, 0), "<div id=a><p>One<p>Two <i>x</i></div>");
        assert_place(&page, find(doc, BL_TAG_P, 0), "<p>One");
        assert_place(&page, find(doc, BL_TAG_P, 1), "<p>Two <i>x</i>");
        assert_place(&page, find(doc, BL_TAG_I, 0), "<i>x</i>");
        assert_place(&page, find(doc, BL_TAG_TBODY, 0), "<tr><td>y");
        assert_place(&page, find(doc, BL_TAG_TABLE, 0), "<table><tr><td>y</table>");
        assert_place(&page, 0, page.bytes.p);
    }
}

static void
test_node_limit(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<p>1<p>2<p>3<p>4<p>5<p>6", (byline_limits){.nodes = 9});
        assert_int_equal(page.limit, BYLINE_LIMIT_NODES);
        assert_true(page.document.count <= 9);
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "1 2 3");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_node_limit),
    };
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
