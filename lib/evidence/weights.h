/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * weights.h - how much each source is worth for each field, 0 to 100, each with its reason.
 *
 * A weight is what a claim is worth alone; the deciders add what other claims say of it. What authors write
 * for a reader or for an editor's own archive outweighs what is written for search engines and for sharing.
 */
#ifndef BL_EVIDENCE_WEIGHTS_H
#define BL_EVIDENCE_WEIGHTS_H

/* ---- headline ---- */
/* An h1 is what a reader takes for the headline; what it shares with the other titles tells a logo from one. */
#define BL_WEIGHT_HEADLINE_H1 82
/* Filled from the article itself, though some cut it at 110 characters as search engines once asked. */
#define BL_WEIGHT_HEADLINE_JSON_LD 70
#define BL_WEIGHT_HEADLINE_MICRODATA 66
/* hNews and h-entry mark up the visible headline. */
#define BL_WEIGHT_HEADLINE_ENTRY 66
/* Written for sharing: often the headline, sometimes a catchier one, often with the site's name. */
#define BL_WEIGHT_HEADLINE_OPEN_GRAPH 62
/* Publishing systems fill these from the article. */
#define BL_WEIGHT_HEADLINE_ARCHIVE 60
#define BL_WEIGHT_HEADLINE_DUBLIN_CORE 56
#define BL_WEIGHT_HEADLINE_TWITTER 52
/* The title element carries the site's name and words for search engines. */
#define BL_WEIGHT_HEADLINE_TITLE 46
/* name of a page or article: mostly the title element again. */
#define BL_WEIGHT_HEADLINE_NAME 44

/* ---- lead ---- */
/* A reader's standfirst, where an archive keeps it; sharing and search texts are often written anew. */
#define BL_WEIGHT_LEAD_JSON_LD 60
#define BL_WEIGHT_LEAD_MICRODATA 60
#define BL_WEIGHT_LEAD_ENTRY 62
#define BL_WEIGHT_LEAD_OPEN_GRAPH 55
#define BL_WEIGHT_LEAD_ARCHIVE 50
#define BL_WEIGHT_LEAD_DUBLIN_CORE 48
#define BL_WEIGHT_LEAD_TWITTER 45
#define BL_WEIGHT_LEAD_DESCRIPTION 45

/* ---- kicker ---- */
#define BL_WEIGHT_KICKER_META 50

/* ---- published, modified ---- */
#define BL_WEIGHT_DATE_JSON_LD 80
#define BL_WEIGHT_DATE_OPEN_GRAPH 78
#define BL_WEIGHT_DATE_MICRODATA 72
#define BL_WEIGHT_DATE_ENTRY 66
/* parsely, sailthru, cXense and the like are fed by the publishing system. */
#define BL_WEIGHT_DATE_ARCHIVE 70
#define BL_WEIGHT_DATE_DUBLIN_CORE 62
/* name="date" may be anything, the page's own date as a rule. */
#define BL_WEIGHT_DATE_PLAIN 55
/* When the text was begun, or the record of it. */
#define BL_WEIGHT_DATE_CREATED 40
/* A site's front matter is older, a page's record newer than the article. */
#define BL_WEIGHT_DATE_PAGE 56
/* og:updated_time and last-modified change when a comment is made. */
#define BL_WEIGHT_DATE_TOUCHED 40
/* In a vocabulary of the site's own: of this page as a rule, and seldom the only one. */
#define BL_WEIGHT_DATE_OWN 38
/* A day in the address is the day of publication nearly always, and never has a time. */
#define BL_WEIGHT_DATE_ADDRESS 50
#define BL_WEIGHT_DATE_ADDRESS_MONTH 12
/* The number of a story that begins with its day; seldom it is a number only by chance. */
#define BL_WEIGHT_DATE_ADDRESS_NUMBER 32

/* ---- people ---- */
#define BL_WEIGHT_AUTHOR_JSON_LD 75
#define BL_WEIGHT_AUTHOR_MICRODATA 66
#define BL_WEIGHT_AUTHOR_ENTRY 60
#define BL_WEIGHT_AUTHOR_ARCHIVE 68
#define BL_WEIGHT_AUTHOR_PLAIN 60
/* In a vocabulary of the site's own: numbers and addresses too. */
#define BL_WEIGHT_AUTHOR_OWN 40
#define BL_WEIGHT_AUTHOR_ARTICLE 58
#define BL_WEIGHT_AUTHOR_DUBLIN_CORE 50
/* A label says "Written by" beside it. */
#define BL_WEIGHT_AUTHOR_TWITTER_LABEL 60
/* Who made the record of the page: an editor or a login name at times. */
#define BL_WEIGHT_AUTHOR_CREATOR 45
/* A page's author is its publisher as a rule. */
#define BL_WEIGHT_AUTHOR_PAGE 40
/* A contributor or editor beside an author. */
#define BL_WEIGHT_AUTHOR_OTHER_ROLE 60

/* ---- page ---- */
#define BL_WEIGHT_URL_CANONICAL 80
#define BL_WEIGHT_URL_OPEN_GRAPH 60
#define BL_WEIGHT_URL_JSON_LD 55
#define BL_WEIGHT_URL_MICRODATA 40
#define BL_WEIGHT_URL_ARCHIVE 45
#define BL_WEIGHT_SHORT_URL 80
#define BL_WEIGHT_LANGUAGE_HTML 70
/* The language of the article beats the one of the frame. */
#define BL_WEIGHT_LANGUAGE_JSON_LD 72
#define BL_WEIGHT_LANGUAGE_OPEN_GRAPH 60
#define BL_WEIGHT_LANGUAGE_META 62
#define BL_WEIGHT_LANGUAGE_ADDRESS 20
/* The small words of the text, where nothing is declared: right but for the nearest of kin. */
#define BL_WEIGHT_LANGUAGE_WORDS 65
/* The same where the template names another: the text has next to no word of that. */
#define BL_WEIGHT_LANGUAGE_TEXT 97
#define BL_WEIGHT_PUBLISHER_JSON_LD 72
#define BL_WEIGHT_PUBLISHER_OPEN_GRAPH 70
#define BL_WEIGHT_PUBLISHER_MICRODATA 60
#define BL_WEIGHT_PUBLISHER_PLAIN 50
/* An organisation or a site that the page describes without saying that it is the publisher. */
#define BL_WEIGHT_PUBLISHER_SITE 40
/* The end of the title, where the address has the same name. */
#define BL_WEIGHT_PUBLISHER_TITLE 40
/* The end of the title, or the line of the copyright, where nothing else has the name. */
#define BL_WEIGHT_PUBLISHER_END 30
#define BL_WEIGHT_SECTION_JSON_LD 66
#define BL_WEIGHT_SECTION_OPEN_GRAPH 66
#define BL_WEIGHT_SECTION_ARCHIVE 60
#define BL_WEIGHT_SECTION_MICRODATA 60
#define BL_WEIGHT_SECTION_BREADCRUMB 50
#define BL_WEIGHT_SECTION_PLAIN 40
/* Between headline and site in the title, where nothing else is said. */
#define BL_WEIGHT_SECTION_TITLE 20
/* The first folder of the address is a section on most sites, and a language or a format on others. */
#define BL_WEIGHT_SECTION_ADDRESS 15
#define BL_WEIGHT_TOPIC_NEWS_KEYWORDS 70
#define BL_WEIGHT_TOPIC_JSON_LD 68
#define BL_WEIGHT_TOPIC_ARTICLE_TAG 66
#define BL_WEIGHT_TOPIC_KEYWORDS 60
#define BL_WEIGHT_TOPIC_ARCHIVE 56
#define BL_WEIGHT_TOPIC_ABOUT 40
#define BL_WEIGHT_TOPIC_MENTIONS 20
#define BL_WEIGHT_TOPIC_ENTRY 40
#define BL_WEIGHT_TOPIC_DUBLIN_CORE 40
#define BL_WEIGHT_FREE_JSON_LD 80
#define BL_WEIGHT_FREE_META 60
#define BL_WEIGHT_KIND_JSON_LD 70
#define BL_WEIGHT_KIND_MICRODATA 60
#define BL_WEIGHT_KIND_META 50

/* ---- body, dateline ---- */
#define BL_WEIGHT_BODY_JSON_LD 80
#define BL_WEIGHT_BODY_STATE 60 /* it holds other texts too */
#define BL_WEIGHT_DATELINE_JSON_LD 70

/* ---- images ---- */
#define BL_WEIGHT_IMAGE_JSON_LD 70
#define BL_WEIGHT_IMAGE_OPEN_GRAPH 66
#define BL_WEIGHT_IMAGE_MICRODATA 55
#define BL_WEIGHT_IMAGE_ARCHIVE 50
#define BL_WEIGHT_IMAGE_TWITTER 50
#define BL_WEIGHT_IMAGE_THUMBNAIL 30
/* What stands beside the address of an image is as good as the address. */
#define BL_WEIGHT_IMAGE_DETAIL 60

/* A picture with a caption is shown for the story's sake; the less there is around it, the less sure. */
#define BL_WEIGHT_IMAGE_CAPTION 80
#define BL_WEIGHT_IMAGE_FIGURE 70
#define BL_WEIGHT_IMAGE_PLAIN 55
/* A class around it that cards and rails have, but pictures of the article as well. */
#define BL_WEIGHT_IMAGE_DOUBTFUL 30
/* In a card, a rail or a menu: only what the page's metadata names is rescued from there. */
#define BL_WEIGHT_IMAGE_FURNITURE 10
/* figcaption, or a class that says caption; the words of a figure may be anything short. */
#define BL_WEIGHT_CAPTION_MARKED 80
#define BL_WEIGHT_CAPTION_BARE 60
#define BL_WEIGHT_CREDIT_ELEMENT 80
/* At the end of title or alt: as a rule of the same picture, now and then of the archive's. */
#define BL_WEIGHT_CREDIT_ATTRIBUTE 40

/* ---- what a reader sees ---- */
/* Below this a claim is of another story most likely; a few of them are kept for want of better. */
#define BL_WEIGHT_DOUBTFUL 20
/* A page without an h1 puts its headline into an h2, and so do the cards of other stories. */
#define BL_WEIGHT_HEADLINE_H2 40
/* Added for itemprop=headline, and for a class that says headline. */
#define BL_WEIGHT_HEADLINE_MARKED 4
#define BL_WEIGHT_HEADLINE_NAMED 2
/* Taken off inside cards, rails, overlays and what is hidden: a headline of something else. */
#define BL_WEIGHT_HEADLINE_ELSEWHERE 8
/* Inside the heading there is no doubt which headline it belongs to. */
#define BL_WEIGHT_KICKER_INSIDE 76
#define BL_WEIGHT_KICKER_NAMED 72
/* The name of the section above the headline is often all the kicker there is. */
#define BL_WEIGHT_KICKER_SECTION 40
/* What the heading has in front of the headline that the other titles have. */
#define BL_WEIGHT_KICKER_FRONT 60
/* A short line right above it that nothing calls so; the section where it is one link. */
#define BL_WEIGHT_KICKER_ABOVE 24
#define BL_WEIGHT_SECTION_ABOVE 24
/* Below the headline and called a standfirst: what a reader takes for it. */
#define BL_WEIGHT_LEAD_NAMED 78
#define BL_WEIGHT_LEAD_H2 62
/* Above the headline it may be the teaser of something else. */
#define BL_WEIGHT_LEAD_ABOVE 35
/* Near the headline a time element is the article's; elsewhere it is of a card or of a comment. */
#define BL_WEIGHT_DATE_TIME 72
/* Behind the first paragraphs it may be of the first card below a short text. */
#define BL_WEIGHT_DATE_TIME_LOWER 46
#define BL_WEIGHT_DATE_TIME_FAR 30
/* Added for the pubdate attribute. */
#define BL_WEIGHT_DATE_MARKED 4
#define BL_WEIGHT_DATE_CLASS 62
#define BL_WEIGHT_DATE_CLASS_FAR 25
/* Behind the first paragraphs, where a class may say what a link leads to ("publication"). */
#define BL_WEIGHT_DATE_CLASS_LOWER 46
/* "Published:" says what the date is, wherever it stands. */
#define BL_WEIGHT_DATE_LABEL 68
#define BL_WEIGHT_DATE_LABEL_FAR 45
/* "Originally published": another date on the page is that of a later edition. */
#define BL_WEIGHT_DATE_FIRST 78
/* A line near the headline that reads as a date. */
#define BL_WEIGHT_DATE_LINE 48
#define BL_WEIGHT_DATE_LINE_FAR 20
/* Behind the first paragraphs it is of a list, a table, a caption as often. */
#define BL_WEIGHT_DATE_LINE_LOWER 40
/* A date that an element holds for scripts, with no class to say which: it is no witness of another. */
#define BL_WEIGHT_DATE_DATA 18
/* In a sentence or in an address: of what the article tells, as a rule. */
#define BL_WEIGHT_DATE_PROSE 4
/* "Registered", "Received", "Valid until": of something else. */
#define BL_WEIGHT_DATE_OTHER 4
/* Among other stories, comments, posts. */
#define BL_WEIGHT_DATE_ELSEWHERE 6
/* ... right below the headline: the first post of a thread, which is all the article there is. */
#define BL_WEIGHT_DATE_POST 12
/* rel=author may mark the publisher's own page too. */
#define BL_WEIGHT_AUTHOR_REL 70
#define BL_WEIGHT_AUTHOR_REL_FAR 40
#define BL_WEIGHT_AUTHOR_CLASS 66
/* Around the names stand roles, places and dates. */
#define BL_WEIGHT_AUTHOR_BOX 50
#define BL_WEIGHT_AUTHOR_LINE 60
/* The same right below the headline, where it can be of nothing else. */
#define BL_WEIGHT_AUTHOR_SAID 61
#define BL_WEIGHT_AUTHOR_LINE_FAR 28
#define BL_WEIGHT_AUTHOR_ADDRESS 50
/* Names in bold where the text begins. */
#define BL_WEIGHT_AUTHOR_BOLD 45
/* "by jroe": said to be the author, and no name. */
#define BL_WEIGHT_AUTHOR_HANDLE 44
/* Names beside a date: most likely who wrote it, but a place or a section may look like them. */
#define BL_WEIGHT_AUTHOR_DATED 32
/* Such a line without a date, close below the headline, that begins with a given name. */
#define BL_WEIGHT_AUTHOR_GIVEN 31
#define BL_WEIGHT_AUTHOR_FAR 30
/* In an attribute of the element that holds the headline, for scripts: only where nothing better is said. */
#define BL_WEIGHT_AUTHOR_DATA 29
/* The address of a link says that it leads to an author; far from the headline to any author. */
#define BL_WEIGHT_AUTHOR_LINK 62
#define BL_WEIGHT_AUTHOR_LINK_FAR 27
/* A box about the author, which may also be about the editor or another author. */
#define BL_WEIGHT_AUTHOR_BIO 26
#define BL_WEIGHT_AUTHOR_ELSEWHERE 5
#define BL_WEIGHT_TOPIC_REL 64
#define BL_WEIGHT_TOPIC_LIST 58
/* rel="category tag": where there are tags as well, those say more. */
#define BL_WEIGHT_TOPIC_SECTION 57
/* Where the address alone says so. */
#define BL_WEIGHT_TOPIC_LINK 34
#define BL_WEIGHT_SECTION_CRUMB 52
#define BL_WEIGHT_SECTION_CLASS 42
#define BL_WEIGHT_SHORT_URL_REL 78
#define BL_WEIGHT_SHORT_URL_CLASS 66
#define BL_WEIGHT_SHORT_URL_LINE 50
#define BL_WEIGHT_DATELINE_CLASS 40
/* A class that says source may mean a picture's, or the site's own. */
#define BL_WEIGHT_SIGNOFF_CLASS 40

#endif
