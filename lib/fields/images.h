/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* images.h - one picture and all that is claimed of it. */
#ifndef BL_FIELDS_IMAGES_H
#define BL_FIELDS_IMAGES_H

#include "fields/decide.h"

/* A picture has a credit in its caption, one beside it, one in the metadata; more are copies. */
#define BL_SHOT_CREDITS 4

/* Pictures of one article; the longest galleries have about 200. */
#define BL_SHOTS_MOST 400

typedef struct bl_shot {
    const bl_claim *url; /* NULL where the picture was lost and only its caption is left */
    const bl_claim *caption;
    const bl_claim *alt;
    const bl_claim *width;
    const bl_claim *height;
    const bl_claim *person;
    const bl_claim *credits[BL_SHOT_CREDITS];
    size_t credit_count;
    bl_span key; /* bl_picture_key() */
    bl_span counted_key;
    bl_span counter; /* bl_picture_counted_key() */
    bl_node node;    /* BL_NO_NODE: the metadata alone names it */
    byline_source source;
    int weight;
    uint32_t order;
    struct bl_shot *declared; /* what the metadata says of the same picture */
    bool is_named;            /* the metadata names it */
    bool is_shown;            /* of a declared one: a reader sees it */
    bool is_before_body;
    bool is_early; /* at most a line or two of the body stand above it */
} bl_shot;

/* Where an article's pictures stand. */
typedef struct bl_image_zone {
    bl_node headline; /* BL_NO_NODE is unknown */
    bl_node first;    /* of the body */
    bl_node last;
    bl_node frame; /* the article or main element around the headline or the body */
    bl_node container;
} bl_image_zone;

bl_image_zone bl_image_zone_find(const bl_decision *decision);

/* Is the picture, seen on the page, one of the article's? */
bool bl_image_belongs(const bl_decision *decision, const bl_image_zone *zone, const bl_shot *shot);

/* "echo_logo_1200x630.png", "twitter-cards-default.jpg": what a template shares where a story has no picture. */
bool bl_is_of_template(bl_span url);

/* Fill caption and credit of image from the claims of shot. */
void bl_image_credit(bl_decision *decision, const bl_shot *shot, byline_image *image);

/* "Advertisement": what a caption says of a picture that is none of the article's. */
bool bl_is_advertisement(const bl_decision *decision, bl_span caption);

/* Take captions and credits of pictures out of the body, where they fell into it. */
void bl_image_captions_leave(bl_decision *decision);

#endif
