/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/document.h"

#include "base/limits.h"
#include "base/unicode.h"

const uint8_t bl_tag_kinds[BL_TAG_COUNT] = {
    [BL_TAG_ADDRESS] = BL_TAG_BLOCK, [BL_TAG_ARTICLE] = BL_TAG_BLOCK, [BL_TAG_ASIDE] = BL_TAG_BLOCK,
    [BL_TAG_BLOCKQUOTE] = BL_TAG_BLOCK, [BL_TAG_BODY] = BL_TAG_BLOCK, [BL_TAG_BR] = BL_TAG_BLOCK,
    [BL_TAG_BUTTON] = BL_TAG_BLOCK, [BL_TAG_CAPTION] = BL_TAG_BLOCK, [BL_TAG_CENTER] = BL_TAG_BLOCK,
    [BL_TAG_DD] = BL_TAG_BLOCK, [BL_TAG_DETAILS] = BL_TAG_BLOCK, [BL_TAG_DIALOG] = BL_TAG_BLOCK,
    [BL_TAG_DIV] = BL_TAG_BLOCK, [BL_TAG_DL] = BL_TAG_BLOCK, [BL_TAG_DT] = BL_TAG_BLOCK,
    [BL_TAG_FIELDSET] = BL_TAG_BLOCK, [BL_TAG_FIGCAPTION] = BL_TAG_BLOCK, [BL_TAG_FIGURE] = BL_TAG_BLOCK,
    [BL_TAG_FOOTER] = BL_TAG_BLOCK, [BL_TAG_FORM] = BL_TAG_BLOCK, [BL_TAG_H1] = BL_TAG_BLOCK,
    [BL_TAG_H2] = BL_TAG_BLOCK, [BL_TAG_H3] = BL_TAG_BLOCK, [BL_TAG_H4] = BL_TAG_BLOCK, [BL_TAG_H5] = BL_TAG_BLOCK,
    [BL_TAG_H6] = BL_TAG_BLOCK, [BL_TAG_HEADER] = BL_TAG_BLOCK, [BL_TAG_HGROUP] = BL_TAG_BLOCK,
    [BL_TAG_HR] = BL_TAG_BLOCK, [BL_TAG_HTML] = BL_TAG_BLOCK, [BL_TAG_IFRAME] = BL_TAG_BLOCK,
    [BL_TAG_LEGEND] = BL_TAG_BLOCK, [BL_TAG_LI] = BL_TAG_BLOCK, [BL_TAG_MAIN] = BL_TAG_BLOCK,
    [BL_TAG_MENU] = BL_TAG_BLOCK, [BL_TAG_NAV] = BL_TAG_BLOCK, [BL_TAG_OL] = BL_TAG_BLOCK,
    [BL_TAG_OPTION] = BL_TAG_BLOCK, [BL_TAG_P] = BL_TAG_BLOCK, [BL_TAG_PRE] = BL_TAG_BLOCK,
    [BL_TAG_SECTION] = BL_TAG_BLOCK, [BL_TAG_SELECT] = BL_TAG_BLOCK | BL_TAG_HIDES, [BL_TAG_SUMMARY] = BL_TAG_BLOCK,
    [BL_TAG_TABLE] = BL_TAG_BLOCK, [BL_TAG_TBODY] = BL_TAG_BLOCK, [BL_TAG_TD] = BL_TAG_BLOCK,
    [BL_TAG_TEXTAREA] = BL_TAG_BLOCK | BL_TAG_HIDES, [BL_TAG_TFOOT] = BL_TAG_BLOCK, [BL_TAG_TH] = BL_TAG_BLOCK,
    [BL_TAG_THEAD] = BL_TAG_BLOCK, [BL_TAG_TITLE] = BL_TAG_BLOCK, [BL_TAG_TR] = BL_TAG_BLOCK,
    [BL_TAG_UL] = BL_TAG_BLOCK, [BL_TAG_VIDEO] = BL_TAG_BLOCK, [BL_TAG_AUDIO] = BL_TAG_BLOCK,
    [BL_TAG_OBJECT] = BL_TAG_BLOCK,
    [BL_TAG_SCRIPT] = BL_TAG_HIDES, [BL_TAG_STYLE] = BL_TAG_HIDES, [BL_TAG_TEMPLATE] = BL_TAG_HIDES,
    [BL_TAG_SVG] = BL_TAG_HIDES, [BL_TAG_HEAD] = BL_TAG_HIDES,
};

bl_node
bl_climb_to(const bl_document *doc, bl_node n, bl_tag tag)
{
    for (size_t i = 0; n != BL_NO_NODE && i < BL_DEPTH; i++, n = doc->nodes[n].parent)
        if (doc->nodes[n].tag == tag)
            return n;
    return BL_NO_NODE;
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
            bl_span text = bl_node_text(node);
            char *to = bl_builder_reserve(&b, text.n);
            for (size_t at = 0; at < text.n; at++) {
                char c = text.p[at];
                to[at] = c == '\n' || c == '\r' ? ' ' : c;
            }
            b.n += text.n;
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
