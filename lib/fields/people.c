/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who wrote it: the claims of all sources, merged by name. */
#include "base/unicode.h"
#include "evidence/url.h"
#include "fields/choose.h"

enum { LONGEST_NAME = 90, MOST_PEOPLE = 40 };

/* A declared name of more words, that no grammar takes for one, is a sentence. */
enum { DECLARED_WORDS = 4 };

/* A person who is named by the best source is taken; others must be named twice, by two sources. */
enum { SECOND_SOURCE = 12, MOST_SOURCES = 3 };

typedef struct found {
    byline_person *person;
    bl_span folded;
    const bl_claim *claim; /* the heaviest one */
    unsigned sources;      /* bits of byline_source */
    bool is_person;
} found;

typedef BL_VECTOR(found) found_list;

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
is_publisher(const bl_decision *decision, bl_span folded)
{
    return decision->line.publisher &&
           bl_span_equal(folded, bl_fold(decision->scratch, bl_span_of(decision->line.publisher)));
}

static void
merge(bl_decision *decision, found_list *list, byline_person *person, bl_claim *claim, bool is_person)
{
    bl_span folded = bl_fold(decision->scratch, bl_span_of(person->name));
    for (size_t i = 0; i < list->count; i++) {
        found *f = &list->at[i];
        if (!bl_span_equal(f->folded, folded))
            continue;
        f->sources |= 1u << claim->source;
        if (!f->person->url)
            f->person->url = person->url;
        if (!f->person->title)
            f->person->title = person->title;
        if (claim->weight > f->claim->weight)
            f->claim = claim;
        return;
    }
    if (list->count < MOST_PEOPLE)
        BL_PUSH(decision->scratch, list, ((found){person, folded, claim, 1u << claim->source, is_person}));
}

/* What the page declares as a name, though it looks like none: "janeroe", "3i Example". */
static byline_people
declared_name(bl_decision *decision, bl_span value, byline_role role)
{
    if (!is_name(value) || bl_word_count(value) > DECLARED_WORDS)
        return (byline_people){0};
    byline_person **people = BL_NEW_ARRAY(decision->scratch, byline_person *, 1);
    people[0] = BL_NEW(decision->scratch, byline_person);
    people[0]->name = bl_strndup(decision->scratch, value.p, value.n);
    people[0]->role = role;
    return (byline_people){people, 1};
}

static void
read_claim(bl_decision *decision, found_list *list, bl_claim *claim)
{
    const bl_evidence *evidence = decision->evidence;
    bl_span value = bl_clean(decision->scratch, claim->value, false);
    const bl_claim *type = detail(evidence, BL_FIELD_AUTHOR_TYPE, claim->entity);
    const bl_claim *url = detail(evidence, BL_FIELD_AUTHOR_URL, claim->entity);
    const bl_claim *title = detail(evidence, BL_FIELD_AUTHOR_TITLE, claim->entity);
    bool organization = type && bl_span_ends(type->value, BL_SPAN("Organization"));
    byline_people people =
        bl_read_people(value, role_of(evidence, claim), &decision->line, decision->scratch);
    if (!people.people_count && claim->source != BYLINE_SOURCE_VISIBLE)
        people = declared_name(decision, value, role_of(evidence, claim));
    claim->score = claim->weight;
    for (size_t i = 0; i < people.people_count; i++) {
        byline_person *person = people.people[i];
        bl_span name = bl_span_of(person->name);
        if (!is_name(name))
            continue;
        bl_span folded = bl_fold(decision->scratch, name);
        bool whose = !organization && !is_publisher(decision, folded) && person->role < BYLINE_ROLE_AGENCY;
        if (!whose && person->role < BYLINE_ROLE_AGENCY)
            person->role = BYLINE_ROLE_ORGANIZATION;
        bl_span page = people.people_count == 1 && url ? bl_resolve(evidence, url->value) : BL_EMPTY;
        if (page.n)
            person->url = bl_strndup(decision->scratch, page.p, page.n);
        if (people.people_count == 1 && title && !person->title)
            person->title = bl_strndup(decision->scratch, title->value.p, title->value.n);
        merge(decision, list, person, claim, whose);
    }
}

static int
score_of(const found *f)
{
    int sources = 0;
    for (unsigned bits = f->sources; bits; bits &= bits - 1)
        sources++;
    return f->claim->weight + SECOND_SOURCE * ((sources < MOST_SOURCES ? sources : MOST_SOURCES) - 1);
}

void
bl_decide_people(bl_decision *decision)
{
    found_list list = {0};
    bl_claims claims = bl_heaviest(decision, BL_FIELD_AUTHOR);
    for (size_t i = 0; i < claims.count; i++)
        read_claim(decision, &list, claims.at[i]);

    bool persons = false;
    int most = 0;
    for (size_t i = 0; i < list.count; i++)
        persons |= list.at[i].is_person;
    for (size_t i = 0; i < list.count; i++)
        if (list.at[i].is_person == persons && score_of(&list.at[i]) > most)
            most = list.at[i].claim->weight;
    BL_VECTOR(byline_person *) authors = {0};
    for (size_t i = 0; i < list.count; i++) {
        found *f = &list.at[i];
        if (f->is_person != persons || score_of(f) < most)
            continue;
        if (authors.count == 0)
            bl_origin_add(decision, "authors", f->claim, bl_confidence(score_of(f)));
        BL_PUSH(decision->scratch, &authors, bl_copy_person(decision->out, f->person));
    }
    decision->article->author_count = authors.count;
    decision->article->authors = BL_POINTERS(decision->out, &authors);
}
