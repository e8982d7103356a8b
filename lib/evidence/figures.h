/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* figures.h - the text of a caption. */
#ifndef BL_EVIDENCE_FIGURES_H
#define BL_EVIDENCE_FIGURES_H

#include "evidence/evidence.h"

/*
 * The text of a caption or credit element as a reader sees it: without buttons and what is for screen readers
 * only, and without the credits that are elements of their own unless with_credits. In the evidence's arena.
 */
bl_span bl_caption_text(const bl_evidence *evidence, bl_node n, bool with_credits);

#endif
