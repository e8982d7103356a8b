/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * replay.c - a fuzz target without a fuzzer: runs the inputs it is given, so that any compiler can.
 *
 * usage: replay [FILE | FOLDER]...
 * Without an input it reads one from standard input, as afl-fuzz wants it; built with afl-clang-fast it
 * stays for more of them.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/files.h"
#include "fuzz/target.h"

static int afl_done;

#ifndef __AFL_LOOP
#define __AFL_LOOP(n) (!afl_done++)
#endif

static int
run_standard_input(void)
{
    static char bytes[1 << 20];
    while (__AFL_LOOP(10000)) {
        size_t size = fread(bytes, 1, sizeof bytes, stdin);
        char *copy = must_alloc(size); /* of the exact size, for a sanitizer to watch */
        memcpy(copy, bytes, size);
        LLVMFuzzerTestOneInput((const uint8_t *)copy, size);
        free(copy);
    }
    return EXIT_SUCCESS;
}

static size_t
run_file(const char *path)
{
    size_t size;
    char *bytes = file_read(path, &size);
    if (!bytes) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(EXIT_FAILURE);
    }
    char *copy = must_alloc(size);
    memcpy(copy, bytes, size);
    free(bytes);
    fprintf(stderr, "%s\n", path); /* the last one named is the one that failed */
    LLVMFuzzerTestOneInput((const uint8_t *)copy, size);
    free(copy);
    return 1;
}

static size_t
run_path(const char *path)
{
    DIR *folder = opendir(path);
    size_t count = 0;
    if (!folder)
        return run_file(path);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[4096];
        if (entry->d_name[0] == '.')
            continue;
        if (snprintf(name, sizeof name, "%s/%s", path, entry->d_name) < (int)sizeof name)
            count += run_file(name);
    }
    closedir(folder);
    return count;
}

int
main(int argc, char **argv)
{
    size_t count = 0;
    if (argc < 2)
        return run_standard_input();
    for (int i = 1; i < argc; i++)
        count += run_path(argv[i]);
    printf("%zu inputs\n", count);
    return count ? EXIT_SUCCESS : EXIT_FAILURE;
}
