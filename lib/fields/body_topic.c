/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Does a piece speak of what the article speaks of? Its longer words tell, whatever the language. */
#include "fields/body_topic.h"

#include "base/hash.h"
#include "fields/body_shingles.h"
#include "fields/body_weights.h"

typedef struct topic {
    uint32_t *slots;   /* of each word of each piece, in turn */
    uint32_t *from;    /* where those of a piece begin; one more than there are pieces */
    float *likely;     /* for each slot */
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

static void
read_words(topic *t, const struct bl_body *body, const float *likely, bl_arena *arena)
{
    BL_VECTOR(uint64_t) keys = {0};
    t->from = BL_NEW_ARRAY(arena, uint32_t, (size_t)body->piece_count + 1);
    for (uint32_t i = 0; i < body->piece_count; i++) {
        t->from[i] = (uint32_t)keys.count;
        bl_word_walk w = {.text = body->pieces[i].text};
        uint64_t before = 0, key;
        int most = likely[i] > BL_TOPIC_LIKELY ? BL_TOPIC_WORDS_MOST : 0;
        for (int n = 0; n < most && next_long_word(&w, &before, &key); n++)
            BL_PUSH(arena, &keys, key);
    }
    t->from[body->piece_count] = (uint32_t)keys.count;
    size_t mask = 255;
    while (mask < 2 * keys.count)
        mask = 2 * mask + 1;
    uint32_t *seen = BL_NEW_ARRAY(arena, uint32_t, mask + 1); /* 1 + the first place of each word */
    t->slots = bl_alloc(arena, (keys.count + 1) * sizeof *t->slots);
    t->likely = BL_NEW_ARRAY(arena, float, keys.count + 1);
    for (size_t i = 0; i < keys.count; i++) {
        size_t at = bl_hash_key(keys.at[i], arena->salt) & mask;
        while (seen[at] && keys.at[seen[at] - 1] != keys.at[i])
            at = (at + 1) & mask;
        if (!seen[at])
            seen[at] = (uint32_t)i + 1;
        t->slots[i] = seen[at] - 1;
    }
    bl_release(arena, seen, (mask + 1) * sizeof *seen);
    bl_release(arena, keys.at, keys.room * sizeof *keys.at);
}

void
bl_body_topic(const struct bl_body *body, const float *likely, bl_arena *arena, float *shares)
{
    topic t;
    read_words(&t, body, likely, arena);
    for (uint32_t i = 0; i < body->piece_count; i++)
        for (uint32_t k = t.from[i]; k < t.from[i + 1]; k++)
            t.likely[t.slots[k]] += likely[i];
    for (uint32_t i = 0; i < body->piece_count; i++) {
        uint32_t from = t.from[i], to = t.from[i + 1];
        float found = 0;
        for (uint32_t k = from; k < to; k++)
            t.likely[t.slots[k]] -= likely[i];
        for (uint32_t k = from; k < to; k++)
            found += t.likely[t.slots[k]] < 1 ? t.likely[t.slots[k]] : 1;
        for (uint32_t k = from; k < to; k++)
            t.likely[t.slots[k]] += likely[i];
        shares[i] = to > from ? found / (float)(to - from) : -1;
    }
}
