/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* An article as the record: one function a member that needs more than a line, and the table of them all. */
#include "write/record.h"

#include "write/json.h"

static void
put_kind(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_text(json, key, byline_kind_name(article->kind));
}

static void
put_confidence(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_share(json, key, article->confidence);
}

#define PUT_TEXT(name)                                                                             \
    static void put_##name(bl_json *json, const char *key, const byline_article *article)          \
    {                                                                                              \
        bl_json_text(json, key, article->name);                                                    \
    }
PUT_TEXT(url)
PUT_TEXT(canonical_url)
PUT_TEXT(short_url)
PUT_TEXT(language)
PUT_TEXT(section)
PUT_TEXT(kicker)
PUT_TEXT(headline)
PUT_TEXT(lead)
PUT_TEXT(charset)

static void
put_publisher(bl_json *json, const char *key, const byline_article *article)
{
    if (!article->publisher)
        return;
    bl_json_open_line(json, key, '{');
    bl_json_text(json, "name", article->publisher->name);
    bl_json_text(json, "url", article->publisher->url);
    bl_json_close(json, '}');
}

static void
put_published(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_date(json, key, article->published);
}

static void
put_modified(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_date(json, key, article->modified);
}

static void
put_authors(bl_json *json, const char *key, const byline_article *article)
{
    if (article->author_count) {
        bl_json_people(json, key, article->authors, article->author_count);
        return;
    }
    bl_json_open(json, key, '[');
    bl_json_close(json, ']');
}

static void
put_dateline(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_dateline(json, key, article->dateline);
}

static void
put_body(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_open(json, key, '[');
    for (size_t i = 0; i < article->body_count; i++) {
        const byline_block *block = article->body[i];
        bl_json_open_line(json, NULL, '{');
        bl_json_text(json, "type", byline_block_type_name(block->type));
        if (block->type == BYLINE_BLOCK_HEADING && block->level)
            bl_json_integer(json, "level", block->level);
        bl_json_text(json, "text", block->text);
        bl_json_text(json, "url", block->url);
        bl_json_close(json, '}');
    }
    bl_json_close(json, ']');
}

static void
put_images(bl_json *json, const char *key, const byline_article *article)
{
    if (!article->image_count)
        return;
    bl_json_open(json, key, '[');
    for (size_t i = 0; i < article->image_count; i++) {
        const byline_image *image = article->images[i];
        bl_json_open(json, NULL, '{');
        bl_json_text(json, "url", image->url);
        bl_json_bool(json, "lead", image->lead);
        bl_json_text(json, "caption", image->caption);
        bl_json_text(json, "alt", image->alt);
        if (image->width > 0)
            bl_json_integer(json, "width", image->width);
        if (image->height > 0)
            bl_json_integer(json, "height", image->height);
        bl_json_credit(json, "credit", image->credit);
        bl_json_close(json, '}');
    }
    bl_json_close(json, ']');
}

static void
put_credit_line(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_credit(json, key, article->credit_line);
}

static void
put_topics(bl_json *json, const char *key, const byline_article *article)
{
    bl_json_texts(json, key, article->topics, article->topic_count);
}

static void
put_free_access(bl_json *json, const char *key, const byline_article *article)
{
    if (article->free_access != BYLINE_UNKNOWN)
        bl_json_bool(json, key, article->free_access == BYLINE_YES);
}

static void
put_truncated(bl_json *json, const char *key, const byline_article *article)
{
    if (article->truncated)
        bl_json_text(json, key, byline_limit_name(article->limit));
}

static bool
origin_is_first(const byline_article *article, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(article->origins[i]->field, article->origins[index]->field) == 0)
            return false;
    return true;
}

/* An object may hold a key once only: of several origins of a field the first one speaks. */
static void
put_origins(bl_json *json, const char *key, const byline_article *article)
{
    if (!article->origin_count)
        return;
    bl_json_open(json, key, '{');
    for (size_t i = 0; i < article->origin_count; i++) {
        const byline_origin *origin = article->origins[i];
        if (!origin_is_first(article, i))
            continue;
        bl_json_open_line(json, origin->field, '{');
        bl_json_text(json, "source", byline_source_name(origin->source));
        bl_json_integer(json, "offset", (int64_t)origin->offset);
        bl_json_integer(json, "length", (int64_t)origin->length);
        bl_json_text(json, "path", origin->path);
        bl_json_share(json, "confidence", origin->confidence);
        bl_json_close(json, '}');
    }
    bl_json_close(json, '}');
}

static void
put_claims(bl_json *json, const char *key, const byline_article *article)
{
    if (!article->claim_count)
        return;
    bl_json_open(json, key, '[');
    for (size_t i = 0; i < article->claim_count; i++) {
        const byline_claim *claim = article->claims[i];
        bl_json_open_line(json, NULL, '{');
        bl_json_text(json, "field", claim->field);
        bl_json_text(json, "value", claim->value);
        bl_json_text(json, "source", byline_source_name(claim->source));
        bl_json_integer(json, "offset", (int64_t)claim->offset);
        bl_json_integer(json, "length", (int64_t)claim->length);
        bl_json_text(json, "path", claim->path);
        bl_json_integer(json, "weight", claim->weight);
        bl_json_integer(json, "score", claim->score);
        bl_json_bool(json, "won", claim->won);
        bl_json_text(json, "reason", claim->reason);
        bl_json_close(json, '}');
    }
    bl_json_close(json, ']');
}

/* The order of the record. */
#define MEMBER(name) {#name, put_##name}
static const struct {
    const char *name;
    void (*put)(bl_json *json, const char *key, const byline_article *article);
} MEMBERS[] = {
    MEMBER(kind),        MEMBER(confidence), MEMBER(url),       MEMBER(canonical_url), MEMBER(short_url),
    MEMBER(language),    MEMBER(publisher),  MEMBER(section),   MEMBER(kicker),        MEMBER(headline),
    MEMBER(lead),        MEMBER(published),  MEMBER(modified),  MEMBER(authors),       MEMBER(dateline),
    MEMBER(body),        MEMBER(images),     MEMBER(credit_line), MEMBER(topics),      MEMBER(free_access),
    MEMBER(charset),     MEMBER(truncated),  MEMBER(origins),   MEMBER(claims),
};

enum { MEMBER_COUNT = BL_COUNT(MEMBERS) };

bool
bl_record_has(const char *field)
{
    for (int i = 0; i < MEMBER_COUNT; i++)
        if (strcmp(MEMBERS[i].name, field) == 0)
            return true;
    return false;
}

void
bl_write_record(bl_writer *writer, const byline_article *article, const byline_write_options *options, bool pretty)
{
    bl_json json = {.writer = writer, .pretty = pretty};
    if (!options->field)
        bl_json_open(&json, NULL, '{');
    if (!options->field)
        bl_json_text(&json, "file", options->file);
    for (int i = 0; i < MEMBER_COUNT; i++) {
        if (!options->field)
            MEMBERS[i].put(&json, MEMBERS[i].name, article);
        else if (strcmp(MEMBERS[i].name, options->field) == 0)
            MEMBERS[i].put(&json, NULL, article);
    }
    if (!options->field)
        bl_json_close(&json, '}');
    else if (!json.filled)
        bl_write(writer, BL_SPAN("null"));
    if (pretty)
        bl_write(writer, BL_SPAN("\n"));
}
