/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "write/who.h"

#include <string.h>

#include "base/span.h"

const byline_agency *
bl_agency_of(const char *id)
{
    size_t from = 0, to = id ? byline_agency_count() : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const byline_agency *agency = byline_agency_at(middle);
        int order = strcmp(id, agency->id);
        if (order == 0)
            return agency;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return NULL;
}

bool
bl_is_person(const byline_person *person)
{
    return person->role != BYLINE_ROLE_AGENCY && person->role != BYLINE_ROLE_ORGANIZATION;
}

size_t
bl_join_agencies(byline_agency_mention **all, size_t count, size_t most, byline_agency_mention *const *more,
                 size_t more_count, bool with_staff)
{
    for (size_t i = 0; i < more_count && count < most; i++) {
        bool skip = !with_staff && more[i]->relation == BYLINE_RELATION_STAFF;
        for (size_t k = 0; k < count; k++)
            skip |= strcmp(all[k]->id, more[i]->id) == 0;
        if (!skip)
            all[count++] = more[i];
    }
    return count;
}

size_t
bl_agencies_of(const byline_article *article, byline_agency_mention *all[static BL_AGENCIES_MOST])
{
    const byline_credit *credit = article->credit_line;
    const byline_dateline *dateline = article->dateline;
    size_t count = 0;
    if (credit)
        count = bl_join_agencies(all, count, BL_AGENCIES_MOST, credit->agencies, credit->agency_count, false);
    if (dateline)
        count = bl_join_agencies(all, count, BL_AGENCIES_MOST, dateline->agencies, dateline->agency_count, false);
    return count;
}

const char *
bl_copyright_holder(const byline_credit *credit)
{
    if (!credit || !(credit->marks & BYLINE_MARK_COPYRIGHT))
        return NULL;
    if (credit->agency_count)
        return credit->agencies[0]->name;
    if (credit->other_source_count)
        return credit->other_sources[0];
    return credit->people_count ? credit->people[0]->name : credit->text;
}

bool
bl_is_web_address(const char *url)
{
    bl_span s = bl_span_of(url);
    return bl_span_starts_nocase(s, BL_SPAN("http://")) || bl_span_starts_nocase(s, BL_SPAN("https://"));
}

const char *
bl_address_of(const byline_article *article)
{
    const char *address = article->canonical_url ? article->canonical_url : article->url;
    return bl_is_web_address(address) ? address : NULL;
}
