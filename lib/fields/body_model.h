/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_model.h - how likely a piece is of the article, from its features. */
#ifndef BL_FIELDS_BODY_MODEL_H
#define BL_FIELDS_BODY_MODEL_H

#include "fields/body_features.h"

/* Log odds: above 0 it is rather of the article. The first look knows the piece and its page. */
float bl_first_look(const bl_feature_row *row);
/* The second knows what the first said of all pieces. */
float bl_second_look(const bl_feature_row *row);

#endif
