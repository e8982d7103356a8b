/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The registry. Aliases stand in a constant trie of folded bytes: one walk over a text finds the longest
 * one that starts there, and looks at no byte behind it.
 */
#include "base/unicode.h"
#include "grammar/grammar.h"

typedef struct bl_ending {
    uint16_t agency;
    uint16_t spelling; /* the first of those that count; none: any case does */
    uint8_t spellings;
} bl_ending;

typedef struct bl_trie_node {
    uint8_t byte;
    uint16_t child;
    uint8_t children;
    uint16_t ending; /* 0 is none, else one more than its place */
} bl_trie_node;

#include "grammar/agency_table.h"

/* As fold() in agency_table.py does it. */
static uint32_t
fold_rune(uint32_t rune)
{
    if (rune < 0x80)
        return rune == '-' ? ' ' : (uint32_t)(unsigned char)bl_lower((char)rune);
    if (rune == 0xA0 || rune == 0x2010 || rune == 0x2011)
        return ' ';
    return rune == 0x130 ? 'i' : bl_rune_lower(rune);
}

static const bl_trie_node *
step(const bl_trie_node *node, uint8_t byte)
{
    size_t low = node->child, high = low + node->children;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (trie[middle].byte < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low < (size_t)node->child + node->children && trie[low].byte == byte ? &trie[low] : NULL;
}

static const bl_trie_node *
step_rune(const bl_trie_node *node, uint32_t rune)
{
    if (rune < 0x80)
        return step(node, (uint8_t)rune);
    uint8_t bytes[4];
    size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; rune >>= 6)
        bytes[i] = (uint8_t)(0x80 | (rune & 0x3F));
    bytes[0] = (uint8_t)((0xF00 >> n & 0xF0) | rune);
    for (size_t i = 0; node && i < n; i++)
        node = step(node, bytes[i]);
    return node;
}

/* Does what was read count as this alias? Short ones and everyday words only as they are listed. */
static bool
is_spelled(const bl_ending *ending, bl_span printed)
{
    for (size_t i = 0; i < ending->spellings; i++)
        if (bl_span_equal(printed, bl_span_of(spellings[ending->spelling + i])))
            return true;
    return ending->spellings == 0;
}

/* "AP" is not in "APEC". Scripts without spaces end a name anywhere, but two ideographs are a word of their own. */
static bool
ends_here(bl_span text, size_t at, uint32_t last)
{
    if (at >= text.n)
        return true;
    size_t next = at;
    uint32_t rune = bl_rune_next(text, &next);
    if (!bl_rune_is_letter(rune) && !bl_rune_is_digit(rune))
        return true;
    if (!bl_rune_is_ideograph(last))
        return bl_rune_is_ideograph(rune);
    return at > 2 * 3 || !bl_rune_is_ideograph(rune);
}

size_t
bl_agency_prefix(bl_span text, const byline_agency **agency)
{
    size_t longest = 0;
    *agency = NULL;
    const bl_trie_node *node = trie;
    for (size_t at = 0; at < text.n;) {
        uint32_t rune = fold_rune(bl_rune_next(text, &at));
        node = step_rune(node, rune);
        if (!node)
            break;
        if (!node->ending || !ends_here(text, at, rune))
            continue;
        const bl_ending *ending = &endings[node->ending - 1];
        if (is_spelled(ending, bl_span_head(text, at))) {
            longest = at;
            *agency = &agencies[ending->agency];
        }
    }
    return longest;
}

const byline_agency *
byline_agency_find(const char *name, size_t length)
{
    if (!name)
        return NULL;
    bl_span text = bl_trim(bl_span_from(name, length));
    const byline_agency *agency;
    size_t n = bl_agency_prefix(text, &agency);
    return n == text.n ? agency : NULL;
}

size_t
byline_agency_count(void)
{
    return sizeof agencies / sizeof agencies[0];
}

const byline_agency *
byline_agency_at(size_t index)
{
    return index < byline_agency_count() ? &agencies[index] : NULL;
}

byline_agency_mention *
bl_mention(bl_arena *arena, const byline_agency *agency, bl_span printed, byline_relation relation)
{
    byline_agency_mention *mention = BL_NEW(arena, byline_agency_mention);
    mention->id = agency->id;
    mention->name = agency->name;
    mention->printed = bl_strndup(arena, printed.p, printed.n);
    mention->relation = relation;
    return mention;
}
