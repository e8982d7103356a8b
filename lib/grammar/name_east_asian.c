/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Trades, houses and places that stand at names without a space between: "記者王小明", "台北報導". */
#include "grammar/name.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"
#include "grammar/grammar.h"

/* A word is looked through for the name of a house up to here, in letters. */
#define TAIL_MOST 16
/* The same for a trade in front: "半月报特约记者". In bytes. */
#define TRADE_MOST 30
/* "台北市中正區" in bytes. */
#define PLACE_MOST 24

bool
bl_has_house_tail(bl_span token)
{
    const bl_word *word;
    if (bl_first_case(token) != BL_CASE_UNCASED)
        return false;
    for (size_t at = 0, n = 0; at < token.n && n < TAIL_MOST; n++) {
        size_t found = bl_byline_prefix(bl_span_cut(token, at), &word);
        if (found && at + found == token.n && word->kinds & (BL_BYLINE_HOUSE | BL_BYLINE_STAFF))
            return true;
        bl_rune_next(token, &at);
    }
    return false;
}

/* All that is known here ends in a letter of three bytes. */
static bool
may_end_wide(bl_span text)
{
    return text.n > 3 && (unsigned char)text.p[text.n - 3] >= 0xE3;
}

bl_span
bl_strip_east_asian(bl_span s, bl_span *title)
{
    static const char *const behind[] = {"선임기자", "인턴기자", "논설위원", "편집위원", "특파원",
                                         "기자",     "記者",     "记者",     "編集委員", "論説委員",
                                         "特派員",   "支局長",   "さん",     "氏"};
    for (size_t i = 0; i < BL_COUNT(behind) && may_end_wide(s); i++) {
        bl_span tail = bl_span_of(behind[i]);
        if (s.n > tail.n && bl_span_ends(s, tail)) {
            *title = bl_span_cut(s, s.n - tail.n);
            return bl_trim(bl_span_head(s, s.n - tail.n));
        }
    }
    return s;
}

bool
bl_names_report(bl_span all, bl_span *place)
{
    static const char *const tails[] = {"外電報導", "外電", "报导", "報導", "报道", "報道", "讯", "訊", "电", "電"};
    static const char *const how[] = {"即時", "即时", "綜合", "综合", "專題", "专题", "整理", "外"};
    for (size_t i = 0; i < BL_COUNT(tails) && may_end_wide(all); i++) {
        bl_span tail = bl_span_of(tails[i]);
        if (all.n <= tail.n || all.n > tail.n + PLACE_MOST || !bl_span_ends(all, tail))
            continue;
        *place = bl_trim(bl_span_head(all, all.n - tail.n));
        for (size_t k = 0; k < BL_COUNT(how); k++)
            if (bl_span_ends(*place, bl_span_of(how[k])))
                *place = BL_EMPTY;
        return true;
    }
    return false;
}

/* The trade is glued to the name. */
static size_t
trade_before(bl_span text, byline_role *role)
{
    static const struct {
        const char *label;
        byline_role role;
    } trades[] = {
        {"本报记者", 0}, {"本報記者", 0}, {"見習記者", 0}, {"见习记者", 0}, {"實習記者", 0}, {"实习记者", 0},
        {"特派記者", 0}, {"特派记者", 0}, {"特约记者", 0}, {"採訪記者", 0}, {"通讯员", 0},   {"記者", 0},
        {"记者", 0},     {"作者", 0}, {"編譯", BYLINE_ROLE_TRANSLATOR}, {"编译", BYLINE_ROLE_TRANSLATOR},
    };
    for (size_t i = 0; i < BL_COUNT(trades); i++) {
        bl_span label = bl_span_of(trades[i].label);
        size_t at = label.n;
        if (!bl_span_starts(text, label) || !bl_rune_is_ideograph(bl_rune_next(text, &at)) || at >= text.n)
            continue;
        bl_span rest = bl_span_cut(text, label.n);
        if (bl_span_is(label, "作者") && !bl_is_east_asian_name(bl_name_token(&rest), false))
            continue; /* "作者最近文章" */
        *role = trades[i].role ? trades[i].role : *role;
        return label.n;
    }
    return 0;
}

/* "社会部・佐藤健一": the desk before a name of Japan. */
static size_t
desk_before(bl_span text)
{
    static const char *const desks[] = {"部・", "局・", "班・"};
    for (size_t i = 0; i < BL_COUNT(desks); i++) {
        bl_span desk = bl_span_of(desks[i]);
        size_t at = bl_span_find(bl_span_head(text, TRADE_MOST), desk, 0);
        if (at != BL_NOT_FOUND && at > 0 && bl_is_japanese_name(bl_span_cut(text, at + desk.n)))
            return at + desk.n;
    }
    return 0;
}

size_t
bl_glued_trade(bl_span text, byline_role base, byline_role *role)
{
    static const char *const tails[] = {"记者", "記者", "通讯员", "通訊員", "作者", "撰稿人", "评论员"};
    byline_role said = base;
    if (!text.n || (unsigned char)text.p[0] < 0xE3)
        return 0;
    size_t n = trade_before(text, &said);
    if (!n)
        n = desk_before(text);
    bl_span rest = text, token = n ? BL_EMPTY : bl_name_token(&rest);
    for (size_t i = 0; i < BL_COUNT(tails) && token.n && token.n <= TRADE_MOST; i++)
        if (bl_span_ends(token, bl_span_of(tails[i])) && token.n > strlen(tails[i]) &&
            bl_first_case(rest) == BL_CASE_UNCASED)
            n = token.n; /* "半月报记者 张三" */
    if (n)
        *role = said;
    return n;
}
