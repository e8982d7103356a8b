/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* sanitized.h - is this a build with a sanitizer: one that replaces malloc, or any, which takes time and stack? */
#ifndef BL_TESTS_SANITIZED_H
#define BL_TESTS_SANITIZED_H

#include <stdbool.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

#ifdef BYLINE_SANITIZED
#define IS_SLOWED 1
#else
#define IS_SLOWED IS_SANITIZED
#endif

/* Sanitizers and valgrind are slow: then only the answer counts. */
static inline bool
is_timed(void)
{
    return !IS_SANITIZED && getenv("BYLINE_UNTIMED") == NULL;
}

#endif
