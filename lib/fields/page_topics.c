/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Topics: the lists that the page offers, taken apart. */
#include "fields/page_topics.h"
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/page.h"
#include "fields/title.h"

/* Longer entries are sentences for search engines; more of them are a store of words. */
enum { LONGEST_TOPIC = 100, MOST_TOPICS = 60, LIST_GAP = 80, MOST_AUTHORS = 8 };

/* Which parts of a list are topics. */
enum {
    LONGEST_KEY = 20,
    LEAST_NUMBER = 16,
    LEAST_DIGITS = 6, /* years have fewer */
    SENTENCE_WORDS = 6,
    TOPIC_WORDS = 8,
    TEASER_WORDS = 3,
    BARS_LEAST = 2, /* that part a list */
    TITLE_WORDS = 4 /* a shorter headline may name its topic */
};

/* "8ae9ab2d-fe1b-4230" and "104746419": the number of a record, not a word. */
static bool
is_number(bl_span s)
{
    size_t digits = 0, hyphens = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ' ' || (unsigned char)s.p[i] >= 0x80)
            return false;
        digits += bl_is_digit(s.p[i]);
        hyphens += s.p[i] == '-';
    }
    return (s.n >= LEAST_NUMBER && digits * 4 >= s.n) || (digits >= LEAST_DIGITS && digits + hyphens == s.n);
}

/* "type_news", "Path:news", "@front", "[update]", a torn tag: what the publishing system notes for itself. */
static bool
is_note(bl_span s)
{
    size_t colon = bl_span_find_char(s, ':', 0);
    if (s.p[0] == '@' || bl_span_find_char(s, '_', 0) != BL_NOT_FOUND || bl_span_find_char(s, '<', 0) != BL_NOT_FOUND)
        return true;
    if (colon == BL_NOT_FOUND || colon < 2 || colon + 1 >= s.n || s.p[colon + 1] == ' ')
        return false;
    for (size_t i = 0; i < colon; i++)
        if (!bl_is_alpha(s.p[i]))
            return false;
    return true;
}

bool
bl_is_filler(bl_span folded)
{
    static const char *const fillers[] = {
#define FILLER(text) text,
#include "fields/page_topics.def"
#undef FILLER
    };
    static const char *const backs[] = {
#define BACK(text) text,
#include "fields/page_topics.def"
#undef BACK
    };
    for (size_t i = 0; i < BL_COUNT(backs); i++)
        if (bl_span_starts(folded, bl_span_of(backs[i])))
            return true;
    return bl_span_is_among(folded, fillers, BL_COUNT(fillers));
}

bl_span
bl_without_section_label(bl_span value)
{
    static const char *const labels[] = {
#define IN(text) text,
#include "fields/page_topics.def"
#undef IN
    };
    for (size_t i = 0; i < BL_COUNT(labels); i++) {
        bl_span label = bl_span_of(labels[i]), rest;
        size_t at = bl_span_find_nocase(value, label, 0);
        if (at == BL_NOT_FOUND || (at > 0 && bl_is_alpha(label.p[0])))
            continue;
        rest = bl_trim(bl_span_cut(value, at + label.n));
        if (bl_span_starts(rest, BL_SPAN(":")))
            return bl_trim(bl_span_cut(rest, 1));
        if (bl_span_starts(rest, BL_SPAN("\xEF\xBC\x9A"))) /* the wide colon */
            return bl_trim(bl_span_cut(rest, 3));
        bool is_phrase = bl_span_find_char(label, ' ', 0) != BL_NOT_FOUND;
        if (is_phrase && rest.n && value.p[label.n] == ' ')
            return rest;
    }
    return value;
}

/* "topic/economy" and "tag:economy": a key of the publishing system before the topic. */
static bl_span
without_key(bl_span s)
{
    static const char *const keys[] = {
#define KEY(text) text,
#include "fields/page_topics.def"
#undef KEY
    };
    for (size_t i = 0; i < BL_COUNT(keys); i++)
        if (bl_span_starts_nocase(s, bl_span_of(keys[i])))
            return bl_trim(bl_span_cut(s, strlen(keys[i])));
    size_t slash = bl_span_find_char(s, '/', 0);
    if (slash == BL_NOT_FOUND || slash == 0 || slash > LONGEST_KEY || slash + 1 == s.n)
        return s;
    for (size_t i = 0; i < slash; i++)
        if (s.p[i] < 'a' || s.p[i] > 'z')
            return s;
    return s.p[slash + 1] == ' ' ? s : bl_span_cut(s, slash + 1);
}

static bl_span
tidy(bl_span part)
{
    part = bl_trim(part);
    while (part.n && strchr("#\"[", part.p[0]))
        part = bl_trim(bl_span_cut(part, 1));
    while (part.n && strchr("\"]", part.p[part.n - 1]))
        part = bl_trim(bl_span_head(part, part.n - 1));
    return without_key(part);
}

/* Some archives file a story under who wrote it. */
static bool
is_author(const bl_decision *decision, bl_span part)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_AUTHOR].count && i < MOST_AUTHORS; i++)
        if (evidence->claims[BL_FIELD_AUTHOR].at[i].source != BYLINE_SOURCE_VISIBLE &&
            bl_span_equal_nocase(bl_trim(evidence->claims[BL_FIELD_AUTHOR].at[i].value), part))
            return true;
    return false;
}

/* Does a reader see a sentence or a question there: the headline of something else? */
static bool
is_teaser(bl_span text)
{
    size_t at = text.n;
    uint32_t last = bl_rune_back(text, &at);
    bool is_sign = last == '?' || last == '!' || last == 0xFF1F || last == 0xFF01 || last == 0x3002;
    return is_sign && (last >= 0x80 || bl_word_count(text) >= TEASER_WORDS); /* a name may end so */
}

/* A whole sentence, the headline once more, or a list without commas. */
static bool
is_sentence(bl_decision *decision, bl_span part)
{
    const bl_evidence *evidence = decision->evidence;
    size_t words = bl_word_count(part);
    if ((words >= SENTENCE_WORDS && bl_span_ends(part, BL_SPAN("."))) || words > TOPIC_WORDS)
        return true;
    size_t count = evidence->claims[BL_FIELD_HEADLINE].count;
    for (size_t i = 0; words >= TITLE_WORDS && i < count && i < BL_CLAIMS_WEIGHED; i++)
        if (bl_same(decision->scratch, evidence->claims[BL_FIELD_HEADLINE].at[i].value, part))
            return true;
    return false;
}

static void
add(bl_decision *decision, const bl_site_names *names, bl_topic_list *to, bl_span part)
{
    part = tidy(part);
    size_t colon = bl_span_find(part, BL_SPAN(": "), 0);
    if (part.n == 0 || part.n > LONGEST_TOPIC || to->topics.count == MOST_TOPICS || is_number(part) ||
        bl_span_find(part, BL_SPAN("://"), 0) != BL_NOT_FOUND || (colon != BL_NOT_FOUND && colon <= LONGEST_KEY) ||
        is_note(part) || is_sentence(decision, part))
        return;
    if (bl_is_site_name(decision->scratch, part, names, false)) {
        to->site_names++;
        return;
    }
    if (is_author(decision, part))
        return;
    bl_span folded = bl_fold(decision->scratch, part);
    if (bl_is_filler(folded))
        return;
    for (size_t i = 0; i < to->topics.count; i++)
        if (bl_span_equal(to->topics.at[i].folded, folded))
            return;
    BL_PUSH(decision->scratch, &to->topics, ((bl_topic){part, folded}));
}

static void
split_at(bl_decision *decision, const bl_site_names *names, bl_topic_list *to, bl_span value, bl_span sign)
{
    for (size_t at; (at = bl_span_find(value, sign, 0)) != BL_NOT_FOUND; value = bl_span_cut(value, at + sign.n))
        add(decision, names, to, bl_span_head(value, at));
    add(decision, names, to, value);
}

static void
split(bl_decision *decision, const bl_site_names *names, bl_topic_list *to, bl_span value)
{
    static const char *const commas[] = {"\xE3\x80\x81", "\xEF\xBC\x8C", "\xD8\x8C"}; /* of Japan, China, Arabia */
    bool semicolons = bl_span_find_char(value, ';', 0) != BL_NOT_FOUND;
    bool plain = !semicolons && bl_span_find_char(value, ',', 0) == BL_NOT_FOUND;
    bl_span rest = value, part;
    bool is_cut = bl_span_ends(value, BL_SPAN("...")) || bl_span_ends(value, BL_SPAN("\xE2\x80\xA6"));
    if (is_cut && value.n > LONGEST_TOPIC)
        return; /* the description */
    for (size_t i = 0; plain && i < BL_COUNT(commas); i++)
        if (bl_span_find(value, bl_span_of(commas[i]), 0) != BL_NOT_FOUND) {
            split_at(decision, names, to, value, bl_span_of(commas[i]));
            return;
        }
    size_t at = 0, bars = 0;
    for (size_t i = 0; plain && i < value.n; i++)
        bars += value.p[i] == '|';
    bool spaces = plain && bl_rune_is_ideograph(bl_rune_next(value, &at));
    char sign = bars >= BARS_LEAST ? '|' : semicolons ? ';' : spaces ? ' ' : ',';
    while (bl_span_next(&rest, sign, &part))
        add(decision, names, to, part);
}

/* Does the claim belong to the list? What a reader sees far apart are two. */
static bool
is_of(const bl_topic_list *l, const bl_claim *claim)
{
    return l->source == claim->source && l->weight == claim->weight &&
           (claim->source != BYLINE_SOURCE_VISIBLE || claim->node - l->last <= LIST_GAP);
}

size_t
bl_topic_lists_read(bl_decision *decision, const bl_choices *choices, bl_topic_list *lists)
{
    bl_site_names names = bl_site_names_of(decision);
    size_t count = 0;
    for (size_t i = 0; i < choices->count; i++) {
        const bl_claim *claim = choices->at[i].claim;
        size_t at = 0;
        while (at < count && !is_of(&lists[at], claim))
            at++;
        if (at == BL_TOPIC_LISTS)
            continue;
        if (at == count)
            lists[count++] = (bl_topic_list){.source = claim->source, .weight = claim->weight, .claim = claim};
        lists[at].last = claim->node;
        if (claim->source == BYLINE_SOURCE_VISIBLE && is_teaser(choices->at[i].value))
            continue;
        split(decision, &names, &lists[at], choices->at[i].value);
    }
    return count;
}
