/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What follows the choice: one of several copies, no pull quotes, headings that are only bold, players. */
#include "fields/body_choose.h"
#include "fields/body_weights.h"

/* Lines come again and again in plans, recipes, songs: in one box, as elements of one shape. */
static bool
is_refrain(const bl_chooser *c, uint32_t i, uint32_t k)
{
    const struct bl_body *body = c->body;
    const bl_document *doc = body->document;
    return c->page->shape_of[i] == c->page->shape_of[k] &&
           doc->nodes[body->pieces[i].node].parent == doc->nodes[body->pieces[k].node].parent;
}

/* Of chosen pieces with the same text the likeliest stays; of two that are nearly as likely the first. */
static void
drop_copies(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t *kept = BL_NEW_ARRAY(c->arena, uint32_t, body->piece_count); /* 0 is none, else 1 + the piece kept */
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        uint32_t before = c->page->copy_before[i];
        kept[i] = before == UINT32_MAX ? 0 : kept[before];
        if (!piece->chosen || piece->units < BL_COPY_UNITS)
            continue;
        if (!kept[i]) {
            kept[i] = i + 1;
            continue;
        }
        if (is_refrain(c, i, kept[i] - 1))
            continue;
        bl_piece *other = &body->pieces[kept[i] - 1];
        if (piece->score > other->score + BL_COPY_MARGIN) {
            other->chosen = false;
            kept[i] = i + 1;
        } else {
            piece->chosen = false;
        }
    }
}

static bool
may_pull(const bl_piece *piece)
{
    return piece->type == BYLINE_BLOCK_QUOTE || piece->words & (BL_WORD_QUOTE | BL_WORD_PROMO | BL_WORD_BOX) ||
           piece->in & (BL_IN_ASIDE | BL_IN_FIGURE);
}

static bool
is_pulled(const bl_piece *piece)
{
    return piece->chosen && may_pull(piece) && piece->units >= BL_COPY_UNITS;
}

/* A pull quote says once more, set apart, what a paragraph says. */
static void
drop_pull_quotes(bl_chooser *c)
{
    struct bl_body *body = c->body;
    bl_shingles text = bl_shingles_in(c->arena);
    uint32_t first = 0;
    while (first < body->piece_count && !is_pulled(&body->pieces[first]))
        first++;
    if (first == body->piece_count)
        return;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen && !may_pull(&body->pieces[i]))
            bl_shingles_add(&text, body->pieces[i].text);
    for (uint32_t i = first; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (is_pulled(piece) && bl_shingles_share(&text, piece->text) >= BL_PULL_SHARE)
            piece->chosen = false;
    }
    bl_shingles_drop(&text);
}

static bool
is_bold_line(const bl_piece *piece)
{
    return piece->type == BYLINE_BLOCK_PARAGRAPH && piece->units >= 3 && piece->units <= BL_BOLD_UNITS_MOST &&
           piece->strong_units >= piece->units && piece->link_units == 0 && piece->lines == 0 &&
           (!piece->ends_sentence || piece->units <= BL_BOLD_SENTENCE_MOST);
}

/* A short bold line with a paragraph behind it is a heading. */
static void
raise_bold_lines(bl_chooser *c)
{
    struct bl_body *body = c->body;
    bl_piece *last = NULL;
    uint32_t bold = 0, plain = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen && body->pieces[i].type == BYLINE_BLOCK_PARAGRAPH) {
            bold += is_bold_line(&body->pieces[i]);
            plain++;
        }
    if (3 * bold > 2 * plain)
        return; /* a page that is bold all over */
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (!piece->chosen)
            continue;
        bool follows = piece->type == BYLINE_BLOCK_PARAGRAPH && !is_bold_line(piece) &&
                       (piece->units > BL_BOLD_NEXT_LEAST || piece->ends_sentence);
        bool lists = piece->type == BYLINE_BLOCK_LIST_ITEM;
        if (last && (follows || lists)) {
            last->type = BYLINE_BLOCK_HEADING;
            last->level = BL_BOLD_LEVEL;
        }
        last = is_bold_line(piece) ? piece : NULL;
    }
}

/* A player without text goes where the text around it is. */
static void
place_players(bl_chooser *c)
{
    struct bl_body *body = c->body;
    const bl_document *doc = body->document;
    const uint64_t never = BL_WORDS_FURNITURE | BL_WORD_HIDDEN | BL_WORD_PROMO | BL_WORD_SIDEBAR;
    uint32_t before = UINT32_MAX, until = UINT32_MAX;
    uint32_t *next = BL_NEW_ARRAY(c->arena, uint32_t, body->piece_count);
    for (uint32_t i = body->piece_count; i-- > 0;) {
        next[i] = until;
        if (body->pieces[i].chosen && body->pieces[i].units)
            until = i;
    }
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (piece->units == 0 && piece->url.n) {
            bool between = before != UINT32_MAX && next[i] != UINT32_MAX && i - before <= BL_PLAYER_FAR &&
                           next[i] - i <= BL_PLAYER_FAR;
            bl_node box = before == UINT32_MAX ? BL_NO_NODE : doc->nodes[body->pieces[before].node].parent;
            piece->chosen = between && !(piece->words & never) &&
                            !(piece->in & (BL_IN_HIDDEN | BL_IN_NAV | BL_IN_NOSCRIPT)) &&
                            bl_contains(doc, box, piece->node);
        } else if (piece->chosen) {
            before = i;
        }
    }
}

/* Nodes that a visible claim of one of these fields stands in: bylines, dates, topics. */
static bool *
claimed_nodes(const bl_chooser *c)
{
    static const bl_field fields[] = {BL_FIELD_AUTHOR, BL_FIELD_PUBLISHED, BL_FIELD_MODIFIED, BL_FIELD_KICKER,
                                      BL_FIELD_SECTION, BL_FIELD_TOPIC};
    const bl_evidence *evidence = c->evidence;
    bool *claimed = BL_NEW_ARRAY(c->arena, bool, (size_t)c->body->document->count + 1);
    for (size_t k = 0; k < BL_COUNT(fields); k++)
        for (size_t i = 0; i < evidence->claims[fields[k]].count; i++)
            if (evidence->claims[fields[k]].at[i].node != BL_NO_NODE)
                claimed[evidence->claims[fields[k]].at[i].node] = true;
    return claimed;
}

bool
bl_is_claimed_line(const bl_chooser *c, const bl_piece *piece)
{
    if (piece->level || piece->units > BL_CLAIMED_UNITS)
        return false;
    bl_node at = piece->first;
    for (int levels = 0; levels < BL_CLAIMED_LEVELS && at != BL_NO_NODE && at >= piece->node; levels++) {
        if (c->claimed[at])
            return true;
        at = c->body->document->nodes[at].parent;
    }
    for (at = piece->first; at <= piece->last; at++)
        if (c->claimed[at])
            return true;
    return false;
}

/* A short line that gives the author or the date is no text. */
static void
drop_claimed_lines(bl_chooser *c)
{
    struct bl_body *body = c->body;
    c->claimed = claimed_nodes(c);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (piece->chosen && !piece->ends_sentence && bl_is_claimed_line(c, piece))
            piece->chosen = false;
    }
}

/* Furniture that looks like text: consent, the path of sections, readers' comments, votes, forms. A heading's own name
   may be of what it is about, programs have comments, in the box of the text stand reporters' comments on a match. */
static bool
is_furniture(const bl_piece *piece)
{
    const uint64_t names = BL_WORD_COMMENT | BL_WORD_POLL | BL_WORD_LOGIN;
    if (piece->words & BL_WORD_COOKIE || piece->own & BL_WORD_BREADCRUMB)
        return true;
    if (piece->type == BYLINE_BLOCK_PREFORMATTED || piece->words & BL_WORD_BODY)
        return false;
    return (piece->level ? piece->words & ~piece->own : piece->words) & names || piece->in & BL_IN_FORM;
}

/* It is never of the text, but where the page names the box of its text so, or puts all of it into a form. */
static void
drop_furniture(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t units = 0, named = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen) {
            units += body->pieces[i].units;
            named += is_furniture(&body->pieces[i]) ? body->pieces[i].units : 0;
        }
    /* more than all the rest only where it has crowded out a short note */
    if ((float)named > BL_FURNITURE_SHARE * (float)units && units - named < BL_FIRST_ARTICLE_UNITS)
        return;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (is_furniture(&body->pieces[i]))
            body->pieces[i].chosen = false;
}

/* What a picture's caption says, as the page gives it elsewhere too, is no text. A lead may be used as a caption, and
   a heading names what is shown. */
static void
drop_captions(bl_chooser *c)
{
    if (c->tells_in_captions)
        return;
    for (uint32_t i = 0; i < c->body->piece_count; i++) {
        bl_piece *piece = &c->body->pieces[i];
        const bl_shares *shares = &c->page->shares[i];
        if (piece->type == BYLINE_BLOCK_PARAGRAPH && piece->units >= BL_CAPTION_UNITS &&
            shares->caption >= BL_CAPTION_SHARE && shares->lead < BL_CAPTION_LEAD && piece->score < BL_CAPTION_SURE)
            piece->chosen = false;
    }
}

static bool
is_link_line(const bl_piece *piece)
{
    return piece->units && 10 * piece->link_units > 9 * piece->units;
}

/* A line that is one link, alone between paragraphs, leads to another story; several are a list. A label such as "Read
   also" in front is passed by, and the link behind it may be as short as it likes. */
static bool
is_lone_link(const struct bl_body *body, uint32_t i)
{
    const bl_piece *piece = &body->pieces[i], *before = piece - 1, *behind = piece + 1;
    bool has_label = i > 1 && before->is_label && before->units <= BL_LABEL_UNITS;
    before -= has_label;
    if (piece->type != BYLINE_BLOCK_PARAGRAPH || !is_link_line(piece) || piece->ends_sentence)
        return false;
    return (has_label || piece->units >= BL_LONE_LINK_UNITS) && before->units > BL_BOLD_NEXT_LEAST &&
           behind->units > BL_BOLD_NEXT_LEAST && !is_link_line(before) && !is_link_line(behind);
}

static void
drop_lone_links(bl_chooser *c)
{
    struct bl_body *body = c->body;
    for (uint32_t i = 1; i + 1 < body->piece_count; i++)
        if (is_lone_link(body, i))
            body->pieces[i].chosen = false;
}

/* The headline in other words than are declared, notes, and addresses that a page prints. */
static void
drop_titles_and_notes(bl_chooser *c)
{
    struct bl_body *body = c->body;
    bool has_text = false;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if ((piece->level == 1 && !has_text) || bl_is_address(piece->text) || (piece->chosen && bl_is_note(piece)))
            piece->chosen = false;
        has_text = has_text || (piece->chosen && !piece->level);
    }
}

/* The box of another article: the widest one around its headline that does not hold the first. */
static bl_node
box_of_next(const bl_chooser *c, uint32_t i)
{
    const struct bl_body *body = c->body;
    const bl_document *doc = body->document;
    bl_node headline = body->pieces[body->headline].node, box = body->pieces[i].node;
    bl_node own = bl_closest(doc, box, BL_TAG_ARTICLE);
    if (own == BL_NO_NODE || bl_contains(doc, own, headline))
        return BL_NO_NODE;
    while (doc->nodes[box].parent != BL_NO_NODE && !bl_contains(doc, doc->nodes[box].parent, headline))
        box = doc->nodes[box].parent;
    return box;
}

/* Some pages go on with another article below the first, in an element of its own, with the same headline tag. */
static void
drop_next_articles(bl_chooser *c)
{
    struct bl_body *body = c->body;
    const bl_document *doc = body->document;
    uint32_t units = 0;
    if (body->headline == UINT32_MAX || body->pieces[body->headline].level != 1)
        return;
    uint64_t shape = bl_shape_hash(doc, body->pieces[body->headline].node);
    for (uint32_t i = body->headline + 1; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        units += piece->chosen ? piece->units : 0;
        if (piece->level != 1 || bl_shape_hash(doc, piece->node) != shape)
            continue;
        bl_node box = box_of_next(c, i);
        if (box == BL_NO_NODE)
            continue;
        uint32_t from = i;
        for (; from > body->headline && body->pieces[from - 1].first >= box; from--)
            units -= body->pieces[from - 1].chosen ? body->pieces[from - 1].units : 0;
        uint32_t to = from, held = 0;
        for (; to < body->piece_count && body->pieces[to].first < doc->nodes[box].end; to++)
            held += body->pieces[to].chosen ? body->pieces[to].units : 0;
        if (units < BL_FIRST_ARTICLE_UNITS || 2 * units < held)
            return;
        for (uint32_t k = from; k < to; k++)
            body->pieces[k].chosen = false;
        i = to > i ? to - 1 : i;
    }
}

/* The smallest box around the headline that holds most of what is chosen behind it, of so many units. */
static bl_node
box_of_article(const struct bl_body *body, uint32_t units)
{
    const bl_document *doc = body->document;
    bl_node box = doc->nodes[body->pieces[body->headline].node].parent;
    uint32_t held = 0;
    for (uint32_t i = body->headline; i < body->piece_count && (float)held < BL_ARTICLE_SHARE * (float)units; i++) {
        while (box != BL_NO_NODE && body->pieces[i].first >= doc->nodes[box].end)
            box = doc->nodes[box].parent;
        held += body->pieces[i].chosen ? body->pieces[i].units : 0;
    }
    return box;
}

static bool
is_inside(const struct bl_body *body, bl_node box, uint32_t i)
{
    return body->pieces[i].first >= box && body->pieces[i].first < body->document->nodes[box].end;
}

/* What stands outside the box of the article, in other elements than text inside: other columns, and the notes that
   programs print above a page. */
static void
drop_other_columns(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t before = 0, behind = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        *(i < body->headline ? &before : &behind) += body->pieces[i].chosen ? body->pieces[i].units : 0;
    if (body->headline == UINT32_MAX || behind < BL_FIRST_ARTICLE_UNITS || behind < before)
        return;
    bl_node box = box_of_article(body, behind);
    if (box == BL_NO_NODE)
        return;
    bool *shapes = BL_NEW_ARRAY(c->arena, bool, body->piece_count); /* of text inside */
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen && is_inside(body, box, i))
            shapes[c->page->shape_of[i]] = true;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        bl_piece *piece = &body->pieces[i];
        if (!piece->chosen || is_inside(body, box, i) || (i > body->headline && shapes[c->page->shape_of[i]]))
            continue;
        piece->chosen = false;
        piece->score = BL_HOPELESS; /* no lead, either */
    }
}

/* The box that begins with piece i: the one around its element, or around that one where it holds nothing else. */
static bl_node
box_begun(const struct bl_body *body, uint32_t i)
{
    const bl_document *doc = body->document;
    bl_node box = doc->nodes[body->pieces[i].node].parent;
    for (int levels = 0; levels < BL_LABELLED_LEVELS && box != BL_NO_NODE; levels++, box = doc->nodes[box].parent) {
        if (i > 0 && body->pieces[i - 1].last >= box)
            return BL_NO_NODE;
        if (i + 1 < body->piece_count && body->pieces[i + 1].first < doc->nodes[box].end)
            return box;
    }
    return BL_NO_NODE;
}

/* A box that begins with a heading such as "You may also like", "Comments" or "About the author" holds what that says,
   unless it holds the article too: most of the text, and no article was between the headline and the box. */
static void
drop_labelled_boxes(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t all = 0, told = 0; /* told: below the headline so far */
    for (uint32_t i = 0; i < body->piece_count; i++)
        all += body->pieces[i].chosen ? body->pieces[i].units : 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        told += piece->chosen && i > body->headline ? piece->units : 0;
        bl_node box = piece->is_label && piece->level ? box_begun(body, i) : BL_NO_NODE;
        if (box == BL_NO_NODE)
            continue;
        uint32_t to = i, held = 0;
        for (; to < body->piece_count && body->pieces[to].first < body->document->nodes[box].end; to++)
            held += body->pieces[to].chosen ? body->pieces[to].units : 0;
        bool goes = told >= BL_FIRST_ARTICLE_UNITS || (float)held < BL_LABELLED_SHARE * (float)all;
        for (uint32_t k = i; k < to; k++) {
            body->pieces[k].chosen &= !goes;
            told += body->pieces[k].chosen ? body->pieces[k].units : 0;
        }
        i = to - 1; /* to > i: the piece itself is in it */
    }
}

void
bl_body_finish(bl_chooser *c)
{
    drop_labelled_boxes(c);
    drop_furniture(c);
    drop_other_columns(c);
    drop_next_articles(c);
    drop_titles_and_notes(c);
    drop_lone_links(c);
    bl_body_appeals(c);
    bl_body_lists(c);
    drop_captions(c);
    drop_claimed_lines(c);
    bl_body_head(c);
    drop_copies(c);
    drop_pull_quotes(c);
    raise_bold_lines(c);
    place_players(c);
}
