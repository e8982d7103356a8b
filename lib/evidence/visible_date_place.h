/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* visible_date_place.h - where a visible date stands. */
#ifndef BL_EVIDENCE_VISIBLE_DATE_PLACE_H
#define BL_EVIDENCE_VISIBLE_DATE_PLACE_H

#include "evidence/visible.h"

/* bl_near_headline(), but a date above a menu, or above other headlines in a ticker, is not the article's. */
bl_nearness bl_date_nearness(const bl_visible *v, bl_node n);

/* Dates of cards, comments and the like are of other things. */
bool bl_date_is_elsewhere(const bl_visible *v, bl_node n);

/*
 * What a date elsewhere is worth. The first post of a thread looks like a comment, and stands right below the
 * headline.
 */
int bl_date_weight_elsewhere(const bl_visible *v, bl_node n);

#endif
