/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* jobs.h - many pages on several threads, the output in the order of the input. */
#ifndef COMMAND_JOBS_H
#define COMMAND_JOBS_H

#include "options.h"

/* Read all inputs and print what they give. Gives the exit status. */
int jobs_run(const cmd_options *options);

#endif
