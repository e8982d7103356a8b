/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* input.h - files and standard input, packed by gzip or not, as bytes. */
#ifndef COMMAND_INPUT_H
#define COMMAND_INPUT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cmd_bytes {
    unsigned char *at; /* a NUL stands behind the last one; free() it */
    size_t size;
    size_t room;
} cmd_bytes;

/* Add size bytes; false where memory ends. */
bool bytes_add(cmd_bytes *bytes, const void *from, size_t size);

/* What byline_parse() takes by itself. */
#define INPUT_MOST ((size_t)32 << 20)

/*
 * Read a whole file, "-" is standard input. Gives NULL, or what went wrong; then bytes is empty.
 * A file is read to a little more than INPUT_MOST, however far it unpacks or goes on.
 */
const char *input_read(const char *path, cmd_bytes *bytes);

#endif
