/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* parse.h - bytes of a page in, an article out. */
#ifndef BYLINE_PARSE_H
#define BYLINE_PARSE_H

#include <byline/article.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where memory comes from. All zero is malloc() and free(); one function without the other is BYLINE_E_ARGUMENT. */
typedef struct byline_allocator {
    /** Gives size bytes aligned for any type, or NULL. Never asked for 0. */
    void *(*allocate)(void *context, size_t size);
    /** Takes back what allocate gave. Never given NULL. */
    void (*release)(void *context, void *memory);
    void *context;
} byline_allocator;

/** What one page may cost. 0 is the default that stands beside it. */
typedef struct byline_limits {
    size_t page_bytes;     /**< 32 MiB, 1 GiB at most; a larger page is BYLINE_E_LIMIT_PAGE_BYTES */
    size_t memory_bytes;   /**< 1 MiB and 64 times the page, 512 MiB at most; a page that takes more is read in
                            *   part, and the article says so; where that is too much, BYLINE_E_LIMIT_MEMORY */
    size_t nodes;          /**< 1,000,000; what comes later is left out, and the article says so */
    size_t depth;          /**< 256 open elements; deeper ones are laid flat, and the article says so */
    size_t attributes;     /**< 128 in one tag; later ones are left out */
    size_t formatting;     /**< 24 open formatting elements; further ones are laid flat */
    size_t json_ld_bytes;  /**< 2 MiB in all scripts of a page, and as many of its embedded state; further ones
                            *   are not read, and the article says so */
    size_t json_ld_depth;  /**< 64, 256 at most; a deeper script is not read */
    unsigned deadline_ms;  /**< 0 is none; then BYLINE_E_LIMIT_DEADLINE, soon after. Answers depend on the machine */
} byline_limits;

/** What the caller knows of a page, and wants. All zero is the default. */
typedef struct byline_options {
    /** Absolute http(s) URL of the page; NULL is unknown. Relative addresses are resolved against it. */
    const char *url;
    /** Charset that the transport declared ("utf-8", "text/html; charset=gbk"); NULL is none. */
    const char *charset;
    /** The clock in seconds since 1970 against which "3 hours ago" is read; a date more than a day after it is
     *  none. 0 is no clock, as is one outside the years 1 to 9999. */
    int64_t now;
    /** Keep every claim, and why it won or lost, in article->claims. */
    bool explain;
    byline_limits limits;
    byline_allocator allocator;
    /** For later versions; all NULL. */
    const void *reserved[4];
} byline_options;

/**
 * Read one news page and give back what it says.
 *
 * bytes    the page as fetched, in any charset, HTML or plain text; need not end in NUL. Not kept: it
 *          may be freed on return. NULL with a size is BYLINE_E_ARGUMENT.
 * size     in bytes; 0 is BYLINE_E_EMPTY.
 * options  NULL or all zero for the defaults. Not kept.
 * article  receives the article; free it with byline_article_free(). Untouched on failure.
 * error    NULL, or a record to fill on failure; its text is constant, never freed.
 *
 * Every pointer inside the article lives until byline_article_free() and is never freed alone.
 * Threads: no shared state; call it from as many threads as you like.
 * Errors: any status but BYLINE_E_LIMIT_OUTPUT and BYLINE_E_WRITE. A page with no article on it is not
 * an error: article->kind is then BYLINE_KIND_OTHER. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_parse(const void *bytes, size_t size,
                                                       const byline_options *options,
                                                       byline_article **article,
                                                       byline_error *error);

/** The scratch memory of one thread, kept from page to page. */
typedef struct byline_parser byline_parser;

/**
 * Make a parser.
 *
 * options  NULL or all zero for the defaults. Its allocator is used for the scratch memory; the rest is
 *          not read here. Not kept.
 * parser   receives the parser; free it with byline_parser_free(). Untouched on failure.
 * error    NULL, or a record to fill on failure.
 *
 * Threads: one parser serves one thread at a time. Errors: BYLINE_E_ARGUMENT, BYLINE_E_MEMORY. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_parser_new(const byline_options *options,
                                                            byline_parser **parser,
                                                            byline_error *error);

/**
 * As byline_parse(), with the scratch memory of a parser. The article does not depend on the parser and
 * may outlive it.
 *
 * parser   NULL is BYLINE_E_ARGUMENT.
 * others   as in byline_parse(). After any failure the parser may be used again.
 *
 * Threads: one parser serves one thread at a time. Errors: as byline_parse(). Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_parser_parse(byline_parser *parser,
                                                              const void *bytes, size_t size,
                                                              const byline_options *options,
                                                              byline_article **article,
                                                              byline_error *error);

/** Free a parser. NULL is allowed. Articles that it gave live on. Since 0.1. */
BYLINE_API void byline_parser_free(byline_parser *parser);

#ifdef __cplusplus
}
#endif

#endif
