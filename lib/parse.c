/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The way through the house: bytes -> page -> evidence -> fields -> article. */
#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "evidence/evidence.h"
#include "fields/decide.h"
#include "grammar/grammar.h"
#include "model/model.h"
#include "page/page.h"

struct byline_parser {
    byline_allocator allocator;
    bl_arena scratch; /* the page, its evidence, and what the deciders need on the way */
    bl_arena parse;   /* what soon passes: the outline and gumbo's tree, then what is read and not kept */
};

/* Scratch memory that a parser keeps from page to page; a rare huge page gives the rest back. */
static const size_t KEEP = (size_t)16 << 20;
static const size_t SCRATCH_CHUNK = (size_t)256 << 10;

/* An http(s) address that is text: it is handed on with the article. */
static bool
is_address(bl_span url)
{
    if (!bl_span_starts_nocase(url, BL_SPAN("http://")) && !bl_span_starts_nocase(url, BL_SPAN("https://")))
        return false;
    if (!bl_utf8_valid(url, NULL))
        return false;
    for (size_t at = 0; at < url.n;) {
        uint32_t rune = bl_rune_next(url, &at);
        if (rune < ' ' || (rune >= 0x7F && rune < 0xA0))
            return false;
    }
    return true;
}

static bool
is_half(const byline_allocator *allocator)
{
    return !allocator->allocate != !allocator->release;
}

/* What a later version may ask for and this one cannot do. */
static bool
asks_for_more(const byline_options *options)
{
    bool any = false;
    for (size_t i = 0; i < sizeof options->reserved / sizeof options->reserved[0]; i++)
        any |= options->reserved[i] != NULL;
    for (size_t i = 0; i < sizeof options->limits.reserved / sizeof options->limits.reserved[0]; i++)
        any |= options->limits.reserved[i] != 0;
    return any;
}

/* What is wrong with the options, as a sentence; NULL is nothing. */
static const char *
fault_of(const byline_options *options)
{
    if (is_half(&options->allocator))
        return "the allocator lacks one of its two functions";
    return asks_for_more(options) ? "a reserved member of the options or of the limits is not 0" : NULL;
}

static byline_status
check(const void *bytes, size_t size, const byline_options *options, byline_article **article,
      byline_error *error)
{
    const char *fault = !article ? "article is NULL" : !bytes && size ? "bytes is NULL" : fault_of(options);
    if (fault)
        return bl_fail(error, BYLINE_E_ARGUMENT, fault, 0);
    if (size == 0)
        return bl_fail(error, BYLINE_E_EMPTY, NULL, 0);
    if (options->url && !is_address(bl_span_of(options->url)))
        return bl_fail(error, BYLINE_E_URL, NULL, 0);
    return BYLINE_OK;
}

static byline_status
read_article(byline_parser *parser, bl_span bytes, const byline_options *options,
             const byline_limits *limits, bool in_part, bl_article *to, byline_error *error)
{
    bl_page page = {.arena = &parser->scratch, .parse_arena = &parser->parse, .limits = *limits};
    page.in_part = in_part;
    page.limit = in_part ? BYLINE_LIMIT_MEMORY : BYLINE_LIMIT_NONE;
    byline_status status = bl_page_read(&page, bytes, options->charset, error);
    if (status != BYLINE_OK)
        return status;
    bl_arena_reset(&parser->parse, SIZE_MAX); /* what comes next takes its chunks */
    bl_check_deadline(&parser->scratch);

    bl_evidence evidence = {.page = &page, .document = &page.document, .arena = &parser->scratch};
    evidence.passing = &parser->parse;
    evidence.url = evidence.base = bl_span_of(options->url);
    evidence.now = bl_clock_of(options->now);
    bl_evidence_collect(&evidence);
    bl_arena_reset(&parser->parse, SIZE_MAX);
    bl_check_deadline(&parser->scratch);

    bl_decision decision = {.evidence = &evidence, .article = &to->article};
    decision.out = &to->arena;
    decision.scratch = &parser->scratch;
    decision.line.now = evidence.now;
    decision.explain = options->explain;
    bl_decide(&decision);
    bl_check_deadline(&parser->scratch);
    to->article.limit = page.limit;
    to->article.truncated = page.limit != BYLINE_LIMIT_NONE;
    return BYLINE_OK;
}

static void
share_budget(byline_parser *parser, bl_article *to, bl_budget *budget)
{
    parser->scratch.budget = parser->parse.budget = to->arena.budget = budget;
}

/* Every way out of memory below this function ends in its trap. */
static byline_status
read_guarded(byline_parser *parser, bl_span bytes, const byline_options *options,
             const byline_limits *limits, bool in_part, bl_article *to, byline_error *error)
{
    bl_trap trap = {.status = BYLINE_OK};
    parser->scratch.trap = parser->parse.trap = to->arena.trap = &trap;
    byline_status status;
    if (setjmp(trap.jump))
        status = bl_fail(error, trap.status, NULL, 0);
    else
        status = read_article(parser, bytes, options, limits, in_part, to, error);
    parser->scratch.trap = parser->parse.trap = to->arena.trap = NULL;
    return status;
}

static byline_status
read_in_budget(byline_parser *parser, bl_span bytes, const byline_options *options, bool in_part,
               bl_budget *budget, bl_article *to, byline_error *error)
{
    byline_limits limits = bl_limits_resolve(&options->limits, bytes.n);
    budget->most = limits.memory_bytes;
    budget->used = to->arena.used;
    if (limits.deadline_ms && !budget->deadline)
        budget->deadline = bl_clock_ms() + limits.deadline_ms;
    share_budget(parser, to, budget);
    parser->parse.store = &parser->scratch;
    bl_arena_expect(&parser->scratch, bytes.n);
    bl_arena_expect(&parser->parse, bytes.n);
    byline_status status = read_guarded(parser, bytes, options, &limits, in_part, to, error);
    bl_arena_reset(&parser->parse, KEEP);
    bl_arena_reset(&parser->scratch, KEEP);
    share_budget(parser, to, NULL);
    return status;
}

/* A page that takes too much memory is read once more, in part. */
static byline_status
read_whole_or_part(byline_parser *parser, bl_span bytes, const byline_options *options, byline_article **article,
                   byline_error *error)
{
    const byline_allocator *allocator = options->allocator.allocate ? &options->allocator : &parser->allocator;
    bl_budget budget = {0};
    byline_status status = BYLINE_E_LIMIT_MEMORY;
    for (int round = 0; round < 2 && status == BYLINE_E_LIMIT_MEMORY; round++) {
        bl_article *to = bl_article_new(allocator);
        if (!to)
            return bl_fail(error, BYLINE_E_MEMORY, NULL, 0);
        status = read_in_budget(parser, bytes, options, round > 0, &budget, to, error);
        if (status == BYLINE_OK)
            *article = &to->article;
        else
            byline_article_free(&to->article);
    }
    return status;
}

byline_status
byline_parser_parse(byline_parser *parser, const void *bytes, size_t size, const byline_options *options,
                    byline_article **article, byline_error *error)
{
    static const byline_options defaults = {0};
    if (!options)
        options = &defaults;
    if (!parser)
        return bl_fail(error, BYLINE_E_ARGUMENT, "parser is NULL", 0);
    byline_status status = check(bytes, size, options, article, error);
    if (status != BYLINE_OK)
        return status;
    return read_whole_or_part(parser, bl_span_from(bytes, size), options, article, error);
}

static void
open_parser(byline_parser *parser, const byline_options *options)
{
    *parser = (byline_parser){0};
    if (options)
        parser->allocator = options->allocator;
    bl_arena_init(&parser->scratch, &parser->allocator, SCRATCH_CHUNK);
    bl_arena_init(&parser->parse, &parser->allocator, SCRATCH_CHUNK);
}

static void
close_parser(byline_parser *parser)
{
    bl_arena_free(&parser->scratch);
    bl_arena_free(&parser->parse);
}

byline_status
byline_parser_new(const byline_options *options, byline_parser **parser, byline_error *error)
{
    const char *fault = !parser ? "parser is NULL" : options ? fault_of(options) : NULL;
    if (fault)
        return bl_fail(error, BYLINE_E_ARGUMENT, fault, 0);
    byline_parser opened;
    open_parser(&opened, options);
    byline_parser *made =
        opened.scratch.allocator.allocate(opened.scratch.allocator.context, sizeof *made);
    if (!made)
        return bl_fail(error, BYLINE_E_MEMORY, NULL, 0);
    *made = opened;
    *parser = made;
    return BYLINE_OK;
}

void
byline_parser_free(byline_parser *parser)
{
    if (!parser)
        return;
    byline_allocator allocator = parser->scratch.allocator;
    close_parser(parser);
    allocator.release(allocator.context, parser);
}

byline_status
byline_parse(const void *bytes, size_t size, const byline_options *options, byline_article **article,
             byline_error *error)
{
    byline_parser parser;
    open_parser(&parser, options);
    byline_status status = byline_parser_parse(&parser, bytes, size, options, article, error);
    close_parser(&parser);
    return status;
}
