/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* page.h - the parts of the page's decider that have files of their own. */
#ifndef BL_FIELDS_PAGE_H
#define BL_FIELDS_PAGE_H

#include "fields/decide.h"

void bl_decide_language(bl_decision *decision);
void bl_decide_publisher(bl_decision *decision);

/* Does it stand for what nobody has chosen, "Uncategorized", or for a link that leads elsewhere? */
bool bl_is_filler(bl_span folded);

/* "Filed under: Harbour" and "Posted in Harbour" without what stands before the section. */
bl_span bl_without_section_label(bl_span value);

/* Is it declared who wrote the text? Their page may be linked to above the headline, as a section is. */
bool bl_is_author(const bl_evidence *evidence, bl_span value);

/* A language tag as BCP 47 writes it ("pt_br" is "pt-BR"); empty where it is none. In arena, NUL behind. */
bl_span bl_language_tag(bl_arena *arena, bl_span written);

#endif
