/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* weights.h - how much each source is worth for each field, 0 to 100, each with its reason. */
#ifndef BL_EVIDENCE_WEIGHTS_H
#define BL_EVIDENCE_WEIGHTS_H

/* An h1 is what a reader takes for the headline; pages with several make it less sure. */
#define BL_WEIGHT_HEADLINE_H1 70

#endif
