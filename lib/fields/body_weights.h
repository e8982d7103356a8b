/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* body_weights.h - every threshold of the body finder, with its reason. Units are letters; an ideograph is two. */
#ifndef BL_FIELDS_BODY_WEIGHTS_H
#define BL_FIELDS_BODY_WEIGHTS_H

/* A table of data has rows and columns: two rows of two cells are the least. */
#define BL_TABLE_CELLS 4
/* Cells of data are short; a layout puts whole paragraphs into a cell. */
#define BL_TABLE_CELL_BYTES 160

/* What holds this share of all text is a frame around the page. */
#define BL_FRAME_SHARE 0.9f

/* What an element that HTML does not know holds in a line is shorter: a name, a price, a term. */
#define BL_OWN_BLOCK_BYTES 80

/* A text behind a date is a paragraph where it is longer than what else stands in a line of dates. */
#define BL_BEHIND_DATE_BYTES 100

/* A line shorter than this without the end of a sentence says little by itself: labels, names, dates. */
#define BL_SHORT_UNITS 80
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
/* A line this short without the end of a sentence may be the label of what follows. */
#define BL_LABEL_UNITS 40
/* What a line is about stands near its start. */
#define BL_PHRASE_BYTES 300
/* A headline longer than this is none. */
#define BL_TITLE_BYTES 600
/* An h1 for the site, one for the article and one for what comes next; more of them head parts of the text. */
#define BL_TITLE_H1_MOST 3
/* A caption longer than this is a text of its own, put in the wrong place. */
#define BL_CAPTION_BYTES 1500
/* and one shorter than this is the name of a site or section. */
#define BL_TITLE_UNITS_LEAST 16
/* A credit at the end of a caption is not longer than this. */
#define BL_BRACKET_BYTES 80
/* A piece is the headline where nearly all of its runs of words stand in a declared one. */
#define BL_TITLE_SHARE 0.8f
/* A section's first pieces tell what its heading is about. */
#define BL_SECTION_PIECES 10
/* A likely piece further away than this is no neighbour. */
#define BL_SINCE_MOST 20
/* A piece deeper than this below the box that holds the headline too is as far as one can be. */
#define BL_LEVELS_MOST 30

/* Words of fewer letters are mostly of the language. A piece's first words tell what it is about. */
#define BL_TOPIC_LETTERS 5
#define BL_TOPIC_WORDS_MOST 100
/* Letters and digits of a text for each of them, or a few less. */
#define BL_TOPIC_UNITS 8
/* What is less likely gets no second look. */
#define BL_TOPIC_LIKELY 0.0179f

/* A picture further up is of the page, not of the piece. As many pieces as none, log. */
#define BL_IMAGE_LEVELS 6
#define BL_IMAGE_FAR 10.0f

/* In log odds: no second look has ever found an article in what the first one gave less. */
#define BL_HOPELESS (-3.5f)

/* Points, headings and short lines: beside an article stand more of them than in it. Found on sites that the model
   had not seen. */
#define BL_SMALL_LEAST 0.4f

/* What stands among text of its shape in one box was text in nineteen of twenty cases, down to these log odds. */
#define BL_FILL_LEAST (-1.0f)
/* Where so many paragraphs were chosen, and the last not further up than this, the next one goes on. */
#define BL_FILL_MANY 12
#define BL_FILL_FAR 8
/* Notes and invitations are shorter. */
#define BL_FILL_LONG_UNITS 240
/* Links of no more letters than this are on single words. */
#define BL_FILL_KEYWORD_UNITS 16
/* So many paragraphs of a box, and this share of its letters, tell of all of them. */
#define BL_RUN_MANY 3
#define BL_RUN_SHARE 0.5f
/* In log odds: behind the last that was chosen, less is a signature or a note. */
#define BL_RUN_LEAST (-2.0f)
/* A list of which no more than one item in so many was chosen, none of them with more than these log odds; or one in so
   many is a label. */
#define BL_TORN_TIMES 3
#define BL_TORN_SURE 1.5f
/* Boxes around one piece alone: an item around its paragraph, a wrapper or two. */
#define BL_FILL_LEVELS 3

/* ---- after the choice ------------------------------------------------------------------------- */
/* What is longer and speaks of rights is text. */
#define BL_NOTE_UNITS_MOST 400
/* In log odds: what the model is surer of need not be searched for such words. */
#define BL_NOTE_SURE 3.0f
/* Lines of a name, a number, an address behind the text: no longer, and no more of them. */
#define BL_ASK_UNITS 120
#define BL_ASK_PIECES 12
/* A page that is mostly words to its readers is about them. */
#define BL_ASIDES_SHARE 0.5f
/* Bytes of an author's name that a line behind the text begins with: shorter ones are words. Longer lines tell. */
#define BL_PRESENTED_LEAST 6
#define BL_PRESENTED_MOST 700
/* A card has a title, the start of a text, a line or two; so many boxes around them. One alone may be of the text. */
#define BL_CARD_PIECES 3
#define BL_CARD_LEVELS 4
#define BL_CARDS_LEAST 2
#define BL_CARDS_SHARE 0.67f
#define BL_CARDS_BEHIND 2 /* paragraphs in front of them: an article, however short */
/* No subscription offers more. */
#define BL_OFFERS_MOST 12
/* Shorter pieces may be said twice with reason: names, answers. */
#define BL_COPY_UNITS 24
/* In log odds: by how much a later copy must be likelier. */
#define BL_COPY_MARGIN 1.0f
/* A pull quote may leave out a word or two. */
#define BL_PULL_SHARE 0.8f
/* A bold line longer than this is an emphasised paragraph; one that ends a sentence is one sooner. */
#define BL_BOLD_UNITS_MOST 90
#define BL_BOLD_SENTENCE_MOST 24
/* What stands below a heading is longer than a label. */
#define BL_BOLD_NEXT_LEAST 40
/* Nothing tells the rank of a bold line; sections of an article are mostly h2. */
#define BL_BOLD_LEVEL 2
/* A consent dialog can be longer than a short note, but not nine tenths of what is found. */
#define BL_FURNITURE_SHARE 0.85f
/* A paragraph that is a caption: nearly all of it is, and little of it a lead. Of those the model was surer of than
   this, in log odds, most were text; shorter ones name what is shown. */
#define BL_CAPTION_SHARE 0.9f
#define BL_CAPTION_LEAD 0.3f
#define BL_CAPTION_SURE 3.5f
#define BL_CAPTION_UNITS 45
/* The box around the headline that holds this share of what was found holds all of the article. On sites that the model
   had not seen, what stood outside was nearly always something else. */
#define BL_ARTICLE_SHARE 0.7f
/* A box of its own holds less than this of all that is found: else it may be the article, under a strange heading. */
#define BL_LABELLED_SHARE 0.5f
/* Boxes around the heading alone: a header, a wrapper or two. */
#define BL_LABELLED_LEVELS 4
/* A line of links shorter than this may name a thing that the text then describes. */
#define BL_LONE_LINK_UNITS 30
/* Where less than this stands before another headline, the first was only its announcement. */
#define BL_FIRST_ARTICLE_UNITS 300
/* A byline or a date is shorter, and its claim stands close to the text. */
#define BL_CLAIMED_UNITS 60
#define BL_CLAIMED_LEVELS 6
/* A byline stands at the head of one of the first paragraphs. */
#define BL_HEAD_PIECES 2
/* Pieces between the text and a player of its own: a heading, a caption. */
#define BL_PLAYER_FAR 4

/* A declared text is taken where it is a paragraph at least, and this many times what the page shows: a
   teaser before a wall is about a tenth of its article. */
#define BL_DECLARED_UNITS 250
#define BL_DECLARED_TIMES 4
#define BL_DECLARED_CONFIDENCE 0.8f
/* An embedded state gives headings in many ways; sections of an article are mostly h2. */
#define BL_STATE_LEVEL 2
/* A shorter text of the state is taken where it has so much more of the words of the headline; so many of them tell. */
#define BL_STATE_MARGIN 0.15f
#define BL_STATE_WORDS_MOST 24

/* ---- the lead: what speaks for a piece, and how much is enough -------------------------------- */
/* A name such as standfirst on the element itself; on a box around it, which may hold more than the lead. */
#define BL_LEAD_NAMED 3.0f
#define BL_LEAD_INSIDE_NAMED 2.0f
/* A name that says what else it is: a caption, a teaser, the author. */
#define BL_LEAD_OTHER_NAME 3.0f
/* The page's description is mostly the lead, but as often the start of the text. */
#define BL_LEAD_DESCRIBED 2.0f
/* An element unlike the paragraphs of the text is set apart; one like them and beside them is one of them. */
#define BL_LEAD_OTHER_SHAPE 1.5f
#define BL_LEAD_SAME_BOX 1.5f
/* A whole sentence as a heading below the headline. */
#define BL_LEAD_HEADING 1.0f
/* Nearly all of it is bold. */
#define BL_LEAD_STRONG_SHARE 0.9f
#define BL_LEAD_STRONG 1.0f
/* ... and it is the only such paragraph, and the first: newsrooms that have no field for a lead set it so. */
#define BL_LEAD_STRONG_ALONE 2.5f
/* Few leads are a fragment. */
#define BL_LEAD_SHORT 1.5f
/* The headline once more, with a kicker or in other words. */
#define BL_LEAD_TITLE_SHARE 0.5f
#define BL_LEAD_TITLE 3.0f
#define BL_LEAD_ASIDE 2.0f
#define BL_LEAD_BEFORE_HEADLINE 1.0f
/* Above the headline and unlike text: what the site says of itself, or a notice. More than all that speaks for it. */
#define BL_LEAD_OF_SITE 8.0f
/* A lead that has neither a name nor a share of the description: one that reads like a note, or heads a part. */
#define BL_LEAD_TOLD_SHARE 0.3f
#define BL_LEAD_NOTE 2.0f
/* The words of a picture's caption, that nothing describes the page by; the text begins with what somebody said. */
#define BL_LEAD_CAPTION_SHARE 0.8f
#define BL_LEAD_CAPTION 3.0f
#define BL_LEAD_QUOTE 2.0f
#define BL_LEAD_PART 3.0f
/* A dateline with its agency begins the text, whatever the page calls it: more than all that speaks for a lead. */
#define BL_LEAD_DATELINE 8.0f
/* The line of author or date stands between it and the text. */
#define BL_LEAD_BEFORE_LINE 0.5f
#define BL_LEAD_LINE_UNITS 36 /* a shorter one is a name or an office */
/* So much of it is the description that a name tells nothing against it but where a caption or a link stands. */
#define BL_LEAD_TOLD_WHOLE 0.8f
/* For each piece between the headline and it. */
#define BL_LEAD_FAR 0.1f
/* Text stands before it already. */
#define BL_LEAD_LATE 1.5f
#define BL_LEAD_ENOUGH 0.3f
/* A lead leads to something: the only paragraph of a note is its text. */
#define BL_LEAD_LEAVES 60
/* Named, described and unlike the text. */
#define BL_LEAD_SURE 6.5f
/* The shortest and the longest leads seen, and what most of them surpass. */
#define BL_LEAD_UNITS_LEAST 16
#define BL_LEAD_UNITS_USUAL 50
#define BL_LEAD_UNITS_MOST 1200
/* Pieces before the headline and behind it among which the lead is looked for, and points it may have. */
#define BL_LEAD_BACK 4
#define BL_LEAD_DEPTH 30
#define BL_LEAD_POINTS_MOST 8
/* Words of a question that a box for readers asks; bytes in front of a wide colon that are a label. */
#define BL_LEAD_QUESTION_WORDS 5
#define BL_LEAD_LABEL 15
/* How sure the grammar must be that a line of a lead is the credit of the picture above it: rather than not. */
#define BL_LEAD_CREDIT_SURE 0.5

#endif
