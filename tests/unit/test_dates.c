/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which of the dates on a page is the one of publication. Each row is a page of its own. */
#include "check.h"

#include <byline/byline.h>

typedef struct row {
    const char *html;
    const char *published; /* NULL is none */
} row;

#define TITLE "<title>Ferry stops for a week</title>"
#define HEAD "<h1>Ferry stops for a week</h1>"
#define TEXT                                                                                           \
    "<p>The ferry to the outer islands has not run since Monday, and the yard has no spare parts for " \
    "it.</p>"
#define META(iso) "<meta property=article:published_time content='" iso "'>"

static void
check(const row *rows, size_t count)
{
    int bad = 0;
    for (size_t i = 0; i < count; i++) {
        byline_article *article = NULL;
        assert_int_equal(byline_parse(rows[i].html, strlen(rows[i].html), NULL, &article, NULL), BYLINE_OK);
        const char *got = article->published ? article->published->iso : "none";
        const char *want = rows[i].published ? rows[i].published : "none";
        if (strcmp(got, want) != 0) {
            print_error("row %zu: %s, not %s\n", i, got, want);
            bad++;
        }
        byline_article_free(article);
    }
    assert_int_equal(bad, 0);
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof(rows)[0])

static void
test_line_below_the_headline(void **state)
{
    static const row rows[] = {
        {TITLE HEAD "<p>By Ina Muster | March 4, 2021 | 5 min read</p>" TEXT, "2021-03-04"},
        /* figures of several elements do not run together */
        {TITLE HEAD "<p class=date><span>Mar</span><span>04</span><span>2021</span></p>" TEXT, "2021-03-04"},
        {TITLE HEAD "<p class=date><span>04.03.21</span><span>12:44</span></p>" TEXT, "2021-03-04T12:44"},
        /* a day that a sentence tells of, or that stands in an address */
        {TITLE HEAD "<p>The next meeting of the harbour board will be on March 9, 2021 at the old customs "
                    "house.</p><p class=date>March 4, 2021</p>" TEXT,
         "2021-03-04"},
        {TITLE HEAD "<p>The next meeting of the harbour board will be on 9 March 2021 at noon.</p>" TEXT,
         NULL},
        {TITLE HEAD "<p>pier.example/wp/2019/05/13/ferry/</p><p>March 4, 2021</p>" TEXT, "2021-03-04"},
        /* somebody else's words */
        {TITLE HEAD
         "<blockquote>Nothing runs. Jane Roe, January 1, 2021</blockquote><p>March 4, 2021</p>" TEXT,
         "2021-03-04"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_line_above_the_headline(void **state)
{
    static const row rows[] = {
        {TITLE "<p>March 4, 2021</p>" HEAD TEXT, "2021-03-04"},
        {TITLE "<div class=date-posts><h2 class=date-header>March 4, 2021</h2>" HEAD TEXT "</div>",
         "2021-03-04"},
        /* today's date, above the menu */
        {TITLE
         "<div class=date>Friday, March 12, 2021</div><ul><li><a href=/1>Islands</a><li><a href=/2>Town</a>"
         "<li><a href=/3>Sport</a><li><a href=/4>Arts</a><li><a href=/5>Trade</a><li><a "
         "href=/6>Sea</a></ul>" HEAD "<p>March 4, 2021</p>" TEXT,
         "2021-03-04"},
        /* a ticker of other stories */
        {TITLE
         "<ul><li><a href=/x><span class=date>[ March 2, 2021 ]</span> Harbour dredger is sold abroad after "
         "all</a></ul>" HEAD "<p>March 4, 2021</p>" TEXT,
         "2021-03-04"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_headline_that_is_not_the_first_heading(void **state)
{
    static const row rows[] = {
        {TITLE "<h1>Harbour Notes</h1><p>March 12, 2021</p><p><a href=/x>Dredger of the harbour is sold "
               "abroad</a></p><h3>Ferry stops for a week</h3><p>March 4, 2021</p>" TEXT "<h2>Newsletter</h2>",
         "2021-03-04"},
        /* a class that names the kind of article is no sign of readers' comments */
        {TITLE
         "<h1 class=comment-headline>Ferry stops for a week</h1><p class=comment-date>March 4, 2021</p>" TEXT,
         "2021-03-04"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_shown_before_the_record(void **state)
{
    static const row rows[] = {
        /* moved to another system, which wrote its own day into the record */
        {TITLE META("2024-08-07T12:01:51Z") HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04"},
        {TITLE META("2024-08-07") HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04"},
        /* the evening of one place is the night of another */
        {TITLE META("2021-03-05T02:25:00Z") HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04T23:25:00-03:00"},
        {TITLE META("2021-03-05T09:25:00Z") HEAD "<p>March 4, 2021, 12:25 pm</p>" TEXT, "2021-03-04T12:25"},
        /* the day of the record is shown as well */
        {TITLE META("2021-03-04T12:01:51Z") HEAD
         "<p>Received January 2, 2021</p><p>Printed March 4, 2021</p>" TEXT,
         "2021-03-04T12:01:51Z"},
        /* a later day is that of the last change, as a rule */
        {TITLE META("2021-03-04T12:01:51Z") HEAD "<p>August 7, 2024</p>" TEXT, "2021-03-04T12:01:51Z"},
        /* a table of days */
        {TITLE META("2021-03-04T12:01:51Z") HEAD
         "<p>Jan 1, 2012</p><p>Jan 2, 2013</p><p>Jan 3, 2014</p><p>Jan 4, 2015</p>" TEXT,
         "2021-03-04T12:01:51Z"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_cards_inside_the_text(void **state)
{
    static const row rows[] = {
        {TITLE META("2021-03-04T12:01:51Z") HEAD TEXT
         "<section><article><h4><a href=/x>Dredger sold</a></h4><time datetime=2019-11-20T17:22>20 Nov "
         "2019</time></article></section>" TEXT,
         "2021-03-04T12:01:51Z"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_offset_of_the_place(void **state)
{
    static const row rows[] = {
        {TITLE META("2021-03-05T00:04:00Z") HEAD "<p class=date>March 4, 2021 7:04 pm EST</p>" TEXT,
         "2021-03-04T19:04:00-05:00"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_offset_of_a_shown_day(void **state)
{
#define CHANGED(iso) "<meta property=article:modified_time content='" iso "'>"
    static const row rows[] = {
        /* the two clocks of the last change tell the place */
        {TITLE META("2021-03-05T00:25:00Z") CHANGED("2021-03-05T11:58:18Z") HEAD
         "<p>March 4, 2021</p><p class=updated>Updated: 2021-03-05 03:58:18</p>" TEXT,
         "2021-03-04T16:25:00-08:00"},
        /* an offset that is written elsewhere */
        {TITLE META("2021-03-05T02:41:00Z") CHANGED("2021-03-06T11:58:18-05:00") HEAD
         "<p>March 4, 2021</p>" TEXT,
         "2021-03-04T21:41:00-05:00"},
        /* a system that stores midnight */
        {TITLE META("2021-03-03T23:00:00Z") HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04T00:00:00+01:00"},
        /* nobody lives an hour west of Greenwich */
        {TITLE META("2021-03-05T00:25:00Z") HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04T21:25:00-03:00"},
        /* a card that happens to be of the full hour is no clock of this story */
        {TITLE META("2021-03-04T10:00:00Z") HEAD TEXT
         "<div class=related><time datetime='2021-03-04 08:00'>8 am</time></div>",
         "2021-03-04T10:00:00Z"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_weak_record(void **state)
{
    static const row rows[] = {
        /* name=date is when the record was begun */
        {TITLE "<meta name=date content='2021-03-01'>" HEAD "<p>March 4, 2021</p>" TEXT, "2021-03-04"},
        {TITLE "<meta name=date content='2021-03-01'>" HEAD "<p>March 4, 2021</p><p>March 1, 2021</p>" TEXT,
         "2021-03-01"},
        {TITLE "<meta name=date content='2021-03-01'>" HEAD "<p>March 4, 2021</p><p>March 5, 2021</p>" TEXT,
         "2021-03-01"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_day_or_month_first(void **state)
{
#define ENGLISH "<html lang=en>" TITLE
    static const row rows[] = {
        {ENGLISH HEAD "<p class=date>04/03/2021</p>" TEXT, "2021-04-03"},
        {"<html lang=en-GB>" TITLE HEAD "<p class=date>04/03/2021</p>" TEXT, "2021-03-04"},
        /* another claim of the day */
        {ENGLISH "<meta name=dc.date content='2021-03-04'>" HEAD "<p class=date>04/03/2021</p>" TEXT,
         "2021-03-04"},
        /* the month in the address */
        {ENGLISH "<link rel=canonical href='https://pier.example/2021/march/ferry'>" HEAD
                 "<p class=date>04/03/2021</p>" TEXT,
         "2021-03-04"},
        /* a date of another story that can be read in one way only */
        {ENGLISH HEAD "<p class=date>04/03/2021</p>" TEXT
                      "<div class=related><span class=date>25/02/2021</span></div>",
         "2021-03-04"},
        {ENGLISH HEAD "<p class=date>04.03.2021</p>" TEXT
                      "<div class=related><span class=date>02.25.2021</span></div>",
         "2021-04-03"},
        /* the country of the site */
        {ENGLISH "<link rel=canonical href='https://pier.co.uk/ferry'>" HEAD
                 "<p class=date>04/03/2021</p>" TEXT,
         "2021-03-04"},
        {ENGLISH "<link rel=canonical href='https://pier.io/ferry'>" HEAD "<p class=date>04/03/2021</p>" TEXT,
         "2021-04-03"},
        {"<html lang=en-US>" TITLE "<link rel=canonical href='https://pier.co.uk/ferry'>" HEAD
         "<p class=date>04/03/2021</p>" TEXT,
         "2021-04-03"},
        {"<html lang=de>" TITLE HEAD "<p class=date>04.03.2021</p>" TEXT
         "<div class=related><span class=date>02.25.2021</span></div>",
         "2021-03-04"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_labels(void **state)
{
    static const row rows[] = {
        {TITLE HEAD "<p>Registered: January 9, 2010</p><p>March 4, 2021</p>" TEXT, "2021-03-04"},
        {TITLE HEAD "<p>Available until April 9, 2021</p><p>March 4, 2021</p>" TEXT, "2021-03-04"},
        {TITLE HEAD "<p class=date>May 30, 2022</p>" TEXT
                    "<p>This story was originally published on March 4, 2021 and has been revised.</p>",
         "2021-03-04"},
        /* a label inside a time element says which date a reader means */
        {TITLE HEAD "<time datetime=2021-07-03T10:18:46Z>Published March 4, 2021</time>" TEXT, "2021-03-04"},
        /* at the foot, where no class helps: not the last change while there is another */
        {TITLE HEAD TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
             TEXT TEXT "<footer>Last modified: 9 March 2021<br>Online since: 4 March 2021</footer>",
         "2021-03-04"},
        /* a label in a sentence is of the date that follows at once */
        {TITLE HEAD "<p>The yard published its report on spare parts for old ferries on January 9, 2020.</p>"
                    "<p>March 4, 2021</p>" TEXT,
         "2021-03-04"},
        {TITLE HEAD TEXT
         "<p class=postmeta>This entry was posted on Thursday, March 4th, 2021 at 10:15 am and is "
         "filed under Islands, Ferries, Harbour. You can leave a response, or trackback from your "
         "own site.</p>",
         "2021-03-04T10:15"},
        {TITLE HEAD "<p class=date>March 4, 2021 <span class=date-bar>|</span> 5 min read</p>" TEXT,
         "2021-03-04"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_lines_further_down(void **state)
{
    static const row rows[] = {
        /* emphasized words of a paragraph are no line */
        {TITLE HEAD
         "<p>March 4, 2021</p><p>The ferry line was opened when the king came on <i>May 9, 1999, 2:19 pm</i> "
         "and has run ever since, but for two winters when the sound was frozen over.</p>" TEXT,
         "2021-03-04"},
        /* an address is coined before the story is out, but not for weeks */
        {TITLE META(
             "2021-06-17T18:28:00Z") "<link rel=canonical href='https://pier.example/2017/7/12/ferry'>" HEAD
             TEXT,
         "2017-07-12"},
        {TITLE META(
             "2021-06-17T18:28:00Z") "<link rel=canonical href='https://pier.example/2021/6/15/ferry'>" HEAD
             TEXT,
         "2021-06-17T18:28:00Z"},
        {TITLE "<link rel=canonical href='https://pier.example/cnt/dmf20210304_96887132'>" HEAD TEXT,
         "2021-03-04"},
        {TITLE "<link rel=canonical href='https://pier.example/a/2021030414320005196'>" HEAD TEXT,
         "2021-03-04"},
        {TITLE "<link rel=canonical href='https://pier.example/a/202103041'>" HEAD TEXT, NULL},
        {TITLE "<link rel=canonical href='https://pier.example/a/20211304'>" HEAD TEXT, NULL},
    };
    (void)state;
    CHECK(rows);
}

static void
test_weak_witnesses(void **state)
{
    static const row rows[] = {
        /* a day of its own in the title, and the folder of the picture: where nothing else tells */
        {"<title>Ferry stops for a week - 04.03.2021 - The Pier</title>" HEAD TEXT, "2021-03-04"},
        {"<title>Concert on 04.03.2021 - The Pier</title>" HEAD TEXT, NULL},
        {TITLE "<meta property=og:image content='https://pier.example/img/2021/03/04/ferry.jpg'>" HEAD TEXT,
         "2021-03-04"},
        {TITLE "<meta property=og:image content='https://pier.example/img/2021/03/ferry.jpg'>" HEAD TEXT, NULL},
        {TITLE "<meta property=og:image content='https://pier.example/img/2021/13/04/ferry.jpg'>" HEAD TEXT, NULL},
        {TITLE "<meta property=og:image content='https://pier.example/img/2021/03/04/ferry.jpg'>" HEAD
               "<p class=date>March 6, 2021</p>" TEXT,
         "2021-03-06"},
        /* the year of a version, and history */
        {TITLE HEAD TEXT "<p>Player 3.4.40</p>", NULL},
        {TITLE HEAD TEXT "<ul><li>The Ferry Act was signed into law on August 14, 1935</ul>", NULL},
        {TITLE HEAD TEXT "<p>Published: May 26, 1977</p>", "1977-05-26"},
    };
    (void)state;
    CHECK(rows);
}

static void
test_parts_of_a_date(void **state)
{
    static const row rows[] = {
        /* a clock in an element of its own */
        {TITLE HEAD "<p><span class=date>4 March 2021</span> <span class=time>10:03 AM</span></p>" TEXT,
         "2021-03-04T10:03"},
        {TITLE HEAD "<p><span class=date>4 March 2021</span> <span class=duration>3:44</span></p>" TEXT, "2021-03-04"},
        /* a word of Chinese that is no label there */
        {"<title>渡轮停航一周</title><h1>渡轮停航一周</h1><p class=time>2021-03-04 19:32</p>" TEXT TEXT
         "<p>船厂发布业界首款新型渡轮发动机 2021-02-06</p>",
         "2021-03-04T19:32"},
        /* a clock that says UTC, and the same moment in UTC */
        {TITLE META("2021-03-04T10:01:27Z") "<meta name=parsely-pub-date content='2021-03-04T01:01:27Z'>" HEAD
             "<p class=date>4 March 2021 10:01</p>" TEXT,
         "2021-03-04T10:01:27+09:00"},
        /* a time element behind a short text is of a card */
        {TITLE HEAD "<p>4 March 2021 11:10</p>" TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
                    "<div><a href=/a>Other</a><time>2021-03-06</time></div>"
                    "<div><a href=/b>More</a><time>2021-03-06</time></div>",
         "2021-03-04T11:10"},
    };
    (void)state;
    CHECK(rows);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_below_the_headline),
        cmocka_unit_test(test_weak_witnesses),
        cmocka_unit_test(test_parts_of_a_date),
        cmocka_unit_test(test_line_above_the_headline),
        cmocka_unit_test(test_headline_that_is_not_the_first_heading),
        cmocka_unit_test(test_shown_before_the_record),
        cmocka_unit_test(test_cards_inside_the_text),
        cmocka_unit_test(test_offset_of_the_place),
        cmocka_unit_test(test_offset_of_a_shown_day),
        cmocka_unit_test(test_weak_record),
        cmocka_unit_test(test_day_or_month_first),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_lines_further_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
