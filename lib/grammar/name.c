/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/name.h"

#include "base/unicode.h"

/* "BBC": a word in capitals behind a name, no longer than this, is a house; a longer one is a place. */
#define HOUSE_LETTERS_MOST 5

/* "interview" and its kin, and a space, take more bytes. */
#define TALK_LEAST 9

/* Large collaborations sign papers with more, bylines never. */
#define PEOPLE_MOST 500

/* A title that is longer, in bytes, gets nothing more. */
#define TITLE_MOST 120

/* "J. R. R." */
#define INITIALS_MOST 3

/* The state of reading one line. */
typedef struct reader {
    const bl_line_context *context;
    bl_arena *arena;
    byline_role base; /* where no label says other */
    byline_role role; /* what the last label said */
    BL_VECTOR(byline_person *) people;
    const bl_byline_piece *end; /* behind the last piece */
    bl_span place;       /* that stood before the names: "서울=홍길동" */
    bl_span house;       /* the last name where it is no person's */
    size_t sources;      /* so many of people, the first, were named as the source */
    size_t group;        /* the first of those whom an and-word joins */
    bool is_source;      /* this piece stands behind a label of sources, and nobody before it */
    bool is_closed;      /* a date or page furniture ended the names; a label opens them again */
    bool is_talk;        /* "An interview by": who stands behind "with" was asked */
    bool has_title;      /* the last piece was somebody's trade: "Head of Marketing" */
} reader;

static const char *
text_of(reader *r, bl_span s)
{
    s = bl_trim(s);
    return s.n ? bl_strndup(r->arena, s.p, s.n) : NULL;
}

static byline_person *
add_person(reader *r, bl_span name, const bl_piece_parts *parts)
{
    byline_role role = parts->is_agency ? BYLINE_ROLE_AGENCY : parts->is_house ? BYLINE_ROLE_ORGANIZATION : r->role;
    for (size_t i = 0; i < r->people.count; i++)
        if (r->people.at[i]->role == role && bl_span_equal(bl_span_of(r->people.at[i]->name), name))
            return r->people.at[i];
    byline_person *person = BL_NEW(r->arena, byline_person);
    person->name = bl_strndup(r->arena, name.p, name.n);
    person->role = role;
    person->title = text_of(r, parts->title);
    person->place = text_of(r, parts->place.n ? parts->place : r->place);
    person->outlet = text_of(r, parts->outlet);
    person->agency_id = parts->agency ? parts->agency->id : NULL;
    BL_PUSH(r->arena, &r->people, person);
    return person;
}

static bool
is_person(const byline_person *person)
{
    return person->role < BYLINE_ROLE_AGENCY;
}

/* "Dr.", then "political correspondent". */
static const char *
joined_title(reader *r, const char *before, bl_span title)
{
    bl_builder b = bl_builder_in(r->arena);
    if (before && strlen(before) > TITLE_MOST)
        return before;
    if (before) {
        bl_builder_add(&b, bl_span_of(before));
        bl_builder_add(&b, BL_SPAN(", "));
    }
    bl_builder_add(&b, bl_trim(title));
    return bl_builder_text(&b);
}

/* Say of those who were named last what a piece behind them says. */
static void
add_remark(reader *r, const bl_piece_parts *parts)
{
    for (size_t i = r->group; i < r->people.count; i++) {
        byline_person *person = r->people.at[i];
        bool is_last = i + 1 == r->people.count;
        if (parts->title.n && is_last && is_person(person))
            person->title = joined_title(r, person->title, parts->title);
        if (parts->place.n && !person->place)
            person->place = text_of(r, parts->place);
        if (parts->outlet.n && !person->outlet && is_person(person)) {
            person->outlet = text_of(r, parts->outlet);
            if (parts->agency)
                person->agency_id = parts->agency->id;
        }
    }
}

/* How many words, two at most. */
static size_t
word_count(bl_span s)
{
    size_t n = 0;
    while (n < 2 && bl_name_token(&s).n)
        n++;
    return n;
}

/* "BBC" */
static bool
is_short_house(bl_span name)
{
    return name.n <= HOUSE_LETTERS_MOST && !bl_holds_lower(name);
}

/* One word behind a comma and a whole name is where they are, not who. */
static bool
is_place_behind(const reader *r, const bl_byline_piece *piece, bl_span name)
{
    if (word_count(name) != 1 || r->people.count == 0)
        return false;
    const byline_person *last = r->people.at[r->people.count - 1];
    if (piece->before == '|' && is_short_house(name) && word_count(bl_span_of(last->name)) == 2)
        return true; /* "Jane Roe | EXN" */
    if (piece->before == '-' && bl_first_case(name) == BL_CASE_UPPER)
        return word_count(bl_span_of(last->name)) == 2; /* "Por Ana Ruiz — Madrid" */
    if (piece->before != ',' && piece->before != '(')
        return false;
    if (bl_first_case(name) == BL_CASE_UNCASED) /* "নিজস্ব প্রতিবেদক, ঢাকা" */
        return last->role == BYLINE_ROLE_ORGANIZATION;
    return word_count(bl_span_of(last->name)) == 2 || last->role == BYLINE_ROLE_AGENCY;
}

static bool
is_place(bl_span text)
{
    const bl_word *word;
    return text.n && bl_word_prefix(text, &word) == text.n && word->kinds & BL_WORD_CITY;
}

/* Han and Hangul names side by side: "张三 李四". */
static void
add_names(reader *r, bl_span name, const bl_piece_parts *parts)
{
    size_t words = 0, full = 0, most = 0;
    bl_span rest = name;
    for (bl_span token; (token = bl_name_token(&rest)).n; words++) {
        size_t at = 0, runes = 0;
        bool is_han = true;
        while (at < token.n) {
            uint32_t rune = bl_rune_next(token, &at);
            is_han &= (rune >= 0x4E00 && rune <= 0x9FFF) || (rune >= 0xAC00 && rune <= 0xD7AF);
            runes++;
        }
        full += is_han && runes >= 2 && runes <= 4;
        most = runes > most ? runes : most;
    }
    /* two and two may be one Japanese name */
    bool is_list = words > 1 && full == words && !bl_speaks(r->context, "ja") &&
                   (most > 2 || bl_speaks(r->context, "zh") || bl_speaks(r->context, "ko"));
    if (!is_list) {
        add_person(r, name, parts);
        return;
    }
    for (bl_span token; (token = bl_name_token(&name)).n;)
        if (!is_place(token) || r->people.count == 0) /* "홍길동 도쿄 특파원" */
            add_person(r, token, parts);
}

/* "(text)", "／攝影": what the person before it did. */
static bool
read_task(byline_person *last, bl_span text)
{
    const bl_word *word;
    size_t n = bl_byline_prefix(text, &word);
    if (!n || n != text.n || !(word->kinds & BL_BYLINE_LABEL) || !word->role)
        return false;
    if (is_person(last) && word->role != BYLINE_ROLE_AUTHOR)
        last->role = (byline_role)word->role;
    return true;
}

/* "(text)", "(Berlin)", "(dpa)" behind a person. */
static bool
read_brackets(reader *r, const bl_byline_piece *piece)
{
    byline_person *last = r->people.count ? r->people.at[r->people.count - 1] : NULL;
    if (piece->before != '(' || !last)
        return false;
    if (read_task(last, piece->text))
        return true;
    bl_piece_parts parts = bl_read_piece(piece->text, '(', true, r->context, r->arena);
    if (!parts.title.n && !parts.place.n && !parts.outlet.n && parts.name.n) {
        parts.outlet = parts.name;
    }
    if (is_person(last))
        add_remark(r, &parts);
    return true;
}

/*
 * A single word without a label is a name where it stands alone or in a list of such: not before a date, nor
 * joined to a whole name, where it is the rest of a sentence.
 */
static bool
is_doubtful(const reader *r, const bl_byline_piece *piece, const bl_piece_parts *parts)
{
    if (word_count(parts->name) > 1 || parts->is_agency || parts->is_house ||
        bl_first_case(parts->name) == BL_CASE_UNCASED)
        return false;
    const byline_person *last = r->people.count ? r->people.at[r->people.count - 1] : NULL;
    if (!last && piece->before == '-')
        return true; /* "Elastic Bands for the Garden – Yellow" */
    bool is_joined = last && strchr("&w|/", piece->before ? piece->before : ' ');
    return is_joined ? word_count(bl_span_of(last->name)) > 1 : parts->is_cut;
}

/* Is this piece joined to the one before it, and ends in a trade? */
static bool
names_trade(const reader *r, const bl_byline_piece *piece)
{
    if (piece >= r->end || piece->before != '&')
        return false;
    bl_span last = BL_EMPTY;
    size_t words = 0;
    for (bl_span rest = piece->text, token; (token = bl_name_token(&rest)).n; words++)
        last = token;
    return words > 1 && bl_byline_is(last, BL_BYLINE_JOB);
}

/* "An interview by" */
static bool
names_talk(bl_span label)
{
    static const char *const talks[] = {"interview",  "entrevista", "entretien",
                                        "intervista", "gespräch",   "conversation"};
    return label.n > TALK_LEAST && bl_span_holds_any_nocase(label, talks, BL_COUNT(talks));
}

/* "Source: AFP" behind persons is where they published; with nobody before it, it is all there is. */
static bool
read_source(reader *r, bl_span text)
{
    if (r->role != BYLINE_ROLE_ORGANIZATION)
        return false;
    r->role = r->base;
    r->is_source = r->people.count == 0;
    if (r->is_source)
        return false;
    bl_piece_parts parts = bl_read_piece(text, ',', true, r->context, r->arena);
    bl_piece_parts outlet = {.outlet = parts.outlet.n ? parts.outlet : parts.name, .agency = parts.agency};
    add_remark(r, &outlet);
    r->is_closed = true;
    return true;
}

/* "Ministry of Trade and Industry": one word more of the house before it. */
static bool
goes_on_as_house(reader *r, const bl_piece_parts *parts, bl_span text)
{
    byline_person *last = r->people.count ? r->people.at[r->people.count - 1] : NULL;
    if (!last || last->role != BYLINE_ROLE_ORGANIZATION || !r->house.n || parts->is_agency || word_count(text) != 1)
        return false;
    r->house.n = (size_t)(text.p + text.n - r->house.p);
    last->name = bl_strndup(r->arena, r->house.p, r->house.n);
    return true;
}

/* "서울=홍길동", "القاهرة - ...": a place, or a house, before the names; "山田太郎＝北京" is the other way round. */
static bool
read_place_before(reader *r, const bl_byline_piece *piece)
{
    const bl_byline_piece *next = piece + 1;
    if (next >= r->end || r->people.count || (next->before != '=' && next->before != '-'))
        return false;
    if (is_place(piece->text))
        r->place = piece->text;
    return r->place.n || (next->before == '=' && !is_place(next->text));
}

/* "ACME Privacy Project" */
static bool
is_acronym_first(bl_span text)
{
    bl_span first = bl_name_token(&text);
    for (size_t i = 0; i < first.n; i++)
        if (first.p[i] < 'A' || first.p[i] > 'Z')
            return false;
    return first.n > 1 && bl_holds_lower(text);
}

/* "(with Jane Roe and Ann Poe)": more authors, not what is said of the one before them. */
static bool
names_more(bl_span *text)
{
    const bl_word *word;
    size_t n = bl_byline_prefix(*text, &word);
    bl_span rest = n && n < text->n ? bl_trim(bl_span_cut(*text, n)) : BL_EMPTY;
    if (!rest.n || !(word->kinds & BL_BYLINE_WITH) || word_count(rest) < 2 || !bl_looks_like_name(rest))
        return false;
    *text = rest;
    return true;
}

/* Take what a piece behind persons says of them out of its name. */
static void
read_remark(const reader *r, const bl_byline_piece *piece, bl_piece_parts *parts)
{
    bool is_behind = piece->before && strchr(",-|/", piece->before);
    bool is_titled = r->has_title && piece->before == ',' && (parts->title.n || is_acronym_first(piece->text)) &&
                     !bl_begins_with_given_name(piece->text);
    if (!parts->name.n)
        return;
    if (is_titled && !parts->is_agency) { /* "..., Product Manager, Example Small Business Team" */
        parts->outlet = piece->text;
        parts->title = BL_EMPTY;
    } else if (is_behind && parts->is_house) {
        parts->outlet = parts->name;
    } else if (is_behind && names_trade(r, piece + 1)) { /* "..., Safety and Travel Expert" */
        parts->title = parts->name;
    } else if (is_place_behind(r, piece, parts->name) && !parts->is_agency) {
        const char *outlet = r->people.at[r->people.count - 1]->outlet;
        bool goes_on = r->has_title && outlet && !is_place(parts->name); /* "..., Example Speech, Privacy and ..." */
        if (is_short_house(parts->name))
            parts->outlet = parts->name;
        else if (!goes_on && (piece->before != '-' || is_place(parts->name)))
            parts->place = parts->name;
    } else {
        return;
    }
    parts->name = BL_EMPTY;
}

/* Add who a piece names, or what it says of those before it. */
static void
take_piece(reader *r, const bl_byline_piece *piece, bl_span text, bool has_person, bool is_labelled)
{
    bool joined = piece->before == '&' || piece->before == 'w';
    bl_piece_parts parts = bl_read_piece(text, piece->before, has_person, r->context, r->arena);
    r->is_closed = parts.is_cut;
    if (has_person)
        read_remark(r, piece, &parts);
    if (piece->before == '&' && parts.name.n && goes_on_as_house(r, &parts, text))
        return;
    bool goes_on = joined && r->has_title && parts.is_house; /* "... and Community Development" */
    bool keeps = r->has_title && parts.outlet.n && piece->before == ',';
    r->has_title = has_person && (!parts.name.n || goes_on) && (parts.title.n || goes_on || keeps);
    if (goes_on)
        return;
    if (!parts.name.n) {
        add_remark(r, &parts);
        return;
    }
    if (!is_labelled && is_doubtful(r, piece, &parts))
        return;
    if (!joined)
        r->group = r->people.count;
    r->house = parts.is_house ? parts.name : BL_EMPTY;
    add_names(r, parts.name, &parts);
}

static void
read_piece(reader *r, const bl_byline_piece *piece)
{
    bl_span text = piece->text;
    if (piece->before == ';')
        r->role = r->base;
    bool is_more = piece->before == '(' && r->people.count && names_more(&text);
    if (!is_more && (read_brackets(r, piece) || read_place_before(r, piece)))
        return;
    bool has_person = r->people.count > 0 && !is_more;
    bool is_behind = piece->before == '/' || piece->is_labelled; /* "張三／攝影" */
    if (has_person && is_behind && read_task(r->people.at[r->people.count - 1], text))
        return;
    bool is_labelled = is_more;
    /* "Jane Roe | from Example Lab", but "From Jane Roe" */
    bool is_origin = bl_span_starts_nocase(text, BL_SPAN("from ")) &&
                     (has_person || word_count(bl_span_cut(text, sizeof "from")) < 2);
    bool is_whole =
        is_origin || bl_byline_is(text, BL_BYLINE_STAFF) || (has_person && bl_byline_is(text, BL_BYLINE_JOB));
    if (!is_whole && bl_strip_label(&text, piece->is_labelled, r->context, r->base, &r->role)) {
        if (read_source(r, text))
            return;
        r->is_talk = names_talk(bl_span_head(piece->text, piece->text.n - text.n));
        r->is_closed = false;
        r->group = r->people.count;
        has_person = false;
        is_labelled = true;
    }
    r->is_closed |= r->is_talk && piece->before == 'w';
    if (!r->is_closed && text.n)
        take_piece(r, piece, text, has_person, is_labelled);
    if (r->is_source)
        r->sources = r->people.count;
    r->is_source = false;
}

/* "F.", "J. R.", "J.-P.": given names as initials alone. */
static bool
is_initials(bl_span text)
{
    size_t letters = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t rune = bl_rune_next(text, &at);
        if (bl_rune_is_upper(rune) && at < text.n && text.p[at] == '.')
            letters++;
        else if (rune != '.' && rune != ' ' && rune != '-')
            return false;
    }
    return letters > 0 && letters <= INITIALS_MOST;
}

/* "Roe, Jane": two pieces, each a word or given names with initials, and nothing else. */
static bool
is_turned(const bl_byline_pieces *pieces, size_t i)
{
    if (i + 1 >= pieces->count || pieces->at[i + 1].before != ',' ||
        (pieces->at[i].before && pieces->at[i].before != ';') ||
        (i + 2 < pieces->count && pieces->at[i + 2].before != ';'))
        return false;
    bl_span last = pieces->at[i].text, first = pieces->at[i + 1].text, rest = first;
    const bl_word *word;
    if (word_count(last) != 1 || bl_first_case(first) != BL_CASE_UPPER || bl_first_case(last) != BL_CASE_UPPER ||
        !bl_looks_like_name(last) || !(bl_looks_like_name(first) || is_initials(first)) ||
        bl_byline_prefix(last, &word) == last.n || bl_byline_prefix(first, &word) == first.n ||
        byline_agency_find(last.p, last.n) || byline_agency_find(first.p, first.n) ||
        (bl_word_prefix(first, &word) == first.n && word->kinds & BL_WORD_CITY))
        return false;
    if (is_initials(first))
        return true;
    bl_name_token(&rest);
    bl_span second = bl_name_token(&rest);
    return !second.n || (second.n <= 3 && !bl_name_token(&rest).n);
}

static void
turn_names(bl_byline_pieces *pieces, bl_arena *arena)
{
    bool all = pieces->count > 0;
    for (size_t i = 0; all && i < pieces->count; i += 2)
        all = is_turned(pieces, i);
    if (!all)
        return;
    size_t count = 0;
    for (size_t i = 0; i + 1 < pieces->count; i += 2) {
        bl_builder b = bl_builder_in(arena);
        bl_builder_add(&b, pieces->at[i + 1].text);
        bl_builder_add_char(&b, ' ');
        bl_builder_add(&b, pieces->at[i].text);
        pieces->at[count++] = (bl_byline_piece){bl_builder_span(&b), pieces->at[i].before};
    }
    pieces->count = count;
}

/* "来源：新华社 作者：张三": where it was taken from stands before who wrote it. */
static byline_people
without_sources(const reader *r)
{
    for (size_t i = r->sources; i < r->people.count && r->sources; i++)
        if (is_person(r->people.at[i]))
            return (byline_people){r->people.at + r->sources, r->people.count - r->sources};
    return (byline_people){r->people.at, r->people.count};
}

byline_people
bl_read_people(bl_span text, byline_role role, const bl_line_context *context, bl_arena *arena)
{
    reader r = {.context = context, .arena = arena, .base = role, .role = role};
    bl_byline_pieces pieces = {0};
    bl_split_byline(bl_prepare_byline(bl_clean(arena, text, true), arena), context, arena, &pieces);
    r.end = pieces.count ? pieces.at + pieces.count : NULL;
    turn_names(&pieces, arena);
    for (size_t i = 0; i < pieces.count && r.people.count < PEOPLE_MOST; i++)
        read_piece(&r, &pieces.at[i]);
    return without_sources(&r);
}
