/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* NITF: the document, and its head. What goes where, and why, stands in docs/nitf.md. */
#include "write/nitf.h"
#include "write/who.h"

static const char NAMESPACE[] = "http://iptc.org/std/NITF/2006-10-18/";
static const char VERSION[] = "-//IPTC//DTD NITF 3.6//EN";

/* ---- dates --------------------------------------------------------------------------------------------- */

bool
bl_nitf_date(const byline_date *date, char text[static BL_NITF_DATE])
{
    static const char PATTERN[] = "00000000T000000"; /* an ISO date in its basic form; what is not known stays 0 */
    if (!date || date->precision < BYLINE_PRECISION_DAY)
        return false;
    const char *iso = date->iso;
    size_t n = 0;
    memcpy(text, PATTERN, sizeof PATTERN);
    for (; bl_is_digit(*iso) || (*iso && strchr(n < 8 ? "-" : n < 9 ? "T" : ":", *iso)); iso++)
        if (*iso != '-' && *iso != ':' && n < sizeof PATTERN - 1)
            text[n++] = *iso;
    n = sizeof PATTERN - 1;
    for (; *iso && n < BL_NITF_DATE - 1; iso++)
        if (*iso != ':')
            text[n++] = *iso;
    text[n] = '\0';
    return true;
}

/* ---- head ---------------------------------------------------------------------------------------------- */

static void
put_meta(bl_xml *xml, const char *name, const char *content)
{
    bl_xml_empty_pair(xml, "meta", "name", name, "content", content);
}

/* What NITF has no place of its own for, under the names of the record. */
static void
put_metas(bl_xml *xml, const byline_article *article, const byline_write_options *options)
{
    char norm[BL_NITF_DATE];
    put_meta(xml, "file", options->file);
    put_meta(xml, "short_url", article->short_url);
    if (article->published && !bl_nitf_date(article->published, norm))
        put_meta(xml, "published", article->published->iso);
    if (article->modified && !bl_nitf_date(article->modified, norm))
        put_meta(xml, "modified", article->modified->iso);
    if (article->free_access != BYLINE_UNKNOWN)
        put_meta(xml, "free_access", article->free_access == BYLINE_YES ? "true" : "false");
    put_meta(xml, "charset", article->charset);
    if (article->truncated)
        put_meta(xml, "truncated", byline_limit_name(article->limit));
}

static void
put_norm(bl_xml *xml, const char *name, const byline_date *date)
{
    char norm[BL_NITF_DATE];
    if (bl_nitf_date(date, norm))
        bl_xml_empty(xml, name, "norm", norm);
}

static void
put_ids(bl_xml *xml, const byline_article *article)
{
    const byline_credit *credit = article->credit_line;
    const char *publisher = article->publisher ? article->publisher->name : NULL;
    bl_xml_empty_pair(xml, "doc-id", "regsrc", publisher, "id-string", bl_address_of(article));
    if (!credit)
        return;
    const char *agency = credit->agency_count == 1 ? credit->agencies[0]->name : NULL; /* that sent it under this */
    bl_xml_empty_pair(xml, "doc-id", "regsrc", agency, "id-string", credit->reference);
}

/* Only what the sign-off says. */
static void
put_rights(bl_xml *xml, const byline_credit *credit)
{
    if (!credit)
        return;
    bl_xml_empty(xml, "doc.copyright", "holder", bl_copyright_holder(credit));
    bl_xml_empty(xml, "doc.rights", "limitations", credit->license);
}

static void
put_keywords(bl_xml *xml, const byline_article *article)
{
    if (!article->topic_count)
        return;
    bl_xml_open(xml, "key-list");
    for (size_t i = 0; i < article->topic_count; i++)
        bl_xml_empty(xml, "keyword", "key", article->topics[i]);
    bl_xml_close(xml);
}

static void
put_docdata(bl_xml *xml, const byline_article *article)
{
    bl_xml_open(xml, "docdata");
    put_ids(xml, article);
    put_norm(xml, "date.issue", article->published);
    put_norm(xml, "date.release", article->published);
    put_rights(xml, article->credit_line);
    put_keywords(xml, article);
    bl_xml_open(xml, "identified-content");
    bl_xml_empty_pair(xml, "classifier", "type", "kind", "value", byline_kind_name(article->kind));
    bl_xml_empty_pair(xml, "classifier", "type", "section", "value", article->section);
    bl_xml_close(xml);
    bl_xml_close(xml);
}

/* Where and when a reader finds it. */
static void
put_pubdata(bl_xml *xml, const byline_article *article)
{
    char norm[BL_NITF_DATE];
    bl_xml_open(xml, "pubdata");
    bl_xml_attribute(xml, "type", "web");
    if (bl_nitf_date(article->published, norm))
        bl_xml_attribute(xml, "date.publication", norm);
    bl_xml_attribute(xml, "name", article->publisher ? article->publisher->name : NULL);
    bl_xml_attribute(xml, "position.section", article->section);
    bl_xml_address(xml, "ex-ref", bl_address_of(article));
    bl_xml_close(xml);
}

static void
put_head(bl_xml *xml, const byline_article *article, const byline_write_options *options)
{
    bl_xml_open(xml, "head");
    bl_xml_element(xml, "title", article->headline);
    put_metas(xml, article, options);
    put_docdata(xml, article);
    put_pubdata(xml, article);
    put_norm(xml, "revision-history", article->modified);
    bl_xml_close(xml);
}

/* ---- the document ---------------------------------------------------------------------------------------- */

/* Has it the form of a language tag? xml:lang takes no other. */
static bool
is_language(const char *tag)
{
    size_t n = 0; /* of the part */
    bool is_first = true;
    for (; tag && *tag; tag++) {
        if (*tag == '-' && n) {
            n = 0;
            is_first = false;
        } else if (!(bl_is_alpha(*tag) || (bl_is_digit(*tag) && !is_first)) || ++n > 8) {
            return false;
        }
    }
    return n > 0;
}

static void
put_end(bl_xml *xml, const byline_credit *credit)
{
    if (!credit || !credit->text)
        return;
    bl_xml_open(xml, "body.end");
    bl_xml_open(xml, "tagline");
    bl_nitf_credit(xml, credit);
    bl_xml_close(xml);
    bl_xml_close(xml);
}

void
bl_write_nitf(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    const char *language = is_language(article->language) ? article->language : NULL;
    bl_xml xml;
    bl_xml_begin(&xml, writer);
    bl_xml_open(&xml, "nitf");
    bl_xml_attribute(&xml, "xmlns", NAMESPACE);
    bl_xml_attribute(&xml, "version", VERSION);
    bl_xml_attribute(&xml, "baselang", language);
    bl_xml_attribute(&xml, "xml:lang", language);
    put_head(&xml, article, options);
    bl_xml_open(&xml, "body");
    bl_nitf_body_head(&xml, article);
    bl_nitf_body_content(&xml, article);
    put_end(&xml, article->credit_line);
    bl_xml_close(&xml);
    bl_xml_close(&xml);
    bl_xml_end(&xml);
}
