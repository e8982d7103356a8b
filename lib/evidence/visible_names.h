/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * visible_names.h - the text of a byline (visible_byline.c), and what the words around a visible name, or the lack of
 * them, say of it (visible_names.c).
 */
#ifndef BL_EVIDENCE_VISIBLE_NAMES_H
#define BL_EVIDENCE_VISIBLE_NAMES_H

#include "evidence/visible.h"

/* Share buttons, credits of portraits and biographies beside a name say nothing of it. */
#define BL_NO_BYLINE \
    (BL_WORD_CAPTION | BL_WORD_CREDIT | BL_WORD_SHARE | BL_WORD_BIO | BL_WORD_LOGO | BL_WORD_TOOLS)

/* "Written by", "Author:" and nothing else, or a date. */
bool bl_names_nobody(const bl_visible *v, bl_span text);

bool bl_names_somebody(const bl_visible *v, bl_span text);

/*
 * Somebody, and not in passing: names have two words, or a third of all there are, unless the text is as short
 * as least. "From villagers, guests and many cows" names nobody.
 */
bool bl_names_mostly(const bl_visible *v, bl_span text, size_t least);

/* The names in n: without dates, portraits, buttons and what only screen readers say. */
bl_span bl_names_text(const bl_visible *v, bl_node n);

/* The text of a line of at most so many bytes; where it is broken, its parts stand for themselves. */
bl_span bl_by_line_text(const bl_visible *v, bl_node n, size_t most);

/* "【文/张三】": a line without the wide brackets that hold all of it. */
bl_span bl_without_brackets(bl_span text);

/* "12 comments | By Jane Roe": of the parts of a line, the one that is a byline; the whole line where none is. */
bl_span bl_by_part(const bl_visible *v, bl_span text);

/* "Guest author": the heading of a box that then says who. */
bool bl_is_guest(bl_span text);

/* A sentence in Chinese or Japanese, which may begin with the word for a reporter. */
bool bl_is_wide_sentence(bl_span text);

bool bl_is_author_link(const bl_visible *v, bl_node n);

/* A link into the part of the site that presents its authors. */
bool bl_leads_to_author(const bl_visible *v, bl_node n);

/* The text node next to n, before or behind it; empty where there is none near. */
bl_span bl_text_beside(const bl_visible *v, bl_node n, bool before);

/* "Fact-checked by" right before n, whose text is name: "contributor"; empty for an author. */
bl_span bl_role_before(const bl_visible *v, bl_node n, bl_span name);

/* "12 May 2024 by Jane Roe": the text from the by-word on; the text as it is where no date stands before it. */
bl_span bl_behind_date(const bl_visible *v, bl_span text);

/* "by jroe", "By 9k Global": what stands behind the by-word, where it is no person's name but a login or a house. */
bl_span bl_handle_of(const bl_visible *v, bl_span text);

/*
 * The weight of a line near the headline that has names in it, no label and no class: with a date beside it or
 * in it, or in bold where the text begins. 0 for any other line.
 */
int bl_name_line(const bl_visible *v, bl_node n, bl_span *names);

/* "半月报记者 张三": a trade of East Asia before a name, in a line of its own. */
bool bl_is_reporter_line(bl_span text);

#endif
