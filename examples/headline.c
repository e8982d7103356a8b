/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * headline.c - a file in, its headline and first paragraph out.
 *
 *     headline page.html     (or a page on standard input)
 *
 * Ends with 1 where the page could not be read or the output not be written, with 2 for wrong usage.
 * Shows byline_parse(), byline_error and byline_article_free().
 */
#include <stdio.h>
#include <stdlib.h>

#include <byline/byline.h>

int
main(int argc, char **argv)
{
    static char page[8 << 20]; /* of a page that is larger the rest is not read */
    if (argc > 2 || (argc > 1 && argv[1][0] == '-')) {
        fputs("usage: headline [PAGE]\n", stderr);
        return 2;
    }
    const char *path = argc > 1 ? argv[1] : "standard input";
    FILE *file = argc > 1 ? fopen(path, "rb") : stdin;
    size_t size = file ? fread(page, 1, sizeof page, file) : 0;
    if (!file || ferror(file)) {
        perror(path);
        return EXIT_FAILURE;
    }
    fclose(file);

    byline_article *article;
    byline_error error;
    if (byline_parse(page, size, NULL, &article, &error) != BYLINE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        return EXIT_FAILURE;
    }
    printf("%s\n", article->headline ? article->headline : "(no headline)");
    if (article->body_count && article->body[0]->text)
        printf("%s\n", article->body[0]->text);
    byline_article_free(article);
    if (fflush(stdout) != 0) {
        perror("standard output");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
