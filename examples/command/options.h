/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* options.h - what the command line asks for. */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <byline/byline.h>

/* The exit statuses that byline(1) documents. */
enum { EXIT_DONE = 0, EXIT_SOME_FAILED = 1, EXIT_USAGE = 2, EXIT_OUTPUT = 3 };

typedef struct cmd_input {
    const char *path; /* "-" is standard input */
    const char *url;  /* NULL is unknown */
} cmd_input;

typedef struct cmd_options {
    byline_format format;
    byline_options parse;
    const char *field;
    unsigned jobs;
    cmd_input *inputs;
    size_t count;
    char *manifest; /* the text that inputs from a manifest point into */
} cmd_options;

/* Read the command line. Gives false where the program is to end with *status at once. */
bool options_read(cmd_options *options, int argc, char **argv, int *status);

void options_free(cmd_options *options);

#endif
