/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"
#include "evidence/evidence.h"

bl_claim *
bl_claim_add(bl_evidence *evidence, bl_field field, byline_source source, int weight, bl_span value,
             bl_node node)
{
    value = bl_trim(value);
    if (value.n == 0)
        return NULL;
    if (bl_arena_holds(evidence->passing, value.p))
        value = bl_span_from(bl_strndup(evidence->arena, value.p, value.n), value.n);
    bl_claim *claim = BL_ADD(evidence->arena, &evidence->claims[field]);
    *claim = (bl_claim){.field = field, .source = source, .value = value, .node = node, .weight = weight};
    claim->order = evidence->order++;
    if (node != BL_NO_NODE) {
        claim->offset = evidence->document->nodes[node].offset;
        claim->length = evidence->document->nodes[node].length;
    }
    return claim;
}

uint32_t
bl_entity_new(bl_evidence *evidence)
{
    return ++evidence->entities;
}

void
bl_evidence_shortened(bl_evidence *evidence)
{
    if (evidence->page->limit == BYLINE_LIMIT_NONE)
        evidence->page->limit = BYLINE_LIMIT_JSON_LD;
}
