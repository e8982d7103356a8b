/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_words.h"

#include <byline/grammar.h>

#include "grammar/trie.h"

#include "grammar/word_table.h"

bool
bl_word_may_begin(uint32_t hash)
{
    return bl_trie_may_begin(heads, hash);
}

size_t
bl_word_prefix(bl_span text, const bl_word **word)
{
    uint16_t ending = 0;
    size_t length = bl_trie_prefix(trie, roots, pairs, text, true, &ending);
    *word = length ? &words[ending - 1] : NULL;
    return length;
}
