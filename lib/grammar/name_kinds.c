/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What some words of a piece are: a trade, a house, a person's name. */
#include "grammar/name_tokens.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* "Maria José García Ruiz Blanco": particles do not count. */
#define NAME_WORDS_MOST 5
/* A last word with a full stop is abbreviated where it has fewer bytes. */
#define STOPPED_LEAST 4
/* More words of a house are a sentence. */
#define HOUSE_WORDS_MOST 8

size_t
bl_trade_at(const bl_piece_words *w, size_t i, size_t end)
{
    bool found = false;
    size_t next = i;
    while (i < end) {
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        if (!(kinds & (BL_BYLINE_JOB | BL_BYLINE_JOB_PART)))
            break;
        found |= (kinds & BL_BYLINE_JOB) != 0;
        i = next;
    }
    return found ? i : 0;
}

size_t
bl_find_trade(const bl_piece_words *w, size_t i, size_t end)
{
    for (size_t next; i < end; i = next) {
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        if (kinds & BL_BYLINE_JOB)
            return i;
    }
    return end;
}

static bool
is_initial(bl_span token)
{
    size_t at = 0;
    uint32_t first = bl_rune_next(token, &at);
    return bl_rune_is_upper(first) && (at == token.n || (token.p[at] == '.' && token.n <= at + 4));
}

size_t
bl_name_before_trade(const bl_piece_words *w, size_t start, size_t trade)
{
    size_t full = 0, i = start, next;
    for (; i < trade && full < 2; i++)
        full += !is_initial(w->at[i]) && !bl_is_name_particle(w->at[i]);
    for (size_t k = start + 1; k < i; k = next)
        if (bl_piece_kinds(w, k, &next) & BL_BYLINE_JOB_PART)
            return k;
    while (i < trade && bl_piece_kinds(w, i, &next) & BL_BYLINE_SUFFIX)
        i = next;
    return i;
}

bool
bl_is_house_word(const bl_piece_words *w, size_t i)
{
    size_t next;
    return (bl_piece_kinds(w, i, &next) & (BL_BYLINE_HOUSE | BL_BYLINE_STAFF)) != 0;
}

/* Does a word in it say that no person goes by this name? */
static bool
is_house(const bl_piece_words *w, size_t start, size_t end)
{
    if (bl_is_acronym(w->at[start]) && bl_first_case(w->at[start]) == BL_CASE_UPPER && !bl_holds_lower(w->at[start]))
        return true; /* "MDR Example" */
    for (size_t i = start; i < end; i++) {
        size_t next;
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        if (bl_is_domain(w->at[i]) || bl_has_house_tail(w->at[i]) || bl_ends_as_house(w->at[i]))
            return true;
        /* "Paige Press", "Jane Bank": one such word behind a given name is a surname as well */
        bool is_surname = kinds & BL_BYLINE_STAFF && end - start == 2 && i > start && bl_span_is(w->at[i], "Staff") &&
                          bl_is_given_name(w->at[start]); /* "Jörg Staff" */
        bool is_staff = kinds & BL_BYLINE_STAFF && !is_surname && !(kinds & BL_BYLINE_JOB && i >= start + 2);
        bool is_outlet = kinds & BL_BYLINE_HOUSE && (i == start || end - start != 2);
        if (is_staff || is_outlet || (kinds & BL_BYLINE_HOUSE && bl_first_case(w->at[i]) != BL_CASE_UPPER))
            return true;
        if (kinds & BL_BYLINE_HOUSE && end - start == 2) {
            static const char *const surnames[] = {
#define SURNAME(word) word,
#include "grammar/name_exceptions.def"
            };
            for (size_t k = 0; k < BL_COUNT(surnames); k++)
                if (bl_span_is(w->at[i], surnames[k]))
                    return false;
            return true;
        }
    }
    return false;
}

const byline_agency *
bl_agency_named(bl_span s)
{
    if (bl_byline_is(s, BL_BYLINE_JOB | BL_BYLINE_TOPIC))
        return NULL;
    const byline_agency *agency = byline_agency_find(s.p, s.n);
    if (!agency && bl_span_starts_nocase(s, BL_SPAN("the ")))
        agency = byline_agency_find(s.p + 4, s.n - 4);
    return agency;
}

bool
bl_is_city_name(bl_span s)
{
    const bl_word *word;
    size_t n = bl_word_prefix(s, &word);
    return n && n == s.n && word->kinds & (BL_WORD_CITY | BL_WORD_REGION);
}

/* "Jane Roe Jane Roe" said twice. */
static size_t
once(const bl_piece_words *w, size_t start, size_t end)
{
    size_t half = (end - start) / 2;
    if (end - start < 2 || (end - start) % 2)
        return end;
    for (size_t i = 0; i < half; i++)
        if (!bl_span_equal(w->at[start + i], w->at[start + half + i]))
            return end;
    return start + half;
}

static bool
is_capitals(bl_span token)
{
    for (size_t at = 0; at < token.n;)
        if (bl_rune_is_lower(bl_rune_next(token, &at)))
            return false;
    return true;
}

/* "I Love Bikes" is no name; Balinese ones begin so. */
static bool
is_sentence(const bl_piece_words *w, size_t start, size_t end)
{
    static const char *const names[] = {
#define BALINESE(word) word,
#include "grammar/name_exceptions.def"
    };
    if (end - start < 2 || !bl_span_is(w->at[start], "I"))
        return false;
    return !bl_span_is_among_nocase(w->at[start + 1], names, BL_COUNT(names));
}

/* "Jane Roe.": the stop of a sentence, not of "Jr." or "A." */
static bl_span
without_stop(const bl_piece_words *w, size_t end, bl_span name)
{
    size_t next;
    bl_span last = w->at[end - 1];
    bool is_short =
        last.n < STOPPED_LEAST || bl_piece_kinds(w, end - 1, &next) & (BL_BYLINE_SUFFIX | BL_BYLINE_HONORIFIC);
    if (!bl_span_ends(last, BL_SPAN(".")) || is_short || bl_span_find_char(last, '.', 0) + 1 < last.n ||
        !bl_span_ends(name, last))
        return name;
    return bl_span_head(name, name.n - 1);
}

bool
bl_is_person_name(const bl_piece_words *w, size_t start, size_t end)
{
    size_t full = 0, last = end, next;
    /* from "Jr." or "MD" on there are only such, listed or in capitals: "M.D. FACLM" */
    for (size_t i = end; i-- > start + 1 && (is_capitals(w->at[i]) || bl_piece_kinds(w, i, &next) & BL_BYLINE_SUFFIX);)
        if (bl_piece_kinds(w, i, &next) & BL_BYLINE_SUFFIX)
            last = i;
    for (size_t i = start; i < last; i++)
        full += !bl_is_name_particle(w->at[i]);
    if (full > NAME_WORDS_MOST || is_house(w, start, last) || is_sentence(w, start, last))
        return false;
    bl_span name = bl_piece_stretch(w, start, last);
    /* commas inside stand before "Jr." alone */
    return bl_looks_like_name(name);
}

void
bl_put_name(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts)
{
    for (size_t i = start + 2; i < end; i++) /* "Jane Roe Dr. Jane Roe" */
        if (bl_span_equal(w->at[i], BL_SPAN("Dr.")) || bl_span_equal(w->at[i], BL_SPAN("Prof.")))
            end = i;
    end = once(w, start, end);
    bl_span s = bl_piece_stretch(w, start, end);
    s = bl_strip_east_asian(s, &parts->title);
    if (!s.n)
        return;
    parts->agency = bl_agency_named(s);
    if (parts->agency) {
        parts->name = s;
        parts->is_agency = true;
        return;
    }
    if (bl_is_city_name(s) && (end - start > 1 || !bl_is_given_name(s))) { /* "New York"; "Florence" may be a person */
        parts->place = s;
        return;
    }
    bool is_told = parts->title.n && end - start == 1 && bl_looks_like_name(s); /* "宮本遼太郎記者" */
    if (is_told || bl_is_person_name(w, start, end)) {
        parts->name = without_stop(w, end, s);
        return;
    }
    if (end - start <= HOUSE_WORDS_MOST && is_house(w, start, end) && bl_first_case(s) != BL_CASE_NONE) {
        size_t lower = 0, capitals = 0, links = 0, next;
        for (size_t i = start; i < end; i++) {
            capitals += bl_first_case(w->at[i]) != BL_CASE_LOWER || bl_is_domain(w->at[i]);
            links += i > start && (bl_piece_kinds(w, i, &next) & (BL_BYLINE_FOR | BL_BYLINE_IN)) != 0 &&
                     bl_first_case(w->at[i]) == BL_CASE_LOWER;
            lower +=
                bl_first_case(w->at[i]) == BL_CASE_LOWER && !bl_is_name_particle(w->at[i]) && !bl_is_house_word(w, i);
        }
        bool is_phrase = bl_first_case(w->at[start]) == BL_CASE_LOWER && links; /* "write for example.com" */
        if (lower > 2 || is_phrase || !capitals)
            return;
        parts->name = s;
        parts->is_house = true;
    }
}
