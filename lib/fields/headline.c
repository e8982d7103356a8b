/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/decide.h"

void
bl_decide_headline(bl_decision *decision)
{
    bl_evidence *evidence = decision->evidence;
    const bl_claim *best = NULL;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (!best || claim->weight > best->weight)
            best = claim;
    }
    if (!best)
        return;
    decision->article->headline = bl_text(decision->out, best->value);
    bl_origin_add(decision, "headline", best, best->weight / 100.0);
}
