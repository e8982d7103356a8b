/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* An article for people to read. Whatever a page holds, no byte of it can steer a terminal. */
#include "write/record.h"

#include "write/json.h"

/* Control characters, and the overrides that make a line read in another order than it is stored. */
static bool
is_unsafe(uint32_t rune)
{
    return bl_is_control(rune) || rune == 0x2028 || rune == 0x2029 || (rune >= 0x202A && rune <= 0x202E) ||
           (rune >= 0x2066 && rune <= 0x2069);
}

/* NULL writes nothing. */
static void
put(bl_writer *writer, const char *text)
{
    bl_span s = bl_span_of(text);
    size_t plain = 0; /* what stands from here to at goes out as it is */
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        uint32_t rune = bl_rune_next(s, &at);
        bool is_torn = bl_is_torn(rune, s, start);
        if (!is_torn && !is_unsafe(rune))
            continue;
        bl_write(writer, bl_span_from(s.p + plain, start - plain));
        if (is_torn)
            bl_write(writer, BL_REPLACEMENT);
        plain = at;
    }
    bl_write(writer, bl_span_cut(s, plain));
}

/* before, text and after; nothing at all where text is NULL. */
static void
put_between(bl_writer *writer, const char *before, const char *text, const char *after)
{
    if (!text)
        return;
    put(writer, before);
    put(writer, text);
    put(writer, after);
}

static void
put_names(bl_writer *writer, byline_person *const *people, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_between(writer, i ? ", " : "", people[i]->name, "");
}

static void
put_block(bl_writer *writer, const byline_block *block)
{
    switch (block->type) {
    case BYLINE_BLOCK_HEADING: put(writer, "## "); break;
    case BYLINE_BLOCK_QUOTE: put(writer, "> "); break;
    case BYLINE_BLOCK_LIST_ITEM: put(writer, "- "); break;
    case BYLINE_BLOCK_EMBED:
        put(writer, "[embed] ");
        put_between(writer, "", block->url, block->text ? " " : "");
        break;
    default: break;
    }
    put(writer, block->text);
    put(writer, "\n");
}

/* In brackets, which many credits are printed in already. */
static void
put_credit(bl_writer *writer, const char *text)
{
    bool is_bracketed = text && text[0] == '(';
    put_between(writer, is_bracketed ? "\n  " : "\n  (", text, is_bracketed ? "" : ")");
}

static void
put_image(bl_writer *writer, const byline_image *image)
{
    put(writer, image->lead ? "[lead image]" : "[image]");
    put_between(writer, " ", image->url, "");
    put_between(writer, "\n  ", image->caption, "");
    if (image->credit)
        put_credit(writer, image->credit->text);
    put(writer, "\n");
}

static void
put_body(bl_writer *writer, const byline_article *article)
{
    for (size_t i = 0; i < article->body_count; i++) {
        put(writer, i ? "\n" : "");
        put_block(writer, article->body[i]);
    }
}

static void
put_images(bl_writer *writer, const byline_article *article)
{
    for (size_t i = 0; i < article->image_count; i++)
        put_image(writer, article->images[i]);
}

/* The line under the headline: who, where, when. */
static void
put_about(bl_writer *writer, const byline_article *article)
{
    size_t start = writer->written;
    if (article->author_count) {
        put(writer, "By ");
        put_names(writer, article->authors, article->author_count);
    }
    if (article->published)
        put_between(writer, writer->written > start ? " | " : "", article->published->iso, "");
    if (article->modified)
        put_between(writer, writer->written > start ? " | modified " : "modified ", article->modified->iso, "");
    if (article->publisher)
        put_between(writer, writer->written > start ? " | " : "", article->publisher->name, "");
    if (writer->written > start)
        put(writer, "\n");
}

static void
put_topics(bl_writer *writer, const byline_article *article, const char *separator)
{
    for (size_t i = 0; i < article->topic_count; i++)
        put_between(writer, i ? separator : "", article->topics[i], "");
}

static void
put_all(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    put_between(writer, "==> ", options->file, " <==\n");
    if (article->kind == BYLINE_KIND_OTHER)
        put(writer, "(this page seems to hold no article)\n");
    put_between(writer, "", article->kicker, "\n");
    put_between(writer, "# ", article->headline, "\n");
    put_about(writer, article);
    put_between(writer, "\n", article->lead, "\n");
    if (article->image_count)
        put(writer, "\n");
    put_images(writer, article);
    if (article->body_count)
        put(writer, "\n");
    put_body(writer, article);
    if (article->credit_line)
        put_between(writer, "\n", article->credit_line->text, "\n");
    if (article->topic_count) {
        put(writer, "\nTopics: ");
        put_topics(writer, article, ", ");
        put(writer, "\n");
    }
    put_between(writer, "\n", article->canonical_url ? article->canonical_url : article->url, "\n");
}

static void
put_claims(bl_writer *writer, const byline_article *article)
{
    for (size_t i = 0; i < article->claim_count; i++) {
        const byline_claim *claim = article->claims[i];
        put(writer, claim->won ? "+ " : "- ");
        put(writer, claim->field);
        put_between(writer, " (", byline_source_name(claim->source), "): ");
        put(writer, claim->value);
        put_between(writer, "  [", claim->reason, "]");
        put(writer, "\n");
    }
}

/* Where each field was found: its name, its source, and its byte range on the page. */
static void
put_origins(bl_writer *writer, const byline_article *article)
{
    char digits[BL_DIGITS];
    for (size_t i = 0; i < article->origin_count; i++) {
        const byline_origin *origin = article->origins[i];
        put(writer, origin->field);
        put_between(writer, ": ", byline_source_name(origin->source), " ");
        bl_write(writer, bl_digits((int64_t)origin->offset, digits));
        put(writer, "+");
        bl_write(writer, bl_digits((int64_t)origin->length, digits));
        put_between(writer, " ", origin->path, "");
        put(writer, "\n");
    }
}

static void
put_confidence(bl_writer *writer, const byline_article *article)
{
    bl_json json = {.writer = writer};
    bl_json_share(&json, NULL, article->confidence);
    put(writer, "\n");
}

static const char *
plain_value(const byline_article *article, const char *field)
{
    const struct {
        const char *name;
        const char *value;
    } VALUES[] = {
        {"kind", byline_kind_name(article->kind)},
        {"url", article->url},
        {"canonical_url", article->canonical_url},
        {"short_url", article->short_url},
        {"language", article->language},
        {"publisher", article->publisher ? article->publisher->name : NULL},
        {"section", article->section},
        {"kicker", article->kicker},
        {"headline", article->headline},
        {"lead", article->lead},
        {"published", article->published ? article->published->iso : NULL},
        {"modified", article->modified ? article->modified->iso : NULL},
        {"dateline", article->dateline ? article->dateline->text : NULL},
        {"credit_line", article->credit_line ? article->credit_line->text : NULL},
        {"charset", article->charset},
        {"truncated", article->truncated ? byline_limit_name(article->limit) : NULL},
        {"free_access", article->free_access == BYLINE_UNKNOWN ? NULL
                        : article->free_access == BYLINE_YES   ? "yes"
                                                               : "no"},
    };
    for (size_t i = 0; i < BL_COUNT(VALUES); i++)
        if (strcmp(VALUES[i].name, field) == 0)
            return VALUES[i].value;
    return NULL;
}

static void
put_field(bl_writer *writer, const byline_article *article, const char *field)
{
    if (strcmp(field, "authors") == 0)
        for (size_t i = 0; i < article->author_count; i++)
            put_between(writer, "", article->authors[i]->name, "\n");
    else if (strcmp(field, "body") == 0)
        put_body(writer, article);
    else if (strcmp(field, "images") == 0)
        put_images(writer, article);
    else if (strcmp(field, "topics") == 0 && article->topic_count) {
        put_topics(writer, article, "\n");
        put(writer, "\n");
    } else if (strcmp(field, "confidence") == 0)
        put_confidence(writer, article);
    else if (strcmp(field, "origins") == 0)
        put_origins(writer, article);
    else if (strcmp(field, "claims") == 0)
        put_claims(writer, article);
    else
        put_between(writer, "", plain_value(article, field), "\n");
}

void
bl_write_text(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    if (options->field) {
        put_field(writer, article, options->field);
        return;
    }
    put_all(writer, article, options);
    if (article->claim_count) {
        put(writer, "\nWhat the page claims (+ won, - lost):\n");
        put_claims(writer, article);
    }
}
