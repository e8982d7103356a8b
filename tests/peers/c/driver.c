/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * driver.c - the library among its peers, and the bare HTML parsers: the path of a page on each line of the input,
 * a JSON object on each line of the output (../README.md).
 *
 * usage: peer byline | gumbo | libxml2
 */
#define _POSIX_C_SOURCE 200809L

#include <byline/byline.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rivals.h"
#include "common/clock.h"
#include "common/files.h"

typedef struct output {
    char *bytes;
    size_t size;
    size_t room;
} output;

static bool
keep(void *context, const char *bytes, size_t size)
{
    output *out = context;
    if (out->size + size > out->room) {
        size_t room = 2 * (out->size + size);
        char *grown = realloc(out->bytes, room);
        if (!grown)
            return false;
        out->bytes = grown;
        out->room = room;
    }
    memcpy(out->bytes + out->size, bytes, size);
    out->size += size;
    return true;
}

static byline_status
article_to_json(byline_parser *parser, const char *bytes, size_t size, output *out)
{
    byline_article *article;
    byline_status status = byline_parser_parse(parser, bytes, size, NULL, &article, NULL);
    if (status != BYLINE_OK)
        return status;
    status = byline_write(article, BYLINE_FORMAT_JSON_LINE, NULL, keep, out, NULL);
    byline_article_free(article);
    return status;
}

/* Time one page and say what it gave. */
static void
answer(const char *peer, byline_parser *parser, const char *bytes, size_t size, output *out)
{
    byline_status status = BYLINE_OK;
    out->size = 0;
    double begin = clock_read(CLOCK_PROCESS_CPUTIME_ID);
    if (!strcmp(peer, "gumbo"))
        rival_gumbo(bytes, size);
    else if (!strcmp(peer, "libxml2"))
        rival_libxml2(bytes, size);
    else
        status = article_to_json(parser, bytes, size, out);
    double ms = (clock_read(CLOCK_PROCESS_CPUTIME_ID) - begin) / 1e6;
    while (out->size > 0 && out->bytes[out->size - 1] == '\n')
        out->size--;
    if (status != BYLINE_OK)
        printf("{\"error\": \"%s\"}\n", byline_status_name(status));
    else if (out->size > 0)
        printf("{\"ms\": %.4f, \"record\": %.*s}\n", ms, (int)out->size, out->bytes);
    else
        printf("{\"ms\": %.4f, \"record\": {}}\n", ms);
}

int
main(int argc, char **argv)
{
    static char path[4096];
    byline_parser *parser;
    output out = {0};
    if (argc != 2 || byline_parser_new(NULL, &parser, NULL) != BYLINE_OK)
        return EXIT_FAILURE;
    rivals_begin();
    setvbuf(stdout, NULL, _IOLBF, 0);
    puts("{}");
    while (fgets(path, sizeof path, stdin)) {
        size_t size;
        path[strcspn(path, "\n")] = '\0';
        char *bytes = file_read(path, &size);
        if (bytes)
            answer(argv[1], parser, bytes, size, &out);
        else
            puts("{\"error\": \"cannot read the page\"}");
        free(bytes);
    }
    free(out.bytes);
    byline_parser_free(parser);
    return EXIT_SUCCESS;
}
