/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _POSIX_C_SOURCE 200809L
#include "bench/stages.h"

#include <gumbo.h>
#include <string.h>

#include "common/clock.h"
#include "evidence/evidence.h"
#include "fields/decide.h"
#include "page/build.h"
#include "page/charset.h"
#include "page/page.h"
#include "page/skim.h"

const char *const stage_names[STAGE_COUNT] = {
#define STAGE(id, name) name,
#include "bench/stages.def"
#undef STAGE
};

double stage_time[STAGE_COUNT];

enum { MOST_OPEN = 16 };
static stage open_stages[MOST_OPEN];
static int open_count;
static int watching;
static double mark;

void
stages_reset(void)
{
    memset(stage_time, 0, sizeof stage_time);
    open_count = 0;
}

void
stages_watch(int on)
{
    watching = on;
    open_count = 0;
}

static void
charge(void)
{
    double now = clock_ns();
    if (open_count > 0 && open_count <= MOST_OPEN)
        stage_time[open_stages[open_count - 1]] += now - mark;
    mark = now;
}

void
stage_enter(stage s)
{
    if (!watching)
        return;
    charge();
    if (open_count < MOST_OPEN)
        open_stages[open_count] = s;
    open_count++;
}

void
stage_leave(void)
{
    if (!watching || open_count == 0)
        return;
    charge();
    open_count--;
}

/* ---- the functions that begin a stage; a parse that ends by its trap leaves them open, see stages_watch() */

/* What is wrapped must have the type that its header gives it. */
#define SAME_TYPE(type, name, parameters)                                                              \
    _Static_assert(_Generic(&name, type(*) parameters : 1, default : 0), #name " has another type now");

#define WRAP_VOID(s, name, parameters, arguments)                                                      \
    SAME_TYPE(void, name, parameters)                                                                  \
    void __real_##name parameters;                                                                     \
    void __wrap_##name parameters;                                                                     \
    void __wrap_##name parameters                                                                      \
    {                                                                                                  \
        stage_enter(STAGE_##s);                                                                        \
        __real_##name arguments;                                                                       \
        stage_leave();                                                                                 \
    }

#define WRAP(type, s, name, parameters, arguments)                                                     \
    SAME_TYPE(type, name, parameters)                                                                  \
    type __real_##name parameters;                                                                     \
    type __wrap_##name parameters;                                                                     \
    type __wrap_##name parameters                                                                      \
    {                                                                                                  \
        stage_enter(STAGE_##s);                                                                        \
        type answer = __real_##name arguments;                                                         \
        stage_leave();                                                                                 \
        return answer;                                                                                 \
    }

WRAP(byline_status, DOCUMENT, bl_page_read,
     (bl_page *page, bl_span bytes, const char *charset, byline_error *error), (page, bytes, charset, error))
WRAP(byline_status, DECODE, bl_charset_decode, (bl_page *page, const char *transport), (page, transport))
WRAP_VOID(SKIM, bl_skim, (bl_page *page, bl_outline *outline), (page, outline))
WRAP_VOID(DOCUMENT, bl_build, (bl_page *page, bl_outline *outline), (page, outline))
WRAP(GumboOutput *, GUMBO, gumbo_parse_with_options,
     (const GumboOptions *options, const char *text, size_t size), (options, text, size))
WRAP_VOID(EVIDENCE, bl_evidence_collect, (bl_evidence *evidence), (evidence))
WRAP_VOID(FIELDS, bl_decide, (bl_decision *decision), (decision))
