/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What is no argument is refused, by a status and a sentence that names it. From outside, as test_contract.c. */
#include "ferry.h"
#include "outside.h"

static void
test_parse_arguments(void **state)
{
    (void)state;
    byline_article *article = UNTOUCHED;
    byline_parser *parser = UNTOUCHED;
    assert_refused(byline_parse(NULL, 5, NULL, &article, to), "bytes");
    assert_fails(byline_parse(NULL, 0, NULL, &article, to), BYLINE_E_EMPTY);
    assert_fails(byline_parse(PAGE, 0, NULL, &article, to), BYLINE_E_EMPTY);
    assert_refused(byline_parse(PAGE, sizeof PAGE - 1, NULL, NULL, to), "article");
    byline_options options = {.url = "ftp://shore.example/"};
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_URL);
    options.url = "https://shore.example/\xff";
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_URL);
    options.url = "https://shore.example/\x1b[31m";
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_URL);
    options = (byline_options){.url = "ferry.html"};
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_URL);
    options = (byline_options){.charset = "no-such-charset"};
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_CHARSET);
    options = (byline_options){.reserved = {NULL, PAGE}};
    assert_refused(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), "reserved");
    options = (byline_options){.limits.reserved = {0, 0, 0, 1}};
    assert_refused(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), "reserved");
    assert_refused(byline_parser_new(&options, &parser, to), "reserved");
    assert_ptr_equal(parser, UNTOUCHED);
    assert_fails(byline_parse("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20, NULL, &article, to), BYLINE_E_BINARY);
    assert_fails(byline_parse(" \r\n\t ", 5, NULL, &article, to), BYLINE_E_EMPTY);
    assert_ptr_equal(article, UNTOUCHED);
}

static void
test_parser_arguments(void **state)
{
    (void)state;
    byline_article *article = UNTOUCHED;
    assert_refused(byline_parser_new(NULL, NULL, to), "parser");
    assert_refused(byline_parser_parse(NULL, PAGE, sizeof PAGE - 1, NULL, &article, to), "parser");
    assert_ptr_equal(article, UNTOUCHED);
    byline_parser_free(NULL);
    byline_article_free(NULL);
    byline_people_free(NULL);
    byline_credit_free(NULL);
    byline_dateline_free(NULL);
}

static void
test_write_arguments(void **state)
{
    (void)state;
    static output o;
    o = (output){.most = sizeof o.text};
    byline_article *article = parse(PAGE, NULL);
    assert_refused(byline_write(NULL, BYLINE_FORMAT_JSON, NULL, keep, &o, to), "article");
    assert_refused(byline_write(article, BYLINE_FORMAT_JSON, NULL, NULL, &o, to), "sink");
    assert_refused(byline_write(article, (byline_format)0, NULL, keep, &o, to), "format");
    byline_write_options later = {.reserved = {PAGE}};
    assert_refused(byline_write(article, BYLINE_FORMAT_JSON, &later, keep, &o, to), "reserved");
    assert_refused(byline_write(article, (byline_format)99, NULL, keep, &o, to), "format");
    byline_write_options options = {.field = "no_such_field"};
    assert_refused(byline_write(article, BYLINE_FORMAT_JSON, &options, keep, &o, to), "field");
    options = (byline_write_options){.field = "headline"};
    assert_refused(byline_write(article, BYLINE_FORMAT_NITF, &options, keep, &o, to), "field");
    assert_refused(byline_write(article, BYLINE_FORMAT_NINJS, &options, keep, &o, to), "field");
    assert_refused(byline_write_credit(NULL, NULL, NULL, NULL, to), "sink");
    assert_int_equal(o.size, 0);
    o.most = 10;
    assert_fails(byline_write(article, BYLINE_FORMAT_JSON, NULL, keep, &o, to), BYLINE_E_WRITE);
    options = (byline_write_options){.output_bytes = 20};
    assert_fails(byline_write(article, BYLINE_FORMAT_TEXT, &options, keep, &o, to), BYLINE_E_LIMIT_OUTPUT);
    byline_article_free(article);
}

static void
test_grammar_arguments(void **state)
{
    (void)state;
    byline_people *people = UNTOUCHED;
    byline_credit *credit = UNTOUCHED;
    byline_dateline *dateline = UNTOUCHED;
    byline_date date = {.seconds = 7};
    assert_refused(byline_people_parse(NULL, 3, NULL, &people, to), "text");
    assert_fails(byline_people_parse("By", 0, NULL, &people, to), BYLINE_E_EMPTY);
    assert_refused(byline_credit_parse(NULL, 3, BYLINE_LINE_CAPTION, NULL, &credit, to), "text");
    assert_fails(byline_credit_parse("AP", 0, BYLINE_LINE_CAPTION, NULL, &credit, to), BYLINE_E_EMPTY);
    assert_refused(byline_dateline_parse(NULL, 3, NULL, 0, &dateline, to), "text");
    assert_fails(byline_dateline_parse("ROME", 0, NULL, 0, &dateline, to), BYLINE_E_EMPTY);
    assert_refused(byline_date_parse(NULL, 3, NULL, &date, to), "text");
    assert_fails(byline_date_parse("2024", 0, NULL, &date, to), BYLINE_E_EMPTY);
    assert_refused(byline_people_parse("By", 2, NULL, NULL, to), "people");
    assert_refused(byline_credit_parse("AP", 2, BYLINE_LINE_CAPTION, NULL, NULL, to), "credit");
    assert_refused(byline_credit_parse("AP", 2, (byline_line)4, NULL, &credit, to), "byline_line");
    assert_refused(byline_credit_parse("AP", 2, (byline_line)-1, NULL, &credit, to), "byline_line");
    assert_refused(byline_dateline_parse("ROME", 4, NULL, 0, NULL, to), "dateline");
    assert_refused(byline_date_parse("2024", 4, NULL, NULL, to), "date");
    assert_ptr_equal(people, UNTOUCHED);
    assert_ptr_equal(credit, UNTOUCHED);
    assert_ptr_equal(dateline, UNTOUCHED);
    assert_int_equal(date.seconds, 7);
    assert_null(byline_agency_find(NULL, 3));
    assert_null(byline_agency_find("AFP", 0));
    assert_null(byline_agency_at(byline_agency_count()));
    assert_non_null(byline_agency_at(0));
}

static void
test_error_is_written_on_failure_only(void **state)
{
    (void)state;
    byline_error error = {BYLINE_E_WRITE, "as it was", 77};
    byline_article *article;
    assert_int_equal(byline_parse(PAGE, sizeof PAGE - 1, NULL, &article, &error), BYLINE_OK);
    assert_int_equal(error.status, BYLINE_E_WRITE);
    assert_string_equal(error.text, "as it was");
    assert_int_equal(error.offset, 77);
    byline_article_free(article);
}

static void
test_names(void **state)
{
    (void)state;
    assert_string_equal(byline_version(), BYLINE_VERSION);
    assert_int_equal(byline_version_number(), BYLINE_VERSION_NUMBER);
    assert_string_equal(byline_status_name(BYLINE_E_MEMORY), "BYLINE_E_MEMORY");
    assert_string_equal(byline_status_name((byline_status)999), "BYLINE_E_UNKNOWN");
    assert_string_equal(byline_kind_name(BYLINE_KIND_LIVE_BLOG), "live_blog");
    assert_string_equal(byline_kind_name((byline_kind)99), "other");
    assert_string_equal(byline_block_type_name((byline_block_type)99), "paragraph");
    assert_string_equal(byline_source_name(BYLINE_SOURCE_JSON_LD), "json_ld");
    assert_string_equal(byline_role_name(BYLINE_ROLE_PHOTOGRAPHER), "photographer");
    assert_string_equal(byline_precision_name(BYLINE_PRECISION_MINUTE), "minute");
    assert_string_equal(byline_limit_name(BYLINE_LIMIT_DEPTH), "depth");
    assert_string_equal(byline_credit_kind_name(BYLINE_CREDIT_SIGNOFF), "signoff");
    assert_string_equal(byline_credit_kind_name((byline_credit_kind)99), "none");
    assert_string_equal(byline_relation_name(BYLINE_RELATION_DISTRIBUTOR), "distributor");
    assert_string_equal(byline_agency_kind_name(BYLINE_AGENCY_STOCK), "stock");
    assert_string_equal(byline_agency_kind_name((byline_agency_kind)99), "other");
    assert_string_equal(byline_mark_name(BYLINE_MARK_AI), "ai");
    assert_string_equal(byline_mark_name((byline_mark)(BYLINE_MARK_AI | BYLINE_MARK_POOL)), "none");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse_arguments),
        cmocka_unit_test(test_parser_arguments),
        cmocka_unit_test(test_write_arguments),
        cmocka_unit_test(test_grammar_arguments),
        cmocka_unit_test(test_error_is_written_on_failure_only),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests_name("arguments", tests, NULL, NULL);
}
