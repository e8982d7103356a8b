/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * validate.c - are XML documents valid against an XML Schema?
 *
 * usage: validate SCHEMA < DOCUMENTS
 * The documents follow each other, and each begins with an XML declaration. What is wrong is printed, with the
 * number of the document from 0. Exit status 77: this libxml2 knows no schemas.
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_SKIP = 77, WRONG_MOST = 20 };

static char *
read_all(size_t *size)
{
    size_t room = 1 << 20;
    char *text = malloc(room);
    for (*size = 0; text;) {
        *size += fread(text + *size, 1, room - *size, stdin);
        if (*size < room)
            return text;
        room *= 2;
        text = realloc(text, room);
    }
    return NULL;
}

#ifdef LIBXML_SCHEMAS_ENABLED
#include <libxml/xmlschemas.h>

#if LIBXML_VERSION < 21200
typedef xmlErrorPtr error_record;
#else
typedef const xmlError *error_record;
#endif

static int number, wrong;

static void
report(void *context, error_record error)
{
    (void)context;
    if (++wrong <= WRONG_MOST)
        printf("document %d, line %d: %s", number, error->line, error->message ? error->message : "?\n");
}

static void
check(xmlSchemaValidCtxtPtr validator, const char *text, size_t size)
{
    xmlDocPtr document = xmlReadMemory(text, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    if (!document || (xmlSchemaValidateDoc(validator, document) != 0 && !wrong)) {
        wrong++;
        printf("document %d is not valid XML\n", number);
    }
    xmlFreeDoc(document);
    number++;
}

int
main(int argc, char **argv)
{
    static const char BEGIN[] = "<?xml ";
    size_t size;
    char *text = argc == 2 ? read_all(&size) : NULL;
    xmlSchemaParserCtxtPtr reader = text ? xmlSchemaNewParserCtxt(argv[1]) : NULL;
    xmlSchemaPtr schema = reader ? xmlSchemaParse(reader) : NULL;
    xmlSchemaValidCtxtPtr validator = schema ? xmlSchemaNewValidCtxt(schema) : NULL;
    if (!validator)
        return EXIT_FAILURE;
    xmlSchemaSetValidStructuredErrors(validator, report, NULL);
    for (size_t at = 0, end; at < size; at = end) {
        for (end = at + 1; end < size; end++)
            if (text[end] == '<' && size - end >= sizeof BEGIN && !memcmp(text + end, BEGIN, sizeof BEGIN - 1))
                break;
        check(validator, text + at, end - at);
    }
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(reader);
    free(text);
    printf("%d documents, %d faults\n", number, wrong);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
#else
int
main(void)
{
    size_t size;
    free(read_all(&size));
    return EXIT_SKIP;
}
#endif
