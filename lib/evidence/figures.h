/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* figures.h - the pictures of a page, how far each one's surroundings reach, the text of a caption. */
#ifndef BL_EVIDENCE_FIGURES_H
#define BL_EVIDENCE_FIGURES_H

#include "evidence/figures_url.h"

/* Bytes of the longest captions; more is text of the article. */
#define BL_SCOPE_TEXT 1500

/* Nodes between a picture and its caption, all of them boxes. */
#define BL_APART_NODES 200

typedef struct bl_picture {
    bl_node node;
    bl_offer offer;
    uint32_t entity;
    bool has_caption;
} bl_picture;

typedef struct bl_figures {
    bl_evidence *evidence;
    const bl_document *doc;
    uint32_t *before; /* for each node, and one behind the last: pictures before it */
    BL_VECTOR(bl_picture) pictures;
} bl_figures;

static inline uint64_t
bl_figure_words(const bl_figures *f, bl_node n)
{
    return f->evidence->words[n];
}

static inline uint32_t
bl_pictures_in(const bl_figures *f, bl_node n)
{
    return f->before[f->doc->nodes[n].end] - f->before[n];
}

/* Is n by its tag or class a caption, which may hold the credit as well? A credit and nothing else? */
bool bl_is_caption(const bl_figures *f, bl_node n);
bool bl_is_credit(const bl_figures *f, bl_node n);

/* Is there a heading in n, or is it one? */
bool bl_holds_heading(const bl_figures *f, bl_node n);

/* The largest element around picture n that holds no other picture and no text but its caption. */
bl_node bl_picture_scope(const bl_figures *f, bl_node n);

/*
 * The text of a caption or credit element as a reader sees it: without buttons and what is for screen readers
 * only, and without the credits that are elements of their own unless with_credits. In the evidence's arena.
 */
bl_span bl_caption_text(bl_evidence *evidence, bl_node n, bool with_credits);

/* Is n, inside the caption root, a credit that stands for itself? */
bool bl_is_credit_part(const bl_figures *f, bl_node n, bl_node root);

/* How surely picture n, with the scope around it, is of a story at all: a BL_WEIGHT_IMAGE_*. */
int bl_picture_weight(const bl_figures *f, bl_node n, bl_node scope, bool has_caption);

/* Add a claim of one picture; false where the value is empty. */
bool bl_figure_claim(bl_figures *f, bl_field field, uint32_t entity, bl_span value, bl_node node, int weight);

/* Claim the credits inside scope that are elements of their own. */
void bl_claim_credits(bl_figures *f, uint32_t entity, bl_node scope);

/* Claim what element n says, which holds a caption, a credit, or both. */
bool bl_claim_caption(bl_figures *f, uint32_t entity, bl_node n);

/* Claim caption and credit of picture n from its scope and what stands behind it; false where there are none.
 */
bool bl_claim_texts(bl_figures *f, uint32_t entity, bl_node n, bl_node scope);

/* Claim the credit that title or alt end with: "A meteorite. Photo: Jane Roe". */
void bl_claim_attribute_credit(bl_figures *f, uint32_t entity, bl_node n);

#endif
