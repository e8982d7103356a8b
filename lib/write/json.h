/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * json.h - JSON out, member by member: no tree is built and nothing is allocated.
 *
 * key is the member's name, or NULL for an array's element and for a bare value. What is absent (NULL, a
 * count of 0) is not written at all, so that a record needs no conditions.
 */
#ifndef BL_WRITE_JSON_H
#define BL_WRITE_JSON_H

#include <byline/article.h>

#include "write/writer.h"

typedef struct bl_json {
    bl_writer *writer;
    bool pretty;   /* line feeds and two spaces a level; else all on one line */
    bool filled;   /* the object or array that is open has a member */
    unsigned depth;
    unsigned line; /* open levels of bl_json_open_line(): their members share one line */
} bl_json;

/* bracket is '{' or '['; the same goes to the matching close as '}' or ']'. */
void bl_json_open(bl_json *json, const char *key, char bracket);
/* The same for something short, whose members stay on one line even where the rest is pretty. */
void bl_json_open_line(bl_json *json, const char *key, char bracket);
void bl_json_close(bl_json *json, char bracket);

void bl_json_text(bl_json *json, const char *key, const char *text); /* NULL writes nothing */
/* The same in parts. */
void bl_json_text_begin(bl_json *json, const char *key);
void bl_json_text_add(bl_json *json, bl_span part);
void bl_json_text_end(bl_json *json);
void bl_json_integer(bl_json *json, const char *key, int64_t number);
void bl_json_share(bl_json *json, const char *key, double share); /* 0 to 1, with three digits at most */
void bl_json_bool(bl_json *json, const char *key, bool value);
void bl_json_texts(bl_json *json, const char *key, const char *const *texts, size_t count);

/* Parts that the article and a credit by itself share; each writes nothing where there is nothing. */
void bl_json_date(bl_json *json, const char *key, const byline_date *date);
void bl_json_people(bl_json *json, const char *key, byline_person *const *people, size_t count);
void bl_json_credit(bl_json *json, const char *key, const byline_credit *credit);
void bl_json_dateline(bl_json *json, const char *key, const byline_dateline *dateline);
/* The members of a credit, into an object that is open. */
void bl_json_credit_members(bl_json *json, const byline_credit *credit);

#endif
