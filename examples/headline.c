/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * headline.c - a file in, its headline and first paragraph out.
 *
 *     headline page.html     (or a page on standard input)
 *
 * Shows byline_parse(), byline_error and byline_article_free().
 */
#include <stdio.h>
#include <stdlib.h>

#include <byline/byline.h>

int
main(int argc, char **argv)
{
    static char page[8 << 20]; /* of a page that is larger the rest is not read */
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : stdin;
    if (!file) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    size_t size = fread(page, 1, sizeof page, file);
    if (ferror(file)) {
        perror(argc > 1 ? argv[1] : "standard input");
        return EXIT_FAILURE;
    }
    fclose(file);

    byline_article *article;
    byline_error error;
    if (byline_parse(page, size, NULL, &article, &error) != BYLINE_OK) {
        fprintf(stderr, "%s\n", error.text);
        return EXIT_FAILURE;
    }
    printf("%s\n", article->headline ? article->headline : "(no headline)");
    if (article->body_count && article->body[0]->text)
        printf("%s\n", article->body[0]->text);
    byline_article_free(article);
    return EXIT_SUCCESS;
}
