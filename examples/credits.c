/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credits.c - credit lines in, one JSON object a line out. Shows byline_credit_parse(),
 * byline_dateline_parse() and byline_write_credit().
 *
 * Reads "KIND<TAB>TEXT" lines on standard input; KIND is caption, credit or paragraph.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <byline/byline.h>

static bool
put(void *file, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, file) == size;
}

static byline_line
line_of(const char *text, size_t length)
{
    if (length == 7 && memcmp(text, "caption", 7) == 0)
        return BYLINE_LINE_CAPTION;
    if (length == 6 && memcmp(text, "credit", 6) == 0)
        return BYLINE_LINE_CREDIT;
    return BYLINE_LINE_PARAGRAPH;
}

static byline_status
answer(byline_line line, const char *text, size_t length, byline_error *error)
{
    byline_credit *credit = NULL;
    byline_dateline *dateline = NULL;
    byline_status status = byline_credit_parse(text, length, line, NULL, &credit, error);
    if (status == BYLINE_OK && line == BYLINE_LINE_PARAGRAPH)
        status = byline_dateline_parse(text, length, NULL, 0, &dateline, error);
    if (status == BYLINE_OK)
        status = byline_write_credit(credit, dateline, put, stdout, error);
    byline_credit_free(credit);
    byline_dateline_free(dateline);
    return status;
}

int
main(void)
{
    char *text = NULL;
    size_t room = 0;
    ssize_t length;
    byline_error error;
    while ((length = getline(&text, &room, stdin)) > 0) {
        length -= text[length - 1] == '\n';
        char *tab = memchr(text, '\t', (size_t)length);
        char *from = tab ? tab + 1 : text;
        byline_line line = tab ? line_of(text, (size_t)(tab - text)) : BYLINE_LINE_PARAGRAPH;
        size_t size = (size_t)(text + length - from);
        byline_status status =
            size ? answer(line, from, size, &error) : byline_write_credit(NULL, NULL, put, stdout, &error);
        if (status != BYLINE_OK) {
            fprintf(stderr, "byline-credits: %s\n", error.text);
            return EXIT_FAILURE;
        }
        putchar('\n');
    }
    free(text);
    if (fflush(stdout) != 0) {
        perror("byline-credits");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
