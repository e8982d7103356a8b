/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Photo credits: alone, at the end of a caption or at its start.
 *
 * The search goes back from the end: the furthest label from which all that follows reads as a credit; else a
 * closing bracket; else the last agency, with the names that belong to it.
 */
#include "grammar/credit_line.h"
#include "grammar/credit_names.h"

/* A credit has fewer tokens than this; what lies further back is caption. */
#define LOOK_BACK 120
/* Tries at reading a tail, so that time stays linear in the line. */
#define TRIES_MOST 6
/* Fewer words are a heading. */
#define SENTENCE_WORDS_LEAST 5
/* A bare name longer than this is a caption. */
#define LINE_WORDS_MOST 14

static bool
reads(const bl_tokens *tokens, size_t from, size_t to, bl_found *found)
{
    if (from >= to || to - from > LOOK_BACK)
        return false;
    bl_read_items(tokens, from, to, BL_ITEMS_PHOTO, &found->items);
    found->from = from;
    found->to = to;
    return !found->items.bad && !found->items.rights;
}

static bool
has_names(const bl_items *items)
{
    return items->agencies + items->persons + items->others > 0 ||
           items->marks & ~(unsigned)BYLINE_MARK_COURTESY || items->generic;
}

static bool
accept(bl_found *found, double confidence)
{
    found->kind = BYLINE_CREDIT_PHOTO;
    found->confidence = confidence;
    return true;
}

static bool
has_slash(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (tokens->at[i].type == '/')
            return true;
    return false;
}

/* May a credit with a label begin at token i? */
static bool
begins_credit(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (t->type == 'c')
        return true;
    uint8_t role;
    bool weak = true;
    size_t n = bl_label_at(tokens, i, tokens->count, BL_ITEMS_PHOTO, &role, &weak);
    if (!n)
        return false;
    if (!weak)
        return true;
    /* "Credit Jane Roe/AFP": a capital, and nothing of a sentence right before it */
    const bl_token *before = i ? &tokens->at[i - 1] : NULL;
    return t->shape & BL_SHAPE_UPPER && bl_token_is(t, BL_WORD_PHOTO) && i + 1 < tokens->count &&
           (!before || strchr(".?\"):|-(c/", before->type) || t->shape & BL_SHAPE_JOINT ||
            (before->type == 'w' && bl_token_is(before, BL_WORD_PHOTO)));
}

static bool
labelled_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    bl_found trial = {0};
    bool any = false;
    size_t tries = 0, least = to > LOOK_BACK ? to - LOOK_BACK : 0;
    for (size_t i = to; i-- > least && tries < TRIES_MOST;) {
        if (!begins_credit(tokens, i))
            continue;
        tries++;
        if (reads(tokens, i, to, &trial) && has_names(&trial.items) &&
            (trial.items.labels || trial.items.copyright || trial.items.vias || trial.items.agencies ||
             trial.items.weak_labels)) {
            *found = trial;
            any = true;
        } else if (any) {
            break;
        }
    }
    if (!any)
        return false;
    /* the bracket that opens before the label belongs to it */
    if (found->from && tokens->at[found->from - 1].type == '(')
        found->from--;
    return accept(found, found->items.labels || found->items.copyright ? BL_SURE_LABELLED : BL_SURE_AGENCY);
}

size_t
bl_opening_of(const bl_tokens *tokens, size_t close)
{
    size_t depth = 0;
    for (size_t i = close + 1; i-- > 0 && close - i < LOOK_BACK;) {
        if (tokens->at[i].type == ')')
            depth++;
        if (tokens->at[i].type == '(' && --depth == 0)
            return i;
    }
    return close;
}

/* May this token stand inside a credit that has no label? */
static bool
continues_credit(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (t->type == 'a' || (t->type != 'w' && strchr("/|,&-()c+", t->type)))
        return true;
    if (t->type != 'w')
        return false;
    if (bl_token_is(t, BL_WORD_TITLE) && !(t->shape & BL_SHAPE_CAPITALS))
        return false;
    if (t->shape & (BL_SHAPE_UPPER | BL_SHAPE_HANDLE))
        return !(bl_token_is(t, BL_WORD_STOP) && !bl_token_is(t, BL_WORD_ORG | BL_WORD_PARTICLE));
    if (bl_token_is(t, BL_WORD_VIA | BL_WORD_AND | BL_WORD_FOR) && i + 1 < tokens->count)
        return tokens->at[i + 1].type == 'a' || tokens->at[i + 1].shape & BL_SHAPE_UPPER;
    if (bl_token_is(t, BL_WORD_PARTICLE) && i > 0 && i + 1 < tokens->count)
        return tokens->at[i - 1].shape & BL_SHAPE_UPPER &&
               tokens->at[i + 1].shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER);
    /* a handle: "kawasan / stock" */
    bool chained = i + 1 < tokens->count && strchr("/|", tokens->at[i + 1].type);
    return chained && (i == 0 || strchr("/|.(", tokens->at[i - 1].type));
}

/* How many of the words from..to, which run into a sentence before them, are a photographer's name. */
static size_t
name_behind_sentence(const bl_tokens *tokens, size_t from, size_t to)
{
    if (from == 0)
        return 0;
    const bl_token *before = &tokens->at[from - 1];
    size_t words = to - from;
    bool capitals = words >= 2, caption_capitals = before->type == 'w' && before->shape & BL_SHAPE_CAPITALS;
    for (size_t i = from; i < to; i++)
        capitals &= (tokens->at[i].shape & BL_SHAPE_CAPITALS) != 0;
    if (capitals && !caption_capitals)
        return words;
    if (words >= 2 && tokens->at[to - 2].shape & BL_SHAPE_LOWER)
        return 0; /* "Group of Example" */
    if (words > (before->type == 'w' ? 2u : 3u))
        return 2;
    /* "Jane Roe" behind a preposition or a comma is who the picture shows */
    bool free = before->type == 'w' && before->shape & BL_SHAPE_LOWER &&
                !bl_token_is(before, BL_WORD_STOP | BL_WORD_IN | BL_WORD_AND | BL_WORD_OF | BL_WORD_WITH |
                                         BL_WORD_FOR | BL_WORD_VIA | BL_WORD_PARTICLE | BL_WORD_OUTLET |
                                         BL_WORD_BY | BL_WORD_TITLE | BL_WORD_STAFF);
    return free && words == 2 ? 2 : 0;
}

/* "endJane": a sentence and a name without their space; not "DigitalVision" behind a slash. */
static bool
is_joint(const bl_tokens *tokens, size_t i)
{
    return tokens->at[i].shape & BL_SHAPE_JOINT && i > 1 && !strchr("/|.?:;()\"-,+c", tokens->at[i - 2].type);
}

/* Is token i the first behind the end of a sentence, a quote, a bracket? */
static bool
is_fresh(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (i == 0 || t->shape & BL_SHAPE_HANDLE || is_joint(tokens, i))
        return true;
    const bl_token *before = &tokens->at[i - 1];
    return strchr(".?\"):;|-+(", before->type) != NULL;
}

/* Go back from the credit's first known token over the names and marks that belong to it. */
static size_t
widen(const bl_tokens *tokens, size_t from)
{
    size_t least = from > LOOK_BACK ? from - LOOK_BACK : 0, i = from;
    while (i > least && continues_credit(tokens, i - 1)) {
        i--;
        if (strchr("(c", tokens->at[i].type) || tokens->at[i].shape & BL_SHAPE_HANDLE || is_joint(tokens, i))
            break;
        if (tokens->at[i].type == ')') { /* "(left) Jane Roe/AFP" */
            i++;
            break;
        }
    }
    while (i < from && tokens->at[i].type != 'w' && tokens->at[i].type != 'a' && tokens->at[i].type != '(' &&
           tokens->at[i].type != 'c')
        i++;
    while (i < from && tokens->at[i].type == 'w' && tokens->at[i].shape & BL_SHAPE_LOWER &&
           !is_fresh(tokens, i))
        i++; /* "and Jane Roe" */
    if (i == from || is_fresh(tokens, i))
        return i;
    /* the first run of words goes on from a sentence */
    size_t end = i;
    while (end < from && tokens->at[end].type == 'w' && !bl_token_is(&tokens->at[end], BL_WORD_VIA))
        end++;
    size_t name = name_behind_sentence(tokens, i, end);
    if (name)
        return end - name;
    /* drop the run and the mark behind it */
    if (end < from && tokens->at[end].type == ',' && end + 1 < from) {
        size_t next = end + 1, stop = next;
        while (stop < from && tokens->at[stop].type == 'w')
            stop++;
        name = name_behind_sentence(tokens, next, stop);
        return name ? stop - name : from;
    }
    return end < from && tokens->at[end].type != 'w' ? end + 1 : from;
}

/* "... (Jane Roe/AFP)", also with a mark behind it. */
static bool
bracketed_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t close = to;
    while (close > 0 && tokens->at[close - 1].type == '.')
        close--;
    if (!close || tokens->at[close - 1].type != ')')
        return false;
    size_t open = bl_opening_of(tokens, close - 1);
    if (open + 2 > close - 1 + 1 || open == close - 1)
        return false;
    if (!reads(tokens, open, close, found) || !has_names(&found->items))
        return false;
    const bl_items *items = &found->items;
    bool slashed = items->persons == 1 &&
                   (items->houses || items->marks & (BYLINE_MARK_STAFF | BYLINE_MARK_HANDOUT)) &&
                   has_slash(tokens, open, close);
    if (!items->agencies && !items->labels && !items->vias && !items->copyright && !items->suffixes &&
        !slashed)
        return false;
    /* "Jane Roe (AFP)" */
    bl_found named;
    size_t wide = items->agencies && !items->persons ? widen(tokens, open) : open;
    if (wide < open && (is_fresh(tokens, wide) || tokens->at[wide - 1].type == '/') &&
        reads(tokens, wide, close, &named) && named.items.persons == 1)
        *found = named;
    /* "(Jane Roe/AFP) (File)": the bracket before it too */
    bl_found before;
    if (open && tokens->at[open - 1].type == ')' &&
        reads(tokens, bl_opening_of(tokens, open - 1), close, &before))
        *found = before;
    return accept(found, BL_SURE_LABELLED);
}

/* "name@example.org", "/2020.05.07/" behind a reporter's name. */
static size_t
without_address(const bl_tokens *tokens, size_t end)
{
    size_t at = end;
    while (at) {
        const bl_token *t = &tokens->at[at - 1];
        bool number = t->type == 'w' && t->shape & BL_SHAPE_DIGIT && !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_UNCASED));
        bool address = t->type == 'w' && t->shape & (BL_SHAPE_HANDLE | BL_SHAPE_DOTTED | BL_SHAPE_ALL_LOWER);
        if (!number && !address && !strchr("/.", t->type))
            break;
        at--;
    }
    return at;
}

/* Korean and Japanese name who took or gave a picture before the word for it. */
static bool
suffixed_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t end = to;
    while (end && strchr(".)", tokens->at[end - 1].type))
        end--;
    end = without_address(tokens, end);
    if (end < 2 || !bl_token_is(&tokens->at[end - 1], BL_WORD_SUFFIX) ||
        !(tokens->at[end - 2].shape & BL_SHAPE_IDEOGRAPH))
        return false;
    size_t from = end - 2;
    while (from && from + 6 > end &&
           (tokens->at[from - 1].type == 'a' ||
            bl_token_is(&tokens->at[from - 1], BL_WORD_SUFFIX | BL_WORD_STAFF)))
        from--;
    return reads(tokens, from, end, found) && found->items.suffixes && accept(found, BL_SURE_AGENCY);
}

/* "... Jane Roe/AFP", "... sentence. AFP" without a label. */
static bool
chained_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t least = to > LOOK_BACK ? to - LOOK_BACK : 0, first = to, tries = 0;
    bl_found trial = {0};
    for (size_t i = to; i-- > least && tries < TRIES_MOST;) {
        if (tokens->at[i].type != 'a' &&
            !(tokens->at[i].type == 'w' && tokens->at[i].word && tokens->at[i].word->kinds == BL_WORD_VIA))
            continue;
        tries++;
        if (!reads(tokens, i, to, &trial))
            break;
        first = i;
    }
    if (first == to)
        return false;
    size_t from = widen(tokens, first);
    while (from < first && !reads(tokens, from, to, &trial))
        from++;
    if (!reads(tokens, from, to, &trial) || !trial.items.agencies)
        return false;
    /* an agency that ends a sentence is what the sentence speaks of */
    const bl_token *before = from ? &tokens->at[from - 1] : NULL;
    bool fresh = is_fresh(tokens, from) || (before && strchr(",/", before->type));
    bool dotted = tokens->at[to - 1].type == '.';
    if (!fresh && (dotted || (from == first && !tokens->at[from].agency)))
        return false;
    if (!fresh && from == first && before && before->type == 'w' && before->shape & BL_SHAPE_LOWER &&
        bl_token_is(before, BL_WORD_STOP | BL_WORD_IN | BL_WORD_AND | BL_WORD_OF | BL_WORD_WITH |
                                BL_WORD_FOR | BL_WORD_PARTICLE))
        return false;
    *found = trial;
    return accept(found, BL_SURE_AGENCY);
}

static size_t
count_words(const bl_tokens *tokens, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += strchr("wa", tokens->at[i].type) != NULL;
    return words;
}

/* "... sentence. Jane Roe for The Example": a person and whom she worked for. */
static bool
client_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to;
    while (from && to - from < LINE_WORDS_MOST && !strchr(".?\")", tokens->at[from - 1].type))
        from--;
    if (!from || to - from >= LINE_WORDS_MOST || !reads(tokens, from, to, found) || found->items.persons != 1)
        return false;
    for (size_t i = 0; i < found->items.count; i++)
        if (found->items.at[i].type == BL_ITEM_CLIENT)
            return accept(found, BL_SURE_SHAPE);
    return false;
}

/* Is there a sentence in the tokens before i: a few words, one of them a word of sentences or in small letters? */
static bool
has_sentence_before(const bl_tokens *tokens, size_t i)
{
    size_t words = 0, small = 0;
    for (size_t k = 0; k < i; k++) {
        words += tokens->at[k].type == 'w';
        small += tokens->at[k].type == 'w' && tokens->at[k].shape & BL_SHAPE_ALL_LOWER;
    }
    return words >= SENTENCE_WORDS_LEAST && small >= 2;
}

/* "... sentence. Jane Roe/Example", "... sentence / Jane Roe": a person, and what house; neither label nor agency. */
static bool
person_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to, slash = to;
    while (from && to - from < LINE_WORDS_MOST && (tokens->at[from - 1].type == 'w' || tokens->at[from - 1].type == '/')) {
        from--;
        if (tokens->at[from].type == '/')
            slash = from;
        if (tokens->at[from].shape & BL_SHAPE_LOWER && !bl_token_is(&tokens->at[from], BL_WORD_PARTICLE)) {
            from++;
            break;
        }
    }
    if (slash == to || !has_sentence_before(tokens, slash))
        return false;
    bool fresh = from > 0 && strchr(".?\")", tokens->at[from - 1].type) && from < slash;
    if (fresh && reads(tokens, from, to, found) && found->items.persons == 1 && found->items.others &&
        tokens->at[from].type == 'w' && found->items.at[0].type == BL_ITEM_PERSON)
        return accept(found, BL_SURE_SHAPE);
    /* a slash between words is "and/or" */
    if (!(tokens->at[slash].shape & BL_SHAPE_SPACED) || slash + 2 >= to || to - slash > 4 ||
        tokens->at[slash + 1].shape & BL_SHAPE_CAPITALS)
        return false;
    return reads(tokens, slash + 1, to, found) && found->items.persons == 1 && found->items.count == 1 &&
           accept(found, BL_SURE_GUESS);
}

/* The line is a credit and nothing else. */
static bool
whole_line(const bl_tokens *tokens, size_t to, byline_line line, bl_found *found)
{
    if (count_words(tokens, 0, to) > 4 * LINE_WORDS_MOST || bl_token_is(&tokens->at[0], BL_WORD_TITLE))
        return false;
    bool opens = tokens->at[0].type == '(';
    for (size_t i = opens; i + 1 < to; i++)
        if ((tokens->at[i].type == '(' && tokens->at[0].shape & BL_SHAPE_UNCASED && i) ||
            tokens->at[i].type == '.' || (tokens->at[i].type == '(' && tokens->at[0].type == 'w' && i == 1))
            return false; /* a sentence, or what a picture shows, and its credit behind it */
    for (size_t i = 3; i < to; i++) /* "... at the Example CenterJane Roe / Stock" */
        if (is_joint(tokens, i) && tokens->at[i].shape & BL_SHAPE_UPPER && tokens->at[i - 2].type == 'w' &&
            tokens->at[i - 3].type == 'w' && (i + 1 == to || tokens->at[i + 1].type == 'w'))
            return false;
    if (!reads(tokens, 0, to, found))
        return false;
    const bl_items *items = &found->items;
    if (items->labels || items->copyright)
        return has_names(items) && accept(found, BL_SURE_LABELLED);
    bool gave = items->vias && items->marks & BYLINE_MARK_COURTESY;
    if (items->agencies || (gave && has_names(items)) || (items->vias == 1 && items->persons == 1))
        return accept(found, BL_SURE_AGENCY);
    if ((items->suffixes && count_words(tokens, 0, to) <= 4) || (items->licenses && has_names(items)))
        return accept(found, BL_SURE_SHAPE);
    size_t words = count_words(tokens, 0, to);
    if (items->weak_labels && has_names(items) &&
        (line == BYLINE_LINE_CREDIT || (items->persons && items->persons + items->others <= words / 2)))
        return accept(found, BL_SURE_SHAPE);
    if (items->marks && words <= 3 && (!items->others || items->marks & BYLINE_MARK_ARCHIVE || has_slash(tokens, 0, to)))
        return accept(found, BL_SURE_SHAPE);
    if (line == BYLINE_LINE_CREDIT && has_names(items) && words <= LINE_WORDS_MOST)
        return accept(found, BL_SURE_SHAPE);
    /* "Jane Roe for The Example", "Jane Roe/Example" */
    bool client = false;
    for (size_t i = 0; i < items->count; i++)
        client |= items->at[i].type == BL_ITEM_CLIENT;
    if (client && items->persons == 2 && items->others == 1 && words <= LINE_WORDS_MOST)
        return accept(found, BL_SURE_SHAPE);
    if (items->persons == 1 &&
        ((client && items->count == 2) || (has_slash(tokens, 0, to) && items->others)) &&
        words <= LINE_WORDS_MOST)
        return accept(found, BL_SURE_SHAPE);
    return false;
}

/* "Jane Roe/AFP The minister said ...": a person, an agency, and a sentence. */
static bool
leading_person(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t name = 0;
    while (name < to && name < 4 && tokens->at[name].type == 'w')
        name++;
    if (name < 2 || name + 2 >= to || !strchr("/|", tokens->at[name].type) || tokens->at[name + 1].type != 'a' ||
        bl_name_class(tokens, 0, name) != BL_NAME_PERSON)
        return false;
    size_t end = name + 2, small = 0;
    for (size_t i = end; i < to; i++)
        small += tokens->at[i].shape & BL_SHAPE_ALL_LOWER;
    return tokens->at[end].type == 'w' && tokens->at[end].shape & BL_SHAPE_UPPER && small >= 3 &&
           reads(tokens, 0, end, found) && found->items.persons == 1 && accept(found, BL_SURE_SHAPE);
}

/* "Photo: AFPThe minister ...", "dpa/Jan Roe Im Oktober ...": the credit, then the caption. */
static bool
leading(const bl_tokens *tokens, size_t to, bl_found *found)
{
    bl_found trial = {0};
    bool any = false;
    uint8_t role;
    bool weak = true;
    size_t label = bl_label_at(tokens, 0, to, BL_ITEMS_PHOTO, &role, &weak);
    if (tokens->at[0].type == 'c')
        label = 1, weak = false;
    if (!(label && !weak) && tokens->at[0].type != 'a')
        return leading_person(tokens, to, found);
    size_t i = label && !weak ? label : 0, agencies = 0, words = 0, end = 0;
    for (; i < to && i < 40; i++) {
        const bl_token *t = &tokens->at[i];
        bool joint = i > 0 && t->shape & BL_SHAPE_JOINT && t->shape & BL_SHAPE_UPPER;
        if (t->type == 'a') {
            agencies++;
            words = 0;
            end = i + 1;
            if (end < to && tokens->at[end].shape & BL_SHAPE_JOINT)
                break;
        } else if (t->type == 'w') {
            if (joint || bl_token_is(t, BL_WORD_STOP) || !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_UNCASED)) ||
                ++words > 3)
                break;
            if (words <= 2 && i > 0 && strchr("/|,:c(", tokens->at[i - words].type))
                end = words == 2 || (i + 1 < to && strchr("/|", tokens->at[i + 1].type)) ? i + 1 : end;
        } else if (strchr("/|,-()", t->type)) {
            words = 0;
        } else {
            break;
        }
    }
    if (!agencies || !end || end >= to)
        return false;
    if (tokens->at[0].type == 'a' && !(label && !weak) && (end < 3 || !strchr("/|", tokens->at[1].type)))
        return false;
    any = reads(tokens, 0, end, &trial) && trial.items.agencies;
    if (any)
        *found = trial;
    return any && accept(found, BL_SURE_SHAPE);
}

/* A phrase, or one word ("Share") that ends the line. */
static bool
is_furniture(const bl_tokens *tokens, size_t i, size_t to)
{
    if (bl_span_find_char(bl_token_span(tokens, i, i + 1), ' ', 0) != BL_NOT_FOUND)
        return tokens->at[i].shape & (BL_SHAPE_UPPER | BL_SHAPE_JOINT) || to - i <= 4;
    return to - i == 1 && (i == 0 || !strchr(":=", tokens->at[i - 1].type));
}

/* What page furniture stands behind the credit is no part of the line. */
static size_t
without_noise(const bl_tokens *tokens)
{
    size_t to = tokens->count, least = to > LOOK_BACK ? to - LOOK_BACK : 0;
    for (size_t i = least; i < to; i++)
        if (i && tokens->at[i].type == 'w' && bl_token_is(&tokens->at[i], BL_WORD_NOISE) &&
            !bl_token_is(&tokens->at[i], BL_WORD_MARK) &&
            !bl_is_half_of_name(tokens, i) && is_furniture(tokens, i, to)) {
            to = i;
            break;
        }
    while (to && strchr("|+;-", tokens->at[to - 1].type))
        to--;
    return to;
}

bool
bl_find_photo_credit(const bl_tokens *tokens, byline_line line, bl_found *found)
{
    size_t to = without_noise(tokens);
    if (!to)
        return false;
    return labelled_tail(tokens, to, found) || whole_line(tokens, to, line, found) ||
           bracketed_tail(tokens, to, found) || suffixed_tail(tokens, to, found) ||
           client_tail(tokens, to, found) || chained_tail(tokens, to, found) || leading(tokens, to, found) ||
           person_tail(tokens, to, found);
}
