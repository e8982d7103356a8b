/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/json_repair.h"

#include <stdio.h>

#include "base/unicode.h"

/* How far to look ahead to tell a quote inside a string from its end. */
enum { LOOK_AHEAD = 120, MOST_DEPTH = 256 };

typedef struct repairer {
    bl_span text;
    size_t at;
    bl_builder out;
    char open[MOST_DEPTH];      /* '{' or '[' of each level */
    bool has_value[MOST_DEPTH]; /* the level holds a whole value or member already */
    bool in_value[MOST_DEPTH];  /* of an object: the key and its colon are written */
    size_t depth;
} repairer;

static char
peek(const repairer *r, size_t at)
{
    return at < r->text.n ? r->text.p[at] : '\0';
}

static size_t
skip_space(const repairer *r, size_t at)
{
    while (at < r->text.n && (bl_is_space(r->text.p[at]) || r->text.p[at] == '\v'))
        at++;
    return at;
}

/* Does the text at at, a quote, begin a key: a short string and a colon behind it? */
static bool
begins_key(const repairer *r, size_t at)
{
    char quote = peek(r, at);
    if (quote != '"' && quote != '\'')
        return false;
    for (size_t i = at + 1; i < r->text.n && i < at + LOOK_AHEAD; i++) {
        if (r->text.p[i] == '\n')
            return false;
        if (r->text.p[i] == quote)
            return peek(r, skip_space(r, i + 1)) == ':';
    }
    return false;
}

static bool
begins_bare_key(const repairer *r, size_t at)
{
    size_t i = at;
    while (i < r->text.n && i < at + LOOK_AHEAD && (bl_is_alpha(r->text.p[i]) || r->text.p[i] == '_'))
        i++;
    return i > at && peek(r, skip_space(r, i)) == ':';
}

/* Is the quote before at the end of the string, by what follows? */
static bool
ends_string(const repairer *r, size_t at, bool is_key)
{
    bool in_object = r->depth && r->open[r->depth - 1] == '{';
    at = skip_space(r, at);
    switch (peek(r, at)) {
    case '\0':
    case '}':
    case ']':
    case ';':
        return true;
    case ':':
        return is_key;
    case ',':
        at = skip_space(r, at + 1);
        if (in_object && !is_key)
            return begins_key(r, at) || begins_bare_key(r, at) || strchr("},", peek(r, at));
        return strchr("\"'{[]-tfn,", peek(r, at)) || bl_is_digit(peek(r, at));
    case '"':
        return in_object && !is_key && begins_key(r, at);
    default:
        return is_key;
    }
}

static void
add_escaped(repairer *r, unsigned char c)
{
    char code[8];
    if (c >= 0x20) {
        if (c == '"' || c == '\\')
            bl_builder_add_char(&r->out, '\\');
        bl_builder_add_char(&r->out, (char)c);
        return;
    }
    if (c == 0)
        return;
    snprintf(code, sizeof code, "\\u%04x", c);
    bl_builder_add(&r->out, bl_span_of(code));
}

static bool
all_hex(const repairer *r, size_t at, size_t n)
{
    for (size_t i = at; i < at + n; i++)
        if (bl_digit_value(peek(r, i), 16) < 0)
            return false;
    return true;
}

static void
add_escape(repairer *r)
{
    char c = peek(r, r->at + 1);
    if (c == 'u' && all_hex(r, r->at + 2, 4)) {
        bl_builder_add(&r->out, bl_span_from(r->text.p + r->at, 6));
        r->at += 6;
    } else if (c == 'x' && all_hex(r, r->at + 2, 2)) {
        bl_builder_add(&r->out, BL_SPAN("\\u00"));
        bl_builder_add(&r->out, bl_span_from(r->text.p + r->at + 2, 2));
        r->at += 4;
    } else if (c && strchr("\"\\/bfnrt", c)) {
        bl_builder_add(&r->out, bl_span_from(r->text.p + r->at, 2));
        r->at += 2;
    } else {
        r->at++; /* \' and the like: the backslash says nothing */
    }
}

/* At a quote: write the string and move behind it. */
static void
add_string(repairer *r, bool is_key)
{
    char quote = r->text.p[r->at++];
    bl_builder_add_char(&r->out, '"');
    while (r->at < r->text.n) {
        char c = r->text.p[r->at];
        if (c == '\\' && r->at + 1 < r->text.n) {
            add_escape(r);
            continue;
        }
        r->at++;
        if (c == quote && ends_string(r, r->at, is_key))
            break;
        add_escaped(r, (unsigned char)c);
    }
    bl_builder_add_char(&r->out, '"');
}

/* Letters and digits without quotes: a number, a constant, or a key or word that lacks them. */
static void
add_bare(repairer *r, bool is_key)
{
    size_t start = r->at;
    while (r->at < r->text.n &&
           (bl_is_alpha(r->text.p[r->at]) || bl_is_digit(r->text.p[r->at]) ||
            strchr("+-._$@", r->text.p[r->at]) || (unsigned char)r->text.p[r->at] >= 0x80))
        r->at++;
    bl_span word = bl_span_from(r->text.p + start, r->at - start);
    bool constant = bl_span_equal(word, BL_SPAN("true")) || bl_span_equal(word, BL_SPAN("false")) ||
                    bl_span_equal(word, BL_SPAN("null"));
    bool number = word.n < 20 && bl_is_digit(word.p[0]) && !(word.n > 1 && word.p[0] == '0');
    for (size_t i = 0; i < word.n && number; i++)
        number = bl_is_digit(word.p[i]);
    if (!is_key && bl_span_equal(word, BL_SPAN("undefined"))) {
        bl_builder_add(&r->out, BL_SPAN("null"));
    } else if (!is_key && (constant || number)) {
        bl_builder_add(&r->out, word);
    } else {
        bl_builder_add_char(&r->out, '"');
        bl_builder_add(&r->out, word);
        bl_builder_add_char(&r->out, '"');
    }
}

/* Before a value or key: the comma that parts it from the last one. */
static void
part(repairer *r)
{
    if (r->depth == 0) {
        bl_builder_add_char(&r->out, '\n');
        return;
    }
    if (r->has_value[r->depth - 1] && !r->in_value[r->depth - 1])
        bl_builder_add_char(&r->out, ',');
}

/* After a whole value. */
static void
done(repairer *r)
{
    if (r->depth) {
        r->has_value[r->depth - 1] = true;
        r->in_value[r->depth - 1] = false;
    }
}

static void
close_level(repairer *r)
{
    r->depth--;
    if (r->in_value[r->depth])
        bl_builder_add(&r->out, BL_SPAN("null"));
    bl_builder_add_char(&r->out, r->open[r->depth] == '{' ? '}' : ']');
    done(r);
}

static void
close_bracket(repairer *r, char bracket)
{
    char open = bracket == '}' ? '{' : '[';
    size_t level = r->depth;
    while (level && r->open[level - 1] != open)
        level--;
    while (level && r->depth >= level)
        close_level(r);
}

static bool
open_bracket(repairer *r, char bracket, size_t depth)
{
    if (r->depth == depth || r->depth == MOST_DEPTH)
        return false;
    r->open[r->depth] = bracket;
    r->has_value[r->depth] = r->in_value[r->depth] = false;
    r->depth++;
    bl_builder_add_char(&r->out, bracket);
    return true;
}

/* How many bytes of comment or wrapper stand at at; 0 is none. */
static size_t
comment_length(const repairer *r, size_t at)
{
    static const char *const wrappers[] = {"<!--", "-->", "<![CDATA[", "]]>"};
    bl_span rest = bl_span_cut(r->text, at);
    for (size_t i = 0; i < BL_COUNT(wrappers); i++)
        if (bl_span_starts(rest, bl_span_of(wrappers[i])))
            return strlen(wrappers[i]);
    if (bl_span_starts(rest, BL_SPAN("/*"))) {
        size_t end = bl_span_find(rest, BL_SPAN("*/"), 2);
        return end == BL_NOT_FOUND ? rest.n : end + 2;
    }
    if (bl_span_starts(rest, BL_SPAN("//"))) {
        size_t next = skip_space(r, at + 2);
        if (bl_span_starts(bl_span_cut(r->text, next), BL_SPAN("<![CDATA[")) ||
            bl_span_starts(bl_span_cut(r->text, next), BL_SPAN("]]>")))
            return next - at;
        size_t end = bl_span_find_char(rest, '\n', 0);
        return end == BL_NOT_FOUND ? rest.n : end;
    }
    return 0;
}

/* A key or a value that is no bracket. */
static void
add_scalar(repairer *r)
{
    size_t level = r->depth - 1;
    bool is_key = r->open[level] == '{' && !r->in_value[level];
    char c = r->text.p[r->at];
    part(r);
    if (c == '"' || c == '\'')
        add_string(r, is_key);
    else
        add_bare(r, is_key);
    if (!is_key) {
        done(r);
        return;
    }
    bl_builder_add_char(&r->out, ':');
    r->in_value[level] = true;
    r->at = skip_space(r, r->at);
    if (peek(r, r->at) == ':')
        r->at++;
}

static bool
step(repairer *r, size_t depth)
{
    char c = r->text.p[r->at];
    size_t comment = comment_length(r, r->at);
    if (comment) {
        r->at += comment;
    } else if (c == '{' || c == '[') {
        if (r->depth && r->open[r->depth - 1] == '{' && !r->in_value[r->depth - 1])
            return r->at++, true; /* a bracket where a key is due: not ours to guess */
        part(r);
        r->at++;
        return open_bracket(r, c, depth);
    } else if (c == '}' || c == ']') {
        close_bracket(r, c);
        r->at++;
    } else if (r->depth && (c == '"' || c == '\'' || bl_is_alpha(c) || bl_is_digit(c) || c == '-' ||
                            c == '_' || c == '@')) {
        add_scalar(r);
    } else {
        if (c == ',' && r->depth && r->in_value[r->depth - 1]) { /* "key": , */
            bl_builder_add(&r->out, BL_SPAN("null"));
            done(r);
        }
        r->at++;
    }
    return true;
}

/* &quot; in place of every quote. */
static bl_span
with_quotes(bl_arena *arena, bl_span text)
{
    size_t quote = bl_span_find_char(text, '"', 0);
    size_t escaped = bl_span_find(text, BL_SPAN("&quot;"), 0);
    if (escaped == BL_NOT_FOUND || quote < escaped)
        return text;
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, text.n + 1);
    for (size_t at = 0; at < text.n;) {
        size_t next = bl_span_find(text, BL_SPAN("&quot;"), at);
        if (next == BL_NOT_FOUND)
            next = text.n;
        bl_builder_add(&b, bl_span_from(text.p + at, next - at));
        if (next < text.n)
            bl_builder_add_char(&b, '"');
        at = next + 6;
    }
    return bl_builder_span(&b);
}

bl_span
bl_json_repair(bl_arena *arena, bl_span text, size_t depth)
{
    repairer *r = BL_NEW(arena, repairer);
    r->text = with_quotes(arena, text);
    r->out = bl_builder_in(arena);
    bl_builder_reserve(&r->out, r->text.n + 1);
    while (r->at < r->text.n)
        if (!step(r, depth))
            return BL_EMPTY;
    while (r->depth)
        close_level(r);
    bl_builder_text(&r->out);
    return bl_builder_span(&r->out);
}
