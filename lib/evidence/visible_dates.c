/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Dates as a reader sees them: time elements, date classes, lines beside the headline, labelled lines. */
#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/date_line.h"
#include "evidence/visible_date_place.h"
#include "evidence/visible_labels.h"
#include "evidence/visible_names.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    DATE_TEXT = 160,  /* bytes of a line that is a date with its labels */
    LABEL_BACK = 80,  /* bytes of text before a time element in which its label stands */
    LABEL_NODES = 12, /* nodes before it */
    LABEL_REACH = 40, /* bytes from a label to its date in a sentence, with a name between */
    WIDE_REACH = 24,  /* ... from one in Chinese or Japanese, which is part of ordinary words too */
    CLOCK_TEXT = 14,  /* bytes of a time in an element of its own: "10:03 AM EDT" */
    COLOPHON_TEXT = 400,
    TITLE_LABEL = 24, /* bytes around a date in words in a title: "Published on" */
    LEAST_TEXT = 4,        /* bytes of the shortest date; less is a bar beside it */
    LINE_TEXT = 120,       /* bytes of an unmarked line that may be a date */
    OTHER_DAY = 2 * BL_DAY, /* seconds that no zone and no day without a time explains */
};

/* Of the labels in folded, the last one's kind; *behind, where given, is what follows it. */
static bl_label
last_label(bl_span folded, bl_span *behind)
{
    bl_label last = BL_LABEL_NONE, found;
    size_t start, end, at = 0;
    while ((found = bl_label_find(folded, at, false, &start, &end)) != BL_LABEL_NONE) {
        last = found;
        at = end;
    }
    if (behind)
        *behind = bl_span_cut(folded, at);
    return last;
}

/* What stands before a time element: "Updated" in the same line. */
static bl_label
label_before(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_arena *arena = v->evidence->passing;
    bl_node up = doc->nodes[n].parent;
    for (bl_node i = n, steps = 0; i > 0 && steps < LABEL_NODES; steps++) {
        i--;
        if (bl_is_element(doc, i)) {
            if (doc->nodes[i].tag == BL_TAG_TIME)
                return BL_LABEL_NONE;
            continue;
        }
        if (doc->nodes[i].is_blank)
            continue;
        if (up != BL_NO_NODE && doc->nodes[up].parent != BL_NO_NODE &&
            !bl_contains(doc, doc->nodes[up].parent, i))
            return BL_LABEL_NONE;
        if (doc->nodes[i].text_size > LABEL_BACK)
            return BL_LABEL_NONE;
        bl_span behind;
        bl_label label = last_label(bl_fold(arena, bl_node_text(&doc->nodes[i])), &behind);
        if (bl_holds_digit(behind)) /* another date, with a label of its own or without */
            return BL_LABEL_NONE;
        if (label != BL_LABEL_NONE)
            return label;
    }
    return BL_LABEL_NONE;
}

static bl_field
field_of(bl_label label, uint64_t words)
{
    if (label == BL_LABEL_MODIFIED || (label == BL_LABEL_NONE && (words & BL_WORD_MODIFIED)))
        return BL_FIELD_MODIFIED;
    return BL_FIELD_PUBLISHED;
}

/* In a sentence a label speaks of the date only where that follows at once: "published on Monday, 1 May". */
static bool
starts_with_date(const bl_visible *v, bl_span part, size_t reach)
{
    bl_line_context context = {.now = v->evidence->now};
    byline_date date;
    bl_span where;
    return bl_read_date_in(part, &context, &date, &where) && (size_t)(where.p - part.p) <= reach;
}

/* "Published: 1 May 2020, updated: 2 May 2020": one claim for each part. text is clean. */
static void
claim_labelled(const bl_visible *v, bl_node n, bl_span text, uint64_t words, int weight, int labelled)
{
    bl_arena *arena = v->evidence->passing;
    bl_span folded = bl_fold(arena, text);
    size_t start = 0, end = 0, from = 0;
    bl_label label = BL_LABEL_NONE, next;
    /* Places in folded are places in text where folding kept the length; else the folded text is as good. */
    bl_span source = folded.n == text.n ? text : folded;
    do {
        next = bl_label_find(folded, end, false, &start, &end);
        bl_span part = bl_span_from(source.p + from, (next == BL_LABEL_NONE ? source.n : start) - from);
        if (bl_holds_digit(part)) {
            bl_field field = field_of(label, label == BL_LABEL_NONE && next == BL_LABEL_NONE ? words : 0);
            int worth = label == BL_LABEL_NONE    ? weight
                        : label == BL_LABEL_OTHER ? BL_WEIGHT_DATE_OTHER
                        : label == BL_LABEL_FIRST && labelled >= BL_WEIGHT_DATE_LABEL_FAR
                            ? BL_WEIGHT_DATE_FIRST
                            : labelled;
            bool is_wide = from >= 3 && (unsigned char)source.p[from - 3] >= 0xE3; /* "本厂发布新船 2024-05-06" */
            if ((weight == BL_WEIGHT_DATE_PROSE && !starts_with_date(v, part, LABEL_REACH)) ||
                (is_wide && !starts_with_date(v, part, WIDE_REACH))) {
                worth = weight;
                field = field_of(BL_LABEL_NONE, 0);
            }
            bl_visible_claim(v, field, worth, part, n);
        }
        from = end;
        label = next;
    } while (next != BL_LABEL_NONE);
}

/* Is a reader shown quite another day than machines are? */
static bool
says_other_day(const bl_visible *v, bl_span machine, bl_span text)
{
    bl_line_context context = {.now = v->evidence->now};
    byline_date told, shown;
    return bl_holds_digit(text) && bl_read_date(text, &context, &shown) &&
           shown.precision >= BYLINE_PRECISION_DAY && bl_read_machine_date(machine, &context, &told) &&
           told.precision >= BYLINE_PRECISION_DAY &&
           (shown.seconds > told.seconds + OTHER_DAY || shown.seconds < told.seconds - OTHER_DAY);
}

/* A date that the element holds for scripts, which put "two hours ago" in its place; empty where there is none. */
static bl_span
machine_date(const bl_visible *v, bl_node n)
{
    static const bl_attribute attributes[] = {
        BL_ATTR_DATA_DATETIME,     BL_ATTR_DATA_TIMESTAMP,    BL_ATTR_DATA_DATE,    BL_ATTR_DATA_PUBLISHED,
        BL_ATTR_DATA_PUBLISHED_AT, BL_ATTR_DATA_PUBLISH_DATE, BL_ATTR_DATA_PUBDATE, BL_ATTR_DATA_UTC,
        BL_ATTR_DATA_TIME,         BL_ATTR_TITLE};
    static const bool asked[BL_ATTR_COUNT] = {
        [BL_ATTR_DATA_DATETIME] = true,     [BL_ATTR_DATA_TIMESTAMP] = true,    [BL_ATTR_DATA_DATE] = true,
        [BL_ATTR_DATA_PUBLISHED] = true,    [BL_ATTR_DATA_PUBLISHED_AT] = true, [BL_ATTR_DATA_PUBLISH_DATE] = true,
        [BL_ATTR_DATA_PUBDATE] = true,      [BL_ATTR_DATA_UTC] = true,          [BL_ATTR_DATA_TIME] = true,
        [BL_ATTR_TITLE] = true,
    };
    byline_date date;
    if (!bl_has_any(v->doc, n, asked))
        return BL_EMPTY;
    for (size_t i = 0; i < BL_COUNT(attributes); i++) {
        bl_span value = bl_trim(bl_attribute_of(v->doc, n, attributes[i]));
        if (value.n <= DATE_TEXT && bl_holds_digit(value) && bl_read_machine_date(value, NULL, &date))
            return value;
    }
    return BL_EMPTY;
}

/* The date in words that a reader is shown over "two hours ago", which is all of the title. */
static bl_span
titled_date(const bl_visible *v, bl_node n)
{
    bl_span title = bl_trim(bl_attribute_of(v->doc, n, BL_ATTR_TITLE)), where;
    bl_line_context context = {.now = v->evidence->now};
    byline_date date;
    bool is_date = bl_holds_digit(title) && title.n <= DATE_TEXT && bl_read_date_in(title, &context, &date, &where) &&
                   date.precision >= BYLINE_PRECISION_DAY && title.n - where.n <= TITLE_LABEL;
    return is_date ? title : BL_EMPTY;
}

static void
claim_time(const bl_visible *v, bl_node n)
{
    static const bl_attribute attributes[] = {BL_ATTR_DATETIME,      BL_ATTR_CONTENT,
                                              BL_ATTR_DATA_DATETIME, BL_ATTR_DATA_TIMESTAMP,
                                              BL_ATTR_DATA_DATE,     BL_ATTR_DATA_TIME};
    bl_span value = BL_EMPTY;
    for (size_t i = 0; i < BL_COUNT(attributes) && !bl_holds_digit(value); i++)
        value = bl_trim(bl_attribute_of(v->doc, n, attributes[i]));
    if (!bl_holds_digit(value))
        value = machine_date(v, n);
    if (value.n == 0)
        value = titled_date(v, n);
    bl_span text = bl_date_line(v->evidence, n, DATE_TEXT);
    bool is_machine = bl_holds_digit(value) && value.n <= DATE_TEXT;
    if (!is_machine && !bl_holds_digit(text))
        return;
    bool elsewhere = bl_date_is_elsewhere(v, n);
    is_machine = is_machine && (elsewhere || !says_other_day(v, value, text));
    bl_label label = last_label(bl_fold(v->evidence->passing, text), NULL);
    if (label == BL_LABEL_NONE)
        label = label_before(v, n);
    else if (!is_machine)
        label = BL_LABEL_NONE; /* claim_labelled() reads it again, part by part */
    bl_nearness near = bl_date_nearness(v, n);
    bl_node up = v->doc->nodes[n].parent;
    uint64_t words = v->evidence->words[n] | (up != BL_NO_NODE ? v->evidence->words[up] : 0);
    int weight = near == BL_FAR ? BL_WEIGHT_DATE_TIME_FAR : BL_WEIGHT_DATE_TIME;
    if (near == BL_BELOW && !bl_close_to_headline(v, n))
        weight = BL_WEIGHT_DATE_TIME_LOWER;
    if (bl_attribute_of(v->doc, n, BL_ATTR_PUBDATE).p)
        weight += BL_WEIGHT_DATE_MARKED;
    if (elsewhere)
        weight = bl_date_weight_elsewhere(v, n);
    else if (label == BL_LABEL_OTHER)
        weight = BL_WEIGHT_DATE_OTHER;
    if (is_machine)
        bl_visible_claim(v, field_of(label, words), weight, value, n);
    else
        claim_labelled(v, n, text, label == BL_LABEL_MODIFIED ? BL_WORD_MODIFIED : words, weight, weight);
}

static bool
holds_time(const bl_document *doc, bl_node n)
{
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++)
        if (doc->nodes[i].tag == BL_TAG_TIME)
            return true;
    return false;
}

/* Does an element inside n carry a date class of its own? */
static bool
holds_date(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++)
        if ((v->evidence->words[i] & (BL_WORD_DATE | BL_WORD_MODIFIED)) &&
            bl_text_size(v->evidence, i) >= LEAST_TEXT)
            return true;
    return false;
}

/* The date with the time that stands behind it in an element of its own. */
static bl_span
with_clock(const bl_visible *v, bl_node n, bl_span text)
{
    const bl_document *doc = v->doc;
    bl_span clock = bl_text_beside(v, n, false);
    bl_line_context context = {.now = v->evidence->now};
    byline_date date;
    if (clock.n < LEAST_TEXT || clock.n > CLOCK_TEXT || !bl_is_digit(clock.p[0]) ||
        bl_span_find_char(clock, ':', 0) == BL_NOT_FOUND || !bl_read_date(text, &context, &date) ||
        date.precision != BYLINE_PRECISION_DAY)
        return text;
    bl_node holder = doc->nodes[n].end;
    while (holder < doc->count && (doc->nodes[holder].is_blank || !(v->evidence->words[holder] & BL_WORD_DATE))) {
        if (!bl_is_element(doc, holder) && !doc->nodes[holder].is_blank)
            return text;
        holder++;
    }
    bl_builder b = bl_builder_in(v->evidence->arena);
    bl_builder_add(&b, text);
    bl_builder_add_char(&b, ' ');
    bl_builder_add(&b, clock);
    return bl_builder_span(&b);
}

static void
claim_date_class(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    if (doc->nodes[n].end - n > LABEL_NODES * 4 || holds_time(doc, n) || holds_date(v, n))
        return;
    bl_nearness near = bl_date_nearness(v, n);
    int weight = near == BL_FAR ? BL_WEIGHT_DATE_CLASS_FAR : BL_WEIGHT_DATE_CLASS;
    if (near == BL_BELOW && !bl_close_to_headline(v, n))
        weight = BL_WEIGHT_DATE_CLASS_LOWER;
    int labelled = near == BL_FAR ? BL_WEIGHT_DATE_LABEL_FAR : BL_WEIGHT_DATE_LABEL;
    if (bl_date_is_elsewhere(v, n))
        weight = labelled = bl_date_weight_elsewhere(v, n);
    uint64_t words = v->evidence->words[n];
    bl_span value = machine_date(v, n);
    if (value.n) {
        bl_label label = label_before(v, n);
        bl_visible_claim(v, field_of(label, words), label == BL_LABEL_OTHER ? BL_WEIGHT_DATE_OTHER : weight, value,
                         n);
        return;
    }
    bl_span text = bl_date_line(v->evidence, n, DATE_TEXT);
    if (!bl_holds_digit(text))
        return;
    bl_label before = last_label(bl_fold(v->evidence->passing, text), NULL) == BL_LABEL_NONE
                          ? label_before(v, n)
                          : BL_LABEL_NONE;
    if (before == BL_LABEL_MODIFIED)
        words |= BL_WORD_MODIFIED;
    else if (before == BL_LABEL_OTHER)
        weight = BL_WEIGHT_DATE_OTHER;
    claim_labelled(v, n, with_clock(v, n, text), words, weight, labelled);
}

static bool
parts_lines(const bl_visible *v, bl_node n)
{
    uint8_t tag = v->doc->nodes[n].tag;
    return tag == BL_TAG_BR || (bl_is_element(v->doc, n) && bl_tag_is_block((bl_tag)tag));
}

/* Is n a few emphasized words of a paragraph, with text on both sides in the same line? */
static bool
is_in_flow(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node up = doc->nodes[n].parent, before = n - 1, behind = doc->nodes[n].end;
    if (up == BL_NO_NODE || bl_tag_is_block((bl_tag)doc->nodes[n].tag))
        return false;
    while (before > up && doc->nodes[before].is_blank)
        before--;
    while (before > up && doc->nodes[before].parent != up)
        before = doc->nodes[before].parent;
    while (behind < doc->nodes[up].end && doc->nodes[behind].is_blank)
        behind++;
    return before > up && behind < doc->nodes[up].end && !parts_lines(v, before) && !parts_lines(v, behind);
}

/* "two hours ago" without a date class, but with the date for scripts, near the headline. */
static bool
claim_machine_line(const bl_visible *v, bl_node n)
{
    bl_span value = machine_date(v, n);
    byline_date date;
    if (!value.n || bl_text_size(v->evidence, n) > LINE_TEXT || bl_date_nearness(v, n) == BL_FAR ||
        bl_date_is_elsewhere(v, n) ||
        n == v->headline || !bl_read_machine_date(value, NULL, &date) || date.precision < BYLINE_PRECISION_DAY)
        return false;
    bl_label label = label_before(v, n);
    bl_visible_claim(v, field_of(label, 0),
                     label == BL_LABEL_OTHER ? BL_WEIGHT_DATE_OTHER : BL_WEIGHT_DATE_DATA, value, n);
    return true;
}

/* A line without a date class: near the headline any that reads as a date, elsewhere one with a label. */
static void
claim_date_line(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    size_t size = bl_text_size(v->evidence, n);
    if (size < LEAST_TEXT || size > LINE_TEXT || !bl_may_hold_digit(v->evidence, n))
        return;
    if (!bl_is_line(doc, n) || holds_time(doc, n) || holds_date(v, n) || n == v->headline)
        return;
    bl_span text = bl_date_line(v->evidence, n, LINE_TEXT), where;
    if (!bl_holds_digit(text) || bl_date_is_elsewhere(v, n))
        return;
    bl_line_context context = {.now = v->evidence->now};
    byline_date date;
    if (!bl_read_date_in(text, &context, &date, &where) || date.precision < BYLINE_PRECISION_DAY)
        return;
    bl_nearness near = bl_date_nearness(v, n);
    bool is_lower = near == BL_BELOW && !bl_close_to_headline(v, n);
    int weight = bl_date_is_prose(text, where) || is_in_flow(v, n) ? BL_WEIGHT_DATE_PROSE
                 : is_lower                                        ? BL_WEIGHT_DATE_LINE_LOWER
                 : near != BL_FAR                                  ? BL_WEIGHT_DATE_LINE
                                                                   : BL_WEIGHT_DATE_LINE_FAR;
    int labelled = near != BL_FAR ? BL_WEIGHT_DATE_LABEL : BL_WEIGHT_DATE_LABEL_FAR;
    bl_label inside = last_label(bl_fold(v->evidence->passing, text), NULL);
    bl_label before = inside == BL_LABEL_NONE ? label_before(v, n) : BL_LABEL_NONE;
    if (before == BL_LABEL_OTHER)
        bl_visible_claim(v, BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_OTHER, text, n);
    else if (before != BL_LABEL_NONE)
        bl_visible_claim(v, field_of(before, 0), labelled, text, n);
    else if (near != BL_FAR || inside != BL_LABEL_NONE)
        claim_labelled(v, n, text, 0, weight, labelled);
}

/*
 * The sentence below many blog posts: "This entry was posted on 1 May 2020 at 10:15 and is filed under ...". In
 * some languages the verb stands behind the date.
 */
static void
claim_colophon(const bl_visible *v, bl_node n)
{
    uint64_t around = bl_words_around(v->evidence, n);
    if (!(around & BL_WORD_META) || bl_text_size(v->evidence, n) <= LINE_TEXT || !bl_is_line(v->doc, n) ||
        bl_date_is_elsewhere(v, n))
        return;
    bl_span text = bl_date_line(v->evidence, n, COLOPHON_TEXT), where, folded;
    bl_line_context context = {.now = v->evidence->now};
    byline_date date;
    if (text.n == 0 || !bl_read_date_in(text, &context, &date, &where) ||
        date.precision < BYLINE_PRECISION_DAY)
        return;
    size_t start = (size_t)(where.p - text.p), from = start > LABEL_REACH ? start - LABEL_REACH : 0, begin,
           end;
    bl_span beside = bl_span_head(bl_span_cut(text, from), start - from + where.n + LABEL_REACH);
    folded = bl_fold(v->evidence->passing, beside);
    bl_label label = bl_label_find(folded, 0, false, &begin, &end);
    if (label == BL_LABEL_PUBLISHED || label == BL_LABEL_MODIFIED)
        bl_visible_claim(v, field_of(label, 0), BL_WEIGHT_DATE_LABEL_FAR, where, n);
}

void
bl_visible_date(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint64_t own = v->evidence->words[n];
    if (doc->nodes[n].tag == BL_TAG_TIME) {
        claim_time(v, n);
        return;
    }
    if (bl_closest(doc, n, BL_TAG_TIME) != BL_NO_NODE)
        return;
    if (own & (BL_WORD_DATE | BL_WORD_MODIFIED)) {
        claim_date_class(v, n);
        return;
    }
    bl_node up = doc->nodes[n].parent;
    if (up != BL_NO_NODE && (v->evidence->words[up] & (BL_WORD_DATE | BL_WORD_MODIFIED)) &&
        bl_text_size(v->evidence, up) <= DATE_TEXT)
        return; /* its parent is the date */
    uint8_t tag = doc->nodes[n].tag;
    bool may_be_line = bl_tag_is_block((bl_tag)tag) || tag == BL_TAG_SPAN || tag == BL_TAG_EM ||
                       tag == BL_TAG_I || tag == BL_TAG_SMALL || tag == BL_TAG_FONT || tag == BL_TAG_ABBR ||
                       tag == BL_TAG_B || tag == BL_TAG_STRONG;
    bool is_inner = up != BL_NO_NODE && !bl_tag_is_block((bl_tag)tag) &&
                    bl_text_size(v->evidence, up) == bl_text_size(v->evidence, n);
    if (may_be_line && claim_machine_line(v, n))
        return;
    if (may_be_line && !is_inner) {
        claim_date_line(v, n);
        claim_colophon(v, n);
    }
}
