/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* date_line.h - lines in which a date stands. */
#ifndef BL_EVIDENCE_DATE_LINE_H
#define BL_EVIDENCE_DATE_LINE_H

#include "evidence/evidence.h"

/*
 * The text of n on one line, empty where it has more than most bytes or surely no figures. Where elements meet,
 * the figures of a day, a year, a time are kept apart.
 */
bl_span bl_date_line(const bl_evidence *evidence, bl_node n, size_t most);

/*
 * Is the date, which is the part where of text, said by a sentence or a piece of an address? A line of date and
 * author has few words beside the date, or parts it from them.
 */
bool bl_date_is_prose(bl_span text, bl_span where);

#endif
