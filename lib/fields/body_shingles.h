/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_shingles.h - how much of one text stands in another: shared runs of three words. */
#ifndef BL_FIELDS_BODY_SHINGLES_H
#define BL_FIELDS_BODY_SHINGLES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/span.h"

/* The words of a text, one by one, as hashes of their small letters; an ideograph is a word. */
typedef struct bl_word_walk {
    bl_span text;
    size_t at;
    size_t units;   /* letters and digits so far */
    size_t letters; /* of this word */
    bool is_wide;   /* it is an ideograph */
} bl_word_walk;

bool bl_word_next(bl_word_walk *walk, uint64_t *hash);

typedef struct bl_shingles {
    bl_arena *arena;
    uint64_t *slots; /* open addressing; 0 is free */
    size_t mask;
    size_t count;
    size_t units;    /* letters and digits added */
} bl_shingles;

static inline bl_shingles
bl_shingles_in(bl_arena *arena)
{
    return (bl_shingles){.arena = arena};
}

/* Add the shingles of a text; one of fewer than three words gives one shingle of them all. */
void bl_shingles_add(bl_shingles *set, bl_span text);

/* The set is of no use any more. */
void bl_shingles_drop(const bl_shingles *set);

/* The share of the shingles of text that stand in set, 0 to 1; 0 for a text without words. */
float bl_shingles_share(const bl_shingles *set, bl_span text);

/* The same for several sets at once, at most BL_SHINGLE_SETS of them. */
enum { BL_SHINGLE_SETS = 4 };
void bl_shingles_shares(const bl_shingles *const *sets, size_t count, bl_span text, float *shares);

#endif
