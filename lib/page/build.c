/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The only file that knows gumbo. */
#include "page/build.h"

#include <gumbo.h>

#include "base/vector.h"

typedef struct builder {
    bl_page *page;
    const char *start; /* of the bytes that gumbo was given */
    BL_VECTOR(bl_node_record) nodes;
    BL_VECTOR(bl_attribute_value) attributes;
    BL_VECTOR(bl_script) scripts;
    BL_VECTOR(bl_script) states;
    uint8_t tags[GUMBO_TAG_LAST + 1]; /* bl_tag of each GumboTag */
} builder;

/* gumbo never checks for NULL, so its allocator leaves by the trap instead. */
static void *
allocate(void *arena, size_t size)
{
    return bl_alloc(arena, size);
}

static void
release(void *arena, void *memory)
{
    (void)arena;
    (void)memory;
}

static void
map_tags(builder *b)
{
    for (int tag = 0; tag < GUMBO_TAG_LAST; tag++)
        b->tags[tag] = (uint8_t)bl_tag_find(bl_span_of(gumbo_normalized_tagname((GumboTag)tag)));
    b->tags[GUMBO_TAG_UNKNOWN] = BL_TAG_OTHER;
    b->tags[GUMBO_TAG_LAST] = BL_TAG_OTHER;
}

/* Elements that the installed gumbo has no number for keep their name in the source. */
static bl_tag
tag_of(const builder *b, const GumboElement *element)
{
    bl_tag tag = b->tags[element->tag];
    if (element->tag != GUMBO_TAG_UNKNOWN)
        return tag;
    GumboStringPiece name = element->original_tag;
    gumbo_tag_from_original_text(&name);
    return bl_tag_find(bl_span_from(name.data, name.length));
}

static uint32_t
offset_of(const builder *b, const char *at)
{
    return (uint32_t)(at - b->start);
}

static void
add_attributes(builder *b, bl_node_record *node, const GumboVector *attributes)
{
    node->attributes = (uint32_t)b->attributes.count;
    for (unsigned i = 0; i < attributes->length; i++) {
        const GumboAttribute *from = attributes->data[i];
        bl_attribute name = bl_attribute_find(bl_span_of(from->name));
        if (name == BL_ATTR_COUNT)
            continue;
        bl_attribute_value value = {.name = (uint8_t)name, .value = bl_span_of(from->value)};
        BL_PUSH(b->page->arena, &b->attributes, value);
    }
    node->attribute_count = (uint32_t)b->attributes.count - node->attributes;
}

/* What the parser made up (tbody, a second b) has no place of its own: it gets that of its children. */
static void
set_element_range(const builder *b, bl_node_record *node, const GumboNode *from)
{
    const GumboParseFlags cloned =
        GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
    GumboStringPiece first = from->v.element.original_tag, last = from->v.element.original_end_tag;
    if (!first.data || (from->parse_flags & cloned))
        return;
    node->offset = offset_of(b, first.data);
    node->length = (uint32_t)first.length;
    /* an element that another one's end tag closed records that one's */
    if (last.data > first.data && !(from->parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG))
        node->length = (uint32_t)(last.data + last.length - first.data);
}

static void
set_text_range(const builder *b, bl_node_record *node, GumboStringPiece text)
{
    if (!text.data)
        return;
    node->offset = offset_of(b, text.data);
    node->length = (uint32_t)text.length;
}

static bool
is_blank(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!bl_is_space(text.p[i]))
            return false;
    return true;
}

/* Add one gumbo node; false where the document does not keep its kind (comments), or is full. */
static bool
add_node(builder *b, const GumboNode *from, bl_node parent, size_t depth)
{
    if (b->nodes.count >= b->page->limits.nodes) {
        if (b->page->limit == BYLINE_LIMIT_NONE)
            b->page->limit = BYLINE_LIMIT_NODES;
        return false;
    }
    bl_node_record node = {.parent = parent, .next = BL_NO_NODE};
    node.depth = (uint16_t)(depth < UINT16_MAX ? depth : UINT16_MAX);
    switch (from->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        node.tag = (uint8_t)tag_of(b, &from->v.element);
        add_attributes(b, &node, &from->v.element.attributes);
        set_element_range(b, &node, from);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        node.tag = BL_TAG_TEXT;
        node.text = bl_span_of(from->v.text.text);
        node.is_blank = is_blank(node.text);
        set_text_range(b, &node, from->v.text.original_text);
        break;
    default:
        return false;
    }
    BL_PUSH(b->page->arena, &b->nodes, node);
    return true;
}

/* When a subtree is complete: where it ends, in nodes and in bytes. */
static void
close_node(builder *b, bl_node n)
{
    bl_node_record *node = &b->nodes.at[n];
    node->end = (bl_node)b->nodes.count;
    if (node->parent == BL_NO_NODE || node->length == 0)
        return;
    bl_node_record *parent = &b->nodes.at[node->parent];
    if (parent->length == 0) {
        parent->offset = node->offset;
        parent->length = node->length;
        return;
    }
    uint32_t stop = node->offset + node->length;
    if (stop > parent->offset + parent->length)
        parent->length = stop - parent->offset;
}

/* Set a script of data aside. */
static void
keep_script(builder *b, const GumboElement *script)
{
    const GumboAttribute *type = gumbo_get_attribute(&script->attributes, "type");
    if (!type || script->children.length == 0)
        return;
    const GumboNode *child = script->children.data[0];
    const GumboStringPiece *original = &child->v.text.original_text;
    bl_script kept = {bl_span_of(child->v.text.text), offset_of(b, original->data), (uint32_t)original->length};
    bl_span name = bl_span_trim(bl_span_of(type->value));
    if (bl_span_starts_nocase(name, BL_SPAN("application/ld+json")))
        BL_PUSH(b->page->arena, &b->scripts, kept);
    else if (bl_span_starts_nocase(name, BL_SPAN("application/json")))
        BL_PUSH(b->page->arena, &b->states, kept);
}

static const GumboVector *
children_of(const GumboNode *node)
{
    static const GumboVector none = {0};
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children
                                                                                 : &none;
}

typedef struct frame {
    const GumboNode *from;
    bl_node node;
    bl_node last; /* the child added last, for the sibling link */
    unsigned at;  /* the next child */
} frame;

static void
copy_tree(builder *b, const GumboNode *root)
{
    BL_VECTOR(frame) stack = {0};
    bl_arena *scratch = b->page->parse_arena;
    if (!add_node(b, root, BL_NO_NODE, 0))
        return;
    BL_PUSH(scratch, &stack, ((frame){root, 0, BL_NO_NODE, 0}));
    while (stack.count) {
        frame *top = &stack.at[stack.count - 1];
        const GumboVector *children = children_of(top->from);
        if (top->at == children->length) {
            close_node(b, top->node);
            stack.count--;
            continue;
        }
        const GumboNode *child = children->data[top->at++];
        bl_node n = (bl_node)b->nodes.count;
        if (!add_node(b, child, top->node, stack.count))
            continue;
        if (b->nodes.at[n].tag == BL_TAG_SCRIPT)
            keep_script(b, &child->v.element);
        if (top->last != BL_NO_NODE)
            b->nodes.at[top->last].next = n;
        top->last = n;
        BL_PUSH(scratch, &stack, ((frame){child, n, BL_NO_NODE, 0}));
    }
}

static void
find_parts(bl_document *doc)
{
    doc->head = doc->body = BL_NO_NODE;
    for (bl_node n = bl_first_child(doc, 0); n != BL_NO_NODE; n = doc->nodes[n].next) {
        if (doc->nodes[n].tag == BL_TAG_HEAD && doc->head == BL_NO_NODE)
            doc->head = n;
        if (doc->nodes[n].tag == BL_TAG_BODY && doc->body == BL_NO_NODE)
            doc->body = n;
    }
}

void
bl_build(bl_page *page, bl_span html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = page->parse_arena;
    options.max_errors = 0; /* each recorded error copies the stack of open elements */
    GumboOutput *output = gumbo_parse_with_options(&options, html.p, html.n);
    builder b = {.page = page, .start = html.p};
    map_tags(&b);
    copy_tree(&b, output->root);
    page->scripts = b.scripts.at;
    page->script_count = (uint32_t)b.scripts.count;
    page->states = b.states.at;
    page->state_count = (uint32_t)b.states.count;
    page->document.nodes = b.nodes.at;
    page->document.count = (uint32_t)b.nodes.count;
    page->document.attributes = b.attributes.at;
    page->document.attribute_count = (uint32_t)b.attributes.count;
    find_parts(&page->document);
    /* gumbo_destroy_output() recurses over the depth of the tree; the arena forgets it instead */
}
