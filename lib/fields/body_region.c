/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/body_region.h"

#include "evidence/words.h"
#include "fields/body_weights.h"

#define BL_PASSED_BY_FRAME (BL_IN_MAIN | BL_IN_ARTICLE | BL_IN_ITEMBODY)

typedef struct table_shape {
    bl_node table;
    uint32_t rows, cells, heads, divs, blocks;
    size_t bytes;
    bool is_nested, is_layout;
} table_shape;

static bool
is_undisplayed(const bl_document *doc, bl_node n)
{
    bl_span style = bl_attribute_of(doc, n, BL_ATTR_STYLE);
    if (style.n == 0)
        return false;
    size_t at = bl_span_find_nocase(style, BL_SPAN("display"), 0);
    if (at != BL_NOT_FOUND) {
        bl_span rest = bl_span_trim(bl_span_cut(style, at + 7));
        if (bl_span_starts(rest, BL_SPAN(":")) &&
            bl_span_starts_nocase(bl_span_trim(bl_span_cut(rest, 1)), BL_SPAN("none")))
            return true;
    }
    at = bl_span_find_nocase(style, BL_SPAN("visibility"), 0);
    return at != BL_NOT_FOUND && bl_span_find_nocase(bl_span_head(bl_span_cut(style, at), 20), BL_SPAN("hidden"), 0) !=
                                     BL_NOT_FOUND;
}

static uint32_t
flags_of_attributes(const bl_document *doc, bl_node n)
{
    static const bool asked[BL_ATTR_COUNT] = {
        [BL_ATTR_HIDDEN] = true, [BL_ATTR_STYLE] = true,    [BL_ATTR_ARIA_HIDDEN] = true,
        [BL_ATTR_ROLE] = true,   [BL_ATTR_ITEMPROP] = true, [BL_ATTR_PROPERTY] = true,
    };
    uint32_t in = 0;
    if (!bl_has_any(doc, n, asked))
        return 0;
    if (bl_attribute_of(doc, n, BL_ATTR_HIDDEN).p || is_undisplayed(doc, n))
        in |= BL_IN_HIDDEN;
    if (bl_span_equal_nocase(bl_attribute_of(doc, n, BL_ATTR_ARIA_HIDDEN), BL_SPAN("true")))
        in |= BL_IN_ARIA;
    bl_span role = bl_attribute_of(doc, n, BL_ATTR_ROLE);
    if (role.n) {
        if (bl_span_equal_nocase(role, BL_SPAN("navigation")) || bl_span_equal_nocase(role, BL_SPAN("menu")) ||
            bl_span_equal_nocase(role, BL_SPAN("search")) || bl_span_equal_nocase(role, BL_SPAN("tablist")))
            in |= BL_IN_NAV;
        else if (bl_span_equal_nocase(role, BL_SPAN("complementary")))
            in |= BL_IN_ASIDE;
        else if (bl_span_equal_nocase(role, BL_SPAN("contentinfo")))
            in |= BL_IN_FOOTER;
        else if (bl_span_equal_nocase(role, BL_SPAN("dialog")) || bl_span_equal_nocase(role, BL_SPAN("alertdialog")))
            in |= BL_IN_FORM;
        else if (bl_span_equal_nocase(role, BL_SPAN("main")))
            in |= BL_IN_MAIN;
        else if (bl_span_equal_nocase(role, BL_SPAN("article")))
            in |= BL_IN_ARTICLE;
    }
    if (bl_span_find_nocase(bl_attribute_of(doc, n, BL_ATTR_ITEMPROP), BL_SPAN("articleBody"), 0) != BL_NOT_FOUND ||
        bl_span_find_nocase(bl_attribute_of(doc, n, BL_ATTR_PROPERTY), BL_SPAN("articleBody"), 0) != BL_NOT_FOUND)
        in |= BL_IN_ITEMBODY;
    return in;
}

static uint32_t
flags_of_tag(bl_tag tag)
{
    switch (tag) {
    case BL_TAG_NAV: case BL_TAG_MENU: return BL_IN_NAV;
    case BL_TAG_ASIDE: return BL_IN_ASIDE;
    case BL_TAG_FOOTER: return BL_IN_FOOTER;
    case BL_TAG_HEADER: return BL_IN_HEADER;
    case BL_TAG_FORM: case BL_TAG_FIELDSET: case BL_TAG_DIALOG: return BL_IN_FORM;
    case BL_TAG_FIGURE: return BL_IN_FIGURE;
    case BL_TAG_FIGCAPTION: return BL_IN_CAPTION;
    case BL_TAG_A: return BL_IN_LINK;
    case BL_TAG_BLOCKQUOTE: return BL_IN_QUOTE;
    case BL_TAG_LI: return BL_IN_LIST;
    case BL_TAG_PRE: return BL_IN_PRE;
    case BL_TAG_TABLE: return BL_IN_TABLE;
    case BL_TAG_H1: case BL_TAG_H2: case BL_TAG_H3: case BL_TAG_H4: case BL_TAG_H5: case BL_TAG_H6:
        return BL_IN_HEADING;
    case BL_TAG_MAIN: return BL_IN_MAIN;
    case BL_TAG_ARTICLE: return BL_IN_ARTICLE;
    case BL_TAG_NOSCRIPT: return BL_IN_NOSCRIPT;
    case BL_TAG_BUTTON: case BL_TAG_LABEL: case BL_TAG_OPTION: case BL_TAG_INPUT: case BL_TAG_VIDEO:
    case BL_TAG_AUDIO: case BL_TAG_OBJECT:
        return BL_IN_BUTTON;
    case BL_TAG_DETAILS: return BL_IN_DETAILS;
    default: return 0;
    }
}

static void
count_in_table(table_shape *shape, const bl_document *doc, bl_node n)
{
    switch (doc->nodes[n].tag) {
    case BL_TAG_TEXT: shape->bytes += doc->nodes[n].is_blank ? 0 : doc->nodes[n].text_size; break;
    case BL_TAG_TR: shape->rows++; break;
    case BL_TAG_TD: shape->cells++; break;
    case BL_TAG_TH: shape->cells++; shape->heads++; break;
    case BL_TAG_DIV: shape->divs++; break;
    case BL_TAG_H1: case BL_TAG_H2: case BL_TAG_H3: case BL_TAG_UL: case BL_TAG_FORM:
    case BL_TAG_IFRAME: case BL_TAG_ARTICLE: case BL_TAG_SECTION:
        shape->blocks++;
        break;
    default: break;
    }
}

/* Data has rows of several short cells; a layout has few large ones, or blocks of pages in them. Word processors put
   each line of a cell into a div. */
static bool
holds_data(const table_shape *shape)
{
    if (shape->is_nested || shape->is_layout || shape->rows == 0 || shape->cells < BL_TABLE_CELLS)
        return false;
    if (shape->cells < 2 * shape->rows && !shape->heads)
        return false;
    return shape->bytes / shape->cells <= BL_TABLE_CELL_BYTES && shape->blocks + shape->divs / 2 <= shape->cells;
}

/* <a name="spring"> is no link. */
static bool
names_a_place(const bl_document *doc, bl_node a)
{
    return bl_attribute_of(doc, a, BL_ATTR_NAME).p && !bl_attribute_of(doc, a, BL_ATTR_HREF).p;
}

static void
inherit(const bl_evidence *evidence, bl_region *regions, float frame, bl_node n)
{
    const bl_document *doc = evidence->document;
    bl_region *region = &regions[n];
    bl_tag tag = (bl_tag)doc->nodes[n].tag;
    bl_node parent = doc->nodes[n].parent;
    const bl_region outside = {.link = BL_NO_NODE};
    *region = parent == BL_NO_NODE ? outside : regions[parent];
    region->is_data = false;
    /* an element that holds the whole page is no aside of it, however it is called */
    if (parent != BL_NO_NODE && frame > 0 && (float)bl_text_size(evidence, parent) >= frame)
        region->in &= BL_PASSED_BY_FRAME;
    if (tag == BL_TAG_TEXT)
        return;
    if (bl_tag_is_block(tag))
        region->block = n;
    if (tag != BL_TAG_A || !names_a_place(doc, n))
        region->in |= flags_of_tag(tag);
    region->in |= flags_of_attributes(doc, n);
    if (tag >= BL_TAG_H1 && tag <= BL_TAG_H6)
        region->level = (uint8_t)(tag - BL_TAG_H1 + 1);
    if (tag == BL_TAG_B || tag == BL_TAG_STRONG)
        region->is_strong = true;
    if (region->in & BL_IN_LINK && tag == BL_TAG_A)
        region->link = n;
}

/* Which tables hold data: each node counts for the innermost one around it. */
static void
judge_tables(const bl_document *doc, bl_arena *arena, bl_region *regions)
{
    BL_VECTOR(table_shape) open = {0};
    for (bl_node n = 0; n < doc->count; n++) {
        while (open.count && n >= doc->nodes[open.at[open.count - 1].table].end) {
            table_shape *shape = &open.at[--open.count];
            regions[shape->table].is_data = holds_data(shape);
        }
        if (doc->nodes[n].tag == BL_TAG_TABLE) {
            bl_span role = bl_attribute_of(doc, n, BL_ATTR_ROLE);
            if (open.count)
                open.at[open.count - 1].is_nested = true;
            *BL_ADD(arena, &open) = (table_shape){
                .table = n,
                .is_layout = bl_span_equal_nocase(role, BL_SPAN("presentation")) ||
                             bl_span_equal_nocase(role, BL_SPAN("none")),
            };
        } else if (open.count) {
            count_in_table(&open.at[open.count - 1], doc, n);
        }
    }
    for (size_t i = 0; i < open.count; i++)
        regions[open.at[i].table].is_data = holds_data(&open.at[i]);
}

bl_region *
bl_regions(const bl_evidence *evidence, bl_arena *arena)
{
    const bl_document *doc = evidence->document;
    bl_region *regions = BL_NEW_ARRAY(arena, bl_region, doc->count);
    float frame = evidence->text_before ? BL_FRAME_SHARE * (float)evidence->text_before[doc->count] : 0;
    for (bl_node n = 0; n < doc->count; n++)
        inherit(evidence, regions, frame, n);
    judge_tables(doc, arena, regions);
    return regions;
}

void
bl_regions_drop(const bl_evidence *evidence, bl_arena *arena, bl_region *regions)
{
    bl_release(arena, regions, evidence->document->count * sizeof *regions);
}
