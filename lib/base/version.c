/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <byline/version.h>

const char *
byline_version(void)
{
    return BYLINE_VERSION;
}

int
byline_version_number(void)
{
    return BYLINE_VERSION_NUMBER;
}
