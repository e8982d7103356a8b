/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* json_plain.h - JSON without a fault, read straight into the array: nothing is allocated but what it holds. */
#ifndef BL_EVIDENCE_JSON_PLAIN_H
#define BL_EVIDENCE_JSON_PLAIN_H

#include "evidence/json_tree.h"

/* How many brackets that open, and commas: each value but the outermost has one. Those in strings count as well. */
typedef struct bl_json_signs {
    size_t brackets;
    size_t commas;
} bl_json_signs;

bl_json_signs bl_json_count(bl_span text);

/* Make room for all values at once. false where they would take more than half of the memory that is left. */
bool bl_json_reserve(bl_arena *arena, const bl_json_signs *signs, bl_json_tree *json);

/*
 * Read text as json-c would, where it is JSON as RFC 8259 has it and no rare thing is in it: a key twice in an
 * object, a number that would be written otherwise, half a surrogate pair. Else false, and json-c has to judge.
 * Strings without escapes point into text.
 */
bool bl_json_read_plain(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json);

/* Read text that no other reader is asked about: with all those rare things, and undefined for null. */
bool bl_json_read_loosely(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json);

/* Cut off what stands between values: white space, and the semicolons and commas that authors put behind them. */
bl_span bl_json_skip_between(bl_span text);

#endif
