/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * xml.h - XML out, element by element: well-formed whatever a text holds. The only part that knows libxml2.
 *
 * Nothing reaches the sink before the whole document stands. The first failure is kept in status, and
 * nothing is done after it, so that no step has to be checked. Absent text (NULL) writes nothing.
 */
#ifndef BL_WRITE_XML_H
#define BL_WRITE_XML_H

#include "write/writer.h"

/* Elements open at once; NITF has no use for as many. */
#define BL_XML_DEPTH 16

typedef struct bl_xml {
    void *out;               /* libxml2's output buffer */
    bl_writer *writer;       /* where the document goes in the end */
    byline_status status;
    char *held;              /* what is written so far */
    size_t size;
    size_t room;
    const char *open[BL_XML_DEPTH]; /* names of the open elements */
    unsigned depth;
    unsigned lines;          /* a bit for each depth: the element holds lines, not text */
    bool in_tag;             /* the start tag of the innermost one still takes attributes */
    bool knows_thread;
    void (*handler)(void);   /* of this thread's errors, as the program had set it */
    void *handler_context;
} bl_xml;

/* Each begin takes an end, also after a failure. */
void bl_xml_begin(bl_xml *xml, bl_writer *writer);
/* Hand the document to the writer, or its status where there is none. */
void bl_xml_end(bl_xml *xml);

/* An element on a line of its own, and one in the text of another; the same close ends both. name is constant. */
void bl_xml_open(bl_xml *xml, const char *name);
void bl_xml_open_inline(bl_xml *xml, const char *name);
void bl_xml_close(bl_xml *xml);

/* Directly behind an open. */
void bl_xml_attribute(bl_xml *xml, const char *name, const char *value);
void bl_xml_number(bl_xml *xml, const char *name, int64_t value);
/* Written for an address of http(s) only. */
void bl_xml_address(bl_xml *xml, const char *name, const char *url);

void bl_xml_text(bl_xml *xml, const char *text);
void bl_xml_span(bl_xml *xml, bl_span text);

/* A whole element that holds text only, on a line of its own, and one in the text of another. */
void bl_xml_element(bl_xml *xml, const char *name, const char *text);
void bl_xml_element_inline(bl_xml *xml, const char *name, const char *text);

/* A whole element of one attribute, or of two, and no content; where the last one has no value nothing is written. */
void bl_xml_empty(bl_xml *xml, const char *element, const char *name, const char *value);
void bl_xml_empty_pair(bl_xml *xml, const char *element, const char *name, const char *value, const char *more_name,
                       const char *more);

#endif
