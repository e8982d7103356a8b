/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_features.h - a piece as numbers, for the block model. */
#ifndef BL_FIELDS_BODY_FEATURES_H
#define BL_FIELDS_BODY_FEATURES_H

#include "evidence/words.h"
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
#define IN(id, bit, about) BL_F_IN_##id,
#include "fields/body_places.def"
#undef IN
    BL_FEATURE_COUNT
} bl_feature;

typedef struct bl_features {
    float of[BL_FEATURE_COUNT];
} bl_features;

/* The features of all pieces, in arena. Fills body->container, ->headline. */
bl_features *bl_body_features(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body);

/* "UNITS"; NULL past the end. */
const char *bl_feature_name(size_t feature);

#endif
