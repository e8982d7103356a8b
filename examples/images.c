/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * images.c - the pictures of a page as a table: URL, who made them, who passed them on, caption.
 *
 *     images page.html https://harbour-times.example/where/the/page/was
 *
 * Shows byline_options (the page's URL makes relative addresses whole) and the structs byline_image,
 * byline_credit, byline_person and byline_agency_mention. Columns are parted by tabs, an absent one is "-". Ends as
 * headline.c does.
 */
#include <stdio.h>
#include <stdlib.h>

#include <byline/byline.h>

static void
print_credit(const byline_credit *credit)
{
    for (size_t i = 0; credit && i < credit->people_count; i++)
        printf("%s%s", i ? ", " : "", credit->people[i]->name);
    printf(credit && credit->people_count ? "\t" : "-\t");
    for (size_t i = 0; credit && i < credit->agency_count; i++)
        printf("%s%s", i ? ", " : "", credit->agencies[i]->name);
    printf(credit && credit->agency_count ? "\t" : "-\t");
}

int
main(int argc, char **argv)
{
    static char page[8 << 20]; /* of a page that is larger the rest is not read */
    if (argc > 3 || (argc > 1 && argv[1][0] == '-')) {
        fputs("usage: images [PAGE [URL]]\n", stderr);
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

    byline_options options = {.url = argc > 2 ? argv[2] : NULL};
    byline_article *article;
    byline_error error;
    if (byline_parse(page, size, &options, &article, &error) != BYLINE_OK) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        return EXIT_FAILURE;
    }
    printf("lead\turl\tpeople\tagencies\tcaption\n");
    for (size_t i = 0; i < article->image_count; i++) {
        const byline_image *image = article->images[i];
        printf("%s\t%s\t", image->lead ? "yes" : "no", image->url ? image->url : "-");
        print_credit(image->credit);
        printf("%s\n", image->caption ? image->caption : "-");
    }
    byline_article_free(article);
    if (fflush(stdout) != 0) {
        perror("standard output");
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
