/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/date.h"

int64_t
bl_days_of(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void
bl_days_split(int64_t days, int *year, int *month, int *day)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
    int64_t shifted = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = (int)(years + era * 400 + (*month <= 2));
}

int64_t
bl_clock_of(int64_t now)
{
    return now >= bl_days_of(1, 1, 1) * BL_DAY && now < bl_days_of(10000, 1, 1) * BL_DAY ? now : 0;
}

int
bl_month_length(int year, int month)
{
    static const signed char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && is_leap);
}

bool
bl_civil_possible(const bl_civil *c)
{
    if (c->year < 1 || c->year > 9999)
        return false;
    if (c->precision >= BYLINE_PRECISION_MONTH && (c->month < 1 || c->month > 12))
        return false;
    if (c->precision >= BYLINE_PRECISION_DAY && (c->day < 1 || c->day > bl_month_length(c->year, c->month)))
        return false;
    if (c->hour < 0 || c->minute < 0 || c->minute > 59 || c->second < 0 || c->second > 60)
        return false;
    if (c->hour > 23 && (c->hour > 24 || c->minute || c->second))
        return false;
    return !c->has_offset || (c->offset >= -BL_OFFSET_MOST && c->offset <= BL_OFFSET_MOST);
}

bl_civil
bl_civil_at(int64_t seconds, int offset)
{
    int64_t local = seconds + (int64_t)offset * 60;
    int64_t days = local / BL_DAY - (local % BL_DAY < 0);
    int of_day = (int)(local - days * BL_DAY);
    bl_civil c = {.offset = offset, .precision = BYLINE_PRECISION_SECOND};
    bl_days_split(days, &c.year, &c.month, &c.day);
    c.hour = of_day / 3600;
    c.minute = of_day / 60 % 60;
    c.second = of_day % 60;
    return c;
}

/* Leap years are 8 of 33; that holds from 1178 to 1633. */
static bool
is_jalali_leap(int year)
{
    return (8 * year + 29) % 33 < 8;
}

bool
bl_civil_from_jalali(bl_civil *c)
{
    if (c->year < 1200 || c->year > 1600 || c->month < 1 || c->month > 12 || c->day < 1)
        return false;
    int length = c->month <= 6 ? 31 : c->month <= 11 || is_jalali_leap(c->year) ? 30 : 29;
    if (c->day > length)
        return false;
    int months = c->month <= 7 ? 31 * (c->month - 1) : 30 * (c->month - 1) + 6;
    int leaps = (8 * c->year + 21) / 33 - (8 * 1402 + 21) / 33;
    /* the first of Farvardin 1402 was the 21st of March 2023 */
    int64_t days = bl_days_of(2023, 3, 21) + 365 * (c->year - 1402) + leaps + months + c->day - 1;
    bl_days_split(days, &c->year, &c->month, &c->day);
    return true;
}

/* The day of the month of the n-th Sunday; n 0 is the last. */
static int
sunday(int year, int month, int n)
{
    int first = (int)((bl_days_of(year, month, 1) + 4) % 7); /* 1970 began on a Thursday; Sunday is 0 */
    if (first < 0)
        first += 7;
    int day = 1 + (7 - first) % 7;
    if (n)
        return day + 7 * (n - 1);
    while (day + 7 <= bl_month_length(year, month))
        day += 7;
    return day;
}

bool
bl_is_us_summer(const bl_civil *c)
{
    int start_month = c->year >= 2007 ? 3 : 4, end_month = c->year >= 2007 ? 11 : 10;
    int start = sunday(c->year, start_month, c->year >= 2007 ? 2 : c->year >= 1987 ? 1 : 0);
    int end = sunday(c->year, end_month, c->year >= 2007 ? 1 : 0);
    int at = (c->month * 32 + c->day) * 24 + c->hour;
    return at >= (start_month * 32 + start) * 24 + 2 && at < (end_month * 32 + end) * 24 + 2;
}
