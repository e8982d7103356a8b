/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* lines.c - lines a second for the readers of credits, people, datelines and dates. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <string.h>

#include "bench/bench.h"
#include "common/clock.h"

static const char *const CREDITS[] = {
    "rc/jr (AP, AFP, dpa, Reuters)", "Photo: Ada Quill/AFP", "Foto: picture alliance/dpa | B. Quill",
    "The ferry at the quay of Northholm (AP Photo/Ada Quill)", "AFP via Getty Images",
    "(Reporting by Ada Quill in Northholm; Editing by Bo Quill)",
    "The council expects a daily crossing from June on, in all weathers but a northern gale.",
    "(c) dpa", "Mit Material von dpa", "Ada Quill/AP",
};

static const char *const DATES[] = {
    "2024-05-06T07:08:09+02:00", "May 6, 2024", "6. Mai 2024, 7:08 Uhr", "Mon, 06 May 2024 07:08:09 GMT",
    "le 6 mai 2024", "2024-05-06", "no date in here at all", "Published 6 May 2024 7:08 am",
    "6 de mayo de 2024", "1714972089",
};

static size_t
read_credit(const char *line, size_t size)
{
    byline_credit *credit;
    if (byline_credit_parse(line, size, BYLINE_LINE_CAPTION, NULL, &credit, NULL) != BYLINE_OK)
        return 0;
    size_t found = credit->agency_count;
    byline_credit_free(credit);
    return found;
}

static size_t
read_date(const char *line, size_t size)
{
    byline_date date;
    return byline_date_parse(line, size, NULL, &date, NULL) == BYLINE_OK;
}

static size_t
read_people(const char *line, size_t size)
{
    byline_people *people;
    if (byline_people_parse(line, size, NULL, &people, NULL) != BYLINE_OK)
        return 0;
    byline_people_free(people);
    return 1;
}

static size_t
read_dateline(const char *line, size_t size)
{
    byline_dateline *dateline;
    if (byline_dateline_parse(line, size, NULL, 0, &dateline, NULL) != BYLINE_OK)
        return 0;
    byline_dateline_free(dateline);
    return 1;
}

static void
measure(const char *name, size_t (*read)(const char *, size_t), const char *const *lines, size_t count)
{
    volatile size_t sink = 0;
    size_t done = 0;
    double start = clock_ns(), spent;
    do {
        for (size_t i = 0; i < count; i++)
            sink = sink + read(lines[i], strlen(lines[i]));
        done += count;
        spent = clock_ns() - start;
    } while (spent < 5e8);
    char key[64];
    snprintf(key, sizeof key, "lines_a_second.%s", name);
    bench_figure(key, (double)done / (spent / 1e9));
    printf("%-10s %12.0f lines a second\n", name, (double)done / (spent / 1e9));
}

void
bench_lines(void)
{
    printf("\n");
    measure("credit", read_credit, CREDITS, sizeof CREDITS / sizeof *CREDITS);
    measure("dateline", read_dateline, CREDITS, sizeof CREDITS / sizeof *CREDITS);
    measure("people", read_people, CREDITS, sizeof CREDITS / sizeof *CREDITS);
    measure("date", read_date, DATES, sizeof DATES / sizeof *DATES);
}
