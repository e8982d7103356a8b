/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The headline, without the name of the site. */
#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/choose.h"
#include "fields/title.h"

/* No headline is longer. */
enum { LONGEST_BYTES = 700 };

/* Titles of one group are filled by one hand: that they agree says little. */
typedef enum group {
    GROUP_SHOWN,   /* what a reader sees */
    GROUP_ARCHIVE, /* JSON-LD, and what publishing systems fill for archives */
    GROUP_SHARING, /* OpenGraph, Twitter */
    GROUP_TITLE,   /* the title element, and names of pages */
    GROUP_COUNT
} group;

enum {
    /* an h2 that is the headline elsewhere: the h1 above it is for search engines, where it is hidden */
    LIGHT_HEADING = 60,
    HEADING_LEVELS = 6,
    CONFIRMED = 46,
    CUT_LEAST = 20,  /* letters of a title that ends in dots and goes on elsewhere */
    CUT_SILENT = 60, /* ... that ends without them */
    OTHER_GROUP = 5, /* for each other group that has the same title */
    /* an h1 that shares less than a third of its words with the other titles is a logo or a section */
    UNLIKE = 34,
    MISS_UNLIKE = 40,
    KICKER_LEAST = 4, /* bytes of one in front of a headline: "The" is of it */
    KICKER_MOST = 60,
    KICKER_WORDS = 5,
    KICKER_SHARE = 2, /* a headline is more than this part of itself and its kicker */
    SHORT_SIDE = 2,   /* the side of a title that is so many times shorter is the site's */
    /* ... but for one that is alone and as long as a headline; longer than that is a standfirst */
    HEADLINE_WORDS = 6,
    TITLE_WORDS = 4,
    LABEL_WORDS = 2,
    HEADLINE_MOST = 160,
    PARTLY_UNLIKE = 67,
    MISS_PARTLY = 12, /* less than two thirds, where there are several h1 */
    /* a newsroom filled its archive and what it shares with one title, and the h1 has quite another */
    MISS_OUTVOTED = 40,
    /* the title for search engines stands everywhere but here: this one the editors wrote for readers */
    SET_APART = 40
};

typedef struct title {
    bl_choice *choice;
    bl_span key; /* letters and digits alone */
    group group;
    int groups; /* bits of the groups that have the same key */
    int share;  /* percent of the words of a shown one that another title has; 100 where there is none */
} title;

typedef BL_VECTOR(title) titles;

static group
group_of(const bl_claim *claim)
{
    if (claim->source == BYLINE_SOURCE_VISIBLE || claim->source == BYLINE_SOURCE_MICRODATA ||
        claim->source == BYLINE_SOURCE_RULE)
        return GROUP_SHOWN;
    if (claim->weight <= BL_WEIGHT_HEADLINE_TITLE)
        return GROUP_TITLE;
    if (claim->source == BYLINE_SOURCE_META &&
        (claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH || claim->weight == BL_WEIGHT_HEADLINE_TWITTER))
        return GROUP_SHARING;
    return GROUP_ARCHIVE;
}

/* Headlines that only name the site, or are too long to be one. */
static const char *
refused(bl_arena *arena, const bl_choice *choice, const bl_site_names *names)
{
    if (choice->value.n > LONGEST_BYTES)
        return "too long";
    return bl_is_site_name(arena, choice->value, names, false) ? "the name of the site" : NULL;
}

/* "## Ferry stays": a heading of a text that a program should have made HTML of. */
static bl_span
without_marks(bl_span text)
{
    size_t at = 0;
    while (at < text.n && text.p[at] == '#')
        at++;
    return at > 0 && at <= HEADING_LEVELS && at < text.n && text.p[at] == ' ' ? bl_trim(bl_span_cut(text, at)) : text;
}

static titles
read_titles(bl_decision *decision, bl_choices *choices, const bl_site_names *names)
{
    titles list = {0};
    bl_arena *arena = decision->scratch;
    bl_site_names sections = bl_section_names_of(decision);
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *choice = &choices->at[i];
        choice->claim->reason = refused(arena, choice, names);
        bl_span bare =
            choice->claim->source == BYLINE_SOURCE_VISIBLE ? choice->value : bl_title_without_sign(choice->value);
        bare = without_marks(bare);
        choice->value = choice->claim->reason ? BL_EMPTY : bl_title_without_site(arena, bare, names);
        choice->value = bl_title_without_section(arena, choice->value, &sections);
        choice->folded = bl_fold(arena, choice->value);
        bl_span key = bl_title_key(arena, choice->value);
        if (key.n == 0) /* a headline of signs alone */
            key = choice->folded;
        if (choice->value.n)
            BL_PUSH(arena, &list, ((title){choice, key, group_of(choice->claim), 0, 100}));
    }
    return list;
}

static void
rewrite(bl_arena *arena, title *t, bl_span value)
{
    t->choice->value = value;
    t->choice->folded = bl_fold(arena, value);
    t->key = bl_title_key(arena, value);
}

static void
rewrite_all(bl_arena *arena, titles *list, bl_span key, bl_span value)
{
    for (size_t i = 0; i < list->count; i++)
        if (bl_span_equal(list->at[i].key, key))
            rewrite(arena, &list->at[i], value);
}

/* A title for search or sharing that goes on behind the shown or archived one: section, slogan, date. */
static void
drop_extensions(bl_arena *arena, titles *list)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->count; k++)
            if (list->at[i].group >= GROUP_SHARING && list->at[k].group <= GROUP_ARCHIVE &&
                bl_title_extends(list->at[i].choice->value, list->at[k].choice->value))
                rewrite(arena, &list->at[i], list->at[k].choice->value);
}

/* What the heading is without the name of the site that the template has put into it: "Ferry staysThe Shore Echo". */
static bl_span
without_glued_site(bl_arena *arena, const title *shown, const title *other, const bl_site_names *names)
{
    bl_span texts[] = {other->choice->value, BL_EMPTY}, tail;
    bl_title_ends(other->choice->value, &texts[1], &tail);
    for (size_t i = 0; i < BL_COUNT(texts); i++) {
        bl_span key = bl_title_key(arena, texts[i]);
        if (key.n && key.n < shown->key.n && bl_span_starts(shown->key, key) &&
            bl_is_site_name(arena, bl_span_cut(shown->key, key.n), names, false))
            return texts[i];
    }
    return BL_EMPTY;
}

static void
drop_glued_site(bl_arena *arena, titles *list, const bl_site_names *names)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->count && list->at[i].group == GROUP_SHOWN; k++) {
            bl_span bare = list->at[k].group == GROUP_SHOWN
                               ? BL_EMPTY
                               : without_glued_site(arena, &list->at[i], &list->at[k], names);
            if (bare.n)
                rewrite(arena, &list->at[i], bare);
        }
}

/* Does t end where something was cut off? */
static bool
ends_cut(const title *t)
{
    return bl_span_ends(t->choice->value, BL_SPAN("...")) ||
           bl_span_ends(t->choice->value, BL_SPAN("\xE2\x80\xA6"));
}

/*
 * A title that was cut short, with dots or at the length that search engines once asked for, is made whole from
 * one that goes on; without dots, from one that two groups have.
 */
static void
complete_cut(bl_arena *arena, titles *list)
{
    for (size_t i = 0; i < list->count; i++) {
        title *t = &list->at[i];
        bool dots = ends_cut(t);
        if (t->group == GROUP_SHOWN || t->key.n < CUT_LEAST || (!dots && t->key.n < CUT_SILENT))
            continue;
        bl_span whole = BL_EMPTY, key = BL_EMPTY;
        int groups = 0;
        for (size_t k = 0; k < list->count; k++) {
            const title *other = &list->at[k];
            if (other->key.n <= t->key.n || !bl_span_starts(other->key, t->key) || ends_cut(other) ||
                (whole.n && !bl_span_equal(key, other->key)))
                continue;
            whole = other->choice->value;
            key = other->key;
            groups |= 1 << other->group;
        }
        if (whole.n && (dots || (groups & (groups - 1))) &&
            !bl_title_extends(whole, bl_span_head(whole, t->choice->value.n)))
            rewrite(arena, t, whole);
    }
}

/* What other says behind its kicker, where shown is that behind a kicker of its own; else empty. */
static bl_span
without_kicker(bl_arena *arena, const title *shown, const title *other)
{
    bl_span texts[] = {other->choice->value, bl_title_tail(other->choice->value)};
    for (size_t i = 0; i < BL_COUNT(texts); i++) {
        bl_span key = bl_title_key(arena, texts[i]);
        if (key.n * KICKER_SHARE > shown->key.n && key.n < shown->key.n && bl_span_ends(shown->key, key) &&
            (i == 0 || bl_span_find(shown->key, other->key, 0) == BL_NOT_FOUND))
            return texts[i];
    }
    return BL_EMPTY;
}

/* What stands before the headline in the heading that a reader sees is its kicker. */
static void
claim_front(bl_decision *decision, const bl_choice *shown, bl_span bare)
{
    if (!bl_span_ends(shown->value, bare))
        return;
    bl_span front = bl_title_without_sign(bl_trim(bl_span_head(shown->value, shown->value.n - bare.n)));
    for (size_t i = 0; i < front.n; i++)
        if (bl_is_digit(front.p[i]))
            return;
    if (front.n >= KICKER_LEAST && front.n <= KICKER_MOST && bl_word_count(front) <= KICKER_WORDS)
        bl_claim_add(decision->evidence, BL_FIELD_KICKER, BYLINE_SOURCE_VISIBLE, BL_WEIGHT_KICKER_FRONT, front,
                     shown->claim->node);
}

/*
 * A kicker may stand inside the shown headline, or before it in the other titles. Where others have the
 * headline without it, or agree on one with it, so do we; where each has another kicker, none is kept.
 */
static void
settle_kickers(bl_decision *decision, titles *list, const bl_site_names *names)
{
    bl_arena *arena = decision->scratch;
    for (size_t i = 0; i < list->count; i++) {
        title *shown = &list->at[i];
        bl_span bare = BL_EMPTY, longer = BL_EMPTY;
        int agree = 0;
        bool shared = false; /* OpenGraph has it with the kicker */
        bool alone = true;   /* no other title is the shown one as it stands */
        if (shown->choice->claim->source != BYLINE_SOURCE_VISIBLE)
            continue;
        for (size_t k = 0; k < list->count; k++) {
            const title *other = &list->at[k];
            bl_span tail = bl_title_tail(other->choice->value);
            if (other->choice->claim->source == BYLINE_SOURCE_VISIBLE)
                continue;
            shared |= other->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH &&
                      bl_span_equal(other->key, shown->key);
            alone &= other->group == GROUP_TITLE || !bl_span_equal(other->key, shown->key);
            if (bare.n == 0 && (other->group == GROUP_ARCHIVE || other->group == GROUP_SHARING))
                bare = without_kicker(arena, shown, other);
            if (tail.n && bl_span_equal(bl_title_key(arena, tail), shown->key) &&
                !bl_title_begins_with_label(arena, other->choice->value) &&
                !bl_is_site_name(arena, bl_span_head(other->choice->value, (size_t)(tail.p - other->choice->value.p)),
                                 names, true)) {
                agree |= 1 << other->group;
                if (other->group != GROUP_TITLE)
                    longer = other->choice->value;
            }
        }
        if (bare.n && (!shared || bl_title_begins_with_label(arena, shown->choice->value))) {
            claim_front(decision, shown->choice, bare);
            rewrite_all(arena, list, shown->key, bare);
        } else if (longer.n && alone && (agree & (agree - 1))) {
            rewrite(arena, shown, longer);
        }
    }
}

/* Is shown one side of a title, and the other side the headline? Then it is the name of the site. */
static bool
is_side(bl_arena *arena, const titles *list, const title *shown)
{
    for (size_t i = 0; i < list->count; i++) {
        const title *t = &list->at[i];
        bl_span front, rest;
        if (t->group == GROUP_SHOWN ||
            !bl_title_sides(arena, t->choice->value, shown->choice->value, &front, &rest))
            continue;
        bl_span other = front.n ? front : rest;
        if (front.n > SHORT_SIDE * shown->choice->value.n)
            return true;
        bl_span key = bl_title_key(arena, other);
        for (size_t k = 0; k < list->count; k++)
            if (k != i && bl_span_equal(list->at[k].key, key) &&
                (list->at[k].group != GROUP_SHOWN || key.n > shown->key.n))
                return true;
    }
    return false;
}

/* A title element alone may say anything: of the site, of the section. One of many words beside an h1 of one or
   two that it has not does tell. */
static bool
is_told_by_title(const titles *list, const title *shown, int share)
{
    for (size_t i = 0; i < list->count && share == 0; i++)
        if (list->at[i].group == GROUP_TITLE && bl_word_count(list->at[i].choice->value) >= TITLE_WORDS)
            return bl_word_count(shown->choice->value) <= LABEL_WORDS;
    return false;
}

/* The one h1 that reads like a headline, though no other title is like it; NULL where there is none. */
static const title *
lone_heading(const titles *list)
{
    const title *lone = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const title *t = &list->at[i];
        if (t->choice->claim->source != BYLINE_SOURCE_VISIBLE ||
            t->choice->claim->weight < BL_WEIGHT_HEADLINE_H1 ||
            (lone && bl_span_equal(lone->key, t->key)))
            continue;
        if (lone)
            return NULL;
        lone = t;
    }
    for (size_t i = 0; i < list->count && lone; i++)
        if (list->at[i].group != GROUP_SHOWN && bl_span_starts(lone->key, list->at[i].key))
            return NULL; /* it runs on into a standfirst */
    if (!lone || lone->choice->value.n > HEADLINE_MOST || bl_span_ends(lone->choice->value, BL_SPAN(":")) ||
        bl_word_count(lone->choice->value) < HEADLINE_WORDS)
        return NULL;
    return lone;
}

static void
score_shown(bl_arena *arena, titles *list)
{
    const title *lone = lone_heading(list);
    size_t shown = 0, others = 0;
    bool declared = false;
    for (size_t i = 0; i < list->count; i++) {
        shown += list->at[i].choice->claim->source == BYLINE_SOURCE_VISIBLE;
        others += list->at[i].group != GROUP_SHOWN;
        declared |= list->at[i].group == GROUP_ARCHIVE || list->at[i].group == GROUP_SHARING;
    }
    for (size_t i = 0; i < list->count && others; i++) {
        title *t = &list->at[i];
        int most = 0;
        if (t->group != GROUP_SHOWN)
            continue;
        for (size_t k = 0; k < list->count; k++) {
            int share = list->at[k].group == GROUP_SHOWN
                            ? 0
                            : bl_title_shared_words(t->choice->folded, list->at[k].choice->folded);
            most = share > most ? share : most;
        }
        if (is_side(arena, list, t))
            most = 0;
        else if (!declared && shown == 1 && !is_told_by_title(list, t, most))
            continue;
        t->share = most;
        if (t == lone)
            continue;
        t->choice->claim->score -= most < UNLIKE         ? MISS_UNLIKE
                                   : most < PARTLY_UNLIKE && shown > 1 ? MISS_PARTLY
                                                          : 0;
    }
}

/* Is it declared as a piece of news? Then editors fill each of its titles by hand. */
static bool
is_news(const bl_evidence *evidence)
{
    for (size_t i = 0; i < evidence->claims[BL_FIELD_KIND].count; i++)
        if (bl_span_ends(evidence->claims[BL_FIELD_KIND].at[i].value, BL_SPAN("NewsArticle")))
            return true;
    return false;
}

/* After score_agreement(). */
static void
score_outvoted(titles *list)
{
    bool one = false;
    for (size_t i = 0; i < list->count; i++)
        one |= list->at[i].choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH &&
               (list->at[i].groups & 1 << GROUP_ARCHIVE) && !(list->at[i].groups & 1 << GROUP_SHOWN);
    for (size_t i = 0; i < list->count && one; i++)
        if (list->at[i].group == GROUP_SHOWN && list->at[i].share < PARTLY_UNLIKE &&
            !(list->at[i].groups & (1 << GROUP_ARCHIVE | 1 << GROUP_SHARING)))
            list->at[i].choice->claim->score -= MISS_OUTVOTED;
}

static void
score_agreement(titles *list)
{
    for (size_t i = 0; i < list->count; i++) {
        title *t = &list->at[i];
        for (size_t k = 0; k < list->count; k++)
            if (bl_span_equal(t->key, list->at[k].key))
                t->groups |= 1 << list->at[k].group;
        for (int g = 0; g < GROUP_COUNT; g++)
            if (g != (int)t->group && (t->groups & 1 << g))
                t->choice->claim->score += OTHER_GROUP;
        if (t->choice->claim->source == BYLINE_SOURCE_VISIBLE && t->choice->claim->weight < LIGHT_HEADING &&
            (t->groups & (1 << GROUP_ARCHIVE | 1 << GROUP_SHARING)))
            t->choice->claim->score += CONFIRMED;
    }
}

/*
 * Where the title element, an h1 out of sight and the archive's headline are one, that one was written for search
 * engines; an OpenGraph title that differs from it is then the newsroom's own.
 */
static void
score_set_apart(titles *list)
{
    const int everywhere = 1 << GROUP_SHOWN | 1 << GROUP_ARCHIVE | 1 << GROUP_TITLE;
    bool found = false;
    title *apart = NULL;
    for (size_t i = 0; i < list->count; i++) {
        title *t = &list->at[i];
        if ((t->groups & everywhere) == everywhere) {
            found = true;
            if (t->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH && t->group == GROUP_SHARING)
                return; /* another of OpenGraph's titles is that one too */
            if (t->choice->claim->source == BYLINE_SOURCE_VISIBLE &&
                t->choice->claim->weight >= BL_WEIGHT_HEADLINE_H1)
                return; /* a reader sees that one */
        }
        if (t->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH && t->groups == 1 << GROUP_SHARING)
            apart = t;
    }
    if (found && apart)
        apart->choice->claim->score += SET_APART;
}

/* Does it stand in quotes as a whole? */
static bool
is_quoted(const title *t)
{
    bl_span text = t->choice->folded; /* all quotes are plain there */
    return text.n > 2 && (text.p[0] == '"' || text.p[0] == '\'') && text.p[text.n - 1] == text.p[0];
}

/* Of the ways to write the winner, the archive's: an h1 runs its kicker and its headline together. But an archive may
   have lost the quotes. */
static bl_choice *
best_writing(const titles *list, const title *best)
{
    const title *found = best;
    for (size_t i = 0; i < list->count; i++) {
        const title *t = &list->at[i];
        if (bl_span_equal(t->key, best->key) && (t->group == GROUP_ARCHIVE || t->group == GROUP_SHARING) &&
            (found == best || t->choice->claim->weight > found->choice->claim->weight))
            found = t;
    }
    return is_quoted(best) && !is_quoted(found) ? best->choice : found->choice;
}

void
bl_decide_headline(bl_decision *decision)
{
    bl_site_names names = bl_site_names_of(decision);
    bl_choices choices = bl_choices_of(decision, BL_FIELD_HEADLINE);
    titles list = read_titles(decision, &choices, &names);
    const title *best = NULL;
    complete_cut(decision->scratch, &list);
    drop_extensions(decision->scratch, &list);
    drop_glued_site(decision->scratch, &list, &names);
    settle_kickers(decision, &list, &names);
    score_shown(decision->scratch, &list);
    score_agreement(&list);
    score_set_apart(&list);
    if (is_news(decision->evidence))
        score_outvoted(&list);
    for (size_t i = 0; i < list.count; i++)
        if (!best || list.at[i].choice->claim->score > best->choice->claim->score)
            best = &list.at[i];
    bl_choice *won = best ? best_writing(&list, best) : NULL;
    bl_choice_won(&choices, won);
    if (won) {
        decision->article->headline = bl_text(decision->out, won->value);
        bl_origin_add(decision, "headline", won->claim, bl_confidence(best->choice->claim->score));
    }
    bl_decide_kicker(decision);
}
