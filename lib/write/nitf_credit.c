/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What NITF marks inside a line: who a credit names, and organisations by their codes. */
#include "write/nitf.h"
#include "write/who.h"

/* Names that are marked in one credit, and how long it may be: a line, not a text. Both keep the search linear. */
enum { NAMES_MOST = 64, CREDIT_BYTES_MOST = 8192 };

typedef struct mark {
    size_t start; /* in the credit's text */
    size_t end;
    const char *id; /* of an agency; NULL for others */
    bool is_person;
} mark;

typedef struct marks {
    bl_span text;
    mark at[NAMES_MOST]; /* in the order of the text, none in another */
    size_t count;
} marks;

void
bl_nitf_org(bl_xml *xml, bl_span name, const char *id)
{
    const byline_agency *agency = bl_agency_of(id);
    bool is_known = agency && agency->wikidata;
    bl_xml_open_inline(xml, "org");
    if (id) {
        bl_xml_attribute(xml, "idsrc", is_known ? "wikidata" : "byline");
        bl_xml_attribute(xml, "value", is_known ? agency->wikidata : id);
    }
    if (!name.n)
        name = bl_span_of(agency ? agency->name : id);
    bl_xml_span(xml, name);
    bl_xml_close(xml);
}

static bool
is_free(const marks *m, size_t start, size_t end)
{
    for (size_t i = 0; i < m->count; i++)
        if (start < m->at[i].end && m->at[i].start < end)
            return false;
    return true;
}

static void
insert(marks *m, mark new)
{
    size_t i = m->count++;
    for (; i && m->at[i - 1].start > new.start; i--)
        m->at[i] = m->at[i - 1];
    m->at[i] = new;
}

static bool
is_part(bl_span text, size_t at)
{
    return at < text.n && (bl_is_ascii_part(text.p[at]) || (unsigned char)text.p[at] >= 0x80);
}

/* The first place where the name stands by itself and nothing else is marked. */
static void
add(marks *m, const char *printed, const char *id, bool is_person)
{
    bl_span name = bl_span_of(printed);
    if (!name.n || m->count == NAMES_MOST)
        return;
    for (size_t at = 0; (at = bl_span_find_nocase(m->text, name, at)) != BL_NOT_FOUND; at++) {
        bool stands_alone = !(at && is_part(m->text, at - 1) && is_part(name, 0)) &&
                            !(is_part(m->text, at + name.n) && is_part(name, name.n - 1));
        if (stands_alone && is_free(m, at, at + name.n)) {
            insert(m, (mark){at, at + name.n, id, is_person});
            return;
        }
    }
}

static void
mark_names(marks *m, const byline_credit *credit)
{
    size_t most = NAMES_MOST;
    for (size_t i = 0; i < credit->people_count && i < most; i++) {
        const byline_person *person = credit->people[i];
        bool is_person = bl_is_person(person);
        add(m, person->name, is_person ? NULL : person->agency_id, is_person);
    }
    for (size_t i = 0; i < credit->agency_count && i < most; i++) {
        const byline_agency_mention *agency = credit->agencies[i];
        add(m, agency->printed ? agency->printed : agency->name, agency->id, false);
    }
    for (size_t i = 0; i < credit->other_source_count && i < most; i++)
        add(m, credit->other_sources[i], NULL, false);
}

void
bl_nitf_credit(bl_xml *xml, const byline_credit *credit)
{
    marks m = {.text = bl_span_of(credit->text)};
    if (m.text.n <= CREDIT_BYTES_MOST)
        mark_names(&m, credit);
    size_t done = 0;
    for (size_t i = 0; i < m.count; i++) {
        bl_span name = bl_span_from(m.text.p + m.at[i].start, m.at[i].end - m.at[i].start);
        bl_xml_span(xml, bl_span_from(m.text.p + done, m.at[i].start - done));
        if (m.at[i].is_person) {
            bl_xml_open_inline(xml, "person");
            bl_xml_span(xml, name);
            bl_xml_close(xml);
        } else {
            bl_nitf_org(xml, name, m.at[i].id);
        }
        done = m.at[i].end;
    }
    bl_xml_span(xml, bl_span_cut(m.text, done));
}
