/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The time of day: "14:05", "2:15 p.m.", "14 h 05", "14.05 Uhr", "午後2時5分". */
#include "grammar/date.h"

/* Tokens that may part a date from its time: ", (Tuesday) - at ". */
#define PARTING_MOST 8

typedef enum half { HALF_NONE, HALF_AM, HALF_PM, HALF_NIGHT } half;

/* A half of the day at token i, whose next token goes to *next. */
static half
half_at(const bl_date_tokens *s, size_t i, size_t *next)
{
    int night = 0;
    *next = i + 1;
    if (bl_date_token_is(s, i, BL_DATE_AM, NULL))
        return HALF_AM;
    if (bl_date_token_is(s, i, BL_DATE_PM, &night))
        return night ? HALF_NIGHT : HALF_PM;
    /* "a. m." */
    const bl_date_token *t = bl_date_token_at(s, i);
    if (t->type != BL_DATE_TOKEN_WORD || t->length != 1 || (t->rune != 'a' && t->rune != 'p'))
        return HALF_NONE;
    size_t m = i + 1 + bl_date_token_is_mark(s, i + 1, '.');
    const bl_date_token *u = bl_date_token_at(s, m);
    if (u->type != BL_DATE_TOKEN_WORD || u->length != 1 || u->rune != 'm')
        return HALF_NONE;
    *next = m + 1 + bl_date_token_is_mark(s, m + 1, '.');
    return t->rune == 'a' ? HALF_AM : HALF_PM;
}

static int
full_hour(int hour, half h)
{
    if (h == HALF_NONE || hour < 1 || hour > 12)
        return hour;
    if (h == HALF_AM)
        return hour % 12;
    if (h == HALF_NIGHT && (hour == 12 || hour < 5))
        return hour % 12;
    return hour % 12 + 12;
}

size_t
bl_skip_to_time(const bl_date_reader *reader, size_t i)
{
    const bl_date_tokens *s = reader->tokens;
    for (int n = 0; n < PARTING_MOST; n++) {
        const bl_date_token *t = bl_date_token_at(s, i);
        if (t->type == BL_DATE_TOKEN_MARK && (t->rune == '(' || t->rune == '[')) {
            /* "(Tue)": whatever it says, but numbers */
            size_t end = i + 1;
            while (end < i + 5 && bl_date_token_at(s, end)->type == BL_DATE_TOKEN_WORD)
                end++;
            if (end > i + 1 && !bl_date_token_is(s, i + 1, BL_DATE_AM, NULL) &&
                !bl_date_token_is(s, i + 1, BL_DATE_PM, NULL) &&
                (bl_date_token_is_mark(s, end, ')') || bl_date_token_is_mark(s, end, ']')))
                i = end;
        } else if (t->type == BL_DATE_TOKEN_WORD) {
            if (bl_date_token_is(s, i, BL_DATE_AM, NULL) || bl_date_token_is(s, i, BL_DATE_PM, NULL))
                return i;
            if (!bl_date_token_is(s, i, BL_DATE_AT, NULL) && !bl_date_token_is(s, i, BL_DATE_OF, NULL) &&
                !bl_date_token_is(s, i, BL_DATE_WEEKDAY, NULL) &&
                !bl_date_token_is(s, i, BL_DATE_YEAR_MARK, NULL) &&
                !bl_date_token_is(s, i, BL_DATE_DAY_MARK, NULL))
                return i;
        } else if (t->type != BL_DATE_TOKEN_MARK || t->rune == '+' || t->rune == '%' || t->rune == '$') {
            return i;
        }
        i++;
    }
    return i;
}

static bool
number_of(const bl_date_tokens *s, size_t i, uint8_t least, uint8_t most, int *value)
{
    const bl_date_token *t = bl_date_token_at(s, i);
    if (t->type != BL_DATE_TOKEN_NUMBER || t->length < least || t->length > most)
        return false;
    *value = (int)t->value;
    return true;
}

/* ":05", ":05:32.123" at token i, behind the hour. */
static bool
match_colons(const bl_date_tokens *s, size_t i, bl_date_match *m)
{
    if (!bl_date_token_is_mark(s, i, ':') || !number_of(s, i + 1, 2, 2, &m->civil.minute))
        return false;
    m->civil.precision = BYLINE_PRECISION_MINUTE;
    m->next = i + 2;
    if (bl_date_token_is_mark(s, i + 2, ':') && number_of(s, i + 3, 2, 2, &m->civil.second)) {
        m->civil.precision = BYLINE_PRECISION_SECOND;
        m->next = i + 4;
        if ((bl_date_token_is_mark(s, i + 4, '.') || bl_date_token_is_mark(s, i + 4, ',')) &&
            bl_date_token_is_tight(s, i + 4) && bl_date_token_is_number(s, i + 5) &&
            bl_date_token_is_tight(s, i + 5))
            m->next = i + 6;
    }
    return true;
}

/* "h05", "時5分32秒", "Uhr" at token i, behind the hour at h. */
static bool
match_marks(const bl_date_tokens *s, size_t h, size_t i, bl_date_match *m)
{
    if (!bl_date_token_is(s, i, BL_DATE_HOUR_MARK, NULL))
        return false;
    m->next = i + 1;
    int minute = 0;
    bool is_marked = bl_date_token_is(s, i + 2, BL_DATE_MINUTE_MARK, NULL);
    if (number_of(s, i + 1, is_marked ? 1 : 2, 2, &minute) && minute < 60) {
        m->civil.minute = minute;
        m->civil.precision = BYLINE_PRECISION_MINUTE;
        m->next = i + 2 + is_marked;
        int second = 0;
        if (is_marked && number_of(s, i + 3, 1, 2, &second) && second < 60 &&
            bl_date_token_is(s, i + 4, BL_DATE_SECOND_MARK, NULL)) {
            m->civil.second = second;
            m->civil.precision = BYLINE_PRECISION_SECOND;
            m->next = i + 5;
        }
        return true;
    }
    /* "14 h" may be a span of time */
    return !bl_date_token_is(s, i, BL_DATE_UNIT, NULL) || bl_date_token_is_tight(s, i) ||
           (h > 0 && bl_date_token_is(s, h - 1, BL_DATE_AT, NULL));
}

/* ".05" at token i, behind the hour: a time only where something says so. */
static bool
match_point(const bl_date_tokens *s, size_t i, bool is_dated, bl_date_match *m)
{
    int minute = 0;
    if (!bl_date_token_is_mark(s, i, '.') || !bl_date_token_is_tight(s, i) ||
        !bl_date_token_is_tight(s, i + 1) || !number_of(s, i + 1, 2, 2, &minute) || minute > 59 ||
        m->civil.hour > 23)
        return false;
    const bl_date_token *after = bl_date_token_at(s, i + 2);
    if (after->type == BL_DATE_TOKEN_MARK && !after->gap &&
        (after->rune == '.' || after->rune == '-' || after->rune == '%') &&
        bl_date_token_is_number(s, i + 3) && bl_date_token_is_tight(s, i + 3))
        return false;
    size_t next;
    bool is_said =
        bl_date_token_is(s, i + 2, BL_DATE_HOUR_MARK, NULL) || half_at(s, i + 2, &next) != HALF_NONE;
    if (!is_said && !(is_dated && after->type != BL_DATE_TOKEN_NUMBER &&
                      (after->type != BL_DATE_TOKEN_MARK || after->rune < 0x80)))
        return false;
    m->civil.minute = minute;
    m->civil.precision = BYLINE_PRECISION_MINUTE;
    m->next = i + 2;
    return true;
}

/* "1405 GMT", "1405 hrs" */
static bool
match_military(const bl_date_reader *reader, size_t i, bl_date_match *m)
{
    const bl_date_tokens *s = reader->tokens;
    const bl_date_token *t = bl_date_token_at(s, i);
    if (t->type != BL_DATE_TOKEN_NUMBER || t->length != 4 || t->value > 2359 || t->value % 100 > 59)
        return false;
    bl_date_match zoned = *m;
    if (!bl_date_token_is(s, i + 1, BL_DATE_HOUR_MARK, NULL) &&
        !(bl_date_token_is(s, i + 1, BL_DATE_ZONE, NULL) && bl_match_zone(reader, i + 1, &zoned)))
        return false;
    m->civil.hour = (int)(t->value / 100);
    m->civil.minute = (int)(t->value % 100);
    m->civil.precision = BYLINE_PRECISION_MINUTE;
    m->next = i + 1;
    return true;
}

/* The clock at token i: hours, minutes, seconds; an hour alone where a half of the day stands behind it. */
static bool
match_clock(const bl_date_reader *reader, size_t i, bool is_dated, bl_date_match *m)
{
    const bl_date_tokens *s = reader->tokens;
    if (match_military(reader, i, m))
        return true;
    if (!number_of(s, i, 1, 2, &m->civil.hour))
        return false;
    m->civil.precision = BYLINE_PRECISION_HOUR;
    m->next = i + 1;
    if (match_colons(s, i + 1, m) || match_marks(s, i, i + 1, m) || match_point(s, i + 1, is_dated, m))
        return true;
    m->next = i + 1;
    size_t next;
    return half_at(s, i + 1, &next) != HALF_NONE && m->civil.hour <= 12;
}

bool
bl_match_time(const bl_date_reader *reader, size_t i, bool is_dated, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    bl_date_match m = *match;
    size_t at = i, next;
    half h = half_at(s, i, &next);
    if (h != HALF_NONE) {
        at = next;
        for (int n = 0;
             n < 2 && (bl_date_token_is(s, at, BL_DATE_AT, NULL) || bl_date_token_is_mark(s, at, '.')); n++)
            at++;
    }
    m.civil.hour = m.civil.minute = m.civil.second = 0;
    if (!match_clock(reader, at, is_dated, &m))
        return false;
    if (bl_date_token_is(s, m.next, BL_DATE_AGO_AFTER, NULL))
        return false;
    if (bl_date_token_is(s, m.next, BL_DATE_HOUR_MARK, NULL) && m.civil.precision >= BYLINE_PRECISION_MINUTE)
        m.next++;
    if (bl_date_token_is_mark(s, m.next, '.') && bl_date_token_is_tight(s, m.next))
        m.next++;
    half behind = half_at(s, m.next, &next);
    if (behind != HALF_NONE) {
        m.next = next + (bl_date_token_is_mark(s, next, '.') && bl_date_token_is_tight(s, next));
        h = behind;
    }
    m.is_possible = m.civil.hour <= 24 && m.civil.minute < 60 && m.civil.second <= 60 &&
                    (m.civil.hour < 24 || (m.civil.minute == 0 && m.civil.second == 0));
    m.civil.hour = full_hour(m.civil.hour, h);
    bl_match_zone(reader, m.next, &m);
    *match = m;
    return true;
}
