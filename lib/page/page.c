/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/page.h"

#include "base/error.h"
#include "page/build.h"
#include "page/charset.h"
#include "page/convert.h"
#include "page/plain.h"
#include "page/skim.h"

/* From places in the text to places on the page as it was given. */
static void
place(const bl_page *page, uint32_t *offset, uint32_t *length)
{
    size_t start = bl_page_place(page, *offset), stop = bl_page_place(page, (size_t)*offset + *length);
    *offset = (uint32_t)start;
    *length = (uint32_t)(stop - start);
}

static void
place_all(bl_page *page)
{
    if (page->place_count == 0 && page->text.p == page->bytes.p)
        return;
    for (uint32_t n = 0; n < page->document.count; n++)
        place(page, &page->document.nodes[n].offset, &page->document.nodes[n].length);
    for (uint32_t i = 0; i < page->script_count; i++)
        place(page, &page->scripts[i].offset, &page->scripts[i].length);
    for (uint32_t i = 0; i < page->state_count; i++)
        place(page, &page->states[i].offset, &page->states[i].length);
}

byline_status
bl_page_read(bl_page *page, bl_span bytes, const char *charset, byline_error *error)
{
    if (bytes.n > page->limits.page_bytes)
        return bl_fail(error, BYLINE_E_LIMIT_PAGE_BYTES, NULL, page->limits.page_bytes);
    page->bytes = bytes;
    byline_status status = bl_charset_decode(page, charset);
    if (status != BYLINE_OK)
        return bl_fail(error, status, NULL, 0);
    bl_outline outline = bl_outline_of(page);
    page->is_plain = bl_is_plain(page->text);
    if (page->is_plain)
        bl_plain_outline(page, &outline);
    else
        bl_skim(page, &outline);
    bl_build(page, &outline);
    place_all(page);
    return BYLINE_OK;
}
