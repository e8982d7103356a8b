/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The state of an application that a script embeds: the article as HTML or as blocks, for a page that shows none. */
#include "base/unicode.h"
#include "evidence/json_plain.h"
#include "evidence/sources.h"
#include "evidence/state.h"
#include "evidence/weights.h"
#include "page/script.h"

/* A page that shows so many paragraphs of so many bytes shows its text: its state need not be read. */
enum { SHOWN_ENOUGH = 5, SHOWN_BYTES = 200 };
/* States hold other stories too, whole. */
enum { TEXTS_MOST = 8 };

/* A text that may be the article: paragraphs, a line each. */
typedef struct candidate {
    bl_span text;
    uint32_t offset; /* of its script */
    uint32_t length;
} candidate;

typedef struct finder {
    bl_evidence *evidence;
    size_t bytes;                  /* of scripts, read so far */
    candidate longest[TEXTS_MOST]; /* the longest first */
    uint32_t offset;               /* of what is read now */
    uint32_t length;
} finder;

static void
keep(finder *f, bl_span text)
{
    size_t at = TEXTS_MOST;
    while (at > 0 && text.n > f->longest[at - 1].text.n)
        at--;
    if (at == TEXTS_MOST)
        return;
    memmove(&f->longest[at + 1], &f->longest[at], (TEXTS_MOST - 1 - at) * sizeof *f->longest);
    f->longest[at] = (candidate){text, f->offset, f->length};
}

static void
consider(finder *f, bl_span html)
{
    if (html.n <= f->longest[TEXTS_MOST - 1].text.n || !bl_state_has_html(html))
        return;
    bl_builder b = bl_builder_in(f->evidence->arena);
    if (bl_state_add_html(&b, html) >= BL_STATE_PARAGRAPHS_LEAST)
        keep(f, bl_builder_span(&b));
}

/* Every string inside JSON, and every array of blocks. */
static void
consider_json(finder *f, bl_span text)
{
    bl_json_tree json = {0};
    bl_json_signs signs = bl_json_count(text);
    if (!bl_json_reserve(f->evidence->arena, &signs, &json)) {
        bl_evidence_shortened(f->evidence);
        return;
    }
    if (!bl_json_read_loosely(f->evidence->arena, text, f->evidence->page->limits.json_ld_depth, &json))
        return;
    for (size_t v = 0; v < json.values.count; v++)
        if (json.values.at[v].type == BL_JSON_STRING)
            consider(f, json.values.at[v].text);
    bl_state_texts texts = {0};
    bl_state_blocks(f->evidence->arena, &json, &texts);
    for (size_t i = 0; i < texts.count; i++)
        keep(f, texts.at[i]);
}

/* May it hold paragraphs, in whichever way the sign is escaped, or blocks that are called so? */
static bool
is_of_use(bl_span text)
{
    static const bl_span signs[] = {
        BL_SPAN_CONSTANT("<p"),       BL_SPAN_CONSTANT("u003cp"),    BL_SPAN_CONSTANT("u003Cp"),
        BL_SPAN_CONSTANT("aragraph"), BL_SPAN_CONSTANT("\"text\""), BL_SPAN_CONSTANT("\"block\""),
        BL_SPAN_CONSTANT("unstyled"),
    };
    for (size_t i = 0; i < BL_COUNT(signs); i++)
        if (bl_span_find(text, signs[i], 0) != BL_NOT_FOUND)
            return true;
    return false;
}

/* What the string says that is given to JSON.parse(). */
static bl_span
parsed(const finder *f, bl_span text)
{
    bl_builder b = bl_builder_in(f->evidence->arena);
    bl_json_tree json = {0};
    size_t end = BL_STATE_PARSE.n;
    while (end < text.n && text.p[end] != '"')
        end += text.p[end] == '\\' ? 2 : 1;
    bl_builder_add_char(&b, '[');
    bl_builder_add(&b, bl_span_cut(bl_span_head(text, end + 1), BL_STATE_PARSE.n - 1));
    bl_builder_add_char(&b, ']');
    if (!bl_json_read_loosely(f->evidence->arena, bl_builder_span(&b), 1, &json) || json.values.count < 3)
        return BL_EMPTY;
    return json.values.at[2].text;
}

/* The JSON that a script assigns, up to its last bracket: further statements may follow it. */
static bl_span
assigned(const finder *f, bl_span text)
{
    size_t from = bl_span_find_char(text, '=', 0), depth = 0;
    bool in_string = false;
    text = bl_trim(bl_span_cut(text, from == BL_NOT_FOUND ? text.n : from + 1));
    if (bl_span_starts(text, BL_STATE_PARSE))
        return parsed(f, text);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (in_string) {
            i += c == '\\';
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return bl_span_head(text, i + 1);
        }
        if (depth == 0)
            break;
    }
    return BL_EMPTY;
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
        !bl_json_read_loosely(f->evidence->arena, bl_span_from(text.p + from, stop - from), 2, &json))
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
        bl_evidence_shortened(f->evidence);
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
    if (page->state_count == 0 || shows_text(evidence) || !any_of_use(page))
        return;
    finder f = {.evidence = evidence}, stream = {.evidence = evidence};
    bl_builder rows = bl_builder_in(evidence->arena);
    bool has_ended = false; /* a stream without one of its pieces would join what does not belong together */
    for (uint32_t i = 0; i < page->state_count; i++) {
        const bl_script *script = &page->states[i];
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
            continue;
        }
        bl_span text = bl_span_trim(script->text);
        bool is_json = text.p[0] == '{' || text.p[0] == '[';
        f.offset = script->offset;
        f.length = script->length;
        consider_json(&f, is_json ? text : assigned(&f, text));
    }
    consider_rows(&stream, bl_builder_span(&rows));
    for (size_t i = 0; i < TEXTS_MOST; i++) {
        f.offset = stream.longest[i].offset;
        f.length = stream.longest[i].length;
        keep(&f, stream.longest[i].text);
    }
    for (size_t i = 0; i < TEXTS_MOST; i++) {
        const candidate *text = &f.longest[i];
        bl_claim *claim =
            bl_claim_add(evidence, BL_FIELD_BODY, BYLINE_SOURCE_STATE, BL_WEIGHT_BODY_STATE, text->text, BL_NO_NODE);
        if (!claim)
            return;
        claim->offset = text->offset;
        claim->length = text->length;
    }
}
