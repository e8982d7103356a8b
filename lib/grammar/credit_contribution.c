/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* "Reporting by X in Y; Editing by Z", "X and Y contributed to this report", "with inputs from PTI". */
#include "grammar/credit_line.h"
#include "grammar/credit_names.h"

/* Lists of twenty names are seen; no line is longer than this. */
#define TOKENS_MOST 400
/* A sentence that says who reported from where; longer ones are text. */
#define REPORTED_TOKENS_MOST 60
/* "West Example, N.Y., United States" */
#define PLACE_TOKENS_MOST 8
/* "This report was first published in a longer form by Example Press, based on reporting by ..." */
#define ROLE_TOKENS_AHEAD 14
/* Behind the word for the piece little follows: "... contributed to this report from London." */
#define CLOSING_TOKENS_MOST 12
/* Behind "contributed" alone, and between "contributed to this" and the word for the piece. */
#define CONTRIBUTED_TOKENS_MOST 16
#define PIECE_TOKENS_AHEAD 6
/* A sentence that says where the text came from; longer ones are text. */
#define REPUBLISHED_TOKENS_MOST 40

static bool
accept(bl_found *found, size_t to, double confidence)
{
    found->kind = BYLINE_CREDIT_CONTRIBUTION;
    found->from = 0;
    found->to = to;
    found->confidence = confidence;
    return true;
}

static size_t
first_word(const bl_tokens *tokens)
{
    size_t i = 0;
    while (i < tokens->count && strchr("(-\"|/.c", tokens->at[i].type))
        i++;
    return i;
}

static bool
has_people(const bl_items *items)
{
    return items->persons + items->agencies + items->others + items->editors > 0 || items->generic;
}

/* Another name than that of a house or of one word. */
static bool
names_somebody(const bl_items *items)
{
    return items->persons + items->agencies + items->editors + items->houses > 0 || items->generic;
}

static bool
has_colon(const bl_tokens *tokens, size_t first)
{
    for (size_t i = first; i < tokens->count && i < first + 4; i++)
        if (tokens->at[i].type == ':')
            return true;
    return false;
}

/* "Reporting by", "Additional reporting:", "With files from" at the head of the line. */
static bool
begins_with_role(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (t->type != 'w')
        return false;
    if (bl_token_is(t, BL_WORD_FROM))
        return true;
    if (!bl_token_is(t, BL_WORD_ROLE))
        return false;
    uint8_t role;
    bool weak;
    return bl_label_at(tokens, i, tokens->count, BL_ITEMS_CONTRIBUTION, &role, &weak) && !weak;
}

/* "This report was based on original reporting by X": a role phrase behind a word for the piece itself. */
bool
bl_speaks_of_itself(const bl_tokens *tokens, size_t i)
{
    static const char *const heads[] = {"this", "dieser", "diese", "der",   "este",
                                        "esta", "cet",    "cette", "questo"};
    if (i >= tokens->count)
        return false;
    bl_span head = bl_token_span(tokens, i, i + 1);
    return bl_span_is_among_nocase(head, heads, BL_COUNT(heads));
}

static bool
role_in_sentence(const bl_tokens *tokens, size_t first, bl_found *found)
{
    if (!bl_speaks_of_itself(tokens, first) || tokens->count > REPORTED_TOKENS_MOST)
        return false;
    for (size_t i = first + 1; i < tokens->count && i < first + ROLE_TOKENS_AHEAD; i++) {
        if (!begins_with_role(tokens, i))
            continue;
        bl_read_items(tokens, i, tokens->count, BL_ITEMS_CONTRIBUTION, &found->items);
        if (found->items.bad || !found->items.roles || !(found->items.persons || found->items.agencies))
            continue;
        for (size_t k = first + 1; k < i && found->items.count < BL_ITEMS_MOST; k++)
            if (tokens->at[k].type == 'a') /* "This report by Agency was first published ..." */
                found->items.at[found->items.count++] =
                    (bl_item){BL_ITEM_AGENCY, 0, BYLINE_RELATION_SOURCE, (uint32_t)k, (uint32_t)k + 1};
        return accept(found, tokens->count, BL_SURE_SHAPE);
    }
    return false;
}

/* What may follow "contributed to": "this report", "this story", not "the growth". */
static bool
contributes_to_piece(const bl_tokens *tokens, size_t i)
{
    static const char *const pieces[] = {
        "report",     "story",   "article",       "guide",    "piece",   "reporting", "coverage", "post",
        "column",     "review",  "analysis",      "dispatch", "episode", "project",   "research", "file",
        "newsletter", "list",    "investigation", "profile",  "feature", "research",  "live",     "blog",
        "update",     "updates", "copy",          "account",  "series"};
    bl_span phrase = bl_token_span(tokens, i, i + 1);
    bool open = bl_span_ends_nocase(phrase, BL_SPAN(" to")) ||
                bl_span_ends_nocase(phrase, BL_SPAN(" this")) ||
                bl_span_ends_nocase(phrase, BL_SPAN(" the")) || bl_span_ends_nocase(phrase, BL_SPAN(" our"));
    if (!open)
        return tokens->count - i < CONTRIBUTED_TOKENS_MOST;
    for (size_t k = i + 1; k < tokens->count && k < i + PIECE_TOKENS_AHEAD; k++) {
        bl_span word = bl_token_span(tokens, k, k + 1);
        if (bl_span_starts_among_nocase(word, pieces, BL_COUNT(pieces)))
            return tokens->count - k < CLOSING_TOKENS_MOST;
    }
    return false;
}

/* "CNN's", "The Example Times'": the house of those who follow. */
static size_t
possessive_end(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < from + 6; i++) {
        const bl_token *t = &tokens->at[i];
        if (t->type != 'w' && t->type != 'a' && t->type != '"')
            break;
        bl_span printed = bl_token_span(tokens, i, i + 1);
        if (bl_span_ends(printed, BL_SPAN("'s")) || bl_span_ends(printed, BL_SPAN("\xE2\x80\x99s")))
            return i + 1;
        if (t->type == '"' && i > from)
            return i + 1;
        if (t->type == 'a' && i + 2 < to && tokens->at[i + 1].type == '"')
            return i + (bl_span_equal(bl_token_span(tokens, i + 2, i + 3), BL_SPAN("s")) ? 3 : 2);
    }
    return from;
}

static bool
is_small_word(const bl_tokens *tokens, size_t i, const char *word)
{
    return i < tokens->count && tokens->at[i].type == 'w' && bl_span_is(bl_token_span(tokens, i, i + 1), word);
}

static bool
push(bl_items *items, bl_item item)
{
    if (items->count == BL_ITEMS_MOST)
        return false;
    items->persons += item.type == BL_ITEM_PERSON;
    items->at[items->count++] = item;
    return true;
}

/* A few words with capitals, as names of places have them: not "the scene that it had ended". */
static bool
is_place(const bl_tokens *tokens, size_t from, size_t to)
{
    if (from == to || to - from > PLACE_TOKENS_MOST || !bl_may_begin_name(&tokens->at[from]))
        return false;
    for (size_t i = from; i < to; i++)
        if (tokens->at[i].type == 'w' && tokens->at[i].shape & BL_SHAPE_LOWER &&
            !bl_token_is(&tokens->at[i], BL_WORD_PARTICLE | BL_WORD_OF))
            return false;
    return true;
}

/* Behind "reported from": "Kyiv, Ukraine, and John Doe from Paris". Gives where the sentence ends. */
static size_t
read_places(const bl_tokens *tokens, size_t i, size_t to, bl_items *items)
{
    while (i < to) {
        size_t from = i;
        while (i < to && !strchr(".;", tokens->at[i].type) && !is_small_word(tokens, i, "and"))
            i++;
        size_t end = i;
        while (end > from && tokens->at[end - 1].type == ',')
            end--;
        if (!is_place(tokens, from, end) ||
            !push(items, (bl_item){BL_ITEM_PLACE, 0, 0, (uint32_t)from, (uint32_t)end}))
            return 0;
        if (i == to || tokens->at[i].type == '.')
            return i;
        size_t name = ++i;
        while (i < to && tokens->at[i].type == 'w' && !is_small_word(tokens, i, "from"))
            i++;
        if (i + 1 >= to || !is_small_word(tokens, i, "from") || i == name ||
            bl_name_class(tokens, name, i) != BL_NAME_PERSON ||
            !push(items, (bl_item){BL_ITEM_PERSON, BYLINE_ROLE_REPORTER, 0, (uint32_t)name, (uint32_t)i}))
            return 0;
        i++;
    }
    return i;
}

/* "Jane Roe reported from Kyiv, Ukraine, and John Doe from Paris." Not "Roe reported from Cairo." */
static bool
reported_from(const bl_tokens *tokens, size_t first, size_t to, bl_items *items)
{
    size_t verb = first;
    while (verb < to && !(is_small_word(tokens, verb, "reported") && is_small_word(tokens, verb + 1, "from")))
        verb++;
    if (verb == first || verb + 2 >= to || to - first > REPORTED_TOKENS_MOST)
        return false;
    bl_read_items(tokens, first, verb, BL_ITEMS_CONTRIBUTION, items);
    if (items->bad || !items->persons || items->others || items->agencies || items->editors)
        return false;
    for (size_t i = 0; i < items->count; i++)
        items->at[i].role = BYLINE_ROLE_REPORTER;
    return read_places(tokens, verb + 2, to, items) != 0;
}

static bool
reporters_line(const bl_tokens *tokens, size_t first, bl_found *found)
{
    return reported_from(tokens, first, tokens->count, &found->items) &&
           accept(found, tokens->count, BL_SURE_AGENCY);
}

/* Those of the sentence before: "Jane Roe reported from Cairo, and John Doe from Rome. Ann Poe contributed." */
static void
add_reporters(const bl_tokens *tokens, size_t first, size_t to, bl_items *items)
{
    bl_items before;
    if (first == to || !reported_from(tokens, first, to, &before) || before.count + items->count > BL_ITEMS_MOST)
        return;
    memmove(items->at + before.count, items->at, items->count * sizeof(bl_item));
    memcpy(items->at, before.at, before.count * sizeof(bl_item));
    items->count += before.count;
    items->persons += before.persons;
}

static bool
contributed(const bl_tokens *tokens, size_t first, bl_found *found)
{
    size_t verb = tokens->count;
    for (size_t i = first + 1; i < tokens->count; i++)
        if (tokens->at[i].type == 'w' && bl_token_is(&tokens->at[i], BL_WORD_CONTRIBUTED)) {
            verb = i;
            break;
        }
    if (verb == tokens->count || !contributes_to_piece(tokens, verb))
        return false;
    /* "Roe reported from Example. Agency writer John Doe contributed ..." */
    size_t start = first;
    for (size_t i = first; i + 1 < verb; i++)
        if (tokens->at[i].type == '.')
            first = i + 1;
    size_t from = possessive_end(tokens, first, verb);
    bl_read_items(tokens, from, verb, BL_ITEMS_CONTRIBUTION, &found->items);
    bl_items *items = &found->items;
    if (items->bad > 0 || !has_people(items))
        return false;
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].type == BL_ITEM_PERSON)
            items->at[i].role = BYLINE_ROLE_CONTRIBUTOR;
    if (from > first && items->count < BL_ITEMS_MOST) {
        bool agency = tokens->at[first].type == 'a';
        bl_item house = {agency ? BL_ITEM_AGENCY : BL_ITEM_OWNER, 0, agency ? BYLINE_RELATION_STAFF : 0,
                         (uint32_t)first, (uint32_t)(agency ? first + 1 : from)};
        items->at[items->count++] = house;
        items->agencies += agency;
        items->others += !agency;
    }
    add_reporters(tokens, start, first, items);
    return accept(found, tokens->count, BL_SURE_LABELLED);
}

/* "mit dpa", "Le Monde with AFP", "By Example with Agencies": nothing but houses. */
static bool
with_agencies(const bl_tokens *tokens, size_t first, bl_found *found)
{
    if (tokens->count - first > 24)
        return false;
    size_t with = tokens->count;
    for (size_t i = first; i + 1 < tokens->count && i < first + 8; i++)
        if (tokens->at[i].type == 'w' && bl_token_is(&tokens->at[i], BL_WORD_WITH) &&
            tokens->at[i].shape & (BL_SHAPE_LOWER | BL_SHAPE_UPPER | BL_SHAPE_UNCASED) &&
            (tokens->at[i + 1].type == 'a' || bl_token_is(&tokens->at[i + 1], BL_WORD_GENERIC)))
            with = i;
    if (with == tokens->count)
        return false;
    bl_read_items(tokens, first, tokens->count, BL_ITEMS_SOURCE, &found->items);
    return !found->items.bad && (found->items.agencies || found->items.generic) &&
           accept(found, tokens->count, BL_SURE_AGENCY);
}

/* "(Jane Roe, edited by John Doe)", "Reportage Jane Roe, édité par John Doe" */
static bool
role_in_brackets(const bl_tokens *tokens, size_t first, bl_found *found)
{
    bool bracket = first && tokens->at[0].type == '(';
    if (tokens->count > 60 || !(bracket || bl_token_is(&tokens->at[first], BL_WORD_ROLE)))
        return false;
    bl_read_items(tokens, first, tokens->count, BL_ITEMS_CONTRIBUTION, &found->items);
    const bl_items *items = &found->items;
    return !items->bad && items->roles && items->persons > 1 && accept(found, tokens->count, BL_SURE_AGENCY);
}

/* "This article originally appeared on Example." */
static bool
republished(const bl_tokens *tokens, size_t first, bl_found *found)
{
    static const char *const verbs[] = {
        "originally appeared", "originally published", "first appeared",  "first published",
        "originally ran",      "republished from",     "was produced by", "republished with permission"};
    if (!bl_speaks_of_itself(tokens, first) || tokens->count > REPUBLISHED_TOKENS_MOST)
        return false;
    bl_span line = bl_token_span(tokens, first, tokens->count);
    bool said = false;
    for (size_t i = 0; i < BL_COUNT(verbs); i++)
        said |= bl_span_find_nocase(line, bl_span_of(verbs[i]), 0) != BL_NOT_FOUND;
    if (!said)
        return false;
    bl_clear_items(&found->items);
    for (size_t i = first; i < tokens->count; i++) {
        const bl_token *t = &tokens->at[i];
        size_t end = i + 1;
        bool outlet = t->type == 'w' && t->shape & BL_SHAPE_UPPER && i > first &&
            tokens->at[i - 1].type == 'w' &&
                      bl_token_is(&tokens->at[i - 1], BL_WORD_VIA | BL_WORD_IN | BL_WORD_OF) &&
                      !bl_token_is(t, BL_WORD_DATE);
        while (outlet && end < tokens->count && tokens->at[end].type == 'w' &&
               tokens->at[end].shape & BL_SHAPE_UPPER)
            end++;
        if (t->type != 'a' && !(t->shape & BL_SHAPE_DOTTED) && !outlet)
            continue;
        bl_item item = {t->type == 'a' ? BL_ITEM_AGENCY
                        : BL_ITEM_OTHER, 0, BYLINE_RELATION_SOURCE, (uint32_t)i,
                        (uint32_t)end};
        if (found->items.count < BL_ITEMS_MOST)
            found->items.at[found->items.count++] = item;
        i = end - 1;
    }
    if (!found->items.count)
        return false;
    return accept(found, tokens->count, BL_SURE_SHAPE);
}

bool
bl_find_contribution(const bl_tokens *tokens, bl_found *found)
{
    size_t first = first_word(tokens);
    if (first >= tokens->count || tokens->count > TOKENS_MOST)
        return false;
    if (begins_with_role(tokens, first)) {
        bl_read_items(tokens, first, tokens->count, BL_ITEMS_CONTRIBUTION, &found->items);
        if (found->items.bad <= found->items.persons / 4 && has_people(&found->items) && found->items.roles &&
            (names_somebody(&found->items) || found->items.labels > found->items.roles ||
             has_colon(tokens, first)))
            return accept(found, tokens->count, BL_SURE_LABELLED);
    }
    return contributed(tokens, first, found) || reporters_line(tokens, first, found) ||
           with_agencies(tokens, first, found) ||
           role_in_sentence(tokens, first, found) || role_in_brackets(tokens, first, found) ||
           republished(tokens, first, found);
}
