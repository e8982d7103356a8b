/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <limits.h>

#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_weights.h"

typedef struct note {
    bl_span words;
    bool starts; /* else any of its words may */
} note;

static const note NOTES[] = {
#define STARTS(words) {BL_SPAN_CONSTANT(words), true},
#define HOLDS(words) {BL_SPAN_CONSTANT(words), false},
#include "fields/body_notes.def"
#undef STARTS
#undef HOLDS
};

/* From its first letter or digit, or sign of copyright, on. */
static bl_span
without_brackets(bl_span text)
{
    for (size_t at = 0, next = 0; next < text.n; at = next) {
        uint32_t rune = bl_rune_next(text, &next);
        if (bl_units_of(rune) || rune == 0xA9 || rune == 0x24D2)
            return bl_span_cut(text, at);
    }
    return BL_EMPTY;
}

/* Does one of those that may stand anywhere stand at the start of this? */
static bool
begins_with_note(bl_span text)
{
    for (size_t i = 0; i < BL_COUNT(NOTES); i++)
        if (!NOTES[i].starts && NOTES[i].words.p[0] == bl_lower(text.p[0]) &&
            bl_span_starts_nocase(text, NOTES[i].words))
            return true;
    return false;
}

static bool
holds_note(bl_span text)
{
    bool is_first[UCHAR_MAX + 1] = {false};
    for (size_t i = 0; i < BL_COUNT(NOTES); i++)
        if (!NOTES[i].starts)
            is_first[(unsigned char)NOTES[i].words.p[0]] = true;
    bool in_word = false; /* of ASCII letters */
    for (size_t at = 0; at < text.n; at++) {
        bool may_begin = !in_word && is_first[(unsigned char)bl_lower(text.p[at])];
        if (may_begin && begins_with_note(bl_span_cut(text, at)))
            return true;
        in_word = bl_is_alpha(text.p[at]);
    }
    return false;
}

static bool
starts_note(bl_span text)
{
    for (size_t i = 0; i < BL_COUNT(NOTES); i++)
        if (NOTES[i].starts && bl_span_starts_nocase(text, NOTES[i].words))
            return true;
    return false;
}

bool
bl_is_note(const bl_piece *piece)
{
    if (piece->units > BL_NOTE_UNITS_MOST || piece->type == BYLINE_BLOCK_PREFORMATTED ||
        piece->type == BYLINE_BLOCK_TABLE)
        return false;
    bl_span text = without_brackets(piece->text);
    return starts_note(text) || (piece->score <= BL_NOTE_SURE && holds_note(text));
}
