/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * decide.h - one value from many claims.
 *
 * A decider fills one part of the article. A new field is one new file here and one line in the table of
 * decide.c; the order of the table is the order in which they run, so a later one may read what an earlier
 * one decided.
 */
#ifndef BL_FIELDS_DECIDE_H
#define BL_FIELDS_DECIDE_H

#include "evidence/evidence.h"
#include "grammar/grammar.h"
#include "model/model.h"

typedef struct bl_decision {
    bl_evidence *evidence;
    byline_article *article; /* being filled */
    bl_arena *out;           /* the article's arena: what the article points to */
    bl_arena *scratch;       /* gone after the parse */
    bl_line_context line;    /* for the grammars; filled as language, publisher, published are decided */
    BL_VECTOR(byline_origin *) origins;
    bool explain;            /* keep every claim for the caller */
    struct bl_body *body;    /* what body.c found; for the deciders after it */
} bl_decision;

void bl_decide_page(bl_decision *decision);     /* urls, language, publisher, section, free_access */
void bl_decide_headline(bl_decision *decision); /* headline, kicker */
void bl_decide_dates(bl_decision *decision);    /* published, modified */
void bl_decide_body(bl_decision *decision);     /* which blocks are the article, lead */
void bl_decide_topics(bl_decision *decision);   /* some lists are weighed by what the text tells */
void bl_decide_images(bl_decision *decision);
void bl_decide_credits(bl_decision *decision);  /* sign-off out of the body, contributors */
void bl_decide_dateline(bl_decision *decision);
void bl_decide_people(bl_decision *decision);   /* authors */
void bl_decide_kind(bl_decision *decision);     /* kind, confidence: it has seen all the others */
void bl_decide_explain(bl_decision *decision);  /* every claim, where the caller asked */

/* All of them, in order. */
void bl_decide(bl_decision *decision);

/* Say where field was found. claim NULL says nothing. */
void bl_origin_add(bl_decision *decision, const char *field, const bl_claim *claim, double confidence);
void bl_origin_add_at(bl_decision *decision, const char *field, byline_source source, size_t offset,
                      size_t length, double confidence);
/* Take back what was said of a field that the article lacks after all. */
void bl_origin_remove(bl_decision *decision, const char *field);

#endif
