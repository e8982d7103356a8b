/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * byline.c - the command: pages in, articles out. Shows byline_parser_parse() and byline_write() at work on
 * many pages. command/ holds its parts: options.c, input.c (files, gzip), page.c (one page), jobs.c (threads).
 */
#include "command/jobs.h"

int
main(int argc, char **argv)
{
    cmd_options options;
    int status = EXIT_DONE;
    if (options_read(&options, argc, argv, &status))
        status = jobs_run(&options);
    options_free(&options);
    return status;
}
