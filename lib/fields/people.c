/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who wrote it: whom of those that are named by some source. */
#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/people.h"
#include "grammar/name.h"

enum {
    LEAST_LOGIN = 5, /* bytes; shorter ones are initials */
    LEAST_GIVEN = 3, /* bytes of a given name */
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

static int
score_of(const bl_found_person *f)
{
    int hands = !!(f->hands & BL_HAND_SHOWN) + !!(f->hands & BL_HAND_META) + !!(f->hands & BL_HAND_JSON_LD);
    return f->claim->weight + SECOND_HAND * (hands - 1);
}

static bool
took_picture(const byline_person *person)
{
    return person->role >= BYLINE_ROLE_PHOTOGRAPHER && person->role < BYLINE_ROLE_AGENCY;
}

/* "By AFP" below the headline says more than the site's own name in its record. */
static void
prefer_agency(bl_people_reader *r)
{
    bool said = false;
    for (size_t i = 0; i < r->list.count; i++)
        said |= r->list.at[i].person->role == BYLINE_ROLE_AGENCY && r->list.at[i].said;
    for (size_t i = 0; i < r->list.count && said; i++) {
        bl_found_person *f = &r->list.at[i];
        f->is_refused |= f->person->role == BYLINE_ROLE_ORGANIZATION && !f->said &&
                         bl_is_site_name(r->decision->scratch, bl_span_of(f->person->name), &r->site, true);
    }
}

/* The heaviest claim that names a person (or none), a helper (or none), NULL where there is none above least. */
static const bl_claim *
heaviest(const bl_found_people *list, bool persons, bool helpers, int least)
{
    const bl_claim *best = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const bl_found_person *f = &list->at[i];
        bool faint = f->person->role == BYLINE_ROLE_AGENCY && bl_hand_of(f->claim) == BL_HAND_SHOWN &&
                     f->claim->weight < LEAST_FOR_ORGANIZATION;
        /* who edited a text that nobody signed stands for it; who checked it does not */
        bool helped = bl_is_helper(f->person) && f->person->role != BYLINE_ROLE_EDITOR;
        faint |= took_picture(f->person) && f->hands == BL_HAND_SHOWN;
        if (f->is_person == persons && !f->is_refused && helped == helpers && f->claim->weight >= least && !faint &&
            (!best || f->claim->weight > best->weight))
            best = f->claim;
    }
    return best;
}

/* A reader sees f linked as an author beside one who is declared: the archive has the first of them only. */
static bool
stands_beside(const bl_people_reader *r, const bl_found_person *f, const bl_claim *best)
{
    if (f->hands != BL_HAND_SHOWN || !f->is_person || f->shown != BL_WEIGHT_AUTHOR_REL || bl_is_helper(f->person))
        return false;
    bool beside = false;
    for (size_t i = 0; i < r->list.count; i++) {
        const bl_found_person *g = &r->list.at[i];
        if (bl_span_starts(f->key, g->key) && f != g)
            return false; /* "Jane RoeStaff" */
        beside |= g->is_person && g->shown == BL_WEIGHT_AUTHOR_REL && score_of(g) >= best->weight;
    }
    return beside;
}

/* "By Jane Roe and John Doe", and only the first of them is declared. */
static bool
is_said_beside(const bl_people_reader *r, const bl_found_person *f, const bl_claim *best)
{
    bool beside = false;
    for (size_t i = 0; i < r->list.count && f->line && f->is_person && !bl_is_helper(f->person); i++) {
        const bl_found_person *g = &r->list.at[i];
        beside |= g != f && g->line == f->line && g->hands != BL_HAND_SHOWN && g->is_person &&
                  score_of(g) >= best->weight;
    }
    return beside;
}

/* "Nils" is declared, and a reader sees "By Nils Example". */
static bool
is_given_name(const bl_found_person *f, const bl_found_person *whole)
{
    bl_span name = bl_span_of(f->person->name), all = bl_span_of(whole->person->name);
    return whole->is_person && !bl_is_helper(whole->person) && whole->shown >= BL_WEIGHT_AUTHOR_GIVEN &&
           name.n >= LEAST_GIVEN && all.n > name.n && bl_span_find_char(name, ' ', 0) == BL_NOT_FOUND &&
           bl_span_starts_nocase(all, name) && all.p[name.n] == ' ';
}

/*
 * The login of who put the text in is declared on many pages. Where a reader sees "By Jane Roe", and nothing of
 * who is declared, or where one word is declared and a whole name is seen, that one is not the author.
 */
static void
refuse_logins(bl_people_reader *r)
{
    bool said = false, both = false;
    int seen = 0;
    for (size_t i = 0; i < r->list.count; i++) {
        const bl_found_person *f = &r->list.at[i];
        bl_span name = bl_span_of(f->person->name);
        bool is_whole = f->is_person && !bl_is_helper(f->person) &&
                        (bl_span_find_char(name, ' ', 0) != BL_NOT_FOUND || bl_first_case(name) == BL_CASE_UNCASED);
        said |= is_whole && f->said;
        seen += is_whole && f->shown >= BL_WEIGHT_AUTHOR_BOX;
        both |= f->is_person && f->shown >= BL_WEIGHT_AUTHOR_BOX && f->hands != BL_HAND_SHOWN;
    }
    for (size_t i = 0; i < r->list.count; i++)
        for (size_t k = 0; k < r->list.count; k++)
            if (is_given_name(&r->list.at[i], &r->list.at[k]))
                r->list.at[i].is_refused = true;
    for (size_t i = 0; i < r->list.count && !both; i++) {
        bl_found_person *f = &r->list.at[i];
        bl_span name = bl_span_of(f->person->name);
        bool is_word = name.n >= LEAST_LOGIN && bl_is_alpha(name.p[0]) &&
                       bl_span_find_char(name, ' ', 0) == BL_NOT_FOUND;
        if (f->shown < BL_WEIGHT_AUTHOR_BOX && (said || (seen == 1 && is_word)))
            f->is_refused = true;
        f->is_refused |= said && f->is_checker && !f->said;
    }
}

/* Two names with one address are one person: the heavier claim, or the whole name, has the right one. */
static bool
is_alias(const bl_people_reader *r, const bl_found_person *f)
{
    for (size_t i = 0; i < r->list.count; i++) {
        const bl_found_person *g = &r->list.at[i];
        if (g != f && f->person->url && g->person->url && strcmp(g->person->url, f->person->url) == 0 &&
            g->is_person && !g->is_refused && score_of(g) >= score_of(f) &&
            bl_is_better_writing(bl_span_of(g->person->name), bl_span_of(f->person->name)))
            return true;
    }
    return false;
}

/* Is f one of the authors, where best is the heaviest claim of all that may be? */
static bool
is_author(const bl_people_reader *r, const bl_found_person *f, bool persons, const bl_claim *best)
{
    if (f->is_refused || is_alias(r, f))
        return false;
    if (f->is_person == persons)
        return score_of(f) >= best->weight || stands_beside(r, f, best) || is_said_beside(r, f, best);
    /* "Jane Roe, SDA": an agency or a desk that stands in the same list, but not the site itself */
    return persons && f->claim->source == best->source && f->claim->weight == best->weight &&
           bl_hand_of(best) != BL_HAND_SHOWN &&
           !bl_is_site_name(r->decision->scratch, bl_span_of(f->person->name), &r->site, true);
}

/* Does one of them have no other role? */
static bool
names_author(const bl_people_reader *r, bool persons, const bl_claim *best)
{
    for (size_t i = 0; i < r->list.count; i++)
        if (is_author(r, &r->list.at[i], persons, best) && !bl_is_helper(r->list.at[i].person))
            return true;
    return false;
}

/* Who is declared, whom no byline shows, and who signed as the editor ("责任编辑：张三"): that is what they did. */
static void
call_editor(const bl_decision *decision, const bl_found_person *f)
{
    const byline_credit *credit = decision->article->credit_line;
    for (size_t i = 0; credit && i < credit->people_count && f->person->role == BYLINE_ROLE_AUTHOR; i++)
        if (!(f->hands & BL_HAND_SHOWN) && credit->people[i]->role == BYLINE_ROLE_EDITOR &&
            strcmp(credit->people[i]->name, f->person->name) == 0)
            f->person->role = BYLINE_ROLE_EDITOR;
}

static bool
is_of_east_asia(const bl_line_context *line)
{
    return bl_speaks(line, "zh") || bl_speaks(line, "ko") || bl_speaks(line, "ja");
}

void
bl_decide_people(bl_decision *decision)
{
    bl_people_reader r = {.decision = decision, .site = bl_site_names_of(decision)};
    bl_read_authors(&r, LEAST);
    refuse_logins(&r);
    prefer_agency(&r);
    const bl_claim *others = heaviest(&r.list, false, false, LEAST);
    const bl_claim *best = heaviest(&r.list, true, false, others ? LEAST_FOR_ORGANIZATION : LEAST);
    if (!best && (!others || others->source == BYLINE_SOURCE_VISIBLE))
        best = heaviest(&r.list, true, true, others ? others->weight : LEAST);
    bool persons = best != NULL;
    if (!best)
        best = others;
    BL_VECTOR(byline_person *) authors = {0};
    bool is_shown = false;
    bool has_author = best && names_author(&r, persons, best);
    for (size_t i = 0; i < r.list.count && best; i++) {
        bl_found_person *f = &r.list.at[i];
        if (!is_author(&r, f, persons, best))
            continue;
        if (bl_is_helper(f->person) && (has_author || took_picture(f->person))) {
            f->claim->reason = "no author, but another role";
            continue;
        }
        f->claim->score = score_of(f);
        f->claim->won = true;
        f->claim->reason = "of the best source, or of two";
        call_editor(decision, f);
        is_shown |= (f->hands & BL_HAND_SHOWN) != 0;
        if (authors.count == 0)
            bl_origin_add(decision, "authors", f->claim, bl_confidence(score_of(f)));
        BL_PUSH(decision->scratch, &authors, bl_copy_person(decision->out, f->person));
    }
    decision->article->author_count = authors.count;
    decision->article->authors = BL_POINTERS(decision->out, &authors);
    if (authors.count == 0)
        bl_take_signed(decision);
    else if (!persons && !is_shown && is_of_east_asia(&decision->line))
        bl_prefer_signed(decision);
    if (decision->article->author_count == 0)
        bl_take_owner(decision);
}
