/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* What the page says of itself: addresses, section, free access. */
#include "fields/page.h"

#include "base/unicode.h"
#include "evidence/url.h"
#include "evidence/weights.h"
#include "fields/choose.h"
#include "fields/page_links.h"
#include "fields/title.h"

enum { LONGEST_SECTION = 80, LABEL_WORDS = 2, LABEL_BYTES = 30, DATE_DIGITS = 5 };

/* A section in a title is short. */
enum { BETWEEN_WORDS = 4, BETWEEN_BYTES = 40 };

/* "local-news" is what the folder of an address is called. */
enum { MISS_FOLDER = 15 };

/* A canonical address that names the front page of the site is a mistake of its template. */
enum { MISS_FRONT_PAGE = 60, MISS_OTHER_SITE = 30 };

static void
decide_canonical(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_CANONICAL_URL);
    bl_url page = {{0}}, url;
    bl_url_split(decision->evidence->url, &page);
    for (size_t i = 0; i < choices.count; i++) {
        bl_choice *choice = &choices.at[i];
        if (!bl_url_split(choice->value, &url)) {
            choice->value = BL_EMPTY;
            continue;
        }
        if (page.path.n > 1 && url.path.n <= 1 && url.query.n == 0)
            choice->claim->score -= MISS_FRONT_PAGE;
        if (page.host.n && !bl_url_same_site(decision->evidence->url, choice->value))
            choice->claim->score -= MISS_OTHER_SITE;
    }
    bl_choose_text(decision, &choices, "canonical_url", &decision->article->canonical_url);
}

static void
decide_short(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_SHORT_URL);
    bl_span canonical = bl_span_of(decision->article->canonical_url);
    for (size_t i = 0; i < choices.count; i++) {
        choices.at[i].value = bl_resolve(decision->evidence, choices.at[i].value);
        if (bl_span_equal(choices.at[i].value, canonical))
            choices.at[i].value = BL_EMPTY;
    }
    bl_choose_text(decision, &choices, "short_url", &decision->article->short_url);
}

/* Does a list of two or three end in "and"? Then it is one name: "Books, Film and Music". */
static bool
is_joined(bl_span last)
{
    static const char *const words[] = {"&",    " and ", " und ", " y ", " et ", " e ",
                                        " en ", " og ",  " och ", " i ", " и "};
    return bl_span_holds_any_nocase(last, words, BL_COUNT(words));
}

/* The first of a list. */
static bl_span
first_of_list(bl_span value)
{
    size_t comma = bl_span_find_char(value, ',', 0), last = comma, count = 0;
    for (size_t at = comma; at != BL_NOT_FOUND; at = bl_span_find_char(value, ',', at + 1)) {
        last = at;
        count++;
    }
    if (count == 0 || (count <= 2 && is_joined(bl_span_cut(value, last + 1))))
        return value;
    return bl_trim(bl_span_head(value, comma));
}

/* The first part of a path that is not the site: "Dispatch > Town > Harbour" is "Town". */
static bl_span
first_of_path(bl_arena *arena, bl_span value, const bl_site_names *names)
{
    static const char *const signs[] = {" > ", "\xE2\x80\xBA", "\xC2\xBB", " | ", "\xC2\xB7"};
    for (size_t i = 0; i < BL_COUNT(signs); i++) {
        size_t at = bl_span_find(value, bl_span_of(signs[i]), 0);
        if (at == BL_NOT_FOUND)
            continue;
        bl_span head = bl_trim(bl_span_head(value, at)), rest = bl_trim(bl_span_cut(value, at + strlen(signs[i])));
        return head.n == 0 || bl_is_site_name(arena, head, names, false) ? rest : head;
    }
    return value;
}

/* The sign of a menu behind its name. */
static bl_span
without_arrow(bl_span value)
{
    enum { ARROWS = 0x2190, DINGBATS_END = 0x2C00 };
    for (size_t at = value.n; at > 0;) {
        uint32_t rune = bl_rune_back(value, &at);
        if (rune != ' ' && (rune < ARROWS || rune >= DINGBATS_END) && rune != 0xBB && rune != 0x203A)
            break;
        value = bl_span_head(value, at);
    }
    return value;
}

/* "Filed under: Town,Harbour" is "Town"; "< Back", "Issue: 43", "Section:" and a date are none. */
static bl_span
section_of(bl_arena *arena, bl_span value, const bl_site_names *names)
{
    value = bl_without_section_label(without_arrow(value));
    size_t at = 0, colon = bl_span_find(value, BL_SPAN(": "), 0);
    if (value.n > LONGEST_SECTION || bl_span_find(value, BL_SPAN("://"), 0) != BL_NOT_FOUND)
        return BL_EMPTY;
    if (colon != BL_NOT_FOUND && bl_word_count(bl_span_head(value, colon)) > LABEL_WORDS)
        return BL_EMPTY; /* the headline in a path of sections */
    if (bl_span_ends(value, BL_SPAN("...")) || bl_span_find(value, BL_SPAN("(@"), 0) != BL_NOT_FOUND)
        return BL_EMPTY; /* "Jane (@jane)" has an account */
    if (colon != BL_NOT_FOUND)
        value = bl_trim(bl_span_cut(value, colon + 2));
    size_t digits = bl_digit_count(value);
    value = first_of_list(first_of_path(arena, value, names));
    if (digits >= DATE_DIGITS || bl_span_ends(value, BL_SPAN(":")) || bl_is_site_name(arena, value, names, false) ||
        bl_is_filler(bl_fold(arena, value)))
        return BL_EMPTY;
    uint32_t first = bl_rune_next(value, &at);
    bool is_word = bl_rune_is_letter(first) || (bl_rune_is_digit(first) && bl_word_count(value) > 1) ||
                   first == '"' || first == 0x201C || first == 0x201E || first == 0x300C;
    return is_word ? value : BL_EMPTY;
}

/* "post": what kind of record it is */
static bool
is_type(bl_span folded)
{
    static const char *const types[] = {
#define TYPE(text) text,
#include "fields/page_topics.def"
#undef TYPE
    };
    return bl_span_is_among(folded, types, BL_COUNT(types));
}

/* Is it the headline, at the end of a path of sections? */
static bool
is_headline(const bl_decision *decision, bl_span value)
{
    const bl_evidence *evidence = decision->evidence;
    bool is_long = bl_word_count(value) > LABEL_WORDS || value.n > LABEL_BYTES;
    for (size_t i = 0; is_long && i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++)
        if (bl_same(decision->scratch, evidence->claims[BL_FIELD_HEADLINE].at[i].value, value))
            return true;
    return false;
}

/* "local-news": the folder of an address, not what a reader is shown. */
static bool
is_folder(bl_span value)
{
    for (size_t i = 0; i < value.n; i++)
        if (!bl_is_lower(value.p[i]) && value.p[i] != '-' && value.p[i] != '_')
            return false;
    return value.n > 0;
}

bool
bl_is_author(const bl_evidence *evidence, bl_span value)
{
    for (size_t i = 0; i < evidence->claims[BL_FIELD_AUTHOR].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_AUTHOR].at[i];
        /* a link alone may lead to the page of whom the story is about */
        bool is_said = claim->source != BYLINE_SOURCE_VISIBLE ||
                       (claim->weight >= BL_WEIGHT_AUTHOR_LINE && claim->weight != BL_WEIGHT_AUTHOR_LINK);
        if (is_said && bl_span_equal_nocase(bl_trim(claim->value), value))
            return true;
    }
    return false;
}

/* "by Jane Roe", or an address */
static bool
names_author(const bl_evidence *evidence, bl_span text)
{
    for (size_t i = 0; i < evidence->claims[BL_FIELD_AUTHOR].count && i < BL_CLAIMS_WEIGHED; i++) {
        bl_span name = bl_trim(evidence->claims[BL_FIELD_AUTHOR].at[i].value);
        if (name.n && bl_span_find_nocase(text, name, 0) != BL_NOT_FOUND)
            return true;
    }
    return bl_span_starts_nocase(text, BL_SPAN("by ")) || bl_span_find_char(text, '.', 0) != BL_NOT_FOUND;
}

/* What stands between the headline and the site's name: "Ferry stays | Coast | The Shore Echo". */
static bl_span
between(bl_decision *decision, bl_span title, const bl_site_names *names)
{
    const bl_evidence *evidence = decision->evidence;
    bl_span inner = bl_title_without_site(decision->scratch, title, names), front, rest, head, tail;
    if (inner.n == title.n) /* no name of the site: what follows may be it */
        return BL_EMPTY;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        bl_span shown = bl_clean(decision->scratch, claim->value, false);
        if (claim->weight <= BL_WEIGHT_HEADLINE_TITLE ||
            !bl_title_sides(decision->scratch, inner, shown, &front, &rest) || !rest.n)
            continue;
        rest = bl_title_ends(rest, &head, &tail) && head.n ? head : rest;
        bool is_short = bl_word_count(rest) <= BETWEEN_WORDS && rest.n <= BETWEEN_BYTES;
        return is_short && !names_author(evidence, rest) ? rest : BL_EMPTY;
    }
    return BL_EMPTY;
}

/* Where nothing else names the section. */
static void
take_section_from_title(bl_decision *decision, const bl_site_names *names)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (!bl_is_title_element(claim))
            continue;
        bl_span title = bl_clean(decision->scratch, claim->value, false);
        bl_span section = section_of(decision->scratch, between(decision, title, names), names);
        if (!section.n)
            continue;
        decision->article->section = bl_text(decision->out, section);
        bl_origin_add(decision, "section", claim, bl_confidence(BL_WEIGHT_SECTION_TITLE));
        return;
    }
}

static bool
has_capital(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (bl_is_upper(text.p[i]))
            return true;
    return false;
}

/* The section as a reader is shown it, where it is declared in small letters: "letter from the coast". */
static bl_span
written_large(bl_decision *decision, bl_span section)
{
    static const bl_field fields[] = {BL_FIELD_KICKER, BL_FIELD_SECTION};
    for (size_t f = 0; f < BL_COUNT(fields) && section.n && !has_capital(section); f++)
        for (size_t i = 0; i < decision->evidence->claims[fields[f]].count && i < BL_CLAIMS_WEIGHED; i++) {
            bl_span text = bl_clean(decision->scratch, decision->evidence->claims[fields[f]].at[i].value, false);
            if (has_capital(text) && bl_span_equal_nocase(text, section))
                return text;
        }
    return BL_EMPTY;
}

/* The folder as a part of the title: "Ferry stays | Coast | The Shore Echo". */
static bl_span
part_of_title(bl_decision *decision, bl_span folder)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (!bl_is_title_element(claim))
            continue;
        bl_span title = bl_clean(decision->scratch, claim->value, false);
        for (size_t at = 0; (at = bl_span_find_nocase(title, folder, at)) != BL_NOT_FOUND; at++) {
            bl_span front, tail, part = bl_span_from(title.p + at, folder.n);
            bool is_end = bl_title_ends(bl_span_head(title, at + folder.n), &front, &tail) && tail.n == folder.n;
            if (is_end && (at + folder.n == title.n || bl_title_extends(title, bl_span_head(title, at + folder.n))))
                return part;
        }
    }
    return BL_EMPTY;
}

static void
decide_section(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_SECTION);
    bl_site_names names = bl_site_names_of(decision);
    for (size_t i = 0; i < choices.count; i++) {
        bl_choice *choice = &choices.at[i];
        choice->value = section_of(decision->scratch, choice->value, &names);
        if (is_headline(decision, choice->value) || is_type(bl_fold(decision->scratch, choice->value)) ||
            (choice->claim->source == BYLINE_SOURCE_VISIBLE && bl_is_author(decision->evidence, choice->value)))
            choice->value = BL_EMPTY;
        if (is_folder(choice->value) && bl_span_find_char(choice->value, '-', 0) != BL_NOT_FOUND)
            choice->claim->score -= MISS_FOLDER;
        choice->folded = bl_fold(decision->scratch, choice->value);
    }
    bl_choose_text(decision, &choices, "section", &decision->article->section);
    bl_span folder = bl_span_of(decision->article->section);
    bl_span shown = is_folder(folder) ? bl_folder_name(decision, folder) : written_large(decision, folder);
    if (is_folder(folder) && !shown.n)
        shown = part_of_title(decision, folder);
    if (shown.n)
        decision->article->section = bl_text(decision->out, shown);
    if (!decision->article->section)
        take_section_from_title(decision, &names);
}

static byline_answer
answer_of(bl_span folded)
{
    static const char *const yes[] = {
        "true", "1", "yes", "free", "http://schema.org/true", "https://schema.org/true"};
    static const char *const no[] = {
        "false", "0",      "no", "locked", "metered", "http://schema.org/false", "https://schema.org/false",
        "paid",  "premium"};
    if (bl_span_is_among(folded, yes, BL_COUNT(yes)))
        return BYLINE_YES;
    return bl_span_is_among(folded, no, BL_COUNT(no)) ? BYLINE_NO : BYLINE_UNKNOWN;
}

static void
decide_access(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_FREE_ACCESS);
    for (size_t i = 0; i < choices.count; i++)
        if (answer_of(choices.at[i].folded) == BYLINE_UNKNOWN)
            choices.at[i].value = BL_EMPTY;
    bl_choice *best = bl_choose(&choices);
    bl_choice_won(&choices, best);
    if (!best)
        return;
    decision->article->free_access = answer_of(best->folded);
    bl_origin_add(decision, "free_access", best->claim, bl_confidence(best->claim->score));
}

void
bl_decide_page(bl_decision *decision)
{
    decide_canonical(decision);
    decide_short(decision);
    bl_decide_publisher(decision);
    bl_decide_language(decision);
    decide_section(decision);
    decide_access(decision);
}
