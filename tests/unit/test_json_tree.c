/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* JSON as pages have it: what is repaired, what is refused. */
#include "check.h"

#include <stdio.h>

#include "evidence/json_plain.h"
#include "evidence/json_repair.h"
#include "evidence/json_tree.h"

/* The text of member "a" of the first value; fails where the script can't be read. */
static bl_span
member_a(bl_arena *arena, const char *text)
{
    bl_json_tree json = {0};
    if (!bl_json_read(arena, bl_span_of(text), 64, &json))
        fail_msg("not read: %s", text);
    return bl_json_string(&json, bl_json_member(&json, 1, BL_SPAN("a")));
}

static void
test_reads_what_is_broken(void **state)
{
    static const struct {
        const char *text;
        const char *a;
    } rows[] = {
        {"{\"a\": \"x\"}", "x"},
        {"\xEF\xBB\xBF{\"a\": \"x\"}", "x"},
        {"<!-- {\"a\": \"x\"} -->", "x"},
        {"//<![CDATA[\n{\"a\": \"x\"}\n//]]>", "x"},
        {"// <![CDATA[ {\"a\": \"x\"} // ]]>", "x"},
        {"/*<![CDATA[*/ {\"a\": \"x\"} /*]]>*/", "x"},
        {"{\"a\": \"x\"};", "x"},
        {"{\"a\": \"x\",}", "x"},
        {"{\"a\": \"x\",, \"b\": [1,,2,]}", "x"},
        {"{\"b\": \"y\" \"a\": \"x\"}", "x"},
        {"{\"a\": \"one\ntwo\tthree\"}", "one\ntwo\tthree"},
        {"{\"a\": \"he said \"no\", then left\", \"b\": 1}", "he said \"no\", then left"},
        {"{\"a\": \"it\\'s\"}", "it's"},
        {"{\"a\": \"\\x41\"}", "A"},
        {"{a: 'x'}", "x"},
        {"{&quot;a&quot;: &quot;x&quot;}", "x"},
        {"{\"b\": , \"a\": \"x\"}", "x"},
        {"{\"b\": undefined, \"a\": \"x\"}", "x"},
        {"{\"b\": [1, 2, \"a\": \"x\"", NULL},
        {"{\"b\": {\"c\": 1, \"a\": \"x\"]", NULL},
        {"{\"a\": 12}", "12"},
        {"{\"a\": 0.5}", "0.5"},
        {"{\"a\": true}", "true"},
        {"{\"a\": \"x\"", "x"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WITH_ARENA(arena)
        {
            bl_span a = member_a(&arena, rows[i].text);
            if (rows[i].a)
                assert_span_equal(a, rows[i].a);
        }
    }
}

static void
test_several_values(void **state)
{
    (void)state;
    WITH_ARENA(arena)
    {
        bl_json_tree json = {0};
        assert_true(bl_json_read(&arena, BL_SPAN("{\"a\": 1}\n{\"a\": 2};{\"a/b\": [3]}"), 64, &json));
        bl_json_at v = bl_json_first(&json, 0);
        assert_string_equal(bl_json_path(&json, v, &arena), "/0");
        v = json.values.at[json.values.at[v].next].next;
        bl_json_at inner = bl_json_member(&json, v, BL_SPAN("a/b"));
        assert_string_equal(bl_json_path(&json, bl_json_first(&json, inner), &arena), "/2/a~1b/0");
    }
}

static void
test_one_value_is_the_root(void **state)
{
    (void)state;
    WITH_ARENA(arena)
    {
        bl_json_tree json = {0};
        assert_true(bl_json_read(&arena, BL_SPAN("[{\"x\": [0, {\"name\": 1}]}]"), 64, &json));
        bl_json_at x = bl_json_member(&json, 2, BL_SPAN("x"));
        bl_json_at second = json.values.at[bl_json_first(&json, x)].next;
        bl_json_at name = bl_json_member(&json, second, BL_SPAN("name"));
        assert_string_equal(bl_json_path(&json, name, &arena), "/0/x/1/name");
    }
}

static void
test_refuses(void **state)
{
    (void)state;
    WITH_ARENA(arena)
    {
        bl_json_tree json = {0};
        assert_false(bl_json_read(&arena, BL_SPAN(""), 64, &json));
        assert_false(bl_json_read(&arena, BL_SPAN("not json"), 64, &json));
        assert_false(bl_json_read(&arena, BL_SPAN("[[[[1]]]]"), 3, &json));
        assert_true(bl_json_read(&arena, BL_SPAN("[[[[1]]]]"), 4, &json));
        char *many = bl_alloc_zero(&arena, 1, 200001);
        memset(many, '[', 200000);
        assert_false(bl_json_read(&arena, bl_span_of(many), 64, &json));
    }
}

static void
test_loosely(void **state)
{
    (void)state;
    const bl_span text = BL_SPAN("{\"a\":0.5625,\"a\":-1e+9,\"b\":undefined,\"c\":\"\\ud800x\"}");
    WITH_ARENA(arena)
    {
        bl_json_tree json = {0};
        assert_false(bl_json_read_plain(&arena, text, 64, &json));
        assert_true(bl_json_read_loosely(&arena, text, 64, &json));
        assert_int_equal(json.values.count, 6);
        assert_span_equal(json.values.at[2].text, "0.5625");
        assert_span_equal(json.values.at[3].text, "-1e+9");
        assert_int_equal(json.values.at[4].type, BL_JSON_NULL);
        assert_false(bl_json_read_loosely(&arena, BL_SPAN("{\"a\":x}"), 64, &json));
        assert_false(bl_json_read_loosely(&arena, BL_SPAN("{\"a\":1"), 64, &json));
    }
}

static uint32_t
next_random(void)
{
    static uint32_t seed = 7;
    seed = seed * 1664525u + 1013904223u;
    return seed >> 16;
}

/* A comment makes the plain reader give up, and json-c reads the same. Both must see the same values. */
static bool
agrees_with_json_c(bl_arena *arena, const char *text, bl_json_tree *plain)
{
    char with_comment[512];
    bl_json_tree json = {0};
    snprintf(with_comment, sizeof with_comment, "%c/**/%s", text[0], text + 1);
    assert_false(bl_json_read_plain(arena, bl_span_of(with_comment), 64, &json));
    if (!bl_json_read(arena, bl_span_of(with_comment), 64, &json) || json.values.count != plain->values.count)
        return false;
    for (size_t i = 0; i < json.values.count; i++) {
        const bl_json_value *a = &json.values.at[i], *b = &plain->values.at[i];
        if (a->type != b->type || a->index != b->index || a->parent != b->parent || a->next != b->next ||
            a->end != b->end || !bl_span_equal(a->key, b->key) || !bl_span_equal(a->text, b->text))
            return false;
    }
    return true;
}

static void
test_plain_reader(void **state)
{
    static const char *const tokens[] = {
        "{", "}", "[", "]", ",", ":", "\"a\":", "\"b\":", "\"c d\":", "\"\"", "\"x\"", "\"\\u00e9\\n\\/\"",
        "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\u0000\"", "12", "-7", "0", "-0", "01", "1.50", "0.5", "12.0", "1e3",
        "123456789012345678", "true", "false", "null", "True", " ", "\n", "'y'", "\"long text of more than eight bytes\"",
        "[1,2]", "{\"a\":1}", "\"\xc3\xa9\"", "\"tab\there\"", "1.", "-", "123456789.1234567",
    };
    static const char *const rows[] = {
        "{\"a\": [1, -2, 3.25, true, null, \"x\\\"y\"], \"b\": {\"c\": {}}}", "[[], {}, [[1]]]", "{\"\": \"\"}",
    };
    static unsigned read;
    (void)state;
    for (int round = 0; round < 30000; round++) {
        WITH_ARENA(arena)
        {
            char text[400] = "";
            size_t n = (size_t)sprintf(text, "%s", round < 3 ? rows[round] : round % 2 ? "{" : "[");
            for (size_t left = round < 3 ? 0 : next_random() % 9; left > 0; left--)
                n += (size_t)sprintf(text + n, "%s%s", tokens[next_random() % (sizeof tokens / sizeof *tokens)],
                                     next_random() % 2 ? "," : "");
            if (round >= 3)
                sprintf(text + n - (text[n - 1] == ','), "%s", round % 2 ? "}" : "]");
            bl_json_tree plain = {0};
            bool ok = bl_json_read_plain(&arena, bl_span_of(text), 64, &plain);
            read += ok;
            if (ok && !agrees_with_json_c(&arena, text, &plain))
                fail_msg("differs: %s", text);
        }
    }
    assert_true(read > 1000);
}

/* Whatever bytes come in, what comes out is closed, and reading it never fails to end. */
static void
test_repair_ends(void **state)
{
    static const char alphabet[] = "{}[]\",:\\'x1 \n&<!-/*;";
    (void)state;
    for (int round = 0; round < 3000; round++) {
        WITH_ARENA(arena)
        {
            char text[48];
            size_t n = 0;
            for (; n < sizeof text; n++)
                text[n] = alphabet[next_random() % (sizeof alphabet - 1)];
            bl_json_tree json = {0};
            (void)bl_json_read(&arena, bl_span_from(text, n), 16, &json);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_what_is_broken),
        cmocka_unit_test(test_loosely),
        cmocka_unit_test(test_several_values),
        cmocka_unit_test(test_one_value_is_the_root),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_plain_reader),
        cmocka_unit_test(test_repair_ends),
    };
    return cmocka_run_group_tests_name("json_tree", tests, NULL, NULL);
}
