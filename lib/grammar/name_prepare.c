/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What pages that lost their spaces do to a byline, and a date before it. */
#include "base/builder.h"
#include "base/unicode.h"
#include "grammar/name.h"

/* "Wednesday, November 20, 2019" ends before this byte. */
#define DATE_BYTES_MOST 40
/* So far the end of "@janeroe" is looked for. */
#define HANDLE_BYTES_MOST 40
/* So many small letters end a name before a word that is glued to it; "McDaily", "iDaily" have less. */
#define GLUED_SMALL 3
/* "Senior Political Editor" */
#define GLUED_WORDS 4
/* "03.05.2022" */
#define DATE_DIGITS_MOST 10
/* A footnote's number behind a name has no more digits. */
#define FOOTNOTE_DIGITS_MOST 2

/* "RoeMarch 14": does a month start there that a number follows? */
static bool
is_glued_month(bl_span line, size_t at)
{
    const bl_word *word;
    bl_span rest = bl_span_cut(line, at);
    size_t n = bl_word_prefix(rest, &word);
    if (!n || !(word->kinds & BL_WORD_DATE))
        return false;
    while (n < rest.n && (rest.p[n] == '.' || rest.p[n] == ' '))
        n++;
    return n < rest.n && bl_is_digit(rest.p[n]);
}

/* "Roe03.05.2022": does a date in numbers start there? */
static bool
is_glued_date(bl_span line, size_t at)
{
    bl_span digits = bl_span_head(bl_span_cut(line, at), DATE_DIGITS_MOST);
    size_t signs = 0;
    for (size_t i = 0; i < digits.n && (bl_is_digit(digits.p[i]) || strchr("./-", digits.p[i])); i++)
        signs += !bl_is_digit(digits.p[i]);
    return signs >= 2 && bl_is_digit(line.p[at]);
}

/* "Roe@janeroe": a handle, not an address. */
static bool
is_glued_handle(bl_span line, size_t at)
{
    bl_span behind = bl_span_head(bl_span_cut(line, at + 1), HANDLE_BYTES_MOST);
    bl_span token = bl_name_token(&behind);
    return token.n > 1 && bl_is_alpha(token.p[0]) && bl_span_find_char(token, '.', 0) == BL_NOT_FOUND;
}

/* "Jane Roe1, PhD": how many digits of a footnote stand there. */
static size_t
footnote_at(bl_span line, size_t at)
{
    size_t n = 0, start = at;
    while (start > 0 && bl_is_lower(line.p[start - 1]))
        start--;
    if (start < 2 || !bl_is_upper(line.p[start - 1]) || line.p[start - 2] != ' ')
        return 0; /* not the last word of a name */
    while (at + n < line.n && bl_is_digit(line.p[at + n]))
        n++;
    size_t behind = at + n;
    while (behind < line.n && line.p[behind] == ' ')
        behind++;
    bool ends = behind == line.n || line.p[behind] == ',' || line.p[behind] == ';';
    return n <= FOOTNOTE_DIGITS_MOST && ends ? n : 0;
}

/* "2025Jane Roe", "15:05記者王小明" */
static bool
is_glued_name(bl_span rest)
{
    if (rest.n > 2 && bl_is_upper(rest.p[0]) && bl_is_lower(rest.p[1]))
        return bl_span_find_char(rest, ' ', 0) != BL_NOT_FOUND;
    return bl_span_find(rest, BL_SPAN("記者"), 0) != BL_NOT_FOUND ||
           bl_span_find(rest, BL_SPAN("记者"), 0) != BL_NOT_FOUND;
}

/* A date before a name, with no space between them: where it ends. */
static size_t
leading_date(bl_span line)
{
    const bl_word *word;
    size_t first = bl_word_prefix(line, &word);
    if (!line.n || !(bl_is_digit(line.p[0]) || (first && word->kinds & BL_WORD_DATE)))
        return 0;
    for (size_t at = 0; at + 4 <= line.n && at < DATE_BYTES_MOST; at++) {
        bool year = line.p[at] == '2' && line.p[at + 1] == '0' && bl_is_digit(line.p[at + 2]) &&
                    bl_is_digit(line.p[at + 3]) && (at == 0 || !bl_is_digit(line.p[at - 1])) &&
                    (at + 4 == line.n || !bl_is_digit(line.p[at + 4]));
        if (!year)
            continue;
        size_t end = at + 4;
        while (end < line.n && (bl_is_digit(line.p[end]) || strchr("-/.:, ", line.p[end])))
            end++;
        return is_glued_name(bl_span_cut(line, end)) && bl_is_digit(line.p[end - 1]) ? end : 0;
    }
    return 0;
}

/* "【北京＝山田太郎】", "[예시일보=홍길동 기자]": all of a line in brackets. */
static bl_span
unbracketed(bl_span line)
{
    static const char *const marks[][2] = {{"(", ")"},
                                           {"[", "]"},
                                           {"\xE3\x80\x90", "\xE3\x80\x91"},
                                           {"\xEF\xBC\x88", "\xEF\xBC\x89"},
                                           {"\xE3\x80\x94", "\xE3\x80\x95"},
                                           {"\xEF\xBC\xBB", "\xEF\xBC\xBD"}};
    if (!line.n || bl_is_alpha(line.p[0]))
        return line;
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span open = bl_span_of(marks[i][0]), close = bl_span_of(marks[i][1]);
        if (bl_span_starts(line, open) && bl_span_ends(line, close) &&
            bl_span_find(line, open, open.n) == BL_NOT_FOUND && bl_span_find(line, close, 0) + close.n == line.n)
            return bl_trim(bl_span_from(line.p + open.n, line.n - open.n - close.n));
    }
    return line;
}

/* "编辑丨张三": a stroke in place of a bar; "李四_AB1234": the number of who put it in. */
static bl_span
with_plain_marks(bl_span line, bl_arena *arena)
{
    static const char stroke[] = "\xE4\xB8\xA8", bar[] = "\xEF\xBD\x9C";
    size_t copied = 0;
    bl_builder b = bl_builder_in(arena);
    for (size_t at = 1; at < line.n; at++) {
        size_t end = at;
        if (line.p[at] == '_' && (unsigned char)line.p[at - 1] >= 0x80)
            for (end = at + 1; end < line.n && (bl_is_alpha(line.p[end]) || bl_is_digit(line.p[end]));)
                end++;
        bool is_stroke = bl_span_starts(bl_span_cut(line, at), bl_span_of(stroke));
        if (end < at + 2 && !is_stroke)
            continue;
        bl_builder_add(&b, bl_span_from(line.p + copied, at - copied));
        if (is_stroke)
            bl_builder_add(&b, bl_span_of(bar));
        copied = is_stroke ? at + sizeof stroke - 1 : end;
        at = copied - 1;
    }
    if (!copied)
        return line;
    bl_builder_add(&b, bl_span_cut(line, copied));
    return bl_builder_span(&b);
}

/* "jane.roe@example.com Jane Roe": what stands behind the address. */
static bl_span
behind_address(bl_span line)
{
    bl_span rest = line, token = bl_name_token(&rest);
    bool is_address =
        bl_span_find_char(token, '@', 1) != BL_NOT_FOUND && bl_span_find_char(token, '.', 0) != BL_NOT_FOUND;
    return is_address && bl_trim(rest).n ? bl_trim(rest) : line;
}

/* "입력 2024.05.07 14:02 홍길동 기자": what stands behind the label of a date, and the date. */
static bl_span
behind_labelled_date(bl_span line)
{
    static const bl_line_context context = {0};
    const bl_word *word;
    byline_date date;
    bl_span where, head = bl_span_head(line, DATE_BYTES_MOST);
    size_t n = bl_byline_prefix(line, &word);
    if (!n || !(word->kinds & BL_BYLINE_NOISE) || !bl_read_date_in(head, &context, &date, &where) ||
        date.precision < BYLINE_PRECISION_DAY)
        return line;
    while (n < line.n && (line.p[n] == ' ' || line.p[n] == ':'))
        n++;
    bl_span rest = bl_trim(bl_span_cut(line, (size_t)(where.p - line.p) + where.n));
    return where.p == line.p + n && rest.n ? rest : line;
}

/* Is the word that ends before byte at, with two words at least, the surname of a name: "Jane Roe"? */
static bool
ends_name(bl_span line, size_t at)
{
    size_t small = at, first;
    while (small > 0 && bl_is_lower(line.p[small - 1]))
        small--;
    if (at - small < GLUED_SMALL || small < 3 || !bl_is_upper(line.p[small - 1]) || line.p[small - 2] != ' ')
        return false;
    for (first = small - 2; first > 0 && line.p[first - 1] != ' ';)
        first--;
    return bl_is_upper(line.p[first]) && bl_is_alpha(line.p[small - 3]);
}

/* "RoeBBC News", "RoeSenior Political Editor": does a house, or a trade that ends the line, start there? */
static bool
is_glued_trade(bl_span line, size_t at)
{
    size_t capitals = at, words = 0;
    while (capitals < line.n && bl_is_upper(line.p[capitals]))
        capitals++;
    if (!ends_name(line, at))
        return false;
    if (capitals >= at + 2)
        return capitals < line.n && line.p[capitals] == ' ';
    bl_span rest = bl_span_cut(line, at), token = bl_name_token(&rest), last = token;
    if (!bl_byline_is(token, BL_BYLINE_JOB | BL_BYLINE_JOB_PART))
        return false;
    for (; token.n && words <= GLUED_WORDS; words++, token = bl_name_token(&rest))
        last = token;
    return words > 1 && words <= GLUED_WORDS && bl_byline_is(last, BL_BYLINE_JOB);
}

bl_span
bl_prepare_byline(bl_span line, bl_arena *arena)
{
    line = behind_labelled_date(behind_address(unbracketed(line)));
    if (line.n && (unsigned char)line.p[0] >= 0xE3)
        line = with_plain_marks(line, arena);
    line = bl_span_cut(line, leading_date(line));
    size_t copied = 0, space = bl_span_find_char(line, ' ', 0);
    bl_builder b = bl_builder_in(arena);
    for (size_t at = 1; at < line.n; at++) {
        char c = line.p[at], before = line.p[at - 1];
        if (!bl_is_lower(before) || bl_is_lower(c) || c == ' ')
            continue;
        size_t dropped = bl_is_digit(c) ? footnote_at(line, at) : 0;
        if (!dropped && !(bl_is_digit(c) && is_glued_date(line, at)) &&
            !(bl_is_upper(c) && (is_glued_month(line, at) || is_glued_trade(line, at))) &&
            !(c == '@' && space < at && is_glued_handle(line, at)))
            continue;
        bl_builder_add(&b, bl_span_from(line.p + copied, at - copied));
        bool is_house = bl_is_upper(c) && at + 1 < line.n && bl_is_upper(line.p[at + 1]); /* "Roe | BBC News" */
        if (!dropped)
            bl_builder_add(&b, is_house ? BL_SPAN(" | ") : BL_SPAN(" "));
        copied = at + dropped;
    }
    if (!copied)
        return line;
    bl_builder_add(&b, bl_span_cut(line, copied));
    return bl_builder_span(&b);
}
