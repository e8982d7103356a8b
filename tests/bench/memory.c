/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* memory.c - how much memory a page takes, and how often it is asked for. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "common/heap.h"

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
print_spread(const char *title, const char *key, double *values, size_t count)
{
    char name[64];
    qsort(values, count, sizeof *values, by_value);
    double middle = values[count / 2], high = values[count * 95 / 100], most = values[count - 1];
    printf("%-34s %9.1f %9.1f %9.1f\n", title, middle, high, most);
    snprintf(name, sizeof name, "%s.median", key);
    bench_figure(name, middle);
    snprintf(name, sizeof name, "%s.max", key);
    bench_figure(name, most);
}

/* The parser is either kept from page to page or made for each. */
static void
measure(const file_pages *pages, int keep, double *peaks, double *calls)
{
    byline_parser *kept = NULL;
    if (keep && byline_parser_new(NULL, &kept, NULL) != BYLINE_OK)
        exit(EXIT_FAILURE);
    for (size_t i = 0; keep && i < pages->count; i++)
        bench_page(kept, &pages->at[i]);
    for (size_t i = 0; i < pages->count; i++) {
        byline_parser *parser = kept;
        heap_watch(true);
        if (!keep && byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
            exit(EXIT_FAILURE);
        bench_page(parser, &pages->at[i]);
        heap_counts counts = heap_read();
        heap_watch(false);
        peaks[i] = (double)counts.peak_bytes / (double)pages->at[i].size;
        calls[i] = (double)counts.allocations;
        if (!keep)
            byline_parser_free(parser);
    }
    byline_parser_free(kept);
}

void
bench_memory(const file_pages *pages)
{
    if (!heap_is_watched()) {
        printf("\nmemory: malloc cannot be watched in this build\n");
        return;
    }
    double *peaks = must_alloc(pages->count * sizeof *peaks);
    double *calls = must_alloc(pages->count * sizeof *calls);
    printf("\n%-34s %9s %9s %9s\n", "memory", "median", "95 %", "max");
    measure(pages, 0, peaks, calls);
    print_spread("peak bytes a page byte", "peak_bytes_per_byte", peaks, pages->count);
    print_spread("allocations a page", "allocations", calls, pages->count);
    measure(pages, 1, peaks, calls);
    print_spread("allocations a page, parser kept", "allocations_kept", calls, pages->count);
    free(peaks);
    free(calls);
}
