/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "check.h"

#include <iconv.h>

#include "base/limits.h"
#include "page/charset.h"
#include "page/convert.h"

static bl_page
page_of(bl_arena *a, bl_span bytes)
{
    return (bl_page){.arena = a, .parse_arena = a, .limits = bl_limits_resolve(NULL, bytes.n), .bytes = bytes};
}

static bl_page
decode(bl_arena *a, bl_span bytes, const char *transport)
{
    bl_page page = page_of(a, bytes);
    assert_int_equal(bl_charset_decode(&page, transport), BYLINE_OK);
    return page;
}

static byline_status
refuse(bl_arena *a, bl_span bytes, const char *transport)
{
    bl_page page = page_of(a, bytes);
    return bl_charset_decode(&page, transport);
}

/* UTF-8 in another charset. */
static bl_span
encode(bl_arena *a, const char *text, const char *charset)
{
    iconv_t handle = iconv_open(charset, "UTF-8");
    assert_true(handle != (iconv_t)-1);
    size_t left = strlen(text), room = left * 4;
    char *copy = bl_strndup(a, text, left), *out = bl_alloc(a, room), *to = out;
    assert_int_equal(iconv(handle, &copy, &left, &to, &room), 0);
    iconv_close(handle);
    return bl_span_from(out, (size_t)(to - out));
}

static void
test_labels(void **state)
{
    (void)state;
    assert_int_equal(bl_charset_find(BL_SPAN(" Latin1\n")), BL_CHARSET_WINDOWS_1252);
    assert_int_equal(bl_charset_find(BL_SPAN("GB2312")), BL_CHARSET_GBK);
    assert_int_equal(bl_charset_find(BL_SPAN("ks_c_5601-1987")), BL_CHARSET_EUC_KR);
    assert_int_equal(bl_charset_find(BL_SPAN("x-sjis")), BL_CHARSET_SHIFT_JIS);
    assert_int_equal(bl_charset_find(BL_SPAN("utf8")), BL_CHARSET_UTF_8);
    assert_int_equal(bl_charset_find(BL_SPAN("klingon")), BL_CHARSET_COUNT);
    assert_span_equal(bl_charset_in(BL_SPAN("text/html; Charset = \"gbk\"")), "gbk");
    assert_span_equal(bl_charset_in(BL_SPAN("text/html;charset=koi8-r;x=y")), "koi8-r");
    assert_null(bl_charset_in(BL_SPAN("text/html")).p);
    for (int i = 0; i < BL_CHARSET_COUNT; i++)
        assert_int_equal(bl_charset_find(bl_span_of(BL_CHARSETS[i].name)), i);
}

static void
test_order(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = decode(&a, BL_SPAN("\xEF\xBB\xBF<meta charset=gbk>\xC3\xA9"), "koi8-r");
        assert_string_equal(page.charset, "utf-8");
        assert_span_equal(page.text, "<meta charset=gbk>\xC3\xA9");
        assert_int_equal(bl_page_place(&page, 0), 3);
        page = decode(&a, BL_SPAN("<meta charset=windows-1253>\xE1"), "text/html; charset=windows-1251");
        assert_string_equal(page.charset, "windows-1251");
        assert_span_equal(page.text, "<meta charset=windows-1253>\xD0\xB1");
        page = decode(&a, BL_SPAN("<meta http-equiv=Content-Type content='text/html; charset=windows-1253'>\xE1"),
                      "text/html");
        assert_string_equal(page.charset, "windows-1253");
        page = decode(&a, BL_SPAN("<!-- <meta charset=gbk> --><script>'<meta charset=gbk>'</script>"
                                  "<meta charset='iso-8859-7'>\xE1"), NULL);
        assert_string_equal(page.charset, "iso-8859-7");
        page = decode(&a, BL_SPAN("<?xml version='1.0' encoding='iso-8859-2'?><p>\xE8"), NULL);
        assert_string_equal(page.charset, "iso-8859-2");
        page = decode(&a, BL_SPAN("<meta charset=utf-16><p>plain"), NULL);
        assert_string_equal(page.charset, "utf-8");
    }
}

/* What is declared is not believed against the bytes. */
static void
test_false_declarations(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = decode(&a, BL_SPAN("<meta charset=iso-8859-1>caf\xC3\xA9"), "latin1");
        assert_string_equal(page.charset, "utf-8");
        page = decode(&a, BL_SPAN("<html lang=fr><meta charset=utf-8><p>Le caf\xE9 \xE0 c\xF4t\xE9"), "utf-8");
        assert_string_equal(page.charset, "windows-1252");
        assert_span_equal(bl_span_cut(page.text, page.text.n - 7), " c\xC3\xB4t\xC3\xA9");
        page = decode(&a, BL_SPAN("<p>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
                                  "\xFF."), "utf-8");
        assert_string_equal(page.charset, "utf-8");
        assert_span_equal(bl_span_cut(page.text, page.text.n - 4), "\xEF\xBF\xBD.");
    }
}

static void
test_refusals(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        assert_int_equal(refuse(&a, BL_SPAN("<p>x"), "klingon"), BYLINE_E_CHARSET);
        assert_int_equal(refuse(&a, BL_SPAN("<p>x"), "text/html; charset=klingon"), BYLINE_E_CHARSET);
        assert_int_equal(refuse(&a, BL_SPAN(" \n\t"), NULL), BYLINE_E_EMPTY);
        assert_int_equal(refuse(&a, BL_SPAN("\xEF\xBB\xBF \n"), NULL), BYLINE_E_EMPTY);
        assert_int_equal(refuse(&a, BL_SPAN("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), NULL), BYLINE_E_BINARY);
        assert_int_equal(refuse(&a, BL_SPAN("%PDF-1.7\n"), NULL), BYLINE_E_BINARY);
        char noise[1000];
        for (unsigned i = 0; i < sizeof noise; i++)
            noise[i] = (char)(i * 2654435761u >> 13);
        assert_int_equal(refuse(&a, bl_span_from(noise, sizeof noise), NULL), BYLINE_E_BINARY);
        assert_int_equal(refuse(&a, BL_SPAN("<p>\0t\0e\0x\0t"), NULL), BYLINE_OK);
    }
}

/* Each character of the text is found again where its bytes stand. */
static void
check_places(const bl_page *page, bl_span marker)
{
    size_t in_text = 0, in_bytes = 0;
    for (int found = 0;; found++) {
        in_text = bl_span_find(page->text, marker, in_text);
        in_bytes = bl_span_find(page->bytes, marker, in_bytes);
        if (in_text == BL_NOT_FOUND || in_bytes == BL_NOT_FOUND) {
            assert_true(in_text == in_bytes && found >= 50);
            return;
        }
        assert_int_equal(bl_page_place(page, in_text), in_bytes);
        in_text++;
        in_bytes++;
    }
}

static const struct {
    const char *charset;
    const char *iconv;
    const char *text;
} SAMPLES[] = {
    {"windows-1252", "CP1252", "Der Bürgermeister eröffnete am Dienstag die neue Brücke; „schön“, sagten die Leute. "},
    {"windows-1250", "CP1250", "Większość mieszkańców przyszła na otwarcie nowego mostu, który łączy obie części. "},
    {"windows-1250", "CP1250", "Starosta otevřel v úterý nový most, který spojuje obě části města přes řeku. "},
    {"windows-1251", "CP1251", "Мэр города открыл во вторник новый мост, который соединяет оба берега реки. "},
    {"koi8-r", "KOI8-R", "Мэр города открыл во вторник новый мост, который соединяет оба берега реки. "},
    {"windows-1253", "CP1253", "Ο δήμαρχος εγκαινίασε την Τρίτη τη νέα γέφυρα που ενώνει τις δύο όχθες. "},
    {"windows-1254", "CP1254", "Belediye başkanı salı günü şehrin iki yakasını birleştiren yeni köprüyü açtı. "},
    {"windows-1255", "CP1255", "ראש העיר פתח ביום שלישי את הגשר החדש המחבר בין שתי גדות הנהר. "},
    {"windows-1256", "CP1256", "افتتح رئيس البلدية يوم الثلاثاء الجسر الجديد الذي يربط بين ضفتي النهر. "},
    {"windows-874", "CP874", "นายกเทศมนตรีเปิดสะพานใหม่ที่เชื่อมสองฝั่งแม่น้ำเมื่อวันอังคาร "},
    {"gbk", "GBK", "市长星期二为连接两岸的新桥剪彩，许多居民前来参加仪式，他们等待了很多年。 "},
    {"big5", "BIG5", "市長星期二為連接兩岸的新橋剪綵，許多居民前來參加儀式，他們等待了很多年。 "},
    {"shift_jis", "CP932", "市長は火曜日、川の両岸を結ぶ新しい橋の開通式に出席しました。 "},
    {"euc-jp", "EUC-JP", "市長は火曜日、川の両岸を結ぶ新しい橋の開通式に出席しました。 "},
    {"euc-kr", "CP949", "시장은 화요일 강의 양쪽을 잇는 새 다리의 개통식에 참석했습니다. "},
};

static void
test_charsets(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SAMPLES / sizeof SAMPLES[0]; i++) {
        WITH_ARENA(a) {
            bl_builder b = bl_builder_in(&a);
            for (int times = 0; times < 60; times++) {
                bl_builder_add(&b, BL_SPAN("<p>"));
                bl_builder_add(&b, bl_span_of(SAMPLES[i].text));
            }
            const char *text = bl_builder_text(&b);
            bl_page page = decode(&a, encode(&a, text, SAMPLES[i].iconv), NULL);
            assert_string_equal(page.charset, SAMPLES[i].charset);
            assert_int_equal(page.text.n, b.n);
            assert_memory_equal(page.text.p, text, b.n);
            check_places(&page, BL_SPAN("<p>"));
            page = decode(&a, encode(&a, text, SAMPLES[i].iconv), SAMPLES[i].charset);
            assert_string_equal(page.charset, SAMPLES[i].charset);
        }
    }
}

static void
test_wide(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"UTF-16LE", "utf-16le"}, {"UTF-16BE", "utf-16be"}};
    for (int i = 0; i < 2; i++) {
        WITH_ARENA(a) {
            bl_builder b = bl_builder_in(&a);
            for (int times = 0; times < 60; times++)
                bl_builder_add(&b, BL_SPAN("<p>Gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80 \xE6\xA9\x8B"));
            const char *text = bl_builder_text(&b);
            bl_page page = decode(&a, encode(&a, text, names[i][0]), NULL);
            assert_string_equal(page.charset, names[i][1]);
            assert_int_equal(page.text.n, b.n);
            assert_memory_equal(page.text.p, text, b.n);
            size_t in_text = bl_span_find(page.text, BL_SPAN("<p>"), 200);
            size_t in_bytes = bl_page_place(&page, in_text);
            assert_int_equal(page.bytes.p[in_bytes + (i == 1)], '<');
        }
    }
}

/* Bytes that mean nothing become U+FFFD, and what follows is read on. */
static void
test_damage(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_builder chinese = bl_builder_in(&a);
        for (int i = 0; i < 5; i++)
            bl_builder_add(&chinese, BL_SPAN("\xC4\xFA\xBA\xC3\xA3\xAC\xCA\xC0\xBD\xE7\xA1\xA3"));
        bl_builder_add(&chinese, BL_SPAN("\xFF<p>\xC4\xFA</p>"));
        bl_page page = decode(&a, bl_builder_span(&chinese), "gbk");
        assert_string_equal(page.charset, "gbk");
        assert_span_equal(bl_span_cut(page.text, page.text.n - 13), "\xEF\xBF\xBD<p>\xE6\x82\xA8</p>");
        /* of four bytes: one character, and one that is none, which is one error */
        bl_builder_add(&chinese, BL_SPAN("\x94\x39\xFC\x36\xFE\x39\xFE\x39<p>"));
        page = decode(&a, bl_builder_span(&chinese), "gb18030");
        assert_span_equal(bl_span_cut(page.text, page.text.n - 10), "\xF0\x9F\x98\x80\xEF\xBF\xBD<p>");
        bl_builder b = bl_builder_in(&a);
        for (int i = 0; i < 100; i++)
            bl_builder_add(&b, BL_SPAN("<p>\xC3\xA9\0 \xC3\xA9"));
        page = decode(&a, bl_builder_span(&b), NULL);
        assert_string_equal(page.charset, "utf-8");
        assert_int_equal(page.text.n, 100 * 8);
        check_places(&page, BL_SPAN("<p>"));
        page = decode(&a, BL_SPAN("\x1B$B$3\x1B(B<p>"), "iso-2022-jp");
        assert_span_equal(page.text, "\xE3\x81\x93<p>");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),   cmocka_unit_test(test_order),    cmocka_unit_test(test_false_declarations),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_charsets), cmocka_unit_test(test_wide),
        cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
