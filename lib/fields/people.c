/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who wrote it: the claims of all sources, merged by name. */
#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/choose.h"
#include "fields/title.h"

enum {
    LONGEST_NAME = 90,
    MOST_PEOPLE = 40,
    MOST_WORDS = 6,
    LEAST_AGENCY = 3,
    SAID_WORDS = 5,  /* around the name in a line that says "By" */
    LEAST_LOGIN = 5, /* bytes; shorter ones are initials */
    LEAST_SHOWN = 3  /* bytes of a visible name; "Mo" is a day, "in" a word */
};

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
    int shown;       /* the heaviest of what a reader sees */
    const bl_claim *said; /* a line below the headline that says "By" and little else */
    bool is_person;  /* not an organisation or an agency */
    bool is_refused; /* declared, and a reader sees others */
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
        {"photographer", BYLINE_ROLE_PHOTOGRAPHER},
        {"illustrator", BYLINE_ROLE_ILLUSTRATOR},
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

/* "Edited by", "Fact-checked by": at work on the text, but not its author. */
static bool
is_helper(const byline_person *person)
{
    return person->role != BYLINE_ROLE_AUTHOR && person->role != BYLINE_ROLE_REPORTER &&
           person->role < BYLINE_ROLE_AGENCY;
}

static void
see(found *f, const bl_claim *claim)
{
    if (claim->source != BYLINE_SOURCE_VISIBLE)
        return;
    f->shown = claim->weight > f->shown ? claim->weight : f->shown;
    if (claim->weight == BL_WEIGHT_AUTHOR_SAID &&
        bl_word_count(claim->value) <= SAID_WORDS + bl_word_count(bl_span_of(f->person->name)))
        f->said = claim;
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
        /* a label that a reader sees knows best, but for what is declared */
        if ((is_helper(person) && f->hands == HAND_SHOWN && !is_helper(f->person)) ||
            (is_helper(f->person) && hand_of(claim) != HAND_SHOWN))
            f->person->role = person->role;
        f->hands |= (int)hand_of(claim);
        f->is_person &= is_person;
        see(f, claim);
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
    if (r->list.count == MOST_PEOPLE)
        return;
    found f = {.person = person, .key = key, .claim = claim, .hands = (int)hand_of(claim), .is_person = is_person};
    see(&f, claim);
    BL_PUSH(scratch, &r->list, f);
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
    if (claim->source == BYLINE_SOURCE_VISIBLE && claim->weight == BL_WEIGHT_AUTHOR_HANDLE)
        return take_as_written(decision->scratch, value, role, false);
    if (people.people_count || claim->source == BYLINE_SOURCE_VISIBLE)
        return people;
    /* what microdata marks is shown too, with words around it */
    return take_as_written(decision->scratch, value, role, claim->source == BYLINE_SOURCE_MICRODATA);
}

/* "SHORE NORTH" of shore.example: in capitals, and the first word is the site's name. */
static bool
is_house(const reader *r, bl_span name)
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
is_somebody(const reader *r, const bl_claim *claim, const byline_person *person)
{
    const byline_agency *agency;
    bl_span name = bl_span_of(person->name);
    size_t prefix = bl_agency_prefix(name, &agency);
    bool shown = hand_of(claim) == HAND_SHOWN;
    return person->role < BYLINE_ROLE_AGENCY &&
           !(prefix >= LEAST_AGENCY && prefix < name.n && name.p[prefix] == ' ') &&
           !(shown && is_house(r, name)) && !bl_is_site_name(r->decision->scratch, name, &r->site, shown);
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
read_claim(reader *r, bl_claim *claim)
{
    bl_decision *decision = r->decision;
    const bl_evidence *evidence = decision->evidence;
    bl_span value = bl_clean(decision->scratch, named_in(claim->value), false);
    const bl_claim *type = detail(evidence, BL_FIELD_AUTHOR_TYPE, claim->entity);
    const bl_claim *title = detail(evidence, BL_FIELD_AUTHOR_TITLE, claim->entity);
    bool organization = type && bl_span_ends(type->value, BL_SPAN("Organization"));
    byline_people people = people_of(decision, claim, value);
    /* "Center for Roads and Bridges" is no two names */
    if (people.people_count == 1 && organization && joins_words(value, bl_span_of(people.people[0]->name)))
        people = take_as_written(decision->scratch, value, BYLINE_ROLE_AUTHOR, false);
    claim->reason = people.people_count ? "a lower score" : "no name";
    for (size_t i = 0; i < people.people_count; i++) {
        byline_person *person = people.people[i];
        bl_span name = bl_span_of(person->name);
        if (!is_name(name) || (name.n < LEAST_SHOWN && hand_of(claim) == HAND_SHOWN))
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

/* The heaviest claim that names a person (or none), a helper (or none), NULL where there is none above least. */
static const bl_claim *
heaviest(const found_list *list, bool persons, bool helpers, int least)
{
    const bl_claim *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const found *f = &list->at[i];
        bool faint = f->person->role == BYLINE_ROLE_AGENCY && hand_of(f->claim) == HAND_SHOWN &&
                     f->claim->weight < LEAST_FOR_ORGANIZATION;
        /* who edited a text that nobody signed stands for it; who checked it does not */
        bool helped = is_helper(f->person) && f->person->role != BYLINE_ROLE_EDITOR;
        if (f->is_person == persons && !f->is_refused && helped == helpers && f->claim->weight >= least && !faint &&
            (!best || f->claim->weight > best->weight))
            best = f->claim;
    }
    return best;
}

/* A reader sees f linked as an author beside one who is declared: the archive has the first of them only. */
static bool
stands_beside(const reader *r, const found *f, const bl_claim *best)
{
    if (f->hands != HAND_SHOWN || !f->is_person || f->shown != BL_WEIGHT_AUTHOR_REL || is_helper(f->person))
        return false;
    bool beside = false;
    for (size_t i = 0; i < r->list.count; i++) {
        const found *g = &r->list.at[i];
        if (bl_span_starts(f->key, g->key) && f != g)
            return false; /* "Jane RoeStaff" */
        beside |= g->is_person && g->shown == BL_WEIGHT_AUTHOR_REL && score_of(g) >= best->weight;
    }
    return beside;
}

/*
 * The login of who put the text in is declared on many pages. Where a reader sees "By Jane Roe", and nothing of
 * who is declared, or where one word is declared and a whole name is seen, that one is not the author.
 */
static void
refuse_logins(reader *r)
{
    bool said = false, both = false;
    int seen = 0;
    for (size_t i = 0; i < r->list.count; i++) {
        const found *f = &r->list.at[i];
        bool is_whole = f->is_person && !is_helper(f->person) &&
                        bl_span_find_char(bl_span_of(f->person->name), ' ', 0) != BL_NOT_FOUND;
        said |= is_whole && f->said;
        seen += is_whole && f->shown >= BL_WEIGHT_AUTHOR_BOX;
        both |= f->is_person && f->shown >= BL_WEIGHT_AUTHOR_BOX && f->hands != HAND_SHOWN;
    }
    for (size_t i = 0; i < r->list.count && !both; i++) {
        found *f = &r->list.at[i];
        bl_span name = bl_span_of(f->person->name);
        bool is_word = name.n >= LEAST_LOGIN && bl_is_alpha(name.p[0]) &&
                       bl_span_find_char(name, ' ', 0) == BL_NOT_FOUND;
        if (f->shown < BL_WEIGHT_AUTHOR_BOX && (said || (seen == 1 && is_word)))
            f->is_refused = true;
    }
}

/* Two names with one address are one person: the heavier claim, or the whole name, has the right one. */
static bool
is_alias(const reader *r, const found *f)
{
    for (size_t i = 0; i < r->list.count && f->person->url; i++) {
        const found *g = &r->list.at[i];
        if (g != f && g->person->url && strcmp(g->person->url, f->person->url) == 0 && g->is_person &&
            !g->is_refused && score_of(g) >= score_of(f) &&
            is_better_writing(bl_span_of(g->person->name), bl_span_of(f->person->name)))
            return true;
    }
    return false;
}

/* Is f one of the authors, where best is the heaviest claim of all that may be? */
static bool
is_author(const reader *r, const found *f, bool persons, const bl_claim *best)
{
    if (f->is_refused || is_alias(r, f))
        return false;
    if (f->is_person == persons)
        return score_of(f) >= best->weight || stands_beside(r, f, best);
    /* "Jane Roe, SDA": an agency or a desk that stands in the same list, but not the site itself */
    return persons && f->claim->source == best->source && f->claim->weight == best->weight &&
           hand_of(best) != HAND_SHOWN &&
           !bl_is_site_name(r->decision->scratch, bl_span_of(f->person->name), &r->site, true);
}

/* Does one of them have no other role? */
static bool
names_author(const reader *r, bool persons, const bl_claim *best)
{
    for (size_t i = 0; i < r->list.count; i++)
        if (is_author(r, &r->list.at[i], persons, best) && !is_helper(r->list.at[i].person))
            return true;
    return false;
}

void
bl_decide_people(bl_decision *decision)
{
    reader r = {.decision = decision, .site = bl_site_names_of(decision)};
    bl_claims claims = bl_heaviest(decision, BL_FIELD_AUTHOR);
    for (size_t i = 0; i < claims.count; i++)
        if (claims.at[i]->weight >= LEAST)
            read_claim(&r, claims.at[i]);

    refuse_logins(&r);
    const bl_claim *others = heaviest(&r.list, false, false, LEAST);
    const bl_claim *best = heaviest(&r.list, true, false, others ? LEAST_FOR_ORGANIZATION : LEAST);
    if (!best && (!others || hand_of(others) == HAND_SHOWN))
        best = heaviest(&r.list, true, true, others ? others->weight : LEAST);
    bool persons = best != NULL;
    if (!best)
        best = others;
    BL_VECTOR(byline_person *) authors = {0};
    bool has_author = best && names_author(&r, persons, best);
    for (size_t i = 0; i < r.list.count && best; i++) {
        found *f = &r.list.at[i];
        if (!is_author(&r, f, persons, best))
            continue;
        if (has_author && is_helper(f->person)) {
            f->claim->reason = "no author, but another role";
            continue;
        }
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
