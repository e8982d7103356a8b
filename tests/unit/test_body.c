/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <stdlib.h>

#include <byline/byline.h>

#include "fields/body_phrases.h"
#include "fields/body_shingles.h"

#define P1                                                                                         \
    "<p>The council of Sandvik voted on Tuesday to keep the winter ferry running for two more years, although "      \
    "fewer people use it than before.</p>"
#define P2                                                                                         \
    "<p>Each crossing costs the town about four hundred crowns, the treasurer told the meeting, and only a third "   \
    "of that comes back through tickets.</p>"
#define P3                                                                                         \
    "<p>A decision on the summer timetable is expected in April, after the harbour office has counted the "          \
    "passengers of the spring weeks.</p>"
#define PAGE(body) "<!DOCTYPE html><html lang=en><head><title>Ferry stays</title></head><body>" body "</body></html>"
#define STORY(inside) PAGE("<article><h1>Ferry stays another two years</h1>" inside "</article>")

static byline_article *
parse(const char *html)
{
    byline_article *article = NULL;
    byline_error error;
    assert_int_equal(byline_parse(html, strlen(html), NULL, &article, &error), BYLINE_OK);
    return article;
}

static const byline_block *
block_with(const byline_article *article, const char *text)
{
    for (size_t i = 0; i < article->body_count; i++)
        if (article->body[i]->text && strstr(article->body[i]->text, text))
            return article->body[i];
    return NULL;
}

static size_t
count_with(const byline_article *article, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < article->body_count; i++)
        count += article->body[i]->text && strstr(article->body[i]->text, text);
    return count;
}

static void
test_leaves_furniture_out(void **state)
{
    (void)state;
    byline_article *a = parse(PAGE(
        "<nav><ul><li><a href=/>Front page</a></li><li><a href=/w>Weather over the islands</a></li></ul></nav>"
        "<article><h1>Ferry stays another two years</h1>" P1 P2
        "<figure><img src=f.jpg><figcaption>The ferry at the old pier in March, before the paint.</figcaption></figure>" P3
        "</article><section class=comments><h2>Comments</h2><div class=comment><p>I have taken this ferry for "
        "thirty years and never once was it on time, not even in summer.</p></div></section>"
        "<footer><p>All rights reserved. Sandvik Courier, Pier Street 4.</p></footer>"));
    assert_int_equal(a->body_count, 3);
    assert_non_null(block_with(a, "voted on Tuesday"));
    assert_non_null(block_with(a, "summer timetable"));
    assert_null(block_with(a, "old pier"));
    assert_null(block_with(a, "thirty years"));
    byline_article_free(a);
}

static void
test_splits_at_double_breaks(void **state)
{
    (void)state;
    byline_article *a = parse(STORY(
        "<div>The council of Sandvik voted on Tuesday to keep the winter ferry running for two more years.<br><br>"
        "Each crossing costs the town about four hundred crowns, the treasurer told the meeting.<br> <br/>"
        "A decision on the summer timetable is expected<br>in April, after the passengers were counted.</div>"));
    assert_int_equal(a->body_count, 3);
    assert_string_equal(a->body[2]->text, "A decision on the summer timetable is expected\n"
                                          "in April, after the passengers were counted.");
    byline_article_free(a);
}

static void
test_takes_copies_once(void **state)
{
    (void)state;
    byline_article *a = parse(STORY("<div class=desktop>" P1 P2 P3 "</div><div class=mobile>" P1 P2 P3 "</div>"));
    assert_int_equal(count_with(a, "voted on Tuesday"), 1);
    assert_int_equal(count_with(a, "treasurer"), 1);
    byline_article_free(a);
}

static void
test_drops_pull_quotes(void **state)
{
    (void)state;
    byline_article *a = parse(STORY(P1 "<blockquote class=pullquote><p>Each crossing costs the town about four "
                                       "hundred crowns</p></blockquote>" P2 P3));
    assert_int_equal(count_with(a, "Each crossing costs"), 1);
    byline_article_free(a);
}

static void
test_keeps_quotes_of_others(void **state)
{
    (void)state;
    byline_article *a = parse(STORY(P1 "<blockquote><p>We would be cut off for five months of every year.</p>"
                                       "</blockquote>" P2 P3));
    const byline_block *quote = block_with(a, "cut off");
    assert_non_null(quote);
    assert_int_equal(quote->type, BYLINE_BLOCK_QUOTE);
    byline_article_free(a);
}

static void
test_raises_bold_lines(void **state)
{
    (void)state;
    byline_article *a = parse(STORY(P1 "<p><strong>What it costs</strong></p>" P2 P3));
    const byline_block *heading = block_with(a, "What it costs");
    assert_non_null(heading);
    assert_int_equal(heading->type, BYLINE_BLOCK_HEADING);
    assert_in_range(heading->level, 1, 6);
    byline_article_free(a);
}

static void
test_reads_tables(void **state)
{
    (void)state;
    byline_article *a = parse(STORY(P1 "<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2022</td>"
                                       "<td>4,100</td></tr><tr><td>2023</td><td>3,900</td></tr></table>" P2 P3));
    const byline_block *table = block_with(a, "4,100");
    assert_non_null(table);
    assert_int_equal(table->type, BYLINE_BLOCK_TABLE);
    assert_string_equal(table->text, "Year\tPassengers\n2022\t4,100\n2023\t3,900");
    byline_article_free(a);
}

static void
test_sees_through_layout_tables(void **state)
{
    (void)state;
    byline_article *a = parse(PAGE("<table><tr><td><a href=/>Front</a></td><td><h1>Ferry stays another two years</h1>" P1
                                   P2 P3 "</td></tr></table>"));
    assert_int_equal(count_with(a, "treasurer"), 1);
    assert_int_equal(block_with(a, "treasurer")->type, BYLINE_BLOCK_PARAGRAPH);
    byline_article_free(a);
}

static void
test_sets_the_lead_apart(void **state)
{
    (void)state;
    byline_article *a = parse(STORY("<p class=standfirst>The town pays for the empty seats, and the islanders are "
                                    "relieved.</p><div>" P1 P2 P3 "</div>"));
    assert_non_null(a->lead);
    assert_string_equal(a->lead, "The town pays for the empty seats, and the islanders are relieved.");
    assert_null(block_with(a, "islanders are relieved"));
    assert_int_equal(a->body_count, 3);
    byline_article_free(a);
}

static void
test_takes_declared_text(void **state)
{
    (void)state;
    byline_article *a = parse(
        "<html><head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry stays\","
        "\"articleBody\":\"The council of Sandvik voted on Tuesday to keep the winter ferry running for two more "
        "years, although fewer people use it than before.\\n\\nEach crossing costs the town about four hundred "
        "crowns, the treasurer told the meeting, and only a third of that comes back through tickets.\\nA decision on "
        "the summer timetable is expected in April.\"}</script></head><body><div id=root></div></body></html>");
    assert_int_equal(a->body_count, 3);
    assert_non_null(strstr(a->body[1]->text, "four hundred crowns, the treasurer"));
    byline_article_free(a);
}

static void
test_reads_cjk(void **state)
{
    (void)state;
    byline_article *a = parse(
        "<html lang=ja><body><nav><a href=/>トップ</a><a href=/a>天気</a></nav><article><h1>冬の連絡船、二年延長へ</h1>"
        "<p>砂浜町議会は火曜日、利用者が減っている冬の連絡船の運航を今後二年間続けることを決めた。</p>"
        "<p>一往復の費用は約四百クローネで、運賃で賄えるのはその三分の一にとどまると会計責任者は説明した。</p>"
        "<p>夏の時刻表は、春の乗客数を数えたうえで四月に決まる見通しだ。</p></article></body></html>");
    assert_int_equal(a->body_count, 3);
    byline_article_free(a);
}

static void
test_offsets_point_at_the_text(void **state)
{
    (void)state;
    const char *html = STORY(P1 P2 P3);
    byline_article *a = parse(html);
    const byline_block *block = block_with(a, "treasurer");
    assert_non_null(block);
    const char *at = strstr(html, "Each crossing");
    assert_true(html + block->offset <= at);
    assert_true(html + block->offset + block->length >= at + strlen("Each crossing"));
    byline_article_free(a);
}

/* Many small pieces and deep boxes take time in line with their size. */
static void
test_survives_masses(void **state)
{
    (void)state;
    size_t room = (size_t)1 << 21, n = 0;
    char *html = malloc(room);
    assert_non_null(html);
    while (n + 64 < room) {
        memcpy(html + n, n % 3 ? "<div><br>a" : "<ul><li><p>b", n % 3 ? 10 : 12);
        n += n % 3 ? 10 : 12;
    }
    byline_article *a = NULL;
    byline_error error;
    byline_status status = byline_parse(html, n, NULL, &a, &error);
    if (status == BYLINE_OK)
        byline_article_free(a);
    free(html);
}

static void
test_shingles(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_shingles set = bl_shingles_in(&a);
        bl_shingles_add(&set, BL_SPAN("The ferry stays another two years, says the council."));
        assert_true(bl_shingles_share(&set, BL_SPAN("the FERRY stays \xE2\x80\x94 another two")) > 0.99f);
        assert_true(bl_shingles_share(&set, BL_SPAN("two ferries leave the town")) < 0.01f);
        assert_true(bl_shingles_share(&set, BL_SPAN("")) < 0.01f);
        bl_shingles one = bl_shingles_in(&a);
        bl_shingles_add(&one, BL_SPAN("Ferry"));
        assert_true(bl_shingles_share(&one, BL_SPAN("ferry")) > 0.99f);
    }
}

static void
test_phrases(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        uint8_t says[BL_SAYS_COUNT];
        bl_phrases_of(&a, BL_SPAN("Read more: the ferry in numbers"), says);
        assert_int_equal(says[BL_SAYS_RELATED], 2);
        bl_phrases_of(&a, BL_SPAN("\xE9\x96\xA2\xE9\x80\xA3\xE8\xA8\x98\xE4\xBA\x8B"), says);
        assert_int_equal(says[BL_SAYS_RELATED], 3);
        bl_phrases_of(&a, BL_SPAN("Mark the mistake and press Ctrl+Enter"), says);
        assert_int_equal(says[BL_SAYS_SOCIAL], 1);
        bl_phrases_of(&a, BL_SPAN("Weiterf\xC3\xBChrende Links"), says);
        assert_int_equal(says[BL_SAYS_RELATED], 3);
        bl_phrases_of(&a, BL_SPAN("The adder is a snake"), says);
        assert_int_equal(says[BL_SAYS_AD], 0);
        bl_phrases_of(&a, BL_SPAN("Advertisement"), says);
        assert_int_equal(says[BL_SAYS_AD], 3);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leaves_furniture_out),
        cmocka_unit_test(test_splits_at_double_breaks),
        cmocka_unit_test(test_takes_copies_once),
        cmocka_unit_test(test_drops_pull_quotes),
        cmocka_unit_test(test_keeps_quotes_of_others),
        cmocka_unit_test(test_raises_bold_lines),
        cmocka_unit_test(test_reads_tables),
        cmocka_unit_test(test_sees_through_layout_tables),
        cmocka_unit_test(test_sets_the_lead_apart),
        cmocka_unit_test(test_takes_declared_text),
        cmocka_unit_test(test_reads_cjk),
        cmocka_unit_test(test_offsets_point_at_the_text),
        cmocka_unit_test(test_survives_masses),
        cmocka_unit_test(test_shingles),
        cmocka_unit_test(test_phrases),
    };
    return cmocka_run_group_tests_name("body", tests, NULL, NULL);
}
