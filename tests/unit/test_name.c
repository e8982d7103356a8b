/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <stdlib.h>
#include <time.h>

#include "base/builder.h"
#include "grammar/grammar.h"

static void
test_shape(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Jane Roe",          "Jane Q. Roe",
        "J. R. R. Roe",      "Maarten van der Berg",
        "Anne-Marie O'Neil", "Ana de la Cruz y Ruiz",
        "Омар аль-Хасан",    "Іван Коваленко",
        "Μαρία Παππά",       "田中 太郎",
        "田中太郎",          "김민수",
        "محمد علي",          "דנה כהן",
        "JANE ROE",          "Jean d'Arc",
        "สมชาย ใจดี",         "राम शर्मा",
        "al-Masri Said",
    };
    static const char *const others[] = {
        "",
        "a",
        "jane roe",
        "Jane 2",
        "Read more about this",
        "jane@example.org",
        "One Two Three Four Five Six Seven Eight",
        "5 May",
        "Jane | Roe",
        "これはとても長い文章です、名前ではありません",
        "...",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!bl_looks_like_name(bl_span_of(names[i])))
            fail_msg("\"%s\" is a name", names[i]);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (bl_looks_like_name(bl_span_of(others[i])))
            fail_msg("\"%s\" is no name", others[i]);
}

/* Of the brackets at the end of a text of Japan: who signed it. */
static void
test_japanese_signature(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"川を渡る。（佐藤健一）", "佐藤健一"},
        {"【高橋 一郎】", "高橋 一郎"},
        {"「続ける」〔長谷川ひとみ〕", "長谷川ひとみ"},
        {"川を渡る。（文・佐藤健一、写真・田中花子）", "佐藤健一"},
        {"川を渡る。（佐藤健一、田中花子）", "佐藤健一、田中花子"},
        {"川を渡る。（ロンドン＝佐藤健一）", "佐藤健一"},
        {"川を渡る。（社会部・佐藤健一）", "佐藤健一"},
        {"川を渡る。【佐藤健一記者】", "佐藤健一"},
        {"川を渡る。（写真・佐藤健一）", ""},
        {"川を渡る。（主演・佐藤健一）", ""},
        {"川を渡る。（取材・文／佐藤健一 写真／田中花子）", ""},
        {"川を渡る。（中島監督）", ""},
        {"川を渡る。（佐藤さん）", ""},
        {"川を渡る。（山口県）", ""},
        {"川を渡る。（千葉市内）", ""},
        {"川を渡る。（敬称略）", ""},
        {"川を渡る。（佐藤）", ""},
        {"川を渡る船長（佐藤健一）", ""},
        {"川を渡る。佐藤健一）", ""},
        {"）", ""},
        {"", ""},
    };
    WITH_ARENA(a)
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bl_span names = bl_japanese_signature(bl_span_of(rows[i][0]), &a);
        if (!bl_span_equal(names, bl_span_of(rows[i][1])))
            fail_msg("%s: %.*s", rows[i][0], (int)names.n, names.n ? names.p : "");
    }
}

typedef struct row {
    const char *text;
    const char *language;
    const char *people;
} row;

static const row rows[] = {
#include "name_rows.def"
};

static void
add(bl_builder *b, const char *mark, const char *text)
{
    if (text) {
        bl_builder_add(b, bl_span_of(mark));
        bl_builder_add(b, bl_span_of(text));
    }
}

static const char *
show(const byline_people *people, bl_arena *arena)
{
    static const char *const roles[] = {NULL,           NULL,         "reporter",     "contributor",
                                        "editor",       "translator", "photographer", "illustrator",
                                        "videographer", "agency",     "organization"};
    bl_builder b = bl_builder_in(arena);
    for (size_t i = 0; i < people->people_count; i++) {
        const byline_person *p = people->people[i];
        add(&b, i ? "; " : "", p->name);
        add(&b, " =", roles[p->role]);
        add(&b, " ~", p->title);
        add(&b, " @", p->place);
        add(&b, " #", p->outlet);
        add(&b, " !", p->agency_id);
    }
    return bl_builder_text(&b);
}

static size_t
count_wrong(bl_arena *arena)
{
    size_t bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bl_line_context context = {.language = rows[i].language};
        byline_people people = bl_read_people(bl_span_of(rows[i].text), BYLINE_ROLE_AUTHOR, &context, arena);
        const char *got = show(&people, arena);
        if (strcmp(got, rows[i].people) != 0) {
            print_error("\"%s\": %s, not %s\n", rows[i].text, got, rows[i].people);
            bad++;
        }
    }
    return bad;
}

static void
test_bylines(void **state)
{
    (void)state;
    WITH_ARENA(a)
    assert_int_equal(count_wrong(&a), 0);
}

static void
test_context(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_line_context context = {.language = "en", .publisher = "Example Daily"};
        byline_people people =
            bl_read_people(BL_SPAN("By Jane Roe, Example Daily"), BYLINE_ROLE_EDITOR, &context, &a);
        assert_string_equal(show(&people, &a), "Jane Roe =editor #Example Daily");
        people = bl_read_people(BL_SPAN("EXAMPLE DAILY"), BYLINE_ROLE_AUTHOR, &context, &a);
        assert_string_equal(show(&people, &a), "EXAMPLE DAILY =organization");
        people = bl_read_people(BL_SPAN("Jane Roe"), BYLINE_ROLE_AUTHOR, NULL, &a);
        assert_string_equal(show(&people, &a), "Jane Roe");
        people = bl_read_people(BL_EMPTY, BYLINE_ROLE_AUTHOR, NULL, &a);
        assert_int_equal(people.people_count, 0);
    }
}

static void
read_once(bl_span text)
{
    WITH_ARENA(a)
    {
        byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, NULL, &a);
        for (size_t i = 0; i < people.people_count; i++)
            assert_true(people.people[i]->name[0] && people.people[i]->role);
    }
}

/* Bytes cut and changed at random: whatever comes back is a person with a name. */
static void
test_any_bytes(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (size_t i = 0; i < 20000; i++) {
        const char *from = rows[i % (sizeof rows / sizeof rows[0])].text;
        size_t n = strlen(from);
        char copy[200];
        memcpy(copy, from, n);
        for (int changes = 0; changes < 3 && n; changes++) {
            seed = seed * 1664525 + 1013904223;
            copy[(seed >> 8) % n] = (char)(seed >> 24);
        }
        size_t cut = (seed >> 4) % (n + 1);
        char *exact = malloc(cut ? cut : 1); /* exactly as long, so that a sanitizer sees one byte too far */
        assert_non_null(exact);
        memcpy(exact, copy, cut);
        read_once(bl_span_from(exact, cut));
        free(exact);
    }
}

static double
seconds_for(const char *piece, size_t size)
{
    size_t n = strlen(piece);
    char *text = malloc(size);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++)
        text[i] = piece[i % n];
    clock_t start = clock();
    read_once(bl_span_from(text, size));
    free(text);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void
test_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {"Jane Roe, ", "by ",  "and ", "y ", "(",        "a, ",
                                         "Jr., ",      "dpa/", "記",   "a:", "van der ", "Text: "};
    for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
        double small = seconds_for(pieces[p], 20000), large = seconds_for(pieces[p], 200000);
        if (large > 30 * small + 0.3)
            fail_msg("\"%s\" again and again: %g s, then %g s", pieces[p], small, large);
    }
}

static void
test_given_names(void **state)
{
    (void)state;
    static const char *const listed[] = {
#define N(name) name,
#include "grammar/given_names.def"
#undef N
    };
    static const char *const others[] = {"Next", "Winter", "Editor", "Zur", "", "Annaa", "An"};
    for (size_t i = 0; i < sizeof listed / sizeof listed[0]; i++)
        if (!bl_is_given_name(bl_span_of(listed[i])))
            fail_msg("%s stands in the wrong place", listed[i]);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(bl_is_given_name(bl_span_of(others[i])));
    assert_true(bl_is_given_name(BL_SPAN("ANNA")));
    assert_true(bl_begins_with_given_name(BL_SPAN("Jean-Example Roe")));
    assert_false(bl_begins_with_given_name(BL_SPAN("Anna")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shape),     cmocka_unit_test(test_bylines), cmocka_unit_test(test_context),
        cmocka_unit_test(test_any_bytes), cmocka_unit_test(test_linear),
        cmocka_unit_test(test_given_names), cmocka_unit_test(test_japanese_signature),
    };
    return cmocka_run_group_tests_name("name", tests, NULL, NULL);
}
