/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * date.h - the parts of the date reader.
 *
 *   date.c           the entry points, and the record from civil parts
 *   date_calendar.c  days, leap years, other calendars, American summer time
 *   date_machine.c   ISO 8601 and epoch numbers
 */
#ifndef BL_GRAMMAR_DATE_H
#define BL_GRAMMAR_DATE_H

#include "base/span.h"
#include "grammar/grammar.h"

/* A date as it was written: what stands beyond its precision is 0. */
typedef struct bl_civil {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int offset; /* minutes east of UTC */
    bool has_offset;
    byline_precision precision;
} bl_civil;

/* No place is further from UTC than this. */
#define BL_OFFSET_MOST (14 * 60)

/* A clock may be wrong, and a page may be written east of the reader. */
#define BL_FUTURE_ALLOWED 86400

/* Days since 1970 of a day in the Gregorian calendar, and back. */
int64_t bl_days_of(int64_t year, int month, int day);
void bl_days_split(int64_t days, int *year, int *month, int *day);
int bl_month_length(int year, int month);

/* Is it a day and a time that there are? 24:00 and a leap second are. */
bool bl_civil_possible(const bl_civil *civil);

/* The record, where civil is possible and not in the future; else false and *date untouched. */
bool bl_civil_finish(const bl_civil *civil, const bl_line_context *context, byline_date *date);

/* The civil parts of an instant, offset minutes east of UTC. */
bl_civil bl_civil_at(int64_t seconds, int offset);

/* The whole of text as ISO 8601 in any usual variant, or as seconds or milliseconds since 1970. */
bool bl_read_iso(bl_span text, const bl_line_context *context, byline_date *date);
bool bl_read_epoch(bl_span text, const bl_line_context *context, byline_date *date);

#endif
