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
    int64_t days = local / 86400 - (local % 86400 < 0);
    int of_day = (int)(local - days * 86400);
    bl_civil c = {.offset = offset, .precision = BYLINE_PRECISION_SECOND};
    bl_days_split(days, &c.year, &c.month, &c.day);
    c.hour = of_day / 3600;
    c.minute = of_day / 60 % 60;
    c.second = of_day % 60;
    return c;
}
