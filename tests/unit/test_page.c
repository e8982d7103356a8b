/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <stdio.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "page/page.h"
#include "page/plain.h"

static bl_page
read_bytes(bl_arena *a, bl_span bytes, const char *charset)
{
    bl_page page = {.arena = a, .parse_arena = a, .limits = bl_limits_resolve(NULL, bytes.n)};
    assert_int_equal(bl_page_read(&page, bytes, charset, NULL), BYLINE_OK);
    return page;
}

/* The elements of the body with their texts, a line each: "h1 Title". */
static bl_span
outline_of(bl_arena *a, const bl_page *page)
{
    const bl_document *doc = &page->document;
    bl_builder b = bl_builder_in(a);
    for (bl_node n = doc->body + 1; n < doc->nodes[doc->body].end; n++) {
        const bl_node_record *node = &doc->nodes[n];
        if (node->tag == BL_TAG_TEXT) {
            bl_builder_add(&b, bl_clean(a, bl_node_text(node), false));
            continue;
        }
        bl_builder_add_char(&b, '\n');
        bl_builder_add(&b, bl_span_of(bl_tag_name((bl_tag)node->tag)));
        bl_span name = bl_attribute_of(doc, n, BL_ATTR_CLASS);
        if (name.n) {
            bl_builder_add_char(&b, '.');
            bl_builder_add(&b, name);
        }
        bl_builder_add_char(&b, ' ');
    }
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

static const char STORY[] =
    "  * Skip to the text\n  * Menu\n\n"
    "Culture\n\n"
    "Old mill in Tellby to become a museum\n\n"
    "By Jane Roe\n"
    "12 March 2021\n\n"
    "The town council has voted for the plan after ten years of debate about costs and noise.\n\n"
    "https://tellby.example/x/17\n"
    "The mill seen from the bridge in spring\n"
    "Photo: John Doe\n\n"
    "The old mill on the river will open its doors to visitors next year, the mayor said on\n"
    "Friday. She called it a late victory for the friends of the building, who had fought for\n"
    "it since the last miller left.\n\n"
    "A long way to go\n\n"
    "The roof alone will cost two million, and nobody knows yet where the money comes from.\n"
    "\xE2\x80\x9CWe will find it,\xE2\x80\x9D she said.\n\n"
    "What is planned:\n\n"
    "- a museum\n- a cafe\n";

static void
test_plain(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_bytes(&a, bl_span_of(STORY), NULL);
        assert_true(page.is_plain);
        assert_string_equal(outline_of(&a, &page).p,
                            "\nnav \nul \nli \na Skip to the text\nli \na Menu"
                            "\narticle \nheader \np.kicker Culture\nh1 Old mill in Tellby to become a museum"
                            "\np By Jane Roe\np \ntime 12 March 2021"
                            "\np.lead The town council has voted for the plan after ten years of debate about costs and "
                            "noise."
                            "\nnav.share \na.shortlink https://tellby.example/x/17"
                            "\nfigure \nfigcaption \nspan The mill seen from the bridge in spring\nsmall.credit Photo: "
                            "John Doe"
                            "\ndiv.article-body \np The old mill on the river will open its doors to visitors next "
                            "year, the mayor said on Friday. She called it a late victory for the friends of the "
                            "building, who had fought for it since the last miller left."
                            "\nh2 A long way to go"
                            "\np The roof alone will cost two million, and nobody knows yet where the money comes from."
                            "\np \xE2\x80\x9CWe will find it,\xE2\x80\x9D she said."
                            "\np What is planned:\nul \nli a museum\nli a cafe");
        const bl_document *doc = &page.document;
        for (bl_node n = 0; n < doc->count; n++)
            if (doc->nodes[n].tag == BL_TAG_H1)
                assert_memory_equal(STORY + doc->nodes[n].offset, "Old mill in Tellby to become a museum", 37);
    }
}

static void
test_plain_or_not(void **state)
{
    (void)state;
    assert_true(bl_is_plain(BL_SPAN("If a < b and b > c, write to <jane@example.org> or <3")));
    assert_true(bl_is_plain(BL_SPAN("R&D &amp; more")));
    assert_false(bl_is_plain(BL_SPAN("<rss><item>x</item></rss>")));
    assert_false(bl_is_plain(BL_SPAN("One line<br>and another")));
    assert_false(bl_is_plain(BL_SPAN("Text and </p>")));
    assert_false(bl_is_plain(BL_SPAN(" \n<!DOCTYPE html>x")));
    WITH_ARENA(a) {
        bl_page page = read_bytes(&a, BL_SPAN("R&amp;D"), NULL);
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "R&amp;D");
        page = read_bytes(&a, BL_SPAN("\xE8\xA9\xA6\xE3\x81\x97"), NULL);
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "\xE8\xA9\xA6\xE3\x81\x97");
    }
}

/* Offsets are those of the page as it was given, whatever it was written in. */
static void
test_places(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_builder b = bl_builder_in(&a);
        bl_builder_add(&b, BL_SPAN("<title>\xC4\xEE\xEC</title><script type=application/ld+json>{}</script>"));
        for (int i = 0; i < 200; i++)
            bl_builder_add(&b, BL_SPAN("<p>\xC2 \xE3\xEE\xF0\xEE\xE4\xE5 <b>\xEC\xEE\xF1\xF2</b>&nbsp;x</p>"));
        bl_page page = read_bytes(&a, bl_builder_span(&b), "windows-1251");
        const bl_document *doc = &page.document;
        int paragraphs = 0;
        for (bl_node n = 0; n < doc->count; n++) {
            const bl_node_record *node = &doc->nodes[n];
            if (node->tag == BL_TAG_P)
                assert_int_equal(node->offset, 62 + 34 * paragraphs++);
            if (node->tag == BL_TAG_B)
                assert_memory_equal(b.p + node->offset, "<b>\xEC\xEE\xF1\xF2</b>", node->length);
        }
        assert_int_equal(paragraphs, 200);
        assert_int_equal(page.script_count, 1);
        assert_memory_equal(b.p + page.scripts[0].offset, "{}", 2);
    }
}

/* html and body tags that come late give the attributes that are new. */
static void
test_late_roots(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_bytes(&a, BL_SPAN("<img src=x></head><body class='a &amp; b' id=k><html lang=de><body id=l dir=rtl>"), NULL);
        const bl_document *doc = &page.document;
        assert_span_equal(bl_attribute_of(doc, 0, BL_ATTR_LANG), "de");
        assert_span_equal(bl_attribute_of(doc, doc->body, BL_ATTR_ID), "k");
        assert_span_equal(bl_attribute_of(doc, doc->body, BL_ATTR_DIR), "rtl");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_plain_or_not),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_late_roots),
    };
    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
