/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Is a word a frequent given name? By halving the table of given_names.def. And what can be none. */
#include "base/unicode.h"
#include "grammar/grammar.h"

static const char *const names[] = {
#define N(name) name,
#include "grammar/given_names.def"
#undef N
};

/* As strcmp() of the small letters of word with name. */
static int
compare(bl_span word, const char *name)
{
    bl_span other = bl_span_of(name);
    size_t at = 0, k = 0;
    while (at < word.n && k < other.n) {
        uint32_t a = bl_rune_lower(bl_rune_next(word, &at)), b = bl_rune_next(other, &k);
        if (a != b)
            return a < b ? -1 : 1;
    }
    return at < word.n ? 1 : k < other.n ? -1 : 0;
}

static bool
is_listed(bl_span word)
{
    size_t low = 0, high = BL_COUNT(names);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(word, names[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

bool
bl_is_given_name(bl_span word)
{
    size_t hyphen = bl_span_find_char(word, '-', 0); /* "Jean-Example" */
    return is_listed(word) || (hyphen != BL_NOT_FOUND && is_listed(bl_span_head(word, hyphen)));
}

bool
bl_begins_with_given_name(bl_span name)
{
    name = bl_trim(name);
    size_t space = bl_span_find_char(name, ' ', 0);
    return space != BL_NOT_FOUND && bl_is_given_name(bl_span_head(name, space));
}

bool
bl_is_acronym(bl_span word)
{
    size_t letters = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t rune = bl_rune_next(word, &at);
        if (rune >= 0x80 || rune == '.' || strchr("AEIOUY", (int)rune))
            return false;
        letters++;
    }
    return letters > 2;
}
