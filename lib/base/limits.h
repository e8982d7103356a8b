/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* limits.h - every default limit, in one place, with its reason. */
#ifndef BL_BASE_LIMITS_H
#define BL_BASE_LIMITS_H

#include <byline/parse.h>

/* The largest news pages seen are 6 MB; four times that and room to spare. */
#define BL_PAGE_BYTES ((size_t)32 << 20)
/* Places are numbers of 32 bits, and a page in UTF-8 may be three times as long. */
#define BL_PAGE_BYTES_MOST (((size_t)1 << 30) - 1)

/* An ordinary page needs about 3 bytes a byte, pure markup up to 18, hostile ones more than 64. */
#define BL_MEMORY_FACTOR 64
#define BL_MEMORY_BASE ((size_t)1 << 20)
#define BL_MEMORY_MOST ((size_t)512 << 20)

/* A 6 MB page has about 150,000. */
#define BL_NODES ((size_t)1000000)

/* Browsers stop at 512; real articles stay below 60. gumbo walks the open elements for many tags. */
#define BL_DEPTH ((size_t)256)
/* The guard of the skimmer numbers the open elements in 16 bits. */
#define BL_DEPTH_MOST ((size_t)60000)

/* Real tags stay below 40; gumbo compares each attribute with all before it. */
#define BL_ATTRIBUTES ((size_t)128)

/* gumbo clones every open formatting element into every new paragraph. */
#define BL_FORMATTING ((size_t)24)

/* Of 827 pages that have some, all but one stay below 80 kB; that one has 841. */
#define BL_JSON_LD_BYTES ((size_t)2 << 20)
/* Real ones nest 9 deep at most. */
#define BL_JSON_LD_DEPTH ((size_t)64)
/* json-c frees by recursion, and takes memory for each level beforehand. */
#define BL_JSON_LD_DEPTH_MOST ((size_t)256)

/* The largest record seen has 156 kB, with all its claims. */
#define BL_OUTPUT_BYTES ((size_t)256 << 20)

/* The limits with each 0 replaced by its default, for a page of size bytes. */
byline_limits bl_limits_resolve(const byline_limits *limits, size_t size);

#endif
