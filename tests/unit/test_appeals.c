/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Lines that speak to the readers of a site, and sentences that only look like it. */
#include "check.h"
#include "fields/body_choose.h"

typedef struct row {
    const char *line;
    bool is_one;
} row;

static const row ROWS[] = {
    {"Follow us on our channel for more stories like this.", true},
    {"If you value local reporting, please consider making a donation.", true},
    {"Want to know more? Sign up for the morning newsletter.", true},
    {"Please subscribe to our list.", true},
    {"The council said it would sign up for our scheme in May.", false},
    {"“Follow us to the boats,” he called.", false},
    {"Sign up for the summer course at the town hall.", false},
    {"Start your free trial to read the rest of it.", true},
    {"Cet article est réservé aux abonnés.", true},
    {"この記事は会員限定です。", true},
    {"The free trial of the ferry starts in May.", false},
    {"Abonnieren Sie unseren Newsletter.", true},
    {"Bleiben Sie informiert: mit unserem Newsletter", true},
    {"Bleiben Sie zu Hause, sagte der Bürgermeister.", false},
    {"Die Zeitung sucht Leser, die sie abonnieren. Sie findet wenige.", false},
    {"Une erreur dans cet article ? Écrivez-nous.", true},
    {"Recevez chaque matin notre lettre d'information.", true},
    {"Recevez nos invités comme des amis, dit-elle.", true},
    {"Les abonnés recevront une lettre en mai.", false},
    {"Suscríbete gratis a nuestro boletín", true},
    {"Únete a la fiesta del barrio el sábado.", false},
    {"Participe do canal do jornal e receba tudo primeiro", true},
    {"Os moradores querem receber a obra até maio.", false},
    {"Iscriviti alla newsletter", true},
    {"Iscriviti al nostro canale", true},
    {"Abbonati in calo del cinque per cento", false},
    {"Meld je aan voor de nieuwsbrief.", true},
    {"Masz temat dla reportera? Napisz do nas.", true},
    {"Haberlerden haberdar olmak için bizi takip edin.", true},
    {"Polis takip edilen aracı durdurdu.", false},
    {"Подписывайтесь на наш канал, чтобы ничего не пропустить!", true},
    {"Нашли ошибку? Выделите её и сообщите нам.", true},
    {"Полиция нашла ошибку в протоколе.", false},
    {"Знайшли помилку? Повідомте нам.", true},
    {"تابعونا على قناتنا", true},
    {"下载江城新闻客户端，随时看新闻", true},
    {"他说，这个城市非常关注我们的生活。", false},
    {"会員登録すると全文が読めます。", true},
    {"市は会員制度を見直すという。", false},
    {"기사가 마음에 드셨다면 후원해 주세요.", true},
    {"시는 시장 상인을 후원해 왔다.", false},
};

static void
test_rows(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        const bl_heads *heads = bl_heads_of_appeals(&a);
        for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++)
            if (bl_is_appeal(heads, &a, bl_span_of(ROWS[i].line), false, false) != ROWS[i].is_one)
                fail_msg("%s", ROWS[i].line);
    }
}

static void
test_a_call_that_is_a_link_leads_away(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        const bl_heads *heads = bl_heads_of_appeals(&a);
        bl_span line = BL_SPAN("Sign up for the morning letter");
        assert_true(bl_is_appeal(heads, &a, line, true, false));
        assert_false(bl_is_appeal(heads, &a, line, false, false));
    }
}

static void
test_the_author_is_presented_behind_the_text(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        const bl_heads *heads = bl_heads_of_appeals(&a);
        bl_span line = BL_SPAN("The author is a teacher in Sandvik.");
        assert_true(bl_is_appeal(heads, &a, line, false, true));
        assert_false(bl_is_appeal(heads, &a, line, false, false));
        line = BL_SPAN("Write to Ada Quist at quist@harbour.example.");
        assert_true(bl_is_appeal(heads, &a, line, false, true));
        assert_false(bl_is_appeal(heads, &a, line, false, false));
        assert_false(bl_is_appeal(heads, &a, BL_SPAN("Write to the town hall."), false, true));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_a_call_that_is_a_link_leads_away),
        cmocka_unit_test(test_the_author_is_presented_behind_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
