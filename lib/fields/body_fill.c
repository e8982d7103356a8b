/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Lists are whole, and texts go on to their end: pieces that the model was not sure enough of, in one box with
 * pieces of the same shape that it was sure of.
 */
#include "fields/body_choose.h"
#include "fields/body_weights.h"

/* The pieces of a shape that were seen last, in one box. */
typedef struct group {
    bl_node box;
    uint32_t last;   /* chosen; UINT32_MAX is none */
    uint32_t chosen; /* how many */
} group;

typedef struct filler {
    bl_chooser *c;
    bl_node *boxes;    /* for each piece */
    bool *is_followed; /* for each piece: a chosen one of its group stands behind it */
} filler;

/* The box around the element of a piece; one that holds nothing else is passed by. */
static bl_node
box_of(const struct bl_body *body, uint32_t i)
{
    const bl_document *doc = body->document;
    bl_node box = doc->nodes[body->pieces[i].node].parent;
    for (int levels = 0; levels < BL_FILL_LEVELS && box != BL_NO_NODE && box != 0; levels++) {
        bool is_alone = (i == 0 || body->pieces[i - 1].last < box) &&
                        (i + 1 == body->piece_count || body->pieces[i + 1].first >= doc->nodes[box].end);
        if (!is_alone)
            break;
        box = doc->nodes[box].parent;
    }
    return box;
}

/* Does it say what lines beside an article say? Texts are about such things too, further on. */
static bool
says_something(const bl_chooser *c, const bl_piece *piece)
{
    uint8_t says[BL_SAYS_COUNT], least = piece->units < BL_FILL_LONG_UNITS ? BL_SAYS_SOMEWHERE : BL_SAYS_AT_START;
    bl_phrases_of(c->arena, piece->text, says);
    for (size_t k = 0; k < BL_SAYS_COUNT; k++)
        if (says[k] >= least)
            return true;
    return false;
}

/* Most of it is links, and not of single words as programs put on names of places and people. */
static bool
is_of_links(const bl_piece *piece)
{
    return 2 * piece->link_units > piece->units && piece->link_units > BL_FILL_KEYWORD_UNITS * piece->links;
}

/* A line with links behind it that are not chosen leads to them: "Here is more on ferries." */
static bool
leads_to_links(const struct bl_body *body, uint32_t i)
{
    const bl_piece *next = &body->pieces[i] + 1;
    return i + 1 < body->piece_count && !next->chosen && next->units && is_of_links(next);
}

/* May it be text, however sure of it the model was? Paragraphs that are links lead to other stories; items of a list
   may be. */
static bool
may_be_text(const bl_chooser *c, uint32_t i)
{
    const bl_piece *piece = &c->body->pieces[i];
    const uint32_t never = BL_IN_HIDDEN | BL_IN_FIGURE | BL_IN_CAPTION | BL_IN_NAV | BL_IN_FORM;
    if (piece->chosen || piece->is_label || piece->units == 0 || piece->in & never || c->page->is_headline[i])
        return false;
    if (piece->type == BYLINE_BLOCK_PARAGRAPH &&
        (is_of_links(piece) || (piece->links < 2 && leads_to_links(c->body, i))))
        return false;
    return !says_something(c, piece);
}

static bool
may_fill(const bl_chooser *c, uint32_t i)
{
    return c->body->pieces[i].score > BL_FILL_LEAST && may_be_text(c, i);
}

static bool
is_prose(const bl_piece *piece)
{
    return piece->type == BYLINE_BLOCK_PARAGRAPH && (piece->ends_sentence || piece->units >= BL_SHORT_UNITS);
}

/* In the same box or in one beside it; prose is parted in more ways, where advertisements go. */
static bool
is_of(const filler *f, const group *g, uint32_t i)
{
    const struct bl_body *body = f->c->body;
    if (g->last == UINT32_MAX || body->pieces[g->last].type != body->pieces[i].type)
        return false;
    bl_node box = f->boxes[i], other = g->box;
    if (box == other)
        return true;
    if (is_prose(&body->pieces[i]) && (g->last < i ? i - g->last : g->last - i) <= BL_FILL_FAR)
        return true;
    const bl_node_record *nodes = body->document->nodes;
    return box != BL_NO_NODE && other != BL_NO_NODE && nodes[box].parent == nodes[other].parent;
}

static void
add_to(const filler *f, group *g, uint32_t i)
{
    g->chosen = is_of(f, g, i) ? g->chosen + 1 : 1;
    g->box = f->boxes[i];
    g->last = i;
}

static void
look_behind(filler *f, group *groups)
{
    const struct bl_body *body = f->c->body;
    for (uint32_t i = body->piece_count; i-- > 0;) {
        group *g = &groups[f->c->page->shape_of[i]];
        f->is_followed[i] = is_of(f, g, i);
        if (body->pieces[i].chosen)
            add_to(f, g, i);
    }
}

static void
fill(filler *f, group *groups)
{
    struct bl_body *body = f->c->body;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        group *g = &groups[f->c->page->shape_of[i]];
        bool is_one = is_of(f, g, i);
        bool goes_on = is_one && g->chosen >= BL_FILL_MANY && i - g->last <= BL_FILL_FAR && is_prose(piece);
        if (!piece->chosen && is_one && (f->is_followed[i] || goes_on) && may_fill(f->c, i))
            piece->chosen = true;
        if (piece->chosen)
            add_to(f, g, i);
    }
}

/* ---- paragraphs of one box ---- */

/* Paragraphs of one shape in one box. */
typedef struct run {
    uint32_t chosen, units, chosen_units;
    uint32_t first, last; /* chosen, or solid behind them */
} run;

/* "Back to top", "Click to enlarge": no more than a link, or said again and again. */
static bool
is_control(const bl_chooser *c, uint32_t i)
{
    const bl_piece *piece = &c->body->pieces[i];
    return (piece->links == 1 && 10 * piece->link_units > 8 * piece->units) ||
           (c->page->copies[i] > 2 && piece->units < BL_SHORT_UNITS);
}

/* No signature or label, which may stand behind the text. */
static bool
is_solid(const bl_piece *piece)
{
    return piece->ends_sentence || piece->units >= BL_SHORT_UNITS || piece->links > 1;
}

/* The run of each piece, counted from 1, in of; 0 is none. Gives how many there are. */
static uint32_t
number_runs(const bl_chooser *c, uint32_t *of)
{
    const struct bl_body *body = c->body;
    const bl_node_record *nodes = body->document->nodes;
    uint32_t *newest = BL_NEW_ARRAY(c->arena, uint32_t, body->piece_count); /* of a shape: 1 + its last piece */
    uint32_t count = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        uint32_t *before = &newest[c->page->shape_of[i]];
        bl_node box = nodes[piece->node].parent;
        if (piece->type != BYLINE_BLOCK_PARAGRAPH || box == BL_NO_NODE || piece->units == 0)
            continue;
        bool goes_on = *before && nodes[body->pieces[*before - 1].node].parent == box;
        of[i] = goes_on ? of[*before - 1] : ++count;
        *before = i + 1;
    }
    bl_release(c->arena, newest, body->piece_count * sizeof *newest);
    return count;
}

static void
count_runs(const bl_chooser *c, const uint32_t *of, run *runs)
{
    for (uint32_t i = 0; i < c->body->piece_count; i++) {
        const bl_piece *piece = &c->body->pieces[i];
        run *r = &runs[of[i]];
        if (of[i] == 0)
            continue;
        r->units += piece->units;
        r->chosen += piece->chosen;
        r->chosen_units += piece->chosen ? piece->units : 0;
        r->first = r->chosen > 1 || (r->chosen && !piece->chosen) ? r->first : i;
    }
}

static bool
is_text(const run *r)
{
    return r->chosen >= BL_RUN_MANY && (float)r->chosen_units >= BL_RUN_SHARE * (float)r->units;
}

/* After count_runs(): phrases are looked for in few runs so. */
static void
find_ends(const bl_chooser *c, const uint32_t *of, run *runs)
{
    for (uint32_t i = 0; i < c->body->piece_count; i++) {
        const bl_piece *piece = &c->body->pieces[i];
        run *r = &runs[of[i]];
        if (of[i] && is_text(r) && i >= r->first &&
            (piece->chosen || (piece->score > BL_RUN_LEAST && is_solid(piece) && may_be_text(c, i))))
            r->last = i;
    }
}

/* Where nearly all paragraphs of a box are text, all are, but labels and what stands behind the last solid one. */
static void
fill_runs(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t *of = BL_NEW_ARRAY(c->arena, uint32_t, body->piece_count);
    uint32_t count = number_runs(c, of);
    run *runs = BL_NEW_ARRAY(c->arena, run, (size_t)count + 1);
    count_runs(c, of, runs);
    find_ends(c, of, runs);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const run *r = &runs[of[i]];
        if (of[i] && is_text(r) && i > r->first && i <= r->last && !is_control(c, i) && may_be_text(c, i))
            body->pieces[i].chosen = true;
    }
    bl_release(c->arena, of, body->piece_count * sizeof *of);
    bl_release(c->arena, runs, ((size_t)count + 1) * sizeof *runs);
}

/* What the items of a list that begins with piece from are, which ends before to. */
typedef struct tally {
    uint32_t to, chosen, labels, longest;
    float score; /* of the surest that is chosen */
} tally;

static tally
count_items(const filler *f, uint32_t from)
{
    const struct bl_body *body = f->c->body;
    tally t = {.to = from};
    for (; t.to < body->piece_count && f->boxes[t.to] == f->boxes[from]; t.to++) {
        const bl_piece *piece = &body->pieces[t.to];
        if (piece->type != BYLINE_BLOCK_LIST_ITEM)
            break;
        t.chosen += piece->chosen;
        t.labels += piece->is_label;
        t.longest = piece->units > t.longest ? piece->units : t.longest;
        t.score = piece->chosen && piece->score > t.score ? piece->score : t.score;
    }
    return t;
}

/* A list of short items is no text where few of them were chosen, or many say what lines beside an article say: ways
   to share, places to go. */
static void
drop_torn_lists(filler *f)
{
    struct bl_body *body = f->c->body;
    for (uint32_t from = 0, next; from < body->piece_count; from = next) {
        tally t = count_items(f, from);
        uint32_t count = t.to - from;
        next = count ? t.to : from + 1;
        bool is_torn = BL_TORN_TIMES * t.chosen <= count && t.score <= BL_TORN_SURE;
        bool has_labels = t.labels > 1 && BL_TORN_TIMES * t.labels >= count;
        if (t.chosen == 0 || t.longest > BL_SHORT_UNITS || !(is_torn || has_labels))
            continue;
        for (uint32_t i = from; i < t.to; i++)
            body->pieces[i].chosen = false;
    }
}

static void
forget(group *groups, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        groups[i] = (group){BL_NO_NODE, UINT32_MAX, 0};
}

void
bl_body_fill(bl_chooser *c)
{
    const struct bl_body *body = c->body;
    filler f = {c, BL_NEW_ARRAY(c->arena, bl_node, body->piece_count),
                BL_NEW_ARRAY(c->arena, bool, body->piece_count)};
    group *groups = BL_NEW_ARRAY(c->arena, group, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++)
        f.boxes[i] = box_of(body, i);
    forget(groups, body->piece_count);
    look_behind(&f, groups);
    forget(groups, body->piece_count);
    drop_torn_lists(&f);
    fill(&f, groups);
    bl_release(c->arena, f.boxes, body->piece_count * sizeof *f.boxes);
    bl_release(c->arena, groups, body->piece_count * sizeof *groups);
    bl_release(c->arena, f.is_followed, body->piece_count * sizeof *f.is_followed);
    fill_runs(c);
}
