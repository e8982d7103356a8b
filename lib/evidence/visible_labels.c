/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/visible_labels.h"

#include "base/unicode.h"
#include "grammar/trie.h"

#include "evidence/label_table.h"

typedef struct label_entry {
    bl_label kind;
    const char *text;
    size_t length;
} label_entry;

static const label_entry LABELS[] = {
#define LABEL(kind, text) {BL_LABEL_##kind, text, sizeof(text) - 1},
#include "evidence/visible_labels.def"
#undef LABEL
};

/* Letters of scripts that part words by spaces: there a label is a word of its own. */
static bool
joins_words(uint32_t rune)
{
    return bl_rune_is_letter(rune) && !bl_rune_is_ideograph(rune);
}

static bool
is_whole(bl_span text, size_t start, size_t end)
{
    size_t before = start, behind = end, first = start, last = end;
    uint32_t left = bl_rune_back(text, &before), head = bl_rune_next(text, &first);
    uint32_t right = bl_rune_next(text, &behind), tail = bl_rune_back(text, &last);
    return !(joins_words(left) && joins_words(head)) && !(joins_words(right) && joins_words(tail));
}

/* The longest label that starts at byte at. */
static const label_entry *
label_at(bl_span folded, size_t at, bool wants_by)
{
    const label_entry *best = NULL;
    if (folded.n - at > 2 && !bl_trie_may_start(starts, folded.p + at))
        return NULL;
    const bl_trie_node *node = at < folded.n ? &trie[roots[(unsigned char)folded.p[at]]] : NULL;
    for (size_t end = at + 1; node && node != trie; end++) {
        const label_entry *label = node->ending ? &LABELS[rows[node->ending - 1]] : NULL;
        if (label && (label->kind == BL_LABEL_BY) == wants_by && is_whole(folded, at, end))
            best = label;
        node = end < folded.n ? bl_trie_step_byte(trie, node, (uint8_t)folded.p[end]) : NULL;
    }
    return best;
}

bl_label
bl_label_find(bl_span folded, size_t at, bool wants_by, size_t *start, size_t *end)
{
    for (; at < folded.n; at++) {
        /* Not inside a code point. */
        if (((unsigned char)folded.p[at] & 0xc0) == 0x80)
            continue;
        const label_entry *label = label_at(folded, at, wants_by);
        if (label) {
            *start = at;
            *end = at + label->length;
            return label->kind;
        }
    }
    return BL_LABEL_NONE;
}

bool
bl_label_starts_by(bl_span folded, size_t *end)
{
    const label_entry *label = label_at(folded, 0, true);
    if (!label)
        return false;
    *end = label->length;
    return true;
}

bool
bl_label_may_start(bl_span text)
{
    char first[3];
    if (text.n < sizeof first)
        return true;
    for (size_t i = 0; i < sizeof first; i++) {
        if ((unsigned char)text.p[i] >= 0x80)
            return true;
        first[i] = text.p[i] == '`' ? '\'' : bl_lower(text.p[i]);
    }
    return bl_trie_may_start(starts, first);
}
