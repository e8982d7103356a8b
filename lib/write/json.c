/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* JSON tokens: brackets, commas, line feeds, and text that is safe whatever a page holds. */
#include "write/json.h"

static void
put_indent(bl_json *json)
{
    static const char SPACES[] = "                ";
    bl_write(json->writer, BL_SPAN("\n"));
    for (size_t n = 2 * (size_t)json->depth; n;) {
        size_t part = n < sizeof SPACES - 1 ? n : sizeof SPACES - 1;
        bl_write(json->writer, bl_span_from(SPACES, part));
        n -= part;
    }
}

/* U+2028 and U+2029 end a line in JavaScript. */
static bool
needs_escape(uint32_t rune)
{
    return bl_is_control(rune) || rune == '\n' || rune == '\t' || rune == '"' || rune == '\\' || rune == 0x2028 ||
           rune == 0x2029;
}

static void
put_escape(bl_writer *writer, uint32_t rune)
{
    static const char HEX[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', HEX[rune >> 12 & 15], HEX[rune >> 8 & 15], HEX[rune >> 4 & 15], HEX[rune & 15]};
    switch (rune) {
    case '\n': bl_write(writer, BL_SPAN("\\n")); break;
    case '\t': bl_write(writer, BL_SPAN("\\t")); break;
    case '"': bl_write(writer, BL_SPAN("\\\"")); break;
    case '\\': bl_write(writer, BL_SPAN("\\\\")); break;
    default: bl_write(writer, bl_span_from(escape, sizeof escape));
    }
}

/* The inside of a string. */
static void
put_escaped(bl_writer *writer, bl_span s)
{
    size_t plain = 0; /* what stands from here to at needs no escape */
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        unsigned char c = (unsigned char)s.p[at];
        uint32_t rune = c < 0x80 ? (at++, c) : bl_rune_next(s, &at);
        bool is_torn = bl_is_torn(rune, s, start);
        if (!is_torn && !needs_escape(rune))
            continue;
        bl_write(writer, bl_span_from(s.p + plain, start - plain));
        if (is_torn)
            bl_write(writer, BL_REPLACEMENT);
        else
            put_escape(writer, rune);
        plain = at;
    }
    bl_write(writer, bl_span_cut(s, plain));
}

static void
put_string(bl_writer *writer, bl_span s)
{
    bl_write(writer, BL_SPAN("\""));
    put_escaped(writer, s);
    bl_write(writer, BL_SPAN("\""));
}

/* What stands before any value: the comma, the line, the key. */
static void
put_key(bl_json *json, const char *key)
{
    bool nested = json->depth > 0;
    if (json->filled && nested)
        bl_write(json->writer, json->line && json->pretty ? BL_SPAN(", ") : BL_SPAN(","));
    if (nested && json->pretty && !json->line)
        put_indent(json);
    json->filled = true;
    if (!key)
        return;
    put_string(json->writer, bl_span_of(key));
    bl_write(json->writer, json->pretty ? BL_SPAN(": ") : BL_SPAN(":"));
}

void
bl_json_open(bl_json *json, const char *key, char bracket)
{
    put_key(json, key);
    bl_write(json->writer, bl_span_from(&bracket, 1));
    json->filled = false;
    json->depth++;
    if (json->line)
        json->line++;
}

void
bl_json_open_line(bl_json *json, const char *key, char bracket)
{
    bl_json_open(json, key, bracket);
    if (!json->line)
        json->line = 1;
}

void
bl_json_close(bl_json *json, char bracket)
{
    json->depth--;
    if (json->filled && json->pretty && !json->line)
        put_indent(json);
    if (json->line)
        json->line--;
    bl_write(json->writer, bl_span_from(&bracket, 1));
    json->filled = true;
}

void
bl_json_text(bl_json *json, const char *key, const char *text)
{
    if (!text)
        return;
    put_key(json, key);
    put_string(json->writer, bl_span_of(text));
}

void
bl_json_text_begin(bl_json *json, const char *key)
{
    put_key(json, key);
    bl_write(json->writer, BL_SPAN("\""));
}

void
bl_json_text_add(bl_json *json, bl_span part)
{
    put_escaped(json->writer, part);
}

void
bl_json_text_end(bl_json *json)
{
    bl_write(json->writer, BL_SPAN("\""));
}

void
bl_json_integer(bl_json *json, const char *key, int64_t number)
{
    char digits[BL_DIGITS];
    put_key(json, key);
    bl_write(json->writer, bl_digits(number, digits));
}

/* Not by printf, which would print the locale's comma. */
void
bl_json_share(bl_json *json, const char *key, double share)
{
    int thousandths = share > 0 ? (int)((share < 1 ? share : 1) * 1000 + 0.5) : 0;
    char text[5] = {'0', '.', (char)('0' + thousandths / 100 % 10), (char)('0' + thousandths / 10 % 10),
                    (char)('0' + thousandths % 10)};
    size_t n = sizeof text;
    while (n > 2 && text[n - 1] == '0')
        n--;
    put_key(json, key);
    if (thousandths == 0 || thousandths == 1000)
        bl_write(json->writer, thousandths ? BL_SPAN("1") : BL_SPAN("0"));
    else
        bl_write(json->writer, bl_span_from(text, n));
}

void
bl_json_bool(bl_json *json, const char *key, bool value)
{
    put_key(json, key);
    bl_write(json->writer, value ? BL_SPAN("true") : BL_SPAN("false"));
}

void
bl_json_texts(bl_json *json, const char *key, const char *const *texts, size_t count)
{
    if (!count)
        return;
    bl_json_open_line(json, key, '[');
    for (size_t i = 0; i < count; i++)
        bl_json_text(json, NULL, texts[i]);
    bl_json_close(json, ']');
}
