/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* json_ld.h - the objects that a page's JSON-LD holds, across all its scripts. */
#ifndef BL_EVIDENCE_JSON_LD_H
#define BL_EVIDENCE_JSON_LD_H

#include "evidence/evidence.h"
#include "evidence/json_tree.h"

typedef struct bl_ld_script {
    bl_json_tree json;
    uint32_t offset; /* of its text, on the page as it was given */
    uint32_t length;
} bl_ld_script;

/* A value of one script; in is NULL for none. */
typedef struct bl_ld {
    const bl_ld_script *in;
    bl_json_at at;
} bl_ld;

#define BL_NO_LD ((bl_ld){NULL, BL_NO_JSON})

typedef struct bl_ld_id {
    bl_span id;
    bl_ld object;
} bl_ld_id;

typedef struct bl_ld_graph {
    bl_evidence *evidence;
    BL_VECTOR(bl_ld_script *) scripts;
    BL_VECTOR(bl_ld_id) ids; /* sorted */
} bl_ld_graph;

/* What kind of thing a type of schema.org is to us; the order is that of trust. */
typedef enum bl_ld_class {
    BL_LD_NOTHING = 0,
    BL_LD_CRUMBS,
    BL_LD_PUBLISHER, /* an organisation or a site */
    BL_LD_PAGE,
    BL_LD_MEDIA, /* a video, a gallery, a recording */
    BL_LD_ARTICLE
} bl_ld_class;

/* The class of an object by its types; *type receives the name that says so, without vocabulary. */
bl_ld_class bl_ld_class_of(bl_ld object, bl_span *type);

/* The same for one name of a type: "NewsArticle", "https://schema.org/NewsArticle". */
bl_ld_class bl_ld_class_of_name(bl_span name, bl_span *type);

typedef BL_VECTOR(bl_ld) bl_ld_list;

/* What a property says: arrays taken apart, references by @id followed. In the arena of the evidence. */
bl_ld_list bl_ld_values(const bl_ld_graph *graph, bl_ld object, bl_span property);
/* The first of them, or none. */
bl_ld bl_ld_value(const bl_ld_graph *graph, bl_ld object, bl_span property);
/* Its text: of an object its @value or name. */
bl_span bl_ld_text(bl_ld value);
/* Its address: a string, or the @id or url of an object. */
bl_span bl_ld_url(bl_ld value);
bool bl_ld_is_object(bl_ld value);

/* Add the claims of an article, page or media object; share is how much of its weights they get, in percent.
 */
void bl_ld_claim_article(bl_ld_graph *graph, bl_ld object, int share, bool is_page);
void bl_ld_claim_publisher(bl_ld_graph *graph, bl_ld object, int weight);
void bl_ld_claim_crumbs(bl_ld_graph *graph, bl_ld object);

#endif
