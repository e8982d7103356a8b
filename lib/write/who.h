/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* who.h - what the writers of the field's standards ask of those whom an article names. */
#ifndef BL_WRITE_WHO_H
#define BL_WRITE_WHO_H

#include <byline/article.h>

/* The registry's entry, or NULL. id may be NULL. */
const byline_agency *bl_agency_of(const char *id);

/* Or does an agency, a desk or a newspaper stand in a person's place? */
bool bl_is_person(const byline_person *person);

/*
 * Add to all[count] and behind what more names and all does not, most in all; gives the new count. Who only employs a
 * person is left out, unless with_staff.
 */
size_t bl_join_agencies(byline_agency_mention **all, size_t count, size_t most, byline_agency_mention *const *more,
                        size_t more_count, bool with_staff);

/* More agencies than a page can name by itself; further ones are left out. */
#define BL_AGENCIES_MOST 32

/*
 * The agencies that the sign-off and the dateline name, each once; not those that only employ a person. Gives how many.
 */
size_t bl_agencies_of(const byline_article *article, byline_agency_mention *all[static BL_AGENCIES_MOST]);

/* Whom a credit that says copyright names first; NULL where it says none. credit may be NULL. */
const char *bl_copyright_holder(const byline_credit *credit);

/* Where the article stands, or NULL: http(s) only. */
const char *bl_address_of(const byline_article *article);
bool bl_is_web_address(const char *url);

#endif
