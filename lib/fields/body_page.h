/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_page.h - the page as a whole, surveyed once: sums over boxes, shapes, copies, what is declared. */
#ifndef BL_FIELDS_BODY_PAGE_H
#define BL_FIELDS_BODY_PAGE_H

#include "fields/body.h"
#include "fields/body_shingles.h"

typedef struct bl_sum {
    float worth, units, link_units, pieces;
} bl_sum;

/* Of the runs of words of a piece: the shares that stand in what the page declares. */
typedef struct bl_shares {
    float title;   /* in a headline; 0 for what is too long for one */
    float lead;    /* in a description of the page */
    float caption; /* in captions of pictures, and what stands in their place */
    float witness; /* in the declared text of the article */
} bl_shares;

typedef struct bl_body_page {
    const bl_document *document;
    uint32_t *pieces_before; /* for each node and one behind the last: how many pieces begin before it */
    uint32_t *images_before; /* and how many pictures stand there */
    bl_sum *sums;         /* for each piece and one behind the last: of all pieces before it */
    bl_sum *shapes;       /* of pieces of one shape: tag and class of the element and of the box around it */
    uint32_t *shape_of;   /* for each piece */
    uint16_t *copies;     /* for each piece: how many have the same text, itself among them */
    uint16_t *copy_index; /* and how many of them come before it */
    uint32_t *copy_before; /* and which is the last of those, or UINT32_MAX */
    bool *is_headline;
    bl_shares *shares;    /* for each piece */
    size_t witness_count; /* runs of words of the declared text of the article, and its letters and digits */
    size_t witness_units;
} bl_body_page;

/* Survey the page; fills body->container and body->headline. */
void bl_body_survey(bl_body_page *page, const bl_evidence *evidence, bl_arena *arena, struct bl_body *body);

/* The sums are of no use any more. */
void bl_sums_drop(const bl_body_page *page, bl_arena *arena, const struct bl_body *body);

/* What a piece adds to the case that the box around it is the article. */
float bl_piece_worth(const bl_piece *piece);

/* Down from the body, as long as one child holds nearly all of what is summed; sums as page->sums. */
bl_node bl_find_container(const bl_body_page *page, const bl_sum *sums);

/* The tag and class of an element as a number. */
uint64_t bl_shape_hash(const bl_document *doc, bl_node n);

/* The box around the element of a piece, and the box around that one. */
void bl_boxes_of(const struct bl_body *body, const bl_piece *piece, bl_node *parent, bl_node *grand);

/* The sum of all pieces before node n; sums as page->sums. */
static inline const bl_sum *
bl_sum_before(const bl_body_page *page, const bl_sum *sums, bl_node n)
{
    return &sums[page->pieces_before[n]];
}

static inline float
bl_worth_in(const bl_body_page *page, const bl_sum *sums, bl_node n)
{
    return bl_sum_before(page, sums, page->document->nodes[n].end)->worth - bl_sum_before(page, sums, n)->worth;
}

/* The sum over the subtree of n. */
static inline bl_sum
bl_page_sum(const bl_body_page *page, bl_node n)
{
    const bl_sum *from = bl_sum_before(page, page->sums, n);
    const bl_sum *to = bl_sum_before(page, page->sums, page->document->nodes[n].end);
    return (bl_sum){to->worth - from->worth, to->units - from->units, to->link_units - from->link_units,
                    to->pieces - from->pieces};
}

#endif
