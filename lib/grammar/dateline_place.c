/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/builder.h"
#include "base/unicode.h"
#include "grammar/dateline.h"

/* "Frankfurt am Main / Berlin / Hamburg, Germany": more is a sentence. */
#define PLACE_TOKENS_MOST 14
#define PLACE_RUN_MOST 5

#define SURE_KNOWN BL_PLACE_KNOWN
#define SURE_SHAPE BL_PLACE_SHAPE
#define SURE_NOT (-1.0)

/* How names of places end, in capitals too: rare among the words that run-in heads are made of. */
#define E BL_SPAN_CONSTANT
static const bl_span endings[] = {
    E("dorf"), E("feld"), E("berg"), E("burg"), E("heim"), E("stadt"), E("hausen"), E("hofen"),
    E("ingen"), E("bach"), E("furt"), E("wald"), E("kirchen"), E("brück"), E("brücken"), E("hafen"),
    E("münde"), E("rode"), E("leben"), E("stedt"), E("büttel"), E("walde"), E("thal"), E("tal"),
    E("stein"), E("ach"), E("itz"), E("ville"), E("ton"), E("ham"), E("wick"), E("ford"), E("bury"),
    E("mouth"), E("borough"), E("shire"), E("field"), E("land"), E("port"), E("polis"), E("grad"),
    E("gorod"), E("gorsk"), E("insk"), E("pur"), E("pore"), E("abad"), E("ganj"), E("nagar"),
    E("shahr"), E("stan"), E("owo"), E("ów"), E("ice"), E("any"), E("ovo"), E("evo"), E("ovac"),
    E("vaara"), E("niemi"), E("joki"), E("lahti"), E("köping"), E("borg"), E("stad"), E("sund"),
    E("vik"), E("havn"), E("hamn"), E("drecht"), E("dijk"), E("dam"), E("hoven"), E("beek"), E("kerk"),
    E("hem"), E("briga"), E("polje"), E("pest"), E("város"), E("háza"), E("chester"), E("cester"),
    E("minster"), E("haven"), E("wood"), E("brook"), E("dale"), E("crest"), E("view"), E("springs"),
    E("beach"), E("city"), E("rapids"), E("falls"), E("hills"),
};
#undef E

static bool
ends_as_place(bl_span word)
{
    return bl_span_ends_in(word, endings, BL_COUNT(endings), 3);
}

static bool
is_place_word(const bl_token *t, bool first)
{
    if (t->type == 'a')
        return false;
    if (t->shape & BL_SHAPE_DOTTED && !(t->shape & BL_SHAPE_INITIAL) && !t->word)
        return false;
    if (t->type != 'w' || t->shape & (BL_SHAPE_DIGIT | BL_SHAPE_HANDLE) || bl_token_is(t, BL_WORD_ROLE))
        return false;
    if (t->shape & BL_SHAPE_UNCASED && !first && bl_token_is(t, BL_WORD_STOP) && !bl_token_is(t, BL_WORD_PARTICLE))
        return false;
    if (t->shape & (BL_SHAPE_UPPER | BL_SHAPE_UNCASED))
        return !(first && bl_token_is(t, BL_WORD_STOP) &&
                 !bl_token_is(t, BL_WORD_CITY | BL_WORD_PLACE_HEAD | BL_WORD_PARTICLE | BL_WORD_ORG));
    return !first && bl_token_is(t, BL_WORD_PARTICLE | BL_WORD_IN | BL_WORD_OF | BL_WORD_STOP) &&
           t->letters <= 4;
}

/* One run of words from token i: how many. */
static size_t
place_run(const bl_tokens *tokens, size_t i)
{
    size_t end = i;
    while (end < tokens->count && end - i < PLACE_RUN_MOST && is_place_word(&tokens->at[end], end == i))
        end++;
    while (end > i && tokens->at[end - 1].shape & BL_SHAPE_LOWER)
        end--;
    return end - i;
}

/* "(Bali)", "[Indonesia]": a bracket that holds a place and no source. */
static size_t
place_bracket(const bl_tokens *tokens, size_t i)
{
    if (i + 3 >= tokens->count || tokens->at[i].type != '(')
        return 0;
    size_t run = place_run(tokens, i + 1);
    if (!run || i + run + 2 >= tokens->count || tokens->at[i + run + 1].type != ')')
        return 0;
    char next = tokens->at[i + run + 2].type;
    return next == '(' || next == ',' ? run + 2 : 0;
}

static void
judge(bl_dateline_reader *r, size_t from, size_t first_to, size_t to)
{
    const bl_tokens *tokens = &r->tokens;
    size_t words = 0, capitals = 0;
    bool known = false, shaped = false, article = false, uncased = false, dated = false;
    for (size_t i = from; i < first_to; i++) {
        const bl_token *t = &tokens->at[i];
        if (t->type != 'w')
            continue;
        words++;
        capitals += (t->shape & (BL_SHAPE_CAPITALS | BL_SHAPE_INITIAL)) != 0 || t->shape & BL_SHAPE_UNCASED ||
                    (t->letters <= 2 && t->shape & BL_SHAPE_UPPER);
        known |= bl_token_is(t, BL_WORD_CITY);
        article |= bl_token_is(t, BL_WORD_STOP) &&
                   !bl_token_is(t, BL_WORD_PLACE_HEAD | BL_WORD_PARTICLE | BL_WORD_CITY);
        article |= t->shape & BL_SHAPE_CAPITALS && bl_is_acronym(bl_token_span(tokens, i, i + 1));
        uncased |= (t->shape & BL_SHAPE_UNCASED) != 0;
        dated |= bl_token_is(t, BL_WORD_DATE) && !bl_token_is(t, BL_WORD_CITY);
        shaped |= ends_as_place(bl_token_span(tokens, i, i + 1)) ||
                  (i == from && first_to - from > 1 && bl_token_is(t, BL_WORD_PLACE_HEAD));
    }
    bool region = false;
    for (size_t i = first_to; i < to; i++)
        region |= bl_token_is(&tokens->at[i], BL_WORD_REGION | BL_WORD_CITY);
    r->place_capitals = capitals == words;
    known = known && words <= 3;
    r->place_known = known || region;
    r->place_exact = r->place_known;
    for (size_t i = from; i < to; i++)
        r->place_exact &= tokens->at[i].type != 'w' || bl_token_is(&tokens->at[i], BL_WORD_REGION | BL_WORD_CITY) ||
                          (region && i < first_to);
    article |= (uncased && !known) || dated;
    r->place_sure = 0;
    bool is_whole = known && to - from == words; /* "Berlin", "Ho Chi Minh City" and no more */
    if (!r->place_capitals && !uncased && ((known && region) || (is_whole && words <= 2)))
        r->place_sure = SURE_SHAPE; /* "Beirut, Lebanon", "Berlin" */
    else if (r->place_capitals && (known || region))
        r->place_sure = SURE_KNOWN;
    else if (r->place_capitals && shaped && words <= 3 && !article)
        r->place_sure = SURE_SHAPE;
    else if (article)
        r->place_sure = SURE_NOT;
}

size_t
bl_dateline_place(bl_dateline_reader *r, size_t i)
{
    const bl_tokens *tokens = &r->tokens;
    size_t from = i, run = place_run(tokens, i), first_to = i + run;
    bool month = run == 1 && bl_token_is(&tokens->at[i], BL_WORD_DATE) && i + 1 < tokens->count &&
                 tokens->at[i + 1].shape & BL_SHAPE_DIGIT;
    if (!run || month)
        return 0;
    i += run;
    while (i < tokens->count && i - from < PLACE_TOKENS_MOST) {
        size_t bracket = place_bracket(tokens, i);
        if (bracket) {
            i += bracket;
            continue;
        }
        char type = tokens->at[i].type;
        if (type != '/' && type != ',')
            break;
        run = place_run(tokens, i + 1);
        /* a month behind the comma is the date */
        if (!run || bl_token_is(&tokens->at[i + 1], BL_WORD_DATE))
            break;
        i += run + 1;
        if (type == '/')
            first_to = i;
    }
    if (i - from >= PLACE_TOKENS_MOST)
        return 0;
    r->place_from = from;
    r->place_to = i;
    judge(r, from, first_to, i);
    return i - from;
}

static bool
stays_small(bl_span word)
{
    static const char *const small[] = {"DE",   "DO",  "DA",   "DOS", "DAS", "DEL", "DI",  "DU",
                                        "DES",  "ES",  "AM",   "AN",  "DER", "IM",  "OB",  "UND",
                                        "UPON", "SUR", "SOUS", "EN",  "LES", "OF",  "AND", "BEI",
                                        "SUL",  "Y",   "AUX",  "NAD", "VAN", "DEN"};
    return bl_span_is_among(word, small, BL_COUNT(small));
}

static void
add_title_case(bl_builder *b, bl_span word)
{
    bool start = true;
    for (size_t at = 0; at < word.n;) {
        uint32_t rune = bl_rune_next(word, &at);
        bl_builder_add_rune(b, start ? rune : bl_rune_lower(rune));
        start = rune == '-' || rune == '/' || (rune == '\'' && at < 4);
    }
}

const char *
bl_dateline_place_text(bl_span printed, bl_arena *arena)
{
    bl_builder b = bl_builder_in(arena);
    bool behind_comma = false;
    for (size_t at = 0; at < printed.n;) {
        size_t end = at, letters = 0, lower = 0;
        while (end < printed.n) {
            size_t next = end;
            uint32_t rune = bl_rune_next(printed, &next);
            if (!bl_rune_is_letter(rune) && rune != '-' && rune != '.' && rune != '\'')
                break;
            letters += bl_rune_is_letter(rune);
            lower += bl_rune_is_lower(rune);
            end = next;
        }
        bl_span word = {printed.p + at, end - at};
        bool abbreviated = bl_span_find_char(word, '.', 0) + 1 < word.n && word.n; /* "N.M." */
        if (end == at) {
            behind_comma |= printed.p[at] == ',';
            bl_rune_next(printed, &end);
            bl_builder_add(&b, bl_span_from(printed.p + at, end - at));
        } else if (lower || letters < 2 || (abbreviated && bl_span_find_char(word, '.', 0) != BL_NOT_FOUND) ||
                   (behind_comma && letters < 3)) {
            bl_builder_add(&b, word);
        } else if (at && !behind_comma && stays_small(word)) {
            for (size_t k = 0; k < word.n; k++)
                bl_builder_add_char(&b, bl_lower(word.p[k]));
        } else {
            add_title_case(&b, word);
        }
        at = end;
    }
    return bl_builder_text(&b);
}
