/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What stands beside a picture: its caption and its credits, marked by tag or class, or not at all. */
#include "base/unicode.h"
#include "evidence/figures.h"
#include "evidence/plain.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    CAPTION_MOST = 2000, /* bytes: what is longer is the text, in which an element was called a caption */
    BARE_CAPTION = 600,  /* bytes of an unmarked caption in a figure */
    CREDIT_TEXT = 300,   /* bytes of the longest credit elements */
    BEHIND_LEAST = 8,    /* bytes of a paragraph that is one */
    OVERLAID_TEXT = 60,  /* bytes of an agency's name laid over a picture */
    UNMARKED_CHILDREN = 12,
    ALT_LEAST = 20,  /* bytes of an alternative text that is a sentence */
    ALT_NODES = 40,  /* between a picture and the caption that repeats it */
    ALT_EXTRA = 200, /* bytes of the credit behind such a caption */
};

/* A line that reads as a credit must be one beyond doubt where no class says so. */
#define SURE_CREDIT 0.5

bool
bl_figure_claim(bl_figures *f, bl_field field, uint32_t entity, bl_span value, bl_node node, int weight)
{
    if (field == BL_FIELD_IMAGE_CAPTION && value.n > CAPTION_MOST)
        return false;
    bl_claim *claimed = bl_claim_add(f->evidence, field, BYLINE_SOURCE_VISIBLE, weight, value, node);
    if (claimed)
        claimed->entity = entity;
    return claimed != NULL;
}

static bool
holds_caption(const bl_figures *f, bl_node n)
{
    for (bl_node i = n + 1; i < f->doc->nodes[n].end; i++)
        if (bl_is_element(f->doc, i) && bl_is_caption(f, i) && !bl_is_credit(f, i))
            return true;
    return false;
}

void
bl_claim_credits(bl_figures *f, uint32_t entity, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node caption = BL_NO_NODE; /* the one that is open */
    for (bl_node i = scope; i < doc->nodes[scope].end; i++) {
        if (!bl_is_element(doc, i))
            continue;
        if (caption != BL_NO_NODE && i >= doc->nodes[caption].end)
            caption = BL_NO_NODE;
        bool is_part = caption != BL_NO_NODE ? bl_is_credit_part(f, i, caption)
                                             : i != scope && bl_is_credit(f, i) && !bl_is_caption(f, i);
        if (!is_part) {
            if (caption == BL_NO_NODE && bl_is_caption(f, i) && bl_pictures_in(f, i) == 0)
                caption = i;
            continue;
        }
        size_t size = bl_text_size(f->evidence, i);
        if (size == 0 || size > CREDIT_TEXT || bl_pictures_in(f, i) > 0 || holds_caption(f, i))
            continue;
        bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, entity, bl_caption_text(f->evidence, i, true), i,
                        BL_WEIGHT_CREDIT_ELEMENT);
        i = doc->nodes[i].end - 1;
    }
}

/* The element that holds the caption; the longest where there are several. */
static bl_node
caption_in(const bl_figures *f, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node best = BL_NO_NODE;
    size_t most = 0;
    for (bl_node i = scope; i < doc->nodes[scope].end; i++) {
        if (!bl_is_element(doc, i) || !bl_is_caption(f, i) || bl_pictures_in(f, i) > 0)
            continue;
        size_t size = bl_text_size(f->evidence, i);
        if (size > most) {
            most = size;
            best = i;
        }
        i = doc->nodes[i].end - 1;
    }
    return best;
}

/* The sibling behind the scope where it is marked as a caption or a credit. */
static bl_node
caption_behind(const bl_figures *f, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node next = bl_next_sibling(doc, scope);
    while (next != BL_NO_NODE && bl_text_size(f->evidence, next) == 0 && bl_pictures_in(f, next) == 0)
        next = bl_next_sibling(doc, next);
    if (next == BL_NO_NODE || !bl_is_element(doc, next) || bl_pictures_in(f, next) > 0 ||
        bl_text_size(f->evidence, next) > BL_SCOPE_TEXT)
        return BL_NO_NODE;
    if (bl_is_caption(f, next) || (bl_figure_words(f, next) & BL_WORD_CREDIT))
        return next;
    return BL_NO_NODE;
}

bool
bl_claim_caption(bl_figures *f, uint32_t entity, bl_node n)
{
    bool is_only_credit = bl_is_credit(f, n) && !bl_is_caption(f, n);
    if (is_only_credit)
        return bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, entity, bl_caption_text(f->evidence, n, true), n,
                               BL_WEIGHT_CREDIT_ELEMENT);
    return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, bl_caption_text(f->evidence, n, false), n,
                           BL_WEIGHT_CAPTION_MARKED);
}

/* ---- unmarked ------------------------------------------------------------------------------- */

static bool
may_hold_both(const bl_figures *f, bl_node n)
{
    uint8_t tag = f->doc->nodes[n].tag;
    if (tag == BL_TAG_BODY || tag == BL_TAG_MAIN || tag == BL_TAG_ARTICLE || tag == BL_TAG_HTML)
        return false;
    return bl_pictures_in(f, n) == 1 && bl_text_size(f->evidence, n) <= BARE_CAPTION &&
           bl_text_size(f->evidence, n) > 0;
}

/* "Written by Jane Roe" below a picture is of the article. */
static bool
is_of_picture(const byline_credit *read)
{
    for (size_t i = 0; i < read->people_count; i++)
        if (read->people[i]->role != BYLINE_ROLE_PHOTOGRAPHER && read->people[i]->role != BYLINE_ROLE_ILLUSTRATOR &&
            read->people[i]->role != BYLINE_ROLE_VIDEOGRAPHER)
            return false;
    return read->kind == BYLINE_CREDIT_PHOTO;
}

/* What a line beside a picture says of it; NULL where it is no credit beyond doubt. */
static const byline_credit *
read_line(const bl_figures *f, bl_span text)
{
    static const bl_line_context context = {0};
    if (text.n > CREDIT_TEXT)
        return NULL;
    const byline_credit *read = bl_read_credit(text, BYLINE_LINE_CAPTION, &context, f->evidence->passing);
    if (read->kind == BYLINE_CREDIT_NONE && text.n <= OVERLAID_TEXT) {
        read = bl_read_credit(text, BYLINE_LINE_CREDIT, &context, f->evidence->passing);
        if (read->agency_count == 0) /* "The mayor on Monday" would be a person */
            return NULL;
    }
    return read->confidence >= SURE_CREDIT && is_of_picture(read) ? read : NULL;
}

/* The next element of a box at or behind i that has text and no picture; the end of the box where there is none. */
static bl_node
next_line(const bl_figures *f, bl_node i, bl_node end)
{
    const bl_document *doc = f->doc;
    while (i < end) {
        bool has_text = bl_is_element(doc, i) && bl_text_size(f->evidence, i) > 0;
        if (has_text && bl_pictures_in(f, i) == 0)
            return i;
        i = has_text || !bl_is_element(doc, i) ? i + 1 : doc->nodes[i].end;
    }
    return end;
}

/*
 * A picture, a line that can only be a photo credit, and one other line: that one is the caption. A lone line may be
 * both.
 */
static bool
claim_beside_credit(bl_figures *f, uint32_t entity, bl_node box)
{
    const bl_document *doc = f->doc;
    bl_node credit = BL_NO_NODE, caption = BL_NO_NODE, end = doc->nodes[box].end;
    int children = 0, others = 0;
    bool is_both = false, has_parts = false;
    for (bl_node i = next_line(f, box + 1, end); i < end; i = next_line(f, doc->nodes[i].end, end)) {
        if (++children > UNMARKED_CHILDREN || bl_holds_heading(f, i))
            return false;
        bl_span text = bl_caption_text(f->evidence, i, true);
        const byline_credit *read = read_line(f, text);
        size_t bare = bl_caption_text(f->evidence, i, false).n; /* without the credits that are elements of their own */
        bool is_parted = read && !read->caption && bare >= BEHIND_LEAST && bare < text.n;
        if (read && !is_parted && credit == BL_NO_NODE && !read->caption) {
            credit = i;
        } else if (++others > 1) {
            return false;
        } else {
            caption = i;
            is_both = read != NULL;
            has_parts = is_parted;
        }
    }
    if (credit == BL_NO_NODE && is_both) {
        if (has_parts)
            bl_claim_credits(f, entity, caption);
        return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, bl_caption_text(f->evidence, caption, !has_parts),
                               caption, BL_WEIGHT_CAPTION_BARE);
    }
    if (credit == BL_NO_NODE)
        return false;
    bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, entity, bl_caption_text(f->evidence, credit, true), credit,
                    BL_WEIGHT_CREDIT_ELEMENT);
    if (caption != BL_NO_NODE)
        bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, bl_caption_text(f->evidence, caption, true),
                        caption, BL_WEIGHT_CAPTION_BARE);
    return true;
}

/* The next paragraph, where it is short and ends in a photo credit beyond doubt. */
static bool
claim_line_behind(bl_figures *f, uint32_t entity, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node next = bl_next_sibling(doc, scope);
    while (next != BL_NO_NODE && bl_text_size(f->evidence, next) == 0 && bl_pictures_in(f, next) == 0)
        next = bl_next_sibling(doc, next);
    if (next == BL_NO_NODE || !bl_is_element(doc, next) || bl_pictures_in(f, next) > 0 ||
        bl_text_size(f->evidence, next) > CREDIT_TEXT || bl_holds_heading(f, next))
        return false;
    bl_span text = bl_caption_text(f->evidence, next, true);
    const byline_credit *read = text.n < BEHIND_LEAST ? NULL : read_line(f, text);
    if (!read || (read->caption && read->people_count == 0)) /* an agency alone has sent the text */
        return false;
    return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, text, next, BL_WEIGHT_CAPTION_BARE);
}

/* A line behind the picture that says what its alternative text says. */
static bool
claim_like_alt(bl_figures *f, uint32_t entity, bl_node n, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_span alt = bl_trim(bl_attribute_of(doc, n, BL_ATTR_ALT));
    if (alt.n < ALT_LEAST || alt.n > BARE_CAPTION)
        return false;
    bl_node end = doc->nodes[scope].end;
    for (bl_node i = end; i < doc->count && i < end + ALT_NODES; i++) {
        if (bl_is_element(doc, i) || doc->nodes[i].is_blank)
            continue;
        bl_span text = bl_trim(bl_node_text(&doc->nodes[i]));
        if (text.n + 4 < alt.n || text.n > alt.n + ALT_EXTRA || bl_closest(doc, i, BL_TAG_A) != BL_NO_NODE ||
            !bl_same(f->evidence->passing, text, alt))
            continue;
        bl_node line = doc->nodes[i].parent;
        if (bl_contains(doc, line, n) ||
            bl_text_size(f->evidence, line) > alt.n + ALT_EXTRA) /* text of the text's box */
            return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, text, i, BL_WEIGHT_CAPTION_BARE);
        for (int steps = 0; steps < 3 && doc->nodes[line].parent != BL_NO_NODE; steps++) {
            bl_node up = doc->nodes[line].parent;
            if (bl_contains(doc, up, n) || bl_text_size(f->evidence, up) > alt.n + ALT_EXTRA ||
                doc->nodes[up].tag == BL_TAG_BODY)
                break;
            line = up;
        }
        return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, bl_caption_text(f->evidence, line, true),
                               line, BL_WEIGHT_CAPTION_BARE);
    }
    return false;
}

/* A box that is called a picture, and holds nothing else but a line. */
static bool
is_picture_box(const bl_figures *f, bl_node n)
{
    const uint64_t others = BL_WORD_BYLINE | BL_WORD_DATE | BL_WORD_META | BL_WORD_LOGO | BL_WORD_VIDEO | BL_WORD_AD |
                            BL_WORD_TEASER | BL_WORD_RELATED | BL_WORD_HEADLINE | BL_WORD_LEAD | BL_WORD_KICKER |
                            BL_WORD_SHARE | BL_WORD_TOOLS | BL_WORD_EMBED | BL_WORD_POPUP;
    const bl_document *doc = f->doc;
    size_t size = bl_text_size(f->evidence, n);
    if (doc->nodes[n].tag == BL_TAG_IMG || !(bl_figure_words(f, n) & BL_WORD_FIGURE) || size > CREDIT_TEXT ||
        bl_holds_heading(f, n) || bl_caption_text(f->evidence, n, false).n < BEHIND_LEAST)
        return false;
    for (bl_node i = n; i < doc->nodes[n].end; i++) {
        uint8_t tag = doc->nodes[i].tag;
        if (bl_is_element(doc, i) && bl_text_size(f->evidence, i) > 0 &&
            (tag == BL_TAG_A || tag == BL_TAG_BUTTON || tag == BL_TAG_TIME || tag == BL_TAG_UL ||
             (bl_figure_words(f, i) & others)))
            return false;
    }
    return true;
}

void
bl_claim_attribute_credit(bl_figures *f, uint32_t entity, bl_node n)
{
    static const bl_attribute attributes[] = {BL_ATTR_TITLE, BL_ATTR_ALT};
    static const bl_line_context context = {0};
    for (size_t i = 0; i < BL_COUNT(attributes); i++) {
        bl_span text = bl_trim(bl_plain(f->evidence->passing, bl_attribute_of(f->doc, n, attributes[i])));
        if (text.n < 4 || text.n > BARE_CAPTION)
            continue;
        byline_credit *read = bl_read_credit(text, BYLINE_LINE_CAPTION, &context, f->evidence->passing);
        if (read->kind != BYLINE_CREDIT_PHOTO || read->confidence < SURE_CREDIT)
            continue;
        bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, entity, bl_span_of(read->text), n,
                        BL_WEIGHT_CREDIT_ATTRIBUTE);
        return;
    }
}

bool
bl_claim_texts(bl_figures *f, uint32_t entity, bl_node n, bl_node scope)
{
    const bl_document *doc = f->doc;
    bl_node caption = caption_in(f, scope), up = doc->nodes[scope].parent;
    /* A caption that is made of credits only is one credit. */
    if (caption != BL_NO_NODE && bl_text_size(f->evidence, caption) <= CREDIT_TEXT &&
        bl_caption_text(f->evidence, caption, false).n == 0)
        return bl_figure_claim(f, BL_FIELD_IMAGE_CREDIT, entity, bl_caption_text(f->evidence, caption, true),
                               caption, BL_WEIGHT_CREDIT_ELEMENT);
    bl_claim_credits(f, entity, scope);
    if (caption != BL_NO_NODE && bl_claim_caption(f, entity, caption))
        return true;
    size_t size = bl_text_size(f->evidence, scope);
    bl_node behind = caption_behind(f, scope);
    if (may_hold_both(f, scope) && claim_beside_credit(f, entity, scope)) {
        /* in the box stands the credit, and what is called a caption behind it */
        if (behind != BL_NO_NODE && bl_is_caption(f, behind) && !bl_is_credit(f, behind))
            bl_claim_caption(f, entity, behind);
        return true;
    }
    if ((doc->nodes[scope].tag == BL_TAG_FIGURE && size > 0 && size <= BARE_CAPTION) || is_picture_box(f, scope))
        return bl_figure_claim(f, BL_FIELD_IMAGE_CAPTION, entity, bl_caption_text(f->evidence, scope, false), scope,
                               BL_WEIGHT_CAPTION_BARE);
    if (behind == BL_NO_NODE && up != BL_NO_NODE && bl_pictures_in(f, up) == 1 &&
        bl_text_size(f->evidence, up) == size)
        behind = caption_behind(f, up);
    if (behind != BL_NO_NODE) {
        bl_node next = caption_behind(f, behind);
        bl_claim_credits(f, entity, behind);
        bl_claim_caption(f, entity, behind);
        /* the credit in a line of its own behind the caption */
        if (next != BL_NO_NODE && bl_is_caption(f, behind) && bl_is_credit(f, next) && !bl_is_caption(f, next))
            bl_claim_caption(f, entity, next);
        return true;
    }
    if (up != BL_NO_NODE && may_hold_both(f, up) && claim_beside_credit(f, entity, up))
        return true;
    if (claim_line_behind(f, entity, scope))
        return true;
    return claim_like_alt(f, entity, n, scope);
}
