/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * feed.c - many pages on four threads, as one JSON object a line.
 *
 *     feed *.html > articles.jsonl
 *
 * Shows byline_parser: each thread keeps one, so that its scratch memory serves page after page; and
 * byline_write() into a file. The lines come as they are ready; byline.c shows how to keep them in order. Of a page
 * that is larger than PAGE_BYTES the rest is not read.
 */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include <byline/byline.h>

enum { THREADS = 4, PAGE_BYTES = 8 << 20 };
static char **paths;
static size_t path_count;
static atomic_size_t next_path, pages_read;

static bool
to_file(void *file, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, file) == size;
}

static bool
read_page(byline_parser *parser, const char *path, char *page)
{
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(page, 1, PAGE_BYTES, file) : 0;
    bool is_read = file && !ferror(file);
    if (!is_read)
        perror(path);
    if (file)
        fclose(file);
    byline_article *article;
    byline_error error;
    byline_write_options options = {.file = path};
    if (!is_read)
        return false;
    byline_status status = byline_parser_parse(parser, page, size, NULL, &article, &error);
    if (status == BYLINE_OK) {
        flockfile(stdout); /* one line at a time */
        status = byline_write(article, BYLINE_FORMAT_JSON_LINE, &options, to_file, stdout, &error);
        putchar('\n');
        funlockfile(stdout);
        byline_article_free(article);
    }
    if (status != BYLINE_OK)
        fprintf(stderr, "%s: %s\n", path, error.text);
    return status == BYLINE_OK;
}

static void *
work(void *unused)
{
    byline_parser *parser;
    char *page = malloc(PAGE_BYTES);
    if (page && byline_parser_new(NULL, &parser, NULL) == BYLINE_OK) {
        for (size_t i; (i = atomic_fetch_add(&next_path, 1)) < path_count;)
            pages_read += read_page(parser, paths[i], page);
        byline_parser_free(parser);
    }
    free(page);
    return unused;
}

int
main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    int started = 0;
    if (argc < 2 || argv[1][0] == '-') {
        fputs("usage: feed PAGE...\n", stderr);
        return 2;
    }
    paths = argv + 1;
    path_count = (size_t)argc - 1;
    while (started < THREADS && pthread_create(&threads[started], NULL, work, NULL) == 0)
        started++;
    while (started)
        pthread_join(threads[--started], NULL);
    if (fflush(stdout) != 0) {
        perror("standard output");
        return EXIT_FAILURE;
    }
    return pages_read == path_count ? EXIT_SUCCESS : EXIT_FAILURE;
}
