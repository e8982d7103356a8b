/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Topics: the list of the best source, taken apart. */
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/page.h"

/* Longer entries are sentences for search engines; more of them are a store of words. */
enum { LONGEST_TOPIC = 100, MOST_TOPICS = 60 };

typedef struct topic {
    bl_span value;
    bl_span folded;
} topic;

typedef BL_VECTOR(topic) topics;

static void
add(bl_decision *decision, topics *list, bl_span part)
{
    part = bl_trim(part);
    while (part.n && (part.p[0] == '#' || part.p[0] == '"' || part.p[0] == '['))
        part = bl_trim(bl_span_cut(part, 1));
    while (part.n && (part.p[part.n - 1] == '"' || part.p[part.n - 1] == ']'))
        part = bl_trim(bl_span_head(part, part.n - 1));
    if (part.n == 0 || part.n > LONGEST_TOPIC || list->count == MOST_TOPICS ||
        bl_span_find(part, BL_SPAN("://"), 0) != BL_NOT_FOUND)
        return;
    bl_span folded = bl_fold(decision->scratch, part);
    for (size_t i = 0; i < list->count; i++)
        if (bl_span_equal(list->at[i].folded, folded))
            return;
    BL_PUSH(decision->scratch, list, ((topic){part, folded}));
}

static void
split(bl_decision *decision, topics *list, bl_span value)
{
    bool semicolons = bl_span_find_char(value, ';', 0) != BL_NOT_FOUND;
    bl_span rest = value, part;
    while (bl_span_next(&rest, semicolons ? ';' : ',', &part))
        add(decision, list, part);
}

void
bl_decide_topics(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_TOPIC);
    const bl_choice *best = NULL;
    topics list = {0};
    for (size_t i = 0; i < choices.count; i++)
        if (choices.at[i].value.n && (!best || choices.at[i].claim->weight > best->claim->weight))
            best = &choices.at[i];
    if (!best)
        return;
    for (size_t i = 0; i < choices.count; i++) {
        bl_claim *claim = choices.at[i].claim;
        claim->won = claim->weight == best->claim->weight && claim->source == best->claim->source;
        claim->reason = claim->won ? "of the best list" : "of another list";
        if (claim->won)
            split(decision, &list, choices.at[i].value);
    }
    decision->article->topics = BL_NEW_ARRAY(decision->out, const char *, list.count ? list.count : 1);
    for (size_t i = 0; i < list.count; i++)
        decision->article->topics[i] = bl_text(decision->out, list.at[i].value);
    decision->article->topic_count = list.count;
    if (list.count == 0)
        decision->article->topics = NULL;
    else
        bl_origin_add(decision, "topics", best->claim, bl_confidence(best->claim->weight));
}
