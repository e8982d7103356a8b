/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include "grammar/grammar.h"

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
            print_error("\"%s\" (%s): %s, not %s\n", rows[i].text, rows[i].language ? rows[i].language : "-", got, want);
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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_machine),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
