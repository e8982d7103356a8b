/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/plain_lines.h"

#include "base/unicode.h"
#include "grammar/grammar.h"

enum {
    READ_MOST = 4000,   /* lines that are looked at closely; a longer text is a table or a book */
    DATE_BYTES = 120,   /* a longer line has more to say than a date */
    DATE_WORDS = 5,     /* beside the numbers: weekday, month, "Published", a zone */
    CREDIT_BYTES = 160, /* a longer one is a paragraph that names a source */
    CREDIT_WORDS = 14,
    CAPTION_BYTES = 600,
    NUMBER_DIGITS = 3,  /* of an item: more is a year */
    HEADING_LEVELS = 6
};

static bool
is_sentence_end(uint32_t rune)
{
    switch (rune) {
    case '.': case '!': case '?': case ':': case ';': case ',':
    case 0x2026: case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E: case 0xFF0C: case 0xFF1A: /* full width */
    case 0x061F: case 0x06D4: case 0x061B: case 0x060C: /* Arabic */
    case 0x0964: case 0x0965: case 0x1362: case 0x17D4: case 0x104B: case 0x0589: /* danda and others */
        return true;
    default:
        return false;
    }
}

static bool
is_closing(uint32_t rune)
{
    return rune == '"' || rune == '\'' || rune == ')' || rune == ']' || rune == 0x2019 || rune == 0x201D ||
           rune == 0x201C || rune == 0xBB || rune == 0xAB || rune == 0x300D || rune == 0x300F;
}

/* Quotes and brackets behind the stop don't count. */
static bool
ends_sentence(bl_span text)
{
    for (size_t at = text.n; at > 0;) {
        uint32_t rune = bl_rune_back(text, &at);
        if (!is_closing(rune))
            return is_sentence_end(rune);
    }
    return false;
}

static bool
is_address(bl_span text)
{
    if (!bl_span_starts_nocase(text, BL_SPAN("http://")) && !bl_span_starts_nocase(text, BL_SPAN("https://")))
        return false;
    for (size_t i = 0; i < text.n; i++)
        if (bl_is_space(text.p[i]))
            return false;
    return text.n > 10;
}

/* How much of the line is the bullet or the number of an item; 0 is none. */
static size_t
bullet_length(bl_span text)
{
    size_t digits = 0;
    while (digits < text.n && bl_is_digit(text.p[digits]))
        digits++;
    size_t mark = digits;
    if (digits == 0) {
        uint32_t rune = bl_rune_next(text, &mark);
        if (rune != '*' && rune != '-' && rune != '+' && rune != 0x2022 && rune != 0xB7 && rune != 0x25CF &&
            rune != 0x25AA && rune != 0x2013 && rune != 0x30FB && rune != 0x25E6)
            return 0;
    } else if (digits > NUMBER_DIGITS || digits == text.n || (text.p[digits] != '.' && text.p[digits] != ')')) {
        return 0;
    } else {
        mark++;
    }
    return mark < text.n && (bl_is_space(text.p[mark])) ? mark : 0;
}

/* Three signs or more of one kind, and nothing else. */
static bool
is_rule(bl_span text)
{
    /* NOLINTNEXTLINE(bugprone-not-null-terminated-result): no NUL is sought */
    if (text.n < 3 || !memchr("=-_*~#", text.p[0], 6))
        return false;
    for (size_t i = 1; i < text.n; i++)
        if (text.p[i] != text.p[0] && text.p[i] != ' ')
            return false;
    return true;
}

/* Words without a digit: of a line that is a date there are few. */
static size_t
plain_words(bl_span text)
{
    size_t count = 0;
    bl_span word;
    while (bl_span_next(&text, ' ', &word)) {
        bool any_digit = false, any_letter = false;
        for (size_t at = 0; at < word.n;) {
            uint32_t rune = bl_rune_next(word, &at);
            any_digit |= bl_rune_is_digit(rune);
            any_letter |= bl_rune_is_letter(rune);
        }
        count += any_letter && !any_digit;
    }
    return count;
}

static bool
is_date(bl_span text)
{
    static const bl_line_context nothing = {0};
    byline_date date;
    return text.n <= DATE_BYTES && !ends_sentence(text) && plain_words(text) <= DATE_WORDS &&
           bl_read_date(text, &nothing, &date) && date.precision >= BYLINE_PRECISION_DAY;
}

static bl_line_kind
credit_kind(bl_span text, size_t words, bl_arena *arena)
{
    static const bl_line_context nothing = {0};
    if (text.n > CAPTION_BYTES)
        return BL_LINE_TEXT;
    /* a sign-off names agencies too */
    byline_credit *credit = bl_read_credit(text, BYLINE_LINE_PARAGRAPH, &nothing, arena);
    if (credit->kind != BYLINE_CREDIT_NONE && credit->kind != BYLINE_CREDIT_PHOTO)
        return BL_LINE_TEXT;
    credit = bl_read_credit(text, BYLINE_LINE_CAPTION, &nothing, arena);
    if (credit->kind != BYLINE_CREDIT_PHOTO)
        return BL_LINE_TEXT;
    if (credit->caption)
        return BL_LINE_CAPTION;
    return text.n <= CREDIT_BYTES && words <= CREDIT_WORDS ? BL_LINE_CREDIT : BL_LINE_TEXT;
}

static void
read_line(bl_plain_line *line, bool is_close, bl_arena *arena)
{
    line->ends = ends_sentence(line->text);
    size_t bullet = bullet_length(line->text), hashes = 0;
    while (hashes < line->text.n && line->text.p[hashes] == '#')
        hashes++;
    if (is_rule(line->text)) {
        line->kind = BL_LINE_RULE;
    } else if (hashes && hashes <= HEADING_LEVELS && hashes < line->text.n && bl_is_space(line->text.p[hashes])) {
        line->kind = BL_LINE_HEADING;
        line->level = (uint8_t)hashes;
        line->text = bl_trim(bl_span_cut(line->text, hashes));
    } else if (bullet) {
        line->kind = BL_LINE_ITEM;
        line->text = bl_trim(bl_span_cut(line->text, bullet));
    } else if (is_address(line->text)) {
        line->kind = BL_LINE_ADDRESS;
    }
    line->words = bl_word_count(line->text);
    if (line->kind != BL_LINE_TEXT || !is_close)
        return;
    if (is_date(line->text))
        line->kind = BL_LINE_DATE;
    else
        line->kind = (uint8_t)credit_kind(line->text, line->words, arena);
}

/*
 * Four nodes a line; and what all stages together take for one, in bytes: 2,400 were measured, and a quarter
 * more keeps a page of nothing but short lines within 100 ms a megabyte.
 */
enum { NODES_PER_LINE = 4, LINE_COST = 3000 };

/* Where memory did not do, so many times less. */
enum { LESS_IN_PART = 4 };

static size_t
most_lines(const bl_page *page)
{
    size_t by_nodes = page->limits.nodes / NODES_PER_LINE, by_memory = page->limits.memory_bytes / LINE_COST;
    return (by_nodes < by_memory ? by_nodes : by_memory) / (page->in_part ? LESS_IN_PART : 1);
}

bl_plain_lines
bl_plain_read_lines(bl_page *page, bl_arena *arena)
{
    BL_VECTOR(bl_plain_line) lines = {0};
    uint32_t block = 0;
    bl_span rest = page->text, text;
    size_t most = most_lines(page);
    while (lines.count < most && bl_span_next(&rest, '\n', &text)) {
        text = bl_trim(text);
        if (text.n == 0) {
            block++;
            continue;
        }
        bl_plain_line *line = BL_ADD(arena, &lines);
        line->text = text;
        line->block = block;
        read_line(line, lines.count <= READ_MOST, arena);
    }
    if (rest.n && page->limit == BYLINE_LIMIT_NONE)
        page->limit = BYLINE_LIMIT_NODES;
    return (bl_plain_lines){lines.at, lines.count};
}
