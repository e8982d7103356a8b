/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* copyright.h - whom the line at the foot of a page says that it belongs to. */
#ifndef BL_FIELDS_COPYRIGHT_H
#define BL_FIELDS_COPYRIGHT_H

#include "fields/decide.h"

/* "(c) 2019-2024 Jane Roe. All rights reserved.": the name; empty where line says no such thing. */
bl_span bl_copyright_name(bl_span line);

/* The next such name before *n, from the end of the page (BL_NO_NODE) up through its foot; *n becomes the text that it
   stands in, or BL_NO_NODE where there is none. */
bl_span bl_foot_copyright(const bl_decision *decision, bl_node *n);

#endif
