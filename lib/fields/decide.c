/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The deciders, in the order in which they run. */
#include "fields/decide.h"

static void (*const DECIDERS[])(bl_decision *) = {
    bl_decide_page,
    bl_decide_headline,
    bl_decide_dates,
    bl_decide_body,
    bl_decide_topics,
    bl_decide_images,
    bl_decide_credits,
    bl_decide_dateline,
    bl_decide_people,
    bl_decide_kind,
    bl_decide_explain,
};

void
bl_decide(bl_decision *decision)
{
    for (size_t i = 0; i < BL_COUNT(DECIDERS); i++)
        DECIDERS[i](decision);
    decision->article->charset = decision->evidence->page->charset;
    decision->article->url = bl_text(decision->out, decision->evidence->url);
    decision->article->origin_count = decision->origins.count;
    decision->article->origins = BL_POINTERS(decision->out, &decision->origins);
}

void
bl_origin_add_at(bl_decision *decision, const char *field, byline_source source, size_t offset, size_t length,
                 double confidence)
{
    byline_origin *origin = BL_NEW(decision->out, byline_origin);
    origin->field = field;
    origin->source = source;
    origin->offset = offset;
    origin->length = length;
    origin->confidence = confidence;
    BL_PUSH(decision->scratch, &decision->origins, origin);
}

void
bl_origin_remove(bl_decision *decision, const char *field)
{
    size_t kept = 0;
    for (size_t i = 0; i < decision->origins.count; i++)
        if (strcmp(decision->origins.at[i]->field, field) != 0)
            decision->origins.at[kept++] = decision->origins.at[i];
    decision->origins.count = kept;
}

void
bl_origin_add(bl_decision *decision, const char *field, const bl_claim *claim, double confidence)
{
    if (!claim)
        return;
    bl_origin_add_at(decision, field, claim->source, claim->offset, claim->length, confidence);
    if (claim->path)
        decision->origins.at[decision->origins.count - 1]->path =
            bl_strndup(decision->out, claim->path, strlen(claim->path));
}
