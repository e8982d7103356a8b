/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Every claim and what became of it, for a caller who asked. */
#include "fields/decide.h"

static const char *const NAMES[] = {
#define FIELD(id, name) name,
#include "evidence/fields.def"
#undef FIELD
};

static byline_claim *
copy(bl_arena *out, const bl_claim *from)
{
    byline_claim *to = BL_NEW(out, byline_claim);
    to->field = NAMES[from->field];
    to->value = bl_text(out, from->value);
    to->source = from->source;
    to->offset = from->offset;
    to->length = from->length;
    to->path = from->path ? bl_strndup(out, from->path, strlen(from->path)) : NULL;
    to->weight = from->weight;
    to->score = from->score ? from->score : from->weight;
    to->won = from->won;
    to->reason = from->reason ? from->reason : from->won ? "chosen" : "not needed";
    return to;
}

void
bl_decide_explain(bl_decision *decision)
{
    bl_evidence *evidence = decision->evidence;
    BL_VECTOR(byline_claim *) claims = {0};
    for (int field = 0; decision->explain && field < BL_FIELD_COUNT; field++)
        for (size_t i = 0; i < evidence->claims[field].count; i++)
            BL_PUSH(decision->scratch, &claims, copy(decision->out, &evidence->claims[field].at[i]));
    decision->article->claims = BL_POINTERS(decision->out, &claims);
    decision->article->claim_count = claims.count;
}
