/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <stdio.h>

#include "check.h"
#include "grammar/grammar.h"

/* "place; date; agencies; rest", "-" for what there is not. */
static void
summarize(const byline_dateline *dateline, char *out, size_t size)
{
    size_t n = (size_t)snprintf(out, size, "%s; %s; ", dateline->place ? dateline->place : "-",
                                dateline->date_text ? dateline->date_text : "-");
    for (size_t i = 0; i < dateline->agency_count; i++)
        n += (size_t)snprintf(out + n, size - n, "%s%s", i ? "," : "", dateline->agencies[i]->id);
    snprintf(out + n, size - n, "; %s", dateline->rest ? dateline->rest : "-");
}

static const struct {
    const char *text, *want;
} datelines[] = {
    {"PARIS (AFP) - Le président a dit", "Paris; -; afp; Le président a dit"},
    {"PARIS, 5 mai (AFP) – Le président a dit", "Paris; 5 mai; afp; Le président a dit"},
    {"Paris (AFP) Le président a dit", "Paris; -; afp; Le président a dit"},
    {"MADRID, 5 May. (EUROPA PRESS) - El presidente", "Madrid; 5 May; europa-press; El presidente"},
    {"Madrid, 5 may (EFE).- El presidente", "Madrid; 5 may; efe; El presidente"},
    {"BOGOTÁ (AP) — El presidente", "Bogotá; -; ap; El presidente"},
    {"ROMA (ITALPRESS) - Il presidente", "Roma; -; italpress; Il presidente"},
    {"(Adnkronos) - Il presidente ha detto", "-; -; adnkronos; Il presidente ha detto"},
    {"Roma, 5 mag. (askanews) - Il presidente", "Roma; 5 mag; askanews; Il presidente"},
    {"Lisboa, 05 mai 2023 (Lusa) – O presidente", "Lisboa; 05 mai 2023; lusa; O presidente"},
    {"BRUSSEL (ANP) - De premier", "Brussel; -; anp; De premier"},
    {"Bruxelles (Belga) - Le premier", "Bruxelles; -; belga; Le premier"},
    {"WARSZAWA (PAP) – Premier", "Warszawa; -; pap; Premier"},
    {"МОСКВА, 7 мая. /ТАСС/. Президент заявил", "Москва; 7 мая; tass; Президент заявил"},
    {"МОСКВА, 7 мая - РИА Новости. Президент заявил", "Москва; 7 мая; ria; Президент заявил"},
    {"МОСКВА, 7 мая (Рейтер) - Президент", "Москва; 7 мая; reuters; Президент"},
    {"КИЇВ. 7 травня. УНН. Президент", "Київ; 7 травня; unn; Президент"},
    {"ANKARA (AA) - Cumhurbaşkanı", "Ankara; -; aa; Cumhurbaşkanı"},
    {"القاهرة (رويترز) - قال الرئيس", "القاهرة; -; reuters; قال الرئيس"},
    {"القاهرة 5 مايو (رويترز) - قال الرئيس", "القاهرة; 5 مايو; reuters; قال الرئيس"},
    {"New Delhi, Jan 13 (PTI) The minister said", "New Delhi; Jan 13; pti; The minister said"},
    {"New Delhi [India], January 13 (ANI): The minister said",
     "New Delhi [India]; January 13; ani; The minister said"},
    {"MANILA, Philippines — The minister said", "Manila, Philippines; -; ; The minister said"},
    {"MANILA – The minister said", "Manila; -; ; The minister said"},
    {"JAKARTA, EXAMPLE.com - Presiden", "Jakarta; -; ; Presiden"},
    {"Jakarta (ANTARA) - Presiden", "Jakarta; -; antara; Presiden"},
    {"KUALA LUMPUR, Nov 22 (Bernama) -- The minister", "Kuala Lumpur; Nov 22; bernama; The minister"},
    {"LONDON, May 5, 2023 /PRNewswire/ -- Example Corp",
     "London; May 5, 2023; pr-newswire; Example Corp"},
    {"NEW YORK, May 05, 2023 (GLOBE NEWSWIRE) -- Example Corp",
     "New York; May 05, 2023; globe-newswire; Example Corp"},
    {"（サンプル東京＝共同）首相は", "サンプル東京; -; kyodo; 首相は"},
    {"【ワシントン共同】首相は", "ワシントン; -; kyodo; 首相は"},
    {"(서울=연합뉴스) 홍길동 기자 = 대통령은", "서울; -; yonhap; 대통령은"},
    {"[서울=뉴시스] 홍길동 기자 = 대통령은", "서울; -; newsis; 대통령은"},
    {"中新社北京5月7日电 (记者 张三)总理", "北京; 5月7日; cns-china; (记者 张三)总理"},
    {"新华社华盛顿5月7日电（记者张三）总理", "华盛顿; 5月7日; xinhua; （记者张三）总理"},
    {"（中央社記者張三台北7日電）總理", "台北; 7日; cna-tw; 總理"},
    {"法新社巴黎7日電", "巴黎; 7日; afp; -"},
    {"WASHINGTON — The minister said", "Washington; -; ; The minister said"},
    {"SPRINGFIELD, Ill. — The minister said", "Springfield, Ill.; -; ; The minister said"},
    {"SPRINGFIELD, Ill. (KXYZ) — The minister said", "Springfield, Ill.; -; ; The minister said"},
    {"BERLIN/PARIS (dpa-AFX) - Der Minister", "Berlin/Paris; -; dpa-afx; Der Minister"},
    {"Frankfurt am Main (dpa) - Der Minister", "Frankfurt am Main; -; dpa; Der Minister"},
    {"Wien/Linz (APA) - Der Minister", "Wien/Linz; -; apa; Der Minister"},
    {"Bern (awp) - Der Bundesrat", "Bern; -; awp; Der Bundesrat"},
    {"Zürich (sda) Der Bundesrat", "Zürich; -; sda; Der Bundesrat"},
    {"STOCKHOLM (TT). Statsministern", "Stockholm; -; tt; Statsministern"},
    {"WASHINGTON (January 24, 2017) — The society presented a new plan for the ferry.",
     "Washington; January 24, 2017; ; The society presented a new plan for the ferry."},
    {"MOSCOW (Example News / Sputnik - 29th April, 2020) The minister named no day for the ferry.",
     "Moscow; 29th April, 2020; sputnik; The minister named no day for the ferry."},
    {"HÀ NỘI, ngày 7 tháng 5 - Chính phủ đã thông qua kế hoạch mới về giao thông đường sắt.",
     "Hà Nội; ngày 7 tháng 5; ; Chính phủ đã thông qua kế hoạch mới về giao thông đường sắt."},
    {"【北京＝山田太郎】中国外務省の報道官は七日の記者会見で新しい計画を発表した。", "北京; -; ; 中国外務省の報道官は七日の記者会見で新しい計画を発表した。"},
    {"【ワシントン＝山田太郎】米国務省は七日、新しい計画を発表した。", "ワシントン; -; ; 米国務省は七日、新しい計画を発表した。"},
    {"［東京　７日　ロイター］ - 日銀は七日、新しい計画を発表した。", "東京; ７日; reuters; 日銀は七日、新しい計画を発表した。"},
    {"本报北京5月7日电（记者李四）国务院七日宣布新的计划。", "北京; 5月7日; ; （记者李四）国务院七日宣布新的计划。"},
    {"記者王小明／台北報導 行政院今天宣布新的計畫，並將於下月實施。", "台北; -; ; 行政院今天宣布新的計畫，並將於下月實施。"},
    {"〔記者王小明／台北報導〕行政院今天宣布新的計畫，並將於下月實施。", "台北; -; ; 行政院今天宣布新的計畫，並將於下月實施。"},
    {"القاهرة - أ ف ب: أعلنت الحكومة المصرية اليوم خطة جديدة للنقل العام.",
     "القاهرة; -; afp; أعلنت الحكومة المصرية اليوم خطة جديدة للنقل العام."},
    {"القاهرة / الأناضول أعلنت الحكومة المصرية اليوم خطة جديدة للنقل العام.",
     "القاهرة; -; aa; أعلنت الحكومة المصرية اليوم خطة جديدة للنقل العام."},
    {"تهران - ایرنا - دولت روز سه شنبه برنامه تازه‌ای اعلام کرد و آن را شرح داد.",
     "تهران; -; irna; دولت روز سه شنبه برنامه تازه‌ای اعلام کرد و آن را شرح داد."},
    {"नई दिल्ली, 7 मई (भाषा) सरकार ने मंगलवार को नई योजना की घोषणा की।",
     "नई दिल्ली; 7 मई; pti; सरकार ने मंगलवार को नई योजना की घोषणा की।"},
    {"ঢাকা, ৭ মে (বাসস): সরকার মঙ্গলবার নতুন পরিকল্পনা ঘোষণা করেছে।",
     "ঢাকা; ৭ মে; bss; সরকার মঙ্গলবার নতুন পরিকল্পনা ঘোষণা করেছে।"},
    {"ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) Η κυβέρνηση ανακοίνωσε την Τρίτη ένα νέο σχέδιο.",
     "Αθηνα; -; ana-mpa; Η κυβέρνηση ανακοίνωσε την Τρίτη ένα νέο σχέδιο."},
    {"Киев. 7 мая. ИНТЕРФАКС-УКРАИНА - Правительство объявило новый план.",
     "Киев; 7 мая; interfax-ukraine; Правительство объявило новый план."},
    {"Москва. 7 мая. INTERFAX.RU - Правительство объявило новый план.",
     "Москва; 7 мая; interfax; Правительство объявило новый план."},
    {"VILNIUS, gegužės 7 d. (BNS). Vyriausybė antradienį paskelbė naują planą.",
     "Vilnius; gegužės 7 d; bns; Vyriausybė antradienį paskelbė naują planą."},
    {"TALLINN, 7. mai, BNS - Valitsus teatas teisipäeval uuest plaanist.",
     "Tallinn; 7. mai; bns; Valitsus teatas teisipäeval uuest plaanist."},
    {"RĪGA, 7. maijs, LETA. Valdība otrdien paziņoja par jaunu plānu.",
     "Rīga; 7. maijs; leta; Valdība otrdien paziņoja par jaunu plānu."},
    {"Paris, le 7 mai 2024 – Le gouvernement a annoncé mardi un nouveau plan.",
     "Paris; 7 mai 2024; ; Le gouvernement a annoncé mardi un nouveau plan."},
    {"(Belga) Le gouvernement a annoncé mardi un nouveau plan pour le rail.",
     "-; -; belga; Le gouvernement a annoncé mardi un nouveau plan pour le rail."},
    {"Bruxelles - Le gouvernement a annoncé mardi un nouveau plan pour le rail.",
     "Bruxelles; -; ; Le gouvernement a annoncé mardi un nouveau plan pour le rail."},
    {"STOCKHOLM. Regeringen presenterade på tisdagen en ny plan för järnvägen.",
     "Stockholm; -; ; Regeringen presenterade på tisdagen en ny plan för järnvägen."},
    {"BERLIN dpa | Die Regierung hat am Dienstag einen neuen Plan angekündigt.",
     "Berlin; -; dpa; Die Regierung hat am Dienstag einen neuen Plan angekündigt."},
    {"BERLIN abc | Die Regierung hat am Dienstag einen neuen Plan angekündigt.",
     "Berlin; -; ; Die Regierung hat am Dienstag einen neuen Plan angekündigt."},
    {"Berlin – Die Regierung hat am Dienstag einen neuen Plan angekündigt.",
     "Berlin; -; ; Die Regierung hat am Dienstag einen neuen Plan angekündigt."},
    {"Bern, 07.05.2024 - Der Bundesrat hat am Dienstag einen neuen Plan angekündigt.",
     "Bern; 07.05.2024; ; Der Bundesrat hat am Dienstag einen neuen Plan angekündigt."},
    {"Zürich, 7. Mai 2024 – Die Bank hat am Dienstag einen neuen Plan angekündigt.",
     "Zürich; 7. Mai 2024; ; Die Bank hat am Dienstag einen neuen Plan angekündigt."},
    {"Musterhausen (ots) Am Dienstag (15.12.) brach auf dem Fluss das Eis.",
     "Musterhausen; -; ots; Am Dienstag (15.12.) brach auf dem Fluss das Eis."},
    {"NEW DELHI, MAY 7: The government announced a new plan on Tuesday.",
     "New Delhi; MAY 7; ; The government announced a new plan on Tuesday."},
    {"TORONTO, May 7, 2024 /CNW/ - The company announced a new plan on Tuesday.",
     "Toronto; May 7, 2024; cnw; The company announced a new plan on Tuesday."},
    {"Tel Aviv, Israel – The government announced a new plan on Tuesday.",
     "Tel Aviv, Israel; -; ; The government announced a new plan on Tuesday."},
    {"The Hague, Netherlands – Judges announced a new plan on Tuesday.",
     "The Hague, Netherlands; -; ; Judges announced a new plan on Tuesday."},
    {"Beirut, Lebanon – The government announced a new plan on Tuesday.",
     "Beirut, Lebanon; -; ; The government announced a new plan on Tuesday."},
    {"[東京 7日 ロイター] - 日銀は七日、新しい計画を発表した。", "東京; 7日; reuters; 日銀は七日、新しい計画を発表した。"},
};

static void
test_datelines(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        for (size_t i = 0; i < BL_COUNT(datelines); i++) {
            char have[512] = "none";
            bl_line_context context = {0};
            const byline_dateline *dateline = bl_read_dateline(bl_span_of(datelines[i].text), &context, &a);
            if (dateline)
                summarize(dateline, have, sizeof have);
            if (strcmp(have, datelines[i].want))
                print_error("%s\n", datelines[i].text);
            assert_string_equal(have, datelines[i].want);
        }
    }
}

static void
test_refuses(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "The minister said on Monday - after long talks - that it was over.",
        "WATCH - The minister speaks",
        "UPDATED - The minister speaks",
        "SCHOOL BUS STRIKE \xE2\x80\x94 The minister speaks",
        "Reuters reported on Monday that it was over.",
        "(See page 4) The minister speaks",
        "EXAMPLY \xE2\x80\x93 handmade clothes",
        "\"It is over\", the minister said.",
        "1. May (Monday) - it is over",
        "Jane Roe (SPD) - the minister - speaks",
        "Berlin - ein Bericht aus der Stadt",
        "Stephen Example – the mayor – announced a plan",
        "QUILLVALE: The government announced a new plan",
        "",
    };
    WITH_ARENA(a)
    {
        bl_line_context context = {0};
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            if (bl_read_dateline(bl_span_of(cases[i]), &context, &a))
                fail_msg("%s", cases[i]);
        }
    }
}

static void
test_details(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_line_context context = {.published = 1368057600}; /* 2013-05-09 */
        byline_dateline *dateline =
            bl_read_dateline(BL_SPAN("MOSCOW, May 7 (Reuters) - It is over."), &context, &a);
        assert_string_equal(dateline->text, "MOSCOW, May 7 (Reuters)");
        assert_string_equal(dateline->date->iso, "2013-05-07");
        assert_string_equal(dateline->rest, "It is over.");
        assert_int_equal(dateline->offset, 0);
        assert_int_equal(dateline->length, strlen("MOSCOW, May 7 (Reuters) -"));

        /* a December that is read in January is last year's */
        context.published = 1357344000; /* 2013-01-05 */
        dateline = bl_read_dateline(BL_SPAN("ROMA, 28 dic (ANSA) - Fine."), &context, &a);
        assert_string_equal(dateline->date->iso, "2012-12-28");

        dateline = bl_read_dateline(BL_SPAN("Hamburg (dpa/lno) - Es ist aus."), &context, &a);
        assert_int_equal(dateline->agency_count, 1);
        assert_int_equal(dateline->other_source_count, 0); /* the code of a regional service */

        dateline =
            bl_read_dateline(BL_SPAN("SPRINGFIELD, Ill. (KXYZ) \xE2\x80\x94 It is over."), &context, &a);
        assert_string_equal(dateline->other_sources[0], "KXYZ");
        assert_true(dateline->confidence < 0.97);
        assert_string_equal(dateline->place, "Springfield, Ill.");

        dateline = bl_read_dateline(BL_SPAN("RIO DE JANEIRO (AP) - It is over."), &context, &a);
        assert_string_equal(dateline->place, "Rio de Janeiro");
        dateline = bl_read_dateline(BL_SPAN("SANTA FE, N.M. (AP) - It is over."), &context, &a);
        assert_string_equal(dateline->place, "Santa Fe, N.M.");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_datelines),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_details),
    };
    return cmocka_run_group_tests_name("dateline", tests, NULL, NULL);
}
