/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * evidence.h - what the page claims.
 *
 * A source reads the page once and adds claims; it decides nothing. A new source is one new file here and
 * one line in sources.c.
 */
#ifndef BL_EVIDENCE_EVIDENCE_H
#define BL_EVIDENCE_EVIDENCE_H

#include <byline/article.h>

#include "base/vector.h"
#include "page/page.h"

/* What a claim is about. The name is the record's. */
typedef enum bl_field {
#define FIELD(id, name) BL_FIELD_##id,
#include "evidence/fields.def"
#undef FIELD
    BL_FIELD_COUNT
} bl_field;

/* Begins a line of a body from an embedded state that is a heading. */
#define BL_STATE_HEADING '\x01'

typedef struct bl_claim {
    bl_field field;
    byline_source source;
    bl_span value;      /* as the page has it, entities decoded, not cleaned */
    bl_node node;       /* where it stands in the document; BL_NO_NODE for JSON-LD and the address */
    uint32_t offset;    /* on the page as it was given */
    uint32_t length;
    const char *path;   /* JSON pointer inside a script, or NULL */
    int weight;         /* from weights.h */
    uint32_t entity;    /* claims of one person or one image share a number; 0 is none */
    uint32_t order;     /* as found on the page, for ties */
    int score;          /* filled by the deciders */
    bool won;
    const char *reason; /* constant; filled by the deciders */
} bl_claim;

typedef struct bl_evidence {
    bl_page *page;
    const bl_document *document;
    bl_arena *arena;        /* scratch of this page */
    bl_arena *passing;      /* for what is read and not claimed: emptied behind each element, picture, text */
    bl_span url;            /* as the caller gave it; empty is unknown */
    bl_span base;           /* against which relative addresses are resolved; empty is unknown */
    int64_t now;
    BL_VECTOR(bl_claim) claims[BL_FIELD_COUNT];
    uint64_t *words;        /* for each node: what its class, id and itemprop say, bits of words.h */
    uint32_t entities;      /* the last number given out */
    uint32_t order;
    uint64_t *words_above;  /* for each node: what its ancestors' names say, see words.h */
    uint32_t *text_before;  /* for each node, and one behind the last: bytes of text before it */
    uint32_t *digits_before; /* the same for texts that may hold a digit */
    bool may_hold_entry;    /* some class name has "entry" in it */
} bl_evidence;

/* Ask every source in the table. */
void bl_evidence_collect(bl_evidence *evidence);

/*
 * Add a claim; an empty value (after trimming) adds none and gives NULL. Valid until the next one. A value that stands
 * in evidence->passing is copied.
 */
bl_claim *bl_claim_add(bl_evidence *evidence, bl_field field, byline_source source, int weight, bl_span value,
                       bl_node node);

/* A script with data was left out, or read in part: the article says so. */
void bl_evidence_shortened(bl_evidence *evidence);

/* A number for a new person or image. */
uint32_t bl_entity_new(bl_evidence *evidence);

/* relative resolved against the page's base, http(s) only; empty where that gives no such URL. In arena. */
bl_span bl_resolve(const bl_evidence *evidence, bl_span relative);

#endif
