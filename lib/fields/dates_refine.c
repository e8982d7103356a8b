/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What several claims of one moment say together. */
#include "fields/dates.h"
#include "grammar/date.h"

enum { HALF_HOUR = 30, MOST_WEST = 12 * 60, MOST_EAST = 14 * 60, FIRST_WEST = 3 };

/* Beside the headline, in microdata or in the address; and no further from midnight than this. */
enum { SHOWN_DAY = 45, MOST_HOURS = 9 };


int64_t
bl_day_of(int64_t seconds)
{
    return seconds >= 0 ? seconds / BL_DAY : -((BL_DAY - 1 - seconds) / BL_DAY);
}

bool
bl_same_day(const bl_dated *a, const bl_dated *b)
{
    return bl_day_of(a->wall) == bl_day_of(b->wall) ||
           (a->date.has_offset && b->date.has_offset &&
            bl_day_of(a->date.seconds) == bl_day_of(b->date.seconds));
}

/* The same moment by the clock on the wall, to the minute. */
static bool
same_wall(const bl_dated *a, const bl_dated *b)
{
    return a->date.precision > BYLINE_PRECISION_DAY && b->date.precision > BYLINE_PRECISION_DAY &&
           a->wall / 60 == b->wall / 60;
}

/* Put the moment of date where the clock is minutes ahead of UTC. */
static void
move_to(byline_date *date, int64_t minutes)
{
    bl_civil civil = bl_civil_at(date->seconds, (int)minutes);
    civil.precision = date->precision;
    civil.has_offset = true;
    bl_civil_finish(&civil, NULL, date);
}

/*
 * Minutes that the wall of d is ahead of the moment of date in UTC, where both are one moment: whole half hours
 * apart, as the clocks of a place and of Greenwich are. 0 where they are not, or are the same. Of light claims
 * the second has to agree, too: on the full hour many things happen.
 */
static int64_t
half_hours_ahead(const byline_date *date, const bl_dated *d)
{
    if (!date->has_offset || date->offset_minutes != 0 || d->date.has_offset ||
        d->date.precision <= BYLINE_PRECISION_DAY || date->precision <= BYLINE_PRECISION_DAY)
        return 0;
    if (d->claim->weight < BL_WITNESS && (d->wall % 60 == 0 || d->wall % 60 != date->seconds % 60))
        return 0;
    int64_t minutes = d->wall / 60 - date->seconds / 60;
    return minutes % HALF_HOUR == 0 && minutes >= -MOST_WEST && minutes <= MOST_EAST ? minutes : 0;
}

/* Is it the day after (1) or before (-1) date's where a clock is minutes ahead? */
static bool
makes_day(const byline_date *date, int64_t minutes, int apart)
{
    return bl_day_of(date->seconds + minutes * 60) == bl_day_of(date->seconds) + apart;
}

/* An offset that the page writes, or that two of its clocks tell, and that makes the day true; 0 is none. */
static int64_t
offset_of_page(const bl_dated_list *list, const byline_date *date, int apart)
{
    for (size_t i = 0; i < list->count; i++) {
        const byline_date *written = &list->at[i].date;
        if (written->offset_minutes != 0 && makes_day(date, written->offset_minutes, apart))
            return written->offset_minutes;
        for (size_t k = 0; k < list->count; k++) {
            int64_t minutes = half_hours_ahead(written, &list->at[k]);
            if (minutes && list->at[k].wall % 60 != 0 && makes_day(date, minutes, apart))
                return minutes;
        }
    }
    return 0;
}

/*
 * A moment in UTC shortly before or after midnight, where a reader is shown the day beside it. Its offset is
 * one that the page has elsewhere; else the least of whole hours that makes the moment and the day true. That
 * one is a guess, but for the many systems that know days only and store midnight; without it the day would be
 * wrong, which matters to more readers.
 */
static void
reconcile(const bl_dated_list *list, const bl_dated_list *more, byline_date *date)
{
    const int64_t day = bl_day_of(date->seconds), minute = (date->seconds - day * BL_DAY) / 60;
    int shown = 0;
    if (!date->has_offset || date->offset_minutes != 0 || date->precision <= BYLINE_PRECISION_DAY)
        return;
    for (size_t i = 0; i < list->count; i++) {
        const bl_dated *d = &list->at[i];
        int64_t apart = bl_day_of(d->wall) - day;
        if (d->claim->weight < SHOWN_DAY || d->date.precision != BYLINE_PRECISION_DAY)
            continue;
        if (apart == 0) /* the day of UTC is shown too */
            return;
        if (apart == 1 || apart == -1)
            shown = (int)apart;
    }
    int64_t hours = shown > 0 ? (INT64_C(24) * 60 - minute + 59) / 60 : shown < 0 ? (minute + 60) / 60 : 0;
    if (!shown || hours > MOST_HOURS)
        return;
    int64_t minutes = offset_of_page(list, date, shown);
    if (!minutes)
        minutes = offset_of_page(more, date, shown);
    if (!minutes) /* the first hours west of Greenwich are sea */
        minutes = (shown > 0 ? hours : hours < FIRST_WEST ? -FIRST_WEST : -hours) * 60;
    move_to(date, minutes);
}

/* Is a reader shown this clock, without a zone? */
static bool
is_clock_shown(const bl_dated_list *list, const bl_dated *clock)
{
    for (size_t i = 0; i < list->count; i++) {
        const bl_dated *d = &list->at[i];
        if (d->claim->source == BYLINE_SOURCE_VISIBLE && !d->date.has_offset && same_wall(d, clock))
            return true;
    }
    return false;
}

/*
 * best says UTC of the clock that a reader is shown, and another claim has the same minute and second of UTC whole half
 * hours away: that one is the moment, and the clock is of the place. NULL where there is none.
 */
static const bl_dated *
twin_of(const bl_dated_list *list, const bl_dated *best)
{
    if (!best->date.has_offset || best->date.offset_minutes || best->wall % (HALF_HOUR * 60) == 0 ||
        !is_clock_shown(list, best))
        return NULL;
    for (size_t i = 0; i < list->count; i++) {
        const bl_dated *d = &list->at[i];
        int64_t apart = best->wall - d->date.seconds, minutes = apart / 60;
        if (d->date.has_offset && !d->date.offset_minutes && d->claim->weight >= BL_WITNESS && apart &&
            apart % (HALF_HOUR * 60) == 0 && minutes >= -MOST_WEST && minutes <= MOST_EAST)
            return d;
    }
    return NULL;
}

/*
 * What other claims add to the best one: a time to a day, an offset to a time. A time in UTC and a clock on
 * the wall that is whole half hours away from it are one moment, and give the offset of the place: on the
 * pages whose place is known this was never wrong.
 */
byline_date
bl_date_refine(const bl_dated_list *list, const bl_dated_list *more, const bl_dated *best)
{
    byline_date date = best->date;
    const bl_dated *twin = twin_of(list, best);
    if (twin) {
        int64_t minutes = (best->wall - twin->date.seconds) / 60;
        date.seconds = twin->date.seconds;
        move_to(&date, minutes);
        return date;
    }
    for (size_t i = 0; i < list->count; i++) {
        const bl_dated *d = &list->at[i];
        int64_t minutes = d == best ? 0 : half_hours_ahead(&date, d);
        if (minutes) {
            move_to(&date, minutes);
            return date;
        }
        if (d == best || d->claim->weight < BL_WITNESS || d->date.precision <= BYLINE_PRECISION_DAY)
            continue;
        if (date.precision <= BYLINE_PRECISION_DAY && bl_day_of(d->wall) == bl_day_of(best->wall))
            return d->date;
        if (!date.has_offset && d->date.has_offset && same_wall(best, d))
            return d->date;
        if (date.has_offset && date.offset_minutes == 0 && d->date.offset_minutes != 0 &&
            d->date.seconds / 60 == date.seconds / 60) {
            move_to(&date, d->date.offset_minutes);
            return date;
        }
    }
    reconcile(list, more, &date);
    return date;
}
