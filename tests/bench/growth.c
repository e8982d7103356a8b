/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* growth.c - what a page costs as it doubles. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "common/clock.h"
#include "common/heap.h"
#include "common/sheet.h"

/* A sheet may outgrow its size by its last piece: none may outgrow the largest page that is read. */
enum { LAST_PIECE = 2048 };

typedef struct cost {
    double ms;       /* in memory that the process has */
    double fresh_ms; /* in memory that the system gives page by page, and takes back behind it */
    double bytes;
} cost;

static void
parse_once(const sheet *s)
{
    byline_parser *parser;
    if (byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
        exit(EXIT_FAILURE);
    file_page page = {NULL, s->bytes, s->size};
    bench_page(parser, &page);
    byline_parser_free(parser);
}

/* The least of a few runs, more of them where one is short. */
static double
ms_of(const sheet *s)
{
    double least = 1e12;
    int runs = s->size < ((size_t)1 << 20) ? 12 : 3;
    parse_once(s);
    while (runs--) {
        double start = clock_of_thread_ns();
        parse_once(s);
        double ms = (clock_of_thread_ns() - start) / 1e6;
        if (ms < least)
            least = ms;
    }
    return least;
}

static cost
cost_of(const sheet *s)
{
    cost c;
    heap_watch(true);
    parse_once(s);
    c.bytes = (double)heap_read().peak_bytes;
    heap_watch(false);
    heap_keep(false);
    c.fresh_ms = ms_of(s);
    heap_keep(true);
    c.ms = ms_of(s);
    return c;
}

/* How many times the one before; 0 where there is none. */
static double
times(double now, double before, double *worst)
{
    double n = before > 0 ? now / before : 0;
    *worst = n > *worst ? n : *worst;
    return n;
}

void
bench_growth(size_t most)
{
    double worst_time = 0, worst_fresh = 0, worst_memory = 0;
    printf("%-8s %9s %10s %8s %7s %10s %7s %10s %7s\n", "page", "kB", "ms", "MB/s", "times", "fresh ms", "times",
           "bytes/byte", "times");
    for (sheet_kind kind = 0; kind < SHEET_KINDS; kind++) {
        cost before = {0};
        for (size_t size = (size_t)64 << 10; size <= most; size *= 2) {
            sheet s = sheet_of_kind(kind, size - LAST_PIECE);
            cost now = cost_of(&s);
            printf("%-8s %9zu %10.2f %8.1f %7.2f %10.2f %7.2f %10.2f %7.2f\n", sheet_kind_names[kind], size >> 10,
                   now.ms, (double)s.size / 1e3 / now.ms, times(now.ms, before.ms, &worst_time), now.fresh_ms,
                   times(now.fresh_ms, before.fresh_ms, &worst_fresh), now.bytes / (double)s.size,
                   times(now.bytes, before.bytes, &worst_memory));
            before = now;
            sheet_free(&s);
        }
    }
    printf("at most %.2f times the time (%.2f in fresh memory) and %.2f times the memory for twice the page\n",
           worst_time, worst_fresh, worst_memory);
    bench_figure("growth.time", worst_time);
    bench_figure("growth.time_fresh", worst_fresh);
    bench_figure("growth.memory", worst_memory);
}
