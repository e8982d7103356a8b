/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Workers take inputs in order and leave what each gave in a ring of slots; the main thread prints the slots
 * in order. A worker never runs further ahead than the ring is long, so memory does not grow with the input.
 */
#define _POSIX_C_SOURCE 200809L
#include "jobs.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "page.h"

enum { SLOTS_A_JOB = 8, FILES_WORTH_PROGRESS = 16 };

typedef struct cmd_slot {
    bool done;
    cmd_bytes out;
    const char *wrong; /* NULL is success */
} cmd_slot;

typedef struct cmd_work {
    const cmd_options *options;
    cmd_slot *slots;
    size_t slot_count;
    size_t next;    /* the next input that a worker takes */
    size_t printed; /* inputs before this one have been printed */
    bool stop;      /* nobody reads the output any more */
    pthread_mutex_t lock;
    pthread_cond_t changed;
} cmd_work;

/* The next input, or the count where there is none. The lock is held. */
static size_t
take(cmd_work *work)
{
    while (!work->stop && work->next < work->options->count && work->next >= work->printed + work->slot_count)
        pthread_cond_wait(&work->changed, &work->lock);
    return work->stop || work->next == work->options->count ? work->options->count : work->next++;
}

static void *
run_worker(void *context)
{
    cmd_work *work = context;
    byline_parser *parser = NULL;
    byline_status status = byline_parser_new(&work->options->parse, &parser, NULL);
    pthread_mutex_lock(&work->lock);
    for (size_t i; (i = take(work)) < work->options->count;) {
        cmd_slot *slot = &work->slots[i % work->slot_count];
        pthread_mutex_unlock(&work->lock);
        cmd_bytes out = {0};
        const char *wrong = status == BYLINE_OK ? page_read(work->options, &work->options->inputs[i], parser, &out)
                                                : "out of memory";
        pthread_mutex_lock(&work->lock);
        *slot = (cmd_slot){true, out, wrong};
        pthread_cond_broadcast(&work->changed);
    }
    pthread_mutex_unlock(&work->lock);
    byline_parser_free(parser);
    return NULL;
}

/* One line that is written over again, ten times a second at most. */
static void
show_progress(const cmd_options *options, size_t done, size_t failed)
{
    static struct timespec last;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (done < options->count && now.tv_sec == last.tv_sec && now.tv_nsec - last.tv_nsec < 100000000)
        return;
    last = now;
    fprintf(stderr, "\r%zu of %zu pages, %zu failed%s", done, options->count, failed,
            done == options->count ? "\n" : "");
}

static bool
progress_wanted(const cmd_options *options)
{
    return options->count >= FILES_WORTH_PROGRESS && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
}

/* A path may come from anywhere: what could steer a terminal is shown as a question mark. */
static void
report(const char *path, const char *wrong, bool over_progress)
{
    if (over_progress)
        fputs("\r\033[K", stderr);
    fputs("byline: ", stderr);
    if (strcmp(path, "-") == 0)
        path = "standard input";
    for (const unsigned char *c = (const unsigned char *)path; *c; c++)
        fputc(*c < 0x20 || *c == 0x7F || (*c == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0) ? '?' : *c, stderr);
    fprintf(stderr, ": %s\n", wrong);
}

static int
print_in_order(cmd_work *work)
{
    const cmd_options *options = work->options;
    bool progress = progress_wanted(options);
    size_t failed = 0;
    for (size_t i = 0; i < options->count; i++) {
        cmd_slot *slot = &work->slots[i % work->slot_count];
        pthread_mutex_lock(&work->lock);
        while (!slot->done)
            pthread_cond_wait(&work->changed, &work->lock);
        cmd_slot got = *slot;
        *slot = (cmd_slot){0};
        work->printed++;
        pthread_cond_broadcast(&work->changed);
        pthread_mutex_unlock(&work->lock);

        bool written = got.out.size == 0 || fwrite(got.out.at, got.out.size, 1, stdout) == 1;
        free(got.out.at);
        if (!written)
            return EXIT_OUTPUT;
        if (got.wrong)
            report(options->inputs[i].path, got.wrong, progress);
        failed += got.wrong != NULL;
        if (progress)
            show_progress(options, i + 1, failed);
    }
    return failed ? EXIT_SOME_FAILED : EXIT_DONE;
}

static void
stop_workers(cmd_work *work, pthread_t *threads, size_t count)
{
    pthread_mutex_lock(&work->lock);
    work->stop = true;
    pthread_cond_broadcast(&work->changed);
    pthread_mutex_unlock(&work->lock);
    for (size_t i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < work->slot_count; i++)
        free(work->slots[i].out.at);
    free(work->slots);
    free(threads);
}

int
jobs_run(const cmd_options *options)
{
    cmd_work work = {.options = options, .slot_count = (size_t)options->jobs * SLOTS_A_JOB};
    work.slots = calloc(work.slot_count, sizeof *work.slots);
    pthread_t *threads = calloc(options->jobs, sizeof *threads);
    if (!work.slots || !threads) {
        free(work.slots);
        free(threads);
        fputs("byline: out of memory\n", stderr);
        return EXIT_OUTPUT;
    }
    pthread_mutex_init(&work.lock, NULL);
    pthread_cond_init(&work.changed, NULL);
    size_t started = 0;
    while (started < options->jobs && started < options->count &&
           pthread_create(&threads[started], NULL, run_worker, &work) == 0)
        started++;
    int status = EXIT_OUTPUT;
    if (started || !options->count)
        status = print_in_order(&work);
    else
        fputs("byline: no thread could be started\n", stderr);
    stop_workers(&work, threads, started);
    pthread_cond_destroy(&work.changed);
    pthread_mutex_destroy(&work.lock);
    if (fflush(stdout) != 0 && status != EXIT_OUTPUT)
        status = EXIT_OUTPUT;
    if (status == EXIT_OUTPUT)
        fputs("byline: the output could not be written\n", stderr);
    return status;
}
