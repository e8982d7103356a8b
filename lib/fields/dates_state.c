/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The day of publication that only the state of an application tells: "publishedDate": "2024-05-07T10:00:00Z". */
#include "base/unicode.h"
#include "fields/dates.h"
#include "grammar/grammar.h"

enum {
    KEY_MOST = 24,   /* bytes of a key that is looked for */
    VALUE_MOST = 40, /* bytes of a date */
};

/* Keys for the day of publication, in small letters, without the signs between their words. */
static bool
is_key(bl_span key)
{
    static const char *const keys[] = {
        "publisheddate",   "publishedat",     "publisheddatetime", "publishdate",    "datepublished",
        "publicationdate", "pubdate",         "publishedon",       "publishedtime",  "publishtime",
        "firstpublished",  "firstpublishedat", "publishat",         "publishdatetime", "publishingdate",
        "dateofpublication", "firstpublishdate"};
    char plain[KEY_MOST + 1];
    size_t n = 0;
    for (size_t i = 0; i < key.n; i++) {
        if (key.p[i] == '_' || key.p[i] == '-')
            continue;
        if (n == KEY_MOST)
            return false;
        plain[n++] = bl_lower(key.p[i]);
    }
    return bl_span_is_among(bl_span_from(plain, n), keys, BL_COUNT(keys));
}

/* The key whose name holds the "ub" at byte at, between its quotes; *behind is where its value may begin. */
static bl_span
key_around(bl_span text, size_t at, size_t *behind)
{
    size_t from = at, to = at;
    while (from > 0 && at - from < KEY_MOST && (bl_is_alpha(text.p[from - 1]) || strchr("_-", text.p[from - 1])))
        from--;
    while (to < text.n && to - at < KEY_MOST && (bl_is_alpha(text.p[to]) || strchr("_-", text.p[to])))
        to++;
    size_t next = to;
    while (next < text.n && next - to < 4 && strchr("\\\": ", text.p[next]))
        next++;
    *behind = next;
    bool quoted = from > 0 && text.p[from - 1] == '"' && to < text.n && (text.p[to] == '"' || text.p[to] == '\\');
    return quoted ? bl_span_from(text.p + from, to - from) : BL_EMPTY;
}

/* What stands at byte at up to a quote, a comma or the end of the object. */
static bl_span
value_at(bl_span text, size_t at)
{
    size_t end = at;
    while (end < text.n && end - at <= VALUE_MOST && !strchr("\",}\\", text.p[end]))
        end++;
    return end - at > VALUE_MOST ? BL_EMPTY : bl_trim(bl_span_from(text.p + at, end - at));
}

/* One script: false where it tells of a second day. */
static bool
read_script(const bl_decision *decision, bl_span text, bl_dated *found)
{
    size_t at = 0;
    while ((at = bl_span_find(text, BL_SPAN("ub"), at)) != BL_NOT_FOUND) {
        size_t behind;
        bl_span key = key_around(text, at, &behind);
        at += 2;
        if (!key.n || !is_key(key))
            continue;
        bl_dated d = {.claim = NULL};
        if (!bl_read_machine_date(value_at(text, behind), &decision->line, &d.date) ||
            d.date.precision < BYLINE_PRECISION_DAY)
            continue;
        d.wall = d.date.seconds + d.date.offset_minutes * INT64_C(60);
        if (found->date.precision && !bl_same_day(found, &d))
            return false;
        if (d.date.precision > found->date.precision)
            *found = d;
    }
    return true;
}

bool
bl_date_in_state(const bl_decision *decision, byline_date *date, const bl_script **script)
{
    const bl_page *page = decision->evidence->page;
    bl_dated found = {.claim = NULL};
    size_t bytes = 0;
    for (uint32_t i = 0; i < page->state_count; i++) {
        bl_span text = page->states[i].text;
        if (text.n > page->limits.json_ld_bytes - bytes)
            break;
        bytes += text.n;
        byline_precision before = found.date.precision;
        if (!read_script(decision, text, &found))
            return false; /* a list of stories */
        if (found.date.precision != before)
            *script = &page->states[i];
    }
    *date = found.date;
    return found.date.precision >= BYLINE_PRECISION_DAY;
}
