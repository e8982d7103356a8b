/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* parse.h - bytes of a page in, an article out. */
#ifndef BYLINE_PARSE_H
#define BYLINE_PARSE_H

#include <byline/article.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Where memory comes from. All zero is malloc() and free(); one function without the other is BYLINE_E_ARGUMENT.
 *
 * All that the library takes comes from it, but for what iconv, and json-c where JSON-LD has faults, take of malloc()
 * for the time of a call. It has to last as long as what it was asked for: an article gives its memory back in
 * byline_article_free(). It is called on the thread of the call only; where threads share it, it needs a lock.
 */
typedef struct byline_allocator {
    /** Gives size bytes aligned for any type, or NULL. Never asked for 0. It may not leave by longjmp(). */
    void *(*allocate)(void *context, size_t size);
    /** Takes back what allocate gave. Never given NULL. */
    void (*release)(void *context, void *memory);
    /** Handed to both; may be NULL. */
    void *context;
} byline_allocator;

/**
 * What one page may cost. 0 is the default that stands beside it; what is above "at most" counts as that. Where a limit
 * shortens, the article has truncated set, and limit says which one was met first.
 */
typedef struct byline_limits {
    size_t page_bytes;     /**< of the page: 32 MiB, 1 GiB - 1 at most; a larger page is BYLINE_E_LIMIT_PAGE_BYTES */
    size_t memory_bytes;   /**< of memory: 1 MiB and 64 times the page, but no more than 512 MiB; a page that takes
                            *   more shortens; where even that takes more, BYLINE_E_LIMIT_MEMORY */
    size_t nodes;          /**< elements and texts: 1,000,000; what comes later is left out: shortens */
    size_t depth;          /**< open elements: 256, 60,000 at most; deeper ones are laid flat: shortens */
    size_t attributes;     /**< of one tag: 128; later ones are left out: shortens */
    size_t formatting;     /**< open formatting elements (b, i, font): 24; further ones are laid flat: shortens */
    size_t json_ld_bytes;  /**< of all scripts of JSON-LD: 2 MiB, and as many of the page's embedded state; further
                            *   ones are not read: shortens */
    size_t json_ld_depth;  /**< of objects and lists in JSON-LD: 64, 256 at most; a deeper script is not read:
                            *   shortens */
    unsigned deadline_ms;  /**< milliseconds for the page; 0 is none; then BYLINE_E_LIMIT_DEADLINE, soon after: it is
                            *   looked at whenever memory is needed. The answer then depends on the machine */
    size_t reserved[4];    /**< for later versions; all 0, else BYLINE_E_ARGUMENT */
} byline_limits;

/** What the caller knows of a page, and wants. All zero is the default. Nothing of it is kept but the allocator. */
typedef struct byline_options {
    /** Absolute http(s) URL of the page; NULL is unknown. Relative addresses are resolved against it. */
    const char *url;
    /** Charset that the transport declared ("utf-8", "text/html; charset=gbk"); NULL, "" and "text/html" are none.
     *  It wins over what the page says of itself, but not over a byte order mark. */
    const char *charset;
    /** The clock in seconds since 1970 against which "3 hours ago" is read; a date more than a day after it is
     *  none. 0 is no clock, as is one outside the years 1 to 9999. */
    int64_t now;
    /** Keep every claim, and why it won or lost, in article->claims. It changes nothing else. */
    bool explain;
    byline_limits limits;
    /** Of the article, and of the scratch memory. All zero is malloc() and free(), or a parser's own. */
    byline_allocator allocator;
    /** For later versions; all NULL, else BYLINE_E_ARGUMENT. */
    const void *reserved[4];
} byline_options;

/**
 * Read one news page and give back what it says.
 *
 * bytes    the page as fetched, in any charset, HTML or plain text; need not end in NUL. Not kept: it
 *          may be freed on return. NULL with a size is BYLINE_E_ARGUMENT.
 * size     in bytes; 0 is BYLINE_E_EMPTY.
 * options  NULL or all zero for the defaults. Not kept, but for the allocator, which the article needs to be freed.
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
 * options  NULL or all zero for the defaults. Its allocator is used for the scratch memory, and for the articles of
 *          calls that name none; the rest is not read here. Not kept but for that.
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
 * parser   NULL is BYLINE_E_ARGUMENT. After any failure it may be used again.
 * bytes, size, options, article, error  as in byline_parse(); the allocator of options is for the article alone.
 *
 * Threads: one parser serves one thread at a time. Errors: as byline_parse(). Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_parser_parse(byline_parser *parser,
                                                              const void *bytes, size_t size,
                                                              const byline_options *options,
                                                              byline_article **article,
                                                              byline_error *error);

/**
 * Free a parser. Articles that it gave live on.
 *
 * parser  NULL is allowed.
 *
 * Threads: any, but no other call may be using it. Errors: none. Since 0.1.
 */
BYLINE_API void byline_parser_free(byline_parser *parser);

#ifdef __cplusplus
}
#endif

#endif
