/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Sign-offs, source lines and contributions. */
#include "credit_summary.h"

static const credit_case cases[] = {
    {"(Reporting by Jane Sample in London and John Doe in New York; editing by Jim Beam)",
     "contribution P=Jane Sample in London,John Doe in New York,Jim Beam"},
    {"(Reporte de Juan Ejemplo; Editado por Ana Muestra)", "contribution P=Juan Ejemplo,Ana Muestra"},
    {"(Jean Exemple, édité par Anne Modèle)", "contribution P=Jean Exemple,Anne Modèle"},
    {"Mit Material der dpa", "contribution A=dpa"},
    {"Mit Agenturmaterial (dpa)", "contribution A=dpa"},
    {"(Mit Material der Agenturen dpa und AFP)", "contribution A=dpa,afp"},
    {"Quelle: SID", "source A=sid"},
    {"(SID)", "signoff A=sid"},
    {"dpa/afp/jb", "signoff E=jb A=dpa,afp"},
    {"jbe/mam (dpa, AFP)", "signoff E=jbe,mam A=dpa,afp"},
    {"mit Informationen von dpa und AFP", "contribution A=dpa,afp"},
    {"avec AFP", "contribution A=afp"},
    {"L'Exemple avec AFP", "contribution A=afp"},
    {"Avec AFP et Reuters", "contribution A=afp,reuters"},
    {"(AFP)", "signoff A=afp"},
    {"Source: AFP", "source A=afp"},
    {"Con información de EFE y AP", "contribution A=efe,ap"},
    {"Con información de Reuters.", "contribution A=reuters"},
    {"Com informações da Reuters", "contribution A=reuters"},
    {"(Com Agência Brasil)", "contribution A=agencia-brasil"},
    {"ANSA", "source A=ansa"},
    {"Bron: ANP", "source A=anp"},
    {"Źródło: PAP", "source A=pap"},
    {"(PAP)", "signoff A=pap"},
    {"jp/ mk/", "signoff E=jp,mk"},
    {"Zdroj: ČTK", "source A=ctk"},
    {"(NTB)", "signoff A=ntb"},
    {"/ritzau/", "source A=ritzau"},
    {"TT", "source A=tt"},
    {"STT", "source A=stt"},
    {"Источник: ТАСС", "source A=tass"},
    {"По материалам РИА Новости", "contribution A=ria"},
    {"Kaynak: AA", "source A=aa"},
    {"(ANI)", "signoff A=ani"},
    {"(With PTI inputs)", "contribution A=pti"},
    {"(With inputs from ANI)", "contribution A=ani"},
    {"With inputs from PTI and Reuters", "contribution A=pti,reuters"},
    {"(This story has not been edited by Example staff and is auto-generated from a syndicated feed - "
     "PTI)",
     "source A=pti"},
    {"Associated Press writers Jane Sample in Rome and John Doe contributed to this report.",
     "contribution P=Jane Sample in Rome,John Doe A=ap*"},
    {"The Associated Press contributed to this report.", "contribution A=ap"},
    {"Reuters contributed to this report.", "contribution A=reuters"},
    {"—Jane Sample contributed to this report", "contribution P=Jane Sample"},
    {"Jane Sample and John Doe contributed reporting.", "contribution P=Jane Sample,John Doe"},
    {"Jane Sample contributed research from Rome.", "contribution P=Jane Sample"},
    {"The Example Post's Jane Sample contributed to this story.", "contribution P=Jane Sample"},
    {"Additional reporting by Press Association.", "contribution A=pa"},
    {"Additional reporting by agencies", "contribution"},
    {"Additional reporting by Jane Sample in Rome", "contribution P=Jane Sample in Rome"},
    {"Edited by Jane Sample", "contribution P=Jane Sample"},
    {"Translated by John Doe", "contribution P=John Doe"},
    {"Adaptation: Jane Sample", "contribution P=Jane Sample"},
    {"Aus dem Englischen von Jan Beispiel", "contribution P=Jan Beispiel"},
    {"Redaktion: Jan Beispiel", "contribution P=Jan Beispiel"},
    {"Autor: Jan Beispiel, dpa", "source P=Jan Beispiel A=dpa"},
    {"Von Jan Beispiel, dpa", "source P=Jan Beispiel A=dpa"},
    {"Von Jan Beispiel", "none"},
    {"By Jane Sample, Associated Press", "source P=Jane Sample A=ap"},
    {"By JANE SAMPLE Associated Press", "source P=JANE SAMPLE A=ap"},
    {"By The Associated Press", "source A=ap"},
    {"Reuters", "source A=reuters"},
    {"AP", "source A=ap"},
    {"(AP)", "signoff A=ap"},
    {"AFP, Paris", "source A=afp"},
    {"Das sagte ein Sprecher der dpa.", "none"},
    {"Reuters was not able to verify the report.", "none"},
    {"Er lachte. (lacht)", "none"},
    {"Das war es. (hjk)", "signoff E=hjk"},
    {"Das war es. (hjk/dpa)", "signoff E=hjk A=dpa"},
    {"Das war es. (dpa, AFP)", "signoff A=dpa,afp"},
    {"Das war es. dpa", "signoff A=dpa"},
    {"Das war es.dpa/hjk", "signoff E=hjk A=dpa"},
    {"C'est fini. (AFP)", "signoff A=afp"},
    {"It is over. (Reuters)", "signoff A=reuters"},
    {"It is over. - AFP", "signoff A=afp"},
    {"It is over. — Bernama", "signoff A=bernama"},
    {"It is over. AFP/jd", "signoff E=jd A=afp"},
    {"It is over. /TISG", "none"},
    {"Es ist aus. (APA)", "signoff A=apa"},
    {"Es ist aus. (APA, 5.6.2023)", "signoff A=apa"},
    {"Es ist aus. (Jan Beispiel, 5.6.2023)", "none"},
    {"Es ist aus. (red, APA, 5.6.2023)", "signoff E=red A=apa"},
    {"It is over (see page 4).", "none"},
    {"The deal was struck in Rome (Italy).", "none"},
    {"She joined the party (SPD).", "none"},
    {"The Environmental Protection Agency (EPA)", "none"},
    {"The firm, Example Corp. (NYSE: EXM)", "none"},
    {"With Reuters", "contribution A=reuters"},
    {"with AFP, dpa", "contribution A=afp,dpa"},
    {"Mit AFP", "contribution A=afp"},
    {"Agencies", "source"},
    {"(Agencies)", "signoff"},
    {"Agencias", "source"},
    {"Agencia EFE", "source A=efe"},
    {"Redacción / EFE", "source A=efe"},
    {"Redacción con EFE", "contribution A=efe"},
    {"Text: Jan Beispiel; Foto: Anna Muster", "source P=Jan Beispiel,Anna Muster"},
    {"Text und Fotos: Jan Beispiel", "photo P=Jan Beispiel"},
    {"Foto: Jan Beispiel/dpa", "photo P=Jan Beispiel A=dpa"},
    {"© dpa", "signoff A=dpa"},
    {"©AFP", "signoff A=afp"},
    {"Copyright 2023 The Associated Press. All rights reserved.", "none"},
    {"- Reuters", "source A=reuters"},
    {"-AFP", "source A=afp"},
    {"— AP", "source A=ap"},
    {"BREAKING — The minister said", "none"},
    {"UPDATE - The minister said", "none"},
    {"EXCLUSIVE: The minister said", "none"},
    {"KOMMENTAR - Der Minister", "none"},
    {"Hamburg. Der Minister sagte", "none"},
};

static void
test_paragraphs(void **state)
{
    (void)state;
    check_cases(cases, BL_COUNT(cases), BYLINE_LINE_PARAGRAPH);
}

static void
test_details(void **state)
{
    (void)state;
    WITH_ARENA(a)
    {
        bl_line_context context = {0};
        byline_credit *credit =
            bl_read_credit(BL_SPAN("Das war es. (KNA 19.11.21)"), BYLINE_LINE_PARAGRAPH, &context, &a);
        assert_string_equal(credit->date->iso, "2021-11-19");
        assert_string_equal(credit->caption, "Das war es.");
        assert_string_equal(credit->text, "(KNA 19.11.21)");

        credit = bl_read_credit(BL_SPAN("\xC2\xA9 dpa-infocom, dpa:240102-99-12345/6"), BYLINE_LINE_PARAGRAPH,
                                &context, &a);
        assert_string_equal(credit->reference, "dpa:240102-99-12345/6");
        assert_int_equal(credit->agency_count, 1);

        credit = bl_read_credit(BL_SPAN("CNN's Jane Roe contributed to this report."), BYLINE_LINE_PARAGRAPH,
                                &context, &a);
        assert_string_equal(credit->other_sources[0], "CNN");
        assert_int_equal(credit->people[0]->role, BYLINE_ROLE_CONTRIBUTOR);

        credit = bl_read_credit(BL_SPAN("(With inputs from agencies)"), BYLINE_LINE_PARAGRAPH, &context, &a);
        assert_true(credit->marks & BYLINE_MARK_GENERIC);
    }
}

static void
test_public_face(void **state)
{
    (void)state;
    byline_credit *credit = NULL;
    byline_error error;
    assert_int_equal(byline_credit_parse("rc/jr (AP, dpa)", 15, 0, NULL, &credit, &error), BYLINE_OK);
    assert_int_equal(credit->kind, BYLINE_CREDIT_SIGNOFF);
    assert_int_equal(credit->editor_count, 2);
    assert_string_equal(credit->editors[1], "jr");
    byline_credit_free(credit);
    assert_int_equal(byline_credit_parse(NULL, 1, 0, NULL, &credit, &error), BYLINE_E_ARGUMENT);
    assert_int_equal(byline_credit_parse("", 0, 0, NULL, &credit, &error), BYLINE_E_EMPTY);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_details),
        cmocka_unit_test(test_public_face),
    };
    return cmocka_run_group_tests_name("signoff", tests, NULL, NULL);
}
