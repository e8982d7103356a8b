/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"
#include "evidence/words.h"
#include "page_of.h"

static void
test_stems_are_sorted(void **state)
{
    static const char *const stems[] = {
#define W(id) 0
#define STEM(text, bits) text,
#include "evidence/words.def"
#undef STEM
#undef W
    };
    (void)state;
    for (size_t i = 1; i < sizeof stems / sizeof stems[0]; i++)
        if (strcmp(stems[i - 1], stems[i]) >= 0)
            fail_msg("%s does not stand before %s", stems[i - 1], stems[i]);
    assert_true(BL_WORD_INDEX_COUNT <= 64);
}

static uint64_t
words(const char *name)
{
    return bl_words_of(bl_span_of(name));
}

static void
test_what_a_box_has_is_not_what_it_is(void **state)
{
    (void)state;
    assert_int_equal(words("has-comments with-sidebar no-ads comments-open comments-enabled font-caption"), 0);
    assert_int_equal(words("has-comments caption"), BL_WORD_CAPTION);
    assert_true(words("comments") & BL_WORD_COMMENT);
    assert_true(words("open-comments") & BL_WORD_COMMENT);
}

static void
test_names_are_split(void **state)
{
    (void)state;
    assert_true(words("article-body") & BL_WORD_BODY);
    assert_true(words("articleBody") & BL_WORD_BODY);
    assert_true(words("Article__Body-sc-1x2y") & BL_WORD_BODY);
    assert_true(words("c-story_text") & BL_WORD_BODY);
    assert_true(words("big ImageCaption") & BL_WORD_CAPTION);
    assert_true(words("bildunterschrift") & BL_WORD_CAPTION);
    assert_true(words("js-ad") & BL_WORD_AD);
    assert_false(words("shadow header-add") & BL_WORD_AD);
    assert_false(words("navy unavailable") & BL_WORD_NAV);
    assert_true(words("HTMLShare") & BL_WORD_SHARE);
}

static void
test_several_things_at_once(void **state)
{
    (void)state;
    uint64_t both = words("article-author__date");
    assert_true(both & BL_WORD_BYLINE);
    assert_true(both & BL_WORD_DATE);
    assert_true(words("photo-credit") & BL_WORD_CREDIT);
    assert_int_equal(words(""), 0);
    assert_int_equal(words("   "), 0);
    assert_int_equal(words("css-1a2b3c"), 0);
}

static void
test_hidden_on_all_screens_only(void **state)
{
    (void)state;
    assert_true(words("box hidden") & BL_WORD_HIDDEN);
    assert_false(words("hidden md:block") & BL_WORD_HIDDEN);
    assert_false(words("d-none d-md-block") & BL_WORD_HIDDEN);
    assert_false(words("overflow-hidden") & BL_WORD_HIDDEN);
    assert_true(words("sr-only") & BL_WORD_SR_ONLY);
}

static void
test_any_bytes(void **state)
{
    (void)state;
    char noise[4000];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * 131 % 251);
    (void)bl_words_of(bl_span_from(noise, sizeof noise));
    memset(noise, 'A', sizeof noise);
    assert_int_equal(bl_words_of(bl_span_from(noise, sizeof noise)), 0);
    memset(noise, '\xff', sizeof noise);
    assert_int_equal(bl_words_of(bl_span_from(noise, sizeof noise)), 0);
    memcpy(noise, "author ", 7);
    assert_int_equal(bl_words_of(bl_span_from(noise, sizeof noise)), BL_WORD_BYLINE);
}

static void
test_frames_pass_nothing_on(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = evidence_of(&a, "<body><div class='with-sidebar article'><h1>A headline</h1>"
                                         "<p>Text of some length.</p><div class='related'><p>More</p></div>"
                                         "</div></body>");
        bl_words_collect(e);
        bl_node p = nth(e, BL_TAG_P, 0), more = nth(e, BL_TAG_P, 1);
        assert_false(bl_words_around(e, p) & BL_WORD_SIDEBAR);
        assert_true(bl_words_around(e, p) & BL_WORD_ARTICLE);
        assert_true(bl_words_around(e, more) & BL_WORD_RELATED);
        assert_int_equal(bl_text_size(e, more), 4);
        assert_int_equal(bl_text_size(e, p), 17);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stems_are_sorted),
        cmocka_unit_test(test_what_a_box_has_is_not_what_it_is),
        cmocka_unit_test(test_names_are_split),
        cmocka_unit_test(test_several_things_at_once),
        cmocka_unit_test(test_hidden_on_all_screens_only),
        cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_frames_pass_nothing_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
