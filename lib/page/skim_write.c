/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/skim_write.h"

/* What gumbo allocates for a text, and for a clone, at most; measured. */
enum { TEXT_COST = 224, CLONE_COST = 400 };

/* No custom element has a longer name, and gumbo copies each. */
enum { NAME_MOST = 64 };

bl_mark *
bl_skim_mark(bl_skimmer *s, bl_mark_kind kind, bl_tag tag, const char *from, const char *to)
{
    return bl_outline_mark(s->out, kind, tag, bl_skim_offset(s, from), (size_t)(to - from));
}

static void
spend_on(bl_skimmer *s, size_t nodes, size_t cost)
{
    s->out->nodes += (uint32_t)nodes;
    if (cost < s->cost && s->out->nodes < s->page->limits.nodes) {
        s->cost -= cost;
        return;
    }
    s->end = s->p; /* what comes later is left out */
    if (s->page->limit == BYLINE_LIMIT_NONE)
        s->page->limit = BYLINE_LIMIT_NODES;
}

void
bl_skim_spend(bl_skimmer *s, size_t cost)
{
    spend_on(s, 1, cost);
}

/* A name that gumbo reads as the page's. */
static void
write_name(bl_skimmer *s, bl_span name)
{
    name = bl_span_head(name, NAME_MOST);
    char *to = bl_builder_reserve(&s->out->html, name.n);
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        to[i] = bl_is_alpha(c) || bl_is_digit(c) || c == '-' || c == ':' ? c : '_';
    }
    s->out->html.n += name.n;
}

void
bl_skim_write_end(bl_skimmer *s, bl_span name)
{
    bl_builder_add(&s->out->html, BL_SPAN("</"));
    write_name(s, name);
    bl_builder_add_char(&s->out->html, '>');
}

/* Attributes are put back later; those with rare character references go by gumbo, named by their number. */
static void
write_references(bl_skimmer *s, const bl_tag_token *token)
{
    bl_builder *html = &s->out->html;
    for (unsigned i = 0; i < token->reference_count; i++) {
        unsigned number = token->references[i];
        bl_attribute_value *attribute = &s->out->attributes.at[token->attributes + number];
        bl_span value = bl_value_of(attribute);
        if (bl_reference_is_easy(value, true)) {
            value = bl_reference_decode(s->page->arena, value, true);
            *attribute = bl_attribute_with((bl_attribute)attribute->name, value);
            continue;
        }
        bl_settle_not(&s->settler);
        char *to = bl_builder_reserve(html, 6);
        size_t n = 0;
        to[n++] = ' ';
        if (number >= 100)
            to[n++] = (char)('0' + number / 100);
        if (number >= 10)
            to[n++] = (char)('0' + number / 10 % 10);
        to[n++] = (char)('0' + number % 10);
        to[n++] = '=';
        to[n++] = '"';
        html->n += n;
        bl_outline_text(s->out, value, true);
        bl_builder_add_char(html, '"');
    }
}

void
bl_skim_write_start(bl_skimmer *s, const bl_tag_token *token)
{
    bl_mark *at = bl_skim_mark(s, BL_MARK_START, token->tag, token->start, token->stop);
    at->attributes = token->attributes;
    at->attribute_count = token->attribute_count;
    bl_builder_add_char(&s->out->html, '<');
    write_name(s, token->name);
    if (token->reference_count)
        write_references(s, token);
    bl_builder_add_char(&s->out->html, '>');
    bl_skim_spend(s, BL_ELEMENT_COST);
}

/* White space that a reader sees stands between what stands in a line. */
void
bl_skim_write_blank(bl_skimmer *s)
{
    if (s->blank.p && !s->after_block) {
        bl_settle_inside(&s->settler);
        bl_skim_mark(s, BL_MARK_BLANK, BL_TAG_TEXT, s->blank.p, s->blank.p + s->blank.n);
        bl_builder_add_char(&s->out->html, ' ');
        bl_skim_spend(s, TEXT_COST);
    }
    s->blank.p = NULL;
    s->after_block = false;
}

void
bl_skim_end_clones(bl_skimmer *s, bl_tag before)
{
    size_t clones = s->guard.clones;
    bool may_clone = bl_guard_clones(&s->guard, before);
    if (clones > s->guard.clones)
        spend_on(s, clones - s->guard.clones, (clones - s->guard.clones) * CLONE_COST);
    if (may_clone)
        return;
    bl_settle_not(&s->settler);
    for (bl_tag open; (open = bl_guard_end_formatting(&s->guard)) != BL_TAG_TEXT;)
        bl_skim_write_end(s, bl_span_of(bl_tag_name(open)));
}

static bool
is_block(bl_tag tag)
{
    return bl_tag_is_block(tag) || tag == BL_TAG_HEAD || tag == BL_TAG_COL || tag == BL_TAG_COLGROUP;
}

/* White space before and after a block is not seen. meta and link are not there at all. */
void
bl_skim_before_tag(bl_skimmer *s, bl_tag tag)
{
    if (tag == BL_TAG_META || tag == BL_TAG_LINK || tag == BL_TAG_NOSCRIPT || tag == BL_TAG_BASE)
        return;
    if (is_block(tag))
        s->blank.p = NULL;
    else
        bl_skim_write_blank(s);
    s->after_block = is_block(tag);
}

void
bl_skim_write_text(bl_skimmer *s, const char *from, const char *to, bl_mark_kind kind)
{
    if (from == to)
        return;
    bl_skim_write_blank(s);
    bl_skim_end_clones(s, BL_TAG_TEXT);
    bl_settle_inside(&s->settler);
    bl_span text = bl_span_from(from, (size_t)(to - from));
    if (kind == BL_MARK_TEXT && bl_reference_is_easy(text, false))
        kind = BL_MARK_EASY;
    bl_skim_mark(s, kind, BL_TAG_TEXT, from, to);
    if (kind == BL_MARK_TEXT) {
        bl_outline_text(s->out, text, false);
        bl_settle_not(&s->settler);
    } else {
        bl_builder_add_char(&s->out->html, BL_STAND_IN);
    }
    bl_skim_spend(s, TEXT_COST);
}
