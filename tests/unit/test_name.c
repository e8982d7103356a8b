/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include "grammar/grammar.h"

static void
test_shape(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Jane Roe",    "Jane Q. Roe",   "J. R. R. Roe",        "Maarten van der Berg", "Anne-Marie O'Neil", "Ana de la Cruz y Ruiz",
        "Омар аль-Хасан", "Іван Коваленко", "Μαρία Παππά",     "田中 太郎",            "田中太郎",          "김민수",
        "محمد علي",    "דנה כהן",       "JANE ROE",            "Jean d'Arc",           "สมชาย ใจดี",        "राम शर्मा",
        "al-Masri Said",
    };
    static const char *const others[] = {
        "",     "a",        "jane roe",  "Jane 2",  "Read more about this", "jane@example.org", "One Two Three Four Five Six Seven Eight",
        "5 May", "Jane | Roe", "これはとても長い文章です、名前ではありません", "...",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!bl_looks_like_name(bl_span_of(names[i])))
            fail_msg("\"%s\" is a name", names[i]);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (bl_looks_like_name(bl_span_of(others[i])))
            fail_msg("\"%s\" is no name", others[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shape),
    };
    return cmocka_run_group_tests_name("name", tests, NULL, NULL);
}
