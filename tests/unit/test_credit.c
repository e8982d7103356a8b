/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Captions and the photo credits in them. */
#include <stdlib.h>
#include <time.h>

#include "base/unicode.h"
#include "credit_summary.h"

static const credit_case cases[] = {
    {"Der Minister am Montag in Berlin. Foto: Jan Beispiel/dpa-Zentralbild/dpa",
     "photo P=Jan Beispiel A=dpa C=Der Minister am Montag in Berlin."},
    {"Der Minister am Montag in Berlin. (Foto: dpa)", "photo A=dpa C=Der Minister am Montag in Berlin."},
    {"Der Minister am Montag in Berlin. © Jan Beispiel/dpa",
     "photo P=Jan Beispiel A=dpa C=Der Minister am Montag in Berlin."},
    {"Der Minister am Montag in Berlin (Archivbild). Bild: Keystone/Jan Beispiel",
     "photo P=Jan Beispiel A=keystone C=Der Minister am Montag in Berlin"},
    {"Blick auf den Hafen. (Symbolbild) Foto: imago/Jan Beispiel",
     "photo P=Jan Beispiel A=imago C=Blick auf den Hafen."},
    {"Les secours sur place. © Jean Exemple, AFP", "photo P=Jean Exemple A=afp C=Les secours sur place."},
    {"Les secours sur place, mardi. JEAN EXEMPLE / AFP",
     "photo P=JEAN EXEMPLE A=afp C=Les secours sur place, mardi."},
    {"Les secours sur place. Photo Jean Exemple/AFP", "photo P=Jean Exemple A=afp C=Les secours sur place."},
    {"Les secours sur place. [Jean Exemple - AFP]", "photo P=Jean Exemple A=afp C=Les secours sur place."},
    {"Les secours sur place. Crédit : Jean Exemple / Le Quotidien",
     "photo P=Jean Exemple C=Les secours sur place."},
    {"El presidente, ayer en Madrid | Juan Ejemplo / EFE",
     "photo P=Juan Ejemplo A=efe C=El presidente, ayer en Madrid"},
    {"El presidente saluda. (Foto: Juan Ejemplo/Getty Images/AFP)",
     "photo P=Juan Ejemplo A=getty>,afp C=El presidente saluda."},
    {"O presidente em Brasília — Foto: João Exemplo/Agência Brasil",
     "photo P=João Exemplo A=agencia-brasil C=O presidente em Brasília"},
    {"O presidente em Brasília. Foto: João Exemplo/Divulgação",
     "photo P=João Exemplo C=O presidente em Brasília."},
    {"Il presidente a Roma (foto: Ansa)", "photo A=ansa C=Il presidente a Roma"},
    {"Il presidente a Roma (Foto di Mario Esempio / LaPresse)",
     "photo P=Mario Esempio A=lapresse C=Il presidente a Roma"},
    {"De premier in Den Haag. Foto: ANP / Jan Voorbeeld",
     "photo P=Jan Voorbeeld A=anp C=De premier in Den Haag."},
    {"De premier in Den Haag. © Jan Voorbeeld", "photo P=Jan Voorbeeld C=De premier in Den Haag."},
    {"De premier in Den Haag (Foto Jan Voorbeeld)", "photo P=Jan Voorbeeld C=De premier in Den Haag"},
    {"Statsministern i riksdagen. Foto: Anna Exempel/TT",
     "photo P=Anna Exempel A=tt C=Statsministern i riksdagen."},
    {"Statsministern i riksdagen. Foto: Anna Exempel / TT NYHETSBYRÅN",
     "photo P=Anna Exempel A=tt C=Statsministern i riksdagen."},
    {"Statsminister i Stortinget. Foto: Kari Eksempel / NTB",
     "photo P=Kari Eksempel A=ntb C=Statsminister i Stortinget."},
    {"Statsminister på Christiansborg. Foto: Mads Eksempel/Ritzau Scanpix",
     "photo P=Mads Eksempel A=ritzau C=Statsminister på Christiansborg."},
    {"Pääministeri eduskunnassa. Kuva: Maija Esimerkki / Lehtikuva",
     "photo P=Maija Esimerkki A=lehtikuva C=Pääministeri eduskunnassa."},
    {"Premier w Sejmie. Fot. Jan Przykład / PAP", "photo P=Jan Przykład A=pap C=Premier w Sejmie."},
    {"Premier w Sejmie / fot. PAP/Jan Przykład", "photo P=Jan Przykład A=pap C=Premier w Sejmie"},
    {"Premier w Sejmie Źródło: PAP / Jan Przykład", "photo P=Jan Przykład A=pap C=Premier w Sejmie"},
    {"Premiér ve sněmovně. Foto: Jan Příklad, ČTK", "photo P=Jan Příklad A=ctk C=Premiér ve sněmovně."},
    {"Premiér vo Bratislave. Foto: TASR – Ján Príklad",
     "photo P=Ján Príklad A=tasr C=Premiér vo Bratislave."},
    {"A miniszterelnök. Fotó: Példa János / MTI", "photo P=Példa János A=mti C=A miniszterelnök."},
    {"Premierul la Bucureşti. Foto: Ion Exemplu / Inquam Photos",
     "photo P=Ion Exemplu A=inquam C=Premierul la Bucureşti."},
    {"Премьер на заседании. Фото: Иван Примеров / ТАСС",
     "photo P=Иван Примеров A=tass C=Премьер на заседании."},
    {"Премьер на заседании. © Иван Примеров/ТАСС", "photo P=Иван Примеров A=tass C=Премьер на заседании."},
    {"Прем'єр на засіданні. Фото: Іван Прикладенко / УНІАН",
     "photo P=Іван Прикладенко A=unian C=Прем'єр на засіданні."},
    {"Премиерът. Снимка: БТА", "photo A=bta C=Премиерът."},
    {"Başbakan mecliste. (Fotoğraf: Ali Örnek/AA)", "photo P=Ali Örnek A=aa C=Başbakan mecliste."},
    {"رئيس الوزراء في القاهرة (رويترز)", "photo A=reuters C=رئيس الوزراء في القاهرة"},
    {"رئيس الوزراء. (صورة: أ ف ب)", "photo A=afp C=رئيس الوزراء."},
    {"首相在北京。新华社记者 张三 摄", "photo P=张三 A=xinhua C=首相在北京。"},
    {"首相在国会（路透社）", "photo A=reuters C=首相在国会"},
    {"会見する首相（共同）", "photo A=kyodo C=会見する首相"},
    {"会見する首相＝25日、東京都千代田区（山田太郎撮影）",
     "photo P=山田太郎 C=会見する首相＝25日、東京都千代田区"},
    {"国会で答弁する首相（ロイター）", "photo A=reuters C=国会で答弁する首相"},
    {"대통령이 연설하고 있다. 연합뉴스", "photo A=yonhap C=대통령이 연설하고 있다."},
    {"대통령이 연설하고 있다. /사진=뉴시스", "photo A=newsis C=대통령이 연설하고 있다."},
    {"대통령이 연설하고 있다. [사진=연합뉴스]", "photo A=yonhap C=대통령이 연설하고 있다."},
    {"대통령이 연설하고 있다. 홍길동 기자", "photo P=홍길동 C=대통령이 연설하고 있다."},
    {"Thủ tướng tại Hà Nội. Ảnh: TTXVN", "photo A=vna C=Thủ tướng tại Hà Nội."},
    {"प्रधानमंत्री नई दिल्ली में। फोटो: पीटीआई", "photo A=pti C=प्रधानमंत्री नई दिल्ली में।"},
    {"Presiden di Jakarta. (ANTARA FOTO/Budi Contoh/foc)",
     "photo E=foc P=Budi Contoh A=antara C=Presiden di Jakarta."},
    {"Presiden di Jakarta. Foto: Budi Contoh/detikcom", "photo P=Budi Contoh C=Presiden di Jakarta."},
    {"Firefighters battle a blaze. [Jane Sample/Reuters]",
     "photo P=Jane Sample A=reuters C=Firefighters battle a blaze."},
    {"Firefighters battle a blaze. Jane Sample for The Example Times",
     "photo P=Jane Sample C=Firefighters battle a blaze."},
    {"Firefighters battle a blaze. Jane Sample—AP",
     "photo P=Jane Sample A=ap C=Firefighters battle a blaze."},
    {"Firefighters battle a blaze. | Jane Sample/Getty Images",
     "photo P=Jane Sample A=getty C=Firefighters battle a blaze."},
    {"Firefighters battle a blaze on Monday. PHOTO: JANE SAMPLE/AFP VIA GETTY IMAGES",
     "photo P=JANE SAMPLE A=afp,getty> C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. (Jane Sample/Example Gazette/TNS)",
     "photo P=Jane Sample A=tns C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. (Jane Sample/Staff)",
     "photo P=Jane Sample C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. Jane Sample/The Canadian Press",
     "photo P=Jane Sample A=cp C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. THE CANADIAN PRESS/Jane Sample",
     "photo P=Jane Sample A=cp C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. Photo by Jane Sample /Postmedia",
     "photo P=Jane Sample A=postmedia-news C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. Credit: AAP/Jane Sample",
     "photo P=Jane Sample A=aap C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday. Picture: PA",
     "photo A=pa C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze on Monday (Jane Sample/PA)",
     "photo P=Jane Sample A=pa C=Firefighters battle a blaze on Monday"},
    {"Firefighters battle a blaze on Monday. Photograph: Jane Sample/EPA-EFE/REX/Shutterstock",
     "photo P=Jane Sample A=epa,rex,shutterstock> C=Firefighters battle a blaze on Monday."},
    {"Firefighters battle a blaze. Image: Jane Sample/AP/dpa/picture alliance",
     "photo P=Jane Sample A=ap,dpa,picture-alliance> C=Firefighters battle a blaze."},
    {"Firefighters battle a blaze. Pool photo by Jane Sample",
     "photo P=Jane Sample C=Firefighters battle a blaze."},
    {"FILE - The prime minister speaks in Rome, Jan. 5, 2020. (AP Photo/Jane Sample, File)",
     "photo P=Jane Sample A=ap C=FILE - The prime minister speaks in Rome, Jan. 5, 2020."},
    {"The prime minister (left) and her aide", "none"},
    {"The prime minister speaks in Rome (2020)", "none"},
    {"President Jane Sample meets King Example", "none"},
    {"Getty Images hired a new chief executive.", "none"},
    {"A view of the Reuters building", "none"},
    {"Anna Beispiel und Jan Muster (v.l.)", "none"},
    {"Die Ministerin (links) mit Jan Muster (CDU)", "none"},
    {"The firm opened its Reuters-style newsroom in 2020.", "none"},
    {"Jane Sample", "none"},
    {"Screenshot: YouTube/Example Channel", "photo"},
    {"Foto: Privat", "photo"},
    {"zVg", "photo"},
    {"Image: Jane Sample/Unsplash (CC0)", "photo P=Jane Sample A=unsplash"},
    {"Jane Sample, CC BY-SA 4.0, via Wikimedia Commons", "photo P=Jane Sample A=wikimedia>"},
    {"Jane Sample / CC BY 2.0", "photo P=Jane Sample"},
    {"Grafik: dpa-infografik", "photo A=dpa"},
    {"Karte: OpenStreetMap", "photo"},
    {"Foto: IMAGO/Jan Beispiel", "photo P=Jan Beispiel A=imago"},
    {"Foto: Jan Beispiel (dpa)", "photo P=Jan Beispiel A=dpa"},
    {"Bild: Jan Beispiel", "photo P=Jan Beispiel"},
    {"Mit KI generiert: Midjourney", "photo"},
    {"Photos: Jane Sample, John Doe and Jim Beam/AP", "photo P=Jane Sample,John Doe,Jim Beam A=ap"},
};

static void
test_captions(void **state)
{
    (void)state;
    check_cases(cases, BL_COUNT(cases), BYLINE_LINE_CAPTION);
}

static void
test_details(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_line_context context = {0};
        const char *text = "A  caption.\n(Jane Roe/Pool via AP, File)";
        byline_credit *credit = bl_read_credit(bl_span_of(text), BYLINE_LINE_CAPTION, &context, &a);
        assert_string_equal(credit->text, "(Jane Roe/Pool via AP, File)");
        assert_string_equal(credit->caption, "A caption.");
        assert_true(credit->pool);
        assert_int_equal(credit->marks, BYLINE_MARK_POOL | BYLINE_MARK_ARCHIVE);
        assert_memory_equal(text + credit->offset, "(Jane Roe/Pool via AP, File)", credit->length);
        assert_int_equal(credit->people[0]->role, BYLINE_ROLE_PHOTOGRAPHER);
        assert_int_equal(credit->agencies[0]->relation, BYLINE_RELATION_DISTRIBUTOR);

        credit = bl_read_credit(BL_SPAN("Jane Roe/Getty Images for Example Corp"), BYLINE_LINE_CREDIT,
                                &context, &a);
        assert_string_equal(credit->client, "Example Corp");
        assert_null(credit->caption);

        credit = bl_read_credit(BL_SPAN("Foto: Jane Roe, CC BY-SA 4.0"), BYLINE_LINE_CREDIT, &context, &a);
        assert_string_equal(credit->license, "CC BY-SA 4.0");

        credit = bl_read_credit(BL_SPAN("Jane Roe"), BYLINE_LINE_CREDIT, &context, &a);
        assert_int_equal(credit->kind, BYLINE_CREDIT_PHOTO);
        credit = bl_read_credit(BL_SPAN("Jane Roe"), BYLINE_LINE_CAPTION, &context, &a);
        assert_int_equal(credit->kind, BYLINE_CREDIT_NONE);
        assert_string_equal(credit->caption, "Jane Roe");

        credit =
            bl_read_credit(BL_SPAN("Foto: Example Zeitung/Symbolbild"), BYLINE_LINE_CAPTION, &context, &a);
        assert_string_equal(credit->other_sources[0], "Example Zeitung");
        assert_true(credit->marks & BYLINE_MARK_SYMBOLIC);
    }
}

/* Bytes that the grammars know, and some that nobody does. */
static size_t
scramble(char *out, size_t size, unsigned *seed)
{
    static const char *const pieces[] = {
        "Foto: ",
        "Jane Roe",
        "/",
        "dpa",
        " (",
        ")",
        "via ",
        "AP",
        ", ",
        "and ",
        "—",
        "\xFF",
        "\xC3",
        "x",
        "Getty Images",
        "©",
        " - ",
        "rc",
        "Reporting by ",
        "for ",
        "新华社",
        "May 7",
        "MOSCOW",
        ".",
        "7日",
        "in ",
        "电",
        "contributed to this report",
        "\xE2\x80\x8B",
        "@",
        "CC BY ",
        "[M]",
        ":",
        "'s ",
        "Le ",
    };
    size_t n = 0;
    for (int i = 0; i < 24; i++) {
        *seed = *seed * 1103515245u + 12345u;
        const char *piece = pieces[(*seed >> 16) % (sizeof pieces / sizeof pieces[0])];
        if (n + strlen(piece) >= size)
            break;
        memcpy(out + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return n;
}

static void
read_all_ways(const char *bytes, size_t n)
{
    char *copy = malloc(n ? n : 1); /* so that a read past the end shows */
    memcpy(copy, bytes, n);
    WITH_ARENA(a)
    {
        bl_line_context context = {.published = 1700000000};
        for (int line = BYLINE_LINE_PARAGRAPH; line <= BYLINE_LINE_CREDIT; line++) {
            byline_credit *credit = bl_read_credit(bl_span_from(copy, n), (byline_line)line, &context, &a);
            assert_true(credit->offset <= n && credit->length <= n - credit->offset);
            assert_true(!credit->text || bl_utf8_valid(bl_span_of(credit->text), NULL));
            assert_true(!credit->caption || credit->caption[0]);
        }
        byline_dateline *dateline = bl_read_dateline(bl_span_from(copy, n), &context, &a);
        assert_true(!dateline || (dateline->offset <= n && dateline->length <= n - dateline->offset));
    }
    free(copy);
}

static void
test_takes_any_bytes(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 4000; round++) {
        char text[600];
        size_t n = scramble(text, sizeof text, &seed);
        n -= n ? (seed >> 8) % n / 4 : 0; /* cut anywhere */
        if (round % 5 == 0)
            for (size_t i = 0; i < n; i += 7)
                text[i] = (char)(seed >> (i % 24));
        read_all_ways(text, n);
    }
}

static double
seconds_for(const char *piece, size_t size, byline_line line)
{
    char *text = malloc(size);
    for (size_t i = 0; i < size; i++)
        text[i] = piece[i % strlen(piece)];
    clock_t before = clock();
    WITH_ARENA(a)
    {
        bl_line_context context = {0};
        bl_read_credit(bl_span_from(text, size), line, &context, &a);
        bl_read_dateline(bl_span_from(text, size), &context, &a);
    }
    free(text);
    return (double)(clock() - before) / CLOCKS_PER_SEC;
}

static void
test_time_is_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "(",    "a/", "Foto: ", "dpa/", "A B ", "A, ", "\xE6\x96\xB0", "(c)", "via ", "Jane Roe/AFP ",
        "AP (", ". ", "\xFF",   "Aa",   "x",    " ",   "J.",           "by ", "rc/",  "7\xE6\x97\xA5"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++)
        for (int line = BYLINE_LINE_PARAGRAPH; line <= BYLINE_LINE_CREDIT; line++)
            assert_true(seconds_for(pieces[i], 1 << 20, (byline_line)line) < 2.0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_captions),
        cmocka_unit_test(test_details),
        cmocka_unit_test(test_takes_any_bytes),
        cmocka_unit_test(test_time_is_linear),
    };
    return cmocka_run_group_tests_name("credit", tests, NULL, NULL);
}
