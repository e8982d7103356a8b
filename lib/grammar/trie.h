/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* trie.h - walking the constant tries that tables.py makes: from a node, by one rune of text. */
#ifndef BL_GRAMMAR_TRIE_H
#define BL_GRAMMAR_TRIE_H

#include "base/unicode.h"

typedef struct bl_trie_node {
    uint8_t byte;
    uint16_t child; /* the first of its children, who are neighbours */
    uint8_t children;
    uint16_t ending; /* 0 is none, else one more than its place in the table of endings */
} bl_trie_node;

/* The node behind this one by the folded rune, or NULL. Hyphens and spaces are the same, case does not count.
 */
const bl_trie_node *bl_trie_step(const bl_trie_node *trie, const bl_trie_node *node, uint32_t rune);

/*
 * May a name end before byte at of text, whose rune before it is last? "AP" is not in "APEC". Where joints,
 * a capital behind a small letter may follow: "dpaThe". Scripts without spaces end a name anywhere, but two
 * ideographs are a word of their own.
 */
bool bl_name_ends(bl_span text, size_t at, uint32_t last, bool joints);

#endif
