/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * hash.h - where a key stands in a table.
 *
 * Each arena has a salt that nobody outside can know, so that no page can be made whose keys all meet in one
 * place. What a table gives does not depend on it, only where it keeps it.
 */
#ifndef BL_BASE_HASH_H
#define BL_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Every bit of the key and of the salt may change every bit of the answer. */
static inline size_t
bl_hash_key(uint64_t key, uint64_t salt)
{
    key ^= salt;
    key = (key ^ key >> 33) * 0xFF51AFD7ED558CCDu;
    key = (key ^ key >> 33) * 0xC4CEB9FE1A85EC53u;
    return (size_t)(key ^ key >> 33);
}

static inline size_t
bl_hash_text(bl_span s, uint64_t salt)
{
    const uint64_t odd = 0x9FB21C651E98DF25u;
    uint64_t h = (salt ^ s.n) * odd;
    if (s.n < 8) {
        for (size_t i = 0; i < s.n; i++)
            h = (h ^ (unsigned char)s.p[i]) * odd, h ^= h >> 32;
        return bl_hash_key(h, salt);
    }
    for (size_t i = 0; i + 8 < s.n; i += 8)
        h = (h ^ bl_eight_at(s.p + i)) * odd, h ^= h >> 32;
    return bl_hash_key(h ^ bl_eight_at(s.p + s.n - 8), salt);
}

#endif
