/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <byline/byline.h>

#define TEXT                                                                                       \
    "<p>The council of Sandvik voted on Tuesday to keep the winter ferry running for two more years, although "      \
    "fewer people use it than before.</p><p>Each crossing costs the town about four hundred crowns, the treasurer "  \
    "told the meeting, and only a third of that comes back through tickets.</p><p>A decision on the summer "         \
    "timetable is expected in April, after the harbour office has counted the passengers.</p>"

static byline_kind
kind_of(const char *html, const char *url, size_t *blocks)
{
    byline_options options = {.url = url};
    byline_article *article = NULL;
    byline_error error;
    assert_int_equal(byline_parse(html, strlen(html), &options, &article, &error), BYLINE_OK);
    byline_kind kind = article->kind;
    assert_true(article->confidence >= 0 && article->confidence <= 1);
    *blocks = article->body_count;
    byline_article_free(article);
    return kind;
}

static void
test_article(void **state)
{
    (void)state;
    size_t blocks;
    assert_int_equal(kind_of("<html><body><article><h1>Ferry stays</h1>" TEXT "</article></body></html>",
                             "https://courier.example/news/ferry-stays-two-more-years-123456", &blocks),
                     BYLINE_KIND_ARTICLE);
    assert_int_equal(blocks, 3);
}

static void
test_front(void **state)
{
    (void)state;
    size_t blocks;
    const char *html =
        "<html><head><title>Sandvik Courier</title><meta property=og:type content=website></head><body><main>"
        "<div class=teaser><h2><a href=/1>Ferry stays another two years</a></h2><p><a href=/1>The council voted on "
        "Tuesday to keep it.</a></p></div>"
        "<div class=teaser><h2><a href=/2>Lighthouse turns again</a></h2><p><a href=/2>Retired fitters found a motor "
        "in a bakery.</a></p></div>"
        "<div class=teaser><h2><a href=/3>School wins prize</a></h2><p><a href=/3>Pupils built a boat of paper."
        "</a></p></div></main></body></html>";
    assert_int_equal(kind_of(html, "https://courier.example/", &blocks), BYLINE_KIND_OTHER);
    assert_int_equal(blocks, 0);
}

static void
test_error_page(void **state)
{
    (void)state;
    size_t blocks;
    assert_int_equal(kind_of("<html><head><title>404 Not found</title></head><body><h1>404 Not found</h1><p>The page "
                             "that you look for has moved or was never here.</p></body></html>",
                             "https://courier.example/gone", &blocks),
                     BYLINE_KIND_OTHER);
    assert_int_equal(blocks, 0);
}

static void
test_live_blog(void **state)
{
    (void)state;
    size_t blocks;
    assert_int_equal(
        kind_of("<html><head><script type=application/ld+json>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm over "
                "the islands\"}</script></head><body><article><h1>Storm over the islands</h1>" TEXT
                "</article></body></html>",
                "https://courier.example/live/storm", &blocks),
        BYLINE_KIND_LIVE_BLOG);
    assert_true(blocks > 0);
}

static void
test_nothing(void **state)
{
    (void)state;
    size_t blocks;
    assert_int_equal(kind_of("<html><body></body></html>", NULL, &blocks), BYLINE_KIND_OTHER);
    assert_int_equal(blocks, 0);
    assert_int_equal(kind_of("\xFF\xFE<p", NULL, &blocks), BYLINE_KIND_OTHER);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),   cmocka_unit_test(test_front),   cmocka_unit_test(test_error_page),
        cmocka_unit_test(test_live_blog), cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests_name("kind", tests, NULL, NULL);
}
