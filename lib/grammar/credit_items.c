/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_reading.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* "White House Senior Reporter" before a name has no more words. */
#define TRADE_WORDS_MOST 4
/* What stands behind a label that is not listed is passed over up to so many tokens. */
#define UNKNOWN_LABEL_MOST 8

/* "somebody from nowhere" */
#define HANDLE_WORDS_MOST 3

/* A label this many tokens away, at most, says that a name is Japanese. */
#define JAPANESE_NEAR 4

/* Characters of a name that is written without a space. */
#define UNSPACED_NAME_MOST 6

/* Houses whose names go on with "for": an institute, a ministry. */
static bool
is_office(const bl_token *t)
{
    const uint32_t kinds = BL_WORD_ORG | BL_WORD_MARK | BL_WORD_PHOTO | BL_WORD_STAFF | BL_WORD_COURTESY;
    return t->type == 'w' && t->shape & BL_SHAPE_UPPER && (bl_kinds(t) & kinds) == BL_WORD_ORG &&
           t->letters > 5;
}

/* Does this word end a run of name words that began at from? */
static bool
breaks_run(const bl_reading *r, size_t from, size_t i)
{
    const bl_token *t = bl_peek(r, i), *next = bl_peek(r, i + 1);
    uint32_t kinds = bl_kinds(t);
    if (!kinds)
        return false;
    bool lower = t->shape & (BL_SHAPE_LOWER | BL_SHAPE_UNCASED);
    if (kinds & (BL_WORD_LICENSE | BL_WORD_CONTRIBUTED) ||
        (kinds & BL_WORD_NOISE && !bl_is_half_of_name(r->tokens, i) && bl_is_furniture(r->tokens, i, r->to)))
        return true;
    if (kinds & BL_WORD_RIGHTS && !(kinds & BL_WORD_ORG && r->items->labels))
        return true;
    if (kinds & BL_WORD_SUFFIX)
        return true;
    if (kinds & BL_WORD_COURTESY && bl_may_begin_name(next))
        return true;
    if (kinds & BL_WORD_VIA && (kinds == BL_WORD_VIA || (lower && next->type == 'a')))
        return true;
    if ((lower || t->shape & BL_SHAPE_CAPITALS) && kinds & BL_WORD_FOR && i > from &&
        (bl_may_begin_name(next) || next->type == '"') &&
            (lower || bl_peek(r, i - 1)->shape & BL_SHAPE_CAPITALS))
        return !is_office(bl_peek(r, i - 1)); /* "Center for Example", "Ministry for Example" */
    if (kinds & (BL_WORD_PHOTO | BL_WORD_ROLE | BL_WORD_SOURCE)) {
        uint8_t role;
        bool weak;
        if (bl_label_at(r->tokens, i, r->to, r->mode, &role, &weak) && !weak)
            return true;
    }
    /* "Roe Photo" */
    bool named = i > from && kinds & BL_WORD_ORG && t->shape & BL_SHAPE_UPPER &&
                 (!t->word->marks || t->word->marks == BYLINE_MARK_HANDOUT);
    if (kinds & BL_WORD_MARK && t->letters >= BL_MARK_LETTERS_LEAST && (next->type != 'w' || i == from) && !named)
        return true;
    if (lower && kinds & BL_WORD_AND && r->mode != BL_ITEMS_PHOTO &&
        (bl_token_is(next, BL_WORD_GENERIC) || (r->mode == BL_ITEMS_CONTRIBUTION && bl_is_role_phrase(r, i + 1))))
        return true;
    if (lower && kinds & BL_WORD_AND && bl_may_begin_name(next)) {
        bool either = kinds & (BL_WORD_PARTICLE | BL_WORD_STOP) && t->letters < 3;
        if (!either || next->type == 'a')
            return true;
        return i - from >= 2 && bl_peek(r, i + 2)->type == 'w' && bl_peek(r, i + 2)->shape & BL_SHAPE_UPPER;
    }
    if (r->mode == BL_ITEMS_CONTRIBUTION && lower && kinds & (BL_WORD_IN | BL_WORD_OUTLET) &&
        !(kinds & BL_WORD_PARTICLE) && bl_may_begin_name(next))
        return true;
    if (kinds & BL_WORD_STAFF && lower && i > from)
        return true;
    return r->mode != BL_ITEMS_PHOTO && lower && kinds & BL_WORD_OUTLET && !(kinds & BL_WORD_PARTICLE) &&
           bl_may_begin_name(next) && bl_name_class(r->tokens, from, i) == BL_NAME_PERSON;
}

/* May a name of one word be a person here? Contributors of stock archives go by handles. */
static bool
is_handle_place(const bl_reading *r, size_t from, size_t to)
{
    const bl_token *word = bl_peek(r, from);
    if (word->shape & (BL_SHAPE_CAPITALS | BL_SHAPE_DOTTED | BL_SHAPE_HANDLE) || r->named)
        return false;
    bool odd = word->shape & (BL_SHAPE_LOWER | BL_SHAPE_DIGIT) || to - from > 1;
    for (size_t i = to; i < r->to && i < to + 8; i++) {
        const bl_token *t = bl_peek(r, i);
        if (odd && i > to && t->type == 'w' && t->shape & BL_SHAPE_UPPER && !t->word)
            continue; /* a collection of the archive: "somebody / Moment / Stock" */
        if (t->type == 'a')
            return t->agency->kind == BYLINE_AGENCY_STOCK ||
                   (t->agency->kind == BYLINE_AGENCY_PHOTO && !r->items->agencies);
        if (t->type == '(' || (t->type == 'w' && !bl_token_is(t, BL_WORD_VIA | BL_WORD_OF | BL_WORD_MARK)))
            break;
    }
    const bl_item *last = r->items->count ? &r->items->at[r->items->count - 1] : NULL;
    if (!last || last->type != BL_ITEM_AGENCY)
        return false;
    byline_agency_kind kind = r->tokens->at[last->from].agency->kind;
    return kind == BYLINE_AGENCY_STOCK || (kind == BYLINE_AGENCY_PHOTO && word->letters > 2 &&
                                           word->shape & (BL_SHAPE_LOWER | BL_SHAPE_DIGIT));
}

/* Two or three words of a handle that no list knows, alone between marks: "somebody else/Stock". */
static bool
is_handle_run(const bl_reading *r, size_t from, size_t to)
{
    if (to - from < 2 || to - from > HANDLE_WORDS_MOST || r->mode != BL_ITEMS_PHOTO)
        return false;
    for (size_t i = from; i < to; i++)
        if (bl_peek(r, i)->word || bl_peek(r, i)->shape & BL_SHAPE_DOTTED)
            return false;
    const bl_token *after = bl_peek(r, to);
    const bl_token *before = from > r->from ? bl_peek(r, from - 1) : NULL;
    if (before && !strchr("/|:c(-=", before->type))
        return false;
    /* "Photo: jane roe" */
    bool labelled = r->labelled && to - from == 2 && (after->type == 0 || strchr("()/|", after->type));
    bool open = after->type == 'w' && bl_token_is(after, BL_WORD_VIA);
    return labelled || ((after->type == 0 || open || strchr("/|-()", after->type)) &&
                        is_handle_place(r, from, to));
}

/* The first name of a chain took the picture; later ones published it, unless a comma lists them. */
static bool
may_be_person(const bl_reading *r)
{
    if (r->courtesy || r->houses_only || (r->via && r->mode == BL_ITEMS_PHOTO))
        return false;
    if (r->mode != BL_ITEMS_PHOTO)
        return true;
    return !r->person_named || (r->person_before && strchr(",&;+\"", r->separator) && r->separator);
}

/* "写真", "撮影": labels that only Japanese has. */
static bool
speaks_japanese(const bl_reading *r, size_t from)
{
    static const char *const labels[] = {"写真", "撮影", "フォト", "取材", "取材・文", "聞き手"};
    size_t first = from > r->from + JAPANESE_NEAR ? from - JAPANESE_NEAR : r->from;
    for (size_t i = first; i < r->to && i < from + JAPANESE_NEAR; i++)
        for (size_t k = 0; k < BL_COUNT(labels); k++)
            if (bl_span_is(bl_token_span(r->tokens, i, i + 1), labels[k]))
                return true;
    return false;
}

/* Behind a label, a few characters without a space are a name, unless they are a house. */
static bool
is_short_name(const bl_reading *r, size_t from)
{
    const bl_token *t = bl_peek(r, from);
    return r->labelled && t->shape & BL_SHAPE_IDEOGRAPH && may_be_person(r) &&
           bl_is_east_asian_name(bl_token_span(r->tokens, from, from + 1), speaks_japanese(r, from));
}

static bool
is_named_before(const bl_reading *r, size_t from, size_t to)
{
    bl_span name = bl_token_span(r->tokens, from, to);
    for (size_t i = 0; i < r->items->count; i++) {
        const bl_item *item = &r->items->at[i];
        if (item->type == BL_ITEM_PERSON &&
            bl_span_equal(bl_token_span(r->tokens, item->from, item->to), name))
            return true;
    }
    return false;
}

static bool
is_year(const bl_token *t)
{
    return t->type == 'w' && t->letters >= 4 && t->shape & BL_SHAPE_DIGIT &&
           !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER | BL_SHAPE_UNCASED)) &&
           (t->letters == 4 || t->shape & BL_SHAPE_HYPHEN);
}

/* "19.01.2022" */
static bool
is_numeric_date(const bl_token *t)
{
    return t->shape & BL_SHAPE_DIGIT && t->shape & BL_SHAPE_DOTTED && t->letters >= 5 && t->letters <= 8 &&
           !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER | BL_SHAPE_UNCASED));
}

/* "name@example.org" */
static bool
is_address(const bl_tokens *tokens, const bl_token *t)
{
    bl_span text = bl_span_from(tokens->line.p + t->start, t->end - t->start);
    size_t at = bl_span_find_char(text, '@', 0);
    return at != BL_NOT_FOUND && at > 0 && bl_span_find_char(text, '.', at) != BL_NOT_FOUND;
}

/* The initials of who worked on the picture, behind an agency that does. */
static bool
is_desk_mark(const bl_reading *r, const bl_token *t)
{
    const bl_item *last = r->items->count ? &r->items->at[r->items->count - 1] : NULL;
    if (!last || t->letters > 3 || !bl_is_initials(t, true))
        return false;
    if (last->type == BL_ITEM_EDITOR)
        return true;
    bool behind_person = last->type == BL_ITEM_PERSON && r->items->agencies;
    return behind_person || (last->type == BL_ITEM_AGENCY && r->separator == 0 &&
                             r->tokens->at[last->from].agency->kind == BYLINE_AGENCY_WIRE);
}

/* "责任编辑：霍明", "翻訳：佐藤健一郎": right behind such a label anything is a person, for houses neither edit nor translate. */
static bool
is_wide_editor(const bl_reading *r, size_t from)
{
    if (from < r->from + 2 || !(r->role == BYLINE_ROLE_EDITOR || r->role == BYLINE_ROLE_TRANSLATOR) ||
        !strchr(":/|", bl_peek(r, from - 1)->type))
        return false;
    const bl_token *label = bl_peek(r, from - 2);
    if (bl_token_is(bl_peek(r, from), BL_WORD_ORG)) /* "系统管理员" */
        return false;
    return label->type == 'w' && label->shape & BL_SHAPE_IDEOGRAPH && bl_token_is(label, BL_WORD_ROLE);
}

/* "张三 李四": names of China side by side. */
static bool
take_wide_names(bl_reading *r, size_t from, size_t to)
{
    bool all = to - from > 1 && r->labelled && may_be_person(r) && !speaks_japanese(r, from);
    for (size_t i = from; i < to && all; i++)
        all = bl_peek(r, i)->shape & BL_SHAPE_IDEOGRAPH &&
              bl_is_east_asian_name(bl_token_span(r->tokens, i, i + 1), false);
    for (size_t i = from; i < to && all; i++) {
        r->items->persons++;
        bl_add_item(r, BL_ITEM_PERSON, i, i + 1);
    }
    r->named |= all;
    r->person_named |= all;
    return all;
}

static void
take_name(bl_reading *r, size_t from, size_t to)
{
    bl_items *items = r->items;
    bool was_named = r->named;
    const bl_token *first = bl_peek(r, from);
    if (first->shape & BL_SHAPE_DIGIT &&
        !(first->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER | BL_SHAPE_UNCASED | BL_SHAPE_DOTTED)) &&
        to - from == 1) {
        r->separator = 0; /* a bare number */
        return;
    }
    if (to - from == 1 && is_address(r->tokens, first)) {
        r->separator = 0;
        return;
    }
    if (r->mode == BL_ITEMS_PHOTO && to - from == 1 && is_desk_mark(r, first)) { /* "EFE ab/cd" */
        items->editors++;
        bl_add_item(r, BL_ITEM_EDITOR, from, to);
        return;
    }
    if (to - from > 1 && r->items->count && bl_span_is(bl_token_span(r->tokens, from, from + 1), "For"))
        from++; /* "Jane Roe / For Example Times" */
    if (to - from == 1 && is_numeric_date(first)) {
        bl_add_item(r, BL_ITEM_DATE, from, to);
        return;
    }
    if (bl_token_is(first, BL_WORD_DATE) && to - from >= 2 && bl_peek(r, from + 1)->shape & BL_SHAPE_DIGIT)
        return;
    if (r->items->copyright && !r->items->agencies && to - from > 1 && is_year(bl_peek(r, to - 1)))
        r->items->rights++;
    if (take_wide_names(r, from, to))
        return;
    if (is_wide_editor(r, from) && to - from == 2 && bl_peek(r, from + 1)->shape & BL_SHAPE_DIGIT)
        to = from + 1; /* "责编：张三 AB123": the number of who put it in */
    bl_name_kind class = bl_name_class(r->tokens, from, to);
    if (class == BL_NAME_NONE && !is_handle_run(r, from, to)) {
        items->bad++;
        r->separator = 0;
        return;
    }
    if (is_named_before(r, from, to)) {
        r->separator = 0;
        return;
    }
    const bl_token *last = bl_peek(r, to - 1);
    if (r->mode != BL_ITEMS_PHOTO && r->person_before && to - from > 1 && last->shape & BL_SHAPE_UPPER &&
        bl_token_is(last, BL_WORD_STAFF)) { /* "Jane Roe, Associate Editor" */
        r->separator = 0;
        return;
    }
    bool single = class == BL_NAME_WORD &&
                  (is_handle_place(r, from, to) || is_short_name(r, from) || is_wide_editor(r, from));
    bool person = class == BL_NAME_PERSON || class == BL_NAME_NONE ? may_be_person(r) : single;
    if (person) {
        items->persons++;
        bl_add_item(r, BL_ITEM_PERSON, from, to);
    } else {
        items->others++;
        items->houses += class == BL_NAME_HOUSE;
        items->singles += class == BL_NAME_WORD;
        bl_add_item(r, BL_ITEM_OTHER, from, to);
    }
    r->named = was_named || !r->courtesy;
    r->person_named |= person;
}

/* "7. maj": a month behind its day, not the initials of somebody. */
static bool
is_month_of_day(const bl_reading *r, size_t i)
{
    size_t day = i > r->from && bl_peek(r, i - 1)->type == '.' ? i - 1 : i;
    return bl_token_is(bl_peek(r, i), BL_WORD_DATE) && day > r->from &&
           bl_peek(r, day - 1)->shape & BL_SHAPE_DIGIT;
}

/* "se/AR (dpa, AFP)": two capitals behind other initials and before the agencies. */
static bool
is_second_desk(const bl_reading *r, size_t i)
{
    const bl_token *t = bl_peek(r, i);
    const bl_item *last = r->items->count ? &r->items->at[r->items->count - 1] : NULL;
    return t->letters == 2 && t->shape & BL_SHAPE_CAPITALS && last && last->type == BL_ITEM_EDITOR &&
           r->separator == '/' && bl_peek(r, i + 1)->type == '(' && bl_peek(r, i + 2)->type == 'a';
}

/* "Aerospace Writer Jane Roe" of a contribution: where the name begins. */
static size_t
behind_trade(const bl_reading *r, size_t from, size_t to)
{
    for (size_t i = from + 1; r->mode == BL_ITEMS_CONTRIBUTION && i + 2 < to && i < from + TRADE_WORDS_MOST; i++)
        if (bl_token_is(bl_peek(r, i), BL_WORD_STAFF) && bl_peek(r, i)->shape & BL_SHAPE_UPPER &&
            bl_name_class(r->tokens, i + 1, to) == BL_NAME_PERSON)
            return i + 1;
    return from;
}

/* A run of words: a mark, a name, or what no credit holds. */
static void
take_words(bl_reading *r)
{
    size_t from = r->i, to = from;
    do {
        to++;
    } while (to < r->to && bl_peek(r, to)->type == 'w' && !breaks_run(r, from, to));
    bool is_pair = to + 2 < r->to && bl_name_class(r->tokens, from, to) == BL_NAME_PERSON &&
                   bl_peek(r, to + 1)->type == 'w' && bl_peek(r, to + 2)->type == 'w' &&
                   bl_name_class(r->tokens, to + 1, to + 3) == BL_NAME_PERSON; /* "Jane Roe & John Doe" */
    while (to < r->to && bl_peek(r, to)->type == '&' && bl_peek(r, to + 1)->type == 'w' && !is_pair &&
           to - from < 3) /* "Smith & Sons" */
        to += 2;
    r->i = to;
    from = behind_trade(r, from, to);
    const bl_token *t = bl_peek(r, from);
    if (bl_peek(r, to)->type == ':' && to < r->to &&
        !bl_token_is(t, BL_WORD_MARK)) { /* "Published: 4.4.18": a label that is not listed */
        bool house = r->mode == BL_ITEMS_PHOTO && r->weakly_labelled && !r->items->count && to - from <= 3 &&
                     bl_name_class(r->tokens, from, to) != BL_NAME_NONE;
        if (house) { /* "Foto Example Press: Jane Roe" */
            r->items->others++;
            bl_add_item(r, BL_ITEM_OTHER, from, to);
            r->i = to + 1;
            return;
        }
        if (r->mode == BL_ITEMS_SOURCE && to - from > 2) /* "Author: Jane Roe Published: ..." */
            take_name(r, from, to - 1);
        r->items->bad += r->mode == BL_ITEMS_PHOTO || !r->items->count || r->to - to > UNKNOWN_LABEL_MOST;
        while (r->i < r->to && !strchr(";|", bl_peek(r, r->i)->type))
            r->i++;
        return;
    }
    if (to - from == 1 && bl_token_is(t, BL_WORD_MARK)) {
        r->items->marks |= t->word->marks;
        r->houses_only |= (t->word->marks & BYLINE_MARK_HANDOUT) != 0;
        return;
    }
    if (r->mode == BL_ITEMS_SOURCE && to - from == 1 && !is_month_of_day(r, from) &&
        (bl_is_initials(t, false) || is_second_desk(r, from))) {
        r->items->editors++;
        bl_add_item(r, BL_ITEM_EDITOR, from, to);
        return;
    }
    const bl_token *after = bl_peek(r, to);
    if (after->type == 'w' && bl_token_is(after, BL_WORD_SUFFIX)) {
        r->i++;
        bool took = after->word->role == BYLINE_ROLE_PHOTOGRAPHER;
        bool short_name = to - from == 1 && t->shape & BL_SHAPE_IDEOGRAPH && t->letters >= 2 &&
                          t->letters <= UNSPACED_NAME_MOST;
        /* "例子日报记者 张三": the house, and then the person */
        const bl_token *behind = bl_peek(r, to + 1);
        bool is_house = behind->type == 'w' && behind->shape & BL_SHAPE_IDEOGRAPH &&
                        bl_is_east_asian_name(bl_token_span(r->tokens, to + 1, to + 2), false);
        bool named = took && !is_house && (short_name || bl_name_class(r->tokens, from, to) == BL_NAME_PERSON);
        r->items->suffixes++;
        bl_add_item(r, named ? BL_ITEM_PERSON : BL_ITEM_OTHER, from, to);
        r->items->persons += named;
        r->items->others += !named;
        return;
    }
    take_name(r, from, to);
}

/* Which of several pictures: "(top)", "(links)". */
static bool
is_place_of_picture(const bl_reading *r)
{
    static const char *const places[] = {"top",   "bottom", "above",  "below",  "left", "right", "center",
                                         "centre", "middle", "links",  "rechts", "oben", "unten", "mitte",
                                         "haut",  "bas",    "gauche", "droite"};
    return r->i + 1 < r->to && bl_peek(r, r->i + 1)->type == ')' &&
           bl_span_is_among_nocase(bl_token_span(r->tokens, r->i, r->i + 1), places, BL_COUNT(places));
}

static void
take_punct(bl_reading *r)
{
    const bl_token *t = bl_peek(r, r->i++);
    switch (t->type) {
    case 'c':
        r->items->copyright = true;
        if (is_year(bl_peek(r, r->i)) || (r->i > r->from + 1 && is_year(bl_peek(r, r->i - 2))) ||
            (bl_token_is(bl_peek(r, r->i), BL_WORD_MARK) && is_year(bl_peek(r, r->i + 1))))
            r->items->rights++; /* the footer of a site */
        bl_start_chain(r, r->mode == BL_ITEMS_PHOTO ? BYLINE_ROLE_PHOTOGRAPHER : r->role);
        if (bl_token_is(bl_peek(r, r->i), BL_WORD_MARK) && !bl_peek(r, r->i)->word->marks)
            r->i++; /* "(c) Copyright Jane Roe" */
        break;
    case '.':
        r->separator = '.';
        r->courtesy = false;
        if (r->mode == BL_ITEMS_PHOTO && r->i < r->to)
            bl_start_chain(r, r->role);
        break;
    case '?': r->items->bad++; break;
    case '(':
        r->separator = t->type;
        if (is_place_of_picture(r)) { /* "(top) Jane Roe (below) John Doe" */
            r->i += 2;
            bl_start_chain(r, r->role);
        }
        break;
    default:
        r->separator = t->type;
        if (t->type == ';' || t->type == '+')
            r->named = r->person_named = r->named && r->person_before;
        break;
    }
}

void
bl_read_items(const bl_tokens *tokens, size_t from, size_t to, bl_items_mode mode, bl_items *items)
{
    bl_clear_items(items);
    bl_reading r = {.tokens = tokens, .i = from, .from = from, .to = to, .mode = mode, .items = items};
    r.role = mode == BL_ITEMS_PHOTO ? BYLINE_ROLE_PHOTOGRAPHER : BYLINE_ROLE_AUTHOR;
    while (r.i < to) {
        const bl_token *t = &tokens->at[r.i];
        if (t->type == 'a')
            bl_take_agency(&r);
        else if (t->type != 'w')
            take_punct(&r);
        else if (!bl_take_label(&r) && !bl_take_connector(&r))
            take_words(&r);
    }
    if (mode == BL_ITEMS_PHOTO && to > from + 1 && tokens->at[to - 1].type == ':')
        items->bad++; /* "Episode teaser image:" */
}
