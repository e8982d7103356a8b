/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* meta, link and title elements; the address; values that were escaped twice; addresses resolved. */
#include "check.h"
#include "claims.h"
#include "evidence/plain.h"
#include "evidence/sources.h"
#include "evidence/url.h"

static bl_evidence *
read(bl_arena *a, const char *html)
{
    bl_evidence *e = evidence_of(a, html);
    bl_base_find(e);
    bl_collect_meta(e);
    bl_collect_address(e);
    return e;
}

static void
assert_in_order(const char *const *texts, size_t count)
{
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(texts[i - 1], texts[i]) < 0);
}

/* The tables are searched by halving. */
static void
test_names_are_in_order(void **state)
{
    static const char *const names[] = {
#define META(name, field, weight) name,
#include "evidence/meta.def"
#undef META
    };
    static const char *const own[] = {
#define OWN(last, field, weight) last,
#include "evidence/meta.def"
#undef OWN
    };
    static const char *const entities[] = {
#define ENTITY(name, rune) #name,
#include "evidence/entities.def"
#undef ENTITY
    };
    (void)state;
    assert_in_order(names, BL_COUNT(names));
    assert_in_order(own, BL_COUNT(own));
    assert_in_order(entities, BL_COUNT(entities));
}

static void
test_names(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(
            &a,
            "<html lang=de><head><title>Ein Titel</title><svg><title>Pfeil</title></svg>"
            "<meta property='og:title twitter:title' content='Zwei &amp;amp; drei'>"
            "<meta name='DCTERMS.Created' content='2020-01-02'><meta name=author content='Ina Muster'>"
            "<meta name='og:article:author' content='Ole Bild'><meta name=keywords content='a, b'>"
            "<meta property='og:site_name' content='Der Kai'><meta http-equiv=content-language content=de>"
            "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Uwe'>"
            "<meta name=author content='  '><link rel='shortlink' href='/?p=1'>"
            "<link rel=canonical href='https://kai.example/2020/05/06/titel/'></head></html>");
        assert_claim(e, HEADLINE, META, 0, "Ein Titel");
        assert_claim(e, HEADLINE, META, 1, "Zwei & drei");
        assert_claim(e, HEADLINE, META, 2, "Zwei & drei");
        assert_no_claim(e, HEADLINE, META, 3);
        assert_claim(e, PUBLISHED, META, 0, "2020-01-02");
        assert_claim(e, AUTHOR, META, 0, "Ina Muster");
        assert_claim(e, AUTHOR, META, 1, "Ole Bild");
        assert_claim(e, AUTHOR, META, 2, "Uwe");
        assert_no_claim(e, AUTHOR, META, 3);
        assert_claim(e, LANGUAGE, META, 0, "de");
        assert_claim(e, SHORT_URL, META, 0, "https://kai.example/?p=1");
        assert_claim(e, PUBLISHED, ADDRESS, 0, "2020-05-06");
    }
}

static void
test_images_are_grouped(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_evidence *e = read(
            &a,
            "<meta property=og:image content='https://kai.example/1.jpg'>"
            "<meta property=og:image:secure_url content='https://kai.example/1.jpg'>"
            "<meta property=og:image:width content=640><meta property=og:image content='//kai.example/2.jpg'>"
            "<meta property=og:image:alt content='Ein Kai'><meta property=og:image "
            "content='data:image/png,x'>");
        const bl_claim *first = claim_of(e, BL_FIELD_IMAGE, BYLINE_SOURCE_META, 0);
        const bl_claim *second = claim_of(e, BL_FIELD_IMAGE, BYLINE_SOURCE_META, 1);
        assert_span_equal(second->value, "https://kai.example/2.jpg");
        assert_int_equal(claim_of(e, BL_FIELD_IMAGE_WIDTH, BYLINE_SOURCE_META, 0)->entity, first->entity);
        assert_int_equal(claim_of(e, BL_FIELD_IMAGE_ALT, BYLINE_SOURCE_META, 0)->entity, second->entity);
        assert_no_claim(e, IMAGE, META, 2);
    }
}

static void
test_days_in_addresses(void **state)
{
    static const struct {
        const char *url;
        const char *day;
    } rows[] = {
        {"https://kai.example/2020/05/06/titel", "2020-05-06"},
        {"https://kai.example/2020-05-06-titel", "2020-05-06"},
        {"https://kai.example/news/20200506/titel", "2020-05-06"},
        {"https://kai.example/2020/may/6/titel", "2020-05-06"},
        {"https://kai.example/2020/5/6/titel", "2020-05-06"},
        {"https://kai.example/2020/05/titel", "2020-05"},
        {"https://kai.example/a-20201301", NULL},
        {"https://kai.example/9999/12/31/x", NULL},
        {"https://kai.example/art/12020050612", NULL},
        {"ftp://kai.example/2020/05/06/titel", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WITH_ARENA(a)
        {
            bl_evidence *e = evidence_of(&a, "<p>x");
            e->url = bl_span_of(rows[i].url);
            bl_collect_address(e);
            if (rows[i].day)
                assert_claim(e, PUBLISHED, ADDRESS, 0, rows[i].day);
            else
                assert_no_claim(e, PUBLISHED, ADDRESS, 0);
        }
    }
}

static void
test_plain(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        assert_span_equal(bl_plain(&a, BL_SPAN("a &amp;quot;b&quot; &#8217;&#x41; <b>c</b>")),
                          "a \"b\" \xE2\x80\x99"
                          "A c");
        assert_span_equal(bl_plain(&a, BL_SPAN("R&D < 5 & 3 > 2 &nosuch; &#xFFFFFFFF;")),
                          "R&D < 5 & 3 > 2 &nosuch; &#xFFFFFFFF;");
        assert_span_equal(bl_plain(&a, BL_SPAN("x &")), "x &");
        assert_span_equal(bl_plain(&a, BL_SPAN("x <")), "x <");
    }
}

static void
test_resolve(void **state)
{
    static const struct {
        const char *base, *relative, *url;
    } rows[] = {
        {"https://kai.example/a/b", "../c d.jpg", "https://kai.example/c%20d.jpg"},
        {"https://kai.example/a/b", "?q=1", "https://kai.example/a/b?q=1"},
        {"https://kai.example/a/b", "//cdn.example/x", "https://cdn.example/x"},
        {"http://kai.example/a/b", "HTTP://x.example/\xC3\xA4", "http://x.example/%C3%A4"},
        {"", "//cdn.example/x", "https://cdn.example/x"},
        {"", "/x", ""},
        {"https://kai.example/", "javascript:void(0)", ""},
        {"https://kai.example/", "mailto:a@b.example", ""},
        {"https://kai.example/", "data:image/gif,x", ""},
        {"https://kai.example/", " \t ", ""},
        {"https://kai.example/", "100%", "https://kai.example/100%25"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WITH_ARENA(a)
        {
            bl_span url = bl_url_resolve(&a, bl_span_of(rows[i].base), bl_span_of(rows[i].relative));
            assert_span_equal(url, rows[i].url);
        }
    }
}

static void
test_same_page(void **state)
{
    (void)state;
    assert_true(bl_url_same_page(BL_SPAN("http://www.kai.example/a/"), BL_SPAN("https://kai.example/a?x#y")));
    assert_false(bl_url_same_page(BL_SPAN("https://kai.example/a"), BL_SPAN("https://kai.example/b")));
    assert_false(
        bl_url_same_page(BL_SPAN("https://kai.example/?id=1"), BL_SPAN("https://kai.example/?id=2")));
    assert_true(bl_url_same_site(BL_SPAN("https://news.kai.example/"), BL_SPAN("https://www.kai.example/x")));
    assert_false(bl_url_same_site(BL_SPAN("https://kai.example/"), BL_SPAN("https://okai.example/")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_in_order),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_images_are_grouped),
        cmocka_unit_test(test_days_in_addresses),
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_resolve),
        cmocka_unit_test(test_same_page),
    };
    return cmocka_run_group_tests_name("meta", tests, NULL, NULL);
}
