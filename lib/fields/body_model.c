/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The votes of many small trees, from body_first.def and body_second.def, which tests/train makes. A line
 * TREE3(a, x, b, y, c, z, ...) asks three questions in turn: is a less than x? Then if it is, is b less than y,
 * else is c less than z? After four such pairs for the third question come the eight votes, first the one where
 * the answer was always yes.
 */
#include "fields/body_model.h"

enum { QUESTIONS = 7, VOTES = 8 };

typedef struct tree {
    uint16_t feature[QUESTIONS];
    float threshold[QUESTIONS];
    float vote[VOTES];
} tree;

#define TREE3(a, p, b, q, c, r, d, s, e, t, f, u, g, v, ...)                                                           \
    {{BL_F_##a, BL_F_##b, BL_F_##c, BL_F_##d, BL_F_##e, BL_F_##f, BL_F_##g}, {p, q, r, s, t, u, v}, {__VA_ARGS__}},

static const tree FIRST[] = {
#include "fields/body_first.def"
};

static const tree SECOND[] = {
#include "fields/body_second.def"
};

static float
sum_of(const tree *trees, size_t count, const float *f)
{
    float sum = 0;
    for (const tree *t = trees; t < trees + count; t++) {
        unsigned at = f[t->feature[0]] >= t->threshold[0];
        at = 2 * at + (f[t->feature[1 + at]] >= t->threshold[1 + at]);
        sum += t->vote[2 * at + (f[t->feature[3 + at]] >= t->threshold[3 + at])];
    }
    return sum;
}

float
bl_first_look(const bl_feature_row *row)
{
    return sum_of(FIRST, BL_COUNT(FIRST), row->of);
}

float
bl_second_look(const bl_feature_row *row)
{
    return sum_of(SECOND, BL_COUNT(SECOND), row->of);
}
