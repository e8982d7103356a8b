/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/date.h"

#include <stdlib.h>

/* value in so many digits, and the mark behind it. */
static char *
put_number(char *p, int value, int digits, char mark)
{
    for (int i = digits; i-- > 0; value /= 10)
        p[i] = (char)('0' + value % 10);
    p[digits] = mark;
    return p + digits + (mark != '\0');
}

/* printf() would take most of the time that reading a date takes. */
static void
put_iso(const byline_date *date, int year, int month, int day, int hour, int minute, int second, char *p)
{
    byline_precision precision = date->precision;
    p = put_number(p, year, 4, precision > BYLINE_PRECISION_YEAR ? '-' : '\0');
    if (precision >= BYLINE_PRECISION_MONTH)
        p = put_number(p, month, 2, precision > BYLINE_PRECISION_MONTH ? '-' : '\0');
    if (precision >= BYLINE_PRECISION_DAY)
        p = put_number(p, day, 2, precision > BYLINE_PRECISION_DAY ? 'T' : '\0');
    if (precision < BYLINE_PRECISION_HOUR)
        return;
    p = put_number(p, hour, 2, ':');
    p = put_number(p, minute, 2, precision == BYLINE_PRECISION_SECOND ? ':' : '\0');
    if (precision == BYLINE_PRECISION_SECOND)
        p = put_number(p, second, 2, '\0');
    if (!date->has_offset)
        return;
    int away = abs(date->offset_minutes);
    *p++ = away == 0 ? 'Z' : date->offset_minutes < 0 ? '-' : '+';
    *p = '\0';
    if (away)
        put_number(put_number(p, away / 60, 2, ':'), away % 60, 2, '\0');
}

void
bl_date_finish(byline_date *date, int year, int month, int day, int hour, int minute, int second)
{
    int64_t days = bl_days_of(year, month ? month : 1, day ? day : 1);
    date->seconds = days * BL_DAY + hour * 3600 + minute * 60 + second - date->offset_minutes * 60;
    memset(date->iso, 0, sizeof date->iso);
    put_iso(date, year, month, day, hour, minute, second, date->iso);
}

bool
bl_civil_finish(const bl_civil *civil, const bl_line_context *context, byline_date *date)
{
    if (!bl_civil_possible(civil))
        return false;
    bl_civil c = *civil;
    if (c.second == 60)
        c.second = 59;
    if (c.hour == 24) {
        c.hour = 0;
        bl_days_split(bl_days_of(c.year, c.month, c.day) + 1, &c.year, &c.month, &c.day);
        if (c.year > 9999)
            return false;
    }
    byline_date made = {.precision = c.precision, .has_offset = c.has_offset};
    made.offset_minutes = (int16_t)(c.has_offset ? c.offset : 0);
    bl_date_finish(&made, c.year, c.month, c.day, c.hour, c.minute, c.second);
    if (context && context->now && made.seconds > context->now + BL_FUTURE_ALLOWED)
        return false;
    *date = made;
    return true;
}

/* Without a clock: the last year that two digits mean, as in POSIX. */
#define LAST_YEAR_UNKNOWN 2039
/* A machine's value is short; a longer text is prose. */
#define MACHINE_BYTES_MOST 80

/* The region of a language tag in capitals: "US" of "en-US", "en_us", "en-Latn-US"; "" where it has none. */
static void
region_of(const char *language, char region[3])
{
    region[0] = region[1] = region[2] = '\0';
    for (const char *p = language; p && *p; p++) {
        if (*p != '-' && *p != '_')
            continue;
        size_t n = 0;
        while (bl_is_alpha(p[1 + n]))
            n++;
        if (n != 2)
            continue;
        region[0] = (char)(bl_lower(p[1]) - 32);
        region[1] = (char)(bl_lower(p[2]) - 32);
        return;
    }
}

/* Where English puts the month first; also where no region is named. */
static bool
is_american(const char *region)
{
    static const char *const regions[] = {"", "US", "CA", "PH", "PR", "GU"};
    for (size_t i = 0; i < BL_COUNT(regions); i++)
        if (strcmp(region, regions[i]) == 0)
            return true;
    return false;
}

static bool
speaks(const char *language, const char *code)
{
    return language && bl_lower(language[0]) == code[0] && bl_lower(language[1]) == code[1] &&
           !bl_is_alpha(language[2]);
}

static void
open_reader(bl_date_reader *r, bl_date_tokens *tokens, const bl_line_context *context)
{
    const char *language = context ? context->language : NULL;
    *r = (bl_date_reader){.tokens = tokens, .last_year = LAST_YEAR_UNKNOWN, .last_day = INT64_MAX};
    if (context && context->now) {
        int month, day;
        r->now = context->now;
        r->last_day = (context->now + BL_FUTURE_ALLOWED) / BL_DAY;
        bl_days_split(r->last_day, &r->last_year, &month, &day);
    }
    char region[3];
    region_of(language, region);
    r->is_english = !language || !*language || speaks(language, "en");
    r->month_first = speaks(language, "en") && is_american(region);
    r->is_american = r->month_first && region[0];
    r->month_first |= language && (strncmp(language, "fil", 3) == 0 || speaks(language, "tl"));
    r->year_first =
        speaks(language, "ko") || speaks(language, "ja") || speaks(language, "zh") || speaks(language, "hu");
    r->is_thai = speaks(language, "th");
    r->is_persian = speaks(language, "fa") || speaks(language, "ps");
}

/* The time that stands beside the day of m, before it (earlier, ending at before_end) or behind it. */
static bool
add_time(const bl_date_reader *r, const bl_date_match *earlier, size_t i, bl_date_match *m)
{
    if (m->civil.precision != BYLINE_PRECISION_DAY)
        return true;
    bl_date_match timed = *m;
    size_t at = bl_skip_to_time(r, m->next);
    if (bl_match_time(r, at, true, &timed)) {
        *m = timed;
        return timed.is_possible;
    }
    if (earlier->is_possible && earlier->next <= i && bl_skip_to_time(r, earlier->next) >= i) {
        bl_civil day = m->civil;
        m->civil = earlier->civil;
        m->civil.year = day.year;
        m->civil.month = day.month;
        m->civil.day = day.day;
        m->is_us_zone = earlier->is_us_zone;
    }
    return true;
}

/* What had to wait until day and time were known. */
static bool
finish_match(const bl_date_reader *r, bl_date_match *m, const bl_line_context *context, byline_date *date)
{
    bl_civil *c = &m->civil;
    if (m->days_back >= 0 && c->has_offset) {
        bl_civil day = bl_civil_at(r->now - m->days_back * BL_DAY, c->offset);
        c->year = day.year;
        c->month = day.month;
        c->day = day.day;
    }
    if (m->is_us_zone && bl_civil_possible(c) && bl_is_us_summer(c))
        c->offset += 60;
    return bl_civil_finish(c, context, date);
}

/* Bytes of the text that were understood. */
typedef struct place {
    size_t start;
    size_t end;
} place;

/* What was found so far that a complete date would beat. */
typedef struct findings {
    bl_date_match earlier; /* a time that may belong to the next day */
    byline_date relative;
    byline_date month;
    place at; /* of the last date that was taken */
} findings;

/* Tokens i to next, which is not one of them. */
static place
place_of(const bl_date_reader *r, size_t i, size_t next)
{
    return (place){bl_date_token_at(r->tokens, i)->start, bl_date_token_at(r->tokens, next - 1)->end};
}

/* Read at token i; true where that ends the search. *next moves behind what was understood. */
static bool
read_at(const bl_date_reader *r, size_t i, const bl_line_context *context, findings *f, size_t *next,
        byline_date *date)
{
    bl_date_match m;
    byline_date found;
    *next = i + 1;
    if (bl_match_day(r, i, &m)) {
        *next = m.next;
        bool is_possible = m.is_possible && add_time(r, &f->earlier, i, &m);
        *next = m.next > *next ? m.next : *next;
        f->earlier.is_possible = false;
        if (!is_possible || !finish_match(r, &m, context, &found))
            return false;
        if (found.precision >= BYLINE_PRECISION_DAY) {
            f->at = place_of(r, i, *next);
            *date = found;
            return true;
        }
        if (!f->month.precision && !f->relative.precision)
            f->at = place_of(r, i, *next);
        if (!f->month.precision)
            f->month = found;
    } else if (!f->relative.precision && bl_match_relative(r, i, &m)) {
        *next = m.next;
        if (m.days_back < 0 || add_time(r, &f->earlier, i, &m)) {
            if (finish_match(r, &m, context, &found)) {
                f->relative = found;
                f->at = place_of(r, i, m.next);
            }
            *next = m.next;
        }
    } else {
        m = (bl_date_match){.days_back = -1};
        if (bl_match_time(r, i, false, &m)) {
            f->earlier = m;
            *next = m.next;
        }
    }
    return false;
}

static bool
read_text(bl_span text, const bl_line_context *context, byline_date *date, place *where)
{
    bl_date_tokens tokens;
    bl_date_reader r;
    findings f = {.earlier.is_possible = false};
    open_reader(&r, &tokens, context);
    bl_date_tokens_open(&tokens, text, bl_date_language(context ? context->language : NULL));
    bl_date_tokens_fill(&tokens, 0);
    for (size_t i = 0; i < tokens.count;) {
        bool is_all = tokens.at >= tokens.text.n;
        if (!is_all && i + BL_DATE_TOKENS_AHEAD > tokens.count) {
            size_t done = i > 2 ? i - 2 : 0;
            bl_date_tokens_fill(&tokens, done);
            i -= done;
            f.earlier.is_possible &= f.earlier.next >= done;
            f.earlier.next -= f.earlier.is_possible ? done : 0;
        }
        size_t next;
        if (read_at(&r, i, context, &f, &next, date)) {
            *where = f.at;
            return true;
        }
        i = next;
    }
    *where = f.at;
    if (f.relative.precision)
        *date = f.relative;
    else if (f.month.precision)
        *date = f.month;
    return f.relative.precision || f.month.precision;
}

bool
bl_read_machine_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    place where;
    text = bl_span_trim(text);
    return bl_read_iso(text, context, date) || bl_read_epoch(text, context, date) ||
           (text.n <= MACHINE_BYTES_MOST && read_text(text, context, date, &where));
}

bool
bl_read_date_in(bl_span text, const bl_line_context *context, byline_date *date, bl_span *where)
{
    text = bl_span_trim(text);
    if (text.n >= 8 && bl_is_digit(text.p[0]) && bl_read_iso(text, context, date)) {
        *where = text;
        return true;
    }
    place at = {0, 0};
    if (!read_text(text, context, date, &at))
        return false;
    *where = bl_span_from(text.p + at.start, at.end - at.start);
    return true;
}

bool
bl_read_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    bl_span where;
    return bl_read_date_in(text, context, date, &where);
}
