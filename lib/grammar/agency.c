/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The registry. Aliases stand in a constant trie of folded bytes: one walk over a text finds the longest
 * one that starts there, and looks at no byte behind it.
 */
#include "grammar/grammar.h"
#include "grammar/trie.h"

typedef struct bl_ending {
    uint16_t agency;
    uint16_t spelling; /* the first of those that count; none: any case does */
    uint8_t spellings;
} bl_ending;

#include "grammar/agency_table.h"

/* Fullwidth letters of East Asia are the same as plain ones. */
static bool
equal_plain(bl_span printed, bl_span alias)
{
    size_t i = 0;
    for (size_t at = 0; at < printed.n; i++) {
        uint32_t rune = bl_rune_next(printed, &at);
        if (rune >= 0xFF10 && rune <= 0xFF5A)
            rune -= 0xFEE0;
        if (i >= alias.n || rune != (unsigned char)alias.p[i])
            return false;
    }
    return i == alias.n;
}

/* Does what was read count as this alias? Short ones and everyday words only as they are listed. */
static bool
is_spelled(const bl_ending *ending, bl_span printed)
{
    for (size_t i = 0; i < ending->spellings; i++)
        if (bl_span_equal(printed, bl_span_of(spellings[ending->spelling + i])) ||
            ((unsigned char)printed.p[0] == 0xEF &&
             equal_plain(printed, bl_span_of(spellings[ending->spelling + i]))))
            return true;
    return ending->spellings == 0;
}

/* An alias of so many bytes that counts only as it is listed is a word or a name of everyday. */
#define EVERYDAY_BYTES_LEAST 4

static size_t
find_prefix(bl_span text, bool joints, const byline_agency **agency, bool *everyday)
{
    size_t longest = 0;
    *agency = NULL;
    size_t at = 0;
    uint32_t rune = 0;
    const bl_trie_node *node = text.n ? bl_trie_start(trie, roots, pairs, text, &at, &rune) : NULL;
    while (node) {
        if (node->ending && bl_name_ends(text, at, rune, joints)) {
            const bl_ending *ending = &endings[node->ending - 1];
            if (is_spelled(ending, bl_span_head(text, at))) {
                longest = at;
                *agency = &agencies[ending->agency];
                /* in capitals and not else it is no word: "MENA" */
                *everyday = ending->spellings && at >= EVERYDAY_BYTES_LEAST &&
                            (ending->spellings > 1 || bl_holds_lower(bl_span_head(text, at)));
            }
        }
        if (at >= text.n)
            break;
        rune = bl_trie_rune(text, &at);
        node = bl_trie_step(trie, node, rune);
    }
    return longest;
}

bool
bl_agency_may_begin(uint32_t hash)
{
    return bl_trie_may_begin(heads, hash);
}

size_t
bl_agency_prefix(bl_span text, const byline_agency **agency)
{
    bool everyday;
    return find_prefix(text, false, agency, &everyday);
}

size_t
bl_agency_prefix_everyday(bl_span text, const byline_agency **agency, bool *everyday)
{
    return find_prefix(text, true, agency, everyday);
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
    return BL_COUNT(agencies);
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
