/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * people.h - who is named, by whom, and how a reader sees it: read in people_read.c, decided in people.c,
 * or who signed the text: people_signed.c, or whose site it is: people_owner.c.
 */
#ifndef BL_FIELDS_PEOPLE_H
#define BL_FIELDS_PEOPLE_H

#include "base/vector.h"
#include "fields/choose.h"
#include "fields/title.h"

/* Who filled in a claim: what a reader sees, meta elements, JSON-LD. */
typedef enum bl_hand { BL_HAND_SHOWN = 1, BL_HAND_META = 2, BL_HAND_JSON_LD = 4 } bl_hand;

typedef struct bl_found_person {
    byline_person *person;
    bl_span key;          /* letters and digits of the name */
    bl_claim *claim;      /* the heaviest one */
    int hands;            /* bits of bl_hand */
    int shown;            /* the heaviest of what a reader sees */
    const bl_claim *said; /* a line below the headline that says "By" and little else */
    const bl_claim *line; /* a line or a box that says "By" and the names of one or more */
    bool is_person;       /* not an organisation or an agency */
    bool is_checker;      /* a reader is told that it edited the text */
    bool is_refused;      /* declared, and a reader sees others */
} bl_found_person;

typedef BL_VECTOR(bl_found_person) bl_found_people;

typedef struct bl_people_reader {
    bl_decision *decision;
    bl_site_names site; /* what the names are read against */
    bl_found_people list;
} bl_people_reader;

bl_hand bl_hand_of(const bl_claim *claim);

/* "Edited by", "Fact-checked by": at work on the text, but not its author. */
bool bl_is_helper(const byline_person *person);

/* "emma-muster" is how an address writes "Emma Muster". */
bool bl_is_better_writing(bl_span name, bl_span than);

/* Add the persons of all claims of at least this weight to the list, each once. */
void bl_read_authors(bl_people_reader *r, int least);

/* Make them the authors of the article, as a line at this place names them. They are copied. */
void bl_set_authors(bl_decision *decision, const byline_people *people, size_t offset, size_t length, double sure);

/* May a paragraph behind the text say who wrote it? */
bool bl_may_present(const struct bl_body *body, uint32_t number);

/* Who signed the text, where the page names nobody else: at its head or at its end. */
void bl_take_signed(bl_decision *decision);

/* The same where a house alone is declared, in languages of East Asia, whose reporters sign the text. */
void bl_prefer_signed(bl_decision *decision);

/* Whose site it is, where nobody signed. */
void bl_take_owner(bl_decision *decision);

#endif
