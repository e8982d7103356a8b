/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* trie.h - walking the constant tries that tables.py makes: from a node, by one rune of text. */
#ifndef BL_GRAMMAR_TRIE_H
#define BL_GRAMMAR_TRIE_H

#include "base/unicode.h"

typedef struct bl_trie_node {
    uint8_t byte;
    uint8_t children;
    uint16_t child;  /* the first of its children, who are neighbours */
    uint16_t ending; /* 0 is none, else one more than its place in the table of endings */
} bl_trie_node;

static inline const bl_trie_node *
bl_trie_step_byte(const bl_trie_node *trie, const bl_trie_node *node, uint8_t byte)
{
    size_t low = node->child, end = low + node->children, high = end;
    if (high - low <= 4) { /* most nodes: a search costs more than a look at each */
        for (; low < end; low++)
            if (trie[low].byte == byte)
                return &trie[low];
        return NULL;
    }
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (trie[middle].byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && trie[low].byte == byte ? &trie[low] : NULL;
}

/* The node behind this one by a rune that is not ASCII. */
const bl_trie_node *bl_trie_step_wide(const bl_trie_node *trie, const bl_trie_node *node, uint32_t rune);

/* The node behind this one by a rune, or NULL. Hyphens and spaces are the same, case does not count. */
static inline const bl_trie_node *
bl_trie_step(const bl_trie_node *trie, const bl_trie_node *node, uint32_t rune)
{
    if (rune >= 0x80)
        return bl_trie_step_wide(trie, node, rune);
    return bl_trie_step_byte(trie, node, rune == '-' ? ' ' : (uint8_t)bl_lower((char)rune));
}

/* The same from the first node by an ASCII rune, at once: roots is made with the trie. */
static inline const bl_trie_node *
bl_trie_first(const bl_trie_node *trie, const uint16_t *roots, uint32_t rune)
{
    uint16_t child = roots[(unsigned char)bl_lower((char)rune)];
    return child ? &trie[child] : NULL;
}

/* May a text of the trie start with the three bytes at p? starts is made with the trie. */
static inline bool
bl_trie_may_start(const uint32_t *starts, const char *p)
{
    const unsigned char *c = (const unsigned char *)p;
    unsigned place = (c[0] * 961u + c[1] * 31u + c[2]) & 8191u;
    return starts[place >> 5] >> (place & 31) & 1;
}

/* The hash of a word in small letters, letter by letter from BL_HEAD_START; tables.py makes the same. */
#define BL_HEAD_START 2166136261u

static inline uint32_t
bl_head_hash(uint32_t hash, int letter)
{
    return (hash ^ (uint32_t)letter) * 16777619u;
}

/*
 * May a text of the trie begin with the word of this hash, whole? heads is made with the trie. It holds for a
 * word of ASCII letters where no text can end inside it.
 */
static inline bool
bl_trie_may_begin(const uint32_t *heads, uint32_t hash)
{
    unsigned place = hash >> 18;
    return heads[place >> 5] >> (place & 31) & 1;
}

/* bl_rune_next(), without a call where the rune is ASCII; at is inside text. */
static inline uint32_t
bl_trie_rune(bl_span text, size_t *at)
{
    if ((unsigned char)text.p[*at] < 0x80)
        return (unsigned char)text.p[(*at)++];
    return bl_rune_next(text, at);
}

/*
 * The node behind the first rune of text, or behind two letters where no name can end after the one; NULL
 * where no name starts so. *at moves behind it, *rune is the last one. text is not empty.
 */
static inline const bl_trie_node *
bl_trie_start(const bl_trie_node *trie, const uint16_t *roots, const uint16_t *pairs, bl_span text,
              size_t *at,
              uint32_t *rune)
{
    if (text.n > 1 && bl_is_alpha(text.p[0]) && bl_is_alpha(text.p[1]) &&
        !(text.p[0] >= 'a' && text.p[1] < 'a')) {
        uint16_t child = pairs[(bl_lower(text.p[0]) - 'a') * 26 + (bl_lower(text.p[1]) - 'a')];
        *at = 2;
        *rune = (unsigned char)text.p[1];
        return child ? &trie[child] : NULL;
    }
    *at = 0;
    *rune = bl_trie_rune(text, at);
    return *at == 1 ? bl_trie_first(trie, roots, *rune) : bl_trie_step(trie, trie, *rune);
}

/*
 * May a name end before byte at of text, whose rune before it is last? "AP" is not in "APEC". Where joints,
 * a capital behind a small letter may follow: "dpaThe". Scripts without spaces end a name anywhere, but two
 * ideographs are a word of their own.
 */
bool bl_name_ends_wide(bl_span text, size_t at, uint32_t last, bool joints);

static inline bool
bl_name_ends(bl_span text, size_t at, uint32_t last, bool joints)
{
    if (at >= text.n)
        return true;
    unsigned char next = (unsigned char)text.p[at];
    if (next < 0x80 && !bl_is_alpha((char)next) && !bl_is_digit((char)next))
        return true;
    if (next >= 'a' && next <= 'z' && last < 0x80)
        return false;
    return bl_name_ends_wide(text, at, last, joints);
}

/*
 * Bytes of the longest text of the trie that text begins with and that ends there as a name; 0 is none. *ending is then
 * that of its last node. joints is as in bl_name_ends().
 */
static inline size_t
bl_trie_prefix(const bl_trie_node *trie, const uint16_t *roots, const uint16_t *pairs, bl_span text, bool joints,
               uint16_t *ending)
{
    size_t longest = 0, at = 0;
    uint32_t rune = 0;
    const bl_trie_node *node = text.n ? bl_trie_start(trie, roots, pairs, text, &at, &rune) : NULL;
    while (node) {
        if (node->ending && bl_name_ends(text, at, rune, joints)) {
            longest = at;
            *ending = node->ending;
        }
        if (at >= text.n)
            break;
        rune = bl_trie_rune(text, &at);
        node = bl_trie_step(trie, node, rune);
    }
    return longest;
}

#endif
