/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/name.h"

#include "base/unicode.h"
#include "grammar/trie.h"

#include "grammar/name_table.h"

size_t
bl_byline_prefix(bl_span text, const bl_word **word)
{
    uint16_t ending = 0;
    size_t length = bl_trie_prefix(trie, roots, pairs, text, false, &ending);
    *word = length ? &words[ending - 1] : NULL;
    return length;
}

bool
bl_byline_is(bl_span text, unsigned kinds)
{
    const bl_word *word;
    size_t n = bl_byline_prefix(text, &word);
    if (!n || !(word->kinds & kinds))
        return false;
    while (n < text.n && (text.p[n] == '.' || text.p[n] == ':' || text.p[n] == ','))
        n++;
    return n == text.n;
}

bl_letter_case
bl_first_case(bl_span text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t rune = bl_rune_next(text, &at);
        if (bl_rune_is_letter(rune))
            return bl_rune_is_upper(rune)   ? BL_CASE_UPPER
                   : bl_rune_is_lower(rune) ? BL_CASE_LOWER
                                            : BL_CASE_UNCASED;
        if (bl_rune_is_digit(rune))
            return BL_CASE_NONE;
    }
    return BL_CASE_NONE;
}

bool
bl_speaks(const bl_line_context *context, const char *code)
{
    const char *language = context ? context->language : NULL;
    size_t n = strlen(code);
    return language && bl_span_starts_nocase(bl_span_of(language), bl_span_from(code, n)) &&
           !bl_is_alpha(language[n]);
}

bool
bl_may_speak(const bl_line_context *context, const char *code)
{
    return !context || !context->language || !context->language[0] || bl_speaks(context, code);
}
