/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Sign-offs, at the end of a paragraph or alone. */
#include "base/unicode.h"
#include "grammar/credit_signoff.h"

/* "ab/cd/ef (AP, AFP, dpa, Reuters, epd, KNA)" has 20 tokens. */
#define SIGNOFF_TOKENS_MOST 40
/* "- dpa/AFP/ab" behind the last sentence. */
#define BARE_TOKENS_MOST 10
/* Desks sign with "ABC" behind their agency. */
#define CODE_LETTERS_MOST 5
/* In a line of its own; "FACT CHECK" is a heading. */
#define LINE_CODE_LETTERS_MOST 3

static size_t
end_of(const bl_tokens *tokens)
{
    size_t to = tokens->count;
    while (to && (strchr("|;-+", tokens->at[to - 1].type) ||
                  (tokens->at[to - 1].type == 'w' && bl_token_is(&tokens->at[to - 1], BL_WORD_NOISE))))
        to--;
    return to;
}

/* Initials need company, or brackets around them and nothing else. */
static bool
is_signoff(const bl_tokens *tokens, size_t from, size_t to, const bl_items *items)
{
    if (items->bad || items->rights || items->contributed || items->others > 2 ||
        (items->labels && bl_signoff_has_stop_inside(tokens, from, to)))
        return false;
    if (items->agencies || items->generic)
        return (!items->persons || items->labels) && bl_signoff_stands_free(tokens, from, to) &&
               !(tokens->at[to - 1].type == ')' && bl_signoff_has_long_name(tokens, items));
    if (!items->editors || items->persons)
        return false;
    return (items->labels && bl_is_initials(&tokens->at[from], false)) ||
           bl_are_initials(tokens, from, to, items);
}

/* "PTI ABC DE FGH": an agency, and the codes of two desks at least. */
static bool
desk_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    if (to < 3 || to > BARE_TOKENS_MOST || tokens->at[0].type != 'a')
        return false;
    for (size_t i = 1; i < to; i++)
        if (tokens->at[i].type != 'w' || !(tokens->at[i].shape & BL_SHAPE_CAPITALS) ||
            (tokens->at[i].word && !bl_token_is(&tokens->at[i], BL_WORD_REGION)) ||
            tokens->at[i].letters < 2 || tokens->at[i].letters > LINE_CODE_LETTERS_MOST)
            return false;
    bl_signoff_read_source(tokens, 0, 1, &found->items);
    return bl_signoff_is_surely_agency(tokens, &found->items) && bl_signoff_writes_texts(tokens, &found->items) &&
           bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, 0, to, BL_SURE_AGENCY);
}

/* The whole line: "rc/jr (AP, AFP, dpa, Reuters)", "SDA/sep", "(kas)". */
static bool
signoff_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    if (to > SIGNOFF_TOKENS_MOST)
        return false;
    if (desk_line(tokens, to, found))
        return true;
    bl_signoff_read_source(tokens, 0, to, &found->items);
    bl_items *items = &found->items;
    if (!is_signoff(tokens, 0, to, items))
        return false;
    bool bracketed = tokens->at[0].type == '(';
    bool separated = items->count > 1;
    if (!items->agencies && !items->generic && !bracketed && !separated)
        return false; /* one lower-case word */
    if (items->agencies && !bracketed && !items->labels &&
        (!bl_signoff_is_surely_agency(tokens, items) || (!items->editors && !bl_signoff_writes_texts(tokens, items))))
        return false;
    if (to == 1 && tokens->at[0].type == 'a' && !bl_signoff_is_known_code(tokens, items, true))
        return false;
    if (items->editors && tokens->at[to - 1].type == 'w' && bl_token_is(&tokens->at[to - 1], BL_WORD_VIA))
        return false; /* "Follow AP on" */
    if (items->labels || items->vias)
        return items->editors && bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, 0, to, BL_SURE_AGENCY);
    if (items->editors || bracketed)
        return bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, 0, to,
                      items->agencies ? BL_SURE_LABELLED : BL_SURE_SHAPE);
    return bl_signoff_accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
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

/* "... the end. (dpa/gem)", "... the end. (EFE) ab/cd" */
static bool
bracketed_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t close = bl_signoff_desk_start(tokens, to);
    bool dotted = false, desk = close < to;
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
    bl_signoff_read_source(tokens, open, desk ? to : close, &found->items);
    bl_items *items = &found->items;
    if (fresh && bl_token_is(&tokens->at[open + 1], BL_WORD_FROM)) { /* "... the end. (mit Material von dpa)" */
        bl_read_items(tokens, open, close, BL_ITEMS_CONTRIBUTION, items);
        return !items->bad && items->agencies && !items->others &&
               bl_signoff_accept(found, BYLINE_CREDIT_CONTRIBUTION, open, close, BL_SURE_AGENCY);
    }
    if (items->roles || items->labels) { /* "... the end. (Reporting by X)" */
        bl_read_items(tokens, open, close, BL_ITEMS_CONTRIBUTION, items);
        return fresh && !items->bad && items->roles && items->persons &&
               bl_signoff_accept(found, BYLINE_CREDIT_CONTRIBUTION, open, close, BL_SURE_AGENCY);
    }
    if (!is_signoff(tokens, open, close, items) || items->persons)
        return false;
    bool sure = items->editors || (dotted && verb && bl_signoff_writes_texts(tokens, items));
    if (!fresh && !(items->agencies && sure))
        return false;
    return bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, open, to,
                             items->agencies ? BL_SURE_LABELLED : BL_SURE_SHAPE);
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
    bl_signoff_read_source(tokens, from, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->others || items->persons || items->labels || items->vias || items->staff ||
        !items->agencies || !bl_signoff_is_surely_agency(tokens, items) || !bl_signoff_writes_texts(tokens, items) ||
        !ends_sentence(tokens, from))
        return false;
    size_t start = from;
    while (strchr("-/|", tokens->at[start].type))
        start++;
    /* words side by side are a sentence, names in small letters could be words of one */
    for (size_t i = start, desk = bl_signoff_desk_start(tokens, to); i + 1 < desk; i++)
        if (i + 1 < to && strchr("wa", tokens->at[i].type) && strchr("wa", tokens->at[i + 1].type))
            return false;
    return bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, from, all, BL_SURE_AGENCY);
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
               bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, i, to, BL_SURE_AGENCY);
    }
    return false;
}

bool
bl_find_signoff(const bl_tokens *tokens, bool whole, bl_found *found)
{
    size_t to = end_of(tokens);
    if (!to)
        return false;
    if (whole && (bl_source_labelled(tokens, to, found) || signoff_line(tokens, to, found) ||
                  bl_source_bare(tokens, to, found)))
        return true;
    return bracketed_tail(tokens, to, found) || copyright_tail(tokens, to, found) ||
           bare_tail(tokens, to, found);
}
