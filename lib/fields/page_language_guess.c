/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The language of a page that does not name it, by the small words of its text. */
#include "base/unicode.h"
#include "fields/page.h"

static const struct {
    const char *language;
    const char *words;
} LANGUAGES[] = {
#define LANGUAGE(code, words) {code, words},
#include "fields/language_words.def"
#undef LANGUAGE
};

enum {
    LANGUAGE_COUNT = sizeof LANGUAGES / sizeof LANGUAGES[0],
    SAMPLE = 6000,   /* bytes of text that are read: some thousand words settle it */
    LEAST_TEXT = 40, /* bytes of a text that is more than a label */
    LEAST_HITS = 6,  /* small words below which nothing is said */
    MARGIN = 120,    /* per cent of the second that the first must have */
    SLOTS = 2048,    /* more than twice the words of the table, a power of two */
};

typedef struct slot {
    bl_span word;
    uint64_t languages; /* bits of LANGUAGES */
} slot;

_Static_assert(LANGUAGE_COUNT <= 64, "a set of languages is 64 bits");

static slot *
slot_of(slot *slots, bl_span word)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < word.n; i++)
        h = (h ^ (unsigned char)word.p[i]) * 16777619u;
    size_t at = h & (SLOTS - 1);
    while (slots[at].word.p && !bl_span_equal(slots[at].word, word))
        at = (at + 1) & (SLOTS - 1);
    return &slots[at];
}

static slot *
make_slots(bl_arena *arena)
{
    slot *slots = BL_NEW_ARRAY(arena, slot, SLOTS);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        bl_span rest = bl_span_of(LANGUAGES[i].words), word;
        while (bl_span_next(&rest, ' ', &word)) {
            slot *s = slot_of(slots, word);
            s->word = word;
            s->languages |= (uint64_t)1 << i;
        }
    }
    return slots;
}

static bl_span
sample_of(const bl_document *doc, bl_arena *arena)
{
    bl_builder b = bl_builder_in(arena);
    for (bl_node n = doc->body == BL_NO_NODE ? 0 : doc->body; n < doc->count && b.n < SAMPLE; n++) {
        const bl_node_record *node = &doc->nodes[n];
        if (node->tag != BL_TAG_TEXT) {
            if (bl_tag_is_hidden((bl_tag)node->tag))
                n = node->end - 1;
        } else if (node->text.n >= LEAST_TEXT) {
            bl_builder_add(&b, bl_span_head(node->text, SAMPLE));
            bl_builder_add_char(&b, ' ');
        }
    }
    return bl_fold(arena, bl_builder_span(&b));
}

static void
count_words(slot *slots, bl_span text, int *hits)
{
    size_t start = 0;
    for (size_t at = 0; start < text.n;) {
        size_t here = at;
        uint32_t rune = bl_rune_next(text, &at);
        if (here < text.n && (bl_rune_is_letter(rune) || rune == '-'))
            continue;
        uint64_t languages =
            here > start ? slot_of(slots, bl_span_from(text.p + start, here - start))->languages : 0;
        for (int i = 0; languages; i++, languages >>= 1)
            hits[i] += (int)(languages & 1);
        start = at > here ? at : text.n;
    }
}

const char *
bl_language_guess(const bl_document *doc, bl_arena *arena)
{
    int hits[LANGUAGE_COUNT] = {0}, best = 0, second = 0;
    count_words(make_slots(arena), sample_of(doc, arena), hits);
    for (int i = 1; i < LANGUAGE_COUNT; i++)
        if (hits[i] > hits[best])
            best = i;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (i != best && hits[i] > second)
            second = hits[i];
    if (hits[best] < LEAST_HITS || hits[best] * 100 < second * MARGIN)
        return NULL;
    return LANGUAGES[best].language;
}
