/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Agencies that are none where they stand: parts of other names, words of a sentence, states. */
#include "grammar/credit_tokens.h"

static bool
is_plain_word(const bl_token *t)
{
    return t->type == 'w' && !(bl_kinds(t) & ~(uint32_t)(BL_WORD_ORG | BL_WORD_ABBREVIATION)) &&
           t->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER);
}

/* "Photo: Jane Roe, PA" against "Springfield, PA": a label or the sign tells the agency from the state. */
static bool
is_state(const bl_token *tokens, size_t i)
{
    if (i < 2 || tokens[i - 1].type != ',' || !bl_token_is(&tokens[i], BL_WORD_REGION) ||
        !(tokens[i - 2].shape & BL_SHAPE_UPPER))
        return false;
    for (size_t k = i - 1; k-- > 0 && i - k < 8;)
        if (tokens[k].type == 'c' || tokens[k].type == '/' ||
            bl_token_is(&tokens[k], BL_WORD_PHOTO | BL_WORD_BY))
            return false;
    return true;
}

/* "JANE LETA / Example": a surname in capitals behind the one word before it, and a house behind. */
static bool
is_surname(const bl_token *tokens, size_t i, size_t count)
{
    return i > 0 && tokens[i].letters > 3 && tokens[i].letters < 7 && tokens[i].shape & BL_SHAPE_CAPITALS &&
           tokens[i - 1].shape & BL_SHAPE_CAPITALS && tokens[i].shape & BL_SHAPE_SPACED &&
           is_plain_word(&tokens[i - 1]) && (i < 2 || !strchr("wa", tokens[i - 2].type)) && i + 1 < count &&
           strchr("/|", tokens[i + 1].type);
}

void
bl_drop_doubtful_agencies(bl_token *tokens, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bl_token *t = &tokens[i];
        if (t->type != 'a')
            continue;
        bool doubt = is_state(tokens, i) || is_surname(tokens, i, count);
        /* "... del rey belga": a word of the sentence */
        if (i > 0 && t->shape & BL_SHAPE_ALL_LOWER && t->letters > 3 &&
            tokens[i - 1].shape & BL_SHAPE_ALL_LOWER &&
            is_plain_word(&tokens[i - 1]))
            doubt = true;
        if (t->letters == 2 && i > 0 && tokens[i - 1].type == ')')
            doubt = true; /* "Example (EX) AG" */
        if (t->letters <= 2 || t->shape & BL_SHAPE_EVERYDAY) {
            bool before = i > 0 && is_plain_word(&tokens[i - 1]),
                 behind = i + 1 < count && is_plain_word(&tokens[i + 1]);
            bool wire = strcmp(t->agency->id, "ap") == 0; /* "Jane Roe AP" */
            doubt |= behind || (before && !wire);
        }
        if (doubt) {
            t->type = 'w';
            t->agency = NULL;
        }
    }
}
