/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Kickers inside the titles of a page: which of them are of the headline. */
#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/headline.h"

enum {
    KICKER_LEAST = 4, /* bytes of one in front of a headline: "The" is of it */
    KICKER_MOST = 60,
    KICKER_WORDS = 5,
    KICKER_SHARE = 2, /* a headline is more than this part of itself and its kicker */
};

void
bl_title_rewrite(bl_arena *arena, bl_title *t, bl_span value)
{
    t->choice->value = value;
    t->choice->folded = bl_fold(arena, value);
    t->key = bl_title_key(arena, value);
}

void
bl_title_rewrite_all(bl_arena *arena, bl_titles *list, bl_span key, bl_span value)
{
    for (size_t i = 0; i < list->count; i++)
        if (bl_span_equal(list->at[i].key, key))
            bl_title_rewrite(arena, &list->at[i], value);
}

/* What other says behind its kicker, where shown is that behind a kicker of its own; else empty. */
static bl_span
without_kicker(bl_arena *arena, const bl_title *shown, const bl_title *other)
{
    bl_span texts[] = {other->choice->value, bl_title_tail(other->choice->value)};
    for (size_t i = 0; i < BL_COUNT(texts); i++) {
        bl_span key = bl_title_key(arena, texts[i]);
        if (bl_title_begins_small(texts[i]) && !bl_title_begins_small(shown->choice->value))
            continue; /* what stands before it is the start of the sentence */
        if (key.n * KICKER_SHARE > shown->key.n && key.n < shown->key.n && bl_span_ends(shown->key, key) &&
            (i == 0 || bl_span_find(shown->key, other->key, 0) == BL_NOT_FOUND))
            return texts[i];
    }
    return BL_EMPTY;
}

/* What stands before the headline in the heading that a reader sees is its kicker. */
static void
claim_front(bl_decision *decision, const bl_choice *shown, bl_span bare)
{
    if (!bl_span_ends(shown->value, bare))
        return;
    bl_span front = bl_title_without_sign(bl_trim(bl_span_head(shown->value, shown->value.n - bare.n)));
    for (size_t i = 0; i < front.n; i++)
        if (bl_is_digit(front.p[i]))
            return;
    if (front.n >= KICKER_LEAST && front.n <= KICKER_MOST && bl_word_count(front) <= KICKER_WORDS)
        bl_claim_add(decision->evidence, BL_FIELD_KICKER, BYLINE_SOURCE_VISIBLE, BL_WEIGHT_KICKER_FRONT, front,
                     shown->claim->node);
}

void
bl_settle_kickers(bl_decision *decision, bl_titles *list, const bl_site_names *names)
{
    bl_arena *arena = decision->scratch;
    for (size_t i = 0; i < list->count; i++) {
        bl_title *shown = &list->at[i];
        bl_span bare = BL_EMPTY, longer = BL_EMPTY;
        int agree = 0;
        bool shared = false; /* OpenGraph has it with the kicker */
        bool alone = true;   /* no other title is the shown one as it stands */
        if (shown->choice->claim->source != BYLINE_SOURCE_VISIBLE)
            continue;
        for (size_t k = 0; k < list->count; k++) {
            const bl_title *other = &list->at[k];
            bl_span tail = bl_title_tail(other->choice->value);
            if (other->choice->claim->source == BYLINE_SOURCE_VISIBLE)
                continue;
            shared |=
                other->choice->claim->weight == BL_WEIGHT_HEADLINE_OPEN_GRAPH && bl_span_equal(other->key, shown->key);
            alone &= other->group == BL_GROUP_TITLE || !bl_span_equal(other->key, shown->key);
            if (bare.n == 0 && (other->group == BL_GROUP_ARCHIVE || other->group == BL_GROUP_SHARING))
                bare = without_kicker(arena, shown, other);
            if (tail.n && bl_span_equal(bl_title_key(arena, tail), shown->key) &&
                !bl_title_begins_with_label(arena, other->choice->value) &&
                !bl_is_site_name(arena, bl_span_head(other->choice->value, (size_t)(tail.p - other->choice->value.p)),
                                 names, true)) {
                agree |= 1 << other->group;
                if (other->group != BL_GROUP_TITLE)
                    longer = other->choice->value;
            }
        }
        if (bare.n && (!shared || bl_title_begins_with_label(arena, shown->choice->value))) {
            claim_front(decision, shown->choice, bare);
            bl_title_rewrite_all(arena, list, shown->key, bare);
        } else if (longer.n && alone && (agree & (agree - 1))) {
            bl_title_rewrite(arena, shown, longer);
        }
    }
}
