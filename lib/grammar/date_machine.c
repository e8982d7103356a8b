/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Dates that programs write: ISO 8601 with all that is done to it, and seconds since 1970. */
#include "grammar/date.h"

/* 1990: there were no news pages before, and smaller numbers are something else. */
#define EPOCH_LEAST INT64_C(631152000)
/* 2033: without a clock, where a plausible number ends. */
#define EPOCH_MOST INT64_C(2000000000)
/* Seconds have nine digits at least, microseconds sixteen at most. */
#define EPOCH_DIGITS_LEAST 9
#define EPOCH_DIGITS_MOST 16

/* Years of the Persian calendar: the reader of texts knows what to do with them. */
#define JALALI_LEAST 1300
#define JALALI_MOST 1499

typedef struct scan {
    bl_span text;
    size_t at;
} scan;

static char
peek(const scan *s)
{
    return s->at < s->text.n ? s->text.p[s->at] : '\0';
}

static bool
take(scan *s, char c)
{
    if (s->at >= s->text.n || s->text.p[s->at] != c)
        return false;
    s->at++;
    return true;
}

static void
skip_spaces(scan *s)
{
    while (s->at < s->text.n && bl_is_space(s->text.p[s->at]))
        s->at++;
}

static size_t
digits_ahead(const scan *s)
{
    size_t n = 0;
    while (s->at + n < s->text.n && bl_is_digit(s->text.p[s->at + n]))
        n++;
    return n;
}

/* The next count digits, which are there. */
static int
take_digits(scan *s, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (s->text.p[s->at++] - '0');
    return value;
}

/* One or two digits; false where there is none or more. */
static bool
take_two(scan *s, int *value)
{
    size_t n = digits_ahead(s);
    if (n < 1 || n > 2)
        return false;
    *value = take_digits(s, n);
    return true;
}

static bool
take_word(scan *s, const char *word)
{
    bl_span w = bl_span_of(word);
    if (!bl_span_starts_nocase(bl_span_cut(s->text, s->at), w))
        return false;
    s->at += w.n;
    return true;
}

/* 2023-06-13, 2023/6/13, 2023-06, 2023, 20230613, and 202306131215(32) with the time in the same run. */
static bool
take_day(scan *s, bl_civil *c)
{
    size_t n = digits_ahead(s);
    if (n != 4 && n != 8 && n != 12 && n != 14)
        return false;
    c->year = take_digits(s, 4);
    c->precision = BYLINE_PRECISION_YEAR;
    if (n >= 8) {
        c->month = take_digits(s, 2);
        c->day = take_digits(s, 2);
        c->precision = BYLINE_PRECISION_DAY;
        return true;
    }
    char separator = peek(s);
    if ((separator != '-' && separator != '/' && separator != '.') || s->at + 1 == s->text.n)
        return s->at == s->text.n;
    s->at++;
    if (!take_two(s, &c->month))
        return false;
    c->precision = BYLINE_PRECISION_MONTH;
    if (!take(s, separator))
        return s->at == s->text.n;
    c->precision = BYLINE_PRECISION_DAY;
    return take_two(s, &c->day);
}

/* 14:05, 14:05:32.123, 1405, 140532, 14 */
static bool
take_time(scan *s, bl_civil *c)
{
    size_t n = digits_ahead(s);
    if (n == 4 || n == 6) {
        c->hour = take_digits(s, 2);
        c->minute = take_digits(s, 2);
        c->precision = BYLINE_PRECISION_MINUTE;
        if (n == 6) {
            c->second = take_digits(s, 2);
            c->precision = BYLINE_PRECISION_SECOND;
        }
    } else {
        if (!take_two(s, &c->hour))
            return false;
        c->precision = BYLINE_PRECISION_HOUR;
        if (!take(s, ':'))
            return true;
        if (!take_two(s, &c->minute))
            return false;
        c->precision = BYLINE_PRECISION_MINUTE;
        if (take(s, ':')) {
            if (!take_two(s, &c->second))
                return false;
            c->precision = BYLINE_PRECISION_SECOND;
        }
    }
    if (c->precision == BYLINE_PRECISION_SECOND && (peek(s) == '.' || peek(s) == ',')) {
        s->at++;
        s->at += digits_ahead(s);
    }
    return true;
}

static bool
take_half_day(scan *s, bl_civil *c)
{
    bool afternoon = take_word(s, "pm");
    if (!afternoon && !take_word(s, "am"))
        return true;
    if (c->hour < 1 || c->hour > 12)
        return false;
    c->hour = c->hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/* +02:00, +0200, +02, -5 */
static bool
take_offset(scan *s, bl_civil *c)
{
    char sign = peek(s);
    if (sign != '+' && sign != '-')
        return false;
    s->at++;
    size_t n = digits_ahead(s);
    if (n != 1 && n != 2 && n != 4)
        return false;
    int hours = take_digits(s, n == 4 ? 2 : n), minutes = 0;
    if (n == 4)
        minutes = take_digits(s, 2);
    else if (take(s, ':') && (digits_ahead(s) != 2 || (minutes = take_digits(s, 2)) > 59))
        return false;
    c->offset = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    c->has_offset = true;
    return minutes < 60;
}

static bool
take_zone(scan *s, bl_civil *c)
{
    skip_spaces(s);
    if (take_word(s, "utc") || take_word(s, "gmt") || take_word(s, "z")) {
        c->has_offset = true;
        if (peek(s) == '+' || peek(s) == '-')
            return take_offset(s, c);
        return true;
    }
    if (peek(s) == '+' || peek(s) == '-')
        return take_offset(s, c);
    return true;
}

/* [Europe/Paris], (CEST): what some libraries put behind the offset that they wrote */
static void
skip_remark(scan *s)
{
    skip_spaces(s);
    char last = s->text.n ? s->text.p[s->text.n - 1] : '\0';
    if ((peek(s) == '[' && last == ']') || (peek(s) == '(' && last == ')'))
        s->at = s->text.n;
}

/* "2007-08-20-23:59:59": with a time that has seconds; "2007-08-20-05:00" is a day and a zone. */
static bool
take_dash(scan *s)
{
    size_t colons = 0;
    for (size_t i = s->at; i < s->text.n; i++)
        colons += s->text.p[i] == ':';
    return colons == 2 && take(s, '-');
}

bool
bl_read_iso(bl_span text, const bl_line_context *context, byline_date *date)
{
    scan s = {bl_span_trim(text), 0};
    bl_civil c = {0};
    if (!take_day(&s, &c))
        return false;
    if (c.precision == BYLINE_PRECISION_DAY && s.at < s.text.n) {
        bool has_gap = !bl_is_digit(peek(&s));
        if (has_gap && !take_dash(&s) && !take(&s, 'T') && !take(&s, 't') && !bl_is_space(peek(&s)) && peek(&s) != 'Z')
            return false;
        skip_spaces(&s);
        if (s.at < s.text.n && peek(&s) != 'Z' && peek(&s) != '+' && peek(&s) != '-') {
            if (!take_time(&s, &c))
                return false;
            skip_spaces(&s);
            if (!take_half_day(&s, &c))
                return false;
        }
        if (!take_zone(&s, &c))
            return false;
        skip_remark(&s);
    }
    if (s.at != s.text.n || (c.year >= JALALI_LEAST && c.year <= JALALI_MOST))
        return false;
    if (c.precision <= BYLINE_PRECISION_DAY)
        c.has_offset = false, c.offset = 0;
    return bl_civil_finish(&c, context, date);
}

bool
bl_read_epoch(bl_span text, const bl_line_context *context, byline_date *date)
{
    scan s = {bl_span_trim(text), 0};
    bool wrapped = take_word(&s, "/Date(");
    size_t n = digits_ahead(&s);
    if (n < EPOCH_DIGITS_LEAST || n > EPOCH_DIGITS_MOST)
        return false;
    int64_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (s.text.p[s.at++] - '0');
    if (wrapped) {
        value /= 1000;
    } else {
        value /= n >= 15 ? 1000000 : n >= 12 ? 1000 : 1;
        if (take(&s, '.'))
            s.at += digits_ahead(&s);
        if (s.at != s.text.n)
            return false;
    }
    int64_t most = context && context->now ? context->now + BL_FUTURE_ALLOWED : EPOCH_MOST;
    if (value < EPOCH_LEAST || value > most)
        return false;
    bl_civil c = bl_civil_at(value, 0);
    c.has_offset = true;
    return bl_civil_finish(&c, context, date);
}
