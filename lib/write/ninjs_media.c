/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Pictures and embeds as what ninjs calls associations: each is a news object by itself. */
#include "write/ninjs.h"
#include "write/who.h"

/* The address of the thing, or else a part of the article: its number counts from 1. */
static void
put_uri(bl_json *json, const char *url, const char *article_uri, const char *part, size_t number)
{
    char digits[BL_DIGITS];
    if (bl_is_web_address(url)) {
        bl_json_text(json, "uri", url);
        return;
    }
    bl_json_text_begin(json, "uri");
    bl_json_text_add(json, bl_span_head(bl_span_of(article_uri), strcspn(article_uri, "#")));
    bl_json_text_add(json, BL_SPAN("#"));
    bl_json_text_add(json, bl_span_of(part));
    bl_json_text_add(json, BL_SPAN("-"));
    bl_json_text_add(json, bl_digits((int64_t)number, digits));
    bl_json_text_end(json);
}

static void
put_descriptions(bl_json *json, const byline_image *image)
{
    if (!image->caption && !image->alt)
        return;
    bl_json_open(json, "descriptions", '[');
    bl_ninjs_role(json, "caption", image->caption);
    bl_ninjs_role(json, "altText", image->alt);
    bl_json_close(json, ']');
}

static void
put_credit(bl_json *json, const byline_credit *credit)
{
    if (!credit)
        return;
    bl_json_text(json, "by", credit->text);
    bl_json_text(json, "copyrightHolder", bl_copyright_holder(credit));
    bl_json_text(json, "usageTerms", credit->license);
    bl_ninjs_people(json, credit->people, credit->people_count);
    if (!credit->agency_count && !credit->other_source_count && !credit->client)
        return;
    bl_json_open(json, "infoSources", '[');
    for (size_t i = 0; i < credit->agency_count; i++)
        bl_ninjs_agency(json, credit->agencies[i]);
    for (size_t i = 0; i < credit->other_source_count; i++)
        bl_ninjs_source(json, credit->other_sources[i], "source", NULL);
    bl_ninjs_source(json, credit->client, "client", NULL);
    bl_json_close(json, ']');
}

static void
put_rendition(bl_json *json, const byline_image *image)
{
    if (!bl_is_web_address(image->url))
        return;
    bl_json_open_line(json, "renditions", '[');
    bl_json_open_line(json, NULL, '{');
    bl_json_text(json, "name", "web");
    bl_json_text(json, "href", image->url);
    if (image->width > 0)
        bl_json_integer(json, "width", image->width);
    if (image->height > 0)
        bl_json_integer(json, "height", image->height);
    bl_json_close(json, '}');
    bl_json_close(json, ']');
}

static void
put_image(bl_json *json, const byline_image *image, const char *uri, size_t number)
{
    bl_json_open(json, NULL, '{');
    bl_json_text(json, "name", image->lead ? "main picture" : "picture");
    bl_json_text(json, "rel", image->lead ? "lead" : "picture");
    put_uri(json, image->url, uri, "picture", number);
    bl_json_text(json, "type", "picture");
    put_descriptions(json, image);
    put_credit(json, image->credit);
    put_rendition(json, image);
    bl_json_close(json, '}');
}

static void
put_embed(bl_json *json, const byline_block *block, const char *uri, size_t number)
{
    bl_json_open(json, NULL, '{');
    bl_json_text(json, "name", "embed");
    bl_json_text(json, "rel", "embed");
    put_uri(json, block->url, uri, "embed", number);
    bl_json_close(json, '}');
}

void
bl_ninjs_associations(bl_json *json, const byline_article *article, const char *uri)
{
    size_t embeds = 0;
    for (size_t i = 0; i < article->body_count; i++)
        embeds += article->body[i]->type == BYLINE_BLOCK_EMBED;
    if (!article->image_count && !embeds)
        return;
    bl_json_open(json, "associations", '[');
    for (size_t i = 0; i < article->image_count; i++)
        put_image(json, article->images[i], uri, i + 1);
    embeds = 0;
    for (size_t i = 0; i < article->body_count; i++)
        if (article->body[i]->type == BYLINE_BLOCK_EMBED)
            put_embed(json, article->body[i], uri, ++embeds);
    bl_json_close(json, ']');
}
