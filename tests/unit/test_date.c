/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <stdlib.h>
#include <time.h>

#include "grammar/date.h"

/* 2024-05-15T12:00:00Z */
#define NOW INT64_C(1715774400)

typedef struct row {
    const char *text;
    const char *language;
    const char *iso; /* NULL: none */
} row;

static const row machine_rows[] = {
    {"2023-06-13", NULL, "2023-06-13"},
    {"2023-06", NULL, "2023-06"},
    {"2023", NULL, "2023"},
    {"2023-06-13T12:15:32Z", NULL, "2023-06-13T12:15:32Z"},
    {"2023-06-13T12:15:32.123Z", NULL, "2023-06-13T12:15:32Z"},
    {"2023-06-13T12:15:32,123456789+02:00", NULL, "2023-06-13T12:15:32+02:00"},
    {"2023-06-13T12:15:32+0200", NULL, "2023-06-13T12:15:32+02:00"},
    {"2023-06-13T12:15:32+02", NULL, "2023-06-13T12:15:32+02:00"},
    {"2023-06-13T12:15:32-03:30", NULL, "2023-06-13T12:15:32-03:30"},
    {"2023-06-13T12:15", NULL, "2023-06-13T12:15"},
    {"2023-06-13T12:15Z", NULL, "2023-06-13T12:15Z"},
    {"2023-06-13 12:15:32", NULL, "2023-06-13T12:15:32"},
    {"2023-06-13 12:15:32 UTC", NULL, "2023-06-13T12:15:32Z"},
    {"2023-06-13 12:15:32 +0200", NULL, "2023-06-13T12:15:32+02:00"},
    {"2023-06-13T12:15:32 +02:00", NULL, "2023-06-13T12:15:32+02:00"},
    {"2023-06-13T12:15:32.000+02:00[Europe/Paris]", NULL, "2023-06-13T12:15:32+02:00"},
    {"20230613T121532Z", NULL, "2023-06-13T12:15:32Z"},
    {"20230613T1215+0200", NULL, "2023-06-13T12:15+02:00"},
    {"20230613", NULL, "2023-06-13"},
    {"20230613121532", NULL, "2023-06-13T12:15:32"},
    {"2023/06/13", NULL, "2023-06-13"},
    {"2023/6/3 4:05", NULL, "2023-06-03T04:05"},
    {"2023-06-13T24:00:00Z", NULL, "2023-06-14T00:00:00Z"},
    {"1371110400", NULL, "2013-06-13T08:00:00Z"},
    {"1371110400000", NULL, "2013-06-13T08:00:00Z"},
    {"/Date(1371110400000)/", NULL, "2013-06-13T08:00:00Z"},
    {"2023-02-30", NULL, NULL},
    {"2023-13-01", NULL, NULL},
    {"2023-06-13T25:00:00", NULL, NULL},
    {"2023-06-13T12:60:00", NULL, NULL},
    {"2024-05-17", NULL, NULL},
    {"2024-05-16", NULL, "2024-05-16"},
    {"0000-00-00", NULL, NULL},
    {"9999999999", NULL, NULL},
    {"12345", NULL, NULL},
    {"", NULL, NULL},
    {"x", NULL, NULL},
};

static const row text_rows[] = {
#include "date_rows.def"
};

typedef bool (*date_reader)(bl_span, const bl_line_context *, byline_date *);

static void
check_rows(const row *rows, size_t count, date_reader read)
{
    size_t bad = 0;
    for (size_t i = 0; i < count; i++) {
        bl_line_context context = {.language = rows[i].language, .now = NOW};
        byline_date date = {0};
        bool found = read(bl_span_of(rows[i].text), &context, &date);
        const char *got = found ? date.iso : "none", *want = rows[i].iso ? rows[i].iso : "none";
        if (strcmp(got, want) != 0) {
            print_error("\"%s\" (%s): %s, not %s\n", rows[i].text, rows[i].language ? rows[i].language : "-",
                        got, want);
            bad++;
        }
    }
    assert_int_equal(bad, 0);
}

#define CHECK_ROWS(rows, read) check_rows((rows), sizeof(rows) / sizeof(rows)[0], (read))

static void
test_machine(void **state)
{
    (void)state;
    CHECK_ROWS(machine_rows, bl_read_machine_date);
}

static void
test_text(void **state)
{
    (void)state;
    CHECK_ROWS(text_rows, bl_read_date);
}

static void
test_public(void **state)
{
    (void)state;
    byline_date date;
    byline_date_context context = {.language = "de", .now = NOW};
    assert_int_equal(byline_date_parse("3. Mai 2023, 9 Uhr", 18, &context, &date, NULL), BYLINE_OK);
    assert_string_equal(date.iso, "2023-05-03T09:00");
    assert_int_equal(date.precision, BYLINE_PRECISION_HOUR);
    assert_false(date.has_offset);
    assert_int_equal(date.seconds, 1683104400);
    assert_int_equal(byline_date_parse("2023-05-03T09:00:10+02:00", 25, NULL, &date, NULL), BYLINE_OK);
    assert_int_equal(date.seconds, 1683097210);
    assert_int_equal(date.offset_minutes, 120);
    assert_true(date.has_offset);
    assert_int_equal(byline_date_parse("nothing", 7, NULL, &date, NULL), BYLINE_OK);
    assert_int_equal(date.precision, 0);
    assert_int_equal(byline_date_parse("3 hours ago", 11, NULL, &date, NULL), BYLINE_OK);
    assert_int_equal(date.precision, 0);
    assert_int_equal(byline_date_parse(NULL, 0, NULL, &date, NULL), BYLINE_E_ARGUMENT);
    assert_int_equal(byline_date_parse("", 0, NULL, &date, NULL), BYLINE_E_EMPTY);
}

static void
test_calendar(void **state)
{
    (void)state;
    for (int64_t days = -300000; days < 1000000; days += 37) {
        int year, month, day;
        bl_days_split(days, &year, &month, &day);
        assert_true(month >= 1 && month <= 12 && day >= 1 && day <= bl_month_length(year, month));
        assert_int_equal(bl_days_of(year, month, day), days);
    }
    bl_civil spring = {2024, 3, 10, 1, 59}, summer = {2024, 3, 10, 2, 0}, autumn = {2024, 11, 3, 2, 0};
    assert_false(bl_is_us_summer(&spring));
    assert_true(bl_is_us_summer(&summer));
    assert_false(bl_is_us_summer(&autumn));
}

/* Every word of the tables is found as the table's maker folded it. */
static void
test_words(void **state)
{
    (void)state;
    assert_null(bl_date_lookup("", 0));
    assert_null(bl_date_lookup("zzzz", 4));
    assert_non_null(bl_date_lookup("juin", 4));
    assert_int_equal(bl_date_fold(0x0130), 'i');
    assert_int_equal(bl_date_fold('.'), 0);
    assert_int_equal(bl_date_language("nn-NO"), bl_date_language("no"));
    assert_int_equal(bl_date_language("zz"), -1);
}

/* Bytes cut, changed and doubled at random: nothing but a verdict may come of it. */
static void
test_any_bytes(void **state)
{
    (void)state;
    static const char *const languages[] = {NULL, "en", "th", "fa", "zh-TW", "", "x", "de-"};
    uint32_t seed = 1;
    for (size_t i = 0; i < 60000; i++) {
        const char *from = text_rows[i % (sizeof text_rows / sizeof text_rows[0])].text;
        size_t n = strlen(from);
        char *copy =
            malloc(n + 1); /* exactly as long as the text, so that a sanitizer sees one byte too far */
        assert_non_null(copy);
        memcpy(copy, from, n);
        for (int changes = 0; changes < 3 && n; changes++) {
            seed = seed * 1664525 + 1013904223;
            copy[(seed >> 8) % n] = (char)(seed >> 24);
        }
        size_t cut = n ? (seed >> 4) % (n + 1) : 0;
        memmove(copy, copy + (n - cut), cut);
        char *exact = malloc(cut ? cut : 1);
        assert_non_null(exact);
        memcpy(exact, copy, cut);
        bl_line_context context = {.language = languages[i % 8], .now = i % 3 ? NOW : 0};
        byline_date date;
        if (bl_read_date(bl_span_from(exact, cut), &context, &date))
            assert_true(strlen(date.iso) >= 4 && date.precision >= BYLINE_PRECISION_YEAR);
        bl_read_machine_date(bl_span_from(exact, cut), &context, &date);
        free(exact);
        free(copy);
    }
}

/* Long texts of what keeps the reader hoping: ten times the text may not take a hundred times as long. */
static void
test_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {"13 ",   "June ",       "2023-", "1:",     "vor ",    "3 hours ",
                                         "il y ", "ม.",          "月",    "13.06.", "a.m.",    "(",
                                         "(a ",   "tháng mười ", "十",    "eÌ",  "âs", "Jun/"};
    for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
        double seconds[2];
        for (int round = 0; round < 2; round++) {
            size_t size = round ? 300000 : 30000, n = strlen(pieces[p]);
            char *text = malloc(size);
            assert_non_null(text);
            for (size_t i = 0; i < size; i++)
                text[i] = pieces[p][i % n];
            bl_line_context context = {.now = NOW};
            byline_date date;
            clock_t start = clock();
            bl_read_date(bl_span_from(text, size), &context, &date);
            seconds[round] = (double)(clock() - start) / CLOCKS_PER_SEC;
            free(text);
        }
        if (seconds[1] > 30 * seconds[0] + 0.2)
            fail_msg("\"%s\" again and again: %g s, then %g s", pieces[p], seconds[0], seconds[1]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_machine),  cmocka_unit_test(test_text),  cmocka_unit_test(test_public),
        cmocka_unit_test(test_calendar), cmocka_unit_test(test_words), cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
