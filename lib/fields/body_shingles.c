/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include <stdint.h>

#include "fields/body_shingles.h"

#include "base/hash.h"
#include "base/unicode.h"

static uint64_t
mix(uint64_t h, uint64_t value)
{
    h ^= value + 0x9E3779B97F4A7C15u + (h << 6) + (h >> 2);
    return h * 0xBF58476D1CE4E5B9u;
}

enum { ONE_LETTER = 1, WIDE = 2 };

/* Letters and digits; an ideograph is a word of its own. */
static int
part_of(uint32_t rune)
{
    if (rune >= 0x2E80 && bl_rune_is_ideograph(rune))
        return WIDE;
    return bl_rune_is_letter(rune) || bl_rune_is_digit(rune) ? ONE_LETTER : 0;
}

/* ASCII letters and digits, small; 0 for all else. */
#define ROW(c) [(c)] = (c), [(c) - 'a' + 'A'] = (c)
static const uint8_t ASCII_PARTS[128] = {
    ROW('a'), ROW('b'), ROW('c'), ROW('d'), ROW('e'), ROW('f'), ROW('g'), ROW('h'), ROW('i'), ROW('j'), ROW('k'),
    ROW('l'), ROW('m'), ROW('n'), ROW('o'), ROW('p'), ROW('q'), ROW('r'), ROW('s'), ROW('t'), ROW('u'), ROW('v'),
    ROW('w'), ROW('x'), ROW('y'), ROW('z'), ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4',
    ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
};
#undef ROW

bool
bl_word_next(bl_word_walk *w, uint64_t *hash)
{
    const uint64_t prime = 0x9FB21C651E98DF25u;
    const char *p = w->text.p;
    uint64_t h = 1469598103934665603u;
    size_t letters = 0, at = w->at;
    w->is_wide = false;
    while (at < w->text.n) {
        unsigned char c = (unsigned char)p[at];
        if (c < 0x80) {
            uint8_t part = ASCII_PARTS[c];
            w->is_wide = false;
            if (!part && letters)
                break;
            at++;
            if (part) {
                h = (h ^ part) * prime;
                letters++;
            }
            continue;
        }
        size_t next = at;
        uint32_t rune = bl_rune_next_wide(w->text, &next);
        int part = part_of(rune);
        w->is_wide = part == WIDE;
        if (letters && part != ONE_LETTER)
            break;
        at = next;
        if (!part)
            continue;
        h = (h ^ bl_rune_lower(rune)) * prime;
        letters++;
        if (part == WIDE)
            break;
    }
    w->at = at;
    w->units += letters;
    w->letters = letters;
    *hash = h ^ h >> 32;
    return letters > 0;
}

void
bl_shingles_drop(const bl_shingles *set)
{
    if (set->slots)
        bl_release(set->arena, set->slots, (set->mask + 1) * sizeof *set->slots);
}

static bool
find(const bl_shingles *set, uint64_t key, size_t *at)
{
    for (*at = bl_hash_key(key, set->arena->salt) & set->mask; set->slots[*at]; *at = (*at + 1) & set->mask)
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
        bl_shingles_drop(set);
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
