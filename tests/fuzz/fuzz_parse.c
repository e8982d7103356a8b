/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* fuzz_parse.c - a whole page through every writer; its first four bytes choose options and limits. */
#include <string.h>

#include "fuzz/check.h"
#include "fuzz/target.h"

static const char *const CHARSETS[] = {"utf-8", "windows-1252", "gbk", "shift_jis", "utf-16le", "koi8-r"};

enum { HAS_URL = 1, HAS_CLOCK = 2, EXPLAINS = 4, HAS_CHARSET = 8, PARSES_TWICE = 16 };

static void
choose_limit(byline_limits *limits, unsigned which, size_t value)
{
    switch (which % 10) {
    case 1: limits->page_bytes = value * 16; break;
    case 2: limits->memory_bytes = value * 4096; break;
    case 3: limits->nodes = value; break;
    case 4: limits->depth = value; break;
    case 5: limits->attributes = value; break;
    case 6: limits->formatting = value; break;
    case 7: limits->json_ld_bytes = value * 4; break;
    case 8: limits->json_ld_depth = value; break;
    default: break;
    }
}

static void
write_line(byline_parser *parser, const uint8_t *data, size_t size, const byline_options *options, output *to)
{
    byline_article *article;
    if (byline_parser_parse(parser, data, size, options, &article, NULL) != BYLINE_OK)
        return;
    MUST(byline_write(article, BYLINE_FORMAT_JSON_LINE, NULL, output_take, to, NULL) == BYLINE_OK);
    byline_article_free(article);
}

/* A used parser gives the same answer. */
static void
parse_twice(const uint8_t *data, size_t size, const byline_options *options)
{
    byline_parser *parser;
    output first = {0}, second = {0};
    MUST(byline_parser_new(NULL, &parser, NULL) == BYLINE_OK);
    write_line(parser, data, size, options, &first);
    write_line(parser, data, size, options, &second);
    MUST(first.size == second.size);
    MUST(first.size == 0 || !memcmp(first.bytes, second.bytes, first.size));
    output_free(&first);
    output_free(&second);
    byline_parser_free(parser);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    byline_options options = {0};
    if (size < 4)
        return 0;
    unsigned flags = data[0];
    if (flags & HAS_URL)
        options.url = "https://harbour.example/2024/05/06/ferry-returns.html";
    if (flags & HAS_CLOCK)
        options.now = 1715000000;
    if (flags & HAS_CHARSET)
        options.charset = CHARSETS[data[3] % (sizeof CHARSETS / sizeof *CHARSETS)];
    options.explain = flags & EXPLAINS;
    choose_limit(&options.limits, data[1], data[2]);
    check_page(data + 4, size - 4, &options);
    if (flags & PARSES_TWICE)
        parse_twice(data + 4, size - 4, &options);
    return 0;
}
