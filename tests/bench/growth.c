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

/* The least of so many rounds counts, each of one run of every size: what else the machine does meanwhile slows all
   sizes or none, and each page has left the caches of the processor before its next turn. */
enum { ROUNDS = 20, SIZES_MOST = 24 };
static const size_t LEAST = (size_t)64 << 10;

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

static double
ms_of(const sheet *s)
{
    double start = clock_of_thread_ns();
    parse_once(s);
    return (clock_of_thread_ns() - start) / 1e6;
}

/* The first round is not counted: it makes the heap as large as it will be. */
static void
measure_times(const sheet *sheets, size_t count, bool keep, cost *costs)
{
    heap_keep(keep);
    for (int round = 0; round <= ROUNDS; round++)
        for (size_t i = 0; i < count; i++) {
            double *least = keep ? &costs[i].ms : &costs[i].fresh_ms;
            double ms = ms_of(&sheets[i]);
            if (round <= 1 || ms < *least)
                *least = ms;
        }
}

static void
measure_memory(const sheet *sheets, size_t count, cost *costs)
{
    for (size_t i = 0; i < count; i++) {
        heap_watch(true);
        parse_once(&sheets[i]);
        costs[i].bytes = (double)heap_read().peak_bytes;
        heap_watch(false);
    }
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
        sheet sheets[SIZES_MOST];
        cost costs[SIZES_MOST] = {0}, before = {0};
        size_t count = 0;
        for (size_t size = LEAST; size <= most && count < SIZES_MOST; size *= 2)
            sheets[count++] = sheet_of_kind(kind, size - LAST_PIECE);
        measure_memory(sheets, count, costs);
        measure_times(sheets, count, false, costs);
        measure_times(sheets, count, true, costs);
        for (size_t i = 0; i < count; i++) {
            cost now = costs[i];
            size_t size = sheets[i].size;
            printf("%-8s %9zu %10.2f %8.1f %7.2f %10.2f %7.2f %10.2f %7.2f\n", sheet_kind_names[kind],
                   LEAST << i >> 10, now.ms, (double)size / 1e3 / now.ms, times(now.ms, before.ms, &worst_time),
                   now.fresh_ms, times(now.fresh_ms, before.fresh_ms, &worst_fresh), now.bytes / (double)size,
                   times(now.bytes, before.bytes, &worst_memory));
            before = now;
            sheet_free(&sheets[i]);
        }
    }
    printf("at most %.2f times the time (%.2f in fresh memory) and %.2f times the memory for twice the page\n",
           worst_time, worst_fresh, worst_memory);
    bench_figure("growth.time", worst_time);
    bench_figure("growth.time_fresh", worst_fresh);
    bench_figure("growth.memory", worst_memory);
}
