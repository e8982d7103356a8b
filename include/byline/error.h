/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* error.h - what can go wrong, as a status and a record that the caller owns. */
#ifndef BYLINE_ERROR_H
#define BYLINE_ERROR_H

#include <stddef.h>

#include <byline/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The answer of every function that can fail. The numbers never change; gaps are for later ones. */
typedef enum byline_status {
    BYLINE_OK = 0,
    /** A parameter that must not be NULL is, or a number, a name or an option is not one that may stand there. */
    BYLINE_E_ARGUMENT = 1,
    /** There is nothing to read: 0 bytes, or white space only. */
    BYLINE_E_EMPTY = 2,
    /** The charset that the caller named is not known. */
    BYLINE_E_CHARSET = 3,
    /** The URL that the caller named is not an absolute http or https URL, or no UTF-8 without control characters. */
    BYLINE_E_URL = 4,
    /** The bytes are no text in any charset (a picture, a PDF, a compressed file). */
    BYLINE_E_BINARY = 5,
    /** The allocator gave no memory. */
    BYLINE_E_MEMORY = 10,
    /** limits.page_bytes was passed. */
    BYLINE_E_LIMIT_PAGE_BYTES = 20,
    /** limits.memory_bytes was passed. */
    BYLINE_E_LIMIT_MEMORY = 21,
    /** byline_write_options.output_bytes was passed by a writer. */
    BYLINE_E_LIMIT_OUTPUT = 22,
    /** limits.deadline_ms was passed. */
    BYLINE_E_LIMIT_DEADLINE = 23,
    /** A writer's callback said that it cannot take more. */
    BYLINE_E_WRITE = 30
} byline_status;

/** What went wrong, in the caller's own memory. Zeroed or not, it is only written on failure. */
typedef struct byline_error {
    byline_status status;
    /** One constant English sentence without a full stop, which names what was wrong: "sink is NULL"; never freed. */
    const char *text;
    /** Byte from 0 on the input where it was noticed; 0 where no place can be named. */
    size_t offset;
} byline_error;

/**
 * The name of a status, such as "BYLINE_E_MEMORY".
 *
 * status  any number; one that is not a status gives "BYLINE_E_UNKNOWN".
 *
 * The text is constant and never freed. Threads: any. Errors: none. Since 0.1.
 */
BYLINE_API const char *byline_status_name(byline_status status);

#ifdef __cplusplus
}
#endif

#endif
