/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credit_signoff.h - what the files of sign-offs and source lines share.
 *
 *   credit_signoff.c        sign-offs
 *   credit_source.c         source lines
 *   credit_signoff_facts.c  what both must have
 */
#ifndef BL_GRAMMAR_CREDIT_SIGNOFF_H
#define BL_GRAMMAR_CREDIT_SIGNOFF_H

#include "grammar/credit_line.h"

/* found is of this kind, from..to; true, so that it can end a reader. */
static inline bool
bl_signoff_accept(bl_found *found, byline_credit_kind kind, size_t from, size_t to, double confidence)
{
    found->kind = kind;
    found->from = from;
    found->to = to;
    found->confidence = confidence;
    return true;
}

/* Read from..to, its date apart. */
void bl_signoff_read_source(const bl_tokens *tokens, size_t from, size_t to, bl_items *items);

/*
 * "EFE ab/cd", "(PAP) ab/ cd/": initials with slashes between them, to the end, right behind an agency or its
 * bracket. Gives where they begin, to where there are none.
 */
size_t bl_signoff_desk_start(const bl_tokens *tokens, size_t to);

/* "The Environmental Protection Agency (EPA)": another house by the same letters. */
bool bl_signoff_has_long_name(const bl_tokens *tokens, const bl_items *items);

/* What names an agency alone has marks or words of credits around it: not "Dow Jones Products". */
bool bl_signoff_stands_free(const bl_tokens *tokens, size_t from, size_t to);

/* Is one of the agencies known by more than an everyday word? */
bool bl_signoff_is_surely_agency(const bl_tokens *tokens, const bl_items *items);

/* Is one among them that writes texts, not one that sells pictures? */
bool bl_signoff_writes_texts(const bl_tokens *tokens, const bl_items *items);

/* Two letters stand for many things: which of them name an agency where nothing else says so; "AA" alone, too. */
bool bl_signoff_is_known_code(const bl_tokens *tokens, const bl_items *items, bool alone);

/* "... in Example. Photo: Agency": a caption. */
bool bl_signoff_has_stop_inside(const bl_tokens *tokens, size_t from, size_t to);

/* The whole line, with a label or the sign; and with neither. */
bool bl_source_labelled(const bl_tokens *tokens, size_t to, bl_found *found);
bool bl_source_bare(const bl_tokens *tokens, size_t to, bl_found *found);

#endif
