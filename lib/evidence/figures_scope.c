/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* How far a picture's surroundings reach, and the text of a caption. */
#include "base/unicode.h"
#include "evidence/figures.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    CLIMB_MOST = 8,      /* from img to figure there are rarely more than five elements */
    LABEL_TEXT = 24,     /* bytes up to the colon behind a label */
    SET_OFF_TEXT = 80,   /* bytes of a credit that only a sign sets off from its caption */
    MARKED_NODES = 40,   /* of a box up to what marks its caption or credit */
    STRANGER_TEXT = 100, /* bytes beside a picture, not marked as caption, that are text of the article */
};

bool
bl_is_caption(const bl_figures *f, bl_node n)
{
    if (f->doc->nodes[n].tag == BL_TAG_FIGCAPTION)
        return true;
    return f->doc->nodes[n].tag != BL_TAG_IMG && (bl_figure_words(f, n) & BL_WORD_CAPTION) &&
           !(bl_figure_words(f, n) & (BL_WORD_BYLINE | BL_WORD_SHARE | BL_WORD_LOGO));
}

bool
bl_is_credit(const bl_figures *f, bl_node n)
{
    uint8_t tag = f->doc->nodes[n].tag;
    if (tag == BL_TAG_IMG || tag == BL_TAG_PICTURE || tag == BL_TAG_SOURCE || tag == BL_TAG_FIGURE)
        return false;
    if (tag == BL_TAG_CITE)
        return true;
    return (bl_figure_words(f, n) & (BL_WORD_CREDIT | BL_WORD_BYLINE)) &&
           !(bl_figure_words(f, n) & BL_WORD_SHARE);
}

/* "... in the harbour <span>/ Jane Roe</span>": the last element of a caption, set off by a sign. */
static bool
is_set_off(const bl_figures *f, bl_node n, bl_node root)
{
    const bl_document *doc = f->doc;
    if (bl_tag_is_block((bl_tag)doc->nodes[n].tag) || bl_text_size(f->evidence, n) > SET_OFF_TEXT ||
        f->evidence->text_before[doc->nodes[n].end] != f->evidence->text_before[doc->nodes[root].end])
        return false;
    bl_node i = n + 1;
    while (i < doc->nodes[n].end && (bl_is_element(doc, i) || doc->nodes[i].is_blank))
        i++;
    bl_span text = i < doc->nodes[n].end ? bl_trim(bl_node_text(&doc->nodes[i])) : BL_EMPTY;
    return text.n > 2 && (text.p[0] == '/' || text.p[0] == '|' || bl_span_starts(text, BL_SPAN("\xc2\xa9")));
}

/* "<span>Photo: Jane Roe</span> <p>The harbour at dawn.</p>": the first element of a caption, which says by a label
   that it is the credit. */
static bool
is_labelled_first(const bl_figures *f, bl_node n, bl_node root)
{
    static const bl_line_context context = {0};
    const bl_document *doc = f->doc;
    if (bl_text_size(f->evidence, n) == 0 || bl_text_size(f->evidence, n) > SET_OFF_TEXT ||
        f->evidence->text_before[n] != f->evidence->text_before[root])
        return false;
    bl_node next = bl_next_sibling(doc, n);
    while (next != BL_NO_NODE && (!bl_is_element(doc, next) || bl_text_size(f->evidence, next) == 0))
        next = bl_next_sibling(doc, next);
    if (next == BL_NO_NODE || !bl_tag_is_block((bl_tag)doc->nodes[next].tag))
        return false;
    bl_span text = bl_text_of(doc, n, f->evidence->passing, false);
    if (bl_span_find_char(bl_span_head(text, LABEL_TEXT), ':', 0) == BL_NOT_FOUND)
        return false;
    const byline_credit *read = bl_read_credit(text, BYLINE_LINE_CAPTION, &context, f->evidence->passing);
    return read->kind == BYLINE_CREDIT_PHOTO && !read->caption;
}

bool
bl_is_credit_part(const bl_figures *f, bl_node n, bl_node root)
{
    if (n == root || !(bl_is_credit(f, n) || is_set_off(f, n, root) || is_labelled_first(f, n, root)) ||
        bl_text_size(f->evidence, n) >= bl_text_size(f->evidence, root))
        return false;
    /* "caption-credit" may be a box around both. */
    for (bl_node i = n + 1; i < f->doc->nodes[n].end; i++)
        if (bl_is_element(f->doc, i) && bl_is_caption(f, i) && !bl_is_credit(f, i))
            return false;
    return true;
}

/* Is there something marked as caption or credit in n? */
static bool
is_beside_picture(const bl_figures *f, bl_node n)
{
    bl_node end = f->doc->nodes[n].end;
    for (bl_node i = n; i < end && i < n + MARKED_NODES; i++)
        if (bl_is_element(f->doc, i) && (bl_is_caption(f, i) || bl_is_credit(f, i)))
            return true;
    return false;
}

bool
bl_holds_heading(const bl_figures *f, bl_node n)
{
    bl_node end = f->doc->nodes[n].end;
    for (bl_node i = n; i < end && i < n + 60; i++)
        if (f->doc->nodes[i].tag >= BL_TAG_H1 && f->doc->nodes[i].tag <= BL_TAG_H6)
            return true;
    return false;
}

/* May the scope grow from child to its parent? */
static bool
may_grow(const bl_figures *f, bl_node child, bl_node parent)
{
    const bl_document *doc = f->doc;
    uint8_t tag = doc->nodes[parent].tag;
    if (tag == BL_TAG_BODY || tag == BL_TAG_MAIN || tag == BL_TAG_ARTICLE || tag == BL_TAG_HTML)
        return false;
    if (bl_pictures_in(f, parent) != 1 || bl_text_size(f->evidence, parent) > BL_SCOPE_TEXT)
        return false;
    if (tag == BL_TAG_FIGURE)
        return true;
    for (bl_node i = bl_first_child(doc, parent); i != BL_NO_NODE; i = bl_next_sibling(doc, i)) {
        if (i == child || !bl_is_element(doc, i) || bl_text_size(f->evidence, i) == 0)
            continue;
        if (bl_holds_heading(f, i))
            return false;
        if (bl_text_size(f->evidence, i) > STRANGER_TEXT && !is_beside_picture(f, i))
            return false;
    }
    return true;
}

bl_node
bl_picture_scope(const bl_figures *f, bl_node n)
{
    const bl_document *doc = f->doc;
    bl_node scope = n;
    for (int steps = 0; steps < CLIMB_MOST; steps++) {
        bl_node up = doc->nodes[scope].parent;
        if (up == BL_NO_NODE || !may_grow(f, scope, up))
            break;
        scope = up;
        if (doc->nodes[scope].tag == BL_TAG_FIGURE && is_beside_picture(f, scope))
            break;
    }
    return scope;
}

/* Not read as part of a caption: copies for screen readers, buttons, the credits that stand alone. */
static bool
is_left_out(const bl_figures *f, bl_node n, bl_node root, bool with_credits)
{
    uint8_t tag = f->doc->nodes[n].tag;
    if (bl_tag_is_hidden((bl_tag)tag) || tag == BL_TAG_BUTTON || tag == BL_TAG_NOSCRIPT)
        return true;
    if (bl_figure_words(f, n) & (BL_WORD_SR_ONLY | BL_WORD_HIDDEN | BL_WORD_SHARE | BL_WORD_TOOLS))
        return true;
    if (bl_attribute_of(f->doc, n, BL_ATTR_HIDDEN).p)
        return true;
    return !with_credits && bl_is_credit_part(f, n, root);
}

bl_span
bl_caption_text(bl_evidence *evidence, bl_node n, bool with_credits)
{
    const bl_figures f = {.evidence = evidence, .doc = evidence->document};
    const bl_document *doc = f.doc;
    bl_builder b = bl_builder_in(evidence->passing);
    bl_node end = doc->nodes[n].end;
    bl_node closes = end; /* behind the innermost block that is open */
    for (bl_node i = n; i < end; i++) {
        if (i >= closes) {
            bl_builder_add_char(&b, ' ');
            closes = end;
        }
        if (!bl_is_element(doc, i) && doc->nodes[i].is_blank) {
            bl_builder_add_char(&b, ' ');
        } else if (!bl_is_element(doc, i)) {
            bl_builder_add(&b, bl_node_text(&doc->nodes[i]));
        } else if (i != n && is_left_out(&f, i, n, with_credits)) {
            bl_builder_add_char(&b, ' ');
            i = doc->nodes[i].end - 1;
        } else if (bl_tag_is_block((bl_tag)doc->nodes[i].tag)) {
            bl_builder_add_char(&b, ' ');
            closes = doc->nodes[i].end < closes ? doc->nodes[i].end : closes;
        }
    }
    return bl_clean(evidence->passing, bl_builder_span(&b), false);
}
