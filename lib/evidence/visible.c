/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What a reader sees. */
#include "evidence/sources.h"
#include "evidence/weights.h"

void
bl_collect_visible(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    for (bl_node n = 0; n < doc->count; n++)
        if (doc->nodes[n].tag == BL_TAG_H1)
            bl_claim_add(evidence, BL_FIELD_HEADLINE, BYLINE_SOURCE_VISIBLE, BL_WEIGHT_HEADLINE_H1,
                         bl_text_of(doc, n, evidence->arena, false), n);
}
