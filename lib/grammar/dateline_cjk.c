/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Datelines without spaces: Chinese "agency place date wired", Korean and Japanese "(place=agency)". */
#include "base/unicode.h"
#include "grammar/dateline.h"

/* Names of places and dates between the agency and the sign for a wire. */
#define BYTES_MOST 90
#define PLACE_RUNES_MOST 8
/* "〔特派記者王小明、李大同／" */
#define REPORTER_BYTES_MOST 90

static const char *const wired[] = {"电", "電", "讯", "訊", "消息", "報道", "报道"};

static size_t
sign_at(bl_span text)
{
    return bl_span_starts_among(text, wired, BL_COUNT(wired));
}

/* Make a token over bytes start..end, so that what follows can speak of tokens only. */
static size_t
put_token(bl_dateline_reader *r, size_t slot, size_t start, size_t end, char type)
{
    bl_token *t = &r->tokens.at[slot];
    t->start = (uint32_t)start;
    t->end = (uint32_t)end;
    t->type = type;
    return slot + 1;
}

/* Digits and the signs for year, month and day that begin at byte at; gives where they end. */
static size_t
date_end(bl_span line, size_t at)
{
    static const char *const signs[] = {"年", "月", "日", "號", "号"};
    size_t end = at;
    bool day = false;
    while (end < line.n) {
        size_t next = end;
        uint32_t rune = bl_rune_next(line, &next);
        bool sign = false;
        for (size_t i = 0; i < BL_COUNT(signs); i++)
            sign |= bl_span_starts(bl_span_cut(line, end), bl_span_of(signs[i]));
        if (!bl_rune_is_digit(rune) && !sign)
            break;
        day |= sign;
        end = next;
    }
    return day ? end : at;
}

/* The name of the reporter may stand before the place: then the place is the city that ends there. */
static size_t
last_city(bl_span line, size_t start, size_t end)
{
    const bl_word *word;
    for (size_t at = start; at < end; bl_rune_next(line, &at)) {
        bl_span rest = bl_span_from(line.p + at, end - at);
        if (bl_word_prefix(rest, &word) == rest.n && word->kinds & BL_WORD_CITY)
            return at;
    }
    return start;
}

/* "本报": the paper itself, where an agency would stand. */
static size_t
own_paper(bl_span line)
{
    static const char *const papers[] = {"本报", "本報", "本刊", "本台", "本社"};
    return bl_span_starts_among(line, papers, BL_COUNT(papers));
}

/* "新华社北京4月24日电", "本报北京4月24日电" */
static bool
read_chinese(bl_dateline_reader *r)
{
    const bl_token *head = &r->tokens.at[0];
    size_t first = head->type == '(' ? 1 : 0, own = own_paper(r->line);
    bool known = first < r->tokens.count && r->tokens.at[first].type == 'a' && r->tokens.count >= 4;
    if (!known && (!own || r->tokens.count < 2))
        return false;
    bl_token agency = r->tokens.at[first];
    size_t start = known ? agency.end : own, at = start, runes = 0;
    while (at < r->line.n && runes <= PLACE_RUNES_MOST) {
        size_t next = at;
        uint32_t rune = bl_rune_next(r->line, &next);
        if (!bl_rune_is_ideograph(rune) || date_end(r->line, at) > at)
            break;
        if (sign_at(bl_span_cut(r->line, at)))
            break;
        at = next;
        runes++;
    }
    size_t date = at, end = date_end(r->line, at);
    size_t sign = end <= r->line.n ? sign_at(bl_span_cut(r->line, end)) : 0;
    if (!runes || runes > PLACE_RUNES_MOST || !sign || end - start > BYTES_MOST)
        return false;
    start = last_city(r->line, start, date);
    if (end + sign < r->line.n && head->type == '(') {
        size_t close = end + sign;
        uint32_t rune = bl_rune_next(r->line, &close);
        sign += rune == 0xFF09 || rune == ')' || rune == 0x3011 ? close - end - sign : 0;
    }
    size_t n = 0;
    if (known)
        r->tokens.at[n++] = agency;
    r->source_from = 0;
    r->source_to = r->agencies = n;
    r->place_from = n;
    r->place_to = n = put_token(r, n, start, date, 'w');
    if (end > date) {
        r->date_from = n;
        r->date_to = n = put_token(r, n, date, end, 'w');
    }
    r->end = put_token(r, n, end, end + sign, 'w');
    r->place_known = true;
    return true;
}

/* "(서울=연합뉴스) 홍길동 기자 =", "[서울=뉴시스]", "【ソウル共同】" */
static bool
read_bracketed(bl_dateline_reader *r)
{
    const bl_token *t = r->tokens.at;
    if (t[0].type != '(' || r->tokens.count < 5)
        return false;
    size_t i = 1;
    while (i < r->tokens.count && i < 6 && t[i].type == 'w' &&
           t[i].shape & (BL_SHAPE_IDEOGRAPH | BL_SHAPE_UNCASED))
        i++;
    size_t place_to = i;
    if (place_to == 1)
        return false;
    size_t date = i;
    while (i + 2 < r->tokens.count && i < date + 4 && t[i].type == 'w') /* "［東京 ７日 ロイター］" */
        i++;
    if (i > date && !(t[date].shape & BL_SHAPE_DIGIT))
        return false;
    if (t[i].type == '=')
        i++;
    if (i + 1 >= r->tokens.count || t[i].type != 'a' || t[i + 1].type != ')')
        return false;
    r->place_from = 1;
    r->place_to = place_to;
    r->source_from = i;
    r->source_to = i + 1;
    r->agencies = 1;
    if (i > date && t[date].shape & BL_SHAPE_DIGIT) {
        r->date_from = date;
        r->date_to = i;
    }
    r->end = i + 2;
    if (r->end < r->tokens.count && t[r->end].type == '-')
        r->end++;
    r->place_known = true;
    /* the reporter, and the sign that closes the line */
    for (size_t k = r->end; k < r->tokens.count && k < r->end + 6; k++)
        if (t[k].type == '=') {
            r->end = k + 1;
            break;
        }
    return true;
}

static bool
is_city(bl_span text)
{
    const bl_word *word;
    return text.n && bl_word_prefix(text, &word) == text.n && word->kinds & BL_WORD_CITY;
}

/* "【北京＝山田太郎】": a city, the sign, a name. */
static bool
read_reporter_abroad(bl_dateline_reader *r)
{
    const bl_token *t = r->tokens.at;
    if (r->tokens.count < 6 || t[0].type != '(' || t[1].type != 'w' || t[2].type != '=' || t[3].type != 'w' ||
        t[4].type != ')' || !is_city(bl_token_span(&r->tokens, 1, 2)))
        return false;
    r->place_from = 1;
    r->place_to = 2;
    r->end = 5;
    r->place_known = true;
    return true;
}

/* "記者王小明／台北報導", in brackets or not: what stands between the slash and the word for a report. */
static bool
read_report(bl_dateline_reader *r)
{
    static const char *const reports[] = {"報導", "报道", "報道", "电", "電"};
    bl_span head = bl_span_head(r->line, REPORTER_BYTES_MOST);
    size_t slash = bl_span_find(head, BL_SPAN("\xEF\xBC\x8F"), 0), width = 3, end = 0;
    if (slash == BL_NOT_FOUND) {
        slash = bl_span_find_char(head, '/', 0);
        width = 1;
    }
    size_t trade = bl_span_find(head, BL_SPAN("記者"), 0);
    if (trade == BL_NOT_FOUND)
        trade = bl_span_find(head, BL_SPAN("记者"), 0);
    if (slash == BL_NOT_FOUND || trade == BL_NOT_FOUND || trade > slash)
        return false;
    size_t start = slash + width, at = start, runes = 0, place_to = 0;
    while (at < r->line.n && runes <= PLACE_RUNES_MOST && !end) {
        for (size_t i = 0; i < BL_COUNT(reports) && !end; i++)
            if (bl_span_starts(bl_span_cut(r->line, at), bl_span_of(reports[i])))
                end = at + strlen(reports[i]);
        place_to = at;
        runes += bl_rune_is_ideograph(bl_rune_next(r->line, &at));
    }
    if (!end || place_to == start)
        return false;
    size_t next = end;
    uint32_t rune = bl_rune_next(r->line, &next);
    if (rune == 0x3015 || rune == 0xFF09 || rune == 0x3011 || rune == ']' || rune == ')')
        end = next;
    size_t n = put_token(r, 0, 0, slash, 'w');
    r->place_from = n;
    r->place_to = n = put_token(r, n, start, place_to, 'w');
    r->end = put_token(r, n, place_to, end, 'w');
    r->place_known = true;
    return true;
}

bool
bl_dateline_ideographs(bl_dateline_reader *r)
{
    return read_bracketed(r) || read_chinese(r) || read_reporter_abroad(r) || read_report(r);
}
