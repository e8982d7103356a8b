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
    size_t longest = 0;
    *word = NULL;
    size_t at = 0;
    uint32_t rune = 0;
    const bl_trie_node *node = text.n ? bl_trie_start(trie, roots, pairs, text, &at, &rune) : NULL;
    while (node) {
        if (node->ending && bl_name_ends(text, at, rune, true)) {
            longest = at;
            *word = &words[node->ending - 1];
        }
        if (at >= text.n)
            break;
        rune = bl_trie_rune(text, &at);
        node = bl_trie_step(trie, node, rune);
    }
    return longest;
}
