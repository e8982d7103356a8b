/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * page.h - bytes in, document out: charset -> skim -> build (or plain, for a page that is no HTML).
 */
#ifndef BL_PAGE_PAGE_H
#define BL_PAGE_PAGE_H

#include "page/document.h"

/* A script of type application/ld+json, taken out before parsing. */
typedef struct bl_script {
    bl_span text;    /* UTF-8, as it stands between the tags */
    uint32_t offset; /* of the text, on the page as it was given */
    uint32_t length;
} bl_script;

/* Byte text of page->text came from byte byte of page->bytes. */
typedef struct bl_place {
    uint32_t text;
    uint32_t byte;
} bl_place;

typedef struct bl_page {
    bl_arena *arena;       /* the page lives here */
    bl_arena *parse_arena; /* the outline and gumbo's tree, of no use once the page is read */
    byline_limits limits; /* resolved */
    bool in_part;         /* memory did not do for the whole page: its beginning will */
    bl_span bytes;        /* as given */
    bl_span text;         /* the same in UTF-8 */
    const char *charset;  /* WHATWG name, constant */
    bool is_plain;        /* no HTML but plain text */
    bl_script *scripts;   /* ld+json */
    uint32_t script_count;
    bl_script *states;    /* scripts that embed the page's state: application/json, pushes, assignments */
    uint32_t state_count;
    bl_document document;
    byline_limit limit;   /* the first limit that shortened the page */
    bl_place *places;     /* every now and then; none where text lies in bytes */
    uint32_t place_count;
    uint8_t place_kind;   /* bl_charset_kind */
} bl_page;

/*
 * Read bytes into page, which the caller zeroed but for arena, parse_arena and limits. charset is what
 * the transport declared, or NULL. Leaves by the arena's trap when memory ends.
 */
byline_status bl_page_read(bl_page *page, bl_span bytes, const char *charset, byline_error *error);

#endif
