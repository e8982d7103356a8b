/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "common/same_tree.h"

#include <gumbo.h>
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "page/page.h"

/* Elements that the skimmer leaves out whole, and those whose content it leaves out. */
static const char *const DROPPED[] = {"script", "style", "noembed", "noframes", "isindex"};
static const char *const HOLLOW[] = {"svg", "math", "template", "select", "iframe"};
/* A clone of one that holds nothing but white space is no difference. */
static const char *const FORMATTING[] = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
                                         "strike", "strong", "tt", "u"};

enum { ATTRIBUTES_MOST = 512 };

static bool
is_one_of(bl_span name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bl_span_equal_nocase(name, bl_span_of(names[i])))
            return true;
    return false;
}

#define IS_ONE_OF(name, names) is_one_of((name), (names), sizeof(names) / sizeof *(names))

/* Without white space, and without control characters: gumbo drops some, or writes U+FFFD for them. */
static void
add_text(bl_builder *to, bl_span text)
{
    const bl_span replacement = BL_SPAN("\xef\xbf\xbd");
    for (size_t i = 0; i < text.n; i++) {
        bl_span rest = bl_span_cut(text, i);
        if (bl_span_starts(rest, replacement))
            i += replacement.n - 1;
        else if (rest.n > 1 && (unsigned char)rest.p[0] == 0xC2 && (unsigned char)rest.p[1] < 0xA0)
            i++;
        else if ((unsigned char)text.p[i] > ' ' && text.p[i] != 0x7f)
            bl_builder_add_char(to, text.p[i]);
    }
}

/* An empty one behind one that stands there twice gumbo loses; the name of an element is no attribute to it. */
static void
add_attribute(bl_builder *to, bl_attribute name, bl_span value)
{
    if (name == BL_ATTR_COUNT || name == BL_ATTR_STYLE || name == BL_ATTR_ELEMENT || value.n == 0)
        return;
    if (bl_span_starts_nocase(value, BL_SPAN("data:")))
        value = bl_span_head(value, bl_span_find_char(value, ',', 0));
    char label[16];
    snprintf(label, sizeof label, " %d=", (int)name);
    bl_builder_add(to, bl_span_of(label));
    add_text(to, value);
}

static void
add_attributes(bl_builder *to, const bl_attribute_value *values, size_t count)
{
    for (int name = 0; name < BL_ATTR_COUNT; name++)
        for (size_t i = 0; i < count; i++)
            if (values[i].name == name) {
                add_attribute(to, (bl_attribute)name, bl_value_of(&values[i]));
                break;
            }
}

/* An element is closed: without content it is taken back where it is a formatting one. */
static void
close_element(bl_builder *to, bl_span name, size_t start, size_t inside)
{
    if (to->n == inside && IS_ONE_OF(name, FORMATTING)) {
        to->n = start;
        return;
    }
    bl_builder_add(to, BL_SPAN("</>\n"));
}

static bl_span
name_of(const GumboElement *element)
{
    if (element->tag != GUMBO_TAG_UNKNOWN)
        return bl_span_of(gumbo_normalized_tagname(element->tag));
    const char *name = element->original_tag.data + 1;
    size_t length = element->original_tag.length ? element->original_tag.length - 1 : 0, n = 0;
    while (n < length && !memchr(" \t\r\n\f/>", name[n], 7))
        n++;
    return bl_span_from(name, n);
}

static void
open_element(bl_builder *to, bl_span name, const bl_attribute_value *values, size_t count)
{
    bl_builder_add_char(to, '<');
    bl_builder_add(to, bl_span_of(bl_tag_name(bl_tag_find(name))));
    add_attributes(to, values, count);
    bl_builder_add_char(to, '>');
}

static void
open_gumbo_element(bl_builder *to, bl_span name, const GumboVector *attributes)
{
    bl_attribute_value values[ATTRIBUTES_MOST];
    size_t count = 0;
    for (unsigned i = 0; i < attributes->length && count < ATTRIBUTES_MOST; i++) {
        const GumboAttribute *from = attributes->data[i];
        bl_attribute number = bl_attribute_find(bl_span_of(from->name));
        if (number < BL_ATTR_COUNT)
            values[count++] = bl_attribute_with(number, bl_span_of(from->value));
    }
    open_element(to, name, values, count);
}

static void
print_gumbo(bl_builder *to, const GumboNode *node)
{
    if (node->type == GUMBO_NODE_COMMENT)
        return;
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
        add_text(to, bl_span_of(node->v.text.text));
        return;
    }
    const GumboElement *element = &node->v.element;
    bl_span name = name_of(element);
    if (IS_ONE_OF(name, DROPPED))
        return;
    size_t start = to->n;
    open_gumbo_element(to, name, &element->attributes);
    size_t inside = to->n;
    for (unsigned i = 0; i < element->children.length && !IS_ONE_OF(name, HOLLOW); i++)
        print_gumbo(to, element->children.data[i]);
    close_element(to, name, start, inside);
}

static void
print_document(bl_builder *to, const bl_document *doc, bl_node n)
{
    const bl_node_record *node = &doc->nodes[n];
    if (node->tag == BL_TAG_TEXT) {
        add_text(to, bl_node_text(node));
        return;
    }
    bl_span name = bl_span_of(bl_tag_name((bl_tag)node->tag));
    size_t start = to->n;
    open_element(to, name, doc->attributes + node->attributes, node->attribute_count);
    size_t inside = to->n;
    for (bl_node child = bl_first_child(doc, n); child != BL_NO_NODE; child = bl_next_sibling(doc, child))
        print_document(to, doc, child);
    close_element(to, name, start, inside);
}

static bool
are_ranges_good(const bl_page *page)
{
    const bl_document *doc = &page->document;
    for (bl_node n = 0; n < doc->count; n++) {
        const bl_node_record *node = &doc->nodes[n];
        if ((size_t)node->offset + node->length > page->bytes.n || n >= node->end || node->end > doc->count)
            return false;
        if (n && (node->parent >= n || node->end > doc->nodes[node->parent].end))
            return false;
    }
    return true;
}

static bl_builder
gumbo_tree(bl_arena *a, bl_span text)
{
    bl_builder printed = bl_builder_in(a);
    /* with errors counted, as without them it takes a second attribute of one name for the start of the next name */
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput *output = gumbo_parse_with_options(&options, text.p, text.n);
    print_gumbo(&printed, output->root);
    gumbo_destroy_output(&options, output);
    return printed;
}

bool
is_tree_without_blanks(bl_arena *a, two_trees *trees)
{
    bl_builder html = bl_builder_in(a);
    bl_span text = trees->text;
    for (size_t i = 0; i < text.n; i++) {
        size_t end = i;
        while (end < text.n && bl_is_space(text.p[end]))
            end++;
        if (end > i && end < text.n && text.p[end] == '<' && (i == 0 || text.p[i - 1] == '>'))
            i = end;
        bl_builder_add_char(&html, text.p[i]);
    }
    trees->whole = gumbo_tree(a, bl_span_from(bl_builder_text(&html), html.n));
    return bl_span_equal(bl_builder_span(&trees->skimmed), bl_builder_span(&trees->whole));
}

same_tree
compare_trees(bl_arena *a, bl_span html, two_trees *trees)
{
    *trees = (two_trees){.skimmed = bl_builder_in(a)};
    const byline_limits asked = {.formatting = 100000, .depth = 50000, .attributes = 10000};
    bl_page page = {.arena = a, .parse_arena = a, .limits = bl_limits_resolve(&asked, html.n)};
    if (bl_page_read(&page, html, NULL, NULL) != BYLINE_OK || page.is_plain)
        return NO_TREE;
    trees->text = page.text;
    if (!are_ranges_good(&page))
        return BAD_RANGE;
    if (page.limit != BYLINE_LIMIT_NONE)
        return NO_TREE;
    print_document(&trees->skimmed, &page.document, 0);
    trees->whole = gumbo_tree(a, page.text);
    bool same = bl_span_equal(bl_builder_span(&trees->skimmed), bl_builder_span(&trees->whole));
    return same ? SAME_TREE : OTHER_TREE;
}

void
show_trees(const two_trees *trees, bl_span html)
{
    bl_span skimmed = bl_builder_span(&trees->skimmed), whole = bl_builder_span(&trees->whole);
    size_t same = 0;
    while (same < skimmed.n && same < whole.n && skimmed.p[same] == whole.p[same])
        same++;
    size_t from = same > 200 ? same - 200 : 0;
    bl_span ours = bl_span_head(bl_span_cut(skimmed, from), 400), theirs = bl_span_head(bl_span_cut(whole, from), 400);
    fprintf(stderr, "--- skimmed\n%.*s\n--- whole\n%.*s\n", (int)ours.n, ours.p, (int)theirs.n, theirs.p);
    if (html.n < 4000) {
        fputs("--- page\n", stderr);
        fwrite(html.p, 1, html.n, stderr);
        fputc('\n', stderr);
    }
}
