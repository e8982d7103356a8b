/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_join.h - two credits of one work as one. */
#ifndef BL_FIELDS_CREDIT_JOIN_H
#define BL_FIELDS_CREDIT_JOIN_H

#include "fields/decide.h"

/* A claim worth less than this is a byline of something else. */
#define BL_CREDIT_CLAIM_LEAST 30

/*
 * into with all that more names and it does not; its text grows only where that was something. Either may be
 * NULL, then the other one is the answer. into is changed; both live in the article's arena.
 */
byline_credit *bl_credit_join(bl_decision *decision, byline_credit *into, byline_credit *more);

/* The first piece of the page behind the body; the count of all where there is none. */
uint32_t bl_first_piece_behind(const bl_decision *decision);

#endif
