/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* choose.h - scoring the claims of one field by their weights and by how they agree. */
#ifndef BL_FIELDS_CHOOSE_H
#define BL_FIELDS_CHOOSE_H

#include "fields/decide.h"

/* Claims of one field that are weighed, the heaviest; a page with more has cards of other stories. */
#define BL_CLAIMS_WEIGHED ((size_t)64)

/* What another claim with the same value adds, and how many of them count. */
#define BL_AGREEMENT 6
#define BL_AGREEMENT_MOST 4

typedef struct bl_choice {
    bl_claim *claim;
    bl_span value;  /* as it would be printed; empty is refused */
    bl_span folded; /* by which two are the same */
} bl_choice;

typedef BL_VECTOR(bl_choice) bl_choices;

/* A claim lighter than this comes from cards and rails: it is no witness for another one. */
#define BL_WITNESS 30

typedef BL_VECTOR(bl_claim *) bl_claims;

/* The heaviest claims of a field, at most BL_CLAIMS_WEIGHED, in the order of the page; score set to weight.
 */
bl_claims bl_heaviest(bl_decision *decision, bl_field field);

/* The claims of a field, at most BL_CLAIMS_WEIGHED, with score set to weight. */
bl_choices bl_choices_of(bl_decision *decision, bl_field field);

/* Add what agreement is worth to each score, and give the best one back; NULL where none is left. */
bl_choice *bl_choose(const bl_choices *choices);

/* Mark the winner for explain, and say why the others lost. */
void bl_choice_won(const bl_choices *choices, bl_choice *won);

/* Both, for a member that is the text of the best one: to stays as it is where there is none. */
void bl_choose_text(bl_decision *decision, const bl_choices *choices, const char *member, const char **to);

/* How sure a score is, 0 to 1. */
double bl_confidence(int score);

#endif
