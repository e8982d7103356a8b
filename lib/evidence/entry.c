/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* hNews, hAtom and h-entry: meaning carried by class names. */
#include "base/unicode.h"
#include "evidence/sources.h"
#include "evidence/weights.h"

typedef struct class_rule {
    const char *name;
    bl_field field;
    int weight;
} class_rule;

static const class_rule RULES[] = {
    {"entry-title", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_ENTRY},
    {"p-name", BL_FIELD_HEADLINE, BL_WEIGHT_HEADLINE_ENTRY},
    {"entry-summary", BL_FIELD_LEAD, BL_WEIGHT_LEAD_ENTRY},
    {"p-summary", BL_FIELD_LEAD, BL_WEIGHT_LEAD_ENTRY},
    {"published", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_ENTRY},
    {"dt-published", BL_FIELD_PUBLISHED, BL_WEIGHT_DATE_ENTRY},
    {"updated", BL_FIELD_MODIFIED, BL_WEIGHT_DATE_ENTRY},
    {"dt-updated", BL_FIELD_MODIFIED, BL_WEIGHT_DATE_ENTRY},
    {"p-author", BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_ENTRY},
    {"fn", BL_FIELD_AUTHOR, BL_WEIGHT_AUTHOR_ENTRY},
    {"p-category", BL_FIELD_TOPIC, BL_WEIGHT_TOPIC_ENTRY},
    {"dateline", BL_FIELD_DATELINE, BL_WEIGHT_DATELINE_JSON_LD},
};

enum { LONGEST_NAME = 120, MOST_ENTRIES = 200 };

static bool
has_class(const bl_document *doc, bl_node n, bl_span name)
{
    bl_span rest = bl_attribute_of(doc, n, BL_ATTR_CLASS), part;
    while (bl_span_next(&rest, ' ', &part))
        if (bl_span_equal(part, name))
            return true;
    return false;
}

/* The rules for the classes of n, a bit each. */
static uint32_t
rules_of(const bl_document *doc, bl_node n)
{
    uint32_t rules = 0;
    bl_span rest = bl_attribute_of(doc, n, BL_ATTR_CLASS), part;
    while (bl_span_next(&rest, ' ', &part))
        for (size_t i = 0; i < BL_COUNT(RULES); i++)
            if (part.n && part.p[0] == RULES[i].name[0] && bl_span_equal(part, bl_span_of(RULES[i].name)))
                rules |= UINT32_C(1) << i;
    return rules;
}

/* The entry that holds the h1; or the only one. */
static bl_node
choose_entry(const bl_document *doc)
{
    bl_node only = BL_NO_NODE;
    size_t seen = 0;
    for (bl_node n = 0; n < doc->count && seen < MOST_ENTRIES; n++) {
        if (doc->nodes[n].attribute_count == 0 ||
            !(has_class(doc, n, BL_SPAN("hentry")) || has_class(doc, n, BL_SPAN("h-entry"))))
            continue;
        bl_node end = doc->nodes[n].end;
        for (bl_node i = n; i < end; i++)
            if (doc->nodes[i].tag == BL_TAG_H1)
                return n;
        only = seen++ ? BL_NO_NODE : n;
        n = end - 1;
    }
    return only;
}

static bool
is_author(const bl_document *doc, bl_node n, bl_node entry)
{
    for (bl_node i = n; i != BL_NO_NODE && i >= entry; i = doc->nodes[i].parent)
        if (has_class(doc, i, BL_SPAN("author")) || has_class(doc, i, BL_SPAN("byline")))
            return true;
    return false;
}

static void
add(bl_evidence *evidence, const class_rule *rule, bl_node n)
{
    const bl_document *doc = evidence->document;
    bl_span value = BL_EMPTY;
    if (rule->field == BL_FIELD_PUBLISHED || rule->field == BL_FIELD_MODIFIED) {
        value = bl_attribute_of(doc, n, BL_ATTR_DATETIME);
        if (value.n == 0)
            value = bl_attribute_of(doc, n, BL_ATTR_TITLE);
    }
    if (value.n == 0)
        value = bl_text_of(doc, n, evidence->arena, false);
    if (rule->field == BL_FIELD_AUTHOR && value.n > LONGEST_NAME)
        return;
    bl_claim *claim = bl_claim_add(evidence, rule->field, BYLINE_SOURCE_MICRODATA, rule->weight, value, n);
    if (!claim || rule->field != BL_FIELD_AUTHOR)
        return;
    uint32_t entity = claim->entity = bl_entity_new(evidence);
    bl_node link = doc->nodes[n].tag == BL_TAG_A ? n : bl_first_child(doc, n);
    if (link == BL_NO_NODE || doc->nodes[link].tag != BL_TAG_A)
        return;
    claim = bl_claim_add(evidence, BL_FIELD_AUTHOR_URL, BYLINE_SOURCE_MICRODATA, rule->weight,
                         bl_resolve(evidence, bl_attribute_of(doc, link, BL_ATTR_HREF)), link);
    if (claim)
        claim->entity = entity;
}

void
bl_collect_entry(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    bl_node entry = evidence->may_hold_entry ? choose_entry(doc) : BL_NO_NODE;
    bool found[BL_COUNT(RULES)] = {false};
    if (entry == BL_NO_NODE)
        return;
    for (bl_node n = entry; n < doc->nodes[entry].end; n++) {
        uint32_t rules = rules_of(doc, n);
        for (size_t i = 0; rules >> i; i++) {
            bool many = RULES[i].field == BL_FIELD_AUTHOR || RULES[i].field == BL_FIELD_TOPIC;
            if ((found[i] && !many) || !(rules >> i & 1))
                continue;
            if (RULES[i].field == BL_FIELD_AUTHOR && !is_author(doc, n, entry) && RULES[i].name[0] != 'p')
                continue;
            found[i] = true;
            add(evidence, &RULES[i], n);
        }
    }
}
