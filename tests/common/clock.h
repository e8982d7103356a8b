/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* clock.h - a clock that only goes forward. The file that includes it asks for POSIX first. */
#ifndef BL_TESTS_CLOCK_H
#define BL_TESTS_CLOCK_H

#include <time.h>

static inline double
clock_read(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Nanoseconds since some time. */
static inline double
clock_ns(void)
{
    return clock_read(CLOCK_MONOTONIC);
}

/* Nanoseconds that this thread has worked: what else the machine does counts little. */
static inline double
clock_of_thread_ns(void)
{
    return clock_read(CLOCK_THREAD_CPUTIME_ID);
}

#endif
