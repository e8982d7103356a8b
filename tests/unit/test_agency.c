/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include "grammar/credit_tokens.h"
#include "grammar/grammar.h"

static const char *
id_of(const char *name)
{
    const byline_agency *agency = byline_agency_find(name, strlen(name));
    return agency ? agency->id : "-";
}

static void
test_finds(void **state)
{
    (void)state;
    static const struct {
        const char *name, *id;
    } cases[] = {
        {"AP", "ap"},
        {" dpa\t", "dpa"},
        {"DPA", "dpa"},
        {"Reuters", "reuters"},
        {"REUTERS", "reuters"},
        {"rEuTeRs", "reuters"},
        {"picture alliance", "picture-alliance"},
        {"Picture-Alliance", "picture-alliance"},
        {"ČTK", "ctk"},
        {"dpa-AFX", "dpa-afx"},
        {"epdÖ", "epd-oe"},
        {"AGÊNCIA BRASIL", "agencia-brasil"},
        {"УКРИНФОРМ", "ukrinform"},
        {"İHLAS HABER AJANSI", "-"},
        {"新华社", "xinhua"},
        {"연합뉴스", "yonhap"},
        {"رويترز", "reuters"},
        {"Ap", "-"},
        {"ap", "ap"},
        {"dpA", "-"},
        {"forum", "-"},
        {"FORUM", "forum"},
        {"spot", "-"},
        {"Reuter", "-"},
        {"Reuters reported", "-"},
        {"APEC", "-"},
        {"", "-"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(id_of(cases[i].name), cases[i].id);
    assert_null(byline_agency_find(NULL, 3));
    assert_null(byline_agency_find("AP", 0));
    assert_string_equal(byline_agency_find("APX", 2)->id, "ap");
}

static void
test_prefixes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        const char *id;
    } cases[] = {
        {"AP Photo/Jane Roe", 8, "ap"},
        {"AP PhotoJane", 2, "ap"},
        {"dpa-AFX Broker", 7, "dpa-afx"},
        {"dpa/gem", 3, "dpa"},
        {"epdÖ)", 5, "epd-oe"},
        {"epdx", 0, NULL},
        {"Getty Images Europe.", 19, "getty"},
        {"Getty Imago", 5, "getty"},
        {"新华社北京", 9, "xinhua"},
        {"共同声明", 0, NULL},
        {"共同）", 6, "kyodo"},
        {"\xFF\xFE", 0, NULL},
        {"AFP通信が", 9, "afp"},
        {"AFP記者", 3, "afp"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const byline_agency *agency;
        assert_int_equal(bl_agency_prefix(bl_span_of(cases[i].text), &agency), cases[i].length);
        if (cases[i].id)
            assert_string_equal(agency->id, cases[i].id);
        else
            assert_null(agency);
    }
}

static void
test_registry_is_sound(void **state)
{
    (void)state;
    assert_true(byline_agency_count() >= 250);
    assert_null(byline_agency_at(byline_agency_count()));
    const char *before = "";
    for (size_t i = 0; i < byline_agency_count(); i++) {
        const byline_agency *agency = byline_agency_at(i);
        assert_true(strcmp(before, agency->id) < 0);
        before = agency->id;
        for (const char *c = agency->id; *c; c++)
            assert_true(*c == '-' || (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9'));
        assert_true(agency->kind >= BYLINE_AGENCY_WIRE && agency->kind <= BYLINE_AGENCY_OTHER);
        assert_true(!agency->country || strlen(agency->country) == 2);
        assert_true(agency->alias_count > 0);
        for (size_t k = 0; k < agency->alias_count; k++)
            assert_ptr_equal(byline_agency_find(agency->aliases[k], strlen(agency->aliases[k])), agency);
    }
}

/* The glance at a plain word says the same as the close look, and passes over no listed name. */
static void
test_plain_words(void **state)
{
    (void)state;
    size_t plain = 0;
    for (size_t i = 0; i < byline_agency_count(); i++)
        for (size_t k = 0; k < byline_agency_at(i)->alias_count; k++) {
            bl_span alias = bl_span_of(byline_agency_at(i)->aliases[k]);
            bl_plain_word word;
            if (!bl_read_plain_word(alias, &word))
                continue;
            plain++;
            assert_true(bl_agency_may_begin(word.hash));
            bl_token token = {.end = word.letters};
            bl_take_shape(alias, &token);
            assert_int_equal(token.shape, word.shape);
            assert_int_equal(token.letters, word.letters);
        }
    assert_true(plain > byline_agency_count());
    static const char *const none[] = {"northholm", "dp", "dpaa", "reuter", "zzz"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        bl_plain_word word;
        assert_true(bl_read_plain_word(bl_span_of(none[i]), &word));
        assert_false(bl_agency_may_begin(word.hash));
    }
    static const char *const close[] = {"", "dpaThe", "dpa-AFX", "ap.org", "l'AFP", "AFPa", "ČTK", "dpa2", "Roeé"};
    for (size_t i = 0; i < sizeof close / sizeof close[0]; i++)
        assert_false(bl_read_plain_word(bl_span_of(close[i]), &(bl_plain_word){0}));
}

static void
test_mention(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        const byline_agency *agency = byline_agency_find("afp", 3);
        byline_agency_mention *mention = bl_mention(&a, agency, BL_SPAN("afp"), BYLINE_RELATION_STAFF);
        assert_string_equal(mention->id, "afp");
        assert_string_equal(mention->name, "Agence France-Presse");
        assert_string_equal(mention->printed, "afp");
        assert_int_equal(mention->relation, BYLINE_RELATION_STAFF);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds),
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_registry_is_sound),
        cmocka_unit_test(test_plain_words),
        cmocka_unit_test(test_mention),
    };
    return cmocka_run_group_tests_name("agency", tests, NULL, NULL);
}
