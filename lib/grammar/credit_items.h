/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_items.h - a run of tokens read as a credit: who and what it names, and how well it reads as one. */
#ifndef BL_GRAMMAR_CREDIT_ITEMS_H
#define BL_GRAMMAR_CREDIT_ITEMS_H

#include "grammar/credit_tokens.h"
#include "grammar/grammar.h"

typedef enum bl_item_type {
    BL_ITEM_PERSON = 1,
    BL_ITEM_OTHER, /* an outlet, a company, a handle */
    BL_ITEM_OWNER, /* the same, with the possessive: "The Example's" */
    BL_ITEM_AGENCY,
    BL_ITEM_EDITOR, /* initials */
    BL_ITEM_CLIENT,
    BL_ITEM_LICENSE,
    BL_ITEM_PLACE,  /* of the persons before it */
    BL_ITEM_OUTLET, /* of the persons before it */
    BL_ITEM_DATE,
    BL_ITEM_REFERENCE
} bl_item_type;

typedef struct bl_item {
    bl_item_type type;
    uint8_t role;     /* of a person */
    uint8_t relation; /* of an agency */
    uint32_t from;    /* tokens */
    uint32_t to;
} bl_item;

/* More names than any credit holds; a line with more is none. */
#define BL_ITEMS_MOST 96

/* The list is last, so that as much of it is cleared and copied as is filled. */
typedef struct bl_items {
    size_t count;
    unsigned marks;
    bool copyright;
    bool generic;      /* agencies that are not named */
    unsigned bad;      /* words that no credit holds */
    unsigned labels;   /* "Foto:" */
    unsigned suffixes; /* a word for who took it, behind the name */
    unsigned houses;   /* others that are surely no persons */
    unsigned licenses;
    unsigned weak_labels; /* "Foto" without a colon */
    unsigned agencies;
    unsigned persons;
    unsigned singles; /* names of one word that went for something else than a person */
    unsigned others;
    unsigned editors;
    unsigned vias;  /* "via", "courtesy of" */
    unsigned roles; /* "editing by" */
    unsigned contributed;
    unsigned staff;
    unsigned rights;
    bl_item at[BL_ITEMS_MOST];
} bl_items;

static inline void
bl_clear_items(bl_items *items)
{
    memset(items, 0, offsetof(bl_items, at));
}

/* What kind of line the run is taken for. */
typedef enum bl_items_mode {
    BL_ITEMS_PHOTO = 1,
    BL_ITEMS_SOURCE,      /* names are authors, initials are editors */
    BL_ITEMS_CONTRIBUTION /* roles change from clause to clause */
} bl_items_mode;

void bl_read_items(const bl_tokens *tokens, size_t from, size_t to, bl_items_mode mode, bl_items *items);

/* Initials of an editor: "rc", "mwo"; alone, that is with no agency or other initials beside them, more
 * strictly. */
bool bl_is_initials(const bl_token *token, bool alone);

/*
 * Initials with no agency: nothing but themselves, marks between them, and at most the outlet they work for,
 * in capitals or as a domain. Words of the same length are many, so each must be short where it stands free.
 */
bool bl_are_initials(const bl_tokens *tokens, size_t from, size_t to, const bl_items *items);

/* A capital, a letter of a script without them, an agency. */
bool bl_may_begin_name(const bl_token *token);

/* Furniture of a page at token i: a phrase, or one word ("Share") that ends the line. */
bool bl_is_furniture(const bl_tokens *tokens, size_t i, size_t to);

/* "Share" in "ExampleShare": no word of its own. */
bool bl_is_half_of_name(const bl_tokens *tokens, size_t i);

/* Is there a label at token i: "Foto:", "Photo by", "Credit:"? Gives the tokens it takes; weak: without its
 * colon. */
size_t bl_label_at(const bl_tokens *tokens, size_t i, size_t to, bl_items_mode mode, uint8_t *role,
                   bool *weak);

/* Fills the lists of credit from what was read. */
void bl_fill_credit(byline_credit *credit, const bl_tokens *tokens, const bl_items *items,
                    const bl_line_context *context, bl_arena *arena);

#endif
