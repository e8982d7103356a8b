/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* sources.h - one function a source. */
#ifndef BL_EVIDENCE_SOURCES_H
#define BL_EVIDENCE_SOURCES_H

#include "evidence/evidence.h"

void bl_collect_visible(bl_evidence *evidence);

#endif
