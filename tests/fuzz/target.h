/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* target.h - what libFuzzer, or replay.c in its place, calls. */
#ifndef BL_FUZZ_TARGET_H
#define BL_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

/* Gives 0; -1 keeps the input out of the corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
