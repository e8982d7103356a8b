/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The votes of many small trees, from body_first.def and body_second.def, which tests/train makes. A line
 * TREE2(a, x, b, y, c, z, p, q, r, s) reads: where a is less than x, then p where b is less than y, else q;
 * where it is not, then r where c is less than z, else s.
 */
#include "fields/body_model.h"

typedef struct vote {
    uint16_t feature[3];
    float threshold[3];
    float votes[4];
} vote;

#define TREE2(a, x, b, y, c, z, p, q, r, s) {{BL_F_##a, BL_F_##b, BL_F_##c}, {x, y, z}, {p, q, r, s}},

static const vote FIRST[] = {
#include "fields/body_first.def"
};

static const vote SECOND[] = {
#include "fields/body_second.def"
};

static float
sum_of(const vote *votes, size_t count, const float *f)
{
    float sum = 0;
    for (size_t i = 0; i < count; i++) {
        const vote *v = &votes[i];
        int at = f[v->feature[0]] < v->threshold[0] ? 0 : 1;
        sum += v->votes[2 * at + (f[v->feature[1 + at]] < v->threshold[1 + at] ? 0 : 1)];
    }
    return sum;
}

float
bl_first_look(const bl_features *features)
{
    return sum_of(FIRST, sizeof FIRST / sizeof FIRST[0], features->of);
}

float
bl_second_look(const bl_features *features)
{
    return sum_of(SECOND, sizeof SECOND / sizeof SECOND[0], features->of);
}
