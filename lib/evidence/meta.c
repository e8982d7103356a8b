/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* meta, link and title elements, and the language of the html element. */
#include <stdlib.h>

#include "base/unicode.h"
#include "evidence/plain.h"
#include "evidence/sources.h"
#include "evidence/weights.h"

typedef struct meta_name {
    const char *name;
    bl_field field;
    int weight;
} meta_name;

static const meta_name NAMES[] = {
#define META(name, field, weight) {name, BL_FIELD_##field, BL_WEIGHT_##weight},
#include "evidence/meta.def"
#undef META
};

static const meta_name OWN_NAMES[] = {
#define OWN(last, field, weight) {last, BL_FIELD_##field, BL_WEIGHT_##weight},
#include "evidence/meta.def"
#undef OWN
};

enum { LONGEST_NAME = 60 };

typedef struct reader {
    bl_evidence *evidence;
    uint32_t image;    /* the entity of the last og:image */
    bl_span image_url; /* its address */
    bl_span labels[4]; /* twitter:label1, ... */
    size_t titles;
} reader;

static int
compare(const void *key, const void *element)
{
    return strcmp(key, ((const meta_name *)element)->name);
}

/* The name in lower case, with spellings of one vocabulary made one; false where it is too long to be known. */
static bool
normalize(bl_span name, char *to)
{
    static const char *const heads[] = {"dcterms.", "dcterm.", "dcterms:", "dc:", "dc."};
    const char *start = "";
    for (size_t i = 0; i < BL_COUNT(heads); i++) {
        if (bl_span_starts_nocase(name, bl_span_of(heads[i]))) {
            name = bl_span_cut(name, strlen(heads[i]));
            start = "dc.";
            break;
        }
    }
    if (bl_span_starts_nocase(name, BL_SPAN("og:article:")))
        name = bl_span_cut(name, 3);
    if (name.n == 0 || name.n + strlen(start) >= LONGEST_NAME)
        return false;
    size_t n = strlen(start);
    memcpy(to, start, n);
    for (size_t i = 0; i < name.n; i++)
        to[n++] = bl_lower(name.p[i]);
    to[n] = '\0';
    return true;
}

static bl_claim *
add(reader *r, bl_field field, int weight, bl_span value, bl_node n)
{
    return bl_claim_add(r->evidence, field, BYLINE_SOURCE_META, weight, bl_plain(r->evidence->arena, value),
                        n);
}

static void
add_image(reader *r, int weight, bl_span value, bl_node n)
{
    bl_span url = bl_resolve(r->evidence, value);
    /* og:image:url and og:image:secure_url say the same as the og:image before them */
    if (url.n == 0 || (r->image_url.n && bl_span_equal(url, r->image_url)))
        return;
    bl_claim *claim = add(r, BL_FIELD_IMAGE, weight, url, n);
    if (!claim)
        return;
    claim->entity = r->image = bl_entity_new(r->evidence);
    r->image_url = url;
}

/* twitter:label1 "Written by", twitter:data1 "Jane Roe". */
static void
add_labelled(reader *r, const char *name, bl_span value, bl_node n)
{
    static const char *const words[] = {
        "written by", "author", "by", "verfasst von", "geschrieben von", "autor", "auteur", "par", "door",
        "geschreven door", "escrito por", "scritto da", "skrevet av", "skrevet af", "skriven av", "autor:in",
        "napisane przez", "написано автором", "автор", "yazan", "著者", "작성자", "作者",
    };
    bool is_label = strncmp(name, "twitter:label", 13) == 0;
    size_t number = (size_t)(name[is_label ? 13 : 12] - '1');
    if (number >= sizeof r->labels / sizeof r->labels[0])
        return;
    if (is_label) {
        r->labels[number] = bl_fold(r->evidence->arena, value);
        return;
    }
    for (size_t i = 0; i < BL_COUNT(words); i++)
        if (bl_span_equal(r->labels[number], bl_span_of(words[i])))
            add(r, BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_TWITTER_LABEL, value, n);
}

/* What the last part of a name says in a vocabulary of the site's own; those of apps and cards speak of others. */
static const meta_name *
find_own(const char *name)
{
    static const char *const others[] = {"al:", "app:", "fb:", "i18n:", "smartbanner:", "twitter:"};
    const char *last = name + strcspn(name, ":.#");
    if (!*last)
        return NULL;
    for (size_t i = 0; i < BL_COUNT(others); i++)
        if (strncmp(name, others[i], strlen(others[i])) == 0)
            return NULL;
    for (const char *p = last; *p; p++)
        if (strchr(":.#", *p))
            last = p;
    return bsearch(last + 1, OWN_NAMES, BL_COUNT(OWN_NAMES), sizeof OWN_NAMES[0], compare);
}

static void
read_name(reader *r, bl_span written, bl_span value, bl_node n)
{
    char name[LONGEST_NAME];
    if (!normalize(written, name))
        return;
    if (strncmp(name, "twitter:label", 13) == 0 || strncmp(name, "twitter:data", 12) == 0) {
        add_labelled(r, name, value, n);
        return;
    }
    const meta_name *known = bsearch(name, NAMES, BL_COUNT(NAMES), sizeof NAMES[0], compare);
    if (!known)
        known = find_own(name);
    if (!known)
        return;
    bl_claim *claim;
    switch (known->field) {
    case BL_FIELD_IMAGE:
        add_image(r, known->weight, value, n);
        break;
    case BL_FIELD_IMAGE_WIDTH:
    case BL_FIELD_IMAGE_HEIGHT:
    case BL_FIELD_IMAGE_ALT:
        claim = r->image ? add(r, known->field, known->weight, value, n) : NULL;
        if (claim)
            claim->entity = r->image;
        break;
    case BL_FIELD_CANONICAL_URL:
        add(r, known->field, known->weight, bl_resolve(r->evidence, value), n);
        break;
    default:
        add(r, known->field, known->weight, value, n);
    }
}

/* An attribute may hold several names, parted by spaces. */
static void
read_names(reader *r, bl_span names, bl_span value, bl_node n)
{
    bl_span part;
    names = bl_trim(names);
    while (bl_span_next(&names, ' ', &part))
        if (part.n)
            read_name(r, part, value, n);
}

static void
read_meta(reader *r, bl_node n)
{
    const bl_document *doc = r->evidence->document;
    bl_span value = bl_attribute_of(doc, n, BL_ATTR_CONTENT);
    bl_span property = bl_attribute_of(doc, n, BL_ATTR_PROPERTY);
    bl_span name = bl_attribute_of(doc, n, BL_ATTR_NAME);
    if (value.n == 0)
        value = bl_attribute_of(doc, n, BL_ATTR_VALUE);
    if (value.n == 0)
        return;
    read_names(r, property, value, n);
    if (!bl_span_equal_nocase(property, name))
        read_names(r, name, value, n);
    read_names(r, bl_attribute_of(doc, n, BL_ATTR_HTTP_EQUIV), value, n);
}

static void
read_link(reader *r, bl_node n)
{
    static const struct {
        const char *rel;
        bl_field field;
        int weight;
    } rels[] = {
        {"canonical", BL_FIELD_CANONICAL_URL, BL_WEIGHT_URL_CANONICAL},
        {"shortlink", BL_FIELD_SHORT_URL, BL_WEIGHT_SHORT_URL},
        {"shorturl", BL_FIELD_SHORT_URL, BL_WEIGHT_SHORT_URL},
        {"image_src", BL_FIELD_IMAGE, BL_WEIGHT_IMAGE_ARCHIVE},
    };
    const bl_document *doc = r->evidence->document;
    bl_span rest = bl_trim(bl_attribute_of(doc, n, BL_ATTR_REL)), rel;
    while (bl_span_next(&rest, ' ', &rel)) {
        for (size_t i = 0; i < BL_COUNT(rels); i++) {
            if (!bl_span_equal_nocase(rel, bl_span_of(rels[i].rel)))
                continue;
            bl_span url = bl_attribute_of(doc, n, BL_ATTR_HREF);
            if (rels[i].field == BL_FIELD_IMAGE)
                add_image(r, rels[i].weight, url, n);
            else
                add(r, rels[i].field, rels[i].weight, bl_resolve(r->evidence, url), n);
        }
    }
}

void
bl_collect_meta(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    reader r = {.evidence = evidence};
    if (doc->count) {
        bl_span language = bl_attribute_of(doc, 0, BL_ATTR_LANG);
        if (language.n == 0)
            language = bl_attribute_of(doc, 0, BL_ATTR_XML_LANG);
        bl_claim_add(evidence, BL_FIELD_LANGUAGE, BYLINE_SOURCE_META, BL_WEIGHT_LANGUAGE_HTML, language, 0);
    }
    for (bl_node n = 0; n < doc->count; n++) {
        switch (doc->nodes[n].tag) {
        case BL_TAG_META:
            read_meta(&r, n);
            break;
        case BL_TAG_LINK:
            read_link(&r, n);
            break;
        case BL_TAG_TITLE:
            /* drawings have titles too */
            if (bl_closest(doc, n, BL_TAG_SVG) == BL_NO_NODE && r.titles++ == 0)
                add(&r, BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_TITLE,
                    bl_text_of(doc, n, evidence->arena, false), n);
            break;
        default:
            break;
        }
    }
}
