/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The text of an article for ninjs: once plain, once as HTML of a few tags without attributes. */
#include "base/unicode.h"
#include "write/ninjs.h"

/* ---- plain ---------------------------------------------------------------------------------------------- */

static size_t
count_runes(bl_span s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.n; count++)
        bl_rune_next(s, &at);
    return count;
}

static void
put_plain(bl_json *json, const byline_article *article)
{
    size_t runes = 0, words = 0;
    bl_json_open(json, NULL, '{');
    bl_json_text(json, "contentType", "text/plain");
    bl_json_text_begin(json, "value");
    for (size_t i = 0; i < article->body_count; i++) {
        bl_span text = bl_span_of(article->body[i]->text);
        bl_span gap = runes && text.n ? BL_SPAN("\n\n") : BL_EMPTY;
        bl_json_text_add(json, gap);
        bl_json_text_add(json, text);
        runes += gap.n + count_runes(text);
        words += bl_word_count(text);
    }
    bl_json_text_end(json);
    bl_json_integer(json, "charCount", (int64_t)runes);
    bl_json_integer(json, "wordCount", (int64_t)words);
    bl_json_close(json, '}');
}

/* ---- HTML ----------------------------------------------------------------------------------------------- */

static bl_span
reference_of(char c)
{
    switch (c) {
    case '&': return BL_SPAN("&amp;");
    case '<': return BL_SPAN("&lt;");
    case '>': return BL_SPAN("&gt;");
    default: return BL_EMPTY;
    }
}

static void
add_text(bl_json *json, bl_span text)
{
    size_t plain = 0;
    for (size_t at = 0; at < text.n; at++) {
        bl_span reference = reference_of(text.p[at]);
        if (!reference.n)
            continue;
        bl_json_text_add(json, bl_span_from(text.p + plain, at - plain));
        bl_json_text_add(json, reference);
        plain = at + 1;
    }
    bl_json_text_add(json, bl_span_cut(text, plain));
}

static void
add_tag(bl_json *json, const char *name, bool ends)
{
    bl_json_text_add(json, ends ? BL_SPAN("</") : BL_SPAN("<"));
    bl_json_text_add(json, bl_span_of(name));
    bl_json_text_add(json, BL_SPAN(">"));
}

static void
add_element(bl_json *json, const char *name, bl_span text, bool keeps_lines)
{
    bl_span line;
    add_tag(json, name, false);
    for (size_t i = 0; !keeps_lines && bl_span_next(&text, '\n', &line); i++) {
        if (i)
            add_tag(json, "br", false);
        add_text(json, line);
    }
    add_text(json, text);
    add_tag(json, name, true);
}

static void
add_table(bl_json *json, bl_span rows)
{
    bl_span row, cell;
    add_tag(json, "table", false);
    while (bl_span_next(&rows, '\n', &row)) {
        add_tag(json, "tr", false);
        while (bl_span_next(&row, '\t', &cell))
            add_element(json, "td", cell, true);
        add_tag(json, "tr", true);
    }
    add_tag(json, "table", true);
}

static void
add_block(bl_json *json, const byline_block *block)
{
    static const char *const HEADINGS[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    bl_span text = bl_span_of(block->text);
    int level = block->level >= 1 && block->level <= 6 ? block->level : 2;
    switch (block->type) {
    case BYLINE_BLOCK_HEADING: add_element(json, HEADINGS[level - 1], text, false); break;
    case BYLINE_BLOCK_QUOTE: add_element(json, "blockquote", text, false); break;
    case BYLINE_BLOCK_LIST_ITEM: add_element(json, "li", text, false); break;
    case BYLINE_BLOCK_PREFORMATTED: add_element(json, "pre", text, true); break;
    case BYLINE_BLOCK_TABLE: add_table(json, text); break;
    default: add_element(json, "p", text, false); break;
    }
}

static bool
is_item(const byline_article *article, size_t i)
{
    return i < article->body_count && article->body[i]->type == BYLINE_BLOCK_LIST_ITEM;
}

static void
put_html(bl_json *json, const byline_article *article)
{
    bl_json_open(json, NULL, '{');
    bl_json_text(json, "contentType", "text/html");
    bl_json_text_begin(json, "value");
    for (size_t i = 0; i < article->body_count; i++) {
        if (!article->body[i]->text)
            continue;
        if (is_item(article, i) && !(i && is_item(article, i - 1)))
            add_tag(json, "ul", false);
        add_block(json, article->body[i]);
        if (is_item(article, i) && !is_item(article, i + 1))
            add_tag(json, "ul", true);
        bl_json_text_add(json, BL_SPAN("\n"));
    }
    bl_json_text_end(json);
    bl_json_close(json, '}');
}

void
bl_ninjs_bodies(bl_json *json, const byline_article *article)
{
    if (!article->body_count)
        return;
    bl_json_open(json, "bodies", '[');
    put_plain(json, article);
    put_html(json, article);
    bl_json_close(json, ']');
}
