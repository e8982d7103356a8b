/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#define _POSIX_C_SOURCE 200809L
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

bool
bytes_add(cmd_bytes *bytes, const void *from, size_t size)
{
    if (bytes->room - bytes->size <= size) {
        size_t room = bytes->room ? bytes->room : 4096;
        while (room - bytes->size <= size)
            room *= 2;
        unsigned char *grown = realloc(bytes->at, room);
        if (!grown)
            return false;
        bytes->at = grown;
        bytes->room = room;
    }
    if (size)
        memcpy(bytes->at + bytes->size, from, size);
    bytes->size += size;
    bytes->at[bytes->size] = '\0';
    return true;
}

static const char *
read_all(gzFile file, cmd_bytes *bytes)
{
    static const char MEMORY[] = "out of memory";
    char part[1 << 16] = {0}; /* set, as MemorySanitizer does not see that zlib does it */
    int n = 0;
    if (!bytes_add(bytes, "", 0))
        return MEMORY;
    while (bytes->size <= INPUT_MOST && (n = gzread(file, part, sizeof part)) > 0)
        if (!bytes_add(bytes, part, (size_t)n))
            return MEMORY;
    int status = Z_OK;
    gzerror(file, &status);
    if (n < 0 && status == Z_ERRNO)
        return strerror(errno);
    return n < 0 || status == Z_BUF_ERROR ? "the gzip data is damaged or cut short" : NULL;
}

static const char *
open_file(const char *path, gzFile *file)
{
    int descriptor = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return strerror(errno);
    struct stat about = {0};
    if (fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode)) {
        close(descriptor);
        return strerror(EISDIR);
    }
    *file = gzdopen(descriptor, "rb");
    if (*file)
        return NULL;
    close(descriptor);
    return "out of memory";
}

const char *
input_read(const char *path, cmd_bytes *bytes)
{
    gzFile file = NULL;
    const char *wrong = open_file(path, &file);
    if (wrong)
        return wrong;
    wrong = read_all(file, bytes);
    gzclose_r(file);
    if (wrong) {
        free(bytes->at);
        memset(bytes, 0, sizeof *bytes);
    }
    return wrong;
}
