/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The claims of who wrote it, read and merged by name. */
#include "base/unicode.h"
#include "evidence/visible_labels.h"
#include "evidence/weights.h"
#include "fields/people.h"
#include "grammar/credit_names.h"
#include "grammar/name.h"

enum {
    LONGEST_NAME = 90,
    MOST_PEOPLE = 40,
    MOST_WORDS = 6,
    LEAST_AGENCY = 3,
    SAID_WORDS = 6, /* around the name in a line that says "By" */
    LEAST_SHOWN = 3 /* bytes of a visible name; "Mo" is a day, "in" a word */
};

bl_hand
bl_hand_of(const bl_claim *claim)
{
    return claim->source == BYLINE_SOURCE_JSON_LD ? BL_HAND_JSON_LD
           : claim->source == BYLINE_SOURCE_META  ? BL_HAND_META
                                                  : BL_HAND_SHOWN;
}

bool
bl_is_helper(const byline_person *person)
{
    return person->role != BYLINE_ROLE_AUTHOR && person->role != BYLINE_ROLE_REPORTER &&
           person->role < BYLINE_ROLE_AGENCY;
}

static const bl_claim *
detail(const bl_evidence *evidence, bl_field field, uint32_t entity)
{
    for (size_t i = 0; entity && i < evidence->claims[field].count && i < 4 * BL_CLAIMS_WEIGHED; i++)
        if (evidence->claims[field].at[i].entity == entity)
            return &evidence->claims[field].at[i];
    return NULL;
}

static byline_role
role_of(const bl_evidence *evidence, const bl_claim *claim)
{
    static const struct {
        const char *name;
        byline_role role;
    } roles[] = {
        {"contributor", BYLINE_ROLE_CONTRIBUTOR},
        {"editor", BYLINE_ROLE_EDITOR},
        {"translator", BYLINE_ROLE_TRANSLATOR},
        {"photographer", BYLINE_ROLE_PHOTOGRAPHER},
        {"illustrator", BYLINE_ROLE_ILLUSTRATOR},
    };
    const bl_claim *said = detail(evidence, BL_FIELD_AUTHOR_ROLE, claim->entity);
    for (size_t i = 0; said && i < BL_COUNT(roles); i++)
        if (bl_span_equal(said->value, bl_span_of(roles[i].name)))
            return roles[i].role;
    return BYLINE_ROLE_AUTHOR;
}

static bool
is_name(bl_span name)
{
    bool letter = false;
    if (name.n == 0 || name.n > LONGEST_NAME || name.p[0] == '@' ||
        bl_span_find(name, BL_SPAN("://"), 0) != BL_NOT_FOUND ||
        bl_span_starts_nocase(name, BL_SPAN("www.")) || bl_span_find_char(name, '@', 0) != BL_NOT_FOUND ||
        bl_span_find_char(name, '{', 0) != BL_NOT_FOUND)
        return false;
    for (size_t at = 0; at < name.n && !letter;)
        letter = bl_rune_is_letter(bl_rune_next(name, &at));
    return letter;
}

bool
bl_is_better_writing(bl_span name, bl_span than)
{
    return bl_span_find_char(name, ' ', 0) != BL_NOT_FOUND && bl_span_find_char(than, ' ', 0) == BL_NOT_FOUND;
}

/* named are the words of all names in the claim. */
static void
see(const bl_people_reader *r, bl_found_person *f, const bl_claim *claim, size_t named)
{
    size_t end;
    if (claim->source != BYLINE_SOURCE_VISIBLE)
        return;
    bool is_byline = claim->weight == BL_WEIGHT_AUTHOR_SAID ||
                     (claim->weight == BL_WEIGHT_AUTHOR_CLASS &&
                      bl_label_starts_by(bl_fold(r->decision->scratch, claim->value), &end));
    if (is_byline && bl_word_count(claim->value) <= SAID_WORDS + named)
        f->line = claim;
    f->shown = claim->weight > f->shown ? claim->weight : f->shown;
    if (claim->weight == BL_WEIGHT_AUTHOR_SAID &&
        bl_word_count(claim->value) <= SAID_WORDS + bl_word_count(bl_span_of(f->person->name)))
        f->said = claim;
}

static void
merge(bl_people_reader *r, byline_person *person, bl_claim *claim, bool is_person, size_t named)
{
    bl_arena *scratch = r->decision->scratch;
    bl_span key = bl_title_key(scratch, bl_span_of(person->name));
    for (size_t i = 0; i < r->list.count; i++) {
        bl_found_person *f = &r->list.at[i];
        if (!bl_span_equal(f->key, key))
            continue;
        /* a label that a reader sees knows best, but for what is declared */
        if ((bl_is_helper(person) && f->hands == BL_HAND_SHOWN && !bl_is_helper(f->person)) ||
            (bl_is_helper(f->person) && bl_hand_of(claim) != BL_HAND_SHOWN))
            f->person->role = person->role;
        f->is_checker |= bl_is_helper(person) && bl_hand_of(claim) == BL_HAND_SHOWN;
        f->hands |= (int)bl_hand_of(claim);
        f->is_person &= is_person;
        see(r, f, claim, named);
        if (bl_is_better_writing(bl_span_of(person->name), bl_span_of(f->person->name)))
            f->person->name = person->name;
        if (!f->person->url)
            f->person->url = person->url;
        if (!f->person->title)
            f->person->title = person->title;
        if (claim->weight > f->claim->weight)
            f->claim = claim;
        return;
    }
    if (r->list.count == MOST_PEOPLE)
        return;
    bl_found_person f = {.person = person, .key = key, .claim = claim, .is_person = is_person};
    f.hands = (int)bl_hand_of(claim);
    f.is_checker = bl_is_helper(person) && bl_hand_of(claim) == BL_HAND_SHOWN;
    see(r, &f, claim, named);
    BL_PUSH(scratch, &r->list, f);
}

/* "red.", "News4 Staff": who stands for a newsroom. */
static bool
is_desk(bl_span name)
{
    static const char *const desks[] = {"red", "red.", "ред.", "редакция", "redaktion", "rédaction", "admin"};
    if (bl_span_is_among_nocase(name, desks, BL_COUNT(desks)))
        return true;
    size_t last = name.n;
    while (last > 0 && name.p[last - 1] != ' ')
        last--;
    return bl_byline_is(bl_span_cut(name, last), BL_BYLINE_STAFF);
}

/* A declared name is a name, though it may not look like one: "infuy", "ab;cd". */
static byline_people
take_as_written(bl_arena *scratch, bl_span value, byline_role role, bool one_word)
{
    BL_VECTOR(byline_person *) people = {0};
    bl_span rest = value, part;
    while (bl_span_next(&rest, ';', &part)) {
        part = bl_trim(part);
        if (!is_name(part) || bl_word_count(part) > MOST_WORDS ||
            (one_word && bl_span_find_char(part, ' ', 0) != BL_NOT_FOUND))
            continue;
        byline_person *person = BL_NEW(scratch, byline_person);
        person->name = bl_strndup(scratch, part.p, part.n);
        person->role = is_desk(part) ? BYLINE_ROLE_ORGANIZATION : role;
        BL_PUSH(scratch, &people, person);
    }
    return (byline_people){people.at, people.count};
}

static byline_people
people_of(bl_decision *decision, const bl_claim *claim, bl_span value)
{
    byline_role role = role_of(decision->evidence, claim);
    byline_people people = bl_read_people(value, role, &decision->line, decision->scratch);
    if (claim->source == BYLINE_SOURCE_VISIBLE && claim->weight == BL_WEIGHT_AUTHOR_HANDLE)
        return take_as_written(decision->scratch, value, role, false);
    if (people.people_count || claim->source == BYLINE_SOURCE_VISIBLE)
        return people;
    /* what microdata marks is shown too, with words around it */
    return take_as_written(decision->scratch, value, role, claim->source == BYLINE_SOURCE_MICRODATA);
}

/* "SHORE NORTH" of shore.example: in capitals, and the first word is the site's name. */
static bool
is_house(const bl_people_reader *r, bl_span name)
{
    size_t space = bl_span_find_char(name, ' ', 0);
    for (size_t at = 0; at < name.n;)
        if (bl_rune_is_lower(bl_rune_next(name, &at)))
            return false;
    return space != BL_NOT_FOUND &&
           bl_is_site_name(r->decision->scratch, bl_span_head(name, space), &r->site, false);
}

/* The site itself, or an agency with words behind its name, is no person. What is shown is read more
 * strictly. */
static bool
is_somebody(const bl_people_reader *r, const bl_claim *claim, const byline_person *person)
{
    const byline_agency *agency;
    bl_span name = bl_span_of(person->name);
    size_t prefix = bl_agency_prefix(name, &agency);
    bool shown = bl_hand_of(claim) == BL_HAND_SHOWN;
    /* a site may go by its author's name, and an agency by a given name: "Petra" */
    bool own_site = bl_begins_with_given_name(name) && bl_looks_like_name(name);
    return person->role < BYLINE_ROLE_AGENCY &&
           !(!own_site && prefix >= LEAST_AGENCY && prefix < name.n && name.p[prefix] == ' ') &&
           !(shown && is_house(r, name)) &&
           (own_site || !bl_is_site_name(r->decision->scratch, name, &r->site, shown));
}

/* A Chinese name that is only declared and begins with no surname: an outlet, or the name of an account. */
static bool
is_wide_house(const bl_decision *decision, const bl_claim *claim, bl_span name)
{
    return bl_hand_of(claim) != BL_HAND_SHOWN && bl_speaks(&decision->line, "zh") && name.n &&
           (unsigned char)name.p[0] >= 0xE3 && bl_span_find_char(name, ' ', 0) == BL_NOT_FOUND &&
           !bl_is_east_asian_name(name, false);
}

/* Does value go on behind the name, with "and"? */
static bool
joins_words(bl_span value, bl_span name)
{
    if (name.n >= value.n || !bl_span_starts(value, name))
        return false;
    bl_span rest = bl_trim(bl_span_cut(value, name.n));
    return bl_span_starts(rest, BL_SPAN("and ")) || bl_span_starts(rest, BL_SPAN("& "));
}

static const char *
resolved(const bl_decision *decision, const bl_claim *url)
{
    bl_span address = url ? bl_resolve(decision->evidence, url->value) : BL_EMPTY;
    return address.n ? bl_strndup(decision->scratch, address.p, address.n) : NULL;
}

/* An object that was written into the string that should be its name: {"@type":"Person","name":"Jane Roe"}. */
static bl_span
named_in(bl_span value)
{
    size_t at = bl_span_find(value, BL_SPAN("\"name\""), 0);
    if (value.n == 0 || bl_trim(value).p[0] != '{' || at == BL_NOT_FOUND)
        return value;
    size_t start = bl_span_find_char(value, '"', at + sizeof "\"name\"" - 1);
    size_t end = start == BL_NOT_FOUND ? start : bl_span_find_char(value, '"', start + 1);
    return end == BL_NOT_FOUND ? value : bl_span_from(value.p + start + 1, end - start - 1);
}

static void
read_claim(bl_people_reader *r, bl_claim *claim)
{
    bl_decision *decision = r->decision;
    const bl_evidence *evidence = decision->evidence;
    bl_span value = bl_clean(decision->scratch, named_in(claim->value), false);
    const bl_claim *type = detail(evidence, BL_FIELD_AUTHOR_TYPE, claim->entity);
    const bl_claim *title = detail(evidence, BL_FIELD_AUTHOR_TITLE, claim->entity);
    bool organization = type && bl_span_ends(type->value, BL_SPAN("Organization"));
    /* "Organization" is what some systems call everybody; one with a trade is a person */
    organization = organization && !(title && bl_begins_with_given_name(value));
    byline_people people = people_of(decision, claim, value);
    /* "Boats & Nets", the name of the site */
    if (people.people_count && bl_span_find(value, BL_SPAN(" & "), 0) != BL_NOT_FOUND &&
        bl_is_site_name(decision->scratch, value, &r->site, false) && !bl_begins_with_given_name(value))
        people = take_as_written(decision->scratch, value, BYLINE_ROLE_AUTHOR, false);
    /* "Center for Roads and Bridges" is no two names */
    if (people.people_count == 1 && organization && joins_words(value, bl_span_of(people.people[0]->name)))
        people = take_as_written(decision->scratch, value, BYLINE_ROLE_AUTHOR, false);
    claim->reason = people.people_count ? "a lower score" : "no name";
    size_t named = 0;
    for (size_t i = 0; i < people.people_count; i++)
        named += bl_word_count(bl_span_of(people.people[i]->name));
    for (size_t i = 0; i < people.people_count; i++) {
        byline_person *person = people.people[i];
        bl_span name = bl_span_of(person->name);
        if (!is_name(name) || (name.n < LEAST_SHOWN && bl_hand_of(claim) == BL_HAND_SHOWN))
            continue;
        bool is_person = !organization && is_somebody(r, claim, person) && !is_wide_house(decision, claim, name);
        if (!is_person && person->role < BYLINE_ROLE_AGENCY)
            person->role = BYLINE_ROLE_ORGANIZATION;
        if (people.people_count == 1) {
            person->url = resolved(decision, detail(evidence, BL_FIELD_AUTHOR_URL, claim->entity));
            bool says_nothing = title && bl_span_equal_nocase(title->value, BL_SPAN("author"));
            if (title && !person->title && !says_nothing)
                person->title = bl_strndup(decision->scratch, title->value.p, title->value.n);
        }
        merge(r, person, claim, is_person, named);
    }
}

void
bl_read_authors(bl_people_reader *r, int least)
{
    bl_claims claims = bl_heaviest(r->decision, BL_FIELD_AUTHOR);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.at[i]->weight >= least)
            read_claim(r, claims.at[i]);
}
