/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* written.h - what a writer gives for an article, as a string. */
#ifndef BL_TESTS_WRITTEN_H
#define BL_TESTS_WRITTEN_H

#include "check.h"

#include <byline/byline.h>

static struct {
    char text[1 << 15];
    size_t size;
} out;

static bool
keep(void *context, const char *bytes, size_t size)
{
    (void)context;
    assert_true(out.size + size < sizeof out.text);
    memcpy(out.text + out.size, bytes, size);
    out.size += size;
    out.text[out.size] = '\0';
    return true;
}

static void
begin(void)
{
    out.size = 0;
    out.text[0] = '\0';
}

/* It stands until the next call. */
static const char *
written(const byline_article *article, byline_format format, const byline_write_options *options)
{
    begin();
    byline_error error = {0};
    if (byline_write(article, format, options, keep, NULL, &error) != BYLINE_OK)
        fail_msg("%s", error.text);
    return out.text;
}

#endif
