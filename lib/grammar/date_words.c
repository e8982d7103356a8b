/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/date_words.h"

#include "base/unicode.h"
#include "grammar/date_table.h"

_Static_assert(WORD_MOST < BL_DATE_WORD_ROOM, "a word of the tables is too long");

uint32_t
bl_date_fold(uint32_t rune)
{
    if (rune < 0x80) {
        if (rune == '.' || rune == '\'' || rune == '`')
            return 0;
        return (uint32_t)(unsigned char)bl_lower((char)rune);
    }
    if (rune >= 0xC0 && rune < 0x700)
        return fold_0[rune - 0xC0];
    if (rune >= 0x1E00 && rune < 0x1F00)
        return fold_1[rune - 0x1E00];
    switch (rune) {
    case 0xAD:
    case 0xB4:
    case 0x93C:
    case 0x970:
    case 0x9BC:
    case 0xA3C:
    case 0x2018:
    case 0x2019:
    case 0x2060:
    case 0xFEFF: return 0;
    default:
        if (rune >= 0x200B && rune < 0x2010)
            return 0;
        return rune < 0x900 || (rune >= 0x10A0 && rune < 0x3000) || rune >= 0xA640 ? bl_rune_lower(rune)
                                                                                   : rune;
    }
}

const bl_date_meaning *
bl_date_lookup(const char *word, size_t length)
{
    if (length == 0 || length > WORD_MOST)
        return NULL;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    for (uint32_t at = hash & SLOT_MASK; slots[at]; at = (at + 1) & SLOT_MASK) {
        const bl_date_meaning *m = &meanings[slots[at] - 1];
        if (m->length == length && memcmp(word_text + m->text, word, length) == 0)
            return m;
    }
    return NULL;
}

/* Codes that mean a language of the tables under another name. */
static const char aliases[][2][4] = {
    {"nb", "no"},  {"nn", "no"},  {"iw", "he"},  {"in", "id"},  {"tl", "fil"}, {"sh", "sr"},
    {"cmn", "zh"}, {"yue", "zh"}, {"val", "ca"}, {"gsw", "de"}, {"prs", "fa"}, {"pes", "fa"},
    {"ckb", "ar"}, {"mo", "ro"},  {"cnr", "sr"}, {"ji", "he"},
};

int
bl_date_language(const char *language)
{
    char code[4] = "";
    if (!language)
        return -1;
    for (size_t i = 0; i < 3 && bl_is_alpha(language[i]); i++)
        code[i] = bl_lower(language[i]);
    for (size_t i = 0; i < BL_COUNT(aliases); i++)
        if (memcmp(code, aliases[i][0], sizeof code) == 0) {
            memcpy(code, aliases[i][1], sizeof code);
            break;
        }
    for (size_t i = 0; i < BL_COUNT(languages); i++)
        if (memcmp(code, languages[i], sizeof code) == 0)
            return (int)i;
    return -1;
}

const bl_date_meaning *
bl_date_meaning_of(const bl_date_meaning *first, bl_date_kind kind, int language)
{
    const bl_date_meaning *found = NULL;
    for (const bl_date_meaning *m = first; m; m = m->is_last ? NULL : m + 1) {
        if (m->kind != kind)
            continue;
        if (language >= 0 && (m->languages[language / 64] >> (language % 64) & 1))
            return m;
        if (!found && !m->is_strict)
            found = m;
    }
    return found;
}
