/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * body.h - what body.c found, for the deciders after it.
 *
 * The page is flattened once into pieces: a piece is one run of text that a reader sees as one block. Every
 * later step reads the pieces, so a step is linear in the page.
 */
#ifndef BL_FIELDS_BODY_H
#define BL_FIELDS_BODY_H

#include "fields/decide.h"

/* Where a piece stands: what its ancestors are, from body_places.def. */
enum {
#define IN(id, bit, about) BL_IN_##id = 1 << (bit),
#include "fields/body_places.def"
#undef IN
};

typedef struct bl_piece {
    byline_block_type type;
    uint8_t level;       /* of a heading */
    bool chosen;         /* it is of the body */
    bool is_whole;       /* it is all the text of its node */
    bl_node node;        /* the block element that it stands in */
    bl_node first;       /* its first text node (an embed: the element) */
    bl_node last;        /* its last text node */
    uint32_t in;         /* BL_IN_ */
    uint64_t own;        /* class words of its node */
    uint64_t words;      /* class words of all its ancestors and of itself */
    bl_span text;        /* cleaned */
    bl_span url;         /* of an embed */
    uint64_t hash;       /* of the letters and digits, case folded for ASCII: for finding copies */
    uint32_t units;      /* letters and digits; an ideograph is two */
    uint32_t link_units; /* of them inside a */
    uint32_t strong_units; /* of them inside b, strong */
    uint16_t links;      /* how many a */
    uint16_t stops;      /* ends of sentences */
    uint16_t commas;
    uint16_t lines;      /* line feeds in text */
    bool ends_sentence;  /* the last sign ends a sentence */
    bool is_label;       /* all it says is what lines beside an article say: "Advertisement" */
    uint32_t section;    /* which block of the body it became, counted from 0, where chosen */
    float score;
} bl_piece;

struct bl_body {
    const bl_document *document;
    bl_piece *pieces;      /* all of the page, in document order */
    uint32_t piece_count;
    bl_node container;     /* holds the body; BL_NO_NODE where there is none */
    uint32_t first, last;  /* the first and last chosen piece; first > last where none is */
    uint32_t lead;         /* the first piece that is the lead, or UINT32_MAX; and one behind its last */
    uint32_t lead_end;
    bl_span lead_text;
    float lead_confidence;
    uint32_t headline;     /* the piece that is the headline, or UINT32_MAX */
    uint32_t units;        /* of all chosen pieces */
    uint32_t page_units;   /* of all pieces that are shown */
    uint32_t *block_piece; /* for each block of article->body: the piece it came from (UINT32_MAX: declared) */
    byline_source source;
    const bl_claim *claim; /* the articleBody or state, where the body is taken from it */
    float confidence;      /* that the blocks are the article, 0 to 1 */
};

/* Flatten the document into pieces. */
void bl_body_flatten(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body);

/* Take block at of article->body out, as a later decider found it to be something else. */
void bl_body_remove(bl_decision *decision, size_t at);

#endif
