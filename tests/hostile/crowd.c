/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * crowd.c - sixteen threads read the same pages, each in an order of its own, and every answer is that of
 * one thread, byte for byte.
 *
 * usage: crowd [--each N] [FILE | FOLDER]...
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/files.h"
#include "fuzz/check.h"

enum { THREADS = 16 };

static file_pages pages;
static uint64_t *prints[THREADS + 1]; /* of each answer, in each thread; the last one works alone */
static atomic_int started;

/* FNV-1a: two answers that differ have the same print by chance in 2^64 only. */
static bool
add_to_print(void *to, const char *bytes, size_t size)
{
    uint64_t print = *(uint64_t *)to;
    for (size_t i = 0; i < size; i++)
        print = (print ^ (unsigned char)bytes[i]) * 1099511628211u;
    *(uint64_t *)to = print;
    return true;
}

static uint64_t
answer(byline_parser *parser, const file_page *page)
{
    uint64_t print = 14695981039346656037u;
    byline_article *article;
    byline_status status = parser ? byline_parser_parse(parser, page->bytes, page->size, NULL, &article, NULL)
                                  : byline_parse(page->bytes, page->size, NULL, &article, NULL);
    if (status != BYLINE_OK)
        return (uint64_t)status;
    for (int format = BYLINE_FORMAT_JSON; format <= BYLINE_FORMAT_NINJS; format++)
        MUST(byline_write(article, (byline_format)format, NULL, add_to_print, &print, NULL) == BYLINE_OK);
    byline_article_free(article);
    return print;
}

/* Odd threads keep a parser, even ones do not; each begins at another page. */
static void *
work(void *context)
{
    (void)context;
    size_t me = (size_t)atomic_fetch_add(&started, 1);
    byline_parser *parser = NULL;
    MUST(me % 2 == 0 || byline_parser_new(NULL, &parser, NULL) == BYLINE_OK);
    for (size_t i = 0; i < pages.count; i++) {
        size_t at = (i + me * pages.count / THREADS) % pages.count;
        prints[me][at] = answer(parser, &pages.at[at]);
    }
    byline_parser_free(parser);
    return NULL;
}

static size_t
count_different(void)
{
    size_t different = 0;
    for (size_t i = 0; i < THREADS; i++) {
        for (size_t at = 0; at < pages.count; at++) {
            if (prints[i][at] == prints[THREADS][at])
                continue;
            printf("# thread %zu has another answer for %s\n", i, pages.at[at].path);
            different++;
        }
    }
    return different;
}

int
main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    size_t each = 1;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--each") && i + 1 < argc)
            each = (size_t)atol(argv[++i]);
        else
            files_add(&pages, argv[i], each);
    }
    for (int i = 0; i <= THREADS; i++)
        prints[i] = must_alloc(pages.count * sizeof *prints[i]);
    /* the crowd comes first, so that it is the one that wakes the libraries */
    for (int i = 0; i < THREADS; i++)
        MUST(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    work(NULL);
    size_t different = count_different();
    bool good = pages.count && !different;
    printf("%s 1 - %zu pages in %d threads, %zu answers differ\n1..1\n", good ? "ok" : "not ok", pages.count, THREADS,
           different);
    for (int i = 0; i <= THREADS; i++)
        free(prints[i]);
    files_free(&pages);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
