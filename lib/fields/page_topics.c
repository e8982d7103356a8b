/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Topics: the best of the lists that the page offers, taken apart. */
#include "base/builder.h"
#include "base/unicode.h"
#include "fields/choose.h"
#include "fields/page.h"
#include "fields/title.h"

/* Longer entries are sentences for search engines; more of them are a store of words. */
enum { LONGEST_TOPIC = 100, MOST_TOPICS = 60, MOST_LISTS = 12, LIST_GAP = 80, MOST_AUTHORS = 8 };

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
    LONGEST_KEY = 20,
    LEAST_NUMBER = 16,
    LEAST_DIGITS = 6, /* years have fewer */
    SENTENCE_WORDS = 6,
    TOPIC_WORDS = 8,
    TEASER_WORDS = 3,
    BARS_LEAST = 2, /* that part a list */
    RUN_LEAST = 5,  /* words of the headline, one behind the other */
    TITLE_WORDS = 4 /* a shorter headline may name its topic */
};

/* So many keywords of which so few are told of are those of the whole site. */
enum { SITE_LEAST = 10, SITE_SHARE = 5, SITE_RUNES = 5, TEXT_MOST = 20000 };

typedef struct topic {
    bl_span value;
    bl_span folded;
} topic;

/* The claims of one source and weight. */
typedef struct list {
    byline_source source;
    int weight;
    int score;
    size_t site_names;
    const bl_claim *claim; /* the first */
    bool is_twice;         /* two elements have it */
    bool is_of_codes;      /* nearly all of it are an archive's codes, or no editor chose them */
    bl_node last;          /* of what a reader sees */
    BL_VECTOR(topic) topics;
} list;

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

/* "News", and nothing else */
static bool
is_of_rubrics(const list *l)
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
has_digit(bl_span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (bl_is_digit(s.p[i]))
            return true;
    return false;
}

static bool
is_code(bl_span s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) {
        if (!(s.p[i] >= 'A' && s.p[i] <= 'Z') && !bl_is_digit(s.p[i]))
            return false;
        upper |= !bl_is_digit(s.p[i]);
    }
    return upper && s.n <= LONGEST_CODE;
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
add(bl_decision *decision, const bl_site_names *names, list *to, bl_span part)
{
    part = tidy(part);
    size_t colon = bl_span_find(part, BL_SPAN(": "), 0);
    if (part.n == 0 || part.n > LONGEST_TOPIC || to->topics.count == MOST_TOPICS || is_number(part) ||
        bl_span_find(part, BL_SPAN("://"), 0) != BL_NOT_FOUND ||
        (colon != BL_NOT_FOUND && colon <= LONGEST_KEY) || is_note(part) || is_sentence(decision, part))
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
    BL_PUSH(decision->scratch, &to->topics, ((topic){part, folded}));
}

static void
split_at(bl_decision *decision, const bl_site_names *names, list *to, bl_span value, bl_span sign)
{
    for (size_t at; (at = bl_span_find(value, sign, 0)) != BL_NOT_FOUND; value = bl_span_cut(value, at + sign.n))
        add(decision, names, to, bl_span_head(value, at));
    add(decision, names, to, value);
}

static void
split(bl_decision *decision, const bl_site_names *names, list *to, bl_span value)
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
is_of(const list *l, const bl_claim *claim)
{
    return l->source == claim->source && l->weight == claim->weight &&
           (claim->source != BYLINE_SOURCE_VISIBLE || claim->node - l->last <= LIST_GAP);
}

static size_t
read_lists(bl_decision *decision, const bl_choices *choices, list *lists)
{
    bl_site_names names = bl_site_names_of(decision);
    size_t count = 0;
    for (size_t i = 0; i < choices->count; i++) {
        const bl_claim *claim = choices->at[i].claim;
        size_t at = 0;
        while (at < count && !is_of(&lists[at], claim))
            at++;
        if (at == MOST_LISTS)
            continue;
        if (at == count)
            lists[count++] = (list){.source = claim->source, .weight = claim->weight, .claim = claim};
        lists[at].last = claim->node;
        if (claim->source == BYLINE_SOURCE_VISIBLE && is_teaser(choices->at[i].value))
            continue;
        split(decision, &names, &lists[at], choices->at[i].value);
    }
    return count;
}

static bool
holds(const list *l, bl_span folded)
{
    for (size_t i = 0; i < l->topics.count; i++)
        if (bl_span_equal(l->topics.at[i].folded, folded))
            return true;
    return false;
}

static bool
is_within(const list *inner, const list *outer)
{
    for (size_t i = 0; i < inner->topics.count; i++)
        if (!holds(outer, inner->topics.at[i].folded))
            return false;
    return inner->topics.count > 0;
}

/* All words of the address, one by one: made by a program from the headline. */
static bool
is_of_address(const list *l, bl_span path)
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
is_headline_cut(const list *l, bl_span headline)
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
score(list *l, const list *lists, size_t count, bl_span path)
{
    size_t codes = 0, numbered = 0;
    bool seen = false, other_hand = false, longer = false;
    for (size_t i = 0; i < l->topics.count; i++)
        if (is_code(l->topics.at[i].value)) {
            codes++;
            numbered += has_digit(l->topics.at[i].value);
        }
    for (size_t i = 0; i < count; i++) {
        const list *other = &lists[i];
        bool same = other != l && other->source != l->source && is_within(l, other) && is_within(other, l);
        l->is_twice |= other != l && is_within(l, other) && is_within(other, l);
        seen |= same && other->source == BYLINE_SOURCE_VISIBLE;
        other_hand |= same && other->source != BYLINE_SOURCE_VISIBLE;
        longer |= other->topics.count > 2 &&
                  (l->source != BYLINE_SOURCE_VISIBLE || other->source != BYLINE_SOURCE_VISIBLE);
    }
    l->score = l->weight + (seen ? SEEN_TOO : other_hand ? OTHER_HAND : 0);
    if (l->topics.count == 1 && longer)
        l->score -= MISS_SINGLE;
    if (codes >= LEAST_CODES && codes * 2 > l->topics.count)
        l->score -= MISS_CODES;
    l->is_of_codes = codes >= SURE_CODES && numbered > 1 && codes * 5 > l->topics.count * 4;
    if (l->site_names)
        l->score -= MISS_SITE;
    if (is_of_address(l, path))
        l->score -= MISS_ADDRESS;
}

/* A list that holds all of the best one and more, where that stands nowhere else as it is. */
static const list *
extended(const list *best, const list *lists, size_t count)
{
    const list *found = best;
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
    for (size_t i = 0; i < BL_COUNT(heads); i++) {
        bl_builder_add(&b, bl_span_of(heads[i]));
        bl_builder_add_char(&b, ' ');
    }
    for (size_t i = 0; i < article->body_count && b.n < TEXT_MOST; i++) {
        bl_builder_add(&b, bl_span_of(article->body[i]->text));
        bl_builder_add_char(&b, ' ');
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
is_of_site(const bl_decision *decision, const list *l)
{
    size_t told = 0;
    if (l->topics.count < SITE_LEAST || l->source == BYLINE_SOURCE_VISIBLE || !decision->article->body_count)
        return false;
    bl_span text = told_text(decision);
    for (size_t i = 0; i < l->topics.count; i++)
        told += bl_span_find(text, stem_of(l->topics.at[i].folded), 0) != BL_NOT_FOUND;
    return told * SITE_SHARE < l->topics.count;
}

void
bl_decide_topics(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_TOPIC);
    list lists[MOST_LISTS];
    size_t count = read_lists(decision, &choices, lists);
    bl_span address = decision->evidence->url.n ? decision->evidence->url
                                                : bl_span_of(decision->article->canonical_url);
    bl_span path = bl_fold(decision->scratch, address);
    list *best = NULL;
    for (size_t i = 0; i < count; i++)
        score(&lists[i], lists, count, path);
    bl_span headline = bl_fold(decision->scratch, bl_span_of(decision->article->headline));
    for (size_t i = 0; i < count; i++)
        lists[i].is_of_codes |= is_headline_cut(&lists[i], headline) || is_of_rubrics(&lists[i]);
    do {
        if (best)
            best->topics.count = 0;
        best = NULL;
        for (size_t i = 0; i < count; i++)
            if (lists[i].topics.count && !lists[i].is_of_codes && (!best || lists[i].score > best->score))
                best = &lists[i];
    } while (best && is_of_site(decision, best));
    if (!best)
        return;
    const list *whole = extended(best, lists, count);
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
