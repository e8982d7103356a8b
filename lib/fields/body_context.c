/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The second look: what the first look at all pieces says of each. */
#include <math.h>
#include <string.h>

#include "fields/body_features.h"
#include "fields/body_topic.h"
#include "fields/body_weights.h"

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

/* How many pieces it is since a likely one, or to one, behind piece i. */
static float
next_count(const bl_context *c, uint32_t i, float count)
{
    if (c->likely[i] > 0.5f && c->body->pieces[i].units)
        return 0;
    return count < BL_SINCE_MOST ? count + 1 : count;
}

static void
prepare(bl_context *c, bl_arena *arena)
{
    const struct bl_body *body = c->body;
    c->likely = BL_NEW_ARRAY(arena, float, body->piece_count);
    c->shape_likely = BL_NEW_ARRAY(arena, float, body->piece_count);
    c->shape_units = BL_NEW_ARRAY(arena, float, body->piece_count);
    c->sums = BL_NEW_ARRAY(arena, bl_sum, (size_t)body->piece_count + 1);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        c->likely[i] = 1.0f / (1.0f + expf(-c->odds[i]));
        float units = (float)piece->units, likely = units * c->likely[i];
        c->sums[i + 1].worth = c->sums[i].worth + likely;
        c->sums[i + 1].units = c->sums[i].units + units;
        c->shape_likely[c->page->shape_of[i]] += likely;
        c->shape_units[c->page->shape_of[i]] += units;
    }
    float squares = 0, likely_units = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        float likely = (float)body->pieces[i].units * c->likely[i];
        likely_units += likely;
        squares += likely * c->likely[i];
    }
    c->sure = mean(squares, likely_units, 0);
}

static float
mean_of_box(const bl_context *c, bl_node box, uint32_t i)
{
    const bl_sum *from = bl_sum_before(c->page, c->sums, box);
    const bl_sum *to = bl_sum_before(c->page, c->sums, c->body->document->nodes[box].end);
    float units = (float)c->body->pieces[i].units;
    return mean(to->worth - from->worth - units * c->likely[i], to->units - from->units - units, -1);
}

static void
read_boxes(const bl_context *c, uint32_t i, float *f)
{
    const struct bl_body *body = c->body;
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    bl_node parent, grand;
    bl_boxes_of(body, piece, &parent, &grand);
    float all = c->sums[body->piece_count].worth, units = (float)piece->units;
    f[BL_F_P_PARENT] = mean_of_box(c, parent, i);
    f[BL_F_P_GRAND] = mean_of_box(c, grand, i);
    uint32_t shape = c->page->shape_of[i];
    f[BL_F_P_SHAPE] = mean(c->shape_likely[shape] - units * c->likely[i], c->shape_units[shape] - units, -1);
    f[BL_F_P_PARENT_SHARE] = mean(bl_worth_in(c->page, c->sums, parent), all, 0);
    f[BL_F_P_RANK] = mean(bl_sum_before(c->page, c->sums, piece->first)->worth, all, 0);
    f[BL_F_P_UNITS] = logged(all);
    f[BL_F_P_SURE] = c->sure;
    bool inside = bl_contains(doc, body->container, piece->first);
    f[BL_F_P_IN_BOX] = inside;
    f[BL_F_P_BOX_LEVELS] = inside ? (float)(doc->nodes[piece->node].depth - doc->nodes[body->container].depth) : -1;
}

static void
read_neighbours(const bl_context *c, uint32_t i, float *f)
{
    const struct bl_body *body = c->body;
    uint32_t count = body->piece_count;
    f[BL_F_P] = c->odds[i];
    f[BL_F_P_PREV] = i > 0 ? c->likely[i - 1] : -1;
    f[BL_F_P_PREV2] = i > 1 ? c->likely[i - 2] : -1;
    f[BL_F_P_NEXT] = i + 1 < count ? c->likely[i + 1] : -1;
    f[BL_F_P_NEXT2] = i + 2 < count ? c->likely[i + 2] : -1;
    float part = 0, all = 0;
    for (uint32_t k = i > 5 ? i - 5 : 0; k < count && k <= i + 5; k++)
        if (k != i) {
            part += c->likely[k] * (float)body->pieces[k].units;
            all += (float)body->pieces[k].units;
        }
    f[BL_F_P_NEAR] = mean(part, all, -1);
    part = all = 0;
    for (uint32_t k = i + 1; k < count && k <= i + BL_SECTION_PIECES; k++) {
        if (body->pieces[k].level)
            break;
        part += c->likely[k] * (float)body->pieces[k].units;
        all += (float)body->pieces[k].units;
    }
    f[BL_F_P_SECTION] = mean(part, all, -1);
}

/* What runs along all pieces: the last heading, how long ago the last likely piece was, copies. */
static void
read_runs(const bl_context *c, uint32_t i, float *f)
{
    uint32_t copy = c->page->copy_before[i];
    f[BL_F_P_SINCE] = c->since;
    f[BL_F_P_UNTIL] = c->until[i];
    f[BL_F_P_UNDER] = c->under;
    f[BL_F_P_COPY] = copy != UINT32_MAX && c->likely[copy] > 0.5f;
}

static bl_node
box_of(const bl_context *c, uint32_t i)
{
    bl_node box = c->body->document->nodes[c->body->pieces[i].node].parent;
    return box == BL_NO_NODE ? 0 : box;
}

/* How likely the last piece with text of its box was; -1 where there was none. */
static float
likely_before(const bl_context *c, uint32_t i)
{
    uint32_t last = c->last[box_of(c, i)];
    return last ? c->likely[last - 1] : -1;
}

static void
set_last(bl_context *c, uint32_t i)
{
    if (c->body->pieces[i].units)
        c->last[box_of(c, i)] = i + 1;
}

/* Piece i is one before the next. */
static void
pass(bl_context *c, uint32_t i)
{
    if (c->body->pieces[i].level)
        c->under = c->likely[i];
    c->since = next_count(c, i, c->since);
    set_last(c, i);
}

/* The nearest piece with text before and behind, in the same box. */
static void
read_siblings(const bl_context *c, uint32_t i, float *f)
{
    float before = likely_before(c, i), behind = c->behind[i];
    f[BL_F_P_SIBLING] = before < 0 ? behind : behind < 0 ? before : (before + behind) / 2;
    f[BL_F_P_SIBLINGS_MOST] = before > behind ? before : behind;
}

/* What is told of a piece by those behind it. */
static void
look_back(bl_context *c, bl_arena *arena)
{
    uint32_t count = c->body->piece_count;
    float until = BL_SINCE_MOST;
    c->until = BL_NEW_ARRAY(arena, float, count);
    c->behind = BL_NEW_ARRAY(arena, float, count);
    c->last = BL_NEW_ARRAY(arena, uint32_t, (size_t)c->body->document->count + 1);
    for (uint32_t i = count; i-- > 0;) {
        c->until[i] = until;
        until = next_count(c, i, until);
        c->behind[i] = likely_before(c, i);
        set_last(c, i);
    }
    memset(c->last, 0, sizeof *c->last * c->body->document->count);
}

bl_context
bl_context_of(const float *odds, bl_arena *arena, struct bl_body *body, const bl_body_page *page)
{
    bl_context c = {.body = body, .page = page, .odds = odds, .since = BL_SINCE_MOST};
    prepare(&c, arena);
    body->container = bl_find_container(page, c.sums);
    look_back(&c, arena);
    c.topic = BL_NEW_ARRAY(arena, float, body->piece_count);
    bl_body_topic(body, c.likely, arena, c.topic);
    return c;
}

void
bl_describe_context(bl_context *c, uint32_t i, bl_features *features)
{
    if (features) {
        read_neighbours(c, i, features->of);
        read_boxes(c, i, features->of);
        read_runs(c, i, features->of);
        read_siblings(c, i, features->of);
        features->of[BL_F_P_TOPIC] = c->topic[i];
    }
    pass(c, i);
}

void
bl_context_drop(const bl_context *c, bl_arena *arena)
{
    size_t count = c->body->piece_count;
    bl_release(arena, c->last, c->body->document->count * sizeof *c->last);
    bl_release(arena, c->sums, count * sizeof *c->sums);
    float *const of_pieces[] = {c->likely, c->shape_likely, c->shape_units, c->until, c->behind, c->topic};
    for (size_t i = 0; i < BL_COUNT(of_pieces); i++)
        bl_release(arena, of_pieces[i], count * sizeof *of_pieces[i]);
}
