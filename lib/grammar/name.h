/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * name.h - the parts of the byline reader.
 *
 *   name.c        a line into persons: piece by piece, with the role that the last label gave
 *   name_split.c  a line into pieces: at commas, slashes, and-words, but not before "Jr."
 *   name_label.c  "By", "Text:", "Ein Kommentar von" off a piece
 *   name_piece.c  what one piece is: a name, a trade, a place, a house, or nothing
 *   name_kinds.c  what some words of a piece are: a trade, a house, a person's name
 *   name_tokens.c a piece as words, to where its names end
 *   name_shape.c  what a person's name looks like, in any script
 *   name_words.c  the words of name_words.def
 *   name_east_asian.c  trades and houses without a space between them and the name
 */
#ifndef BL_GRAMMAR_NAME_H
#define BL_GRAMMAR_NAME_H

#include "base/span.h"
#include "base/vector.h"
#include "grammar/credit_words.h"
#include "grammar/grammar.h"

typedef enum bl_byline_kind {
    BL_BYLINE_BY = 1 << 0,    /* before an author */
    BL_BYLINE_LABEL = 1 << 1, /* the same with a colon behind it */
    BL_BYLINE_AND = 1 << 2,
    BL_BYLINE_WEAK_AND = 1 << 3, /* part of some names, too */
    BL_BYLINE_WITH = 1 << 4,
    BL_BYLINE_IN = 1 << 5,
    BL_BYLINE_FOR = 1 << 6,
    BL_BYLINE_HONORIFIC = 1 << 7,
    BL_BYLINE_SUFFIX = 1 << 8,
    BL_BYLINE_JOB = 1 << 9,
    BL_BYLINE_JOB_PART = 1 << 10,
    BL_BYLINE_STAFF = 1 << 11,
    BL_BYLINE_HOUSE = 1 << 12,
    BL_BYLINE_NOISE = 1 << 13,
    BL_BYLINE_SOFT_NOISE = 1 << 14, /* a surname as well */
    BL_BYLINE_SAID = 1 << 15,       /* "Jane says:": a reader */
    BL_BYLINE_TOPIC = 1 << 16,      /* a section, a subject, a service */
    BL_BYLINE_NO_AND = 1 << 17      /* begins with a letter that means "and" elsewhere */
} bl_byline_kind;

/* The longest word or phrase of name_words.def at the start of text: how many bytes it takes, 0 is none. */
size_t bl_byline_prefix(bl_span text, const bl_word **word);

/* Is the whole of text one word or phrase of one of these kinds? */
bool bl_byline_is(bl_span text, unsigned kinds);

/* A stretch of a byline between two separators, and the one before it. */
typedef struct bl_byline_piece {
    bl_span text;
    char before; /* 0 at the start; , ; | / - ( ) as printed; = behind a place; & for an and-word,
                    w for a with-word */
    bool is_labelled; /* begins with a label that has no colon: "Photos Jane Roe" */
} bl_byline_piece;

typedef BL_VECTOR(bl_byline_piece) bl_byline_pieces;

void bl_split_byline(bl_span line, const bl_line_context *context, bl_arena *arena, bl_byline_pieces *pieces);

/*
 * Take labels off the front of text; true where there was one, and *role is then what it says:
 * BYLINE_ROLE_ORGANIZATION for a label of sources. is_labelled: the first word is one without its colon.
 */
bool bl_strip_label(bl_span *text, bool is_labelled, const bl_line_context *context, byline_role base,
                    byline_role *role);

/* What one piece says. All spans are empty where it does not. */
typedef struct bl_piece_parts {
    bl_span name;
    bl_span title;
    bl_span place;
    bl_span outlet;
    const byline_agency *agency;
    bool is_house;  /* name is no person's */
    bool is_agency; /* name is an agency's */
    bool is_cut;    /* a date or page furniture stood behind: nothing more follows */
} bl_piece_parts;

/* Read a piece without its label. has_person: somebody stands before it that it may speak of. */
bl_piece_parts bl_read_piece(bl_span text, char before, bool has_person, const bl_line_context *context,
                             bl_arena *arena);

/* Words of East Asia glued to names: name_east_asian.c. */

/* "台湾日报": does a word of a script without spaces end as houses do? */
bool bl_has_house_tail(bl_span token);

/* A name without the title behind it. */
bl_span bl_strip_east_asian(bl_span s, bl_span *title);

/* "台北報導": was it reported from a place? "即時報導" tells only how. */
bool bl_names_report(bl_span all, bl_span *place);

/* "記者王小明", "本報記者 王小明": bytes of the trade before the name; *role is changed where it says one. */
size_t bl_glued_trade(bl_span text, byline_role base, byline_role *role);

/* A surname of Japan that is listed, and a given name: name_japanese.c. */
bool bl_is_japanese_name(bl_span text);

/* "van", "de la" in pieces, "bin": a token in lower case that a name may hold. */
bool bl_is_name_particle(bl_span token);

/* Cut off and return the next run without white space; empty at the end. */
bl_span bl_name_token(bl_span *rest);

/* The first letter of text. */
typedef enum bl_letter_case { BL_CASE_NONE, BL_CASE_LOWER, BL_CASE_UPPER, BL_CASE_UNCASED } bl_letter_case;
bl_letter_case bl_first_case(bl_span text);

/* Is the language this one ("pl"), or unknown? */
bool bl_may_speak(const bl_line_context *context, const char *code);
bool bl_speaks(const bl_line_context *context, const char *code);

/* The line with the spaces it lost ("RoeMarch 14", "Roe@handle"), without a date before it or footnotes'
 * numbers. */
bl_span bl_prepare_byline(bl_span line, bl_arena *arena);

#endif
