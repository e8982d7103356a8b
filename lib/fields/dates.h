/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* dates.h - the parts of the dates' decider. */
#ifndef BL_FIELDS_DATES_H
#define BL_FIELDS_DATES_H

#include "fields/choose.h"

typedef struct bl_dated {
    bl_claim *claim;
    byline_date date;
    int64_t wall; /* seconds as the clock on the wall showed */
} bl_dated;

typedef BL_VECTOR(bl_dated) bl_dated_list;

/* Days since 1970 of a moment. */
int64_t bl_day_of(int64_t seconds);

/* The same day by either clock, or on both walls. */
bool bl_same_day(const bl_dated *a, const bl_dated *b);

/*
 * The best date with what the others add to it: a time to a day, an offset to a time. more are the claims of
 * the other field.
 */
byline_date bl_date_refine(const bl_dated_list *list, const bl_dated_list *more, const bl_dated *best);

/*
 * Turn day and month round in those of list where both orders are possible and the page tells which one it
 * uses: by another claim of the day (more are the claims of the other field), by the address, or by dates that
 * have one order only.
 */
void bl_dates_settle_order(const bl_decision *decision, bl_dated_list *list, const bl_dated_list *more);

/* The one day of publication that the scripts of the page's state tell; false where they tell none, or several. */
bool bl_date_in_state(const bl_decision *decision, byline_date *date, const bl_script **script);

/*
 * The last resort, where no source claims a date: the first one that stands behind the headline in a line of
 * its own. false where there is none.
 */
bool bl_date_scan(bl_decision *decision, byline_date *date, bl_node *node);

/*
 * Where that finds none either: the day that stands apart in the title, or that names the folder of the page's picture
 * ("/2024/05/07/"; on eight pages of ten the day of publication, give or take one). NULL where there is none.
 */
const bl_claim *bl_date_aside(const bl_decision *decision, byline_date *date);

#endif
