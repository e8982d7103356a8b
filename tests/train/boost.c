/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * boost - gradient boosting of small trees with the logistic loss, on the rows of label.py.
 *
 * usage: boost ROWS.bin NAMES DEPTH ROUNDS RATE HALF [ODDS] > MODEL.def
 * HALF 0 trains on the sites with an even part and reports on the others, 1 the other way round, 2 trains
 * on all. ODDS gets a number a row: the log odds from a model that did not see the row's site (four folds).
 * Every tree is complete: DEPTH questions lead to one of 2^DEPTH votes. Printed as
 * TREE2(feature, threshold, ...) in the order of the questions, then the votes. Deterministic.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 64, DEPTH_MOST = 4, FEATURES_MOST = 400 };

typedef struct row_head {
    float label, weight, page, part;
} row_head;

typedef struct data {
    size_t rows, features;
    row_head *heads;
    unsigned char *bins; /* features x rows */
    float cuts[FEATURES_MOST][BINS];
    int cut_count[FEATURES_MOST];
    unsigned *ones[FEATURES_MOST]; /* of a feature with one cut: the rows above it */
    size_t one_count[FEATURES_MOST];
    char names[FEATURES_MOST][64];
} data;

typedef struct tree {
    int feature[1 << DEPTH_MOST];
    int bin[1 << DEPTH_MOST]; /* right where the bin is at least this */
    float vote[1 << DEPTH_MOST];
} tree;

static int
compare_floats(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* Cuts between the values that a sample of the rows has. */
static void
find_cuts(data *d, size_t f, const float *column)
{
    size_t step = d->rows / 20000 + 1, n = 0;
    float *sample = malloc(sizeof *sample * (d->rows / step + 1));
    for (size_t i = 0; i < d->rows; i += step)
        sample[n++] = column[i];
    qsort(sample, n, sizeof *sample, compare_floats);
    size_t distinct = 1;
    for (size_t i = 1; i < n; i++)
        distinct += sample[i] > sample[i - 1];
    int count = 0;
    size_t since = 0, least = distinct <= BINS ? 1 : n / (BINS - 1);
    for (size_t i = 1; i < n && count < BINS - 1; i++) {
        since++;
        if (sample[i] > sample[i - 1] && since >= (distinct <= BINS ? 1 : least)) {
            d->cuts[f][count++] = (sample[i] + sample[i - 1]) / 2;
            since = 0;
        }
    }
    d->cut_count[f] = count;
    free(sample);
}

/* Most features are yes or no, and mostly no: the rows that say yes are enough. */
static void
list_ones(data *d, size_t f)
{
    if (d->cut_count[f] != 1)
        return;
    const unsigned char *bins = d->bins + f * d->rows;
    for (size_t i = 0; i < d->rows; i++)
        d->one_count[f] += bins[i];
    d->ones[f] = malloc(sizeof *d->ones[f] * (d->one_count[f] + 1));
    size_t n = 0;
    for (size_t i = 0; i < d->rows; i++)
        if (bins[i])
            d->ones[f][n++] = (unsigned)i;
}

static void
load(data *d, const char *path, const char *names)
{
    FILE *file = fopen(names, "r");
    while (file && d->features < FEATURES_MOST && fgets(d->names[d->features], 64, file)) {
        d->names[d->features][strcspn(d->names[d->features], "\n")] = '\0';
        d->features++;
    }
    if (file)
        fclose(file);
    file = fopen(path, "rb");
    if (!file || !d->features)
        exit(1);
    fseek(file, 0, SEEK_END);
    size_t row = 4 + d->features;
    d->rows = (size_t)ftell(file) / (sizeof(float) * row);
    rewind(file);
    float *all = malloc(sizeof(float) * row * d->rows);
    if (fread(all, sizeof(float) * row, d->rows, file) != d->rows)
        exit(1);
    fclose(file);
    d->heads = malloc(sizeof *d->heads * d->rows);
    d->bins = malloc(d->rows * d->features);
    float *column = malloc(sizeof *column * d->rows);
    for (size_t i = 0; i < d->rows; i++)
        memcpy(&d->heads[i], all + i * row, sizeof *d->heads);
    for (size_t f = 0; f < d->features; f++) {
        for (size_t i = 0; i < d->rows; i++)
            column[i] = all[i * row + 4 + f];
        find_cuts(d, f, column);
        for (size_t i = 0; i < d->rows; i++) {
            int low = 0, high = d->cut_count[f];
            while (low < high) {
                int middle = (low + high) / 2;
                if (column[i] >= d->cuts[f][middle])
                    low = middle + 1;
                else
                    high = middle;
            }
            d->bins[f * d->rows + i] = (unsigned char)low;
        }
        list_ones(d, f);
    }
    free(column);
    free(all);
}

static double
gain_of(double g, double h)
{
    return g * g / (h + 2.0);
}

/* The best question for each node of one level; node[i] is where row i stands, -1 for rows left out. */
static void
split_level(const data *d, const float *gradient, const float *hessian, int *node, tree *t, int level)
{
    static unsigned *active;
    size_t active_count = 0;
    if (!active)
        active = malloc(sizeof *active * d->rows);
    for (size_t i = 0; i < d->rows; i++)
        if (node[i] >= 0)
            active[active_count++] = (unsigned)i;
    int first = (1 << level) - 1, nodes = 1 << level;
    double best[1 << DEPTH_MOST];
    for (int k = 0; k < nodes; k++) {
        best[k] = 1e-6;
        t->feature[first + k] = 0;
        t->bin[first + k] = BINS + 1;
    }
    static double g[1 << DEPTH_MOST][BINS], h[1 << DEPTH_MOST][BINS];
    double total_g[1 << DEPTH_MOST] = {0}, total_h[1 << DEPTH_MOST] = {0};
    for (size_t i = 0; i < d->rows; i++)
        if (node[i] >= 0) {
            total_g[node[i]] += gradient[i];
            total_h[node[i]] += hessian[i];
        }
    for (size_t f = 0; f < d->features; f++) {
        if (!d->cut_count[f])
            continue;
        memset(g, 0, sizeof g);
        memset(h, 0, sizeof h);
        const unsigned char *bins = d->bins + f * d->rows;
        size_t count = d->ones[f] ? d->one_count[f] : active_count;
        for (size_t k = 0; k < count; k++) {
            size_t i = d->ones[f] ? d->ones[f][k] : active[k];
            if (node[i] >= 0) {
                g[node[i]][bins[i]] += gradient[i];
                h[node[i]][bins[i]] += hessian[i];
            }
        }
        for (int k = 0; d->ones[f] && k < nodes; k++) {
            g[k][0] = total_g[k] - g[k][1];
            h[k][0] = total_h[k] - h[k][1];
        }
        for (int k = 0; k < nodes; k++) {
            double all_g = 0, all_h = 0, left_g = 0, left_h = 0;
            for (int b = 0; b <= d->cut_count[f]; b++) {
                all_g += g[k][b];
                all_h += h[k][b];
            }
            for (int b = 0; b < d->cut_count[f]; b++) {
                left_g += g[k][b];
                left_h += h[k][b];
                double right_h = all_h - left_h;
                if (left_h < 5 || right_h < 5)
                    continue;
                double gain = gain_of(left_g, left_h) + gain_of(all_g - left_g, right_h) - gain_of(all_g, all_h);
                if (gain > best[k]) {
                    best[k] = gain;
                    t->feature[first + k] = (int)f;
                    t->bin[first + k] = b + 1;
                }
            }
        }
    }
    for (size_t i = 0; i < d->rows; i++)
        if (node[i] >= 0) {
            int at = first + node[i];
            node[i] = 2 * node[i] + (d->bins[(size_t)t->feature[at] * d->rows + i] >= t->bin[at]);
        }
}

static int
leaf_of(const data *d, const tree *t, size_t i, int depth)
{
    int k = 0;
    for (int level = 0; level < depth; level++) {
        int at = (1 << level) - 1 + k;
        k = 2 * k + (d->bins[(size_t)t->feature[at] * d->rows + i] >= t->bin[at]);
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

static void
report(const data *d, const double *score, int half, int round)
{
    double loss = 0, all = 0, hit = 0, said = 0, is = 0;
    for (size_t i = 0; i < d->rows; i++) {
        if ((int)d->heads[i].part % 2 != half || d->heads[i].label < 0)
            continue;
        double w = d->heads[i].weight, p = 1 / (1 + exp(-score[i]));
        loss -= w * log(d->heads[i].label > 0.5f ? fmax(p, 1e-9) : fmax(1 - p, 1e-9));
        all += w;
        hit += p > 0.5 && d->heads[i].label > 0.5f ? w : 0;
        said += p > 0.5 ? w : 0;
        is += d->heads[i].label > 0.5f ? w : 0;
    }
    fprintf(stderr, "round %d half %d: loss %.4f precision %.4f recall %.4f\n", round, half, loss / fmax(all, 1),
            hit / fmax(said, 1e-9), hit / fmax(is, 1e-9));
}

typedef struct plan {
    int depth, rounds, half, fold; /* fold -1 leaves none out */
    double rate;
    int prints;
} plan;

static int
is_trained_on(const row_head *head, const plan *p)
{
    int part = (int)head->part;
    return head->label >= 0 && (p->half == 2 || part % 2 == p->half) && part / 2 != p->fold;
}

/* Each tree sees half of the rows: faster, and less prone to learn single pages. */
static int
is_drawn(size_t row, int round)
{
    unsigned long long h = (row + 1) * 0x9E3779B97F4A7C15u ^ (unsigned long long)(round + 1) * 0xBF58476D1CE4E5B9u;
    h ^= h >> 31;
    h *= 0x94D049BB133111EBu;
    return (h >> 40) & 1;
}

/* Train one model; score gets its log odds for every row. */
static void
train(const data *d, const plan *p, double *score)
{
    float *gradient = malloc(sizeof *gradient * d->rows), *hessian = malloc(sizeof *hessian * d->rows);
    int *node = malloc(sizeof *node * d->rows);
    memset(score, 0, sizeof *score * d->rows);
    for (int round = 0; round < p->rounds; round++) {
        for (size_t i = 0; i < d->rows; i++) {
            double likely = 1 / (1 + exp(-score[i]));
            gradient[i] = (float)(d->heads[i].weight * (likely - d->heads[i].label));
            hessian[i] = (float)(d->heads[i].weight * likely * (1 - likely));
            node[i] = is_trained_on(&d->heads[i], p) && is_drawn(i, round) ? 0 : -1;
        }
        tree t = {{0}, {0}, {0}};
        for (int level = 0; level < p->depth; level++)
            split_level(d, gradient, hessian, node, &t, level);
        double g[1 << DEPTH_MOST] = {0}, h[1 << DEPTH_MOST] = {0};
        for (size_t i = 0; i < d->rows; i++)
            if (node[i] >= 0) {
                g[node[i]] += gradient[i];
                h[node[i]] += hessian[i];
            }
        for (int k = 0; k < 1 << p->depth; k++)
            t.vote[k] = (float)(-p->rate * g[k] / (h[k] + 2.0));
        for (size_t i = 0; i < d->rows; i++)
            score[i] += t.vote[leaf_of(d, &t, i, p->depth)];
        if (p->prints)
            print_tree(d, &t, p->depth);
        if (p->prints && (round % 50 == 49 || round + 1 == p->rounds)) {
            report(d, score, 0, round + 1);
            report(d, score, 1, round + 1);
        }
    }
    free(gradient);
    free(hessian);
    free(node);
}

int
main(int argc, char **argv)
{
    static data d;
    if (argc < 7)
        return 2;
    load(&d, argv[1], argv[2]);
    plan p = {atoi(argv[3]), atoi(argv[4]), atoi(argv[6]), -1, atof(argv[5]), 1};
    if (p.depth < 1 || p.depth > DEPTH_MOST)
        return 2;
    double *score = malloc(sizeof *score * d.rows), *folded = malloc(sizeof *folded * d.rows);
    train(&d, &p, score);
    p.prints = 0;
    for (p.fold = 0; argc > 7 && p.fold < 4; p.fold++) {
        train(&d, &p, folded);
        for (size_t i = 0; i < d.rows; i++)
            if ((int)d.heads[i].part / 2 == p.fold && (p.half == 2 || (int)d.heads[i].part % 2 == p.half))
                score[i] = folded[i];
    }
    if (argc > 7) {
        FILE *file = fopen(argv[7], "w");
        for (size_t i = 0; file && i < d.rows; i++)
            fprintf(file, "%.4f\n", score[i]);
        if (file)
            fclose(file);
    }
    free(score);
    free(folded);
    return 0;
}
