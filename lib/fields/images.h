/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* images.h - one picture and all that is claimed of it. */
#ifndef BL_FIELDS_IMAGES_H
#define BL_FIELDS_IMAGES_H

#include "fields/decide.h"

/* A picture has a credit in its caption, one beside it, one in the metadata; more are copies. */
#define BL_SHOT_CREDITS 4

typedef struct bl_shot {
    const bl_claim *url; /* NULL where the picture was lost and only its caption is left */
    const bl_claim *caption;
    const bl_claim *alt;
    const bl_claim *width;
    const bl_claim *height;
    const bl_claim *person;
    const bl_claim *credits[BL_SHOT_CREDITS];
    size_t credit_count;
    bl_span key;  /* bl_picture_key() */
    bl_node node; /* BL_NO_NODE: the metadata alone names it */
    byline_source source;
    int weight;
    uint32_t order;
    struct bl_shot *declared; /* what the metadata says of the same picture */
    bool is_named;            /* the metadata names it */
    bool is_shown;            /* of a declared one: a reader sees it */
    bool is_before_body;
    bool is_early; /* at most a line or two of the body stand above it */
} bl_shot;

/* Fill caption and credit of image from the claims of shot. */
void bl_image_credit(bl_decision *decision, const bl_shot *shot, byline_image *image);

/* "Advertisement": what a caption says of a picture that is none of the article's. */
bool bl_is_advertisement(const bl_decision *decision, bl_span caption);

/* Take captions and credits of pictures out of the body, where they fell into it. */
void bl_image_captions_leave(bl_decision *decision);

#endif
