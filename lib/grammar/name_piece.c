/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What one piece of a byline is: a name, a trade, a place, a house, or nothing. */
#include "grammar/name_tokens.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* "Maria José García Ruiz Blanco": particles do not count. */
#define NAME_WORDS_MOST 5
/* A last word with a full stop is abbreviated where it has fewer bytes. */
#define STOPPED_LEAST 4
/* More words of a house are a sentence. */
#define HOUSE_WORDS_MOST 8

/* Of words that are a trade and nothing else: which is where it ends, 0 is none. */
static size_t
trade_at(const bl_piece_words *w, size_t i, size_t end)
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

/* The first word from i on that is a trade's; end where none is. */
static size_t
find_trade(const bl_piece_words *w, size_t i, size_t end)
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

/* Where the name ends in "Jane Q. Roe Lifestyle Writer", whose trade ends at word trade. */
static size_t
name_before_trade(const bl_piece_words *w, size_t start, size_t trade)
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

static bool
is_house_word(const bl_piece_words *w, size_t i)
{
    size_t next;
    return (bl_piece_kinds(w, i, &next) & (BL_BYLINE_HOUSE | BL_BYLINE_STAFF)) != 0;
}

static bool
has_small(bl_span word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] >= 'a' && word.p[i] <= 'z')
            return true;
    return false;
}

/* Does a word in it say that no person goes by this name? */
static bool
is_house(const bl_piece_words *w, size_t start, size_t end)
{
    if (bl_is_acronym(w->at[start]) && bl_first_case(w->at[start]) == BL_CASE_UPPER && !has_small(w->at[start]))
        return true; /* "MDR Example" */
    for (size_t i = start; i < end; i++) {
        size_t next;
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        if (bl_is_domain(w->at[i]) || bl_has_house_tail(w->at[i]) || bl_ends_as_house(w->at[i]))
            return true;
        /* "Paige Press", "Jane Bank": one such word behind a given name is a surname as well */
        bool is_surname = kinds & BL_BYLINE_STAFF && end - start == 2 && i > start && bl_span_is(w->at[i], "Staff") &&
                          bl_is_given_name(w->at[start]); /* "Jörg Staff" */
        bool is_strong =
            (kinds & BL_BYLINE_STAFF && !is_surname && !(kinds & BL_BYLINE_JOB && i >= start + 2)) ||
                (kinds & BL_BYLINE_HOUSE && (i == start || end - start != 2));
        if (is_strong || (kinds & BL_BYLINE_HOUSE && bl_first_case(w->at[i]) != BL_CASE_UPPER))
            return true;
        if (kinds & BL_BYLINE_HOUSE && end - start == 2) {
            static const char *const surnames[] = {"Press", "Bank",   "Court", "Store",  "Shop",
                                                   "Club",  "Herald", "Daily", "Journal"};
            for (size_t k = 0; k < BL_COUNT(surnames); k++)
                if (bl_span_is(w->at[i], surnames[k]))
                    return false;
            return true;
        }
    }
    return false;
}

/* The length of a registered agency's name that is all of s, "The" before it or not. */
static const byline_agency *
agency_of(bl_span s)
{
    if (bl_byline_is(s, BL_BYLINE_JOB | BL_BYLINE_TOPIC))
        return NULL;
    const byline_agency *agency = byline_agency_find(s.p, s.n);
    if (!agency && bl_span_starts_nocase(s, BL_SPAN("the ")))
        agency = byline_agency_find(s.p + 4, s.n - 4);
    return agency;
}

static bool
is_publisher(bl_span s, const bl_line_context *context, bl_arena *arena)
{
    return context && context->publisher && context->publisher[0] &&
           bl_same(arena, s, bl_span_of(context->publisher));
}

static bool
is_city(bl_span s)
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
    static const char *const names[] = {"Made", "Wayan", "Gede", "Ketut", "Nyoman", "Gusti",
                                        "Putu", "Kadek", "Komang", "Dewa",  "Ngurah"};
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
    bool is_short = last.n < STOPPED_LEAST ||
                    bl_piece_kinds(w, end - 1, &next) & (BL_BYLINE_SUFFIX | BL_BYLINE_HONORIFIC);
    if (!bl_span_ends(last, BL_SPAN(".")) || is_short || bl_span_find_char(last, '.', 0) + 1 < last.n ||
        !bl_span_ends(name, last))
        return name;
    return bl_span_head(name, name.n - 1);
}

/* Words that may be a person's name: shape, and not too many. */
static bool
is_person(const bl_piece_words *w, size_t start, size_t end)
{
    size_t full = 0, last = end, next;
    /* from "Jr." or "MD" on there are only such, listed or in capitals: "M.D. FACLM" */
    for (size_t i = end;
         i-- > start + 1 && (is_capitals(w->at[i]) || bl_piece_kinds(w, i, &next) & BL_BYLINE_SUFFIX);)
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

/* The name with its particles; a house with no trade in it. */
static void
put_name(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts)
{
    for (size_t i = start + 2; i < end; i++) /* "Jane Roe Dr. Jane Roe" */
        if (bl_span_equal(w->at[i], BL_SPAN("Dr.")) || bl_span_equal(w->at[i], BL_SPAN("Prof.")))
            end = i;
    end = once(w, start, end);
    bl_span s = bl_piece_stretch(w, start, end);
    s = bl_strip_east_asian(s, &parts->title);
    if (!s.n)
        return;
    parts->agency = agency_of(s);
    if (parts->agency) {
        parts->name = s;
        parts->is_agency = true;
        return;
    }
    if (is_person(w, start, end)) {
        parts->name = without_stop(w, end, s);
        return;
    }
    if (end - start <= HOUSE_WORDS_MOST && is_house(w, start, end) && bl_first_case(s) != BL_CASE_NONE) {
        size_t lower = 0, capitals = 0;
        for (size_t i = start; i < end; i++) {
            capitals += bl_first_case(w->at[i]) != BL_CASE_LOWER || bl_is_domain(w->at[i]);
            lower += bl_first_case(w->at[i]) == BL_CASE_LOWER && !bl_is_name_particle(w->at[i]) &&
                     !is_house_word(w, i);
        }
        if (lower > 2 || !capitals)
            return;
        parts->name = s;
        parts->is_house = true;
    }
}

/* "for Outlet", "in Place" behind the name: where it begins, and what it says; end where neither is there. */
static size_t
find_relation(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts)
{
    for (size_t i = start + 1, next; i + 1 < end; i = next) {
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        bool is_word = bl_first_case(w->at[i]) == BL_CASE_LOWER || bl_first_case(w->at[i]) == BL_CASE_UNCASED;
        if (!is_word || !(kinds & (BL_BYLINE_IN | BL_BYLINE_FOR)) || next >= end)
            continue;
        if (next > i + 1 && bl_first_case(w->at[next - 1]) == BL_CASE_UPPER)
            next--; /* "for The Example" */
        bl_letter_case what = bl_first_case(w->at[next]);
        if (what != BL_CASE_UPPER && what != BL_CASE_UNCASED)
            continue;
        if (bl_is_name_particle(w->at[i]) && !is_city(bl_piece_stretch(w, next, end)))
            continue;
        if (next + 1 == end && !(kinds & BL_BYLINE_FOR) && is_house_word(w, next))
            return i; /* "Jane Roe in News" */
        if (kinds & BL_BYLINE_FOR || is_house_word(w, next))
            parts->outlet = bl_piece_stretch(w, next, end);
        else if (!bl_byline_is(bl_piece_stretch(w, next, end), BL_BYLINE_TOPIC))
            parts->place = bl_piece_stretch(w, next, end);
        return i;
    }
    return end;
}

/* "Health & Science", "Event Type": sections of a site, and nothing else. */
static bool
is_topic(const bl_piece_words *w, size_t start, size_t end)
{
    size_t i = start;
    for (size_t next; i < end; i = next)
        if (!(bl_piece_kinds(w, i, &next) & (BL_BYLINE_TOPIC | BL_BYLINE_NOISE | BL_BYLINE_JOB_PART)))
            break;
    return i == end;
}

/* The words from start to end are all there is: name, trade, house. */
static void
read_words(const bl_piece_words *w, size_t start, size_t end, bool has_person, bl_piece_parts *parts)
{
    size_t next;
    if (end - start > 1 && bl_first_case(w->at[start]) == BL_CASE_UNCASED &&
        bl_has_house_tail(w->at[start]) && !is_house_word(w, start + 1)) {
        parts->outlet = w->at[start]; /* "예시일보 홍길동 기자" */
        start++;
    }
    size_t trade = trade_at(w, start, end);
    if (is_topic(w, start, end) && !bl_byline_is(bl_piece_stretch(w, start, end), BL_BYLINE_STAFF))
        return;
    if (!(trade == end && has_person) && bl_byline_is(bl_piece_stretch(w, start, end), BL_BYLINE_STAFF)) {
        parts->name = bl_piece_stretch(w, start, end);
        parts->is_house = true;
        return;
    }
    if (trade == end) {
        parts->title = bl_piece_stretch(w, start, end);
        return;
    }
    if (has_person && find_trade(w, start, end) < end) {
        parts->title = bl_piece_stretch(w, start, end);
        return;
    }
    if (trade && trade < end) { /* "reporter Jane Roe" */
        parts->title = bl_piece_stretch(w, start, trade);
        put_name(w, trade, end, parts);
        if (parts->name.n)
            return;
        parts->title = BL_EMPTY;
    }
    size_t honored = start;
    while (honored < end && bl_piece_kinds(w, honored, &next) & BL_BYLINE_HONORIFIC)
        honored = next;
    if (honored > start && honored < end) {
        put_name(w, honored, end, parts);
        if (parts->name.n && honored + 1 == end)
            parts->name = bl_piece_stretch(w, start, end); /* "Dr. Roe" goes by that */
        else if (parts->name.n && !parts->is_house && !parts->is_agency)
            parts->title = bl_piece_stretch(w, start, honored);
        if (parts->name.n)
            return;
    }
    trade = find_trade(w, start, end);
    if (trade > start + 3 && trade < end && is_house_word(w, start))
        start++;      /* "News Jane Roe Deputy Director": the section stands before */
    if (trade == end) /* "Jane Roe Senior" of "Jane Roe Senior Life and Trends Reporter" */
        for (size_t i = start + 2; i + 1 < end && trade == end; i++)
            if (bl_piece_kinds(w, i, &next) & BL_BYLINE_JOB_PART &&
                !(bl_piece_kinds(w, i, &next) & BL_BYLINE_SUFFIX))
                trade = i;
    if (trade < end && trade > start) { /* "Jane Roe Lifestyle Writer" */
        size_t name_end = name_before_trade(w, start, trade);
        uint32_t first = bl_piece_kinds(w, start, &next);
        if (is_topic(w, start, name_end) ||
            (first & BL_BYLINE_JOB_PART && !(first & BL_BYLINE_SUFFIX) && next == start + 1)) {
            parts->title = bl_piece_stretch(w, start, end); /* "Senior Autos Reporter" */
            return;
        }
        put_name(w, start, name_end, parts);
        bool is_short = name_end == start + 1 && bl_first_case(w->at[start]) != BL_CASE_UNCASED;
        if (parts->name.n && (parts->is_house || is_short)) { /* "The Example editors", "Travel Expert" */
            parts->name = bl_piece_stretch(w, start, end);
            parts->is_house = true;
        } else if (parts->name.n) {
            parts->title = bl_piece_stretch(w, name_end, end);
        }
        if (parts->name.n)
            return;
    }
    put_name(w, start, end, parts);
}

/* "JANE ROE The Associated Press", "Reuters staff": an agency at one end of the words. */
static bool
read_agency(const bl_piece_words *w, size_t end, bl_piece_parts *parts)
{
    bl_span all = bl_piece_stretch(w, 0, end);
    const byline_agency *agency = NULL;
    size_t n = bl_agency_prefix(all, &agency);
    if (n && n < all.n) {
        bl_span rest = bl_trim(bl_span_cut(all, n));
        if (bl_byline_is(rest, BL_BYLINE_STAFF)) {
            parts->name = bl_span_head(all, n);
            parts->agency = agency;
            parts->is_agency = true;
            return true;
        }
        if (rest.p[0] == '-' && rest.n > 1) {
            parts->name = all;
            parts->is_house = true;
            return true;
        }
    }
    for (size_t i = 2; i < end; i++) {
        agency = agency_of(bl_piece_stretch(w, i, end));
        bool is_site = bl_is_domain(w->at[i]); /* "Jane Roe Example.com Staff" */
        if ((!agency && !is_site) || !is_person(w, 0, i))
            continue;
        parts->name = bl_piece_stretch(w, 0, i);
        parts->outlet = bl_piece_stretch(w, i, end);
        parts->agency = agency;
        return true;
    }
    return false;
}

/* What stands behind a person, parted by a comma or in brackets: a place, an outlet, a trade. */
static bool
read_remark(const bl_piece_words *w, size_t end, char before, bl_piece_parts *parts)
{
    bl_span all = bl_piece_stretch(w, 0, end);
    size_t next;
    uint32_t kinds = bl_piece_kinds(w, 0, &next);
    parts->agency = agency_of(all);
    if (parts->agency && before != '/' && before != '&' && before != 'w' && before != ';') {
        parts->outlet = all;
        return true;
    }
    parts->agency = NULL;
    if (kinds & BL_BYLINE_IN && next < end &&
        (bl_first_case(w->at[0]) == BL_CASE_LOWER || is_city(bl_piece_stretch(w, next, end)))) {
        if (is_house_word(w, next)) /* "João Exemplo, da Agência Exemplo" */
            parts->outlet = bl_piece_stretch(w, next, end);
        else
            parts->place = bl_piece_stretch(w, next, end);
        return true;
    }
    if (kinds & BL_BYLINE_FOR && next < end) {
        next -= next > 1 && bl_first_case(w->at[next - 1]) == BL_CASE_UPPER; /* "Special to The Example" */
        parts->outlet = bl_piece_stretch(w, next, end);
        return true;
    }
    if (is_city(all)) {
        parts->place = all;
        return true;
    }
    return false;
}

/* "El Sol de Ejemplo", "Le Monde": an article and one word are a house, where the language has it. */
static bool
is_titled(const bl_piece_words *w, size_t end, const bl_line_context *context)
{
    static const char *const articles[][2] = {
        {"El", "es"}, {"La", "es"}, {"Los", "es"}, {"Las", "es"}, {"Le", "fr"},  {"La", "fr"},  {"Les", "fr"},
        {"Il", "it"}, {"La", "it"}, {"De", "nl"},  {"Het", "nl"}, {"Die", "de"}, {"Der", "de"}, {"Das", "de"},
    };
    bool is_place = end >= 4 && (bl_span_is(w->at[2], "de") || bl_span_is(w->at[2], "del"));
    if (!(end == 2 || is_place) || bl_first_case(w->at[1]) != BL_CASE_UPPER)
        return false;
    for (size_t i = 0; i < BL_COUNT(articles); i++)
        if (w->at[0].p[0] == articles[i][0][0] && bl_span_is(w->at[0], articles[i][0]) &&
            bl_speaks(context, articles[i][1]))
            return true;
    return false;
}

/* A site that is called after its author. */
static bool
is_own_site(const bl_piece_words *w, size_t end)
{
    return bl_begins_with_given_name(bl_piece_stretch(w, 0, end)) && is_person(w, 0, end);
}

bl_piece_parts
bl_read_piece(bl_span text, char before, bool has_person, const bl_line_context *context, bl_arena *arena)
{
    bl_piece_parts parts = {0};
    bl_piece_words w = bl_piece_words_of(text);
    if (!w.count)
        return parts;
    size_t end = bl_piece_clean(&w);
    parts.is_cut = end < w.count || w.is_long;
    if (!end || (w.is_long && !parts.is_cut))
        return parts;
    bl_span all = bl_piece_stretch(&w, 0, end);
    if (!all.n)
        return parts;
    if (is_publisher(all, context, arena) && (has_person || !is_own_site(&w, end))) {
        if (has_person)
            parts.outlet = all;
        else
            parts.name = all, parts.is_house = true;
        return parts;
    }
    if (has_person && read_remark(&w, end, before, &parts))
        return parts;
    if (bl_names_report(all, &parts.place))
        return parts;
    if (!agency_of(all) && read_agency(&w, end, &parts))
        return parts;
    if (is_titled(&w, end, context)) {
        parts.name = all;
        parts.is_house = true;
        return parts;
    }
    size_t name_end = find_relation(&w, 0, end, &parts);
    if (find_trade(&w, 0, name_end) < name_end) { /* "Jane Roe, editor for Y": the relation is the trade's */
        parts = (bl_piece_parts){.is_cut = parts.is_cut, .place = parts.place};
        name_end = parts.place.n && is_city(parts.place) ? name_end : end;
        parts.place = name_end < end ? parts.place : BL_EMPTY;
    }
    read_words(&w, 0, name_end, has_person && before != '&' && before != 'w' && before != ';', &parts);
    if (name_end < end && (!parts.name.n || parts.is_house)) {
        /* "Institute for X", "editor for Y": the relation belongs to what it stands in */
        parts = (bl_piece_parts){.is_cut = parts.is_cut};
        read_words(&w, 0, end, has_person && before != '&', &parts);
    }
    return parts;
}
