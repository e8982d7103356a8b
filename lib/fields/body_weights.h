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

#endif
