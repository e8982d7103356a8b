/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/visible_labels.h"

#include "base/unicode.h"

typedef struct bl_label_entry {
    bl_label kind;
    const char *text;
    size_t length;
} bl_label_entry;

static const bl_label_entry LABELS[] = {
#define LABEL(kind, text) {BL_LABEL_##kind, text, sizeof(text) - 1},
#include "evidence/visible_labels.def"
#undef LABEL
};

enum {
    LABEL_COUNT = sizeof LABELS / sizeof LABELS[0],
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

static const bl_label_entry *
label_at(bl_span folded, size_t at, bool wants_by)
{
    const bl_label_entry *best = NULL;
    bl_span rest = bl_span_cut(folded, at);
    for (size_t i = 0; i < LABEL_COUNT; i++) {
        const bl_label_entry *label = &LABELS[i];
        if ((label->kind == BL_LABEL_BY) != wants_by || (best && best->length >= label->length))
            continue;
        if (bl_span_starts(rest, bl_span_from(label->text, label->length)) &&
            is_whole(folded, at, at + label->length))
            best = label;
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
        const bl_label_entry *label = label_at(folded, at, wants_by);
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
    const bl_label_entry *label = label_at(folded, 0, true);
    if (!label)
        return false;
    *end = label->length;
    return true;
}
