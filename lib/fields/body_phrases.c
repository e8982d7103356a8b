/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/body_phrases.h"

#include "base/builder.h"
#include "base/unicode.h"
#include "fields/body_weights.h"
#include "grammar/trie.h"

#include "fields/phrase_table.h"

typedef struct phrase {
    const char *text;
    unsigned classes;
} phrase;

#define S(id) (1u << BL_SAYS_##id)
static const phrase PHRASES[] = {
#define PHRASE(text, classes) {text, classes},
#include "fields/body_phrases.def"
#undef PHRASE
};
#undef S

void
bl_phrases_plain(bl_builder *b, bl_span line)
{
    bl_builder_reserve(b, line.n + 1);
    for (size_t at = 0;;) {
        char *to = bl_builder_reserve(b, line.n - at);
        for (; at < line.n && (unsigned char)line.p[at] < 0x80; at++) {
            char c = line.p[at];
            if (c != ' ' && c != '\n' && c != '\t')
                *to++ = bl_lower(c);
            else if (to > b->p && to[-1] != ' ')
                *to++ = ' ';
        }
        b->n = (size_t)(to - b->p);
        if (at == line.n)
            break;
        uint32_t rune = bl_rune_next(line, &at);
        if (rune == 0x2019 || rune == 0x2018) {
            bl_builder_add_char(b, '\'');
        } else if (rune == 0xA0) {
            if (b->n && b->p[b->n - 1] != ' ')
                bl_builder_add_char(b, ' ');
        } else {
            bl_builder_add_rune(b, bl_rune_lower(rune));
        }
    }
}

static bool
ends_word(bl_span line, size_t at, bool may_go_on)
{
    if (may_go_on || at >= line.n)
        return true;
    size_t next = at;
    uint32_t rune = bl_rune_next(line, &next);
    return !bl_rune_is_letter(rune) && !bl_rune_is_digit(rune);
}

/* The longest phrase that starts at byte at. */
static unsigned
match_at(bl_span line, size_t at, size_t *end)
{
    unsigned classes = 0;
    bool may_go_on = (unsigned char)line.p[at] >= 0xE0;
    const bl_trie_node *node = &trie[roots[(unsigned char)line.p[at]]];
    for (size_t next = at + 1; node && node != trie; next++) {
        may_go_on = may_go_on || line.p[next - 1] == ' ';
        if (node->ending && ends_word(line, next, may_go_on)) {
            classes = PHRASES[rows[node->ending - 1]].classes;
            *end = next;
        }
        node = next < line.n ? bl_trie_step_byte(trie, node, (uint8_t)line.p[next]) : NULL;
    }
    return classes;
}

static bool
may_start(bl_span line, size_t at)
{
    return line.n - at < 3 || bl_trie_may_start(starts, line.p + at);
}

/* Nothing but signs: "Read also:", "You may also like..." */
static bool
has_no_words(bl_span line)
{
    for (size_t at = 0; at < line.n;) {
        uint32_t rune = bl_rune_next(line, &at);
        if (bl_rune_is_letter(rune) || bl_rune_is_digit(rune))
            return false;
    }
    return true;
}

void
bl_phrases_of(bl_arena *arena, bl_span line, uint8_t says[BL_SAYS_COUNT])
{
    memset(says, 0, BL_SAYS_COUNT);
    bl_builder b = bl_builder_in(arena);
    bl_phrases_plain(&b, bl_span_head(line, BL_PHRASE_BYTES));
    line = bl_builder_span(&b);
    bool is_start = true, in_word = false;
    for (size_t at = 0; at < line.n;) {
        size_t here = at, end = 0;
        while (in_word && at < line.n && bl_is_ascii_part(line.p[at])) /* the rest of a word */
            at++;
        if (at > here)
            continue;
        if (!in_word && (unsigned char)line.p[at] < 0x80 && !bl_is_ascii_part(line.p[at])) {
            at++;
            continue;
        }
        uint32_t rune = bl_rune_next(line, &at);
        bool is_part = bl_rune_is_letter(rune) || bl_rune_is_digit(rune);
        bool begins = is_part && (!in_word || bl_rune_is_ideograph(rune));
        in_word = is_part;
        if (!begins)
            continue;
        unsigned classes = may_start(line, here) ? match_at(line, here, &end) : 0;
        for (unsigned k = 0; classes && k < BL_SAYS_COUNT; k++)
            if (classes >> k & 1) {
                uint8_t how = !is_start ? 1 : has_no_words(bl_span_cut(line, end)) ? 3 : 2;
                if (how > says[k])
                    says[k] = how;
            }
        is_start = false;
    }
    bl_undo(arena, b.p);
}
