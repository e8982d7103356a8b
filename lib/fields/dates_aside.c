/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Weak witnesses of the day, which are asked where no other is: the title of the page, the folder of its picture. */
#include <stdio.h>

#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/dates.h"
#include "grammar/grammar.h"

enum {
    FOLDER_DIGITS = 2, /* of a month or a day */
    YEAR_DIGITS = 4,
    DAY_BYTES = 32,    /* of a day as text; numbers of folders are short */
    FIRST_YEAR = 1995, /* of pictures on the Web */
};

/* Does a dash, a bar or a bullet stand at this end of text, or nothing at all? */
static bool
is_parted(bl_span text, bool at_end)
{
    static const char *const marks[] = {"-", "|", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2"};
    text = bl_trim(text);
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span mark = bl_span_of(marks[i]);
        if (at_end ? bl_span_ends(text, mark) : bl_span_starts(text, mark))
            return true;
    }
    return text.n == 0;
}

/* "A headline - 07.12.2017 - The Example": a day of its own between the parts of the title. */
static bool
read_title(const bl_decision *decision, bl_span title, byline_date *date)
{
    bl_span where;
    return bl_read_date_in(title, &decision->line, date, &where) && date->precision >= BYLINE_PRECISION_DAY &&
           where.p > title.p && is_parted(bl_span_from(title.p, (size_t)(where.p - title.p)), true) &&
           is_parted(bl_span_cut(title, (size_t)(where.p - title.p) + where.n), false);
}

/* A folder that is a number of so many digits; -1 where it is none. */
static int
number_of(bl_span part, size_t least, size_t most)
{
    int value = 0;
    for (size_t i = 0; i < part.n && i < most; i++)
        value = bl_is_digit(part.p[i]) && value >= 0 ? value * 10 + (part.p[i] - '0') : -1;
    return part.n >= least && part.n <= most ? value : -1;
}

/* "/2017/12/07/pier.jpg" */
static bool
read_folders(const bl_decision *decision, bl_span address, byline_date *date)
{
    int year = -1, month = -1;
    bl_span part;
    for (bl_span rest = address; bl_span_next(&rest, '/', &part) && rest.n;) {
        int small = number_of(part, 1, FOLDER_DIGITS);
        char text[DAY_BYTES];
        if (month > 0 && small > 0) {
            int n = snprintf(text, sizeof text, "%d-%02d-%02d", year, month, small);
            if (n > 0 && bl_read_machine_date(bl_span_from(text, (size_t)n), &decision->line, date))
                return true;
        }
        month = year >= FIRST_YEAR ? small : -1;
        year = month > 0 ? year : number_of(part, YEAR_DIGITS, YEAR_DIGITS);
    }
    return false;
}

const bl_claim *
bl_date_aside(const bl_decision *decision, byline_date *date)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (claim->source == BYLINE_SOURCE_META && claim->weight == BL_WEIGHT_HEADLINE_TITLE &&
            read_title(decision, bl_clean(decision->scratch, claim->value, false), date))
            return claim;
    }
    for (size_t i = 0; i < evidence->claims[BL_FIELD_IMAGE].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_IMAGE].at[i];
        if (claim->source == BYLINE_SOURCE_META && read_folders(decision, claim->value, date))
            return claim;
    }
    return NULL;
}
