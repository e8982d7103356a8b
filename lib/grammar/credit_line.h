/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credit_line.h - where in a line the credit stands, one file for each kind of line.
 *
 *   credit_photo.c         captions
 *   credit_signoff.c       sign-offs and, with credit_source.c, source lines
 *   credit_contribution.c  "Reporting by ...", "... contributed to this report"
 */
#ifndef BL_GRAMMAR_CREDIT_LINE_H
#define BL_GRAMMAR_CREDIT_LINE_H

#include "grammar/credit_items.h"
#include "grammar/grammar.h"

/* How sure the readers are of what they found. */
#define BL_SURE_LABELLED 0.97 /* a label, or an agency in brackets */
#define BL_SURE_AGENCY 0.9    /* an agency in a place where only credits stand */
#define BL_SURE_SHAPE 0.75    /* no known name, but the form is a credit's */
#define BL_SURE_GUESS 0.5     /* a name that may be the picture's subject */

/* A credit found: tokens from..to of the line, and what they say. kind is NONE where there is none. */
typedef struct bl_found {
    byline_credit_kind kind;
    size_t from;
    size_t to;
    double confidence;
    bl_items items; /* last, see there */
} bl_found;

static inline void
bl_copy_found(bl_found *to, const bl_found *from)
{
    memcpy(to, from, offsetof(bl_found, items.at) + from->items.count * sizeof(bl_item));
}

bool bl_find_photo_credit(const bl_tokens *tokens, byline_line line, bl_found *found);
bool bl_find_contribution(const bl_tokens *tokens, bl_found *found);
/* whole: the tokens are all of the paragraph, not its tail. */
bool bl_find_signoff(const bl_tokens *tokens, bool whole, bl_found *found);

/* "This report ...": the line begins with a word for the piece itself. */
bool bl_speaks_of_itself(const bl_tokens *tokens, size_t i);

/* "name@example.org", "/2020.05.07/" behind a reporter's name: where they begin. */
size_t bl_without_address(const bl_tokens *tokens, size_t end);

/* The "(" that the ")" at token close belongs to; close itself where there is none near. */
size_t bl_opening_of(const bl_tokens *tokens, size_t close);

#endif
