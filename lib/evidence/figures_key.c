/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* One picture under several addresses: what of an address tells it from others, in whatever size. */
#include "evidence/figures_url.h"

#include "base/builder.h"

/* Bytes of a size in an address; of a number or hash that no two pictures share, and digits in it. */
enum { SIZE_TEXT = 24, IDENTITY_TEXT = 12, IDENTITY_DIGITS = 4, UUID_TEXT = 36, STAMP_DIGITS = 10 };

/* Bytes of an address that are read; no name stands behind them. */
enum { ADDRESS_READ = 4096 };

/* Letters and digits of a build. */
enum { BUILD_LEAST = 7, BUILD_MOST = 10 };

/* Letters of a short name that is no size. */
enum { WORD_LETTERS = 3 };

/* Letters of a name that tells one picture from all others. */
enum { NAME_LETTERS = 7 };

/* Digits of a number that counts the pictures of one article, and of one that says a width or quality. */
enum { COUNT_DIGITS = 2, WIDTH_DIGITS_LEAST = 3, WIDTH_DIGITS_MOST = 4 };

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
    return c == '-' || c == '_' || c == '.' || c == ',' || c == '=' || c == '@' || c == '+' || c == ' ' || c == ':' ||
           c == '(' || c == ')' || c == '~' || c == '!' || c == '*' || c == ';';
}

static bool
is_number(bl_span part)
{
    return part.n > 0 && bl_digit_count(part) == part.n;
}

/* "1024x683", "seo4x3"; "4x6a1347" is what a camera calls its pictures. */
static bool
holds_sides(bl_span part)
{
    for (size_t i = 1; i + 1 < part.n; i++)
        if (part.p[i] == 'x' && bl_is_digit(part.p[i - 1]) && bl_is_digit(part.p[i + 1]) &&
            ((i > 1 && bl_is_digit(part.p[i - 2])) || is_number(bl_span_cut(part, i + 1))))
            return true;
    return false;
}

/* "1024x683", "16x9", "w2100", "s1600", "640w", "2x": a size and nothing of the picture's own; "g2" is a name. */
static bool
is_size(bl_span part)
{
    size_t digits = bl_digit_count(part);
    if (digits == 0 || part.n > SIZE_TEXT)
        return false;
    if (holds_sides(part))
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

/* "w900c2040x1360o0x0": numbers, and no two letters together. */
static bool
is_sizes(bl_span part)
{
    for (size_t i = 1; i < part.n; i++)
        if (bl_is_alpha(part.p[i]) && bl_is_alpha(part.p[i - 1]))
            return false;
    return part.n <= SIZE_TEXT && holds_sides(part);
}

/* "e1612345678901": WordPress notes so when a picture was cut. */
static bool
is_edit(bl_span part)
{
    return part.n > STAMP_DIGITS && part.p[0] == 'e' && is_number(bl_span_cut(part, 1));
}

/* "2024", "20241105", "20241105093012" */
static bool
starts_in_year(bl_span digits)
{
    return bl_span_starts(digits, BL_SPAN("19")) || bl_span_starts(digits, BL_SPAN("20"));
}

static bool
is_day(bl_span digits)
{
    return digits.n == 8 && is_number(digits) && starts_in_year(digits);
}

/* "HARBOURFEST2024", "20241105HarbourFest": a word and its year or day. */
static bool
is_dated_word(bl_span part)
{
    size_t digits = bl_digit_count(part);
    if ((digits != 4 && digits != 8) || part.n <= digits)
        return false;
    bl_span head = bl_span_head(part, digits), tail = bl_span_cut(part, part.n - digits);
    return (is_number(head) && starts_in_year(head)) || (is_number(tail) && starts_in_year(tail));
}

/* A number or hash that no two pictures share; a moment behind words is when a file was written. */
static bool
is_identity(bl_span part, size_t words)
{
    bool is_moment = part.n == 14 && is_number(part) && starts_in_year(part) && words >= NAME_LETTERS;
    return part.n >= IDENTITY_TEXT && bl_digit_count(part) >= IDENTITY_DIGITS && !is_dated_word(part) && !is_moment &&
           !is_sizes(part) && !is_edit(part);
}

/* "8f4c1d2e-37a0-11f0-9b13-0c5e8f9a6b21", of which many share the end: they were made on one machine. */
static bool
starts_with_uuid(bl_span name)
{
    static const char form[] = "########-####-####-####-############";
    if (name.n < sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++)
        if (form[i] == '#' ? bl_digit_value(name.p[i], 16) < 0 : name.p[i] != form[i])
            return false;
    return true;
}

/* "txinx1vq" of "harbour.txinx1vq.webp": what a build writes behind the name, of letters and digits, to tell its
   versions apart. */
static bool
is_build(bl_span name, bl_span part)
{
    size_t at = (size_t)(part.p - name.p), digits = bl_digit_count(part);
    for (size_t i = 0; i < part.n; i++)
        if (!bl_is_alpha(part.p[i]) && !bl_is_digit(part.p[i]))
            return false;
    return part.n >= BUILD_LEAST && part.n <= BUILD_MOST && digits > 0 && digits < part.n && at > 0 &&
           name.p[at - 1] == '.' && at + part.n < name.n && !is_dated_word(part);
}

/* Widths that sites cut their pictures to and write behind the name without a letter. */
static bool
is_usual_width(bl_span part)
{
    static const char *const widths[] = {"320",  "480",  "640",  "768",  "800",  "960",  "1024", "1080",
                                         "1200", "1280", "1440", "1600", "1920", "2048", "2560"};
    return bl_span_is_among(part, widths, BL_COUNT(widths));
}

typedef enum name_kind {
    NAME_OF_SIZES = 0, /* nothing of the picture's own */
    NAME_SHORT,        /* "3", "IMG_0234": one among its neighbours only */
    NAME_TELLING,
} name_kind;

/*
 * The part of a file name or folder that tells one picture from another: its long number or hash where it has
 * one, else the words before the first size.
 */
static name_kind
read_name(bl_span name, bl_span *told)
{
    size_t start = 0, from = BL_NOT_FOUND, end = 0, letters = 0, pending = 0, longest = 0;
    bool is_cut = false, is_numeric = false; /* is it one number so far? */
    *told = BL_EMPTY;
    for (size_t at = 0; at <= name.n; at++) {
        if (at < name.n && !parts_name(name.p[at]))
            continue;
        bl_span part = bl_span_from(name.p + start, at - start), rest = bl_span_cut(name, start);
        start = at + 1;
        if (part.n == 0)
            continue;
        bool is_uuid = starts_with_uuid(rest);
        if (is_uuid || is_identity(part, letters)) {
            *told = is_uuid ? bl_span_head(rest, UUID_TEXT) : part;
            return NAME_TELLING;
        }
        bl_span before = from == BL_NOT_FOUND ? BL_EMPTY : bl_span_from(name.p + from, end - from);
        /* "16798050_605": a short number behind a long one is a size. */
        bool is_tail = part.n <= 4 && is_number(part) && before.n >= 5 && is_numeric && !is_day(before);
        bool is_width = letters >= NAME_LETTERS && !is_numeric && is_usual_width(part);
        if (is_size(part) || is_tail || is_width || (before.n && (is_edit(part) || is_build(name, part)))) {
            is_cut = from != BL_NOT_FOUND;
            continue;
        }
        if (is_cut || (is_variant(part) && from == BL_NOT_FOUND))
            continue;
        from = from == BL_NOT_FOUND ? (size_t)(part.p - name.p) : from;
        pending += part.n;
        if (is_variant(part)) /* of the name only where more of it follows */
            continue;
        end = at;
        is_numeric = from == (size_t)(part.p - name.p) && is_number(part);
        letters += pending;
        pending = 0;
        longest = part.n > longest ? part.n : longest;
    }
    if (from == BL_NOT_FOUND)
        return NAME_OF_SIZES;
    *told = bl_span_from(name.p + from, end - from);
    return (bl_digit_count(*told) == letters ? longest >= 5 : letters >= NAME_LETTERS) ? NAME_TELLING : NAME_SHORT;
}

/* "filters:quality(80)", "640x360": what a service for sizes writes between the folders. */
static bool
is_order(bl_span folder)
{
    bl_span told;
    return bl_span_starts(folder, BL_SPAN("filters:")) ||
           (holds_sides(folder) && read_name(folder, &told) == NAME_OF_SIZES);
}

static bool
holds_word(bl_span name)
{
    size_t letters = 0;
    for (size_t i = 0; i < name.n; i++)
        letters += bl_is_alpha(name.p[i]);
    return letters >= WORD_LETTERS;
}

/* The path without such orders, where the file has a name. */
static bl_span
without_orders(bl_arena *arena, bl_span path)
{
    size_t start = path.n;
    while (start > 0 && path.p[start - 1] != '/')
        start--;
    bl_span name = bl_span_cut(path, start), told, rest = bl_span_head(path, start), folder;
    if (bl_span_find_char(path, 'x', 0) == BL_NOT_FOUND && bl_span_find(path, BL_SPAN("filters:"), 0) == BL_NOT_FOUND)
        return path;
    if (read_name(name, &told) == NAME_OF_SIZES || !holds_word(told))
        return path;
    bl_builder b = bl_builder_in(arena);
    while (bl_span_next(&rest, '/', &folder)) {
        if (is_order(folder) || (folder.n == 0 && rest.n == 0))
            continue;
        bl_builder_add(&b, folder);
        bl_builder_add_char(&b, '/');
    }
    bl_builder_add(&b, name);
    return bl_builder_span(&b);
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
        name_kind kind = read_name(bl_span_from(path.p + start, end - start), &told);
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

/* The path of the picture itself, decoded and in lower case, where a service for sizes carries it too. */
static bl_span
picture_path(bl_arena *arena, bl_span url)
{
    url = bl_span_head(url, ADDRESS_READ);
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
            size_t host = bl_span_find(value, BL_SPAN("://"), 0);
            if (bl_span_find_char(value, '/', host == BL_NOT_FOUND ? 0 : host + 3) != BL_NOT_FOUND &&
                bl_span_find_char(value, '.', 0) != BL_NOT_FOUND) {
                size_t inner = bl_span_find_char(value, '?', 0);
                path = inner == BL_NOT_FOUND ? value : bl_span_head(value, inner);
                break;
            }
        }
    }
    path = decoded(arena, path);
    if (bl_span_find(path, BL_SPAN("%2f"), 0) != BL_NOT_FOUND) /* encoded once more for the service */
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
    return path;
}

/* "2" of "harbour-640x360-2", "2-1" of its copy: the number of one picture among those of a name. */
static bl_span
counter_of(bl_span name)
{
    bl_span counter = BL_EMPTY, before = BL_EMPTY;
    size_t start = 0;
    int run = 0; /* of numbers; three are the sides of a cut */
    for (size_t at = 0; at <= name.n; at++) {
        if (at < name.n && !parts_name(name.p[at]))
            continue;
        bl_span part = bl_span_from(name.p + start, at - start);
        start = at + 1;
        if (part.n == 0)
            continue;
        /* "1200-80": a width and a quality */
        bool is_behind_width = is_number(before) && before.n >= WIDTH_DIGITS_LEAST && before.n <= WIDTH_DIGITS_MOST;
        if (is_number(part) && part.n <= COUNT_DIGITS && !is_behind_width) {
            run++;
            counter = run == 1 ? part : bl_span_from(counter.p, (size_t)(part.p - counter.p) + part.n);
        } else if (!is_size(part) && !is_variant(part) && !is_edit(part)) {
            run = 0;
        }
        before = part;
    }
    return run == 1 || run == 2 ? counter : BL_EMPTY;
}

bl_span
bl_picture_key(bl_arena *arena, bl_span url)
{
    return telling_part(without_orders(arena, picture_path(arena, url)));
}

bl_span
bl_picture_counted_key(bl_arena *arena, bl_span url, bl_span *counter)
{
    bl_span path = without_orders(arena, picture_path(arena, url)), key = telling_part(path);
    size_t start = path.n;
    while (start > 0 && path.p[start - 1] != '/')
        start--;
    *counter = counter_of(bl_span_cut(path, start));
    if (counter->n == 0 || key.n == 0)
        return key;
    bl_builder counted = bl_builder_in(arena);
    bl_builder_add(&counted, key);
    bl_builder_add_char(&counted, '/');
    bl_builder_add(&counted, *counter);
    return bl_builder_span(&counted);
}
