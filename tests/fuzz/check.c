/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fuzz/check.h"

#include <json-c/json.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

void
must_hold(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, condition);
    abort();
}

bool
output_take(void *to, const char *bytes, size_t size)
{
    output *o = to;
    if (size > o->room - o->size) {
        o->room = 2 * (o->size + size) + 256;
        char *larger = realloc(o->bytes, o->room);
        if (!larger)
            return false;
        o->bytes = larger;
    }
    memcpy(o->bytes + o->size, bytes, size);
    o->size += size;
    return true;
}

void
output_free(output *o)
{
    free(o->bytes);
    *o = (output){0};
}

void
check_text(const char *bytes, size_t size)
{
    const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)bytes;
    for (size_t i = 0; i < size;) {
        utf8proc_int32_t c = 0;
        utf8proc_ssize_t n = utf8proc_iterate(p + i, (utf8proc_ssize_t)(size - i), &c);
        MUST(n > 0);
        MUST(c >= 0x20 || c == '\n' || c == '\t');
        MUST(c < 0x7f || c > 0x9f);
        i += (size_t)n;
    }
}

void
check_json(const char *bytes, size_t size)
{
    struct json_tokener *reader = json_tokener_new();
    MUST(reader);
    json_tokener_set_flags(reader, JSON_TOKENER_STRICT);
    struct json_object *value = json_tokener_parse_ex(reader, bytes, (int)size);
    size_t end = json_tokener_get_parse_end(reader);
    if (json_tokener_get_error(reader) == json_tokener_continue) { /* a number or a word may go on */
        end = size;
        value = json_tokener_parse_ex(reader, "\n", 1);
    }
    MUST(json_tokener_get_error(reader) == json_tokener_success);
    for (size_t i = end; i < size; i++)
        MUST(bytes[i] == '\n');
    json_object_put(value);
    json_tokener_free(reader);
}

void
check_xml(const char *bytes, size_t size)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    xmlDocPtr document = xmlReadMemory(bytes, (int)size, NULL, NULL, options);
    MUST(document);
    xmlFreeDoc(document);
}

void
check_output(byline_format format, const char *bytes, size_t size)
{
    check_text(bytes, size);
    if (format == BYLINE_FORMAT_JSON || format == BYLINE_FORMAT_JSON_LINE || format == BYLINE_FORMAT_NINJS)
        check_json(bytes, size);
    else if (format == BYLINE_FORMAT_NITF)
        check_xml(bytes, size);
}

static void
check_range(size_t offset, size_t length, size_t size)
{
    MUST(offset <= size);
    MUST(length <= size - offset);
}

static void
check_string(const char *text)
{
    if (!text)
        return;
    MUST(*text);
    check_text(text, strlen(text));
}

/* Addresses that are handed on are http(s) only. */
static void
check_url(const char *url)
{
    check_string(url);
    MUST(!url || !strncmp(url, "http://", 7) || !strncmp(url, "https://", 8));
}

static void
check_date(const byline_date *date)
{
    if (!date)
        return;
    MUST(date->precision >= BYLINE_PRECISION_YEAR && date->precision <= BYLINE_PRECISION_SECOND);
    MUST(memchr(date->iso, 0, sizeof date->iso));
    check_string(date->iso);
}

static void
check_parts(const byline_article *article, size_t size)
{
    for (size_t i = 0; i < article->body_count; i++) {
        const byline_block *block = article->body[i];
        check_string(block->text);
        check_url(block->url);
        MUST(block->text || block->type == BYLINE_BLOCK_EMBED);
        check_range(block->offset, block->length, size);
    }
    for (size_t i = 0; i < article->image_count; i++) {
        const byline_image *image = article->images[i];
        check_url(image->url);
        check_string(image->caption);
        check_string(image->alt);
        MUST(image->body_index <= article->body_count);
        check_range(image->offset, image->length, size);
    }
    for (size_t i = 0; i < article->author_count; i++) {
        MUST(article->authors[i]->name);
        check_string(article->authors[i]->name);
        check_url(article->authors[i]->url);
    }
}

void
check_article(const byline_article *article, size_t size)
{
    const char *texts[] = {article->url, article->language, article->section, article->kicker, article->headline, article->lead};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_string(texts[i]);
    check_url(article->canonical_url);
    check_url(article->short_url);
    check_date(article->published);
    check_date(article->modified);
    MUST(article->confidence >= 0 && article->confidence <= 1);
    check_parts(article, size);
    for (size_t i = 0; i < article->topic_count; i++)
        check_string(article->topics[i]);
    for (size_t i = 0; i < article->origin_count; i++) {
        MUST(article->origins[i]->field);
        check_range(article->origins[i]->offset, article->origins[i]->length, size);
    }
    for (size_t i = 0; i < article->claim_count; i++)
        check_range(article->claims[i]->offset, article->claims[i]->length, size);
}

void
check_writers(const byline_article *article)
{
    for (int format = 1; format < 32; format++) {
        output o = {0};
        byline_status status = byline_write(article, (byline_format)format, NULL, output_take, &o, NULL);
        if (status == BYLINE_OK) {
            check_output((byline_format)format, o.bytes, o.size);
        } else {
            MUST(status == BYLINE_E_ARGUMENT && format > BYLINE_FORMAT_NINJS);
        }
        output_free(&o);
    }
}

byline_status
check_page(const void *bytes, size_t size, const byline_options *options)
{
    byline_article *article = NULL;
    byline_error error = {0};
    byline_status status = byline_parse(bytes, size, options, &article, &error);
    if (status != BYLINE_OK) {
        MUST(!article);
        MUST(error.status == status && error.text);
        return status;
    }
    check_article(article, size);
    check_writers(article);
    byline_article_free(article);
    return BYLINE_OK;
}
