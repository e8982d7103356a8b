/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Sign-offs leave the body, datelines stay in it. */
#include "check.h"

#include <stdio.h>

#include <byline/byline.h>

#define TEXT                                                                                              \
    "<p>The ferry between the two islands will not run next week, the harbour master said on Monday, as " \
    "its engine has to be taken out and repaired in the yard.</p><p>Passengers can take the bus to the "  \
    "northern bridge instead, which leaves every hour from the town hall and takes about forty minutes.</p>"

static byline_article *
parse(const char *head, const char *tail)
{
    char html[4000];
    byline_article *article = NULL;
    int n = snprintf(html, sizeof html,
                     "<html lang='en'><body><article><h1>Ferry stops for a week</h1>%s" TEXT "%s"
                     "</article></body></html>",
                     head, tail);
    assert_true(n > 0 && (size_t)n < sizeof html);
    assert_int_equal(byline_parse(html, (size_t)n, NULL, &article, NULL), BYLINE_OK);
    return article;
}

static bool
body_has(const byline_article *a, const char *text)
{
    for (size_t i = 0; i < a->body_count; i++)
        if (a->body[i]->text && strstr(a->body[i]->text, text))
            return true;
    return false;
}

static const byline_origin *
origin_of(const byline_article *a, const char *field)
{
    for (size_t i = 0; i < a->origin_count; i++)
        if (strcmp(a->origins[i]->field, field) == 0)
            return a->origins[i];
    return NULL;
}

static void
test_last_block_is_a_sign_off(void **state)
{
    (void)state;
    byline_article *a = parse("", "<p>kl/mb (AFP, dpa)</p>");
    assert_non_null(a->credit_line);
    assert_string_equal(a->credit_line->text, "kl/mb (AFP, dpa)");
    assert_int_equal(a->credit_line->editor_count, 2);
    assert_int_equal(a->credit_line->agency_count, 2);
    assert_false(body_has(a, "kl/mb"));
    assert_non_null(origin_of(a, "credit_line"));
    byline_article_free(a);
}

static void
test_end_of_the_last_paragraph(void **state)
{
    (void)state;
    byline_article *a =
        parse("", "<p>The yard expects to need five working days for the engine, a spokesman told the "
                  "council of the northern island. (dpa)</p>");
    assert_non_null(a->credit_line);
    assert_int_equal(a->credit_line->agency_count, 1);
    assert_string_equal(a->credit_line->agencies[0]->id, "dpa");
    assert_true(body_has(a, "northern island."));
    assert_false(body_has(a, "(dpa)"));
    byline_article_free(a);
}

static void
test_contribution_keeps_its_roles(void **state)
{
    (void)state;
    byline_article *a = parse("", "<p>Reporting by Ina Muster; Editing by Tom Beispiel</p>");
    assert_non_null(a->credit_line);
    assert_int_equal(a->credit_line->people_count, 2);
    assert_int_equal(a->credit_line->people[1]->role, BYLINE_ROLE_EDITOR);
    assert_false(body_has(a, "Editing by"));
    byline_article_free(a);
}

static void
test_dateline_stays_in_the_body(void **state)
{
    (void)state;
    byline_article *a =
        parse("<p>MOSCOW, May 7 (Reuters) - The engine of the ferry was built here, in a yard that closed "
              "twenty years ago, and no spare parts are to be had for it.</p>",
              "");
    assert_non_null(a->dateline);
    assert_true(a->dateline->agency_count == 1);
    assert_true(strncmp(a->body[0]->text, "MOSCOW", 6) == 0);
    assert_true(strncmp(a->dateline->rest, "The engine", 10) == 0);
    assert_non_null(origin_of(a, "dateline"));
    byline_article_free(a);
}

static void
test_ordinary_ends_stay(void **state)
{
    (void)state;
    byline_article *a = parse("", "<p>That was announced by the chair of the council, Eva Probe (CDU)</p>");
    assert_null(a->credit_line);
    assert_null(a->dateline);
    assert_true(body_has(a, "(CDU)"));
    byline_article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_last_block_is_a_sign_off),
        cmocka_unit_test(test_end_of_the_last_paragraph),
        cmocka_unit_test(test_contribution_keeps_its_roles),
        cmocka_unit_test(test_dateline_stays_in_the_body),
        cmocka_unit_test(test_ordinary_ends_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
