/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The headline, without the name of the site, and the line above it. */
#include "base/unicode.h"
#include "evidence/url.h"
#include "fields/choose.h"

/* No headline is longer, no kicker. */
enum { LONGEST_BYTES = 700, LONGEST_KICKER = 120, MOST_CUTS = 4 };

/* What a name of the site may take of a title, as a share of it: 1 in so many. */
enum { NAME_SHARE = 2 };

typedef struct names {
    bl_span publisher; /* folded */
    bl_span host;      /* "example.co.uk" */
    bl_span stem;      /* "example" */
} names;

static names
site_names(bl_decision *decision)
{
    names known = {0};
    bl_url url;
    const bl_evidence *evidence = decision->evidence;
    bl_span address = evidence->url.n ? evidence->url : bl_span_of(decision->article->canonical_url);
    if (decision->article->publisher)
        known.publisher = bl_fold(decision->scratch, bl_span_of(decision->article->publisher->name));
    if (bl_url_split(address, &url)) {
        known.host = bl_fold(decision->scratch, bl_url_bare_host(url.host));
        size_t dot = bl_span_find_char(known.host, '.', 0);
        known.stem = bl_span_head(known.host, dot);
    }
    return known;
}

/* Letters and digits alone, so that "The Daily-Echo" is "thedailyecho". */
static bl_span
letters(bl_arena *arena, bl_span folded)
{
    bl_builder b = bl_builder_in(arena);
    for (size_t at = 0; at < folded.n;) {
        uint32_t rune = bl_rune_next(folded, &at);
        if (bl_rune_is_letter(rune) || bl_rune_is_digit(rune))
            bl_builder_add_rune(&b, rune);
    }
    bl_builder_text(&b);
    return bl_builder_span(&b);
}

static bool
is_site_name(bl_arena *arena, bl_span part, const names *known)
{
    bl_span name = letters(arena, bl_fold(arena, part));
    bl_span publisher = letters(arena, known->publisher), stem = letters(arena, known->stem);
    bl_span host = letters(arena, known->host);
    if (name.n < 2)
        return false;
    if (bl_span_equal(name, publisher) || bl_span_equal(name, stem) || bl_span_equal(name, host))
        return true;
    /* "Example News" where the site is "Example", and the other way round */
    return (publisher.n >= 3 && (bl_span_starts(name, publisher) || bl_span_starts(publisher, name))) ||
           (stem.n >= 3 && bl_span_starts(name, stem));
}

typedef struct cut {
    size_t end;   /* of what stands before the separator */
    size_t start; /* of what stands behind it */
} cut;

/* A separator with white space around it, or a bar, at byte at: where the two sides end and start. */
static bool
separator_at(bl_span s, size_t at, cut *found)
{
    static const char *const marks[] = {"|", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2", "\xC2\xBB",
                                        "\xC2\xAB", "::", "/", "<", ">", "\xEF\xBD\x9C", "\xE2\x80\xBA", "~", "*", ":"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        bl_span mark = bl_span_of(marks[i]);
        if (!bl_span_starts(bl_span_cut(s, at), mark))
            continue;
        size_t behind = at + mark.n;
        bool wide = mark.p[0] == '|' || (unsigned char)mark.p[0] == 0xEF;
        bool left = at > 0 && s.p[at - 1] == ' ', right = behind < s.n && s.p[behind] == ' ';
        if (mark.p[0] == ':' && mark.n == 1 ? !right : !(wide || (left && right)))
            continue;
        *found = (cut){at, behind};
        return true;
    }
    return false;
}

/* Cut names of the site off both ends. */
static bl_span
without_site(bl_arena *arena, bl_span title, const names *known)
{
    for (int i = 0; i < MOST_CUTS; i++) {
        cut first = {0}, last = {0}, found;
        bool any = false;
        for (size_t at = 0; at < title.n; at++) {
            if (!separator_at(title, at, &found))
                continue;
            if (!any)
                first = found;
            any = true;
            last = found;
        }
        if (!any)
            break;
        bl_span head = bl_trim(bl_span_head(title, last.end)), tail = bl_trim(bl_span_cut(title, last.start));
        bl_span front = bl_trim(bl_span_head(title, first.end)), rest = bl_trim(bl_span_cut(title, first.start));
        if (head.n && title.p[last.end] != ':' && is_site_name(arena, tail, known))
            title = head;
        else if (rest.n && is_site_name(arena, front, known))
            title = rest;
        else
            break;
    }
    return title;
}

/*
 * A title that is another claim with something behind or before it, parted by a separator, is that claim: what is more is the
 * site, the section, a date.
 */
static void
adopt_shorter(bl_decision *decision, bl_choices *choices)
{
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *longer = &choices->at[i];
        for (size_t k = 0; k < choices->count; k++) {
            const bl_choice *shorter = &choices->at[k];
            size_t n = shorter->value.n;
            cut found;
            if (n == 0 || n >= longer->value.n || shorter->claim->source == longer->claim->source ||
                longer->value.n / n > NAME_SHARE || !bl_span_starts(longer->value, shorter->value))
                continue;
            size_t at = n;
            while (at < longer->value.n && longer->value.p[at] == ' ')
                at++;
            if (separator_at(longer->value, at, &found) && longer->value.p[at] != ':') {
                longer->value = shorter->value;
                longer->folded = bl_fold(decision->scratch, longer->value);
            }
        }
    }
}

/* Headlines that only name the site, or are too long to be one. */
static void
refuse(bl_decision *decision, bl_choices *choices, const names *known)
{
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *choice = &choices->at[i];
        if (choice->value.n > LONGEST_BYTES) {
            choice->claim->reason = "too long";
            choice->value = BL_EMPTY;
        } else if (known->publisher.n && bl_span_equal(choice->folded, known->publisher)) {
            choice->claim->reason = "the name of the site";
            choice->value = BL_EMPTY;
        }
    }
    (void)decision;
}

static void
decide_kicker(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_KICKER);
    bl_span headline = bl_fold(decision->scratch, bl_span_of(decision->article->headline));
    for (size_t i = 0; i < choices.count; i++)
        if (choices.at[i].value.n > LONGEST_KICKER || bl_span_equal(choices.at[i].folded, headline))
            choices.at[i].value = BL_EMPTY;
    bl_choice *best = bl_choose(&choices);
    bl_choice_won(&choices, best);
    if (!best)
        return;
    decision->article->kicker = bl_text(decision->out, best->value);
    bl_origin_add(decision, "kicker", best->claim, bl_confidence(best->claim->score));
}

void
bl_decide_headline(bl_decision *decision)
{
    names known = site_names(decision);
    bl_choices choices = bl_choices_of(decision, BL_FIELD_HEADLINE);
    for (size_t i = 0; i < choices.count; i++) {
        bl_choice *choice = &choices.at[i];
        choice->value = without_site(decision->scratch, choice->value, &known);
        choice->folded = bl_fold(decision->scratch, choice->value);
    }
    refuse(decision, &choices, &known);
    adopt_shorter(decision, &choices);
    bl_choice *best = bl_choose(&choices);
    bl_choice_won(&choices, best);
    if (best) {
        decision->article->headline = bl_text(decision->out, best->value);
        bl_origin_add(decision, "headline", best->claim, bl_confidence(best->claim->score));
    }
    decide_kicker(decision);
}
