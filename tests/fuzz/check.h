/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* check.h - what must hold of every article and of all that is written of it; abort() where it does not. */
#ifndef BL_FUZZ_CHECK_H
#define BL_FUZZ_CHECK_H

#include <byline/byline.h>

typedef struct output {
    char *bytes;
    size_t size;
    size_t room;
} output;

/* A sink that collects. */
bool output_take(void *to, const char *bytes, size_t size);
void output_free(output *o);

/* UTF-8, and no control character but line feed and tab. */
void check_text(const char *bytes, size_t size);
/* One JSON value and nothing behind it. */
void check_json(const char *bytes, size_t size);
/* One XML document. */
void check_xml(const char *bytes, size_t size);
/* Whichever of the two the format is. */
void check_output(byline_format format, const char *bytes, size_t size);

/* Every range lies on a page of size bytes. */
void check_article(const byline_article *article, size_t size);
/* Every writer gives well-formed output. */
void check_writers(const byline_article *article);
/* Parse and check all of the above. Gives the status. */
byline_status check_page(const void *bytes, size_t size, const byline_options *options);

#define MUST(condition)                                                                                \
    do {                                                                                               \
        if (!(condition))                                                                              \
            must_hold(#condition, __FILE__, __LINE__);                                                 \
    } while (0)

_Noreturn void must_hold(const char *condition, const char *file, int line);

#endif
