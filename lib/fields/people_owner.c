/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Where nobody is named, and nobody signed: who is presented behind the text ("Jane Roe is a writer from ..."). Else a
 * site that goes by the name of a person is written by that person, and so is one whose last line says "(c) 2024 Jane
 * Roe".
 */
#include "base/unicode.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/copyright.h"
#include "fields/credit_join.h"
#include "fields/people.h"

enum {
    NAME_WORDS = 2,
    NAME_WORDS_MOST = 3,
    BIO_PIECES = 12, /* behind the body */
    BIO_NAME = 60,   /* bytes of the name that it begins with */
};

#define SURE_BIO 0.45
#define SURE_SITE 0.45
#define SURE_FOOT 0.4

/* The one person that text is the name of; NULL where it is more, or something else. */
static byline_person *
one_person(const bl_decision *decision, bl_span text)
{
    size_t words = bl_word_count(text);
    if (words < NAME_WORDS || words > NAME_WORDS_MOST || !bl_begins_with_given_name(text))
        return NULL;
    byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, &decision->line, decision->scratch);
    bool one = people.people_count == 1 && people.people[0]->role == BYLINE_ROLE_AUTHOR &&
               bl_span_equal(bl_span_of(people.people[0]->name), text);
    return one ? people.people[0] : NULL;
}

static bool
take(bl_decision *decision, byline_person *person, size_t offset, size_t length, double sure)
{
    if (person)
        bl_set_authors(decision, &(byline_people){&person, 1}, offset, length, sure);
    return person != NULL;
}

static bool
take_foot(bl_decision *decision)
{
    const bl_document *doc = decision->evidence->document;
    for (bl_node n = BL_NO_NODE;;) {
        bl_span name = bl_foot_copyright(decision, &n);
        if (n == BL_NO_NODE)
            return false;
        if (take(decision, one_person(decision, name), doc->nodes[n].offset, doc->nodes[n].length, SURE_FOOT))
            return true;
    }
}

/* "Jane Roe is a writer", "Jan Beispiel ist Redakteur": the name. */
static bl_span
presented(bl_span text)
{
    static const char *const verbs[] = {" is a ",     " is an ", " is the ", " is our ",   " writes ",
                                        " covers ",   " works as ", " ist ",  " schreibt ", " est ",
                                        " es ",       " è ",        " jest ", " är "};
    bl_span head = bl_span_head(text, BIO_NAME);
    size_t first = BL_NOT_FOUND;
    for (size_t i = 0; i < BL_COUNT(verbs); i++) {
        size_t at = bl_span_find(head, bl_span_of(verbs[i]), 0);
        first = at < first ? at : first;
    }
    return first == BL_NOT_FOUND ? BL_EMPTY : bl_span_head(text, first);
}

static bool
take_bio(bl_decision *decision)
{
    const struct bl_body *body = decision->body;
    uint32_t first = bl_first_piece_behind(decision);
    for (uint32_t i = first; body && i < body->piece_count && i < first + BIO_PIECES; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (!bl_may_present(body, i))
            continue;
        const bl_node_record *node = &decision->evidence->document->nodes[piece->first];
        if (take(decision, one_person(decision, presented(piece->text)), node->offset, node->length, SURE_BIO))
            return true;
    }
    return false;
}

void
bl_take_owner(bl_decision *decision)
{
    if (take_bio(decision))
        return;
    const byline_publisher *publisher = decision->article->publisher;
    byline_person *person = publisher ? one_person(decision, bl_span_of(publisher->name)) : NULL;
    if (!take(decision, person, 0, 0, SURE_SITE))
        take_foot(decision);
}
