/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* "3 hours ago", "vor einer Stunde", "yesterday": dates that need the reader's clock. */
#include "grammar/date.h"

/* More than that of any unit is no age of a page. */
#define COUNT_MOST 9999

/* A span of time as its units, and the smallest of them. */
typedef struct age {
    int64_t seconds;
    int64_t months;
    int unit; /* 0: nothing was read */
} age;

static void
age_add(age *a, int64_t count, int unit)
{
    static const int32_t lengths[] = {0, 1, 60, 3600, 86400, 604800};
    if (unit & BL_UNIT_TWO) {
        unit -= BL_UNIT_TWO;
        count = 2;
    }
    if (unit >= BL_UNIT_MONTH)
        a->months += count * (unit == BL_UNIT_YEAR ? 12 : 1);
    else
        a->seconds += count * lengths[unit];
    if (!a->unit || unit < a->unit)
        a->unit = unit;
}

/* A number in figures or letters; one where a unit stands alone. */
static bool
count_at(const bl_date_tokens *s, size_t i, int64_t *count, size_t *next)
{
    const bl_date_token *t = bl_date_token_at(s, i);
    int word;
    *next = i + 1;
    if (t->type == BL_DATE_TOKEN_NUMBER && t->value <= COUNT_MOST && t->length < 5) {
        *count = t->value;
        return true;
    }
    if (!bl_date_token_is(s, i, BL_DATE_NUMBER, &word))
        return false;
    *count = word;
    return true;
}

/* "1 hour 5 minutes", "2 std.", "ساعتين" from token i on; the token behind. */
static size_t
read_age(const bl_date_tokens *s, size_t i, age *a)
{
    int64_t count;
    int unit;
    size_t next = i;
    if (bl_date_token_is(s, i, BL_DATE_UNIT, &unit)) {
        bool is_number_behind = bl_date_token_is_number(s, i + 1); /* Swahili: "saa 3" */
        age_add(a, is_number_behind ? bl_date_token_at(s, i + 1)->value % (COUNT_MOST + 1) : 1, unit);
        return i + 1 + is_number_behind;
    }
    for (int pair = 0; pair < 3; pair++) {
        if (!count_at(s, i, &count, &next) || !bl_date_token_is(s, next, BL_DATE_UNIT, &unit))
            break;
        age_add(a, count, unit);
        i = next + 1;
        i += bl_date_token_is_mark(s, i, '.');
        const bl_date_token *t = bl_date_token_at(s, i);
        bool is_and = (t->type == BL_DATE_TOKEN_WORD && t->length <= 3) || bl_date_token_is_mark(s, i, ',');
        if (is_and && bl_date_token_is_number(s, i + 1) && bl_date_token_is(s, i + 2, BL_DATE_UNIT, NULL))
            i++;
    }
    return i;
}

static size_t
skip_little(const bl_date_tokens *s, size_t i)
{
    for (int n = 0; n < 3; n++, i++)
        if (!bl_date_token_is(s, i, BL_DATE_OF, NULL) && !bl_date_token_is_mark(s, i, '-') &&
            !bl_date_token_is_mark(s, i, '.') && !bl_date_token_is_mark(s, i, '+'))
            break;
    return i;
}

static bool
put_age(const bl_date_reader *reader, const age *a, bl_date_match *match)
{
    bl_civil c = bl_civil_at(reader->now - a->seconds, 0);
    int64_t months = (int64_t)c.year * 12 + c.month - 1 - a->months;
    if (a->months) {
        c.year = (int)(months / 12);
        c.month = (int)(months % 12) + 1;
    }
    switch (a->unit) {
    case BL_UNIT_SECOND: c.precision = BYLINE_PRECISION_SECOND; break;
    case BL_UNIT_MINUTE: c.precision = BYLINE_PRECISION_MINUTE; break;
    case BL_UNIT_HOUR: c.precision = BYLINE_PRECISION_HOUR; break;
    case BL_UNIT_MONTH: c.precision = BYLINE_PRECISION_MONTH; break;
    case BL_UNIT_YEAR: c.precision = BYLINE_PRECISION_YEAR; break;
    default: c.precision = BYLINE_PRECISION_DAY; break;
    }
    if (c.precision < BYLINE_PRECISION_SECOND)
        c.second = 0;
    if (c.precision < BYLINE_PRECISION_MINUTE)
        c.minute = 0;
    if (c.precision < BYLINE_PRECISION_HOUR)
        c.hour = 0;
    if (c.precision < BYLINE_PRECISION_DAY)
        c.day = 0;
    if (c.precision < BYLINE_PRECISION_MONTH)
        c.month = 0;
    match->civil = c;
    match->is_possible = c.year > 0 && bl_civil_possible(&c);
    return match->is_possible;
}

bool
bl_match_relative(const bl_date_reader *reader, size_t i, bl_date_match *match)
{
    const bl_date_tokens *s = reader->tokens;
    age a = {0};
    int value;
    *match = (bl_date_match){.next = i + 1, .days_back = -1};
    if (!reader->now || bl_date_token_at(s, i)->type == BL_DATE_TOKEN_MARK)
        return false;
    if (bl_date_token_is(s, i, BL_DATE_DAYS_BACK, &value)) {
        match->days_back = value;
        age_add(&a, value, BL_UNIT_DAY);
        return put_age(reader, &a, match);
    }
    if (bl_date_token_is(s, i, BL_DATE_NOW, NULL)) {
        age_add(&a, 0, BL_UNIT_MINUTE);
        return put_age(reader, &a, match);
    }
    if (bl_date_token_is(s, i, BL_DATE_AGO_BEFORE, NULL)) {
        match->next = read_age(s, skip_little(s, i + 1), &a);
        if (a.unit)
            return put_age(reader, &a, match);
    }
    int64_t count = 1;
    size_t next = i;
    bool has_count = count_at(s, i, &count, &next);
    if (bl_date_token_is(s, next, BL_DATE_UNIT_AGO, &value)) {
        age_add(&a, has_count ? count : 1, value);
        match->next = next + 1;
        return put_age(reader, &a, match);
    }
    next = read_age(s, i, &a);
    if (!a.unit)
        return false;
    next = skip_little(s, next);
    if (!bl_date_token_is(s, next, BL_DATE_AGO_AFTER, NULL))
        return false;
    match->next = next + 1;
    return put_age(reader, &a, match);
}
