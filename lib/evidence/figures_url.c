/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/figures_url.h"

#include "grammar/trie.h"

#include "evidence/dummy_table.h"

/* No picture is wider; what comes behind as many digits is not read. */
enum { PIXELS_ENOUGH = 100000 };

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
    if (url.n == 0 || bl_span_starts_nocase(url, BL_SPAN("data:")) || bl_span_starts_nocase(url, BL_SPAN("blob:")) ||
        bl_span_starts_nocase(url, BL_SPAN("about:")) ||
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

uint32_t
bl_pixels_of(bl_span text)
{
    uint32_t number = 0;
    size_t i = 0;
    for (; i < text.n && bl_is_digit(text.p[i]) && number < PIXELS_ENOUGH; i++)
        number = number * 10 + (uint32_t)(text.p[i] - '0');
    return i < text.n && text.p[i] == '%' ? 0 : number;
}
