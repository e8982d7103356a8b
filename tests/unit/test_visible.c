/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What is claimed of the visible page. */
#include "check.h"
#include "evidence/sources.h"
#include "evidence/visible_labels.h"
#include "evidence/words.h"
#include "page_of.h"

/* The visible claim of field with the highest weight, the first of equals; NULL where there is none. */
static const bl_claim *
best(const bl_evidence *e, bl_field field)
{
    const bl_claim *found = NULL;
    for (size_t i = 0; i < e->claims[field].count; i++)
        if (!found || e->claims[field].at[i].weight > found->weight)
            found = &e->claims[field].at[i];
    return found;
}

static bl_evidence *
read(bl_arena *a, const char *html)
{
    bl_evidence *e = evidence_of(a, html);
    bl_words_collect(e);
    bl_collect_visible(e);
    return e;
}

#define assert_best(e, field, literal)                                                                       \
    do {                                                                                                     \
        const bl_claim *claim_ = best((e), (field));                                                         \
        assert_non_null(claim_);                                                                             \
        assert_span_equal(claim_->value, literal);                                                           \
    } while (0)

static void
test_head_of_an_article(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<html><body><nav class='breadcrumb'><a href='/'>Home</a><a href='/i'>Islands</a></nav>"
                     "<article><p class='kicker'>Transport</p><h1>Ferry stops for a week</h1>"
                     "<p class='standfirst'>The engine has to be repaired in the yard.</p>"
                     "<div class='byline'>By <a rel='author' href='/people/ina'>Ina Muster</a></div>"
                     "<p>Published: <time datetime='2021-03-04T05:06:00Z'>4 March</time>, updated "
                     "<time datetime='2021-03-05T05:06:00Z'>5 March</time></p><p>Text.</p>"
                     "<ul class='tags'><li><a href='/t/1'>#Ferries</a></li></ul></article></body></html>");
        assert_best(e, BL_FIELD_HEADLINE, "Ferry stops for a week");
        assert_best(e, BL_FIELD_KICKER, "Transport");
        assert_best(e, BL_FIELD_LEAD, "The engine has to be repaired in the yard.");
        assert_best(e, BL_FIELD_AUTHOR, "Ina Muster");
        assert_best(e, BL_FIELD_AUTHOR_URL, "/people/ina");
        assert_best(e, BL_FIELD_PUBLISHED, "2021-03-04T05:06:00Z");
        assert_best(e, BL_FIELD_MODIFIED, "2021-03-05T05:06:00Z");
        assert_best(e, BL_FIELD_SECTION, "Islands");
        assert_best(e, BL_FIELD_TOPIC, "Ferries");
    }
}

static void
test_kicker_inside_the_heading(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<h1><span class='kicker'>Verkehr</span> <span class='headline'>Die Fähre steht"
                     "</span></h1><p>Text.</p>");
        assert_best(e, BL_FIELD_HEADLINE, "Die Fähre steht");
        assert_best(e, BL_FIELD_KICKER, "Verkehr");
    }
}

static void
test_labelled_dates_in_one_line(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<h1>Die Fähre steht</h1><div class='article-date'>Veröffentlicht: 03.02.2020, "
                     "aktualisiert: 04.02.2020</div>");
        assert_int_equal(e->claims[BL_FIELD_PUBLISHED].count, 1);
        assert_int_equal(e->claims[BL_FIELD_MODIFIED].count, 1);
        assert_non_null(strstr(e->claims[BL_FIELD_MODIFIED].at[0].value.p, "04.02.2020"));
    }
}

static void
test_labels_are_whole_words(void **state)
{
    (void)state;
    size_t start, end;
    assert_int_equal(bl_label_find(BL_SPAN("understand it"), 0, false, &start, &end), BL_LABEL_NONE);
    assert_int_equal(bl_label_find(BL_SPAN("stand: 3.4."), 0, false, &start, &end), BL_LABEL_MODIFIED);
    assert_int_equal(end, 5);
    assert_int_equal(bl_label_find(BL_SPAN("2020年1月1日更新"), 0, false, &start, &end), BL_LABEL_MODIFIED);
    assert_true(bl_label_starts_by(BL_SPAN("by jane roe"), &end));
    assert_false(bl_label_starts_by(BL_SPAN("bystanders saw it"), &end));
    assert_int_equal(bl_label_find(BL_SPAN("\xff\xfe\x80"), 0, false, &start, &end), BL_LABEL_NONE);
}

static void
test_dates_of_other_stories_weigh_little(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<article><h1>Ferry stops</h1><p>Text of the story.</p></article>"
                     "<div class='related'><a href='/x'>Other</a><time datetime='2019-01-01'>1 Jan"
                     "</time></div><div class='comments'><span class='author'>somebody</span></div>");
        assert_true(best(e, BL_FIELD_PUBLISHED)->weight < 10);
        assert_null(best(e, BL_FIELD_AUTHOR));
    }
}

static void
test_short_address(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<h1>Ferry stops</h1><p>https://f.example/p/1a2B</p><p>Text of the story.</p>");
        assert_best(e, BL_FIELD_SHORT_URL, "https://f.example/p/1a2B");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head_of_an_article),
        cmocka_unit_test(test_kicker_inside_the_heading),
        cmocka_unit_test(test_labelled_dates_in_one_line),
        cmocka_unit_test(test_labels_are_whole_words),
        cmocka_unit_test(test_dates_of_other_stories_weigh_little),
        cmocka_unit_test(test_short_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
