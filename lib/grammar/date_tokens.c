/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A text as numbers, words of the tables, other words, and marks. */
#include "grammar/date_words.h"

#include "base/unicode.h"

/* Pieces of an abbreviation with points inside, "a.m.": so many letters each. */
#define PIECE_MOST 4
/* Letters of the longest word in a script without spaces. */
#define RUN_MOST 20
/* Digits of a number that are read; longer ones are no part of a date, and would overflow. */
#define DIGITS_MOST 17

/* Full-width signs are the plain ones; dashes and colons of other scripts too. */
static uint32_t
plain(uint32_t rune)
{
    if (rune >= 0xFF01 && rune <= 0xFF5E)
        return rune - 0xFEE0;
    if (rune == 0x2010 || rune == 0x2011 || rune == 0x2013 || rune == 0x2212)
        return '-';
    if (rune == 0x2236 || rune == 0xFE55)
        return ':';
    if (rune == 0x3002 || rune == 0x589)
        return '.';
    if (rune == 0x60C || rune == 0x3001)
        return ',';
    return rune;
}

/* A folded word that grows rune by rune. */
typedef struct key {
    char text[BL_DATE_WORD_ROOM];
    size_t n;
    bool is_full; /* longer than any word of the tables */
} key;

static void
key_add(key *k, uint32_t rune)
{
    size_t size = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    if (k->n + size > sizeof k->text) {
        k->is_full = true;
        return;
    }
    char *p = k->text + k->n;
    if (size == 1) {
        p[0] = (char)rune;
    } else {
        static const unsigned char heads[] = {0, 0, 0xC0, 0xE0, 0xF0};
        p[0] = (char)(heads[size] | rune >> (6 * (size - 1)));
        for (size_t i = 1; i < size; i++)
            p[i] = (char)(0x80 | (rune >> (6 * (size - 1 - i)) & 0x3F));
    }
    k->n += size;
}

static const bl_date_meaning *
key_find(const key *k)
{
    return k->is_full ? NULL : bl_date_lookup(k->text, k->n);
}

static uint8_t
count_up(uint8_t count)
{
    return count < 255 ? (uint8_t)(count + 1) : count;
}

static void
read_number(bl_date_tokens *s, bl_date_token *t)
{
    t->type = BL_DATE_TOKEN_NUMBER;
    while (s->at < s->text.n) {
        size_t next = s->at;
        uint32_t rune = bl_rune_next(s->text, &next);
        int digit = bl_rune_digit(rune);
        if (digit < 0)
            break;
        s->at = next;
        t->length = count_up(t->length);
        if (t->length <= DIGITS_MOST)
            t->value = t->value * 10 + digit;
        t->is_persian |= rune >= 0x6F0 && rune <= 0x6F9;
    }
}

/* What may stand between two letters of one word, in words that begin with this letter. */
static bool
is_inside_word(uint32_t rune, uint32_t first)
{
    return rune == '\'' || rune == 0x2018 || rune == 0x2019 || rune == 0x5F3 || rune == 0x5F4 ||
           rune == 0x970 || (rune >= 0x200B && rune <= 0x200D) ||
           (rune == '"' && first >= 0x590 && first < 0x600);
}

/* Letters (and the apostrophes inside) from *at on into k; how many letters. */
static size_t
read_letters(bl_span text, size_t *at, key *k, bl_date_token *t)
{
    size_t letters = 0;
    while (*at < text.n) {
        size_t next = *at;
        if (bl_is_alpha(text.p[next])) { /* most letters, by the short way */
            uint32_t small = (uint32_t)bl_lower(text.p[next]);
            t->rune = letters ? t->rune : small;
            t->is_upper &= small != (uint32_t)text.p[next];
            key_add(k, small);
            letters++;
            t->length = count_up(t->length);
            ++*at;
            continue;
        }
        uint32_t rune = plain(bl_rune_next(text, &next));
        if (!bl_rune_is_letter(rune) || bl_rune_is_ideograph(rune)) {
            size_t after = next;
            bool may_end = rune == 0x5F3 || rune == 0x970; /* marks of Hebrew and Hindi abbreviations */
            if (!letters || !is_inside_word(rune, t->rune) ||
                (!may_end && !bl_rune_is_letter(bl_rune_next(text, &after))))
                break;
        }
        *at = next;
        uint32_t folded = rune == '"' ? 0 : bl_date_fold(rune);
        if (!letters)
            t->rune = folded;
        t->is_upper &= !bl_rune_is_lower(rune);
        letters++;
        t->length = count_up(t->length);
        if (folded)
            key_add(k, folded);
    }
    return letters;
}

/* "a.m.", "พ.ศ.": pieces with points between, where the tables know the whole. */
static void
read_pieces(bl_date_tokens *s, key *k, bl_date_token *t)
{
    size_t at = s->at;
    bl_date_token more = *t;
    key whole = *k;
    for (int i = 0; i < 4 && at + 1 < s->text.n && s->text.p[at] == '.'; i++) {
        at++;
        size_t letters = read_letters(s->text, &at, &whole, &more);
        if (letters == 0 || letters > PIECE_MOST)
            return;
        const bl_date_meaning *found = key_find(&whole);
        if (found) {
            s->at = at;
            *k = whole;
            *t = more;
            t->word = found;
        }
    }
}

static void
read_word(bl_date_tokens *s, bl_date_token *t, key *k)
{
    t->type = BL_DATE_TOKEN_WORD;
    t->is_upper = true;
    size_t letters = read_letters(s->text, &s->at, k, t);
    t->word = key_find(k);
    if (letters <= PIECE_MOST)
        read_pieces(s, k, t);
}

/* Chinese figures before a mark such as 年: 二〇二三, 十三. false, and nothing read, where it is none. */
static bool
read_figures(bl_date_tokens *s, bl_date_token *t)
{
    static const uint32_t figures[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                       0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    int64_t tens = -1, value = 0;
    size_t at = s->at, count = 0;
    uint32_t rune = 0;
    for (;;) {
        size_t next = at;
        rune = bl_rune_next(s->text, &next);
        int figure = rune == 0x96F6 ? 0 : -1;
        for (int i = 0; i < 10; i++)
            if (rune == figures[i])
                figure = i;
        if (figure >= 0) {
            value = value * 10 + figure;
        } else if (rune == 0x5341 && tens < 0) {
            tens = count ? value : 1;
            value = 0;
        } else {
            break;
        }
        at = next;
        if (++count > 4)
            return false;
    }
    /* year, month, day (two forms), hour (four), minute */
    static const uint32_t marks[] = {0x5E74, 0x6708, 0x65E5, 0x53F7, 0x865F,
                                     0x65F6, 0x6642, 0x70B9, 0x9EDE, 0x5206};
    bool is_marked = false;
    for (size_t i = 0; i < BL_COUNT(marks); i++)
        is_marked |= rune == marks[i];
    if (!count || !is_marked)
        return false;
    t->type = BL_DATE_TOKEN_NUMBER;
    t->value = (tens > 0 ? tens * 10 : 0) + value;
    t->length = (uint8_t)(tens > 0 ? (t->value > 9 ? 2 : 1) : count);
    s->at = at;
    return true;
}

/* In a script without spaces: the longest word of the tables, or one letter. */
static void
read_run(bl_date_tokens *s, bl_date_token *t, key *k)
{
    size_t at = s->at, end = s->at;
    t->type = BL_DATE_TOKEN_WORD;
    for (int i = 0; i < RUN_MOST && at < s->text.n && !k->is_full; i++) {
        size_t next = at;
        uint32_t rune = bl_rune_next(s->text, &next);
        bool point = (rune == '.' || rune == 0x200B) && i > 0;
        if (!bl_rune_is_ideograph(rune) && !point && !(bl_rune_is_letter(rune) && i > 0))
            break;
        at = next;
        if (!i) {
            t->rune = rune;
            end = at;
        }
        if (point)
            continue;
        key_add(k, bl_date_fold(rune));
        const bl_date_meaning *found = key_find(k);
        if (found && (found->kind != BL_DATE_LEAD || !found->is_last)) {
            t->word = found;
            t->length = (uint8_t)(i + 1);
            end = at;
        }
    }
    if (!t->word)
        t->length = 1;
    s->at = end;
}

/* "i dag", "il y a", "avant-hier": put token t to those from start on where the tables know them together. */
typedef enum joined { JOINED_NOT, JOINED_LEADS, JOINED_WHOLE } joined;

static joined
join(bl_date_tokens *s, size_t start, key *before, const key *k, const bl_date_token *t)
{
    if (k->is_full || before->n + 1 + k->n > sizeof before->text)
        return JOINED_NOT;
    key whole = *before;
    key_add(&whole, ' ');
    memcpy(whole.text + whole.n, k->text, k->n);
    whole.n += k->n;
    const bl_date_meaning *found = key_find(&whole);
    if (!found)
        return JOINED_NOT;
    *before = whole;
    /* the first words of a phrase keep what they mean by themselves until the phrase is whole */
    if (found->kind == BL_DATE_LEAD && found->is_last)
        return JOINED_LEADS;
    s->count = start + 1;
    s->list[start].word = found;
    s->list[start].end = t->end;
    return JOINED_WHOLE;
}

void
bl_date_tokens_open(bl_date_tokens *s, bl_span text, int language)
{
    s->text = text;
    s->at = 0;
    s->language = language;
    s->count = 0;
    s->list[0] = (bl_date_token){0};
}

/* The next token into *t; false at the end. k receives its key. */
static bool
read_token(bl_date_tokens *s, bl_date_token *t, key *k)
{
    *t = (bl_date_token){0};
    k->n = 0;
    k->is_full = false;
    uint32_t rune = 0;
    size_t next = s->at;
    for (; s->at < s->text.n; s->at = next) {
        rune = plain(bl_rune_next(s->text, &next));
        if (!bl_rune_is_space(rune) && !(rune >= 0x200B && rune <= 0x200F) &&
            !(rune >= 0x202A && rune <= 0x202E))
            break;
        t->gap = true;
    }
    if (s->at >= s->text.n)
        return false;
    t->start = s->at;
    if (bl_rune_digit(rune) >= 0) {
        read_number(s, t);
    } else if (bl_rune_is_ideograph(rune)) {
        if (!read_figures(s, t))
            read_run(s, t, k);
    } else if (bl_rune_is_letter(rune) || rune == 0xBA || rune == 0xAA) {
        read_word(s, t, k);
    } else {
        t->type = BL_DATE_TOKEN_MARK;
        t->rune = rune;
        s->at = next;
    }
    t->end = s->at;
    return true;
}

void
bl_date_tokens_fill(bl_date_tokens *s, size_t done)
{
    if (done > s->count)
        done = s->count;
    memmove(s->list, s->list + done, (s->count - done) * sizeof s->list[0]);
    s->count -= done;
    key before = {.n = 0};
    size_t start = 0;
    while (s->count < BL_DATE_TOKENS) {
        bl_date_token t;
        key k;
        if (!read_token(s, &t, &k))
            break;
        bool is_word = t.type == BL_DATE_TOKEN_WORD;
        joined how = is_word && before.n ? join(s, start, &before, &k, &t) : JOINED_NOT;
        if (how == JOINED_WHOLE)
            continue;
        s->list[s->count++] = t;
        if (how == JOINED_LEADS || (t.type == BL_DATE_TOKEN_MARK && t.rune == '-' && !t.gap))
            continue;
        before.n = 0;
        if (is_word && t.word && (t.word->kinds >> BL_DATE_LEAD & 1)) {
            before = k;
            start = s->count - 1;
        }
    }
    s->list[s->count] = (bl_date_token){0};
}

bool
bl_date_token_means(const bl_date_token *token, int language, bl_date_kind kind, int *value)
{
    const bl_date_meaning *m = bl_date_meaning_of(token->word, kind, language);
    if (m && value)
        *value = m->value;
    return m != NULL;
}
