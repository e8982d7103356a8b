/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The language: what the page declares, checked against the script that its titles are in. */
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/page.h"
#include "page/charset.h"

/* A declared language that is not written in the script of the headline is the template's. */
enum { MISS_SCRIPT = 60 };

/* Which bits of a script a language is written in. */
enum {
    LATIN = 1,
    CYRILLIC = 2,
    GREEK = 4,
    ARABIC = 8,
    HEBREW = 16,
    HAN = 32,
    KANA = 64,
    HANGUL = 128,
    THAI = 256
};

static const struct {
    const char *language;
    unsigned scripts;
} WRITTEN[] = {
    {"ja", HAN | KANA}, {"zh", HAN},      {"ko", HANGUL | HAN}, {"ru", CYRILLIC}, {"uk", CYRILLIC},
    {"bg", CYRILLIC},   {"be", CYRILLIC}, {"mk", CYRILLIC},     {"el", GREEK},    {"ar", ARABIC},
    {"fa", ARABIC},     {"ur", ARABIC},   {"he", HEBREW},       {"th", THAI},     {"en", LATIN},
    {"de", LATIN},      {"fr", LATIN},    {"es", LATIN},        {"it", LATIN},    {"pt", LATIN},
    {"nl", LATIN},      {"sv", LATIN},    {"da", LATIN},        {"no", LATIN},    {"nb", LATIN},
    {"nn", LATIN},      {"fi", LATIN},    {"pl", LATIN},        {"cs", LATIN},    {"sk", LATIN},
    {"hu", LATIN},      {"ro", LATIN},    {"tr", LATIN},        {"id", LATIN},    {"vi", LATIN},
    {"hr", LATIN},
};

static unsigned
script_of(uint32_t rune)
{
    if (rune < 0x250)
        return bl_rune_is_letter(rune) ? LATIN : 0;
    if (rune >= 0x370 && rune < 0x400)
        return GREEK;
    if (rune >= 0x400 && rune < 0x530)
        return CYRILLIC;
    if (rune >= 0x590 && rune < 0x600)
        return HEBREW;
    if (rune >= 0x600 && rune < 0x780)
        return ARABIC;
    if (rune >= 0xE00 && rune < 0xE80)
        return THAI;
    if (rune >= 0x3040 && rune < 0x3100)
        return KANA;
    if ((rune >= 0x3400 && rune < 0xA000) || (rune >= 0xF900 && rune < 0xFB00))
        return HAN;
    return rune >= 0xAC00 && rune < 0xD7B0 ? HANGUL : 0;
}

/* The scripts of the titles: each that has a fifth of the letters or more. */
static unsigned
scripts_of_titles(const bl_evidence *evidence)
{
    size_t counts[9] = {0}, total = 0;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        bl_span title = bl_span_head(evidence->claims[BL_FIELD_HEADLINE].at[i].value, 600);
        for (size_t at = 0; at < title.n;) {
            unsigned script = script_of(bl_rune_next(title, &at));
            for (size_t bit = 0; script && bit < 9; bit++)
                counts[bit] += script == 1u << bit;
            total += script != 0;
        }
    }
    unsigned scripts = 0;
    for (size_t bit = 0; bit < 9; bit++)
        if (counts[bit] && counts[bit] * 5 >= total)
            scripts |= 1u << bit;
    return scripts;
}

static bool
contradicts(bl_span tag, unsigned scripts)
{
    if (!tag.n)
        return false;
    for (size_t i = 0; i < BL_COUNT(WRITTEN); i++)
        if (bl_span_starts(tag, bl_span_of(WRITTEN[i].language)) && (tag.n == 2 || tag.p[2] == '-'))
            return scripts && !(scripts & WRITTEN[i].scripts);
    return false;
}

bl_span
bl_language_tag(bl_arena *arena, bl_span written)
{
    enum { LONGEST = 12 };
    bl_span rest = bl_trim(written), part;
    size_t comma = bl_span_find_char(rest, ',', 0);
    if (comma != BL_NOT_FOUND) /* several languages: the first */
        rest = bl_trim(bl_span_head(rest, comma));
    char *tag = bl_alloc_zero(arena, LONGEST + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < rest.n; i++)
        if (!bl_is_alpha(rest.p[i]) && !bl_is_digit(rest.p[i]) && rest.p[i] != '-' && rest.p[i] != '_')
            return BL_EMPTY;
    if (bl_charset_find(rest) != BL_CHARSET_COUNT) /* "utf-8", put into the wrong meta */
        return BL_EMPTY;
    for (int index = 0;
         bl_span_next(&rest, bl_span_find_char(rest, '_', 0) != BL_NOT_FOUND ? '_' : '-', &part); index++) {
        bool script = index > 0 && part.n == 4 && bl_is_alpha(part.p[0]);
        bool region = index > 0 && (part.n == 2 || (part.n == 3 && bl_is_digit(part.p[0])));
        if (index == 0 ? part.n < 2 || part.n > 3 : !script && !region)
            break;
        if (n + part.n + 1 > LONGEST)
            break;
        if (index > 0)
            tag[n++] = '-';
        for (size_t i = 0; i < part.n; i++) {
            char c = bl_lower(part.p[i]);
            if (index == 0 && !bl_is_alpha(c))
                return BL_EMPTY;
            bool upper = region || (script && i == 0);
            tag[n++] = upper && bl_is_alpha(c) ? (char)(c - ('a' - 'A')) : c;
        }
    }
    return bl_span_from(tag, n);
}

/* The primary language is what claims agree on; a region beside it is a detail. */
static bl_span
primary(bl_span tag)
{
    size_t dash = bl_span_find_char(tag, '-', 0);
    return dash == BL_NOT_FOUND ? tag : bl_span_head(tag, dash);
}

void
bl_decide_language(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_LANGUAGE);
    unsigned scripts = scripts_of_titles(decision->evidence);
    for (size_t i = 0; i < choices.count; i++) {
        bl_choice *choice = &choices.at[i];
        choice->value = bl_language_tag(decision->scratch, choice->value);
        choice->folded = primary(choice->value);
        if (contradicts(choice->value, scripts))
            choice->claim->score -= MISS_SCRIPT;
    }
    bl_choice *best = bl_choose(&choices);
    bl_choice_won(&choices, best);
    if (best && best->claim->score > 0) {
        decision->article->language = bl_text(decision->out, best->value);
        bl_origin_add(decision, "language", best->claim, bl_confidence(best->claim->score));
    } else if (scripts & KANA) { /* scripts that one language alone is written in */
        decision->article->language = "ja";
    } else if (scripts & HANGUL) {
        decision->article->language = "ko";
    } else if (scripts & HAN) { /* Japanese has kana, even in titles */
        decision->article->language = "zh";
    } else if (scripts == THAI) {
        decision->article->language = "th";
    } else if (scripts == GREEK) {
        decision->article->language = "el";
    } else if (scripts == HEBREW) {
        decision->article->language = "he";
    }
    decision->line.language = decision->article->language;
}
