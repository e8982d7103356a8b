/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* title.h - what a title is made of: kicker, headline, name of the site, parted by signs. */
#ifndef BL_FIELDS_TITLE_H
#define BL_FIELDS_TITLE_H

#include "fields/decide.h"

enum { BL_SITE_NAMES = 12 };

/* What the site is called, letters and digits alone. */
typedef struct bl_site_names {
    bl_span at[BL_SITE_NAMES];
    size_t count;
} bl_site_names;

bl_site_names bl_site_names_of(bl_decision *decision);

/* Letters and digits of a text, folded: "The Daily-Echo" is "thedailyecho". */
bl_span bl_title_key(bl_arena *arena, bl_span text);

/* Does the part name the site? loose: also with words behind it, "Example News" for "Example". */
bool bl_is_site_name(bl_arena *arena, bl_span part, const bl_site_names *names, bool loose);

/* The title without names of the site at its ends. */
bl_span bl_title_without_site(bl_arena *arena, bl_span title, const bl_site_names *names);

/* What the page's section may be called: its claims, and the folders of its address. */
bl_site_names bl_section_names_of(bl_decision *decision);

/* The title without a section behind a bar at its end, or in Chinese behind a low line: "Council buys a bridge |
 * Opinion". */
bl_span bl_title_without_section(bl_arena *arena, bl_span title, const bl_site_names *sections);

/* The label of a host that is its owner's: "example" of "news.example.co.uk". */
bl_span bl_host_owner(bl_span host);

/* Without the sign that parts it from what followed: "Filed:", "Harbour ·", "Dispatch -". */
bl_span bl_title_without_sign(bl_span value);

/* What stands before the first and behind the last separator, empty where that is a colon; false where there is
 * none. */
bool bl_title_ends(bl_span title, bl_span *front, bl_span *tail);

/* What stands behind the first separator (": ", " - ", ...) in the first two thirds; empty where there is
 * none. */
bl_span bl_title_tail(bl_span title);

/* A part at the end of a title that says what it is: "..._Town News Net" in languages that write so. */
bl_span bl_title_named_site(bl_span title);

/* Is longer the shorter text with a sign and something more behind it? */
bool bl_title_extends(bl_span longer, bl_span shorter);

/* Is part one side of title? Then the other side is in *front, before the separator, or in *rest, behind it.
 */
bool bl_title_sides(bl_arena *arena, bl_span title, bl_span part, bl_span *front, bl_span *rest);

/* How much of the words of shown stands in other too, in percent; both folded. An ideograph is a word. */
int bl_title_shared_words(bl_span shown, bl_span other);

/* "Opinion | Ferries matter", "Video: Snow in the town": does it begin with what kind of page it is, or with a word or
   two before a bar? */
bool bl_title_begins_with_label(bl_arena *arena, bl_span title);

/* Without the sign of a heading that was left in the text: "## Ferry stays". */
bl_span bl_title_without_marks(bl_span title);

/* Of the claims of a headline: is it what the title element says? */
bool bl_is_title_element(const bl_claim *claim);

/* Is its first letter a small one? */
bool bl_title_begins_small(bl_span title);

/* Does the word stand in text? A short one as a whole word: "in" is not of "inspector". */
bool bl_title_has_word(bl_span text, bl_span word);

/* A part of bl_decide_headline(), when that is done. */
void bl_decide_kicker(bl_decision *decision);

#endif
