/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * name.h - the parts of the byline reader.
 *
 *   name_shape.c  what a person's name looks like, in any script
 */
#ifndef BL_GRAMMAR_NAME_H
#define BL_GRAMMAR_NAME_H

#include "base/span.h"
#include "grammar/grammar.h"

/* "van", "de la" in pieces, "bin": a token in lower case that a name may hold. */
bool bl_is_name_particle(bl_span token);

/* Cut off and return the next run without white space; empty at the end. */
bl_span bl_name_token(bl_span *rest);

#endif
