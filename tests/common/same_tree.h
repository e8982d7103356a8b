/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * same_tree.h - the document of a skimmed page against the tree that gumbo builds of the whole page: the same
 * elements in the same places with the same attributes, and the same text but for white space.
 */
#ifndef BL_TESTS_SAME_TREE_H
#define BL_TESTS_SAME_TREE_H

#include "base/builder.h"

typedef enum same_tree {
    SAME_TREE,
    OTHER_TREE,
    NO_TREE, /* a plain text, bytes that are no text, or a page that a limit shortened */
    BAD_RANGE /* a node that lies outside the page, or outside its parent */
} same_tree;

/*
 * Both trees as lines of elements, attributes and text. The arena has a trap; the limits are far from what
 * an ordinary page needs, so that nothing is left out of one tree alone.
 */
typedef struct two_trees {
    bl_span text; /* the page in UTF-8, as both have read it */
    bl_builder skimmed;
    bl_builder whole;
} two_trees;

same_tree compare_trees(bl_arena *a, bl_span html, two_trees *trees);

/*
 * gumbo starts a clone of a formatting element at white space too, and the skimmer leaves white space between
 * blocks out. Is it the tree of the page without that?
 */
bool is_tree_without_blanks(bl_arena *a, two_trees *trees);

/* Where they begin to differ, on standard error. */
void show_trees(const two_trees *trees, bl_span html);

#endif
