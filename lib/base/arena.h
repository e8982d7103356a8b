/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * arena.h - memory that is freed all at once.
 *
 * bl_alloc() never gives NULL: when memory or the budget ends it jumps to the trap that the entry point
 * set, so no code between has to check, and nothing there can be half built and used. What must be
 * closed by hand on such a jump (an object of a dependency) is left with bl_defer().
 */
#ifndef BL_BASE_ARENA_H
#define BL_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <byline/parse.h>

/* Where to go when memory ends. status then says why. */
typedef struct bl_trap {
    jmp_buf jump;
    byline_status status;
} bl_trap;

/* Bytes that several arenas may take together, and until when. */
typedef struct bl_budget {
    size_t most;
    size_t used;
    int64_t deadline; /* on the clock of bl_clock_ms(); 0 is none */
} bl_budget;

typedef struct bl_chunk bl_chunk;
typedef struct bl_hole bl_hole;
typedef struct bl_deferred bl_deferred;

/* Holes are kept by size: those of 2^9 bytes, of 2^10, and so on to 2^31. */
enum { BL_HOLE_SMALLEST = 9, BL_HOLE_SIZES = 23 };

typedef struct bl_arena {
    bl_chunk *head;    /* all chunks, newest first */
    bl_chunk *spare;   /* chunks kept by bl_arena_reset() */
    struct bl_arena *store; /* whose spare chunks these are; NULL is its own */
    bl_hole *holes[BL_HOLE_SIZES]; /* room inside the chunks that nothing stands in any more */
    unsigned char *at; /* the next free byte, and the end of the room that is being filled */
    unsigned char *end;
    size_t used;       /* bytes asked for since the last reset */
    bl_budget *budget; /* NULL is none */
    size_t chunk_size;
    uint64_t salt;     /* of its tables, see hash.h */
    byline_allocator allocator;
    bl_trap *trap;
    bl_deferred *deferred;
} bl_arena;

/* allocator NULL or all zero is malloc. trap must be set before the first bl_alloc(). */
void bl_arena_init(bl_arena *arena, const byline_allocator *allocator, size_t chunk_size);

/* About so many bytes will be asked for: where nothing is kept yet, chunks begin no larger than is of use. */
void bl_arena_expect(bl_arena *arena, size_t bytes);

/* Bytes that may still be asked for. */
size_t bl_arena_room(const bl_arena *arena);

/* size bytes aligned for any type, not zeroed; size 0 gives a valid pointer. Never NULL. */
void *bl_alloc(bl_arena *arena, size_t size);

/* The same, zeroed, for count elements; a product that overflows ends as memory does. */
void *bl_alloc_zero(bl_arena *arena, size_t count, size_t size);

/* A copy of length bytes with a NUL behind it. */
char *bl_strndup(bl_arena *arena, const char *text, size_t length);

/* Make the last allocation larger in place where it can be, else move it. old may be NULL. */
void *bl_realloc(bl_arena *arena, void *old, size_t old_size, size_t new_size);

/* Give back the last allocation. */
void bl_undo(bl_arena *arena, void *last);

/*
 * Nobody points at these bytes of an earlier allocation any more: what comes later may stand there. For what is
 * large, a table that was for one step alone; little things stay until the arena is reset.
 */
void bl_release(bl_arena *arena, void *memory, size_t size);

/* Call close(object) when the arena is reset or freed, newest first. */
void bl_defer(bl_arena *arena, void (*close)(void *object), void *object);

/* Leave by the trap, from anywhere below the entry point. */
_Noreturn void bl_throw(bl_arena *arena, byline_status status);

/* Milliseconds of a clock that never goes back. */
int64_t bl_clock_ms(void);

/* Leave by the trap where the deadline has passed. The arena looks by itself whenever it needs a chunk. */
void bl_check_deadline(bl_arena *arena);

/* Is that a place in one of the arena's chunks? */
bool bl_arena_holds(const bl_arena *arena, const void *place);

/* Forget all that was allocated, and begin anew: for what is needed for a moment, again and again. */
void bl_arena_empty(bl_arena *arena);

/* Forget all that was allocated; keep the memory for the next page, keep bytes of it at most. */
void bl_arena_reset(bl_arena *arena, size_t keep);

/* Give all memory back. The arena may be used again. */
void bl_arena_free(bl_arena *arena);

#define BL_NEW(arena, type) ((type *)bl_alloc_zero((arena), 1, sizeof(type)))
#define BL_NEW_ARRAY(arena, type, count) ((type *)bl_alloc_zero((arena), (count), sizeof(type)))

#endif
