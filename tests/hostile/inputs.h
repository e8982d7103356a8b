/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * inputs.h - pages that are made to hurt.
 *
 * The G ones each make a bare gumbo of 0.10.1 take more than five seconds or a gigabyte, or overflow its
 * stack, at the size given here; the others aim at JSON-LD and at the stages behind gumbo.
 */
#ifndef BL_HOSTILE_INPUTS_H
#define BL_HOSTILE_INPUTS_H

#include "common/sheet.h"

typedef struct hostile_input {
    const char *name;
    const char *what;
    void (*make)(sheet *s, size_t times);
    size_t times;
} hostile_input;

extern const hostile_input hostile_inputs[];
extern const size_t hostile_input_count;

extern const hostile_input hostile_own[]; /* the stages behind gumbo */
extern const size_t hostile_own_count;

#endif
