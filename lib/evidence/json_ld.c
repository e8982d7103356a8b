/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* JSON-LD: which of its objects is the article of this page. */
#include "evidence/json_ld.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "evidence/sources.h"
#include "evidence/url.h"
#include "evidence/weights.h"

/* What an object gains as the article of the page, over the order of the classes (100 each). */
enum {
    SCORE_SAME_URL = 60,
    SCORE_SAME_HEADLINE = 50,
    SCORE_OTHER_URL = -40, /* it says that it is another page */
    SCORE_OTHER_HEADLINE = -20,
    SCORE_TOP = 10 /* it stands at the top of its script or in its graph */
};

/* A page with more articles than this is a list. */
enum { MOST_CANDIDATES = 400 };

/* A second object about the same article, and a page about it. */
enum { SHARE_SECOND = 90, SHARE_PAGE = 100, SHARE_UNSURE = 50 };

typedef struct candidate {
    bl_ld object;
    bl_ld_class class;
    bl_span type;
    int score;
    bool same_url;
    bool same_headline;
} candidate;

typedef BL_VECTOR(candidate) candidates;

/* Text that a script must hold to be worth reading. */
static bool
is_of_use(bl_span text)
{
    static const char *const words[] = {"Article",  "article",       "Posting",      "Report\"", "Page\"",
                                        "Video",    "Breadcrumb",    "Organization", "WebSite",  "Gallery",
                                        "headline", "datePublished", "Podcast",      "Audio",    "Recipe\""};
    return bl_span_holds_any(text, words, BL_COUNT(words));
}

static void
read_script(bl_ld_graph *graph, const bl_script *script, size_t *bytes)
{
    bl_evidence *evidence = graph->evidence;
    const byline_limits *limits = &evidence->page->limits;
    if (!is_of_use(script->text))
        return;
    if (script->text.n > limits->json_ld_bytes - *bytes) {
        bl_evidence_shortened(evidence);
        return;
    }
    *bytes += script->text.n;
    bl_ld_script *read = BL_NEW(evidence->arena, bl_ld_script);
    read->offset = script->offset;
    read->length = script->length;
    if (bl_json_read(evidence->arena, script->text, limits->json_ld_depth, &read->json))
        BL_PUSH(evidence->arena, &graph->scripts, read);
    else if (script->text.n)
        bl_evidence_shortened(evidence);
}

static int
compare_ids(const void *a, const void *b)
{
    const bl_ld_id *x = a, *y = b;
    size_t n = x->id.n < y->id.n ? x->id.n : y->id.n;
    int order = n ? memcmp(x->id.p, y->id.p, n) : 0;
    return order ? order : (x->id.n > y->id.n) - (x->id.n < y->id.n);
}

/* Does the object say more than its name in the graph? */
static bool
is_described(bl_ld object)
{
    const bl_json_tree *json = &object.in->json;
    for (bl_json_at i = bl_json_first(json, object.at); i != BL_NO_JSON; i = json->values.at[i].next)
        if (json->values.at[i].key.n == 0 || json->values.at[i].key.p[0] != '@')
            return true;
    return false;
}

static void
index_ids(bl_ld_graph *graph)
{
    for (size_t s = 0; s < graph->scripts.count; s++) {
        const bl_ld_script *in = graph->scripts.at[s];
        for (bl_json_at v = 1; v < in->json.values.count; v++) {
            bl_ld object = {in, v};
            if (in->json.values.at[v].type != BL_JSON_OBJECT || !is_described(object))
                continue;
            bl_span id = bl_json_string(&in->json, bl_json_member(&in->json, v, BL_SPAN("@id")));
            if (id.n)
                BL_PUSH(graph->evidence->arena, &graph->ids, ((bl_ld_id){id, object}));
        }
    }
    if (graph->ids.count)
        qsort(graph->ids.at, graph->ids.count, sizeof graph->ids.at[0], compare_ids);
}

bool
bl_ld_is_object(bl_ld value)
{
    return value.in && value.in->json.values.at[value.at].type == BL_JSON_OBJECT;
}

/* {"@id": ...} alone stands for the object that is described elsewhere under that name. */
static bl_ld
follow(const bl_ld_graph *graph, bl_ld value)
{
    if (!bl_ld_is_object(value) || is_described(value) || graph->ids.count == 0)
        return value;
    bl_ld_id key = {
        bl_json_string(&value.in->json, bl_json_member(&value.in->json, value.at, BL_SPAN("@id"))), value};
    const bl_ld_id *found =
        bsearch(&key, graph->ids.at, graph->ids.count, sizeof graph->ids.at[0], compare_ids);
    return found ? found->object : value;
}

bl_ld_list
bl_ld_values(const bl_ld_graph *graph, bl_ld object, bl_span property)
{
    enum { MOST = 200, MOST_NESTED = 3 };
    bl_ld_list list = {0};
    if (!object.in)
        return list;
    const bl_json_tree *json = &object.in->json;
    bl_json_at v = bl_json_member(json, object.at, property);
    for (int i = 0; i < MOST_NESTED && v != BL_NO_JSON; i++) {
        bl_json_at inner = bl_json_member(json, v, BL_SPAN("@list"));
        if (inner == BL_NO_JSON)
            inner = bl_json_member(json, v, BL_SPAN("@set"));
        if (inner == BL_NO_JSON && json->values.at[v].type == BL_JSON_ARRAY &&
            bl_json_first(json, v) != BL_NO_JSON && json->values.at[v + 1].type == BL_JSON_ARRAY)
            inner = v + 1;
        if (inner == BL_NO_JSON)
            break;
        v = inner;
    }
    if (v == BL_NO_JSON)
        return list;
    bool many = json->values.at[v].type == BL_JSON_ARRAY;
    for (bl_json_at i = many ? bl_json_first(json, v) : v; i != BL_NO_JSON && list.count < MOST;
         i = many ? json->values.at[i].next : BL_NO_JSON)
        if (json->values.at[i].type != BL_JSON_NULL && json->values.at[i].type != BL_JSON_ARRAY)
            BL_PUSH(graph->evidence->arena, &list, follow(graph, ((bl_ld){object.in, i})));
    return list;
}

bl_ld
bl_ld_value(const bl_ld_graph *graph, bl_ld object, bl_span property)
{
    bl_ld_list list = bl_ld_values(graph, object, property);
    return list.count ? list.at[0] : BL_NO_LD;
}

bl_span
bl_ld_text(bl_ld value)
{
    static const char *const keys[] = {"@value", "name", "headline", "termCode"};
    if (!value.in)
        return BL_EMPTY;
    const bl_json_tree *json = &value.in->json;
    if (!bl_ld_is_object(value))
        return bl_trim(bl_json_string(json, value.at));
    for (size_t i = 0; i < BL_COUNT(keys); i++) {
        bl_json_at v = bl_json_member(json, value.at, bl_span_of(keys[i]));
        if (v != BL_NO_JSON && json->values.at[v].type == BL_JSON_ARRAY)
            v = bl_json_first(json, v);
        bl_span text = bl_trim(bl_json_string(json, v));
        if (text.n)
            return text;
    }
    return BL_EMPTY;
}

bl_span
bl_ld_url(bl_ld value)
{
    static const char *const keys[] = {"url", "@id", "contentUrl"};
    if (!value.in)
        return BL_EMPTY;
    if (!bl_ld_is_object(value))
        return bl_ld_text(value);
    for (size_t i = 0; i < BL_COUNT(keys); i++) {
        bl_span text = bl_trim(
            bl_json_string(&value.in->json, bl_json_member(&value.in->json, value.at, bl_span_of(keys[i]))));
        if (text.n)
            return text;
    }
    return BL_EMPTY;
}

/* ---- which object is the article ---- */

/* Things under these keys are about other pages, or parts of this one. */
static bool
is_aside(bl_span key)
{
    static const char *const keys[] = {
        "itemListElement", "mentions",    "citation",        "isPartOf",           "hasPart",
        "relatedLink",     "comment",     "review",          "workExample",        "blogPost",
        "liveBlogUpdate",  "blogPosts",   "significantLink", "isBasedOn",          "exampleOfWork",
        "associatedMedia", "video",       "publisher",       "subjectOf",          "about",
        "copyrightHolder", "author",      "creator",         "sourceOrganization", "primaryImageOfPage",
        "image",           "logo",        "breadcrumb",      "provider",           "brand",
        "worksFor",        "affiliation", "memberOf",        "parentOrganization", "itemReviewed"};
    return bl_span_is_among(key, keys, BL_COUNT(keys));
}

static bool
stands_aside(bl_ld object, int *depth)
{
    const bl_json_tree *json = &object.in->json;
    bool aside = false;
    *depth = 0;
    for (bl_json_at v = object.at; v != BL_NO_JSON && v != 0; v = json->values.at[v].parent) {
        aside |= is_aside(json->values.at[v].key);
        *depth += json->values.at[v].type == BL_JSON_OBJECT && v != object.at;
    }
    return aside;
}

static bool
names_this_page(const bl_evidence *evidence, bl_span url, bool *known)
{
    *known = evidence->url.n > 0;
    if (bl_url_same_page(evidence->url, url))
        return true;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_CANONICAL_URL].count; i++) {
        *known = true;
        if (bl_url_same_page(evidence->claims[BL_FIELD_CANONICAL_URL].at[i].value, url))
            return true;
    }
    return false;
}

static void
compare_url(const bl_ld_graph *graph, candidate *c)
{
    static const char *const keys[] = {"url", "mainEntityOfPage", "@id"};
    bool said = false, known = false;
    for (size_t i = 0; i < BL_COUNT(keys) && !c->same_url; i++) {
        bl_span url = bl_ld_url(bl_ld_value(graph, c->object, bl_span_of(keys[i])));
        bl_url parts;
        if (!bl_url_split(url, &parts) || parts.path.n <= 1)
            continue;
        said = true;
        c->same_url = names_this_page(graph->evidence, url, &known);
    }
    c->score += c->same_url ? SCORE_SAME_URL : said && known ? SCORE_OTHER_URL : 0;
}

/* Does the text stand in one of the titles that the page shows, or the other way round? */
static void
compare_headline(const bl_ld_graph *graph, candidate *c)
{
    enum { MOST_CLAIMS = 12, SHORTEST = 9 };
    const bl_evidence *evidence = graph->evidence;
    bl_span text = bl_ld_text(bl_ld_value(graph, c->object, BL_SPAN("headline")));
    if (text.n == 0)
        text = bl_ld_text(bl_ld_value(graph, c->object, BL_SPAN("name")));
    bl_span mine = bl_fold(evidence->arena, bl_span_head(text, 1000));
    size_t count = evidence->claims[BL_FIELD_HEADLINE].count;
    if (mine.n < SHORTEST || count == 0)
        return;
    for (size_t i = 0; i < count && i < MOST_CLAIMS && !c->same_headline; i++) {
        bl_span other =
            bl_fold(evidence->arena, bl_span_head(evidence->claims[BL_FIELD_HEADLINE].at[i].value, 1000));
        c->same_headline = other.n >= SHORTEST && (bl_span_find(other, mine, 0) != BL_NOT_FOUND ||
                                                   bl_span_find(mine, other, 0) != BL_NOT_FOUND);
    }
    c->score += c->same_headline ? SCORE_SAME_HEADLINE : SCORE_OTHER_HEADLINE;
}

static candidates
find_candidates(bl_ld_graph *graph)
{
    candidates found = {0};
    for (size_t s = 0; s < graph->scripts.count; s++) {
        const bl_ld_script *in = graph->scripts.at[s];
        for (bl_json_at v = 1; v < in->json.values.count && found.count < MOST_CANDIDATES; v++) {
            candidate c = {.object = {in, v}};
            int depth;
            c.class = in->json.values.at[v].type == BL_JSON_OBJECT ? bl_ld_class_of(c.object, &c.type)
                                                                   : BL_LD_NOTHING;
            if (c.class == BL_LD_NOTHING || !is_described(c.object))
                continue;
            if (stands_aside(c.object, &depth) && !(c.class == BL_LD_CRUMBS && depth <= 1))
                continue;
            c.score = c.class * 100 + (depth <= 1 ? SCORE_TOP : 0);
            if (c.class >= BL_LD_PAGE) {
                compare_url(graph, &c);
                compare_headline(graph, &c);
            }
            BL_PUSH(graph->evidence->arena, &found, c);
        }
    }
    return found;
}

static void
claim_kind(bl_ld_graph *graph, const candidate *c)
{
    bl_claim *claim = bl_claim_add(graph->evidence, BL_FIELD_KIND, BYLINE_SOURCE_JSON_LD,
                                   BL_WEIGHT_KIND_JSON_LD, c->type, BL_NO_NODE);
    if (!claim)
        return;
    claim->offset = c->object.in->offset;
    claim->length = c->object.in->length;
    claim->path = bl_json_path(&c->object.in->json, c->object.at, graph->evidence->arena);
}

static void
claim_candidates(bl_ld_graph *graph, const candidates *found)
{
    const candidate *best = NULL;
    size_t articles = 0;
    for (size_t i = 0; i < found->count; i++) {
        const candidate *c = &found->at[i];
        articles += c->class == BL_LD_ARTICLE;
        if (c->class >= BL_LD_PAGE && (!best || c->score > best->score))
            best = c;
    }
    for (size_t i = 0; i < found->count; i++) {
        const candidate *c = &found->at[i];
        bool agrees = c->same_url || c->same_headline;
        if (c->class == BL_LD_CRUMBS) {
            bl_ld_claim_crumbs(graph, c->object);
        } else if (c->class == BL_LD_PUBLISHER) {
            bl_ld_claim_publisher(graph, c->object, BL_WEIGHT_PUBLISHER_SITE);
        } else if (c->class == BL_LD_PAGE) {
            claim_kind(graph, c);
            if (agrees || c->score >= BL_LD_PAGE * 100)
                bl_ld_claim_article(graph, c->object, SHARE_PAGE, true);
        } else if (c == best) {
            /* several articles, and none of them this page: a list */
            claim_kind(graph, c);
            bl_ld_claim_article(graph, c->object, articles > 1 && !agrees ? SHARE_UNSURE : 100, false);
        } else if (agrees && best && c->class == best->class) {
            claim_kind(graph, c);
            bl_ld_claim_article(graph, c->object, SHARE_SECOND, false);
        }
    }
}

/* Until the page stage takes the scripts out, they stand in the document. */
static void
read_script_elements(bl_ld_graph *graph, size_t *bytes)
{
    const bl_document *doc = graph->evidence->document;
    for (bl_node n = 0; n < doc->count; n++) {
        bl_node text = bl_first_child(doc, n);
        if (doc->nodes[n].tag != BL_TAG_SCRIPT || text == BL_NO_NODE ||
            bl_span_find_nocase(bl_attribute_of(doc, n, BL_ATTR_TYPE), BL_SPAN("ld+json"), 0) == BL_NOT_FOUND)
            continue;
        bl_script script = {bl_node_text(&doc->nodes[text]), doc->nodes[text].offset, doc->nodes[text].length};
        read_script(graph, &script, bytes);
    }
}

void
bl_collect_json_ld(bl_evidence *evidence)
{
    bl_ld_graph graph = {.evidence = evidence};
    size_t bytes = 0;
    for (uint32_t i = 0; i < evidence->page->script_count; i++)
        read_script(&graph, &evidence->page->scripts[i], &bytes);
    if (evidence->page->script_count == 0)
        read_script_elements(&graph, &bytes);
    if (graph.scripts.count == 0)
        return;
    index_ids(&graph);
    candidates found = find_candidates(&graph);
    claim_candidates(&graph, &found);
}
