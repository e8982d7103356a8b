/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The writers: an article made by hand in, exact bytes out. */
#include "written.h"

/* What the headline is written as. */
static const char *
escaped(const char *text, byline_format format)
{
    byline_article article = {.headline = text};
    return written(&article, format, &(byline_write_options){.field = "headline"});
}

static void
test_empty_record(void **state)
{
    (void)state;
    byline_article article = {0};
    assert_string_equal(written(&article, BYLINE_FORMAT_JSON_LINE, NULL),
                        "{\"kind\":\"other\",\"confidence\":0,\"authors\":[],\"body\":[]}");
    assert_string_equal(written(&article, BYLINE_FORMAT_JSON, NULL),
                        "{\n  \"kind\": \"other\",\n  \"confidence\": 0,\n  \"authors\": [],\n  \"body\": []\n}\n");
}

static void
test_json_escapes(void **state)
{
    (void)state;
    const byline_format line = BYLINE_FORMAT_JSON_LINE;
    assert_string_equal(escaped("a \"b\" \\ /", line), "\"a \\\"b\\\" \\\\ /\"");
    assert_string_equal(escaped("\x01\x1b\t\n\x7f", line), "\"\\u0001\\u001b\\t\\n\\u007f\"");
    assert_string_equal(escaped("\xC2\x9B\xE2\x80\xA8", line), "\"\\u009b\\u2028\"");
    assert_string_equal(escaped("\xE6\x97\xA5\xF0\x9F\x98\x80", line), "\"\xE6\x97\xA5\xF0\x9F\x98\x80\"");
    assert_string_equal(escaped("a\xFF" "b\xED\xA0\x80", line),
                        "\"a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    assert_string_equal(escaped("\xEF\xBF\xBD", line), "\"\xEF\xBF\xBD\"");
    assert_string_equal(escaped("\xE6\x97", line), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void
test_text_cannot_steer_a_terminal(void **state)
{
    (void)state;
    assert_string_equal(escaped("a\x1b[31mb\x07\x7f\r", BYLINE_FORMAT_TEXT), "a[31mb\n");
    assert_string_equal(escaped("\xC2\x9B" "31m\xE2\x80\xAE" "x\xFF", BYLINE_FORMAT_TEXT), "31mx\xEF\xBF\xBD\n");
}

static void
test_absent_field(void **state)
{
    (void)state;
    assert_string_equal(escaped(NULL, BYLINE_FORMAT_JSON_LINE), "null");
    assert_string_equal(escaped(NULL, BYLINE_FORMAT_TEXT), "");
}

static void
test_whole_record(void **state)
{
    (void)state;
    byline_date published = {.precision = BYLINE_PRECISION_DAY, .iso = "2024-05-02"};
    byline_person author = {.name = "Ana Petrov", .role = BYLINE_ROLE_AUTHOR};
    byline_person taker = {.name = "Jan Kowal", .role = BYLINE_ROLE_PHOTOGRAPHER};
    byline_person *authors[] = {&author}, *takers[] = {&taker};
    byline_agency_mention afp = {"afp", "Agence France-Presse", "AFP", BYLINE_RELATION_DISTRIBUTOR};
    byline_agency_mention *agencies[] = {&afp};
    byline_credit credit = {.text = "Jan Kowal via AFP", .people = takers, .people_count = 1, .agencies = agencies,
                            .agency_count = 1, .pool = true, .marks = BYLINE_MARK_POOL | BYLINE_MARK_ARCHIVE};
    byline_image image = {.url = "https://shore.example/a.jpg", .lead = true, .width = 640, .credit = &credit};
    byline_image *images[] = {&image};
    byline_block heading = {.type = BYLINE_BLOCK_HEADING, .level = 2, .text = "Twice a day"};
    byline_block *body[] = {&heading};
    byline_origin first = {.field = "headline", .source = BYLINE_SOURCE_JSON_LD, .offset = 12, .length = 34,
                           .path = "/headline", .confidence = 0.9754};
    byline_origin again = {.field = "headline", .source = BYLINE_SOURCE_META};
    byline_origin *origins[] = {&first, &again};
    byline_article article = {
        .kind = BYLINE_KIND_ARTICLE, .confidence = 1, .headline = "Ferry returns", .published = &published,
        .authors = authors, .author_count = 1, .body = body, .body_count = 1, .images = images, .image_count = 1,
        .free_access = BYLINE_NO, .truncated = true, .limit = BYLINE_LIMIT_DEPTH, .origins = origins,
        .origin_count = 2,
    };
    assert_string_equal(
        written(&article, BYLINE_FORMAT_JSON_LINE, &(byline_write_options){.file = "a.html"}),
        "{\"file\":\"a.html\",\"kind\":\"article\",\"confidence\":1,\"headline\":\"Ferry returns\","
        "\"published\":{\"iso\":\"2024-05-02\",\"precision\":\"day\"},"
        "\"authors\":[{\"name\":\"Ana Petrov\",\"role\":\"author\"}],"
        "\"body\":[{\"type\":\"heading\",\"level\":2,\"text\":\"Twice a day\"}],"
        "\"images\":[{\"url\":\"https://shore.example/a.jpg\",\"lead\":true,\"width\":640,"
        "\"credit\":{\"text\":\"Jan Kowal via AFP\",\"people\":[{\"name\":\"Jan Kowal\",\"role\":\"photographer\"}],"
        "\"agencies\":[{\"id\":\"afp\",\"name\":\"Agence France-Presse\",\"relation\":\"distributor\"}],"
        "\"pool\":true,\"marks\":[\"archive\"]}}],\"free_access\":false,\"truncated\":\"depth\","
        "\"origins\":{\"headline\":{\"source\":\"json_ld\",\"offset\":12,\"length\":34,\"path\":\"/headline\","
        "\"confidence\":0.975}}}");
}

static void
test_fields_as_text(void **state)
{
    (void)state;
    byline_origin headline = {.field = "headline", .source = BYLINE_SOURCE_JSON_LD, .offset = 12, .length = 34,
                              .path = "/headline", .confidence = 0.9};
    byline_origin body = {.field = "body", .source = BYLINE_SOURCE_VISIBLE, .offset = 560, .length = 7890};
    byline_origin *origins[] = {&headline, &body};
    byline_person author = {.name = "Ana Petrov"}, *authors[] = {&author};
    const char *topics[] = {"ferries", "harbours"};
    byline_article article = {.confidence = 0.75, .authors = authors, .author_count = 1, .topics = topics,
                              .topic_count = 2, .free_access = BYLINE_YES, .truncated = true,
                              .limit = BYLINE_LIMIT_NODES, .origins = origins, .origin_count = 2};
    static const struct {
        const char *field;
        const char *text;
    } FIELDS[] = {
        {"kind", "other\n"}, {"confidence", "0.75\n"}, {"authors", "Ana Petrov\n"}, {"topics", "ferries\nharbours\n"},
        {"free_access", "yes\n"}, {"truncated", "nodes\n"}, {"publisher", ""},
        {"origins", "headline: json_ld 12+34 /headline\nbody: visible 560+7890\n"},
    };
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        byline_write_options options = {.field = FIELDS[i].field};
        assert_string_equal(written(&article, BYLINE_FORMAT_TEXT, &options), FIELDS[i].text);
    }
}

static void
test_shares(void **state)
{
    (void)state;
    const struct {
        double share;
        const char *text;
    } SHARES[] = {{0, "0"}, {1, "1"}, {0.5, "0.5"}, {0.05, "0.05"}, {0.1234, "0.123"}, {0.9999, "1"}, {-3, "0"}, {7, "1"}};
    for (size_t i = 0; i < sizeof SHARES / sizeof SHARES[0]; i++) {
        byline_article article = {.confidence = SHARES[i].share};
        assert_string_equal(written(&article, BYLINE_FORMAT_JSON_LINE, &(byline_write_options){.field = "confidence"}),
                            SHARES[i].text);
    }
}

static void
test_credit_stands_in_one_pair_of_brackets(void **state)
{
    (void)state;
    static const char *const credits[] = {"Photo: Jan Kowal/AFP", "(Photo: Jan Kowal/AFP)"};
    for (size_t i = 0; i < sizeof credits / sizeof credits[0]; i++) {
        byline_credit credit = {.text = credits[i]};
        byline_image image = {.caption = "The pier.", .credit = &credit}, *images[] = {&image};
        byline_article article = {.images = images, .image_count = 1};
        const char *text = written(&article, BYLINE_FORMAT_TEXT, NULL);
        assert_non_null(strstr(text, "The pier.\n  (Photo: Jan Kowal/AFP)\n"));
    }
}

static const char *
written_credit(const byline_credit *credit, const byline_dateline *dateline)
{
    begin();
    byline_error error = {0};
    if (byline_write_credit(credit, dateline, keep, NULL, &error) != BYLINE_OK)
        fail_msg("%s", error.text);
    return out.text;
}

static void
assert_parts(const char *text, const char *head, const char *rest)
{
    assert_memory_equal(text, head, strlen(head));
    assert_string_equal(text + strlen(head), rest);
}

/* An agency that both name stands once; a dateline alone is a kind of its own. */
static void
test_credit_and_dateline(void **state)
{
    (void)state;
    static const char BOTH[] = "\"agencies\":[{\"id\":\"ap\",\"name\":\"AP\"},{\"id\":\"afp\",\"name\":\"AFP\"}],"
                               "\"dateline\":\"ROME, May 2 (AP, AFP)\",\"place\":\"Rome\","
                               "\"dateline_date\":{\"iso\":\"2024-05-02\",\"precision\":\"day\"},"
                               "\"date_text\":\"May 2\",\"rest\":\"The ferry runs.\"}";
    byline_agency_mention ap = {.id = "ap", .name = "AP"}, afp = {.id = "afp", .name = "AFP"};
    byline_agency_mention *agencies[] = {&ap, &afp};
    byline_date date = {.precision = BYLINE_PRECISION_DAY, .iso = "2024-05-02"};
    byline_credit credit = {.kind = BYLINE_CREDIT_SIGNOFF, .text = "(AP)", .agencies = agencies, .agency_count = 1};
    byline_dateline dateline = {.text = "ROME, May 2 (AP, AFP)", .place = "Rome", .date = &date, .date_text = "May 2"};
    dateline.agencies = agencies;
    dateline.agency_count = 2;
    dateline.rest = "The ferry runs.";
    dateline.confidence = 0.5;
    assert_parts(written_credit(&credit, &dateline), "{\"kind\":\"signoff\",\"confidence\":0,\"text\":\"(AP)\",", BOTH);
    assert_parts(written_credit(NULL, &dateline), "{\"kind\":\"dateline\",\"confidence\":0.5,", BOTH);
    assert_string_equal(written_credit(NULL, NULL), "{\"kind\":\"none\",\"confidence\":0}");
}

/* Longer than the writer's buffer, with what needs an escape at every place of it. */
static void
test_long_text(void **state)
{
    (void)state;
    char text[9001], want[18100];
    for (size_t i = 0; i < sizeof text - 1; i++)
        text[i] = i % 2 ? '"' : 'x';
    text[sizeof text - 1] = '\0';
    char *to = want;
    *to++ = '"';
    for (const char *c = text; *c; c++) {
        if (*c == '"')
            *to++ = '\\';
        *to++ = *c;
    }
    *to++ = '"';
    *to = '\0';
    assert_string_equal(escaped(text, BYLINE_FORMAT_JSON_LINE), want);
}

static bool
count_to_limit(void *context, const char *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

static void
test_output_limit(void **state)
{
    (void)state;
    byline_article article = {.headline = "Ferry returns"};
    const char *whole = written(&article, BYLINE_FORMAT_JSON_LINE, NULL);
    size_t length = strlen(whole), seen = 0;
    byline_write_options options = {.output_bytes = length};
    assert_int_equal(byline_write(&article, BYLINE_FORMAT_JSON_LINE, &options, count_to_limit, &seen, NULL), BYLINE_OK);
    assert_int_equal(seen, length);
    for (size_t most = 1; most < length; most++) {
        byline_error error;
        seen = 0;
        options.output_bytes = most;
        assert_int_equal(byline_write(&article, BYLINE_FORMAT_JSON_LINE, &options, count_to_limit, &seen, &error),
                         BYLINE_E_LIMIT_OUTPUT);
        assert_true(seen <= most);
        assert_true(error.offset <= most);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_record), cmocka_unit_test(test_json_escapes),
        cmocka_unit_test(test_text_cannot_steer_a_terminal), cmocka_unit_test(test_absent_field),
        cmocka_unit_test(test_whole_record), cmocka_unit_test(test_fields_as_text), cmocka_unit_test(test_shares),
        cmocka_unit_test(test_credit_stands_in_one_pair_of_brackets),
        cmocka_unit_test(test_credit_and_dateline),
        cmocka_unit_test(test_long_text), cmocka_unit_test(test_output_limit),
    };
    return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
