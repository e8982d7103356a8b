/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Which pictures are the article's, with which address, caption and credit. */
#include "check.h"
#include <byline/byline.h>

#include "evidence/figures_url.h"

#define TEXT                                                                                              \
    "<p>The ferry between the two islands will not run next week, the harbour master said on Monday, as " \
    "its engine has to be taken out and repaired in the yard.</p><p>Passengers can take the bus to the "  \
    "northern bridge instead, which leaves every hour from the town hall and takes about forty minutes.</p>"

static byline_article *
parse(const char *html)
{
    byline_article *article = NULL;
    byline_options options = {.url = "https://news.example/island/ferry.html"};
    assert_int_equal(byline_parse(html, strlen(html), &options, &article, NULL), BYLINE_OK);
    return article;
}

static void
test_figure_above_the_text(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><body><article><h1>Ferry stops for a week</h1><figure><img src='/img/ferry.jpg' "
              "alt='A ferry' width='800' height='450'><figcaption>The ferry in the harbour."
              "<span class='credit'>Foto: Ina Muster</span></figcaption></figure>" TEXT "</article></body></html>");
    assert_int_equal(a->image_count, 1);
    assert_string_equal(a->images[0]->url, "https://news.example/img/ferry.jpg");
    assert_string_equal(a->images[0]->caption, "The ferry in the harbour.");
    assert_string_equal(a->images[0]->alt, "A ferry");
    assert_int_equal(a->images[0]->width, 800);
    assert_int_equal(a->images[0]->height, 450);
    assert_int_equal(strncmp(a->body[a->images[0]->body_index]->text, "The ferry between", 17), 0);
    assert_true(a->images[0]->lead);
    assert_non_null(a->images[0]->credit);
    byline_article_free(a);
}

static void
test_largest_of_what_is_offered(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><body><article><h1>Ferry stops for a week</h1>" TEXT
              "<figure><img src='data:image/gif;base64,R0' data-srcset='/a-320.jpg 320w, /a-1280.jpg 1280w, "
              "/a-640.jpg "
              "640w'><figcaption>One.</figcaption></figure>" TEXT
              "<figure><picture><source srcset='/b-1.jpg, /b-2.jpg 2x'><img src='/b-0.jpg'></picture>"
              "<figcaption>Two.</figcaption></figure>" TEXT
              "<figure><img class=lazy src='/placeholder.gif' data-src='/c.jpg'><noscript><img "
              "src='/c.jpg'></noscript>"
              "<figcaption>Three.</figcaption></figure>" TEXT "</article></body></html>");
    assert_int_equal(a->image_count, 3);
    assert_string_equal(a->images[0]->url, "https://news.example/a-1280.jpg");
    assert_string_equal(a->images[1]->url, "https://news.example/b-2.jpg");
    assert_string_equal(a->images[2]->url, "https://news.example/c.jpg");
    assert_string_equal(a->images[2]->caption, "Three.");
    byline_article_free(a);
}

static void
test_other_pictures_stay_out(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><body><header><img src='/logo.png'></header><article><h1>Ferry stops for a week</h1>"
              "<div class='byline'><img class='avatar' src='/people/ina.jpg' width='48' height='48'>By Ina "
              "Muster</div>" TEXT "<img src='https://count.example/pixel?x' width='1' height='1'>"
              "<div class='related'><a href='/other'><img src='/other.jpg'><h3>Another story</h3></a></div>" TEXT
              "</article><aside class='sidebar'><a href='/x'><img src='/x.jpg'><h3>More of "
              "it</h3></a></aside></body></html>");
    assert_int_equal(a->image_count, 0);
    byline_article_free(a);
}

static void
test_lost_picture_keeps_its_caption(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><body><article><h1>Ferry stops for a week</h1>" TEXT
              "<figure><div class='js-image'></div><figcaption>The old ferry before it was painted "
              "in the colours of the two islands.</figcaption></figure>" TEXT "</article></body></html>");
    assert_int_equal(a->image_count, 1);
    assert_null(a->images[0]->url);
    assert_non_null(a->images[0]->caption);
    for (size_t i = 0; i < a->body_count; i++)
        assert_null(strstr(a->body[i]->text, "painted"));
    byline_article_free(a);
}

static void
test_caption_in_an_element_called_credit(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><body><article><h1>Ferry stops for a week</h1><div><img src='/ferry.jpg'>"
              "<div class='photo-credit'>The ferry in the harbour. Photo: Ina Muster/dpa</div></div>" TEXT
              "</article></body></html>");
    assert_int_equal(a->image_count, 1);
    assert_non_null(a->images[0]->credit);
    byline_article_free(a);
}

static void
test_metadata_names_the_same_picture(void **state)
{
    (void)state;
    byline_article *a =
        parse("<html><head><meta property='og:image' "
              "content='https://cdn.example/1200x630/harbour-at-dawn.jpg?q=80'></head>"
              "<body><article><h1>Ferry stops for a week</h1>" TEXT
              "<figure><img src='/640/harbour-at-dawn-640x360.jpg'><figcaption>Dawn.</figcaption></figure>" TEXT
              "</article></body></html>");
    assert_int_equal(a->image_count, 1);
    assert_true(a->images[0]->lead);
    assert_string_equal(a->images[0]->caption, "Dawn.");
    byline_article_free(a);
}

static void
test_picture_keys(void **state)
{
    (void)state;
    WITH_ARENA(arena)
    {
        static const char *const same[][2] = {
            {"https://a.example/img/harbour-dawn.jpg", "https://b.example/x/harbour-dawn-1024x683.webp?w=3"},
            {"https://a.example/44152f97b643491c/16x9/1280@40.jpg",
             "https://a.example/44152f97b643491c/16x9/original.jpg"},
            {"https://a.example/2024/3700095/jpg/640x360", "https://a.example/2024/3700095/jpg/1200x628"},
            {"https://a.example/image/16798050_605.jpg", "https://a.example/image/16798050_6.jpg"},
            {"https://a.example/r/?url=https%3A%2F%2Fb.example%2Fpics%2Fold-bridge.jpg",
             "//b.example/pics/old-bridge.jpg"},
            {"https://a.example/up/harbour-dawn-1.jpg", "https://a.example/up/harbour-dawn-1-1024x683.jpg"},
            {"https://a.example/up/harbour-scaled.jpg", "https://a.example/up/harbour-768x512.jpg.webp"},
            {"https://a.example/up/harbour-dawn-e1612345678901.jpg", "https://a.example/up/harbour-dawn.jpg"},
            {"https://a.example/up/harbour-dawn-1200.jpg", "https://a.example/up/harbour-dawn-640.jpg"},
            {"https://a.example/_b/harbour.txinx1vq.png", "https://a.example/_b/harbour.txinx1vq_z5x6ll.webp"},
            {"https://a.example/static/harbour.3f9a1c2b.jpg", "https://a.example/static/harbour-640.88ab01cd.jpg"},
            {"https://a.example/unsafe/960x540/filters:quality(70)/2023/10/boat.jpg",
             "https://a.example/unsafe/1200x630/filters:quality(80):focal(12x9)/2023/10/boat.jpg"},
            {"https://a.example/img/640x360/news/boat.jpg", "https://a.example/img/1200x630/news/boat.jpg"},
            {"https://a.example/up%252Fharbour-dawn.jpg", "https://a.example/up/harbour-dawn.jpg"},
        };
        for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
            bl_span one = bl_picture_key(&arena, bl_span_of(same[i][0]));
            bl_span two = bl_picture_key(&arena, bl_span_of(same[i][1]));
            assert_true(one.n > 0 && bl_span_equal(one, two));
        }
        static const char *const different[][2] = {
            {"https://a.example/i/north-bridge.jpg", "https://a.example/i/south-bridge.jpg"},
            {"https://a.example/up/2025/06/IMG_0234-585x439.jpg", "https://a.example/up/2025/05/IMG_0234.jpg"},
            {"https://a.example/img/640x360/news/boat.jpg", "https://a.example/img/640x360/sport/boat.jpg"},
            {"https://a.example/img/north.b17.jpg", "https://a.example/img/north.b18.jpg"},
            {"https://a.example/gallery/1.jpg", "https://a.example/gallery/2.jpg"},
            {"https://a.example/IMG_20200101_0234.jpg", "https://a.example/IMG_20200101_0235.jpg"},
            {"https://a.example/up/4X6A1347.jpg", "https://a.example/up/4X6A1346.jpg"},
            {"https://a.example/8f4c1d2e-37a0-11f0-9b13-0c5e8f9a6b21.jpg",
             "https://a.example/91b02c4e-37a0-11f0-9b13-0c5e8f9a6b21.jpg"},
            {"https://a.example/13862022_W900C2040x1360o0x0.jpg", "https://a.example/13860098_W900C2040x1360o0x0.jpg"},
            {"https://a.example/20241108FerryFest-7373.jpg", "https://a.example/20241108FerryFest-7581.jpg"},
            {"https://a.example/ferry-school-20241125071038.png", "https://a.example/ferry-harbour-20241125071038.png"},
            {"https://a.example/r?url=%2Fup%2Fa.jpg&source=https%3A%2F%2Fb.example",
             "https://a.example/r?url=%2Fup%2Fb.jpg&source=https%3A%2F%2Fb.example"},
            {"https://a.example/r/harbour.jpg?source=https%3A%2F%2Fb.example",
             "https://a.example/r/lighthouse.jpg?source=https%3A%2F%2Fb.example"},
        };
        for (size_t i = 0; i < sizeof different / sizeof different[0]; i++)
            assert_false(bl_span_equal(bl_picture_key(&arena, bl_span_of(different[i][0])),
                                       bl_picture_key(&arena, bl_span_of(different[i][1]))));
    }
}

static void
test_picture_counters(void **state)
{
    (void)state;
    WITH_ARENA(arena)
    {
        static const char *const rows[][2] = {
            {"https://a.example/1535178347_2.jpg", "2"},
            {"https://a.example/ferry_1200x630_02.png?w=3", "02"},
            {"https://a.example/ferry-3-1024x683.jpg", "3"},
            {"https://a.example/ferry-1-1.jpg", "1-1"},
            {"https://a.example/ferry-1200-80.jpg", ""},
            {"https://a.example/1430475_605_0_0_0_2.jpg", ""},
            {"https://a.example/2-ferries.jpg", ""},
            {"https://a.example/2/", "2"},
            {"https://a.example/", ""},
        };
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            bl_span counter;
            bl_picture_counted_key(&arena, bl_span_of(rows[i][0]), &counter);
            assert_int_equal(counter.n, strlen(rows[i][1]));
            assert_true(bl_span_equal(counter, bl_span_of(rows[i][1])));
        }
    }
}

static void
test_srcset_of_any_form(void **state)
{
    (void)state;
    static const char *const sets[] = {"",
                                       ",",
                                       ",,, ,",
                                       "a",
                                       "a 1x,",
                                       " a 100w , b 200w",
                                       "a,b 99999999999w",
                                       "x 1.5x, y 1.25x",
                                       "data:image/png;base64,AA 2x, z 1x"};
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        bl_offer best = {0};
        bl_offer_take_srcset(bl_span_of(sets[i]), 1, &best);
    }
    bl_offer best = {0};
    bl_offer_take_srcset(BL_SPAN("https://a.example/w_640,h_3/p.jpg 640w, https://a.example/w_1280,h_6/p.jpg 1280w"), 1,
                         &best);
    assert_span_equal(best.url, "https://a.example/w_1280,h_6/p.jpg");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure_above_the_text),
        cmocka_unit_test(test_largest_of_what_is_offered),
        cmocka_unit_test(test_other_pictures_stay_out),
        cmocka_unit_test(test_lost_picture_keeps_its_caption),
        cmocka_unit_test(test_caption_in_an_element_called_credit),
        cmocka_unit_test(test_metadata_names_the_same_picture),
        cmocka_unit_test(test_picture_keys),
        cmocka_unit_test(test_picture_counters),
        cmocka_unit_test(test_srcset_of_any_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
