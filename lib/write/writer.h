/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* writer.h - what the writers share: a sink with a limit that remembers its first failure. */
#ifndef BL_WRITE_WRITER_H
#define BL_WRITE_WRITER_H

#include <byline/write.h>

#include "base/span.h"

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

#endif
