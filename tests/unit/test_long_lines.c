/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Lines that nobody writes: a piece, over and over. The readers of single lines take no more than a little time. */
#include "check.h"

#include <byline/byline.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "common/sanitized.h"

enum { LINE = 256 << 10 };

/* A hundred is the worst of them; where time grows with the square, it is a minute. */
enum { MILLISECONDS = 2000 };

static const char *const PIECES[] = {
    "Jane Roe, ", "By ",      "a",     "(",      "(Jane Roe/AP) ", "AP/",     "|",      "Foto: ", "12.05.2024 ", "JaneRoe",
    "王小明、",   "記者",     "，",    "王＝",   "a.b.",           "'",       "a,",     "a;",     "Jane,Roe,",   "Jane/Roe/",
    "Jane(Roe)",  "Jane&Roe&", "a:b:", "a y ",   "Jane-",          "AP-",     "。",     ". ",     "Jr., ",       "and ",
    "reporting by ", "Roe in ", "@a ", "Jane Roe1, ", "Text Jane Roe Foto ", "dpa/ab ", "(and ", "-",  "\xC2\xA9", "http://a.b/ "};

/* All readers on one line; the time of each. */
static void
read_line(const char *line, size_t length, double spent[6])
{
    clock_t start = clock();
    byline_people *people = NULL;
    assert_int_equal(byline_people_parse(line, length, NULL, &people, NULL), BYLINE_OK);
    byline_people_free(people);
    spent[0] = (double)(clock() - start);
    for (int kind = BYLINE_LINE_PARAGRAPH; kind <= BYLINE_LINE_CREDIT; kind++) {
        byline_credit *credit = NULL;
        start = clock();
        assert_int_equal(byline_credit_parse(line, length, (byline_line)kind, NULL, &credit, NULL), BYLINE_OK);
        byline_credit_free(credit);
        spent[kind] = (double)(clock() - start);
    }
    byline_dateline *dateline = NULL;
    start = clock();
    assert_int_equal(byline_dateline_parse(line, length, NULL, 0, &dateline, NULL), BYLINE_OK);
    byline_dateline_free(dateline);
    spent[4] = (double)(clock() - start);
    byline_date date;
    start = clock();
    assert_int_equal(byline_date_parse(line, length, NULL, &date, NULL), BYLINE_OK);
    spent[5] = (double)(clock() - start);
}

static void
test_long_lines(void **state)
{
    (void)state;
    static const char *const readers[] = {"people", "paragraph", "caption", "credit", "dateline", "date"};
    static char line[LINE];
    int failures = 0;
    for (size_t i = 0; i < sizeof PIECES / sizeof PIECES[0]; i++) {
        size_t n = strlen(PIECES[i]), length = LINE / n * n;
        for (size_t at = 0; at < length; at += n)
            memcpy(line + at, PIECES[i], n);
        double spent[6];
        read_line(line, length, spent);
        for (size_t k = 0; k < 6; k++)
            if (is_timed() && spent[k] * 1000 / CLOCKS_PER_SEC > MILLISECONDS) {
                fprintf(stderr, "%s: %s took %.0f ms\n", PIECES[i], readers[k], spent[k] * 1000 / CLOCKS_PER_SEC);
                failures++;
            }
    }
    assert_int_equal(failures, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_long_lines)};
    return cmocka_run_group_tests_name("long_lines", tests, NULL, NULL);
}
