/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* poison.h - tells AddressSanitizer which memory of an arena nobody may touch. Nothing in other builds. */
#ifndef BL_BASE_POISON_H
#define BL_BASE_POISON_H

#if defined(__SANITIZE_ADDRESS__)
#define BL_IS_WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BL_IS_WATCHED
#endif
#endif

#ifdef BL_IS_WATCHED
#include <sanitizer/asan_interface.h>
#define bl_poison(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define bl_unpoison(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
#else
#define bl_poison(at, size) ((void)(at), (void)(size))
#define bl_unpoison(at, size) ((void)(at), (void)(size))
#endif

#endif
