/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* visible_names.h - what the words around a visible name, or the lack of them, say of it. */
#ifndef BL_EVIDENCE_VISIBLE_NAMES_H
#define BL_EVIDENCE_VISIBLE_NAMES_H

#include "evidence/visible.h"

/* The text node next to n, before or behind it; empty where there is none near. */
bl_span bl_text_beside(const bl_visible *v, bl_node n, bool before);

/* "Fact-checked by" right before n, whose text is name: "contributor"; empty for an author. */
bl_span bl_role_before(const bl_visible *v, bl_node n, bl_span name);

/* "12 May 2024 by Jane Roe": the text from the by-word on; the text as it is where no date stands before it. */
bl_span bl_behind_date(const bl_visible *v, bl_span text);

/* "by jroe", "By 3i Global": what stands behind the by-word, where it is no person's name but a login or a house. */
bl_span bl_handle_of(const bl_visible *v, bl_span text);

/*
 * The weight of a line near the headline that has names in it, no label and no class: with a date beside it or
 * in it, or in bold where the text begins. 0 for any other line.
 */
int bl_name_line(const bl_visible *v, bl_node n, bl_span *names);

/* "半月报记者 张三": a trade of East Asia before a name, in a line of its own. */
bool bl_is_reporter_line(bl_span text);

#endif
