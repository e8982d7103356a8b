/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The day in a run of tokens: "13 June 2023", "June 13th, 2023", "2023年6月13日", "13.06.2023". */
#include "grammar/date.h"

/* Marks and little words between two parts of a date. */
#define PARTING_MOST 4
/* The year before the first of the Republic of China; none of three digits is later than this. */
#define MINGUO_ERA 1911
#define MINGUO_MOST 200
/* The letter for "year". */
#define YEAR_SIGN 0x5E74

typedef struct month {
    int value;
    bool is_jalali;
    bool is_thai;
    size_t next;
} month;

static bool
is_gap_mark(const bl_date_token *t)
{
    return t->type == BL_DATE_TOKEN_MARK &&
           (t->rune == '.' || t->rune == ',' || t->rune == '-' || t->rune == '/' || t->rune == '\'' ||
            t->rune == 0x2019 || t->rune == 0xB7 || t->rune == 0xB0);
}

/* Over what stands between two parts. */
static size_t
skip_gap(const bl_date_tokens *s, size_t i)
{
    for (int n = 0; n < PARTING_MOST; n++, i++)
        if (!is_gap_mark(bl_date_token_at(s, i)) && !bl_date_token_is(s, i, BL_DATE_OF, NULL) &&
            !bl_date_token_is(s, i, BL_DATE_YEAR_MARK, NULL) &&
            !bl_date_token_is(s, i, BL_DATE_DAY_MARK, NULL))
            break;
    return i;
}

/* Over "st", "-го", "º", "日" that belong to the number before token i. */
static size_t
skip_suffix(const bl_date_tokens *s, size_t i)
{
    bool dash = bl_date_token_is_mark(s, i, '-') && bl_date_token_is_tight(s, i);
    const bl_date_token *t = bl_date_token_at(s, i + dash);
    if (t->type == BL_DATE_TOKEN_WORD && !t->gap && t->length <= 4 &&
        !bl_date_token_is(s, i + dash, BL_DATE_MONTH, NULL) &&
        !bl_date_token_is(s, i + dash, BL_DATE_MONTH_MARK, NULL) &&
        !bl_date_token_is(s, i + dash, BL_DATE_HOUR_MARK, NULL) &&
        !bl_date_token_is(s, i + dash, BL_DATE_JALALI, NULL))
        return i + dash + 1;
    return i;
}

static bool
day_at(const bl_date_tokens *s, size_t i, int *day, size_t *next)
{
    const bl_date_token *t = bl_date_token_at(s, i);
    if (t->type != BL_DATE_TOKEN_NUMBER || t->length > 2 || t->value < 1 || t->value > 31)
        return false;
    *day = (int)t->value;
    *next = skip_suffix(s, i + 1);
    return true;
}

/* "June", "Jun.", "6月", "tháng 6", "حزيران/يونيو" */
static bool
month_at(const bl_date_tokens *s, size_t i, month *m)
{
    const bl_date_token *t = bl_date_token_at(s, i), *u = bl_date_token_at(s, i + 1);
    *m = (month){.next = i + 1};
    if (bl_date_token_is(s, i, BL_DATE_MONTH, &m->value)) {
        int other;
        m->is_thai = t->rune >= 0xE00 && t->rune < 0xE80;
        if (bl_date_token_is_mark(s, i + 1, '/') && bl_date_token_is(s, i + 2, BL_DATE_MONTH, &other))
            m->next = i + 3;
        else if (bl_date_token_is_mark(s, i + 1, '(') && bl_date_token_is(s, i + 2, BL_DATE_MONTH, &other) &&
                 bl_date_token_is_mark(s, i + 3, ')'))
            m->next = i + 4;
        else if (bl_date_token_is_mark(s, i + 1, '.') && bl_date_token_is_tight(s, i + 1))
            m->next = i + 2;
        return true;
    }
    if (bl_date_token_is(s, i, BL_DATE_JALALI, &m->value)) {
        m->is_jalali = true;
        return true;
    }
    bool marked_behind =
        t->type == BL_DATE_TOKEN_NUMBER && bl_date_token_is(s, i + 1, BL_DATE_MONTH_MARK, NULL);
    bool marked_before = bl_date_token_is(s, i, BL_DATE_MONTH_MARK, NULL) && u->type == BL_DATE_TOKEN_NUMBER;
    const bl_date_token *number = marked_behind ? t : u;
    if ((!marked_behind && !marked_before) || number->length > 2 || number->value < 1 || number->value > 12)
        return false;
    m->value = (int)number->value;
    m->next = i + 2;
    return true;
}

/* A number behind which a time goes on is no year: "13 June 10:30", "13 June 14h". */
static bool
goes_on_as_time(const bl_date_tokens *s, size_t i)
{
    return (bl_date_token_is_mark(s, i, ':') && bl_date_token_is_number(s, i + 1)) ||
           (bl_date_token_is_mark(s, i, '.') && bl_date_token_is_number(s, i + 1) &&
            bl_date_token_is_tight(s, i + 1)) ||
           ((bl_date_token_is_mark(s, i, '/') || bl_date_token_is_mark(s, i, '-')) &&
            bl_date_token_is_number(s, i + 1)) ||
           bl_date_token_is(s, i, BL_DATE_HOUR_MARK, NULL) || bl_date_token_is(s, i, BL_DATE_AM, NULL) ||
           bl_date_token_is(s, i, BL_DATE_PM, NULL) ||
           (bl_date_token_is(s, i, BL_DATE_UNIT, NULL) && !bl_date_token_is(s, i, BL_DATE_DAY_MARK, NULL));
}

/* "113年": on Taiwan the years are counted from 1912, often without the name of the era. */
static bool
is_minguo(const bl_date_tokens *s, size_t i)
{
    const bl_date_token *t = bl_date_token_at(s, i), *mark = bl_date_token_at(s, i + 1);
    return t->type == BL_DATE_TOKEN_NUMBER && t->length == 3 && t->value < MINGUO_MOST && mark->rune == YEAR_SIGN;
}

/* The year at token i as written; two digits only where allow_short. */
static bool
year_at(const bl_date_reader *reader, size_t i, const month *m, bool allow_short, int *year, size_t *next)
{
    const bl_date_tokens *s = reader->tokens;
    int era = 0;
    bool is_buddhist = bl_date_token_is(s, i, BL_DATE_BUDDHIST, NULL);
    bool has_era = bl_date_token_is(s, i, BL_DATE_ERA, &era);
    i += is_buddhist || has_era || bl_date_token_is(s, i, BL_DATE_YEAR_MARK, NULL);
    i += is_buddhist && bl_date_token_is_mark(s, i, '.');
    if ((bl_date_token_is_mark(s, i, '\'') || bl_date_token_is_mark(s, i, 0x2019)) &&
        bl_date_token_at(s, i + 1)->length == 2) {
        allow_short = true;
        i++;
    }
    const bl_date_token *t = bl_date_token_at(s, i);
    if (has_era) {
        int number = (int)t->value;
        if (!bl_date_token_is(s, i, BL_DATE_NUMBER, &number) &&
            (t->type != BL_DATE_TOKEN_NUMBER || t->length > 3))
            return false;
        *year = era + number;
    } else if (t->type != BL_DATE_TOKEN_NUMBER) {
        return false;
    } else if (is_minguo(s, i)) {
        *year = MINGUO_ERA + (int)t->value;
    } else if (m->is_jalali) {
        *year = t->length == 4 ? (int)t->value : t->length == 2 && allow_short ? BL_JALALI_CENTURY + (int)t->value : 0;
        *year -= *year > BL_JALALI_MOST ? 100 : 0;
    } else {
        if (t->length != 4 && (!allow_short || goes_on_as_time(s, i + 1)))
            return false;
        *year = bl_full_year(reader, t->value, t->length,
                             is_buddhist || (m->is_thai && (t->length == 2 || t->value >= BL_BUDDHIST_LEAST)));
    }
    *next = skip_suffix(s, i + 1);
    if (bl_date_token_is(s, *next, BL_DATE_YEAR_MARK, NULL))
        ++*next;
    return *year != 0;
}

/* Fill match with a day; Persian days become Gregorian ones. */
static bool
put_day(const month *m, int year, int day, size_t next, bl_date_match *match)
{
    bl_civil *c = &match->civil;
    if (c->precision < BYLINE_PRECISION_DAY)
        c->precision = BYLINE_PRECISION_DAY;
    c->year = year;
    c->month = m->value;
    c->day = day;
    match->is_possible = (!m->is_jalali || bl_civil_from_jalali(c)) && bl_civil_possible(c);
    match->next = next;
    return true;
}

static bool
put_month(const month *m, int year, size_t next, bl_date_match *match)
{
    if (m->is_jalali)
        return false;
    match->civil = (bl_civil){.year = year, .month = m->value, .precision = BYLINE_PRECISION_MONTH};
    match->is_possible = true;
    match->next = next;
    return true;
}

/* Day and month are known and end at token i: the year there, or behind a time. */
static bool
match_rest(const bl_date_reader *reader, size_t i, const month *m, int day, bool day_first,
           bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    size_t at = skip_gap(s, i), next;
    int year;
    bool parted = false;
    for (size_t k = i; k < at; k++)
        parted |= bl_date_token_is_mark(s, k, ',');
    bool dashed = at > i && (bl_date_token_is_mark(s, i, '-') || bl_date_token_is_mark(s, i, '/'));
    if (year_at(reader, at, m, !parted && (day_first || dashed), &year, &next))
        return put_day(m, year, day, next, match);
    bl_date_match timed = *match;
    if (!bl_match_time(reader, bl_skip_to_time(reader, i), false, &timed))
        return false;
    at = skip_gap(s, timed.next);
    if (!year_at(reader, at, m, false, &year, &next))
        return false;
    bool was_possible = timed.is_possible;
    *match = timed;
    put_day(m, year, day, next, match);
    match->is_possible &= was_possible;
    return true;
}

/* 13.06.2023, 06/13/23, 2023-6-13, "13. 6. 2023", "13 / 06 / 2023" */
static bool
match_numbers(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    uint32_t separator = bl_date_token_at(s, i + 1)->rune;
    if (separator != '.' && separator != '/' && separator != '-' && separator != 0x2022 && separator != 0xB7)
        return false;
    bl_numbers n = {.separator = separator};
    for (int k = 0; k < 3; k++) {
        const bl_date_token *t = bl_date_token_at(s, i + 2 * (size_t)k);
        if (t->type != BL_DATE_TOKEN_NUMBER || t->length > 4 ||
            (k < 2 && !bl_date_token_is_mark(s, i + 2 * (size_t)k + 1, separator)))
            return false;
        n.value[k] = t->value;
        n.digits[k] = t->length;
        n.is_persian |= t->is_persian;
    }
    /* one more number in the same chain: a version, an address */
    bool chained_before = i >= 2 && bl_date_token_is_mark(s, i - 1, separator) &&
                          bl_date_token_is_tight(s, i) && bl_date_token_is_tight(s, i - 1) &&
                          bl_date_token_is_number(s, i - 2);
    bool chained_behind = bl_date_token_is_mark(s, i + 5, separator) && bl_date_token_is_tight(s, i + 5) &&
                          bl_date_token_is_number(s, i + 6) && bl_date_token_is_tight(s, i + 6);
    if (chained_before || chained_behind)
        return false;
    bl_date_match timed = *match;
    size_t at = bl_skip_to_time(reader, i + 5);
    if (bl_match_time(reader, at, true, &timed))
        n.is_american = timed.is_us_zone ||
                        (timed.civil.has_offset && timed.civil.offset <= -240 && timed.civil.offset >= -480);
    if (!bl_settle_numbers(reader, &n, &match->civil))
        return false;
    match->is_possible = bl_civil_possible(&match->civil);
    match->next = i + 5;
    if (bl_date_token_is_mark(s, match->next, '.') && bl_date_token_is_tight(s, match->next))
        match->next++;
    return true;
}

/* 20230613 */
static bool
match_compact(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_token *t = bl_date_token_at(reader->tokens, i);
    if (t->length != 8)
        return false;
    bl_civil c = {(int)(t->value / 10000), (int)(t->value / 100 % 100), (int)(t->value % 100),
                  .precision = BYLINE_PRECISION_DAY};
    if (c.year < 1990 || c.year > reader->last_year || !bl_civil_possible(&c))
        return false;
    match->civil = c;
    match->is_possible = true;
    match->next = i + 1;
    return true;
}

/* "2023. június 13.", "2023年6月13日", "令和5年6月13日", "2023-Jun-13" */
static bool
match_year_first(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    month m = {0};
    int year, day;
    size_t next;
    /* the month says which calendar: look ahead for it */
    size_t at = i;
    while (at < i + PARTING_MOST + 4 && !month_at(s, at, &m))
        at++;
    if (!m.value || !year_at(reader, i, &m, false, &year, &next) || next > at)
        return false;
    size_t between = skip_gap(s, next);
    if (day_at(s, between, &day, &next) && skip_gap(s, next) == at) /* "2023. gada 13. jūnijs" */
        return put_day(&m, year, day, m.next, match);
    if (between != at)
        return false;
    size_t behind = skip_gap(s, m.next);
    if (day_at(s, behind, &day, &next) && !goes_on_as_time(s, behind + 1))
        return put_day(&m, year, day,
                       next + (bl_date_token_is_mark(s, next, '.') && bl_date_token_is_tight(s, next)),
                       match);
    return put_month(&m, year, m.next, match);
}

bool
bl_match_day(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    const bl_date_token *t = bl_date_token_at(s, i);
    month m;
    int day, year;
    size_t next;
    *match = (bl_date_match){.days_back = -1};
    if (t->type == BL_DATE_TOKEN_NUMBER) {
        if (match_numbers(reader, i, match) || match_compact(reader, i, match))
            return true;
        if (t->length == 4 && match_year_first(reader, i, match))
            return true;
        if (is_minguo(s, i)) /* a span of time has no day: "113年3月" */
            return match_year_first(reader, i, match) && match->civil.precision >= BYLINE_PRECISION_DAY;
        if (day_at(s, i, &day, &next) && month_at(s, skip_gap(s, next), &m) &&
            match_rest(reader, m.next, &m, day, true, match))
            return true;
        if (!bl_date_token_is(s, i + 1, BL_DATE_MONTH_MARK, NULL))
            return false;
    } else if (t->type != BL_DATE_TOKEN_WORD || !t->word) {
        return false;
    } else if (bl_date_token_is(s, i, BL_DATE_ERA, NULL) || bl_date_token_is(s, i, BL_DATE_BUDDHIST, NULL)) {
        return match_year_first(reader, i, match);
    }
    if (!month_at(s, i, &m))
        return false;
    size_t at = skip_gap(s, m.next);
    if (day_at(s, at, &day, &next) && match_rest(reader, next, &m, day, false, match))
        return true;
    return year_at(reader, at, &m, false, &year, &next) && put_month(&m, year, next, match);
}
