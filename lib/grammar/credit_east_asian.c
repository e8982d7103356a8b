/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Names of persons that are written without a space: "王小明", "山田太郎", "홍길동". */
#include "base/unicode.h"
#include "grammar/credit_names.h"

/* Given names behind a surname have one or two letters. */
#define HAN_MOST 4
#define KANJI_LEAST 3
#define KANJI_MOST 6
#define HANGUL_MOST 4

/* The most frequent surnames of China and Taiwan, but for those that begin everyday words. */
static const char HAN_SURNAMES[] =
    "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭肖田董袁潘"
    "于蔣蒋蔡余杜葉叶程蘇苏魏呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦付方白鄒邹孟熊秦邱江尹薛閻阎段"
    "雷侯龍龙史陶黎賀贺顧顾毛郝龔龚邵萬万錢钱嚴严覃武戴莫孔向湯汤莊庄游詹洪柯簡翁賴傅連"
    "牛岳施倪顏颜齊齐伍聶聂焦季申柳婁娄甘童耿蘭兰涂辛管祝邢樊凌殷翟梅裴苗祁穆冉柴蒲褚尚晏仲卞";

static const char HANGUL_SURNAMES[] = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구"
                                      "민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모";

/* Houses end in one of them; names of persons do not. */
static const char *const HOUSE_ENDINGS[] = {
    "社", "供", "聞", "局", "部", "省", "庁", "会", "園", "館", "所", "校", "院", "課", "団", "県", "市", "町", "村",
    "署", "党", "区", "者", "影", "照", "面", "網", "网", "圖", "图", "청", "원", "회", "사", "부", "처", "관", "팀", "뉴스"};

static bool
begins_with_one_of(bl_span text, const char *letters)
{
    size_t first = 0, at = 0;
    uint32_t rune = bl_rune_next(text, &first);
    for (bl_span all = bl_span_of(letters); at < all.n;)
        if (bl_rune_next(all, &at) == rune)
            return true;
    return false;
}

static bool
ends_as_east_asian_house(bl_span text)
{
    for (size_t i = 0; i < BL_COUNT(HOUSE_ENDINGS); i++)
        if (bl_span_ends(text, bl_span_of(HOUSE_ENDINGS[i])))
            return true;
    return false;
}

bool
bl_is_east_asian_name(bl_span text, bool is_japanese)
{
    size_t han = 0, hangul = 0, letters = 0;
    for (size_t at = 0; at < text.n; letters++) {
        uint32_t rune = bl_rune_next(text, &at);
        han += (rune >= 0x4E00 && rune <= 0x9FFF) || rune == 0x3005;
        hangul += rune >= 0xAC00 && rune <= 0xD7AF;
    }
    if (han == letters && is_japanese)
        return letters >= KANJI_LEAST && letters <= KANJI_MOST && !ends_as_east_asian_house(text);
    if (han == letters)
        return letters >= 2 && letters <= HAN_MOST && begins_with_one_of(text, HAN_SURNAMES) &&
               !(letters == HAN_MOST && ends_as_east_asian_house(text));
    return hangul == letters && letters >= 2 && letters <= HANGUL_MOST &&
           begins_with_one_of(text, HANGUL_SURNAMES) && !(letters != 3 && ends_as_east_asian_house(text));
}
