/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* lex.h - where the pieces of HTML end, as its tokenizer has it. Each function takes where it starts. */
#ifndef BL_PAGE_LEX_H
#define BL_PAGE_LEX_H

#include "page/outline.h"

typedef struct bl_tag_token {
    const char *start; /* the < */
    const char *stop;  /* behind the > */
    bl_span name;
    bl_tag tag;
    bool is_end;
    bool is_closed;         /* <br/> */
    uint32_t attributes;    /* those that are kept, in outline->attributes */
    uint16_t attribute_count;
    uint16_t seen;          /* all attributes of the tag, up to the limit */
    uint16_t reference_count;
    uint8_t references[BL_ATTR_COUNT]; /* numbers of kept attributes that hold character references */
} bl_tag_token;

/* Does a tag start at p, which is a <? */
static inline bool
bl_lex_is_tag(const char *p, const char *end)
{
    return end - p > 1 && (bl_is_alpha(p[1]) || (p[1] == '/' && end - p > 2 && bl_is_alpha(p[2])));
}

/* Does a tag or a declaration start at p, which is a <? Else it is text. */
static inline bool
bl_lex_is_markup(const char *p, const char *end)
{
    if (end - p < 2)
        return false;
    return bl_is_alpha(p[1]) || p[1] == '!' || p[1] == '?' || (p[1] == '/' && end - p > 2);
}

/* The < of the next tag or declaration, or end. */
const char *bl_lex_text_end(const char *p, const char *end);

/*
 * Read the tag at p. Attributes that attributes.def lists are added to outline where it is not NULL, at
 * most most of them are looked at. false where the page ends inside the tag: then there is none.
 */
bool bl_lex_tag(const char *p, const char *end, bl_outline *outline, size_t most, bl_tag_token *token);

/* Behind what stands at p, which is <! or <? or </ without a letter: comment, doctype, CDATA, bogus. */
const char *bl_lex_declaration(const char *p, const char *end);

/* The < of the tag </name that ends raw text, or end. */
const char *bl_lex_raw_end(const char *p, const char *end, bl_span name);

/* The same for a script, where <!-- <script> hides a </script>. */
const char *bl_lex_script_end(const char *p, const char *end);

#endif
