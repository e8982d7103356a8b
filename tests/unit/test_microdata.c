/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Microdata, RDFa, hNews and h-entry. */
#include "check.h"
#include "claims.h"
#include "evidence/sources.h"
#include "evidence/url.h"
#include "evidence/words.h"

static bl_evidence *
read(bl_arena *a, const char *html)
{
    bl_evidence *e = evidence_of(a, html);
    e->url = BL_SPAN("https://kai.example/a");
    bl_base_find(e);
    bl_words_collect(e);
    bl_collect_microdata(e);
    bl_collect_entry(e);
    return e;
}

static void
test_microdata(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(
            &a,
            "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>Kai zu</h1>"
            "<span itemprop=author itemscope itemtype='http://schema.org/Person'>"
            "<a itemprop=url href='/ina'><span itemprop=name>Ina Muster</span></a></span>"
            "<span itemprop=author itemscope>Ole Bild</span><b itemprop='editor'>Uwe Rot</b>"
            "<time itemprop='datePublished dateModified' datetime='2020-05-06T07:08Z'>6. Mai</time>"
            "<div itemprop=image itemscope itemtype='http://schema.org/ImageObject'>"
            "<meta itemprop=url content='/1.jpg'><meta itemprop=width content=640></div>"
            "<div itemprop=publisher itemscope><meta itemprop=name content='Der Kai'></div>"
            "<aside itemprop=comment itemscope><span itemprop=author>Troll</span></aside></div>"
            "<div itemscope itemtype='http://schema.org/NewsArticle'><b itemprop=headline>Anderes</b></div>");
        assert_claim(e, HEADLINE, MICRODATA, 0, "Kai zu");
        assert_no_claim(e, HEADLINE, MICRODATA, 1);
        assert_claim(e, AUTHOR, MICRODATA, 0, "Ina Muster");
        assert_claim(e, AUTHOR_URL, MICRODATA, 0, "https://kai.example/ina");
        assert_claim(e, AUTHOR, MICRODATA, 1, "Ole Bild");
        assert_claim(e, AUTHOR, MICRODATA, 2, "Uwe Rot");
        assert_claim(e, AUTHOR_ROLE, MICRODATA, 2, "editor");
        assert_no_claim(e, AUTHOR, MICRODATA, 3);
        assert_claim(e, PUBLISHED, MICRODATA, 0, "2020-05-06T07:08Z");
        assert_claim(e, MODIFIED, MICRODATA, 0, "2020-05-06T07:08Z");
        assert_claim(e, IMAGE, MICRODATA, 0, "https://kai.example/1.jpg");
        assert_claim(e, PUBLISHER, MICRODATA, 0, "Der Kai");
        assert_int_equal(claim_of(e, BL_FIELD_IMAGE, BYLINE_SOURCE_MICRODATA, 0)->entity,
                         claim_of(e, BL_FIELD_IMAGE_WIDTH, BYLINE_SOURCE_MICRODATA, 0)->entity);
    }
}

static void
test_rdfa(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<article vocab='https://schema.org/' typeof=Article><h1 property=headline>Kai"
                     "</h1><p property='schema:author' typeof=Person><i property=name>Ina</i></p>"
                     "<meta property='og:title' content='Nein'></article>");
        assert_claim(e, HEADLINE, MICRODATA, 0, "Kai");
        assert_no_claim(e, HEADLINE, MICRODATA, 1);
        assert_claim(e, AUTHOR, MICRODATA, 0, "Ina");
    }
}

/* A list of teasers, none of which is this page's. */
static void
test_lists_say_nothing(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<div itemscope itemtype='https://schema.org/Article'><b itemprop=headline>A</b></div>"
                     "<div itemscope itemtype='https://schema.org/Article'><b itemprop=headline>B</b></div>"
                     "<div itemscope itemtype='https://schema.org/Article'><b itemprop=headline>C</b></div>"
                     "<div class=hentry><b class=entry-title>D</b></div>"
                     "<div class=hentry><b class=entry-title>E</b></div>");
        assert_no_claim(e, HEADLINE, MICRODATA, 0);
    }
}

static void
test_entry(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e =
            read(&a, "<article class='post hentry'><h1 class=entry-title>Kai zu</h1>"
                     "<abbr class=published title='2020-05-06T07:08:09+02:00'>heute</abbr>"
                     "<span class='author vcard'><a class='url fn' href='/ina'>Ina Muster</a></span>"
                     "<div class='vcard'><b class=fn>Jemand</b></div><time class=updated>2020-05-07</time>"
                     "</article>");
        assert_claim(e, HEADLINE, MICRODATA, 0, "Kai zu");
        assert_claim(e, PUBLISHED, MICRODATA, 0, "2020-05-06T07:08:09+02:00");
        assert_claim(e, MODIFIED, MICRODATA, 0, "2020-05-07");
        assert_claim(e, AUTHOR, MICRODATA, 0, "Ina Muster");
        assert_claim(e, AUTHOR_URL, MICRODATA, 0, "https://kai.example/ina");
        assert_no_claim(e, AUTHOR, MICRODATA, 1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_microdata),
        cmocka_unit_test(test_rdfa),
        cmocka_unit_test(test_lists_say_nothing),
        cmocka_unit_test(test_entry),
    };
    return cmocka_run_group_tests_name("microdata", tests, NULL, NULL);
}
