/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* When the article was published, and when it was last changed. */
#include "base/unicode.h"
#include "fields/choose.h"

/* What a date gains by being said elsewhere too, and by being said well. */
enum {
    SAME_DAY = 7,     /* another claim has the same day */
    SAME_INSTANT = 3, /* and the same moment */
    MOST_AGREE = 4,
    HAS_TIME = 4,
    HAS_OFFSET = 3,
    /* A date in the future is an event's, or wrong. */
    MISS_FUTURE = 200,
    /* Published after the last change: one of the two is something else. */
    MISS_AFTER_MODIFIED = 25,
    FIRST_YEAR = 1990 /* older ones are of what the article tells, not of the page */
};

static const int64_t DAY = 86400;

typedef struct dated {
    bl_claim *claim;
    byline_date date;
    int64_t wall; /* seconds as the clock on the wall showed */
} dated;

typedef BL_VECTOR(dated) dated_list;

static int64_t
day_of(int64_t seconds)
{
    return seconds >= 0 ? seconds / DAY : -((DAY - 1 - seconds) / DAY);
}

static dated_list
read_claims(bl_decision *decision, bl_field field)
{
    dated_list list = {0};
    const bl_evidence *evidence = decision->evidence;
    bl_claims claims = bl_heaviest(decision, field);
    for (size_t i = 0; i < claims.count; i++) {
        bl_claim *claim = claims.at[i];
        dated d = {.claim = claim};
        if (!bl_read_machine_date(claim->value, &decision->line, &d.date) &&
            !bl_read_date(claim->value, &decision->line, &d.date)) {
            claim->reason = "no date";
            continue;
        }
        d.wall = d.date.seconds + d.date.offset_minutes * 60;
        if (d.date.precision < BYLINE_PRECISION_DAY || strncmp(d.date.iso, "1990", 4) < 0) {
            claim->reason = "not a day of publication";
            continue;
        }
        if (evidence->now && d.date.seconds > evidence->now + DAY) {
            claim->reason = "in the future";
            continue;
        }
        BL_PUSH(decision->scratch, &list, d);
    }
    return list;
}

/* The same day by either clock, or on both walls. */
static bool
same_day(const dated *a, const dated *b)
{
    return day_of(a->wall) == day_of(b->wall) ||
           (a->date.has_offset && b->date.has_offset && day_of(a->date.seconds) == day_of(b->date.seconds));
}

static void
score(dated_list *list, const dated_list *modified)
{
    for (size_t i = 0; i < list->count; i++) {
        dated *d = &list->at[i];
        int days = 0, instants = 0;
        for (size_t k = 0; k < list->count; k++) {
            const dated *other = &list->at[k];
            if (k == i || other->claim->weight < BL_WITNESS || !same_day(d, other))
                continue;
            days++;
            instants += d->date.seconds == other->date.seconds;
        }
        d->claim->score += SAME_DAY * (days < MOST_AGREE ? days : MOST_AGREE);
        d->claim->score += SAME_INSTANT * (instants < MOST_AGREE ? instants : MOST_AGREE);
        if (d->date.precision > BYLINE_PRECISION_DAY)
            d->claim->score += HAS_TIME + (d->date.has_offset ? HAS_OFFSET : 0);
        if (modified && modified->count && d->date.seconds > modified->at[0].date.seconds + DAY)
            d->claim->score -= MISS_AFTER_MODIFIED;
    }
}

static dated *
best_of(dated_list *list)
{
    dated *best = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (!best || list->at[i].claim->score > best->claim->score)
            best = &list->at[i];
    return best;
}

static byline_date *
settle(bl_decision *decision, dated_list *list, const char *field)
{
    dated *best = best_of(list);
    for (size_t i = 0; i < list->count; i++)
        if (&list->at[i] != best)
            list->at[i].claim->reason = same_day(&list->at[i], best) ? "says the same" : "a lower score";
    if (!best)
        return NULL;
    best->claim->won = true;
    best->claim->reason = "the best score";
    bl_origin_add(decision, field, best->claim, bl_confidence(best->claim->score));
    return bl_copy_date(decision->out, &best->date);
}

void
bl_decide_dates(bl_decision *decision)
{
    dated_list modified = read_claims(decision, BL_FIELD_MODIFIED);
    dated_list published = read_claims(decision, BL_FIELD_PUBLISHED);
    score(&modified, NULL);
    score(&published, &modified);
    decision->article->published = settle(decision, &published, "published");
    decision->article->modified = settle(decision, &modified, "modified");
    if (decision->article->published)
        decision->line.published = decision->article->published->seconds;
}
