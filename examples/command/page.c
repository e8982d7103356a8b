/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
add_output(void *context, const char *text, size_t size)
{
    return bytes_add(context, text, size);
}

/* The library's own writer makes any bytes a JSON string: as the one field of an article that has no other. */
static void
add_json_text(cmd_bytes *out, const char *text)
{
    byline_article holder = {.headline = text};
    byline_write_options write = {.field = "headline"};
    if (byline_write(&holder, BYLINE_FORMAT_JSON_LINE, &write, add_output, out, NULL) != BYLINE_OK)
        out->size = 0;
}

static void
add_failure(cmd_bytes *out, const char *path, const char *wrong)
{
    out->size = 0;
    bytes_add(out, "{\"file\":", 8);
    add_json_text(out, path);
    bytes_add(out, ",\"error\":", 9);
    add_json_text(out, wrong);
    bytes_add(out, "}\n", 2);
}

static const char *
parse_and_write(const cmd_options *options, const cmd_input *input, byline_parser *parser,
                const cmd_bytes *page, cmd_bytes *out)
{
    byline_article *article;
    byline_error error;
    byline_options parse = options->parse;
    parse.url = input->url;
    if (byline_parser_parse(parser, page->at, page->size, &parse, &article, &error) != BYLINE_OK)
        return error.text;
    byline_write_options write = {.field = options->field};
    if (options->format == BYLINE_FORMAT_JSON_LINE || options->count > 1)
        write.file = input->path;
    byline_status status = byline_write(article, options->format, &write, add_output, out, &error);
    byline_article_free(article);
    if (status != BYLINE_OK)
        return error.text;
    bool parted = options->format == BYLINE_FORMAT_TEXT && options->count > 1 && !options->field;
    if ((parted || options->format == BYLINE_FORMAT_JSON_LINE) && !bytes_add(out, "\n", 1))
        return "out of memory";
    return NULL;
}

const char *
page_read(const cmd_options *options, const cmd_input *input, byline_parser *parser, cmd_bytes *out)
{
    cmd_bytes page = {0};
    const char *wrong = input_read(input->path, &page);
    if (!wrong)
        wrong = parse_and_write(options, input, parser, &page, out);
    free(page.at);
    if (!wrong)
        return NULL;
    out->size = 0;
    if (options->format == BYLINE_FORMAT_JSON_LINE)
        add_failure(out, input->path, wrong);
    return wrong;
}
