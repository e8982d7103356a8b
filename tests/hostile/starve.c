/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _POSIX_C_SOURCE 200809L /* barriers */
/*
 * starve.c - each allocation of a parse fails in turn, those of every library included: the answer says so,
 * and nothing leaks.
 *
 * usage: starve [--most N] [FILE | FOLDER]...
 * --most ends with the N-th allocation of a page.
 */
#include <json-c/json_c_version.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/files.h"
#include "common/heap.h"
#include "fuzz/check.h"

/* What libxml2 would tell the program of, which has its own handler: none of it is the program's business. */
static long told;

#if LIBXML_VERSION < 21200
typedef xmlErrorPtr error_record;
#else
typedef const xmlError *error_record;
#endif

static void
listen(void *context, error_record error)
{
    (void)context;
    (void)error;
    told++;
}

static void
begin_to_listen(void)
{
    xmlSetStructuredErrorFunc(NULL, listen);
}

/* Nothing was told, and the handler is still there. */
static bool
heard_nothing(void)
{
    bool nothing = told == 0;
    xmlFreeDoc(xmlReadMemory("<a", 2, NULL, NULL, 0));
    xmlResetLastError();
    return nothing && told > 0;
}

/* Context may point to a count of bytes. */
static bool
drop(void *context, const char *bytes, size_t size)
{
    (void)bytes;
    if (context)
        *(size_t *)context += size;
    return true;
}

static byline_status
parse_and_write(const file_page *page)
{
    byline_options options = {.url = "https://harbour.example/2024/05/06/ferry", .explain = true};
    byline_article *article = NULL;
    byline_status status = byline_parse(page->bytes, page->size, &options, &article, NULL);
    if (status != BYLINE_OK) {
        MUST(!article);
        return status;
    }
    for (int format = 1; format < 32; format++) {
        size_t size = 0;
        byline_status written = byline_write(article, (byline_format)format, NULL, drop, &size, NULL);
        MUST(written == BYLINE_OK || written == BYLINE_E_MEMORY || format > BYLINE_FORMAT_NINJS);
        MUST(written == BYLINE_OK || size == 0); /* nothing half built */
        if (written == BYLINE_E_MEMORY)
            status = written;
    }
    byline_article_free(article);
    return status;
}

/* Lines are read by themselves too. */
static void
read_lines(void)
{
    static const char LINE[] = "By Ada Quill and Bo Tern (Photo: AFP/Ada Quill via Getty Images) MOSCOW, May 7 (AP) - x";
    byline_credit *credit = NULL;
    byline_people *people = NULL;
    byline_dateline *dateline = NULL;
    byline_status status = byline_credit_parse(LINE, sizeof LINE - 1, BYLINE_LINE_CAPTION, "en", &credit, NULL);
    MUST(status == BYLINE_OK || (status == BYLINE_E_MEMORY && !credit));
    status = byline_people_parse(LINE, sizeof LINE - 1, "en", &people, NULL);
    MUST(status == BYLINE_OK || (status == BYLINE_E_MEMORY && !people));
    status = byline_dateline_parse(LINE, sizeof LINE - 1, "en", 0, &dateline, NULL);
    MUST(status == BYLINE_OK || (status == BYLINE_E_MEMORY && !dateline));
    byline_date date = {0};
    status = byline_date_parse(LINE, sizeof LINE - 1, NULL, &date, NULL);
    MUST(status == BYLINE_OK || status == BYLINE_E_MEMORY);
    byline_agency_find(LINE, sizeof LINE - 1);
    MUST(byline_write_credit(credit, dateline, drop, NULL, NULL) == BYLINE_OK);
    byline_credit_free(credit);
    byline_people_free(people);
    byline_dateline_free(dateline);
}

/* One failure, or every one from the n-th on; the number of what went wrong. */
static int
fail(const file_page *page, long n, bool all_after, bool *failed)
{
    heap_watch(true);
    if (all_after)
        heap_fail_from(n);
    else
        heap_fail_at(n);
    byline_status status = parse_and_write(page);
    *failed = heap_has_failed();
    heap_fail_at(0);
    heap_counts left = heap_read();
    heap_watch(false);
    if (*failed && status != BYLINE_E_MEMORY) {
        printf("# allocation %ld of %s fails, and the answer is %s\n", n, page->path, byline_status_name(status));
        return 1;
    }
    if (left.live_blocks > 0) { /* below 0: iconv gave back what it had kept */
        printf("# allocation %ld of %s fails, and %ld blocks are left\n", n, page->path, left.live_blocks);
        return 1;
    }
    return 0;
}

static int
starve(const file_page *page, long most, long *tried)
{
    int bad = 0;
    bool failed = true;
    for (int i = 0; i < 2; i++)
        parse_and_write(page); /* what the libraries keep for good is there now */
    for (long n = 1; failed && n <= most && bad < 5; n++, ++*tried) {
        bad += fail(page, n, false, &failed);
        if (failed)
            bad += fail(page, n, true, &failed);
    }
    return bad;
}

static int
starve_lines(long *tried)
{
    bool failed = true;
    read_lines();
    for (long n = 1; failed; n++, ++*tried) {
        heap_watch(true);
        heap_fail_at(n);
        read_lines();
        failed = heap_has_failed();
        heap_fail_at(0);
        heap_counts left = heap_read();
        heap_watch(false);
        if (left.live_blocks) {
            printf("# allocation %ld of the lines fails, and %ld blocks are left\n", n, left.live_blocks);
            return 1;
        }
    }
    return 0;
}

/* ---- many threads, and every so often one of them gets no memory -------------------------------------- */

enum { THREADS = 8 };

static pthread_barrier_t start_line, finish_line;
static const file_pages *shared_pages;

static void *
work(void *context)
{
    size_t first = *(const size_t *)context;
    for (size_t i = 0; i < shared_pages->count; i++)
        parse_and_write(&shared_pages->at[i]); /* what the system keeps for a thread is there now */
    pthread_barrier_wait(&start_line);
    pthread_barrier_wait(&start_line); /* between the two the watch begins */
    for (size_t i = 0; i < shared_pages->count; i++) {
        byline_status status = parse_and_write(&shared_pages->at[(first + i) % shared_pages->count]);
        MUST(status != BYLINE_E_LIMIT_MEMORY);
        read_lines();
    }
    pthread_barrier_wait(&finish_line);
    return NULL;
}

/*
 * iconv keeps what it has loaded, and how much depends on which thread came first. A page that is no UTF-8 may
 * ask it for a guess, too.
 */
static bool
may_need_iconv(const file_page *page)
{
    byline_article *article = NULL;
    if (byline_parse(page->bytes, page->size, NULL, &article, NULL) != BYLINE_OK)
        return true;
    bool may = !article->charset || strcmp(article->charset, "utf-8") != 0;
    byline_article_free(article);
    return may;
}

/* 1 where blocks are left once each n-th allocation has failed. */
static int
starve_crowd(const file_pages *pages, long n, bool counts_blocks)
{
    pthread_t threads[THREADS];
    size_t first[THREADS];
    shared_pages = pages;
    MUST(pthread_barrier_init(&start_line, NULL, THREADS + 1) == 0);
    MUST(pthread_barrier_init(&finish_line, NULL, THREADS + 1) == 0);
    for (size_t i = 0; i < THREADS; i++) {
        first[i] = i * pages->count / THREADS;
        MUST(pthread_create(&threads[i], NULL, work, &first[i]) == 0);
    }
    pthread_barrier_wait(&start_line);
    heap_watch(true);
    heap_fail_each(n);
    pthread_barrier_wait(&start_line);
    pthread_barrier_wait(&finish_line);
    bool failed = heap_has_failed();
    heap_counts left = heap_read();
    heap_watch(false);
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&start_line);
    pthread_barrier_destroy(&finish_line);
    bool leaks = counts_blocks && left.live_blocks > 0;
    if (leaks)
        printf("# each %ldth allocation fails in %d threads, and %ld blocks are left\n", n, THREADS, left.live_blocks);
    return leaks || !failed;
}

/* All pages; and those that leave nothing behind in the system, counted. */
static int
starve_crowds(const file_pages *pages)
{
    static const long EACH[] = {2, 3, 7, 19, 53, 151, 421};
    file_pages counted = {.at = must_alloc(pages->count * sizeof *pages->at)};
    int bad = 0;
    for (size_t i = 0; i < pages->count; i++) {
        if (!may_need_iconv(&pages->at[i]))
            counted.at[counted.count++] = pages->at[i];
    }
    for (size_t i = 0; pages->count && i < sizeof EACH / sizeof *EACH; i++) {
        bad += starve_crowd(pages, EACH[i], false);
        if (counted.count)
            bad += starve_crowd(&counted, EACH[i], true);
    }
    free(counted.at);
    return bad;
}

int
main(int argc, char **argv)
{
    file_pages pages = {0};
    long most = 100000, tried = 0;
    if (!heap_is_watched()) {
        printf("1..0 # SKIP malloc cannot be watched in this build\n");
        return EXIT_SUCCESS;
    }
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--most") && i + 1 < argc)
            most = atol(argv[++i]);
        else
            files_add(&pages, argv[i], 1);
    }
    xmlInitParser();
    begin_to_listen();
    heap_spare_strdup(json_c_version_num() < (0 << 16 | 17 << 8));
    int bad_lines = starve_lines(&tried), bad_pages = 0, at = 1;
    printf("%s %d - lines\n", bad_lines ? "not ok" : "ok", at++);
    for (size_t i = 0; i < pages.count; i++) {
        int bad = starve(&pages.at[i], most, &tried);
        printf("%s %d - %s\n", bad ? "not ok" : "ok", at++, pages.at[i].path);
        bad_pages += bad;
    }
    int bad_crowds = starve_crowds(&pages);
    printf("%s %d - threads\n", bad_crowds ? "not ok" : "ok", at++);
    bool silent = heard_nothing();
    printf("%s %d - libxml2 tells the program nothing\n", silent ? "ok" : "not ok", at++);
    printf("1..%d\n# %ld failures of memory\n", at - 1, tried);
    files_free(&pages);
    return bad_lines || bad_pages || bad_crowds || !silent ? EXIT_FAILURE : EXIT_SUCCESS;
}
