/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/title.h"

#include "base/unicode.h"
#include "evidence/url.h"
#include "evidence/weights.h"
#include "fields/choose.h"

/* Section, site and slogan may follow each other: no title has more. */
enum { MOST_CUTS = 4 };

/* A name that is part of another must have this many bytes, else "it" is the start of a headline. */
enum { LEAST_LOOSE = 4 };

/* Bytes of a channel behind a low line, as Chinese titles have it. */
enum { CHANNEL_MOST = 40 };

/* Parts at the end of a title that may name the site, and bytes of a name that says what it is. */
enum { NAMED_PARTS = 2, NAMED_MOST = 45 };

/* Words of a label before a bar. */
enum { LABEL_WORDS = 2 };

/* As HTML has them. */
enum { HEADING_LEVELS = 6 };

/* Bytes of a word that must stand alone in another text, not inside a longer one. */
enum { SHORT_WORD = 3 };

bl_span
bl_title_key(bl_arena *arena, bl_span text)
{
    bl_span folded = bl_fold(arena, text);
    bl_builder b = bl_builder_in(arena);
    bl_builder_reserve(&b, folded.n + 1);
    for (size_t at = 0; at < folded.n;) {
        if ((unsigned char)folded.p[at] < 0x80) {
            if (bl_is_ascii_part(folded.p[at]))
                bl_builder_add_char(&b, folded.p[at]);
            at++;
            continue;
        }
        uint32_t rune = bl_rune_next(folded, &at);
        if (bl_rune_is_letter(rune) || bl_rune_is_digit(rune))
            bl_builder_add_rune(&b, rune);
    }
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

static void
add_name(bl_site_names *names, bl_span key)
{
    if (key.n >= 2 && names->count < BL_SITE_NAMES)
        names->at[names->count++] = key;
}

bl_span
bl_host_owner(bl_span host)
{
    bl_span labels[8], rest = host, label;
    size_t n = 0;
    while (n < BL_COUNT(labels) && bl_span_next(&rest, '.', &label))
        labels[n++] = label;
    if (n < 2)
        return BL_EMPTY;
    return n >= 3 && labels[n - 2].n <= 3 ? labels[n - 3] : labels[n - 2];
}

bl_site_names
bl_site_names_of(bl_decision *decision)
{
    enum { MOST_CLAIMS = 8, NAME_WORDS = 8 }; /* longer ones are slogans, or the title of the page */
    bl_site_names names = {0};
    bl_url url;
    bl_evidence *evidence = decision->evidence;
    bl_span address = evidence->url.n ? evidence->url : bl_span_of(decision->article->canonical_url);
    /* What an old template of many sites puts between its name and the headline. */
    add_name(&names, BL_SPAN("blogarchive"));
    if (decision->article->publisher)
        add_name(&names, bl_title_key(decision->scratch, bl_span_of(decision->article->publisher->name)));
    if (bl_url_split(address, &url)) {
        add_name(&names, bl_title_key(decision->scratch, bl_url_bare_host(url.host)));
        add_name(&names, bl_title_key(decision->scratch, bl_host_owner(bl_url_bare_host(url.host))));
    }
    for (size_t i = 0; i < evidence->claims[BL_FIELD_PUBLISHER].count && i < MOST_CLAIMS; i++)
        if (bl_word_count(evidence->claims[BL_FIELD_PUBLISHER].at[i].value) <= NAME_WORDS)
            add_name(&names, bl_title_key(decision->scratch, evidence->claims[BL_FIELD_PUBLISHER].at[i].value));
    return names;
}

bool
bl_is_site_name(bl_arena *arena, bl_span part, const bl_site_names *names, bool loose)
{
    bl_span key = bl_title_key(arena, part);
    for (size_t i = 0; i < names->count && key.n >= 2; i++) {
        bl_span name = names->at[i];
        if (bl_span_equal(key, name))
            return true;
        if (loose && name.n >= LEAST_LOOSE && key.n >= LEAST_LOOSE &&
            (bl_span_starts(key, name) || bl_span_starts(name, key) || bl_span_ends(key, name)))
            return true;
    }
    return false;
}

/* A sign that parts a title; tight ones need no space around them. */
typedef struct mark {
    const char *sign;
    bool tight;
    bool colon;
} mark;

static const mark MARKS[] = {
    {"|", true, false},
    {"\xEF\xBD\x9C", true, false}, /* the wide bar of Japanese */
    {"\xE3\x85\xA3", true, false}, /* a Korean vowel that looks like a bar */
    {"\xEF\xBC\x9A", true, true},  /* the wide colon */
    {"_", true, false},
    {"--", true, false},
    {"::", false, false},
    {":", false, true},
    {"-", false, false},
    {"\xE2\x80\x93", false, false}, /* en dash */
    {"\xE2\x80\x94", false, false}, /* em dash */
    {"\xC2\xB7", false, false},     /* middle dot */
    {"\xE2\x80\xA2", false, false}, /* bullet */
    {"\xC2\xBB", false, false},
    {"\xC2\xAB", false, false},
    {"\xE2\x80\xBA", false, false},
    {"\xE2\x80\xB9", false, false},
    {"\xE2\x94\x82", true, false}, /* a bar that frames are drawn with */
    {"\xC2\xA6", false, false},    /* broken bar */
    {"//", false, false},
    {"/", false, false},
    {"<", false, false},
    {">", false, false},
    {"~", false, false},
    {"*", false, false},
    {"@", false, false},
};

/* The first bytes of MARKS. */
static const bool STARTS_MARK[256] = {
    ['|'] = true, ['_'] = true, [':'] = true, ['-'] = true,  ['/'] = true,  ['<'] = true,  ['>'] = true,
    ['~'] = true, ['*'] = true, ['@'] = true, [0xC2] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true,
};

typedef struct cut {
    size_t end;   /* of what stands before the separator */
    size_t start; /* of what stands behind it */
    bool spaced;  /* as the sign needs it */
    bool colon;
} cut;

static bool
separator_at(bl_span s, size_t at, cut *found)
{
    if (!STARTS_MARK[(unsigned char)s.p[at]])
        return false;
    for (size_t i = 0; i < BL_COUNT(MARKS); i++) {
        if (s.p[at] != MARKS[i].sign[0])
            continue;
        bl_span sign = bl_span_of(MARKS[i].sign);
        if (!bl_span_starts(bl_span_cut(s, at), sign))
            continue;
        size_t behind = at + sign.n;
        bool left = at > 0 && s.p[at - 1] == ' ', right = behind < s.n && s.p[behind] == ' ';
        bool spaced = MARKS[i].tight || (MARKS[i].colon ? right : left && right);
        *found = (cut){at, behind, spaced, MARKS[i].colon};
        return true;
    }
    return false;
}

/* The first and the last separator; spaced: those alone that stand apart. */
static bool
find_cuts(bl_span title, bool spaced, cut *first, cut *last)
{
    bool any = false;
    for (size_t at = 0; at < title.n; at++) {
        cut found;
        if (!separator_at(title, at, &found))
            continue;
        at = found.start - 1; /* "::" holds no colon */
        if (spaced && !found.spaced)
            continue;
        if (!any)
            *first = found;
        any = true;
        *last = found;
    }
    return any;
}

/* One name of the site off the end or the start; loose names only behind signs that stand apart. */
static bool
cut_once(bl_arena *arena, bl_span *title, const bl_site_names *names, bool spaced)
{
    cut first, last;
    if (!find_cuts(*title, spaced, &first, &last))
        return false;
    bl_span head = bl_trim(bl_span_head(*title, last.end)), tail = bl_trim(bl_span_cut(*title, last.start));
    bl_span front = bl_trim(bl_span_head(*title, first.end));
    bl_span rest = bl_trim(bl_span_cut(*title, first.start));
    if (head.n && bl_is_site_name(arena, tail, names, spaced && !last.colon)) {
        *title = head;
        return true;
    }
    if (rest.n && first.spaced && bl_is_site_name(arena, front, names, spaced && !first.colon)) {
        *title = rest;
        return true;
    }
    return false;
}

bl_span
bl_title_without_site(bl_arena *arena, bl_span title, const bl_site_names *names)
{
    for (int i = 0; i < MOST_CUTS; i++)
        if (!cut_once(arena, &title, names, true) && !cut_once(arena, &title, names, false))
            break;
    return title;
}

bl_site_names
bl_section_names_of(bl_decision *decision)
{
    enum { MOST_CLAIMS = 4 };
    bl_site_names names = {0};
    bl_url url;
    bl_evidence *evidence = decision->evidence;
    bl_span address = evidence->url.n ? evidence->url : bl_span_of(decision->article->canonical_url);
    for (size_t i = 0; i < evidence->claims[BL_FIELD_SECTION].count && i < MOST_CLAIMS; i++)
        add_name(&names, bl_title_key(decision->scratch, evidence->claims[BL_FIELD_SECTION].at[i].value));
    if (bl_url_split(address, &url)) {
        bl_span rest = url.path, folder;
        while (names.count < BL_SITE_NAMES && bl_span_next(&rest, '/', &folder))
            add_name(&names, bl_title_key(decision->scratch, folder));
    }
    return names;
}

bl_span
bl_title_without_section(bl_arena *arena, bl_span title, const bl_site_names *sections)
{
    cut first, last;
    if (!find_cuts(title, true, &first, &last))
        return title;
    bl_span head = bl_trim(bl_span_head(title, last.end)), tail = bl_trim(bl_span_cut(title, last.start));
    size_t at = 0;
    if (title.p[last.end] == '_' && tail.n <= CHANNEL_MOST && head.n > tail.n &&
        bl_rune_is_ideograph(bl_rune_next(tail, &at)))
        return bl_title_without_sign(head);
    if (title.p[last.end] != '|')
        return title;
    return head.n && bl_is_site_name(arena, tail, sections, false) ? head : title;
}

bl_span
bl_title_without_sign(bl_span value)
{
    size_t end = value.n, at = end;
    bool apart = false; /* a hyphen alone may be of the word */
    while (end > 0) {
        uint32_t rune = bl_rune_back(value, &at);
        bool is_sign = rune == ':' || rune == '|' || rune == '/' || rune == ',' || rune == '>' || rune == 0xB7 ||
                       rune == 0x2022;
        bool is_dash = (rune == '-' || rune == 0x2013 || rune == 0x2014) && at > 0 && value.p[at - 1] == ' ';
        if (rune != ' ' && !is_sign && !is_dash)
            break;
        apart |= is_sign || is_dash;
        end = at;
    }
    return apart ? bl_trim(bl_span_head(value, end)) : value;
}

bool
bl_title_ends(bl_span title, bl_span *front, bl_span *tail)
{
    cut first, last;
    if (!find_cuts(title, true, &first, &last))
        return false;
    *front = first.colon ? BL_EMPTY : bl_trim(bl_span_head(title, first.end));
    *tail = last.colon ? BL_EMPTY : bl_trim(bl_span_cut(title, last.start));
    return true;
}

bl_span
bl_title_named_site(bl_span title)
{
    static const char *const ends[] = {"网",     "網",     "网站",   "網站",   "报",   "報",       "新闻",
                                       "新聞",   "电视台", "電視台", "通讯社", "在线", "ニュース", "オンライン",
                                       "テレビ", "뉴스",   "신문",   "일보",   "닷컴", "방송"};
    cut first, last;
    for (int parts = 0; parts < NAMED_PARTS && find_cuts(title, false, &first, &last); parts++) {
        bl_span tail = bl_trim(bl_span_cut(title, last.start));
        for (size_t i = 0; i < BL_COUNT(ends) && tail.n <= NAMED_MOST; i++)
            if (bl_span_ends(tail, bl_span_of(ends[i])) && tail.n > strlen(ends[i]))
                return tail;
        title = bl_trim(bl_span_head(title, last.end));
    }
    return BL_EMPTY;
}

bl_span
bl_title_tail(bl_span title)
{
    cut first, last;
    if (!find_cuts(title, true, &first, &last) || first.end * 3 > title.n * 2)
        return BL_EMPTY;
    return bl_trim(bl_span_cut(title, first.start));
}

bl_span
bl_title_without_marks(bl_span title)
{
    size_t at = 0;
    while (at < title.n && title.p[at] == '#')
        at++;
    bool is_heading = at > 0 && at <= HEADING_LEVELS && at < title.n && title.p[at] == ' ';
    return is_heading ? bl_trim(bl_span_cut(title, at)) : title;
}

bool
bl_title_begins_small(bl_span title)
{
    size_t at = 0;
    return title.n && bl_rune_is_lower(bl_rune_next(title, &at));
}

bool
bl_title_begins_with_label(bl_arena *arena, bl_span title)
{
    static const char *const labels[] = {
#define LABEL(text) text,
#include "fields/title_labels.def"
#undef LABEL
    };
    cut first, last;
    if (!find_cuts(title, true, &first, &last))
        return false;
    bl_span front = bl_trim(bl_span_head(title, first.end));
    bool is_barred = title.p[first.end] == '|' && bl_word_count(front) <= LABEL_WORDS;
    return front.n && (is_barred || bl_span_is_among(bl_fold(arena, front), labels, BL_COUNT(labels)));
}

bool
bl_title_extends(bl_span longer, bl_span shorter)
{
    cut found;
    size_t at = shorter.n;
    if (shorter.n == 0 || shorter.n >= longer.n || !bl_span_starts(longer, shorter))
        return false;
    while (at < longer.n && longer.p[at] == ' ')
        at++;
    return at < longer.n && separator_at(longer, at, &found) && !found.colon;
}

bool
bl_title_sides(bl_arena *arena, bl_span title, bl_span part, bl_span *front, bl_span *rest)
{
    cut found;
    *front = *rest = BL_EMPTY;
    if (part.n == 0 || part.n >= title.n)
        return false;
    if (bl_span_starts(title, part)) {
        size_t at = part.n;
        while (at < title.n && title.p[at] == ' ')
            at++;
        if (at < title.n && separator_at(title, at, &found) && found.spaced)
            *rest = bl_trim(bl_span_cut(title, found.start));
    } else {
        cut first, last;
        if (find_cuts(title, true, &first, &last) && !last.colon &&
            bl_span_equal(bl_title_key(arena, bl_span_cut(title, last.start)), bl_title_key(arena, part)))
            *front = bl_trim(bl_span_head(title, last.end));
    }
    return front->n || rest->n;
}

bool
bl_title_has_word(bl_span text, bl_span word)
{
    for (size_t at = 0; (at = bl_span_find(text, word, at)) != BL_NOT_FOUND; at++) {
        size_t before = at, behind = at + word.n;
        if (word.n > SHORT_WORD)
            return true;
        uint32_t left = bl_rune_back(text, &before), right = bl_rune_next(text, &behind);
        if (!bl_rune_is_letter(left) && !bl_rune_is_letter(right))
            return true;
    }
    return false;
}

int
bl_title_shared_words(bl_span shown, bl_span other)
{
    size_t words = 0, common = 0, start = 0;
    bool inside = false;
    for (size_t at = 0;;) {
        size_t here = at;
        uint32_t rune = bl_rune_next(shown, &at);
        bool letter = rune && (bl_rune_is_letter(rune) || bl_rune_is_digit(rune));
        bool whole = letter && bl_rune_is_ideograph(rune);
        if (inside && (!letter || whole)) {
            words++;
            common += bl_title_has_word(other, bl_span_from(shown.p + start, here - start));
            inside = false;
        }
        if (whole) {
            words++;
            common += bl_span_find(other, bl_span_from(shown.p + here, at - here), 0) != BL_NOT_FOUND;
        } else if (letter && !inside) {
            inside = true;
            start = here;
        }
        if (!rune && at >= shown.n)
            break;
    }
    return words ? (int)(common * 100 / words) : 0;
}

bool
bl_is_title_element(const bl_claim *claim)
{
    return claim->source == BYLINE_SOURCE_META && claim->weight == BL_WEIGHT_HEADLINE_TITLE;
}
