/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_features.h - a piece as numbers, for the block model. */
#ifndef BL_FIELDS_BODY_FEATURES_H
#define BL_FIELDS_BODY_FEATURES_H

#include "evidence/words.h"
#include "fields/body_page.h"
#include "fields/body_phrases.h"
#include "fields/body_region.h"

typedef enum bl_feature {
#define FEATURE(id, about) BL_F_##id,
#include "fields/body_features.def"
#undef FEATURE
#define WORD(id, about) BL_F_OWN_##id,
#include "evidence/words.def"
#undef WORD
#define WORD(id, about) BL_F_AROUND_##id,
#include "evidence/words.def"
#undef WORD
#define SAYS(id, about) BL_F_SAYS_##id,
#include "fields/body_phrases.def"
#undef SAYS
#define SAYS(id, about) BL_F_UNDER_##id,
#include "fields/body_phrases.def"
#undef SAYS
#define IN(id, bit, about) BL_F_IN_##id,
#include "fields/body_places.def"
#undef IN
    BL_FEATURE_COUNT,
    /* the first of each row of them */
    BL_F_OWN_FIRST = BL_F_OWN_HEADLINE,
    BL_F_AROUND_FIRST = BL_F_AROUND_HEADLINE,
    BL_F_SAYS_FIRST = BL_F_SAYS_RELATED,
    BL_F_UNDER_FIRST = BL_F_UNDER_RELATED,
    BL_F_IN_FIRST = BL_F_IN_HIDDEN
} bl_feature;

/* A piece described; what it says as bits stays there. */
typedef struct bl_features {
    const bl_piece *piece;
    float of[BL_F_OWN_FIRST];
    uint8_t says[BL_SAYS_COUNT];
    uint8_t under[BL_SAYS_COUNT];
} bl_features;

static inline float
bl_feature_of(const bl_features *features, size_t feature)
{
    if (feature < BL_F_OWN_FIRST)
        return features->of[feature];
    if (feature < BL_F_AROUND_FIRST)
        return features->piece->own >> (feature - BL_F_OWN_FIRST) & 1;
    if (feature < BL_F_SAYS_FIRST)
        return features->piece->words >> (feature - BL_F_AROUND_FIRST) & 1;
    if (feature < BL_F_UNDER_FIRST)
        return features->says[feature - BL_F_SAYS_FIRST];
    if (feature < BL_F_IN_FIRST)
        return features->under[feature - BL_F_UNDER_FIRST];
    return features->piece->in >> (feature - BL_F_IN_FIRST) & 1;
}

/* Describes the pieces of a page in turn, and knows what the ones before have said of those behind. */
typedef struct bl_describer {
    const struct bl_body *body;
    const bl_body_page *page;
    bl_arena *arena;
    const float *sizes;           /* of each piece: its units, log */
    bl_node article;              /* the article element that holds the headline */
    float h1_since;
    uint8_t under[BL_SAYS_COUNT]; /* what the last heading says, */
    bl_node box;                  /* which speaks for the box that it stands in */
} bl_describer;

/* Survey the page: fills page, body->container, ->headline. */
bl_describer bl_describer_of(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body, bl_body_page *page);

/* All features of piece i but those of the second look. To be called for each piece, in order. */
void bl_describe(bl_describer *d, uint32_t i, bl_features *features);

/* What the first look at all pieces says of each. */
typedef struct bl_context {
    const struct bl_body *body;
    const bl_body_page *page;
    const float *odds;
    float *likely;       /* for each piece: probability */
    bl_sum *sums;        /* as page->sums; worth is likely units */
    float *shape_likely; /* likely units of each shape */
    float *shape_units;
    float *until;        /* for each piece: pieces to the next likely one */
    float *behind;       /* and how likely the nearest one with text behind it in the same box is, or -1 */
    float *topic;        /* and how much of its longer words likely text elsewhere has */
    uint32_t *last;      /* for each box: 1 + its last piece with text so far */
    float sure;          /* mean likelihood of the likely text */
    float since;         /* pieces since the last likely one */
    float under;         /* how likely the last heading is */
} bl_context;

/* odds are log odds of the first look. Fills body->container anew. */
bl_context bl_context_of(const float *odds, bl_arena *arena, struct bl_body *body, const bl_body_page *page);

/* It is of no use any more. */
void bl_context_drop(const bl_context *context, bl_arena *arena);

/* The features of the second look alone. To be called for each piece, in order; features NULL: they are not needed. */
void bl_describe_context(bl_context *context, uint32_t i, bl_features *features);

/* "UNITS"; NULL past the end. */
const char *bl_feature_name(size_t feature);

#endif
