/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _POSIX_C_SOURCE 200809L
#include "common/heap.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "common/sanitized.h"

static atomic_bool watching, failed, spares_strdup;
static atomic_long live_bytes, peak_bytes, live_blocks, allocations, fail_first, fail_last, fail_each;

void
heap_watch(bool on)
{
    atomic_store(&watching, false);
    live_bytes = peak_bytes = live_blocks = allocations = 0;
    heap_fail_at(0);
    atomic_store(&watching, on);
}

heap_counts
heap_read(void)
{
    return (heap_counts){live_bytes, peak_bytes, live_blocks, allocations};
}

static void
fail_between(long first, long last)
{
    atomic_store(&failed, false);
    atomic_store(&fail_each, 0);
    atomic_store(&fail_last, last);
    atomic_store(&fail_first, first);
}

void
heap_fail_at(long n)
{
    long now = atomic_load(&allocations);
    fail_between(n ? now + n : 0, now + n);
}

void
heap_fail_from(long n)
{
    fail_between(n ? atomic_load(&allocations) + n : 0, __LONG_MAX__);
}

void
heap_fail_each(long n)
{
    fail_between(0, 0);
    atomic_store(&fail_each, n);
}

void
heap_spare_strdup(bool on)
{
    atomic_store(&spares_strdup, on);
}

bool
heap_has_failed(void)
{
    return atomic_load(&failed);
}

#if defined(__GLIBC__) && !IS_SANITIZED
#include <malloc.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);
void __libc_free(void *memory);

bool
heap_is_watched(void)
{
    return true;
}

void
heap_keep(bool on)
{
    const int small = 1 << 13, large = 1 << 25, all = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, on ? large : small);
    if (on)
        mallopt(M_MMAP_THRESHOLD, all); /* newer ones take more than 32 MB */
    mallopt(M_TRIM_THRESHOLD, on ? all : 0);
}

/* May this allocation succeed? */
static bool
admit(void)
{
    long n = atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1;
    long first = atomic_load_explicit(&fail_first, memory_order_relaxed);
    long each = atomic_load_explicit(&fail_each, memory_order_relaxed);
    if (each && n % each == 0) {
        atomic_store(&failed, true);
        errno = ENOMEM;
        return false;
    }
    if (first == 0 || n < first || n > atomic_load_explicit(&fail_last, memory_order_relaxed))
        return true;
    atomic_store(&failed, true);
    errno = ENOMEM;
    return false;
}

static void
add(void *memory, long blocks)
{
    if (!memory)
        return;
    long size = (long)malloc_usable_size(memory) * blocks;
    long live = atomic_fetch_add_explicit(&live_bytes, size, memory_order_relaxed) + size;
    atomic_fetch_add_explicit(&live_blocks, blocks, memory_order_relaxed);
    long peak = atomic_load_explicit(&peak_bytes, memory_order_relaxed);
    while (live > peak && !atomic_compare_exchange_weak(&peak_bytes, &peak, live)) {
    }
}

static bool
is_on(void)
{
    return atomic_load_explicit(&watching, memory_order_relaxed);
}

void *
malloc(size_t size)
{
    if (!is_on())
        return __libc_malloc(size);
    if (!admit())
        return NULL;
    void *memory = __libc_malloc(size);
    add(memory, 1);
    return memory;
}

char *
strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    bool is_spared = is_on() && atomic_load_explicit(&spares_strdup, memory_order_relaxed);
    void *memory = is_spared ? __libc_malloc(size) : malloc(size);
    if (is_spared)
        add(memory, 1);
    return memory ? memcpy(memory, text, size) : NULL;
}

void *
calloc(size_t count, size_t size)
{
    if (!is_on())
        return __libc_calloc(count, size);
    if (!admit())
        return NULL;
    void *memory = __libc_calloc(count, size);
    add(memory, 1);
    return memory;
}

void *
realloc(void *old, size_t size)
{
    if (!is_on())
        return __libc_realloc(old, size);
    if (!admit())
        return NULL;
    add(old, -1);
    void *memory = __libc_realloc(old, size);
    add(memory ? memory : size ? old : NULL, 1);
    return memory;
}

static void *
aligned(size_t align, size_t size)
{
    if (!is_on())
        return __libc_memalign(align, size);
    if (!admit())
        return NULL;
    void *memory = __libc_memalign(align, size);
    add(memory, 1);
    return memory;
}

void *
memalign(size_t align, size_t size)
{
    return aligned(align, size);
}

void *
aligned_alloc(size_t align, size_t size)
{
    return aligned(align, size);
}

int
posix_memalign(void **to, size_t align, size_t size)
{
    void *memory = aligned(align, size);
    if (!memory)
        return ENOMEM;
    *to = memory;
    return 0;
}

void
free(void *memory)
{
    if (is_on())
        add(memory, -1);
    __libc_free(memory);
}

#else

bool
heap_is_watched(void)
{
    return false;
}

void
heap_keep(bool on)
{
    (void)on;
}

#endif
