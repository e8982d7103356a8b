/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* "04/05/2021": which of the two is the month, by what else the page says. */
#include "base/unicode.h"
#include "evidence/url.h"
#include "fields/dates.h"
#include "grammar/date.h"

enum { MONTHS = 12, NUMERIC_TEXT = 60, YEAR_MONTH = 7 };

/* The first two of three numbers with one sign between them; what stands behind is the year. */
typedef struct numbers {
    int first;
    int second;
    char sign;
    bool is_whole; /* the year has four digits */
} numbers;

/* One or two digits at byte *at, which moves behind them; -1 where it are more or none. */
static int
small_number(bl_span text, size_t *at)
{
    int value = 0;
    size_t start = *at;
    for (; *at < text.n && bl_is_digit(text.p[*at]); (*at)++)
        value = *at - start < 2 ? value * 10 + (text.p[*at] - '0') : -1;
    return *at == start || *at - start > 2 ? -1 : value;
}

/* The first numeric date of text; false where it has none. */
static bool
find_numbers(bl_span text, numbers *found)
{
    for (size_t at = 0; at < text.n && at < NUMERIC_TEXT;) {
        if (!bl_is_digit(text.p[at])) {
            at++;
            continue;
        }
        size_t next = at;
        numbers n = {.first = small_number(text, &next)};
        at = next;
        n.sign = next < text.n ? text.p[next] : '\0';
        if (n.first <= 0 || (n.sign != '/' && n.sign != '.' && n.sign != '-'))
            continue;
        next++;
        n.second = small_number(text, &next);
        if (n.second <= 0 || next + 2 >= text.n || text.p[next] != n.sign || !bl_is_digit(text.p[next + 1]) ||
            !bl_is_digit(text.p[next + 2]))
            continue;
        n.is_whole = next + 4 < text.n && bl_is_digit(text.p[next + 3]) && bl_is_digit(text.p[next + 4]);
        *found = n;
        return true;
    }
    return false;
}

/* What the other order makes of d; false where there is only one. */
static bool
turn_round(const bl_dated *d, numbers *n, bl_dated *other)
{
    if (!find_numbers(d->claim->value, n) || n->first > MONTHS || n->second > MONTHS || n->first == n->second)
        return false;
    bl_civil civil = bl_civil_at(d->date.seconds, d->date.offset_minutes);
    bool day_first = civil.day == n->first && civil.month == n->second;
    if (!day_first && (civil.day != n->second || civil.month != n->first))
        return false; /* the date was read elsewhere in the text */
    civil.day = day_first ? n->second : n->first;
    civil.month = day_first ? n->first : n->second;
    civil.precision = d->date.precision;
    civil.has_offset = d->date.has_offset;
    *other = *d;
    if (!bl_civil_finish(&civil, NULL, &other->date))
        return false;
    other->wall = other->date.seconds + other->date.offset_minutes * INT64_C(60);
    return true;
}

/* Does a claim that is not in doubt itself say the day of d? */
static bool
is_told(const bl_dated_list *list, const bl_dated *d)
{
    bl_dated other;
    numbers n;
    for (size_t i = 0; i < list->count; i++)
        if (bl_same_day(&list->at[i], d) && !turn_round(&list->at[i], &n, &other))
            return true;
    return false;
}

/* Does the address say the month of d? */
static bool
is_in_address(const bl_decision *decision, const bl_dated *d)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_PUBLISHED].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_PUBLISHED].at[i];
        if (claim->source == BYLINE_SOURCE_ADDRESS &&
            bl_span_equal(bl_span_head(claim->value, YEAR_MONTH), bl_span_from(d->date.iso, YEAR_MONTH)))
            return true;
    }
    return false;
}

/* How many dates with that sign put the day first beyond doubt, less those that put the month first. */
static int
days_first(const bl_dated_list *list, char sign)
{
    int sum = 0;
    numbers n;
    for (size_t i = 0; i < list->count; i++)
        if (find_numbers(list->at[i].claim->value, &n) && n.sign == sign)
            sum += (n.first > MONTHS) - (n.second > MONTHS);
    return sum;
}

/* The same of the texts of the page: they date other stories, readers' comments, events. */
static int
page_days_first(const bl_decision *decision, char sign)
{
    const bl_document *doc = decision->evidence->document;
    int sum = 0;
    numbers n;
    for (bl_node i = 0; i < doc->count; i++)
        if (!bl_is_element(doc, i) && !doc->nodes[i].is_blank && find_numbers(bl_node_text(&doc->nodes[i]), &n) &&
            n.sign == sign && n.is_whole && (n.first <= MONTHS || n.second <= MONTHS))
            sum += (n.first > MONTHS) - (n.second > MONTHS);
    return sum;
}

/* Does a tag of a language name a region that puts the day first: "en_GB"? */
static bool
is_day_first_region(const bl_decision *decision)
{
    static const char *const others[] = {"US", "CA", "PH"};
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_LANGUAGE].count; i++) {
        bl_span tag = evidence->claims[BL_FIELD_LANGUAGE].at[i].value;
        bl_span region = bl_span_cut(tag, sizeof "en");
        if (tag.n == sizeof "en_GB" - 1 && bl_span_starts_nocase(tag, BL_SPAN("en")) && strchr("-_", tag.p[2]) &&
            !bl_span_is_among_nocase(region, others, BL_COUNT(others)))
            return true;
    }
    return false;
}

/*
 * Does the address name a country that puts the day first? English without a region is taken for American,
 * which it is seldom there. Some short domains are sold to everybody.
 */
static bool
is_day_first_country(const bl_decision *decision)
{
    static const char *const others[] = {"us", "ca", "ph", "io", "ai", "co", "me", "tv", "cc", "ly", "fm",
                                         "to", "gg", "so", "sh", "ws", "eu", "jp", "kr", "cn", "tw"};
    const bl_evidence *evidence = decision->evidence;
    bl_span address = evidence->url, rest, label;
    for (size_t i = 0; address.n == 0 && i < evidence->claims[BL_FIELD_CANONICAL_URL].count; i++)
        address = evidence->claims[BL_FIELD_CANONICAL_URL].at[i].value;
    bl_url url;
    if (!bl_url_split(address, &url))
        return false;
    for (rest = url.host, label = BL_EMPTY; bl_span_next(&rest, '.', &label) && rest.n;)
        ;
    bool is_country = label.n == 2 && bl_is_alpha(label.p[0]) && bl_is_alpha(label.p[1]);
    for (size_t i = 0; i < BL_COUNT(others); i++)
        is_country = is_country && !bl_span_equal_nocase(label, bl_span_of(others[i]));
    return is_country;
}

void
bl_dates_settle_order(const bl_decision *decision, bl_dated_list *list, const bl_dated_list *more)
{
    /* other languages have one order, and few pages are wrong about theirs */
    const char *language = decision->line.language;
    if (language && *language && strncmp(language, "en", 2) != 0)
        return;
    bool by_country = (!language || !strpbrk(language, "-_")) &&
                      (is_day_first_country(decision) || is_day_first_region(decision));
    int on_page = 0;
    char counted = '\0'; /* the sign of the dates in on_page */
    for (size_t i = 0; i < list->count; i++) {
        bl_dated *d = &list->at[i], other;
        numbers n;
        if (!turn_round(d, &n, &other) || is_told(list, d) || is_told(more, d) || is_in_address(decision, d))
            continue;
        int sum = days_first(list, n.sign) + days_first(more, n.sign);
        if (sum == 0 && n.sign != counted) {
            counted = n.sign;
            on_page = page_days_first(decision, n.sign);
        }
        sum = sum ? sum : on_page;
        bool day_first = d->date.iso[8] - '0' == n.first / 10 && d->date.iso[9] - '0' == n.first % 10;
        if (is_told(list, &other) || is_told(more, &other) || is_in_address(decision, &other) ||
            (sum != 0 && (sum > 0) != day_first) || (sum == 0 && !day_first && by_country))
            *d = other;
    }
}
