/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* credit_names.h - is a run of words a person, a house, or neither? */
#ifndef BL_GRAMMAR_CREDIT_NAMES_H
#define BL_GRAMMAR_CREDIT_NAMES_H

#include "grammar/credit_tokens.h"

typedef enum bl_name_kind {
    BL_NAME_NONE = 0, /* words of a sentence */
    BL_NAME_PERSON,
    BL_NAME_HOUSE, /* an outlet, a company, an office */
    BL_NAME_WORD   /* one word: a house, a handle, a surname */
} bl_name_kind;

/* All tokens from..to are words. */
bl_name_kind bl_name_class(const bl_tokens *tokens, size_t from, size_t to);

/* "王小明", "홍길동"; "山田太郎" only where a Japanese word names who took the picture. */
bool bl_is_east_asian_name(bl_span text, bool is_japanese);

/* "Beispielversicherung": does a word end as compounds do that are houses? */
bool bl_ends_as_house(bl_span word);

#endif
