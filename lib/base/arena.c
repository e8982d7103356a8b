/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _POSIX_C_SOURCE 200809L /* clock_gettime() */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "base/poison.h"

struct bl_chunk {
    bl_chunk *next;
    size_t size; /* of the whole chunk, this head included */
};

/* What a growing vector left behind, or the end of a chunk that was too small for what came next. */
struct bl_hole {
    bl_hole *next;
    size_t size;
};

struct bl_deferred {
    bl_deferred *next;
    void (*close)(void *object);
    void *object;
};

enum { ALIGN = alignof(max_align_t), MIN_CHUNK = 4096, LEAST_CHUNK = 16384, CHUNK_PART = 16 };

/* The first chunks are no more than such a part of what is expected. */
enum { FIRST_PART = 4 };

/* So many holes of one list are looked at. */
enum { HOLES_TRIED = 8 };

#define HEAD_SIZE ((sizeof(bl_chunk) + ALIGN - 1) / ALIGN * ALIGN)

/*
 * Chunks grow with what is in use, until this size, so that a large page takes few of them, and are no more than a
 * CHUNK_PARTth of it, so that little is wasted: the last chunk is seldom full.
 */
static const size_t MAX_CHUNK = (size_t)1 << 20;

static void *
libc_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void
libc_release(void *context, void *memory)
{
    (void)context;
    free(memory);
}

void
bl_arena_init(bl_arena *arena, const byline_allocator *allocator, size_t chunk_size)
{
    memset(arena, 0, sizeof *arena);
    if (allocator && allocator->allocate && allocator->release) {
        arena->allocator = *allocator;
    } else {
        arena->allocator.allocate = libc_allocate;
        arena->allocator.release = libc_release;
    }
    arena->chunk_size = chunk_size < MIN_CHUNK ? MIN_CHUNK : chunk_size;
    /* Where the system puts code and data differs from run to run. */
    arena->salt = bl_hash_key((uintptr_t)arena, (uintptr_t)&libc_release);
}

static bl_chunk **
spare_of(bl_arena *arena)
{
    return arena->store ? &arena->store->spare : &arena->spare;
}

void
bl_arena_expect(bl_arena *arena, size_t bytes)
{
    size_t part = bytes / FIRST_PART;
    while (!arena->head && !*spare_of(arena) && arena->chunk_size > part && arena->chunk_size / 2 >= LEAST_CHUNK)
        arena->chunk_size /= 2;
}

void
bl_throw(bl_arena *arena, byline_status status)
{
    arena->trap->status = status;
    longjmp(arena->trap->jump, 1);
}

size_t
bl_arena_room(const bl_arena *arena)
{
    const bl_budget *budget = arena->budget;
    return !budget ? SIZE_MAX : budget->used < budget->most ? budget->most - budget->used : 0;
}

/* Which list of holes is for size bytes; BL_HOLE_SIZES where none is. */
static size_t
holes_of(size_t size)
{
    size_t n = 0;
    while (n < BL_HOLE_SIZES && size >> (BL_HOLE_SMALLEST + n + 1))
        n++;
    return n;
}

/* Keep size bytes for what will fit in; fewer than the smallest hole are forgotten. */
static void
leave_hole(bl_arena *arena, void *at, size_t size)
{
    size_t n = holes_of(size);
    if (size >> BL_HOLE_SMALLEST == 0 || n >= BL_HOLE_SIZES)
        return;
    bl_hole *hole = at;
    hole->next = arena->holes[n];
    hole->size = size;
    arena->holes[n] = hole;
    bl_poison(hole + 1, size - sizeof *hole);
}

/* Where the list leads to one of its first holes that holds size bytes; NULL where none of them does. */
static bl_hole **
find_hole(bl_hole **list, size_t size)
{
    for (int i = 0; *list && i < HOLES_TRIED; i++) {
        if ((*list)->size >= size)
            return list;
        list = &(*list)->next;
    }
    return NULL;
}

/* Go on in a hole that holds size bytes and is not much larger, if there is any. */
static bool
enter_hole(bl_arena *arena, size_t size)
{
    bl_hole **link = NULL;
    for (size_t n = holes_of(size); n < BL_HOLE_SIZES && !link; n++)
        link = find_hole(&arena->holes[n], size);
    if (!link)
        return false;
    bl_hole *hole = *link;
    *link = hole->next;
    bl_unpoison(hole, hole->size);
    arena->at = (unsigned char *)hole;
    arena->end = arena->at + hole->size;
    return true;
}

static void
open_chunk(bl_arena *arena, bl_chunk *chunk)
{
    chunk->next = arena->head;
    arena->head = chunk;
    arena->at = (unsigned char *)chunk + HEAD_SIZE;
    arena->end = (unsigned char *)chunk + chunk->size;
}

/*
 * What is asked for counts, not the chunks that it comes from: those depend on the pages that were read before,
 * and the same page must always end the same way.
 */
static void
charge(bl_arena *arena, size_t size)
{
    bl_budget *budget = arena->budget;
    if (budget) {
        if (budget->used > budget->most || size > budget->most - budget->used)
            bl_throw(arena, BYLINE_E_LIMIT_MEMORY);
        budget->used += size;
    }
    arena->used += size;
}

/* Take the smallest spare chunk that is large enough. */
static bl_chunk *
reuse_chunk(bl_arena *arena, size_t need)
{
    bl_chunk **best = NULL;
    for (bl_chunk **link = spare_of(arena); *link; link = &(*link)->next)
        if ((*link)->size >= need && (!best || (*link)->size < (*best)->size))
            best = link;
    if (!best)
        return NULL;
    bl_chunk *chunk = *best;
    *best = chunk->next;
    bl_unpoison(chunk, chunk->size);
    return chunk;
}

static void
release_chunk(bl_arena *arena, bl_chunk *chunk)
{
    bl_unpoison(chunk, chunk->size);
    arena->allocator.release(arena->allocator.context, chunk);
}

/* None of the spare chunks will do: so much of them is given back, and the C library makes one of several. */
static void
release_spare(bl_arena *arena, size_t size)
{
    bl_chunk **spare = spare_of(arena);
    for (size_t released = 0; *spare && released < size;) {
        bl_chunk *chunk = *spare;
        *spare = chunk->next;
        released += chunk->size;
        release_chunk(arena, chunk);
    }
}

int64_t
bl_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
bl_check_deadline(bl_arena *arena)
{
    if (arena->budget && arena->budget->deadline && bl_clock_ms() > arena->budget->deadline)
        bl_throw(arena, BYLINE_E_LIMIT_DEADLINE);
}

static void
grow(bl_arena *arena, size_t size)
{
    bl_check_deadline(arena);
    if (size > SIZE_MAX / 2 - HEAD_SIZE)
        bl_throw(arena, BYLINE_E_MEMORY);
    if (arena->at)
        leave_hole(arena, arena->at, (size_t)(arena->end - arena->at));
    if (enter_hole(arena, size))
        return;
    size_t need = HEAD_SIZE + size;
    bl_chunk *chunk = reuse_chunk(arena, need);
    if (!chunk) {
        size_t total = need > arena->chunk_size ? need : arena->chunk_size;
        if (arena->budget && total - need > arena->budget->most - arena->budget->used)
            total = need; /* no more is taken from the allocator than may be asked for */
        release_spare(arena, total);
        chunk = arena->allocator.allocate(arena->allocator.context, total);
        if (!chunk)
            bl_throw(arena, BYLINE_E_MEMORY);
        chunk->size = total;
        size_t part = arena->used / CHUNK_PART / MIN_CHUNK * MIN_CHUNK;
        if (arena->chunk_size < part)
            arena->chunk_size = part < MAX_CHUNK ? part : MAX_CHUNK;
    }
    open_chunk(arena, chunk);
}

void *
bl_alloc(bl_arena *arena, size_t size)
{
    size_t rounded = size > SIZE_MAX - ALIGN ? size : (size + ALIGN - 1) / ALIGN * ALIGN;
    if (rounded == 0)
        rounded = ALIGN;
    charge(arena, rounded);
    if (!arena->at || rounded > (size_t)(arena->end - arena->at))
        grow(arena, rounded);
    void *memory = arena->at;
    arena->at += rounded;
    bl_is_unset(memory, rounded);
    return memory;
}

void *
bl_alloc_zero(bl_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        bl_throw(arena, BYLINE_E_MEMORY);
    void *memory = bl_alloc(arena, count * size);
    memset(memory, 0, count * size);
    return memory;
}

char *
bl_strndup(bl_arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        bl_throw(arena, BYLINE_E_MEMORY);
    char *copy = bl_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void *
bl_realloc(bl_arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (old && new_size <= old_size)
        return old;
    size_t old_rounded = old_size ? (old_size + ALIGN - 1) / ALIGN * ALIGN : ALIGN;
    if (old && (unsigned char *)old + old_rounded == arena->at) {
        size_t room = (size_t)(arena->end - (unsigned char *)old);
        if (new_size <= room) {
            size_t rounded = (new_size + ALIGN - 1) / ALIGN * ALIGN;
            if (rounded <= room) {
                charge(arena, rounded); /* as if it had moved: whether it must depends on the chunk */
                bl_is_unset((unsigned char *)old + old_size, rounded - old_size);
                arena->at = (unsigned char *)old + rounded;
                return old;
            }
        }
    }
    void *memory = bl_alloc(arena, new_size);
    if (old && old_size)
        memcpy(memory, old, old_size);
    if (old)
        leave_hole(arena, old, old_rounded);
    return memory;
}

void
bl_undo(bl_arena *arena, void *last)
{
    size_t size = (size_t)(arena->at - (unsigned char *)last);
    arena->at = last;
    arena->used -= size;
    if (arena->budget)
        arena->budget->used -= size;
}

void
bl_release(bl_arena *arena, void *memory, size_t size)
{
    leave_hole(arena, memory, size / ALIGN * ALIGN);
}

void
bl_defer(bl_arena *arena, void (*close)(void *object), void *object)
{
    bl_deferred *entry = bl_alloc(arena, sizeof *entry);
    entry->close = close;
    entry->object = object;
    entry->next = arena->deferred;
    arena->deferred = entry;
}

static void
run_deferred(bl_arena *arena)
{
    while (arena->deferred) {
        bl_deferred *entry = arena->deferred;
        arena->deferred = entry->next;
        entry->close(entry->object);
    }
}

static void
give_back_budget(bl_arena *arena)
{
    if (arena->budget)
        arena->budget->used -= arena->used;
    arena->used = 0;
}

static void
forget_room(bl_arena *arena)
{
    memset(arena->holes, 0, sizeof arena->holes);
    arena->at = arena->end = NULL;
}

void
bl_arena_reset(bl_arena *arena, size_t keep)
{
    run_deferred(arena);
    give_back_budget(arena);
    bl_chunk **spare = spare_of(arena);
    size_t kept = 0;
    for (bl_chunk *chunk = *spare; chunk; chunk = chunk->next)
        kept += chunk->size;
    while (arena->head) {
        bl_chunk *chunk = arena->head;
        arena->head = chunk->next;
        if (kept <= keep && chunk->size <= keep - kept) {
            kept += chunk->size;
            chunk->next = *spare;
            *spare = chunk;
            bl_poison((unsigned char *)chunk + HEAD_SIZE, chunk->size - HEAD_SIZE);
        } else {
            release_chunk(arena, chunk);
        }
    }
    forget_room(arena);
}

bool
bl_arena_holds(const bl_arena *arena, const void *place)
{
    uintptr_t at = (uintptr_t)place;
    for (const bl_chunk *chunk = arena->head; chunk; chunk = chunk->next)
        if (at - (uintptr_t)chunk < chunk->size)
            return true;
    return false;
}

void
bl_arena_empty(bl_arena *arena)
{
    bl_chunk *only = arena->head;
    if (!only || arena->used == 0)
        return;
    if (BL_POISONS || only->next || arena->deferred) {
        bl_arena_reset(arena, SIZE_MAX);
        return;
    }
    give_back_budget(arena);
    forget_room(arena);
    arena->head = NULL;
    open_chunk(arena, only);
}

static void
release_list(bl_arena *arena, bl_chunk *chunk)
{
    while (chunk) {
        bl_chunk *next = chunk->next;
        release_chunk(arena, chunk);
        chunk = next;
    }
}

void
bl_arena_free(bl_arena *arena)
{
    run_deferred(arena);
    give_back_budget(arena);
    release_list(arena, arena->head);
    release_list(arena, arena->spare);
    arena->head = arena->spare = NULL;
    forget_room(arena);
}
