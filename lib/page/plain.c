/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/plain.h"

#include "base/unicode.h"
#include "page/lex.h"
#include "page/plain_lines.h"

enum {
    TITLE_BYTES = 300,
    TITLE_WORDS = 35,
    TITLE_SENTENCE = 14, /* words of a title that ends in a full stop */
    KICKER_WORDS = 3,    /* a line of so few words before a longer one is not the title */
    TITLE_LEAST = 4,     /* and that longer one has so many */
    HEADING_WORDS = 14,
    SENTENCE_WORDS = 12, /* a line of so many words is running text, however it ends */
    NAMES_WORDS = 10,    /* a line without a full stop above the text: who wrote it */
    SHORT_ADDRESS = 40,  /* a longer one was not made to be typed off */
    WRAP_LEAST = 45,     /* a text that was broken into lines has lines of so many bytes */
    WRAP_MOST = 110
};

typedef enum unit_kind {
    UNIT_PARAGRAPH,
    UNIT_LIST,
    UNIT_TITLE,
    UNIT_KICKER,
    UNIT_LEAD,
    UNIT_DATE,
    UNIT_ADDRESS,
    UNIT_FIGURE, /* its last line may be a credit */
    UNIT_HEADING
} unit_kind;

/* Lines that become one element. */
typedef struct unit {
    unit_kind kind;
    size_t first;
    size_t last;
} unit;

typedef struct reader {
    bl_page *page;
    bl_outline *out;
    bl_plain_lines lines;
    BL_VECTOR(unit) units;
    size_t title;       /* the line; lines.count where there is none */
    bool any_paragraph; /* the body has begun */
} reader;

bool
bl_is_plain(bl_span text)
{
    const char *p = text.p, *end = p + text.n;
    if (bl_span_starts(bl_trim(text), BL_SPAN("<")))
        return false;
    for (; (p = memchr(p, '<', (size_t)(end - p))); p++) {
        size_t n = 0;
        const char *name = p + 1 + (end - p > 1 && p[1] == '/');
        while (n < 16 && name + n < end && (bl_is_alpha(name[n]) || bl_is_digit(name[n])))
            n++;
        if (n && bl_tag_find(bl_span_from(name, n)) != BL_TAG_OTHER && name + n < end &&
            (name[n] == '>' || name[n] == '/' || bl_is_space(name[n])))
            return false;
    }
    return true;
}

static bool
is_title(const bl_plain_line *line)
{
    return line->kind == BL_LINE_TEXT && line->text.n <= TITLE_BYTES && line->words <= TITLE_WORDS &&
           line->words > 0 && (!line->ends || line->words <= TITLE_SENTENCE);
}

/* The first line that may be one; a heading that is marked as the first of all surely is. */
static size_t
find_title(const bl_plain_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const bl_plain_line *line = &lines->at[i];
        if (line->kind == BL_LINE_HEADING && line->level == 1)
            return i;
        if (line->kind != BL_LINE_TEXT)
            continue;
        if (!is_title(line))
            break;
        const bl_plain_line *next = line + 1;
        if (line->words <= KICKER_WORDS && i + 1 < lines->count && is_title(next) && !next->ends &&
            next->words >= TITLE_LEAST)
            return i + 1;
        return i;
    }
    return lines->count;
}

static bool
is_single(const bl_plain_lines *lines, size_t i)
{
    return (i == 0 || lines->at[i - 1].block != lines->at[i].block) &&
           (i + 1 == lines->count || lines->at[i + 1].block != lines->at[i].block);
}

/* A short line alone, not a sentence, with a paragraph behind it. */
static bool
is_heading(const bl_plain_lines *lines, size_t i)
{
    const bl_plain_line *line = &lines->at[i];
    if (!is_single(lines, i) || line->ends || line->words > HEADING_WORDS || i + 1 == lines->count)
        return false;
    const bl_plain_line *next = line + 1;
    return next->kind == BL_LINE_TEXT && (next->ends || next->words >= SENTENCE_WORDS);
}

/* The last line of a paragraph that was broken into lines of about one width; i itself where it was not. */
static size_t
wrapped_end(const bl_plain_lines *lines, size_t i)
{
    size_t last = i, ends = 0;
    while (last + 1 < lines->count && lines->at[last + 1].block == lines->at[i].block &&
           lines->at[last + 1].kind == BL_LINE_TEXT) {
        if (lines->at[last].text.n < WRAP_LEAST || lines->at[last].text.n > WRAP_MOST)
            return i;
        ends += lines->at[last].ends;
        last++;
    }
    return ends * 2 > last - i || lines->at[last].text.n > WRAP_MOST ? i : last;
}

/* The unit that starts at line i, behind the title. */
static unit
unit_at(const bl_plain_lines *lines, size_t i)
{
    const bl_plain_line *line = &lines->at[i];
    bool any_next = i + 1 < lines->count && line[1].block == line->block;
    unit made = {UNIT_PARAGRAPH, i, i};
    switch ((bl_line_kind)line->kind) {
    case BL_LINE_ITEM:
        made.kind = UNIT_LIST;
        while (made.last + 1 < lines->count && lines->at[made.last + 1].kind == BL_LINE_ITEM)
            made.last++;
        break;
    case BL_LINE_DATE:
        made.kind = UNIT_DATE;
        break;
    case BL_LINE_ADDRESS:
        made.kind = UNIT_ADDRESS;
        break;
    case BL_LINE_CREDIT:
        made.kind = UNIT_FIGURE;
        break;
    case BL_LINE_HEADING:
        made.kind = UNIT_HEADING;
        break;
    default:
        if (any_next && line[1].kind == BL_LINE_CREDIT) {
            made.kind = UNIT_FIGURE;
            made.last = i + 1;
        } else if (line->kind == BL_LINE_CAPTION) {
            made.kind = UNIT_FIGURE;
        } else if (is_heading(lines, i)) {
            made.kind = UNIT_HEADING;
        } else {
            made.last = wrapped_end(lines, i);
        }
        break;
    }
    return made;
}

static void
read_units(reader *r)
{
    for (size_t i = 0; i < r->lines.count;) {
        if (r->lines.at[i].kind == BL_LINE_RULE) {
            i++;
            continue;
        }
        unit made = unit_at(&r->lines, i);
        if (i == r->title)
            made = (unit){UNIT_TITLE, i, i};
        else if (i < r->title && r->lines.at[i].kind == BL_LINE_TEXT)
            made = (unit){UNIT_KICKER, i, i};
        BL_PUSH(r->out->arena, &r->units, made);
        i = made.last + 1;
    }
}

static bool
is_short(const reader *r, const unit *u)
{
    const bl_plain_line *line = &r->lines.at[u->first];
    return u->first == u->last && !line->ends && line->words <= NAMES_WORDS;
}

/* The first paragraph below the title is the lead where something other than text stands behind it. */
static void
find_lead(reader *r)
{
    size_t i = 0;
    while (i < r->units.count && r->units.at[i].kind != UNIT_TITLE)
        i++;
    for (i++; i < r->units.count; i++) {
        unit *u = &r->units.at[i];
        if (u->kind == UNIT_HEADING && is_short(r, u))
            u->kind = UNIT_PARAGRAPH; /* directly below the title it is a name, not a heading */
        if (u->kind == UNIT_DATE || u->kind == UNIT_ADDRESS || is_short(r, u))
            continue;
        const unit *next = i + 1 < r->units.count ? u + 1 : u;
        if (u->kind == UNIT_PARAGRAPH && (next->kind == UNIT_DATE || next->kind == UNIT_ADDRESS ||
                                          next->kind == UNIT_FIGURE))
            u->kind = UNIT_LEAD;
        return;
    }
}

static size_t
offset_of(const reader *r, const char *p)
{
    return (size_t)(p - r->page->text.p);
}

static void
start(reader *r, const char *name, bl_span text)
{
    bl_outline_mark(r->out, BL_MARK_START, bl_tag_find(bl_span_of(name)), offset_of(r, text.p), text.n);
    bl_builder_add_char(&r->out->html, '<');
    bl_builder_add(&r->out->html, bl_span_of(name));
    bl_builder_add_char(&r->out->html, '>');
    r->out->nodes++;
}

/* An attribute of the element that was just started. */
static void
add_attribute(reader *r, bl_attribute name, bl_span value)
{
    bl_mark *mark = bl_mark_at(r->out, r->out->mark_count - 1);
    if (mark->attribute_count++ == 0)
        mark->attributes = (uint32_t)r->out->attributes.count;
    BL_PUSH(r->out->kept, &r->out->attributes, bl_attribute_with(name, value));
}

static void
stop(reader *r, const char *name)
{
    bl_builder_add(&r->out->html, BL_SPAN("</"));
    bl_builder_add(&r->out->html, bl_span_of(name));
    bl_builder_add_char(&r->out->html, '>');
}

static void
write_text(reader *r, bl_span text)
{
    bl_outline_mark(r->out, BL_MARK_RAW, BL_TAG_TEXT, offset_of(r, text.p), text.n);
    bl_builder_add_char(&r->out->html, BL_STAND_IN);
    r->out->nodes++;
}

/* An element with nothing but text. */
static void
write(reader *r, const char *name, bl_span text, const char *class_name)
{
    start(r, name, text);
    if (class_name)
        add_attribute(r, BL_ATTR_CLASS, bl_span_of(class_name));
    write_text(r, text);
    stop(r, name);
}

static bl_span
span_of_lines(const reader *r, size_t first, size_t last)
{
    const char *from = r->lines.at[first].text.p;
    bl_span end = r->lines.at[last].text;
    return bl_span_from(from, (size_t)(end.p + end.n - from));
}

static void
write_list(reader *r, const unit *u, bool is_before_title)
{
    bl_span whole = span_of_lines(r, u->first, u->last);
    if (is_before_title)
        start(r, "nav", whole);
    start(r, "ul", whole);
    for (size_t i = u->first; i <= u->last; i++) {
        bl_span text = r->lines.at[i].text;
        if (!is_before_title) {
            write(r, "li", text, NULL);
            continue;
        }
        start(r, "li", text);
        write(r, "a", text, NULL);
        stop(r, "li");
    }
    stop(r, "ul");
    if (is_before_title)
        stop(r, "nav");
}

static void
write_figure(reader *r, const unit *u)
{
    bl_span whole = span_of_lines(r, u->first, u->last);
    start(r, "figure", whole);
    start(r, "figcaption", whole);
    bool any_credit = r->lines.at[u->last].kind == BL_LINE_CREDIT;
    if (!any_credit || u->last > u->first)
        write(r, "span", r->lines.at[u->first].text, NULL);
    if (any_credit)
        write(r, "small", r->lines.at[u->last].text, "credit");
    stop(r, "figcaption");
    stop(r, "figure");
}

/* An address above the text is there to be shared, not to be read. */
static void
write_address(reader *r, bl_span text)
{
    const char *around = r->any_paragraph ? "p" : "nav";
    start(r, around, text);
    if (!r->any_paragraph)
        add_attribute(r, BL_ATTR_CLASS, BL_SPAN("share"));
    start(r, "a", text);
    add_attribute(r, BL_ATTR_HREF, text);
    if (!r->any_paragraph && text.n <= SHORT_ADDRESS)
        add_attribute(r, BL_ATTR_CLASS, BL_SPAN("shortlink"));
    write_text(r, text);
    stop(r, "a");
    stop(r, around);
}

static void
write_unit(reader *r, const unit *u, bool is_before_title)
{
    static const char *const headings[] = {"h2", "h1", "h2", "h3", "h4", "h5", "h6"};
    bl_span text = span_of_lines(r, u->first, u->last);
    switch (u->kind) {
    case UNIT_TITLE:
        write(r, "h1", text, NULL);
        break;
    case UNIT_KICKER:
        write(r, "p", text, "kicker");
        break;
    case UNIT_LEAD:
        write(r, "p", text, "lead");
        break;
    case UNIT_HEADING:
        write(r, headings[r->lines.at[u->first].level], text, NULL);
        break;
    case UNIT_LIST:
        write_list(r, u, is_before_title);
        break;
    case UNIT_FIGURE:
        write_figure(r, u);
        break;
    case UNIT_DATE:
        start(r, "p", text);
        write(r, "time", text, NULL);
        stop(r, "p");
        break;
    case UNIT_ADDRESS:
        write_address(r, text);
        break;
    default:
        write(r, "p", text, NULL);
        break;
    }
}

/* The head of the article ends with the first paragraph that is neither its lead nor a line of names. */
static bool
begins_body(const reader *r, const unit *u)
{
    return u->kind == UNIT_PARAGRAPH && !is_short(r, u);
}

void
bl_plain_outline(bl_page *page, bl_outline *outline)
{
    reader r = {.page = page, .out = outline};
    r.lines = bl_plain_read_lines(page, outline->arena);
    r.title = find_title(&r.lines);
    read_units(&r);
    find_lead(&r);
    bl_builder_add(&outline->html, BL_SPAN("<!DOCTYPE html><html><body>"));
    const char *part = NULL; /* of the article, that is open */
    bool is_before = r.title < r.lines.count;
    for (size_t i = 0; i < r.units.count; i++) {
        const unit *u = &r.units.at[i];
        bl_span rest = span_of_lines(&r, u->first, r.lines.count - 1);
        is_before &= u->kind != UNIT_TITLE;
        if (!part && (u->kind == UNIT_KICKER || !is_before)) {
            start(&r, "article", rest);
            start(&r, part = "header", rest);
        }
        if (part && !r.any_paragraph && begins_body(&r, u)) {
            stop(&r, part);
            start(&r, part = "div", rest);
            add_attribute(&r, BL_ATTR_CLASS, BL_SPAN("article-body"));
            r.any_paragraph = true;
        }
        write_unit(&r, u, is_before);
    }
    if (part) {
        stop(&r, part);
        stop(&r, "article");
    }
}
