/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The lead: a paragraph or a few points between headline and text that the page sets apart, by name, place
 * or look, and mostly repeats as its description.
 */
#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_weights.h"
#include "grammar/grammar.h"

static const uint64_t NO_LEAD = BL_WORD_CAPTION | BL_WORD_CREDIT | BL_WORD_BYLINE | BL_WORD_DATE | BL_WORD_TAGS |
                                BL_WORD_RELATED | BL_WORD_COMMENT | BL_WORD_SHARE | BL_WORD_NEWSLETTER | BL_WORD_AD |
                                BL_WORD_NAV | BL_WORD_BREADCRUMB | BL_WORD_FOOTER | BL_WORD_COOKIE | BL_WORD_PAYWALL |
                                BL_WORD_LOGIN | BL_WORD_SIDEBAR | BL_WORD_BIO | BL_WORD_HIDDEN | BL_WORD_SR_ONLY |
                                BL_WORD_POPUP | BL_WORD_KICKER | BL_WORD_META;

/* The shape that most of the body has. */
static uint32_t
main_shape(const bl_chooser *c)
{
    const struct bl_body *body = c->body;
    float *units = BL_NEW_ARRAY(c->arena, float, body->piece_count);
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t shape = c->page->shape_of[i];
        if (!body->pieces[i].chosen)
            continue;
        units[shape] += (float)body->pieces[i].units;
        if (best == UINT32_MAX || units[shape] > units[best])
            best = shape;
    }
    return best;
}

/* Does the page name the box of its text so too? Then the name tells nothing. */
static bool
names_text_so(const struct bl_body *body)
{
    uint32_t units = 0, named = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (body->pieces[i].chosen) {
            units += body->pieces[i].units;
            named += body->pieces[i].words & BL_WORD_LEAD ? body->pieces[i].units : 0;
        }
    return 2 * named > units && units > BL_LEAD_UNITS_USUAL;
}

/* "(Original headline: ...)", "Source: town hall": what is in brackets as a whole, or behind the label of a line. */
static bool
is_remark(const bl_piece *piece)
{
    bl_span text = bl_trim(piece->text);
    size_t colon = bl_span_find(text, BL_SPAN("\xEF\xBC\x9A"), 0), at = text.n;
    if ((bl_span_starts(text, BL_SPAN("(")) && bl_span_ends(text, BL_SPAN(")"))) ||
        (bl_span_starts(text, BL_SPAN("\xEF\xBC\x88")) && bl_span_ends(text, BL_SPAN("\xEF\xBC\x89"))))
        return true;
    uint32_t last = bl_rune_back(text, &at);
    return colon != BL_NOT_FOUND && colon <= BL_LEAD_LABEL && last != 0x3002 && last != 0xFF01 && last != 0xFF1F;
}

static bool
can_be_lead(const bl_chooser *c, const bl_piece *piece)
{
    const uint32_t never = BL_IN_HIDDEN | BL_IN_NAV | BL_IN_FOOTER | BL_IN_FORM | BL_IN_FIGURE | BL_IN_CAPTION |
                           BL_IN_BUTTON | BL_IN_NOSCRIPT;
    if (piece->in & never || piece->units < BL_LEAD_UNITS_LEAST || piece->units > BL_LEAD_UNITS_MOST)
        return false;
    if (piece->type == BYLINE_BLOCK_TABLE || piece->type == BYLINE_BLOCK_EMBED || piece->level == 1)
        return false;
    if (bl_is_claimed_line(c, piece) || (!(piece->own & BL_WORD_LEAD) && is_remark(piece)))
        return false;
    return 2 * piece->link_units <= piece->units && !bl_is_address(piece->text) && !bl_is_note(piece) &&
           !bl_is_appeal(c->heads, c->arena, piece->text, false, false);
}

bool
bl_is_address(bl_span text)
{
    return (bl_span_starts_nocase(text, BL_SPAN("http://")) || bl_span_starts_nocase(text, BL_SPAN("https://"))) &&
           bl_span_find_char(text, ' ', 0) == BL_NOT_FOUND;
}

/* Does it say what notes beside an article say: whom it was paid by, what to subscribe to, who wrote it? */
static bool
is_note(const bl_chooser *c, const bl_piece *piece)
{
    uint8_t says[BL_SAYS_COUNT];
    bl_phrases_of(c->arena, piece->text, says);
    return says[BL_SAYS_SIGNUP] || says[BL_SAYS_NOTICE] || says[BL_SAYS_AD] ||
           (says[BL_SAYS_PERSON] >= BL_SAYS_AT_START && !piece->ends_sentence);
}

/* "What do you think?": what a box for readers asks. */
static bool
asks_shortly(const bl_piece *piece)
{
    return bl_span_ends(piece->text, BL_SPAN("?")) && bl_word_count(piece->text) <= BL_LEAD_QUESTION_WORDS;
}

/* Does a part of the text have a heading like it? */
static bool
heads_a_part(const bl_chooser *c, uint32_t i)
{
    const struct bl_body *body = c->body;
    if (!body->pieces[i].chosen)
        return false;
    for (uint32_t k = i + 1; k < body->piece_count; k++)
        if (body->pieces[k].chosen && c->page->shape_of[k] == c->page->shape_of[i])
            return true;
    return false;
}

/* "HARBOUR, May 5 (Reuters) - " */
static bool
has_dateline(const bl_chooser *c, const bl_piece *piece)
{
    bl_arena *passing = c->evidence->passing;
    const byline_dateline *dateline = bl_read_dateline(piece->text, &(bl_line_context){0}, passing);
    bool has = dateline && dateline->place && (dateline->agency_count || dateline->other_source_count);
    bl_arena_empty(passing);
    return has;
}

/* Does the line of author or date stand between piece i, right below the headline, and the text? */
static bool
precedes_line(const bl_chooser *c, uint32_t i, uint32_t next)
{
    const struct bl_body *body = c->body;
    if (body->headline == UINT32_MAX || i != body->headline + 1 || next == UINT32_MAX ||
        body->pieces[i].units < BL_LEAD_LINE_UNITS || bl_span_ends(body->pieces[i].text, BL_SPAN(":")))
        return false;
    for (uint32_t k = i + 1; k < next; k++)
        if (bl_is_claimed_line(c, &body->pieces[k]))
            return true;
    return false;
}

/* What speaks against it, where neither its name nor the page's description tells it from what is no lead. */
static float
weigh_doubts(const bl_chooser *c, uint32_t i)
{
    const bl_piece *piece = &c->body->pieces[i];
    float weight = 0;
    if (c->body->headline != UINT32_MAX && i < c->body->headline && piece->score < 0)
        weight += BL_LEAD_OF_SITE;
    if (has_dateline(c, piece))
        weight += BL_LEAD_DATELINE;
    if (c->page->shares[i].lead > BL_LEAD_TOLD_SHARE)
        return weight;
    if (c->page->shares[i].caption > BL_LEAD_CAPTION_SHARE)
        weight += BL_LEAD_CAPTION;
    if (asks_shortly(piece))
        weight += BL_LEAD_NOTE;
    if (piece->words & c->lead_word)
        return weight;
    if (piece->type == BYLINE_BLOCK_QUOTE)
        weight += BL_LEAD_QUOTE;
    if (is_note(c, piece))
        weight += BL_LEAD_NOTE;
    if (piece->level && heads_a_part(c, i))
        weight += BL_LEAD_PART;
    return weight;
}

/* Is it the one paragraph that is bold as a whole, at the head of the text? In interviews the questions are. */
static bool
is_bold_alone(const bl_chooser *c, uint32_t i)
{
    const struct bl_body *body = c->body;
    if (body->pieces[i].units < BL_LEAD_UNITS_USUAL || !body->pieces[i].ends_sentence || !body->pieces[i].chosen)
        return false;
    for (uint32_t k = 0; k < body->piece_count; k++) {
        const bl_piece *piece = &body->pieces[k];
        if (!piece->chosen || piece->level || !piece->units)
            continue;
        if (k < i)
            return false;
        if (k != i && (float)piece->strong_units / (float)piece->units > BL_LEAD_STRONG_SHARE)
            return false;
    }
    return true;
}

/* How much speaks for piece i as the lead; next is the first piece of the text behind it. */
static float
weigh(const bl_chooser *c, uint32_t i, uint32_t next, uint32_t shape)
{
    const struct bl_body *body = c->body;
    const bl_piece *piece = &body->pieces[i];
    float weight = 0;
    bool is_named = piece->own & BL_WORD_LEAD & c->lead_word, is_inside_named = piece->words & c->lead_word;
    if (is_named)
        weight += BL_LEAD_NAMED;
    else if (is_inside_named)
        weight += BL_LEAD_INSIDE_NAMED;
    uint64_t beside = is_named ? BL_WORD_META | BL_WORD_KICKER : 0;
    if (c->page->shares[i].lead > BL_LEAD_TOLD_WHOLE)
        beside |= BL_WORD_TAGS | BL_WORD_META;
    if (piece->words & NO_LEAD & ~beside)
        weight -= BL_LEAD_OTHER_NAME;
    if (precedes_line(c, i, next))
        weight += BL_LEAD_BEFORE_LINE;
    weight += BL_LEAD_DESCRIBED * c->page->shares[i].lead;
    if (c->page->shape_of[i] != shape)
        weight += BL_LEAD_OTHER_SHAPE;
    else if (next != UINT32_MAX && body->document->nodes[body->pieces[next].node].parent ==
                                       body->document->nodes[piece->node].parent)
        weight -= BL_LEAD_SAME_BOX;
    weight -= weigh_doubts(c, i);
    bool asks = bl_span_ends(piece->text, BL_SPAN("?")); /* as the heading of a part does */
    if (piece->level)
        weight += (piece->ends_sentence && !asks) || piece->units > BL_SHORT_UNITS ? BL_LEAD_HEADING : -BL_LEAD_HEADING;
    if (piece->units && (float)piece->strong_units / (float)piece->units > BL_LEAD_STRONG_SHARE)
        weight += is_bold_alone(c, i) ? BL_LEAD_STRONG_ALONE : BL_LEAD_STRONG;
    if (!piece->ends_sentence && piece->units < BL_LEAD_UNITS_USUAL)
        weight -= BL_LEAD_SHORT;
    if (c->page->shares[i].title > BL_LEAD_TITLE_SHARE)
        weight -= BL_LEAD_TITLE;
    if (piece->in & BL_IN_ASIDE)
        weight -= BL_LEAD_ASIDE;
    if (body->headline != UINT32_MAX) {
        float distance = (float)i - (float)body->headline;
        if (distance < 0)
            weight -= BL_LEAD_BEFORE_HEADLINE;
        else
            weight -= BL_LEAD_FAR * (distance > 1 ? distance - 1 : 0);
    }
    return weight;
}

/* The box that holds all points of a lead: the list around a list item, else the box that names it. */
static bl_node
box_of_points(const struct bl_body *body, const bl_piece *piece, uint64_t lead_word)
{
    const bl_document *doc = body->document;
    bl_node at = piece->node;
    if (piece->type == BYLINE_BLOCK_LIST_ITEM) {
        for (int levels = 0; levels < 4 && at != BL_NO_NODE; levels++, at = doc->nodes[at].parent)
            if (doc->nodes[at].tag == BL_TAG_UL || doc->nodes[at].tag == BL_TAG_OL)
                return at;
        return piece->node;
    }
    if (piece->words & lead_word && !(piece->own & lead_word) && doc->nodes[at].parent != BL_NO_NODE)
        return doc->nodes[at].parent;
    return piece->node;
}

/* Does the piece, unlike the text, share its box with nothing but a few more of its shape? */
static bool
stands_among_its_like(const bl_chooser *c, uint32_t i, uint32_t shape)
{
    const struct bl_body *body = c->body;
    bl_node box = body->document->nodes[body->pieces[i].node].parent;
    uint32_t from = i, to = i + 1;
    if (box == BL_NO_NODE || c->page->shape_of[i] == shape)
        return false;
    while (from > 0 && to - from <= BL_LEAD_POINTS_MOST &&
           bl_contains(body->document, box, body->pieces[from - 1].node))
        from--;
    while (to < body->piece_count && to - from <= BL_LEAD_POINTS_MOST &&
           bl_contains(body->document, box, body->pieces[to].node))
        to++;
    for (uint32_t k = from; k < to; k++)
        if (c->page->shape_of[k] != c->page->shape_of[i] || c->page->is_headline[k])
            return false;
    return to - from > 1 && to - from <= BL_LEAD_POINTS_MOST;
}

/* From piece i to all pieces of the lead that it is one of; *end is one behind the last. */
static uint32_t
all_points(const bl_chooser *c, uint32_t i, uint32_t shape, uint32_t *end)
{
    const struct bl_body *body = c->body;
    bl_node box = box_of_points(body, &body->pieces[i], c->lead_word);
    if (stands_among_its_like(c, i, shape))
        box = body->document->nodes[body->pieces[i].node].parent;
    uint64_t named = body->pieces[i].words & c->lead_word;
    uint32_t first = i;
    *end = i + 1;
    if (box == body->pieces[i].node)
        return first;
    while (first > 0 && first + BL_LEAD_POINTS_MOST > i &&
           bl_contains(body->document, box, body->pieces[first - 1].node) &&
           !c->page->is_headline[first - 1] && (body->pieces[first - 1].words & c->lead_word) == named)
        first--;
    while (*end < body->piece_count && *end < i + BL_LEAD_POINTS_MOST &&
           bl_contains(body->document, box, body->pieces[*end].node) &&
           (body->pieces[*end].words & c->lead_word) == named)
        ++*end;
    return first;
}

/* A picture between headline and lead may leave its credit there. */
static bool
is_photo_credit(const bl_chooser *c, const bl_piece *piece)
{
    bl_arena *passing = c->evidence->passing;
    if (piece->ends_sentence || piece->units > BL_LEAD_UNITS_USUAL)
        return false;
    const byline_credit *read = bl_read_credit(piece->text, BYLINE_LINE_CAPTION, &(bl_line_context){0}, passing);
    bool is_credit = read->kind == BYLINE_CREDIT_PHOTO && read->confidence >= BL_LEAD_CREDIT_SURE && !read->caption;
    bl_arena_empty(passing);
    return is_credit;
}

static void
take(bl_chooser *c, uint32_t from, uint32_t to)
{
    struct bl_body *body = c->body;
    bl_builder b = bl_builder_in(c->arena);
    body->lead = from;
    body->lead_end = to;
    for (uint32_t i = from; i < to; i++) {
        body->pieces[i].chosen = false;
        if (to - from > 1 && is_photo_credit(c, &body->pieces[i]))
            continue;
        if (b.n)
            bl_builder_add_char(&b, '\n');
        bl_builder_add(&b, bl_clean(c->arena, body->pieces[i].text, false));
    }
    body->lead_text = bl_clean(c->arena, bl_builder_span(&b), true);
}

void
bl_body_lead(bl_chooser *c)
{
    struct bl_body *body = c->body;
    body->lead = UINT32_MAX;
    uint32_t first = 0, left = BL_LEAD_DEPTH, chosen = 0;
    while (first < body->piece_count &&
           (!body->pieces[first].chosen || body->pieces[first].type == BYLINE_BLOCK_HEADING))
        first++;
    uint32_t from = body->headline != UINT32_MAX && body->headline < first ? body->headline : first;
    from = from > BL_LEAD_BACK ? from - BL_LEAD_BACK : 0;
    c->lead_word = names_text_so(body) ? 0 : BL_WORD_LEAD;
    uint32_t shape = main_shape(c), best = UINT32_MAX;
    float most = BL_LEAD_ENOUGH;
    for (uint32_t i = from; i < body->piece_count && left > 0 && chosen < 3; i++, left--) {
        const bl_piece *piece = &body->pieces[i];
        if (i == body->headline)
            left = BL_LEAD_DEPTH;
        chosen += piece->chosen && piece->units > BL_LEAD_UNITS_LEAST;
        if (!can_be_lead(c, piece) || c->page->is_headline[i])
            continue;
        uint32_t next = i + 1;
        while (next < body->piece_count && !body->pieces[next].chosen)
            next++;
        float weight = weigh(c, i, next < body->piece_count ? next : UINT32_MAX, shape);
        if (chosen > (piece->chosen ? 1u : 0u))
            weight -= BL_LEAD_LATE;
        if (weight > most) {
            most = weight;
            best = i;
        }
    }
    if (best == UINT32_MAX)
        return;
    uint32_t end, left_units = 0;
    best = all_points(c, best, shape, &end);
    for (uint32_t i = 0; i < body->piece_count; i++)
        left_units += body->pieces[i].chosen && !(i >= best && i < end) ? body->pieces[i].units : 0;
    if (left_units < BL_LEAD_LEAVES)
        return;
    take(c, best, end);
    body->lead_confidence = most < BL_LEAD_SURE ? 0.5f + 0.5f * most / BL_LEAD_SURE : 1.0f;
}
