/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * json_tree.h - JSON as one array of values in document order, as document.h has HTML.
 *
 * A value is a number; the children of v are v + 1, then next of each. Nothing recurses.
 */
#ifndef BL_EVIDENCE_JSON_TREE_H
#define BL_EVIDENCE_JSON_TREE_H

#include <stdint.h>

#include "base/builder.h"
#include "base/span.h"
#include "base/vector.h"

typedef enum bl_json_type {
    BL_JSON_NULL,
    BL_JSON_BOOLEAN, /* text is "true" or "false" */
    BL_JSON_NUMBER,  /* text as it would be written */
    BL_JSON_STRING,
    BL_JSON_ARRAY,
    BL_JSON_OBJECT
} bl_json_type;

typedef uint32_t bl_json_at;
#define BL_NO_JSON UINT32_MAX

typedef struct bl_json_value {
    uint8_t type;   /* bl_json_type */
    uint32_t index; /* among the children of its parent */
    bl_json_at parent;
    bl_json_at next;
    bl_json_at end; /* one behind the last value inside */
    bl_span key;    /* in an object */
    bl_span text;
} bl_json_value;

/* Value 0 is an array of what the script holds: one value as a rule. */
typedef struct bl_json_tree {
    BL_VECTOR(bl_json_value) values;
} bl_json_tree;

/*
 * Read a script; what is broken is repaired where that is safe. false where nothing can be read, where it is
 * nested deeper than depth, or holds more values than any page needs.
 */
bool bl_json_read(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json);

/* The member of an object with this key, or BL_NO_JSON; v may be BL_NO_JSON. */
bl_json_at bl_json_member(const bl_json_tree *json, bl_json_at v, bl_span key);

/* The first value inside an array or an object, or BL_NO_JSON. */
bl_json_at bl_json_first(const bl_json_tree *json, bl_json_at v);

/* Strings, numbers and booleans as text; else empty. v may be BL_NO_JSON. */
bl_span bl_json_string(const bl_json_tree *json, bl_json_at v);

/* JSON pointer of a value; where the script holds one value only, it is the root. In arena, NUL behind. */
const char *bl_json_path(const bl_json_tree *json, bl_json_at v, bl_arena *arena);

#endif
