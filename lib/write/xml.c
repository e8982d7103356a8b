/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * XML by way of libxml2: its escapes and its output buffer.
 *
 * Not its xmlTextWriter: before 2.13 that loses an element's name where the allocation behind it fails, and
 * leaves out a text whose escaped form gets no memory without a word. Nor a tree: it may then free a node twice.
 * Of the output buffer every failure is seen, and nothing is lost.
 */
#include "write/xml.h"

#include <libxml/entities.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/threads.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <pthread.h>
#include <stdlib.h>

#include "write/who.h"

enum { PIECE = 1024, FIRST_ROOM = 8192, RUNE_BYTES = 4 };

/* ---- what libxml2 keeps of the process and of a thread ------------------------------------------- */

static pthread_once_t once = PTHREAD_ONCE_INIT;

/*
 * Before 2.10 only the locks and no more: of the parser's tables some would be missing for the whole program if
 * memory ended now.
 */
static void
begin_once(void)
{
#if LIBXML_VERSION >= 21000
    xmlInitParser();
#else
    xmlInitThreads();
    xmlInitGlobals();
#endif
}

/*
 * Does libxml2 have what it keeps of this thread? It makes that at first use, and some versions follow NULL where it
 * gets no memory for it.
 */
static bool
know_thread(void)
{
#if LIBXML_VERSION >= 21200
    return xmlCheckThreadLocalStorage() == 0;
#else
    if (xmlIsMainThread())
        return true;
    void *as_much = malloc(sizeof(xmlGlobalState)); /* there now is there in a moment, too */
    free(as_much);
    return as_much && xmlGetGlobalState();
#endif
}

/* Before 2.14 a failure is printed where the program has no handler of its own, and the message kept. */
#if LIBXML_VERSION < 21200
typedef xmlErrorPtr error_record;
#else
typedef const xmlError *error_record;
#endif

static void
stay_silent(void *context, error_record error)
{
    (void)context;
    (void)error;
}

static void
silence(bl_xml *xml)
{
    xml->handler = (void (*)(void))xmlStructuredError;
    xml->handler_context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, stay_silent);
}

static void
restore(const bl_xml *xml)
{
    xmlSetStructuredErrorFunc(xml->handler_context, (xmlStructuredErrorFunc)xml->handler);
    if (xml->status != BYLINE_OK)
        xmlResetLastError();
}

/* ---- bytes ------------------------------------------------------------------------------------------ */

static void
fail(bl_xml *xml, byline_status status)
{
    if (xml->status == BYLINE_OK)
        xml->status = status;
}

static bool
make_room(bl_xml *xml, size_t n)
{
    size_t room = xml->room ? xml->room : FIRST_ROOM;
    if (n <= xml->room - xml->size)
        return true;
    while (room - xml->size < n)
        room *= 2;
    char *grown = realloc(xml->held, room);
    if (!grown)
        return false;
    xml->held = grown;
    xml->room = room;
    return true;
}

/* libxml2's buffer hands on what it has gathered. It need not know of a failure, of which it would make a message. */
static int
keep(void *context, const char *bytes, int size)
{
    bl_xml *xml = context;
    size_t n = size > 0 ? (size_t)size : 0;
    if (xml->status != BYLINE_OK)
        return size;
    if (n > xml->writer->most - xml->size)
        fail(xml, BYLINE_E_LIMIT_OUTPUT);
    else if (!make_room(xml, n))
        fail(xml, BYLINE_E_MEMORY);
    else {
        memcpy(xml->held + xml->size, bytes, n);
        xml->size += n;
    }
    return size;
}

/* Markup: as it is. */
static void
put(bl_xml *xml, const char *text)
{
    if (xml->status == BYLINE_OK && xmlOutputBufferWriteString(xml->out, text) < 0)
        fail(xml, BYLINE_E_MEMORY);
}

/* A piece of text, with what is markup in it escaped; quotes too where it stands in an attribute. */
static void
put_piece(bl_xml *xml, const char *piece, bool is_attribute)
{
    if (xml->status != BYLINE_OK)
        return;
    if (!is_attribute) {
        if (xmlOutputBufferWriteEscape(xml->out, (const xmlChar *)piece, NULL) < 0)
            fail(xml, BYLINE_E_MEMORY);
        return;
    }
    xmlChar *escaped = xmlEncodeSpecialChars(NULL, (const xmlChar *)piece);
    if (!escaped) {
        fail(xml, BYLINE_E_MEMORY);
        return;
    }
    put(xml, (const char *)escaped);
    xmlFree(escaped);
}

/* The text in pieces that end in NUL, without what XML has no way to say. */
static void
put_text(bl_xml *xml, bl_span text, bool is_attribute)
{
    char piece[PIECE + 1];
    size_t n = 0;
    for (size_t at = 0; at < text.n && xml->status == BYLINE_OK;) {
        size_t start = at;
        uint32_t rune = bl_rune_next(text, &at);
        if (bl_is_control(rune))
            continue;
        bl_span shown = bl_span_from(text.p + start, at - start);
        if (rune == 0xFFFD || rune == 0xFFFE || rune == 0xFFFF) /* no UTF-8, or no character of XML */
            shown = BL_REPLACEMENT;
        memcpy(piece + n, shown.p, shown.n);
        n += shown.n;
        if (n > PIECE - RUNE_BYTES) {
            piece[n] = '\0';
            put_piece(xml, piece, is_attribute);
            n = 0;
        }
    }
    piece[n] = '\0';
    if (n)
        put_piece(xml, piece, is_attribute);
}

/* ---- elements ----------------------------------------------------------------------------------------- */

static void
end_tag(bl_xml *xml)
{
    if (xml->in_tag)
        put(xml, ">");
    xml->in_tag = false;
}

static void
begin_line(bl_xml *xml)
{
    put(xml, "\n");
    for (unsigned i = 0; i < xml->depth; i++)
        put(xml, "  ");
}

void
bl_xml_open_inline(bl_xml *xml, const char *name)
{
    end_tag(xml);
    if (xml->depth == BL_XML_DEPTH)
        fail(xml, BYLINE_E_ARGUMENT);
    if (xml->status != BYLINE_OK)
        return;
    put(xml, "<");
    put(xml, name);
    xml->lines &= ~(1u << xml->depth);
    xml->open[xml->depth++] = name;
    xml->in_tag = true;
}

void
bl_xml_open(bl_xml *xml, const char *name)
{
    end_tag(xml);
    begin_line(xml);
    if (xml->depth)
        xml->lines |= 1u << (xml->depth - 1);
    bl_xml_open_inline(xml, name);
}

void
bl_xml_close(bl_xml *xml)
{
    if (xml->status != BYLINE_OK || !xml->depth)
        return;
    xml->depth--;
    if (xml->in_tag) {
        put(xml, "/>");
        xml->in_tag = false;
        return;
    }
    if (xml->lines & 1u << xml->depth)
        begin_line(xml);
    put(xml, "</");
    put(xml, xml->open[xml->depth]);
    put(xml, ">");
}

static void
put_attribute(bl_xml *xml, const char *name, bl_span value)
{
    put(xml, " ");
    put(xml, name);
    put(xml, "=\"");
    put_text(xml, value, true);
    put(xml, "\"");
}

void
bl_xml_attribute(bl_xml *xml, const char *name, const char *value)
{
    if (value)
        put_attribute(xml, name, bl_span_of(value));
}

void
bl_xml_number(bl_xml *xml, const char *name, int64_t value)
{
    char digits[BL_DIGITS];
    put_attribute(xml, name, bl_digits(value, digits));
}

void
bl_xml_address(bl_xml *xml, const char *name, const char *url)
{
    if (bl_is_web_address(url))
        bl_xml_attribute(xml, name, url);
}

void
bl_xml_span(bl_xml *xml, bl_span text)
{
    if (!text.n)
        return;
    end_tag(xml);
    put_text(xml, text, false);
}

void
bl_xml_text(bl_xml *xml, const char *text)
{
    if (text)
        bl_xml_span(xml, bl_span_of(text));
}

void
bl_xml_element(bl_xml *xml, const char *name, const char *text)
{
    if (!text)
        return;
    bl_xml_open(xml, name);
    bl_xml_text(xml, text);
    bl_xml_close(xml);
}

void
bl_xml_element_inline(bl_xml *xml, const char *name, const char *text)
{
    if (!text)
        return;
    bl_xml_open_inline(xml, name);
    bl_xml_text(xml, text);
    bl_xml_close(xml);
}

void
bl_xml_empty(bl_xml *xml, const char *element, const char *name, const char *value)
{
    if (!value)
        return;
    bl_xml_open(xml, element);
    bl_xml_attribute(xml, name, value);
    bl_xml_close(xml);
}

void
bl_xml_empty_pair(bl_xml *xml, const char *element, const char *name, const char *value, const char *more_name,
                  const char *more)
{
    if (!more)
        return;
    bl_xml_open(xml, element);
    bl_xml_attribute(xml, name, value);
    bl_xml_attribute(xml, more_name, more);
    bl_xml_close(xml);
}

/* ---- the document --------------------------------------------------------------------------------------- */

/* The declaration by hand: libxml2's own functions for it look up a converter from UTF-8 to UTF-8 first. */
void
bl_xml_begin(bl_xml *xml, bl_writer *writer)
{
    *xml = (bl_xml){.writer = writer};
    pthread_once(&once, begin_once);
    xml->knows_thread = know_thread();
    if (!xml->knows_thread) {
        fail(xml, BYLINE_E_MEMORY);
        return;
    }
    silence(xml);
    xml->out = xmlOutputBufferCreateIO(keep, NULL, xml, NULL);
    if (!xml->out)
        fail(xml, BYLINE_E_MEMORY);
    put(xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void
bl_xml_end(bl_xml *xml)
{
    put(xml, "\n");
    if (xml->out && xmlOutputBufferClose(xml->out) < 0)
        fail(xml, BYLINE_E_MEMORY);
    if (xml->knows_thread)
        restore(xml);
    if (xml->status == BYLINE_OK)
        bl_write(xml->writer, bl_span_from(xml->held, xml->size));
    else
        xml->writer->status = xml->status;
    free(xml->held);
}
