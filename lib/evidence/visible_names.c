/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Names that no class and no label calls a byline, and words beside names that say what they did. */
#include "evidence/visible_names.h"

#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/date_line.h"
#include "evidence/visible_labels.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    BESIDE_NODES = 8,   /* between a line and the one beside it */
    LABEL_BYTES = 40,   /* of a label before a name: "Medically reviewed by" */
    DATE_BYTES = 64,    /* of a date beside names, with its time */
    HANDLE_BYTES = 40,  /* of a login or the name of a house */
    HANDLE_WORDS = 4,
    NAMES_BYTES = 90,   /* of a line of names */
    REPORTER_BYTES = 30, /* of a house and "reporter" in Chinese or Japanese */
    HANGUL_BYTES = 12,   /* of a Korean name: four letters */
    HANGUL_LEAD = 0xEA,  /* the first byte of a letter of Hangul */
    HOUSED_BYTES = 48,  /* of a Chinese name and its house */
    DATED_BYTES = 140,  /* ... with a trade and a date */
    NAME_WORDS = 2,     /* a name without a label has a given name and a surname at least */
    NAME_WORDS_MOST = 3,
    PARAGRAPH = 80,     /* bytes of text in plain type: the article has begun */
    BEFORE_NODES = 200, /* between the headline and a name in bold */
};

bl_span
bl_text_beside(const bl_visible *v, bl_node n, bool before)
{
    const bl_document *doc = v->doc;
    bl_node i = before ? n : doc->nodes[n].end;
    for (int step = 0; step < BESIDE_NODES; step++, i += !before) {
        if (before ? i == 0 : i >= doc->count)
            break;
        i -= before;
        if (!bl_is_element(doc, i) && !doc->nodes[i].is_blank)
            return bl_trim(bl_node_text(&doc->nodes[i]));
    }
    return BL_EMPTY;
}

static bl_span
last_bytes(bl_span text, size_t most)
{
    if (text.n <= most)
        return text;
    size_t at = bl_span_find_char(text, ' ', text.n - most);
    return at == BL_NOT_FOUND ? BL_EMPTY : bl_span_cut(text, at + 1);
}

bl_span
bl_role_before(const bl_visible *v, bl_node n, bl_span name)
{
    static const bl_line_context context = {0};
    size_t end;
    bl_span label = last_bytes(bl_text_beside(v, n, true), LABEL_BYTES);
    bool has_labels = bl_span_find_char(name, ':', 0) != BL_NOT_FOUND;
    if (label.n == 0 || name.n > NAMES_BYTES || has_labels ||
        bl_label_starts_by(bl_fold(v->evidence->passing, name), &end))
        return BL_EMPTY;
    bl_builder b = bl_builder_in(v->evidence->passing);
    bl_builder_add(&b, label);
    bl_builder_add_char(&b, ' ');
    bl_builder_add(&b, name);
    byline_people people =
        bl_read_people(bl_builder_span(&b), BYLINE_ROLE_AUTHOR, &context, v->evidence->passing);
    if (people.people_count == 0)
        return BL_EMPTY;
    switch (people.people[people.people_count - 1]->role) {
    case BYLINE_ROLE_CONTRIBUTOR: return BL_SPAN("contributor");
    case BYLINE_ROLE_EDITOR: return BL_SPAN("editor");
    case BYLINE_ROLE_TRANSLATOR: return BL_SPAN("translator");
    case BYLINE_ROLE_PHOTOGRAPHER: return BL_SPAN("photographer");
    case BYLINE_ROLE_ILLUSTRATOR: return BL_SPAN("illustrator");
    default: return BL_EMPTY;
    }
}

static bool
is_date(bl_span text)
{
    static const bl_line_context context = {0};
    byline_date date;
    return text.n >= 6 && text.n <= DATE_BYTES && bl_read_date(text, &context, &date) &&
           date.precision >= BYLINE_PRECISION_DAY;
}

/* A line of one date or two, with their labels, and no sentence. */
static bool
is_date_line(bl_span text)
{
    static const bl_line_context context = {0};
    byline_date date;
    bl_span where;
    return is_date(text) ||
           (text.n <= DATED_BYTES && bl_read_date_in(bl_span_head(text, DATE_BYTES), &context, &date, &where) &&
            date.precision >= BYLINE_PRECISION_DAY && !bl_date_is_prose(text, where));
}

/* "12 May 2024 | 3 min read | Jane Roe": what stands behind the date, and behind numbers after it. */
static bl_span
without_date(bl_span text)
{
    static const char *const signs[] = {"|", "\xC2\xB7", "\xE2\x80\xA2"};
    bl_span rest = text;
    bool dated = false;
    for (size_t i = 0; i < BL_COUNT(signs); i++)
        for (size_t at; (at = bl_span_find(bl_span_head(rest, DATE_BYTES), bl_span_of(signs[i]), 0)) !=
                        BL_NOT_FOUND;) {
            bl_span part = bl_trim(bl_span_head(rest, at));
            if (!is_date(part) && !(dated && part.n && bl_is_digit(part.p[0])))
                break;
            dated = true;
            rest = bl_trim(bl_span_cut(rest, at + strlen(signs[i])));
        }
    return dated ? rest : text;
}

bl_span
bl_behind_date(const bl_visible *v, bl_span text)
{
    text = without_date(text);
    bl_span folded = bl_fold(v->evidence->passing, text);
    size_t start, end;
    /* folding keeps the length of nearly all text */
    if (folded.n != text.n || bl_label_find(folded, 1, true, &start, &end) == BL_LABEL_NONE)
        return text;
    return is_date(bl_trim(bl_span_head(text, start))) ? bl_span_cut(text, start) : text;
}

bl_span
bl_handle_of(const bl_visible *v, bl_span text)
{
    bl_span folded = bl_fold(v->evidence->passing, text);
    size_t end = 0, capitals = 0, words = 0;
    if (folded.n != text.n || !bl_label_starts_by(folded, &end) || folded.p[end - 1] == ':')
        return BL_EMPTY;
    bl_span handle = bl_trim(bl_span_cut(text, end)), rest = handle, word;
    if (handle.n && handle.p[0] == ':')
        rest = handle = bl_trim(bl_span_cut(handle, 1));
    if (handle.n < 3 || handle.n > HANDLE_BYTES)
        return BL_EMPTY;
    for (size_t i = 0; i < handle.n; i++)
        if (!bl_is_alpha(handle.p[i]) && !bl_is_digit(handle.p[i]) && !strchr(" ._-'", handle.p[i]))
            return BL_EMPTY;
    while (bl_span_next(&rest, ' ', &word)) {
        words++;
        capitals += word.n && (bl_is_digit(word.p[0]) || bl_is_upper(word.p[0]));
    }
    return words <= HANDLE_WORDS && (words == 1 || capitals == words) ? handle : BL_EMPTY;
}

bool
bl_is_reporter_line(bl_span text)
{
    static const char *const korean[] = {"기자", "특파원", "인턴기자"};
    size_t space = bl_span_find_char(text, ' ', 0);
    if (space == BL_NOT_FOUND || space > REPORTER_BYTES || text.n > NAMES_BYTES)
        return false;
    bl_span trade = bl_span_head(text, space), behind = bl_span_cut(text, space + 1);
    for (size_t i = 0; i < BL_COUNT(korean); i++) /* "홍길동 기자 ..." */
        if (trade.n <= HANGUL_BYTES && (unsigned char)trade.p[0] >= HANGUL_LEAD &&
            bl_span_starts(behind, bl_span_of(korean[i])) &&
            (behind.n == strlen(korean[i]) || behind.p[strlen(korean[i])] == ' '))
            return true;
    static const char *const wide[] = {"记者", "記者", "通讯员", "編集委員", "論説委員", "特派員", "支局長", "編集長"};
    for (size_t i = 0; i < BL_COUNT(wide); i++)
        if (bl_span_ends(trade, bl_span_of(wide[i])))
            return true;
    return false;
}

/*
 * Persons alone: every word of the text is of one of their names. Capitals alone are a heading's, and scripts without
 * case have no such lines.
 */
static bool
is_names(const bl_visible *v, bl_span text)
{
    static const bl_line_context context = {0};
    size_t words = 0;
    byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing);
    for (size_t i = 0; i < people.people_count; i++) {
        bl_span name = bl_span_of(people.people[i]->name);
        size_t count = bl_word_count(name);
        if (people.people[i]->agency_id && people.people[i]->outlet) /* "Jane Roe, Associated Press" */
            words += bl_word_count(bl_span_of(people.people[i]->outlet));
        if (people.people[i]->role != BYLINE_ROLE_AUTHOR || count < NAME_WORDS || count > NAME_WORDS_MOST ||
            !bl_holds_lower(name) || bl_span_find(text, name, 0) == BL_NOT_FOUND)
            return false;
        words += count;
    }
    size_t all = bl_word_count(text);
    return people.people_count > 0 && (words == all || words + people.people_count - 1 == all);
}

/* Is all of n bold, or in italics? */
static bool
is_emphasized(const bl_visible *v, bl_node n)
{
    size_t size = bl_text_size(v->evidence, n);
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++) {
        uint8_t tag = v->doc->nodes[i].tag;
        if ((tag == BL_TAG_STRONG || tag == BL_TAG_B || tag == BL_TAG_EM || tag == BL_TAG_I) &&
            bl_text_size(v->evidence, i) == size)
            return true;
    }
    return false;
}

/* Names in bold where the text begins: a paragraph in plain type before them makes them a subheading. */
static bool
begins_text(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node from = doc->nodes[v->headline].end;
    if (doc->nodes[n].tag != BL_TAG_P || n < from || n - from > BEFORE_NODES || !is_emphasized(v, n))
        return false;
    for (bl_node i = from; i < n; i++)
        if (doc->nodes[i].tag == BL_TAG_P && bl_text_size(v->evidence, i) >= PARAGRAPH && !is_emphasized(v, i))
            return false;
    return true;
}

/* A heading or a link to anywhere is a section, a place, another story. */
static bool
is_plain_line(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint8_t tag = doc->nodes[n].tag;
    if ((tag >= BL_TAG_H1 && tag <= BL_TAG_H6) || bl_closest(doc, n, BL_TAG_A) != BL_NO_NODE)
        return false;
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++)
        if (doc->nodes[i].tag == BL_TAG_A)
            return false;
    return true;
}

/* Is it an address of mail and nothing else? */
static bool
is_mail(bl_span text)
{
    return bl_span_find_char(text, '@', 1) != BL_NOT_FOUND && bl_span_find_char(text, ' ', 0) == BL_NOT_FOUND;
}

static bool
is_dated(const bl_visible *v, bl_node n)
{
    bl_span behind = bl_text_beside(v, n, false);
    if (is_mail(behind)) { /* "Jane Roe", "jane.roe@example.com", "3 May 2024" */
        bl_node next = v->doc->nodes[n].end;
        while (next < v->doc->count && (bl_is_element(v->doc, next) || v->doc->nodes[next].is_blank))
            next++;
        behind = next < v->doc->count ? bl_text_beside(v, next, false) : BL_EMPTY;
    }
    return is_date(bl_text_beside(v, n, true)) || is_date_line(behind);
}

/* "Jane Roe | Senior Writer | July 2, 2025 | 5 min": the names in front of, or behind, a date in the same line. */
static bool
holds_date(const bl_visible *v, bl_span *text)
{
    static const char *const signs[] = {"|", "\xC2\xB7", "\xE2\x80\xA2", " - ", " \xE2\x80\x93 ", "\xE2\x80\x94"};
    for (size_t i = 0; i < BL_COUNT(signs); i++) {
        bl_span sign = bl_span_of(signs[i]);
        size_t first = bl_span_find(*text, sign, 0);
        if (first == BL_NOT_FOUND)
            continue;
        bl_span head = bl_trim(bl_span_head(*text, first));
        bl_span rest = bl_trim(bl_span_cut(*text, first + sign.n)), tail = rest;
        bool is_head_dated = is_date(head), is_tail_dated = false;
        for (size_t at; (at = bl_span_find(tail, sign, 0)) != BL_NOT_FOUND;) {
            is_tail_dated |= is_date(bl_trim(bl_span_head(tail, at)));
            tail = bl_trim(bl_span_cut(tail, at + sign.n));
        }
        if ((is_tail_dated || is_date(tail)) && is_names(v, head)) {
            *text = head;
            return true;
        }
        if (is_head_dated && is_names(v, rest)) {
            *text = rest;
            return true;
        }
    }
    return false;
}

/* "张三/例子日报": a name and its house, with a stroke between them. */
static bool
is_name_and_house(const bl_visible *v, bl_span text)
{
    static const bl_line_context context = {.language = "zh"};
    size_t stroke = bl_span_find_char(text, '/', 0);
    if (stroke == BL_NOT_FOUND || text.n > HOUSED_BYTES || (unsigned char)text.p[0] < 0xE3)
        return false;
    byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing);
    return people.people_count == 1 && people.people[0]->outlet && people.people[0]->role == BYLINE_ROLE_AUTHOR &&
           strlen(people.people[0]->name) == stroke;
}

int
bl_name_line(const bl_visible *v, bl_node n, bl_span *names)
{
    const uint64_t other = BL_WORD_SECTION | BL_WORD_TAGS | BL_WORD_KICKER | BL_WORD_DATELINE |
                           BL_WORD_BREADCRUMB | BL_WORD_TEASER | BL_WORD_SIDEBAR;
    const bl_document *doc = v->doc;
    size_t size = bl_text_size(v->evidence, n);
    if (bl_near_headline(v, n) == BL_FAR || size < 5 || size > DATED_BYTES || n == v->headline ||
        !bl_is_line(doc, n) || bl_contains(doc, n, v->headline) || bl_contains(doc, v->headline, n) ||
        bl_in_furniture(v, n) || (bl_words_around(v->evidence, n) & other))
        return 0;
    *names = bl_by_line_text(v, n, DATED_BYTES);
    bool is_plain = is_plain_line(v, n), is_close = is_plain && bl_close_to_headline(v, n);
    int weight = begins_text(v, n)             ? BL_WEIGHT_AUTHOR_BOLD
                 : is_plain && is_dated(v, n) ? BL_WEIGHT_AUTHOR_DATED
                 : is_close && bl_begins_with_given_name(*names) ? BL_WEIGHT_AUTHOR_GIVEN
                                                                 : 0;
    if (weight == 0 && is_close && is_name_and_house(v, *names))
        return BL_WEIGHT_AUTHOR_GIVEN;
    if (weight && (is_names(v, *names) || is_name_and_house(v, *names)))
        return weight;
    return holds_date(v, names) ? BL_WEIGHT_AUTHOR_DATED : 0;
}
