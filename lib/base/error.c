/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/error.h"

#include "base/span.h"

static const struct {
    byline_status status;
    const char *name;
    const char *text;
} STATUSES[] = {
    {BYLINE_OK, "BYLINE_OK", "no error"},
    {BYLINE_E_ARGUMENT, "BYLINE_E_ARGUMENT", "an argument is NULL or not one that may stand there"},
    {BYLINE_E_EMPTY, "BYLINE_E_EMPTY", "there is nothing to read"},
    {BYLINE_E_CHARSET, "BYLINE_E_CHARSET", "the charset named by the caller is not known"},
    {BYLINE_E_URL, "BYLINE_E_URL", "the URL named by the caller is not an absolute http(s) URL"},
    {BYLINE_E_BINARY, "BYLINE_E_BINARY", "the bytes are no text"},
    {BYLINE_E_MEMORY, "BYLINE_E_MEMORY", "out of memory"},
    {BYLINE_E_LIMIT_PAGE_BYTES, "BYLINE_E_LIMIT_PAGE_BYTES", "the page is larger than limits.page_bytes"},
    {BYLINE_E_LIMIT_MEMORY, "BYLINE_E_LIMIT_MEMORY", "the page needs more than limits.memory_bytes"},
    {BYLINE_E_LIMIT_OUTPUT, "BYLINE_E_LIMIT_OUTPUT", "the output is larger than output_bytes"},
    {BYLINE_E_LIMIT_DEADLINE, "BYLINE_E_LIMIT_DEADLINE", "the page took longer than limits.deadline_ms"},
    {BYLINE_E_WRITE, "BYLINE_E_WRITE", "the sink took no more output"},
};

enum { STATUS_COUNT = BL_COUNT(STATUSES) };

const char *
byline_status_name(byline_status status)
{
    for (int i = 0; i < STATUS_COUNT; i++)
        if (STATUSES[i].status == status)
            return STATUSES[i].name;
    return "BYLINE_E_UNKNOWN";
}

byline_status
bl_fail(byline_error *error, byline_status status, const char *text, size_t offset)
{
    if (!error)
        return status;
    for (int i = 0; !text && i < STATUS_COUNT; i++)
        if (STATUSES[i].status == status)
            text = STATUSES[i].text;
    error->status = status;
    error->text = text;
    error->offset = offset;
    return status;
}
