/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* fuzz_lines.c - one line through every reader; its first byte chooses what kind of line and language. */
#include <string.h>

#include "fuzz/check.h"
#include "fuzz/target.h"

static const char *const LANGUAGES[] = {NULL, "en", "de", "ru", "ar", "th", "ja", "x"};

static void
check_string(const char *text)
{
    if (text)
        check_text(text, strlen(text));
}

static void
read_credit(const char *text, size_t size, byline_line line, const char *language)
{
    byline_credit *credit;
    byline_status status = byline_credit_parse(text, size, line, language, &credit, NULL);
    if (status != BYLINE_OK) {
        MUST(status == BYLINE_E_EMPTY && size == 0);
        return;
    }
    MUST(credit->offset <= size && credit->length <= size - credit->offset);
    check_string(credit->text);
    check_string(credit->caption);
    byline_credit_free(credit);
}

static void
read_people(const char *text, size_t size, const char *language)
{
    byline_people *people;
    if (byline_people_parse(text, size, language, &people, NULL) != BYLINE_OK)
        return;
    for (size_t i = 0; i < people->people_count; i++) {
        MUST(people->people[i]->name);
        check_string(people->people[i]->name);
    }
    byline_people_free(people);
}

static void
read_dateline(const char *text, size_t size, const char *language)
{
    byline_dateline *dateline;
    if (byline_dateline_parse(text, size, language, 1715000000, &dateline, NULL) != BYLINE_OK || !dateline)
        return;
    MUST(dateline->offset <= size && dateline->length <= size - dateline->offset);
    check_string(dateline->place);
    check_string(dateline->rest);
    byline_dateline_free(dateline);
}

static void
read_date(const char *text, size_t size, const byline_date_context *context)
{
    byline_date date = {0};
    if (byline_date_parse(text, size, context, &date, NULL) != BYLINE_OK || !date.precision)
        return;
    MUST(memchr(date.iso, 0, sizeof date.iso));
    check_text(date.iso, strlen(date.iso));
    MUST(date.precision <= BYLINE_PRECISION_SECOND);
    MUST(!context->now || date.seconds <= context->now + 2 * 86400);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const char *text = (const char *)data + 1;
    const char *language = LANGUAGES[data[0] >> 2 & 7];
    byline_date_context context = {language, data[0] & 128 ? 1715000000 : 0};
    size--;
    read_credit(text, size, (byline_line)(1 + (data[0] & 3) % 3), language);
    read_people(text, size, language);
    read_dateline(text, size, language);
    read_date(text, size, &context);
    byline_agency_find(text, size);
    return 0;
}
