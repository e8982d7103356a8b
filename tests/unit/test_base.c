/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <stdlib.h>

#include "base/builder.h"
#include "base/digits.h"
#include "base/unicode.h"
#include "base/vector.h"

static void
test_arena_budget(void **state)
{
    (void)state;
    bl_arena a;
    bl_trap trap;
    bl_arena_init(&a, NULL, 4096);
    a.trap = &trap;
    bl_budget budget = {.most = 8192};
    a.budget = &budget;
    if (setjmp(trap.jump) == 0) {
        for (;;)
            bl_alloc(&a, 1000);
    }
    assert_int_equal(trap.status, BYLINE_E_LIMIT_MEMORY);
    assert_true(budget.used > 0 && budget.used <= budget.most);
    bl_arena_free(&a);
    assert_int_equal(budget.used, 0);
}

/* Chunks that an earlier, larger page has left are no reason to refuse a small one. */
static void
test_arena_history(void **state)
{
    (void)state;
    bl_arena a;
    bl_trap trap;
    bl_arena_init(&a, NULL, 4096);
    a.trap = &trap;
    for (volatile int round = 0; round < 2; round++) {
        bl_budget budget = {.most = 100000};
        a.budget = &budget;
        if (setjmp(trap.jump) == 0)
            for (;;)
                bl_alloc(&a, 1024); /* of any alignment */
        assert_int_equal(trap.status, BYLINE_E_LIMIT_MEMORY);
        assert_int_equal(budget.used, 100000 / 1024 * 1024);
        bl_arena_reset(&a, 1 << 24);
        a.budget = NULL;
        bl_alloc(&a, 1 << 20); /* a chunk far beyond the budget stays */
        bl_arena_reset(&a, 1 << 24);
    }
    bl_arena_free(&a);
}

/* What a growing vector leaves behind is taken by what comes later. */
static void
test_arena_holes(void **state)
{
    (void)state;
    bl_arena a;
    bl_arena_init(&a, NULL, 4096);
    char *left = bl_alloc(&a, 2000);
    bl_alloc(&a, 16); /* so that it can't grow where it stands */
    memset(left, 'x', 2000);
    char *grown = bl_realloc(&a, left, 2000, 6000);
    assert_memory_equal(grown + 1990, "xxxxxxxxxx", 10);
    assert_ptr_equal(bl_alloc(&a, 1000), left);
    bl_arena_free(&a);
}

/* A hole that is just large enough is as good as a larger one. */
static void
test_arena_fitting_hole(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        char *table = bl_alloc(&a, 3000);
        bl_release(&a, table, 3000);
        assert_ptr_equal(bl_alloc(&a, 2900), table);
    }
}

static void
test_arena_empty(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_budget budget = {.most = 1 << 20};
        a.budget = &budget;
        bl_arena_empty(&a);
        char *first = bl_alloc(&a, 100);
        assert_true(bl_arena_holds(&a, first + 50));
        assert_false(bl_arena_holds(&a, &a));
        bl_arena_empty(&a);
        assert_int_equal(budget.used, 0);
        assert_ptr_equal(bl_alloc(&a, 100), first);
        char *other = bl_alloc(&a, 100000);
        assert_true(bl_arena_holds(&a, other) && bl_arena_holds(&a, first));
        bl_arena_empty(&a);
        assert_int_equal(budget.used, 0);
        a.budget = NULL;
    }
}

/* A block with its size before it; the context counts what is given out. */
static void *
allocate_counted(void *live, size_t size)
{
    max_align_t *block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    *(size_t *)block = size;
    *(size_t *)live += size;
    return block + 1;
}

static void
release_counted(void *live, void *memory)
{
    max_align_t *block = (max_align_t *)memory - 1;
    *(size_t *)live -= *(size_t *)block;
    free(block);
}

/* Spare chunks that are too small do not lie idle beside a large one. */
static void
test_arena_gives_back(void **state)
{
    (void)state;
    size_t live = 0;
    byline_allocator counted = {.allocate = allocate_counted, .release = release_counted, .context = &live};
    bl_arena a;
    bl_trap trap;
    bl_arena_init(&a, &counted, 4096);
    a.trap = &trap;
    for (int i = 0; i < 10; i++)
        bl_alloc(&a, 4000);
    bl_arena_reset(&a, SIZE_MAX);
    size_t kept = live;
    assert_true(kept >= 40000);
    bl_alloc(&a, 60000);
    assert_true(live < 60000 + kept / 2);
    bl_arena_free(&a);
    assert_int_equal(live, 0);
}

/* An arena without a store of its own takes what another one keeps, and leaves its chunks there. */
static void
test_arena_store(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_arena b;
        bl_arena_init(&b, NULL, 4096);
        b.trap = a.trap;
        b.store = &a;
        void *first = bl_alloc(&b, 100000);
        bl_arena_reset(&b, SIZE_MAX);
        assert_ptr_equal(bl_alloc(&a, 100000), first);
        bl_arena_free(&b);
    }
}

static void
count_up(void *counter)
{
    ++*(int *)counter;
}

static void
test_arena_defers(void **state)
{
    (void)state;
    int closed = 0;
    WITH_ARENA(a) {
        bl_defer(&a, count_up, &closed);
        bl_defer(&a, count_up, &closed);
        bl_arena_reset(&a, 1 << 20);
        assert_int_equal(closed, 2);
        bl_defer(&a, count_up, &closed);
    }
    assert_int_equal(closed, 3);
}

static void
test_vector_grows(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        BL_VECTOR(int) v = {0};
        for (int i = 0; i < 1000; i++)
            BL_PUSH(&a, &v, i);
        assert_int_equal(v.count, 1000);
        for (int i = 0; i < 1000; i++)
            assert_int_equal(v.at[i], i);
    }
}

static void
test_span_finds(void **state)
{
    (void)state;
    assert_int_equal(bl_span_find(BL_SPAN("aab aaab"), BL_SPAN("aaab"), 0), 4);
    assert_int_equal(bl_span_find(BL_SPAN("aab"), BL_SPAN("b"), 3), BL_NOT_FOUND);
    assert_int_equal(bl_span_find_nocase(BL_SPAN("by JANE"), BL_SPAN("jane"), 0), 3);
    bl_span rest = BL_SPAN("a,,b"), part;
    assert_true(bl_span_next(&rest, ',', &part));
    assert_span_equal(part, "a");
    assert_true(bl_span_next(&rest, ',', &part));
    assert_span_equal(part, "");
    assert_true(bl_span_next(&rest, ',', &part));
    assert_span_equal(part, "b");
    assert_false(bl_span_next(&rest, ',', &part));
}

static void
test_clean(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        assert_span_equal(bl_clean(&a, BL_SPAN(" a \n\t b\xC2\xA0" "c\x01\xE2\x80\x8B""d "), false), "a b cd");
        assert_span_equal(bl_clean(&a, BL_SPAN("a \n b"), true), "a\nb");
        assert_span_equal(bl_clean(&a, BL_SPAN("e\xCC\x81t\xC3\xA9"), false), "\xC3\xA9t\xC3\xA9");
        assert_span_equal(bl_clean_typed(&a, BL_SPAN("\n a \r\n\tb  c\x01\n\n \n\n d\xC2\xA0 e \n")), "a\n    b  c\n\n d  e");
        assert_span_equal(bl_clean_typed(&a, BL_SPAN(" \n ")), "");
        assert_span_equal(bl_clean(&a, BL_SPAN("\xFF" "a"), false), "\xEF\xBF\xBD" "a");
        assert_span_equal(bl_fold(&a, BL_SPAN("\xE2\x80\x9CStra\xC3\x9F" "e\xE2\x80\x9D \xE2\x80\x94 X")), "\"strasse\" - x");
    }
}

static void
test_words(void **state)
{
    (void)state;
    assert_int_equal(bl_word_count(BL_SPAN("It's two words.")), 3);
    assert_int_equal(bl_word_count(BL_SPAN("\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE6\x96\x87")), 2);
    assert_int_equal(bl_rune_digit(0x0665), 5);
    assert_int_equal(bl_rune_digit('x'), -1);
}

static void
test_digits(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        const char *text;
    } rows[] = {{0, "0"}, {7, "7"}, {-10, "-10"}, {INT64_MAX, "9223372036854775807"}, {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < BL_COUNT(rows); i++) {
        char room[BL_DIGITS];
        assert_true(bl_span_is(bl_digits(rows[i].number, room), rows[i].text));
    }
}

/* Locales part a fraction by a comma, or by a sign of two bytes. */
static void
test_set_point(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"1.5", "1.5"}, {"-1,5e+30", "-1.5e+30"}, {"1\xD9\xAB""25", "1.25"}, {"12", "12"}, {"-inf", "-inf"}};
    for (size_t i = 0; i < BL_COUNT(rows); i++) {
        char number[16];
        size_t size = strlen(rows[i][0]);
        memcpy(number, rows[i][0], size);
        assert_true(bl_span_is(bl_span_from(number, bl_set_point(number, size)), rows[i][1]));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_budget), cmocka_unit_test(test_arena_history), cmocka_unit_test(test_arena_holes),
        cmocka_unit_test(test_arena_fitting_hole), cmocka_unit_test(test_arena_empty),
        cmocka_unit_test(test_arena_gives_back),
        cmocka_unit_test(test_arena_store), cmocka_unit_test(test_arena_defers), cmocka_unit_test(test_vector_grows),
        cmocka_unit_test(test_span_finds), cmocka_unit_test(test_clean), cmocka_unit_test(test_words),
        cmocka_unit_test(test_digits), cmocka_unit_test(test_set_point),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
