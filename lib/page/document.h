/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * document.h - the page as one array of nodes in document order.
 *
 * A node is a number. Node 0 is the html element. The subtree of n is the range n to end(n), so every walk
 * is a loop: for (bl_node i = n + 1; i < doc->nodes[n].end; i++). Nothing here owns memory: it
 * lives in the arenas of the page, and texts and attributes mostly point into the bytes that were read.
 */
#ifndef BL_PAGE_DOCUMENT_H
#define BL_PAGE_DOCUMENT_H

#include <stdint.h>

#include "base/builder.h"
#include "base/span.h"

typedef uint32_t bl_node;
#define BL_NO_NODE UINT32_MAX

/* Elements that some stage asks for by name, from tags.def. */
typedef enum bl_tag {
    BL_TAG_TEXT = 0, /* a text node, entities decoded */
    BL_TAG_OTHER,    /* an element that tags.def does not list */
#define TAG(name) BL_TAG_##name,
#include "page/tags.def"
#undef TAG
    BL_TAG_COUNT
} bl_tag;

/* Attributes that some stage asks for, from attributes.def. All others are dropped before parsing. */
typedef enum bl_attribute {
#define ATTRIBUTE(id, name) BL_ATTR_##id,
#include "page/attributes.def"
#undef ATTRIBUTE
    BL_ATTR_COUNT
} bl_attribute;

/* There may be as many of them as a page has bytes, so they are kept small, and so are nodes. */
typedef struct bl_attribute_value {
    const char *value; /* entities decoded */
    uint32_t size;     /* of the value */
    uint8_t name;      /* bl_attribute */
} bl_attribute_value;

static inline bl_attribute_value
bl_attribute_with(bl_attribute name, bl_span value)
{
    return (bl_attribute_value){.value = value.p, .size = (uint32_t)value.n, .name = (uint8_t)name};
}

static inline bl_span
bl_value_of(const bl_attribute_value *attribute)
{
    return (bl_span){attribute->value, attribute->size};
}

/* Tags that are asked for among the ancestors. */
#define BL_WITHIN_TAGS(TAG)                                                                                            \
    TAG(A) TAG(ARTICLE) TAG(ASIDE) TAG(BLOCKQUOTE) TAG(FIGURE) TAG(FOOTER) TAG(MAIN) TAG(NAV) TAG(NOSCRIPT) TAG(P)     \
    TAG(TIME)

enum {
#define NUMBER(id) BL_WITHIN_##id,
    BL_WITHIN_TAGS(NUMBER)
#undef NUMBER
};

/* The bit of a tag, 0 for one that is not among them. */
static inline uint16_t
bl_within(bl_tag tag)
{
    switch (tag) {
#define BIT(id)                                                                                                        \
    case BL_TAG_##id:                                                                                                  \
        return 1u << BL_WITHIN_##id;
        BL_WITHIN_TAGS(BIT)
#undef BIT
    default:
        return 0;
    }
}

typedef struct bl_node_record {
    uint8_t tag;    /* bl_tag */
    uint8_t is_blank; /* a text node of white space only */
    uint16_t depth; /* of html 0 */
    uint16_t within; /* bits of bl_within: which of these tags it or an ancestor has */
    uint16_t attribute_count;
    bl_node parent; /* BL_NO_NODE for node 0 */
    bl_node end;    /* one behind the last node of the subtree */
    uint32_t attributes; /* the first one, in doc->attributes */
    uint32_t text_size;
    const char *text; /* of a text node: bl_node_text() */
    uint32_t offset; /* on the page as it was given; of an element from < of its start tag */
    uint32_t length; /* to the end of its end tag, or of its last child */
} bl_node_record;

typedef struct bl_document {
    bl_node_record *nodes;
    uint32_t count;
    bl_attribute_value *attributes;
    uint32_t attribute_count;
    bl_node head; /* BL_NO_NODE where there is none */
    bl_node body;
} bl_document;

static inline bool
bl_is_element(const bl_document *doc, bl_node n)
{
    return doc->nodes[n].tag != BL_TAG_TEXT;
}

/* The first child, or BL_NO_NODE. */
static inline bl_node
bl_first_child(const bl_document *doc, bl_node n)
{
    return doc->nodes[n].end > n + 1 ? n + 1 : BL_NO_NODE;
}

/* The next sibling, or BL_NO_NODE. */
static inline bl_node
bl_next_sibling(const bl_document *doc, bl_node n)
{
    bl_node parent = doc->nodes[n].parent, end = doc->nodes[n].end;
    return parent != BL_NO_NODE && end < doc->nodes[parent].end ? end : BL_NO_NODE;
}

/* The text of a text node, as the page has it: white space is not collapsed. */
static inline bl_span
bl_node_text(const bl_node_record *node)
{
    return (bl_span){node->text, node->text_size};
}

static inline bool
bl_contains(const bl_document *doc, bl_node outer, bl_node inner)
{
    return inner >= outer && inner < doc->nodes[outer].end;
}

/* The value of an attribute; p is NULL where the element has none, n 0 where it is empty. */
static inline bl_span
bl_attribute_of(const bl_document *doc, bl_node n, bl_attribute name)
{
    const bl_node_record *node = &doc->nodes[n];
    const bl_attribute_value *at = doc->attributes + node->attributes;
    for (const bl_attribute_value *end = at + node->attribute_count; at < end; at++)
        if (at->name == name)
            return bl_value_of(at);
    return BL_EMPTY;
}

/* Has the element any of the attributes that are asked for? One look for many that few elements have. */
static inline bool
bl_has_any(const bl_document *doc, bl_node n, const bool asked[BL_ATTR_COUNT])
{
    const bl_node_record *node = &doc->nodes[n];
    const bl_attribute_value *at = doc->attributes + node->attributes;
    for (const bl_attribute_value *end = at + node->attribute_count; at < end; at++)
        if (asked[at->name])
            return true;
    return false;
}

/* bl_closest() step by step. */
bl_node bl_climb_to(const bl_document *doc, bl_node n, bl_tag tag);

/* The nearest ancestor-or-self with this tag, or BL_NO_NODE; as many steps as n is deep, at most. */
static inline bl_node
bl_closest(const bl_document *doc, bl_node n, bl_tag tag)
{
    uint16_t bit = bl_within(tag);
    return bit && !(doc->nodes[n].within & bit) ? BL_NO_NODE : bl_climb_to(doc, n, tag);
}

enum { BL_TAG_BLOCK = 1, BL_TAG_HIDES = 2 };
extern const uint8_t bl_tag_kinds[BL_TAG_COUNT];

/* Does text break before and after this element (div, p, li, br, td, ...)? */
static inline bool
bl_tag_is_block(bl_tag tag)
{
    return bl_tag_kinds[tag] & BL_TAG_BLOCK;
}

/* Is the element's text never shown to a reader (script, style, template, noscript is shown)? */
static inline bool
bl_tag_is_hidden(bl_tag tag)
{
    return bl_tag_kinds[tag] & BL_TAG_HIDES;
}

/*
 * The text of a subtree as a reader sees it: bl_clean of all text nodes in order, block elements and br
 * parted by a space, or by a line feed where keep_lines; script and style left out. In arena, NUL behind.
 */
bl_span bl_text_of(const bl_document *doc, bl_node n, bl_arena *arena, bool keep_lines);

/* "p", "figcaption"; "" for BL_TAG_OTHER and text. */
const char *bl_tag_name(bl_tag tag);
/* The tag of a name in any case, BL_TAG_OTHER where tags.def does not list it. */
bl_tag bl_tag_find(bl_span name);
/* The attribute of a name in any case; BL_ATTR_COUNT where attributes.def does not list it. */
bl_attribute bl_attribute_find(bl_span name);

#endif
