/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* writer.h - what the writers share: a sink with a limit that remembers its first failure. */
#ifndef BL_WRITE_WRITER_H
#define BL_WRITE_WRITER_H

#include <byline/write.h>

#include "base/digits.h"
#include "base/unicode.h"

typedef struct bl_writer {
    byline_sink sink;
    void *context;
    size_t written;
    size_t most;
    byline_status status; /* the first failure; nothing is written after it */
    char buffer[4096];
    size_t held;
} bl_writer;

void bl_write(bl_writer *writer, bl_span s);
void bl_flush(bl_writer *writer);

/* Control characters but line feed and tab: no writer hands them on as they are. */
static inline bool
bl_is_control(uint32_t rune)
{
    return (rune < 0x20 && rune != '\n' && rune != '\t') || (rune >= 0x7F && rune < 0xA0);
}

/* What is written in the place of a byte that is no UTF-8. */
#define BL_REPLACEMENT BL_SPAN("\xEF\xBF\xBD")

/* Did bl_rune_next() give this rune for a byte at s.p[at] that is no UTF-8? */
static inline bool
bl_is_torn(uint32_t rune, bl_span s, size_t at)
{
    return rune == 0xFFFD && !bl_span_starts(bl_span_cut(s, at), BL_REPLACEMENT);
}

#endif
