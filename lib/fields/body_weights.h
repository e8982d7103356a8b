/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_weights.h - every threshold of the body finder, with its reason. Units are letters; an ideograph is two. */
#ifndef BL_FIELDS_BODY_WEIGHTS_H
#define BL_FIELDS_BODY_WEIGHTS_H

/* A table of data has rows and columns: two rows of two cells are the least. */
#define BL_TABLE_CELLS 4
/* Cells of data are short; a layout puts whole paragraphs into a cell. */
#define BL_TABLE_CELL_BYTES 160

/* A line shorter than this without the end of a sentence says little by itself: labels, names, dates. */
#define BL_SHORT_UNITS 80
/* More than half of a teaser or a menu is link; a paragraph rarely more than a third. */
#define BL_LINK_SHARE 0.5f
/* The child that holds this share of its parent's text is where the article is; less, and the parts of an
   article that stands in several boxes would be lost. */
#define BL_DESCEND_SHARE 0.7f

/* A line of that kind is worth a fifth of a sentence of its length. */
#define BL_SHORT_WORTH 0.2f
/* Asides hold boxes of facts as well as other stories; list items steps of a recipe as well as menus. */
#define BL_ASIDE_WORTH 0.3f
#define BL_LIST_WORTH 0.5f

/* More copies than this say nothing more. */
#define BL_COPIES_MOST 50
/* Class names past this are utility classes; they would part elements of one shape. */
#define BL_SHAPE_BYTES 200
/* A headline longer than this is none. */
#define BL_TITLE_BYTES 600
/* A piece is the headline where nearly all of its runs of words stand in a declared one. */
#define BL_TITLE_SHARE 0.8f
/* A section's first pieces tell what its heading is about. */
#define BL_SECTION_PIECES 10
/* A likely piece further away than this is no neighbour. */
#define BL_SINCE_MOST 20
/* A piece deeper than this below the box that holds the headline too is as far as one can be. */
#define BL_LEVELS_MOST 30

#endif
