/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * hostile.c - every hostile page is answered in time and in little memory, on a small stack too.
 *
 * usage: hostile [--times N] [NAME]...
 * --times makes the pages N times as large.
 *
 * What is allowed is told in times of a bare gumbo on ordinary markup, which this same run measures; both count
 * the time of the thread alone. So it holds on slow machines and on busy ones.
 */
#define _POSIX_C_SOURCE 200809L
#include <gumbo.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "common/clock.h"
#include "common/files.h"
#include "common/heap.h"
#include "common/sanitized.h"
#include "fuzz/check.h"
#include "hostile/inputs.h"

/* For a megabyte. Nothing measured takes more than 2.2; what a compiler makes of both differs. */
static const double TIMES_GUMBO = 3;
static const double BYTES_AT_LEAST = 200e3; /* a small page has its own cost */
static const double TIMES_SANITIZED = 15;   /* gumbo then runs as fast as ever, and the library does not */
static const double MOST_BYTES = 64e6;
/* limits.memory_bytes is what is asked for; a quarter more may be taken, as it comes in pieces. */
static const double BYTES_TAKEN = 1.25;

enum { TRIES = 4 }; /* a page is too slow only where it is so each time */

enum { STACK_BYTES = (IS_SLOWED ? 1024 : 128) << 10 };

typedef struct trial {
    const sheet *page;
    byline_status status;
    double ms;
} trial;

static double gumbo_ms; /* a megabyte */
static int tried;
static double worst_ratio, worst_ms, worst_bytes;
static const char *worst_ms_name = "", *worst_bytes_name = "";

static bool
drop(void *context, const char *bytes, size_t size)
{
    (void)context;
    (void)bytes;
    (void)size;
    return true;
}

static void
write_all(const byline_article *article)
{
    for (int format = 1; format < 32; format++) {
        byline_status status = byline_write(article, (byline_format)format, NULL, drop, NULL, NULL);
        MUST(status == BYLINE_OK || status == BYLINE_E_LIMIT_OUTPUT || format > BYLINE_FORMAT_NINJS);
    }
}

/* Only the parse is timed. */
static void *
run(void *context)
{
    trial *t = context;
    byline_article *article = NULL;
    double start = clock_of_thread_ns();
    t->status = byline_parse(t->page->bytes, t->page->size, NULL, &article, NULL);
    t->ms = (clock_of_thread_ns() - start) / 1e6;
    if (t->status == BYLINE_OK)
        write_all(article);
    byline_article_free(article);
    return NULL;
}

static void
run_on_small_stack(trial *t)
{
    pthread_attr_t attributes;
    pthread_t thread;
    MUST(pthread_attr_init(&attributes) == 0);
    MUST(pthread_attr_setstacksize(&attributes, STACK_BYTES) == 0);
    MUST(pthread_create(&thread, &attributes, run, t) == 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

/* Milliseconds for a megabyte of ordinary markup, the best of a few. */
static double
measure_gumbo(void)
{
    sheet page = sheet_of_kind(SHEET_MARKUP, 500000);
    double least = 1e9;
    for (int i = 0; i < 5; i++) {
        double start = clock_of_thread_ns();
        GumboOutput *tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.bytes, page.size);
        double ms = (clock_of_thread_ns() - start) / 1e6 / ((double)page.size / 1e6);
        gumbo_destroy_output(&kGumboDefaultOptions, tree);
        least = ms < least ? ms : least;
    }
    sheet_free(&page);
    return least;
}

static double
most_bytes(const sheet *page, size_t times)
{
    double most = MOST_BYTES * (double)times;
    double by_size = (double)bl_limits_resolve(NULL, page->size).memory_bytes * BYTES_TAKEN;
    return most < by_size ? most : by_size;
}

static bool
is_expected(byline_status status)
{
    return status == BYLINE_OK || status == BYLINE_E_BINARY; /* what is too much is shortened */
}

/* Apart from what is measured: a check of the output is slow. */
static void
check(const sheet *page)
{
    byline_article *article = NULL;
    if (byline_parse(page->bytes, page->size, NULL, &article, NULL) != BYLINE_OK)
        return;
    check_article(article, page->size);
    check_writers(article);
    byline_article_free(article);
}

/* On this stack and on a small one: the better time, and the bytes of the first. */
static trial
try_page(const sheet *page, double *peak)
{
    trial first = {.page = page}, second = {.page = page};
    heap_watch(true);
    run(&first);
    *peak = (double)heap_read().peak_bytes;
    heap_watch(false);
    run_on_small_stack(&second);
    MUST(first.status == second.status);
    return first.ms < second.ms ? first : second;
}

/* 1 where the input takes too much. */
static int
try_input(const hostile_input *input, size_t times)
{
    sheet page = {0};
    input->make(&page, input->times * times);
    double megabytes = (double)page.size / 1e6, peak = 0;
    double counted = page.size > BYTES_AT_LEAST ? megabytes : BYTES_AT_LEAST / 1e6;
    double times_gumbo = TIMES_GUMBO * (IS_SLOWED ? TIMES_SANITIZED : 1);
    trial best = try_page(&page, &peak);
    for (int i = 1; i < TRIES && best.ms > times_gumbo * gumbo_ms * counted; i++) {
        gumbo_ms = measure_gumbo(); /* the machine may have changed its pace */
        trial next = try_page(&page, &peak);
        best = next.ms < best.ms ? next : best;
    }
    check(&page);
    double ratio = best.ms / counted / gumbo_ms;
    bool good = ratio <= times_gumbo && peak <= most_bytes(&page, times) && is_expected(best.status);
    printf("%s %d - %-16s %6.2f MB %8.1f ms %7.1f ms/MB %5.2f gumbos %7.1f MB  %s%s\n", good ? "ok" : "not ok", ++tried,
           input->name, megabytes, best.ms, best.ms / megabytes, ratio, peak / 1e6, byline_status_name(best.status),
           good ? "" : "  <- too much");
    if (ratio > worst_ratio) {
        worst_ratio = ratio;
        worst_ms = best.ms / megabytes;
        worst_ms_name = input->name;
    }
    if (peak > worst_bytes) {
        worst_bytes = peak;
        worst_bytes_name = input->name;
    }
    sheet_free(&page);
    return !good;
}

static bool
is_asked_for(const char *name, char **names, int count)
{
    for (int i = 0; i < count; i++) {
        if (!strcmp(name, names[i]))
            return true;
    }
    return count == 0;
}

int
main(int argc, char **argv)
{
    int bad = 0, at = 1;
    size_t times = 1;
    if (argc > 2 && !strcmp(argv[1], "--times")) {
        times = (size_t)atol(argv[2]);
        at = 3;
    }
    gumbo_ms = measure_gumbo();
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < hostile_input_count + hostile_own_count; i++) {
        bool is_own = i >= hostile_input_count;
        const hostile_input *input = is_own ? &hostile_own[i - hostile_input_count] : &hostile_inputs[i];
        if (is_asked_for(input->name, argv + at, argc - at))
            bad += try_input(input, times);
    }
    printf("1..%d\n# %d bad; a bare gumbo takes %.1f ms a megabyte\n", tried, bad, gumbo_ms);
    printf("# slowest %s with %.1f gumbos (%.1f ms/MB), largest %s with %.1f MB\n", worst_ms_name, worst_ratio, worst_ms,
           worst_bytes_name, worst_bytes / 1e6);
    return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
