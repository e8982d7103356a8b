/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* "By", "Text:", "Ein Kommentar von": what stands before names and says what they did. */
#include "grammar/name.h"

#include "base/unicode.h"

/* "Aus dem Englischen von Text:": never more than so many labels in a row. */
#define LABELS_MOST 3
/* A label that is not known has no more words before its colon; a by-word stands no further inside. */
#define LABEL_WORDS 4
/* Bytes of a label of East Asia that needs no colon: two letters; one may be a surname. */
#define LABEL_WIDE 6

/* Bytes of the colon at the start of text, spaces before it included; 0 is none. */
static size_t
colon_at(bl_span text)
{
    size_t at = 0;
    while (at < text.n && text.p[at] == ' ')
        at++;
    if (at < text.n && (text.p[at] == ':' || text.p[at] == '='))
        return at + 1;
    if (at >= text.n || (unsigned char)text.p[at] < 0x80)
        return 0;
    if (bl_span_starts(bl_span_cut(text, at), BL_SPAN("\xD5\x9D"))) /* of Armenian */
        return at + 2;
    static const char *const wide[] = {"\xEF\xBC\x9A", "\xE3\x83\xBB", "\xEF\xBC\x9D",
                                       "\xEF\xBC\x8F", "\xEF\xBD\x9C", "\xEF\xB8\xB1"}; /* of East Asia */
    for (size_t i = 0; i < BL_COUNT(wide); i++)
        if (bl_span_starts(bl_span_cut(text, at), bl_span_of(wide[i])))
            return at + 3;
    return 0;
}

/* May a name start there? */
static bool
starts_name(bl_span text)
{
    text = bl_trim(text);
    bl_letter_case first = bl_first_case(text);
    bl_span rest = text;
    bl_span token = bl_name_token(&rest);
    return first == BL_CASE_UPPER || first == BL_CASE_UNCASED || bl_is_name_particle(token) ||
           bl_byline_is(token, BL_BYLINE_HONORIFIC | BL_BYLINE_JOB | BL_BYLINE_JOB_PART | BL_BYLINE_BY |
                                   BL_BYLINE_HOUSE | BL_BYLINE_STAFF) ||
           byline_agency_find(token.p, token.n);
}

/* Words that are names or something else in other languages than theirs. */
static bool
is_by_here(bl_span word, const bl_line_context *context)
{
    static const char *const tongues[][2] = {{"le", "ga"},   {"di", "it"}, {"na", "sw"},  {"ni", "sw"}, {"ni", "tl"},
                                             {"ni", "fil"},  {"à", "xx"},  {"gan", "cy"}, {"de", "ro"}, {"per", "ca"},
                                             {"theo", "vi"}, {"pv", "vi"}, {"from", "en"}};
    bool is_listed = false;
    for (size_t i = 0; i < BL_COUNT(tongues); i++) {
        if (!word.n || ((word.p[0] ^ tongues[i][0][0]) & ~0x20) ||
            !bl_span_equal_nocase(word, bl_span_of(tongues[i][0])))
            continue;
        if (bl_speaks(context, tongues[i][1]) || (tongues[i][1][0] == 'i' && bl_first_case(word) == BL_CASE_LOWER))
            return true;
        is_listed = true;
    }
    return !is_listed;
}

/* "ByJane Roe": a page that lost its spaces. */
static size_t
joined_by(bl_span text, byline_role base, byline_role *role)
{
    bool is_by = bl_span_starts_nocase(text, BL_SPAN("by")) && text.n > 4 && text.p[1] == 'y';
    if (!is_by || text.p[2] < 'A' || text.p[2] > 'Z' || (text.p[3] != '.' && (text.p[3] < 'a' || text.p[3] > 'z')))
        return 0;
    *role = base;
    return 2;
}

/* A label of name_words.def: "By ", "Text: "; its length, 0 is none. */
static size_t
own_label(bl_span text, bool is_labelled, const bl_line_context *context, byline_role base, byline_role *role)
{
    const bl_word *word;
    size_t n = bl_byline_prefix(text, &word);
    if (!n && (n = joined_by(text, base, role)))
        return n;
    if (!n)
        return bl_glued_trade(text, base, role);
    if (!(word->kinds & (BL_BYLINE_BY | BL_BYLINE_LABEL)))
        return 0;
    bl_span behind = bl_span_cut(text, n);
    size_t colon = colon_at(behind), first = 0;
    bool is_wide = bl_rune_is_ideograph(bl_rune_next(text, &first));
    if (is_wide && !colon && behind.n && (behind.p[0] == '/' || behind.p[0] == '|'))
        colon = 1;
    bool is_spaced = is_wide && n >= LABEL_WIDE && bl_span_starts(behind, BL_SPAN(" ")) &&
                     bl_first_case(behind) == BL_CASE_UNCASED; /* "编辑 张三" */
    if (word->kinds & BL_BYLINE_LABEL && (colon || n == text.n || is_labelled || is_spaced)) {
        *role = word->role == BYLINE_ROLE_AUTHOR ? base : (byline_role)word->role;
        return n + colon;
    }
    bl_span label = bl_span_head(text, n);
    bool is_phrase = word->kinds & BL_BYLINE_LABEL && bl_span_find_char(label, ' ', 0) != BL_NOT_FOUND;
    if (!(word->kinds & BL_BYLINE_BY) && !is_phrase)
        return 0;
    size_t at = 0;
    uint32_t next = bl_rune_next(behind, &at);
    bool parted = colon || bl_rune_is_space(next) || !behind.n;
    if (!parted || (!colon && behind.n && !starts_name(behind)) || (!colon && !is_by_here(label, context)))
        return 0;
    *role = is_phrase && word->role != BYLINE_ROLE_AUTHOR ? (byline_role)word->role : base;
    return n + colon;
}

/* A label that the credits know too, with its colon. */
static size_t
credit_label(bl_span text, byline_role base, byline_role *role)
{
    const bl_word *word;
    size_t n = bl_word_prefix(text, &word);
    if (!n || !(word->kinds & (BL_WORD_PHOTO | BL_WORD_ROLE | BL_WORD_SOURCE | BL_WORD_BY)))
        return 0;
    size_t colon = colon_at(bl_span_cut(text, n));
    if (!colon)
        return 0;
    *role = word->kinds & BL_WORD_SOURCE                       ? BYLINE_ROLE_ORGANIZATION
            : word->role && word->role != BYLINE_ROLE_REPORTER ? (byline_role)word->role
                                                               : base;
    return n + colon;
}

/* "Korrespondentin: X": any few words with a colon behind them. */
static size_t
any_label(bl_span text)
{
    size_t words = 0, at = 0;
    bl_span rest = text;
    for (bl_span token; words < LABEL_WORDS && (token = bl_name_token(&rest)).n; words++) {
        if (bl_byline_is(token, BL_BYLINE_NOISE))
            return 0;
        size_t colon = bl_span_find_char(token, ':', 0);
        size_t wide = bl_span_find(token, BL_SPAN("\xEF\xBC\x9A"), 0);
        at = (size_t)(token.p - text.p);
        if (colon != BL_NOT_FOUND && colon > 0 && (colon + 1 == token.n || !bl_is_digit(token.p[colon + 1])) &&
            (colon + 1 >= token.n || token.p[colon + 1] != '/'))
            return at + colon + 1;
        if (wide != BL_NOT_FOUND && wide > 0)
            return at + wide + 3;
        if (words && bl_span_is(token, ":")) /* "revue de presse : Jean Exemple" */
            return at + 1;
    }
    return 0;
}

/* "Translated from the German by": what the first word says that they did whom the by-word names. */
static byline_role
role_of_first(bl_span text, byline_role base)
{
    const bl_word *word;
    bl_span first = bl_name_token(&text);
    bool is_role = bl_byline_prefix(first, &word) == first.n && first.n && word->kinds & BL_BYLINE_LABEL;
    return is_role && word->role > BYLINE_ROLE_AUTHOR ? (byline_role)word->role : base;
}

/* "News By Jane Roe", "Ein Kommentar von Jane Roe": how much to drop before the name; 0 is nothing. */
static size_t
inner_by(bl_span text)
{
    static const char *const strong[] = {"by", "par", "por", "door", "przez", "oleh"};
    static const char *const weak[] = {"von", "av", "af"}; /* part of names, too */
    bool has_lower = false;
    bl_span rest = text, token = bl_name_token(&rest);
    for (size_t words = 0; words < LABEL_WORDS + 1 && token.n; words++, token = bl_name_token(&rest)) {
        for (size_t i = 0; words && i < 6; i++)
            if (bl_lower(token.p[0]) == strong[i][0] && bl_span_equal_nocase(token, bl_span_of(strong[i])) &&
                starts_name(rest))
                return (size_t)(rest.p - text.p);
        for (size_t i = 0; words && i < 3; i++)
            if (bl_span_is(token, weak[i]) && has_lower && bl_first_case(rest) == BL_CASE_UPPER)
                return (size_t)(rest.p - text.p);
        static const char *const articles[] = {"Ein",   "Eine",   "Kommentar", "Gastbeitrag", "Analyse", "Interview",
                                               "Tekst", "Kronik", "Leder",     "Essay",       "Artikel", "Bericht"};
        for (size_t i = 0; i < BL_COUNT(articles); i++)
            has_lower |= bl_span_is(token, articles[i]);
        has_lower |= bl_first_case(token) == BL_CASE_LOWER && !bl_is_name_particle(token);
    }
    return 0;
}

bool
bl_strip_label(bl_span *text, bool is_labelled, const bl_line_context *context, byline_role base, byline_role *role)
{
    bool found = false;
    bool colon = text->n && (memchr(text->p, ':', text->n) || memchr(text->p, 0xEF, text->n));
    for (int i = 0; i < LABELS_MOST; i++) {
        *text = bl_trim(*text);
        size_t n = own_label(*text, is_labelled && i == 0, context, base, role);
        if (!n && colon)
            n = credit_label(*text, base, role);
        if (!n && !found && (n = inner_by(*text)))
            *role = role_of_first(*text, base);
        if (!n && colon && (n = any_label(*text)) && !found)
            *role = base;
        if (!n)
            break;
        *text = bl_span_cut(*text, n);
        found = true;
    }
    *text = bl_trim(*text);
    return found;
}
