/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Whom the readers of credits find in lines of many forms and languages. */
#include <stdio.h>

#include "check.h"
#include "grammar/grammar.h"

typedef struct row {
    const char *text, *want;
} row;

static const row captions[] = {
#include "credit_rows.def"
#include "credit_rows_world.def"
};

static const row paragraphs[] = {
#include "line_rows.def"
#include "line_rows_world.def"
};

static size_t
add(char *out, size_t n, size_t size, const char *between, const char *text)
{
    return n + (size_t)snprintf(out + n, size - n, "%s%s%s", n && between[0] != ',' ? " " : "", between, text);
}

/* "E=ab,cd P=Jane Roe A=ap,getty L=Rome" */
static void
tell(const byline_credit *credit, const byline_dateline *dateline, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < credit->editor_count; i++)
        n = add(out, n, size, i ? "," : "E=", credit->editors[i]);
    for (size_t i = 0; i < credit->people_count; i++)
        n = add(out, n, size, i ? "," : "P=", credit->people[i]->name);
    byline_agency_mention *const *agencies = credit->agencies;
    size_t count = credit->agency_count;
    if (!count && dateline) {
        agencies = dateline->agencies;
        count = dateline->agency_count;
    }
    for (size_t i = 0; i < count; i++)
        n = add(out, n, size, i ? "," : "A=", agencies[i]->id);
    if (dateline && dateline->place)
        add(out, n, size, "L=", dateline->place);
}

static void
read_row(const char *text, byline_line line, char *have, size_t size)
{
    WITH_ARENA(a)
    {
        bl_line_context context = {0};
        const byline_credit *credit = bl_read_credit(bl_span_of(text), line, &context, &a);
        bool paragraph = line == BYLINE_LINE_PARAGRAPH;
        tell(credit, paragraph ? bl_read_dateline(bl_span_of(text), &context, &a) : NULL, have, size);
    }
}

static void
check_rows(const row *rows, size_t count, byline_line line)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        char have[1024];
        read_row(rows[i].text, line, have, sizeof have);
        if (strcmp(have, rows[i].want) != 0) {
            printf("%s\n    want %s\n    have %s\n", rows[i].text, rows[i].want, have);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void
test_captions(void **state)
{
    (void)state;
    check_rows(captions, sizeof captions / sizeof captions[0], BYLINE_LINE_CAPTION);
}

static void
test_paragraphs(void **state)
{
    (void)state;
    check_rows(paragraphs, sizeof paragraphs / sizeof paragraphs[0], BYLINE_LINE_PARAGRAPH);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_paragraphs),
    };
    return cmocka_run_group_tests_name("credit_rows", tests, NULL, NULL);
}
