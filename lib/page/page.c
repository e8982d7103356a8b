/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/page.h"

#include "base/error.h"
#include "base/unicode.h"
#include "page/build.h"
#include "page/skim.h"

byline_status
bl_page_read(bl_page *page, bl_span bytes, const char *charset, byline_error *error)
{
    (void)charset;
    if (bytes.n > page->limits.page_bytes)
        return bl_fail(error, BYLINE_E_LIMIT_PAGE_BYTES, NULL, page->limits.page_bytes);
    page->bytes = page->text = bytes;
    page->charset = "utf-8";
    bl_outline outline = bl_outline_in(page->parse_arena, page->text.n);
    bl_skim(page, &outline);
    bl_build(page, &outline);
    return BYLINE_OK;
}
