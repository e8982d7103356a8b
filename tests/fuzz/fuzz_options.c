/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * fuzz_options.c - a page under any options and limits, with an allocator that may fail and a sink that may stop:
 * the first bytes choose them. Whatever they are, there is an answer that the headers allow, and no block is left.
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz/check.h"
#include "fuzz/target.h"

/* Where each choice stands in the first bytes. */
enum { FLAGS, CHARSET, URL, NOW, PAGE_BYTES, MEMORY_BYTES, NODES, DEPTH, ATTRIBUTES, FORMATTING, JSON_LD_BYTES,
       JSON_LD_DEPTH, FAIL_AT, OUTPUT_BYTES, STOP_AT, FIELD, CHOICES };

enum { EXPLAINS = 1, OWN_ALLOCATOR = 2, KEEPS_PARSER = 4, HAS_FILE = 8, HAS_ERROR = 16 };

static const char *const CHARSETS[] = {NULL, "utf-8", "windows-1252", "gbk", "shift_jis", "utf-16le", "koi8-r", "",
                                       "text/html; charset=\"iso-8859-1\"", "x-nonsense", "\xff"};
static const char *const URLS[] = {NULL, "https://harbour.example/2024/05/06/ferry-returns.html", "http://", "https://a",
                                   "http://[::1]:99999/%", "https://user:word@harbour.example/a?b#c", "ftp://a", "",
                                   "HTTPS://HARBOUR.EXAMPLE", "https://a/\xff\x01"};
static const char *const FIELDS[] = {NULL, "headline", "body", "images", "published", "origins", "credit_line", "url",
                                     "authors", "claims", "no such field", ""};
static const int64_t CLOCKS[] = {0, 1715000000, -1, 1, INT64_MAX, INT64_MIN, 253402300800, -62135596800};

#define CHOOSE(table, byte) ((table)[(byte) % (sizeof(table) / sizeof *(table))])

/* A small number, a round one, or one at the end of its type. */
static size_t
choose_size(uint8_t byte, size_t unit)
{
    static const size_t ENDS[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2, UINT32_MAX, (size_t)UINT32_MAX + 1, INT32_MAX,
                                  UINT16_MAX, 65536, 256, 255};
    if (byte >= 240)
        return CHOOSE(ENDS, byte - 240);
    return byte < 64 ? byte : (size_t)(byte - 63) * unit;
}

typedef struct counted {
    size_t left; /* allocations that may still succeed */
    size_t live;
} counted;

static void *
allocate(void *context, size_t size)
{
    counted *c = context;
    MUST(size > 0);
    if (c->left == 0)
        return NULL;
    c->left--;
    void *memory = malloc(size);
    c->live += memory != NULL;
    return memory;
}

static void
release(void *context, void *memory)
{
    counted *c = context;
    MUST(memory && c->live);
    c->live--;
    free(memory);
}

typedef struct stopping {
    output out;
    size_t stop_at;
} stopping;

static bool
take_until(void *context, const char *bytes, size_t size)
{
    stopping *s = context;
    return s->out.size + size < s->stop_at && output_take(&s->out, bytes, size);
}

static void
write_all(const byline_article *article, const uint8_t *choice)
{
    byline_write_options options = {.field = CHOOSE(FIELDS, choice[FIELD])};
    options.output_bytes = choose_size(choice[OUTPUT_BYTES], 64);
    if (choice[FLAGS] & HAS_FILE)
        options.file = "a \"b\"\n\x1b[31m\xff.html";
    for (int format = 0; format < 8; format++) {
        stopping s = {.stop_at = choice[STOP_AT] ? choose_size(choice[STOP_AT], 256) : SIZE_MAX};
        byline_error error = {0};
        byline_status status = byline_write(article, (byline_format)format, &options, take_until, &s, &error);
        MUST(status == BYLINE_OK || status == error.status);
        MUST(!options.output_bytes || s.out.size <= options.output_bytes);
        if (status == BYLINE_OK) {
            if (s.out.size)
                check_output((byline_format)format, s.out.bytes, s.out.size);
        } else {
            MUST(status == BYLINE_E_ARGUMENT || status == BYLINE_E_LIMIT_OUTPUT || status == BYLINE_E_WRITE);
        }
        output_free(&s.out);
    }
}

static byline_options
choose_options(const uint8_t *choice, counted *memory)
{
    byline_options options = {.charset = CHOOSE(CHARSETS, choice[CHARSET]), .url = CHOOSE(URLS, choice[URL])};
    options.now = CHOOSE(CLOCKS, choice[NOW]);
    options.explain = choice[FLAGS] & EXPLAINS;
    options.limits = (byline_limits){
        .page_bytes = choose_size(choice[PAGE_BYTES], 64),
        .memory_bytes = choose_size(choice[MEMORY_BYTES], 16384),
        .nodes = choose_size(choice[NODES], 16),
        .depth = choose_size(choice[DEPTH], 16),
        .attributes = choose_size(choice[ATTRIBUTES], 4),
        .formatting = choose_size(choice[FORMATTING], 4),
        .json_ld_bytes = choose_size(choice[JSON_LD_BYTES], 64),
        .json_ld_depth = choose_size(choice[JSON_LD_DEPTH], 4),
    };
    if (choice[FLAGS] & OWN_ALLOCATOR)
        options.allocator = (byline_allocator){allocate, release, memory};
    return options;
}

static bool
is_allowed(byline_status status)
{
    switch (status) {
    case BYLINE_OK: case BYLINE_E_EMPTY: case BYLINE_E_CHARSET: case BYLINE_E_URL: case BYLINE_E_BINARY:
    case BYLINE_E_MEMORY: case BYLINE_E_LIMIT_PAGE_BYTES: case BYLINE_E_LIMIT_MEMORY:
        return true;
    default:
        return false;
    }
}

static void
read_page(byline_parser *parser, const uint8_t *data, size_t size, const byline_options *options, const uint8_t *choice)
{
    static byline_article untouched;
    byline_article *article = &untouched;
    byline_error error = {0}, *to = choice[FLAGS] & HAS_ERROR ? &error : NULL;
    byline_status status = parser ? byline_parser_parse(parser, data, size, options, &article, to)
                                  : byline_parse(data, size, options, &article, to);
    MUST(is_allowed(status));
    MUST(status != BYLINE_E_MEMORY || options->allocator.allocate);
    if (status != BYLINE_OK) {
        MUST(article == &untouched);
        MUST(!to || (error.status == status && error.text));
        return;
    }
    check_article(article, size);
    write_all(article, choice);
    byline_article_free(article);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < CHOICES)
        return 0;
    counted memory = {.left = data[FAIL_AT] ? data[FAIL_AT] : SIZE_MAX};
    byline_options options = choose_options(data, &memory);
    const uint8_t *page = data + CHOICES;
    size_t page_size = size - CHOICES;
    byline_parser *parser = NULL;
    if (data[FLAGS] & KEEPS_PARSER) {
        byline_status status = byline_parser_new(&options, &parser, NULL);
        MUST(status == BYLINE_OK || (status == BYLINE_E_MEMORY && !parser));
        /* the same parser first under other limits, and on half a page */
        byline_options plain = {.allocator = options.allocator};
        if (parser)
            read_page(parser, page, page_size / 2, &plain, data);
    }
    read_page(parser, page, page_size, &options, data);
    byline_parser_free(parser);
    MUST(memory.live == 0);
    return 0;
}
