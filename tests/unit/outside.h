/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* outside.h - what the tests share that see the public face only, and link the shared library as a program of a user. */
#ifndef BL_TESTS_OUTSIDE_H
#define BL_TESTS_OUTSIDE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <byline/byline.h>

typedef struct output {
    char text[1 << 16];
    size_t size;
    size_t most; /* the sink stops past this */
} output;

static inline bool
keep(void *context, const char *bytes, size_t size)
{
    output *o = context;
    if (o->size + size > o->most)
        return false;
    memcpy(o->text + o->size, bytes, size);
    o->size += size;
    return true;
}

static inline byline_article *
parse(const char *page, const byline_options *options)
{
    byline_article *article = NULL;
    byline_error error = {0};
    if (byline_parse(page, strlen(page), options, &article, &error) != BYLINE_OK)
        fail_msg("%s", error.text);
    assert_non_null(article);
    return article;
}

/* The call hands "to" on as its error record. It fails so, with a sentence that has the word in it, and without a record too. */
#define assert_fails_with(call, wanted, word)                                                      \
    do {                                                                                           \
        byline_error error = {0};                                                                  \
        byline_error *to = &error;                                                                 \
        assert_int_equal((call), (wanted));                                                        \
        assert_int_equal(error.status, (wanted));                                                  \
        assert_non_null(error.text);                                                               \
        if (!strstr(error.text, (word)))                                                           \
            fail_msg("\"%s\" does not say \"%s\"", error.text, (word));                            \
        to = NULL;                                                                                 \
        assert_int_equal((call), (wanted));                                                        \
    } while (0)

#define assert_fails(call, wanted) assert_fails_with(call, wanted, "")
#define assert_refused(call, word) assert_fails_with(call, BYLINE_E_ARGUMENT, word)

/* What an output holds before a call that fails, and must hold after it. */
#define UNTOUCHED untouched()

static inline void *
untouched(void)
{
    static char place;
    return &place;
}

#endif
