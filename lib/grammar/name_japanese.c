/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who signed a text of Japan behind its last sentence: "（佐藤健一）", "（文・佐藤健一、写真・田中花子）". */
#include "base/builder.h"
#include "base/unicode.h"
#include "grammar/name.h"

enum {
    GIVEN_MOST = 3,      /* letters of a given name */
    SIGNED_BYTES = 120,  /* of what stands in the brackets */
};

static const char *const surnames[] = {
#define N(name) name,
#include "grammar/japanese_surnames.def"
#undef N
};

static bl_span
behind_surname(bl_span text)
{
    bl_span behind = BL_EMPTY;
    for (size_t i = 0; i < BL_COUNT(surnames); i++) {
        bl_span name = bl_span_of(surnames[i]);
        if (bl_span_starts(text, name) && (behind.n == 0 || text.n - name.n < behind.n))
            behind = bl_span_cut(text, name.n);
    }
    return behind;
}

/* Surnames are names of places, too, and stand before what their bearer is: "山口県", "田中選手", "佐藤さん", "石川から". */
static bool
ends_otherwise(bl_span text)
{
    static const char *const tails[] = {
#define BEARER(text) text,
#include "grammar/japanese_signatures.def"
    };
    for (size_t i = 0; i < BL_COUNT(tails); i++)
        if (bl_span_ends(text, bl_span_of(tails[i])))
            return true;
    return false;
}

/* One of the frequent surnames and a given name, with or without a space between. */
bool
bl_is_japanese_name(bl_span text)
{
    bl_span given = bl_trim(behind_surname(text));
    size_t letters = 0, kana = 0;
    for (size_t at = 0; at < given.n; letters++) {
        uint32_t rune = bl_rune_next(given, &at);
        bool is_hiragana = rune >= 0x3041 && rune <= 0x3096;
        if (!is_hiragana && rune != 0x3005 && !(rune >= 0x4E00 && rune <= 0x9FFF))
            return false;
        kana += is_hiragana;
    }
    return letters > 0 && letters <= GIVEN_MOST && kana != 1 && !ends_otherwise(given);
}

/* Before a signature a sentence has ended; brackets inside one explain a word of it. */
static bool
ends_sentence(bl_span before)
{
    static const char *const marks[] = {"。", "」", "』", "）", "！", "？", "．", "…"};
    for (size_t i = 0; i < BL_COUNT(marks); i++)
        if (bl_span_ends(before, bl_span_of(marks[i])))
            return true;
    return before.n == 0;
}

/* What stands in the brackets that text ends in. */
static bl_span
last_brackets(bl_span text)
{
    static const char *const marks[][2] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}};
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span open = bl_span_of(marks[i][0]), close = bl_span_of(marks[i][1]);
        if (!bl_span_ends(text, close))
            continue;
        bl_span tail = text.n > SIGNED_BYTES ? bl_span_cut(text, text.n - SIGNED_BYTES) : text, inside = BL_EMPTY;
        for (size_t at = 0; (at = bl_span_find(tail, open, at)) != BL_NOT_FOUND; at += open.n)
            inside = bl_span_from(tail.p + at + open.n, tail.n - at - open.n - close.n);
        bool is_behind = inside.n && ends_sentence(bl_trim(bl_span_head(text, (size_t)(inside.p - text.p) - open.n)));
        return is_behind ? bl_trim(inside) : BL_EMPTY;
    }
    return BL_EMPTY;
}

/* "文・佐藤健一", "ロンドン＝佐藤健一": the name behind the label. */
static bl_span
behind_label(bl_span item, bl_span *label)
{
    static const char *const signs[] = {"＝", "=", "：", ":", "／", "/", "・"};
    *label = BL_EMPTY;
    for (size_t i = 0; i < BL_COUNT(signs); i++) {
        bl_span sign = bl_span_of(signs[i]), rest = item;
        for (size_t at; (at = bl_span_find(rest, sign, 0)) != BL_NOT_FOUND;)
            rest = bl_span_cut(rest, at + sign.n);
        if (rest.n < item.n) {
            *label = bl_span_head(item, item.n - rest.n);
            return bl_trim(rest);
        }
    }
    return item;
}

/* A place before a sign of equality, a desk, or what one does who writes; no part in a film. */
static bool
is_of_writer(bl_span label)
{
    static const char *const writers[] = {
#define WRITER(text) text,
#include "grammar/japanese_signatures.def"
    };
    static const char *const ends[] = {
#define DESK(text) text,
#include "grammar/japanese_signatures.def"
    };
    for (size_t i = 0; i < BL_COUNT(ends); i++)
        if (bl_span_ends_nocase(label, bl_span_of(ends[i])))
            return true;
    if (bl_span_find_char(label, ' ', 0) != BL_NOT_FOUND)
        return false; /* another name, and a label behind it */
    return label.n == 0 || bl_span_holds_any(label, writers, BL_COUNT(writers));
}

bl_span
bl_japanese_signature(bl_span text, bl_arena *arena)
{
    static const char *const pictures[] = {
#define PICTURE(text) text,
#include "grammar/japanese_signatures.def"
    };
    bl_span rest = last_brackets(bl_trim(text)), label;
    bl_builder names = bl_builder_in(arena);
    while (rest.n) {
        bl_span comma = BL_SPAN("、");
        size_t end = bl_span_find(rest, comma, 0);
        bl_span item = bl_trim(bl_span_head(rest, end == BL_NOT_FOUND ? rest.n : end));
        rest = end == BL_NOT_FOUND ? BL_EMPTY : bl_span_cut(rest, end + comma.n);
        bl_span name = behind_label(item, &label), trade = BL_SPAN("記者");
        if (bl_span_ends(name, trade))
            name = bl_trim(bl_span_head(name, name.n - trade.n));
        if (!bl_is_japanese_name(name))
            return BL_EMPTY;
        if (bl_span_holds_any(label, pictures, BL_COUNT(pictures)) &&
            bl_span_find(label, BL_SPAN("文"), 0) == BL_NOT_FOUND)
            continue;
        if (!is_of_writer(label))
            return BL_EMPTY;
        if (names.n)
            bl_builder_add(&names, comma);
        bl_builder_add(&names, name);
    }
    return bl_builder_span(&names);
}
