/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* sheet.h - a page that is being generated. */
#ifndef BL_TESTS_SHEET_H
#define BL_TESTS_SHEET_H

#include <stddef.h>

typedef struct sheet {
    char *bytes;
    size_t size;
    size_t room;
} sheet;

void sheet_add(sheet *s, const char *text);
void sheet_add_bytes(sheet *s, const char *bytes, size_t size);
void sheet_repeat(sheet *s, const char *text, size_t times);
/* text once for each number from 0, with the number in the place of its first #. */
void sheet_number(sheet *s, const char *text, size_t times);
void sheet_free(sheet *s);

/* Pages that grow: about size bytes of an article with ... */
typedef enum sheet_kind {
    SHEET_TEXT,   /* long paragraphs */
    SHEET_MARKUP, /* teasers, lists and links */
    SHEET_SCRIPT, /* scripts, styles and comments */
    SHEET_DEEP,   /* nested sections */
    SHEET_KINDS
} sheet_kind;

extern const char *const sheet_kind_names[SHEET_KINDS];
sheet sheet_of_kind(sheet_kind kind, size_t size);

#endif
