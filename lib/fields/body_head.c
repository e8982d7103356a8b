/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Lines that stand at the head of the first paragraph, parted from it by no more than a break: the author, the day. */
#include "fields/body_choose.h"
#include "fields/body_weights.h"

/* Does it hold the name of an author that the page claims, or is it a part of such a claim? */
static bool
names_author(const bl_chooser *c, bl_span line)
{
    const bl_claim *claims = c->evidence->claims[BL_FIELD_AUTHOR].at;
    for (size_t i = 0; i < c->evidence->claims[BL_FIELD_AUTHOR].count; i++) {
        bl_span name = claims[i].value;
        if (name.n >= BL_PRESENTED_LEAST && (bl_span_find_nocase(line, name, 0) != BL_NOT_FOUND ||
                                             (line.n >= BL_PRESENTED_LEAST && bl_span_starts_nocase(name, line))))
            return true;
    }
    return false;
}

/* How many bytes of short lines stand before the text, where one of them names an author; 0 is none. */
static size_t
bytes_before_text(const bl_chooser *c, bl_span text, uint32_t *lines)
{
    bl_span rest = text, line;
    bool has_author = false;
    *lines = 0;
    for (size_t before = 0; bl_span_next(&rest, '\n', &line); before += line.n + 1, ++*lines) {
        uint32_t units = bl_units_in(line);
        if (units >= BL_SHORT_UNITS)
            return has_author ? before : 0;
        if (units > BL_CLAIMED_UNITS || bl_span_ends(line, BL_SPAN(":")))
            return 0;
        has_author = has_author || names_author(c, line);
    }
    return 0;
}

void
bl_body_head(bl_chooser *c)
{
    struct bl_body *body = c->body;
    int left = BL_HEAD_PIECES;
    for (uint32_t i = 0; i < body->piece_count && left > 0; i++) {
        bl_piece *piece = &body->pieces[i];
        if (!piece->chosen || piece->level)
            continue;
        left--;
        uint32_t lines;
        size_t cut = piece->type == BYLINE_BLOCK_PARAGRAPH ? bytes_before_text(c, piece->text, &lines) : 0;
        if (cut == 0)
            continue;
        piece->units -= bl_units_in(bl_span_head(piece->text, cut));
        piece->text = bl_span_cut(piece->text, cut);
        piece->lines = (uint16_t)(piece->lines - lines);
        return;
    }
}
