/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/json_plain.h"

#include "base/unicode.h"

enum {
    DIGITS_MOST = 15,   /* that a double keeps as they are written */
    MEMBERS_MOST = 128, /* of an object: each key is compared with those before it */
    REPLACEMENT = 0xFFFD
};

/* An array or an object that is open. */
typedef struct level {
    bl_json_at value;
    bl_json_at last; /* the child added last */
    uint32_t count;
} level;

typedef struct reader {
    bl_arena *arena;
    bl_json_tree *json;
    const char *p;
    const char *end;
    size_t depth;
    bool is_loose; /* what is rare is taken as it comes */
    BL_VECTOR(level) open;
} reader;

static void
skip_space(reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\n' || *r->p == '\t' || *r->p == '\r'))
        r->p++;
}

static bool
take(reader *r, char c)
{
    if (r->p == r->end || *r->p != c)
        return false;
    r->p++;
    return true;
}

/* The first byte from p on that is a quote, a backslash or a control character; eight bytes at a time. */
static const char *
plain_end(const char *p, const char *end)
{
    for (; end - p >= 8; p += 8) {
        uint64_t x = bl_eight_at(p);
        if (bl_zero_bytes(x ^ BL_EIGHT('"')) | bl_zero_bytes(x ^ BL_EIGHT('\\')) |
            ((x - BL_EIGHT(' ')) & ~x & BL_EIGHT(0x80)))
            break;
    }
    while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= ' ')
        p++;
    return p;
}

/* Four hexadecimal digits behind \u; 0 where there are none. */
static uint32_t
read_unit(reader *r)
{
    uint32_t unit = 0;
    if (r->end - r->p < 4)
        return 0;
    for (int i = 0; i < 4; i++, r->p++) {
        int digit = bl_digit_value(*r->p, 16);
        if (digit < 0)
            return 0;
        unit = unit * 16 + (uint32_t)digit;
    }
    return unit;
}

/* What stands behind a backslash; 0 where it is nothing that is read here. */
static uint32_t
read_escape(reader *r)
{
    static const char names[] = "\"\\/bfnrt", runes[] = "\"\\/\b\f\n\r\t";
    if (r->p == r->end)
        return 0;
    char c = *r->p++;
    const char *found = c ? strchr(names, c) : NULL;
    if (found)
        return (uint32_t)(unsigned char)runes[found - names];
    uint32_t rune = c == 'u' ? read_unit(r) : 0;
    if (rune < 0xD800 || rune > 0xDFFF)
        return rune;
    if (rune > 0xDBFF || !take(r, '\\') || !take(r, 'u'))
        return 0;
    uint32_t low = read_unit(r);
    return low < 0xDC00 || low > 0xDFFF ? 0 : 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00);
}

/* The string whose opening quote was taken. */
static bool
read_string(reader *r, bl_span *text)
{
    const char *from = r->p;
    r->p = plain_end(r->p, r->end);
    *text = bl_span_from(from, (size_t)(r->p - from));
    if (take(r, '"'))
        return true;
    bl_builder b = bl_builder_in(r->arena);
    bl_builder_add(&b, *text);
    while (take(r, '\\')) {
        uint32_t rune = read_escape(r);
        if (!rune && !r->is_loose)
            return false;
        bl_builder_add_rune(&b, rune ? rune : REPLACEMENT);
        from = r->p;
        r->p = plain_end(r->p, r->end);
        bl_builder_add(&b, bl_span_from(from, (size_t)(r->p - from)));
    }
    *text = bl_builder_span(&b);
    return take(r, '"');
}

/* A number that json-c would write as it stands, but for zeros at the end of a fraction. */
static bool
read_number(reader *r, bl_span *text)
{
    const char *from = r->p, *first = from + (*from == '-'), *at = first;
    while (at < r->end && bl_is_digit(*at))
        at++;
    size_t whole = (size_t)(at - first), fraction = 0;
    if (whole == 0 || (*first == '0' && (whole > 1 || first > from)))
        return false;
    const char *stop = at;
    if (at < r->end && *at == '.') {
        const char *point = at++;
        while (at < r->end && bl_is_digit(*at))
            at++;
        fraction = (size_t)(at - point - 1);
        for (stop = at; stop > point && (stop[-1] == '0' || stop - 1 == point);)
            stop--;
        if (fraction == 0 || *first == '0') /* small ones are written with an exponent */
            return false;
    }
    if (whole + fraction > DIGITS_MOST || (at < r->end && (*at == 'e' || *at == 'E')))
        return false;
    *text = bl_span_from(from, (size_t)(stop - from));
    r->p = at;
    return true;
}

/* Any number at all. */
static bool
read_loosely(reader *r, bl_span *text)
{
    const char *from = r->p;
    while (r->p < r->end && *r->p && (bl_is_digit(*r->p) || strchr("+-.eE", *r->p)))
        r->p++;
    *text = bl_span_from(from, (size_t)(r->p - from));
    return text->n > 0;
}

static bool
read_word(reader *r, bl_span word)
{
    if (!bl_span_starts(bl_span_from(r->p, (size_t)(r->end - r->p)), word))
        return false;
    r->p += word.n;
    return true;
}

static bool
read_scalar(reader *r, bl_json_value *value)
{
    value->type = BL_JSON_STRING;
    if (take(r, '"'))
        return read_string(r, &value->text);
    value->type = BL_JSON_NULL;
    if (read_word(r, BL_SPAN("null")) || (r->is_loose && read_word(r, BL_SPAN("undefined"))))
        return true;
    value->type = BL_JSON_BOOLEAN;
    value->text = *r->p == 't' ? BL_SPAN("true") : BL_SPAN("false");
    if (read_word(r, value->text))
        return true;
    value->type = BL_JSON_NUMBER;
    return r->is_loose ? read_loosely(r, &value->text) : read_number(r, &value->text);
}

/* One value that begins at r->p, as the next child of the innermost level. An array or object is left open. */
static bool
read_value(reader *r, bl_span key)
{
    bl_json_at v = (bl_json_at)r->json->values.count;
    bl_json_value value = {.parent = 0, .next = BL_NO_JSON, .end = v + 1, .key = key};
    if (r->p == r->end)
        return false;
    bool opens = *r->p == '{' || *r->p == '[';
    if (opens)
        value.type = *r->p++ == '{' ? BL_JSON_OBJECT : BL_JSON_ARRAY;
    else if (!read_scalar(r, &value))
        return false;
    level *top = &r->open.at[r->open.count - 1];
    value.parent = top->value;
    value.index = top->count++;
    if (top->last != BL_NO_JSON)
        r->json->values.at[top->last].next = v;
    top->last = v;
    BL_PUSH(r->arena, &r->json->values, value);
    if (opens)
        BL_PUSH(r->arena, &r->open, ((level){v, BL_NO_JSON, 0}));
    return r->open.count <= r->depth + 1;
}

static bool
read_key(reader *r, const level *top, bl_span *key)
{
    const bl_json_value *values = r->json->values.at;
    if (!take(r, '"') || !read_string(r, key) || (top->count == MEMBERS_MOST && !r->is_loose))
        return false;
    for (bl_json_at i = top->value + 1; top->count && !r->is_loose && i != BL_NO_JSON; i = values[i].next)
        if (values[i].key.n == key->n && memcmp(values[i].key.p, key->p, key->n) == 0)
            return false;
    skip_space(r);
    if (!take(r, ':'))
        return false;
    skip_space(r);
    return true;
}

/* All that the open levels hold, until they are closed. */
static bool
read_levels(reader *r)
{
    while (r->open.count > 1) {
        const level *top = &r->open.at[r->open.count - 1];
        bool is_object = r->json->values.at[top->value].type == BL_JSON_OBJECT;
        skip_space(r);
        if (take(r, is_object ? '}' : ']')) {
            r->json->values.at[top->value].end = (bl_json_at)r->json->values.count;
            r->open.count--;
            continue;
        }
        if (top->count && !take(r, ','))
            return false;
        skip_space(r);
        bl_span key = BL_EMPTY;
        if (is_object && !read_key(r, top, &key))
            return false;
        if (!read_value(r, key))
            return false;
    }
    return true;
}

bl_span
bl_json_skip_between(bl_span text)
{
    for (text = bl_trim(text); text.n && (text.p[0] == ';' || text.p[0] == ','); text = bl_trim(text))
        text = bl_span_cut(text, 1);
    return text;
}

bl_json_signs
bl_json_count(bl_span text)
{
    bl_json_signs signs = {0};
    size_t i = 0;
    for (; text.n - i >= 8; i += 8) {
        uint64_t x = bl_eight_at(text.p + i);
        signs.brackets += bl_count_bytes(bl_zero_bytes((x | BL_EIGHT(' ')) ^ BL_EIGHT('{'))); /* or a [ */
        signs.commas += bl_count_bytes(bl_zero_bytes(x ^ BL_EIGHT(',')));
    }
    for (; i < text.n; i++) {
        signs.brackets += text.p[i] == '{' || text.p[i] == '[';
        signs.commas += text.p[i] == ',';
    }
    return signs;
}

bool
bl_json_reserve(bl_arena *arena, const bl_json_signs *signs, bl_json_tree *json)
{
    size_t most = signs->brackets + signs->commas + 2; /* value 0, and the first one in it */
    if (most > bl_arena_room(arena) / 2 / sizeof *json->values.at)
        return false;
    if (json->values.room < most) {
        json->values.at = bl_alloc(arena, most * sizeof *json->values.at);
        json->values.room = most;
    }
    return true;
}

static bool
read_all(bl_arena *arena, bl_span text, size_t depth, bool is_loose, bl_json_tree *json)
{
    reader r = {.arena = arena, .json = json, .depth = depth, .is_loose = is_loose};
    json->values.count = 0;
    BL_PUSH(arena, &json->values,
            ((bl_json_value){.type = BL_JSON_ARRAY, .parent = BL_NO_JSON, .next = BL_NO_JSON}));
    BL_PUSH(arena, &r.open, ((level){0, BL_NO_JSON, 0}));
    for (text = bl_json_skip_between(text); text.n; text = bl_json_skip_between(text)) {
        r.p = text.p;
        r.end = text.p + text.n;
        if ((*r.p != '{' && *r.p != '[') || !read_value(&r, BL_EMPTY) || !read_levels(&r))
            return false;
        text = bl_span_cut(text, (size_t)(r.p - text.p));
    }
    json->values.at[0].end = (bl_json_at)json->values.count;
    return r.open.at[0].count > 0;
}

bool
bl_json_read_plain(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json)
{
    return read_all(arena, text, depth, false, json);
}

bool
bl_json_read_loosely(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json)
{
    return read_all(arena, text, depth, true, json);
}
