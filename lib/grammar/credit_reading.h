/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credit_reading.h - the state of bl_read_items(), for its two files.
 *
 *   credit_items.c    names: where a run of words ends, and whom it names
 *   credit_connect.c  labels, agencies, and the words that say how names belong together
 */
#ifndef BL_GRAMMAR_CREDIT_READING_H
#define BL_GRAMMAR_CREDIT_READING_H

#include "grammar/credit_items.h"

/* A mark of fewer letters is an abbreviation that means other things as well. */
enum { BL_MARK_LETTERS_LEAST = 4 };

/* One reading of a run of tokens. */
typedef struct bl_reading {
    const bl_tokens *tokens;
    size_t i;
    size_t to;
    bl_items_mode mode;
    bl_items *items;
    uint8_t role;       /* of the next person */
    char separator;     /* since the last item */
    bool via;           /* the next agency passed the work on */
    bool courtesy;      /* who comes next gave the picture and did not take it */
    bool named;         /* this chain has named somebody already */
    bool person_named;  /* and it was a person */
    bool labelled;      /* "Foto:", "editing by" */
    bool weakly_labelled; /* "Foto" */
    bool houses_only;   /* "Source:" names no persons */
    bool person_before; /* the last item is a person */
    size_t from;
} bl_reading;

/* Token i of the run; one of no type behind its end. */
static inline const bl_token *
bl_peek(const bl_reading *r, size_t i)
{
    static const bl_token none = {0};
    const bl_token *token = i < r->to ? &r->tokens->at[i] : &none;
    BL_HOLDS(token);
    return token;
}

void bl_add_item(bl_reading *r, bl_item_type type, size_t from, size_t to);

/* What comes next is said of others than what came before. */
void bl_start_chain(bl_reading *r, uint8_t role);

/* Does a label for what somebody did stand at token i? */
bool bl_is_role_phrase(const bl_reading *r, size_t i);

/* Each takes what stands at r->i; the last two give false where it is none of theirs. */
void bl_take_agency(bl_reading *r);
bool bl_take_label(bl_reading *r);
bool bl_take_connector(bl_reading *r);

#endif
