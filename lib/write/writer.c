/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "write/writer.h"

void
bl_flush(bl_writer *writer)
{
    if (writer->held && writer->status == BYLINE_OK &&
        !writer->sink(writer->context, writer->buffer, writer->held))
        writer->status = BYLINE_E_WRITE;
    writer->held = 0;
}

void
bl_write(bl_writer *writer, bl_span s)
{
    if (writer->status != BYLINE_OK)
        return;
    if (s.n > writer->most - writer->written) {
        writer->status = BYLINE_E_LIMIT_OUTPUT;
        return;
    }
    writer->written += s.n;
    while (s.n) {
        size_t room = sizeof writer->buffer - writer->held;
        size_t n = s.n < room ? s.n : room;
        memcpy(writer->buffer + writer->held, s.p, n);
        writer->held += n;
        s = bl_span_cut(s, n);
        if (writer->held == sizeof writer->buffer)
            bl_flush(writer);
    }
}
