/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/assemble.h"

bl_assembly
bl_assembly_of(bl_page *page, const bl_outline *outline)
{
    bl_assembly to = {.page = page, .outline = outline};
    to.nodes.room = outline->nodes + 16;
    to.nodes.at = bl_alloc(page->arena, to.nodes.room * sizeof *to.nodes.at);
    return to;
}

static bool
is_blank(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!bl_is_space(text.p[i]))
            return false;
    return true;
}

bool
bl_assemble_node(bl_assembly *to, bl_node_record *node, size_t depth)
{
    if (to->nodes.count >= to->page->limits.nodes) {
        if (to->page->limit == BYLINE_LIMIT_NONE)
            to->page->limit = BYLINE_LIMIT_NODES;
        return false;
    }
    node->depth = (uint16_t)(depth < UINT16_MAX ? depth : UINT16_MAX);
    node->is_blank = node->tag == BL_TAG_TEXT && is_blank(bl_node_text(node));
    node->within = bl_within((bl_tag)node->tag);
    if (node->parent != BL_NO_NODE)
        node->within |= to->nodes.at[node->parent].within;
    BL_PUSH(to->page->arena, &to->nodes, *node);
    return true;
}

void
bl_assemble_end(bl_assembly *to, bl_node n)
{
    bl_node_record *node = &to->nodes.at[n];
    node->end = (bl_node)to->nodes.count;
    if (node->parent == BL_NO_NODE || node->length == 0)
        return;
    bl_node_record *parent = &to->nodes.at[node->parent];
    if (parent->length == 0) {
        parent->offset = node->offset;
        parent->length = node->length;
        return;
    }
    uint32_t stop = node->offset + node->length;
    if (stop > parent->offset + parent->length)
        parent->length = stop - parent->offset;
}

bl_span
bl_mark_text(const bl_assembly *from, size_t mark)
{
    const bl_mark *m = bl_mark_at(from->outline, mark);
    bl_span text = bl_span_from(from->page->text.p + m->offset, m->length);
    return m->kind == BL_MARK_EASY ? bl_reference_decode(from->page->arena, text, false) : text;
}

/* The text of the marks first to end, which stand behind each other, as gumbo would join them. */
static bl_span
join(const bl_assembly *from, size_t first, size_t end)
{
    if (end - first == 1)
        return bl_mark_text(from, first);
    bl_builder b = bl_builder_in(from->page->arena);
    for (size_t i = first; i < end; i++) {
        if (bl_mark_at(from->outline, i)->kind == BL_MARK_BLANK)
            bl_builder_add_char(&b, ' ');
        else
            bl_builder_add(&b, bl_mark_text(from, i));
    }
    return bl_builder_span(&b);
}

/* An element that is open while its content is added. */
typedef struct level {
    bl_node node;
    size_t end;   /* the mark of its end tag */
} level;

/* The node of the marks from at on, below top; at moves to the last of them. */
static bl_node_record
record_of(const bl_assembly *to, size_t *at, bl_node parent)
{
    const bl_mark *mark = bl_mark_at(to->outline, *at), *last = mark;
    bl_node_record node = {.tag = mark->tag, .parent = parent, .offset = mark->offset};
    if (mark->kind == BL_MARK_START) {
        node.attributes = mark->attributes;
        node.attribute_count = mark->attribute_count;
        if (mark->settled)
            last = bl_mark_at(to->outline, mark->settled);
    } else {
        size_t first = *at;
        while (bl_mark_at(to->outline, *at + 1)->kind >= BL_MARK_TEXT) /* an end tag stands behind them */
            ++*at;
        last = bl_mark_at(to->outline, *at);
        bl_node_set_text(&node, join(to, first, *at + 1));
    }
    node.length = last->offset + last->length - mark->offset;
    return node;
}

void
bl_assemble_settled(bl_assembly *to, size_t start, bl_node n, size_t depth)
{
    BL_VECTOR(level) stack = {0};
    bl_arena *scratch = to->page->parse_arena;
    level outer = {n, bl_mark_at(to->outline, start)->settled};
    BL_PUSH(scratch, &stack, outer);
    for (size_t i = start + 1; i < outer.end; i++) {
        bl_node up = stack.at[stack.count - 1].node;
        const bl_mark *mark = bl_mark_at(to->outline, i);
        if (mark->kind == BL_MARK_END) {
            bl_assemble_end(to, up);
            stack.count--;
            continue;
        }
        bl_node_record node = record_of(to, &i, up);
        bl_node number = (bl_node)to->nodes.count;
        if (!bl_assemble_node(to, &node, depth + stack.count)) {
            if (mark->kind == BL_MARK_START && mark->settled)
                i = mark->settled;
            continue;
        }
        if (mark->kind == BL_MARK_START && mark->settled)
            BL_PUSH(scratch, &stack, ((level){number, mark->settled}));
        else
            bl_assemble_end(to, number);
    }
}
