/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/figures_url.h"

#include "base/builder.h"

/* Which attribute a page means when none says a size: what scripts load later is the real picture. */
enum {
    RANK_SRC = 1,
    RANK_LAZY = 2,
    RANK_ORIGINAL = 3,
    RANK_SRCSET = 4,
};

static const struct {
    bl_attribute name;
    int rank;
} PLAIN[] = {
    {BL_ATTR_SRC, RANK_SRC},
    {BL_ATTR_DATA_SRC, RANK_LAZY},
    {BL_ATTR_DATA_LAZY_SRC, RANK_LAZY},
    {BL_ATTR_DATA_URL, RANK_LAZY},
    {BL_ATTR_DATA_ORIGINAL, RANK_LAZY},
    {BL_ATTR_POSTER, RANK_LAZY},
    {BL_ATTR_DATA_FULL, RANK_ORIGINAL},
    {BL_ATTR_DATA_LARGE_FILE, RANK_ORIGINAL},
    {BL_ATTR_DATA_ORIG_FILE, RANK_ORIGINAL},
};

static bool
has(bl_span url, const char *part)
{
    return bl_span_find_nocase(url, bl_span_of(part), 0) != BL_NOT_FOUND;
}

bool
bl_is_dummy_picture(bl_span url)
{
    static const char *const parts[] = {
        "placeholder",   "/blank.",         "spacer",   "1x1",
        "/pixel",        "transparent.",    "/loading", "lazyload",
        "lazy-load",     "/logo",           "-logo.",   "_logo.",
        "logo-",         "/icon",           "favicon",  "/avatar",
        "gravatar.com",  "sprite",          "/emoji",   "default-image",
        "no-image",      "noimage",         "no_image", "fallback-image",
        "default_image", "/smilies/",       "data:",    ".svg",
        "/ads/",         "doubleclick",     "beacon",   "scorecardresearch",
        "/tracking",     "facebook.com/tr",
    };
    size_t cut = bl_span_find_char(url, '?', 0);
    bl_span bare = cut == BL_NOT_FOUND ? url : bl_span_head(url, cut);
    if (bare.n == 0 || bl_span_starts_nocase(bare, BL_SPAN("data:")))
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (has(bl_span_head(bare, 2048), parts[i]))
            return true;
    return false;
}

static void
offer(bl_span url, uint32_t width, uint32_t density, int rank, bl_offer *best)
{
    url = bl_span_trim(url);
    if (url.n == 0 || bl_span_starts_nocase(url, BL_SPAN("data:")) ||
        bl_span_starts_nocase(url, BL_SPAN("blob:")) || bl_span_starts_nocase(url, BL_SPAN("about:")))
        return;
    bool better = best->url.n == 0;
    if (!better && bl_is_dummy_picture(url) != bl_is_dummy_picture(best->url))
        better = bl_is_dummy_picture(best->url);
    else if (!better && width != best->width)
        better = width > best->width;
    else if (!better && density != best->density)
        better = density > best->density;
    else if (!better)
        better = rank > best->rank;
    if (better)
        *best = (bl_offer){url, width, density, rank};
}

/* "640w", "1.5x": a width, or hundredths of a density. */
static void
read_descriptor(bl_span text, uint32_t *width, uint32_t *density)
{
    text = bl_span_trim(text);
    uint32_t whole = 0, part = 0, scale = 100;
    size_t at = 0;
    for (; at < text.n && bl_is_digit(text.p[at]); at++)
        whole = whole < 100000 ? whole * 10 + (uint32_t)(text.p[at] - '0') : whole;
    if (at < text.n && text.p[at] == '.')
        for (at++; at < text.n && bl_is_digit(text.p[at]); at++)
            if (scale > 1) {
                scale /= 10;
                part += (uint32_t)(text.p[at] - '0') * scale;
            }
    if (at >= text.n)
        return;
    if (bl_lower(text.p[at]) == 'w')
        *width = whole;
    else if (bl_lower(text.p[at]) == 'x')
        *density = whole * 100 + part;
}

void
bl_offer_take_srcset(bl_span srcset, int rank, bl_offer *best)
{
    size_t at = 0;
    while (at < srcset.n) {
        while (at < srcset.n && (bl_is_space(srcset.p[at]) || srcset.p[at] == ','))
            at++;
        size_t start = at;
        while (at < srcset.n && !bl_is_space(srcset.p[at]))
            at++;
        bl_span url = bl_span_from(srcset.p + start, at - start);
        uint32_t width = 0, density = 0;
        bool is_closed = url.n > 0 && url.p[url.n - 1] == ',';
        while (url.n > 0 && url.p[url.n - 1] == ',')
            url.n--;
        size_t descriptor = at;
        while (!is_closed && at < srcset.n && srcset.p[at] != ',')
            at++;
        read_descriptor(bl_span_from(srcset.p + descriptor, at - descriptor), &width, &density);
        offer(url, width, density, rank, best);
    }
}

void
bl_offer_take(const bl_document *doc, bl_node n, bl_offer *best)
{
    static const bl_attribute sets[] = {BL_ATTR_SRCSET, BL_ATTR_DATA_SRCSET, BL_ATTR_DATA_LAZY_SRCSET};
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++)
        bl_offer_take_srcset(bl_attribute_of(doc, n, sets[i]), RANK_SRCSET, best);
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++)
        offer(bl_attribute_of(doc, n, PLAIN[i].name), 0, 0, PLAIN[i].rank, best);
}

/* ---- one picture under several addresses ---------------------------------------------------- */

static int
hex_of(char c)
{
    if (bl_is_digit(c))
        return c - '0';
    c = bl_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Percent signs decoded, in lower case. */
static bl_span
decoded(bl_arena *arena, bl_span text)
{
    char *to = bl_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        int high = i + 2 < text.n && text.p[i] == '%' ? hex_of(text.p[i + 1]) : -1;
        int low = high >= 0 ? hex_of(text.p[i + 2]) : -1;
        if (low >= 0) {
            to[n++] = bl_lower((char)(high * 16 + low));
            i += 2;
        } else {
            to[n++] = bl_lower(text.p[i]);
        }
    }
    return bl_span_from(to, n);
}

/* Without "-1024x683", "_605", "-scaled", "@2x" and the like at its end, nor the file type. */
static bl_span
without_size(bl_span name)
{
    size_t dot = name.n;
    while (dot > 0 && name.p[dot - 1] != '.' && name.n - dot < 6)
        dot--;
    if (dot > 1 && name.p[dot - 1] == '.')
        name.n = dot - 1;
    for (int round = 0; round < 2; round++) {
        if (bl_span_ends(name, BL_SPAN("-scaled")))
            name.n -= 7;
        size_t cut = name.n;
        while (cut > 0 && (bl_is_digit(name.p[cut - 1]) || name.p[cut - 1] == 'x' || name.p[cut - 1] == 'w'))
            cut--;
        /* Sizes have four digits at most, or two numbers; longer ones are the picture's own. */
        bl_span tail = bl_span_cut(name, cut);
        bool is_size = tail.n > 0 && (tail.n <= 5 || bl_span_find_char(tail, 'x', 0) != BL_NOT_FOUND);
        if (is_size && cut > 4 && strchr("-_@.", name.p[cut - 1]))
            name.n = cut - 1;
    }
    return name;
}

/* A file name that tells one picture from another: not "image", "original", "1200". */
static bool
is_telling(bl_span name)
{
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < name.n; i++) {
        letters += bl_is_alpha(name.p[i]) || (unsigned char)name.p[i] >= 0x80;
        digits += bl_is_digit(name.p[i]);
    }
    if (letters == 0)
        return digits >= 5;
    return letters + digits >= 9 || (digits >= 3 && letters + digits >= 7);
}

/* Of the parts of a path, the last that is telling; else the longest. */
static bl_span
telling_part(bl_span path)
{
    bl_span longest = BL_EMPTY;
    size_t end = path.n;
    for (int parts = 0; parts < 8 && end > 0; parts++) {
        size_t start = end;
        while (start > 0 && path.p[start - 1] != '/')
            start--;
        bl_span name = without_size(bl_span_from(path.p + start, end - start));
        bool is_list = bl_span_find_char(name, ',', 0) != BL_NOT_FOUND ||
                       bl_span_find_char(name, '=', 0) != BL_NOT_FOUND;
        if (parts < 3 && is_telling(name) && !(parts > 0 && is_list))
            return name;
        if (name.n > longest.n && !is_list)
            longest = name;
        end = start > 0 ? start - 1 : 0;
    }
    return longest;
}

bl_span
bl_picture_key(bl_arena *arena, bl_span url)
{
    url = bl_span_head(url, 4096);
    size_t hash = bl_span_find_char(url, '#', 0);
    if (hash != BL_NOT_FOUND)
        url.n = hash;
    size_t query = bl_span_find_char(url, '?', 0);
    bl_span path = query == BL_NOT_FOUND ? url : bl_span_head(url, query);
    /* A resizing service carries the picture's own address in its query. */
    if (query != BL_NOT_FOUND) {
        bl_span rest = bl_span_cut(url, query + 1), part;
        while (bl_span_next(&rest, '&', &part)) {
            size_t equals = bl_span_find_char(part, '=', 0);
            bl_span value = equals == BL_NOT_FOUND ? BL_EMPTY : decoded(arena, bl_span_cut(part, equals + 1));
            if (bl_span_find_char(value, '/', 0) != BL_NOT_FOUND &&
                bl_span_find_char(value, '.', 0) != BL_NOT_FOUND) {
                size_t inner = bl_span_find_char(value, '?', 0);
                path = inner == BL_NOT_FOUND ? value : bl_span_head(value, inner);
                break;
            }
        }
    }
    path = decoded(arena, path);
    size_t scheme = bl_span_find(path, BL_SPAN("://"), 0);
    if (scheme != BL_NOT_FOUND && scheme < 8)
        path = bl_span_cut(path, scheme + 3);
    size_t slash = bl_span_find_char(path, '/', 0);
    path = slash == BL_NOT_FOUND ? path : bl_span_cut(path, slash + 1);
    size_t inner = bl_span_find_char(path, '?', 0); /* a decoded address inside the path */
    if (inner != BL_NOT_FOUND)
        path = bl_span_head(path, inner);
    while (path.n > 0 && path.p[path.n - 1] == '/')
        path.n--;
    return telling_part(path);
}
