/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What the public headers promise, checked from outside: this program links the shared library. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "ferry.h"
#include "outside.h"

static const char PLAIN[] = "Ferry returns\n\nMay 2, 2024\n\nThe ferry to the outer islands runs again after a winter "
                            "of repairs, the harbour office said on Thursday.\n\nap/kl (AFP, dpa)\n";

/* ---- helpers ---------------------------------------------------------------------------------- */

/* An allocator that counts, and that fails from one call on. */
typedef struct counter {
    size_t calls;
    size_t live;
    size_t fail_at; /* 0 is never */
} counter;

static void *
counted_allocate(void *context, size_t size)
{
    counter *c = context;
    assert_true(size > 0);
    if (++c->calls == c->fail_at)
        return NULL;
    c->live++;
    return malloc(size);
}

static void
counted_release(void *context, void *memory)
{
    counter *c = context;
    assert_non_null(memory);
    c->live--;
    free(memory);
}

static byline_options
counted_options(counter *c)
{
    return (byline_options){.url = "https://shore.example/ferry",
                            .explain = true,
                            .allocator = {counted_allocate, counted_release, c}};
}

static char *
as_json(const byline_article *article)
{
    static output o;
    o = (output){.most = sizeof o.text - 1};
    assert_int_equal(byline_write(article, BYLINE_FORMAT_JSON_LINE, NULL, keep, &o, NULL), BYLINE_OK);
    o.text[o.size] = '\0';
    return strdup(o.text);
}

/* ---- limits and memory ---------------------------------------------------------------------------- */

static void
test_limits(void **state)
{
    (void)state;
    byline_article *article = UNTOUCHED;
    byline_options options = {.limits = {.page_bytes = 10}};
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_LIMIT_PAGE_BYTES);
    options = (byline_options){.limits = {.memory_bytes = 4096}};
    assert_fails(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, to), BYLINE_E_LIMIT_MEMORY);
    assert_ptr_equal(article, UNTOUCHED);
    options = (byline_options){.limits = {.nodes = 8}};
    article = parse(PAGE, &options);
    assert_true(article->truncated);
    assert_int_equal(article->limit, BYLINE_LIMIT_NODES);
    byline_article_free(article);
}

/* A state that would be read, were it not too long, is something that the answer lacks; so are further pieces of a stream. */
static void
test_state_within_bytes(void **state)
{
    (void)state;
#define PARAGRAPH "<p>The ferry runs again after a winter of repairs, the harbour office said on Thursday.</p>"
    static const char JSON[] = "<title>Ferry</title><script type=application/json>[\"" PARAGRAPH PARAGRAPH PARAGRAPH
                               PARAGRAPH "\"]</script>";
    static const char STREAM[] =
        "<title>Ferry</title><script>self.__next_f.push([1,\"1:T3e7," PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH
        "\"])</script>"
        "<script>self.__next_f.push([1,\"" PARAGRAPH PARAGRAPH PARAGRAPH PARAGRAPH "\"])</script>"
        "<script>self.__next_f.push([1,\"<p>Other.</p>\"])</script>";
    const struct {
        const char *page;
        size_t bytes, blocks;
    } rows[] = {{JSON, 0, 4}, {JSON, 100, 0}, {STREAM, 0, 10}, {STREAM, 700, 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        byline_options options = {.limits = {.json_ld_bytes = rows[i].bytes}};
        byline_article *article = parse(rows[i].page, &options);
        assert_int_equal(article->body_count, rows[i].blocks);
        assert_int_equal(article->limit, rows[i].bytes ? BYLINE_LIMIT_JSON_LD : BYLINE_LIMIT_NONE);
        byline_article_free(article);
    }
}

/* A page that takes more memory than it may: its beginning is read. */
static void
test_memory_is_for_a_part(void **state)
{
    (void)state;
    static const char ITEM[] = "<p>The ferry to the outer islands runs again after a winter of repairs, the harbour office "
                               "said on Thursday, and will leave three times a day, by Ada Quill.";
    enum { ITEMS = 1000, LENGTH = sizeof ITEM - 1 };
    char *page = malloc(ITEMS * LENGTH);
    byline_article *article = NULL;
    assert_non_null(page);
    for (size_t i = 0; i < ITEMS; i++)
        memcpy(page + i * LENGTH, ITEM, LENGTH);
    byline_options options = {.limits = {.memory_bytes = (size_t)5 << 14}};
    assert_int_equal(byline_parse(page, ITEMS * LENGTH, &options, &article, NULL), BYLINE_OK);
    assert_true(article->truncated);
    assert_int_equal(article->limit, BYLINE_LIMIT_MEMORY);
    assert_string_equal(byline_limit_name(article->limit), "memory");
    byline_article_free(article);
    free(page);
}

/* A page that takes far longer than a millisecond; and it takes no harm from a deadline that is far away. */
static void
test_deadline(void **state)
{
    (void)state;
    static const char LINE[] = "<p>The ferry to the outer islands runs again after a winter of repairs, it said.</p>\n";
    enum { LINES = 20000 };
    size_t length = sizeof LINE - 1;
    char *page = malloc(LINES * length);
    assert_non_null(page);
    for (size_t i = 0; i < LINES; i++)
        memcpy(page + i * length, LINE, length);
    byline_article *article = UNTOUCHED;
    byline_options options = {.limits = {.deadline_ms = 1}};
    assert_fails(byline_parse(page, LINES * length, &options, &article, to), BYLINE_E_LIMIT_DEADLINE);
    assert_ptr_equal(article, UNTOUCHED);
    options.limits.deadline_ms = 1000000;
    assert_int_equal(byline_parse(page, LINES * length, &options, &article, NULL), BYLINE_OK);
    byline_article_free(article);
    free(page);
}

static void
test_allocator_is_used_and_emptied(void **state)
{
    (void)state;
    counter c = {0};
    byline_options options = counted_options(&c);
    byline_article *article = parse(PAGE, &options);
    assert_true(c.calls > 0);
    assert_true(c.live > 0);
    byline_article_free(article);
    assert_int_equal(c.live, 0);
}

/* The first n allocations succeed and the next fails, for every n until the parse goes through. */
static void
fail_each_allocation(const char *page)
{
    size_t fail_at = 1;
    for (byline_status status = BYLINE_E_MEMORY; status != BYLINE_OK; fail_at++) {
        counter c = {.fail_at = fail_at};
        byline_options options = counted_options(&c);
        byline_article *article = UNTOUCHED;
        byline_error error = {0};
        status = byline_parse(page, strlen(page), &options, &article, &error);
        if (status == BYLINE_OK) {
            assert_true(c.calls < fail_at);
            byline_article_free(article);
        } else {
            assert_int_equal(status, BYLINE_E_MEMORY);
            assert_int_equal(error.status, BYLINE_E_MEMORY);
            assert_ptr_equal(article, UNTOUCHED);
        }
        assert_int_equal(c.live, 0);
        assert_true(fail_at < 10000);
    }
    assert_true(fail_at > 2);
}

static void
test_every_allocation_fails(void **state)
{
    (void)state;
    fail_each_allocation(PAGE);
    fail_each_allocation(PLAIN);
}

static void
test_parser_every_allocation_fails(void **state)
{
    (void)state;
    byline_status status = BYLINE_E_MEMORY;
    for (size_t fail_at = 1; status != BYLINE_OK && fail_at < 10000; fail_at++) {
        counter c = {.fail_at = fail_at};
        byline_options options = counted_options(&c);
        byline_parser *parser = NULL;
        byline_article *article = UNTOUCHED;
        status = byline_parser_new(&options, &parser, NULL);
        if (status == BYLINE_OK)
            status = byline_parser_parse(parser, PAGE, sizeof PAGE - 1, &options, &article, NULL);
        if (status != BYLINE_OK && parser) {
            /* After a failure the parser may be used again. */
            assert_int_equal(status, BYLINE_E_MEMORY);
            c.fail_at = 0;
            assert_int_equal(byline_parser_parse(parser, PAGE, sizeof PAGE - 1, &options, &article, NULL), BYLINE_OK);
        }
        byline_parser_free(parser);
        if (article != UNTOUCHED)
            byline_article_free(article);
        assert_int_equal(c.live, 0);
    }
    assert_int_equal(status, BYLINE_OK);
}

/* ---- ownership ------------------------------------------------------------------------------------ */

static void
test_input_is_not_kept(void **state)
{
    (void)state;
    char *page = strdup(PAGE), *url = strdup("https://shore.example/ferry");
    byline_options options = {.url = url, .explain = true};
    byline_article *article = parse(page, &options);
    char *before = as_json(article);
    memset(page, 'x', strlen(page));
    memset(url, 'x', strlen(url));
    free(page);
    free(url);
    char *after = as_json(article);
    assert_string_equal(before, after);
    assert_string_equal(article->url, "https://shore.example/ferry");
    free(before);
    free(after);
    byline_article_free(article);
}

static void
test_parser_is_reused(void **state)
{
    (void)state;
    byline_parser *parser;
    byline_article *first, *second = UNTOUCHED, *third, *plain;
    assert_int_equal(byline_parser_new(NULL, &parser, NULL), BYLINE_OK);
    assert_int_equal(byline_parser_parse(parser, PAGE, sizeof PAGE - 1, NULL, &first, NULL), BYLINE_OK);
    assert_int_equal(byline_parser_parse(parser, "", 0, NULL, &second, NULL), BYLINE_E_EMPTY);
    assert_ptr_equal(second, UNTOUCHED);
    assert_int_equal(byline_parser_parse(parser, PLAIN, sizeof PLAIN - 1, NULL, &plain, NULL), BYLINE_OK);
    assert_int_equal(byline_parser_parse(parser, PAGE, sizeof PAGE - 1, NULL, &third, NULL), BYLINE_OK);
    byline_parser_free(parser);
    byline_article *alone = parse(PAGE, NULL);
    char *a = as_json(first), *b = as_json(third), *c = as_json(alone);
    assert_string_equal(a, b);
    assert_string_equal(a, c);
    free(a);
    free(b);
    free(c);
    byline_article_free(alone);
    byline_article_free(plain);
    byline_article_free(third);
    byline_article_free(first);
}

static void
test_explain_keeps_claims(void **state)
{
    (void)state;
    byline_article *article = parse(PAGE, NULL);
    assert_null(article->claims);
    assert_int_equal(article->claim_count, 0);
    byline_article_free(article);
    byline_options options = {.explain = true};
    article = parse(PAGE, &options);
    assert_true(article->claim_count > 0);
    size_t won = 0;
    for (size_t i = 0; i < article->claim_count; i++)
        won += article->claims[i]->won;
    assert_true(won > 0);
    byline_article_free(article);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_state_within_bytes),
        cmocka_unit_test(test_memory_is_for_a_part),
        cmocka_unit_test(test_deadline),
        cmocka_unit_test(test_allocator_is_used_and_emptied),
        cmocka_unit_test(test_every_allocation_fails),
        cmocka_unit_test(test_parser_every_allocation_fails),
        cmocka_unit_test(test_input_is_not_kept),
        cmocka_unit_test(test_parser_is_reused),
        cmocka_unit_test(test_explain_keeps_claims),
    };
    return cmocka_run_group_tests_name("contract", tests, NULL, NULL);
}
