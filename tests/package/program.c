/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A user's program in C: it prints the headline of a page that it holds. */
#include <stdio.h>
#include <string.h>

#include <byline/byline.h>

int
main(void)
{
    const char *page = "<html><body><article><h1>Ferry returns</h1><p>The ferry to the outer islands runs again after "
                       "a winter of repairs, the harbour office said on Thursday.</p></article></body></html>";
    byline_article *article;
    byline_error error;
    if (byline_parse(page, strlen(page), NULL, &article, &error) != BYLINE_OK) {
        fprintf(stderr, "%s\n", error.text);
        return 1;
    }
    printf("%s\n", article->headline ? article->headline : "none");
    byline_article_free(article);
    return byline_version_number() == BYLINE_VERSION_NUMBER ? 0 : 1;
}
