/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_words.h"

#include <byline/grammar.h>

#include "grammar/trie.h"

#include "grammar/word_table.h"

size_t
bl_word_prefix(bl_span text, const bl_word **word)
{
    size_t longest = 0;
    *word = NULL;
    const bl_trie_node *node = trie;
    for (size_t at = 0; at < text.n;) {
        uint32_t rune = bl_trie_rune(text, &at);
        node = at == 1 ? bl_trie_first(trie, roots, rune) : bl_trie_step(trie, node, rune);
        if (!node)
            break;
        if (node->ending && bl_name_ends(text, at, rune, true)) {
            longest = at;
            *word = &words[node->ending - 1];
        }
    }
    return longest;
}
