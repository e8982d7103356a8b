/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Lists that stand in the box of the text and are not of it: other stories, each with the start of its text, and what a
 * subscription has to offer.
 */
#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_phrases.h"
#include "fields/body_weights.h"

/* ---- other stories ---- */

/* Is it the start of a text, as a list of stories cuts it off? */
static bool
is_cut_off(bl_span text)
{
    static const bl_span dots[] = {BL_SPAN_CONSTANT("..."), BL_SPAN_CONSTANT("\xE2\x80\xA6"),
                                   BL_SPAN_CONSTANT("[...]"), BL_SPAN_CONSTANT("[\xE2\x80\xA6]"),
                                   BL_SPAN_CONSTANT(",")};
    return bl_span_ends_in(text, dots, BL_COUNT(dots), 0);
}

static bool
is_title(const bl_piece *piece)
{
    return piece->units && 10 * piece->link_units > 9 * piece->units;
}

static bool
holds_piece(const struct bl_body *body, bl_node box, int64_t i)
{
    return i >= 0 && i < body->piece_count && bl_contains(body->document, box, body->pieces[i].node);
}

/* The title above piece i, in a box with nothing else but a line or two; itself where it begins with its title.
   UINT32_MAX is none. */
static uint32_t
title_of(const struct bl_body *body, uint32_t i)
{
    const bl_document *doc = body->document;
    const bl_piece *piece = &body->pieces[i];
    if (piece->links == 1 && piece->link_units >= BL_LONE_LINK_UNITS &&
        bl_closest(doc, piece->first, BL_TAG_A) != BL_NO_NODE)
        return i;
    uint32_t at = i;
    for (int back = 0; back < BL_CARD_PIECES && at > 0; back++) {
        at--;
        if (!is_title(&body->pieces[at]))
            continue;
        bl_node box = doc->nodes[piece->node].parent;
        for (int up = 0; up < BL_CARD_LEVELS && box != BL_NO_NODE; up++, box = doc->nodes[box].parent)
            if (bl_contains(doc, box, body->pieces[at].node))
                break;
        bool is_card = box != BL_NO_NODE && bl_contains(doc, box, body->pieces[at].node) &&
                       !holds_piece(body, box, (int64_t)at - BL_CARD_PIECES) &&
                       !holds_piece(body, box, (int64_t)i + BL_CARD_PIECES);
        return is_card ? at : UINT32_MAX;
    }
    return UINT32_MAX;
}

/* Of chosen pieces of one shape: how many have a title, and how many of these are cut off. */
typedef struct cards {
    uint32_t titled, cut;
} cards;

/* Where most of a shape that have a title, a link, are cut off, they are other stories: the title of piece i, if it is
   one. */
static uint32_t
title_of_card(const bl_chooser *c, const cards *of, uint32_t i)
{
    const cards *shape = &of[c->page->shape_of[i]];
    if (!c->body->pieces[i].chosen || shape->cut < BL_CARDS_LEAST || 2 * shape->cut <= shape->titled)
        return UINT32_MAX;
    return title_of(c->body, i);
}

static cards *
find_cards(const bl_chooser *c)
{
    const struct bl_body *body = c->body;
    cards *of = BL_NEW_ARRAY(c->arena, cards, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        cards *shape = &of[c->page->shape_of[i]];
        if (!piece->chosen || piece->level || piece->units < BL_BOLD_NEXT_LEAST || title_of(body, i) == UINT32_MAX)
            continue;
        shape->titled++;
        shape->cut += is_cut_off(piece->text);
    }
    return of;
}

/* A page that is mostly such cards, with next to no text in front of them, is a list, and they are what it has. */
static bool
is_list_of_cards(const struct bl_body *body, const uint32_t *titles)
{
    uint32_t units = 0, held = 0, before = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        units += piece->chosen ? piece->units : 0;
        before += piece->chosen && held == 0 && titles[i] == UINT32_MAX && piece->ends_sentence && !piece->level;
        if (titles[i] != UINT32_MAX)
            held += piece->units + (titles[i] != i ? body->pieces[titles[i]].units : 0);
    }
    return before < BL_CARDS_BEHIND && (float)held >= BL_CARDS_SHARE * (float)units;
}

static void
drop_cards(bl_chooser *c)
{
    struct bl_body *body = c->body;
    cards *of = find_cards(c);
    uint32_t *titles = BL_NEW_ARRAY(c->arena, uint32_t, body->piece_count);
    for (uint32_t i = 0; i < body->piece_count; i++)
        titles[i] = title_of_card(c, of, i);
    bool is_list = is_list_of_cards(body, titles);
    for (uint32_t i = 0; i < body->piece_count && !is_list; i++)
        if (titles[i] != UINT32_MAX)
            body->pieces[titles[i]].chosen = body->pieces[i].chosen = false;
    bl_release(c->arena, of, body->piece_count * sizeof *of);
    bl_release(c->arena, titles, body->piece_count * sizeof *titles);
}

/* ---- what a subscription offers ---- */

static bool
invites(const bl_chooser *c, const bl_piece *piece)
{
    uint8_t says[BL_SAYS_COUNT];
    bl_phrases_of(c->arena, piece->text, says);
    return says[BL_SAYS_SIGNUP] >= BL_SAYS_AT_START ||
           (says[BL_SAYS_SIGNUP] && bl_is_appeal(c->heads, c->arena, piece->text, false, false));
}

static bool
is_item(const bl_piece *piece)
{
    return piece->type == BYLINE_BLOCK_LIST_ITEM;
}

/* A list right behind an invitation to subscribe, and right before another, in one box. */
static void
drop_offers(bl_chooser *c)
{
    struct bl_body *body = c->body;
    for (uint32_t i = 1, to; i < body->piece_count; i = to) {
        to = i + 1;
        if (!is_item(&body->pieces[i]) || !body->pieces[i].chosen)
            continue;
        while (to < body->piece_count && is_item(&body->pieces[to]))
            to++;
        uint32_t from = i;
        while (from > 0 && is_item(&body->pieces[from - 1]))
            from--;
        if (from == 0 || to == body->piece_count || to - from > BL_OFFERS_MOST)
            continue;
        if (!invites(c, &body->pieces[from - 1]) || !invites(c, &body->pieces[to]))
            continue;
        for (uint32_t k = from - 1; k <= to; k++)
            body->pieces[k].chosen = false;
    }
}

void
bl_body_lists(bl_chooser *c)
{
    drop_cards(c);
    drop_offers(c);
}
