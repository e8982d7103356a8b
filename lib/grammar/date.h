/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * date.h - the parts of the date reader.
 *
 *   date.c           the entry points, and the record from civil parts
 *   date_calendar.c  days, leap years, other calendars, American summer time
 *   date_machine.c   ISO 8601 and epoch numbers
 *   date_tokens.c    a text as tokens; date_words.c looks words up in the tables of the .def files
 *   date_day.c       the day in a run of tokens: "13 June 2023", "13.06.2023"
 *   date_numeric.c   which of three numbers is the day, the month, the year
 *   date_time.c      the time of day and its zone: "2:15 p.m. EDT"
 *   date_relative.c  "3 hours ago", "yesterday at 5pm"
 */
#ifndef BL_GRAMMAR_DATE_H
#define BL_GRAMMAR_DATE_H

#include "base/span.h"
#include "grammar/date_words.h"
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
#define BL_FUTURE_ALLOWED BL_DAY

/* The Thai calendar is ahead by so many years; those from the second number on are its own. */
#define BL_BUDDHIST_AHEAD 543
#define BL_BUDDHIST_LEAST 2300

/* Two digits are a year of this century of the Persian calendar, unless that lies ahead of this year. */
#define BL_JALALI_CENTURY 1400
#define BL_JALALI_MOST 1450

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

/* What the reader knows beside the text. */
typedef struct bl_date_reader {
    bl_date_tokens *tokens;
    bool month_first; /* 04/05/2023 is in April */
    bool is_american; /* a region says so: 04-05-2023, too */
    bool year_first;  /* 04/05/06 is in 2004 */
    bool is_english;  /* or unknown: an American clock puts the month first */
    bool is_thai;
    bool is_persian;
    int64_t now;      /* 0 is none */
    int last_year;    /* two digits of a year mean none later */
    int64_t last_day; /* days since 1970; later ones are in the future */
} bl_date_reader;

/* A run of tokens that was understood. */
typedef struct bl_date_match {
    bl_civil civil;
    size_t next;      /* the token behind it */
    bool is_possible; /* false: it is a date, but there is no such day or hour */
    bool is_us_zone;  /* civil.offset is that of winter */
    int days_back;    /* "yesterday" is 1; -1 where the day is written */
} bl_date_match;

/* The day (or month) that starts at token i; false where none does. A time inside it is taken too. */
bool bl_match_day(const bl_date_reader *reader, size_t i, bl_date_match *match);

/*
 * The time that starts at token i, put into match, whose next moves behind it. is_dated: it stands beside a
 * date, so that 14.05 is one.
 */
bool bl_match_time(const bl_date_reader *reader, size_t i, bool is_dated, bl_date_match *match);

/* The zone that starts at token i, likewise; false where none does. */
bool bl_match_zone(const bl_date_reader *reader, size_t i, bl_date_match *match);

/* The first token from i on that does not merely part a date from its time. */
size_t bl_skip_to_time(const bl_date_reader *reader, size_t i);

/* The date before the reader's clock that starts at token i. */
bool bl_match_relative(const bl_date_reader *reader, size_t i, bl_date_match *match);

/* Three numbers of which one is a year. */
typedef struct bl_numbers {
    int64_t value[3];
    uint8_t digits[3]; /* of each, as written */
    uint32_t separator;
    bool is_american; /* an American clock stands beside them */
    bool is_persian;  /* they are in Persian digits */
} bl_numbers;

/* Which is what; false where they look like no date. civil may still be impossible. */
bool bl_settle_numbers(const bl_date_reader *reader, const bl_numbers *numbers, bl_civil *civil);

/* A year as written in so many digits as a Gregorian one of four; 0 where it is not plausible. */
int bl_full_year(const bl_date_reader *reader, int64_t value, uint8_t digits, bool is_buddhist);

/* A day of the Persian calendar in civil as the Gregorian one; false where there is no such day. */
bool bl_civil_from_jalali(bl_civil *civil);

/* Is American summer time in force at that local time? */
bool bl_is_us_summer(const bl_civil *civil);

#endif
