/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The second look: what the first look at all pieces says of each. */
#include <math.h>
#include <string.h>

#include "fields/body_features.h"
#include "fields/body_topic.h"
#include "fields/body_weights.h"

typedef struct look {
    const struct bl_body *body;
    const bl_body_page *page;
    const float *odds;
    float *likely;      /* for each piece: probability */
    bl_sum *sums;       /* as page->sums; worth is likely units */
    float *shape_likely; /* likely units of each shape */
    float *shape_units;
    float sure;         /* mean likelihood of the likely text */
} look;

static float
logged(float n)
{
    return log2f(1.0f + (n > 0 ? n : 0));
}

static float
mean(float part, float all, float fallback)
{
    return all > 0.5f ? part / all : fallback;
}

static void
prepare(look *l, bl_arena *arena)
{
    const struct bl_body *body = l->body;
    const bl_document *doc = body->document;
    l->likely = BL_NEW_ARRAY(arena, float, body->piece_count);
    l->shape_likely = BL_NEW_ARRAY(arena, float, body->piece_count);
    l->shape_units = BL_NEW_ARRAY(arena, float, body->piece_count);
    l->sums = BL_NEW_ARRAY(arena, bl_sum, (size_t)doc->count + 1);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        l->likely[i] = 1.0f / (1.0f + expf(-l->odds[i]));
        float units = (float)piece->units, likely = units * l->likely[i];
        l->sums[piece->first + 1].worth += likely;
        l->sums[piece->first + 1].units += units;
        l->shape_likely[l->page->shape_of[i]] += likely;
        l->shape_units[l->page->shape_of[i]] += units;
    }
    float squares = 0, likely_units = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        float likely = (float)body->pieces[i].units * l->likely[i];
        likely_units += likely;
        squares += likely * l->likely[i];
    }
    l->sure = mean(squares, likely_units, 0);
    for (bl_node n = 0; n < doc->count; n++) {
        l->sums[n + 1].worth += l->sums[n].worth;
        l->sums[n + 1].units += l->sums[n].units;
    }
}

static float
mean_of_box(const look *l, bl_node box, uint32_t i)
{
    const bl_sum *from = &l->sums[box], *to = &l->sums[l->body->document->nodes[box].end];
    float units = (float)l->body->pieces[i].units;
    return mean(to->worth - from->worth - units * l->likely[i], to->units - from->units - units, -1);
}

static void
read_boxes(const look *l, uint32_t i, float *f)
{
    const struct bl_body *body = l->body;
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    bl_node parent, grand;
    bl_boxes_of(body, piece, &parent, &grand);
    float all = l->sums[doc->count].worth, units = (float)piece->units;
    f[BL_F_P_PARENT] = mean_of_box(l, parent, i);
    f[BL_F_P_GRAND] = mean_of_box(l, grand, i);
    uint32_t shape = l->page->shape_of[i];
    f[BL_F_P_SHAPE] = mean(l->shape_likely[shape] - units * l->likely[i], l->shape_units[shape] - units, -1);
    f[BL_F_P_PARENT_SHARE] = mean(l->sums[doc->nodes[parent].end].worth - l->sums[parent].worth, all, 0);
    f[BL_F_P_RANK] = mean(l->sums[piece->first].worth, all, 0);
    f[BL_F_P_UNITS] = logged(all);
    f[BL_F_P_SURE] = l->sure;
    bool inside = bl_contains(doc, body->container, piece->first);
    f[BL_F_P_IN_BOX] = inside;
    f[BL_F_P_BOX_LEVELS] = inside ? (float)(doc->nodes[piece->node].depth - doc->nodes[body->container].depth) : -1;
}

static void
read_neighbours(const look *l, uint32_t i, float *f)
{
    const struct bl_body *body = l->body;
    uint32_t count = body->piece_count;
    f[BL_F_P] = l->odds[i];
    f[BL_F_P_PREV] = i > 0 ? l->likely[i - 1] : -1;
    f[BL_F_P_PREV2] = i > 1 ? l->likely[i - 2] : -1;
    f[BL_F_P_NEXT] = i + 1 < count ? l->likely[i + 1] : -1;
    f[BL_F_P_NEXT2] = i + 2 < count ? l->likely[i + 2] : -1;
    float part = 0, all = 0;
    for (uint32_t k = i > 5 ? i - 5 : 0; k < count && k <= i + 5; k++)
        if (k != i) {
            part += l->likely[k] * (float)body->pieces[k].units;
            all += (float)body->pieces[k].units;
        }
    f[BL_F_P_NEAR] = mean(part, all, -1);
    part = all = 0;
    for (uint32_t k = i + 1; k < count && k <= i + BL_SECTION_PIECES; k++) {
        if (body->pieces[k].level)
            break;
        part += l->likely[k] * (float)body->pieces[k].units;
        all += (float)body->pieces[k].units;
    }
    f[BL_F_P_SECTION] = mean(part, all, -1);
}

/* What runs along all pieces: the last heading, how long ago the last likely piece was, copies. */
static void
read_runs(const look *l, bl_features *const *features)
{
    const struct bl_body *body = l->body;
    float since = BL_SINCE_MOST, under = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t copy = l->page->copy_before[i];
        if (features[i]) {
            features[i]->of[BL_F_P_SINCE] = since;
            features[i]->of[BL_F_P_UNDER] = under;
            features[i]->of[BL_F_P_COPY] = copy != UINT32_MAX && l->likely[copy] > 0.5f;
        }
        if (body->pieces[i].level)
            under = l->likely[i];
        since = l->likely[i] > 0.5f && body->pieces[i].units ? 0 : since < BL_SINCE_MOST ? since + 1 : since;
    }
    float until = BL_SINCE_MOST;
    for (uint32_t i = body->piece_count; i-- > 0;) {
        if (features[i])
            features[i]->of[BL_F_P_UNTIL] = until;
        until = l->likely[i] > 0.5f && body->pieces[i].units ? 0 : until < BL_SINCE_MOST ? until + 1 : until;
    }
}

/* The nearest piece with text before and behind, in the same box. */
static void
read_siblings(const look *l, bl_features *const *features, bl_arena *arena)
{
    const struct bl_body *body = l->body;
    uint32_t *last = BL_NEW_ARRAY(arena, uint32_t, (size_t)body->document->count + 1); /* 1 + the piece */
    float *before = BL_NEW_ARRAY(arena, float, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_node box = body->document->nodes[body->pieces[i].node].parent;
        box = box == BL_NO_NODE ? 0 : box;
        before[i] = last[box] ? l->likely[last[box] - 1] : -1;
        if (body->pieces[i].units)
            last[box] = i + 1;
    }
    memset(last, 0, sizeof *last * body->document->count);
    for (uint32_t i = body->piece_count; i-- > 0;) {
        bl_node box = body->document->nodes[body->pieces[i].node].parent;
        box = box == BL_NO_NODE ? 0 : box;
        float behind = last[box] ? l->likely[last[box] - 1] : -1;
        if (body->pieces[i].units)
            last[box] = i + 1;
        if (!features[i])
            continue;
        float *f = features[i]->of;
        f[BL_F_P_SIBLING] = before[i] < 0 ? behind : behind < 0 ? before[i] : (before[i] + behind) / 2;
        f[BL_F_P_SIBLINGS_MOST] = before[i] > behind ? before[i] : behind;
    }
    bl_release(arena, last, sizeof *last * body->document->count);
}

static void
read_topic(const look *l, bl_features *const *features, bl_arena *arena)
{
    float *shares = BL_NEW_ARRAY(arena, float, l->body->piece_count);
    bl_body_topic(l->body, l->likely, arena, shares);
    for (uint32_t i = 0; i < l->body->piece_count; i++)
        if (features[i])
            features[i]->of[BL_F_P_TOPIC] = shares[i];
}

void
bl_body_context(bl_features *const *features, const float *odds, bl_arena *arena, struct bl_body *body,
                const bl_body_page *page)
{
    look l = {.body = body, .page = page, .odds = odds};
    prepare(&l, arena);
    body->container = bl_find_container(body->document, l.sums);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        if (!features[i])
            continue;
        read_neighbours(&l, i, features[i]->of);
        read_boxes(&l, i, features[i]->of);
    }
    read_runs(&l, features);
    read_siblings(&l, features, arena);
    bl_release(arena, l.sums, body->document->count * sizeof *l.sums);
    read_topic(&l, features, arena);
}
