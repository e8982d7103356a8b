/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What single tokens of a credit are: initials, the head of a name, a label. */
#include "grammar/credit_items.h"

/* Of Japanese: between a label and its name, between parts of a foreign name. */
#define MIDDLE_DOT 0x30FB

bool
bl_is_initials(const bl_token *token, bool alone)
{
    if (token->type != 'w')
        return false;
    if (token->letters == 2 && token->shape & BL_SHAPE_DIGIT && token->shape & BL_SHAPE_UPPER &&
        token->shape & BL_SHAPE_HYPHEN)
        return true; /* "E-2" */
    if (!(token->shape & BL_SHAPE_ALL_LOWER) || token->shape & (BL_SHAPE_UNCASED | BL_SHAPE_DOTTED))
        return false;
    if (token->letters < 2 || token->letters > (alone ? 4 : 5))
        return false;
    const uint32_t never = BL_WORD_NOISE | BL_WORD_RIGHTS | BL_WORD_TITLE | BL_WORD_GENERIC |
                           BL_WORD_LICENSE | BL_WORD_ROLE | BL_WORD_PHOTO;
    const uint32_t words = BL_WORD_STOP | BL_WORD_MARK | BL_WORD_AND | BL_WORD_WITH | BL_WORD_VIA |
                           BL_WORD_OF | BL_WORD_PARTICLE | BL_WORD_FOR | BL_WORD_ORG | BL_WORD_BY;
    bool desk = token->letters == 3 && token->word && token->word->marks & BYLINE_MARK_STAFF;
    if (bl_token_is(token, never) && !desk)
        return false;
    return !alone || !bl_token_is(token, words);
}

bool
bl_is_furniture(const bl_tokens *tokens, size_t i, size_t to)
{
    if (bl_span_find_char(bl_token_span(tokens, i, i + 1), ' ', 0) != BL_NOT_FOUND)
        return tokens->at[i].shape & (BL_SHAPE_UPPER | BL_SHAPE_JOINT) || to - i <= 4;
    return to - i == 1 && (i == 0 || !strchr(":=", tokens->at[i - 1].type));
}

bool
bl_is_half_of_name(const bl_tokens *tokens, size_t i)
{
    const bl_token *t = &tokens->at[i];
    return t->shape & BL_SHAPE_JOINT && i > 0 && tokens->at[i - 1].type != 'a' &&
           bl_span_find_char(bl_token_span(tokens, i, i + 1), ' ', 0) == BL_NOT_FOUND;
}

bool
bl_are_initials(const bl_tokens *tokens, size_t from, size_t to, const bl_items *items)
{
    bool bracketed = tokens->at[from].type == '(', outlet = false, inside = false;
    size_t initials = 0;
    for (size_t i = from; i < to; i++) {
        const bl_token *t = &tokens->at[i];
        bool last = i + 1 == to || tokens->at[i + 1].type == ')';
        inside = t->type == '(' || (inside && t->type != ')');
        if (t->type != 'w') {
            if (!strchr(t->type == '.' && last ? "." : "(),/;-", t->type))
                return false;
        } else if (bl_is_initials(t, false)) {
            bool strict = bl_is_initials(t, true);
            bool joined = items->editors > 1 || (items->others && bracketed);
            bool listed = items->editors > 1 &&
                !(bl_kinds(t) & ~(uint32_t)(BL_WORD_ORG | BL_WORD_ABBREVIATION));
            if (!strict && !listed && !(joined && bracketed) &&
                !(items->others && !bl_token_is(t, BL_WORD_STOP | BL_WORD_AND)))
                return false;
            if (t->letters > (inside && !items->others ? 4 : 3))
                return false;
            if (i + 1 < to && tokens->at[i + 1].type == 'w')
                return false;
            initials++;
        } else if (outlet || !(t->shape & (BL_SHAPE_CAPITALS | BL_SHAPE_DOTTED)) ||
                   t->shape & BL_SHAPE_DIGIT) {
            return false;
        } else {
            outlet = true;
        }
    }
    return initials > 0 && (initials > 1 || bracketed || inside || outlet);
}

/* "[M]" between a label and its colon. */
static size_t
skip_bracketed_mark(const bl_tokens *tokens, size_t i, size_t to)
{
    bool letter = i + 3 < to && tokens->at[i].type == '(' && tokens->at[i + 1].type == 'w' &&
                  tokens->at[i + 1].letters == 1 && tokens->at[i + 2].type == ')';
    return letter ? 3 : 0;
}

bool
bl_may_begin_name(const bl_token *token)
{
    return token->type == 'a' ||
           (token->type == 'w' && token->shape & (BL_SHAPE_UPPER | BL_SHAPE_UNCASED | BL_SHAPE_HANDLE));
}

/* "of" and "from" behind a word for pictures say what they show, or where they are from. */
static bool
says_by(bl_span word)
{
    static const char *const others[] = {"of", "of the", "from", "to", "aus", "vom", "de la", "del", "du",
                                         "da", "do"};
    return !bl_span_is_among_nocase(word, others, BL_COUNT(others));
}

/* Is the word one that may be a label here? */
static bool
may_be_label(const bl_tokens *tokens, size_t i, size_t to, bl_items_mode mode)
{
    const bl_token *t = &tokens->at[i];
    uint32_t wanted = BL_WORD_PHOTO | BL_WORD_SOURCE | BL_WORD_ROLE |
                      (mode == BL_ITEMS_PHOTO ? BL_WORD_COURTESY : BL_WORD_BY);
    if (i + 1 < to && tokens->at[i + 1].type == ':')
        wanted |= BL_WORD_BY; /* "Autor: Jane Roe" of a picture */
    return t->word && t->type == 'w' && bl_token_is(t, wanted);
}

static uint8_t
role_of_label(const bl_token *t, bl_items_mode mode)
{
    if (mode != BL_ITEMS_PHOTO && bl_token_is(t, BL_WORD_SUFFIX) && !bl_token_is(t, BL_WORD_PHOTO))
        return BYLINE_ROLE_REPORTER; /* "記者：" */
    if (t->word->role)
        return t->word->role;
    return mode == BL_ITEMS_PHOTO ? BYLINE_ROLE_PHOTOGRAPHER : BYLINE_ROLE_AUTHOR;
}

/* "Photo/Jane Roe" behind a sentence: a stroke in place of the colon, before a word that is not listed. */
static bool
is_stroke_behind(const bl_tokens *tokens, size_t i, size_t k, size_t to)
{
    const bl_token *t = &tokens->at[i];
    return k + 2 < to && tokens->at[k].type == '/' && t->shape & BL_SHAPE_UPPER && bl_token_is(t, BL_WORD_PHOTO) &&
           (i == 0 || strchr(".?\")", tokens->at[i - 1].type)) && tokens->at[k + 1].type == 'w' &&
           !tokens->at[k + 1].word && tokens->at[k + 1].shape & BL_SHAPE_UPPER && tokens->at[k + 2].type == 'w' &&
           tokens->at[k + 2].shape & BL_SHAPE_UPPER;
}

/* Behind a colon at token k, or what stands for one behind a label of East Asia; 0 where there is none. */
static size_t
behind_colon(const bl_tokens *tokens, const bl_token *t, size_t k, size_t to)
{
    if (k >= to)
        return 0;
    if (strchr(":c", tokens->at[k].type) || (tokens->at[k].type == '=' && t->shape & BL_SHAPE_UNCASED)) {
        k++;
        while (k < to && strchr(":c", tokens->at[k].type))
            k++;
        return k;
    }
    bool is_stroke = tokens->at[k].type == '/' || (tokens->at[k].type == '|' && bl_token_is(t, BL_WORD_ROLE)) ||
                     bl_rune_at(tokens->line, tokens->at[k].start) == MIDDLE_DOT;
    return t->shape & BL_SHAPE_IDEOGRAPH && is_stroke ? k + 1 : 0; /* "文／", "编辑|", "撮影・" */
}

/* Behind "of", "from" and their kin at token k, which belong to the label; 0 where they do not. */
static size_t
behind_of(const bl_tokens *tokens, const bl_token *t, size_t k, size_t to, bl_items_mode mode)
{
    bool is_of = k + 1 < to && bl_token_is(&tokens->at[k], BL_WORD_OF) && tokens->at[k].shape & BL_SHAPE_LOWER &&
                 !bl_token_is(t, BL_WORD_BY) && bl_may_begin_name(&tokens->at[k + 1]);
    bool fits = is_of && (mode == BL_ITEMS_PHOTO || tokens->at[k + 1].type == 'a' ||
                          says_by(bl_token_span(tokens, k, k + 1)));
    return fits ? k + 1 : 0;
}

/* "Photo - Jane Roe" */
static bool
is_dash_behind(const bl_tokens *tokens, const bl_token *t, size_t k, size_t to)
{
    return k + 1 < to && tokens->at[k].type == '-' && t->shape & BL_SHAPE_UPPER && bl_token_is(t, BL_WORD_PHOTO) &&
           tokens->at[k + 1].type == 'w' && tokens->at[k + 1].shape & BL_SHAPE_UPPER &&
           tokens->at[k + 1].shape & BL_SHAPE_SPACED;
}

size_t
bl_label_at(const bl_tokens *tokens, size_t i, size_t to, bl_items_mode mode, uint8_t *role, bool *weak)
{
    const bl_token *t = &tokens->at[i];
    if (!may_be_label(tokens, i, to, mode))
        return 0;
    *weak = false;
    *role = role_of_label(t, mode);
    size_t k = i + 1, behind;
    bl_span printed = bl_token_span(tokens, i, k);
    bool phrase = bl_span_find_char(printed, ' ', 0) != BL_NOT_FOUND;
    if (k < to)
        k += skip_bracketed_mark(tokens, k, to);
    if ((behind = behind_colon(tokens, t, k, to)))
        return behind - i;
    if (mode == BL_ITEMS_PHOTO && is_stroke_behind(tokens, i, k, to))
        return k + 1 - i;
    bool is_cut = t->end > 0 && tokens->line.p[t->end - 1] == '.' &&
                  bl_token_is(t, BL_WORD_PHOTO | BL_WORD_ROLE);
    if (is_cut && t->shape & BL_SHAPE_UPPER && k < to && tokens->at[k].shape & BL_SHAPE_UPPER)
        return 1; /* "... spotkania Fot. Jan Example" */
    bool in_sentence = i > 0 && tokens->at[i - 1].type == 'w' && tokens->at[i - 1].shape & BL_SHAPE_LOWER &&
                       !(t->shape & BL_SHAPE_JOINT);
    bool by = bl_span_ends_nocase(printed, BL_SPAN(" by")) ||
              (k < to && bl_span_equal_nocase(bl_token_span(tokens, k, k + 1), BL_SPAN("by")));
    in_sentence = in_sentence && !(by && t->shape & BL_SHAPE_UPPER);
    *weak = true;
    if (in_sentence &&
        (!bl_token_is(t, BL_WORD_ROLE) || bl_token_is(t, BL_WORD_PHOTO) || mode == BL_ITEMS_PHOTO))
        return 1;
    *weak = false;
    if ((behind = behind_of(tokens, t, k, to, mode)))
        return behind - i;
    if (mode == BL_ITEMS_PHOTO && !in_sentence && is_dash_behind(tokens, t, k, to))
        return k + 1 - i;
    bool bare = phrase && t->shape & BL_SHAPE_CAPITALS && !by; /* "HAIR & MAKE-UP FOR ..." is a heading */
    bool is_phrase = bl_token_is(t, BL_WORD_ROLE | BL_WORD_COURTESY) && phrase && !bare &&
                     !(in_sentence && mode == BL_ITEMS_PHOTO);
    /* "(إعداد ... - تحرير ...)": in letters without capitals, where a part of a contribution begins */
    bool begins_part = mode == BL_ITEMS_CONTRIBUTION && bl_token_is(t, BL_WORD_ROLE) && t->shape & BL_SHAPE_UNCASED &&
                       !(t->shape & BL_SHAPE_IDEOGRAPH) && (i == 0 || strchr("(-;,", tokens->at[i - 1].type));
    *weak = !is_phrase && !is_cut && !begins_part; /* but for "fot. X" */
    return 1;
}
