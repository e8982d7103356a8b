/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* sources.h - one function a source. */
#ifndef BL_EVIDENCE_SOURCES_H
#define BL_EVIDENCE_SOURCES_H

#include "evidence/evidence.h"

void bl_collect_meta(bl_evidence *evidence);
void bl_collect_microdata(bl_evidence *evidence);
void bl_collect_entry(bl_evidence *evidence);
void bl_collect_visible(bl_evidence *evidence);
void bl_collect_json_ld(bl_evidence *evidence);
void bl_collect_state(bl_evidence *evidence);
void bl_collect_address(bl_evidence *evidence);
void bl_collect_figures(bl_evidence *evidence); /* pictures, captions, photo credits */
void bl_collect_language(bl_evidence *evidence);

#endif
