/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* headline.h - the titles of a page, as the decider of the headline weighs them. */
#ifndef BL_FIELDS_HEADLINE_H
#define BL_FIELDS_HEADLINE_H

#include "fields/choose.h"
#include "fields/title.h"

/* Titles of one group are filled by one hand: that they agree says little. */
typedef enum bl_title_group {
    BL_GROUP_SHOWN,   /* what a reader sees */
    BL_GROUP_ARCHIVE, /* JSON-LD, and what publishing systems fill for archives */
    BL_GROUP_SHARING, /* OpenGraph, Twitter */
    BL_GROUP_TITLE,   /* the title element, and names of pages */
    BL_GROUP_COUNT
} bl_title_group;

typedef struct bl_title {
    bl_choice *choice;
    bl_span key; /* letters and digits alone */
    bl_title_group group;
    int groups; /* bits of the groups that have the same key */
    int share;  /* percent of the words of a shown one that another title has; 100 where there is none */
} bl_title;

typedef BL_VECTOR(bl_title) bl_titles;

/* Let title t say value from now on; all titles of a key. */
void bl_title_rewrite(bl_arena *arena, bl_title *t, bl_span value);
void bl_title_rewrite_all(bl_arena *arena, bl_titles *list, bl_span key, bl_span value);

/*
 * A kicker may stand inside the shown headline, or before it in the other titles. Where others have the
 * headline without it, or agree on one with it, so do we; where each has another kicker, none is kept.
 */
void bl_settle_kickers(bl_decision *decision, bl_titles *list, const bl_site_names *names);

#endif
