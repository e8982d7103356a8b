/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "bench/rivals.h"

#include <gumbo.h>
#include <libxml/HTMLparser.h>

void
rival_gumbo(const char *bytes, size_t size)
{
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, bytes, size);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

static void
be_quiet(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

void
rivals_begin(void)
{
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, be_quiet);
}

void
rival_libxml2(const char *bytes, size_t size)
{
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    xmlFreeDoc(htmlReadMemory(bytes, (int)size, NULL, NULL, options));
}
