/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Sign-offs, at the end of a paragraph or alone, and source lines. */
#include "base/unicode.h"
#include "grammar/credit_line.h"
#include "grammar/credit_names.h"

/* "ab/cd/ef (AP, AFP, dpa, Reuters, epd, KNA)" has 20 tokens. */
#define SIGNOFF_TOKENS_MOST 40
/* "- dpa/AFP/ab" behind the last sentence. */
#define BARE_TOKENS_MOST 10
/* "Friday, April 28, 2023, 5:30 PM" */
#define DATE_TOKENS_MOST 14
/* Desks sign with "ABC" behind their agency. */
#define CODE_LETTERS_MOST 5
/* A source line names a few houses; longer ones are text. */
#define SOURCE_TOKENS_MOST 60

static bool
accept(bl_found *found, byline_credit_kind kind, size_t from, size_t to, double confidence)
{
    found->kind = kind;
    found->from = from;
    found->to = to;
    found->confidence = confidence;
    return true;
}

static size_t
end_of(const bl_tokens *tokens)
{
    size_t to = tokens->count;
    while (to && (strchr("|;-+", tokens->at[to - 1].type) ||
                  (tokens->at[to - 1].type == 'w' && bl_token_is(&tokens->at[to - 1], BL_WORD_NOISE))))
        to--;
    return to;
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
        if (tokens->at[i].type == 'w')
            start = i;
    }
    return to - start <= DATE_TOKENS_MOST && bl_read_date(bl_token_span(tokens, start, to), &none, &date)
               ? start
               : to;
}

/* Read from..to, its date apart. */
static void
read_source(const bl_tokens *tokens, size_t from, size_t to, bl_items *items)
{
    size_t close = to;
    while (close > from && strchr(").", tokens->at[close - 1].type))
        close--;
    size_t date = trailing_date(tokens, from, close);
    bl_read_items(tokens, from, date < close ? date : to, BL_ITEMS_SOURCE, items);
    if (date < close && items->count < BL_ITEMS_MOST)
        items->at[items->count++] = (bl_item){BL_ITEM_DATE, 0, 0, (uint32_t)date, (uint32_t)close};
}

/* "dpa-infocom, dpa:240516-99-53606/3" */
static void
take_reference(const bl_tokens *tokens, size_t from, size_t to, bl_items *items)
{
    for (size_t i = from + 1; i + 1 < to; i++) {
        if (tokens->at[i].type != ':' || tokens->at[i - 1].type != 'a' ||
            !(tokens->at[i + 1].shape & BL_SHAPE_DIGIT))
            continue;
        size_t end = i + 2;
        while (end < to && (tokens->at[end].type == '/' || tokens->at[end].type == '-' ||
                            tokens->at[end].shape & BL_SHAPE_DIGIT))
            end++;
        bl_read_items(tokens, from, i, BL_ITEMS_SOURCE, items);
        if (items->count < BL_ITEMS_MOST)
            items->at[items->count++] = (bl_item){BL_ITEM_REFERENCE, 0, 0, (uint32_t)i - 1, (uint32_t)end};
        return;
    }
}

/* "(c) dpa-infocom": an agency's own mark, not the site's. */
static bool
copyright_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    if (tokens->at[0].type != 'c' || to > SIGNOFF_TOKENS_MOST)
        return false;
    read_source(tokens, 1, to, &found->items);
    take_reference(tokens, 1, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights || !items->agencies || items->others > 1)
        return false;
    found->items.copyright = true;
    return accept(found, BYLINE_CREDIT_SIGNOFF, 0, to, BL_SURE_AGENCY);
}

/* "The Environmental Protection Agency (EPA)": another house by the same letters. */
static bool
has_long_name(const bl_tokens *tokens, const bl_items *items)
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

/* "Example Network" is a house of that name, "Dow Jones Products" a list of a site: what names an agency
 * alone
 * has marks or words of credits around it. */
static bool
stands_free(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++) {
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

/* Is one of the agencies known by more than an everyday word? */
static bool
is_surely_agency(const bl_tokens *tokens, const bl_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_AGENCY && !(tokens->at[items->at[i].from].shape & BL_SHAPE_EVERYDAY))
            return true;
    return false;
}

/* One that writes texts, not one that sells pictures. */
static bool
writes_texts(const bl_tokens *tokens, const bl_items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_AGENCY &&
            tokens->at[items->at[i].from].agency->kind != BYLINE_AGENCY_STOCK)
            return true;
    return false;
}

/* Two letters stand for many things: which of them name an agency where nothing else says so; "AA" alone, too. */
static bool
is_known_code(const bl_tokens *tokens, const bl_items *items, bool alone)
{
    static const char *const ids[] = {"ap", "tt", "pa"};
    for (size_t k = 0; k < items->count; k++) {
        const bl_token *t = &tokens->at[items->at[k].from];
        if (items->at[k].type != BL_ITEM_AGENCY || t->letters > 2)
            continue;
        bool known = alone && strcmp(t->agency->id, "aa") == 0;
        for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
            known |= strcmp(t->agency->id, ids[i]) == 0;
        if (!known)
            return false;
    }
    return true;
}

/* "... in Example. Photo: Agency": a caption. */
static bool
has_stop_inside(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++)
        if (tokens->at[i].type == '.' && tokens->at[i + 1].type == 'w')
            return true;
    return false;
}

/* Initials need company, or brackets around them and nothing else. */
static bool
is_signoff(const bl_tokens *tokens, size_t from, size_t to, const bl_items *items)
{
    if (items->bad || items->rights || items->contributed || items->others > 2 ||
        (items->labels && has_stop_inside(tokens, from, to)))
        return false;
    if (items->agencies || items->generic)
        return (!items->persons || items->labels) && stands_free(tokens, from, to) &&
               !(tokens->at[to - 1].type == ')' && has_long_name(tokens, items));
    if (!items->editors || items->persons)
        return false;
    return (items->labels && bl_is_initials(&tokens->at[from], false)) ||
           bl_are_initials(tokens, from, to, items);
}

/* The whole line: "rc/jr (AP, AFP, dpa, Reuters)", "SDA/sep", "(kas)". */
static bool
signoff_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    if (to > SIGNOFF_TOKENS_MOST)
        return false;
    read_source(tokens, 0, to, &found->items);
    bl_items *items = &found->items;
    if (!is_signoff(tokens, 0, to, items))
        return false;
    bool bracketed = tokens->at[0].type == '(';
    bool separated = items->count > 1;
    if (!items->agencies && !items->generic && !bracketed && !separated)
        return false; /* one lower-case word */
    if (items->agencies && !bracketed && !items->labels &&
        (!is_surely_agency(tokens, items) || (!items->editors && !writes_texts(tokens, items))))
        return false;
    if (to == 1 && tokens->at[0].type == 'a' && !is_known_code(tokens, items, true))
        return false;
    if (items->editors && tokens->at[to - 1].type == 'w' && bl_token_is(&tokens->at[to - 1], BL_WORD_VIA))
        return false; /* "Follow AP on" */
    if (items->labels || items->vias)
        return items->editors && accept(found, BYLINE_CREDIT_SIGNOFF, 0, to, BL_SURE_AGENCY);
    if (items->editors || bracketed)
        return accept(found, BYLINE_CREDIT_SIGNOFF, 0, to,
                      items->agencies ? BL_SURE_LABELLED : BL_SURE_SHAPE);
    return accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
}

static bool
is_quote(const bl_tokens *tokens, size_t i)
{
    size_t at = tokens->at[i].start;
    uint32_t rune = bl_rune_next(tokens->line, &at);
    return rune == '"' || rune == '\'' || rune == 0xAB || rune == 0xBB ||
           (rune >= 0x2018 && rune <= 0x201F) ||
           (rune >= 0x300C && rune <= 0x300F);
}

static bool
ends_sentence(const bl_tokens *tokens, size_t i)
{
    return i > 0 && (strchr(".?)", tokens->at[i - 1].type) ||
                     (tokens->at[i - 1].type == '"' && is_quote(tokens, i - 1)));
}

/* "... the end. (dpa/gem)" */
static bool
bracketed_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t close = to;
    bool dotted = false;
    while (close && tokens->at[close - 1].type == '.') {
        close--;
        dotted = true;
    }
    if (!close || tokens->at[close - 1].type != ')')
        return false;
    size_t open = bl_opening_of(tokens, close - 1);
    if (open == close - 1 || open == 0 || close - open > SIGNOFF_TOKENS_MOST)
        return false;
    bool fresh = ends_sentence(tokens, open);
    /* "... stimmt am Montag ab (dpa).", not "the Example Agency (EA)." */
    const bl_token *before = &tokens->at[open - 1];
    bool verb = before->type == 'w' && before->shape & BL_SHAPE_ALL_LOWER &&
        !(bl_token_is(before, BL_WORD_ORG) && before->letters > 3);
    verb |= tokens->at[open + 1].type == 'a' && tokens->at[open + 1].shape & BL_SHAPE_ALL_LOWER;
    if (!fresh && ((dotted && !verb) || before->type != 'w'))
        return false;
    read_source(tokens, open, close, &found->items);
    bl_items *items = &found->items;
    if (items->roles || items->labels) { /* "... the end. (Reporting by X)" */
        bl_read_items(tokens, open, close, BL_ITEMS_CONTRIBUTION, items);
        return fresh && !items->bad && items->roles && items->persons &&
               accept(found, BYLINE_CREDIT_CONTRIBUTION, open, close, BL_SURE_AGENCY);
    }
    if (!is_signoff(tokens, open, close, items) || items->persons)
        return false;
    if (!fresh && !(items->agencies && (items->editors || (dotted && verb && writes_texts(tokens, items)))))
        return false;
    return accept(found, BYLINE_CREDIT_SIGNOFF, open, to, items->agencies ? BL_SURE_LABELLED : BL_SURE_SHAPE);
}

/* "... the end. dpa/ab", "... the end. - AFP": agencies and initials, no brackets. */
static bool
bare_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to;
    while (from && to - from < BARE_TOKENS_MOST && !strchr(".?\")", tokens->at[from - 1].type))
        from--;
    if (!from || from == to || to - from >= BARE_TOKENS_MOST)
        return false;
    size_t codes = to; /* "... the end. PTI ABC DEF" */
    while (codes > from + 1 && tokens->at[codes - 1].type == 'w' && !tokens->at[codes - 1].word &&
           tokens->at[codes - 1].shape & BL_SHAPE_CAPITALS &&
               tokens->at[codes - 1].letters <= CODE_LETTERS_MOST)
        codes--;
    size_t all = to;
    if (codes == from + 1 && tokens->at[from].type == 'a')
        to = codes;
    read_source(tokens, from, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->others || items->persons || items->labels || items->vias || items->staff ||
        !items->agencies || !is_surely_agency(tokens, items) || !writes_texts(tokens, items) ||
        !ends_sentence(tokens, from))
        return false;
    size_t start = from;
    while (strchr("-/|", tokens->at[start].type))
        start++;
    /* words side by side are a sentence, names in small letters could be words of one */
    for (size_t i = start; i < to; i++)
        if (i + 1 < to && strchr("wa", tokens->at[i].type) && strchr("wa", tokens->at[i + 1].type))
            return false;
    return accept(found, BYLINE_CREDIT_SIGNOFF, from, all, BL_SURE_AGENCY);
}

/* "... the end.(c)AFP/Jane ROE" */
static bool
copyright_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    for (size_t i = to; i-- > 1 && to - i < 12;) {
        if (tokens->at[i].type != 'c' || i + 1 >= to || tokens->at[i + 1].type != 'a' ||
            !ends_sentence(tokens, i))
            continue;
        bl_read_items(tokens, i, to, BL_ITEMS_PHOTO, &found->items);
        for (size_t k = 0; k < found->items.count; k++)
            found->items.at[k].role = BYLINE_ROLE_REPORTER;
        return !found->items.bad && !found->items.rights &&
               accept(found, BYLINE_CREDIT_SIGNOFF, i, to, BL_SURE_AGENCY);
    }
    return false;
}

/* "Quelle: dpa", "By Associated Press", "Von Jane Roe, dpa". */
static bool
source_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t first = tokens->at[0].type == '(' || tokens->at[0].type == '-' ? 1 : 0;
    if (first >= to || to > SOURCE_TOKENS_MOST)
        return false;
    uint8_t role;
    bool weak;
    const bl_token *head = &tokens->at[first];
    size_t label = bl_label_at(tokens, first, to, BL_ITEMS_SOURCE, &role, &weak);
    if (!label || bl_token_is(head, BL_WORD_ROLE) || first + label >= to)
        return false;
    if (bl_token_is(head, BL_WORD_PHOTO) && !weak) {
        bl_read_items(tokens, first, to, BL_ITEMS_PHOTO, &found->items);
        bool names = found->items.agencies || found->items.persons || found->items.others;
        return !found->items.bad && !found->items.rights && names &&
               accept(found, BYLINE_CREDIT_PHOTO, 0, to, BL_SURE_LABELLED);
    }
    read_source(tokens, first, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights)
        return false;
    if (weak && !(bl_token_is(head, BL_WORD_BY) && (items->agencies || items->generic)))
        return false;
    return (items->count || items->generic) &&
           accept(found, BYLINE_CREDIT_SOURCE, 0, to, weak ? BL_SURE_AGENCY : BL_SURE_LABELLED);
}

/* "Fotograf, AA tarafindan ...", "Deutsche Presse-Agentur (dpa)", "AP - 16/05/2020", "AFP, MANILA". */
static bool
bare_agency_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t first = 0;
    while (first < to && strchr("-(|", tokens->at[first].type))
        first++;
    if (first >= to || to > SOURCE_TOKENS_MOST)
        return false;
    read_source(tokens, first, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights || !(items->agencies || items->generic) || items->contributed)
        return false;
    if (tokens->at[to - 1].type == ')' && has_long_name(tokens, items))
        return false;
    if (items->labels && has_stop_inside(tokens, first, to))
        return false;
    if (!stands_free(tokens, first, to) ||
        (!items->labels && !items->generic && !is_surely_agency(tokens, items)))
        return false;
    if (!items->persons && !items->labels && items->agencies && !writes_texts(tokens, items))
        return false;
    if (!items->labels && items->agencies == 1 && !is_known_code(tokens, items, to - first == 1))
        return false;
    bool byline =
        items->persons == 1 && items->agencies == 1 && to - first <= 6 && tokens->at[to - 1].type == 'a';
    if (tokens->at[first].type != 'a' && !(items->others <= 1 && !items->persons) && !items->labels &&
        !byline)
        return false;
    /* a name behind the agency without a mark between them is a product: "AFP Toys" */
    for (size_t i = first; i + 1 < to; i++)
        if (tokens->at[i].type == 'a' && tokens->at[i + 1].type == 'w' && !tokens->at[i + 1].word)
            return false;
    return accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
}

/* "This text was taken over automatically from the Deutsche Presse-Agentur (dpa)." */
static bool
provenance_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    bool said = false;
    if (to > SOURCE_TOKENS_MOST)
        return false;
    found->items = (bl_items){.count = 0};
    for (size_t i = 0; i < to; i++) {
        const bl_token *t = &tokens->at[i];
        said |= t->type == 'w' && bl_token_is(t, BL_WORD_PROVENANCE);
        bool seen = false;
        for (size_t k = 0; k < found->items.count; k++)
            seen |= tokens->at[found->items.at[k].from].agency == t->agency;
        if (t->type == 'a' && !seen && found->items.count < BL_ITEMS_MOST) {
            found->items.at[found->items.count++] =
                (bl_item){BL_ITEM_AGENCY, 0, BYLINE_RELATION_SOURCE, (uint32_t)i, (uint32_t)i + 1};
            found->items.agencies++;
        }
    }
    return said && found->items.agencies && accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
}

bool
bl_find_signoff(const bl_tokens *tokens, bool whole, bl_found *found)
{
    size_t to = end_of(tokens);
    if (!to)
        return false;
    if (whole && (copyright_line(tokens, to, found) || source_line(tokens, to, found) ||
                  signoff_line(tokens, to, found) || bare_agency_line(tokens, to, found) ||
                  provenance_line(tokens, to, found)))
        return true;
    return bracketed_tail(tokens, to, found) || copyright_tail(tokens, to, found) ||
           bare_tail(tokens, to, found);
}
