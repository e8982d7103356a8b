/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* When the article was published, and when it was last changed. */
#include "fields/dates.h"
#include "base/unicode.h"
#include "evidence/weights.h"

/* What a date gains by being said elsewhere too, and by being said well. */
enum {
    SAME_DAY = 7,     /* another claim has the same day */
    SAME_INSTANT = 3, /* and the same moment */
    MOST_AGREE = 4,
    HAS_TIME = 4,
    HAS_OFFSET = 3,
    /* Published after the last change: one of the two is something else. */
    MISS_AFTER_MODIFIED = 25,
    /* A visible date of this weight stands near the headline, or the address says it. */
    SHOWN = 45,
    /* One of this weight is a time element, wherever it stands. */
    MARKED = 30,
    /* One of this weight stands elsewhere on the page, but not in a card. */
    FAINT = 20,
    /* name="date" and its like: when the record was begun, printed or touched, as it pleased the system. */
    WEAK = 62,
    HALF_HOUR = 1800,      /* seconds */
    DAYS_SHOWN = 3,        /* more are those of a table or of a chronicle */
    DRAFT_DAYS = 7,        /* an address may be older than the publication: that of the draft */
    MOST_WEST = 12 * 3600, /* seconds that a clock is behind UTC at most */
    /* A date lighter than this is of a card, a comment, a footer. */
    LEAST = 10,
    /* A day that only a sentence tells of is none of publication, even where the page has no other. */
    LEAST_ALONE = 5,
    /* How sure a date is that no source claims. */
    SCANNED = 25,
    /* How sure one is that only the title or the address of the picture tells. */
    ASIDE = 15,
    FIRST_YEAR = 1990 /* older ones are of what the article tells, not of the page */
};


static int
year_of(const byline_date *date)
{
    int year = 0;
    for (int i = 0; i < 4 && bl_is_digit(date->iso[i]); i++)
        year = year * 10 + (date->iso[i] - '0');
    return year;
}

static bl_dated_list
read_claims(bl_decision *decision, bl_field field)
{
    bl_dated_list list = {0};
    const bl_evidence *evidence = decision->evidence;
    bl_claims claims = bl_heaviest(decision, field);
    for (size_t i = 0; i < claims.count; i++) {
        bl_claim *claim = claims.at[i];
        bl_dated d = {.claim = claim};
        if (!bl_read_machine_date(claim->value, &decision->line, &d.date) &&
            !bl_read_date(claim->value, &decision->line, &d.date)) {
            claim->reason = "no date";
            continue;
        }
        d.wall = d.date.seconds + d.date.offset_minutes * INT64_C(60);
        if (d.date.precision < BYLINE_PRECISION_DAY || year_of(&d.date) < FIRST_YEAR) {
            claim->reason = "not a day of publication";
            continue;
        }
        if (evidence->now && d.date.seconds > evidence->now + BL_DAY) {
            claim->reason = "in the future";
            continue;
        }
        BL_PUSH(decision->scratch, &list, d);
    }
    return list;
}

/* Has an earlier one the same day, from the same kind of place? Two cards of a list are one witness. */
static bool
is_repeated(const bl_dated_list *list, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (list->at[i].claim->source == list->at[k].claim->source &&
            list->at[i].claim->weight == list->at[k].claim->weight && bl_same_day(&list->at[i], &list->at[k]))
            return true;
    return false;
}

/* A time element away from the headline may be of a card: two of them are one witness, too. */
static bool
is_listed(const bl_dated *d)
{
    return d->claim->source == BYLINE_SOURCE_VISIBLE &&
           (d->claim->weight == BL_WEIGHT_DATE_TIME_LOWER || d->claim->weight == BL_WEIGHT_DATE_TIME_FAR);
}

static void
score_agreement(bl_dated_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        bl_dated *d = &list->at[i];
        int days = 0, instants = 0;
        for (size_t k = 0; k < list->count; k++) {
            const bl_dated *other = &list->at[k];
            bool is_list = is_listed(d) && is_listed(other);
            bool like = other->claim->source == d->claim->source && other->claim->weight == d->claim->weight;
            if (k == i || like || is_list || other->claim->weight < BL_WITNESS || !bl_same_day(d, other) ||
                is_repeated(list, k))
                continue;
            days++;
            instants += d->date.seconds == other->date.seconds;
        }
        d->claim->score += SAME_DAY * (days < MOST_AGREE ? days : MOST_AGREE);
        d->claim->score += SAME_INSTANT * (instants < MOST_AGREE ? instants : MOST_AGREE);
        if (d->date.precision > BYLINE_PRECISION_DAY)
            d->claim->score += HAS_TIME + (d->date.has_offset ? HAS_OFFSET : 0);
    }
}

/* Published after the last change. */
static void
score_order(bl_dated_list *list, const bl_dated_list *modified)
{
    const bl_dated *last = NULL;
    for (size_t i = 0; i < modified->count; i++)
        if (modified->at[i].claim->weight >= BL_WITNESS &&
            (!last || modified->at[i].claim->score > last->claim->score))
            last = &modified->at[i];
    for (size_t i = 0; last && i < list->count; i++)
        if (list->at[i].date.seconds > last->date.seconds + BL_DAY)
            list->at[i].claim->score -= MISS_AFTER_MODIFIED;
}

/* Are all claims that may win of one day? Then a light one is as good as any. */
static bool
all_one_day(const bl_dated_list *list)
{
    const bl_dated *first = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (list->at[i].claim->weight < LEAST_ALONE)
            continue;
        if (first && !bl_same_day(first, &list->at[i]))
            return false;
        first = first ? first : &list->at[i];
    }
    return true;
}

static bl_dated *
best_of(bl_dated_list *list)
{
    bl_dated *best = NULL;
    bool one_day = all_one_day(list);
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].claim->weight >= (one_day ? LEAST_ALONE : LEAST) &&
            (!best || list->at[i].claim->score > best->claim->score))
            best = &list->at[i];
    return best;
}

/* A record that says of the last change no more than that it was the first is older than one that knows of another. */
static bl_dated *
prefer_changed(bl_dated_list *list, bl_dated *last, const bl_dated *first)
{
    bl_dated *other = NULL;
    if (!last || !first || last->date.seconds != first->date.seconds)
        return last;
    for (size_t i = 0; i < list->count; i++) {
        bl_dated *d = &list->at[i];
        int64_t apart = d->date.seconds - last->date.seconds;
        bool is_later = apart > 0 && d->date.precision >= last->date.precision;
        is_later &= apart % HALF_HOUR != 0 || apart > BL_DAY; /* not the same clock with another zone */
        if (is_later && d->claim->weight >= WEAK && (!other || d->claim->score > other->claim->score))
            other = d;
    }
    return other ? other : last;
}

static bool
is_shown(const bl_dated *d, int least)
{
    return d->claim->source == BYLINE_SOURCE_VISIBLE && d->claim->weight >= least;
}

/* Is a of an earlier day than b, wherever on Earth the clock of a stands? */
static bool
is_day_before(const bl_dated *a, const bl_dated *b)
{
    int64_t tomorrow = (bl_day_of(a->wall) + 1) * BL_DAY;
    int64_t end = a->date.precision > BYLINE_PRECISION_DAY ? a->wall : tomorrow;
    if (b->date.precision <= BYLINE_PRECISION_DAY)
        return tomorrow <= b->wall;
    return tomorrow <= b->wall && end + (b->date.has_offset ? MOST_WEST : 0) <= b->date.seconds;
}

/*
 * A story cannot be shown, nor have an address, before it is published. Where a reader or the address says an
 * earlier day than the record of the page, the record was made anew: by a new system, or by each change. A
 * table of days shows none.
 */
static bl_dated *
prefer_shown(bl_dated_list *list, bl_dated *best)
{
    bl_dated *shown = NULL;
    int days = 0;
    for (size_t i = 0; best && i < list->count; i++) {
        bl_dated *d = &list->at[i];
        if (d->claim->source == BYLINE_SOURCE_ADDRESS && d->claim->weight >= SHOWN &&
            bl_day_of(d->wall) + DRAFT_DAYS < bl_day_of(best->wall))
            return d;
    }
    if (!best || best->claim->source == BYLINE_SOURCE_VISIBLE)
        return best;
    for (size_t i = 0; i < list->count; i++) {
        bl_dated *d = &list->at[i];
        if (is_shown(d, FAINT) && bl_same_day(d, best))
            return best;
        if (!is_shown(d, MARKED))
            continue;
        days += !shown || !bl_same_day(d, shown);
        if (!shown || d->claim->score > shown->claim->score)
            shown = d;
    }
    bool is_weak = best->claim->source == BYLINE_SOURCE_META && best->claim->weight <= WEAK && days == 1;
    return shown && days <= DAYS_SHOWN && (is_weak || is_day_before(shown, best)) ? shown : best;
}

/* best as the value of field, refined by the others and by more, the claims of the other field. */
static byline_date *
settle(bl_decision *decision, const char *field, const bl_dated_list *list, bl_dated *best,
       const bl_dated_list *more)
{
    if (!best)
        return NULL;
    best->claim->reason = "the best score";
    for (size_t i = 0; i < list->count; i++) {
        bl_claim *claim = list->at[i].claim;
        if (claim->score > best->claim->score)
            best->claim->reason = "a reader is shown this day";
        if (claim != best->claim)
            claim->reason = bl_same_day(&list->at[i], best) ? "says the same" : "a lower score";
    }
    best->claim->won = true;
    bl_origin_add(decision, field, best->claim, bl_confidence(best->claim->score));
    byline_date date = bl_date_refine(list, more, best);
    return bl_copy_date(decision->out, &date);
}

static bool
is_day_shown(const bl_dated_list *list, const bl_dated *day)
{
    for (size_t i = 0; day && i < list->count; i++)
        if (is_shown(&list->at[i], LEAST_ALONE) && bl_same_day(&list->at[i], day))
            return true;
    return false;
}

/* Where no source claims a day of publication: what the state, a line, the title or a picture says. */
static void
take_unclaimed(bl_decision *decision)
{
    const bl_evidence *evidence = decision->evidence;
    byline_date found;
    bl_node node;
    const bl_script *script;
    const bl_claim *claim = NULL;
    int64_t latest = evidence->now ? evidence->now + BL_DAY : INT64_MAX;
    if (bl_date_in_state(decision, &found, &script) && found.seconds <= latest)
        bl_origin_add_at(decision, "published", BYLINE_SOURCE_STATE, script->offset, script->length,
                         bl_confidence(SCANNED));
    else if (bl_date_scan(decision, &found, &node))
        bl_origin_add_at(decision, "published", BYLINE_SOURCE_VISIBLE, evidence->document->nodes[node].offset,
                         evidence->document->nodes[node].length, bl_confidence(SCANNED));
    else if ((claim = bl_date_aside(decision, &found)) && found.seconds <= latest)
        bl_origin_add(decision, "published", claim, bl_confidence(ASIDE));
    else
        return;
    decision->article->published = bl_copy_date(decision->out, &found);
}

void
bl_decide_dates(bl_decision *decision)
{
    byline_article *article = decision->article;
    bl_dated_list modified = read_claims(decision, BL_FIELD_MODIFIED);
    bl_dated_list published = read_claims(decision, BL_FIELD_PUBLISHED);
    bl_dates_settle_order(decision, &published, &modified);
    bl_dates_settle_order(decision, &modified, &published);
    score_agreement(&modified);
    score_agreement(&published);
    score_order(&published, &modified);
    bl_dated *first = prefer_shown(&published, best_of(&published));
    bl_dated *last = prefer_changed(&modified, best_of(&modified), first);
    article->published = settle(decision, "published", &published, first, &modified);
    article->modified = settle(decision, "modified", &modified, last, &published);
    /*
     * The one date that a page shows may be called "updated"; two of three times it was first published that
     * day. What only machines are told of the last change says nothing of the first.
     */
    if (!article->published && is_day_shown(&modified, last)) {
        article->published = bl_copy_date(decision->out, article->modified);
        bl_origin_add(decision, "published", last->claim, bl_confidence(last->claim->score / 2));
    }
    if (!article->published)
        take_unclaimed(decision);
    if (article->published)
        decision->line.published = article->published->seconds;
}
