/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * credits.c - credit lines in, one JSON object a line out. Shows byline_credit_parse(),
 * byline_dateline_parse() and byline_write_credit().
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <byline/byline.h>

static const char HELP[] =
    "usage: byline-credits < LINES\n"
    "Read who each line of standard input names, and print one JSON object a line.\n"
    "A line is a context, a tab, and a text in UTF-8; the context is caption, credit or paragraph.\n"
    "A line without a tab, or with another context, is a paragraph.\n";

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
    byline_status status = length ? byline_credit_parse(text, length, line, NULL, &credit, error) : BYLINE_OK;
    if (status == BYLINE_OK && length && line == BYLINE_LINE_PARAGRAPH)
        status = byline_dateline_parse(text, length, NULL, 0, &dateline, error);
    if (status == BYLINE_OK)
        status = byline_write_credit(credit, dateline, put, stdout, error);
    byline_credit_free(credit);
    byline_dateline_free(dateline);
    return status;
}

/* What the command line asks for beside its work: the exit status, or -1 to go on. */
static int
read_options(int argc, char **argv)
{
    if (argc == 1)
        return -1;
    bool help = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0;
    if (help)
        fputs(HELP, stdout);
    else if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)
        printf("byline-credits %s\n", byline_version());
    else {
        const char *wrong = argv[1][0] == '-' ? "no such option" : "reads standard input, and no file";
        fprintf(stderr, "byline-credits: %s: %s\nTry: byline-credits --help\n", wrong, argv[1]);
        return 2;
    }
    return EXIT_SUCCESS;
}

int
main(int argc, char **argv)
{
    int wanted = read_options(argc, argv);
    if (wanted >= 0)
        return wanted;
    char *text = NULL;
    size_t room = 0;
    ssize_t length;
    byline_error error;
    while ((length = getline(&text, &room, stdin)) > 0) {
        length -= text[length - 1] == '\n';
        char *tab = memchr(text, '\t', (size_t)length);
        char *from = tab ? tab + 1 : text;
        byline_line line = tab ? line_of(text, (size_t)(tab - text)) : BYLINE_LINE_PARAGRAPH;
        if (answer(line, from, (size_t)(text + length - from), &error) != BYLINE_OK) {
            fprintf(stderr, "byline-credits: %s\n", error.text);
            return EXIT_FAILURE;
        }
        putchar('\n');
    }
    free(text);
    if (ferror(stdin) || fflush(stdout) != 0) {
        perror("byline-credits");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
