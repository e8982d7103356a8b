/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* error.h - filling the caller's error record. */
#ifndef BL_BASE_ERROR_H
#define BL_BASE_ERROR_H

#include <byline/error.h>

/* Fill error, where there is one, and give the status back. text NULL is the status's own sentence. */
byline_status bl_fail(byline_error *error, byline_status status, const char *text, size_t offset);

#endif
