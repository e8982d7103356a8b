/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Addresses: parted, compared, resolved. */
#include "evidence/url.h"

#include "base/unicode.h"

/* Longer ones are data in disguise. */
static const size_t MOST_BYTES = 4096;

bool
bl_url_split(bl_span text, bl_url *url)
{
    size_t at = bl_span_find(text, BL_SPAN("://"), 0);
    *url = (bl_url){{0}};
    if (at == BL_NOT_FOUND)
        return false;
    url->scheme = bl_span_head(text, at);
    if (!bl_span_equal_nocase(url->scheme, BL_SPAN("http")) && !bl_span_equal_nocase(url->scheme, BL_SPAN("https")))
        return false;
    bl_span rest = bl_span_cut(text, at + 3);
    size_t end = bl_span_find_char(rest, '#', 0);
    if (end != BL_NOT_FOUND)
        rest.n = end;
    size_t query = bl_span_find_char(rest, '?', 0);
    if (query != BL_NOT_FOUND) {
        url->query = bl_span_cut(rest, query + 1);
        rest.n = query;
    }
    size_t slash = bl_span_find_char(rest, '/', 0);
    url->host = slash == BL_NOT_FOUND ? rest : bl_span_head(rest, slash);
    url->path = slash == BL_NOT_FOUND ? BL_EMPTY : bl_span_cut(rest, slash);
    size_t user = bl_span_find_char(url->host, '@', 0);
    if (user != BL_NOT_FOUND)
        url->host = bl_span_cut(url->host, user + 1);
    size_t port = bl_span_find_char(url->host, ':', 0);
    if (port != BL_NOT_FOUND)
        url->host.n = port;
    return url->host.n > 0;
}

bl_span
bl_url_bare_host(bl_span host)
{
    static const char *const heads[] = {"www.", "m.", "amp.", "mobile."};
    for (size_t i = 0; i < BL_COUNT(heads); i++) {
        bl_span head = bl_span_of(heads[i]);
        if (bl_span_starts_nocase(host, head) && bl_span_find_char(host, '.', head.n) != BL_NOT_FOUND)
            return bl_span_cut(host, head.n);
    }
    return host;
}

static bl_span
without_slash(bl_span path)
{
    while (path.n && path.p[path.n - 1] == '/')
        path.n--;
    return path;
}

bool
bl_url_same_page(bl_span a, bl_span b)
{
    bl_url x, y;
    if (!bl_url_split(a, &x) || !bl_url_split(b, &y))
        return false;
    if (!bl_span_equal_nocase(bl_url_bare_host(x.host), bl_url_bare_host(y.host)))
        return false;
    /* a front page is another page than what stands in its query */
    return bl_span_equal(without_slash(x.path), without_slash(y.path)) &&
           (without_slash(x.path).n || bl_span_equal(x.query, y.query));
}

bool
bl_url_same_site(bl_span a, bl_span b)
{
    bl_url x, y;
    if (!bl_url_split(a, &x) || !bl_url_split(b, &y))
        return false;
    bl_span one = bl_url_bare_host(x.host), other = bl_url_bare_host(y.host);
    if (one.n < other.n) {
        bl_span swap = one;
        one = other;
        other = swap;
    }
    return bl_span_ends_nocase(one, other) && (one.n == other.n || one.p[one.n - other.n - 1] == '.');
}

static bool
is_of_scheme(char c)
{
    return bl_is_alpha(c) || bl_is_digit(c) || c == '+' || c == '-' || c == '.';
}

/* Bytes of the scheme that it starts with, such as that of "mailto:"; 0 is none. */
static size_t
scheme_length(bl_span text)
{
    size_t i = 0;
    while (i < text.n && (i ? is_of_scheme(text.p[i]) : bl_is_alpha(text.p[i])))
        i++;
    return i > 1 && i < text.n && text.p[i] == ':' ? i : 0;
}

/* Escape what RFC 3986 refuses, drop tabs and line ends as browsers do; a scheme is in small letters. */
static bl_span
escape(bl_arena *arena, bl_span text)
{
    static const char hex[] = "0123456789ABCDEF";
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, text.n + 1);
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        bool lone = c == '%' && !(i + 2 < text.n && bl_digit_value(text.p[i + 1], 16) >= 0 &&
                                  bl_digit_value(text.p[i + 2], 16) >= 0);
        if (c == '\t' || c == '\n' || c == '\r')
            continue;
        if (c == '\\')
            c = '/';
        if (c <= ' ' || c >= 0x7F || lone || strchr("<>\"{}|^`[]", c)) {
            bl_builder_add_char(&b, '%');
            bl_builder_add_char(&b, hex[c >> 4]);
            bl_builder_add_char(&b, hex[c & 15]);
        } else {
            bl_builder_add_char(&b, (char)c);
        }
    }
    for (size_t i = scheme_length(bl_builder_span(&b)); i-- > 0;)
        b.p[i] = bl_lower(b.p[i]);
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

static bool
is_http(bl_span text)
{
    bl_url url;
    return bl_url_split(text, &url);
}

/* Add a path that begins with a slash, without its . and .. segments. */
static void
add_path(bl_builder *b, bl_span path)
{
    size_t root = b->n;
    for (size_t i = 0, end; i < path.n; i = end) {
        end = bl_span_find_char(path, '/', i + 1);
        if (end == BL_NOT_FOUND)
            end = path.n;
        bl_span segment = bl_span_from(path.p + i, end - i);
        bool up = bl_span_equal(segment, BL_SPAN("/.."));
        while (up && b->n > root && b->p[--b->n] != '/') {
        }
        if (!up && !bl_span_equal(segment, BL_SPAN("/.")))
            bl_builder_add(b, segment);
        else if (end == path.n)
            bl_builder_add_char(b, '/');
    }
}

/* Where the first of these characters stands, or the end. */
static size_t
find_any(bl_span text, const char *set, size_t from)
{
    while (from < text.n && !strchr(set, text.p[from]))
        from++;
    return from;
}

/*
 * RFC 3986, 5.2. libxml2 can do it too, but does not tell an address that is none from memory that ends,
 * and takes a dozen allocations.
 */
static bl_span
build(bl_arena *arena, bl_span base, bl_span relative)
{
    bl_builder b = bl_builder_in(arena);
    size_t scheme = bl_span_find_char(base, ':', 0) + 1;
    size_t path = find_any(base, "/?#", scheme + 2);
    size_t query = find_any(base, "?#", path);
    size_t tail = find_any(relative, "?#", 0);
    if (bl_span_starts(relative, BL_SPAN("//"))) {
        size_t slash = find_any(relative, "/?#", 2);
        bl_builder_add(&b, bl_span_head(base, scheme));
        bl_builder_add(&b, bl_span_head(relative, slash));
        add_path(&b, bl_span_from(relative.p + slash, tail - slash));
    } else if (relative.p[0] == '#') {
        bl_builder_add(&b, bl_span_head(base, find_any(base, "#", query)));
    } else if (tail == 0) {
        bl_builder_add(&b, bl_span_head(base, query));
    } else {
        size_t folder = query;
        while (folder > path && base.p[folder - 1] != '/')
            folder--;
        bl_builder whole = bl_builder_in(arena);
        if (relative.p[0] != '/') {
            bl_builder_add(&whole, folder > path ? bl_span_from(base.p + path, folder - path) : BL_SPAN("/"));
        }
        bl_builder_add(&whole, bl_span_head(relative, tail));
        bl_builder_add(&b, bl_span_head(base, path));
        add_path(&b, bl_builder_span(&whole));
    }
    bl_builder_add(&b, bl_span_cut(relative, tail));
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

bl_span
bl_url_resolve(bl_arena *arena, bl_span base, bl_span relative)
{
    relative = bl_trim(relative);
    if (relative.n == 0 || relative.n > MOST_BYTES || base.n > MOST_BYTES)
        return BL_EMPTY;
    relative = escape(arena, relative);
    if (is_http(relative))
        return relative;
    if (scheme_length(relative))
        return BL_EMPTY;
    if (!is_http(base)) {
        if (relative.n < 4 || !bl_span_starts(relative, BL_SPAN("//")))
            return BL_EMPTY;
        base = BL_SPAN("https://none.invalid/");
    }
    bl_span built = build(arena, base, relative);
    return is_http(built) ? built : BL_EMPTY;
}

bl_span
bl_resolve(const bl_evidence *evidence, bl_span relative)
{
    return bl_url_resolve(evidence->arena, evidence->base, relative);
}

/* "og:url", by whichever attribute, else what the page gives for sharing elsewhere. */
static int
rank_of_own(const bl_document *doc, bl_node n)
{
    bl_span property = bl_attribute_of(doc, n, BL_ATTR_PROPERTY), name = bl_attribute_of(doc, n, BL_ATTR_NAME);
    if (bl_span_equal_nocase(property, BL_SPAN("og:url")))
        return 3;
    if (bl_span_equal_nocase(name, BL_SPAN("og:url")))
        return 2;
    return bl_span_equal_nocase(name, BL_SPAN("twitter:url")) || bl_span_equal_nocase(property, BL_SPAN("twitter:url"));
}

/* What the page says it is called, for a caller who does not know. */
static bl_span
own_address(const bl_document *doc)
{
    bl_span said = BL_EMPTY;
    int rank = 0;
    /* a stray element in the head closes it: what follows stands in the body */
    for (bl_node n = 0; n < doc->count; n++) {
        if (doc->nodes[n].tag == BL_TAG_LINK &&
            bl_span_equal_nocase(bl_trim(bl_attribute_of(doc, n, BL_ATTR_REL)), BL_SPAN("canonical")) &&
            is_http(bl_trim(bl_attribute_of(doc, n, BL_ATTR_HREF))))
            return bl_trim(bl_attribute_of(doc, n, BL_ATTR_HREF));
        if (doc->nodes[n].tag != BL_TAG_META || rank_of_own(doc, n) <= rank)
            continue;
        bl_span content = bl_trim(bl_attribute_of(doc, n, BL_ATTR_CONTENT));
        if (is_http(content)) {
            said = content;
            rank = rank_of_own(doc, n);
        }
    }
    return said;
}

void
bl_base_find(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    bl_span page = evidence->url.n ? evidence->url : own_address(doc);
    page = bl_url_resolve(evidence->arena, BL_EMPTY, page);
    evidence->base = page;
    for (bl_node n = 0; n < doc->count; n++) {
        if (doc->nodes[n].tag != BL_TAG_BASE || bl_attribute_of(doc, n, BL_ATTR_HREF).n == 0)
            continue;
        bl_span base = bl_url_resolve(evidence->arena, page, bl_attribute_of(doc, n, BL_ATTR_HREF));
        if (base.n)
            evidence->base = base;
        return;
    }
}
