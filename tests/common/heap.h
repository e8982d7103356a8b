/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * heap.h - malloc with an eye on it: of this program and of every library it uses.
 *
 * It stands in front of glibc's own. Elsewhere, and under a sanitizer that brings its own malloc, nothing is
 * counted and heap_is_watched() is false.
 */
#ifndef BL_TESTS_HEAP_H
#define BL_TESTS_HEAP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct heap_counts {
    long live_bytes; /* since heap_watch(true); below 0 where older blocks were freed */
    long peak_bytes;
    long live_blocks;
    long allocations; /* those that failed included */
} heap_counts;

bool heap_is_watched(void);

/* Start from zero, or stop. All threads are counted together. */
void heap_watch(bool on);
heap_counts heap_read(void);

/*
 * Keep what is freed for the next malloc(), whatever its size; or give all that is large back to the system at once.
 * Else the C library does the one or the other, depending on what was freed before.
 */
void heap_keep(bool on);

/* While watched, the n-th allocation from now on, and no other, gives NULL. 0 is none. */
void heap_fail_at(long n);
/* Every one from the n-th on. */
void heap_fail_from(long n);
/* Every n-th, whichever thread asks. 0 is none. */
void heap_fail_each(long n);
/*
 * Let strdup() succeed always: json-c before 0.17 writes through NULL where its copy of a member's name gets no
 * memory, and makes no other use of it.
 */
void heap_spare_strdup(bool on);
/* Did one fail since the last heap_fail_at(), heap_fail_from() or heap_fail_each()? */
bool heap_has_failed(void);

#endif
