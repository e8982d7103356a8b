/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* NITF: an article made by hand in, exact XML out; and XML's own rules, whatever a text holds. */
#include "written.h"

#include <stdio.h>

#include "write/nitf.h"

static void
assert_has(const char *text, const char *part)
{
    if (strstr(text, part))
        return;
    size_t same = 0; /* the longest beginning of it that is there says where they part */
    for (const char *at = text; *at; at++) {
        size_t n = 0;
        while (part[n] && at[n] == part[n])
            n++;
        same = n > same ? n : same;
    }
    fail_msg("all is there but: %.200s", part + same);
}

#define ROOT "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
             "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" version=\"-//IPTC//DTD NITF 3.6//EN\""

static void
test_empty_article(void **state)
{
    (void)state;
    byline_article article = {0};
    assert_string_equal(written(&article, BYLINE_FORMAT_NITF, NULL), ROOT ">\n"
        "  <head>\n"
        "    <docdata>\n"
        "      <identified-content>\n"
        "        <classifier type=\"kind\" value=\"other\"/>\n"
        "      </identified-content>\n"
        "    </docdata>\n"
        "    <pubdata type=\"web\"/>\n"
        "  </head>\n"
        "  <body>\n"
        "    <body.head/>\n"
        "    <body.content/>\n"
        "  </body>\n"
        "</nitf>\n");
}

/* ---- head ---------------------------------------------------------------------------------------------- */

static void
test_head(void **state)
{
    (void)state;
    byline_publisher publisher = {.name = "The Shore"};
    byline_date published = {.precision = BYLINE_PRECISION_MINUTE, .has_offset = true, .iso = "2024-05-02T09:30-03:30"};
    byline_date modified = {.precision = BYLINE_PRECISION_MONTH, .iso = "2024-06"};
    byline_agency_mention dpa = {"dpa", "Deutsche Presse-Agentur", "dpa", BYLINE_RELATION_SOURCE}, *agencies[] = {&dpa};
    byline_credit credit = {.text = "(c) dpa", .agencies = agencies, .agency_count = 1, .license = "CC BY 4.0",
                            .reference = "dpa:1-2/3", .marks = BYLINE_MARK_COPYRIGHT};
    const char *topics[] = {"Ferries", "\"Islands\""};
    byline_article article = {
        .kind = BYLINE_KIND_LIVE_BLOG, .headline = "Ferry <returns>", .language = "pt-BR", .publisher = &publisher,
        .url = "https://shore.example/1?a=1&b=2", .short_url = "https://sh.example/1", .section = "Coast",
        .published = &published, .modified = &modified, .credit_line = &credit, .topics = topics, .topic_count = 2,
        .free_access = BYLINE_NO, .charset = "utf-8", .truncated = true, .limit = BYLINE_LIMIT_NODES,
    };
    const char *text = written(&article, BYLINE_FORMAT_NITF, NULL);
    assert_has(text, ROOT " baselang=\"pt-BR\" xml:lang=\"pt-BR\">\n"
        "  <head>\n"
        "    <title>Ferry &lt;returns&gt;</title>\n"
        "    <meta name=\"short_url\" content=\"https://sh.example/1\"/>\n"
        "    <meta name=\"modified\" content=\"2024-06\"/>\n"
        "    <meta name=\"free_access\" content=\"false\"/>\n"
        "    <meta name=\"charset\" content=\"utf-8\"/>\n"
        "    <meta name=\"truncated\" content=\"nodes\"/>\n"
        "    <docdata>\n"
        "      <doc-id regsrc=\"The Shore\" id-string=\"https://shore.example/1?a=1&amp;b=2\"/>\n"
        "      <doc-id regsrc=\"Deutsche Presse-Agentur\" id-string=\"dpa:1-2/3\"/>\n"
        "      <date.issue norm=\"20240502T093000-0330\"/>\n"
        "      <date.release norm=\"20240502T093000-0330\"/>\n"
        "      <doc.copyright holder=\"Deutsche Presse-Agentur\"/>\n"
        "      <doc.rights limitations=\"CC BY 4.0\"/>\n"
        "      <key-list>\n"
        "        <keyword key=\"Ferries\"/>\n"
        "        <keyword key=\"&quot;Islands&quot;\"/>\n"
        "      </key-list>\n"
        "      <identified-content>\n"
        "        <classifier type=\"kind\" value=\"live_blog\"/>\n"
        "        <classifier type=\"section\" value=\"Coast\"/>\n"
        "      </identified-content>\n"
        "    </docdata>\n"
        "    <pubdata type=\"web\" date.publication=\"20240502T093000-0330\" name=\"The Shore\""
        " position.section=\"Coast\" ex-ref=\"https://shore.example/1?a=1&amp;b=2\"/>\n"
        "  </head>\n");
    byline_write_options options = {.file = "a \"b\".html"};
    assert_has(written(&article, BYLINE_FORMAT_NITF, &options), "    <meta name=\"file\" content=\"a &quot;b&quot;.html\"/>\n");
}

static void
test_dates(void **state)
{
    (void)state;
    static const struct {
        byline_precision precision;
        const char *iso;
        const char *norm; /* NULL is none */
    } DATES[] = {
        {BYLINE_PRECISION_SECOND, "2024-03-09T07:15:59+01:00", "20240309T071559+0100"},
        {BYLINE_PRECISION_SECOND, "2023-06-13T12:15:32Z", "20230613T121532Z"},
        {BYLINE_PRECISION_SECOND, "2023-06-13T12:15:32", "20230613T121532"},
        {BYLINE_PRECISION_MINUTE, "2023-06-13T12:15-05:00", "20230613T121500-0500"},
        {BYLINE_PRECISION_HOUR, "2023-06-13T12:00", "20230613T120000"},
        {BYLINE_PRECISION_DAY, "2013-05-08", "20130508T000000"},
        {BYLINE_PRECISION_MONTH, "2013-05", NULL},
        {BYLINE_PRECISION_YEAR, "2013", NULL},
        {BYLINE_PRECISION_DAY, "", "00000000T000000"},
        {BYLINE_PRECISION_SECOND, "2013-05-08T01:02:03:04:05:06:07", "20130508T010203"},
    };
    char norm[BL_NITF_DATE];
    for (size_t i = 0; i < sizeof DATES / sizeof DATES[0]; i++) {
        byline_date date = {.precision = DATES[i].precision};
        memcpy(date.iso, DATES[i].iso, strlen(DATES[i].iso));
        assert_int_equal(bl_nitf_date(&date, norm), DATES[i].norm != NULL);
        if (DATES[i].norm)
            assert_string_equal(norm, DATES[i].norm);
    }
    assert_false(bl_nitf_date(NULL, norm));
}

static void
test_language(void **state)
{
    (void)state;
    static const char *const bad[] = {"e n", "en_GB", "-en", "en-", "abcdefghi", "1a", "", "en--GB", "\xC3\xA4"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        byline_article article = {.language = bad[i]};
        assert_null(strstr(written(&article, BYLINE_FORMAT_NITF, NULL), "lang"));
    }
    byline_article article = {.language = "zh-Hant-TW"};
    assert_has(written(&article, BYLINE_FORMAT_NITF, NULL), "xml:lang=\"zh-Hant-TW\"");
}

/* ---- body ---------------------------------------------------------------------------------------------- */

static void
test_body_head(void **state)
{
    (void)state;
    byline_person ana = {.name = "Ana Petrov", .role = BYLINE_ROLE_REPORTER, .title = "coast correspondent",
                         .outlet = "The Shore", .place = "Sandvik", .url = "https://shore.example/ana"};
    byline_person bo = {.name = "Bo Tern", .role = BYLINE_ROLE_AUTHOR, .agency_id = "ap", .url = "mailto:bo@shore.example"};
    byline_person wire = {.name = "Reuters", .role = BYLINE_ROLE_AGENCY, .agency_id = "reuters"};
    byline_person desk = {.name = "Night desk", .role = BYLINE_ROLE_ORGANIZATION};
    byline_person *authors[] = {&ana, &bo, &wire, &desk};
    byline_agency_mention ap = {"ap", "Associated Press", "AP", BYLINE_RELATION_SOURCE};
    byline_agency_mention afp = {"afp", "Agence France-Presse", "AFP", BYLINE_RELATION_STAFF};
    byline_agency_mention *agencies[] = {&ap, &afp}, *again[] = {&ap};
    byline_date day = {.precision = BYLINE_PRECISION_DAY, .iso = "2024-05-07"};
    byline_dateline dateline = {.text = "SANDVIK, May 7 (AP)", .place = "Sandvik", .date = &day, .date_text = "May 7",
                                .agencies = agencies, .agency_count = 2};
    byline_credit credit = {.text = "is/kl (AP)", .agencies = again, .agency_count = 1};
    byline_article article = {.kicker = "Coast", .lead = "One.\nTwo.", .authors = authors, .author_count = 4,
                              .dateline = &dateline, .credit_line = &credit};
    const char *text = written(&article, BYLINE_FORMAT_NITF, NULL);
    assert_has(text, "    <body.head>\n"
        "      <hedline>\n"
        "        <hl1/>\n"
        "        <hl2 class=\"kicker\">Coast</hl2>\n"
        "      </hedline>\n"
        "      <byline class=\"reporter\"><person>Ana Petrov</person>, <byttl>coast correspondent, <org>The Shore</org></byttl>,"
        " <location>Sandvik</location><virtloc value=\"https://shore.example/ana\"/></byline>\n"
        "      <byline class=\"author\"><person>Bo Tern</person>,"
        " <byttl><org idsrc=\"wikidata\" value=\"Q40469\">Associated Press</org></byttl></byline>\n"
        "      <byline class=\"agency\"><byttl><org idsrc=\"wikidata\" value=\"Q130879\">Reuters</org></byttl></byline>\n"
        "      <byline class=\"organization\"><byttl><org>Night desk</org></byttl></byline>\n"
        "      <distributor><org idsrc=\"wikidata\" value=\"Q40469\">Associated Press</org></distributor>\n"
        "      <dateline><location>Sandvik</location>, <story.date norm=\"20240507T000000\">May 7</story.date></dateline>\n"
        "      <abstract>\n"
        "        <p>One.</p>\n"
        "        <p>Two.</p>\n"
        "      </abstract>\n"
        "    </body.head>\n");
    assert_has(text, "    <body.end>\n"
        "      <tagline>is/kl (<org idsrc=\"wikidata\" value=\"Q40469\">AP</org>)</tagline>\n"
        "    </body.end>\n");
    dateline.place = NULL;
    dateline.date = NULL;
    dateline.date_text = NULL;
    assert_has(written(&article, BYLINE_FORMAT_NITF, NULL), "<dateline>SANDVIK, May 7 (AP)</dateline>");
}

static void
test_blocks(void **state)
{
    (void)state;
    byline_block blocks[] = {
        {.type = BYLINE_BLOCK_PARAGRAPH, .text = "One\ntwo"},
        {.type = BYLINE_BLOCK_HEADING, .level = 3, .text = "Twice a day"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "a"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "b"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "c"},
        {.type = BYLINE_BLOCK_QUOTE, .text = "Said."},
        {.type = BYLINE_BLOCK_PREFORMATTED, .text = "x\n y"},
        {.type = BYLINE_BLOCK_TABLE, .text = "1\t2\n\n3"},
        {.type = BYLINE_BLOCK_EMBED, .text = "A post", .url = "https://posts.example/1"},
        {.type = BYLINE_BLOCK_EMBED, .text = "Nowhere"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "last"},
    };
    byline_block *body[11];
    for (size_t i = 0; i < 11; i++)
        body[i] = &blocks[i];
    byline_image between = {.url = "https://shore.example/a.jpg", .body_index = 4};
    byline_image behind = {.url = "javascript:alert(1)", .body_index = 11};
    byline_image *images[] = {&between, &behind};
    byline_article article = {.body = body, .body_count = 11, .images = images, .image_count = 2};
#define LINE "      "
    assert_has(written(&article, BYLINE_FORMAT_NITF, NULL), "    <body.content>\n"
        LINE "<p>One<br/>two</p>\n"
        LINE "<hl2 class=\"h3\">Twice a day</hl2>\n"
        LINE "<ul>\n"
        LINE "  <li>a</li>\n"
        LINE "  <li>b</li>\n"
        LINE "</ul>\n"
        LINE "<media media-type=\"image\">\n"
        LINE "  <media-reference source=\"https://shore.example/a.jpg\"/>\n"
        LINE "</media>\n"
        LINE "<ul>\n"
        LINE "  <li>c</li>\n"
        LINE "</ul>\n"
        LINE "<bq>\n"
        LINE "  <block>\n"
        LINE "    <p>Said.</p>\n"
        LINE "  </block>\n"
        LINE "</bq>\n"
        LINE "<pre>x\n y</pre>\n"
        LINE "<table>\n"
        LINE "  <tr>\n"
        LINE "    <td>1</td>\n"
        LINE "    <td>2</td>\n"
        LINE "  </tr>\n"
        LINE "  <tr>\n"
        LINE "    <td/>\n"
        LINE "  </tr>\n"
        LINE "  <tr>\n"
        LINE "    <td>3</td>\n"
        LINE "  </tr>\n"
        LINE "</table>\n"
        LINE "<media media-type=\"other\">\n"
        LINE "  <media-reference source=\"https://posts.example/1\"/>\n"
        LINE "  <media-caption>A post</media-caption>\n"
        LINE "</media>\n"
        LINE "<block class=\"embed\">\n"
        LINE "  <p>Nowhere</p>\n"
        LINE "</block>\n"
        LINE "<ul>\n"
        LINE "  <li>last</li>\n"
        LINE "</ul>\n"
        LINE "<media media-type=\"image\">\n"
        LINE "  <media-reference/>\n"
        LINE "</media>\n"
        "    </body.content>\n");
}

static void
test_image(void **state)
{
    (void)state;
    byline_person taker = {.name = "Jan Kowal", .role = BYLINE_ROLE_PHOTOGRAPHER}, *people[] = {&taker};
    byline_agency_mention afp = {"afp", "Agence France-Presse", "AFP", BYLINE_RELATION_SOURCE};
    byline_agency_mention *agencies[] = {&afp};
    const char *sources[] = {"Shore"};
    byline_credit credit = {.text = "Photo (AFPX): JAN KOWAL/Shoreline/AFP via Shore", .people = people, .people_count = 1,
                            .agencies = agencies, .agency_count = 1, .other_sources = sources, .other_source_count = 1,
                            .pool = true, .client = "The Shore", .marks = BYLINE_MARK_ARCHIVE | BYLINE_MARK_POOL};
    byline_image image = {.url = "https://shore.example/a.jpg", .lead = true, .caption = "The pier.", .alt = "A \"pier\"",
                          .width = 640, .height = 480, .credit = &credit};
    byline_image *images[] = {&image};
    byline_article article = {.images = images, .image_count = 1};
    assert_has(written(&article, BYLINE_FORMAT_NITF, NULL),
        LINE "<media media-type=\"image\" class=\"lead\">\n"
        LINE "  <media-metadata name=\"client\" value=\"The Shore\"/>\n"
        LINE "  <media-metadata name=\"pool\" value=\"true\"/>\n"
        LINE "  <media-metadata name=\"mark\" value=\"archive\"/>\n"
        LINE "  <media-reference source=\"https://shore.example/a.jpg\" alternate-text=\"A &quot;pier&quot;\""
        " width=\"640\" height=\"480\" units=\"pixels\"/>\n"
        LINE "  <media-caption>The pier.</media-caption>\n"
        LINE "  <media-producer>Photo (AFPX): <person>JAN KOWAL</person>/Shoreline/"
        "<org idsrc=\"wikidata\" value=\"Q40464\">AFP</org> via <org>Shore</org></media-producer>\n"
        LINE "</media>\n");
}

/* ---- XML ------------------------------------------------------------------------------------------------ */

static void
assert_holds(const char *text, const char *before, const char *part, const char *after)
{
    char want[128];
    snprintf(want, sizeof want, "%s%s%s", before, part, after);
    assert_has(text, want);
}

static void
test_what_xml_cannot_say(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *xml;
    } TEXTS[] = {
        {"a<b>&\"]]>", "a&lt;b&gt;&amp;\"]]&gt;"},
        {"\x01\x08\x0B\x0C\r\x0E\x1F\x7F" "a", "a"},
        {"\xC2\x80\xC2\x9F" "a\xC2\xA0", "a\xC2\xA0"},
        {"\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD", "\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD"}, /* U+FFFE, U+FFFF, U+FFFD */
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                             /* a lone surrogate */
        {"\xFF" "a\xC3", "\xEF\xBF\xBD" "a\xEF\xBF\xBD"},
        {"\xF0\x9F\x98\x80\xF0\x9F\xBF\xBF", "\xF0\x9F\x98\x80\xF0\x9F\xBF\xBF"},
        {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, /* past the end of Unicode */
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        const char *topics[] = {TEXTS[i].text};
        byline_article article = {.headline = TEXTS[i].text, .topics = topics, .topic_count = 1};
        const char *text = written(&article, BYLINE_FORMAT_NITF, NULL);
        assert_holds(text, "<hl1>", TEXTS[i].xml, "</hl1>");
        if (i > 0) /* no quotes */
            assert_holds(text, "<keyword key=\"", TEXTS[i].xml, "\"/>");
    }
}

/* Longer than a piece, with what takes several bytes and an escape at every place of it. */
static void
test_long_text(void **state)
{
    (void)state;
    char text[4096], want[3 * sizeof text];
    for (size_t shift = 0; shift < 8; shift++) {
        size_t n = 0, w = 0;
        for (; n < shift; n++)
            text[n] = want[w++] = 'x';
        for (; n + 8 < sizeof text; n += 5, w += 9) {
            memcpy(text + n, "\xF0\x9F\x98\x80<", 5);
            memcpy(want + w, "\xF0\x9F\x98\x80&lt;<", 9);
            w--;
        }
        text[n] = '\0';
        memcpy(want + w, "</hl1>", 7);
        byline_article article = {.headline = text};
        assert_has(written(&article, BYLINE_FORMAT_NITF, NULL), want);
    }
}

static bool
count(void *context, const char *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

static bool
refuse(void *context, const char *bytes, size_t size)
{
    (void)context, (void)bytes, (void)size;
    return false;
}

static void
test_failures(void **state)
{
    (void)state;
    byline_article article = {.headline = "Ferry returns"};
    size_t length = strlen(written(&article, BYLINE_FORMAT_NITF, NULL)), seen = 0;
    byline_error error = {0};
    byline_write_options options = {.output_bytes = length};
    assert_int_equal(byline_write(&article, BYLINE_FORMAT_NITF, &options, count, &seen, NULL), BYLINE_OK);
    assert_int_equal(seen, length);
    for (size_t most = 1; most < length; most++) {
        options.output_bytes = most;
        seen = 0;
        assert_int_equal(byline_write(&article, BYLINE_FORMAT_NITF, &options, count, &seen, &error),
                         BYLINE_E_LIMIT_OUTPUT);
        assert_int_equal(seen, 0);
    }
    assert_int_equal(byline_write(&article, BYLINE_FORMAT_NITF, NULL, refuse, NULL, &error), BYLINE_E_WRITE);
    options = (byline_write_options){.field = "headline"};
    assert_int_equal(byline_write(&article, BYLINE_FORMAT_NITF, &options, count, &seen, &error), BYLINE_E_ARGUMENT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_article), cmocka_unit_test(test_head),
        cmocka_unit_test(test_dates),         cmocka_unit_test(test_language),
        cmocka_unit_test(test_body_head),     cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_image),         cmocka_unit_test(test_what_xml_cannot_say),
        cmocka_unit_test(test_long_text),     cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests_name("nitf", tests, NULL, NULL);
}
