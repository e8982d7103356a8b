/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* visible_labels.h - the words before dates and names: "Published", "Updated", "By", in many languages. */
#ifndef BL_EVIDENCE_VISIBLE_LABELS_H
#define BL_EVIDENCE_VISIBLE_LABELS_H

#include "base/arena.h"
#include "base/span.h"

typedef enum bl_label {
    BL_LABEL_NONE = 0,
    BL_LABEL_PUBLISHED,
    BL_LABEL_FIRST, /* "originally published" */
    BL_LABEL_MODIFIED,
    BL_LABEL_OTHER, /* a date of something else */
    BL_LABEL_BY,
} bl_label;

/*
 * The first label of a kind at or behind byte at of folded (as bl_fold gives it): *start and *end are its
 * place. Without wants_by any is found but BY, with it BY alone. NONE where there is none.
 */
bl_label bl_label_find(bl_span folded, size_t at, bool wants_by, size_t *start, size_t *end);

/* Does folded start with a word that introduces an author? *end is behind it. */
bool bl_label_starts_by(bl_span folded, size_t *end);

/* Not folded yet, text that is clean: may a label stand at its start? */
bool bl_label_may_start(bl_span text);

#endif
