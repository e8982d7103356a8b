/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_topic.h - how much a piece shares of the words of the likely text. */
#ifndef BL_FIELDS_BODY_TOPIC_H
#define BL_FIELDS_BODY_TOPIC_H

#include "fields/body.h"

/* For each piece: the share of its longer words that likely text elsewhere has, 0 to 1; -1 where it has none. */
void bl_body_topic(const struct bl_body *body, const float *likely, bl_arena *arena, float *shares);

#endif
