/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * hostile.c - every hostile page is answered in time and in little memory, on a small stack too.
 *
 * usage: hostile [--factor N] [--times N] [NAME]...
 * --factor makes all times N times as long, for slow builds; --times makes the pages N times as large.
 */
#define _POSIX_C_SOURCE 200809L
#include <gumbo.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/files.h"
#include "common/heap.h"
#include "common/sanitized.h"
#include "fuzz/check.h"
#include "hostile/inputs.h"

static const double MS_A_MEGABYTE = 100;
static const double MS_A_MEGABYTE_OWN = 500; /* there, every few bytes are a line to be read */
static const double MS_AT_LEAST = 50; /* a small page has its own cost */
static const double MOST_BYTES = 64e6;

enum { STACK_BYTES = (IS_SANITIZED ? 1024 : 128) << 10 };

typedef struct trial {
    const sheet *page;
    byline_status status;
    double ms;
} trial;

/* On a slow or busy machine: so many times what a bare gumbo takes for a megabyte of ordinary markup. */
static const double TIMES_GUMBO = 3;

static double factor = 1;
static int tried;
static double worst_ms, worst_bytes;
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
        MUST(status == BYLINE_OK || status == BYLINE_E_LIMIT_OUTPUT || format > BYLINE_FORMAT_TEXT);
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

/* Milliseconds for a megabyte, the best of a few. */
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

static bool
is_expected(byline_status status)
{
    return status == BYLINE_OK || status == BYLINE_E_LIMIT_MEMORY || status == BYLINE_E_BINARY;
}

/* 1 where the input takes too much. */
static int
try_input(const hostile_input *input, size_t times, double ms_a_megabyte)
{
    sheet page = {0};
    input->make(&page, input->times * times);
    trial first = {.page = &page}, second = {.page = &page};
    heap_watch(true);
    run(&first);
    double peak = (double)heap_read().peak_bytes;
    heap_watch(false);
    run_on_small_stack(&second);
    double megabytes = (double)page.size / 1e6;
    double ms = first.ms < second.ms ? first.ms : second.ms;
    double allowed = ms_a_megabyte * megabytes;
    if (allowed < MS_AT_LEAST)
        allowed = MS_AT_LEAST;
    bool good = ms <= allowed * factor && peak <= MOST_BYTES * (double)times && is_expected(first.status) &&
                first.status == second.status;
    printf("%s %d - %-16s %6.2f MB %8.1f ms %7.1f ms/MB %7.1f MB  %s%s\n", good ? "ok" : "not ok", ++tried, input->name, megabytes,
           ms, ms / megabytes, peak / 1e6, byline_status_name(first.status), good ? "" : "  <- too much");
    if (megabytes > 0.5 && ms / megabytes > worst_ms) {
        worst_ms = ms / megabytes;
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
    for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
        if (!strcmp(argv[at], "--factor"))
            factor = atof(argv[at + 1]);
        else if (!strcmp(argv[at], "--times"))
            times = (size_t)atol(argv[at + 1]);
    }
    if (IS_SANITIZED && factor < 20)
        factor = 20;
    double slow = TIMES_GUMBO * measure_gumbo() / MS_A_MEGABYTE;
    if (slow > factor)
        factor = slow;
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < hostile_input_count + hostile_own_count; i++) {
        bool is_own = i >= hostile_input_count;
        const hostile_input *input = is_own ? &hostile_own[i - hostile_input_count] : &hostile_inputs[i];
        if (is_asked_for(input->name, argv + at, argc - at))
            bad += try_input(input, times, is_own ? MS_A_MEGABYTE_OWN : MS_A_MEGABYTE);
    }
    printf("1..%d\n# %d bad, times the promised time allowed: %.1f\n", tried, bad, factor);
    printf("# slowest %s with %.1f ms/MB, largest %s with %.1f MB\n", worst_ms_name, worst_ms, worst_bytes_name,
           worst_bytes / 1e6);
    return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
