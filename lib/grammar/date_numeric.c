/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which of three numbers is the day, the month, the year. */
#include "grammar/date.h"

/* Earlier and later years are numbers of something else. */
#define YEAR_LEAST 1700
#define YEAR_MOST 2199
/* Two digits that would be earlier than this are no year. */
#define SHORT_YEAR_LEAST 1970
/* Years of the Persian calendar that news is written in: from 1951 on. */
#define JALALI_LEAST 1330

int
bl_full_year(const bl_date_reader *reader, int64_t value, uint8_t digits, bool is_buddhist)
{
    if (digits == 4) {
        if (is_buddhist || (reader->is_thai && value >= BL_BUDDHIST_LEAST))
            value -= BL_BUDDHIST_AHEAD;
        return value >= YEAR_LEAST && value <= YEAR_MOST ? (int)value : 0;
    }
    if (digits != 2)
        return 0;
    int year = 2000 + (int)value;
    int thai = 2500 - BL_BUDDHIST_AHEAD + (int)value;
    if ((reader->is_thai || is_buddhist) && thai > SHORT_YEAR_LEAST + 20 && thai <= reader->last_year)
        return thai;
    if (year > reader->last_year)
        year -= 100;
    return year >= SHORT_YEAR_LEAST ? year : 0;
}

/* The one of two readings that the language prefers; the other where that is impossible, or in the future. */
static void
settle_order(const bl_date_reader *reader, int64_t a, int64_t b, bool month_first, bl_civil *c)
{
    c->month = (int)(month_first ? a : b);
    c->day = (int)(month_first ? b : a);
    if (c->month <= 12 && bl_civil_possible(c) && bl_days_of(c->year, c->month, c->day) <= reader->last_day)
        return;
    bl_civil other = *c;
    other.month = c->day;
    other.day = c->month;
    if (other.month <= 12 && bl_civil_possible(&other) &&
        (!bl_civil_possible(c) || bl_days_of(other.year, other.month, other.day) <= reader->last_day))
        *c = other;
}

static bool
is_jalali(const bl_date_reader *reader, const bl_numbers *n, int at)
{
    return (reader->is_persian || n->is_persian) && n->digits[at] == 4 && n->value[at] >= JALALI_LEAST &&
           n->value[at] <= BL_JALALI_MOST;
}

bool
bl_settle_numbers(const bl_date_reader *reader, const bl_numbers *n, bl_civil *c)
{
    const int64_t *v = n->value;
    const uint8_t *digits = n->digits;
    c->precision = BYLINE_PRECISION_DAY;
    int at = digits[0] == 4 ? 0 : 2;
    if (digits[1] > 2 || digits[2 - at] > 2)
        return false;
    if (is_jalali(reader, n, at)) {
        *c = (bl_civil){(int)v[at], (int)v[1], (int)v[2 - at], .precision = BYLINE_PRECISION_DAY};
        return bl_civil_from_jalali(c);
    }
    if (digits[2] != 4 && at == 2 && digits[0] == 2 && reader->year_first)
        at = 0;
    if (digits[at] == 2 && n->separator == '-' && (digits[0] != 2 || digits[1] != 2))
        return false;
    c->year = bl_full_year(reader, v[at], digits[at], false);
    if (!c->year)
        return false;
    if (at == 0) {
        c->month = (int)v[1];
        c->day = (int)v[2];
        return true;
    }
    bool month_first =
        (reader->month_first || (n->is_american && reader->is_english)) &&
        (n->separator == '/' || (n->separator == '-' && (reader->is_american || n->is_american)));
    settle_order(reader, v[0], v[1], month_first, c);
    return true;
}
