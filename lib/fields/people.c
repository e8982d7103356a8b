/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who wrote it: the claims of all sources, merged by name. */
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/title.h"

enum { LONGEST_NAME = 90, MOST_PEOPLE = 40, MOST_WORDS = 6 };

/*
 * Who is named by the best source is taken. Others must be named by two of what a reader sees, meta elements and
 * JSON-LD, which are filled by different hands.
 */
enum {
    SECOND_HAND = 12,
    /* Lighter claims come from cards, comments and lists. */
    LEAST = 25,
    /* Where a declared organisation is the author, a person must stand near the headline to take its place. */
    LEAST_FOR_ORGANIZATION = 45
};

typedef enum hand {
    HAND_SHOWN = 1,
    HAND_META = 2,
    HAND_JSON_LD = 4
} hand;

typedef struct found {
    byline_person *person;
    bl_span folded;
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

static bool
is_publisher(bl_decision *decision, bl_span folded)
{
    bl_site_names names = bl_site_names_of(decision);
    return bl_is_site_name(decision->scratch, folded, &names, false);
}

static void
merge(bl_decision *decision, found_list *list, byline_person *person, bl_claim *claim, bool is_person)
{
    bl_span folded = bl_fold(decision->scratch, bl_span_of(person->name));
    for (size_t i = 0; i < list->count; i++) {
        found *f = &list->at[i];
        if (!bl_span_equal(f->folded, folded))
            continue;
        f->hands |= (int)hand_of(claim);
        f->is_person &= is_person;
        if (!f->person->url)
            f->person->url = person->url;
        if (!f->person->title)
            f->person->title = person->title;
        if (claim->weight > f->claim->weight)
            f->claim = claim;
        return;
    }
    if (list->count < MOST_PEOPLE)
        BL_PUSH(decision->scratch, list,
                ((found){person, folded, claim, (int)hand_of(claim), is_person}));
}

/* A declared name is a name, though it may not look like one: "infuy". What is shown must look like one. */
static byline_people
people_of(bl_decision *decision, const bl_claim *claim, bl_span value)
{
    byline_role role = role_of(decision->evidence, claim);
    byline_people people = bl_read_people(value, role, &decision->line, decision->scratch);
    if (people.people_count || claim->source == BYLINE_SOURCE_VISIBLE || !is_name(value) ||
        bl_word_count(value) > MOST_WORDS)
        return people;
    people.people = BL_NEW_ARRAY(decision->scratch, byline_person *, 1);
    people.people[0] = BL_NEW(decision->scratch, byline_person);
    people.people[0]->name = bl_strndup(decision->scratch, value.p, value.n);
    people.people[0]->role = role;
    people.people_count = 1;
    return people;
}

static const char *
resolved(const bl_decision *decision, const bl_claim *url)
{
    bl_span address = url ? bl_resolve(decision->evidence, url->value) : BL_EMPTY;
    return address.n ? bl_strndup(decision->scratch, address.p, address.n) : NULL;
}

static void
read_claim(bl_decision *decision, found_list *list, bl_claim *claim)
{
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
        bool is_person = !organization && person->role < BYLINE_ROLE_AGENCY &&
                         !is_publisher(decision, bl_fold(decision->scratch, name));
        if (!is_person && person->role < BYLINE_ROLE_AGENCY)
            person->role = BYLINE_ROLE_ORGANIZATION;
        if (people.people_count == 1) {
            person->url = resolved(decision, detail(evidence, BL_FIELD_AUTHOR_URL, claim->entity));
            if (title && !person->title)
                person->title = bl_strndup(decision->scratch, title->value.p, title->value.n);
        }
        merge(decision, list, person, claim, is_person);
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
        if (f->is_person == persons && f->claim->weight >= least &&
            (!best || f->claim->weight > best->weight))
            best = f->claim;
    }
    return best;
}

/* Is f one of the authors, where best is the heaviest claim of all that may be? */
static bool
is_author(const found *f, bool persons, const bl_claim *best)
{
    if (f->is_person != persons)
        /* "Jane Roe, SDA": the agency stands in the same list */
        return persons && f->person->role == BYLINE_ROLE_AGENCY && f->claim->source == best->source &&
               f->claim->weight == best->weight;
    return score_of(f) >= best->weight;
}

void
bl_decide_people(bl_decision *decision)
{
    found_list list = {0};
    bl_claims claims = bl_heaviest(decision, BL_FIELD_AUTHOR);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.at[i]->weight >= LEAST)
            read_claim(decision, &list, claims.at[i]);

    const bl_claim *others = heaviest(&list, false, LEAST);
    const bl_claim *best = heaviest(&list, true, others ? LEAST_FOR_ORGANIZATION : LEAST);
    bool persons = best != NULL;
    if (!best)
        best = others;
    BL_VECTOR(byline_person *) authors = {0};
    for (size_t i = 0; i < list.count && best; i++) {
        found *f = &list.at[i];
        if (!is_author(f, persons, best))
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
