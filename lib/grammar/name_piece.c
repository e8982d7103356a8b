/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What one piece of a byline is: a name, a trade, a place, a house, or nothing. */
#include "grammar/name_tokens.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* "MD" is a state and a degree. */
#define STATE_BYTES 3
/* "The Associated Press" */
#define AGENCY_WORDS_MOST 3

static bool
is_publisher(bl_span s, const bl_line_context *context, bl_arena *arena)
{
    return context && context->publisher && context->publisher[0] && bl_same(arena, s, bl_span_of(context->publisher));
}

/* "for Outlet", "in Place" behind the name: where it begins, and what it says; end where neither is there. */
static size_t
find_relation(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts)
{
    for (size_t i = start + 1, next; i + 1 < end; i = next) {
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        bool is_word = bl_first_case(w->at[i]) == BL_CASE_LOWER || bl_first_case(w->at[i]) == BL_CASE_UNCASED;
        is_word |= i >= start + 2 && bl_span_is(w->at[i], "For") &&
                   (bl_is_house_word(w, end - 1) || bl_begins_with_given_name(bl_piece_stretch(w, start, i)));
        if (i >= start + 2 && bl_span_is(w->at[i], "from") && bl_is_house_word(w, i + 1) &&
            bl_first_case(w->at[i + 1]) == BL_CASE_LOWER)
            return i; /* "Jane Roe from wire reports" */
        if (!is_word || !(kinds & (BL_BYLINE_IN | BL_BYLINE_FOR)) || next >= end)
            continue;
        if (next > i + 1 && bl_first_case(w->at[next - 1]) == BL_CASE_UPPER)
            next--; /* "for The Example" */
        bl_letter_case what = bl_first_case(w->at[next]);
        if (what != BL_CASE_UPPER && what != BL_CASE_UNCASED)
            continue;
        if (bl_is_name_particle(w->at[i]) && !bl_is_city_name(bl_piece_stretch(w, next, end)))
            continue;
        if (next + 1 == end && !(kinds & BL_BYLINE_FOR) && bl_is_house_word(w, next))
            return i; /* "Jane Roe in News" */
        if (kinds & BL_BYLINE_FOR || bl_is_house_word(w, next))
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

/* "reporter Jane Roe" */
static bool
read_trade_before(const bl_piece_words *w, size_t start, size_t trade, size_t end, bl_piece_parts *parts)
{
    if (!trade || trade >= end)
        return false;
    bl_put_name(w, trade, end, parts);
    if (parts->name.n)
        parts->title = bl_piece_stretch(w, start, trade);
    return parts->name.n > 0;
}

/* "Dr. Jane Roe", and "Dr. Roe", who goes by that. */
static bool
read_honored(const bl_piece_words *w, size_t start, size_t end, bl_piece_parts *parts)
{
    size_t honored = start, next;
    while (honored < end && bl_piece_kinds(w, honored, &next) & BL_BYLINE_HONORIFIC)
        honored = next;
    if (honored == start || honored == end)
        return honored > start + 1; /* "Lt Gen" of "Lt Gen (Retd) Jane Roe" */
    bl_put_name(w, honored, end, parts);
    if (parts->name.n && honored + 1 == end)
        parts->name = bl_piece_stretch(w, start, end);
    else if (parts->name.n && !parts->is_house && !parts->is_agency)
        parts->title = bl_piece_stretch(w, start, honored);
    return parts->name.n > 0;
}

/* Part of a trade, and no suffix of a name. */
static bool
is_trade_part(const bl_piece_words *w, size_t i, size_t *next)
{
    uint32_t kinds = bl_piece_kinds(w, i, next);
    return kinds & BL_BYLINE_JOB_PART && !(kinds & BL_BYLINE_SUFFIX);
}

/* Does it begin as a sentence about the name before it: "est journaliste"? */
static bool
is_told(const bl_piece_words *w, size_t i)
{
    static const char *const verbs[] = {"is", "was", "has", "ist", "war", "est", "es",     "è",      "é",       "jest",
                                        "är", "er",  "on",  "I",   "I'm", "I’m", "writes", "covers", "schreibt"};
    return bl_span_is_among(w->at[i], verbs, BL_COUNT(verbs));
}

/* "Jane Roe Lifestyle Writer", "The Example editors"; the trade ends at word trade. */
static bool
read_trade_behind(const bl_piece_words *w, size_t start, size_t trade, size_t end, bl_piece_parts *parts)
{
    size_t next, name_end = bl_name_before_trade(w, start, trade);
    if (is_topic(w, start, name_end) || (is_trade_part(w, start, &next) && next == start + 1)) {
        parts->title = bl_piece_stretch(w, start, end); /* "Senior Autos Reporter" */
        return true;
    }
    bl_put_name(w, start, name_end, parts);
    bool is_short = name_end == start + 1 && bl_first_case(w->at[start]) != BL_CASE_UNCASED;
    if (parts->name.n && (parts->is_house || is_short)) { /* "The Example editors", "Travel Expert" */
        parts->name = bl_piece_stretch(w, start, end);
        parts->is_house = true;
    } else if (parts->name.n && !is_told(w, name_end)) {
        parts->title = bl_piece_stretch(w, name_end, end);
    }
    return parts->name.n > 0;
}

/* A name of three letters in "홍길동, 김철수 기자"; "정치부" is a desk. */
static bool
is_korean_name(bl_span word)
{
    return word.n == sizeof "홍길동" - 1 && (unsigned char)word.p[0] >= 0xEA && !bl_span_ends(word, BL_SPAN("부")) &&
           bl_is_east_asian_name(word, false);
}

/* The words are a desk, a section of a site, or a trade, and nobody's name. */
static bool
read_no_name(const bl_piece_words *w, size_t start, size_t end, size_t trade, bool has_person, bl_piece_parts *parts)
{
    bl_span all = bl_piece_stretch(w, start, end);
    bool is_staff = bl_byline_is(all, BL_BYLINE_STAFF);
    if (is_topic(w, start, end) && !is_staff)
        return true;
    if (is_staff && !(trade == end && has_person)) {
        parts->name = all;
        parts->is_house = true;
        return true;
    }
    size_t first = bl_find_trade(w, start, end);
    bool is_next = first < end && first >= start + 2 && bl_begins_with_given_name(all) &&
                   bl_is_person_name(w, start, bl_name_before_trade(w, start, first)); /* "..., Ann Poe reporters" */
    is_next |= first == start + 1 && is_korean_name(w->at[start]);
    if (trade == end || (has_person && first < end && !is_next)) {
        parts->title = is_told(w, start) ? BL_EMPTY : all;
        return true;
    }
    return false;
}

/* The words from start to end are all there is: name, trade, house. */
static void
read_words(const bl_piece_words *w, size_t start, size_t end, bool has_person, bl_piece_parts *parts)
{
    size_t next;
    if (end - start > 1 && bl_first_case(w->at[start]) == BL_CASE_UNCASED && bl_has_house_tail(w->at[start]) &&
        !bl_is_house_word(w, start + 1)) {
        parts->outlet = w->at[start]; /* "예시일보 홍길동 기자" */
        start++;
    }
    size_t trade = bl_trade_at(w, start, end);
    if (read_no_name(w, start, end, trade, has_person, parts) || read_trade_before(w, start, trade, end, parts) ||
        read_honored(w, start, end, parts))
        return;
    trade = bl_find_trade(w, start, end);
    if (trade > start + 3 && trade < end && bl_is_house_word(w, start))
        start++;      /* "News Jane Roe Deputy Director": the section stands before */
    if (trade == end) /* "Jane Roe Senior" of "Jane Roe Senior Life and Trends Reporter" */
        for (size_t i = start + 2; i + 1 < end && trade == end; i++)
            if (is_trade_part(w, i, &next))
                trade = i;
    if (trade < end && trade > start && read_trade_behind(w, start, trade, end, parts))
        return;
    bl_put_name(w, start, end, parts);
}

/* Is word i alone in capitals? */
static bool
is_in_capitals(const bl_piece_words *w, size_t i)
{
    bl_span before = w->at[i - 1];
    bool has_small = false;
    for (size_t at = 0; at < before.n && !has_small;)
        has_small = bl_rune_is_lower(bl_rune_next(before, &at));
    for (size_t at = 0; at < w->at[i].n;)
        if (bl_rune_is_lower(bl_rune_next(w->at[i], &at)))
            return false;
    return has_small;
}

/* "AP Sports Writer Jane Roe": an agency, a trade, and who plies it there. */
static bool
read_agency_trade(const bl_piece_words *w, size_t end, bl_piece_parts *parts)
{
    for (size_t i = 1; i < end && i <= AGENCY_WORDS_MOST; i++) {
        const byline_agency *agency = bl_agency_named(bl_piece_stretch(w, 0, i));
        size_t trade = agency ? bl_trade_at(w, i, end) : 0;
        if (trade <= i || trade + 2 > end || !bl_is_person_name(w, trade, end))
            continue;
        parts->name = bl_piece_stretch(w, trade, end);
        parts->title = bl_piece_stretch(w, i, trade);
        parts->outlet = bl_piece_stretch(w, 0, i);
        parts->agency = agency;
        return true;
    }
    return false;
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
    if (n && read_agency_trade(w, end, parts))
        return true;
    for (size_t i = 2; i < end; i++) {
        agency = bl_agency_named(bl_piece_stretch(w, i, end));
        bool is_site = bl_is_domain(w->at[i]);                                       /* "Jane Roe Example.com Staff" */
        /* "Jane Roe New Delhi", "Jane Roe KAMPALA" */
        bool is_city = (i + 2 == end || (i + 1 == end && is_in_capitals(w, i) && w->at[i].n > STATE_BYTES)) &&
                       bl_is_city_name(bl_piece_stretch(w, i, end));
        if ((!agency && !is_site && !is_city) || !bl_is_person_name(w, 0, i))
            continue;
        parts->name = bl_piece_stretch(w, 0, i);
        if (is_city)
            parts->place = bl_piece_stretch(w, i, end);
        else
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
    parts->agency = bl_agency_named(all);
    if (parts->agency && before != '/' && before != '&' && before != 'w' && before != ';') {
        parts->outlet = all;
        return true;
    }
    parts->agency = NULL;
    if (kinds & BL_BYLINE_IN && next < end &&
        (bl_first_case(w->at[0]) == BL_CASE_LOWER || bl_is_city_name(bl_piece_stretch(w, next, end)))) {
        if (bl_is_house_word(w, next)) /* "João Exemplo, da Agência Exemplo" */
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
    if (bl_is_city_name(all)) {
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
    return bl_begins_with_given_name(bl_piece_stretch(w, 0, end)) && bl_is_person_name(w, 0, end);
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
    if (!bl_agency_named(all) && read_agency(&w, end, &parts))
        return parts;
    if (is_titled(&w, end, context)) {
        parts.name = all;
        parts.is_house = true;
        return parts;
    }
    size_t name_end = find_relation(&w, 0, end, &parts);
    if (bl_find_trade(&w, 0, name_end) < name_end) { /* "Jane Roe, editor for Y": the relation is the trade's */
        parts = (bl_piece_parts){.is_cut = parts.is_cut, .place = parts.place};
        name_end = parts.place.n && bl_is_city_name(parts.place) ? name_end : end;
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
