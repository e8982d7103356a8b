/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* write.h - an article in, bytes out. */
#ifndef BYLINE_WRITE_H
#define BYLINE_WRITE_H

#include <byline/article.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How an article is written. */
typedef enum byline_format {
    BYLINE_FORMAT_JSON = 1,       /**< the record of docs/record.md, indented */
    BYLINE_FORMAT_JSON_LINE = 2,  /**< the same on one line, without a line feed at the end */
    BYLINE_FORMAT_TEXT = 3,       /**< for people to read */
    BYLINE_FORMAT_NITF = 4,       /**< a NITF 3.6 document (XML), as docs/nitf.md describes it */
    BYLINE_FORMAT_NINJS = 5       /**< a ninjs 3.1 object (JSON), as docs/ninjs.md describes it */
} byline_format;

/** What a writer may know. All zero is the default. */
typedef struct byline_write_options {
    /** Of this article's "file" member, the first of the record, and of a meta element of NITF; NULL leaves
     *  it out. */
    const char *file;
    /** Write this one field of the record only: its value as JSON, or as bare text. NULL is all. NITF and
     *  ninjs have no part that stands alone: there a field is BYLINE_E_ARGUMENT. */
    const char *field;
    /** Bytes written at most; 0 is 256 MiB. */
    size_t output_bytes;
    /** For later versions; all NULL, else BYLINE_E_ARGUMENT. */
    const void *reserved[4];
} byline_write_options;

/**
 * Takes a piece of output.
 *
 * context  as given to byline_write().
 * bytes    size bytes, not NUL-ended, valid during the call only.
 *
 * Gives true to go on, false to stop with BYLINE_E_WRITE.
 */
typedef bool (*byline_sink)(void *context, const char *bytes, size_t size);

/**
 * Write an article in one format.
 *
 * article  NULL is BYLINE_E_ARGUMENT. Any that byline_parse() gave.
 * format   a byline_format; another number is BYLINE_E_ARGUMENT.
 * options  NULL or all zero for the defaults. An unknown field is BYLINE_E_ARGUMENT. Not kept.
 * sink     called once or more, in order; NULL is BYLINE_E_ARGUMENT.
 * context  handed to sink; may be NULL.
 * error    NULL, or a record to fill on failure; its offset counts output bytes.
 *
 * Output is always well-formed UTF-8 without control characters but line feed and tab, and JSON and XML are
 * well-formed whatever the article holds. Nothing is allocated but for NITF, which is made whole in memory of
 * malloc() and libxml2 before the sink is called. libxml2 is initialised by the first such call; its handler of
 * errors of the calling thread is another one during the call, and as before after it. Threads: many may
 * write one article at once. Errors: BYLINE_E_ARGUMENT; BYLINE_E_WRITE and BYLINE_E_LIMIT_OUTPUT, where the
 * sink may have had a part by then; for NITF BYLINE_E_MEMORY, where it has had nothing. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_write(const byline_article *article,
                                                       byline_format format,
                                                       const byline_write_options *options,
                                                       byline_sink sink, void *context,
                                                       byline_error *error);

/**
 * Write a credit as the record prints one: one JSON object on one line.
 *
 * credit    NULL is allowed: then only the dateline speaks.
 * dateline  NULL is allowed; its agencies join the credit's, its place and date are printed.
 * sink, context, error  as in byline_write().
 *
 * Nothing is allocated. Threads: as byline_write(). Errors: BYLINE_E_ARGUMENT, BYLINE_E_WRITE, and
 * BYLINE_E_LIMIT_OUTPUT past 256 MiB. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_write_credit(const byline_credit *credit,
                                                              const byline_dateline *dateline,
                                                              byline_sink sink, void *context,
                                                              byline_error *error);

#ifdef __cplusplus
}
#endif

#endif
