/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/lex.h"

enum { SPACE = 1, ENDS_TAG_NAME = 2, ENDS_NAME = 4, ENDS_VALUE = 8 };

#define GAP (SPACE | ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE)

static const uint8_t KINDS[256] = {
    ['\t'] = GAP, ['\n'] = GAP, ['\f'] = GAP, ['\r'] = GAP, [' '] = GAP,
    ['/'] = ENDS_TAG_NAME | ENDS_NAME,
    ['='] = ENDS_NAME,
    ['>'] = ENDS_TAG_NAME | ENDS_NAME | ENDS_VALUE,
};

static inline const char *
skip_to(const char *p, const char *end, int kind)
{
    while (p < end && !(KINDS[(unsigned char)*p] & kind))
        p++;
    return p;
}

static inline const char *
skip_space(const char *p, const char *end)
{
    while (p < end && (KINDS[(unsigned char)*p] & SPACE))
        p++;
    return p;
}

/* Only what hides an element is of use. */
static bool
style_hides(bl_span style)
{
    size_t at = bl_span_find_nocase(style, BL_SPAN("display"), 0);
    bl_span hidden = BL_SPAN("none");
    if (at == BL_NOT_FOUND) {
        at = bl_span_find_nocase(style, BL_SPAN("visibility"), 0);
        hidden = BL_SPAN("hidden");
    }
    return at != BL_NOT_FOUND && bl_span_find_nocase(style, hidden, at) != BL_NOT_FOUND;
}

/* Pictures written into the page are long, and no stage reads them. */
static bl_span
shorten_data(bl_span value)
{
    if (value.n < 6 || (value.p[0] | 0x20) != 'd' || !bl_span_starts_nocase(value, BL_SPAN("data:")))
        return value;
    const char *comma = memchr(value.p, ',', value.n);
    return comma ? bl_span_head(value, (size_t)(comma - value.p)) : value;
}

typedef struct attribute_reader {
    bl_outline *outline;
    bl_tag_token *token;
    uint64_t seen[(BL_ATTR_COUNT + 63) / 64]; /* the first of equal names counts */
} attribute_reader;

static void
keep_attribute(attribute_reader *r, bl_span name, bl_span value)
{
    bl_attribute number = bl_attribute_find(name);
    if (number == BL_ATTR_COUNT || (r->seen[number / 64] >> number % 64 & 1))
        return;
    r->seen[number / 64] |= (uint64_t)1 << number % 64;
    if (number == BL_ATTR_STYLE && !style_hides(value))
        return;
    value = shorten_data(value);
    BL_PUSH(r->outline->kept, &r->outline->attributes, bl_attribute_with(number, value));
    if (value.n && memchr(value.p, '&', value.n) && bl_reference_find(value, 0, true) < value.n)
        r->token->references[r->token->reference_count++] = (uint8_t)r->token->attribute_count;
    r->token->attribute_count++;
}

/* The value at p, which stands behind the =. NULL where the page ends in it. */
static const char *
read_value(const char *p, const char *end, bl_span *value)
{
    p = skip_space(p, end);
    if (p == end)
        return NULL;
    if (*p == '"' || *p == '\'') {
        const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
        if (!close)
            return NULL;
        *value = bl_span_from(p + 1, (size_t)(close - p - 1));
        return close + 1;
    }
    const char *stop = skip_to(p, end, ENDS_VALUE);
    *value = bl_span_from(p, (size_t)(stop - p));
    return stop;
}

/* From behind the name of the tag to behind its >; NULL where the page ends before. */
static const char *
read_attributes(attribute_reader *r, const char *p, const char *end, size_t most)
{
    for (;;) {
        bool slash = false;
        while (p < end && ((KINDS[(unsigned char)*p] & SPACE) || *p == '/'))
            slash = *p++ == '/';
        if (p == end)
            return NULL;
        if (*p == '>') {
            r->token->is_closed = slash;
            return p + 1;
        }
        const char *name = p;
        p = skip_to(p + 1, end, ENDS_NAME); /* a = in front belongs to the name */
        bl_span value = {p, 0};
        bl_span named = bl_span_from(name, (size_t)(p - name));
        const char *after = skip_space(p, end);
        if (after < end && *after == '=') {
            p = read_value(after + 1, end, &value);
            if (!p)
                return NULL;
        } else {
            p = after;
        }
        if (r->token->seen < UINT16_MAX)
            r->token->seen++;
        if (r->outline && r->token->seen <= most)
            keep_attribute(r, named, value);
    }
}

/* "byline", "author-name": an element of the site's own that is called as a class of that name would be. */
static void
keep_element(attribute_reader *r)
{
    static const bl_span kept[] = {
#define ELEMENT(word) BL_SPAN_CONSTANT(word),
#include "page/elements.def"
#undef ELEMENT
    };
    bl_span name = r->token->name;
    bool is_kept = false;
    if (!r->outline || r->token->tag != BL_TAG_OTHER)
        return;
    for (size_t i = 0; i < BL_COUNT(kept) && !is_kept; i++)
        is_kept = bl_span_find_nocase(name, kept[i], 0) != BL_NOT_FOUND;
    if (!is_kept)
        return;
    BL_PUSH(r->outline->kept, &r->outline->attributes, bl_attribute_with(BL_ATTR_ELEMENT, name));
    r->token->attribute_count++;
}

bool
bl_lex_tag(const char *p, const char *end, bl_outline *outline, size_t most, bl_tag_token *token)
{
    token->start = p++;
    token->is_end = *p == '/';
    token->is_closed = false;
    token->attribute_count = token->reference_count = token->seen = 0;
    token->attributes = outline ? (uint32_t)outline->attributes.count : 0;
    p += token->is_end;
    const char *name = p;
    p = skip_to(p, end, ENDS_TAG_NAME);
    token->name = bl_span_from(name, (size_t)(p - name));
    token->tag = bl_tag_find(token->name);
    attribute_reader reader = {.outline = token->is_end ? NULL : outline, .token = token};
    keep_element(&reader);
    if (p < end && *p == '>') {
        token->stop = p + 1;
        return true;
    }
    token->stop = read_attributes(&reader, p, end, most);
    return token->stop != NULL;
}

const char *
bl_lex_text_end(const char *p, const char *end)
{
    for (; (p = memchr(p, '<', (size_t)(end - p))); p++)
        if (bl_lex_is_markup(p, end))
            return p;
    return end;
}

static const char *
behind(const char *p, const char *end, char c)
{
    const char *found = memchr(p, c, (size_t)(end - p));
    return found ? found + 1 : end;
}

/* p stands behind <!--; what closes it is -->, --!>, and at once > or ->. */
static const char *
comment_end(const char *p, const char *end)
{
    if (p < end && *p == '>')
        return p + 1;
    if (end - p > 1 && p[0] == '-' && p[1] == '>')
        return p + 2;
    for (const char *at = p; (at = memchr(at, '>', (size_t)(end - at))); at++) {
        if (at - p >= 2 && at[-1] == '-' && at[-2] == '-')
            return at + 1;
        if (at - p >= 3 && at[-1] == '!' && at[-2] == '-' && at[-3] == '-')
            return at + 1;
    }
    return end;
}

const char *
bl_lex_declaration(const char *p, const char *end)
{
    if (end - p >= 4 && memcmp(p, "<!--", 4) == 0)
        return comment_end(p + 4, end);
    return behind(p, end, '>');
}

/* Does the tag <name or </name stand at p, behind its < or </? */
static bool
names_tag(const char *p, const char *end, bl_span name)
{
    if ((size_t)(end - p) < name.n || !bl_span_equal_nocase(bl_span_from(p, name.n), name))
        return false;
    return (size_t)(end - p) > name.n && (KINDS[(unsigned char)p[name.n]] & ENDS_TAG_NAME);
}

const char *
bl_lex_raw_end(const char *p, const char *end, bl_span name)
{
    for (; (p = memchr(p, '<', (size_t)(end - p))); p++)
        if (end - p > 2 && p[1] == '/' && names_tag(p + 2, end, name))
            return p;
    return end;
}

/* p stands behind the <!-- of a script. Where that ends, or the </script> that ends the script in it. */
static const char *
escaped_end(const char *p, const char *end, bool *is_script_end)
{
    const bl_span script = BL_SPAN("script");
    bool doubled = false;
    *is_script_end = false;
    for (p -= 2; p < end; p++) { /* <!--> closes itself */
        if (*p == '-') {
            const char *at = p;
            while (at < end && *at == '-')
                at++;
            if (at < end && *at == '>' && at - p >= 2)
                return at + 1;
            p = at - 1;
        } else if (*p == '<' && end - p > 1) {
            bool closes = p[1] == '/';
            if (!names_tag(p + 1 + closes, end, script))
                continue;
            if (closes && !doubled) {
                *is_script_end = true;
                return p;
            }
            doubled = !closes;
        }
    }
    return end;
}

const char *
bl_lex_script_end(const char *p, const char *end)
{
    while ((p = memchr(p, '<', (size_t)(end - p)))) {
        if (end - p > 2 && p[1] == '/' && names_tag(p + 2, end, BL_SPAN("script")))
            return p;
        if (end - p < 4 || memcmp(p, "<!--", 4) != 0) {
            p++;
            continue;
        }
        bool is_script_end;
        p = escaped_end(p + 4, end, &is_script_end);
        if (is_script_end)
            return p;
    }
    return end;
}
