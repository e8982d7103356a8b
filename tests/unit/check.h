/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* check.h - what every unit test includes: cmocka, and an arena that fails the test when memory ends. */
#ifndef BL_TESTS_CHECK_H
#define BL_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/span.h"

#define assert_span_equal(span, literal)                                                           \
    do {                                                                                           \
        bl_span span_ = (span);                                                                    \
        assert_int_equal(span_.n, strlen(literal));                                                \
        if (span_.n)                                                                               \
            assert_memory_equal(span_.p, (literal), span_.n);                                      \
    } while (0)

/* Run the block that follows with an arena named a; a jump by its trap fails the test. */
#define WITH_ARENA(a)                                                                              \
    bl_arena a;                                                                                    \
    bl_trap a##_trap;                                                                              \
    bl_arena_init(&a, NULL, 0);                                                                    \
    a.trap = &a##_trap;                                                                            \
    if (setjmp(a##_trap.jump))                                                                     \
        fail_msg("the arena's trap was taken");                                                    \
    for (int a##_once = 1; a##_once; a##_once = 0, bl_arena_free(&a))

#endif
