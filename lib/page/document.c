/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/document.h"

#include "base/limits.h"
#include "base/unicode.h"

bl_span
bl_attribute_of(const bl_document *doc, bl_node n, bl_attribute name)
{
    const bl_node_record *node = &doc->nodes[n];
    for (uint32_t i = node->attributes; i < node->attributes + node->attribute_count; i++)
        if (doc->attributes[i].name == name)
            return doc->attributes[i].value;
    return BL_EMPTY;
}

bl_node
bl_closest(const bl_document *doc, bl_node n, bl_tag tag)
{
    for (size_t i = 0; n != BL_NO_NODE && i < BL_DEPTH; i++, n = doc->nodes[n].parent)
        if (doc->nodes[n].tag == tag)
            return n;
    return BL_NO_NODE;
}

bool
bl_tag_is_block(bl_tag tag)
{
    switch (tag) {
    case BL_TAG_ADDRESS: case BL_TAG_ARTICLE: case BL_TAG_ASIDE: case BL_TAG_BLOCKQUOTE: case BL_TAG_BODY:
    case BL_TAG_BR: case BL_TAG_BUTTON: case BL_TAG_CAPTION: case BL_TAG_CENTER: case BL_TAG_DD:
    case BL_TAG_DETAILS: case BL_TAG_DIALOG: case BL_TAG_DIV: case BL_TAG_DL: case BL_TAG_DT:
    case BL_TAG_FIELDSET: case BL_TAG_FIGCAPTION: case BL_TAG_FIGURE: case BL_TAG_FOOTER:
    case BL_TAG_FORM: case BL_TAG_H1: case BL_TAG_H2: case BL_TAG_H3: case BL_TAG_H4: case BL_TAG_H5:
    case BL_TAG_H6: case BL_TAG_HEADER: case BL_TAG_HGROUP: case BL_TAG_HR: case BL_TAG_HTML:
    case BL_TAG_IFRAME: case BL_TAG_LEGEND: case BL_TAG_LI: case BL_TAG_MAIN: case BL_TAG_MENU:
    case BL_TAG_NAV: case BL_TAG_OL: case BL_TAG_OPTION: case BL_TAG_P: case BL_TAG_PRE:
    case BL_TAG_SECTION: case BL_TAG_SELECT: case BL_TAG_SUMMARY: case BL_TAG_TABLE: case BL_TAG_TBODY:
    case BL_TAG_TD: case BL_TAG_TEXTAREA: case BL_TAG_TFOOT: case BL_TAG_TH: case BL_TAG_THEAD:
    case BL_TAG_TITLE: case BL_TAG_TR: case BL_TAG_UL: case BL_TAG_VIDEO: case BL_TAG_AUDIO:
    case BL_TAG_OBJECT:
        return true;
    default:
        return false;
    }
}

bool
bl_tag_is_hidden(bl_tag tag)
{
    return tag == BL_TAG_SCRIPT || tag == BL_TAG_STYLE || tag == BL_TAG_TEMPLATE || tag == BL_TAG_SVG ||
           tag == BL_TAG_HEAD || tag == BL_TAG_SELECT || tag == BL_TAG_TEXTAREA;
}

bl_span
bl_text_of(const bl_document *doc, bl_node n, bl_arena *arena, bool keep_lines)
{
    bl_builder b = bl_builder_in(arena);
    bl_node end = doc->nodes[n].end;
    bl_node closes = BL_NO_NODE; /* behind the innermost block that is open */
    for (bl_node i = n; i < end; i++) {
        const bl_node_record *node = &doc->nodes[i];
        if (closes != BL_NO_NODE && i >= closes) {
            bl_builder_add_char(&b, '\n');
            closes = BL_NO_NODE;
        }
        if (node->tag == BL_TAG_TEXT) {
            char *to = bl_builder_reserve(&b, node->text.n);
            for (size_t at = 0; at < node->text.n; at++) {
                char c = node->text.p[at];
                to[at] = c == '\n' || c == '\r' ? ' ' : c;
            }
            b.n += node->text.n;
        } else if (bl_tag_is_hidden(node->tag) && i != n) {
            i = node->end - 1;
        } else if (bl_tag_is_block(node->tag) && i != n) {
            bl_builder_add_char(&b, '\n');
            if (closes == BL_NO_NODE || node->end < closes)
                closes = node->end;
        }
    }
    return bl_clean(arena, bl_builder_span(&b), keep_lines);
}
