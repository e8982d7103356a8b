/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Who runs the site: as it says, without its slogan; else the name at the end of the title that its address has too. */
#include "base/unicode.h"
#include "evidence/url.h"
#include "evidence/weights.h"
#include "fields/choose.h"
#include "fields/copyright.h"
#include "fields/page.h"
#include "fields/page_links.h"
#include "fields/title.h"

enum {
    LONGEST_PUBLISHER = 120,
    HEADLINE_WORDS = 6,
    NAME_WORDS = 6,     /* a name has no more; a slogan has */
    LEAST_LOOSE = 4,    /* letters of a name that is part of another */
    HOME_LINKS = 8,     /* that are looked at */
    LEAST_INITIALS = 3, /* letters of an address that is made of initials */
    DATE_DIGITS = 5,
    LEAST_PART = 5 /* ... of one that is only the start of the address */
};

/* The label of the host that is its owner's, letters and digits alone; empty where no address is known. */
static bl_span
owner_of(bl_decision *decision)
{
    bl_span address = decision->evidence->url.n ? decision->evidence->url
                                                : bl_span_of(decision->article->canonical_url);
    bl_url url;
    if (!bl_url_split(address, &url))
        return BL_EMPTY;
    return bl_title_key(decision->scratch, bl_host_owner(bl_url_bare_host(url.host)));
}

/* Letters with marks as addresses write them: "é" is "e", and in German "ü" is "ue". */
static bl_span
unmarked(bl_arena *arena, bl_span key, bool is_german)
{
    static const struct {
        uint32_t first, last;
        const char *plain;
    } marked[] = {
        {0xDF, 0xDF, "ss"},  {0xE0, 0xE5, "a"},   {0xE7, 0xE7, "c"},   {0xE8, 0xEB, "e"},   {0xEC, 0xEF, "i"},
        {0xF1, 0xF1, "n"},   {0xF2, 0xF8, "o"},   {0xF9, 0xFC, "u"},   {0xFD, 0xFF, "y"},   {0x100, 0x105, "a"},
        {0x106, 0x10D, "c"}, {0x10E, 0x111, "d"}, {0x112, 0x11B, "e"}, {0x11C, 0x123, "g"}, {0x128, 0x131, "i"},
        {0x139, 0x142, "l"}, {0x143, 0x148, "n"}, {0x14C, 0x151, "o"}, {0x154, 0x159, "r"}, {0x15A, 0x161, "s"},
        {0x162, 0x167, "t"}, {0x168, 0x173, "u"}, {0x179, 0x17E, "z"},
    };
    bl_builder b = bl_builder_in(arena);
    for (size_t at = 0; at < key.n;) {
        uint32_t rune = bl_rune_next(key, &at);
        size_t i = 0;
        while (i < BL_COUNT(marked) && !(rune >= marked[i].first && rune <= marked[i].last))
            i++;
        if (i == BL_COUNT(marked))
            bl_builder_add_rune(&b, rune);
        else
            bl_builder_add(&b, bl_span_of(marked[i].plain));
        if (is_german && (rune == 0xE4 || rune == 0xF6 || rune == 0xFC))
            bl_builder_add_char(&b, 'e');
    }
    return bl_builder_span(&b);
}

/* "tsecho" for "The Sandvik Echo", "smt" for "Sandvik Morning Times": starts of its words, in their order. */
static bool
is_short_for(bl_span name, bl_span owner)
{
    static const char *const small[] = {
#define SMALL(text) text,
#include "fields/publisher.def"
    };
    bl_span rest = name, word;
    uint64_t reached = 1; /* a bit for each place in owner up to which the words have brought us */
    if (owner.n >= 64)
        return false;
    while (bl_span_next(&rest, ' ', &word)) {
        uint64_t next = word.n == 0 || bl_span_is_among(word, small, BL_COUNT(small)) ? reached : 0;
        for (size_t from = 0; from < owner.n; from++)
            for (size_t i = 0; (reached >> from & 1) && from + i < owner.n && i < word.n; i++) {
                if (word.p[i] != owner.p[from + i])
                    break;
                next |= (uint64_t)1 << (from + i + 1);
            }
        reached = next;
    }
    return reached >> owner.n & 1;
}

/* "echo" of "getecho", "tryecho": what stands before a name where that alone was taken. */
static bool
is_behind_prefix(bl_span key, bl_span owner)
{
    static const char *const prefixes[] = {"get", "try", "my", "the", "go", "join", "use", "hello", "meet", "with"};
    for (size_t i = 0; i < BL_COUNT(prefixes) && key.n >= LEAST_LOOSE; i++)
        if (owner.n == key.n + strlen(prefixes[i]) && bl_span_starts(owner, bl_span_of(prefixes[i])) &&
            bl_span_ends(owner, key))
            return true;
    return false;
}

/* Is the address made of this name? "The Town Echo" of townecho, "Echo Online" of echo. */
static bool
names_owner(bl_decision *decision, bl_span part, bl_span owner)
{
    bl_span written = bl_title_key(decision->scratch, part), key = unmarked(decision->scratch, written, false);
    if (bl_span_find(key, owner, 0) == BL_NOT_FOUND)
        key = unmarked(decision->scratch, written, true);
    if (part.n == 0 || owner.n == 0 || bl_word_count(part) > NAME_WORDS)
        return false;
    if (bl_span_equal(key, owner) || is_behind_prefix(key, owner) || bl_span_equal_nocase(bl_host_owner(part), owner) ||
        (owner.n >= LEAST_INITIALS && is_short_for(bl_fold(decision->scratch, part), owner)))
        return true;
    if (owner.n >= LEAST_LOOSE && bl_span_find(key, owner, 0) != BL_NOT_FOUND)
        return true;
    return key.n >= LEAST_PART && 2 * key.n >= owner.n && bl_span_starts(owner, key);
}

/* "news from the harbour": several words, and the first one small. */
static bool
is_phrase(bl_span text)
{
    return bl_word_count(text) > 1 && bl_title_begins_small(text);
}

/* "The Echo | News from the harbour" is The Echo; a dash parts name and slogan only where the address tells. */
static bl_span
without_slogan(bl_decision *decision, bl_span value, bl_span owner)
{
    bl_span front, tail;
    value = bl_title_without_sign(value);
    if (!bl_title_ends(value, &front, &tail))
        return value;
    if (names_owner(decision, front, owner))
        return front;
    if (names_owner(decision, tail, owner) && bl_span_find_char(tail, '.', 0) == BL_NOT_FOUND)
        return tail;
    if (front.n && is_phrase(tail) && !is_phrase(front))
        return front;
    size_t bar = bl_span_find(value, BL_SPAN("|"), 0);
    return bar == BL_NOT_FOUND || bar == 0 ? value : bl_trim(bl_span_head(value, bar));
}

/* An agency may be given that only wrote the text, or the company behind the paper by its legal form. */
static bool
is_behind(bl_span name)
{
    static const char *const forms[] = {
#define LEGAL(text) text,
#include "fields/publisher.def"
    };
    for (size_t i = 0; i < BL_COUNT(forms); i++)
        if (bl_span_ends(name, bl_span_of(forms[i])))
            return true;
    return byline_agency_find(name.p, name.n) != NULL;
}

/* What to print instead of best, where that stands behind the site: the claim that the address is made of. */
static bl_choice *
in_front_of(bl_decision *decision, const bl_choices *choices, bl_choice *best, bl_span owner)
{
    if (!best || names_owner(decision, best->value, owner) || !is_behind(best->value))
        return best;
    for (size_t i = 0; i < choices->count; i++)
        if (names_owner(decision, choices->at[i].value, owner) && !is_behind(choices->at[i].value))
            return &choices->at[i];
    return best;
}

/* Templates put the title of the page into og:site_name. */
static bool
is_headline(bl_decision *decision, bl_span value)
{
    const bl_evidence *evidence = decision->evidence;
    if (bl_word_count(value) < HEADLINE_WORDS)
        return false;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++)
        if (evidence->claims[BL_FIELD_HEADLINE].at[i].source != BYLINE_SOURCE_VISIBLE &&
            bl_same(decision->scratch, evidence->claims[BL_FIELD_HEADLINE].at[i].value, value))
            return true;
    return false;
}

/* The front of a title whose end the address is made of: "Ferry stays" of "Ferry stays | The Echo". */
static bool
is_front_of_title(bl_decision *decision, bl_span value, bl_span owner)
{
    const bl_evidence *evidence = decision->evidence;
    if (names_owner(decision, value, owner))
        return false;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        bl_span title = bl_clean(decision->scratch, evidence->claims[BL_FIELD_HEADLINE].at[i].value, false);
        bl_span before, rest;
        if (evidence->claims[BL_FIELD_HEADLINE].at[i].weight == BL_WEIGHT_HEADLINE_TITLE &&
            bl_title_sides(decision->scratch, title, value, &before, &rest) && names_owner(decision, rest, owner))
            return true;
    }
    return false;
}

/* "The Echo, all rights reserved" */
static bl_span
without_rights(bl_span value)
{
    static const char *const rights[] = {
#define RIGHTS(text) text,
#include "fields/publisher.def"
    };
    for (size_t i = 0; i < BL_COUNT(rights); i++)
        if (bl_span_ends(value, bl_span_of(rights[i]))) {
            value = bl_trim(bl_span_head(value, value.n - strlen(rights[i])));
            while (value.n && strchr(".,-|", value.p[value.n - 1]))
                value = bl_trim(bl_span_head(value, value.n - 1));
        }
    return value;
}

static bool
is_name(bl_decision *decision, bl_span value)
{
    return value.n <= LONGEST_PUBLISHER && bl_span_find(value, BL_SPAN("://"), 0) == BL_NOT_FOUND &&
           bl_span_find(value, BL_SPAN("\xC2\xA9"), 0) == BL_NOT_FOUND && value.p[0] != '@' &&
           !bl_span_starts_nocase(value, BL_SPAN("(c)")) && !bl_span_starts_nocase(value, BL_SPAN("copyright")) &&
           !is_headline(decision, value);
}

/* The name of the publishing system, as it says in the head of the page. */
static bl_span
system_of(const bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    for (bl_node n = 0; n < doc->count && doc->nodes[n].tag != BL_TAG_BODY; n++)
        if (doc->nodes[n].tag == BL_TAG_META &&
            bl_span_equal_nocase(bl_attribute_of(doc, n, BL_ATTR_NAME), BL_SPAN("generator")))
            return bl_attribute_of(doc, n, BL_ATTR_CONTENT);
    return BL_EMPTY;
}

static void
print(bl_decision *decision, bl_span name, const bl_claim *claim, int score)
{
    const bl_evidence *evidence = decision->evidence;
    byline_publisher *publisher = BL_NEW(decision->out, byline_publisher);
    publisher->name = bl_text(decision->out, name);
    for (size_t i = 0; i < evidence->claims[BL_FIELD_PUBLISHER_URL].count; i++) {
        const bl_claim *url = &evidence->claims[BL_FIELD_PUBLISHER_URL].at[i];
        if (url->entity && url->entity == claim->entity && !publisher->url)
            publisher->url = bl_text(decision->out, url->value);
    }
    decision->article->publisher = publisher;
    decision->line.publisher = publisher->name;
    bl_origin_add(decision, "publisher", claim, bl_confidence(score));
}

/* The end of the title that a declared company is called after: "The Shore Echo" of "The Shore Echo Company". */
static bl_span
paper_of(bl_decision *decision, bl_span company)
{
    static const char *const forms[] = {
#define COMPANY(text) text,
#include "fields/publisher.def"
    };
    const bl_evidence *evidence = decision->evidence;
    bool is_company = is_behind(company);
    for (size_t i = 0; i < BL_COUNT(forms); i++)
        is_company |= bl_span_ends(company, bl_span_of(forms[i]));
    for (size_t i = 0; is_company && i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        bl_span title = bl_clean(decision->scratch, claim->value, false), front, tail;
        if (claim->weight == BL_WEIGHT_HEADLINE_TITLE && bl_title_ends(title, &front, &tail) && tail.n >= LEAST_PART &&
            tail.n < company.n && bl_span_starts(company, tail))
            return tail;
    }
    return BL_EMPTY;
}

/* The link to the front page, where the address is made of what it says. */
static void
take_from_home_link(bl_decision *decision, bl_span owner)
{
    bl_node link = 0;
    for (size_t i = 0; i < HOME_LINKS; i++) {
        bl_span name = bl_home_label(decision, &link);
        if (link == BL_NO_NODE)
            return;
        if (!names_owner(decision, name, owner))
            continue;
        const bl_claim *claim = bl_claim_add(decision->evidence, BL_FIELD_PUBLISHER, BYLINE_SOURCE_VISIBLE,
                                             BL_WEIGHT_PUBLISHER_TITLE, name, link);
        if (claim)
            print(decision, name, claim, BL_WEIGHT_PUBLISHER_TITLE);
        return;
    }
}

/* No claim of its own: the end of a title, where the address or the link to the front page has the same name. */
static void
take_from_title(bl_decision *decision, bl_span owner)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (!bl_is_title_element(claim))
            continue;
        bl_span title = bl_clean(decision->scratch, claim->value, false), front = BL_EMPTY, tail = BL_EMPTY;
        bl_title_ends(title, &front, &tail);
        bl_span name = names_owner(decision, tail, owner)    ? tail
                       : names_owner(decision, front, owner) ? front
                                                             : bl_home_name(decision, title);
        name = name.n ? name : bl_title_named_site(title);
        if (name.n == 0 || bl_word_count(name) > NAME_WORDS)
            continue;
        print(decision, name, claim, BL_WEIGHT_PUBLISHER_TITLE);
        return;
    }
}

/* May it be the name of a site? Not the author's, a section's, a date. */
static bool
may_be_site(bl_decision *decision, bl_span name)
{
    bl_site_names sections = bl_section_names_of(decision);
    return name.n && bl_word_count(name) <= NAME_WORDS && bl_digit_count(name) < DATE_DIGITS &&
           is_name(decision, name) && !bl_span_starts_nocase(name, BL_SPAN("by ")) &&
           !bl_is_author(decision->evidence, name) && !bl_is_filler(bl_fold(decision->scratch, name)) &&
           bl_title_key(decision->scratch, name).n && !is_phrase(name) &&
           !bl_is_site_name(decision->scratch, name, &sections, false);
}

static bool
is_heading(bl_decision *decision, bl_span text)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (claim->weight > BL_WEIGHT_HEADLINE_TITLE && bl_same(decision->scratch, claim->value, text))
            return true;
    }
    return false;
}

/* The last part of a title that begins with the headline: "Ferry stays | Coast | The Shore Echo". */
static bl_span
behind_headline(bl_decision *decision, bl_span title, bl_span owner)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        bl_span shown = bl_clean(decision->scratch, claim->value, false), before, rest, head, tail;
        if ((claim->source != BYLINE_SOURCE_VISIBLE && claim->weight <= BL_WEIGHT_HEADLINE_TITLE) ||
            !bl_title_sides(decision->scratch, title, shown, &before, &rest) || !rest.n)
            continue;
        rest = !bl_title_ends(rest, &head, &tail) ? rest : names_owner(decision, head, owner) ? head : tail;
        if (rest.n > shown.n && is_heading(decision, rest))
            continue; /* what stands before it is its section */
        const char *sign = rest.n ? rest.p - 1 : title.p;
        while (sign > title.p && *sign == ' ')
            sign--;
        /* a path of sections, and lists of words, are written with these */
        return *sign == '>' || *sign == '_' || *sign == '/' ? BL_EMPTY : rest;
    }
    return BL_EMPTY;
}

/* The title that ends in the name of a site behind the headline; NULL where none does. */
static const bl_claim *
title_with_site(bl_decision *decision, bl_span owner, bl_span *name)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_HEADLINE].count && i < BL_CLAIMS_WEIGHED; i++) {
        const bl_claim *claim = &evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (!bl_is_title_element(claim))
            continue;
        *name = behind_headline(decision, bl_clean(decision->scratch, claim->value, false), owner);
        if (may_be_site(decision, *name))
            return claim;
    }
    return NULL;
}

/* No other name: what follows the headline in the title, else whom the page belongs to. */
static void
take_from_ends(bl_decision *decision, bl_span owner)
{
    bl_span name;
    const bl_claim *claim = title_with_site(decision, owner, &name);
    if (!claim) {
        bl_node n = BL_NO_NODE;
        name = bl_foot_copyright(decision, &n);
        if (n != BL_NO_NODE && may_be_site(decision, name))
            claim = bl_claim_add(decision->evidence, BL_FIELD_PUBLISHER, BYLINE_SOURCE_VISIBLE, BL_WEIGHT_PUBLISHER_END,
                                 name, n);
    }
    if (claim)
        print(decision, name, claim, BL_WEIGHT_PUBLISHER_END);
}

/* An agency is declared that the text came from: the title names the paper. */
static bool
take_instead_of_agency(bl_decision *decision, const bl_choice *best, bl_span owner)
{
    bl_span name;
    if (!byline_agency_find(best->value.p, best->value.n) || names_owner(decision, best->value, owner))
        return false;
    const bl_claim *claim = title_with_site(decision, owner, &name);
    if (!claim || byline_agency_find(name.p, name.n))
        return false;
    print(decision, name, claim, BL_WEIGHT_PUBLISHER_END);
    return true;
}

void
bl_decide_publisher(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_PUBLISHER);
    bl_span owner = owner_of(decision), system = system_of(decision->evidence);
    for (size_t i = 0; i < choices.count; i++) {
        bl_choice *choice = &choices.at[i];
        choice->value = without_rights(choice->value);
        bool is_system = system.n && bl_same(decision->scratch, choice->value, system);
        is_system |= is_front_of_title(decision, choice->value, owner);
        choice->value = choice->value.n && !is_system && is_name(decision, choice->value)
                            ? without_slogan(decision, choice->value, owner)
                            : BL_EMPTY;
        choice->folded = bl_fold(decision->scratch, choice->value);
    }
    bl_choice *best = in_front_of(decision, &choices, bl_choose(&choices), owner);
    bl_choice_won(&choices, best);
    bl_span paper = best ? paper_of(decision, best->value) : BL_EMPTY;
    if (best && take_instead_of_agency(decision, best, owner))
        return;
    if (best)
        print(decision, paper.n ? paper : best->value, best->claim, best->claim->score);
    else
        take_from_title(decision, owner);
    if (!decision->article->publisher)
        take_from_home_link(decision, owner);
    if (!decision->article->publisher)
        take_from_ends(decision, owner);
}
