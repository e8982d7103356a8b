/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* visible.h - what the readers of the visible page share. */
#ifndef BL_EVIDENCE_VISIBLE_H
#define BL_EVIDENCE_VISIBLE_H

#include "evidence/evidence.h"

typedef struct bl_visible {
    bl_evidence *evidence;
    const bl_document *doc;
    bl_node headline; /* the heading that the page is about, BL_NO_NODE where there is none */
} bl_visible;

/* The heading that has most of a title of the page's head; v->headline where none has enough of one. */
bl_node bl_visible_anchor(const bl_visible *v);

/* Which side of the headline a node is on, and whether a reader sees both together. */
typedef enum bl_nearness {
    BL_FAR = 0,
    BL_ABOVE = 1, /* shortly before it */
    BL_BELOW = 2, /* shortly behind it */
} bl_nearness;

bl_nearness bl_near_headline(const bl_visible *v, bl_node n);

/* So close below it that n is of the article, whatever the boxes around it are called. */
bool bl_close_to_headline(const bl_visible *v, bl_node n);

/* Is n in a menu, a footer, a list of other stories, among comments, in a consent text? */
bool bl_in_furniture(const bl_visible *v, bl_node n);

/* Does n hold no other block element? Such an element is one line to a reader. */
bool bl_is_line(const bl_document *doc, bl_node n);

/* The text of n without what is for screen readers only, at most as much as most bytes of it; else empty. */
bl_span bl_line_text(const bl_visible *v, bl_node n, size_t most);

/* A label such as the name of a section: where n is a list of links, the first of them. */
bl_span bl_label_text(const bl_visible *v, bl_node n, size_t most);

/* Are there so many claims of the field already that the visible page may add none? It need not be read for it then. */
bool bl_visible_is_full(const bl_visible *v, bl_field field);

/* Add a claim of the visible page; NULL where there are too many of the field already. */
bl_claim *bl_visible_claim(const bl_visible *v, bl_field field, int weight, bl_span value, bl_node n);

/* What one node says; called for each element in document order. */
void bl_visible_heading(bl_visible *v, bl_node n);
void bl_visible_date(bl_visible *v, bl_node n);
void bl_visible_person(bl_visible *v, bl_node n);
void bl_visible_text(bl_visible *v, bl_node n);
void bl_visible_topic(bl_visible *v, bl_node n);
void bl_visible_section(bl_visible *v, bl_node n);
void bl_visible_short_url(bl_visible *v, bl_node n);

#endif
