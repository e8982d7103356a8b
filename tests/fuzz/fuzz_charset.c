/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* fuzz_charset.c - bytes that are declared to be in a charset: by the first byte, or by the page. */
#include "fuzz/check.h"
#include "fuzz/target.h"

static const char *const LABELS[] = {
    NULL, "utf-8", "latin1", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16",
    "utf-16be", "windows-1251", "koi8-u", "iso-8859-8-i", "windows-874", "macintosh", "x-user-defined",
    "text/html; charset=\"windows-1250\"", "utf-7", "replacement", "no such charset", "",
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    byline_options options = {.charset = LABELS[data[0] % (sizeof LABELS / sizeof *LABELS)]};
    check_page(data + 1, size - 1, &options);
    return 0;
}
