/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_choose.h - the steps that follow the model, each a walk over the pieces. */
#ifndef BL_FIELDS_BODY_CHOOSE_H
#define BL_FIELDS_BODY_CHOOSE_H

#include "fields/body_features.h"

/* The phrases of body_appeals.def by their first byte. */
typedef struct bl_heads bl_heads;
bl_heads *bl_heads_of_appeals(bl_arena *arena);

typedef struct bl_chooser {
    const bl_evidence *evidence;
    bl_arena *arena;
    struct bl_body *body;
    bl_body_page page[1];
    bool tells_in_captions; /* most of what is likely text stands under pictures */
    uint64_t lead_word; /* BL_WORD_LEAD, or 0 where that name says nothing on this page */
    const bl_heads *heads; /* from bl_body_appeals() on */
    const bool *claimed; /* for each node: a visible claim of an author, a date, a topic stands in it */
} bl_chooser;

/* Is it a short line that gives the author, the date or the topics? */
bool bl_is_claimed_line(const bl_chooser *c, const bl_piece *piece);

/* Choose also what stands among chosen pieces of its shape. */
void bl_body_fill(bl_chooser *c);

/* After bl_body_finish(): find the lead and take it out of the chosen pieces. */
void bl_body_lead(bl_chooser *c);

/* One of several copies, no pull quotes; bold lines become headings, players find their place. */
void bl_body_finish(bl_chooser *c);

/* Cut lines of author and day off the head of the first paragraph. */
void bl_body_head(bl_chooser *c);

/* Does a line speak to the readers of the site, or, at the end of the text, of its author? */
bool bl_is_appeal(const bl_heads *heads, bl_arena *arena, bl_span line, bool is_link, bool is_last);

/* Of chosen pieces leave out lists of other stories and of what a subscription offers; after bl_body_appeals(). */
void bl_body_lists(bl_chooser *c);

/* Of chosen pieces leave out what is not of the text: words to the readers of the site, links to other stories, who the
   author is. */
void bl_body_appeals(bl_chooser *c);

/* Is it a short note that is no text: whose rights it is, what its headline was? */
bool bl_is_note(const bl_piece *piece);

/* Is all of a line the address of a page? */
bool bl_is_address(bl_span text);

/* Where the page shows next to no text but declares it: that as article->body. */
bool bl_body_declared(bl_decision *decision, struct bl_body *body);

#endif
