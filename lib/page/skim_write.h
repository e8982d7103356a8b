/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* skim_write.h - the page as it is skimmed, and what is written of it into the outline. */
#ifndef BL_PAGE_SKIM_WRITE_H
#define BL_PAGE_SKIM_WRITE_H

#include "page/guard.h"
#include "page/lex.h"
#include "page/settle.h"

/* What gumbo allocates for an element with its vectors, at most; measured. */
enum { BL_ELEMENT_COST = 288 };

typedef struct bl_skimmer {
    bl_page *page;
    bl_outline *out;
    bl_guard guard;
    bl_settler settler;
    const char *start;
    const char *p;
    const char *end;
    size_t cost;      /* bytes that gumbo may still allocate */
    bl_span blank;    /* white space that was seen and not written; p NULL is none */
    bool after_block; /* nothing but a block's tag stands before: white space there is not seen */
    bool skip_line;   /* a line feed directly behind pre does not count */
    bool any_doctype;
    bool keep_templates; /* one was never ended: they are taken for plain elements */
    BL_VECTOR(bl_script) scripts;
    BL_VECTOR(bl_script) states;
} bl_skimmer;

static inline size_t
bl_skim_offset(const bl_skimmer *s, const char *p)
{
    return (size_t)(p - s->start);
}

/* A mark for what is written next, from and to on the page. */
bl_mark *bl_skim_mark(bl_skimmer *s, bl_mark_kind kind, bl_tag tag, const char *from, const char *to);

/* gumbo will allocate so much for one more node. Where it may not, the page ends here. */
void bl_skim_spend(bl_skimmer *s, size_t cost);

/* To be called before a tag: white space before and after a block is not seen. */
void bl_skim_before_tag(bl_skimmer *s, bl_tag tag);

/* To be called before a text or an element, which gumbo may put into clones of formatting elements. */
void bl_skim_end_clones(bl_skimmer *s, bl_tag before);

/* A tag, with what gumbo has to see of it. An end tag has no mark of its own. */
void bl_skim_write_start(bl_skimmer *s, const bl_tag_token *token);
void bl_skim_write_end(bl_skimmer *s, bl_span name);

/* A text, and the white space that was seen before it. */
void bl_skim_write_text(bl_skimmer *s, const char *from, const char *to, bl_mark_kind kind);
void bl_skim_write_blank(bl_skimmer *s);

#endif
