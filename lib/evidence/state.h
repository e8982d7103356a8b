/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* state.h - what the article is inside an embedded state: HTML in one string, or an array of typed blocks. */
#ifndef BL_EVIDENCE_STATE_H
#define BL_EVIDENCE_STATE_H

#include "evidence/json_tree.h"

/* A text of so many paragraphs may be an article; of fewer it is a note, a caption or a line of the footer. */
enum { BL_STATE_PARAGRAPHS_LEAST = 3 };

/* May the text hold HTML with paragraphs? */
bool bl_state_has_html(bl_span html);

/* Add the paragraphs, headings and points of HTML to b, a line each; a heading's begins with BL_STATE_HEADING.
   How many paragraphs there are. */
size_t bl_state_add_html(bl_builder *b, bl_span html);

/* Texts that may be the article. */
typedef BL_VECTOR(bl_span) bl_state_texts;

/* Add the lines of each array of blocks that has paragraphs enough, as above. */
void bl_state_blocks(bl_arena *arena, const bl_json_tree *json, bl_state_texts *texts);

#endif
