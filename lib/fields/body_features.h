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

typedef struct bl_features {
    float of[BL_FEATURE_COUNT];
} bl_features;

/* The features of all pieces but those of the first look, in arena. Fills body->container, ->headline. */
bl_features *bl_body_features(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body,
                              bl_body_page *page);

/* Add what the first look at all pieces says of each; odds are its log odds. Fills body->container anew. */
void bl_body_context(bl_features *features, const float *odds, bl_arena *arena, struct bl_body *body,
                     const bl_body_page *page);

/* "UNITS"; NULL past the end. */
const char *bl_feature_name(size_t feature);

#endif
