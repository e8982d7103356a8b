/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * grammar.h - the readers of single lines, for the stages inside the library.
 *
 * The same as the public ones, but the answer lives in the caller's arena and the arena's trap takes the
 * errors. text is any UTF-8; what comes back is bl_clean.
 */
#ifndef BL_GRAMMAR_GRAMMAR_H
#define BL_GRAMMAR_GRAMMAR_H

#include <byline/grammar.h>

#include "base/arena.h"
#include "base/span.h"

/* In seconds. */
#define BL_DAY INT64_C(86400)

typedef struct bl_line_context {
    const char *language; /* BCP 47, or NULL */
    const char *publisher; /* name of the site: never a person, never an agency of its own; or NULL */
    int64_t now;          /* 0 is none */
    int64_t published;    /* 0 is unknown */
} bl_line_context;

/* A caller's clock; one outside the years 1 to 9999 is none, as no date can be counted from it. */
int64_t bl_clock_of(int64_t now);

/* false, and *date untouched, where text holds no possible date. */
bool bl_read_date(bl_span text, const bl_line_context *context, byline_date *date);

/* The same, and which part of text is the day and the time behind it. */
bool bl_read_date_in(bl_span text, const bl_line_context *context, byline_date *date, bl_span *where);

/* The same for a value that is meant to be one machine-readable date (ISO, RFC 822, epoch). */
bool bl_read_machine_date(bl_span text, const bl_line_context *context, byline_date *date);

/* Fill date->seconds from civil parts in the written offset, and iso from both. */
void bl_date_finish(byline_date *date, int year, int month, int day, int hour, int minute, int second);

/* Persons of a byline. role is theirs where the line says no other. */
byline_people bl_read_people(bl_span text, byline_role role, const bl_line_context *context, bl_arena *arena);

/*
 * Has it the shape of a person's name, in any script: one to seven words, each with a capital where the
 * script has them or a particle ("van", "de", "al-"), no digits, no marks but those inside names?
 */
bool bl_looks_like_name(bl_span text);

/* Three letters of ASCII and more without a vowel: "MDR". No name of a person begins so. */
bool bl_is_acronym(bl_span word);

/* A frequent given name of some language: "Anna", "Jean-Example". */
bool bl_is_given_name(bl_span word);

/* The first of two words or more is one. */
bool bl_begins_with_given_name(bl_span name);

/* The writers of a text of Japan that are named in brackets at its end, with commas between; empty where none are. */
bl_span bl_japanese_signature(bl_span text, bl_arena *arena);

/* Never NULL; kind is BYLINE_CREDIT_NONE where nobody is credited. */
byline_credit *bl_read_credit(bl_span text, byline_line line, const bl_line_context *context,
                              bl_arena *arena);

/* NULL where the paragraph has none. */
byline_dateline *bl_read_dateline(bl_span text, const bl_line_context *context, bl_arena *arena);

/* May an agency's name begin with the word of this hash? See bl_trie_may_begin(). */
bool bl_agency_may_begin(uint32_t hash);

/* The longest agency name at the start of text: how many bytes it takes, 0 is none. */
size_t bl_agency_prefix(bl_span text, const byline_agency **agency);
/* The same, but a capital may follow a small letter without a space: "dpaThe"; everyday: the name is a word
 * too. */
size_t bl_agency_prefix_everyday(bl_span text, const byline_agency **agency, bool *everyday);
byline_agency_mention *bl_mention(bl_arena *arena, const byline_agency *agency, bl_span printed,
                                  byline_relation relation);

#endif
