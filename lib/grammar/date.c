/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/date.h"

#include <stdio.h>
#include <stdlib.h>

/* Enough for the longest form with any numbers, so that the compiler sees that nothing is cut. */
#define ISO_ROOM 96

void
bl_date_finish(byline_date *date, int year, int month, int day, int hour, int minute, int second)
{
    char iso[ISO_ROOM] = "", zone[32] = "";
    int away = abs(date->offset_minutes);
    date->seconds = bl_days_of(year, month ? month : 1, day ? day : 1) * 86400 + hour * 3600 + minute * 60 + second -
                    date->offset_minutes * 60;
    if (date->has_offset && away == 0)
        snprintf(zone, sizeof zone, "Z");
    else if (date->has_offset)
        snprintf(zone, sizeof zone, "%c%02d:%02d", date->offset_minutes < 0 ? '-' : '+', away / 60, away % 60);
    switch (date->precision) {
    case BYLINE_PRECISION_YEAR:
        snprintf(iso, sizeof iso, "%04d", year);
        break;
    case BYLINE_PRECISION_MONTH:
        snprintf(iso, sizeof iso, "%04d-%02d", year, month);
        break;
    case BYLINE_PRECISION_DAY:
        snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
        break;
    case BYLINE_PRECISION_HOUR:
    case BYLINE_PRECISION_MINUTE:
        snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d%s", year, month, day, hour, minute, zone);
        break;
    case BYLINE_PRECISION_SECOND:
        snprintf(iso, sizeof iso, "%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute, second, zone);
        break;
    }
    iso[sizeof date->iso - 1] = '\0';
    memcpy(date->iso, iso, sizeof date->iso);
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

bool
bl_read_machine_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    return bl_read_iso(text, context, date) || bl_read_epoch(text, context, date);
}

bool
bl_read_date(bl_span text, const bl_line_context *context, byline_date *date)
{
    return bl_read_iso(text, context, date);
}
