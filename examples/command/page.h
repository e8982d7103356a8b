/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* page.h - one input to one piece of output. */
#ifndef COMMAND_PAGE_H
#define COMMAND_PAGE_H

#include "input.h"
#include "options.h"

/* Read one page and put its article, or the line that says why there is none, into out. NULL is success. */
const char *page_read(const cmd_options *options, const cmd_input *input, byline_parser *parser, cmd_bytes *out);

#endif
