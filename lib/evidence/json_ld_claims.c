/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* JSON-LD: what the properties of an object say of the fields. */
#include "base/unicode.h"
#include "evidence/json_ld.h"
#include "evidence/plain.h"
#include "evidence/weights.h"

typedef struct property {
    const char *name;
    bl_field field;
    int weight;
    int page_weight; /* on an object that describes the page, not the article; 0 is none */
} property;

static const property TEXTS[] = {
    {"headline", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_JSON_LD, BL_WEIGHT_HEADLINE_NAME},
    {"name", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_NAME, BL_WEIGHT_HEADLINE_NAME},
    {"description", BL_FIELD_LEAD, BL_WEIGHT_LEAD_JSON_LD, BL_WEIGHT_LEAD_DESCRIPTION},
    {"abstract", BL_FIELD_LEAD, BL_WEIGHT_LEAD_JSON_LD, 0},
    {"datePublished", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_JSON_LD, BL_WEIGHT_DATE_PAGE},
    {"uploadDate", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_PAGE, 0},
    {"dateCreated", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_CREATED, 0},
    {"dateModified", BL_FIELD_MODIFIED, BL_WEIGHT_DATE_JSON_LD, BL_WEIGHT_DATE_PAGE},
    {"articleSection", BL_FIELD_SECTION, BL_WEIGHT_SECTION_JSON_LD, 0},
    {"inLanguage", BL_FIELD_LANGUAGE, BL_WEIGHT_LANGUAGE_JSON_LD, BL_WEIGHT_LANGUAGE_OPEN_GRAPH},
    {"isAccessibleForFree", BL_FIELD_FREE_ACCESS, BL_WEIGHT_FREE_JSON_LD, BL_WEIGHT_FREE_META},
    {"dateline", BL_FIELD_DATELINE, BL_WEIGHT_DATELINE_JSON_LD, 0},
    {"articleBody", BL_FIELD_BODY, BL_WEIGHT_BODY_JSON_LD, 0},
    {"about", BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_ABOUT, 0},
    {"mentions", BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_MENTIONS, 0},
};

typedef struct person_property {
    const char *name;
    const char *role;
    int weight;
    int page_weight;
} person_property;

static const person_property PEOPLE[] = {
    {"author", "author", BL_WEIGHT_AUTHOR_JSON_LD, BL_WEIGHT_AUTHOR_PAGE},
    {"authors", "author", BL_WEIGHT_AUTHOR_JSON_LD, 0},
    {"creator", "creator", BL_WEIGHT_AUTHOR_CREATOR, 0},
    {"contributor", "contributor", BL_WEIGHT_AUTHOR_OTHER_ROLE, 0},
    {"editor", "editor", BL_WEIGHT_AUTHOR_OTHER_ROLE, 0},
    {"translator", "translator", BL_WEIGHT_AUTHOR_OTHER_ROLE, 0},
};

static bl_claim *
add(bl_ld_graph *graph, bl_field field, int weight, bl_span value, bl_ld from)
{
    bl_evidence *evidence = graph->evidence;
    if (field != BL_FIELD_BODY)
        value = bl_plain(evidence->arena, value);
    bl_claim *claim = bl_claim_add(evidence, field, BYLINE_SOURCE_JSON_LD, weight, value, BL_NO_NODE);
    if (claim) {
        claim->offset = from.in->offset;
        claim->length = from.in->length;
        claim->path = bl_json_path(&from.in->json, from.at, evidence->arena);
    }
    return claim;
}

/* The member that gave an object its text, for the path. */
static bl_ld
member(bl_ld object, bl_span key)
{
    bl_json_at v = bl_ld_is_object(object) ? bl_json_member(&object.in->json, object.at, key) : BL_NO_JSON;
    return v == BL_NO_JSON ? object : (bl_ld){object.in, v};
}

static void
add_texts(bl_ld_graph *graph, bl_ld object, int share, bool is_page)
{
    for (size_t p = 0; p < BL_COUNT(TEXTS); p++) {
        const property *rule = &TEXTS[p];
        int weight = is_page ? rule->page_weight : rule->weight;
        if (weight == 0)
            continue;
        bl_ld_list values = bl_ld_values(graph, object, bl_span_of(rule->name));
        for (size_t i = 0; i < values.count; i++)
            add(graph, rule->field, weight * share / 100, bl_ld_text(values.at[i]),
                member(values.at[i], BL_SPAN("name")));
    }
}

static void
add_topics(bl_ld_graph *graph, bl_ld object, int share)
{
    bl_ld_list values = bl_ld_values(graph, object, BL_SPAN("keywords"));
    for (size_t i = 0; i < values.count; i++)
        add(graph, BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_JSON_LD * share / 100, bl_ld_text(values.at[i]),
            member(values.at[i], BL_SPAN("name")));
}

/* A type that says whether a person stands there: "Person", "Organization". */
static bl_span
type_of(const bl_ld_graph *graph, bl_ld object)
{
    return bl_ld_is_object(object) ? bl_ld_text(bl_ld_value(graph, object, BL_SPAN("@type"))) : BL_EMPTY;
}

static bl_span
name_of(bl_ld_graph *graph, bl_ld person)
{
    bl_span name = bl_ld_text(person);
    if (name.n || !bl_ld_is_object(person))
        return name;
    bl_builder b = bl_builder_in(graph->evidence->arena);
    bl_builder_add(&b, bl_ld_text(bl_ld_value(graph, person, BL_SPAN("givenName"))));
    bl_builder_add_char(&b, ' ');
    bl_builder_add(&b, bl_ld_text(bl_ld_value(graph, person, BL_SPAN("familyName"))));
    return bl_trim(bl_builder_span(&b));
}

static void
add_person(bl_ld_graph *graph, bl_ld person, const char *role, int weight)
{
    bl_claim *claim =
        add(graph, BL_FIELD_AUTHOR, weight, name_of(graph, person), member(person, BL_SPAN("name")));
    if (!claim)
        return;
    uint32_t entity = claim->entity = bl_entity_new(graph->evidence);
    claim = add(graph, BL_FIELD_AUTHOR_ROLE, weight, bl_span_of(role), person);
    claim->entity = entity;
    claim = add(graph, BL_FIELD_AUTHOR_TYPE, weight, type_of(graph, person), person);
    if (claim)
        claim->entity = entity;
    if (!bl_ld_is_object(person))
        return;
    bl_ld url = bl_ld_value(graph, person, BL_SPAN("url"));
    if (!url.in)
        url = bl_ld_value(graph, person, BL_SPAN("sameAs"));
    claim = add(graph, BL_FIELD_AUTHOR_URL, weight, bl_ld_url(url), url);
    if (claim)
        claim->entity = entity;
    bl_ld title = bl_ld_value(graph, person, BL_SPAN("jobTitle"));
    claim = add(graph, BL_FIELD_AUTHOR_TITLE, weight, bl_ld_text(title), title);
    if (claim)
        claim->entity = entity;
}

/* {"name": ["Jane Roe", "John Doe"]} is two persons. */
static void
add_persons(bl_ld_graph *graph, bl_ld person, const char *role, int weight)
{
    bl_ld_list names = {0};
    if (bl_ld_is_object(person))
        names = bl_ld_values(graph, person, BL_SPAN("name"));
    if (names.count < 2) {
        add_person(graph, person, role, weight);
        return;
    }
    for (size_t i = 0; i < names.count; i++)
        add_person(graph, names.at[i], role, weight);
}

static void
add_people(bl_ld_graph *graph, bl_ld object, int share, bool is_page)
{
    for (size_t p = 0; p < BL_COUNT(PEOPLE); p++) {
        int weight = is_page ? PEOPLE[p].page_weight : PEOPLE[p].weight;
        if (weight == 0)
            continue;
        bl_ld_list people = bl_ld_values(graph, object, bl_span_of(PEOPLE[p].name));
        for (size_t i = 0; i < people.count; i++)
            add_persons(graph, people.at[i], PEOPLE[p].role, weight * share / 100);
    }
}

static void
add_detail(bl_ld_graph *graph, bl_ld image, const char *key, bl_field field, uint32_t entity)
{
    bl_ld value = bl_ld_value(graph, image, bl_span_of(key));
    if (!value.in)
        return;
    bl_span text = bl_ld_text(value);
    if (bl_ld_is_object(value) && text.n == 0) /* QuantitativeValue */
        text = bl_ld_text(bl_ld_value(graph, value, BL_SPAN("value")));
    bl_claim *claim = add(graph, field, BL_WEIGHT_IMAGE_DETAIL, text, value);
    if (claim)
        claim->entity = entity;
}

static void
add_image(bl_ld_graph *graph, bl_ld image, int weight)
{
    static const struct {
        const char *key;
        bl_field field;
    } details[] = {
        {"caption", BL_FIELD_IMAGE_CAPTION},        {"description", BL_FIELD_IMAGE_CAPTION},
        {"creditText", BL_FIELD_IMAGE_CREDIT},      {"copyrightNotice", BL_FIELD_IMAGE_CREDIT},
        {"copyrightHolder", BL_FIELD_IMAGE_CREDIT}, {"creator", BL_FIELD_IMAGE_PERSON},
        {"author", BL_FIELD_IMAGE_PERSON},          {"width", BL_FIELD_IMAGE_WIDTH},
        {"height", BL_FIELD_IMAGE_HEIGHT},
    };
    bl_ld url = image;
    if (bl_ld_is_object(image)) {
        url = bl_ld_value(graph, image, BL_SPAN("contentUrl"));
        if (!url.in)
            url = bl_ld_value(graph, image, BL_SPAN("url"));
        if (!url.in)
            url = image;
    }
    bl_span address = bl_resolve(graph->evidence, bl_ld_url(url));
    bl_claim *claim =
        bl_claim_add(graph->evidence, BL_FIELD_IMAGE, BYLINE_SOURCE_JSON_LD, weight, address, BL_NO_NODE);
    if (!claim)
        return;
    uint32_t entity = claim->entity = bl_entity_new(graph->evidence);
    claim->offset = url.in->offset;
    claim->length = url.in->length;
    claim->path = bl_json_path(&url.in->json, url.at, graph->evidence->arena);
    if (bl_ld_is_object(image))
        for (size_t i = 0; i < BL_COUNT(details); i++)
            add_detail(graph, image, details[i].key, details[i].field, entity);
}

static void
add_images(bl_ld_graph *graph, bl_ld object, int share)
{
    static const struct {
        const char *key;
        int weight;
    } keys[] = {
        {"image", BL_WEIGHT_IMAGE_JSON_LD},
        {"primaryImageOfPage", BL_WEIGHT_IMAGE_JSON_LD},
        {"thumbnailUrl", BL_WEIGHT_IMAGE_THUMBNAIL},
    };
    for (size_t k = 0; k < BL_COUNT(keys); k++) {
        bl_ld_list images = bl_ld_values(graph, object, bl_span_of(keys[k].key));
        for (size_t i = 0; i < images.count; i++)
            add_image(graph, images.at[i], keys[k].weight * share / 100);
    }
}

/* An address, unless it is only a name inside the graph. */
static void
add_urls(bl_ld_graph *graph, bl_ld object, int share)
{
    static const char *const keys[] = {"url", "mainEntityOfPage"};
    for (size_t k = 0; k < BL_COUNT(keys); k++) {
        bl_ld value = bl_ld_value(graph, object, bl_span_of(keys[k]));
        bl_span url = bl_ld_url(value);
        size_t hash = bl_span_find_char(url, '#', 0);
        if (hash == BL_NOT_FOUND)
            add(graph, BL_FIELD_CANONICAL_URL, BL_WEIGHT_URL_JSON_LD * share / 100,
                bl_resolve(graph->evidence, url), value);
    }
}

void
bl_ld_claim_publisher(bl_ld_graph *graph, bl_ld object, int weight)
{
    bl_claim *claim =
        add(graph, BL_FIELD_PUBLISHER, weight, bl_ld_text(object), member(object, BL_SPAN("name")));
    if (!claim)
        return;
    uint32_t entity = claim->entity = bl_entity_new(graph->evidence);
    bl_ld url = bl_ld_is_object(object) ? bl_ld_value(graph, object, BL_SPAN("url")) : BL_NO_LD;
    claim = url.in
                ? add(graph, BL_FIELD_PUBLISHER_URL, weight, bl_resolve(graph->evidence, bl_ld_url(url)), url)
                : NULL;
    if (claim)
        claim->entity = entity;
}

void
bl_ld_claim_article(bl_ld_graph *graph, bl_ld object, int share, bool is_page)
{
    add_texts(graph, object, share, is_page);
    add_people(graph, object, share, is_page);
    add_images(graph, object, is_page ? share / 2 : share);
    if (is_page)
        return;
    add_topics(graph, object, share);
    add_urls(graph, object, share);
    bl_ld publisher = bl_ld_value(graph, object, BL_SPAN("publisher"));
    if (publisher.in)
        bl_ld_claim_publisher(graph, publisher, BL_WEIGHT_PUBLISHER_JSON_LD * share / 100);
}

/* The last of two crumbs may be this page. */
enum { CRUMB_WORDS = 4, CRUMB_BYTES = 40 };

/* The second crumb is the section: the first one is the home page. */
void
bl_ld_claim_crumbs(bl_ld_graph *graph, bl_ld object)
{
    bl_ld_list crumbs = bl_ld_values(graph, object, BL_SPAN("itemListElement"));
    if (crumbs.count < 2)
        return;
    bl_ld crumb = crumbs.at[1];
    bl_ld item = bl_ld_is_object(crumb) ? bl_ld_value(graph, crumb, BL_SPAN("item")) : BL_NO_LD;
    bl_span name = bl_ld_text(crumb);
    if (name.n == 0 && bl_ld_is_object(item))
        name = bl_ld_text(item);
    if (crumbs.count > 2 || (name.n <= CRUMB_BYTES && bl_word_count(name) <= CRUMB_WORDS))
        add(graph, BL_FIELD_SECTION, BL_WEIGHT_SECTION_BREADCRUMB, name, crumb);
}
