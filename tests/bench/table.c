/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* table.c - the time of each stage, beside that of the bare parsers. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/rivals.h"
#include "bench/stages.h"
#include "common/clock.h"

enum { ROW_TOTAL = STAGE_COUNT, ROW_GUMBO, ROW_LIBXML2, ROWS };

typedef struct row {
    double *ms; /* a page, one for each round */
} row;

static void
round_of_byline(byline_parser *parser, const file_pages *pages, row *rows, int round)
{
    double pages_count = (double)pages->count, total = 0;
    stages_reset();
    stages_watch(1);
    for (size_t i = 0; i < pages->count; i++) {
        bench_page(parser, &pages->at[i]);
        stages_watch(1); /* forgets what a refused page left open */
    }
    stages_watch(0);
    for (int s = 0; s < STAGE_COUNT; s++) {
        rows[s].ms[round] = stage_time[s] / 1e6 / pages_count;
        total += rows[s].ms[round];
    }
    rows[ROW_TOTAL].ms[round] = total;
}

static double
round_of(void (*rival)(const char *, size_t), const file_pages *pages)
{
    double start = clock_ns();
    for (size_t i = 0; i < pages->count; i++)
        rival(pages->at[i].bytes, pages->at[i].size);
    return (clock_ns() - start) / 1e6 / (double)pages->count;
}

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
print_row(const char *name, const row *r, int rounds, double page_bytes, double whole)
{
    double middle = r->ms[rounds / 2];
    char key[64];
    printf("%-26s %8.3f %8.3f %8.3f %9.1f", name, r->ms[0], middle, r->ms[rounds - 1],
           middle > 0 ? page_bytes / 1e3 / middle : 0);
    if (whole > 0)
        printf(" %6.1f %%", 100 * middle / whole);
    printf("\n");
    snprintf(key, sizeof key, "ms.%s", name);
    bench_figure(key, middle);
}

static void
print_table(row *rows, int rounds, const file_pages *pages)
{
    double page_bytes = (double)pages->bytes / (double)pages->count;
    for (int i = 0; i < ROWS; i++)
        qsort(rows[i].ms, (size_t)rounds, sizeof(double), by_value);
    double total = rows[ROW_TOTAL].ms[rounds / 2];
    printf("%zu pages, %.0f kB each, %d rounds\n\n", pages->count, page_bytes / 1e3, rounds);
    printf("%-26s %8s %8s %8s %9s %8s\n", "ms a page", "min", "median", "max", "MB/s", "share");
    for (int s = 0; s < STAGE_COUNT; s++)
        print_row(stage_names[s], &rows[s], rounds, page_bytes, total);
    print_row("whole page", &rows[ROW_TOTAL], rounds, page_bytes, total);
    print_row("bare gumbo_parse", &rows[ROW_GUMBO], rounds, page_bytes, 0);
    print_row("bare htmlReadMemory", &rows[ROW_LIBXML2], rounds, page_bytes, 0);
    double of_gumbo = total / rows[ROW_GUMBO].ms[rounds / 2];
    double own = 1 - rows[STAGE_GUMBO].ms[rounds / 2] / total;
    printf("\nthe whole page takes %.2f of bare gumbo_parse; stages beside gumbo take %.0f %% of it\n", of_gumbo,
           100 * own);
    bench_figure("whole_of_bare_gumbo", of_gumbo);
    bench_figure("own_share", own);
}

void
bench_stages(const file_pages *pages, int rounds)
{
    row rows[ROWS];
    byline_parser *parser;
    if (byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
        exit(EXIT_FAILURE);
    for (int i = 0; i < ROWS; i++)
        rows[i].ms = must_alloc((size_t)rounds * sizeof(double));
    for (int round = 0; round < rounds; round++) {
        round_of_byline(parser, pages, rows, round);
        rows[ROW_GUMBO].ms[round] = round_of(rival_gumbo, pages);
        rows[ROW_LIBXML2].ms[round] = round_of(rival_libxml2, pages);
    }
    print_table(rows, rounds, pages);
    for (int i = 0; i < ROWS; i++)
        free(rows[i].ms);
    byline_parser_free(parser);
}
