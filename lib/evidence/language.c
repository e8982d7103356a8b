/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The language whose small words the text is full of: for a page that names none, or its template's. */
#include "base/unicode.h"
#include "evidence/sources.h"
#include "evidence/weights.h"
#include "grammar/trie.h"

#include "evidence/language_table.h"

enum {
    WORDS_READ = 600,     /* of running text; more don't make the answer surer */
    WORD_BYTES = 24,      /* of a word with what parts it from the next, on average at most */
    LINK_LEVELS = 3,      /* from a text up to the link around it */
    TEXT_BYTES = 40,      /* a shorter text is a label */
    HIT = 12,             /* of a word that one language alone has */
    LEAST_HITS = 4 * HIT, /* of a language that is claimed */
    HITS_OF_WORDS = 16,   /* one word in so many */
    LEAD_OVER_NEXT = 4,   /* hits are at least five for four of the next language */
    SURE_HITS = 30 * HIT, /* of a language that stands against a declared one */
    SCRIPT_LEAST = 0x370, /* Latin letters tell nothing */
    SCRIPT_LETTERS = 60,  /* of a text in one script */
    KANA_SHARE = 10,      /* Japanese has one kana in so many letters at least */
    SURE_LEAD = 3         /* it has so many times the hits of that */
};

static const char *const LANGUAGES[] = {
#define LANGUAGE(code, words) code,
#include "evidence/languages.def"
#undef LANGUAGE
};

enum { LANGUAGE_COUNT = BL_COUNT(LANGUAGES) };

/* Scripts that one language alone is written in, or next to alone. */
static const struct {
    const char *language;
    uint32_t first, last;
} SCRIPTS[] = {
    {"ja", 0x3040, 0x30FF}, {"zh", 0x3400, 0x9FFF}, {"ko", 0xAC00, 0xD7AF}, {"el", 0x0370, 0x03FF},
    {"hy", 0x0530, 0x058F}, {"he", 0x0590, 0x05FF}, {"dv", 0x0780, 0x07BF}, {"bn", 0x0980, 0x09FF},
    {"pa", 0x0A00, 0x0A7F}, {"gu", 0x0A80, 0x0AFF}, {"or", 0x0B00, 0x0B7F}, {"ta", 0x0B80, 0x0BFF},
    {"te", 0x0C00, 0x0C7F}, {"kn", 0x0C80, 0x0CFF}, {"ml", 0x0D00, 0x0D7F}, {"si", 0x0D80, 0x0DFF},
    {"th", 0x0E00, 0x0E7F}, {"lo", 0x0E80, 0x0EFF}, {"bo", 0x0F00, 0x0FFF}, {"my", 0x1000, 0x109F},
    {"ka", 0x10A0, 0x10FF}, {"am", 0x1200, 0x139F}, {"km", 0x1780, 0x17FF},
};

/* The first two share Han. */
enum { PLACE_OF_JA, PLACE_OF_ZH, SCRIPT_COUNT = BL_COUNT(SCRIPTS) };

typedef struct tally {
    size_t letters; /* of any script */
    size_t script[SCRIPT_COUNT];
    size_t words;
    size_t hits[LANGUAGE_COUNT];
} tally;

/* Which languages have this word, a bit each. */
static uint64_t
languages_of(bl_span word)
{
    const bl_trie_node *node = &trie[roots[(unsigned char)word.p[0]]];
    if (node == trie)
        return 0;
    for (size_t i = 1; node && i < word.n; i++)
        node = bl_trie_step_byte(trie, node, (uint8_t)word.p[i]);
    return node && node->ending ? masks[node->ending - 1] : 0;
}

/* A word says the more of a language the fewer others have it. */
static void
count_word(tally *t, bl_span word)
{
    t->words++;
    uint64_t having = languages_of(word);
    size_t count = 0;
    for (uint64_t left = having; left; left &= left - 1)
        count++;
    for (size_t i = 0; having; i++, having >>= 1)
        if (having & 1)
            t->hits[i] += HIT / count;
}

static void
count_letter(tally *t, uint32_t rune)
{
    t->letters++;
    for (size_t i = 0; rune >= SCRIPT_LEAST && i < SCRIPT_COUNT; i++)
        t->script[i] += rune >= SCRIPTS[i].first && rune <= SCRIPTS[i].last;
}

static void
count_text(tally *t, bl_span text, bl_arena *arena)
{
    bl_span folded = bl_fold(arena, text);
    size_t start = 0;
    for (size_t at = 0; at <= folded.n && t->words < WORDS_READ;) {
        size_t before = at;
        while (at < folded.n && bl_is_lower(folded.p[at])) /* most of all letters */
            at++;
        t->letters += at - before;
        if (at > before)
            continue;
        uint32_t rune = at < folded.n ? bl_rune_next(folded, &at) : 0;
        if (bl_rune_is_letter(rune)) {
            count_letter(t, rune);
            continue;
        }
        if (before > start)
            count_word(t, bl_span_from(folded.p + start, before - start));
        start = at;
        if (before == folded.n)
            break;
    }
}

/* The text of a link is the title of something else: it has few small words. */
static bool
is_title(const bl_document *doc, bl_node n)
{
    bl_node up = doc->nodes[n].parent;
    for (int steps = 0; steps < LINK_LEVELS && up != BL_NO_NODE; steps++, up = doc->nodes[up].parent)
        if (doc->nodes[up].tag == BL_TAG_A)
            return true;
    return false;
}

/* The text of paragraphs, with the first word that is one. */
static bl_node
count_paragraphs(const bl_evidence *evidence, tally *t)
{
    const bl_document *doc = evidence->document;
    bl_node first = BL_NO_NODE;
    for (bl_node n = 0; n < doc->count && t->words < WORDS_READ; n++) {
        const bl_node_record *node = &doc->nodes[n];
        if (bl_tag_is_hidden((bl_tag)node->tag) || node->tag == BL_TAG_NAV || node->tag == BL_TAG_FOOTER) {
            n = node->end - 1;
            continue;
        }
        if (node->tag != BL_TAG_TEXT || node->text_size < TEXT_BYTES || is_title(doc, n))
            continue;
        first = first == BL_NO_NODE ? n : first;
        count_text(t, bl_span_head(bl_node_text(node), (size_t)WORDS_READ * WORD_BYTES), evidence->passing);
        bl_arena_empty(evidence->passing);
    }
    return first;
}

static size_t
most_hit(const tally *t, size_t but)
{
    size_t best = but == 0;
    for (size_t i = best; i < LANGUAGE_COUNT; i++)
        if (i != but && t->hits[i] > t->hits[best])
            best = i;
    return best;
}

/* Its place in the list, or LANGUAGE_COUNT: of "pt-BR" that of "pt". */
static size_t
place_of(bl_span tag)
{
    size_t k = 0;
    while (k < LANGUAGE_COUNT && !(bl_span_starts_nocase(tag, bl_span_of(LANGUAGES[k])) &&
                                   (tag.n == 2 || tag.p[2] == '-' || tag.p[2] == '_')))
        k++;
    return k;
}

/* Weigh the words against what is declared. A declared tag that they agree with is taken: it may know the region. */
static int
weigh(const bl_evidence *evidence, const tally *t, size_t best, bl_span *tag)
{
    size_t count = evidence->claims[BL_FIELD_LANGUAGE].count, others = 0;
    bool is_sure = t->hits[best] >= SURE_HITS;
    for (size_t i = 0; i < count; i++) {
        bl_span said = bl_trim(evidence->claims[BL_FIELD_LANGUAGE].at[i].value);
        size_t k = place_of(said);
        if (k == best) {
            *tag = said.n > tag->n ? said : *tag;
            continue;
        }
        others++;
        /* of a language whose words are not known the text says nothing */
        is_sure = is_sure && k < LANGUAGE_COUNT && t->hits[k] * SURE_LEAD <= t->hits[best];
    }
    return others && is_sure ? BL_WEIGHT_LANGUAGE_TEXT : BL_WEIGHT_LANGUAGE_WORDS;
}

/* The language of the script that most of the letters are of; NULL where several have it. */
static const char *
language_of_script(const tally *t)
{
    size_t best = 0, east = t->script[PLACE_OF_JA] + t->script[PLACE_OF_ZH];
    for (size_t i = 1; i < SCRIPT_COUNT; i++)
        best = t->script[i] > t->script[best] ? i : best;
    if (east >= t->script[best] && t->script[PLACE_OF_JA] * KANA_SHARE >= east && east)
        best = PLACE_OF_JA;
    size_t count = best == PLACE_OF_JA ? east : t->script[best];
    return count >= SCRIPT_LETTERS && count * 2 > t->letters ? SCRIPTS[best].language : NULL;
}

static bool
is_declared(const bl_evidence *evidence, bl_span language)
{
    for (size_t i = 0; i < evidence->claims[BL_FIELD_LANGUAGE].count; i++)
        if (bl_span_starts_nocase(bl_trim(evidence->claims[BL_FIELD_LANGUAGE].at[i].value), language))
            return true;
    return false;
}

void
bl_collect_language(bl_evidence *evidence)
{
    tally t = {0};
    bl_node first = count_paragraphs(evidence, &t);
    const char *written = language_of_script(&t);
    if (written) { /* small words of other languages stand in names and quotes */
        if (!is_declared(evidence, bl_span_of(written)))
            bl_claim_add(evidence, BL_FIELD_LANGUAGE, BYLINE_SOURCE_VISIBLE, BL_WEIGHT_LANGUAGE_TEXT,
                         bl_span_of(written), first);
        return;
    }
    size_t best = most_hit(&t, LANGUAGE_COUNT), next = most_hit(&t, best);
    if (t.hits[best] < LEAST_HITS || t.hits[best] * HITS_OF_WORDS < t.words * HIT ||
        t.hits[best] * LEAD_OVER_NEXT < t.hits[next] * (LEAD_OVER_NEXT + 1))
        return;
    bl_span tag = bl_span_of(LANGUAGES[best]);
    int weight = weigh(evidence, &t, best, &tag);
    bl_claim_add(evidence, BL_FIELD_LANGUAGE, BYLINE_SOURCE_VISIBLE, weight, tag, first);
}
