/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * stages.h - how long each stage of a parse takes.
 *
 * The linker puts a wrapper in front of the functions that begin a stage (-Wl,--wrap), so what is timed is
 * the library as it is. A stage's time is without that of the stages inside it.
 */
#ifndef BL_BENCH_STAGES_H
#define BL_BENCH_STAGES_H

typedef enum stage {
#define STAGE(id, name) STAGE_##id,
#include "bench/stages.def"
#undef STAGE
    STAGE_COUNT
} stage;

extern const char *const stage_names[STAGE_COUNT];

/* Nanoseconds since stages_reset(). */
extern double stage_time[STAGE_COUNT];

void stages_reset(void);
/* Wrappers time only while this is on; one thread at a time. */
void stages_watch(int on);
void stage_enter(stage s);
void stage_leave(void);

#endif
