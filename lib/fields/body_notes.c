/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"
#include "fields/body_choose.h"
#include "fields/body_weights.h"

typedef struct note {
    bl_span words;
    bool starts; /* else it may stand anywhere */
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

bool
bl_is_note(const bl_piece *piece)
{
    if (piece->units > BL_NOTE_UNITS_MOST || piece->type == BYLINE_BLOCK_PREFORMATTED ||
        piece->type == BYLINE_BLOCK_TABLE)
        return false;
    bl_span text = without_brackets(piece->text);
    bool is_sure = piece->score > BL_NOTE_SURE;
    for (size_t i = 0; i < BL_COUNT(NOTES); i++)
        if (NOTES[i].starts ? bl_span_starts_nocase(text, NOTES[i].words)
                            : !is_sure && bl_span_find_nocase(text, NOTES[i].words, 0) != BL_NOT_FOUND)
            return true;
    return false;
}
