/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Sizes, options and allocators at the edge of what a caller can hand over. From outside, as test_contract.c. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "ferry.h"
#include "outside.h"

static bool
join(void *context, const char *bytes, size_t size)
{
    char *text = context;
    assert_true(strlen(text) + size < 16384);
    strncat(text, bytes, size);
    return true;
}

static void
assert_same(const byline_article *a, const byline_article *b)
{
    char one[16384] = "", other[16384] = "";
    assert_int_equal(byline_write(a, BYLINE_FORMAT_JSON, NULL, join, one, NULL), BYLINE_OK);
    assert_int_equal(byline_write(b, BYLINE_FORMAT_JSON, NULL, join, other, NULL), BYLINE_OK);
    assert_string_equal(one, other);
}

/* Such a size is refused before a byte is read: there are not as many. */
static void
test_sizes(void **state)
{
    (void)state;
    static const size_t SIZES[] = {SIZE_MAX, SIZE_MAX / 2 + 1, SIZE_MAX - 15, UINT32_MAX, UINT32_MAX / 4 + 1};
    for (size_t i = 0; i < 2 * sizeof SIZES / sizeof *SIZES; i++) {
        size_t size = SIZES[i / 2];
        byline_options options = {.limits = {.page_bytes = i % 2 ? SIZE_MAX : 0, .memory_bytes = SIZE_MAX}};
        byline_article *article = NULL;
        byline_error error = {0};
        assert_int_equal(byline_parse(PAGE, size, &options, &article, &error), BYLINE_E_LIMIT_PAGE_BYTES);
        assert_true(error.offset > 0 && error.offset < size);
        assert_int_equal(byline_parse(NULL, size, &options, &article, &error), BYLINE_E_ARGUMENT);
        assert_null(article);
    }
}

static byline_options
options_of(size_t limit)
{
    return (byline_options){.limits = {.page_bytes = limit,
                                       .memory_bytes = limit,
                                       .nodes = limit,
                                       .depth = limit,
                                       .attributes = limit,
                                       .formatting = limit,
                                       .json_ld_bytes = limit,
                                       .json_ld_depth = limit,
                                       .deadline_ms = (unsigned)(limit >> 1)}};
}

static void
test_limits_of_any_size(void **state)
{
    (void)state;
    byline_article *usual = NULL;
    assert_int_equal(byline_parse(PAGE, sizeof PAGE - 1, NULL, &usual, NULL), BYLINE_OK);
    static const size_t LARGE[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2, UINT32_MAX, INT32_MAX};
    for (size_t i = 0; i < sizeof LARGE / sizeof *LARGE; i++) {
        byline_options options = options_of(LARGE[i]);
        options.now = i % 2 ? INT64_MIN : INT64_MAX;
        byline_article *article = NULL;
        assert_int_equal(byline_parse(PAGE, sizeof PAGE - 1, &options, &article, NULL), BYLINE_OK);
        assert_same(usual, article);
        byline_article_free(article);
    }
    for (size_t limit = 1; limit < 1 << 20; limit += 1 + limit / 3) {
        byline_options options = options_of(limit);
        options.limits.page_bytes = options.limits.deadline_ms = 0;
        byline_article *article = NULL;
        byline_status status = byline_parse(PAGE, sizeof PAGE - 1, &options, &article, NULL);
        assert_true(status == BYLINE_OK || (status == BYLINE_E_LIMIT_MEMORY && limit < 1 << 17));
        byline_article_free(article);
    }
    byline_article_free(usual);
}

/* ---- allocators ---------------------------------------------------------------------------------- */

/* One that knows its own memory, and gives no block of more than most bytes. */
typedef struct owner {
    size_t most;
    size_t live;
} owner;

typedef union head {
    owner *of;
    max_align_t align;
} head;

static void *
allocate(void *context, size_t size)
{
    owner *from = context;
    head *block = size > from->most ? NULL : malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->of = from;
    from->live++;
    return block + 1;
}

static void
release(void *context, void *memory)
{
    head *block = (head *)memory - 1;
    assert_ptr_equal(block->of, context);
    block->of->live--;
    free(block);
}

static byline_options
owned_by(owner *from)
{
    return (byline_options){.allocator = {allocate, release, from}};
}

static void
test_small_blocks(void **state)
{
    (void)state;
    bool any = false;
    for (size_t most = 1; most < 1 << 21; most *= 2) {
        owner from = {.most = most};
        byline_options options = owned_by(&from);
        byline_article *article = NULL;
        byline_status status = byline_parse(PAGE, sizeof PAGE - 1, &options, &article, NULL);
        assert_true(status == BYLINE_OK || (status == BYLINE_E_MEMORY && !any));
        any |= status == BYLINE_OK;
        byline_article_free(article);
        assert_int_equal(from.live, 0);
    }
    assert_true(any);
}

static void
test_half_an_allocator(void **state)
{
    (void)state;
    owner from = {.most = SIZE_MAX};
    byline_options options[] = {{.allocator = {.allocate = allocate, .context = &from}},
                                {.allocator = {.release = release, .context = &from}}};
    byline_parser *parser = NULL, *good = NULL;
    byline_article *article = NULL;
    assert_int_equal(byline_parser_new(NULL, &good, NULL), BYLINE_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(byline_parse(PAGE, sizeof PAGE - 1, &options[i], &article, NULL), BYLINE_E_ARGUMENT);
        assert_int_equal(byline_parser_new(&options[i], &parser, NULL), BYLINE_E_ARGUMENT);
        assert_int_equal(byline_parser_parse(good, PAGE, sizeof PAGE - 1, &options[i], &article, NULL), BYLINE_E_ARGUMENT);
        assert_null(parser);
        assert_null(article);
    }
    byline_parser_free(good);
}

/* Memory goes back to where it came from; no parser minds the other, and an article minds neither. */
static void
test_two_parsers(void **state)
{
    (void)state;
    owner owners[] = {{.most = SIZE_MAX}, {.most = SIZE_MAX}, {.most = SIZE_MAX}};
    byline_options options[] = {owned_by(&owners[0]), owned_by(&owners[1]), owned_by(&owners[2]), {0}};
    byline_parser *parsers[2] = {NULL, NULL};
    byline_article *articles[8] = {NULL};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(byline_parser_new(&options[i], &parsers[i], NULL), BYLINE_OK);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(
            byline_parser_parse(parsers[i % 2], PAGE, sizeof PAGE - 1, &options[i / 2], &articles[i], NULL), BYLINE_OK);
    byline_parser_free(parsers[0]);
    byline_parser_free(parsers[1]);
    for (size_t i = 1; i < 8; i++) {
        assert_same(articles[0], articles[i]);
        byline_article_free(articles[i]);
    }
    byline_article_free(articles[0]);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(owners[i].live, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),         cmocka_unit_test(test_limits_of_any_size),
        cmocka_unit_test(test_small_blocks),  cmocka_unit_test(test_half_an_allocator),
        cmocka_unit_test(test_two_parsers),
    };
    return cmocka_run_group_tests_name("extremes", tests, NULL, NULL);
}
