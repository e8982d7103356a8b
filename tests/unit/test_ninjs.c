/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* ninjs: an article made by hand in, exact JSON out. */
#include "written.h"

static void
assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("there is no %s in\n%s", part, text);
}

#define STANDARD "{\n  \"standard\": {\"name\": \"ninjs\", \"version\": \"3.1\", " \
                 "\"schema\": \"http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#\"},\n"

static void
test_whole_article(void **state)
{
    (void)state;
    byline_publisher publisher = {.name = "The Shore"};
    byline_date published = {.precision = BYLINE_PRECISION_MINUTE, .has_offset = true, .iso = "2024-05-02T09:30-03:30"};
    byline_date modified = {.precision = BYLINE_PRECISION_DAY, .iso = "2024-06-01"};
    byline_person ana = {.name = "Ana Petrov", .role = BYLINE_ROLE_AUTHOR, .url = "mailto:ana@shore.example"};
    byline_person wire = {.name = "dpa", .role = BYLINE_ROLE_AGENCY, .agency_id = "no-such-agency"};
    byline_person *authors[] = {&ana, &wire};
    byline_agency_mention ap = {"ap", "Associated Press", "AP", BYLINE_RELATION_DISTRIBUTOR}, *agencies[] = {&ap};
    byline_credit credit = {.text = "is/kl (AP)", .agencies = agencies, .agency_count = 1, .license = "CC BY 4.0",
                            .reference = "ap:1", .marks = BYLINE_MARK_COPYRIGHT};
    const char *topics[] = {"Ferries"};
    byline_article article = {
        .kind = BYLINE_KIND_LIVE_BLOG, .headline = "Ferry \"returns\"", .kicker = "Coast", .lead = "It is back.",
        .canonical_url = "https://shore.example/1", .url = "https://shore.example/1?a", .language = "en",
        .publisher = &publisher, .section = "News", .published = &published, .modified = &modified,
        .authors = authors, .author_count = 2, .credit_line = &credit, .topics = topics, .topic_count = 1,
        .truncated = true, .limit = BYLINE_LIMIT_NODES,
    };
    assert_string_equal(written(&article, BYLINE_FORMAT_NINJS, NULL), STANDARD
        "  \"uri\": \"https://shore.example/1\",\n"
        "  \"type\": \"composite\",\n"
        "  \"representationType\": \"partial\",\n"
        "  \"firstCreated\": \"2024-05-02T09:30:00-03:30\",\n"
        "  \"copyrightHolder\": \"Associated Press\",\n"
        "  \"usageTerms\": \"CC BY 4.0\",\n"
        "  \"edNote\": \"modified 2024-06-01\",\n"
        "  \"language\": \"en\",\n"
        "  \"title\": \"Ferry \\\"returns\\\"\",\n"
        "  \"headlines\": [\n"
        "    {\"role\": \"main\", \"value\": \"Ferry \\\"returns\\\"\"},\n"
        "    {\"role\": \"kicker\", \"value\": \"Coast\"}\n"
        "  ],\n"
        "  \"descriptions\": [\n"
        "    {\"role\": \"summary\", \"value\": \"It is back.\"},\n"
        "    {\"role\": \"creditLine\", \"value\": \"is/kl (AP)\"}\n"
        "  ],\n"
        "  \"by\": \"Ana Petrov, dpa\",\n"
        "  \"people\": [\n"
        "    {\"name\": \"Ana Petrov\", \"rel\": \"author\"}\n"
        "  ],\n"
        "  \"infoSources\": [\n"
        "    {\"name\": \"The Shore\", \"role\": \"publisher\"},\n"
        "    {\"name\": \"dpa\", \"role\": \"author\", \"literal\": \"no-such-agency\"},\n"
        "    {\"name\": \"Associated Press\", \"role\": \"distributor\","
        " \"uri\": \"http://www.wikidata.org/entity/Q40469\", \"literal\": \"ap\"}\n"
        "  ],\n"
        "  \"subjects\": [\n"
        "    {\"name\": \"News\", \"rel\": \"section\"},\n"
        "    {\"name\": \"Ferries\", \"rel\": \"keyword\"}\n"
        "  ],\n"
        "  \"genres\": [{\"literal\": \"live_blog\"}],\n"
        "  \"altIds\": [\n"
        "    {\"role\": \"url\", \"value\": \"https://shore.example/1?a\"},\n"
        "    {\"role\": \"reference\", \"value\": \"ap:1\"}\n"
        "  ]\n"
        "}\n");
}

static void
test_name_of_a_page_without_an_address(void **state)
{
    (void)state;
    byline_block one = {.type = BYLINE_BLOCK_PARAGRAPH, .text = "ab"}, two = {.type = BYLINE_BLOCK_PARAGRAPH, .text = "c"};
    byline_block *body[] = {&one, &two};
    byline_article article = {.headline = "Ferry", .body = body, .body_count = 2};
    char first[64];
    const char *uri = strstr(written(&article, BYLINE_FORMAT_NINJS, NULL), "urn:uuid:");
    assert_non_null(uri);
    assert_int_equal(strspn(uri + 9, "0123456789abcdef-"), 36);
    assert_int_equal(uri[9 + 14], '8');
    memcpy(first, uri, 45);
    assert_memory_equal(strstr(written(&article, BYLINE_FORMAT_NINJS, NULL), "urn:uuid:"), first, 45);
    one.text = "a";
    two.text = "bc";
    assert_memory_not_equal(strstr(written(&article, BYLINE_FORMAT_NINJS, NULL), "urn:uuid:"), first, 45);
}

static void
test_bodies(void **state)
{
    (void)state;
    byline_block blocks[] = {
        {.type = BYLINE_BLOCK_PARAGRAPH, .text = "Caf\xC3\xA9 <b>\n&"},
        {.type = BYLINE_BLOCK_HEADING, .level = 3, .text = "Twice a day"},
        {.type = BYLINE_BLOCK_HEADING, .text = "?"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "a"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "b"},
        {.type = BYLINE_BLOCK_QUOTE, .text = "Said."},
        {.type = BYLINE_BLOCK_PREFORMATTED, .text = "x\n y"},
        {.type = BYLINE_BLOCK_TABLE, .text = "1\t2\n3"},
        {.type = BYLINE_BLOCK_EMBED, .url = "https://posts.example/1"},
        {.type = BYLINE_BLOCK_EMBED, .text = "Nowhere", .url = "javascript:alert(1)"},
        {.type = BYLINE_BLOCK_LIST_ITEM, .text = "c"},
    };
    byline_block *body[11];
    for (size_t i = 0; i < 11; i++)
        body[i] = &blocks[i];
    byline_article article = {.url = "https://shore.example/1#x", .body = body, .body_count = 11};
    const char *text = written(&article, BYLINE_FORMAT_NINJS, NULL);
    assert_has(text, "\"value\": \"Caf\xC3\xA9 <b>\\n&\\n\\nTwice a day\\n\\n?\\n\\na\\n\\nb\\n\\nSaid.\\n\\nx\\n y\\n\\n1\\t2\\n3"
                     "\\n\\nNowhere\\n\\nc\",\n      \"charCount\": 64,\n      \"wordCount\": 15\n");
    assert_has(text, "\"value\": \"<p>Caf\xC3\xA9 &lt;b&gt;<br>&amp;</p>\\n<h3>Twice a day</h3>\\n<h2>?</h2>\\n"
                     "<ul><li>a</li>\\n<li>b</li></ul>\\n<blockquote>Said.</blockquote>\\n<pre>x\\n y</pre>\\n"
                     "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>\\n<p>Nowhere</p>\\n"
                     "<ul><li>c</li></ul>\\n\"\n");
    assert_has(text, "\"uri\": \"https://posts.example/1\"\n");
    assert_has(text, "\"uri\": \"https://shore.example/1#embed-2\"\n");
    assert_null(strstr(text, "javascript"));
}

static void
test_image(void **state)
{
    (void)state;
    byline_person taker = {.name = "Jan Kowal", .role = BYLINE_ROLE_PHOTOGRAPHER}, *people[] = {&taker};
    byline_agency_mention afp = {"afp", "Agence France-Presse", "AFP", BYLINE_RELATION_SOURCE};
    byline_agency_mention *agencies[] = {&afp};
    byline_credit credit = {.text = "Jan Kowal/AFP", .people = people, .people_count = 1, .agencies = agencies,
                            .agency_count = 1, .client = "The Shore"};
    byline_image first = {.url = "https://shore.example/a.jpg", .lead = true, .caption = "The pier.", .width = 640,
                          .credit = &credit};
    byline_image second = {.alt = "A pier"};
    byline_image *images[] = {&first, &second};
    byline_article article = {.url = "https://shore.example/1", .images = images, .image_count = 2};
    assert_has(written(&article, BYLINE_FORMAT_NINJS, NULL), "  \"associations\": [\n"
        "    {\n"
        "      \"name\": \"main picture\",\n"
        "      \"rel\": \"lead\",\n"
        "      \"uri\": \"https://shore.example/a.jpg\",\n"
        "      \"type\": \"picture\",\n"
        "      \"descriptions\": [\n"
        "        {\"role\": \"caption\", \"value\": \"The pier.\"}\n"
        "      ],\n"
        "      \"by\": \"Jan Kowal/AFP\",\n"
        "      \"people\": [\n"
        "        {\"name\": \"Jan Kowal\", \"rel\": \"photographer\"}\n"
        "      ],\n"
        "      \"infoSources\": [\n"
        "        {\"name\": \"Agence France-Presse\", \"role\": \"source\","
        " \"uri\": \"http://www.wikidata.org/entity/Q40464\", \"literal\": \"afp\"},\n"
        "        {\"name\": \"The Shore\", \"role\": \"client\"}\n"
        "      ],\n"
        "      \"renditions\": [{\"name\": \"web\", \"href\": \"https://shore.example/a.jpg\", \"width\": 640}]\n"
        "    },\n"
        "    {\n"
        "      \"name\": \"picture\",\n"
        "      \"rel\": \"picture\",\n"
        "      \"uri\": \"https://shore.example/1#picture-2\",\n"
        "      \"type\": \"picture\",\n"
        "      \"descriptions\": [\n"
        "        {\"role\": \"altText\", \"value\": \"A pier\"}\n"
        "      ]\n"
        "    }\n"
        "  ]\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_article),
        cmocka_unit_test(test_name_of_a_page_without_an_address),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_image),
    };
    return cmocka_run_group_tests_name("ninjs", tests, NULL, NULL);
}
