/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/grammar.h"

#include <stdio.h>

/* Days since 1970 of a day in the Gregorian calendar. */
static int64_t
days_of(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void
bl_date_finish(byline_date *date, int year, int month, int day, int hour, int minute, int second)
{
    char zone[8] = "";
    int away = date->offset_minutes < 0 ? -date->offset_minutes : date->offset_minutes;
    date->seconds = days_of(year, month ? month : 1, day ? day : 1) * 86400 + hour * 3600 + minute * 60 + second -
                    date->offset_minutes * 60;
    if (date->has_offset && away == 0)
        snprintf(zone, sizeof zone, "Z");
    else if (date->has_offset)
        snprintf(zone, sizeof zone, "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+', away / 60 % 100, away % 60);
    char *iso = date->iso;
    size_t n = sizeof date->iso;
    switch (date->precision) {
    case BYLINE_PRECISION_YEAR: snprintf(iso, n, "%04d", year); break;
    case BYLINE_PRECISION_MONTH: snprintf(iso, n, "%04d-%02d", year, month); break;
    case BYLINE_PRECISION_DAY: snprintf(iso, n, "%04d-%02d-%02d", year, month, day); break;
    case BYLINE_PRECISION_HOUR:
    case BYLINE_PRECISION_MINUTE:
        snprintf(iso, n, "%04d-%02d-%02dT%02d:%02d%s", year, month, day, hour, minute, zone);
        break;
    case BYLINE_PRECISION_SECOND:
        snprintf(iso, n, "%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute, second, zone);
        break;
    }
}

bool
bl_read_machine_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    (void)context;
    char copy[40];
    text = bl_span_trim(text);
    if (text.n >= sizeof copy)
        return false;
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    int year, month, day, hour = 0, minute = 0, second = 0, zh = 0, zm = 0;
    char sign = 0;
    int got = sscanf(copy, "%4d-%2d-%2d%*[T ]%2d:%2d:%2d%*[.0-9]%c%2d:%2d", &year, &month, &day, &hour, &minute, &second, &sign, &zh, &zm);
    if (got == 6)
        got = sscanf(copy, "%4d-%2d-%2d%*[T ]%2d:%2d:%2d%c%2d:%2d", &year, &month, &day, &hour, &minute, &second, &sign, &zh, &zm);
    if (got < 3)
        return false;
    *date = (byline_date){.precision = got >= 6 ? BYLINE_PRECISION_SECOND : got >= 5 ? BYLINE_PRECISION_MINUTE : BYLINE_PRECISION_DAY};
    date->has_offset = sign == 'Z' || got >= 8;
    if (got >= 8)
        date->offset_minutes = (int16_t)((sign == '-' ? -1 : 1) * (zh * 60 + zm));
    bl_date_finish(date, year, month, day, hour, minute, second);
    return true;
}

bool
bl_read_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    return bl_read_machine_date(text, context, date);
}
