/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* "By Jane Roe" between line breaks, in no element of its own: text in a box beside the blocks of the article. */
#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/visible.h"
#include "evidence/visible_labels.h"
#include "evidence/visible_names.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    LINE_TEXT = 90, /* bytes of the line */
    LINE_NODES = 12, /* of its links and what is bold in it */
    ALL_WORDS = 6,   /* of a line with one word for a name; more is a sentence */
};

static bool
breaks_line(const bl_document *doc, bl_node n)
{
    return doc->nodes[n].tag == BL_TAG_BR || doc->nodes[n].tag == BL_TAG_HR ||
           (bl_is_element(doc, n) && bl_tag_is_block((bl_tag)doc->nodes[n].tag));
}

/* The text from the child first of box to the next break; empty where it is too long. */
static bl_span
line_from(const bl_visible *v, bl_node first, bl_node end, bl_node *link)
{
    const bl_document *doc = v->doc;
    bl_builder b = bl_builder_in(v->evidence->passing);
    for (bl_node i = first; i < end && !breaks_line(doc, i); i++) {
        if (i - first > LINE_NODES || b.n > LINE_TEXT || bl_tag_is_hidden((bl_tag)doc->nodes[i].tag))
            return BL_EMPTY;
        if (!bl_is_element(doc, i))
            bl_builder_add(&b, bl_node_text(&doc->nodes[i]));
        else if (doc->nodes[i].tag == BL_TAG_A && *link == BL_NO_NODE)
            *link = i;
    }
    bl_span text = bl_clean(v->evidence->passing, bl_builder_span(&b), false);
    return text.n <= LINE_TEXT ? text : BL_EMPTY;
}

/* Sentences begin with such words as well; a line without a person is one, or is of a house. */
static bool
names_person(const bl_visible *v, bl_span text)
{
    static const bl_line_context context = {0};
    byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing);
    for (size_t i = 0; i < people.people_count; i++)
        if (people.people[i]->role == BYLINE_ROLE_AUTHOR || people.people[i]->role == BYLINE_ROLE_AGENCY)
            return bl_names_mostly(v, text, ALL_WORDS);
    return false;
}

static void
claim_line(const bl_visible *v, bl_node first, bl_node end)
{
    size_t label;
    bl_node link = BL_NO_NODE;
    bl_span start = bl_trim(bl_node_text(&v->doc->nodes[first]));
    if (!bl_close_to_headline(v, first) || !bl_label_may_start(start))
        return;
    bl_span text = line_from(v, first, end, &link);
    if (text.n == 0 || !bl_label_starts_by(bl_fold(v->evidence->passing, text), &label) || bl_is_wide_sentence(text) ||
        !names_person(v, text))
        return;
    bl_claim *claim = bl_visible_claim(v, BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_SAID, text, first);
    if (!claim)
        return;
    uint32_t entity = claim->entity = bl_entity_new(v->evidence);
    bl_span href = link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(v->doc, link, BL_ATTR_HREF);
    claim = bl_visible_claim(v, BL_FIELD_AUTHOR_URL, BL_WEIGHT_AUTHOR_SAID, href, first);
    if (claim)
        claim->entity = entity;
}

void
bl_visible_text(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node end = doc->nodes[n].end;
    uint8_t tag = doc->nodes[n].tag;
    const uint64_t other = BL_WORD_CAPTION | BL_WORD_TEASER | BL_WORD_SIDEBAR | BL_WORD_FIGURE | BL_WORD_GALLERY;
    bool is_box = tag == BL_TAG_DIV || tag == BL_TAG_TD || tag == BL_TAG_ARTICLE || tag == BL_TAG_SECTION ||
                  tag == BL_TAG_MAIN || tag == BL_TAG_BODY;
    if (v->headline == BL_NO_NODE || end <= v->headline || !is_box || bl_is_line(doc, n) || bl_in_furniture(v, n) ||
        bl_words_around(v->evidence, n) & other)
        return;
    bool is_start = true;
    for (bl_node i = n + 1; i < end; i = doc->nodes[i].end) {
        if (i > v->headline && !bl_close_to_headline(v, i))
            return;
        if (breaks_line(doc, i)) {
            is_start = true;
            continue;
        }
        if (!bl_is_element(doc, i) && doc->nodes[i].is_blank)
            continue;
        if (is_start && i > v->headline && !bl_is_element(doc, i))
            claim_line(v, i, end);
        is_start = false;
    }
}
