/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Photo credits: alone, at the end of a caption or at its start.
 *
 * The search goes back from the end: the furthest label from which all that follows reads as a credit; else a
 * closing bracket; else the last agency, with the names that belong to it.
 */
#include "grammar/credit_names.h"
#include "grammar/credit_photo.h"

/* "U.S. Marine Corps" before "photo by" in brackets. */
#define HOUSE_TOKENS_MOST 4
/* Tries at reading a tail, so that time stays linear in the line. */
#define TRIES_MOST 6

/* May a credit with a label begin at token i? */
static bool
begins_credit(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (t->type == 'c')
        return true;
    if (t->type != 'w' || !t->word)
        return false;
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

/* "photo by", not "styling by" */
static bool
took_picture(const bl_token *label)
{
    return label->word && (bl_token_is(label, BL_WORD_PHOTO) || label->word->role == BYLINE_ROLE_PHOTOGRAPHER);
}

/* "... Example Gazette photo by Jane Roe", "(U.S. Army photo by Jane Roe)": the house before it. */
static void
take_house_before(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t label = found->from, from = label;
    while (from && label - from < HOUSE_TOKENS_MOST &&
           (tokens->at[from - 1].type == 'a' ||
            (tokens->at[from - 1].type == 'w' && tokens->at[from - 1].shape & BL_SHAPE_UPPER)))
        from--;
    char before = from ? tokens->at[from - 1].type : '\0';
    bool is_bracket = before == '(' && (from == label || tokens->at[to - 1].type == ')');
    bool is_agency = label - from == 1 && tokens->at[from].type == 'a';
    bool is_house = from < label && tokens->at[label].shape & BL_SHAPE_LOWER && before && strchr("(.?\"", before) &&
                    took_picture(&tokens->at[label]) &&
                    (is_agency || bl_name_class(tokens, from, label) == BL_NAME_HOUSE);
    if (is_bracket)
        found->from = from - 1;
    else if (is_house && before != '(')
        found->from = from;
    else
        return;
    if (!is_house || found->items.count == BL_ITEMS_MOST)
        return;
    found->items.at[found->items.count++] = (bl_item){is_agency ? BL_ITEM_AGENCY : BL_ITEM_OTHER, 0,
                                                      BYLINE_RELATION_SOURCE, (uint32_t)from, (uint32_t)label};
    found->items.agencies += is_agency;
    found->items.others += !is_agency;
}

static bool
labelled_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    bl_found trial;
    trial.kind = BYLINE_CREDIT_NONE;
    trial.confidence = 0;
    bool any = false;
    size_t tries = 0, least = to > BL_PHOTO_LOOK_BACK ? to - BL_PHOTO_LOOK_BACK : 0;
    for (size_t i = to; i-- > least && tries < TRIES_MOST;) {
        if (!begins_credit(tokens, i))
            continue;
        tries++;
        if (bl_photo_reads(tokens, i, to, &trial) && bl_photo_has_names(&trial.items) &&
            (trial.items.labels || trial.items.copyright || trial.items.vias || trial.items.agencies ||
             trial.items.weak_labels)) {
            bl_copy_found(found, &trial);
            any = true;
        } else if (any) {
            break;
        }
    }
    if (!any)
        return false;
    take_house_before(tokens, to, found);
    return bl_photo_accept(found, found->items.labels || found->items.copyright ? BL_SURE_LABELLED
                           : BL_SURE_AGENCY);
}

size_t
bl_opening_of(const bl_tokens *tokens, size_t close)
{
    size_t depth = 0;
    for (size_t i = close + 1; i-- > 0 && close - i < BL_PHOTO_LOOK_BACK;) {
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

/* Is token i the first behind the end of a sentence, a quote, a bracket? */
static bool
is_fresh(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    if (i == 0 || t->shape & BL_SHAPE_HANDLE || bl_photo_is_joint(tokens, i))
        return true;
    const bl_token *before = &tokens->at[i - 1];
    bool is_slashed =
        before->type == '/' && i > 1 && strchr(".?\")", tokens->at[i - 2].type); /* "... end. / Jane Roe" */
    return is_slashed || strchr(".?\"):;|-+(", before->type) != NULL;
}

/* Go back from the credit's first known token over the names and marks that belong to it. */
static size_t
widen(const bl_tokens *tokens, size_t from)
{
    size_t least = from > BL_PHOTO_LOOK_BACK ? from - BL_PHOTO_LOOK_BACK : 0, i = from;
    while (i > least && continues_credit(tokens, i - 1)) {
        i--;
        if (strchr("(c", tokens->at[i].type) || tokens->at[i].shape & BL_SHAPE_HANDLE ||
            bl_photo_is_joint(tokens, i))
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

/* "新华社发（张三 摄）": the agency before the bracket gave the picture out. */
static void
take_sender(const bl_tokens *tokens, bl_found *found)
{
    size_t open = found->from;
    while (open && found->from - open < 2 && tokens->at[open].type != '(')
        open--;
    size_t sender = open;
    if (tokens->at[open].type == '(' && sender && tokens->at[sender - 1].type == 'w' &&
        tokens->at[sender - 1].letters == 1)
        sender--; /* "发" */
    if (tokens->at[open].type != '(' || !sender || tokens->at[sender - 1].type != 'a' || found->items.agencies ||
        found->items.count == BL_ITEMS_MOST)
        return;
    found->items.at[found->items.count++] =
        (bl_item){BL_ITEM_AGENCY, 0, BYLINE_RELATION_SOURCE, (uint32_t)sender - 1, (uint32_t)sender};
    found->items.agencies++;
    found->from = sender - 1;
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
    if (bl_photo_house_colon_person(tokens, open, close, found))
        return true;
    if (!bl_photo_reads(tokens, open, close, found) || !bl_photo_has_names(&found->items))
        return false;
    const bl_items *items = &found->items;
    bool slashed = items->persons == 1 &&
                   (items->houses || items->marks & (BYLINE_MARK_STAFF | BYLINE_MARK_HANDOUT) ||
                    (items->count == 2 && tokens->at[items->at[1].from].shape & BL_SHAPE_CAPITALS)) &&
                   bl_photo_has_slash(tokens, open, close);
    /* "... in Example. (Example County Court, Example District)" */
    bool house = items->houses && items->houses == items->others && !items->persons && open > 3 &&
                 strchr(".?", tokens->at[open - 1].type);
    bool client = items->persons == 1 && items->count == 2 && items->at[1].type == BL_ITEM_CLIENT &&
                  tokens->at[items->at[1].to - 1].shape & BL_SHAPE_UPPER; /* "(Jane Roe for The Example)" */
    bool listed = items->persons == 1 && items->houses == 1 && items->count == 2 && open > 3 &&
                  items->at[0].type == BL_ITEM_PERSON &&
                  strchr(".?", tokens->at[open - 1].type); /* "... end. (Jane Roe, Example Times)" */
    if (!items->agencies && !items->labels && !items->vias && !items->copyright && !items->suffixes && !slashed &&
        !house && !client && !listed && !(items->weak_labels && items->persons && !items->others))
        return false;
    /* "Jane Roe (AFP)" */
    bl_found named;
    size_t wide = items->agencies && !items->persons ? widen(tokens, open) : open;
    if (wide < open && (is_fresh(tokens, wide) || tokens->at[wide - 1].type == '/') &&
        bl_photo_reads(tokens, wide, close, &named) && named.items.persons == 1)
        bl_copy_found(found, &named);
    /* "(Jane Roe/AFP) (File)": the bracket before it too */
    bl_found before;
    if (open && tokens->at[open - 1].type == ')' &&
        bl_photo_reads(tokens, bl_opening_of(tokens, open - 1), close, &before))
        bl_copy_found(found, &before);
    if (found->items.suffixes)
        take_sender(tokens, found);
    return bl_photo_accept(found, BL_SURE_LABELLED);
}

size_t
bl_without_address(const bl_tokens *tokens, size_t end)
{
    size_t at = end;
    while (at) {
        const bl_token *t = &tokens->at[at - 1];
        bool number = t->type == 'w' && t->shape & BL_SHAPE_DIGIT &&
            !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_UNCASED));
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
    size_t close = end;
    end = bl_without_address(tokens, end);
    bool slashed = end > 2 && tokens->at[end - 2].type == '/' && bl_token_is(&tokens->at[end - 1], BL_WORD_PHOTO);
    size_t from = end - (slashed ? 3 : 2); /* "王小明／攝影" */
    if (end < 2 || !(slashed || bl_token_is(&tokens->at[end - 1], BL_WORD_SUFFIX)) ||
        !(tokens->at[from].shape & BL_SHAPE_IDEOGRAPH))
        return false;
    while (from && from + 6 > end &&
           (tokens->at[from - 1].type == 'a' ||
            bl_token_is(&tokens->at[from - 1], BL_WORD_SUFFIX | BL_WORD_STAFF)))
        from--;
    bool read = bl_photo_reads(tokens, from, end, found);
    found->to = close; /* the address goes with it */
    if (!read || !found->items.suffixes)
        return false;
    return bl_photo_accept(found, BL_SURE_AGENCY);
}

/* "... Jane Roe/AFP", "... sentence. AFP" without a label. */
static bool
chained_tail(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t least = to > BL_PHOTO_LOOK_BACK ? to - BL_PHOTO_LOOK_BACK : 0, first = to, tries = 0;
    bl_found trial;
    trial.kind = BYLINE_CREDIT_NONE;
    trial.confidence = 0;
    for (size_t i = to; i-- > least && tries < TRIES_MOST;) {
        if (tokens->at[i].type != 'a' &&
            !(tokens->at[i].type == 'w' && tokens->at[i].word && tokens->at[i].word->kinds == BL_WORD_VIA))
            continue;
        tries++;
        if (!bl_photo_reads(tokens, i, to, &trial))
            break;
        first = i;
    }
    if (first == to)
        return false;
    size_t from = widen(tokens, first);
    while (from < first && !bl_photo_reads(tokens, from, to, &trial))
        from++;
    if (!bl_photo_reads(tokens, from, to, &trial) || !trial.items.agencies ||
        bl_photo_runs_on(tokens, from, to))
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
    bl_copy_found(found, &trial);
    return bl_photo_accept(found, BL_SURE_AGENCY);
}

/* What page furniture stands behind the credit is no part of the line. */
static size_t
without_noise(const bl_tokens *tokens)
{
    size_t to = tokens->count, least = to > BL_PHOTO_LOOK_BACK ? to - BL_PHOTO_LOOK_BACK : 0;
    for (size_t i = least; i < to; i++)
        if (i && tokens->at[i].type == 'w' && bl_token_is(&tokens->at[i], BL_WORD_NOISE) &&
            !bl_token_is(&tokens->at[i], BL_WORD_MARK) &&
            !bl_is_half_of_name(tokens, i) && bl_is_furniture(tokens, i, to)) {
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
    return bl_photo_label_behind(tokens, to, found) || labelled_tail(tokens, to, found) ||
           bl_photo_whole_line(tokens, to, line, found) || bracketed_tail(tokens, to, found) ||
           suffixed_tail(tokens, to, found) || bl_photo_client_tail(tokens, to, found) ||
           chained_tail(tokens, to, found) || bl_photo_leading(tokens, to, found) ||
           bl_photo_person_tail(tokens, to, found);
}
