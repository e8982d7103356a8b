/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* digits.h - numbers as text that is the same in every locale. */
#ifndef BL_BASE_DIGITS_H
#define BL_BASE_DIGITS_H

#include <stdint.h>

#include "base/span.h"

/* A number in decimal, not NUL-ended, in room. Not by printf, which takes several times as long. */
#define BL_DIGITS 20
bl_span bl_digits(int64_t number, char room[static BL_DIGITS]);

/* A point for the sign of the locale, of several bytes maybe, in what printf made of a fraction. Gives its new size. */
size_t bl_set_point(char *number, size_t size);

#endif
