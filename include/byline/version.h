/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* version.h - which byline this is, and how its symbols are exported. */
#ifndef BYLINE_VERSION_H
#define BYLINE_VERSION_H

#define BYLINE_VERSION_MAJOR 0
#define BYLINE_VERSION_MINOR 1
#define BYLINE_VERSION_PATCH 0
#define BYLINE_VERSION "0.1.0"

/** The version as one number, for #if: major * 10000 + minor * 100 + patch. */
#define BYLINE_VERSION_NUMBER                                                                      \
    (BYLINE_VERSION_MAJOR * 10000 + BYLINE_VERSION_MINOR * 100 + BYLINE_VERSION_PATCH)

#if defined(_WIN32) && !defined(BYLINE_STATIC)
#  ifdef BYLINE_BUILD
#    define BYLINE_API __declspec(dllexport)
#  else
#    define BYLINE_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define BYLINE_API __attribute__((visibility("default")))
#else
#  define BYLINE_API
#endif

#if defined(__GNUC__)
#  define BYLINE_NODISCARD __attribute__((warn_unused_result))
#else
#  define BYLINE_NODISCARD
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The version of the library that is loaded, such as "0.1.0".
 *
 * The text is constant and never freed. Threads: any. Errors: none. Since 0.1.
 */
BYLINE_API const char *byline_version(void);

/**
 * The version of the library that is loaded, as BYLINE_VERSION_NUMBER counts it.
 *
 * Threads: any. Errors: none. Since 0.1.
 */
BYLINE_API int byline_version_number(void);

#ifdef __cplusplus
}
#endif

#endif
