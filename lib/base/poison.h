/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * poison.h - tells AddressSanitizer which memory of an arena nobody may touch, and MemorySanitizer which nobody has
 * set. Nothing in other builds.
 */
#ifndef BL_BASE_POISON_H
#define BL_BASE_POISON_H

#if defined(__SANITIZE_ADDRESS__)
#define BL_IS_WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BL_IS_WATCHED
#endif
#if __has_feature(memory_sanitizer)
#define BL_SETS_ARE_WATCHED
#endif
#endif

#ifdef BL_IS_WATCHED
#include <sanitizer/asan_interface.h>
enum { BL_POISONS = 1 };
#define bl_poison(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define bl_unpoison(at, size) ASAN_UNPOISON_MEMORY_REGION((at), (size))
#else
enum { BL_POISONS = 0 };
#define bl_poison(at, size) ((void)(at), (void)(size))
#define bl_unpoison(at, size) ((void)(at), (void)(size))
#endif

/*
 * These bytes are new, and nobody has set them. Those are set by a library that is not built for MemorySanitizer. Such
 * a library now works on the stack below, where functions of ours have left what they did not set.
 */
#ifdef BL_SETS_ARE_WATCHED
#include <sanitizer/msan_interface.h>
#define bl_is_unset(at, size) __msan_allocated_memory((at), (size))
#define bl_is_set_elsewhere(at, size) __msan_unpoison((at), (size))
#define bl_stack_is_lent() __msan_unpoison((char *)__builtin_frame_address(0) - (1 << 14), 1 << 14)
#else
#define bl_is_unset(at, size) ((void)(at), (void)(size))
#define bl_is_set_elsewhere(at, size) ((void)(at), (void)(size))
#define bl_stack_is_lent() ((void)0)
#endif

#endif
