/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/choose.h"

#include <stdlib.h>

#include "base/unicode.h"
#include "evidence/plain.h"

static int
by_weight(const void *a, const void *b)
{
    const bl_claim *x = *(bl_claim *const *)a, *y = *(bl_claim *const *)b;
    return x->weight != y->weight ? y->weight - x->weight : (x->order > y->order) - (x->order < y->order);
}

static int
by_order(const void *a, const void *b)
{
    const bl_claim *x = *(bl_claim *const *)a, *y = *(bl_claim *const *)b;
    return (x->order > y->order) - (x->order < y->order);
}

bl_claims
bl_heaviest(bl_decision *decision, bl_field field)
{
    bl_claims claims = {0};
    bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[field].count; i++) {
        bl_claim *claim = &evidence->claims[field].at[i];
        claim->score = claim->weight;
        BL_PUSH(decision->scratch, &claims, claim);
    }
    if (claims.count > BL_CLAIMS_WEIGHED) {
        qsort(claims.at, claims.count, sizeof claims.at[0], by_weight);
        claims.count = BL_CLAIMS_WEIGHED;
        qsort(claims.at, claims.count, sizeof claims.at[0], by_order);
    }
    return claims;
}

bl_choices
bl_choices_of(bl_decision *decision, bl_field field)
{
    bl_choices choices = {0};
    bl_claims claims = bl_heaviest(decision, field);
    bool is_address = field == BL_FIELD_CANONICAL_URL || field == BL_FIELD_SHORT_URL;
    for (size_t i = 0; i < claims.count; i++) {
        bl_span value = claims.at[i]->value;
        if (!is_address) /* templates escape once more what is escaped */
            value = bl_unescaped(decision->scratch, value);
        value = bl_clean(decision->scratch, value, false);
        bl_choice choice = {claims.at[i], value, bl_fold(decision->scratch, value)};
        BL_PUSH(decision->scratch, &choices, choice);
    }
    return choices;
}

bl_choice *
bl_choose(const bl_choices *choices)
{
    bl_choice *best = NULL;
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *choice = &choices->at[i];
        int others = 0;
        if (choice->value.n == 0)
            continue;
        for (size_t k = 0; k < choices->count; k++)
            others +=
                k != i && choices->at[k].value.n && bl_span_equal(choice->folded, choices->at[k].folded);
        choice->claim->score += BL_AGREEMENT * (others < BL_AGREEMENT_MOST ? others : BL_AGREEMENT_MOST);
        if (!best || choice->claim->score > best->claim->score)
            best = choice;
    }
    return best;
}

void
bl_choice_won(const bl_choices *choices, bl_choice *won)
{
    for (size_t i = 0; i < choices->count; i++) {
        bl_choice *choice = &choices->at[i];
        if (choice == won) {
            choice->claim->won = true;
            choice->claim->reason = "the best score";
        } else if (!choice->claim->reason) {
            choice->claim->reason = choice->value.n == 0                                ? "not usable"
                                    : won && bl_span_equal(choice->folded, won->folded) ? "says the same"
                                                                                        : "a lower score";
        }
    }
}

void
bl_choose_text(bl_decision *decision, const bl_choices *choices, const char *member, const char **to)
{
    bl_choice *best = bl_choose(choices);
    bl_choice_won(choices, best);
    if (!best)
        return;
    *to = bl_text(decision->out, best->value);
    bl_origin_add(decision, member, best->claim, bl_confidence(best->claim->score));
}

double
bl_confidence(int score)
{
    /* a weight is out of 100; agreement may lift a score above it */
    return score >= 99 ? 0.99 : score <= 1 ? 0.01 : score / 100.0;
}
