/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Photo credits that are the whole line, or stand at its start, or have neither a label nor an agency. */
#include "grammar/credit_names.h"
#include "grammar/credit_photo.h"

/* Fewer words are a heading. */
#define SENTENCE_WORDS_LEAST 4
/* A bare name longer than this is a caption. */
#define LINE_WORDS_MOST 14
/* "Example Broadcasting News:" before a name in brackets. */
#define HOUSE_WORDS_MOST 5
/* "JANE ANN ROE DOE" */
#define NAME_WORDS_MOST 4
/* Of the start of a line, in which its credit ends. */
#define LEADING_TOKENS_MOST 40

bool
bl_photo_reads(const bl_tokens *tokens, size_t from, size_t to, bl_found *found)
{
    if (from >= to || to - from > BL_PHOTO_LOOK_BACK)
        return false;
    bl_read_items(tokens, from, to, BL_ITEMS_PHOTO, &found->items);
    found->from = from;
    found->to = to;
    return !found->items.bad && !found->items.rights;
}

bool
bl_photo_runs_on(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++) {
        const bl_token *next = &tokens->at[i + 1];
        if (tokens->at[i].type == 'a' && next->type == 'w' && !next->word &&
            next->shape & BL_SHAPE_ALL_LOWER &&
            next->shape & BL_SHAPE_SPACED)
            return true;
    }
    return false;
}

bool
bl_photo_has_names(const bl_items *items)
{
    return items->agencies + items->persons + items->others > 0 ||
           items->marks & ~(unsigned)BYLINE_MARK_COURTESY || items->generic;
}

bool
bl_photo_accept(bl_found *found, double confidence)
{
    found->kind = BYLINE_CREDIT_PHOTO;
    found->confidence = confidence;
    return true;
}

bool
bl_photo_has_slash(const bl_tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (tokens->at[i].type == '/')
            return true;
    return false;
}

bool
bl_photo_is_joint(const bl_tokens *tokens, size_t i)
{
    return tokens->at[i].shape & BL_SHAPE_JOINT && i > 1 && !strchr("/|.?:;()\"-,+c", tokens->at[i - 2].type);
}

static size_t
count_words(const bl_tokens *tokens, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += strchr("wa", tokens->at[i].type) != NULL;
    return words;
}

bool
bl_photo_client_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to;
    while (from && to - from < LINE_WORDS_MOST && !strchr(".?\")", tokens->at[from - 1].type))
        from--;
    if (!from || to - from >= LINE_WORDS_MOST || !bl_photo_reads(tokens, from, to, found) ||
        found->items.persons != 1)
        return false;
    for (size_t i = 0; i < found->items.count; i++)
        if (found->items.at[i].type == BL_ITEM_CLIENT)
            return bl_photo_accept(found, BL_SURE_SHAPE);
    return false;
}

/* Is there a sentence in the tokens before i: a few words, one of them a word of sentences or in small
 * letters? */
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

bool
bl_photo_house_colon_person(const bl_tokens *tokens, size_t open, size_t close, bl_found *found)
{
    size_t colon = open + 1, end = close - 1;
    while (colon < end && tokens->at[colon].type == 'w')
        colon++;
    if (colon == open + 1 || colon + 2 >= end || tokens->at[colon].type != ':' || colon - open > HOUSE_WORDS_MOST)
        return false;
    const bl_token *head = &tokens->at[open + 1];
    bool supplied = colon == open + 2 && bl_token_is(head, BL_WORD_MARK) && head->word->marks & BYLINE_MARK_HANDOUT;
    for (size_t i = open + 1; i < end; i++)
        if (i > colon && tokens->at[i].type != 'w')
            return false;
    if (bl_name_class(tokens, colon + 1, end) != BL_NAME_PERSON ||
        (!supplied && (bl_name_class(tokens, open + 1, colon) != BL_NAME_HOUSE ||
                       bl_token_is(head, BL_WORD_PHOTO | BL_WORD_SOURCE | BL_WORD_ROLE))))
        return false;
    bl_clear_items(&found->items);
    bl_items *items = &found->items;
    items->at[items->count++] =
        (bl_item){BL_ITEM_PERSON, BYLINE_ROLE_PHOTOGRAPHER, 0, (uint32_t)colon + 1, (uint32_t)end};
    items->persons = 1;
    items->marks = supplied ? BYLINE_MARK_HANDOUT : 0;
    if (!supplied) {
        items->at[items->count++] = (bl_item){BL_ITEM_OTHER, 0, 0, (uint32_t)open + 1, (uint32_t)colon};
        items->others = 1;
    }
    found->from = open;
    found->to = close;
    return bl_photo_accept(found, BL_SURE_AGENCY);
}

/* "... en mayo. JANE ROE": a name in capitals behind a sentence that is not; its given name is a frequent one. */
static bool
capitals_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to;
    while (from && tokens->at[from - 1].type == 'w' && tokens->at[from - 1].shape & BL_SHAPE_CAPITALS)
        from--;
    return to - from >= 2 && to - from <= NAME_WORDS_MOST && from && tokens->at[from - 1].type == '.' &&
           has_sentence_before(tokens, from) && bl_is_given_name(bl_token_span(tokens, from, from + 1)) &&
           bl_photo_reads(tokens, from, to, found) && found->items.persons == 1 && found->items.count == 1 &&
           bl_photo_accept(found, BL_SURE_SHAPE);
}

/* "... im Mai. BR/Jane Roe": the house in capitals stands before who took it. */
static bool
house_first_tail(const bl_tokens *tokens, size_t from, size_t to, bl_found *found)
{
    const bl_token *house = &tokens->at[from];
    size_t slash = from + 1; /* "EXAMPLE PHOTO / JANE ROE" */
    slash += tokens->at[slash].shape & BL_SHAPE_CAPITALS && bl_token_is(&tokens->at[slash], BL_WORD_PHOTO);
    if (bl_token_is(house, BL_WORD_MARK) && house->word->marks & BYLINE_MARK_STAFF && tokens->at[slash].type == '/' &&
        bl_photo_reads(tokens, from, to, found) && found->items.persons == 1 && found->items.count == 1)
        return bl_photo_accept(found, BL_SURE_SHAPE); /* "STAFF PHOTO / JANE ROE" */
    return to - from >= 4 && to - slash <= 1 + NAME_WORDS_MOST && tokens->at[slash].type == '/' &&
           house->shape & BL_SHAPE_CAPITALS &&
           !bl_token_is(house, BL_WORD_PHOTO | BL_WORD_MARK | BL_WORD_STOP | BL_WORD_NOISE) &&
           bl_photo_reads(tokens, from, to, found) && found->items.persons == 1 && found->items.count == 2 &&
           found->items.others == 1 && found->items.at[1].type == BL_ITEM_PERSON &&
           bl_photo_accept(found, BL_SURE_SHAPE);
}

/* "Jono Pavyzdžio nuotr.", "J. Pavyzdžio / Example nuotr.": in Lithuanian the label stands behind. */
bool
bl_photo_label_behind(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t end = to, from;
    while (end && tokens->at[end - 1].type == '.')
        end--;
    if (end < 2 || !bl_token_is(&tokens->at[end - 1], BL_WORD_SUFFIX) ||
        !(tokens->at[end - 1].shape & BL_SHAPE_ALL_LOWER))
        return false;
    for (from = end - 1; from && end - from < LINE_WORDS_MOST && tokens->at[from - 1].type != '.'; from--)
        if (!strchr("wa/", tokens->at[from - 1].type) || tokens->at[from - 1].shape & BL_SHAPE_LOWER)
            return false;
    bool reads = bl_photo_reads(tokens, from, end - 1, found);
    found->to = to;
    return reads && found->items.persons + found->items.agencies > 0 && bl_photo_accept(found, BL_SURE_LABELLED);
}

bool
bl_photo_person_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t from = to, slash = to;
    while (from && to - from < LINE_WORDS_MOST && strchr("w/|,", tokens->at[from - 1].type)) {
        from--;
        if (tokens->at[from].type != 'w')
            slash = from;
        if (tokens->at[from].shape & BL_SHAPE_LOWER && !bl_token_is(&tokens->at[from], BL_WORD_PARTICLE)) {
            from++;
            break;
        }
    }
    if (from == slash && slash + 1 < to && tokens->at[slash].type == '|') { /* "... | Jane Roe/Example" */
        size_t next = slash + 1;
        while (next < to && tokens->at[next].type == 'w')
            next++;
        if (next < to && slash && tokens->at[slash - 1].type == '.') {
            from = slash + 1;
            slash = next;
        }
    }
    if (slash == to)
        return capitals_tail(tokens, to, found);
    if (!has_sentence_before(tokens, slash))
        return false;
    bool fresh = from > 0 && strchr(".?\")|", tokens->at[from - 1].type) && from < slash;
    if (fresh && house_first_tail(tokens, from, to, found))
        return true;
    if (fresh && bl_photo_reads(tokens, from, to, found) && found->items.persons == 1 &&
        found->items.others &&
        tokens->at[from].type == 'w' && found->items.at[0].type == BL_ITEM_PERSON &&
        (tokens->at[slash].type != ',' || found->items.houses))
        return bl_photo_accept(found, BL_SURE_SHAPE);
    /* a slash between words is "and/or", a bar parts columns where no sentence ends before it */
    bool bar = tokens->at[slash].type == '|' && slash > 0 && tokens->at[slash - 1].type == '.';
    if (!(bar || tokens->at[slash].type == '/') || !(tokens->at[slash].shape & BL_SHAPE_SPACED) || slash + 2 >= to ||
        to - slash > 4 ||
        tokens->at[slash + 1].shape & BL_SHAPE_CAPITALS)
        return false;
    return bl_photo_reads(tokens, slash + 1, to, found) && found->items.persons == 1 &&
           found->items.count == 1 &&
           bl_photo_accept(found, BL_SURE_GUESS);
}

bool
bl_photo_whole_line(const bl_tokens *tokens, size_t to, byline_line line, bl_found *found)
{
    if (count_words(tokens, 0, to) > 4 * LINE_WORDS_MOST || bl_token_is(&tokens->at[0], BL_WORD_TITLE))
        return false;
    bool opens = tokens->at[0].type == '(';
    for (size_t i = opens; i + 1 < to; i++)
        if ((tokens->at[i].type == '=' && i > 0 && tokens->at[i - 1].type == 'w' &&
             !bl_token_is(&tokens->at[i - 1], BL_WORD_PHOTO | BL_WORD_SOURCE)) ||
            (tokens->at[i].type == '(' && tokens->at[0].shape & BL_SHAPE_UNCASED && i > 0 &&
             !bl_token_is(&tokens->at[0], BL_WORD_PHOTO | BL_WORD_SOURCE)) ||
            tokens->at[i].type == '.' || (tokens->at[i].type == '(' && tokens->at[0].type == 'w' && i == 1))
            return false; /* a sentence, or what a picture shows, and its credit behind it */
    for (size_t i = 3; i < to; i++) /* "... at the Example CenterJane Roe / Stock" */
        if (bl_photo_is_joint(tokens, i) && tokens->at[i].shape & BL_SHAPE_UPPER &&
            tokens->at[i - 2].type == 'w' &&
            tokens->at[i - 3].type == 'w' && (i + 1 == to || tokens->at[i + 1].type == 'w'))
            return false;
    if (!bl_photo_reads(tokens, 0, to, found))
        return false;
    const bl_items *items = &found->items;
    if (!items->labels && bl_photo_runs_on(tokens, 0, to))
        return false;
    if (items->labels || items->copyright)
        return bl_photo_has_names(items) && bl_photo_accept(found, BL_SURE_LABELLED);
    bool gave = items->vias && items->marks & BYLINE_MARK_COURTESY;
    if (items->agencies || (gave && bl_photo_has_names(items)) || (items->vias == 1 && items->persons == 1))
        return bl_photo_accept(found, BL_SURE_AGENCY);
    if ((items->suffixes && count_words(tokens, 0, to) <= 4) ||
        (items->licenses && bl_photo_has_names(items)))
        return bl_photo_accept(found, BL_SURE_SHAPE);
    size_t words = count_words(tokens, 0, to);
    if (items->weak_labels && bl_photo_has_names(items) &&
        (line == BYLINE_LINE_CREDIT || (items->persons && items->persons + items->others <= words / 2)))
        return bl_photo_accept(found, BL_SURE_SHAPE);
    if (items->marks && words <= 3 &&
        (!items->others || items->marks & BYLINE_MARK_ARCHIVE || bl_photo_has_slash(tokens, 0, to)))
        return bl_photo_accept(found, BL_SURE_SHAPE);
    if (line == BYLINE_LINE_CREDIT && bl_photo_has_names(items) && words <= LINE_WORDS_MOST)
        return bl_photo_accept(found, BL_SURE_SHAPE);
    /* "Jane Roe for The Example", "Jane Roe/Example" */
    bool client = false;
    for (size_t i = 0; i < items->count; i++)
        client |= items->at[i].type == BL_ITEM_CLIENT;
    if (client && items->persons == 2 && items->others == 1 && words <= LINE_WORDS_MOST)
        return bl_photo_accept(found, BL_SURE_SHAPE);
    if (items->persons == 1 &&
        ((client && items->count == 2) || (bl_photo_has_slash(tokens, 0, to) && items->others)) &&
        words <= LINE_WORDS_MOST)
        return bl_photo_accept(found, BL_SURE_SHAPE);
    return false;
}

/* "Jane Roe/AFP The minister said ...": a person, an agency, and a sentence. */
static bool
leading_person(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t name = 0;
    while (name < to && name < 4 && tokens->at[name].type == 'w')
        name++;
    if (name < 2 || name + 2 >= to || !strchr("/|", tokens->at[name].type) ||
        tokens->at[name + 1].type != 'a' ||
        bl_name_class(tokens, 0, name) != BL_NAME_PERSON)
        return false;
    size_t end = name + 2, small = 0;
    for (size_t i = end; i < to; i++)
        small += tokens->at[i].shape & BL_SHAPE_ALL_LOWER;
    return tokens->at[end].type == 'w' && tokens->at[end].shape & BL_SHAPE_UPPER && small >= 3 &&
           bl_photo_reads(tokens, 0, end, found) && found->items.persons == 1 &&
               bl_photo_accept(found, BL_SURE_SHAPE);
}

bool
bl_photo_leading(const bl_tokens *tokens, size_t to, bl_found *found)
{
    bl_found trial;
    trial.kind = BYLINE_CREDIT_NONE;
    trial.confidence = 0;
    bool any = false;
    uint8_t role;
    bool weak = true;
    size_t label = bl_label_at(tokens, 0, to, BL_ITEMS_PHOTO, &role, &weak);
    if (tokens->at[0].type == 'c')
        label = 1, weak = false;
    if (!(label && !weak) && tokens->at[0].type != 'a')
        return leading_person(tokens, to, found);
    size_t i = label && !weak ? label : 0, agencies = 0, words = 0, end = 0;
    for (; i < to && i < LEADING_TOKENS_MOST; i++) {
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
    any = bl_photo_reads(tokens, 0, end, &trial) && trial.items.agencies;
    if (any)
        bl_copy_found(found, &trial);
    return any && bl_photo_accept(found, BL_SURE_SHAPE);
}
