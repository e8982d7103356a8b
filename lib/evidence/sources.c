/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The sources, in the order in which they are asked. */
#include "evidence/sources.h"
#include "evidence/url.h"
#include "evidence/words.h"

static void (*const SOURCES[])(bl_evidence *) = {
    bl_collect_meta,    bl_collect_microdata, bl_collect_entry,
    bl_collect_visible, bl_collect_json_ld, /* the claims before it tell which of its objects is this page */
    bl_collect_state,
    bl_collect_address,
    bl_collect_figures,
    bl_collect_language, /* it reads what the others declare */
};

void
bl_evidence_collect(bl_evidence *evidence)
{
    bl_base_find(evidence);
    bl_words_collect(evidence);
    for (size_t i = 0; i < BL_COUNT(SOURCES); i++)
        SOURCES[i](evidence);
}
