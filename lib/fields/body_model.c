/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The votes of many small trees, from body_first.def and body_second.def, which tests/train makes. A line
 * TREE3(a, x, b, y, c, z, ...) asks three questions in turn: is a less than x? Then if it is, is b less than y,
 * else is c less than z? After four such pairs for the third question come the eight votes, first the one where
 * the answer was always yes. body_model.py makes ranks of the thresholds.
 */
#include "fields/body_model.h"

enum { QUESTIONS = 7, VOTES = 8 };

/* Vectors as gcc and clang know them: what is done to one is done to all its parts at once. */
typedef uint8_t lanes __attribute__((vector_size(BL_LANES)));
typedef uint32_t words __attribute__((vector_size(BL_LANES))); /* the lanes of four pieces in each */
typedef float floats __attribute__((vector_size(BL_LANES)));
typedef int32_t counts __attribute__((vector_size(BL_LANES)));

/* A feature that is asked for, and its cuts. */
typedef struct column {
    uint16_t feature;
    uint16_t from;
    uint16_t count;
} column;

typedef struct tree {
    uint8_t column[QUESTIONS];
    uint32_t rank[QUESTIONS]; /* the least that answers no, in each byte */
    float vote[VOTES];
} tree;

#include "fields/body_model_table.h"

struct bl_ranks {
    lanes of[SECOND_COLUMNS];
};

static bool
is_of_first_look(unsigned feature)
{
    return feature >= BL_F_P && feature < BL_F_OWN_FIRST;
}

/* A feature of every fourth piece. */
static inline floats
take(const bl_features *pieces, size_t feature)
{
    if (feature < BL_F_OWN_FIRST)
        return (floats){pieces[0].of[feature], pieces[4].of[feature], pieces[8].of[feature], pieces[12].of[feature]};
    return (floats){bl_feature_of(pieces, feature), bl_feature_of(pieces + 4, feature),
                    bl_feature_of(pieces + 8, feature), bl_feature_of(pieces + 12, feature)};
}

static lanes
ranks_of(const column *at, const float *cuts, const bl_features *pieces)
{
    const floats v0 = take(pieces, at->feature), v1 = take(pieces + 1, at->feature),
                 v2 = take(pieces + 2, at->feature), v3 = take(pieces + 3, at->feature);
    counts n0 = {0}, n1 = {0}, n2 = {0}, n3 = {0};
    const float *end = cuts + at->from + at->count;
    for (const float *cut = cuts + at->from; cut < end; cut++) {
        n0 -= v0 >= *cut; /* true is -1 */
        n1 -= v1 >= *cut;
        n2 -= v2 >= *cut;
        n3 -= v3 >= *cut;
    }
    return (lanes)((words)n0 | (words)n1 << 8 | (words)n2 << 16 | (words)n3 << 24);
}

/* All ones in each lane that answers no. */
static inline lanes
answer(const tree *t, size_t question, const lanes *ranks)
{
    words least = (words){0} + t->rank[question];
    return (lanes)(ranks[t->column[question]] >= (lanes)least);
}

/* All three questions of a tree are asked of all lanes, whatever the answers: which vote each came to. */
static inline words
votes_of(const tree *t, const lanes *ranks)
{
    lanes first = answer(t, 0, ranks);
    lanes second = (first & answer(t, 2, ranks)) | (~first & answer(t, 1, ranks));
    lanes yes = (second & answer(t, 4, ranks)) | (~second & answer(t, 3, ranks));
    lanes no = (second & answer(t, 6, ranks)) | (~second & answer(t, 5, ranks));
    lanes third = (first & no) | (~first & yes);
    return (words)((first & 4) | (second & 2) | (third & 1));
}

static inline floats
chosen(const tree *t, uint32_t four)
{
    return (floats){t->vote[four & 0xFF], t->vote[four >> 8 & 0xFF], t->vote[four >> 16 & 0xFF], t->vote[four >> 24]};
}

static void
count_votes(const tree *trees, size_t count, const lanes *ranks, float *odds)
{
    floats sums[BL_LANES / 4], s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
    for (const tree *t = trees; t < trees + count; t++) {
        words votes = votes_of(t, ranks);
        s0 += chosen(t, votes[0]);
        s1 += chosen(t, votes[1]);
        s2 += chosen(t, votes[2]);
        s3 += chosen(t, votes[3]);
    }
    sums[0] = s0, sums[1] = s1, sums[2] = s2, sums[3] = s3;
    memcpy(odds, sums, sizeof sums);
}

void
bl_first_look(const bl_features pieces[static BL_LANES], float odds[static BL_LANES])
{
    lanes ranks[FIRST_COLUMNS];
    for (size_t i = 0; i < FIRST_COLUMNS; i++)
        ranks[i] = ranks_of(&first_columns[i], first_cuts, pieces);
    count_votes(first_trees, BL_COUNT(first_trees), ranks, odds);
}

bl_ranks *
bl_rank(const bl_features pieces[static BL_LANES], bl_arena *arena)
{
    bl_ranks *ranks = bl_alloc(arena, sizeof *ranks);
    for (size_t i = 0; i < SECOND_COLUMNS; i++)
        if (!is_of_first_look(second_columns[i].feature))
            ranks->of[i] = ranks_of(&second_columns[i], second_cuts, pieces);
    return ranks;
}

void
bl_second_look(bl_ranks *ranks, bl_arena *arena, const bl_features pieces[static BL_LANES],
               float odds[static BL_LANES])
{
    for (size_t i = 0; i < SECOND_COLUMNS; i++)
        if (is_of_first_look(second_columns[i].feature))
            ranks->of[i] = ranks_of(&second_columns[i], second_cuts, pieces);
    count_votes(second_trees, BL_COUNT(second_trees), ranks->of, odds);
    bl_release(arena, ranks, sizeof *ranks);
}
