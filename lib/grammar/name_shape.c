/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What a person's name looks like, in any script. */
#include "grammar/name.h"

#include "base/unicode.h"

/* "Maria José van der Berg y Ruiz" has seven with its particles; sentences have more. */
#define TOKENS_MOST 7
#define NAME_BYTES_MOST 90
/* Surname and given name; kana and transcribed names run longer. */
#define HAN_MOST 6
#define KANA_MOST 16
#define HANGUL_MOST 6
/* Thai names, and Chinese forms of foreign ones with a dot inside. */
#define THAI_MOST 40
#define DOTTED_MOST 14

/* Bytes of the longest of them. */
#define PARTICLE_MOST 8
#define PLAIN_PARTICLE_MOST 5 /* of those that begin with a plain letter */

static const char *const particles[26] = { /* by their first letter */
    "a abu af al ap av", "bar bat ben bin bint binti", "",
    "d' da das de dei del den der des di do dos du degli della delle", "e ed el", "", "", "het", "i ibn",
    "", "", "la las le li los", "mac mhic", "ní", "o op ould", "", "", "", "san st", "te ten ter", "ui ul",
    "van vom von", "", "", "y", "zu zum zur",
};
static const char *const more_particles[] = {
    "'t", "де", "ван", "фон", "да", "дер", "бин", "бен", "аль", "эль", "ибн", "оглы", "кызы",
};

bool
bl_is_name_particle(bl_span token)
{
    if (token.n == 0 || token.n > PARTICLE_MOST || bl_is_upper(token.p[0]))
        return false;
    if (bl_is_lower(token.p[0])) {
        if (token.n > PLAIN_PARTICLE_MOST)
            return false;
        for (const char *p = particles[token.p[0] - 'a']; *p;) {
            size_t same = 0;
            while (same < token.n && p[same] == token.p[same])
                same++;
            if (same == token.n && (p[same] == ' ' || !p[same]))
                return true;
            while (*p && *p++ != ' ')
                continue;
        }
        return false;
    }
    return bl_span_is_among(token, more_particles, BL_COUNT(more_particles));
}

static bool
is_joiner(uint32_t rune)
{
    return rune == '\'' || rune == 0x2019 || rune == 0x2018 || rune == 0x02BC || rune == '`' ||
           rune == 0xB4 || rune == '-' || rune == 0x2010 || rune == 0x2011 || rune == '.' || rune == 0x30FB ||
           rune == 0xB7 || rune == 0xFF65 || rune == 0x5F3 || rune == 0x5F4 || rune == 0x200C ||
           rune == 0x200D || rune == 0x30FC;
}

bl_span
bl_name_token(bl_span *rest)
{
    size_t at = 0, start = 0;
    while (at < rest->n && !bl_is_visible(rest->p[at]) && bl_rune_is_space(bl_rune_next(*rest, &at)))
        start = at;
    size_t end = start;
    for (at = start; at < rest->n; end = at) {
        while (at < rest->n && bl_is_visible(rest->p[at]))
            at++;
        end = at;
        if (at >= rest->n)
            break;
        if (bl_rune_is_space(bl_rune_next(*rest, &at)))
            break;
    }
    bl_span token = {rest->p ? rest->p + start : NULL, end - start};
    *rest = bl_span_cut(*rest, end);
    return token;
}

typedef struct token_shape {
    size_t letters;
    size_t ideographs;
    size_t kana;
    size_t hiragana;
    bool starts_upper; /* or a later part does: "al-Masri", "d'Arc", "McKay", "iZotope" */
    bool starts_lower;
    bool has_case;
    bool is_broken; /* a digit, a symbol */
} token_shape;

static token_shape
shape_of(bl_span token)
{
    token_shape shape = {0};
    bool at_start = true;
    for (size_t at = 0; at < token.n;) {
        uint32_t rune = bl_rune_next(token, &at);
        if (rune >= 'a' && rune <= 'z' && shape.letters && shape.has_case) { /* most of all */
            shape.letters++;
            at_start = false;
            continue;
        }
        if (is_joiner(rune)) {
            at_start = true;
            continue;
        }
        if (!bl_rune_is_letter(rune)) {
            shape.is_broken = true;
            return shape;
        }
        shape.letters++;
        shape.ideographs += bl_rune_is_ideograph(rune);
        shape.kana += rune >= 0x3040 && rune <= 0x30FF;
        shape.hiragana += rune >= 0x3040 && rune < 0x30A0;
        bool upper = bl_rune_is_upper(rune), lower = bl_rune_is_lower(rune);
        shape.has_case |= upper || lower;
        if (at_start && upper)
            shape.starts_upper = true;
        if (shape.letters == 1)
            shape.starts_lower = lower;
        at_start = false;
    }
    return shape;
}

/* Names in scripts without spaces: the count of characters tells. Thai names are spaced, and long. */
static bool
ideographs_fit(const token_shape *shape, bl_span token)
{
    size_t at = 0;
    uint32_t first = bl_rune_next(token, &at);
    if (first < 0x2E80)
        return shape->letters >= 2 && shape->letters <= THAI_MOST;
    if (shape->kana)
        return shape->letters >= 2 && shape->letters <= (shape->hiragana ? HAN_MOST : KANA_MOST);
    if (first >= 0xAC00 && first <= 0xD7AF)
        return shape->letters <= HANGUL_MOST;
    return shape->letters <= HAN_MOST ||
           (bl_span_find(token, BL_SPAN("\xC2\xB7"), 0) != BL_NOT_FOUND && shape->letters <= DOTTED_MOST);
}

/* "Jonathan "Jon" Roe", "Jane (Poe) Roe": the name inside. */
static bl_span
unquoted(bl_span token)
{
    static const char *const marks[][2] = {
        {"(", ")"}, {"\"", "\""}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\xC2\xAB", "\xC2\xBB"},
        {"\xE2\x80\x9E", "\xE2\x80\x9C"},
    };
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span open = bl_span_of(marks[i][0]), close = bl_span_of(marks[i][1]);
        if (token.n > open.n + close.n && bl_span_starts(token, open) && bl_span_ends(token, close))
            return bl_span_from(token.p + open.n, token.n - open.n - close.n);
    }
    if (token.n > 1 && token.p[0] == '(') /* "Jane (Ann Mary) Roe" */
        return bl_span_cut(token, 1);
    return token.n > 1 && token.p[token.n - 1] == ')' ? bl_span_head(token, token.n - 1) : token;
}

bool
bl_looks_like_name(bl_span text)
{
    text = bl_trim(text);
    if (!text.n || text.n > NAME_BYTES_MOST)
        return false;
    size_t tokens = 0, letters = 0, upper = 0, uncased = 0;
    for (bl_span rest = text, token; (token = bl_name_token(&rest)).n;) {
        if (++tokens > TOKENS_MOST)
            return false;
        bool is_inner = tokens > 1 && rest.n && (!bl_is_alpha(token.p[0]) || token.p[token.n - 1] == ')');
        token_shape shape = shape_of(is_inner ? unquoted(token) : token);
        if (shape.is_broken || !shape.letters)
            return false;
        letters += shape.letters;
        if (shape.ideographs) {
            if (!ideographs_fit(&shape, token))
                return false;
            uncased++;
        } else if (!shape.has_case) {
            uncased++;
        } else if (shape.starts_upper) {
            upper++;
        } else if (!bl_is_name_particle(token)) {
            return false;
        }
    }
    return letters >= 2 && upper + uncased > 0;
}
