/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <stdint.h>

#include "fields/body_shingles.h"

#include "base/unicode.h"

static inline uint64_t
mix(uint64_t h, uint64_t value)
{
    h ^= value + 0x9E3779B97F4A7C15u + (h << 6) + (h >> 2);
    return h * 0xBF58476D1CE4E5B9u;
}

bool
bl_word_next(bl_word_walk *w, uint64_t *hash)
{
    uint64_t h = 1469598103934665603u;
    size_t letters = 0;
    while (w->at < w->text.n) {
        size_t before = w->at;
        uint32_t rune = bl_rune_next(w->text, &w->at);
        bool is_wide = rune >= 0x2E80 && bl_rune_is_ideograph(rune);
        w->is_wide = is_wide;
        bool is_part = rune < 0x80 ? bl_is_alpha((char)rune) || bl_is_digit((char)rune)
                                   : is_wide || bl_rune_is_letter(rune) || bl_rune_is_digit(rune);
        if (letters && (is_wide || !is_part)) {
            if (is_wide)
                w->at = before;
            break;
        }
        if (!is_part)
            continue;
        w->units++;
        letters++;
        h = mix(h, rune < 0x80 ? (uint32_t)bl_lower((char)rune) : bl_rune_lower(rune));
        if (is_wide)
            break;
    }
    *hash = h;
    w->letters = letters;
    return letters > 0;
}

static bool
find(const bl_shingles *set, uint64_t key, size_t *at)
{
    for (*at = (size_t)key & set->mask; set->slots[*at]; *at = (*at + 1) & set->mask)
        if (set->slots[*at] == key)
            return true;
    return false;
}

static void
add(bl_shingles *set, uint64_t key)
{
    key |= !key;
    if (2 * set->count >= set->mask) {
        bl_shingles larger = *set;
        larger.mask = set->mask ? 2 * set->mask + 1 : 255;
        larger.slots = BL_NEW_ARRAY(set->arena, uint64_t, larger.mask + 1);
        size_t to;
        for (size_t i = 0; set->mask && i <= set->mask; i++)
            if (set->slots[i] && !find(&larger, set->slots[i], &to))
                larger.slots[to] = set->slots[i];
        *set = larger;
    }
    size_t at;
    if (!find(set, key, &at)) {
        set->slots[at] = key;
        set->count++;
    }
}

/* The next shingle of three words; for a shorter text one of all its words. */
static bool
next_shingle(bl_word_walk *w, uint64_t last[2], size_t *seen, uint64_t *key)
{
    uint64_t h;
    while (bl_word_next(w, &h)) {
        size_t n = (*seen)++;
        *key = mix(mix(last[0], last[1]), h);
        last[0] = last[1];
        last[1] = h;
        if (n >= 2)
            return true;
    }
    if (*seen == 0 || *seen > 2)
        return false;
    *key = mix(mix(*seen == 1 ? 0 : last[0], last[1]), 7);
    *seen = 3;
    return true;
}

void
bl_shingles_add(bl_shingles *set, bl_span text)
{
    bl_word_walk w = {.text = text};
    uint64_t last[2] = {0, 0}, key;
    size_t seen = 0;
    while (next_shingle(&w, last, &seen, &key))
        add(set, key);
    set->units += w.units;
}

void
bl_shingles_shares(const bl_shingles *const *sets, size_t count, bl_span text, float *shares)
{
    size_t found[BL_SHINGLE_SETS] = {0}, all = 0, filled = 0, seen = 0, at;
    for (size_t i = 0; i < count; i++)
        filled += sets[i]->count > 0;
    bl_word_walk w = {.text = text};
    uint64_t last[2] = {0, 0}, key;
    for (; filled && next_shingle(&w, last, &seen, &key); all++)
        for (size_t i = 0; i < count; i++)
            found[i] += sets[i]->count && find(sets[i], key | !key, &at);
    for (size_t i = 0; i < count; i++)
        shares[i] = all ? (float)found[i] / (float)all : 0;
}

float
bl_shingles_share(const bl_shingles *set, bl_span text)
{
    float share;
    bl_shingles_shares(&set, 1, text, &share);
    return share;
}
