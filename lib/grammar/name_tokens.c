/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A piece of a byline as words, and where its names end. */
#include "grammar/name_tokens.h"

#include "base/unicode.h"

bl_span
bl_piece_stretch(const bl_piece_words *w, size_t i, size_t j)
{
    if (i >= j || j > w->count)
        return BL_EMPTY;
    const char *end = w->at[j - 1].p + w->at[j - 1].n;
    bl_span s = bl_span_from(w->at[i].p, (size_t)(end - w->at[i].p));
    while (s.n && strchr(",;:-\"*", s.p[s.n - 1]))
        s.n--;
    while (s.n && strchr(",;:-\"*.", s.p[0]))
        s = bl_span_cut(s, 1);
    return bl_trim(s);
}

/* "OGBL-Präsidentin": the trade behind the last hyphen. */
static uint32_t
tail_kinds(bl_span token)
{
    const bl_word *word;
    size_t cut = token.n;
    while (cut > 0 && token.p[cut - 1] != '-')
        cut--;
    while (token.n && strchr(".,:;", token.p[token.n - 1]))
        token.n--;
    if (cut < 2 || cut >= token.n)
        return 0;
    size_t n = bl_byline_prefix(bl_span_cut(token, cut), &word);
    return n && cut + n == token.n ? word->kinds & (BL_BYLINE_JOB | BL_BYLINE_STAFF) : 0;
}

static uint32_t
kinds_of(const bl_piece_words *w, size_t i, size_t *next)
{
    const bl_word *word;
    const char *end = w->at[w->count - 1].p + w->at[w->count - 1].n;
    bl_span rest = bl_span_from(w->at[i].p, (size_t)(end - w->at[i].p));
    size_t n = bl_byline_prefix(rest, &word);
    *next = i + 1;
    if (!n)
        return tail_kinds(w->at[i]);
    while (*next < w->count && w->at[*next].p < rest.p + n)
        ++*next;
    /* all of the last word, but for its marks */
    bl_span last = w->at[*next - 1];
    size_t left = (size_t)(last.p + last.n - (rest.p + n));
    for (size_t k = 0; k < left; k++)
        if (!strchr(".,:;!)\"'", rest.p[n + k]))
            return 0;
    return word->kinds;
}

bl_piece_words
bl_piece_words_of(bl_span text)
{
    bl_piece_words w;
    w.count = 0;
    w.is_long = false;
    for (bl_span token; (token = bl_name_token(&text)).n;) {
        if (w.count == BL_PIECE_WORDS_MOST) {
            w.is_long = true;
            break;
        }
        w.at[w.count++] = token;
    }
    for (size_t i = 0, next; i < w.count; i++) {
        w.kinds[i] = kinds_of(&w, i, &next);
        w.next[i] = (uint8_t)next;
    }
    return w;
}

static bool
has_letter(bl_span token)
{
    for (size_t at = 0; at < token.n;)
        if (bl_rune_is_letter(bl_rune_next(token, &at)))
            return true;
    return false;
}

static bool
is_address(bl_span token)
{
    if (bl_span_find_char(token, '@', 0) != BL_NOT_FOUND ||
        bl_span_find(token, BL_SPAN("://"), 0) != BL_NOT_FOUND ||
        bl_span_starts_nocase(token, BL_SPAN("www.")) || token.p[0] == '#')
        return true;
    /* a star marks a field of a form */
    return token.p[0] == '*' || token.p[token.n - 1] == '*';
}

bool
bl_is_domain(bl_span token)
{
    size_t point = 0;
    for (size_t i = 1; i + 2 < token.n; i++)
        if (token.p[i] == '.')
            point = i;
    if (point < 2 || token.n - point > 7)
        return false;
    /* "EXAMPLE.PL" in capitals */
    bool is_shouted = token.n - point - 1 <= 3 && point >= 4 && bl_is_upper(token.p[0]) && bl_is_upper(token.p[1]);
    for (size_t i = 0; i < token.n; i++)
        if (i > point ? !bl_is_lower(token.p[i]) && !(is_shouted && bl_is_upper(token.p[i]))
                      : !bl_is_alpha(token.p[i]) && !bl_is_digit(token.p[i]) && token.p[i] != '.' &&
                            token.p[i] != '-')
            return false;
    return bl_is_alpha(token.p[point - 1]) && bl_is_alpha(token.p[point - 2]);
}

static bool
is_month_or_day(bl_span token)
{
    const bl_word *word;
    while (token.n && strchr(".,", token.p[token.n - 1]))
        token.n--;
    return bl_word_prefix(token, &word) == token.n && word && word->kinds & BL_WORD_DATE;
}

/* "le", "am", "on" before a date. */
static bool
is_little(bl_span token)
{
    return token.n <= 3 && bl_first_case(token) == BL_CASE_LOWER;
}

size_t
bl_piece_clean(const bl_piece_words *w)
{
    for (size_t i = 0, next; i < w->count; i = next) {
        uint32_t kinds = bl_piece_kinds(w, i, &next);
        if (bl_holds_digit(w->at[i])) {
            while (i > 0 &&
                   (is_month_or_day(w->at[i - 1]) || !has_letter(w->at[i - 1]) || is_little(w->at[i - 1])))
                i--;
            return i;
        }
        /* a capital inside a name is a surname */
        if (kinds & BL_BYLINE_SAID && i > 0 && next == w->count)
            return 0;
        bool is_soft = i == 1 && bl_first_case(w->at[i]) == BL_CASE_UPPER && kinds & BL_BYLINE_SOFT_NOISE;
        if (kinds & (BL_BYLINE_NOISE | BL_BYLINE_SOFT_NOISE) && !(kinds & BL_BYLINE_STAFF) && !is_soft) {
            bool is_behind_one = i == 1 && bl_first_case(w->at[i]) == BL_CASE_UPPER &&
                                 w->at[i].p[w->at[i].n - 1] != ':' && kinds & BL_BYLINE_NOISE;
            return is_behind_one && !(bl_piece_kinds(w, 0, &next) & BL_BYLINE_STAFF) ? 0 : i;
        }
        /* "Jane Roe Monday" */
        if (i >= 2 && i + 1 == w->count && is_month_or_day(w->at[i]) &&
            bl_first_case(w->at[i]) == BL_CASE_UPPER)
            return i;
        if (is_address(w->at[i]))
            return i;
    }
    return w->count;
}
