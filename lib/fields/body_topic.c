/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Does a piece speak of what the article speaks of? Its longer words tell, whatever the language. */
#include "fields/body_topic.h"

#include "base/hash.h"
#include "fields/body_shingles.h"
#include "fields/body_weights.h"

typedef struct topic {
    bl_arena *arena;
    BL_VECTOR(uint32_t) words; /* the number of each word of each piece, in turn */
    BL_VECTOR(uint64_t) keys;  /* for each number */
    uint32_t *slots;           /* the numbers by their keys, 1 the first; 0 is free */
    size_t mask;
    uint32_t *from;            /* where the words of a piece begin; one more than there are pieces */
    float *likely;             /* for each number */
} topic;

/* Short words are mostly of the language, not of the topic. Ideographs count in pairs. */
static bool
next_long_word(bl_word_walk *w, uint64_t *before, uint64_t *key)
{
    uint64_t h;
    while (bl_word_next(w, &h)) {
        uint64_t last = *before;
        *before = w->is_wide ? h : 0;
        if (w->is_wide ? last != 0 : w->letters >= BL_TOPIC_LETTERS) {
            *key = w->is_wide ? h * 31 + last : h;
            *key |= !*key;
            return true;
        }
    }
    return false;
}

/* Where the number of a key stands, or would. */
static uint32_t *
slot_of(const topic *t, uint64_t key)
{
    size_t at = bl_hash_key(key, t->arena->salt) & t->mask;
    while (t->slots[at] && t->keys.at[t->slots[at] - 1] != key)
        at = (at + 1) & t->mask;
    return &t->slots[at];
}

static void
drop_slots(const topic *t)
{
    bl_release(t->arena, t->slots, (t->mask + 1) * sizeof *t->slots);
}

static void
make_slots(topic *t, size_t mask)
{
    t->mask = mask;
    t->slots = BL_NEW_ARRAY(t->arena, uint32_t, mask + 1);
    for (size_t i = 0; i < t->keys.count; i++)
        *slot_of(t, t->keys.at[i]) = (uint32_t)i + 1;
}

static uint32_t
number_of(topic *t, uint64_t key)
{
    uint32_t *slot = slot_of(t, key);
    if (*slot)
        return *slot - 1;
    BL_PUSH(t->arena, &t->keys, key);
    *slot = (uint32_t)t->keys.count;
    if (2 * t->keys.count > t->mask) {
        drop_slots(t);
        make_slots(t, 2 * t->mask + 1);
    }
    return (uint32_t)t->keys.count - 1;
}

static bool
speaks(float likely)
{
    return likely > BL_TOPIC_LIKELY;
}

/* About how many words there will be: a vector that grows would take more. */
static size_t
expected_words(const struct bl_body *body, const float *likely)
{
    size_t units = 0;
    for (uint32_t i = 0; i < body->piece_count; i++)
        units += speaks(likely[i]) ? body->pieces[i].units : 0;
    return units / BL_TOPIC_UNITS + 1;
}

static void
read_words(topic *t, const struct bl_body *body, const float *likely)
{
    t->from = BL_NEW_ARRAY(t->arena, uint32_t, (size_t)body->piece_count + 1);
    t->words.room = expected_words(body, likely);
    t->words.at = bl_alloc(t->arena, t->words.room * sizeof *t->words.at);
    make_slots(t, 255);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        t->from[i] = (uint32_t)t->words.count;
        bl_word_walk w = {.text = body->pieces[i].text};
        uint64_t before = 0, key;
        int most = speaks(likely[i]) ? BL_TOPIC_WORDS_MOST : 0;
        for (int n = 0; n < most && next_long_word(&w, &before, &key); n++) {
            uint32_t number = number_of(t, key);
            BL_PUSH(t->arena, &t->words, number);
        }
    }
    t->from[body->piece_count] = (uint32_t)t->words.count;
    drop_slots(t);
    t->likely = BL_NEW_ARRAY(t->arena, float, t->keys.count + 1);
}

static void
drop_words(const topic *t)
{
    bl_release(t->arena, t->words.at, t->words.room * sizeof *t->words.at);
    bl_release(t->arena, t->keys.at, t->keys.room * sizeof *t->keys.at);
}

void
bl_body_topic(const struct bl_body *body, const float *likely, bl_arena *arena, float *shares)
{
    topic t = {.arena = arena};
    read_words(&t, body, likely);
    for (uint32_t i = 0; i < body->piece_count; i++)
        for (uint32_t k = t.from[i]; k < t.from[i + 1]; k++)
            t.likely[t.words.at[k]] += likely[i];
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t from = t.from[i], to = t.from[i + 1];
        float found = 0;
        for (uint32_t k = from; k < to; k++)
            t.likely[t.words.at[k]] -= likely[i];
        for (uint32_t k = from; k < to; k++)
            found += t.likely[t.words.at[k]] < 1 ? t.likely[t.words.at[k]] : 1;
        for (uint32_t k = from; k < to; k++)
            t.likely[t.words.at[k]] += likely[i];
        shares[i] = to > from ? found / (float)(to - from) : -1;
    }
    drop_words(&t);
}
