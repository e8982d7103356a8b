/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Topics: the best of the lists. */
#include "base/builder.h"
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/page.h"
#include "fields/page_topics.h"
#include "fields/title.h"

/* What a list gains and loses beside the weight of its source. */
enum {
    SEEN_TOO = 12,    /* a reader is shown the same list */
    OTHER_HAND = 8,   /* meta elements and JSON-LD have the same one */
    MISS_SINGLE = 15, /* one entry is a section as a rule, where another list has more */
    MISS_CODES = 40,  /* an archive's codes: "AERO", "INDS08" */
    MISS_ADDRESS = 30,
    MISS_SITE = 10, /* the site's own name: keywords of the site, not of the story */
    LONGEST_CODE = 8,
    LEAST_CODES = 4,
    SURE_CODES = 8,
    PATH_START = 4, /* letters before its first slash */
    RUN_LEAST = 5   /* words of the headline, one behind the other */
};

/* So many keywords of which so few are told of are those of the whole site. */
enum { SITE_FEW = 4, SITE_LEAST = 10, SITE_SHARE = 5, SITE_RUNES = 5, TEXT_MOST = 20000 };

/* "News", and nothing else */
static bool
is_of_rubrics(const bl_topic_list *l)
{
    static const char *const rubrics[] = {
#define RUBRIC(text) text,
#include "fields/page_topics.def"
#undef RUBRIC
    };
    for (size_t i = 0; i < l->topics.count; i++)
        if (!bl_span_is_among(l->topics.at[i].folded, rubrics, BL_COUNT(rubrics)))
            return false;
    return true;
}

static bool
is_code(bl_span s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if (!bl_is_upper(s.p[i]) && !bl_is_digit(s.p[i]))
            return false;
        upper |= !bl_is_digit(s.p[i]);
    }
    return upper && s.n <= LONGEST_CODE;
}

/* "Type/Article": a place in a vocabulary of the publishing system; "GM/Opel" is a topic. */
static bool
is_path(bl_span s)
{
    size_t slash = bl_span_find_char(s, '/', 0);
    return slash != BL_NOT_FOUND && slash >= PATH_START && slash + 1 < s.n && s.p[slash - 1] != ' ' &&
           s.p[slash + 1] != ' ' && bl_span_find(s, BL_SPAN("://"), 0) == BL_NOT_FOUND;
}

static bool
holds(const bl_topic_list *l, bl_span folded)
{
    for (size_t i = 0; i < l->topics.count; i++)
        if (bl_span_equal(l->topics.at[i].folded, folded))
            return true;
    return false;
}

static bool
is_within(const bl_topic_list *inner, const bl_topic_list *outer)
{
    for (size_t i = 0; i < inner->topics.count; i++)
        if (!holds(outer, inner->topics.at[i].folded))
            return false;
    return inner->topics.count > 0;
}

/* All words of the address, one by one: made by a program from the headline. */
static bool
is_of_address(const bl_topic_list *l, bl_span path)
{
    size_t found = 0;
    for (size_t i = 0; i < l->topics.count; i++) {
        bl_span word = l->topics.at[i].folded;
        size_t at = bl_span_find(path, word, 0);
        bool starts = at != BL_NOT_FOUND && at > 0 && !bl_is_alpha(path.p[at - 1]);
        bool ends = starts && (at + word.n >= path.n || !bl_is_alpha(path.p[at + word.n]));
        found += ends;
    }
    return l->topics.count >= LEAST_CODES && found + 1 >= l->topics.count;
}

/* The words of the headline one by one, in its order: no editor chose them. */
static bool
is_headline_cut(const bl_topic_list *l, bl_span headline)
{
    size_t found = 0, from = 0;
    for (size_t i = 0; i < l->topics.count; i++) {
        bl_span word = l->topics.at[i].folded;
        size_t at = bl_word_count(word) > 1 ? BL_NOT_FOUND : bl_span_find(headline, word, from);
        if (at == BL_NOT_FOUND || (at > 0 && headline.p[at - 1] != ' '))
            continue;
        found++;
        from = at + word.n;
    }
    return found >= RUN_LEAST && found * 4 >= l->topics.count * 3;
}

static void
score(bl_topic_list *l, const bl_topic_list *lists, size_t count, bl_span path, bl_span headline)
{
    size_t codes = 0, numbered = 0, paths = 0;
    bool seen = false, other_hand = false, longer = false;
    for (size_t i = 0; i < l->topics.count; i++)
        paths += is_path(l->topics.at[i].value);
    for (size_t i = 0; i < l->topics.count; i++)
        if (is_code(l->topics.at[i].value)) {
            codes++;
            numbered += bl_holds_digit(l->topics.at[i].value);
        }
    for (size_t i = 0; i < count; i++) {
        const bl_topic_list *other = &lists[i];
        bool same = other != l && other->source != l->source && is_within(l, other) && is_within(other, l);
        l->is_twice |= other != l && is_within(l, other) && is_within(other, l);
        seen |= same && other->source == BYLINE_SOURCE_VISIBLE;
        other_hand |= same && other->source != BYLINE_SOURCE_VISIBLE;
        longer |=
            other->topics.count > 2 && (l->source != BYLINE_SOURCE_VISIBLE || other->source != BYLINE_SOURCE_VISIBLE);
    }
    l->score = l->weight + (seen ? SEEN_TOO : other_hand ? OTHER_HAND : 0);
    if (l->topics.count == 1 && longer)
        l->score -= MISS_SINGLE;
    if (codes >= LEAST_CODES && codes * 2 > l->topics.count)
        l->score -= MISS_CODES;
    bool is_of_codes = codes >= SURE_CODES && numbered > 1 && codes * 5 > l->topics.count * 4;
    l->is_refused = is_of_codes || is_headline_cut(l, headline) || is_of_rubrics(l) ||
                    (paths >= LEAST_CODES && 2 * paths > l->topics.count);
    if (l->site_names)
        l->score -= MISS_SITE;
    if (is_of_address(l, path))
        l->score -= MISS_ADDRESS;
}

/* A list that holds all of the best one and more, where that stands nowhere else as it is. */
static const bl_topic_list *
extended(const bl_topic_list *best, const bl_topic_list *lists, size_t count)
{
    const bl_topic_list *found = best;
    for (size_t i = 0; i < count && !best->is_twice; i++)
        if (lists[i].topics.count > found->topics.count && is_within(best, &lists[i]) &&
            lists[i].score >= lists[i].weight)
            found = &lists[i];
    return found;
}

/* What the article tells: its headline, its lead, its text; folded. */
static bl_span
told_text(const bl_decision *decision)
{
    const byline_article *article = decision->article;
    bl_builder b = bl_builder_in(decision->scratch);
    const char *heads[] = {article->headline, article->kicker, article->lead};
    for (size_t i = 0; i < BL_COUNT(heads) + article->body_count && b.n < TEXT_MOST; i++) {
        const char *text = i < BL_COUNT(heads) ? heads[i] : article->body[i - BL_COUNT(heads)]->text;
        if (text && b.n)
            bl_builder_add_char(&b, ' ');
        bl_builder_add(&b, bl_span_of(text));
    }
    return bl_fold(decision->scratch, bl_span_head(bl_builder_span(&b), TEXT_MOST));
}

/* The start of the longest word: a language may bend its end. */
static bl_span
stem_of(bl_span text)
{
    bl_span rest = text, word, longest = BL_EMPTY;
    while (bl_span_next(&rest, ' ', &word))
        longest = word.n > longest.n ? word : longest;
    size_t at = 0;
    for (int runes = 0; runes < SITE_RUNES && at < longest.n; runes++)
        bl_rune_next(longest, &at);
    return bl_span_head(longest, at);
}

/* A store of words that the template writes on each page. */
static bool
is_of_site(const bl_topic_list *l, bl_span text)
{
    size_t told = 0;
    for (size_t i = 0; i < l->topics.count; i++)
        told += bl_span_find(text, stem_of(l->topics.at[i].folded), 0) != BL_NOT_FOUND;
    return l->topics.count < SITE_LEAST ? told == 0 : told * SITE_SHARE < l->topics.count;
}

/* Many single words in small letters, each as it stands in the text: a program took the most frequent ones. */
static bool
is_of_text(const bl_topic_list *l, bl_span text)
{
    if (l->topics.count < SITE_LEAST)
        return false;
    for (size_t i = 0; i < l->topics.count; i++) {
        bl_span value = l->topics.at[i].value;
        for (size_t at = 0; at < value.n;)
            if (!bl_rune_is_lower(bl_rune_next(value, &at)))
                return false; /* a space or a sign, too */
        if (!bl_title_has_word(text, l->topics.at[i].folded))
            return false;
    }
    return true;
}

/* Did a machine write the list? text is what the article tells, empty until it is first asked for. */
static bool
is_by_machine(const bl_decision *decision, const bl_topic_list *l, bl_span *text)
{
    if (l->topics.count < SITE_FEW || l->source == BYLINE_SOURCE_VISIBLE || !decision->article->body_count)
        return false;
    if (text->n == 0)
        *text = told_text(decision);
    return is_of_site(l, *text) || is_of_text(l, *text);
}

void
bl_decide_topics(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_TOPIC);
    bl_topic_list lists[BL_TOPIC_LISTS];
    size_t count = bl_topic_lists_read(decision, &choices, lists);
    bl_span address =
        decision->evidence->url.n ? decision->evidence->url : bl_span_of(decision->article->canonical_url);
    bl_span path = bl_fold(decision->scratch, address);
    bl_topic_list *best = NULL;
    bl_span text = BL_EMPTY;
    bl_span headline = bl_fold(decision->scratch, bl_span_of(decision->article->headline));
    for (size_t i = 0; i < count; i++)
        score(&lists[i], lists, count, path, headline);
    do {
        if (best)
            best->topics.count = 0;
        best = NULL;
        for (size_t i = 0; i < count; i++)
            if (lists[i].topics.count && !lists[i].is_refused && (!best || lists[i].score > best->score))
                best = &lists[i];
    } while (best && is_by_machine(decision, best, &text));
    if (!best)
        return;
    const bl_topic_list *whole = extended(best, lists, count);
    for (size_t i = 0; i < choices.count; i++) {
        bl_claim *claim = choices.at[i].claim;
        claim->won = claim->weight == whole->weight && claim->source == whole->source;
        claim->reason = claim->won ? "of the best list" : "of another list";
    }
    decision->article->topics = BL_NEW_ARRAY(decision->out, const char *, whole->topics.count);
    for (size_t i = 0; i < whole->topics.count; i++)
        decision->article->topics[i] = bl_text(decision->out, whole->topics.at[i].value);
    decision->article->topic_count = whole->topics.count;
    bl_origin_add(decision, "topics", whole->claim, bl_confidence(whole->score));
}
