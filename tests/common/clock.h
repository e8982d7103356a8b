/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* clock.h - a clock that only goes forward. The file that includes it asks for POSIX first. */
#ifndef BL_TESTS_CLOCK_H
#define BL_TESTS_CLOCK_H

#include <time.h>

static inline double
clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

#endif
