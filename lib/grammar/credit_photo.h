/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credit_photo.h - what the two files of photo credits share.
 *
 *   credit_photo.c       where in a caption the credit stands: labels, brackets, the last agency
 *   credit_photo_line.c  lines that are all credit or begin with one, and credits with neither label nor
 * agency
 */
#ifndef BL_GRAMMAR_CREDIT_PHOTO_H
#define BL_GRAMMAR_CREDIT_PHOTO_H

#include "grammar/credit_line.h"

/* A credit has fewer tokens than this; what lies further back is caption. */
#define BL_PHOTO_LOOK_BACK 120

/* Reads from..to as a photo credit; false where a word of it is none of a credit's. */
bool bl_photo_reads(const bl_tokens *tokens, size_t from, size_t to, bl_found *found);

/* Does it name anybody, or say what kind of picture it is? */
bool bl_photo_has_names(const bl_items *items);

/* found is a photo credit; true, so that it can end a reader. */
bool bl_photo_accept(bl_found *found, double confidence);

bool bl_photo_has_slash(const bl_tokens *tokens, size_t from, size_t to);

/* "The Reuters building": a word of a sentence right behind an agency. */
bool bl_photo_runs_on(const bl_tokens *tokens, size_t from, size_t to);

/* "endJane": a sentence and a name without their space; not "DigitalVision" behind a slash. */
bool bl_photo_is_joint(const bl_tokens *tokens, size_t i);

/* "... sentence. Jane Roe for The Example": a person and whom she worked for. */
bool bl_photo_client_tail(const bl_tokens *tokens, size_t to, bl_found *found);

/* "... sentence. Jono Pavyzdžio nuotr.": the label stands behind the names. */
bool bl_photo_label_behind(const bl_tokens *tokens, size_t to, bl_found *found);

/* "... sentence. Jane Roe/Example", "... sentence / Jane Roe": a person, and what house; neither label nor
 * agency. */
bool bl_photo_person_tail(const bl_tokens *tokens, size_t to, bl_found *found);

/* "(Example News: Jane Roe)", "(Supplied: Jane Roe)" in the brackets at open and before close. */
bool bl_photo_house_colon_person(const bl_tokens *tokens, size_t open, size_t close, bl_found *found);

/* The line is a credit and nothing else. */
bool bl_photo_whole_line(const bl_tokens *tokens, size_t to, byline_line line, bl_found *found);

/* "Photo: AFPThe minister ...", "dpa/Jan Roe Im Oktober ...": the credit, then the caption. */
bool bl_photo_leading(const bl_tokens *tokens, size_t to, bl_found *found);

#endif
