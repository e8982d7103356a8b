/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* threads.c - pages a second with one thread and with two. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "common/clock.h"

typedef struct crew {
    const file_pages *pages;
    atomic_size_t next;
} crew;

static void *
work(void *context)
{
    crew *all = context;
    byline_parser *parser;
    if (byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
        exit(EXIT_FAILURE);
    for (size_t i; (i = atomic_fetch_add(&all->next, 1)) < all->pages->count;)
        bench_page(parser, &all->pages->at[i]);
    byline_parser_free(parser);
    return NULL;
}

static double
pages_a_second(const file_pages *pages, int threads)
{
    crew all = {.pages = pages};
    pthread_t started[8];
    double start = clock_ns();
    for (int i = 0; i < threads; i++) {
        if (pthread_create(&started[i], NULL, work, &all))
            exit(EXIT_FAILURE);
    }
    for (int i = 0; i < threads; i++)
        pthread_join(started[i], NULL);
    return (double)pages->count / ((clock_ns() - start) / 1e9);
}

void
bench_threads(const file_pages *pages)
{
    double best[2] = {0};
    for (int round = 0; round < 3; round++) {
        for (int threads = 1; threads <= 2; threads++) {
            double rate = pages_a_second(pages, threads);
            if (rate > best[threads - 1])
                best[threads - 1] = rate;
        }
    }
    printf("\npages a second: %.0f with 1 thread, %.0f with 2 (%.2f times)\n", best[0], best[1], best[1] / best[0]);
    bench_figure("pages_a_second.1", best[0]);
    bench_figure("pages_a_second.2", best[1]);
}
