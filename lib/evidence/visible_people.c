/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Bylines as a reader sees them: author classes, rel=author, address, "By ..." lines. */
#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/visible.h"
#include "evidence/visible_labels.h"
#include "evidence/visible_names.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    BYLINE_TEXT = 240,  /* bytes of a byline; more is a biography */
    BYLINE_NODES = 200, /* of its element */
    NAME_TEXT = 120,    /* bytes of one linked name */
    FAR_WORDS = 10,     /* of a byline at the end of the text */
    ITEMS_MOST = 20,    /* of a list of authors */
    NEXT_NODES = 12,    /* between "Written by" and the name */
    BOX_NODES = 40,     /* of a box about the author up to the name */
    SENTENCE_WORDS = 6, /* of a line with one word for a name; more is a sentence */
    WIDE_LEAD = 0xE3,   /* the first byte of a letter of East Asia */
    WIDE_WORDS = 14, /* "作者：张三 | 来源：例子网 | 点击：203": sentences there are told by their marks */
    PROSE_BYTES = 160,     /* around a link; a byline has less */
    LOGIN_TEXT = 24,       /* bytes of a login */
    LITTLE_LABEL = 3,      /* bytes of "by": far from the headline that may be anything */
    BETWEEN_BYLINES = 200, /* bytes of text between two; several authors stand side by side */
    LINE_TEXT = 160,       /* bytes of a line that starts with "By" */
    LABEL_START = 4,       /* bytes that tell whether a label may start; the last one, that no mark changes them */
};

/*
 * The words around n, but for those in the name of a line that say nothing of its place: "byline_comments" holds the
 * number of comments, "news-list-author" is a system's name for the author in lists and in articles.
 */
static uint64_t
words_around(const bl_visible *v, bl_node n)
{
    uint64_t around = bl_words_around(v->evidence, n), named = around & (BL_WORD_COMMENT | BL_WORD_RELATED);
    for (bl_node i = n; i != BL_NO_NODE && named; i = v->doc->nodes[i].parent) {
        uint64_t own = v->evidence->words[i];
        if (!(own & (BL_WORD_BYLINE | BL_WORD_DATE | BL_WORD_META)) || bl_text_size(v->evidence, i) > BYLINE_TEXT)
            named &= ~own;
    }
    return around & ~named;
}

static bool
is_elsewhere(const bl_visible *v, bl_node n)
{
    uint64_t around = bl_words_around(v->evidence, n);
    if (bl_is_of_facts(v->evidence, n) || bl_closest(v->doc, n, BL_TAG_FIGURE) != BL_NO_NODE ||
        bl_closest(v->doc, n, BL_TAG_BLOCKQUOTE) != BL_NO_NODE)
        return true;
    if (bl_close_to_headline(v, n))
        return (words_around(v, n) &
                (BL_WORD_COMMENT | BL_WORD_RELATED | BL_WORD_NAV | BL_WORD_COOKIE | BL_WORD_CAPTION)) != 0;
    return bl_in_furniture(v, n) || (around & (BL_WORD_CAPTION | BL_WORD_TEASER | BL_WORD_EMBED));
}

static int
place_weight(const bl_visible *v, bl_node n, int near, int far)
{
    if (is_elsewhere(v, n))
        return BL_WEIGHT_AUTHOR_ELSEWHERE;
    return bl_near_headline(v, n) == BL_FAR ? far : near;
}

/* A link in a paragraph that goes on: of somebody the text is about. */
static bool
is_in_prose(const bl_visible *v, bl_node n)
{
    bl_node paragraph = bl_closest(v->doc, n, BL_TAG_P);
    return paragraph != BL_NO_NODE &&
           bl_text_size(v->evidence, paragraph) > bl_text_size(v->evidence, n) + PROSE_BYTES;
}

static void
claim_person(const bl_visible *v, bl_node n, int weight, bl_span text, bl_span href)
{
    if (weight <= BL_WEIGHT_AUTHOR_ELSEWHERE || bl_names_nobody(v, text))
        return;
    uint32_t entity = bl_entity_new(v->evidence);
    bl_claim *claim = bl_visible_claim(v, BL_FIELD_AUTHOR, weight, text, n);
    if (!claim)
        return;
    claim->entity = entity;
    bl_span role = bl_role_before(v, n, text);
    if (role.n && (claim = bl_visible_claim(v, BL_FIELD_AUTHOR_ROLE, weight, role, n)))
        claim->entity = entity;
    claim = bl_visible_claim(v, BL_FIELD_AUTHOR_URL, weight, href, n);
    if (claim)
        claim->entity = entity;
}

/* Does n hold an author link, or an element that is more exactly the byline? */
static bool
holds_names(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++) {
        if (!bl_is_element(v->doc, i) || bl_text_size(v->evidence, i) == 0)
            continue;
        uint64_t own = v->evidence->words[i];
        if (bl_is_author_link(v, i) || ((own & BL_WORD_BYLINE) && !(own & BL_NO_BYLINE)))
            return true;
    }
    return false;
}

/* Does an element inside n say the same of more exactly the names? */
static bool
holds_box(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++) {
        uint64_t own = v->evidence->words[i];
        if (bl_is_element(v->doc, i) && (own & BL_WORD_BYLINE) && !(own & BL_NO_BYLINE) && holds_names(v, i))
            return true;
    }
    return false;
}

/* One word of small letters and digits that is linked as an author. */
static bool
is_login(const bl_visible *v, bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!bl_is_lower(text.p[i]) && !bl_is_digit(text.p[i]) && text.p[i] != '_')
            return false;
    return text.n >= 4 && text.n <= LOGIN_TEXT && !bl_names_somebody(v, text);
}

/* Has the article a byline of this kind right below its headline, and text between the two? n is of another story. */
static bool
is_second(const bl_visible *v, bl_node n)
{
    const uint32_t *before = v->evidence->text_before;
    size_t count = bl_close_to_headline(v, n) ? 0 : v->evidence->claims[BL_FIELD_AUTHOR].count;
    for (size_t i = 0; i < count; i++) {
        const bl_claim *claim = &v->evidence->claims[BL_FIELD_AUTHOR].at[i];
        if (claim->source != BYLINE_SOURCE_VISIBLE || claim->weight < BL_WEIGHT_AUTHOR_CLASS)
            continue;
        uint32_t behind = before[v->doc->nodes[claim->node].end];
        bl_span class = bl_attribute_of(v->doc, claim->node, BL_ATTR_CLASS);
        if (bl_span_equal(class, bl_attribute_of(v->doc, n, BL_ATTR_CLASS)))
            continue; /* several authors, each with where they work */
        if (bl_close_to_headline(v, claim->node) && before[n] - behind > BETWEEN_BYLINES)
            return true;
    }
    return false;
}

static void
claim_byline_class(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    if (bl_text_size(v->evidence, n) > BYLINE_TEXT || doc->nodes[n].end - n > BYLINE_NODES)
        return;
    bool is_outer = holds_names(v, n);
    if (is_outer && holds_box(v, n))
        return;
    int weight = is_outer ? place_weight(v, n, BL_WEIGHT_AUTHOR_BOX, BL_WEIGHT_AUTHOR_FAR)
                          : place_weight(v, n, BL_WEIGHT_AUTHOR_CLASS, BL_WEIGHT_AUTHOR_FAR);
    if (weight > BL_WEIGHT_AUTHOR_FAR && is_second(v, n))
        weight = BL_WEIGHT_AUTHOR_FAR;
    bl_node link = doc->nodes[n].tag == BL_TAG_A ? n : BL_NO_NODE;
    for (bl_node i = n + 1; i < doc->nodes[n].end && link == BL_NO_NODE && !is_outer; i++)
        if (doc->nodes[i].tag == BL_TAG_A)
            link = i;
    bl_span text = bl_names_text(v, n);
    if (text.n == 0)
        text = bl_line_text(v, n, BYLINE_TEXT);
    text = bl_behind_date(v, text);
    if (link != BL_NO_NODE && is_login(v, text) && weight == BL_WEIGHT_AUTHOR_CLASS)
        weight = BL_WEIGHT_AUTHOR_HANDLE;
    claim_person(v, n, weight, text,
                 link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(doc, link, BL_ATTR_HREF));
}

/* A list of authors, from its first item on. */
static void
claim_list(const bl_visible *v, bl_node first, int weight)
{
    const bl_document *doc = v->doc;
    bl_node list = doc->nodes[first].parent, end = list == BL_NO_NODE ? first : doc->nodes[list].end;
    int items = 0;
    for (bl_node i = first; i < end && items < ITEMS_MOST; i = doc->nodes[i].end) {
        if (doc->nodes[i].tag != BL_TAG_LI)
            continue;
        bl_node link = i + 1 < doc->nodes[i].end && doc->nodes[i + 1].tag == BL_TAG_A ? i + 1 : BL_NO_NODE;
        claim_person(v, i, weight, bl_line_text(v, i, NAME_TEXT),
                     link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(doc, link, BL_ATTR_HREF));
        items++;
    }
}

/* "Written by" in one element, the name in the next, or the names in a list. */
static void
claim_next_line(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node end = doc->nodes[n].end;
    for (bl_node i = end; i < doc->count && i < end + NEXT_NODES; i++) {
        if (bl_is_element(doc, i) || doc->nodes[i].is_blank)
            continue;
        bl_node line = doc->nodes[i].parent;
        if (bl_contains(doc, line, n) || (v->evidence->words[line] & BL_WORD_BYLINE) ||
            !bl_is_line(doc, line))
            return; /* it is claimed by itself */
        int weight = place_weight(v, n, BL_WEIGHT_AUTHOR_LINE, BL_WEIGHT_AUTHOR_LINE_FAR);
        bl_node item = bl_closest(doc, line, BL_TAG_LI);
        if (item != BL_NO_NODE && !bl_contains(doc, item, n)) {
            claim_list(v, item, weight);
            return;
        }
        bl_node link = bl_closest(doc, line, BL_TAG_A);
        claim_person(v, line, weight, bl_line_text(v, line, NAME_TEXT),
                     link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(doc, link, BL_ATTR_HREF));
        return;
    }
}

/* A box about the author: its first line is the name. */
static void
claim_box(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node end = doc->nodes[n].end;
    for (bl_node i = n + 1; i < end && i < n + BOX_NODES; i++) {
        if (bl_is_element(doc, i) || doc->nodes[i].is_blank)
            continue;
        bl_node line = doc->nodes[i].parent;
        bl_span text = bl_line_text(v, line, NAME_TEXT);
        if (text.n == 0)
            return;
        if (!bl_names_somebody(v, text) || bl_is_guest(text))
            continue;
        claim_person(v, line, place_weight(v, n, BL_WEIGHT_AUTHOR_BOX, BL_WEIGHT_AUTHOR_BIO), text, BL_EMPTY);
        return;
    }
}

/* bl_label_may_start() of a text that is not cleaned yet: true where cleaning may change how it starts. */
static bool
label_may_start(bl_span text)
{
    if (text.n < LABEL_START || !bl_is_visible(text.p[0]) || !bl_is_visible(text.p[1]) ||
        (unsigned char)text.p[3] >= 0x80)
        return true;
    const char first[] = {text.p[0], text.p[1], bl_is_space(text.p[2]) ? ' ' : text.p[2]};
    return first[2] < ' ' || bl_label_may_start(bl_span_from(first, sizeof first));
}

/*
 * May the line start with a label? Most do not, as their first letters tell before the line is put together. What
 * may be left out of the line, or changed in it, is not judged here.
 */
static bool
may_start_by(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    const uint64_t left_out = BL_WORD_SR_ONLY | BL_WORD_HIDDEN | BL_WORD_MODIFIED | BL_WORD_DATE | BL_NO_BYLINE;
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++) {
        const bl_node_record *node = &doc->nodes[i];
        if (bl_is_element(doc, i)) {
            bool is_plain = node->tag == BL_TAG_SPAN || node->tag == BL_TAG_A || node->tag == BL_TAG_B ||
                            node->tag == BL_TAG_STRONG || node->tag == BL_TAG_IMG;
            if (!is_plain || v->evidence->words[i] & left_out || bl_attribute_of(doc, i, BL_ATTR_HIDDEN).p)
                return true;
        } else if (!node->is_blank) {
            bl_span text = bl_span_trim(bl_node_text(node));
            return label_may_start(text);
        }
    }
    return true;
}

/* "By Jane Roe": a line of its own near the headline, or a short one anywhere in the text. */
static bool
claim_by_line(const bl_visible *v, bl_node n)
{
    size_t size = bl_text_size(v->evidence, n), end;
    if (size < 2 || size > LINE_TEXT || !bl_is_line(v->doc, n) || n == v->headline)
        return false;
    bool is_near = bl_near_headline(v, n) != BL_FAR;
    if (!is_near && !may_start_by(v, n))
        return false;
    bl_span text = bl_without_brackets(bl_by_line_text(v, n, LINE_TEXT));
    if (is_near && !holds_names(v, n))
        text = bl_behind_date(v, text);
    if (is_near && bl_span_find_char(text, '|', 0) != BL_NOT_FOUND)
        text = bl_by_part(v, text);
    bool is_said = bl_label_may_start(text) && bl_label_starts_by(bl_fold(v->evidence->passing, text), &end);
    bool is_reporter = !is_said && is_near && bl_is_reporter_line(text);
    if (!(is_said || is_reporter) || bl_is_wide_sentence(text) ||
        bl_span_find(text, BL_SPAN("://"), 0) != BL_NOT_FOUND)
        return false;
    if (bl_names_nobody(v, text)) {
        if (is_near || size > LITTLE_LABEL)
            claim_next_line(v, n);
        return true;
    }
    bl_span handle = bl_close_to_headline(v, n) ? bl_handle_of(v, text) : BL_EMPTY;
    /* Sentences start with such words as well: only names make it a byline, and few words far away. */
    size_t words = is_said && is_near && (unsigned char)text.p[0] >= WIDE_LEAD ? WIDE_WORDS : SENTENCE_WORDS;
    if (!(is_reporter ? bl_names_somebody(v, text) : bl_names_mostly(v, text, words)) ||
        (!is_near && (bl_word_count(text) > FAR_WORDS || bl_holds_digit(text)))) {
        if (handle.n)
            claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_HANDLE, BL_WEIGHT_AUTHOR_ELSEWHERE),
                         handle, BL_EMPTY);
        return handle.n > 0;
    }
    int near = bl_close_to_headline(v, n) ? BL_WEIGHT_AUTHOR_SAID : BL_WEIGHT_AUTHOR_LINE;
    claim_person(v, n, place_weight(v, n, near, BL_WEIGHT_AUTHOR_LINE_FAR), text, BL_EMPTY);
    return true;
}

/* A line of names without a label, where bylines stand. */
static void
claim_name_line(const bl_visible *v, bl_node n)
{
    bl_span names;
    int weight = is_in_prose(v, n) ? 0 : bl_name_line(v, n, &names);
    if (weight)
        claim_person(v, n, place_weight(v, n, weight, BL_WEIGHT_AUTHOR_ELSEWHERE), names, BL_EMPTY);
}

/* A line that its class calls the source of the text: "Quelle: dpa". */
static void
claim_source(const bl_visible *v, bl_node n)
{
    uint64_t own = v->evidence->words[n];
    if (!(own & (BL_WORD_SIGNOFF | BL_WORD_CREDIT)) || bl_text_size(v->evidence, n) > LINE_TEXT ||
        !bl_is_line(v->doc, n) || is_elsewhere(v, n) || v->headline == BL_NO_NODE || n < v->headline ||
        (bl_words_around(v->evidence, n) & (BL_WORD_FIGURE | BL_WORD_GALLERY | BL_WORD_VIDEO)))
        return;
    bl_visible_claim(v, BL_FIELD_CREDIT_LINE, BL_WEIGHT_SIGNOFF_CLASS, bl_line_text(v, n, LINE_TEXT), n);
}

/* <article data-author="Jane Roe"> around the headline. What is no whole name may be a login or a number. */
static void
claim_data(const bl_visible *v, bl_node n)
{
    static const bl_attribute names[] = {BL_ATTR_DATA_BYLINE, BL_ATTR_DATA_AUTHOR_NAME, BL_ATTR_DATA_AUTHORS,
                                         BL_ATTR_DATA_AUTHOR};
    if (v->doc->nodes[n].attribute_count == 0 || v->headline == BL_NO_NODE || !bl_contains(v->doc, n, v->headline))
        return;
    for (size_t i = 0; i < BL_COUNT(names); i++) {
        bl_span value = bl_clean(v->evidence->arena, bl_attribute_of(v->doc, n, names[i]), false);
        if (value.n == 0 || value.n > NAME_TEXT || !bl_names_mostly(v, value, 0) ||
            v->evidence->claims[BL_FIELD_AUTHOR].count >= ITEMS_MOST)
            continue;
        bl_claim *claim = bl_claim_add(v->evidence, BL_FIELD_AUTHOR, BYLINE_SOURCE_MICRODATA,
                                       BL_WEIGHT_AUTHOR_DATA, value, n);
        if (claim)
            claim->entity = bl_entity_new(v->evidence);
        return;
    }
}

void
bl_visible_person(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint64_t own = v->evidence->words[n];
    claim_data(v, n);
    claim_source(v, n);
    if (bl_visible_is_full(v, BL_FIELD_AUTHOR))
        return;
    if (bl_is_author_link(v, n)) {
        claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_REL, BL_WEIGHT_AUTHOR_REL_FAR),
                     bl_line_text(v, n, NAME_TEXT), bl_attribute_of(doc, n, BL_ATTR_HREF));
        return;
    }
    bl_node link = bl_closest(doc, n, BL_TAG_A);
    if (link != BL_NO_NODE && bl_is_author_link(v, link))
        return;
    if (link == n && bl_text_size(v->evidence, n) <= NAME_TEXT &&
        !(bl_words_around(v->evidence, n) & BL_WORD_BYLINE) && bl_leads_to_author(v, n) && !is_in_prose(v, n) &&
        bl_names_mostly(v, bl_line_text(v, n, NAME_TEXT), 1)) {
        claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_LINK, BL_WEIGHT_AUTHOR_LINK_FAR),
                     bl_line_text(v, n, NAME_TEXT), bl_attribute_of(doc, n, BL_ATTR_HREF));
        return;
    }
    if ((own & BL_WORD_BYLINE) && !(own & BL_NO_BYLINE)) {
        claim_byline_class(v, n);
        return;
    }
    uint8_t tag = doc->nodes[n].tag;
    if ((own & BL_WORD_BIO) && !(v->evidence->words_above[n] & BL_WORD_BIO)) {
        claim_box(v, n);
        return;
    }
    if (tag == BL_TAG_ADDRESS && bl_text_size(v->evidence, n) <= LINE_TEXT && !holds_names(v, n)) {
        int weight = place_weight(v, n, BL_WEIGHT_AUTHOR_ADDRESS, BL_WEIGHT_AUTHOR_FAR);
        claim_person(v, n, weight, bl_line_text(v, n, LINE_TEXT), BL_EMPTY);
        return;
    }
    if ((v->evidence->words_above[n] & BL_WORD_BYLINE) && !(own & BL_WORD_META))
        return; /* part of a byline that was claimed */
    bl_node up = doc->nodes[n].parent;
    bool is_part = tag == BL_TAG_SPAN || tag == BL_TAG_EM || tag == BL_TAG_I || tag == BL_TAG_STRONG ||
                   tag == BL_TAG_B || tag == BL_TAG_SMALL;
    bool is_inner =
        is_part && up != BL_NO_NODE && bl_text_size(v->evidence, up) == bl_text_size(v->evidence, n);
    if ((bl_tag_is_block((bl_tag)tag) || is_part) && !is_inner && !claim_by_line(v, n))
        claim_name_line(v, n);
}
