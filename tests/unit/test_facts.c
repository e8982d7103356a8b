/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The deciders of headline, dates, people and page, each on a small page whose claims disagree. */
#include "check.h"

#include <byline/byline.h>

#include "fields/page.h"

static byline_article *
parse(const char *html)
{
    byline_options options = {.url = "https://www.pier.example/news/bridge", .explain = true};
    byline_article *article = NULL;
    byline_error error;
    assert_int_equal(byline_parse(html, strlen(html), &options, &article, &error), BYLINE_OK);
    return article;
}

static void
test_headlines(void **state)
{
    static const struct {
        const char *html;
        const char *headline;
    } rows[] = {
        {"<title>Bridge closes | The Pier</title><h1>Bridge closes</h1>", "Bridge closes"},
        {"<title>Bridge closes - pier.example</title>", "Bridge closes"},
        {"<title>The Pier: Bridge closes</title><meta property=og:site_name content='The Pier'>",
         "Bridge closes"},
        {"<title>Bridge closes for a year - News - The Pier</title><meta property=og:site_name content='The "
         "Pier'><h1>Bridge closes for a year</h1>",
         "Bridge closes for a year"},
        /* a logo is no headline */
        {"<title>Bridge closes for a year | Harbour Notes</title><meta property=og:title content='Bridge "
         "closes for a year'><h1>Harbour Notes</h1>",
         "Bridge closes for a year"},
        /* what a reader sees beats what is shared */
        {"<title>Why the bridge is shut</title><meta property=og:title content='Why the bridge is shut'>"
         "<h1>The bridge is closed, and why</h1>",
         "The bridge is closed, and why"},
        /* of several h1 the one that the titles speak of */
        {"<title>Ferry sinks in the harbour</title><h1>More news</h1><h1>Ferry sinks in the harbour</h1>",
         "Ferry sinks in the harbour"},
        /* a kicker inside the heading */
        {"<title>Ferry sinks in the harbour</title><meta property=og:title content='Ferry sinks in the "
         "harbour'><h1>Accident - Ferry sinks in the harbour</h1>",
         "Ferry sinks in the harbour"},
        {"<title>&#x6A4B;&#x304C;&#x9589;&#x9396; | &#x6E2F;</title><meta property=og:site_name "
         "content='&#x6E2F;'><h1>&#x6A4B;&#x304C;&#x9589;&#x9396;</h1>",
         "\xE6\xA9\x8B\xE3\x81\x8C\xE9\x96\x89\xE9\x8E\x96"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        byline_article *article = parse(rows[i].html);
        assert_non_null(article->headline);
        assert_string_equal(article->headline, rows[i].headline);
        byline_article_free(article);
    }
}

static void
test_dates(void **state)
{
    static const struct {
        const char *html;
        const char *published;
    } rows[] = {
        {"<meta property=article:published_time content='2021-03-04T05:06:00+01:00'>",
         "2021-03-04T05:06:00+01:00"},
        /* the same clock with and without an offset */
        {"<meta property=article:published_time content='2021-03-04T05:06:00'>"
         "<meta name=date content='2021-03-04T05:06:00+02:00'>",
         "2021-03-04T05:06:00+02:00"},
        /* a time to a day */
        {"<meta property=article:published_time content='2021-03-04'>"
         "<meta name=date content='2021-03-04T05:06:00Z'>",
         "2021-03-04T05:06:00Z"},
        /* one moment, in UTC and on the wall */
        {"<meta property=article:published_time content='2021-03-05T02:25:00Z'>"
         "<meta name=date content='2021-03-04 21:25'>",
         "2021-03-04T21:25:00-05:00"},
        /* older than any page */
        {"<meta property=article:published_time content='1970-01-01T00:00:00Z'>"
         "<meta name=date content='2021-03-04'>",
         "2021-03-04"},
        /* two against one */
        {"<meta property=article:published_time content='2021-03-09'><meta name=date content='2021-03-04'>"
         "<meta name=dc.date content='2021-03-04'><meta name=parsely-pub-date content='2021-03-04'>",
         "2021-03-04"},
        /* the only date that is shown; machines alone are told of a change */
        {"<title>Bridge closes</title><h1>Bridge closes</h1><p>Updated: 4 March 2021</p>", "2021-03-04"},
        {"<meta property=article:modified_time content='2021-03-04'>", NULL},
        {"<meta property=article:published_time content='yesterday-ish'>", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        byline_article *article = parse(rows[i].html);
        if (!rows[i].published) {
            assert_null(article->published);
        } else {
            assert_non_null(article->published);
            assert_string_equal(article->published->iso, rows[i].published);
        }
        byline_article_free(article);
    }
}

static void
test_future_is_refused(void **state)
{
    static const char html[] = "<meta property=article:published_time content='2031-03-04T05:06:00Z'>"
                               "<meta name=date content='2021-03-04'>";
    byline_options options = {.now = 1640995200}; /* 2022-01-01 */
    byline_article *article = NULL;
    (void)state;
    assert_int_equal(byline_parse(html, sizeof html - 1, &options, &article, NULL), BYLINE_OK);
    assert_string_equal(article->published->iso, "2021-03-04");
    byline_article_free(article);
}

static void
test_people(void **state)
{
    (void)state;
    byline_article *article =
        parse("<meta property=og:site_name content='The Pier'><meta name=author content='Ina Muster'>"
              "<meta property=article:author content='https://social.example/ina'>"
              "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closes\","
              "\"author\":[{\"@type\":\"Person\",\"name\":\"Ina Muster\",\"url\":\"/people/ina\"},"
              "{\"@type\":\"Organization\",\"name\":\"The Pier\"}]}</script><h1>Bridge closes</h1>");
    assert_int_equal(article->author_count, 1);
    assert_string_equal(article->authors[0]->name, "Ina Muster");
    assert_string_equal(article->authors[0]->url, "https://www.pier.example/people/ina");
    assert_int_equal(article->authors[0]->role, BYLINE_ROLE_AUTHOR);
    byline_article_free(article);

    article = parse("<meta property=og:site_name content='The Pier'><meta name=author content='The Pier'>");
    assert_int_equal(article->author_count, 1);
    assert_int_equal(article->authors[0]->role, BYLINE_ROLE_ORGANIZATION);
    byline_article_free(article);
}

static void
test_page(void **state)
{
    (void)state;
    byline_article *article =
        parse("<html lang=en_gb><title>&#x6A4B;&#x304C;&#x9589;&#x9396;</title>"
              "<meta property=og:locale content=ja_JP><meta name=keywords content='Pier, Bridges; Ferries'>"
              "<link rel=canonical href='/news/bridge?x=1'><meta property=og:site_name content='Pier'>"
              "<meta property=article:content_tier content=metered></html>");
    assert_string_equal(article->language, "ja-JP");
    assert_string_equal(article->canonical_url, "https://www.pier.example/news/bridge?x=1");
    assert_string_equal(article->publisher->name, "Pier");
    assert_int_equal(article->free_access, BYLINE_NO);
    assert_true(article->claim_count > 0);
    assert_true(article->origin_count > 0);
    byline_article_free(article);

    article = parse("<meta name=news_keywords content='Bridges, Ferries, bridges, The Pier, "
                    "8ae9ab2d-fe1b-4230-acb8'><meta property=og:site_name content='The Pier'>");
    assert_int_equal(article->topic_count, 2);
    assert_string_equal(article->topics[1], "Ferries");
    byline_article_free(article);
}

static void
test_language_tags(void **state)
{
    static const struct {
        const char *written, *tag;
    } rows[] = {
        {"pt_br", "pt-BR"},
        {"EN", "en"},
        {"zh-hant-tw", "zh-Hant-TW"},
        {"de, en", "de"},
        {"sr-Latn", "sr-Latn"},
        {"es-419", "es-419"},
        {"english", ""},
        {"x", ""},
        {"{{lang}}", ""},
        {"en-US-x-private", "en-US"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WITH_ARENA(a)
        {
            assert_span_equal(bl_language_tag(&a, bl_span_of(rows[i].written)), rows[i].tag);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_future_is_refused),
        cmocka_unit_test(test_people),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_language_tags),
    };
    return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
