/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* nitf.h - an article as NITF, the XML of newspapers and agencies: see docs/nitf.md. */
#ifndef BL_WRITE_NITF_H
#define BL_WRITE_NITF_H

#include "write/xml.h"

/* The article as one document. options->field is not heeded. */
void bl_write_nitf(bl_writer *writer, const byline_article *article, const byline_write_options *options);

/* ---- its parts ---- */

void bl_nitf_body_head(bl_xml *xml, const byline_article *article);
void bl_nitf_body_content(bl_xml *xml, const byline_article *article);

/* Room for a date as NITF writes it: "20240309T071500+0100" and its NUL. */
#define BL_NITF_DATE 24

/* false where date is NULL or less precise than a day, for which NITF has no form. */
bool bl_nitf_date(const byline_date *date, char text[static BL_NITF_DATE]);

/* An <org> in text. id is of the registry, or NULL; it gives the name where that is empty. */
void bl_nitf_org(bl_xml *xml, bl_span name, const char *id);

/* The text of a credit as printed, its persons and agencies marked in it. */
void bl_nitf_credit(bl_xml *xml, const byline_credit *credit);

#endif
