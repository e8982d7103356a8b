/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* json_repair.h - JSON as pages have it, made into JSON that a parser takes. */
#ifndef BL_EVIDENCE_JSON_REPAIR_H
#define BL_EVIDENCE_JSON_REPAIR_H

#include "base/builder.h"
#include "base/span.h"

/*
 * Comments, HTML comment and CDATA wrappers, stray semicolons and commas are left out; missing commas,
 * quotes of keys and closing brackets put in; quotes and control characters inside strings escaped. Several
 * values stay several, one a line. Empty where it is nested deeper than depth. In arena, NUL behind.
 */
bl_span bl_json_repair(bl_arena *arena, bl_span text, size_t depth);

#endif
