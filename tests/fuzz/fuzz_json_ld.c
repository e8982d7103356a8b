/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* fuzz_json_ld.c - a script of JSON-LD on a small page; the first byte chooses the limits. */
#include <stdlib.h>

#include "fuzz/check.h"
#include "fuzz/target.h"

static const char BEFORE[] = "<!DOCTYPE html><title>Ferry</title><script type=\"application/ld+json\">";
static const char AFTER[] = "</script><article><h1>Ferry returns</h1><p>The old ferry came back on Monday, after "
                            "eleven months in a dry dock.</p></article>";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    byline_options options = {.url = "https://harbour.example/ferry", .explain = true};
    options.limits.json_ld_depth = data[0] >> 4;
    options.limits.json_ld_bytes = (data[0] & 15) * 64;
    output page = {0};
    MUST(output_take(&page, BEFORE, sizeof BEFORE - 1));
    MUST(output_take(&page, (const char *)data + 1, size - 1));
    MUST(output_take(&page, AFTER, sizeof AFTER - 1));
    check_page(page.bytes, page.size, &options);
    output_free(&page);
    return 0;
}
