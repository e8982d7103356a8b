/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/date_line.h"

#include "base/unicode.h"
#include "evidence/words.h"

enum {
    TEXT_NODES = 100,   /* of a line; more is a box */
    PROSE_WORDS = 11,   /* so many words beside the date are no line of date and author */
    SENTENCE_WORDS = 6, /* nor are these where they end like a sentence */
};

/* Not read as part of a date: copies for screen readers, buttons. */
static bool
is_left_out(const bl_evidence *evidence, bl_node n)
{
    uint8_t tag = evidence->document->nodes[n].tag;
    return bl_tag_is_hidden((bl_tag)tag) || tag == BL_TAG_BUTTON || tag == BL_TAG_NOSCRIPT ||
           (evidence->words[n] & (BL_WORD_SR_ONLY | BL_WORD_HIDDEN | BL_WORD_SHARE | BL_WORD_TOOLS)) ||
           bl_attribute_of(evidence->document, n, BL_ATTR_HIDDEN).p;
}

/* Figures of any script; only those of ours are told from letters here. */
static bool
may_hold_figures(const bl_document *doc, bl_node n)
{
    for (bl_node i = n; i < doc->nodes[n].end; i++)
        for (size_t k = 0; !bl_is_element(doc, i) && k < doc->nodes[i].text_size; k++)
            if (bl_is_digit(doc->nodes[i].text[k]) || (unsigned char)doc->nodes[i].text[k] >= 0x80)
                return true;
    return false;
}

bl_span
bl_date_line(const bl_evidence *evidence, bl_node n, size_t most)
{
    const bl_document *doc = evidence->document;
    size_t size = bl_text_size(evidence, n);
    bl_node end = doc->nodes[n].end, closes = end; /* behind the innermost block that is open */
    if (size == 0 || size > most || end - n > TEXT_NODES || !may_hold_figures(doc, n))
        return BL_EMPTY;
    bl_builder b = bl_builder_in(evidence->arena);
    for (bl_node i = n; i < end; i++) {
        const bl_node_record *node = &doc->nodes[i];
        if (i >= closes) {
            bl_builder_add_char(&b, ' ');
            closes = end;
        }
        if (!bl_is_element(doc, i)) {
            bl_span before = bl_builder_span(&b);
            char last = before.n ? before.p[before.n - 1] : ' ';
            if (node->text_size && bl_is_digit(node->text[0]) && (bl_is_digit(last) || bl_is_alpha(last)))
                bl_builder_add_char(&b, ' ');
            bl_builder_add(&b, bl_node_text(node));
        } else if (i != n && is_left_out(evidence, i)) {
            bl_builder_add_char(&b, ' ');
            i = node->end - 1;
        } else if (bl_tag_is_block((bl_tag)node->tag)) {
            bl_builder_add_char(&b, ' ');
            closes = node->end < closes ? node->end : closes;
        }
    }
    return bl_clean(evidence->arena, bl_builder_span(&b), false);
}

/* A bar, a dash, a bullet; those between two figures are part of a range. */
static bool
parts_line(uint32_t mark, uint32_t beyond)
{
    bool is_mark = mark == '|' || mark == '-' || mark == 0xB7 || (mark >= 0x2012 && mark <= 0x2015) ||
                   mark == 0x2022 || mark == 0x22C5 || mark == 0x25CF;
    return is_mark && !bl_rune_is_digit(beyond);
}

/* Is the date at where set apart from what stands beside it: "Bern, 17.08.2007 - The minister" */
static bool
is_set_apart(bl_span text, bl_span where)
{
    bl_span head = bl_span_trim(bl_span_from(text.p, (size_t)(where.p - text.p)));
    bl_span tail = bl_span_trim(bl_span_cut(text, (size_t)(where.p - text.p) + where.n));
    size_t at = head.n;
    uint32_t mark = bl_rune_back(head, &at);
    head = bl_span_trim(bl_span_head(head, at));
    at = head.n;
    if (parts_line(mark, bl_rune_back(head, &at)))
        return true;
    at = 0;
    mark = bl_rune_next(tail, &at);
    tail = bl_span_trim(bl_span_cut(tail, at));
    at = 0;
    return parts_line(mark, bl_rune_next(tail, &at));
}

bool
bl_date_is_prose(bl_span text, bl_span where)
{
    const char *end = text.p + text.n, *after = where.p + where.n;
    if ((where.p > text.p && where.p[-1] == '/') || (after < end && (*after == '/' || *after == '_')))
        return true;
    if (is_set_apart(text, where))
        return false;
    size_t words = bl_word_count(bl_span_from(text.p, (size_t)(where.p - text.p))) +
                   bl_word_count(bl_span_from(after, (size_t)(end - after)));
    size_t at = text.n;
    uint32_t last = bl_rune_back(text, &at);
    if (bl_span_ends_nocase(text, BL_SPAN(".m."))) /* "5:14 p.m." */
        last = 'm';
    bool is_sentence = last == '.' || last == '!' || last == '?' || last == 0x3002 || last == 0x0964;
    return words >= (is_sentence ? SENTENCE_WORDS : PROSE_WORDS);
}
