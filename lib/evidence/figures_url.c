/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/figures_url.h"

#include "base/builder.h"
#include "grammar/trie.h"

#include "evidence/dummy_table.h"

/* No picture is wider; what comes behind as many digits is not read. */
enum { PIXELS_ENOUGH = 100000 };

/* Bytes of a size in an address; of a number or hash that no two pictures share, and digits in it. */
enum { SIZE_TEXT = 24, IDENTITY_TEXT = 12, IDENTITY_DIGITS = 4 };

/* Which attribute a page means when none says a size: what scripts load later is the real picture. */
enum {
    RANK_LEAST = 0, /* of the same picture, or of one for sharing */
    RANK_SRC = 1,
    RANK_LAZY = 2,
    RANK_ORIGINAL = 3,
    RANK_SRCSET = 4,
};

static const struct {
    bl_attribute name;
    int rank;
} PLAIN[] = {
    {BL_ATTR_CONTENT, RANK_LEAST},
    {BL_ATTR_DATA_PIN_MEDIA, RANK_LEAST},
    {BL_ATTR_SRC, RANK_SRC},
    {BL_ATTR_DATA_SRC, RANK_LAZY},
    {BL_ATTR_DATA_LAZY_SRC, RANK_LAZY},
    {BL_ATTR_DATA_URL, RANK_LAZY},
    {BL_ATTR_DATA_IMG_URL, RANK_LAZY},
    {BL_ATTR_DATA_LAZY, RANK_LAZY},
    {BL_ATTR_DATA_LAZYLOAD, RANK_LAZY},
    {BL_ATTR_DATA_FLICKITY_LAZYLOAD, RANK_LAZY},
    {BL_ATTR_DATA_CFSRC, RANK_LAZY},
    {BL_ATTR_DATA_ORIGINAL_SRC, RANK_LAZY},
    {BL_ATTR_NITRO_LAZY_SRC, RANK_LAZY},
    {BL_ATTR_DATA_ORIGINAL, RANK_LAZY},
    {BL_ATTR_POSTER, RANK_LAZY},
    {BL_ATTR_DATA_FULL, RANK_ORIGINAL},
    {BL_ATTR_DATA_LARGE_FILE, RANK_ORIGINAL},
    {BL_ATTR_DATA_ORIG_FILE, RANK_ORIGINAL},
};

/* Bytes of an address that are looked at. */
enum { DUMMY_REACH = 2048 };

/* Does url, which is not empty, start with one of dummies.def? */
static bool
dummy_starts(bl_span url)
{
    BL_HOLDS(url.n && url.p);
    const bl_trie_node *node = &trie[roots[(unsigned char)bl_lower(url.p[0])]];
    for (size_t at = 1; node && node != trie; at++) {
        if (node->ending)
            return true;
        node = at < url.n ? bl_trie_step_byte(trie, node, (uint8_t)bl_lower(url.p[at])) : NULL;
    }
    return false;
}

/* "https://dispatch.example/" */
static bool
is_front_page(bl_span url)
{
    size_t host = bl_span_find(url, BL_SPAN("://"), 0);
    size_t path = host == BL_NOT_FOUND ? BL_NOT_FOUND : bl_span_find_char(url, '/', host + 3);
    return host != BL_NOT_FOUND && (path == BL_NOT_FOUND || path + 1 >= url.n);
}

bool
bl_is_dummy_picture(bl_span url)
{
    size_t cut = bl_span_find_char(url, '?', 0);
    bl_span bare = cut == BL_NOT_FOUND ? url : bl_span_head(url, cut);
    if (bare.n == 0 || bl_span_starts_nocase(bare, BL_SPAN("data:")) || is_front_page(url))
        return true;
    bare = bl_span_head(bare, DUMMY_REACH);
    /* "//pixel.example" tells, "valleybeacon.example" does not */
    size_t host = bl_span_find(bare, BL_SPAN("//"), 0);
    if (host != BL_NOT_FOUND) {
        bare = bl_span_cut(bare, host + 1);
        if (dummy_starts(bare))
            return true;
        bare = bl_span_cut(bare, bl_span_find_char(bare, '/', 1));
    }
    for (; bare.n; bare = bl_span_cut(bare, 1))
        if (dummy_starts(bare))
            return true;
    return false;
}

/* Some scripts keep an object where others keep an address: the first address in it. */
static bl_span
inside_object(bl_span value)
{
    size_t at = bl_span_find(value, BL_SPAN("//"), 0), start = at;
    while (at != BL_NOT_FOUND && start > 0 && value.p[start - 1] != '"')
        start--;
    return at == BL_NOT_FOUND || start == 0
               ? BL_EMPTY
               : bl_span_from(value.p + start, bl_span_find_char(bl_span_cut(value, start), '"', 0));
}

static void
offer(bl_span url, uint32_t width, uint32_t density, int rank, bl_offer *best)
{
    url = bl_span_trim(url);
    if (bl_span_starts(url, BL_SPAN("{")))
        url = inside_object(url);
    if (url.n == 0 || bl_span_starts_nocase(url, BL_SPAN("data:")) ||
        bl_span_starts_nocase(url, BL_SPAN("blob:")) || bl_span_starts_nocase(url, BL_SPAN("about:")) ||
        (bl_span_find_char(url, '/', 0) == BL_NOT_FOUND && bl_span_find_char(url, '.', 0) == BL_NOT_FOUND))
        return; /* "true" is no address */
    bool better = best->url.n == 0;
    if (!better && width != best->width)
        better = width > best->width;
    else if (!better && density != best->density)
        better = density > best->density;
    else if (!better)
        better = rank > best->rank;
    /* A picture comes before any placeholder; what is no better than a picture need not be looked at. */
    if (!better && !best->is_dummy)
        return;
    bool is_dummy = bl_is_dummy_picture(url);
    if (best->url.n && is_dummy != best->is_dummy)
        better = best->is_dummy;
    if (better)
        *best = (bl_offer){url, width, density, rank, is_dummy};
}

/* "640w", "1.5x": a width, or hundredths of a density. */
static void
read_descriptor(bl_span text, uint32_t *width, uint32_t *density)
{
    text = bl_span_trim(text);
    uint32_t whole = 0, part = 0, scale = 100;
    size_t at = 0;
    for (; at < text.n && bl_is_digit(text.p[at]); at++)
        whole = whole < PIXELS_ENOUGH ? whole * 10 + (uint32_t)(text.p[at] - '0') : whole;
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
    static const bl_attribute sets[] = {BL_ATTR_SRCSET, BL_ATTR_DATA_SRCSET, BL_ATTR_DATA_LAZY_SRCSET,
                                        BL_ATTR_NITRO_LAZY_SRCSET, BL_ATTR_DATA_FLICKITY_LAZYLOAD_SRCSET};
    for (size_t i = 0; i < BL_COUNT(sets); i++)
        bl_offer_take_srcset(bl_attribute_of(doc, n, sets[i]), RANK_SRCSET, best);
    for (size_t i = 0; i < BL_COUNT(PLAIN); i++)
        offer(bl_attribute_of(doc, n, PLAIN[i].name), 0, 0, PLAIN[i].rank, best);
}

/* ---- one picture under several addresses ---------------------------------------------------- */

/* Percent signs decoded, in lower case. */
static bl_span
decoded(bl_arena *arena, bl_span text)
{
    char *to = bl_alloc(arena, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        int high = i + 2 < text.n && text.p[i] == '%' ? bl_digit_value(text.p[i + 1], 16) : -1;
        int low = high >= 0 ? bl_digit_value(text.p[i + 2], 16) : -1;
        if (low >= 0) {
            to[n++] = bl_lower((char)(high * 16 + low));
            i += 2;
        } else {
            to[n++] = bl_lower(text.p[i]);
        }
    }
    return bl_span_from(to, n);
}

/* Parts of a file name stand between these. */
static bool
parts_name(char c)
{
    return c == '-' || c == '_' || c == '.' || c == ',' || c == '=' || c == '@' || c == '+' || c == ' ' ||
           c == ':' || c == '(' || c == ')' || c == '~' || c == '!' || c == '*' || c == ';';
}

static size_t
digits_in(bl_span s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++)
        digits += bl_is_digit(s.p[i]);
    return digits;
}

/* "1024x683", "16x9", "w2100", "s1600", "640w", "2x": a size and nothing of the picture's own; "g2" is a name. */
static bool
is_size(bl_span part)
{
    size_t digits = digits_in(part);
    if (digits == 0 || part.n > SIZE_TEXT)
        return false;
    for (size_t i = 1; i + 1 < part.n; i++)
        if (part.p[i] == 'x' && bl_is_digit(part.p[i - 1]) && bl_is_digit(part.p[i + 1]))
            return true;
    return digits + 1 == part.n && digits <= 5 &&
           (strchr("whscqx", part.p[0]) || part.p[part.n - 1] == 'w' || part.p[part.n - 1] == 'x');
}

/* What sites call their cuts and sizes. */
static bool
is_variant(bl_span part)
{
    static const char *const words[] = {
        "wide",    "square", "desktop", "mobile", "tablet",    "scale",    "scaled",  "large",  "small",
        "medium",  "master", "image",   "img",    "images",    "thumb",    "default", "crop",   "fit",
        "format",  "retina", "webp",    "jpg",    "jpeg",      "png",      "avif",    "gif",    "original",
        "full",    "orig",   "width",   "height", "quality",   "resize",   "auto",    "smart",  "photo",
        "picture", "teaser", "og",      "amp",    "landscape", "portrait", "1",       "public",
    };
    return bl_span_is_among(part, words, BL_COUNT(words));
}

/* "HARBOURFEST2024": a word and its year. */
static bool
ends_in_year(bl_span part)
{
    bl_span year = part.n >= 4 ? bl_span_cut(part, part.n - 4) : BL_EMPTY;
    return digits_in(part) == 4 && digits_in(year) == 4 &&
           (bl_span_starts(year, BL_SPAN("19")) || bl_span_starts(year, BL_SPAN("20")));
}

/* A number or hash that no two pictures share. */
static bool
is_identity(bl_span part)
{
    return part.n >= IDENTITY_TEXT && digits_in(part) >= IDENTITY_DIGITS && !ends_in_year(part);
}

typedef enum bl_name_kind {
    NAME_OF_SIZES = 0, /* nothing of the picture's own */
    NAME_SHORT,        /* "3", "IMG_0234": one among its neighbours only */
    NAME_TELLING,
} bl_name_kind;

static bool
is_day(bl_span digits)
{
    return digits.n == 8 && (bl_span_starts(digits, BL_SPAN("19")) || bl_span_starts(digits, BL_SPAN("20")));
}

/*
 * The part of a file name or folder that tells one picture from another: its long number or hash where it has
 * one, else the words before the first size.
 */
static bl_name_kind
read_name(bl_span name, bl_span *told)
{
    size_t start = 0, from = BL_NOT_FOUND, end = 0, letters = 0, longest = 0;
    bool is_cut = false;
    *told = BL_EMPTY;
    for (size_t at = 0; at <= name.n; at++) {
        if (at < name.n && !parts_name(name.p[at]))
            continue;
        bl_span part = bl_span_from(name.p + start, at - start);
        start = at + 1;
        if (part.n == 0)
            continue;
        if (is_identity(part)) {
            *told = part;
            return NAME_TELLING;
        }
        bl_span before = from == BL_NOT_FOUND ? BL_EMPTY : bl_span_from(name.p + from, end - from);
        bool is_number = digits_in(before) == before.n;
        /* "16798050_605": a short number behind a long one is a size. */
        bool is_tail =
            part.n <= 4 && digits_in(part) == part.n && is_number && before.n >= 5 && !is_day(before);
        if (is_size(part) || is_tail) {
            is_cut = from != BL_NOT_FOUND;
            continue;
        }
        if (is_cut || (is_variant(part) && (from == BL_NOT_FOUND || at >= name.n)))
            continue;
        from = from == BL_NOT_FOUND ? (size_t)(part.p - name.p) : from;
        end = at;
        letters += part.n;
        longest = part.n > longest ? part.n : longest;
    }
    if (from == BL_NOT_FOUND)
        return NAME_OF_SIZES;
    *told = bl_span_from(name.p + from, end - from);
    bool is_number = digits_in(*told) == letters;
    return (is_number ? longest >= 5 : letters >= 7) ? NAME_TELLING : NAME_SHORT;
}

/* The last part of a path that is telling; a short name counts with the two folders around it. */
static bl_span
telling_part(bl_span path)
{
    bl_span told, short_name = BL_EMPTY;
    size_t end = path.n, folders = 0;
    for (int parts = 0; parts < 5 && end > 0; parts++) {
        size_t start = end;
        while (start > 0 && path.p[start - 1] != '/')
            start--;
        bl_name_kind kind = read_name(bl_span_from(path.p + start, end - start), &told);
        if (short_name.p) {
            /* "16x9/1280@40": what looked like a short name is a size among sizes. */
            if (folders == 0 && kind == NAME_OF_SIZES)
                short_name = BL_EMPTY;
            else if (++folders == 2)
                return bl_span_from(path.p + start, (size_t)(short_name.p - path.p) + short_name.n - start);
        } else if (kind == NAME_TELLING) {
            return told;
        } else if (kind == NAME_SHORT) {
            short_name = told;
        }
        end = start > 0 ? start - 1 : 0;
    }
    return path;
}

uint32_t
bl_pixels_of(bl_span text)
{
    uint32_t number = 0;
    size_t i = 0;
    for (; i < text.n && bl_is_digit(text.p[i]) && number < PIXELS_ENOUGH; i++)
        number = number * 10 + (uint32_t)(text.p[i] - '0');
    return i < text.n && text.p[i] == '%' ? 0 : number;
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
