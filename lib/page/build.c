/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The only file that knows gumbo. */
#include "page/build.h"

#include <gumbo.h>

#include "base/poison.h"
#include "page/assemble.h"

typedef struct builder {
    bl_assembly to;
    bl_page *page;
    bl_outline *outline;
    uint8_t tags[GUMBO_TAG_LAST + 1]; /* bl_tag of each GumboTag */
} builder;

/* gumbo gives back at once much of what it asks for: what was the last piece of the arena is used again. */
typedef struct pool {
    bl_arena *arena;
    void *last;
} pool;

/* gumbo never checks for NULL, so bl_alloc() leaves by the trap instead. */
static void *
allocate(void *context, size_t size)
{
    pool *from = context;
    from->last = bl_alloc(from->arena, size);
    bl_is_set_elsewhere(from->last, size);
    return from->last;
}

static void
release(void *context, void *memory)
{
    pool *to = context;
    if (!memory || memory != to->last)
        return;
    bl_undo(to->arena, memory);
    to->last = NULL;
}

static void
map_tags(builder *b)
{
    for (int tag = 0; tag < GUMBO_TAG_LAST; tag++)
        b->tags[tag] = (uint8_t)bl_tag_find(bl_span_of(gumbo_normalized_tagname((GumboTag)tag)));
    b->tags[GUMBO_TAG_UNKNOWN] = BL_TAG_OTHER;
    b->tags[GUMBO_TAG_LAST] = BL_TAG_OTHER;
}

/* The number of the mark of what gumbo read there; mark_count where the skimmer did not write it. */
static size_t
mark_of(const builder *b, GumboStringPiece original)
{
    if (!original.data)
        return b->outline->mark_count;
    return bl_outline_find(b->outline, (size_t)(original.data - b->outline->html.p));
}

/*
 * Put text back: each stand-in becomes the next stretch between references of the marks from first on,
 * which stand behind each other; all other characters gumbo has decoded.
 */
typedef struct stretches {
    const builder *b;
    size_t mark; /* the mark that is read, and where in its text */
    size_t at;
    bl_span text; /* of an attribute, where there is no mark */
} stretches;

/* The next stretch of text from at on; empty where there is none. */
static bl_span
next_stretch(bl_span text, size_t *at, bool in_attribute)
{
    while (*at < text.n) {
        size_t from = *at, stop = bl_reference_find(text, from, in_attribute);
        if (stop > from) {
            *at = stop;
            return bl_span_from(text.p + from, stop - from);
        }
        *at += bl_reference_length(text, stop, in_attribute);
        if (bl_reference_is_stand_in(bl_span_from(text.p + from, *at - from)))
            return BL_SPAN("~");
    }
    return BL_EMPTY;
}

static bl_span
next_piece(stretches *s)
{
    if (s->text.p)
        return next_stretch(s->text, &s->at, true);
    for (; s->mark < s->b->outline->mark_count; s->mark = bl_mark_next(s->b->outline, s->mark), s->at = 0) {
        const bl_mark *m = bl_mark_at(s->b->outline, s->mark);
        bl_span text = bl_span_from(s->b->page->text.p + m->offset, m->length);
        if ((m->kind == BL_MARK_RAW || m->kind == BL_MARK_EASY) && s->at == 0 && text.n) {
            s->at = text.n;
            return m->kind == BL_MARK_RAW ? text : bl_reference_decode(s->b->page->arena, text, false);
        }
        if (m->kind != BL_MARK_TEXT)
            continue;
        bl_span piece = next_stretch(text, &s->at, false);
        if (piece.n)
            return piece;
    }
    return BL_EMPTY;
}

static bl_span
put_back(const builder *b, stretches from, const char *decoded)
{
    bl_builder text = bl_builder_in(b->page->arena);
    while (*decoded) {
        size_t n = strcspn(decoded, "~");
        bl_builder_add(&text, bl_span_from(decoded, n));
        decoded += n;
        if (*decoded == BL_STAND_IN) {
            bl_builder_add(&text, next_piece(&from));
            decoded++;
        }
    }
    return text.n ? bl_builder_span(&text) : bl_span_from("", 0);
}

/* What gumbo decoded goes into the attribute whose number is its name. */
static void
decode_attributes(builder *b, const bl_mark *mark, const GumboVector *attributes)
{
    for (unsigned i = 0; i < attributes->length; i++) {
        const GumboAttribute *from = attributes->data[i];
        unsigned number = 0;
        const char *digit = from->name;
        for (; bl_is_digit(*digit); digit++)
            number = number * 10 + (unsigned)(*digit - '0');
        if (*digit || number >= mark->attribute_count)
            continue;
        bl_attribute_value *at = &b->outline->attributes.at[mark->attributes + number];
        bl_span value = put_back(b, (stretches){.b = b, .text = bl_value_of(at)}, from->value);
        *at = bl_attribute_with((bl_attribute)at->name, value);
    }
}

/* gumbo adds what a second html or body tag says to the first one's. */
static void
merge_roots(builder *b, bl_node_record *node)
{
    bl_outline *out = b->outline;
    uint32_t first = (uint32_t)out->attributes.count;
    uint64_t seen[(BL_ATTR_COUNT + 63) / 64] = {0};
    for (size_t i = 0; i < out->roots.count; i++) {
        bl_mark mark = *bl_mark_at(out, out->roots.at[i]);
        for (unsigned j = 0; mark.tag == node->tag && j < mark.attribute_count; j++) {
            bl_attribute_value value = out->attributes.at[mark.attributes + j];
            if (seen[value.name / 64] >> value.name % 64 & 1)
                continue;
            seen[value.name / 64] |= (uint64_t)1 << value.name % 64;
            BL_PUSH(out->kept, &out->attributes, value);
        }
    }
    node->attributes = first;
    node->attribute_count = (uint16_t)(out->attributes.count - first);
}

/* What the parser made up (tbody, a second b) has no place of its own: it gets that of its children. */
static void
set_element(builder *b, bl_node_record *node, const GumboNode *from)
{
    const GumboElement *element = &from->v.element;
    size_t start = mark_of(b, element->original_tag);
    node->tag = b->tags[element->tag];
    if (start < b->outline->mark_count) {
        const bl_mark *mark = bl_mark_at(b->outline, start);
        if (node->tag == BL_TAG_OTHER)
            node->tag = mark->tag;
        node->attributes = mark->attributes;
        node->attribute_count = mark->attribute_count;
        const GumboParseFlags cloned =
            GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
        if (!(from->parse_flags & cloned)) {
            decode_attributes(b, mark, &element->attributes);
            node->offset = mark->offset;
            node->length = mark->length;
            /* an element that another one's end tag closed records that one's */
            size_t end = from->parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG
                             ? b->outline->mark_count
                             : mark_of(b, element->original_end_tag);
            const bl_mark *last = end < b->outline->mark_count ? bl_mark_at(b->outline, end) : mark;
            if (last != mark && last->offset >= mark->offset)
                node->length = last->offset + last->length - mark->offset;
        }
    }
    if (node->tag == BL_TAG_HTML || node->tag == BL_TAG_BODY)
        merge_roots(b, node);
}

/*
 * The mark in which a text begins. White space written as references, where none may stand, is dropped or taken
 * apart from what follows: then the text begins behind them.
 */
static size_t
mark_of_text(const builder *b, const char *original)
{
    const bl_builder *html = &b->outline->html;
    size_t at = (size_t)(original - html->p), found;
    while ((found = bl_outline_find(b->outline, at)) == b->outline->mark_count && at > 0 && html->p[at - 1] != '>')
        at--;
    return found;
}

static void
set_text(builder *b, bl_node_record *node, const GumboText *from)
{
    node->tag = BL_TAG_TEXT;
    size_t first = from->original_text.data ? mark_of_text(b, from->original_text.data) : b->outline->mark_count;
    if (first < b->outline->mark_count) {
        const bl_mark *mark = bl_mark_at(b->outline, first);
        size_t stop = (size_t)(from->original_text.data - b->outline->html.p) + from->original_text.length;
        const bl_mark *last = mark;
        for (size_t i = first + 1; i < b->outline->mark_count && bl_mark_at(b->outline, i)->at < stop;
             i = bl_mark_next(b->outline, i))
            if (bl_mark_at(b->outline, i)->kind >= BL_MARK_TEXT)
                last = bl_mark_at(b->outline, i);
        node->offset = mark->offset;
        node->length = last->offset + last->length - mark->offset;
        bool is_whole = from->text[0] && !from->text[1] && b->outline->html.p + mark->at == from->original_text.data &&
                        (*from->text == BL_STAND_IN || mark->kind == BL_MARK_BLANK);
        bl_node_set_text(node, is_whole ? bl_mark_text(&b->to, first)
                                        : put_back(b, (stretches){.b = b, .mark = first}, from->text));
    } else {
        bl_span text = bl_span_of(from->text);
        bl_node_set_text(node, bl_span_from(bl_strndup(b->page->arena, text.p, text.n), text.n));
    }
}

/* Add one gumbo node; false where the document does not keep its kind (comments), or is full. */
static bool
add_node(builder *b, const GumboNode *from, bl_node parent, size_t depth)
{
    bl_node_record node = {.parent = parent};
    switch (from->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        set_element(b, &node, from);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        set_text(b, &node, &from->v.text);
        break;
    default:
        return false;
    }
    return bl_assemble_node(&b->to, &node, depth);
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
    unsigned at;  /* the next child */
} frame;

/* What gumbo was not shown. */
static void
add_settled(builder *b, const GumboNode *from, bl_node n, size_t depth)
{
    const GumboParseFlags cloned =
        GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED;
    if (from->type != GUMBO_NODE_ELEMENT || (from->parse_flags & cloned))
        return;
    size_t start = mark_of(b, from->v.element.original_tag);
    if (start < b->outline->mark_count && bl_mark_at(b->outline, start)->settled)
        bl_assemble_settled(&b->to, start, n, depth);
}

static void
copy_tree(builder *b, const GumboNode *root)
{
    BL_VECTOR(frame) stack = {0};
    bl_arena *scratch = b->page->parse_arena;
    if (!add_node(b, root, BL_NO_NODE, 0))
        return;
    BL_PUSH(scratch, &stack, ((frame){root, 0, 0}));
    while (stack.count) {
        frame *top = &stack.at[stack.count - 1];
        const GumboVector *children = children_of(top->from);
        if (top->at == children->length) {
            bl_assemble_end(&b->to, top->node);
            stack.count--;
            continue;
        }
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): at is below length, so there is data */
        const GumboNode *child = children->data[top->at++];
        bl_node n = (bl_node)b->to.nodes.count;
        if (!add_node(b, child, top->node, stack.count))
            continue;
        add_settled(b, child, n, stack.count);
        BL_PUSH(scratch, &stack, ((frame){child, n, 0}));
    }
}

static void
find_parts(bl_document *doc)
{
    doc->head = doc->body = BL_NO_NODE;
    for (bl_node n = bl_first_child(doc, 0); n != BL_NO_NODE; n = bl_next_sibling(doc, n)) {
        if (doc->nodes[n].tag == BL_TAG_HEAD && doc->head == BL_NO_NODE)
            doc->head = n;
        if (doc->nodes[n].tag == BL_TAG_BODY && doc->body == BL_NO_NODE)
            doc->body = n;
    }
}

void
bl_build(bl_page *page, bl_outline *outline)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    pool pieces = {.arena = page->parse_arena};
    options.userdata = &pieces;
    options.max_errors = 0; /* each recorded error copies the stack of open elements */
    const char *html = bl_builder_text(&outline->html);
    GumboOutput *output = gumbo_parse_with_options(&options, html, outline->html.n);
    builder b = {.to = bl_assembly_of(page, outline), .page = page, .outline = outline};
    map_tags(&b);
    copy_tree(&b, output->root);
    page->document.nodes = b.to.nodes.at;
    page->document.count = (uint32_t)b.to.nodes.count;
    page->document.attributes = outline->attributes.at;
    page->document.attribute_count = (uint32_t)outline->attributes.count;
    bl_release(outline->kept, outline->attributes.at + outline->attributes.count,
               (outline->attributes.room - outline->attributes.count) * sizeof *outline->attributes.at);
    find_parts(&page->document);
    /* gumbo_destroy_output() recurses over the depth of the tree; the arena forgets it instead */
}
