/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* tree_rules.h - what the rules of HTML's tree construction say of each element. */
#ifndef BL_PAGE_TREE_RULES_H
#define BL_PAGE_TREE_RULES_H

#include "page/document.h"

enum {
    BL_RULE_VOID = 1,
    BL_RULE_SPECIAL = 2,
    BL_RULE_FORMATTING = 4,
    BL_RULE_CLOSES_P = 8,  /* its start tag ends an open p */
    BL_RULE_SCOPE = 16,    /* end tags don't look beyond it */
    BL_RULE_LIST = 32,     /* nor li beyond these */
    BL_RULE_BOX = 64,      /* ended by name within the scope */
    BL_RULE_TABLE_PART = 128,
    BL_RULE_BUTTON = 256
};

extern const uint16_t bl_tree_rules[BL_TAG_COUNT];

/* Has the element no content (br, img, ...)? */
static inline bool
bl_tag_is_void(bl_tag tag)
{
    return bl_tree_rules[tag] & BL_RULE_VOID;
}

#endif
