/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * What stands in the box of the text and is not of it: what the site says to its readers, links to other stories, who
 * the author is.
 */
#include <limits.h>

#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_phrases.h"
#include "fields/body_weights.h"
#include "grammar/grammar.h"

typedef enum kind { APPEAL, HOLDS, CALL, THING, LAST, WRITE, ASK } kind;

typedef struct phrase {
    bl_span words;
    kind kind;
} phrase;

static const phrase PHRASES[] = {
#define APPEAL(words) {BL_SPAN_CONSTANT(words), APPEAL},
#define HOLDS(words) {BL_SPAN_CONSTANT(words), HOLDS},
#define CALL(words) {BL_SPAN_CONSTANT(words), CALL},
#define THING(words) {BL_SPAN_CONSTANT(words), THING},
#define LAST(words) {BL_SPAN_CONSTANT(words), LAST},
#define WRITE(words) {BL_SPAN_CONSTANT(words), WRITE},
#define ASK(words) {BL_SPAN_CONSTANT(words), ASK},
#include "fields/body_appeals.def"
#undef APPEAL
#undef HOLDS
#undef CALL
#undef THING
#undef LAST
#undef WRITE
#undef ASK
};

/* ---- what the site says to its readers ---- */

/* Where phrases are looked for: at the start of a sentence, at each word, and at each word behind a CALL. */
typedef enum place { AT_SENTENCE, AT_WORD, BEHIND_CALL, PLACE_COUNT } place;

static place
place_of(kind k)
{
    return k == HOLDS ? AT_WORD : k == THING ? BEHIND_CALL : AT_SENTENCE;
}

/* The first phrase of each place and byte; in next, the one behind each phrase with the same two. 1 + its number, 0 is
   none. */
struct bl_heads {
    uint16_t first[PLACE_COUNT][UCHAR_MAX + 1];
    uint16_t next[BL_COUNT(PHRASES)];
};

bl_heads *
bl_heads_of_appeals(bl_arena *arena)
{
    bl_heads *h = BL_NEW(arena, bl_heads);
    for (size_t i = BL_COUNT(PHRASES); i-- > 0;) {
        uint16_t *first = &h->first[place_of(PHRASES[i].kind)][(unsigned char)PHRASES[i].words.p[0]];
        h->next[i] = *first;
        *first = (uint16_t)(i + 1);
    }
    return h;
}

/* Which kinds of phrases begin at the start of this? A bit for each. */
static unsigned
kinds_at(const bl_heads *h, place where, bl_span text)
{
    unsigned found = 0;
    for (uint16_t i = h->first[where][(unsigned char)text.p[0]]; i; i = h->next[i - 1]) {
        bl_span words = PHRASES[i - 1].words;
        if (words.n <= text.n && words.p[words.n - 1] == text.p[words.n - 1] && bl_span_starts(text, words))
            found |= 1u << PHRASES[i - 1].kind;
    }
    return found;
}

static bool
ends_clause(uint32_t rune)
{
    switch (rune) {
    case '.': case '!': case '?': case ':': case '|': case '\n': case 0x2026: case 0x3002: case 0xFF01: case 0xFF1F:
    case 0xFF1A: case 0x061F: case 0x00BB: case 0x25B6: case 0x25BA: case 0x3010: case 0x3000:
        return true;
    default:
        return false;
    }
}

/* Courtesy in front of what is asked for. */
static size_t
please(bl_span text)
{
    static const char *const words[] = {"please ", "bitte ", "por favor ", "por favor, ", "and "};
    return bl_span_starts_among(text, words, BL_COUNT(words));
}

static bool
opens_speech(uint32_t rune)
{
    return rune == '"' || rune == 0x201C || rune == 0x201E || rune == 0x2018 || rune == 0xAB || rune == 0x300C;
}

/* Does a line in small letters speak to the readers of the site? At the end of the text also: of its author? */
static bool
speaks_to_readers(const bl_heads *h, bl_span line, bool is_link, bool is_last)
{
    const unsigned enough = 1u << APPEAL | 1u << HOLDS | (unsigned)is_link << CALL | (unsigned)is_last << LAST;
    unsigned found = 0;
    bool starts = true, in_word = false;
    for (size_t at = 0; at < line.n;) {
        size_t here = at;
        uint32_t rune = bl_rune_next(line, &at);
        bool is_part = bl_rune_is_letter(rune) || bl_rune_is_digit(rune);
        bool begins = !in_word || !is_part || bl_rune_is_ideograph(rune);
        in_word = is_part;
        if (!begins)
            continue;
        bl_span rest = bl_span_cut(line, here);
        if (starts && is_part)
            found |= kinds_at(h, AT_SENTENCE, bl_span_cut(rest, please(rest)));
        if (is_part)
            found |= kinds_at(h, AT_WORD, rest);
        if (found >> CALL & 1)
            found |= kinds_at(h, BEHIND_CALL, rest);
        if (found & enough || (found >> CALL & found >> THING & 1) || (is_last && found >> WRITE & 1 && rune == '@'))
            return true;
        starts = (starts && !is_part && !opens_speech(rune)) || ends_clause(rune);
    }
    return false;
}

bool
bl_is_appeal(const bl_heads *heads, bl_arena *arena, bl_span line, bool is_link, bool is_last)
{
    bl_builder b = bl_builder_in(arena);
    bl_phrases_plain(&b, line);
    bool speaks = speaks_to_readers(heads, bl_builder_span(&b), is_link, is_last);
    bl_undo(arena, b.p);
    return speaks;
}

/* ---- who wrote it ---- */

/* Does a line go on behind a name as "Ada Quist covers courts" does? */
static bool
tells_of(bl_span text, bl_span name)
{
    size_t at = name.n + 1;
    return name.n >= BL_PRESENTED_LEAST && name.n + 1 < text.n && bl_span_starts(text, name) && text.p[name.n] == ' ' &&
           bl_span_find_char(name, ' ', 0) != BL_NOT_FOUND && bl_rune_is_lower(bl_rune_next(text, &at));
}

/* Houses are declared as authors too; what is said of them is of a press release. */
static bool
is_person(const bl_chooser *c, bl_span name)
{
    bl_arena *passing = c->evidence->passing;
    byline_people people = bl_read_people(name, BYLINE_ROLE_AUTHOR, &(bl_line_context){0}, passing);
    bool is_one = people.people_count == 1 && people.people[0]->role == BYLINE_ROLE_AUTHOR;
    bl_arena_empty(passing);
    return is_one;
}

/* Does a paragraph behind the text present one of its authors? */
static bool
presents_author(const bl_chooser *c, const bl_piece *piece)
{
    const bl_claim *claims = c->evidence->claims[BL_FIELD_AUTHOR].at;
    size_t at = 0, here = 0;
    if (piece->type == BYLINE_BLOCK_LIST_ITEM || piece->level || piece->units > BL_PRESENTED_MOST)
        return false;
    while (at < piece->text.n && !bl_rune_is_letter(bl_rune_next(piece->text, &at)))
        here = at;
    for (size_t i = 0; i < c->evidence->claims[BL_FIELD_AUTHOR].count; i++)
        if (tells_of(bl_span_cut(piece->text, here), claims[i].value) && is_person(c, claims[i].value))
            return true;
    return false;
}

/* ---- links to other stories ---- */

static bool
is_prose(const bl_piece *piece)
{
    return piece->type == BYLINE_BLOCK_PARAGRAPH && piece->units >= BL_SHORT_UNITS / 2 &&
           2 * piece->link_units <= piece->units;
}

/* "More: Why the lake is two feet lower": nothing is text but what stands before the colon. */
static bool
is_labelled_link(const bl_piece *piece)
{
    uint32_t label = piece->units - piece->link_units, units = 0;
    if (piece->type != BYLINE_BLOCK_PARAGRAPH || label == 0 || label > BL_LABEL_UNITS ||
        piece->link_units < BL_LONE_LINK_UNITS || piece->links != 1)
        return false;
    for (size_t at = 0; at < piece->text.n;) {
        uint32_t rune = bl_rune_next(piece->text, &at);
        if (rune == ':' || rune == 0xFF1A)
            return units == label;
        units += bl_units_of(rune);
    }
    return false;
}

/* It leads to another story where the text goes on behind it, or where it says so. */
static bool
leads_away(const bl_chooser *c, const bl_piece *before, const bl_piece *piece, const bl_piece *behind)
{
    uint8_t says[BL_SAYS_COUNT];
    if (!is_labelled_link(piece))
        return false;
    bl_phrases_of(c->arena, piece->text, says);
    return says[BL_SAYS_RELATED] >= BL_SAYS_AT_START ||
           (before && is_prose(before) && behind && is_prose(behind) && !says[BL_SAYS_PICTURE]);
}

/* The chosen piece before i; NULL where there is none. */
static const bl_piece *
chosen_before(const struct bl_body *body, uint32_t i)
{
    while (i-- > 0)
        if (body->pieces[i].chosen)
            return &body->pieces[i];
    return NULL;
}

/* ---- whom to ask ---- */

static bool
says_whom_to_ask(const bl_chooser *c, const bl_piece *piece)
{
    bl_builder b = bl_builder_in(c->arena);
    bl_phrases_plain(&b, piece->text);
    bl_span line = bl_builder_span(&b);
    bool says = line.n && kinds_at(c->heads, AT_SENTENCE, line) >> ASK & 1;
    bl_undo(c->arena, b.p);
    return says;
}

/* "Media contact", and the short lines that follow to the end: names, numbers, addresses. */
static void
drop_whom_to_ask(bl_chooser *c)
{
    struct bl_body *body = c->body;
    uint32_t from = body->piece_count, left = BL_ASK_PIECES;
    for (uint32_t i = body->piece_count; i-- > 0 && left > 0;) {
        const bl_piece *piece = &body->pieces[i];
        if (!piece->chosen)
            continue;
        if (piece->units > BL_ASK_UNITS)
            break;
        left--;
        from = says_whom_to_ask(c, piece) ? i : from;
    }
    for (uint32_t i = from; i < body->piece_count && chosen_before(body, from); i++)
        body->pieces[i].chosen = false;
}

/* ---- all of it ---- */

static bool
is_aside(const bl_chooser *c, const bl_piece *before, const bl_piece *piece, const bl_piece *behind)
{
    bool is_last = !behind && before && !before->level, is_link = 2 * piece->link_units > piece->units;
    if (leads_away(c, before, piece, behind) || (is_last && presents_author(c, piece)))
        return true;
    return piece->units && piece->units <= BL_NOTE_UNITS_MOST && piece->type != BYLINE_BLOCK_TABLE &&
           piece->type != BYLINE_BLOCK_PREFORMATTED && bl_is_appeal(c->heads, c->arena, piece->text, is_link, is_last);
}

void
bl_body_appeals(bl_chooser *c)
{
    struct bl_body *body = c->body;
    c->heads = bl_heads_of_appeals(c->arena);
    drop_whom_to_ask(c);
    bool *is_one = BL_NEW_ARRAY(c->arena, bool, body->piece_count);
    uint32_t units = 0, asides = 0;
    const bl_piece *behind = NULL;
    for (uint32_t i = body->piece_count; i-- > 0;) {
        const bl_piece *piece = &body->pieces[i];
        if (!piece->chosen)
            continue;
        is_one[i] = is_aside(c, chosen_before(body, i), piece, behind);
        units += piece->units;
        asides += is_one[i] ? piece->units : 0;
        behind = is_one[i] ? behind : piece;
    }
    for (uint32_t i = 0; i < body->piece_count; i++)
        if (is_one[i] && (float)asides < BL_ASIDES_SHARE * (float)units)
            body->pieces[i].chosen = false;
    bl_release(c->arena, is_one, body->piece_count * sizeof *is_one);
}
