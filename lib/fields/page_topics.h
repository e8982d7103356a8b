/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* page_topics.h - the lists of topics that a page offers. */
#ifndef BL_FIELDS_PAGE_TOPICS_H
#define BL_FIELDS_PAGE_TOPICS_H

#include "fields/choose.h"

/* More lists are those of other stories. */
#define BL_TOPIC_LISTS 12

typedef struct bl_topic {
    bl_span value;
    bl_span folded;
} bl_topic;

/* The claims of one source and weight. */
typedef struct bl_topic_list {
    byline_source source;
    int weight;
    int score;
    size_t site_names;
    const bl_claim *claim; /* the first */
    bool is_twice;         /* two elements have it */
    bool is_refused;       /* an archive's codes, the headline cut into words, "News": no editor chose them */
    bl_node last;          /* of what a reader sees */
    BL_VECTOR(bl_topic) topics;
} bl_topic_list;

/* Take the claims apart into lists, which has room for BL_TOPIC_LISTS; how many there are. */
size_t bl_topic_lists_read(bl_decision *decision, const bl_choices *choices, bl_topic_list *lists);

#endif
