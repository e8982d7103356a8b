/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* ninjs: the news object. What goes where, and why, stands in docs/ninjs.md. */
#include "write/ninjs.h"
#include "write/who.h"

static const char SCHEMA[] = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
static const char WIKIDATA[] = "http://www.wikidata.org/entity/";

/* ---- its name --------------------------------------------------------------------------------------------- */

enum { URN_ROOM = 48 };

/* FNV-1a, the terminating NUL too, so that "ab", "c" and "a", "bc" differ. */
static uint64_t
mix(uint64_t hash, const char *text)
{
    for (size_t i = 0, n = text ? strlen(text) + 1 : 1; i < n; i++)
        hash = (hash ^ (text ? (unsigned char)text[i] : 0)) * 0x100000001B3u;
    return hash;
}

/* A UUID of version 8 from what the article says: the same article has the same, wherever it was found. */
static void
make_urn(const byline_article *article, char urn[static URN_ROOM])
{
    static const char PATTERN[] = "urn:uuid:________-____-8___-b___-____________";
    static const char HEX[] = "0123456789abcdef";
    uint64_t halves[] = {mix(0xCBF29CE484222325u, article->headline), mix(0x84222325CBF29CE4u, article->headline)};
    for (size_t i = 0; i < article->body_count; i++)
        for (size_t k = 0; k < 2; k++)
            halves[k] = mix(halves[k], article->body[i]->text);
    size_t digit = 0;
    memcpy(urn, PATTERN, sizeof PATTERN);
    for (char *at = urn; *at; at++) {
        if (*at == '_') {
            *at = HEX[halves[digit / 16] >> digit % 16 * 4 & 15];
            digit++;
        }
    }
}

/* ---- dates ------------------------------------------------------------------------------------------------ */

enum { DATE_ROOM = 40, TO_MINUTES = 16 };

/* ninjs takes a date with a time and an offset only. */
static bool
date_time(const byline_date *date, char text[static DATE_ROOM])
{
    if (!date || !date->has_offset || date->precision < BYLINE_PRECISION_HOUR || strlen(date->iso) <= TO_MINUTES)
        return false;
    bl_span rest = bl_span_of(date->iso + TO_MINUTES), seconds = rest.p[0] == ':' ? BL_EMPTY : BL_SPAN(":00");
    memcpy(text, date->iso, TO_MINUTES);
    if (seconds.n)
        memcpy(text + TO_MINUTES, seconds.p, seconds.n);
    memcpy(text + TO_MINUTES + seconds.n, rest.p, rest.n + 1);
    return true;
}

static void
put_date(bl_json *json, const char *key, const byline_date *date)
{
    char text[DATE_ROOM];
    if (date_time(date, text))
        bl_json_text(json, key, text);
}

/* What is less precise is told to the editor. */
static void
put_note(bl_json *json, const byline_article *article)
{
    const struct {
        const char *what;
        const byline_date *date;
    } DATES[] = {{"published ", article->published}, {"modified ", article->modified}};
    char text[DATE_ROOM];
    bool begun = false;
    for (size_t i = 0; i < 2; i++) {
        if (!DATES[i].date || date_time(DATES[i].date, text))
            continue;
        if (!begun)
            bl_json_text_begin(json, "edNote");
        bl_json_text_add(json, begun ? BL_SPAN(", ") : BL_EMPTY);
        bl_json_text_add(json, bl_span_of(DATES[i].what));
        bl_json_text_add(json, bl_span_of(DATES[i].date->iso));
        begun = true;
    }
    if (begun)
        bl_json_text_end(json);
}

/* ---- parts that stand in several places ---------------------------------------------------------------------- */

/* An object of two texts. */
static void
put_pair(bl_json *json, const char *key, const char *text, const char *more_key, const char *more)
{
    bl_json_open_line(json, NULL, '{');
    bl_json_text(json, key, text);
    bl_json_text(json, more_key, more);
    bl_json_close(json, '}');
}

void
bl_ninjs_role(bl_json *json, const char *role, const char *value)
{
    if (value)
        put_pair(json, "role", role, "value", value);
}

/* ---- who ------------------------------------------------------------------------------------------------- */

void
bl_ninjs_source(bl_json *json, const char *name, const char *role, const char *agency_id)
{
    const byline_agency *agency = bl_agency_of(agency_id);
    if (!name)
        return;
    bl_json_open_line(json, NULL, '{');
    bl_json_text(json, "name", name);
    bl_json_text(json, "role", role);
    if (agency && agency->wikidata) {
        bl_json_text_begin(json, "uri");
        bl_json_text_add(json, bl_span_of(WIKIDATA));
        bl_json_text_add(json, bl_span_of(agency->wikidata));
        bl_json_text_end(json);
    }
    bl_json_text(json, "literal", agency_id);
    bl_json_close(json, '}');
}

void
bl_ninjs_agency(bl_json *json, const byline_agency_mention *agency)
{
    bool passed_on = agency->relation == BYLINE_RELATION_DISTRIBUTOR;
    bl_ninjs_source(json, agency->name, passed_on ? "distributor" : "source", agency->id);
}

void
bl_ninjs_people(bl_json *json, byline_person *const *people, size_t count)
{
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        if (!bl_is_person(people[i]))
            continue;
        if (!begun)
            bl_json_open(json, "people", '[');
        begun = true;
        bl_json_open_line(json, NULL, '{');
        bl_json_text(json, "name", people[i]->name);
        bl_json_text(json, "rel", byline_role_name(people[i]->role));
        if (bl_is_web_address(people[i]->url))
            bl_json_text(json, "uri", people[i]->url);
        bl_json_close(json, '}');
    }
    if (begun)
        bl_json_close(json, ']');
}

/* An agency or a desk that stands in a person's place is one, too. */
static void
put_sources(bl_json *json, const byline_article *article)
{
    byline_agency_mention *all[BL_AGENCIES_MOST];
    size_t count = bl_agencies_of(article, all), others = 0;
    const byline_credit *credit = article->credit_line;
    const char *publisher = article->publisher ? article->publisher->name : NULL;
    for (size_t i = 0; i < article->author_count; i++)
        others += !bl_is_person(article->authors[i]);
    if (!publisher && !count && !others && !(credit && credit->other_source_count))
        return;
    bl_json_open(json, "infoSources", '[');
    bl_ninjs_source(json, publisher, "publisher", NULL);
    for (size_t i = 0; i < article->author_count; i++)
        if (!bl_is_person(article->authors[i]))
            bl_ninjs_source(json, article->authors[i]->name, "author", article->authors[i]->agency_id);
    for (size_t i = 0; i < count; i++)
        bl_ninjs_agency(json, all[i]);
    for (size_t i = 0; credit && i < credit->other_source_count; i++)
        bl_ninjs_source(json, credit->other_sources[i], "source", NULL);
    bl_json_close(json, ']');
}

static void
put_by(bl_json *json, const byline_article *article)
{
    if (!article->author_count)
        return;
    bl_json_text_begin(json, "by");
    for (size_t i = 0; i < article->author_count; i++) {
        bl_json_text_add(json, i ? BL_SPAN(", ") : BL_EMPTY);
        bl_json_text_add(json, bl_span_of(article->authors[i]->name));
    }
    bl_json_text_end(json);
}

/* ---- what ------------------------------------------------------------------------------------------------ */

static const char *
type_of(byline_kind kind)
{
    switch (kind) {
    case BYLINE_KIND_LIVE_BLOG: case BYLINE_KIND_GALLERY: return "composite";
    case BYLINE_KIND_VIDEO: return "video";
    default: return "text";
    }
}

static void
put_headlines(bl_json *json, const byline_article *article)
{
    if (!article->headline && !article->kicker)
        return;
    bl_json_open(json, "headlines", '[');
    bl_ninjs_role(json, "main", article->headline);
    bl_ninjs_role(json, "kicker", article->kicker);
    bl_json_close(json, ']');
}

static void
put_descriptions(bl_json *json, const byline_article *article)
{
    const char *credit = article->credit_line ? article->credit_line->text : NULL;
    const char *dateline = article->dateline ? article->dateline->text : NULL;
    if (!article->lead && !credit && !dateline)
        return;
    bl_json_open(json, "descriptions", '[');
    bl_ninjs_role(json, "summary", article->lead);
    bl_ninjs_role(json, "dateline", dateline);
    bl_ninjs_role(json, "creditLine", credit);
    bl_json_close(json, ']');
}

static void
put_subjects(bl_json *json, const byline_article *article)
{
    if (!article->section && !article->topic_count)
        return;
    bl_json_open(json, "subjects", '[');
    if (article->section)
        put_pair(json, "name", article->section, "rel", "section");
    for (size_t i = 0; i < article->topic_count; i++)
        put_pair(json, "name", article->topics[i], "rel", "keyword");
    bl_json_close(json, ']');
}

static void
put_ids(bl_json *json, const byline_article *article, const char *uri)
{
    const char *reference = article->credit_line ? article->credit_line->reference : NULL;
    const char *url = article->url && strcmp(article->url, uri) != 0 ? article->url : NULL;
    if (!url && !article->short_url && !reference)
        return;
    bl_json_open(json, "altIds", '[');
    bl_ninjs_role(json, "url", url);
    bl_ninjs_role(json, "shortUrl", article->short_url);
    bl_ninjs_role(json, "reference", reference);
    bl_json_close(json, ']');
}

static void
put_standard(bl_json *json)
{
    bl_json_open_line(json, "standard", '{');
    bl_json_text(json, "name", "ninjs");
    bl_json_text(json, "version", "3.1");
    bl_json_text(json, "schema", SCHEMA);
    bl_json_close(json, '}');
}

static void
put_genres(bl_json *json, byline_kind kind)
{
    bl_json_open_line(json, "genres", '[');
    bl_json_open_line(json, NULL, '{');
    bl_json_text(json, "literal", byline_kind_name(kind));
    bl_json_close(json, '}');
    bl_json_close(json, ']');
}

void
bl_write_ninjs(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    (void)options;
    char urn[URN_ROOM];
    const char *uri = bl_address_of(article);
    bl_json json = {.writer = writer, .pretty = true};
    if (!uri) {
        make_urn(article, urn);
        uri = urn;
    }
    bl_json_open(&json, NULL, '{');
    put_standard(&json);
    bl_json_text(&json, "uri", uri);
    bl_json_text(&json, "type", type_of(article->kind));
    if (article->truncated)
        bl_json_text(&json, "representationType", "partial");
    put_date(&json, "firstCreated", article->published);
    put_date(&json, "versionCreated", article->modified ? article->modified : article->published);
    bl_json_text(&json, "copyrightHolder", bl_copyright_holder(article->credit_line));
    bl_json_text(&json, "usageTerms", article->credit_line ? article->credit_line->license : NULL);
    put_note(&json, article);
    bl_json_text(&json, "language", article->language);
    bl_json_text(&json, "title", article->headline);
    put_headlines(&json, article);
    put_descriptions(&json, article);
    bl_ninjs_bodies(&json, article);
    put_by(&json, article);
    bl_ninjs_people(&json, article->authors, article->author_count);
    put_sources(&json, article);
    bl_json_text(&json, "located", article->dateline ? article->dateline->place : NULL);
    put_subjects(&json, article);
    put_genres(&json, article->kind);
    bl_ninjs_associations(&json, article, uri);
    put_ids(&json, article, uri);
    bl_json_close(&json, '}');
    bl_write(writer, BL_SPAN("\n"));
}
