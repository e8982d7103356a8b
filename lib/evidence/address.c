/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What the address of the page says: a day, a language, a section. */
#include <stdio.h>

#include "base/unicode.h"
#include "evidence/sources.h"
#include "evidence/url.h"
#include "evidence/weights.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2099, SHORT_NAME = 3 };

/* A number that begins with a day is so long; a shorter one is anything. */
enum { NUMBER_LEAST = 12, NUMBER_FIRST_YEAR = 2000, NUMBER_LAST_YEAR = 2059 };

/* "arts-and-culture" is a section, with more words it is a headline. */
enum { LONGEST_SECTION = 24, MOST_HYPHENS = 2 };

static void
add(bl_evidence *evidence, bl_field field, int weight, bl_span value)
{
    bl_claim_add(evidence, field, BYLINE_SOURCE_ADDRESS, weight, value, BL_NO_NODE);
}

/* The number of n digits at text, which are followed by no further digit; -1 is none. */
static int
digits(bl_span text, size_t at, size_t n)
{
    int value = 0;
    if (at + n > text.n)
        return -1;
    for (size_t i = at; i < at + n; i++) {
        if (!bl_is_digit(text.p[i]))
            return -1;
        value = value * 10 + (text.p[i] - '0');
    }
    return at + n < text.n && bl_is_digit(text.p[at + n]) ? -1 : value;
}

/* One or two digits, or an English name of a month, short or long. */
static int
month_at(bl_span text, size_t at, size_t *next)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    for (size_t n = 2; n >= 1; n--) {
        int value = digits(text, at, n);
        if (value >= 1 && value <= 12) {
            *next = at + n;
            return value;
        }
    }
    for (int i = 0; i < 12; i++) {
        bl_span name = bl_span_of(names[i]), rest = bl_span_cut(text, at);
        if (!bl_span_starts_nocase(rest, bl_span_head(name, SHORT_NAME)))
            continue;
        *next = at + (bl_span_starts_nocase(rest, name) ? name.n : SHORT_NAME);
        return i + 1;
    }
    return 0;
}

static bool
is_separator(char c)
{
    return c == '/' || c == '-' || c == '_' || c == '.';
}

/* /2023/06/13/, /2023-06-13-, /2023/jun/13/, /20230613/: year, month and day, 0 where there is none. */
static bool
day_at(bl_span path, size_t at, int *year, int *month, int *day)
{
    *day = 0;
    if (digits(path, at, 8) > 0) {
        int all = digits(path, at, 8);
        *year = all / 10000;
        *month = all / 100 % 100;
        *day = all % 100;
        return *year >= FIRST_YEAR && *year <= LAST_YEAR && *month >= 1 && *month <= 12 && *day >= 1 &&
               *day <= 31;
    }
    *year = digits(path, at, 4);
    if (*year < FIRST_YEAR || *year > LAST_YEAR || at + 4 >= path.n || !is_separator(path.p[at + 4]))
        return false;
    char separator = path.p[at + 4];
    size_t next = 0;
    *month = month_at(path, at + 5, &next);
    if (!*month)
        return false;
    if (next < path.n && path.p[next] == separator) {
        int value = digits(path, next + 1, 2);
        if (value < 0)
            value = digits(path, next + 1, 1);
        *day = value >= 1 && value <= 31 ? value : 0;
    }
    /* /2023-06 is a month only where it stands alone */
    return *day || separator == '/';
}

/* "dmf20230613_1", "a202306130812": a number that begins with a day, alone or with what counts the stories. */
static bool
numbered_day_at(bl_span text, size_t at, int *year, int *month, int *day)
{
    size_t n = 0;
    int value = 0;
    for (; at + n < text.n && bl_is_digit(text.p[at + n]); n++)
        if (n < 8)
            value = value * 10 + (text.p[at + n] - '0');
    *year = value / 10000;
    *month = value / 100 % 100;
    *day = value % 100;
    return (n == 8 || n >= NUMBER_LEAST) && *year >= NUMBER_FIRST_YEAR && *year <= NUMBER_LAST_YEAR &&
           *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
}

static void
add_day(bl_evidence *evidence, int weight, int year, int month, int day)
{
    char text[16];
    if (day)
        snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    else
        snprintf(text, sizeof text, "%04d-%02d", year, month);
    size_t n = strlen(text);
    add(evidence, BL_FIELD_PUBLISHED, weight, bl_span_from(bl_strndup(evidence->arena, text, n), n));
}

static void
read_day(bl_evidence *evidence, bl_span path, bl_span query)
{
    int year, month, day;
    for (size_t at = 0; at < path.n; at++) {
        if (bl_is_digit(path.p[at]) &&
            (!at || (!bl_is_digit(path.p[at - 1]) && is_separator(path.p[at - 1]))) &&
            day_at(path, at, &year, &month, &day)) {
            add_day(evidence, day ? BL_WEIGHT_DATE_ADDRESS : BL_WEIGHT_DATE_ADDRESS_MONTH, year, month, day);
            if (day)
                return;
            break;
        }
    }
    const bl_span parts[] = {path, query};
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; at < parts[i].n; at++)
            if (bl_is_digit(parts[i].p[at]) && (!at || !bl_is_digit(parts[i].p[at - 1])) &&
                numbered_day_at(parts[i], at, &year, &month, &day)) {
                add_day(evidence, BL_WEIGHT_DATE_ADDRESS_NUMBER, year, month, day);
                return;
            }
}

/* "/en/", "/pt-br/", "de.example.org": two letters, or two and two. */
static bool
looks_like_language(bl_span part)
{
    return (part.n == 2 || (part.n == 5 && (part.p[2] == '-' || part.p[2] == '_') && bl_is_alpha(part.p[3]) &&
                            bl_is_alpha(part.p[4]))) &&
           bl_is_alpha(part.p[0]) && bl_is_alpha(part.p[1]);
}

/* Folders that hold all stories, of whatever section. */
static bool
holds_all(bl_span folder)
{
    static const char *const names[] = {
        "article",  "articles",  "artikel",    "articolo",    "articulo",   "story",       "stories",    "post",
        "posts",    "page",      "pages",      "blog",        "blogs",      "node",        "detail",     "details",
        "content",  "read",      "index",      "service",     "home",       "archive",     "archives",   "archiv",
        "wiki",     "doi",       "cms",        "nota",        "notas",      "noticia",     "item",       "entry",
        "entries",  "view",      "show",       "amp",         "photo",      "photos",      "video",      "videos",
        "print",    "web",       "site",       "category",    "tag",        "tags",        "file",       "files",
        "document", "inhalte",   "thema",      "questions",   "topic",      "topics",      "section",    "sections",
        "sites",    "select",    "collection", "collections", "newsdetail", "newsdetails", "blog-posts", "slideshow",
        "media",    "download",  "downloads",  "user",        "users",      "profile",     "author",     "authors",
        "forum",    "permalink", "path",
    };
    return bl_span_is_among_nocase(folder, names, BL_COUNT(names));
}

static void
read_folders(bl_evidence *evidence, bl_span path)
{
    bl_span rest = bl_span_cut(path, 1), part;
    bool first = true;
    while (bl_span_next(&rest, '/', &part) && rest.n) {
        bool letters = part.n >= 3 && part.n <= LONGEST_SECTION;
        size_t hyphens = 0;
        for (size_t i = 0; i < part.n; i++) {
            letters = letters && (bl_is_alpha(part.p[i]) || part.p[i] == '-');
            hyphens += part.p[i] == '-';
        }
        letters = letters && hyphens <= MOST_HYPHENS;
        if (first && looks_like_language(part)) {
            add(evidence, BL_FIELD_LANGUAGE, BL_WEIGHT_LANGUAGE_ADDRESS, part);
        } else if (!holds_all(part)) {
            if (letters)
                add(evidence, BL_FIELD_SECTION, BL_WEIGHT_SECTION_ADDRESS, part);
            return;
        }
        first = false;
    }
}

void
bl_collect_address(bl_evidence *evidence)
{
    bl_span address = evidence->url;
    for (size_t i = 0; address.n == 0 && i < evidence->claims[BL_FIELD_CANONICAL_URL].count; i++)
        address = evidence->claims[BL_FIELD_CANONICAL_URL].at[i].value;
    bl_url url;
    if (!bl_url_split(address, &url))
        return;
    read_day(evidence, url.path, url.query);
    read_folders(evidence, url.path);
}
