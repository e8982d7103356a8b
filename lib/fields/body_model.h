/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * body_model.h - how likely pieces are of the article, from their features.
 *
 * So many pieces at once: their votes are counted side by side. A look gives log odds: above 0 a piece is rather of
 * the article.
 */
#ifndef BL_FIELDS_BODY_MODEL_H
#define BL_FIELDS_BODY_MODEL_H

#include "fields/body_features.h"

enum { BL_LANES = 16 };

/* The features that the second look asks for: of each, and of each piece, how many of its cuts it reaches. */
typedef struct bl_ranks bl_ranks;

/* The first look knows the pieces and their page. */
void bl_first_look(const bl_features pieces[static BL_LANES], float odds[static BL_LANES]);

/* What the second look asks of these pieces, but for what the first look said. In arena. */
bl_ranks *bl_rank(const bl_features pieces[static BL_LANES], bl_arena *arena);

/* The second knows what the first said of all pieces, too: these are to be described by that. Releases ranks. */
void bl_second_look(bl_ranks *ranks, bl_arena *arena, const bl_features pieces[static BL_LANES],
                    float odds[static BL_LANES]);

#endif
