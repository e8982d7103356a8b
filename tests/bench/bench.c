/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* bench.c - how fast the library is, beside bare HTML parsers on the same pages. */
#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rivals.h"
#include "bench/stages.h"
#include "common/sheet.h"

static const char USAGE[] =
    "usage: bench [--rounds N] [--growth [--most BYTES]] [--once] [--json OUT] [FILE | FOLDER]...\n"
    "Without pages, some are generated.\n";

static char figures[1 << 14];
static size_t figures_size;

void
bench_figure(const char *name, double value)
{
    size_t room = sizeof figures - figures_size;
    int n = snprintf(figures + figures_size, room, "%s  \"%s\": %.4g", figures_size ? ",\n" : "", name, value);
    if (n > 0 && (size_t)n < room)
        figures_size += (size_t)n;
}

static bool
count_bytes(void *context, const char *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

size_t
bench_page(byline_parser *parser, const file_page *page)
{
    byline_article *article;
    size_t written = 0;
    stage_enter(STAGE_REST);
    if (byline_parser_parse(parser, page->bytes, page->size, NULL, &article, NULL) == BYLINE_OK) {
        stage_enter(STAGE_WRITE);
        if (byline_write(article, BYLINE_FORMAT_JSON_LINE, NULL, count_bytes, &written, NULL) != BYLINE_OK)
            written = 0;
        stage_leave();
        byline_article_free(article);
    }
    stage_leave();
    return written;
}

static void
generate(file_pages *pages)
{
    for (sheet_kind kind = 0; kind < SHEET_KINDS; kind++) {
        sheet s = sheet_of_kind(kind, (size_t)200 << 10);
        files_add_bytes(pages, sheet_kind_names[kind], s.bytes, s.size);
        sheet_free(&s);
    }
}

static int
once(const file_pages *pages)
{
    byline_parser *parser;
    if (byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
        return EXIT_FAILURE;
    for (size_t i = 0; i < pages->count; i++)
        bench_page(parser, &pages->at[i]);
    byline_parser_free(parser);
    return EXIT_SUCCESS;
}

static bench_options
read_options(int argc, char **argv, file_pages *pages)
{
    bench_options o = {.rounds = 5, .most = (size_t)32 << 20};
    for (int i = 1; i < argc; i++) {
        bool more = i + 1 < argc;
        if (!strcmp(argv[i], "--rounds") && more) {
            o.rounds = atoi(argv[++i]);
        } else if (!strcmp(argv[i], "--most") && more) {
            o.most = (size_t)atol(argv[++i]);
        } else if (!strcmp(argv[i], "--json") && more) {
            o.json = argv[++i];
        } else if (!strcmp(argv[i], "--growth")) {
            o.growth = 1;
        } else if (!strcmp(argv[i], "--once")) {
            o.once = 1;
        } else if (argv[i][0] == '-') {
            fputs(USAGE, stderr);
            exit(2);
        } else {
            files_add(pages, argv[i], 1);
        }
    }
    if (o.rounds < 1)
        o.rounds = 1;
    return o;
}

int
main(int argc, char **argv)
{
    file_pages pages = {0};
    bench_options o = read_options(argc, argv, &pages);
    rivals_begin();
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (pages.count == 0)
        generate(&pages);
    int status = EXIT_SUCCESS;
    if (o.once) {
        status = once(&pages);
    } else if (o.growth) {
        bench_growth(o.most);
    } else {
        bench_stages(&pages, o.rounds);
        bench_memory(&pages);
        bench_threads(&pages);
        bench_lines();
    }
    FILE *out = o.json ? fopen(o.json, "w") : NULL;
    if (out) {
        fprintf(out, "{\n%s\n}\n", figures);
        fclose(out);
    }
    files_free(&pages);
    return status;
}
