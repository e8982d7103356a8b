/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* kind_weights.h - what speaks for and against an article, in one currency: 0 is even, 2 is rather sure. */
#ifndef BL_FIELDS_KIND_WEIGHTS_H
#define BL_FIELDS_KIND_WEIGHTS_H

/* NewsArticle and the like, or og:type article: wrong on few fronts. */
#define BL_KIND_DECLARED 2.0f
/* CollectionPage, SearchResultsPage. */
#define BL_KIND_FRONT 2.0f
/* og:type website stands on fronts, but on many articles of small sites too. */
#define BL_KIND_WEBSITE 0.5f
/* Fronts have no date and no author of their own. */
#define BL_KIND_DATED 0.7f
#define BL_KIND_SIGNED 0.5f
/* The headline stands on the page, not in its head only. */
#define BL_KIND_HEADED 0.7f
#define BL_KIND_ERROR_PAGE 5.0f

/* The root of a site is seldom an article, but small sites tell all they have there; so is a list by its path. */
#define BL_KIND_ROOT 2.5f
/* Some sites give their root as the canonical address of every page. */
#define BL_KIND_CANONICAL_ROOT 1.5f
#define BL_KIND_LIST_PATH 1.5f
/* Numbers and long names in the path are those of stories. */
#define BL_KIND_STORY_PATH 0.7f

/* Less text than a sentence is no article. */
#define BL_KIND_LITTLE_UNITS 40
#define BL_KIND_LITTLE 4.0f
/* Text of 2^8 letters says nothing; each doubling adds, up to a limit. */
#define BL_KIND_USUAL_LOG 8.0f
#define BL_KIND_PER_LOG 0.5f
#define BL_KIND_MUCH 1.5f
/* The mean log odds of the blocks of an article; those of teasers are far below. */
#define BL_KIND_USUAL_ODDS 2.5f
#define BL_KIND_PER_ODDS 0.8f
/* Blocks that are mostly links are teasers; the text of an article holds a paragraph. */
#define BL_KIND_LINK_SHARE 0.4f
#define BL_KIND_LINKED 2.0f
#define BL_KIND_PARAGRAPH_UNITS 100
#define BL_KIND_NO_PARAGRAPH 1.0f

/* So many headings, all of them links and each over no more text than this, are of other stories. */
#define BL_KIND_LINKED_LEAST 3
#define BL_KIND_LINKED_SHARE 0.9f
#define BL_KIND_LINKED_TEXT 2
#define BL_KIND_STORIES 8.0f

/* A gallery or a video page has less text than this; it is one even where the text alone would say no. */
#define BL_KIND_SHORT_UNITS 500
#define BL_KIND_GALLERY_IMAGES 8
#define BL_KIND_DECLARED_IMAGES 3 /* of one that says that it is a gallery */
#define BL_KIND_MEDIA_SLACK 2.0f
/* So many posts with a name and a time make a live blog; from the time up to the post there are few elements. */
#define BL_KIND_LIVE_POSTS 3
#define BL_KIND_POST_LEVELS 6
/* The benefit of the doubt: to lose an article is worse than to keep a front. */
#define BL_KIND_DOUBT 1.0f
/* From weight to probability. */
#define BL_KIND_STEEPNESS 1.2f

#endif
