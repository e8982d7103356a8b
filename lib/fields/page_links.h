/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* page_links.h - what the links of a page call the site and its sections. */
#ifndef BL_FIELDS_PAGE_LINKS_H
#define BL_FIELDS_PAGE_LINKS_H

#include "fields/decide.h"

/* The side of a title that a link to the front page has too, as text or in its picture; empty is none. */
bl_span bl_home_name(bl_decision *decision, bl_span title);

/* What the next link to the front page behind *link says, without "logo" and the like; *link becomes that one, or
   BL_NO_NODE behind the last. */
bl_span bl_home_label(bl_decision *decision, bl_node *link);

/* What a link, or the kicker, calls the folder of an address, "Local news" for "local-news"; empty is none. */
bl_span bl_folder_name(bl_decision *decision, bl_span folder);

#endif
