/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "evidence/words.h"

#include "base/hash.h"
#include "grammar/trie.h"

#include "evidence/stem_table.h"

typedef struct bl_stem {
    const char *text;
    uint64_t bits;
} bl_stem;

#define W(id) BL_WORD_BIT(id)
static const bl_stem STEMS[] = {
#define STEM(text, bits) {text, bits},
#include "evidence/words.def"
#undef STEM
};
#undef W

enum {
    NAME_MOST = 1024, /* a longer class list is cut: its first names are the element's own */
};

/* What frames around everything may say of all that is in them. */
#define PASSED_BY_FRAME (BL_WORD_ARTICLE | BL_WORD_BODY | BL_WORD_LIVE | BL_WORD_GALLERY)
/* Nearly all the text: readers' comments can outgrow the article, a frame is larger still. */
#define FRAME_SHARE 0.9

static const bool IS_NAMED[BL_ATTR_COUNT] = {
    [BL_ATTR_CLASS] = true,       [BL_ATTR_ID] = true,             [BL_ATTR_ITEMPROP] = true,
    [BL_ATTR_DATA_TESTID] = true, [BL_ATTR_DATA_COMPONENT] = true, [BL_ATTR_ROLE] = true,
    [BL_ATTR_ELEMENT] = true,
};

/* ---- what was read before -------------------------------------------------------------------- */

typedef struct bl_memo {
    bl_span name;
    uint64_t bits;
} bl_memo;

typedef struct bl_memos {
    bl_memo *slots;
    size_t mask;
    size_t count;
} bl_memos;

static bl_memo *
memo_find(const bl_memos *memos, bl_span name, uint64_t salt)
{
    size_t at = bl_hash_text(name, salt) & memos->mask;
    while (memos->slots[at].name.p && !bl_span_equal(memos->slots[at].name, name))
        at = (at + 1) & memos->mask;
    return &memos->slots[at];
}

static void
drop_memos(const bl_memos *memos, bl_arena *arena)
{
    if (memos->slots)
        bl_release(arena, memos->slots, (memos->mask + 1) * sizeof *memos->slots);
}

/* The memo of a name; one that is new has no name yet. */
static bl_memo *
memo_of(bl_memos *memos, bl_arena *arena, bl_span name)
{
    if (2 * memos->count >= memos->mask) {
        bl_memos larger = *memos;
        larger.mask = memos->mask ? 2 * memos->mask + 1 : 255;
        larger.slots = BL_NEW_ARRAY(arena, bl_memo, larger.mask + 1);
        for (size_t i = 0; memos->mask && i <= memos->mask; i++)
            if (memos->slots[i].name.p)
                *memo_find(&larger, memos->slots[i].name, arena->salt) = memos->slots[i];
        drop_memos(memos, arena);
        *memos = larger;
    }
    bl_memo *memo = memo_find(memos, name, arena->salt);
    memos->count += !memo->name.p;
    return memo;
}

/* Pages repeat few class lists many times, and few names in many lists, so each is read once. */
typedef struct bl_memory {
    bl_arena *arena;
    bl_memos lists;
    bl_memos names;
    bool any_entry; /* a list has "entry" in it */
} bl_memory;

/* ---- names ----------------------------------------------------------------------------------- */

static bool
is_part(char c)
{
    return bl_is_alpha(c) || bl_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Does a capital begin a word: leadImage, HTMLBody? */
static bool
starts_word(bl_span name, size_t i)
{
    if (i == 0 || !bl_is_alpha(name.p[i - 1]))
        return false;
    return !bl_is_upper(name.p[i - 1]) ||
           (i + 1 < name.n && bl_is_alpha(name.p[i + 1]) && !bl_is_upper(name.p[i + 1]));
}

/* One name as "-article-body-"; to has room for twice the name and 2. */
static size_t
normalize(bl_span name, char *to)
{
    size_t n = 0;
    to[n++] = '-';
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (!is_part(c)) {
            if (to[n - 1] != '-')
                to[n++] = '-';
            continue;
        }
        if (bl_is_upper(c)) {
            if (to[n - 1] != '-' && starts_word(name, i))
                to[n++] = '-';
            c = bl_lower(c);
        }
        to[n++] = c;
    }
    if (to[n - 1] != '-')
        to[n++] = '-';
    return n;
}

/* What all stems say that start at the start of text. */
static uint64_t
match_here(const char *text, size_t n)
{
    uint64_t bits = 0;
    const bl_trie_node *node = &trie[roots[(unsigned char)text[0]]];
    for (size_t depth = 1; node && node != trie; depth++) {
        if (node->ending)
            bits |= STEMS[rows[node->ending - 1]].bits;
        node = depth < n ? bl_trie_step_byte(trie, node, (uint8_t)text[depth]) : NULL;
    }
    return bits;
}

static uint64_t
words_of_one(bl_span name)
{
    char text[2 * NAME_MOST + 2];
    size_t n = normalize(name, text);
    uint64_t bits = 0;
    for (size_t i = 0; i + 1 < n; i++)
        if (n - i < 3 || bl_trie_may_start(starts, text + i))
            bits |= match_here(text + i, n - i);
    return bits;
}

static uint64_t
words_of_name(bl_memory *memory, bl_span name)
{
    if (!memory)
        return words_of_one(name);
    bl_memo *memo = memo_of(&memory->names, memory->arena, name);
    if (!memo->name.p)
        *memo = (bl_memo){name, words_of_one(name)};
    return memo->bits;
}

/* "font-meta", "color-secondary-text": how it looks, "has-comments", "comments-open": what it has; not what it is. */
static bool
is_utility(bl_span one)
{
    static const bl_span heads[] = {
#define D(text) {text, sizeof(text) - 1}
        D("color-"), D("bg-"), D("font-"), D("border-"), D("line-height-"), D("weight-"), D("justify-"),
        D("text-caption"), D("has-"), D("with-"), D("without-"), D("no-"),
#undef D
    };
    static const bl_span tails[] = {
#define D(text) {text, sizeof(text) - 1}
        D("-enabled"), D("-disabled"), D("-open"), D("-closed"), D("-allowed"),
#undef D
    };
    for (size_t i = 0; i < BL_COUNT(heads); i++)
        if (one.p[0] == heads[i].p[0] && bl_span_starts(one, heads[i]))
            return true;
    for (size_t i = 0; i < BL_COUNT(tails); i++)
        if (bl_span_ends(one, tails[i]))
            return true;
    return false;
}

/* memory may be NULL. */
static uint64_t
words_of_list(bl_memory *memory, bl_span list)
{
    uint64_t bits = 0;
    bool hides = false, shows = false;
    bl_span rest = bl_span_head(list, NAME_MOST);
    while (rest.n > 0) {
        size_t end = 0;
        while (end < rest.n && !bl_is_space(rest.p[end]))
            end++;
        bl_span one = bl_span_head(rest, end);
        rest = bl_span_cut(rest, end + 1);
        if (one.n == 0)
            continue;
        /* "md:hidden" and "sm:block" speak of one screen width only. */
        if (bl_span_find_char(one, ':', 0) != BL_NOT_FOUND || bl_span_starts(one, BL_SPAN("d-md-")) ||
            bl_span_starts(one, BL_SPAN("d-lg-")) || bl_span_starts(one, BL_SPAN("d-sm-"))) {
            shows = true;
            continue;
        }
        if (is_utility(one))
            continue;
        hides |= bl_span_equal(one, BL_SPAN("hidden")) || bl_span_equal(one, BL_SPAN("hide"));
        bits |= words_of_name(memory, one);
    }
    if (hides)
        bits |= BL_WORD_HIDDEN;
    if (shows)
        bits &= ~BL_WORD_HIDDEN;
    return bits;
}

uint64_t
bl_words_of(bl_span name)
{
    return words_of_list(NULL, name);
}

/* ---- the page ------------------------------------------------------------------------------- */

static uint64_t
words_remembered(bl_memory *memory, bl_span list)
{
    list = bl_span_head(list, NAME_MOST);
    if (list.n == 0)
        return 0;
    bl_memo *memo = memo_of(&memory->lists, memory->arena, list);
    if (!memo->name.p) {
        *memo = (bl_memo){list, words_of_list(memory, list)};
        memory->any_entry |= bl_span_find(list, BL_SPAN("entry"), 0) != BL_NOT_FOUND;
    }
    return memo->bits;
}

static size_t
visible_bytes(bl_span text)
{
    size_t n = 0, i = 0;
    for (; text.n - i >= 8; i += 8) {
        uint64_t x = bl_eight_at(text.p + i);
        if ((x - BL_EIGHT(' ')) & ~x & BL_EIGHT(0x80)) { /* a control character: maybe a line feed */
            for (size_t k = 0; k < 8; k++)
                n += !bl_is_space(text.p[i + k]);
        } else {
            n += 8 - bl_count_bytes(bl_zero_bytes(x ^ BL_EIGHT(' ')));
        }
    }
    for (; i < text.n; i++)
        n += !bl_is_space(text.p[i]);
    return n;
}

/* ASCII digits, and the bytes that begin those of other scripts. */
static bool
may_hold_digit(bl_span text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c < 0x80 ? bl_is_digit((char)c)
                     : c == 0xD9 || c >= 0xEF || c == 0xDB || c == 0xDF || c == 0xE0 || c == 0xE1 || c == 0xEA)
            return true;
    }
    return false;
}

static void
measure_text(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    uint32_t *before = bl_alloc(evidence->arena, (doc->count + 1) * sizeof *before);
    uint32_t *digits = bl_alloc(evidence->arena, (doc->count + 1) * sizeof *digits);
    uint32_t sum = 0, with_digits = 0;
    bl_node hidden_end = 0;
    for (bl_node n = 0; n < doc->count; n++) {
        const bl_node_record *node = &doc->nodes[n];
        before[n] = sum;
        digits[n] = with_digits;
        if (node->tag != BL_TAG_TEXT) {
            if (n >= hidden_end && bl_tag_is_hidden((bl_tag)node->tag))
                hidden_end = node->end;
        } else if (!node->is_blank) {
            sum += n >= hidden_end ? (uint32_t)visible_bytes(bl_node_text(node)) : 0;
            with_digits += may_hold_digit(bl_node_text(node));
        }
    }
    before[doc->count] = sum;
    digits[doc->count] = with_digits;
    evidence->text_before = before;
    evidence->digits_before = digits;
}

/* The first h1 that says something. */
static bl_node
first_headline(const bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    for (bl_node n = 0; n < doc->count; n++)
        if (doc->nodes[n].tag == BL_TAG_H1 && bl_text_size(evidence, n) > 0)
            return n;
    return BL_NO_NODE;
}

void
bl_words_collect(bl_evidence *evidence)
{
    const bl_document *doc = evidence->document;
    bl_memory memory = {.arena = evidence->arena};
    evidence->words = BL_NEW_ARRAY(evidence->arena, uint64_t, (size_t)doc->count + 1);
    evidence->words_above = BL_NEW_ARRAY(evidence->arena, uint64_t, (size_t)doc->count + 1);
    measure_text(evidence);
    bl_node headline = first_headline(evidence);
    double frame = FRAME_SHARE * evidence->text_before[doc->count];
    for (bl_node n = 0; n < doc->count; n++) {
        const bl_node_record *node = &doc->nodes[n];
        bl_node up = node->parent;
        if (up != BL_NO_NODE) {
            uint64_t passed = evidence->words[up];
            bool holds_headline = headline != BL_NO_NODE && bl_contains(doc, up, headline);
            bool is_main = doc->nodes[up].tag == BL_TAG_MAIN;
            if (is_main || holds_headline || bl_text_size(evidence, up) >= frame)
                passed &= PASSED_BY_FRAME;
            evidence->words_above[n] = evidence->words_above[up] | passed;
        }
        bool is_root = node->tag == BL_TAG_HTML || node->tag == BL_TAG_BODY;
        if (node->tag == BL_TAG_TEXT)
            continue;
        for (uint32_t i = 0; i < node->attribute_count; i++) {
            const bl_attribute_value *attribute = &doc->attributes[node->attributes + i];
            if (IS_NAMED[attribute->name]) {
                uint64_t words = words_remembered(&memory, bl_value_of(attribute));
                evidence->words[n] |= is_root ? 0 : words;
            }
        }
    }
    evidence->may_hold_entry = memory.any_entry;
    drop_memos(&memory.lists, evidence->arena);
    drop_memos(&memory.names, evidence->arena);
}
