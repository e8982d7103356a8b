/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* bench.h - what the measurements share. */
#ifndef BL_BENCH_BENCH_H
#define BL_BENCH_BENCH_H

#include <byline/byline.h>

#include "common/files.h"

typedef struct bench_options {
    int rounds;
    int growth;   /* measure pages that double instead */
    int once;     /* parse and write each page once, and print nothing */
    size_t most;  /* the largest page of growth */
    const char *json; /* where to write the figures; NULL is nowhere */
} bench_options;

/* One page through the library: bytes to JSON. Gives the bytes written, 0 where it was refused. */
size_t bench_page(byline_parser *parser, const file_page *page);

/* Figures by name, for the JSON file. */
void bench_figure(const char *name, double value);

void bench_stages(const file_pages *pages, int rounds);
void bench_memory(const file_pages *pages);
void bench_threads(const file_pages *pages);
void bench_lines(void);
void bench_growth(size_t most);

#endif
