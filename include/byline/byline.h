/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * byline.h - all of byline: the raw HTML of a news page in, one typed struct out.
 *
 *   parse.h     byline_parse(): the one call that most programs need
 *   article.h   the struct that it gives
 *   write.h     the struct as JSON, as text, as NITF and as ninjs
 *   grammar.h   credits, datelines, bylines, dates and agencies by themselves
 *   error.h     statuses and the error record
 *   version.h   versions
 */
#ifndef BYLINE_BYLINE_H
#define BYLINE_BYLINE_H

#include <byline/article.h>
#include <byline/error.h>
#include <byline/grammar.h>
#include <byline/parse.h>
#include <byline/version.h>
#include <byline/write.h>

#endif
