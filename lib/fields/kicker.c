/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The line above the headline: a few words on what it is about. */
#include "base/unicode.h"
#include "fields/body_phrases.h"
#include "fields/choose.h"
#include "fields/page.h"
#include "fields/title.h"

/* No kicker is longer; with so many digits it is a date. */
enum { LONGEST_KICKER = 120, DATE_DIGITS = 5, NAME_WORDS = 3 };

/* "Subscribe now", "Read also": what invites to go elsewhere stands above headlines too. */
static bool
leads_away(bl_arena *arena, bl_span value)
{
    uint8_t says[BL_SAYS_COUNT];
    bl_phrases_of(arena, value, says);
    return says[BL_SAYS_RELATED] >= BL_SAYS_AT_START || says[BL_SAYS_SIGNUP] >= BL_SAYS_AT_START ||
           says[BL_SAYS_NOTICE] >= BL_SAYS_AT_START || says[BL_SAYS_PERSON] >= BL_SAYS_AT_START;
}

/* "Article" */
static bool
is_thing(bl_span folded)
{
    static const char *const things[] = {
#define THING(text) text,
#include "fields/title_labels.def"
#undef THING
    };
    return bl_span_is_among(folded, things, BL_COUNT(things));
}

static bool
is_kicker(bl_decision *decision, const bl_choice *choice)
{
    bl_site_names names = bl_site_names_of(decision);
    bl_span headline = bl_fold(decision->scratch, bl_span_of(decision->article->headline));
    return choice->value.n <= LONGEST_KICKER && bl_digit_count(choice->value) < DATE_DIGITS &&
           !bl_span_equal(choice->folded, headline) && !leads_away(decision->scratch, choice->value) &&
           !bl_is_filler(choice->folded) && !is_thing(choice->folded) &&
           !bl_is_site_name(decision->scratch, choice->value, &names, false);
}

void
bl_decide_kicker(bl_decision *decision)
{
    bl_choices choices = bl_choices_of(decision, BL_FIELD_KICKER);
    for (size_t i = 0; i < choices.count; i++) {
        bl_span *value = &choices.at[i].value;
        *value = bl_without_section_label(bl_title_without_sign(*value));
        bool is_name = bl_word_count(*value) <= NAME_WORDS && bl_is_author(decision->evidence, *value);
        if (is_name || !is_kicker(decision, &choices.at[i]))
            *value = BL_EMPTY;
    }
    bl_choose_text(decision, &choices, "kicker", &decision->article->kicker);
}
