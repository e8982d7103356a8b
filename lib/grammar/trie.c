/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/trie.h"

/* Dashes and spaces are plain before they come here only where they are ASCII. */
static uint32_t
fold_wide(uint32_t rune)
{
    if (rune == 0xA0 || rune == 0x2010 || rune == 0x2011)
        return ' ';
    if (rune == 0x2019)
        return '\'';
    if (rune >= 0xFF10 && rune <= 0xFF5A) /* fullwidth letters and digits */
        return (uint32_t)(unsigned char)bl_lower((char)(rune - 0xFEE0));
    return rune == 0x130 ? 'i' : bl_rune_lower(rune);
}

const bl_trie_node *
bl_trie_step_wide(const bl_trie_node *trie, const bl_trie_node *node, uint32_t rune)
{
    rune = fold_wide(rune);
    if (rune < 0x80)
        return bl_trie_step_byte(trie, node, (uint8_t)rune);
    uint8_t bytes[4];
    size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; rune >>= 6)
        bytes[i] = (uint8_t)(0x80 | (rune & 0x3F));
    bytes[0] = (uint8_t)((0xF00 >> n & 0xF0) | rune);
    for (size_t i = 0; node && i < n; i++)
        node = bl_trie_step_byte(trie, node, bytes[i]);
    return node;
}

bool
bl_name_ends_wide(bl_span text, size_t at, uint32_t last, bool joints)
{
    if (at >= text.n)
        return true;
    size_t next = at;
    uint32_t rune = bl_rune_next(text, &next);
    if (!bl_rune_is_letter(rune) && !bl_rune_is_digit(rune))
        return true;
    if (joints && bl_rune_is_lower(last) && bl_rune_is_upper(rune))
        return true;
    if (!bl_rune_is_ideograph(last))
        return bl_rune_is_ideograph(rune);
    return at > (size_t)2 * 3 || !bl_rune_is_ideograph(rune);
}
