/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* skip.h - where elements end whose content no stage reads. p stands behind the start tag. */
#ifndef BL_PAGE_SKIP_H
#define BL_PAGE_SKIP_H

#include "page/document.h"

/* Behind an svg or math. HTML that may not stand in it ends it, and the end of one of the open elements. */
const char *bl_skip_foreign(const char *p, const char *end, bl_tag tag, const uint32_t *open);

/* Behind a template; NULL where it has no end. */
const char *bl_skip_template(const char *p, const char *end);

/* Behind a select, or at what can't stand in it and ends it. */
const char *bl_skip_select(const char *p, const char *end, bool in_table);

#endif
