/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * damage.c - pages damaged in many ways, each read and written without a crash, a hang, a leak or a false range.
 *
 * usage: damage [--each N] [--cuts N] [--factor N] [FILE | FOLDER]...
 * --each takes every N-th page only, --cuts cuts a page at so many places (200).
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/clock.h"
#include "common/files.h"
#include "common/heap.h"
#include "common/sanitized.h"
#include "fuzz/check.h"

/* Ten times what a whole page may take: a damaged one of a few bytes has its own cost. */
static const double MS_A_MEGABYTE = 1000;
static const double MS_AT_LEAST = 100;

typedef struct tally {
    size_t inputs;
    size_t bytes;
    size_t refused;
    double worst_ms_per_mb;
    double factor;
} tally;

static const char *current = "";

/* What stays after the first time may be kept by the C library; what stays after the second is lost. */
static void
look_for_leaks(const char *bytes, size_t size, const byline_options *options)
{
    heap_watch(true);
    (void)check_page(bytes, size, options);
    long lost = heap_read().live_blocks;
    heap_watch(false);
    if (lost > 0) {
        fprintf(stderr, "%s left %ld blocks behind\n", current, lost);
        abort();
    }
}

static void
try_bytes(tally *t, const char *bytes, size_t size, const char *charset)
{
    byline_options options = {.charset = charset, .url = "https://harbour.example/2024/05/06/ferry"};
    char *copy = must_alloc(size); /* of the exact size, for a sanitizer to watch */
    memcpy(copy, bytes, size);
    heap_watch(true);
    double start = clock_of_thread_ns();
    byline_status status = check_page(copy, size, &options);
    double ms = (clock_of_thread_ns() - start) / 1e6, megabytes = (double)size / 1e6;
    long left = heap_read().live_blocks;
    heap_watch(false);
    if (left > 0)
        look_for_leaks(copy, size, &options);
    free(copy);
    t->inputs++;
    t->bytes += size;
    t->refused += status != BYLINE_OK;
    if (megabytes > 0.1 && ms / megabytes > t->worst_ms_per_mb)
        t->worst_ms_per_mb = ms / megabytes;
    if (ms > (MS_AT_LEAST + MS_A_MEGABYTE * megabytes) * t->factor) {
        fprintf(stderr, "%s took %.0f ms\n", current, ms);
        abort();
    }
}

static void
cut(tally *t, const file_page *page, size_t cuts)
{
    for (size_t i = 0; i < cuts; i++)
        try_bytes(t, page->bytes, page->size * i / cuts, NULL);
}

/* A generator of our own, so that every machine flips the same bytes. */
static unsigned
next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void
flip(tally *t, const file_page *page, size_t rounds)
{
    char *copy = must_alloc(page->size);
    unsigned seed = 1;
    for (size_t round = 0; round < rounds; round++) {
        memcpy(copy, page->bytes, page->size);
        size_t flips = (size_t)1 << (2 * (round % 6)); /* 1 to 1,024 of them */
        for (size_t i = 0; i < flips; i++)
            copy[next_random(&seed) % page->size] ^= (char)(1 << next_random(&seed) % 8);
        try_bytes(t, copy, page->size, NULL);
    }
    free(copy);
}

static void
put_nuls(tally *t, const file_page *page)
{
    char *copy = must_alloc(page->size);
    for (size_t step = 7; step < page->size && step < 100000; step *= 13) {
        memcpy(copy, page->bytes, page->size);
        for (size_t i = step; i < page->size; i += step)
            copy[i] = '\0';
        try_bytes(t, copy, page->size, NULL);
    }
    free(copy);
}

/* The page behind itself, and the page inside itself. */
static void
double_up(tally *t, const file_page *page)
{
    size_t half = page->size / 2;
    char *copy = must_alloc(page->size * 2);
    memcpy(copy, page->bytes, page->size);
    memcpy(copy + page->size, page->bytes, page->size);
    try_bytes(t, copy, page->size * 2, NULL);
    memcpy(copy + half, page->bytes, page->size);
    memcpy(copy + half + page->size, page->bytes + half, page->size - half);
    try_bytes(t, copy, page->size * 2, NULL);
    free(copy);
}

static void
declare(tally *t, const file_page *page)
{
    static const char *const CHARSETS[] = {"utf-8", "windows-1252", "gbk",      "gb18030", "big5",      "shift_jis",
                                           "euc-jp", "euc-kr",      "utf-16le", "utf-16be", "koi8-r",   "iso-2022-jp",
                                           "x-nonsense"};
    for (size_t i = 0; i < sizeof CHARSETS / sizeof *CHARSETS; i++)
        try_bytes(t, page->bytes, page->size, CHARSETS[i]);
}

int
main(int argc, char **argv)
{
    file_pages pages = {0};
    tally t = {.factor = IS_SLOWED ? 30 : 1};
    size_t each = 1, cuts = 200;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--each") && i + 1 < argc)
            each = (size_t)atol(argv[++i]);
        else if (!strcmp(argv[i], "--cuts") && i + 1 < argc)
            cuts = (size_t)atol(argv[++i]);
        else if (!strcmp(argv[i], "--factor") && i + 1 < argc)
            t.factor = atof(argv[++i]);
        else
            files_add(&pages, argv[i], each);
    }
    for (size_t i = 0; i < pages.count; i++) {
        current = pages.at[i].path;
        fprintf(stderr, "%s\n", current); /* the last one named is the one that failed */
        cut(&t, &pages.at[i], cuts);
        flip(&t, &pages.at[i], cuts / 8);
        put_nuls(&t, &pages.at[i]);
        double_up(&t, &pages.at[i]);
        declare(&t, &pages.at[i]);
    }
    printf("%s 1 - %zu inputs from %zu pages, %.0f MB, %zu refused, at most %.0f ms a megabyte\n1..1\n",
           pages.count ? "ok" : "not ok", t.inputs, pages.count, (double)t.bytes / 1e6, t.refused, t.worst_ms_per_mb);
    bool good = pages.count > 0;
    files_free(&pages);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
