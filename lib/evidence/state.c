/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The state of an application that a script embeds: the article's HTML as one string, for a page that shows none. */
#include "base/unicode.h"
#include "evidence/json_plain.h"
#include "evidence/plain.h"
#include "evidence/sources.h"
#include "evidence/weights.h"

/* A text of so many paragraphs may be an article; of fewer it is a note, a caption or a line of the footer. */
enum { PARAGRAPHS_LEAST = 3 };

/* A page that shows so many paragraphs of so many bytes shows its text: its state need not be read. */
enum { SHOWN_ENOUGH = 5, SHOWN_BYTES = 200 };

typedef struct finder {
    bl_evidence *evidence;
    size_t bytes;  /* of scripts, read so far */
    bl_span best;  /* paragraphs, a line each */
    uint32_t offset;
    uint32_t length;
} finder;

static bool
is_of_name(char c)
{
    return bl_is_alpha(c) || bl_is_digit(c);
}

/* Does text stand at the beginning of a tag's name, and end there? */
static bool
is_tag(bl_span tag, const char *name)
{
    bl_span word = bl_span_of(name);
    if (!bl_span_starts_nocase(tag, word))
        return false;
    BL_HOLDS(tag.p);
    return tag.n == word.n || bl_is_space(tag.p[word.n]) || tag.p[word.n] == '/';
}

static bool
holds_paragraph(bl_span tag)
{
    return is_tag(tag, "p") || is_tag(tag, "h2") || is_tag(tag, "h3") || is_tag(tag, "h4");
}

/* What belongs to a picture. */
static bool
is_of_picture(bl_span tag)
{
    return is_tag(tag, "figure") || is_tag(tag, "figcaption") ||
           bl_span_find_nocase(tag, BL_SPAN("caption"), 0) != BL_NOT_FOUND;
}

/* Where the next end tag of the element starts, or the end: such elements hold none of their own kind. */
static size_t
element_end(bl_span html, size_t from, bl_span tag)
{
    size_t n = 0;
    while (n < tag.n && is_of_name(tag.p[n]))
        n++;
    for (size_t at = from; (at = bl_span_find(html, BL_SPAN("</"), at)) != BL_NOT_FOUND; at += 2) {
        bl_span end = bl_span_cut(html, at + 2);
        if (bl_span_starts_nocase(end, bl_span_head(tag, n)) && (end.n == n || !is_of_name(end.p[n])))
            return at;
    }
    return html.n;
}

/* The paragraphs and headings of HTML, a line each. */
static void
consider(finder *f, bl_span html)
{
    if (html.n <= f->best.n || bl_span_find_nocase(html, BL_SPAN("<p"), 0) == BL_NOT_FOUND)
        return;
    bl_builder b = bl_builder_in(f->evidence->arena);
    size_t paragraphs = 0;
    for (size_t at = 0; (at = bl_span_find_char(html, '<', at)) != BL_NOT_FOUND;) {
        size_t stop = bl_span_find_char(html, '>', at);
        if (stop == BL_NOT_FOUND)
            break;
        bl_span tag = bl_span_from(html.p + at + 1, stop - at - 1);
        at = stop + 1;
        bool of_picture = is_of_picture(tag);
        if (tag.n == 0 || !bl_is_alpha(tag.p[0]) || !(of_picture || holds_paragraph(tag)))
            continue;
        size_t end = element_end(html, at, tag);
        bl_span text = bl_plain(f->evidence->arena, bl_span_from(html.p + at, end - at));
        at = end;
        if (of_picture || bl_trim(text).n == 0)
            continue;
        paragraphs += is_tag(tag, "p");
        text = bl_trim(text);
        for (size_t i = 0; i < text.n; i++)
            bl_builder_add_char(&b, text.p[i] == '\n' ? ' ' : text.p[i]);
        bl_builder_add_char(&b, '\n');
    }
    if (paragraphs >= PARAGRAPHS_LEAST && bl_builder_span(&b).n > f->best.n)
        f->best = bl_builder_span(&b);
}

static void
shortened(finder *f)
{
    if (f->evidence->page->limit == BYLINE_LIMIT_NONE)
        f->evidence->page->limit = BYLINE_LIMIT_JSON_LD;
}

/* Every string inside JSON. */
static void
consider_json(finder *f, bl_span text)
{
    bl_json_tree json = {0};
    bl_json_signs signs = bl_json_count(text);
    if (!bl_json_reserve(f->evidence->arena, &signs, &json)) {
        shortened(f);
        return;
    }
    if (!bl_json_read_plain(f->evidence->arena, text, f->evidence->page->limits.json_ld_depth, &json))
        return;
    for (size_t v = 0; v < json.values.count; v++)
        if (json.values.at[v].type == BL_JSON_STRING)
            consider(f, json.values.at[v].text);
}

/* May it hold paragraphs, in whichever way the sign is escaped? */
static bool
is_of_use(bl_span text)
{
    return bl_span_find(text, BL_SPAN("<p"), 0) != BL_NOT_FOUND ||
           bl_span_find(text, BL_SPAN("u003cp"), 0) != BL_NOT_FOUND ||
           bl_span_find(text, BL_SPAN("u003Cp"), 0) != BL_NOT_FOUND;
}

/* Pieces of a stream are pushed as [1, "..."]: what the string says. */
static bl_span
pushed(const finder *f, bl_span text)
{
    bl_json_tree json = {0};
    size_t from = bl_span_find_char(text, '[', 0), stop = text.n;
    while (stop > 0 && text.p[stop - 1] != ']')
        stop--;
    if (from == BL_NOT_FOUND || stop <= from ||
        !bl_json_read_plain(f->evidence->arena, bl_span_from(text.p + from, stop - from), 2, &json))
        return BL_EMPTY;
    size_t last = json.values.count - 1;
    return json.values.at[last].type == BL_JSON_STRING ? json.values.at[last].text : BL_EMPTY;
}

/* Rows of a stream: a number, a colon, and a line of JSON, or T, the size in hexadecimal digits, a comma and text. */
static void
consider_rows(finder *f, bl_span rows)
{
    while (rows.n) {
        size_t colon = bl_span_find_char(rows, ':', 0), size = 0, at;
        if (colon == BL_NOT_FOUND)
            return;
        rows = bl_span_cut(rows, colon + 1);
        int digit;
        for (at = 1; at < 8 && at < rows.n && (digit = bl_digit_value(rows.p[at], 16)) >= 0; at++)
            size = size * 16 + (size_t)digit;
        if (rows.n && rows.p[0] == 'T' && at < rows.n && rows.p[at] == ',') {
            rows = bl_span_cut(rows, at + 1);
            consider(f, bl_span_head(rows, size));
            rows = bl_span_cut(rows, size);
            continue;
        }
        bl_span line;
        bl_span_next(&rows, '\n', &line);
        if (is_of_use(line))
            consider_json(f, line);
    }
}

/* The bytes of a script count, as those of JSON-LD do. */
static bool
may_read(finder *f, const bl_script *script)
{
    if (script->text.n > f->evidence->page->limits.json_ld_bytes - f->bytes) {
        shortened(f);
        return false;
    }
    f->bytes += script->text.n;
    return true;
}

static bool
shows_text(const bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    const uint32_t *before = evidence->text_before;
    uint32_t shown = 0;
    for (bl_node n = 0; n < doc->count && shown < SHOWN_ENOUGH; n++)
        shown += doc->nodes[n].tag == BL_TAG_P && before[doc->nodes[n].end] - before[n] >= SHOWN_BYTES;
    return shown == SHOWN_ENOUGH;
}

static bool
any_of_use(const bl_page *page)
{
    for (uint32_t i = 0; i < page->state_count; i++)
        if (is_of_use(page->states[i].text))
            return true;
    return false;
}

/* Of a stream all scripts together are where a text was found; they follow each other. */
static void
cover(finder *f, const bl_script *script)
{
    if (f->length == 0)
        f->offset = script->offset;
    f->length = script->offset + script->length - f->offset;
}

void
bl_collect_state(bl_evidence *evidence)
{
    const bl_page *page = evidence->page;
    if (!any_of_use(page) || shows_text(evidence))
        return;
    finder f = {.evidence = evidence}, stream = {.evidence = evidence};
    bl_builder rows = bl_builder_in(evidence->arena);
    bool has_ended = false; /* a stream without one of its pieces would join what does not belong together */
    for (uint32_t i = 0; i < page->state_count; i++) {
        const bl_script *script = &page->states[i];
        size_t before = f.best.n;
        bool is_piece = bl_span_starts(bl_span_trim(script->text), BL_STATE_PUSH);
        if (is_piece ? has_ended : !is_of_use(script->text))
            continue;
        if (!may_read(&f, script)) {
            has_ended |= is_piece;
            continue;
        }
        if (is_piece) {
            bl_builder_add(&rows, pushed(&f, script->text));
            cover(&stream, script);
        } else {
            consider_json(&f, script->text);
        }
        if (f.best.n > before) {
            f.offset = script->offset;
            f.length = script->length;
        }
    }
    consider_rows(&stream, bl_builder_span(&rows));
    const finder *best = stream.best.n > f.best.n ? &stream : &f;
    bl_claim *claim =
        bl_claim_add(evidence, BL_FIELD_BODY, BYLINE_SOURCE_STATE, BL_WEIGHT_BODY_STATE, best->best, BL_NO_NODE);
    if (!claim)
        return;
    claim->offset = best->offset;
    claim->length = best->length;
}
