/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* rivals.h - the bare HTML parsers that a whole parse is measured against. */
#ifndef BL_BENCH_RIVALS_H
#define BL_BENCH_RIVALS_H

#include <stddef.h>

void rivals_begin(void);
/* gumbo with its default options, and its tree freed again. */
void rival_gumbo(const char *bytes, size_t size);
/* libxml2's HTML parser in its forgiving mode, and its tree freed again. */
void rival_libxml2(const char *bytes, size_t size);

#endif
