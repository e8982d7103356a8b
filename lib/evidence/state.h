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

/* The lines of the array of blocks with the most text, as above; empty where none has paragraphs enough. */
bl_span bl_state_blocks(bl_arena *arena, const bl_json_tree *json);

#endif
