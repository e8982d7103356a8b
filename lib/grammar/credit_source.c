/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Lines that say where a text is from: "Quelle: dpa", "By Associated Press", "(c) dpa-infocom". */
#include "grammar/credit_names.h"
#include "grammar/credit_signoff.h"

/* A name, what its bearer does, and an address. */
#define REPORTER_TOKENS_MOST 6
/* A source line names a few houses; longer ones are text. */
#define SOURCE_TOKENS_MOST 60

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
    if (tokens->at[0].type != 'c' || to > SOURCE_TOKENS_MOST)
        return false;
    bl_signoff_read_source(tokens, 1, to, &found->items);
    take_reference(tokens, 1, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights || !items->agencies || items->others > 1)
        return false;
    found->items.copyright = true;
    return bl_signoff_accept(found, BYLINE_CREDIT_SIGNOFF, 0, to, BL_SURE_AGENCY);
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
               bl_signoff_accept(found, BYLINE_CREDIT_PHOTO, 0, to, BL_SURE_LABELLED);
    }
    bl_signoff_read_source(tokens, first, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights)
        return false;
    if (weak && !(bl_token_is(head, BL_WORD_BY) && (items->agencies || items->generic)))
        return false;
    return (items->count || items->generic) &&
           bl_signoff_accept(found, BYLINE_CREDIT_SOURCE, 0, to, weak ? BL_SURE_AGENCY : BL_SURE_LABELLED);
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
    bl_signoff_read_source(tokens, first, to, &found->items);
    const bl_items *items = &found->items;
    if (items->bad || items->rights || !(items->agencies || items->generic) || items->contributed)
        return false;
    if (tokens->at[to - 1].type == ')' && bl_signoff_has_long_name(tokens, items))
        return false;
    if (items->labels && bl_signoff_has_stop_inside(tokens, first, to))
        return false;
    if (!bl_signoff_stands_free(tokens, first, to) ||
        (!items->labels && !items->generic && !bl_signoff_is_surely_agency(tokens, items)))
        return false;
    if (!items->persons && !items->labels && items->agencies && !bl_signoff_writes_texts(tokens, items))
        return false;
    if (!items->labels && items->agencies == 1 && !bl_signoff_is_known_code(tokens, items, to - first == 1))
        return false;
    bool bracketed = to > 2 && tokens->at[to - 1].type == ')' && tokens->at[to - 3].type == '('; /* "Jane Roe (AFP)" */
    bool byline = items->persons == 1 && items->agencies == 1 && to - first <= 6 &&
                  tokens->at[to - 1 - bracketed].type == 'a';
    byline |= items->generic && items->persons && !items->agencies && !items->others; /* "Jane Roe and agencies" */
    if (tokens->at[first].type != 'a' && !(items->others <= 1 && !items->persons) && !items->labels &&
        !byline)
        return false;
    /* a name behind the agency without a mark between them is a product: "AFP Toys" */
    for (size_t i = first; i + 1 < to; i++)
        if (tokens->at[i].type == 'a' && tokens->at[i + 1].type == 'w' && !tokens->at[i + 1].word)
            return false;
    return bl_signoff_accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
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
    return said && found->items.agencies && bl_signoff_accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_AGENCY);
}

/* "홍길동 기자 name@example.org": who wrote, in a line of their own. */
static bool
reporter_line(const bl_tokens *tokens, size_t to, bl_found *found)
{
    size_t first = tokens->at[0].type == '(' ? 1 : 0;
    size_t end = bl_without_address(tokens, to);
    if (to > first + REPORTER_TOKENS_MOST || first + 2 != end || !bl_token_is(&tokens->at[first + 1], BL_WORD_SUFFIX) ||
        !bl_is_east_asian_name(bl_token_span(tokens, first, first + 1), false))
        return false;
    bl_signoff_read_source(tokens, first, end, &found->items);
    return found->items.persons == 1 && found->items.count == 1 &&
           bl_signoff_accept(found, BYLINE_CREDIT_SOURCE, 0, to, BL_SURE_SHAPE);
}

bool
bl_source_labelled(const bl_tokens *tokens, size_t to, bl_found *found)
{
    return copyright_line(tokens, to, found) || reporter_line(tokens, to, found) ||
           source_line(tokens, to, found);
}

bool
bl_source_bare(const bl_tokens *tokens, size_t to, bl_found *found)
{
    return bare_agency_line(tokens, to, found) || provenance_line(tokens, to, found);
}
