/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What a run of tokens must have, or must not, to be a sign-off or a source line. */
#include "base/unicode.h"
#include "grammar/credit_names.h"
#include "grammar/credit_signoff.h"

/* "Friday, April 28, 2023, 5:30 PM" */
#define DATE_TOKENS_MOST 14

/* A day, a month, a number, a little word between them: "7 de mayo". */
static bool
may_be_of_date(const bl_token *t)
{
    return t->shape & BL_SHAPE_DIGIT || bl_token_is(t, BL_WORD_DATE) || !(t->shape & BL_SHAPE_ALL_LOWER) ||
           (t->letters < 3 && t->word);
}

/* A date at the end of a credit: "(KNA 19.11.21)", "AP - 16/05/2020, 12:36 PM". Gives its first token. */
static size_t
trailing_date(const bl_tokens *tokens, size_t from, size_t to)
{
    size_t last = to, first_digit = to;
    while (last > from && tokens->at[last - 1].type != 'w')
        last--;
    for (size_t i = to; i-- > from + 1;) {
        if (tokens->at[i].type == 'a')
            break;
        if (tokens->at[i].type == 'w' && tokens->at[i].shape & BL_SHAPE_DIGIT)
            first_digit = i;
    }
    if (first_digit == to)
        return to;
    size_t start = first_digit;
    bl_line_context none = {0};
    byline_date date;
    for (size_t i = first_digit; i-- > from + 1 && first_digit - i < 5;) {
        if (tokens->at[i].type == 'a' || strchr("/|-(", tokens->at[i].type))
            break;
        if (tokens->at[i].type == 'w' && !may_be_of_date(&tokens->at[i]))
            break; /* "(APA, red, 7.5.2024)" */
        if (tokens->at[i].type == 'w')
            start = i;
    }
    return to - start <= DATE_TOKENS_MOST && bl_read_date(bl_token_span(tokens, start, to), &none, &date)
               ? start
               : to;
}

void
bl_signoff_read_source(const bl_tokens *tokens, size_t from, size_t to, bl_items *items)
{
    size_t close = to;
    while (close > from && strchr(").", tokens->at[close - 1].type))
        close--;
    size_t date = trailing_date(tokens, from, close);
    bl_read_items(tokens, from, date < close ? date : to, BL_ITEMS_SOURCE, items);
    if (date < close && items->count < BL_ITEMS_MOST)
        items->at[items->count++] = (bl_item){BL_ITEM_DATE, 0, 0, (uint32_t)date, (uint32_t)close};
}

bool
bl_signoff_has_long_name(const bl_tokens *tokens, const bl_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_OTHER && items->at[i].to - items->at[i].from > 1 &&
            tokens->at[items->at[i].to].type == '(')
            return true;
    return false;
}

/* Words that may stand right beside an agency's name, without a mark between them. */
static bool
may_stand_beside(const bl_token *t)
{
    const uint32_t any = BL_WORD_WITH | BL_WORD_STAFF | BL_WORD_DATE | BL_WORD_GENERIC | BL_WORD_MARK |
                         BL_WORD_SUFFIX | BL_WORD_BY | BL_WORD_SOURCE | BL_WORD_PHOTO | BL_WORD_FROM |
                         BL_WORD_CITY | BL_WORD_PROVENANCE | BL_WORD_COURTESY | BL_WORD_NOISE;
    const uint32_t small = BL_WORD_AND | BL_WORD_IN | BL_WORD_OF | BL_WORD_OUTLET | BL_WORD_VIA | BL_WORD_FOR;
    if (t->shape & BL_SHAPE_DIGIT || bl_token_is(t, any))
        return true;
    return bl_token_is(t, small) && t->shape & (BL_SHAPE_LOWER | BL_SHAPE_UNCASED);
}

size_t
bl_signoff_desk_start(const bl_tokens *tokens, size_t to)
{
    size_t from = to;
    bool slash = false, strict = false;
    while (from && (tokens->at[from - 1].type == '/' || bl_is_initials(&tokens->at[from - 1], false))) {
        slash |= tokens->at[--from].type == '/';
        strict |= bl_is_initials(&tokens->at[from], true);
    }
    if (from < 1 || from == to || !slash || !strict || tokens->at[from].type != 'w')
        return to;
    bool bracket = from > 2 && tokens->at[from - 1].type == ')' && tokens->at[from - 2].type == 'a';
    return bracket || tokens->at[from - 1].type == 'a' ? from : to;
}

/* Two to four words with capitals right before token i: "Jane Roe AP". */
static bool
has_name_before(const bl_tokens *tokens, size_t from, size_t i)
{
    size_t words = 0;
    while (i - words > from && tokens->at[i - words - 1].type == 'w' &&
           !may_stand_beside(&tokens->at[i - words - 1]))
        words++;
    return words >= 2 && words <= 4 && bl_name_class(tokens, i - words, i) == BL_NAME_PERSON;
}

bool
bl_signoff_stands_free(const bl_tokens *tokens, size_t from, size_t to)
{
    size_t desk = bl_signoff_desk_start(tokens, to);
    for (size_t i = from; i + 1 < to && i + 1 < desk; i++) {
        const bl_token *t = &tokens->at[i], *next = &tokens->at[i + 1];
        bool left = t->type == 'a' || (t->type == 'w' && bl_token_is(t, BL_WORD_GENERIC)),
             right = next->type == 'a' || (next->type == 'w' && bl_token_is(next, BL_WORD_GENERIC));
        if (left && next->type == 'w' && !right && !may_stand_beside(next))
            return false;
        if (right && t->type == 'w' && !left && !may_stand_beside(t) && !has_name_before(tokens, from, i + 1))
            return false;
    }
    return true;
}

bool
bl_signoff_is_surely_agency(const bl_tokens *tokens, const bl_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_AGENCY && !(tokens->at[items->at[i].from].shape & BL_SHAPE_EVERYDAY))
            return true;
    return false;
}

bool
bl_signoff_writes_texts(const bl_tokens *tokens, const bl_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_AGENCY &&
            tokens->at[items->at[i].from].agency->kind != BYLINE_AGENCY_STOCK)
            return true;
    return false;
}

bool
bl_signoff_is_known_code(const bl_tokens *tokens, const bl_items *items, bool alone)
{
    static const char *const ids[] = {"ap", "tt", "pa"};
    for (size_t k = 0; k < items->count; k++) {
        const bl_token *t = &tokens->at[items->at[k].from];
        if (items->at[k].type != BL_ITEM_AGENCY || t->letters > 2)
            continue;
        bool known = alone && strcmp(t->agency->id, "aa") == 0;
        for (size_t i = 0; i < BL_COUNT(ids); i++)
            known |= strcmp(t->agency->id, ids[i]) == 0;
        if (!known)
            return false;
    }
    return true;
}

bool
bl_signoff_has_stop_inside(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++)
        if (tokens->at[i].type == '.' && tokens->at[i + 1].type == 'w')
            return true;
    return false;
}
