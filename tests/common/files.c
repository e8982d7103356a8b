/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _XOPEN_SOURCE 700
#include "common/files.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

void *
must_alloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) {
        fprintf(stderr, "out of memory\n");
        exit(EXIT_FAILURE);
    }
    return memory;
}

char *
file_read(const char *path, size_t *size)
{
    gzFile file = gzopen(path, "rb");
    if (!file)
        return NULL;
    size_t room = 1 << 16;
    char *bytes = must_alloc(room);
    *size = 0;
    for (int got; (got = gzread(file, bytes + *size, (unsigned)(room - *size))) > 0;) {
        *size += (size_t)got;
        if (*size < room)
            continue;
        char *larger = must_alloc(room * 2);
        memcpy(larger, bytes, room);
        free(bytes);
        bytes = larger;
        room *= 2;
    }
    gzclose(file);
    return bytes;
}

static void
add_page(file_pages *pages, file_page page)
{
    if ((pages->count & (pages->count - 1)) == 0) {
        file_page *larger = must_alloc((pages->count ? 2 * pages->count : 1) * sizeof *larger);
        if (pages->count)
            memcpy(larger, pages->at, pages->count * sizeof *larger);
        free(pages->at);
        pages->at = larger;
    }
    pages->at[pages->count++] = page;
    pages->bytes += page.size;
}

void
files_add_bytes(file_pages *pages, const char *name, const char *bytes, size_t size)
{
    file_page page = {must_alloc(strlen(name) + 1), must_alloc(size), size};
    strcpy(page.path, name);
    memcpy(page.bytes, bytes, size);
    add_page(pages, page);
}

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef struct names {
    char **at;
    size_t count;
} names;

static void
add_name(names *list, const char *folder, const char *name)
{
    char **larger = realloc(list->at, (list->count + 1) * sizeof *larger);
    char *path = must_alloc(strlen(folder) + strlen(name) + 2);
    if (!larger)
        exit(EXIT_FAILURE);
    sprintf(path, "%s%s%s", folder, *folder ? "/" : "", name);
    list->at = larger;
    list->at[list->count++] = path;
}

/* Every file below the folders that are in the list; the list grows while it is walked. */
static void
walk(names *list, names *found)
{
    for (size_t i = 0; i < list->count; i++) {
        struct stat info = {0};
        DIR *folder = stat(list->at[i], &info) == 0 && S_ISDIR(info.st_mode) ? opendir(list->at[i]) : NULL;
        if (!folder) {
            const char *base = strrchr(list->at[i], '/');
            if (i == 0 || strstr(base ? base : list->at[i], ".htm"))
                add_name(found, "", list->at[i]);
            continue;
        }
        for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            if (entry->d_name[0] != '.')
                add_name(list, list->at[i], entry->d_name);
        }
        closedir(folder);
    }
}

static void
free_names(names *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->at[i]);
    free(list->at);
}

void
files_add(file_pages *pages, const char *path, size_t each)
{
    names list = {0}, found = {0};
    add_name(&list, "", path);
    walk(&list, &found);
    if (found.count)
        qsort(found.at, found.count, sizeof *found.at, by_name);
    for (size_t i = 0; i < found.count; i += each ? each : 1) {
        file_page page = {.path = found.at[i]};
        page.bytes = file_read(page.path, &page.size);
        if (page.bytes && page.size) {
            found.at[i] = NULL;
            add_page(pages, page);
        } else {
            free(page.bytes);
        }
    }
    free_names(&list);
    free_names(&found);
}

void
files_free(file_pages *pages)
{
    for (size_t i = 0; i < pages->count; i++) {
        free(pages->at[i].path);
        free(pages->at[i].bytes);
    }
    free(pages->at);
    *pages = (file_pages){0};
}
