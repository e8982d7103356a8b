/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The body of a NITF document: what stands over the text, and the text with its pictures. */
#include "model/model.h"
#include "write/nitf.h"
#include "write/who.h"

/* The lines of a text, a <br/> between them. */
static void
put_lines(bl_xml *xml, const char *text)
{
    bl_span rest = bl_span_of(text), line;
    for (size_t i = 0; bl_span_next(&rest, '\n', &line); i++) {
        if (i) {
            bl_xml_open_inline(xml, "br");
            bl_xml_close(xml);
        }
        bl_xml_span(xml, line);
    }
}

/* ---- over the text --------------------------------------------------------------------------------------- */

/* hl2 stands behind an hl1 only. */
static void
put_headlines(bl_xml *xml, const byline_article *article)
{
    if (!article->headline && !article->kicker)
        return;
    bl_xml_open(xml, "hedline");
    bl_xml_open(xml, "hl1");
    bl_xml_text(xml, article->headline);
    bl_xml_close(xml);
    if (article->kicker) {
        bl_xml_open(xml, "hl2");
        bl_xml_attribute(xml, "class", "kicker");
        bl_xml_text(xml, article->kicker);
        bl_xml_close(xml);
    }
    bl_xml_close(xml);
}

/* A title, and for whom. */
static void
put_byline_title(bl_xml *xml, const byline_person *person)
{
    if (!person->title && !person->outlet && !person->agency_id)
        return;
    bl_xml_text(xml, ", ");
    bl_xml_open_inline(xml, "byttl");
    bl_xml_text(xml, person->title);
    if (person->title && (person->outlet || person->agency_id))
        bl_xml_text(xml, ", ");
    if (person->outlet || person->agency_id)
        bl_nitf_org(xml, bl_span_of(person->outlet), person->agency_id);
    bl_xml_close(xml);
}

static void
put_author(bl_xml *xml, const byline_person *person)
{
    bl_xml_open(xml, "byline");
    bl_xml_attribute(xml, "class", byline_role_name(person->role));
    if (bl_is_person(person)) {
        bl_xml_element_inline(xml, "person", person->name);
        put_byline_title(xml, person);
    } else {
        bl_xml_open_inline(xml, "byttl");
        bl_nitf_org(xml, bl_span_of(person->name), person->agency_id);
        bl_xml_close(xml);
    }
    if (person->place) {
        bl_xml_text(xml, ", ");
        bl_xml_element_inline(xml, "location", person->place);
    }
    if (bl_is_web_address(person->url)) {
        bl_xml_open_inline(xml, "virtloc");
        bl_xml_address(xml, "value", person->url);
        bl_xml_close(xml);
    }
    bl_xml_close(xml);
}

static void
put_distributor(bl_xml *xml, const byline_article *article)
{
    byline_agency_mention *all[BL_AGENCIES_MOST];
    size_t count = bl_agencies_of(article, all);
    if (!count)
        return;
    bl_xml_open(xml, "distributor");
    for (size_t i = 0; i < count; i++) {
        if (i)
            bl_xml_text(xml, ", ");
        bl_nitf_org(xml, bl_span_of(all[i]->name), all[i]->id);
    }
    bl_xml_close(xml);
}

static void
put_story_date(bl_xml *xml, const byline_dateline *dateline)
{
    char norm[BL_NITF_DATE];
    bl_xml_open_inline(xml, "story.date");
    if (bl_nitf_date(dateline->date, norm))
        bl_xml_attribute(xml, "norm", norm);
    bl_xml_text(xml, dateline->date_text ? dateline->date_text : dateline->date->iso);
    bl_xml_close(xml);
}

/* The printed line stands in the first paragraph too. */
static void
put_dateline(bl_xml *xml, const byline_dateline *dateline)
{
    if (!dateline)
        return;
    bool has_date = dateline->date || dateline->date_text;
    bl_xml_open(xml, "dateline");
    bl_xml_element_inline(xml, "location", dateline->place);
    if (dateline->place && has_date)
        bl_xml_text(xml, ", ");
    if (has_date)
        put_story_date(xml, dateline);
    if (!dateline->place && !has_date)
        bl_xml_text(xml, dateline->text);
    bl_xml_close(xml);
}

static void
put_abstract(bl_xml *xml, const char *lead)
{
    bl_span rest = bl_span_of(lead), paragraph;
    if (!lead)
        return;
    bl_xml_open(xml, "abstract");
    while (bl_span_next(&rest, '\n', &paragraph)) {
        bl_xml_open(xml, "p");
        bl_xml_span(xml, paragraph);
        bl_xml_close(xml);
    }
    bl_xml_close(xml);
}

void
bl_nitf_body_head(bl_xml *xml, const byline_article *article)
{
    bl_xml_open(xml, "body.head");
    put_headlines(xml, article);
    for (size_t i = 0; i < article->author_count; i++)
        put_author(xml, article->authors[i]);
    put_distributor(xml, article);
    put_dateline(xml, article->dateline);
    put_abstract(xml, article->lead);
    bl_xml_close(xml);
}

/* ---- pictures -------------------------------------------------------------------------------------------- */

static void
put_metadata(bl_xml *xml, const char *name, const char *value)
{
    bl_xml_empty_pair(xml, "media-metadata", "name", name, "value", value);
}

/* What a credit says beside who is credited, under the names of the record. */
static void
put_credit_metadata(bl_xml *xml, const byline_credit *credit)
{
    const char *marks[BL_MARKS];
    if (!credit)
        return;
    put_metadata(xml, "client", credit->client);
    put_metadata(xml, "license", credit->license);
    put_metadata(xml, "reference", credit->reference);
    put_metadata(xml, "date", credit->date ? credit->date->iso : NULL);
    if (credit->pool)
        put_metadata(xml, "pool", "true");
    size_t count = bl_mark_names(credit->marks, marks);
    for (size_t i = 0; i < count; i++)
        put_metadata(xml, "mark", marks[i]);
}

static void
put_image(bl_xml *xml, const byline_image *image)
{
    bl_xml_open(xml, "media");
    bl_xml_attribute(xml, "media-type", "image");
    bl_xml_attribute(xml, "class", image->lead ? "lead" : NULL);
    put_credit_metadata(xml, image->credit);
    bl_xml_open(xml, "media-reference");
    bl_xml_address(xml, "source", image->url);
    bl_xml_attribute(xml, "alternate-text", image->alt);
    if (image->width > 0)
        bl_xml_number(xml, "width", image->width);
    if (image->height > 0)
        bl_xml_number(xml, "height", image->height);
    if (image->width > 0 || image->height > 0)
        bl_xml_attribute(xml, "units", "pixels");
    bl_xml_close(xml);
    bl_xml_element(xml, "media-caption", image->caption);
    if (image->credit && image->credit->text) {
        bl_xml_open(xml, "media-producer");
        bl_nitf_credit(xml, image->credit);
        bl_xml_close(xml);
    }
    bl_xml_close(xml);
}

/* ---- the text -------------------------------------------------------------------------------------------- */

static void
put_table(bl_xml *xml, const char *text)
{
    bl_span rows = bl_span_of(text), row, cell;
    bl_xml_open(xml, "table");
    while (bl_span_next(&rows, '\n', &row)) {
        bl_xml_open(xml, "tr");
        while (bl_span_next(&row, '\t', &cell)) {
            bl_xml_open(xml, "td");
            bl_xml_span(xml, cell);
            bl_xml_close(xml);
        }
        bl_xml_close(xml);
    }
    bl_xml_close(xml);
}

/* A post or a player: what it shows is its caption. One that is nowhere to be found is a group of its own. */
static void
put_embed(bl_xml *xml, const byline_block *block)
{
    if (bl_is_web_address(block->url)) {
        bl_xml_open(xml, "media");
        bl_xml_attribute(xml, "media-type", "other");
        bl_xml_open(xml, "media-reference");
        bl_xml_address(xml, "source", block->url);
        bl_xml_close(xml);
        if (block->text) {
            bl_xml_open(xml, "media-caption");
            put_lines(xml, block->text);
            bl_xml_close(xml);
        }
        bl_xml_close(xml);
        return;
    }
    if (!block->text)
        return;
    bl_xml_open(xml, "block");
    bl_xml_attribute(xml, "class", "embed");
    bl_xml_open(xml, "p");
    put_lines(xml, block->text);
    bl_xml_close(xml);
    bl_xml_close(xml);
}

static void
put_quote(bl_xml *xml, const char *text)
{
    bl_xml_open(xml, "bq");
    bl_xml_open(xml, "block");
    bl_xml_open(xml, "p");
    put_lines(xml, text);
    bl_xml_close(xml);
    bl_xml_close(xml);
    bl_xml_close(xml);
}

static void
put_lines_of(bl_xml *xml, const char *name, const char *text)
{
    bl_xml_open(xml, name);
    put_lines(xml, text);
    bl_xml_close(xml);
}

static void
put_heading(bl_xml *xml, const byline_block *block)
{
    static const char *const LEVELS[] = {NULL, "h1", "h2", "h3", "h4", "h5", "h6"};
    bl_xml_open(xml, "hl2");
    bl_xml_attribute(xml, "class", block->level > 0 && block->level <= 6 ? LEVELS[block->level] : NULL);
    put_lines(xml, block->text);
    bl_xml_close(xml);
}

static void
put_block(bl_xml *xml, const byline_block *block)
{
    switch (block->type) {
    case BYLINE_BLOCK_HEADING: put_heading(xml, block); break;
    case BYLINE_BLOCK_QUOTE: put_quote(xml, block->text); break;
    case BYLINE_BLOCK_LIST_ITEM: put_lines_of(xml, "li", block->text); break;
    case BYLINE_BLOCK_PREFORMATTED: bl_xml_element(xml, "pre", block->text); break;
    case BYLINE_BLOCK_TABLE: put_table(xml, block->text); break;
    case BYLINE_BLOCK_EMBED: put_embed(xml, block); break;
    default: put_lines_of(xml, "p", block->text); break;
    }
}

void
bl_nitf_body_content(bl_xml *xml, const byline_article *article)
{
    bool in_list = false;
    size_t image = 0; /* the next one; they come in the order of the page */
    bl_xml_open(xml, "body.content");
    for (size_t i = 0; i <= article->body_count; i++) {
        const byline_block *block = i < article->body_count ? article->body[i] : NULL;
        bool has_image = image < article->image_count && article->images[image]->body_index <= i;
        bool is_item = block && block->type == BYLINE_BLOCK_LIST_ITEM;
        if (in_list && (!is_item || has_image)) {
            bl_xml_close(xml);
            in_list = false;
        }
        while (image < article->image_count && (!block || article->images[image]->body_index <= i))
            put_image(xml, article->images[image++]);
        if (is_item && !in_list) {
            bl_xml_open(xml, "ul");
            in_list = true;
        }
        if (block)
            put_block(xml, block);
    }
    bl_xml_close(xml);
}
