/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* ninjs.h - an article as ninjs, the JSON of news agencies: see docs/ninjs.md. */
#ifndef BL_WRITE_NINJS_H
#define BL_WRITE_NINJS_H

#include "write/json.h"

/* The article as one object. options->field and file are not heeded: ninjs has no place for what it does not know. */
void bl_write_ninjs(bl_writer *writer, const byline_article *article, const byline_write_options *options);

/* ---- its parts ---- */

/* The text of the article, plain and as HTML. */
void bl_ninjs_bodies(bl_json *json, const byline_article *article);

/* Pictures and embeds, each a small news object. uri is the article's. */
void bl_ninjs_associations(bl_json *json, const byline_article *article, const char *uri);

/* A text with its role, as an object of a list; NULL writes nothing. */
void bl_ninjs_role(bl_json *json, const char *role, const char *value);

/* Who a credit names, as people and infoSources; NULL writes nothing. */
void bl_ninjs_people(bl_json *json, byline_person *const *people, size_t count);
void bl_ninjs_agency(bl_json *json, const byline_agency_mention *agency);
void bl_ninjs_source(bl_json *json, const char *name, const char *role, const char *agency_id);

#endif
