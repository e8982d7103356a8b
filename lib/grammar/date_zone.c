/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Named and numeric time zones behind a time. */
#include "grammar/date.h"

/* Minutes east of UTC; the zones of Russia are counted from it. */
#define MOSCOW 180

/* +02:00, +0200, +2 at the sign i; false where it is none. */
static bool
match_offset(const bl_date_reader *reader, size_t i, bool is_named, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    const bl_date_token *sign = bl_date_token_at(s, i), *hours = bl_date_token_at(s, i + 1);
    if (sign->type != BL_DATE_TOKEN_MARK || (sign->rune != '+' && sign->rune != '-') ||
        hours->type != BL_DATE_TOKEN_NUMBER)
        return false;
    bool has_minutes = bl_date_token_is_mark(s, i + 2, ':') &&
                       bl_date_token_at(s, i + 3)->type == BL_DATE_TOKEN_NUMBER &&
                       bl_date_token_at(s, i + 3)->length == 2;
    bool has_seconds = match->civil.precision == BYLINE_PRECISION_SECOND;
    int64_t minutes = hours->length == 4 ? hours->value % 100
                      : has_minutes      ? bl_date_token_at(s, i + 3)->value
                                         : 0;
    int64_t of_day = (hours->length == 4 ? hours->value / 100 : hours->value) * 60 + minutes;
    if (!is_named) {
        /* 10:00-11:30 are two times; an offset of the west stands apart or behind seconds */
        bool is_short = hours->length != 4 && !has_minutes;
        if (hours->gap || (is_short && (hours->length != 2 || !has_seconds || sign->gap)))
            return false;
        if (sign->rune == '-' && !has_seconds && !sign->gap)
            return false;
    }
    if ((hours->length > 2 && hours->length != 4) || minutes % 15 || minutes > 59 || of_day > BL_OFFSET_MOST)
        return false;
    match->civil.offset = (int)(sign->rune == '-' ? -of_day : of_day);
    match->civil.has_offset = true;
    match->next = i + (hours->length != 4 && has_minutes ? 4 : 2);
    return true;
}

/* Is the token written as zones are: in capitals, or at length? */
static bool
is_zone_like(const bl_date_token *t)
{
    return t->is_upper || t->rune >= 0x80 || t->end - t->start > 5;
}

/* "GMT+3", "GMT -3", but of Moscow "МСК+2" alone: "МСК - 14 марта" is a date behind a dash. */
static bool
may_count_from(const bl_date_tokens *s, size_t sign, int zone)
{
    return zone == 0 || (zone == MOSCOW && bl_date_token_is_mark(s, sign, '+') && !bl_date_token_at(s, sign)->gap);
}

bool
bl_match_zone(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    bool in_parens = bl_date_token_is_mark(s, i, '(') || bl_date_token_is_mark(s, i, '[');
    i += in_parens || bl_date_token_is_mark(s, i, ',');
    int value = 0;
    bool is_us = false;
    if (!is_zone_like(bl_date_token_at(s, i)) ||
        (!bl_date_token_is(s, i, BL_DATE_ZONE, &value) &&
         !(is_us = bl_date_token_is(s, i, BL_DATE_US_ZONE, &value)))) {
        if (!match_offset(reader, i, in_parens, match))
            return false;
    } else if (!may_count_from(s, i + 1, value) || is_us || !match_offset(reader, i + 1, true, match)) {
        match->civil.offset = value;
        match->civil.has_offset = true;
        match->is_us_zone = is_us;
        match->next = i + 1;
    } else {
        match->civil.offset += value; /* "GMT+3", "МСК+2" */
    }
    if (in_parens &&
        (bl_date_token_is_mark(s, match->next, ')') || bl_date_token_is_mark(s, match->next, ']')))
        match->next++;
    return true;
}
