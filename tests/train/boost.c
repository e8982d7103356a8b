/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * boost - gradient boosting of small trees with the logistic loss.
 *
 * usage: boost FEATURES.bin LABELS.bin NAMES DEPTH ROUNDS RATE DIVISOR REST [ODDS [DRAW]] > MODEL.def
 * FEATURES.bin has a row of 32-bit floats a piece, as `pieces` writes it, LABELS.bin four of them, as label.py
 * does. Sites whose part leaves REST when it is divided by DIVISOR are not trained on but reported on; a
 * DIVISOR of 0 trains on all. ODDS gets the log odds of every row, a float each. Another DRAW, a number, draws other
 * rows and features.
 * Every tree is complete: DEPTH questions lead to one of 2^DEPTH votes. Printed as TREE3(feature, threshold,
 * ...), the questions level by level, then the votes. Deterministic.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 64, DEPTH_MOST = 4, LEAVES_MOST = 1 << DEPTH_MOST, FEATURES_MOST = 400 };

/* A leaf's vote is drawn towards 0 as by this much weight, and no leaf holds less than the other. */
static const double PULL = 2, LEAF_LEAST = 5;
/* Each tree sees half of the rows and of the features: faster, and less prone to learn single pages. Of rows
   that are as good as settled it sees fewer, each for more. */
static const double ROWS_DRAWN = 0.5, SETTLED_DRAWN = 0.1, SETTLED = 0.02, FEATURES_DRAWN = 0.5;

typedef struct row_head {
    float label, weight, page, part;
} row_head;

typedef struct pair {
    float g, h; /* gradient and its slope */
} pair;

typedef struct data {
    size_t rows, features;
    row_head *heads;
    unsigned char *bins;       /* rows x features */
    unsigned char *dense;      /* rows x the features with more than one cut: what each tree reads of its rows */
    unsigned char *columns;    /* the same, features x rows: a tree asks few of them, of all rows */
    unsigned short *ones;      /* of all rows in turn: the features with one cut that lie above it */
    size_t *ones_from;         /* where those of a row begin; one more than there are rows */
    float cuts[FEATURES_MOST][BINS];
    int cut_count[FEATURES_MOST];
    int many[FEATURES_MOST];   /* the features with more cuts */
    int many_count;
    char names[FEATURES_MOST][64];
} data;

typedef struct plan {
    int depth, rounds, divisor, rest;
    double rate;
} plan;

typedef struct tree {
    int feature[LEAVES_MOST];
    int bin[LEAVES_MOST]; /* right where the bin is at least this */
    float vote[LEAVES_MOST];
} tree;

/* ---- reading ----------------------------------------------------------------------------------- */

static int
compare_floats(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Cuts between the values that a sample of the rows has. */
static void
find_cuts(data *d, size_t f, const float *all)
{
    size_t step = d->rows / 20000 + 1, n = 0;
    float *sample = malloc(sizeof *sample * (d->rows / step + 1));
    for (size_t i = 0; i < d->rows; i += step)
        sample[n++] = all[i * d->features + f];
    qsort(sample, n, sizeof *sample, compare_floats);
    size_t distinct = 1;
    for (size_t i = 1; i < n; i++)
        distinct += sample[i] > sample[i - 1];
    int count = 0;
    size_t since = 0, least = distinct <= BINS ? 1 : n / (BINS - 1);
    for (size_t i = 1; i < n && count < BINS - 1; i++) {
        since++;
        if (sample[i] > sample[i - 1] && since >= least) {
            d->cuts[f][count++] = (sample[i] + sample[i - 1]) / 2;
            since = 0;
        }
    }
    d->cut_count[f] = count;
    if (count > 1)
        d->many[d->many_count++] = (int)f;
    free(sample);
}

static unsigned char
bin_of(const data *d, size_t f, float value)
{
    int low = 0, high = d->cut_count[f];
    while (low < high) {
        int middle = (low + high) / 2;
        if (value >= d->cuts[f][middle])
            low = middle + 1;
        else
            high = middle;
    }
    return (unsigned char)low;
}

/* Most features are yes or no, and mostly no: those that say yes are enough. */
static void
list_ones(data *d)
{
    size_t count = 0;
    d->ones_from = malloc(sizeof *d->ones_from * (d->rows + 1));
    for (int again = 0; again < 2; again++) {
        size_t n = 0;
        for (size_t i = 0; i < d->rows; i++) {
            d->ones_from[i] = n;
            for (size_t f = 0; f < d->features; f++)
                if (d->cut_count[f] == 1 && d->bins[i * d->features + f]) {
                    if (again)
                        d->ones[n] = (unsigned short)f;
                    n++;
                }
        }
        d->ones_from[d->rows] = count = n;
        if (!again)
            d->ones = malloc(sizeof *d->ones * (count + 1));
    }
}

static void
list_many(data *d)
{
    d->dense = malloc(d->rows * (size_t)d->many_count + 1);
    unsigned char *to = d->dense;
    for (size_t i = 0; i < d->rows; i++)
        for (int k = 0; k < d->many_count; k++)
            *to++ = d->bins[i * d->features + (size_t)d->many[k]];
}

/* So many rows at a time that what is read and what is written stay at hand. */
static void
turn(data *d)
{
    enum { TILE = 4096 };
    d->columns = malloc(d->rows * d->features);
    for (size_t from = 0; from < d->rows; from += TILE)
        for (size_t f = 0; f < d->features; f++)
            for (size_t i = from; i < d->rows && i < from + TILE; i++)
                d->columns[f * d->rows + i] = d->bins[i * d->features + f];
}

static void *
read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        exit(1);
    *size = (size_t)ftell(file);
    rewind(file);
    void *all = malloc(*size + 1);
    if (!all || fread(all, 1, *size, file) != *size)
        exit(1);
    fclose(file);
    return all;
}

static void
load(data *d, const char *features, const char *labels, const char *names)
{
    size_t size, label_size;
    FILE *file = fopen(names, "r");
    while (file && d->features < FEATURES_MOST && fgets(d->names[d->features], 64, file)) {
        d->names[d->features][strcspn(d->names[d->features], "\n")] = '\0';
        d->features++;
    }
    if (!file || !d->features)
        exit(1);
    fclose(file);
    float *all = read_file(features, &size);
    d->heads = read_file(labels, &label_size);
    d->rows = size / (sizeof *all * d->features);
    if (label_size != d->rows * sizeof *d->heads)
        exit(1);
    d->bins = malloc(d->rows * d->features);
    for (size_t f = 0; f < d->features; f++)
        find_cuts(d, f, all);
    for (size_t i = 0; i < d->rows; i++)
        for (size_t f = 0; f < d->features; f++)
            d->bins[i * d->features + f] = bin_of(d, f, all[i * d->features + f]);
    list_ones(d);
    list_many(d);
    turn(d);
    free(all);
}

/* ---- one tree ---------------------------------------------------------------------------------- */

/* So far apart that no two draws share a round. */
enum { ROUNDS_APART = 100003 };
static size_t draw_number;

/* A number from 0 to 1 for each pair of numbers, another in each draw. */
static double
draw(size_t a, size_t b)
{
    b += draw_number * ROUNDS_APART;
    unsigned long long h = (a + 1) * 0x9E3779B97F4A7C15u ^ (b + 1) * 0xBF58476D1CE4E5B9u;
    h ^= h >> 31;
    h *= 0x94D049BB133111EBu;
    h ^= h >> 29;
    return (double)(h >> 11) / 9007199254740992.0;
}

static double
gain_of(double g, double h)
{
    return g * g / (h + PULL);
}

/* The best cut of one feature for one node, as better than what is found already. */
static void
try_cuts(const pair *sums, int cuts, pair all, double *best, int *bin, int *feature, int f)
{
    double g = 0, h = 0, base = gain_of(all.g, all.h);
    for (int b = 0; b < cuts; b++) {
        g += sums[b].g;
        h += sums[b].h;
        if (h < LEAF_LEAST || all.h - h < LEAF_LEAST)
            continue;
        double gain = gain_of(g, h) + gain_of(all.g - g, all.h - h) - base;
        if (gain > *best) {
            *best = gain;
            *bin = b + 1;
            *feature = f;
        }
    }
}

typedef struct drawn {
    unsigned *row;
    pair *of;          /* gradients */
    unsigned char *at; /* which node of the level it stands in */
    size_t count;
} drawn;

/* Those features with many cuts that a tree sees, by their place in d->many. */
static int
draw_many(const data *d, int round, int *many)
{
    int count = 0;
    for (int k = 0; k < d->many_count; k++)
        if (draw((size_t)d->many[k] + 1000, (size_t)round) < FEATURES_DRAWN)
            many[count++] = k;
    return count;
}

/* The questions of one level. */
static void
split_level(const data *d, const drawn *s, tree *t, int level, int round)
{
    static pair sums[LEAVES_MOST / 2][FEATURES_MOST][BINS], ones[LEAVES_MOST / 2][FEATURES_MOST];
    int first = (1 << level) - 1, nodes = 1 << level, many[FEATURES_MOST], many_count = draw_many(d, round, many);
    pair total[LEAVES_MOST / 2] = {{0, 0}};
    memset(sums, 0, sizeof sums[0] * (size_t)nodes);
    memset(ones, 0, sizeof ones[0] * (size_t)nodes);
    for (size_t i = 0; i < s->count; i++) {
        const unsigned char *bins = d->dense + s->row[i] * (size_t)d->many_count;
        int at = s->at[i];
        pair p = s->of[i];
        total[at].g += p.g;
        total[at].h += p.h;
        for (int k = 0; k < many_count; k++) {
            pair *sum = &sums[at][k][bins[many[k]]];
            sum->g += p.g;
            sum->h += p.h;
        }
        for (size_t k = d->ones_from[s->row[i]]; k < d->ones_from[s->row[i] + 1]; k++) {
            ones[at][d->ones[k]].g += p.g;
            ones[at][d->ones[k]].h += p.h;
        }
    }
    for (int n = 0; n < nodes; n++) {
        double best = 1e-6;
        t->feature[first + n] = 0;
        t->bin[first + n] = BINS + 1;
        int *bin = &t->bin[first + n], *feature = &t->feature[first + n];
        for (int k = 0; k < many_count; k++)
            try_cuts(sums[n][k], d->cut_count[d->many[many[k]]], total[n], &best, bin, feature, d->many[many[k]]);
        for (size_t f = 0; f < d->features; f++)
            if (d->cut_count[f] == 1 && draw(f + 1000, (size_t)round) < FEATURES_DRAWN) {
                pair below = {total[n].g - ones[n][f].g, total[n].h - ones[n][f].h};
                try_cuts(&below, 1, total[n], &best, bin, feature, (int)f);
            }
    }
    for (size_t i = 0; i < s->count; i++) {
        int at = first + s->at[i];
        s->at[i] = (unsigned char)(2 * s->at[i] + (d->bins[s->row[i] * d->features + (size_t)t->feature[at]] >= t->bin[at]));
    }
}

static int
leaf_of(const data *d, const tree *t, size_t i, int depth)
{
    int k = 0;
    for (int level = 0; level < depth; level++) {
        int at = (1 << level) - 1 + k;
        k = 2 * k + (d->columns[(size_t)t->feature[at] * d->rows + i] >= t->bin[at]);
    }
    return k;
}

static void
print_tree(const data *d, const tree *t, int depth)
{
    printf("TREE%d(", depth);
    for (int at = 0; at < (1 << depth) - 1; at++) {
        if (t->bin[at] > BINS)
            printf("%s, 1e9, ", d->names[0]);
        else
            printf("%s, %.5g, ", d->names[t->feature[at]], (double)d->cuts[t->feature[at]][t->bin[at] - 1] + 1e-9);
    }
    for (int k = 0; k < 1 << depth; k++)
        printf("%.4f%s", (double)t->vote[k], k + 1 < 1 << depth ? ", " : ")\n");
}

/* ---- all trees --------------------------------------------------------------------------------- */

static int
is_left_out(const row_head *head, const plan *p)
{
    return p->divisor && (int)head->part % p->divisor == p->rest;
}

static void
report(const data *d, const float *score, const plan *p, int round, int left_out)
{
    double loss = 0, all = 0, hit = 0, said = 0, is = 0;
    for (size_t i = 0; i < d->rows; i++) {
        if (d->heads[i].label < 0 || is_left_out(&d->heads[i], p) != left_out)
            continue;
        double w = d->heads[i].weight, likely = 1 / (1 + exp(-(double)score[i]));
        loss -= w * log(d->heads[i].label > 0.5f ? fmax(likely, 1e-9) : fmax(1 - likely, 1e-9));
        all += w;
        hit += likely > 0.5 && d->heads[i].label > 0.5f ? w : 0;
        said += likely > 0.5 ? w : 0;
        is += d->heads[i].label > 0.5f ? w : 0;
    }
    fprintf(stderr, "round %d, sites %s: loss %.4f precision %.4f recall %.4f\n", round,
            left_out ? "left out" : "trained on", loss / fmax(all, 1), hit / fmax(said, 1e-9), hit / fmax(is, 1e-9));
}

static void
draw_rows(const data *d, const plan *p, const float *score, int round, drawn *s)
{
    s->count = 0;
    for (size_t i = 0; i < d->rows; i++) {
        const row_head *head = &d->heads[i];
        if (head->label < 0 || is_left_out(head, p))
            continue;
        double luck = draw(i, (size_t)round);
        if (luck >= ROWS_DRAWN)
            continue;
        double likely = 1 / (1 + exp(-(double)score[i])), times = 1;
        if (fabs(head->weight * (likely - head->label)) < SETTLED) {
            if (luck >= SETTLED_DRAWN)
                continue;
            times = ROWS_DRAWN / SETTLED_DRAWN;
        }
        s->row[s->count] = (unsigned)i;
        s->of[s->count] = (pair){(float)(times * head->weight * (likely - head->label)),
                                 (float)(times * head->weight * likely * (1 - likely))};
        s->at[s->count++] = 0;
    }
}

static void
train(const data *d, const plan *p, float *score)
{
    drawn s = {malloc(sizeof *s.row * d->rows), malloc(sizeof *s.of * d->rows), malloc(d->rows), 0};
    for (int round = 0; round < p->rounds; round++) {
        tree t = {{0}, {0}, {0}};
        draw_rows(d, p, score, round, &s);
        for (int level = 0; level < p->depth; level++)
            split_level(d, &s, &t, level, round);
        double g[LEAVES_MOST] = {0}, h[LEAVES_MOST] = {0};
        for (size_t i = 0; i < s.count; i++) {
            g[s.at[i]] += (double)s.of[i].g;
            h[s.at[i]] += (double)s.of[i].h;
        }
        for (int k = 0; k < 1 << p->depth; k++)
            t.vote[k] = (float)(-p->rate * g[k] / (h[k] + PULL));
        for (size_t i = 0; i < d->rows; i++)
            score[i] += t.vote[leaf_of(d, &t, i, p->depth)];
        print_tree(d, &t, p->depth);
        if (round % 50 == 49 || round + 1 == p->rounds) {
            report(d, score, p, round + 1, 0);
            report(d, score, p, round + 1, 1);
        }
    }
    free(s.row);
    free(s.of);
    free(s.at);
}

int
main(int argc, char **argv)
{
    static data d;
    if (argc < 9)
        return 2;
    plan p = {atoi(argv[4]), atoi(argv[5]), atoi(argv[7]), atoi(argv[8]), atof(argv[6])};
    if (p.depth < 1 || p.depth > DEPTH_MOST)
        return 2;
    draw_number = argc > 10 ? (size_t)atoi(argv[10]) : 0;
    load(&d, argv[1], argv[2], argv[3]);
    float *score = calloc(d.rows, sizeof *score);
    train(&d, &p, score);
    if (argc > 9) {
        FILE *file = fopen(argv[9], "wb");
        if (!file || fwrite(score, sizeof *score, d.rows, file) != d.rows)
            return 1;
        fclose(file);
    }
    free(score);
    return 0;
}
