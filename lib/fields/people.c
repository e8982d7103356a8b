/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who wrote it: the claims of all sources, merged by name. */
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/title.h"

enum { LONGEST_NAME = 90, MOST_PEOPLE = 40, MOST_WORDS = 5, LEAST_AGENCY = 3 };

/*
 * Who is named by the best source is taken. Others must be named by two of what a reader sees, meta elements
 * and JSON-LD, which are filled by different hands.
 */
enum {
    SECOND_HAND = 12,
    /* Lighter claims come from cards, comments and lists. */
    LEAST = 25,
    /* Where a declared organisation is the author, a person must stand near the headline to take its place.
     */
    LEAST_FOR_ORGANIZATION = 40
};

typedef enum hand { HAND_SHOWN = 1, HAND_META = 2, HAND_JSON_LD = 4 } hand;

typedef struct found {
    byline_person *person;
    bl_span key;     /* letters and digits of the name */
    bl_claim *claim; /* the heaviest one */
    int hands;       /* bits of hand */
    bool is_person;  /* not an organisation or an agency */
} found;

typedef BL_VECTOR(found) found_list;

static hand
hand_of(const bl_claim *claim)
{
    return claim->source == BYLINE_SOURCE_JSON_LD ? HAND_JSON_LD
           : claim->source == BYLINE_SOURCE_META  ? HAND_META
                                                  : HAND_SHOWN;
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
    };
    const bl_claim *said = detail(evidence, BL_FIELD_AUTHOR_ROLE, claim->entity);
    for (size_t i = 0; said && i < sizeof roles / sizeof roles[0]; i++)
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

/* What the names are read against. */
typedef struct reader {
    bl_decision *decision;
    bl_site_names site;
    found_list list;
} reader;

/* "emma-muster" is how an address writes "Emma Muster". */
static bool
is_better_writing(bl_span name, bl_span than)
{
    return bl_span_find_char(name, ' ', 0) != BL_NOT_FOUND && bl_span_find_char(than, ' ', 0) == BL_NOT_FOUND;
}

static void
merge(reader *r, byline_person *person, bl_claim *claim, bool is_person)
{
    bl_arena *scratch = r->decision->scratch;
    bl_span key = bl_title_key(scratch, bl_span_of(person->name));
    for (size_t i = 0; i < r->list.count; i++) {
        found *f = &r->list.at[i];
        if (!bl_span_equal(f->key, key))
            continue;
        f->hands |= (int)hand_of(claim);
        f->is_person &= is_person;
        if (is_better_writing(bl_span_of(person->name), bl_span_of(f->person->name)))
            f->person->name = person->name;
        if (!f->person->url)
            f->person->url = person->url;
        if (!f->person->title)
            f->person->title = person->title;
        if (claim->weight > f->claim->weight)
            f->claim = claim;
        return;
    }
    if (r->list.count < MOST_PEOPLE)
        BL_PUSH(scratch, &r->list, ((found){person, key, claim, (int)hand_of(claim), is_person}));
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
        person->role = role;
        BL_PUSH(scratch, &people, person);
    }
    return (byline_people){people.at, people.count};
}

static byline_people
people_of(bl_decision *decision, const bl_claim *claim, bl_span value)
{
    byline_role role = role_of(decision->evidence, claim);
    byline_people people = bl_read_people(value, role, &decision->line, decision->scratch);
    if (people.people_count || claim->source == BYLINE_SOURCE_VISIBLE)
        return people;
    /* what microdata marks is shown too, with words around it */
    return take_as_written(decision->scratch, value, role, claim->source == BYLINE_SOURCE_MICRODATA);
}

/* The site itself, or an agency with words behind its name, is no person. What is shown is read more
 * strictly. */
static bool
is_somebody(const reader *r, const bl_claim *claim, const byline_person *person)
{
    const byline_agency *agency;
    bl_span name = bl_span_of(person->name);
    size_t prefix = bl_agency_prefix(name, &agency);
    bool shown = hand_of(claim) == HAND_SHOWN;
    return person->role < BYLINE_ROLE_AGENCY &&
           !(prefix >= LEAST_AGENCY && prefix < name.n && name.p[prefix] == ' ') &&
           !bl_is_site_name(r->decision->scratch, name, &r->site, shown);
}

static const char *
resolved(const bl_decision *decision, const bl_claim *url)
{
    bl_span address = url ? bl_resolve(decision->evidence, url->value) : BL_EMPTY;
    return address.n ? bl_strndup(decision->scratch, address.p, address.n) : NULL;
}

static void
read_claim(reader *r, bl_claim *claim)
{
    bl_decision *decision = r->decision;
    const bl_evidence *evidence = decision->evidence;
    bl_span value = bl_clean(decision->scratch, claim->value, false);
    const bl_claim *type = detail(evidence, BL_FIELD_AUTHOR_TYPE, claim->entity);
    const bl_claim *title = detail(evidence, BL_FIELD_AUTHOR_TITLE, claim->entity);
    bool organization = type && bl_span_ends(type->value, BL_SPAN("Organization"));
    byline_people people = people_of(decision, claim, value);
    claim->reason = people.people_count ? "a lower score" : "no name";
    for (size_t i = 0; i < people.people_count; i++) {
        byline_person *person = people.people[i];
        bl_span name = bl_span_of(person->name);
        if (!is_name(name))
            continue;
        bool is_person = !organization && is_somebody(r, claim, person);
        if (!is_person && person->role < BYLINE_ROLE_AGENCY)
            person->role = BYLINE_ROLE_ORGANIZATION;
        if (people.people_count == 1) {
            person->url = resolved(decision, detail(evidence, BL_FIELD_AUTHOR_URL, claim->entity));
            if (title && !person->title)
                person->title = bl_strndup(decision->scratch, title->value.p, title->value.n);
        }
        merge(r, person, claim, is_person);
    }
}

static int
score_of(const found *f)
{
    int hands = !!(f->hands & HAND_SHOWN) + !!(f->hands & HAND_META) + !!(f->hands & HAND_JSON_LD);
    return f->claim->weight + SECOND_HAND * (hands - 1);
}

/* The heaviest claim that names a person (or none), NULL where there is none above least. */
static const bl_claim *
heaviest(const found_list *list, bool persons, int least)
{
    const bl_claim *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const found *f = &list->at[i];
        bool faint = f->person->role == BYLINE_ROLE_AGENCY && hand_of(f->claim) == HAND_SHOWN &&
                     f->claim->weight < LEAST_FOR_ORGANIZATION;
        if (f->is_person == persons && f->claim->weight >= least && !faint &&
            (!best || f->claim->weight > best->weight))
            best = f->claim;
    }
    return best;
}

/* Is f one of the authors, where best is the heaviest claim of all that may be? */
static bool
is_author(const reader *r, const found *f, bool persons, const bl_claim *best)
{
    if (f->is_person == persons)
        return score_of(f) >= best->weight;
    /* "Jane Roe, SDA": an agency or a desk that stands in the same list, but not the site itself */
    return persons && f->claim->source == best->source && f->claim->weight == best->weight &&
           hand_of(best) != HAND_SHOWN &&
           !bl_is_site_name(r->decision->scratch, bl_span_of(f->person->name), &r->site, true);
}

void
bl_decide_people(bl_decision *decision)
{
    reader r = {.decision = decision, .site = bl_site_names_of(decision)};
    bl_claims claims = bl_heaviest(decision, BL_FIELD_AUTHOR);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.at[i]->weight >= LEAST)
            read_claim(&r, claims.at[i]);

    const bl_claim *others = heaviest(&r.list, false, LEAST);
    const bl_claim *best = heaviest(&r.list, true, others ? LEAST_FOR_ORGANIZATION : LEAST);
    bool persons = best != NULL;
    if (!best)
        best = others;
    BL_VECTOR(byline_person *) authors = {0};
    for (size_t i = 0; i < r.list.count && best; i++) {
        found *f = &r.list.at[i];
        if (!is_author(&r, f, persons, best))
            continue;
        f->claim->score = score_of(f);
        f->claim->won = true;
        f->claim->reason = "of the best source, or of two";
        if (authors.count == 0)
            bl_origin_add(decision, "authors", f->claim, bl_confidence(score_of(f)));
        BL_PUSH(decision->scratch, &authors, bl_copy_person(decision->out, f->person));
    }
    decision->article->author_count = authors.count;
    decision->article->authors = BL_POINTERS(decision->out, &authors);
}
