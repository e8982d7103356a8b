/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The headline, without the name of the site. */
#include "fields/headline.h"
#include "base/unicode.h"
#include "evidence/weights.h"

/* No headline is longer. */
enum { LONGEST_BYTES = 700 };

enum {
    /* an h2 that is the headline elsewhere: the h1 above it is for search engines, where it is hidden */
    LIGHT_HEADING = 60,
    CONFIRMED = 46,
    CUT_LEAST = 20,  /* letters of a title that ends in dots and goes on elsewhere */
    CUT_SILENT = 60, /* ... that ends without them */
    OTHER_GROUP = 5, /* for each other group that has the same title */
    /* an h1 that shares less than a third of its words with the other titles is a logo or a section */
    UNLIKE = 34,
    MISS_UNLIKE = 40,
    SHORT_SIDE = 2, /* the side of a title that is so many times shorter is the site's */
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

static bl_title_group
group_of(const bl_claim *claim)
{
    if (claim->source == BYLINE_SOURCE_VISIBLE || claim->source == BYLINE_SOURCE_MICRODATA ||
        claim->source == BYLINE_SOURCE_RULE)
        return BL_GROUP_SHOWN;
    if (claim->weight <= BL_WEIGHT_HEADLINE_TITLE)
        return BL_GROUP_TITLE;
    if (claim->source == BYLINE_SOURCE_META &&
        (claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH || claim->weight == BL_WEIGHT_HEADLINE_TWITTER))
        return BL_GROUP_SHARING;
    return BL_GROUP_ARCHIVE;
}

/* Headlines that only name the site, or are too long to be one. */
static const char *
refused(bl_arena *arena, const bl_choice *choice, const bl_site_names *names)
{
    if (choice->value.n > LONGEST_BYTES)
        return "too long";
    return bl_is_site_name(arena, choice->value, names, false) ? "the name of the site" : NULL;
}

static bl_titles
read_titles(bl_decision *decision, bl_choices *choices, const bl_site_names *names)
{
    bl_titles list = {0};
    bl_arena *arena = decision->scratch;
    bl_site_names sections = bl_section_names_of(decision);
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *choice = &choices->at[i];
        choice->claim->reason = refused(arena, choice, names);
        bl_span bare =
            choice->claim->source == BYLINE_SOURCE_VISIBLE ? choice->value : bl_title_without_sign(choice->value);
        bare = bl_title_without_marks(bare);
        choice->value = choice->claim->reason ? BL_EMPTY : bl_title_without_site(arena, bare, names);
        choice->value = bl_title_without_section(arena, choice->value, &sections);
        choice->folded = bl_fold(arena, choice->value);
        bl_span key = bl_title_key(arena, choice->value);
        if (key.n == 0) /* a headline of signs alone */
            key = choice->folded;
        if (choice->value.n)
            BL_PUSH(arena, &list, ((bl_title){choice, key, group_of(choice->claim), 0, 100}));
    }
    return list;
}

/* Is what stands behind shown in the longer title another heading? "Notices - Ferry stays", where shown is a
   section. */
static bool
is_section_of(bl_arena *arena, const bl_titles *list, const bl_title *longer, const bl_title *shown)
{
    bl_span front, rest;
    if (shown->group != BL_GROUP_SHOWN || bl_word_count(shown->choice->value) > LABEL_WORDS ||
        !bl_title_sides(arena, longer->choice->value, shown->choice->value, &front, &rest) || !rest.n)
        return false;
    bl_span key = bl_title_key(arena, rest);
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].group == BL_GROUP_SHOWN && key.n > shown->key.n && bl_span_equal(list->at[i].key, key))
            return true;
    return false;
}

/* A title for search or sharing that goes on behind the shown or archived one: section, slogan, date. */
static void
drop_extensions(bl_arena *arena, bl_titles *list)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->count; k++)
            if (list->at[i].group >= BL_GROUP_SHARING && list->at[k].group <= BL_GROUP_ARCHIVE &&
                bl_title_extends(list->at[i].choice->value, list->at[k].choice->value) &&
                !is_section_of(arena, list, &list->at[i], &list->at[k]))
                bl_title_rewrite(arena, &list->at[i], list->at[k].choice->value);
}

/* What the heading is without the name of the site that the template has put into it: "Ferry staysThe Shore Echo". */
static bl_span
without_glued_site(bl_arena *arena, const bl_title *shown, const bl_title *other, const bl_site_names *names)
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
drop_glued_site(bl_arena *arena, bl_titles *list, const bl_site_names *names)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->count && list->at[i].group == BL_GROUP_SHOWN; k++) {
            bl_span bare = list->at[k].group == BL_GROUP_SHOWN
                               ? BL_EMPTY
                               : without_glued_site(arena, &list->at[i], &list->at[k], names);
            if (bare.n)
                bl_title_rewrite(arena, &list->at[i], bare);
        }
}

/* Does t end where something was cut off? */
static bool
ends_cut(const bl_title *t)
{
    return bl_span_ends(t->choice->value, BL_SPAN("...")) ||
           bl_span_ends(t->choice->value, BL_SPAN("\xE2\x80\xA6"));
}

/*
 * A title that was cut short, with dots or at the length that search engines once asked for, is made whole from
 * one that goes on; without dots, from one that two groups have.
 */
static void
complete_cut(bl_arena *arena, bl_titles *list)
{
    for (size_t i = 0; i < list->count; i++) {
        bl_title *t = &list->at[i];
        bool dots = ends_cut(t);
        if (t->group == BL_GROUP_SHOWN || t->key.n < CUT_LEAST || (!dots && t->key.n < CUT_SILENT))
            continue;
        bl_span whole = BL_EMPTY, key = BL_EMPTY;
        int groups = 0;
        for (size_t k = 0; k < list->count; k++) {
            const bl_title *other = &list->at[k];
            if (other->key.n <= t->key.n || !bl_span_starts(other->key, t->key) || ends_cut(other) ||
                (whole.n && !bl_span_equal(key, other->key)))
                continue;
            whole = other->choice->value;
            key = other->key;
            groups |= 1 << other->group;
        }
        if (whole.n && (dots || (groups & (groups - 1))) &&
            !bl_title_extends(whole, bl_span_head(whole, t->choice->value.n)))
            bl_title_rewrite(arena, t, whole);
    }
}

/* Is shown one side of a title, and the other side the headline? Then it is the name of the site. */
static bool
is_side(bl_arena *arena, const bl_titles *list, const bl_title *shown)
{
    for (size_t i = 0; i < list->count; i++) {
        const bl_title *t = &list->at[i];
        bl_span front, rest;
        if (t->group == BL_GROUP_SHOWN || !bl_title_sides(arena, t->choice->value, shown->choice->value, &front, &rest))
            continue;
        bl_span other = front.n ? front : rest;
        if (front.n > SHORT_SIDE * shown->choice->value.n)
            return true;
        bl_span key = bl_title_key(arena, other);
        for (size_t k = 0; k < list->count; k++)
            if (k != i && bl_span_equal(list->at[k].key, key) &&
                (list->at[k].group != BL_GROUP_SHOWN || key.n > shown->key.n))
                return true;
    }
    return false;
}

/* A title element alone may say anything: of the site, of the section. One of many words beside an h1 of one or
   two that it has not does tell. */
static bool
is_told_by_title(const bl_titles *list, const bl_title *shown, int share)
{
    for (size_t i = 0; i < list->count && share == 0; i++)
        if (list->at[i].group == BL_GROUP_TITLE && bl_word_count(list->at[i].choice->value) >= TITLE_WORDS)
            return bl_word_count(shown->choice->value) <= LABEL_WORDS;
    return false;
}

/* The one h1 that reads like a headline, though no other title is like it; NULL where there is none. */
static const bl_title *
lone_heading(const bl_titles *list)
{
    const bl_title *lone = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const bl_title *t = &list->at[i];
        if (t->choice->claim->source != BYLINE_SOURCE_VISIBLE ||
            t->choice->claim->weight < BL_WEIGHT_HEADLINE_H1 ||
            (lone && bl_span_equal(lone->key, t->key)))
            continue;
        if (lone)
            return NULL;
        lone = t;
    }
    for (size_t i = 0; i < list->count && lone; i++)
        if (list->at[i].group != BL_GROUP_SHOWN && bl_span_starts(lone->key, list->at[i].key))
            return NULL; /* it runs on into a standfirst */
    if (!lone || lone->choice->value.n > HEADLINE_MOST || bl_span_ends(lone->choice->value, BL_SPAN(":")) ||
        bl_word_count(lone->choice->value) < HEADLINE_WORDS)
        return NULL;
    return lone;
}

static void
score_shown(bl_arena *arena, bl_titles *list)
{
    const bl_title *lone = lone_heading(list);
    size_t shown = 0, others = 0;
    bool declared = false;
    for (size_t i = 0; i < list->count; i++) {
        shown += list->at[i].choice->claim->source == BYLINE_SOURCE_VISIBLE;
        others += list->at[i].group != BL_GROUP_SHOWN;
        declared |= list->at[i].group == BL_GROUP_ARCHIVE || list->at[i].group == BL_GROUP_SHARING;
    }
    for (size_t i = 0; i < list->count && others; i++) {
        bl_title *t = &list->at[i];
        int most = 0;
        if (t->group != BL_GROUP_SHOWN)
            continue;
        for (size_t k = 0; k < list->count; k++) {
            int share = list->at[k].group == BL_GROUP_SHOWN
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
score_outvoted(bl_titles *list)
{
    bool one = false;
    for (size_t i = 0; i < list->count; i++)
        one |= list->at[i].choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH &&
               (list->at[i].groups & 1 << BL_GROUP_ARCHIVE) && !(list->at[i].groups & 1 << BL_GROUP_SHOWN);
    for (size_t i = 0; i < list->count && one; i++)
        if (list->at[i].group == BL_GROUP_SHOWN && list->at[i].share < PARTLY_UNLIKE &&
            !(list->at[i].groups & (1 << BL_GROUP_ARCHIVE | 1 << BL_GROUP_SHARING)))
            list->at[i].choice->claim->score -= MISS_OUTVOTED;
}

/* Does the title element go on to t behind the name of the site or a kicker? "The Echo: Ferry stays" */
static bool
ends_title(bl_arena *arena, const bl_titles *list, const bl_title *t)
{
    for (size_t i = 0; i < list->count && t->key.n >= CUT_LEAST; i++)
        if (list->at[i].group == BL_GROUP_TITLE &&
            bl_span_equal(bl_title_key(arena, bl_title_tail(list->at[i].choice->value)), t->key))
            return true;
    return false;
}

static void
score_agreement(bl_arena *arena, bl_titles *list)
{
    for (size_t i = 0; i < list->count; i++) {
        bl_title *t = &list->at[i];
        for (size_t k = 0; k < list->count; k++)
            if (bl_span_equal(t->key, list->at[k].key))
                t->groups |= 1 << list->at[k].group;
        for (int g = 0; g < BL_GROUP_COUNT; g++)
            if (g != (int)t->group && (t->groups & 1 << g))
                t->choice->claim->score += OTHER_GROUP;
        if (t->choice->claim->source == BYLINE_SOURCE_VISIBLE && t->choice->claim->weight < LIGHT_HEADING &&
            ((t->groups & (1 << BL_GROUP_ARCHIVE | 1 << BL_GROUP_SHARING)) || ends_title(arena, list, t)))
            t->choice->claim->score += CONFIRMED;
    }
}

/*
 * Where the title element, an h1 out of sight and the archive's headline are one, that one was written for search
 * engines; an OpenGraph title that differs from it is then the newsroom's own.
 */
static void
score_set_apart(bl_titles *list)
{
    const int everywhere = 1 << BL_GROUP_SHOWN | 1 << BL_GROUP_ARCHIVE | 1 << BL_GROUP_TITLE;
    bool found = false;
    bl_title *apart = NULL;
    for (size_t i = 0; i < list->count; i++) {
        bl_title *t = &list->at[i];
        if ((t->groups & everywhere) == everywhere) {
            found = true;
            if (t->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH && t->group == BL_GROUP_SHARING)
                return; /* another of OpenGraph's titles is that one too */
            if (t->choice->claim->source == BYLINE_SOURCE_VISIBLE &&
                t->choice->claim->weight >= BL_WEIGHT_HEADLINE_H1)
                return; /* a reader sees that one */
        }
        if (t->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH && t->groups == 1 << BL_GROUP_SHARING)
            apart = t;
    }
    if (found && apart)
        apart->choice->claim->score += SET_APART;
}

/* Of two headings that are parts of the titles the one of a word or two is the section's, whatever its class says. */
static bool
is_longer_part(const bl_title *t, const bl_title *best)
{
    return t->choice->claim->score + BL_WEIGHT_HEADLINE_MARKED >= best->choice->claim->score &&
           t->group == BL_GROUP_SHOWN && best->group == BL_GROUP_SHOWN && t->share == best->share &&
           t->key.n > best->key.n && bl_word_count(best->choice->value) <= LABEL_WORDS &&
           t->choice->value.n <= HEADLINE_MOST;
}

/* Does it stand in quotes as a whole? */
static bool
is_quoted(const bl_title *t)
{
    bl_span text = t->choice->folded; /* all quotes are plain there */
    return text.n > 2 && (text.p[0] == '"' || text.p[0] == '\'') && text.p[text.n - 1] == text.p[0];
}

/* Of the ways to write the winner, the archive's: an h1 runs its kicker and its headline together. But an archive may
   have lost the quotes. */
static bl_choice *
best_writing(const bl_titles *list, const bl_title *best)
{
    const bl_title *found = best;
    for (size_t i = 0; i < list->count; i++) {
        const bl_title *t = &list->at[i];
        if (bl_span_equal(t->key, best->key) && (t->group == BL_GROUP_ARCHIVE || t->group == BL_GROUP_SHARING) &&
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
    bl_titles list = read_titles(decision, &choices, &names);
    const bl_title *best = NULL;
    complete_cut(decision->scratch, &list);
    drop_extensions(decision->scratch, &list);
    drop_glued_site(decision->scratch, &list, &names);
    bl_settle_kickers(decision, &list, &names);
    score_shown(decision->scratch, &list);
    score_agreement(decision->scratch, &list);
    score_set_apart(&list);
    if (is_news(decision->evidence))
        score_outvoted(&list);
    for (size_t i = 0; i < list.count; i++)
        if (!best || list.at[i].choice->claim->score > best->choice->claim->score || is_longer_part(&list.at[i], best))
            best = &list.at[i];
    bl_choice *won = best ? best_writing(&list, best) : NULL;
    bl_choice_won(&choices, won);
    if (won) {
        decision->article->headline = bl_text(decision->out, won->value);
        bl_origin_add(decision, "headline", won->claim, bl_confidence(best->choice->claim->score));
    }
    bl_decide_kicker(decision);
}
