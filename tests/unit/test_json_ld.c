/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which object of the JSON-LD is the article, and what is claimed of it. */
#include <stdio.h>

#include "check.h"
#include "claims.h"
#include "evidence/sources.h"
#include "evidence/url.h"

static bl_evidence *
read(bl_arena *a, const char *script)
{
    char page[4000];
    snprintf(page, sizeof page,
             "<html><head><title>Harbour bridge closes | The Pier</title>"
             "<link rel=canonical href='https://pier.example/news/bridge'>"
             "<script type='application/ld+json'>%s</script></head><body></body></html>",
             script);
    bl_evidence *e = evidence_of(a, bl_strndup(a, page, strlen(page)));
    bl_base_find(e);
    bl_collect_meta(e);
    bl_collect_json_ld(e);
    return e;
}

static void
test_article(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "[{\"@context\":\"https://schema.org\",\"@type\":[\"Thing\",\"NewsArticle\"],"
                     "\"headline\":\"Harbour bridge &amp;amp; ferry "
                     "close\",\"datePublished\":\"2021-03-04T05:06:00Z\","
                     "\"author\":[{\"@type\":\"Person\",\"name\":\"Ina Muster\",\"url\":\"/people/ina\"},"
                     "{\"@type\":\"Organization\",\"name\":\"The Pier\"}],"
                     "\"image\":{\"@type\":\"ImageObject\",\"url\":\"/i/1.jpg\",\"width\":\"640 "
                     "px\",\"caption\":\"A bridge\","
                     "\"creator\":{\"name\":\"Ole Bild\"}},"
                     "\"publisher\":{\"name\":\"The Pier\",\"url\":\"https://pier.example\"},"
                     "\"keywords\":[\"Bridges\",{\"@type\":\"DefinedTerm\",\"name\":\"Harbours\"}],"
                     "\"isAccessibleForFree\":\"False\"}]");
        assert_claim(e, HEADLINE, JSON_LD, 0, "Harbour bridge & ferry close");
        assert_claim(e, PUBLISHED, JSON_LD, 0, "2021-03-04T05:06:00Z");
        assert_claim(e, AUTHOR, JSON_LD, 0, "Ina Muster");
        assert_claim(e, AUTHOR, JSON_LD, 1, "The Pier");
        assert_claim(e, AUTHOR_TYPE, JSON_LD, 1, "Organization");
        assert_claim(e, IMAGE, JSON_LD, 0, "https://pier.example/i/1.jpg");
        assert_claim(e, IMAGE_CAPTION, JSON_LD, 0, "A bridge");
        assert_claim(e, IMAGE_PERSON, JSON_LD, 0, "Ole Bild");
        assert_claim(e, TOPIC, JSON_LD, 1, "Harbours");
        assert_claim(e, FREE_ACCESS, JSON_LD, 0, "False");
        assert_claim(e, PUBLISHER_URL, JSON_LD, 0, "https://pier.example");
        assert_claim(e, KIND, JSON_LD, 0, "NewsArticle");
        const bl_claim *second = claim_of(e, BL_FIELD_AUTHOR, BYLINE_SOURCE_JSON_LD, 1);
        const bl_claim *first = claim_of(e, BL_FIELD_AUTHOR, BYLINE_SOURCE_JSON_LD, 0);
        assert_string_equal(second->path, "/0/author/1/name");
        assert_int_not_equal(first->entity, second->entity);
        assert_int_equal(claim_of(e, BL_FIELD_AUTHOR_URL, BYLINE_SOURCE_JSON_LD, 0)->entity, first->entity);
        assert_true(second->length > 0);
    }
}

static void
test_references(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"Harbour bridge closes\","
                     "\"author\":{\"@id\":\"#ina\"}},{\"@type\":\"Person\",\"@id\":\"#ina\","
                     "\"name\":\"Ina Muster\"},{\"@type\":\"WebSite\",\"name\":\"The Pier\"},"
                     "{\"@id\":\"#loop\",\"author\":{\"@id\":\"#loop\"}}]}");
        assert_claim(e, AUTHOR, JSON_LD, 0, "Ina Muster");
        assert_claim(e, PUBLISHER, JSON_LD, 0, "The Pier");
    }
}

/* Of several articles the one of this page speaks; those of lists never do. */
static void
test_chooses_the_article_of_the_page(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "[{\"@type\":\"NewsArticle\",\"headline\":\"Another story altogether\",\"author\":\"A\","
                     "\"url\":\"https://pier.example/news/other\"},"
                     "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge shut\",\"author\":\"B\","
                     "\"url\":\"https://pier.example/news/bridge/\"},"
                     "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\","
                     "\"headline\":\"Harbour bridge closes\",\"author\":\"C\"}]}]");
        assert_claim(e, AUTHOR, JSON_LD, 0, "B");
        assert_no_claim(e, AUTHOR, JSON_LD, 1);
    }
}

static void
test_ignores_other_things(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(&a, "{\"@type\":\"Product\",\"name\":\"A boat\",\"author\":\"X\"}");
        assert_no_claim(e, HEADLINE, JSON_LD, 0);
        e = read(&a, "{\"@type\":\"NewsArticle\",\"headline\":null,\"author\":[null,{}],\"image\":[[],{}]}");
        assert_no_claim(e, HEADLINE, JSON_LD, 0);
        assert_no_claim(e, AUTHOR, JSON_LD, 0);
        assert_no_claim(e, IMAGE, JSON_LD, 0);
    }
}

static void
test_too_much_is_said(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = evidence_of(&a, "<script type='application/ld+json'>{\"@type\":\"Article\","
                                         "\"headline\":\"Harbour bridge closes\"}</script>");
        e->page->limits.json_ld_bytes = 10;
        bl_collect_json_ld(e);
        assert_no_claim(e, HEADLINE, JSON_LD, 0);
        assert_int_equal(e->page->limit, BYLINE_LIMIT_JSON_LD);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_chooses_the_article_of_the_page),
        cmocka_unit_test(test_ignores_other_things),
        cmocka_unit_test(test_too_much_is_said),
    };
    return cmocka_run_group_tests_name("json_ld", tests, NULL, NULL);
}
