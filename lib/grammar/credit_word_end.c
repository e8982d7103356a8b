/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Where a word of a credit ends: dots, hyphens and apostrophes inside it, spaces that a page lost. */
#include "base/unicode.h"
#include "grammar/credit_tokens.h"
#include "grammar/grammar.h"

/* Shorter halves are "Mc", "De", "Mac": parts of one name, not two words without their space. */
#define JOINT_LETTERS_LEAST 4

/* No word of any language is longer; what runs on is cut, so that time stays linear. */
#define WORD_LETTERS_MOST 100

/* Shorter names behind a hyphen are parts of a compound. */
#define HYPHENED_AGENCY_LEAST 5

/* "ORF.at" behind the dot of "wien.ORF.at": capitals, a dot and the letters of a country. */
static bool
is_domain(bl_span line, size_t at)
{
    size_t letters = 0, country = 0;
    for (uint32_t rune; bl_is_alpha((char)(rune = bl_rune_at(line, at))) && rune < 0x80 && letters < 20; letters++)
        at++;
    if (!letters || at >= line.n || line.p[at] != '.')
        return false;
    for (at++; at < line.n && bl_is_lower(line.p[at]) && country < 5; country++)
        at++;
    return country >= 2 && country <= 3 && !bl_is_word_rune(bl_rune_at(line, at));
}

/* "EXAMPLE.PL" in capitals: what stands behind the dot is a domain that is seen so. */
static bool
is_capital_domain(bl_span line, size_t start, size_t dot)
{
    static const char *const domains[] = {"COM", "NET", "ORG", "INFO", "DE", "AT", "CH", "PL", "IT", "FR", "ES",
                                          "CO",  "ID",  "LT",  "LV",   "EE", "SI", "BA", "MK", "UK", "RU", "UA",
                                          "NL",  "BE",  "EU",  "TV",   "SE", "NO", "DK", "FI", "CZ", "SK", "HU",
                                          "RO",  "BG",  "GR",  "TR",   "BR", "PT", "HR", "RS"};
    if (dot < start + 2 || !bl_rune_is_upper((unsigned char)line.p[dot - 1]) ||
        !bl_rune_is_upper((unsigned char)line.p[dot - 2]))
        return false;
    bl_span rest = bl_span_cut(line, dot + 1);
    for (size_t i = 0; i < BL_COUNT(domains); i++)
        if (bl_span_starts(rest, bl_span_of(domains[i])) &&
            !bl_is_word_rune(bl_rune_at(line, dot + 1 + strlen(domains[i]))))
            return true;
    return false;
}

/* "Roe-Example Images": a surname, a hyphen, and the whole name of an agency that is no everyday word. */
static bool
is_agency_behind(bl_span line, size_t start, size_t at)
{
    const byline_agency *agency;
    bool everyday;
    if (!bl_rune_is_upper(bl_rune_at(line, start)) || !bl_rune_is_upper(bl_rune_at(line, at)))
        return false;
    size_t named = bl_agency_prefix_everyday(bl_span_cut(line, at), &agency, &everyday);
    return named >= HYPHENED_AGENCY_LEAST && !everyday;
}

/* "Roe-Pool": what stands behind the hyphen is said of the picture. */
static bool
is_pool_behind(bl_span line, size_t start, size_t at)
{
    bl_span pool = BL_SPAN("Pool");
    return bl_rune_is_upper(bl_rune_at(line, start)) && bl_span_starts(bl_span_cut(line, at), pool) &&
           (at + pool.n == line.n || line.p[at + pool.n] == '/' || line.p[at + pool.n] == ')');
}

/* May the dot, hyphen or apostrophe at byte at stand inside a word that began at start? */
static bool
joins(bl_span line, size_t start, size_t at, uint32_t rune)
{
    if (rune < 0x80 && !(rune && strchr("'-_&.", (int)rune)))
        return false;
    size_t next = at;
    bl_rune_next(line, &next);
    uint32_t after = bl_rune_at(line, next);
    size_t before_at = at;
    uint32_t before = bl_rune_back(line, &before_at);
    if (!bl_is_word_rune(after) || !bl_is_word_rune(before))
        return false;
    if (rune == '\'' || rune == 0x2019)
        return true;
    if (rune == '-' && (is_agency_behind(line, start, next) || is_pool_behind(line, start, next)))
        return false;
    if (rune == '-' || rune == 0x2010 || rune == 0x2011 || rune == '_' || rune == 0x30FB || rune == 0xB7)
        return true;
    if (rune == '&')
        return bl_rune_is_upper(before) || bl_rune_is_lower(after);
    if (rune != '.')
        return false;
    if (bl_rune_is_digit(after))
        return true;
    if (is_domain(line, next) || is_capital_domain(line, start, at))
        return true;
    /* "J.J." and "example.org" are one word, "end.Next" is two */
    size_t two = before_at;
    const byline_agency *agency;
    size_t named = bl_agency_prefix(bl_span_cut(line, next), &agency);
    if (named && before_at > start && (next + named >= line.n || line.p[next + named] != '.'))
        return false; /* "end.dpa/ab" */
    bool single = before_at == start || bl_rune_at(line, (bl_rune_back(line, &two), two)) == '.';
    return single || bl_rune_is_lower(after);
}

/* "EXAMPLEFoto:": a label right behind a word in capitals. */
static bool
begins_label(bl_span line, size_t at, uint32_t last, uint32_t rune)
{
    if (!bl_rune_is_upper(rune) || !bl_rune_is_upper(last) || at + 1 >= line.n ||
        !bl_rune_is_lower(bl_rune_at(line, at + 1)))
        return false;
    const bl_word *word;
    size_t n = bl_word_prefix(bl_span_cut(line, at), &word);
    return n && word->kinds & BL_WORD_PHOTO && at + n < line.n && strchr(": ", line.p[at + n]);
}

size_t
bl_word_end(bl_span line, size_t start)
{
    size_t at = start;
    uint32_t last = 0;
    unsigned letters = 0, small = 0;
    bool dotted = false;
    bool handle = bl_rune_at(line, at) == '@' || bl_rune_at(line, at) == '#';
    if (handle)
        bl_rune_next(line, &at);
    while (at < line.n) {
        if (last >= 'A' && last <= 'z') { /* most of all: a small letter behind another letter */
            size_t from = at;
            while (at < line.n && bl_is_lower(line.p[at]) &&
                   letters < WORD_LETTERS_MOST) {
                letters++;
                at++;
            }
            small += (unsigned)(at - from);
            last = at > from ? (unsigned char)line.p[at - 1] : last;
            if (at >= line.n)
                break;
        }
        size_t next = at;
        uint32_t rune = bl_rune_next(line, &next);
        if (rune == ' ')
            break;
        if (bl_is_word_rune(rune)) {
            if (small && !handle && letters >= JOINT_LETTERS_LEAST && bl_rune_is_lower(last) &&
                bl_rune_is_upper(rune) && !dotted)
                break;
            if (letters >= JOINT_LETTERS_LEAST && !small && !dotted && begins_label(line, at, last, rune))
                break;
            if (letters >= WORD_LETTERS_MOST)
                break;
            if (last && bl_rune_is_ideograph(rune) != bl_rune_is_ideograph(last) && !bl_rune_is_digit(rune))
                break;
            letters++;
            small += bl_rune_is_lower(rune);
            last = rune;
        } else if (joins(line, start, at, rune)) {
            letters = small = 0;
            dotted |= rune == '.';
            last = 0;
        } else {
            break;
        }
        at = next;
    }
    return at > start ? at : start + 1;
}
