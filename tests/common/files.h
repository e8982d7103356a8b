/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* files.h - pages from files and folders, packed with gzip or not. */
#ifndef BL_TESTS_FILES_H
#define BL_TESTS_FILES_H

#include <stddef.h>

typedef struct file_page {
    char *path;
    char *bytes;
    size_t size;
} file_page;

typedef struct file_pages {
    file_page *at;
    size_t count;
    size_t bytes;
} file_pages;

/* The bytes of one file; NULL where it cannot be read. The caller frees them. */
char *file_read(const char *path, size_t *size);

/* Add every file at or below path whose name has .htm in it, by name; each-th of them only (1 is all). */
void files_add(file_pages *pages, const char *path, size_t each);
/* Add a copy of bytes. */
void files_add_bytes(file_pages *pages, const char *name, const char *bytes, size_t size);
void files_free(file_pages *pages);

/* Memory or the end of the program. */
void *must_alloc(size_t size);

#endif
