/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Where the page names no author: who signed the text, at its head ("〔記者王小明／台北報導〕", "[예시일보 홍길동 기자]")
 * or at its end ("Reporting by Jane Roe", a last line that is a name).
 */
#include "base/unicode.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/credit_join.h"
#include "fields/people.h"

enum {
    HEAD_BLOCKS = 2,  /* the first paragraph may stand behind a line in italics */
    HEAD_BYTES = 160, /* of what may name the reporter before the text */
    SIGNED_LINE = 48,  /* of a first line that is a signature */
    REPORT_BYTES = 60, /* of what stands before those brackets */
    LAST_BLOCKS = 2,  /* a note of the house may follow the signature */
    LAST_BYTES = 80,  /* of a line that is a name, with an address */
    BEHIND_PIECES = 2, /* pieces behind the body */
    NAME_WORDS = 2,
    NAME_WORDS_MOST = 4,
};

/* How sure a reader can be. */
#define SURE_HEAD 0.7
#define SURE_CREDIT 0.7
#define SURE_LAST 0.5

/* Words for a reporter that stand beside names in East Asia. */
static bool
names_trade(bl_span text)
{
    static const char *const trades[] = {"記者", "记者", "기자", "특파원", "通讯员", "編譯", "编译", "作者"};
    return bl_span_holds_any(text, trades, BL_COUNT(trades));
}

/* What stands in the brackets that text begins with; empty where it begins otherwise. */
static bl_span
first_brackets(bl_span text)
{
    static const char *const marks[][2] = {{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"〔", "〕"}};
    bl_span head = bl_span_head(text, HEAD_BYTES);
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span open = bl_span_of(marks[i][0]);
        size_t end = bl_span_starts(head, open) ? bl_span_find(head, bl_span_of(marks[i][1]), open.n)
                                                : BL_NOT_FOUND;
        if (end != BL_NOT_FOUND)
            return bl_trim(bl_span_from(head.p + open.n, end - open.n));
    }
    return BL_EMPTY;
}

/* "例网10月4日讯（记者张三）": the brackets behind the word for a report, which ends the head of the text. */
static bl_span
brackets_of_report(bl_span text)
{
    static const char *const reports[] = {"讯", "訊", "快讯", "快訊", "电", "電", "报道", "報導"};
    bl_span open = BL_SPAN("（");
    bl_span head = bl_span_head(text, HEAD_BYTES);
    size_t at = bl_span_find(head, open, 0);
    bl_span before = at == BL_NOT_FOUND || at > REPORT_BYTES ? BL_EMPTY : bl_trim(bl_span_head(head, at));
    for (size_t i = 0; i < BL_COUNT(reports) && before.n; i++)
        if (bl_span_ends(before, bl_span_of(reports[i])))
            return first_brackets(bl_span_cut(head, at));
    return BL_EMPTY;
}

static bool
is_writer(const byline_person *person)
{
    return person->role == BYLINE_ROLE_AUTHOR || person->role == BYLINE_ROLE_REPORTER;
}

void
bl_set_authors(bl_decision *decision, const byline_people *people, size_t offset, size_t length, double sure)
{
    BL_VECTOR(byline_person *) authors = {0};
    for (size_t i = 0; i < people->people_count; i++)
        BL_PUSH(decision->scratch, &authors, bl_copy_person(decision->out, people->people[i]));
    bl_origin_add_at(decision, "authors", BYLINE_SOURCE_VISIBLE, offset, length, sure);
    decision->article->author_count = authors.count;
    decision->article->authors = BL_POINTERS(decision->out, &authors);
}

bool
bl_may_present(const struct bl_body *body, uint32_t number)
{
    const bl_piece *piece = &body->pieces[number];
    const uint64_t other = BL_IN_NAV | BL_IN_FORM | BL_IN_FIGURE | BL_IN_CAPTION | BL_IN_BUTTON | BL_IN_HIDDEN;
    return piece->type == BYLINE_BLOCK_PARAGRAPH && !(piece->in & other) && !(piece->words & BL_WORDS_FURNITURE);
}

/* Take the persons of text who wrote it; where it names none of them, who edited it ("责编：张三"). */
static bool
take(bl_decision *decision, byline_people people, size_t offset, size_t length, double sure)
{
    BL_VECTOR(byline_person *) authors = {0};
    bool wrote = false;
    for (size_t i = 0; i < people.people_count; i++)
        wrote |= is_writer(people.people[i]);
    for (size_t i = 0; i < people.people_count; i++) {
        byline_person *person = people.people[i];
        if (is_writer(person) || (!wrote && person->role == BYLINE_ROLE_EDITOR))
            BL_PUSH(decision->scratch, &authors, person);
    }
    if (authors.count)
        bl_set_authors(decision, &(byline_people){authors.at, authors.count}, offset, length, sure);
    return authors.count > 0;
}

static byline_people
read_names(const bl_decision *decision, bl_span text)
{
    return bl_read_people(text, BYLINE_ROLE_AUTHOR, &decision->line, decision->scratch);
}

/* "記者王小明／台北報導", "(서울=연합뉴스) 홍길동 기자 =", "新华社北京5月7日电（记者张三）". */
static bool
take_head(bl_decision *decision)
{
    const byline_article *article = decision->article;
    for (size_t i = 0; i < article->body_count && i < HEAD_BLOCKS; i++) {
        const byline_block *block = article->body[i];
        bl_span text = block->text ? bl_span_of(block->text) : BL_EMPTY;
        bl_span dateline = article->dateline ? bl_span_of(article->dateline->text) : BL_EMPTY;
        bl_span named = first_brackets(text), printed = BL_EMPTY;
        if (dateline.n && bl_span_starts(text, bl_span_head(dateline, 3))) {
            printed = dateline;
            if (!names_trade(dateline) && article->dateline->rest)
                printed = first_brackets(bl_span_of(article->dateline->rest));
            else if (named.n && !names_trade(named)) /* the name stands behind the brackets */
                printed = bl_span_cut(dateline, (size_t)(named.p - text.p) + named.n + 1);
        }
        if (!names_trade(printed))
            printed = named;
        if (!names_trade(printed))
            printed = brackets_of_report(text);
        if (printed.n == 0 && i == 0 && text.n <= SIGNED_LINE && names_trade(text))
            printed = text; /* "例子报记者 张三", and nothing else */
        if (!names_trade(printed) || printed.n > HEAD_BYTES)
            continue;
        while (printed.n && strchr(")]= ", printed.p[0]))
            printed = bl_span_cut(printed, 1);
        while (printed.n && strchr("= ", printed.p[printed.n - 1]))
            printed.n--;
        if (take(decision, read_names(decision, printed), block->offset, block->length, SURE_HEAD))
            return true;
    }
    return false;
}

/* "(Reporting by Jane Roe; Editing by John Doe)" */
static bool
take_credit(bl_decision *decision)
{
    const byline_credit *credit = decision->article->credit_line;
    if (!credit)
        return false;
    byline_people people = {credit->people, credit->people_count};
    return take(decision, people, 0, 0, SURE_CREDIT);
}

/* Is all of text the names of persons, "By" and an address aside? */
static bool
is_signature(bl_span text, const byline_people *people)
{
    size_t words = 0;
    if (names_trade(text))
        return people->people_count > 0;
    for (size_t i = 0; i < people->people_count; i++) {
        const byline_person *person = people->people[i];
        size_t count = bl_word_count(bl_span_of(person->name));
        if (person->role != BYLINE_ROLE_AUTHOR || count < NAME_WORDS || count > NAME_WORDS_MOST ||
            !bl_begins_with_given_name(bl_span_of(person->name)))
            return false; /* "Next Page" */
        words += count;
    }
    return people->people_count > 0 && bl_word_count(text) <= words + people->people_count;
}

/* The same right behind the body, that the body finder took for no text. */
static bool
take_behind(bl_decision *decision)
{
    const struct bl_body *body = decision->body;
    uint32_t first = bl_first_piece_behind(decision);
    for (uint32_t i = first; body && i < body->piece_count && i < first + BEHIND_PIECES; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (!bl_may_present(body, i) || piece->text.n > LAST_BYTES)
            return false;
        byline_people people = read_names(decision, piece->text);
        const bl_node_record *node = &decision->evidence->document->nodes[piece->first];
        if (is_signature(piece->text, &people) &&
            take(decision, people, node->offset, node->length, SURE_LAST))
            return true;
    }
    return false;
}

/* "...と話した。（佐藤健一）": who signed behind the last sentence, or in a line that was taken for a credit. */
static bool
take_brackets(bl_decision *decision)
{
    const byline_article *article = decision->article;
    if (!decision->line.language || !bl_span_starts_nocase(bl_span_of(decision->line.language), BL_SPAN("ja")))
        return false;
    if (article->credit_line) {
        bl_span named = bl_japanese_signature(bl_span_of(article->credit_line->text), decision->scratch);
        if (named.n && take(decision, read_names(decision, named), 0, 0, SURE_CREDIT))
            return true;
    }
    for (size_t k = 0; k < LAST_BLOCKS && k + 1 < article->body_count; k++) {
        const byline_block *block = article->body[article->body_count - 1 - k];
        bl_span text = block->text ? bl_span_of(block->text) : BL_EMPTY;
        if (block->type != BYLINE_BLOCK_PARAGRAPH)
            continue;
        bl_span named = bl_japanese_signature(text, decision->scratch);
        if (named.n && take(decision, read_names(decision, named), block->offset, block->length, SURE_LAST))
            return true;
    }
    return false;
}

/* A last line that is a name. */
static bool
take_last(bl_decision *decision)
{
    const byline_article *article = decision->article;
    for (size_t k = 0; k < LAST_BLOCKS && k + 1 < article->body_count; k++) {
        const byline_block *block = article->body[article->body_count - 1 - k];
        bl_span text = block->text ? bl_span_of(block->text) : BL_EMPTY;
        if (block->type != BYLINE_BLOCK_PARAGRAPH || text.n == 0 || text.n > LAST_BYTES)
            continue;
        byline_people people = read_names(decision, text);
        if (is_signature(text, &people) &&
            take(decision, people, block->offset, block->length, SURE_LAST))
            return true;
    }
    return false;
}

void
bl_take_signed(bl_decision *decision)
{
    if (!take_head(decision) && !take_credit(decision) && !take_brackets(decision) && !take_last(decision))
        take_behind(decision);
}

void
bl_prefer_signed(bl_decision *decision)
{
    byline_article *article = decision->article;
    byline_person **authors = article->authors;
    size_t count = article->author_count, origins = decision->origins.count;
    if ((take_head(decision) || take_last(decision)) && is_writer(article->authors[0])) {
        byline_origin *origin = decision->origins.at[decision->origins.count - 1];
        bl_origin_remove(decision, "authors");
        BL_PUSH(decision->scratch, &decision->origins, origin);
        return;
    }
    article->authors = authors;
    article->author_count = count;
    decision->origins.count = origins;
}
