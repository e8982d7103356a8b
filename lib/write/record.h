/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* record.h - the record that docs/record.md describes, and the writer of text for people. */
#ifndef BL_WRITE_RECORD_H
#define BL_WRITE_RECORD_H

#include "write/writer.h"

/* Is there such a member of the record? */
bool bl_record_has(const char *field);

/* The record, or the value of one field of it (null where it is absent). options is not NULL. */
void bl_write_record(bl_writer *writer, const byline_article *article, const byline_write_options *options,
                     bool pretty);

/* The same for people to read; an absent field writes nothing. */
void bl_write_text(bl_writer *writer, const byline_article *article, const byline_write_options *options);

#endif
