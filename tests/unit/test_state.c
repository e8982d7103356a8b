/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which text inside the state that scripts embed is the article. */
#include <stdio.h>

#include "check.h"
#include "claims.h"
#include "evidence/sources.h"
#include "evidence/words.h"

/* What is claimed of a page with this body; body may be long. */
static bl_evidence *
read(bl_arena *a, const char *body)
{
    bl_builder b = bl_builder_in(a);
    bl_builder_add(&b, BL_SPAN("<html><body>"));
    bl_builder_add(&b, bl_span_of(body));
    bl_builder_add(&b, BL_SPAN("</body></html>"));
    bl_evidence *e = evidence_of(a, bl_strndup(a, b.p, b.n));
    bl_words_collect(e);
    bl_collect_state(e);
    return e;
}

#define JSON(text) "<script type='application/json'>" text "</script>"
#define PUSH(text) "<script>self.__next_f.push([1,\"" text "\"])</script>"
#define THREE "<p>One quay.</p><p>Two quays.</p><p>Three quays.</p>"

static void
test_html_in_json(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, JSON("{\"a\":[{\"html\":\"" THREE "\"}]}"));
        assert_claim(e, BODY, STATE, 0, "One quay.\nTwo quays.\nThree quays.");
        e = read(&a, JSON("{\"x\":\"\\u003cp>One quay.\\u003c/p>\\n<h2>Why</h2><p>Two<br>quays.</p><div>No</div>"
                          "<p> Three &amp; four. </p>\"}"));
        assert_claim(e, BODY, STATE, 0, "One quay.\n\x01Why\nTwo quays.\nThree & four.");
        assert_no_claim(e, BODY, STATE, 1);
    }
}

static void
test_place(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, "<i>..</i>" JSON("{\"a\":1}") JSON("{\"a\":\"" THREE "\"}"));
        const bl_claim *claim = claim_of(e, BL_FIELD_BODY, BYLINE_SOURCE_STATE, 0);
        assert_non_null(claim);
        const char *page = e->page->bytes.p;
        assert_memory_equal(page + claim->offset, "{\"a\":\"<p>", 9);
        assert_int_equal(claim->length, strlen("{\"a\":\"" THREE "\"}"));
    }
}

static void
test_longest_is_taken(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, JSON("[\"" THREE "\",\"<p>A.</p>" THREE "\"]")
                                      JSON("[\"<p>A.</p><p>B.</p><p>C.</p>\"]"));
        assert_claim(e, BODY, STATE, 0, "A.\nOne quay.\nTwo quays.\nThree quays.");
    }
}

static void
test_pictures_are_left_out(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, JSON("[\"<figure><p>A ship.</p></figure><p class='caption'>A mast.</p>" THREE "\"]"));
        assert_claim(e, BODY, STATE, 0, "One quay.\nTwo quays.\nThree quays.");
        e = read(&a, JSON("[\"<p>One<picture><img></picture> quay.</p><p>Two quays.</p>"
                          "<p>Three.</p>\"]"));
        /* a tag leaves a space; who takes the claim makes them one */
        assert_claim(e, BODY, STATE, 0, "One   quay.\nTwo quays.\nThree.");
    }
}

static void
test_too_little(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<p>No script.</p>",
        JSON("[\"<p>One quay.</p><p>Two quays.</p>\"]"),
        JSON("[\"<p>One quay.</p><p> </p><p></p><h2>Why</h2>\"]"),
        JSON("{\"a\":\"" THREE "\""), /* broken */
        "<script type='application/ld+json'>\"" THREE "\"</script>",
        PUSH("0:{}"),
        PUSH("7:T5,<p>a"),
        PUSH("<p>"),
        "<script>self.__next_f.push(</script>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        WITH_ARENA(a)
        {
            assert_no_claim(read(&a, pages[i]), BODY, STATE, 0);
        }
    }
}

static void
test_shown_text_is_enough(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        char page[4000] = JSON("[\"" THREE "\"]");
        for (int shown = 0; shown < 5; shown++) {
            assert_claim(read(&a, page), BODY, STATE, 0, "One quay.\nTwo quays.\nThree quays.");
            size_t n = strlen(page);
            snprintf(page + n, sizeof page - n, "<p>%0*d</p>", 200, 1);
        }
        assert_no_claim(read(&a, page), BODY, STATE, 0);
    }
}

static void
test_stream(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        /* a text of 52 bytes, 34 in hexadecimal digits, over two pieces, and a row of JSON behind it */
        bl_evidence *e = read(&a, PUSH("0:[1]\\n2a:T34,<p>One quay.</p><p>Two") "<b>x</b>"
                                      PUSH(" quays.</p><p>Three quays.</p>9:{}\\n"));
        assert_claim(e, BODY, STATE, 0, "One quay.\nTwo quays.\nThree quays.");
        const bl_claim *claim = claim_of(e, BL_FIELD_BODY, BYLINE_SOURCE_STATE, 0);
        bl_span covered = bl_span_from(e->page->bytes.p + claim->offset, claim->length);
        assert_true(bl_span_starts(covered, BL_SPAN("self.__next_f.push([1,\"0:")));
        assert_true(bl_span_find(covered, BL_SPAN("9:{}\\n\"])"), 0) == covered.n - 9);
        e = read(&a, PUSH("3:{\\\"html\\\":\\\"" THREE "\\\"}\\n"));
        assert_claim(e, BODY, STATE, 0, "One quay.\nTwo quays.\nThree quays.");
    }
}

/* The text that is claimed of a page; NULL is none. */
static void
assert_text(const char *page, const char *text)
{
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, page);
        if (text)
            assert_claim(e, BODY, STATE, 0, text);
        else
            assert_no_claim(e, BODY, STATE, 0);
    }
}

static void
test_assigned(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<script>window.__STATE__ = {\"a\":\"" THREE "\"};</script>",
        "<script>var x={\"b\":\"} \\\"\",\"a\":\"" THREE "\"};(function(){go({})})()</script>",
        "<script>window[\"__STATE__\"]=[\"" THREE "\"]</script>",
        "<script>self.x = JSON.parse(\"{\\\"a\\\":\\\"" THREE "\\\"}\");</script>",
    };
    static const char *const no[] = {
        "<script>var x = {a: \"" THREE "\"}</script>",
        "<script>var x = {\"a\":\"" THREE "\"</script>",
        "<script>go({\"a\":\"" THREE "\"})</script>",
        "<script>x = JSON.parse(\"{\\\"a\\\":\\\"" THREE "\\\"}</script>",
        "<script>x = </script>",
    };
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        assert_text(pages[i], "One quay.\nTwo quays.\nThree quays.");
    for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
        assert_text(no[i], NULL);
}

#define LONG "The harbour board decided on Thursday to dredge the channel before the ice"

static void
test_blocks(void **state)
{
    (void)state;
    static const char *const pages[] = {
        /* flat, with what is no text between */
        JSON("{\"x\":[{\"type\":\"paragraph\",\"text\":\"" LONG " a.\"},{\"type\":\"heading\",\"text\":\"Why\"},"
             "{\"type\":\"image\",\"text\":\"A ship.\"},{\"type\":\"paragraph\",\"text\":\"" LONG " <b>b</b>.\"},"
             "{\"type\":\"paragraph\",\"text\":\"" LONG " c.\"}]}"),
        /* words in parts; the style says what it is */
        JSON("{\"x\":[{\"_type\":\"block\",\"style\":\"normal\",\"children\":[{\"_type\":\"span\",\"text\":\"" LONG
             "\"},{\"_type\":\"span\",\"text\":\" a.\"}]},"
             "{\"_type\":\"block\",\"style\":\"h2\",\"children\":[{\"_type\":\"span\",\"text\":\"Why\"}]},"
             "{\"_type\":\"block\",\"style\":\"normal\",\"children\":[{\"_type\":\"span\",\"text\":\"" LONG " b.\"}]},"
             "{\"_type\":\"block\",\"style\":\"normal\","
             "\"children\":[{\"_type\":\"span\",\"text\":\"" LONG " c.\"}]}]}"),
        /* the text whole, and again in parts; blocks inside a block */
        JSON("{\"x\":[{\"type\":\"text\",\"model\":{\"blocks\":[{\"type\":\"paragraph\",\"model\":{\"text\":\"" LONG
             " a.\",\"blocks\":[{\"text\":\"" LONG " a.\"}]}}]}},"
             "{\"type\":\"subheadline\",\"model\":{\"text\":\"Why\"}},"
             "{\"type\":\"text\",\"model\":{\"blocks\":[{\"type\":\"paragraph\",\"model\":{\"text\":\"" LONG
             " b.\"}},{\"type\":\"paragraph\",\"model\":{\"text\":\"" LONG " c.\"}}]}},"
             "{\"type\":\"text\",\"model\":{}}]}"),
    };
    assert_text(pages[0], LONG " a.\n\x01Why\n" LONG " b.\n" LONG " c.");
    assert_text(pages[1], LONG " a.\n\x01Why\n" LONG " b.\n" LONG " c.");
    assert_text(pages[2], LONG " a.\n\x01Why\n" LONG " b.\n" LONG " c.");
}

static void
test_other_stories_are_no_blocks(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        const char *page = JSON("{\"text\":[{\"title\":\"A\",\"text\":\"" LONG "\"},{\"title\":\"B\",\"text\":\"" LONG
                                "\"},{\"title\":\"C\",\"text\":\"" LONG "\"},{\"title\":\"D\",\"text\":\""
                                LONG "\"}]}");
        assert_no_claim(read(&a, page), BODY, STATE, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_in_json),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_longest_is_taken),
        cmocka_unit_test(test_pictures_are_left_out),
        cmocka_unit_test(test_too_little),
        cmocka_unit_test(test_shown_text_is_enough),
        cmocka_unit_test(test_stream),
        cmocka_unit_test(test_assigned),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_other_stories_are_no_blocks),
    };
    return cmocka_run_group_tests_name("state", tests, NULL, NULL);
}
