/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * dateline.h - the parts of the dateline reader.
 *
 *   dateline.c        the order of the parts
 *   dateline_fill.c   the answer
 *   dateline_place.c  places: what looks like one, and how it is printed
 *   dateline_cjk.c    the Chinese, Japanese and Korean forms
 */
#ifndef BL_GRAMMAR_DATELINE_H
#define BL_GRAMMAR_DATELINE_H

#include "grammar/credit_tokens.h"
#include "grammar/grammar.h"

/* What was read so far; ranges are of tokens, empty where there is none. */
typedef struct bl_dateline_reader {
    bl_span line;
    bl_tokens tokens;
    size_t place_from, place_to;
    size_t date_from, date_to;
    size_t source_from, source_to;
    size_t agencies;
    size_t start;        /* where it begins: behind "By Jane Roe" */
    size_t end;          /* behind the dash */
    bool place_capitals; /* all in capitals */
    bool place_known;    /* a known city, or a region behind it */
    bool place_exact;    /* nothing but known cities and their regions: not "LONDON POST" */
    double place_sure;   /* that it is a place, with neither agency nor date; below 0: it cannot be one */
} bl_dateline_reader;

/* A place that begins at token i: how many tokens it takes, 0 is none. Fills place_*. */
size_t bl_dateline_place(bl_dateline_reader *r, size_t i);

/* How sure a place is. */
#define BL_PLACE_KNOWN 0.8 /* a city that everybody knows, or a region behind it */
#define BL_PLACE_SHAPE 0.6 /* by its form alone */

/* The answer; in arena. given is the text as it was before it was cleaned. */
byline_dateline *bl_dateline_finish(const bl_dateline_reader *r, bl_span given, const bl_line_context *context,
                                    bl_arena *arena);

/* "LA CROSSE, Wis." -> "La Crosse, Wis." */
const char *bl_dateline_place_text(bl_span printed, bl_arena *arena);

/* Agency, place, date and the sign for a wire, written without spaces; "(place=agency)". */
bool bl_dateline_ideographs(bl_dateline_reader *r);

#endif
