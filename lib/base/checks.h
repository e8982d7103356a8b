/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* checks.h - what analyzers and sanitizers are told because they cannot see it; nothing in all other builds. */
#ifndef BL_BASE_CHECKS_H
#define BL_BASE_CHECKS_H

/* This always holds here. Analyzers take it as given; a build with a sanitizer stops where it does not. */
#if defined BYLINE_SANITIZED || defined BYLINE_ANALYZED || defined __clang_analyzer__
#define BL_HOLDS(condition) ((condition) ? (void)0 : __builtin_trap())
#else
#define BL_HOLDS(condition) ((void)0)
#endif

#endif
