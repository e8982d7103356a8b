/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* assemble.h - the document as it grows, and the elements that gumbo did not see. */
#ifndef BL_PAGE_ASSEMBLE_H
#define BL_PAGE_ASSEMBLE_H

#include "page/outline.h"

typedef struct bl_assembly {
    bl_page *page;
    const bl_outline *outline;
    BL_VECTOR(bl_node_record) nodes;
} bl_assembly;

bl_assembly bl_assembly_of(bl_page *page, const bl_outline *outline);

/* Add a node whose tag, parent, attributes, text and place are set; false where the document is full. */
bool bl_assemble_node(bl_assembly *to, bl_node_record *node, size_t depth);

static inline void
bl_node_set_text(bl_node_record *node, bl_span text)
{
    node->text = text.p;
    node->text_size = (uint32_t)text.n;
}

/* Its subtree is complete. */
void bl_assemble_end(bl_assembly *to, bl_node n);

/* Add all that the settled element of mark start holds to its node n, at depth. */
void bl_assemble_settled(bl_assembly *to, size_t start, bl_node n, size_t depth);

/* The text of one mark, decoded where it is easy. */
bl_span bl_mark_text(const bl_assembly *from, size_t mark);

#endif
