/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_summary.h - a credit in one line, for the tables of the tests. */
#ifndef BL_TESTS_CREDIT_SUMMARY_H
#define BL_TESTS_CREDIT_SUMMARY_H

#include <stdio.h>

#include "check.h"
#include "grammar/grammar.h"

/* "signoff E=ab,cd P=Jane Roe in Rome A=ap,getty> C=the caption"; > passed it on, * employs. */
static void
summarize(const byline_credit *credit, bool caption, char *out, size_t size)
{
    static const char *const kinds[] = {"none", "signoff", "photo", "contribution", "source"};
    size_t n = (size_t)snprintf(out, size, "%s", kinds[credit->kind]);
    for (size_t i = 0; i < credit->editor_count; i++)
        n += (size_t)snprintf(out + n, size - n, "%s%s", i ? "," : " E=", credit->editors[i]);
    for (size_t i = 0; i < credit->people_count; i++) {
        const byline_person *person = credit->people[i];
        n += (size_t)snprintf(out + n, size - n, "%s%s%s%s", i ? "," : " P=", person->name,
                              person->place ? " in " : "", person->place ? person->place : "");
    }
    for (size_t i = 0; i < credit->agency_count; i++) {
        static const char *const relations[] = {"", "", ">", "*"};
        const byline_agency_mention *agency = credit->agencies[i];
        n += (size_t)snprintf(out + n, size - n, "%s%s%s", i ? "," : " A=", agency->id,
                              relations[agency->relation]);
    }
    if (caption && credit->kind != BYLINE_CREDIT_NONE && credit->caption)
        snprintf(out + n, size - n, " C=%s", credit->caption);
}

typedef struct credit_case {
    const char *text, *want;
} credit_case;

/* Each line, read as what stands there, sums up as its row says. */
static void
check_cases(const credit_case *cases, size_t count, byline_line line)
{
    WITH_ARENA(a)
    {
        for (size_t i = 0; i < count; i++) {
            char have[512];
            bl_line_context context = {0};
            summarize(bl_read_credit(bl_span_of(cases[i].text), line, &context, &a), line != BYLINE_LINE_PARAGRAPH, have,
                      sizeof have);
            if (strcmp(have, cases[i].want) != 0)
                print_error("%s\n", cases[i].text);
            assert_string_equal(have, cases[i].want);
        }
    }
}

#endif
