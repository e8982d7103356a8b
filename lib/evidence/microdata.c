/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Microdata and RDFa: both are scopes with properties, under other attributes. */
#include "base/unicode.h"
#include "evidence/json_ld.h"
#include "evidence/plain.h"
#include "evidence/sources.h"
#include "evidence/weights.h"
#include "evidence/words.h"

/* What a scope is to the article that was chosen. */
typedef enum part { PART_NONE, PART_ARTICLE, PART_PAGE, PART_PERSON, PART_IMAGE, PART_PUBLISHER } part;

typedef struct scope {
    bl_node node;
    bl_node end;
    part part;
    const char *role; /* of a person */
    uint32_t entity;
    bool named;
} scope;

typedef enum value_kind { VALUE_TEXT, VALUE_DATE, VALUE_URL } value_kind;

typedef struct property_rule {
    part part;
    const char *property;
    bl_field field;
    int weight;
    value_kind kind;
} property_rule;

static const property_rule RULES[] = {
    {PART_ARTICLE, "headline", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_MICRODATA, VALUE_TEXT},
    {PART_ARTICLE, "name", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_NAME, VALUE_TEXT},
    {PART_ARTICLE, "description", BL_FIELD_LEAD, BL_WEIGHT_LEAD_MICRODATA, VALUE_TEXT},
    {PART_ARTICLE, "abstract", BL_FIELD_LEAD, BL_WEIGHT_LEAD_MICRODATA, VALUE_TEXT},
    {PART_ARTICLE, "datePublished", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_MICRODATA, VALUE_DATE},
    {PART_ARTICLE, "dateCreated", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_CREATED, VALUE_DATE},
    {PART_ARTICLE, "dateModified", BL_FIELD_MODIFIED, BL_WEIGHT_DATE_MICRODATA, VALUE_DATE},
    {PART_ARTICLE, "articleSection", BL_FIELD_SECTION, BL_WEIGHT_SECTION_MICRODATA, VALUE_TEXT},
    {PART_ARTICLE, "inLanguage", BL_FIELD_LANGUAGE, BL_WEIGHT_LANGUAGE_META, VALUE_TEXT},
    {PART_ARTICLE, "keywords", BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_KEYWORDS, VALUE_TEXT},
    {PART_ARTICLE, "about", BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_ABOUT, VALUE_TEXT},
    {PART_ARTICLE, "dateline", BL_FIELD_DATELINE, BL_WEIGHT_DATELINE_JSON_LD, VALUE_TEXT},
    {PART_ARTICLE, "isAccessibleForFree", BL_FIELD_FREE_ACCESS, BL_WEIGHT_FREE_META, VALUE_TEXT},
    {PART_ARTICLE, "url", BL_FIELD_CANONICAL_URL, BL_WEIGHT_URL_MICRODATA, VALUE_URL},
    {PART_ARTICLE, "mainEntityOfPage", BL_FIELD_CANONICAL_URL, BL_WEIGHT_URL_MICRODATA, VALUE_URL},
    {PART_ARTICLE, "image", BL_FIELD_IMAGE, BL_WEIGHT_IMAGE_MICRODATA, VALUE_URL},
    {PART_ARTICLE, "thumbnailUrl", BL_FIELD_IMAGE, BL_WEIGHT_IMAGE_THUMBNAIL, VALUE_URL},
    {PART_ARTICLE, "publisher", BL_FIELD_PUBLISHER, BL_WEIGHT_PUBLISHER_MICRODATA, VALUE_TEXT},
    {PART_ARTICLE, "articleBody", BL_FIELD_BODY, BL_WEIGHT_BODY_JSON_LD, VALUE_TEXT},
    {PART_PAGE, "headline", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_NAME, VALUE_TEXT},
    {PART_PAGE, "datePublished", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_PAGE, VALUE_DATE},
    {PART_PAGE, "dateModified", BL_FIELD_MODIFIED, BL_WEIGHT_DATE_PAGE, VALUE_DATE},
    {PART_PERSON, "name", BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_MICRODATA, VALUE_TEXT},
    {PART_PERSON, "url", BL_FIELD_AUTHOR_URL, BL_WEIGHT_AUTHOR_MICRODATA, VALUE_URL},
    {PART_PERSON, "sameAs", BL_FIELD_AUTHOR_URL, BL_WEIGHT_AUTHOR_MICRODATA, VALUE_URL},
    {PART_PERSON, "jobTitle", BL_FIELD_AUTHOR_TITLE, BL_WEIGHT_AUTHOR_MICRODATA, VALUE_TEXT},
    {PART_PUBLISHER, "name", BL_FIELD_PUBLISHER, BL_WEIGHT_PUBLISHER_MICRODATA, VALUE_TEXT},
    {PART_IMAGE, "url", BL_FIELD_IMAGE, BL_WEIGHT_IMAGE_MICRODATA, VALUE_URL},
    {PART_IMAGE, "contentUrl", BL_FIELD_IMAGE, BL_WEIGHT_IMAGE_MICRODATA, VALUE_URL},
    {PART_IMAGE, "caption", BL_FIELD_IMAGE_CAPTION, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "description", BL_FIELD_IMAGE_CAPTION, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "creditText", BL_FIELD_IMAGE_CREDIT, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "copyrightHolder", BL_FIELD_IMAGE_CREDIT, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "author", BL_FIELD_IMAGE_CREDIT, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "width", BL_FIELD_IMAGE_WIDTH, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
    {PART_IMAGE, "height", BL_FIELD_IMAGE_HEIGHT, BL_WEIGHT_IMAGE_DETAIL, VALUE_TEXT},
};

static const struct {
    const char *property;
    const char *role;
} ROLES[] = {
    {"author", "author"}, {"creator", "creator"},       {"contributor", "contributor"},
    {"editor", "editor"}, {"translator", "translator"},
};

/* Scopes are nested no deeper than elements; more than this on one page are teasers. */
enum { MOST_OPEN = 64, MOST_ARTICLES = 200, LONGEST_NAME = 120 };

typedef struct reader {
    bl_evidence *evidence;
    const bl_document *doc;
    bl_node article; /* the scope that is the article of this page, or BL_NO_NODE */
    scope open[MOST_OPEN];
    size_t depth;
} reader;

static const bool TYPES[BL_ATTR_COUNT] = {[BL_ATTR_ITEMTYPE] = true, [BL_ATTR_TYPEOF] = true};
static const bool ASKED[BL_ATTR_COUNT] = {
    [BL_ATTR_ITEMTYPE] = true, [BL_ATTR_TYPEOF] = true,   [BL_ATTR_ITEMSCOPE] = true,
    [BL_ATTR_ITEMPROP] = true, [BL_ATTR_PROPERTY] = true,
};

static bl_span
type_attribute(const bl_document *doc, bl_node n)
{
    bl_span type = bl_attribute_of(doc, n, BL_ATTR_ITEMTYPE);
    return type.p ? type : bl_attribute_of(doc, n, BL_ATTR_TYPEOF);
}

static bool
opens_scope(const bl_document *doc, bl_node n)
{
    return bl_attribute_of(doc, n, BL_ATTR_ITEMSCOPE).p || bl_attribute_of(doc, n, BL_ATTR_ITEMTYPE).p ||
           bl_attribute_of(doc, n, BL_ATTR_TYPEOF).p;
}

static bl_ld_class
class_of(const bl_document *doc, bl_node n, bl_span *type)
{
    bl_span rest = bl_trim(type_attribute(doc, n)), name;
    bl_ld_class best = BL_LD_NOTHING;
    while (bl_span_next(&rest, ' ', &name)) {
        bl_span found = BL_EMPTY;
        bl_ld_class class = bl_ld_class_of_name(name, &found);
        if (class > best) {
            best = class;
            *type = found;
        }
    }
    return best;
}

/* The article scope that holds an h1; else the one that is larger than all others together. */
static bl_node
choose_article(const bl_document *doc)
{
    bl_node best = BL_NO_NODE, with_headline = BL_NO_NODE;
    uint32_t most = 0, total = 0;
    bl_span type;
    size_t seen = 0;
    for (bl_node n = 0; n < doc->count && seen < MOST_ARTICLES; n++) {
        if (!bl_has_any(doc, n, TYPES) || class_of(doc, n, &type) != BL_LD_ARTICLE)
            continue;
        seen++;
        uint32_t size = doc->nodes[n].end - n;
        total += size;
        if (size > most) {
            most = size;
            best = n;
        }
        bl_node end = doc->nodes[n].end;
        for (bl_node i = n; i < end && with_headline == BL_NO_NODE; i++)
            if (doc->nodes[i].tag == BL_TAG_H1)
                with_headline = n;
        n = end - 1;
    }
    if (with_headline != BL_NO_NODE)
        return with_headline;
    return best != BL_NO_NODE && most >= total - most ? best : BL_NO_NODE;
}

static bl_span
value_of(const reader *r, bl_node n, value_kind kind)
{
    static const bl_attribute urls[] = {BL_ATTR_HREF, BL_ATTR_SRC, BL_ATTR_DATA_SRC, BL_ATTR_RESOURCE,
                                        BL_ATTR_ITEMID};
    static const bl_attribute dates[] = {BL_ATTR_DATETIME, BL_ATTR_DATA_DATETIME, BL_ATTR_TITLE};
    bl_span content = bl_attribute_of(r->doc, n, BL_ATTR_CONTENT);
    if (content.n)
        return bl_plain(r->evidence->arena, content);
    for (size_t i = 0; kind == VALUE_URL && i < BL_COUNT(urls); i++)
        if (bl_attribute_of(r->doc, n, urls[i]).n)
            return bl_attribute_of(r->doc, n, urls[i]);
    for (size_t i = 0; kind == VALUE_DATE && i < BL_COUNT(dates); i++)
        if (bl_attribute_of(r->doc, n, dates[i]).n)
            return bl_attribute_of(r->doc, n, dates[i]);
    return kind == VALUE_URL ? BL_EMPTY : bl_text_of(r->doc, n, r->evidence->arena, false);
}

static bl_claim *
add(const reader *r, bl_field field, int weight, bl_span value, bl_node n, uint32_t entity)
{
    bl_claim *claim = bl_claim_add(r->evidence, field, BYLINE_SOURCE_MICRODATA, weight, value, n);
    if (claim)
        claim->entity = entity;
    return claim;
}

static void
add_role(const reader *r, const char *role, bl_node n, uint32_t entity)
{
    add(r, BL_FIELD_AUTHOR_ROLE, BL_WEIGHT_AUTHOR_MICRODATA, bl_span_of(role), n, entity);
}

/* Comments and cards of other stories have authors too. An article has a footer of its own. */
static bool
is_elsewhere(const reader *r, bl_node n)
{
    uint64_t elsewhere = (BL_WORDS_FURNITURE & ~BL_WORD_FOOTER) | BL_WORD_TEASER | BL_WORD_SIDEBAR;
    return bl_words_around(r->evidence, n) & elsewhere;
}

static void
add_person(const reader *r, const char *role, bl_node n)
{
    if (is_elsewhere(r, n))
        return;
    uint32_t entity = bl_entity_new(r->evidence);
    bl_span name = value_of(r, n, VALUE_TEXT);
    if (name.n > LONGEST_NAME || !add(r, BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_MICRODATA, name, n, entity))
        return;
    add_role(r, role, n, entity);
    add(r, BL_FIELD_AUTHOR_URL, BL_WEIGHT_AUTHOR_MICRODATA,
        bl_resolve(r->evidence, bl_attribute_of(r->doc, n, BL_ATTR_HREF)), n, entity);
}

/* "schema:author" is "author". */
static bl_span
bare(bl_span property)
{
    for (size_t i = property.n; i > 0; i--)
        if (property.p[i - 1] == ':' || property.p[i - 1] == '/' || property.p[i - 1] == '#')
            return bl_span_cut(property, i);
    return property;
}

static const char *
role_of(bl_span property)
{
    for (size_t i = 0; i < BL_COUNT(ROLES); i++)
        if (bl_span_equal(property, bl_span_of(ROLES[i].property)))
            return ROLES[i].role;
    return NULL;
}

static void
read_property(reader *r, scope *owner, bl_span property, bl_node n)
{
    if (owner->part == PART_ARTICLE && role_of(property)) {
        add_person(r, role_of(property), n);
        return;
    }
    for (size_t i = 0; i < BL_COUNT(RULES); i++) {
        const property_rule *rule = &RULES[i];
        if (rule->part != owner->part || !bl_span_equal(property, bl_span_of(rule->property)))
            continue;
        bl_span value = value_of(r, n, rule->kind);
        if (rule->kind == VALUE_URL)
            value = bl_resolve(r->evidence, value);
        if (rule->field == BL_FIELD_AUTHOR && value.n > LONGEST_NAME)
            return;
        uint32_t entity = owner->entity;
        if (rule->field == BL_FIELD_IMAGE && owner->part == PART_ARTICLE)
            entity = bl_entity_new(r->evidence);
        if (rule->field == BL_FIELD_AUTHOR) {
            if (owner->named || is_elsewhere(r, n))
                return;
            owner->named = true;
            add_role(r, owner->role, n, entity);
        }
        add(r, rule->field, rule->weight, value, n, entity);
        return;
    }
}

/* What a scope is that hangs on a property of its owner. */
static void
attach(reader *r, scope *inner, const scope *owner, bl_span property)
{
    if (owner->part != PART_ARTICLE)
        return;
    if (role_of(property)) {
        inner->part = PART_PERSON;
        inner->role = role_of(property);
    } else if (bl_span_equal(property, BL_SPAN("image"))) {
        inner->part = PART_IMAGE;
    } else if (bl_span_equal(property, BL_SPAN("publisher"))) {
        inner->part = PART_PUBLISHER;
    }
    if (inner->part != PART_NONE)
        inner->entity = bl_entity_new(r->evidence);
}

static void
close_scope(reader *r)
{
    scope *top = &r->open[--r->depth];
    /* a person's scope whose name is marked by nothing */
    if (top->part == PART_PERSON && !top->named)
        add_person(r, top->role, top->node);
}

static void
open_scope(reader *r, bl_node n, const scope *owner, bl_span properties)
{
    scope inner = {.node = n, .end = r->doc->nodes[n].end};
    bl_span type = BL_EMPTY, property;
    bl_ld_class class = class_of(r->doc, n, &type);
    while (bl_span_next(&properties, ' ', &property))
        if (inner.part == PART_NONE)
            attach(r, &inner, owner, bare(property));
    if (n == r->article) {
        inner.part = PART_ARTICLE;
        bl_claim_add(r->evidence, BL_FIELD_KIND, BYLINE_SOURCE_MICRODATA, BL_WEIGHT_KIND_MICRODATA, type, n);
    } else if (class == BL_LD_PAGE && owner->part == PART_NONE && r->depth == 0) {
        inner.part = PART_PAGE;
    }
    if (r->depth < MOST_OPEN)
        r->open[r->depth++] = inner;
}

static void
read_element(reader *r, bl_node n)
{
    /* what stands in no scope is about the page's article, if anything is */
    scope none = {.part = PART_NONE}, loose = {.part = PART_ARTICLE};
    bl_span properties = bl_attribute_of(r->doc, n, BL_ATTR_ITEMPROP);
    bool is_microdata = properties.p != NULL;
    scope *owner = r->depth                                   ? &r->open[r->depth - 1]
                   : is_microdata && r->article == BL_NO_NODE ? &loose
                                                              : &none;
    if (!is_microdata)
        properties = bl_attribute_of(r->doc, n, BL_ATTR_PROPERTY);
    if (opens_scope(r->doc, n)) {
        open_scope(r, n, owner, properties);
        return;
    }
    bl_span property;
    properties = bl_trim(properties);
    while (owner->part != PART_NONE && bl_span_next(&properties, ' ', &property)) {
        /* og:title is not RDFa's title */
        if (!is_microdata && r->doc->nodes[n].tag == BL_TAG_META &&
            bl_span_find_char(property, ':', 0) != BL_NOT_FOUND &&
            !bl_span_starts_nocase(property, BL_SPAN("schema:")))
            continue;
        read_property(r, owner, bare(property), n);
    }
}

void
bl_collect_microdata(bl_evidence *evidence)
{
    reader *r = BL_NEW(evidence->arena, reader);
    r->evidence = evidence;
    r->doc = evidence->document;
    r->article = choose_article(r->doc);
    for (bl_node n = 0; n < r->doc->count; n++) {
        while (r->depth && n >= r->open[r->depth - 1].end)
            close_scope(r);
        if (bl_has_any(r->doc, n, ASKED))
            read_element(r, n);
    }
    while (r->depth)
        close_scope(r);
}
