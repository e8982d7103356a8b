/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_tokens.h"

#include "base/unicode.h"
#include "base/vector.h"
#include "grammar/grammar.h"

typedef BL_VECTOR(bl_token) token_vector;

typedef struct cutter {
    bl_arena *arena;
    bl_span line;
    size_t at;
    bool spaced;
    token_vector tokens;
} cutter;

/* What marks of punctuation beyond ASCII are in their plain form: the fullwidth ones, bullets, dashes,
 * quotes. */
static const struct {
    uint16_t rune;
    char plain;
} plain_forms[] = {
    {0xA9, 'c'},   {0x2117, 'c'}, {0xFF0F, '/'}, {0x2215, '/'}, {0xFF5C, '|'}, {0x2022, '|'},
    {0xB7, '|'},   {0x2502, '|'}, {0x25CF, '|'}, {0x25A0, '|'}, {0x25BA, '|'}, {0x25B6, '|'}, {0x2192, '|'},
    {0x2666, '|'}, {0x203A, '|'}, {0x2039, '|'}, {0x2B55, '|'}, {0x25B2, '|'}, {0x25BC, '|'}, {0xFF0C, ','},
    {0x3001, ','}, {0x60C, ','},  {0xFF64, ','}, {0xFF1B, ';'}, {0x61B, ';'},  {0xFF1A, ':'}, {0xFF08, '('},
    {0x3010, '('}, {0xFF3B, '('}, {0x3014, '('}, {0x3008, '('}, {0xFF09, ')'}, {0x3011, ')'}, {0xFF3D, ')'},
    {0x3015, ')'}, {0x3009, ')'}, {0x2010, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'},
    {0x2212, '-'}, {0x3002, '.'}, {0xFF0E, '.'}, {0x2026, '.'}, {0x964, '.'},  {0x6D4, '.'},  {0x1362, '.'},
    {0xFF01, '?'}, {0xFF1F, '?'}, {0x61F, '?'},  {0x37E, '?'},  {0xFF1D, '='}, {0xFF0B, '+'}, {0xFF06, '&'},
};

/* The plain form of a mark of punctuation; 0 for what is none. */
static char
plain_punct(uint32_t rune)
{
    static const char plain[0x80] = {
        ['/'] = '/', ['\\'] = '/', ['|'] = '|', ['*'] = '|', ['>'] = '|',  ['<'] = '|',  ['_'] = '|',
        [','] = ',', [';'] = ';',  [':'] = ':', ['('] = '(', ['['] = '(',  ['{'] = '(',  [')'] = ')',
        [']'] = ')', ['}'] = ')',  ['-'] = '-', ['~'] = '-', ['.'] = '.',  ['!'] = '?',  ['?'] = '?',
        ['"'] = '"', ['\''] = '"', ['+'] = '+', ['='] = '=', ['&'] = '&',
    };
    if (rune < 0x80 && plain[rune])
        return plain[rune];
    for (size_t i = 0; rune >= 0x80 && i < BL_COUNT(plain_forms); i++)
        if (plain_forms[i].rune == rune)
            return plain_forms[i].plain;
    return bl_rune_is_punct(rune) ? '"' : 0;
}

static bl_token *
add_token(cutter *c, size_t start, size_t end, char type)
{
    if (c->tokens.count == c->tokens.room)
        c->tokens.at = bl_vector_grow(c->arena, c->tokens.at, &c->tokens.room, sizeof *c->tokens.at);
    bl_token *token = &c->tokens.at[c->tokens.count++];
    *token = (bl_token){.start = (uint32_t)start, .end = (uint32_t)end, .type = type};
    token->shape = c->spaced ? BL_SHAPE_SPACED : 0;
    c->spaced = false;
    c->at = end;
    return token;
}

/* "Reporter", which Chinese and Japanese write before a name without a space. */
static size_t
reporter_title(bl_span rest)
{
    if (!rest.n || (unsigned char)rest.p[0] < 0x80)
        return 0;
    static const char *const titles[] = {"\xE8\xAE\xB0\xE8\x80\x85", "\xE8\xA8\x98\xE8\x80\x85"};
    return bl_span_starts_among(rest, titles, BL_COUNT(titles));
}

/* In scripts without spaces a listed name may begin inside a run of letters. */
static size_t
split_ideographs(const cutter *c, size_t start, size_t end)
{
    const byline_agency *agency;
    const bl_word *word;
    size_t at = start;
    if (!bl_rune_is_ideograph(bl_rune_next(c->line, &at)))
        return end;
    while (at < end) {
        bl_span rest = bl_span_cut(c->line, at);
        if (bl_agency_prefix(rest, &agency) || bl_word_prefix(rest, &word))
            return at;
        bl_rune_next(c->line, &at);
    }
    return end;
}

static bool
keeps_dot(const cutter *c, const bl_token *token)
{
    if (token->end >= c->line.n || c->line.p[token->end] != '.')
        return false;
    if (token->end + 1 < c->line.n && c->line.p[token->end + 1] == '.')
        return false;
    if (token->letters == 1)
        return token->shape & BL_SHAPE_UPPER;
    if (token->word && token->word->kinds & BL_WORD_ABBREVIATION &&
        token->word->kinds & (BL_WORD_PHOTO | BL_WORD_ROLE))
        return true; /* "fot.", "oprac." */
    if (token->word && token->word->kinds & BL_WORD_ABBREVIATION)
        return token->shape & (BL_SHAPE_UPPER | BL_SHAPE_CAPITALS);
    bl_span printed = {c->line.p + token->start, token->end - token->start};
    return token->shape & BL_SHAPE_DOTTED && printed.n < 8 && token->shape & BL_SHAPE_CAPITALS;
}

static bool
is_titled(const bl_token *token)
{
    return token->shape & BL_SHAPE_UPPER && !(token->shape & BL_SHAPE_CAPITALS);
}

/* "l'AFP": how many bytes the article before an agency takes. */
static size_t
elision_at(const cutter *c)
{
    const char *p = c->line.p + c->at;
    size_t left = c->line.n - c->at, n = 0;
    if (left > 4 && bl_is_visible(p[1]) && p[1] != '\'')
        return 0;
    if (left > 4 && strchr("lLdD", p[0]) && p[0])
        n = p[1] == '\'' ? 2 : memcmp(p + 1, "\xE2\x80\x99", 3) == 0 ? 4 : 0;
    const byline_agency *agency;
    return n && bl_agency_prefix(bl_span_cut(c->line, c->at + n), &agency) ? n : 0;
}

/* "EXAMPLE PRESS/AP-Jane Roe": behind a slash, an agency and a hyphen, two words with capitals. */
static bool
is_name_behind(const cutter *c, size_t at, size_t end)
{
    const bl_word *word;
    const bl_token *before = c->tokens.count ? &c->tokens.at[c->tokens.count - 1] : NULL;
    return before && before->type == '/' && bl_rune_is_upper(bl_rune_at(c->line, at)) &&
           !bl_word_prefix(bl_span_cut(c->line, at), &word) && end + 1 < c->line.n && c->line.p[end] == ' ' &&
           bl_rune_is_upper(bl_rune_at(c->line, end + 1));
}

/* "dpa-Report", "ap.org": where the token of an agency whose name ends at byte end does. */
static size_t
agency_end(const cutter *c, size_t end, size_t plain)
{
    const byline_agency *other;
    if (plain <= end || (c->line.p[end] != '-' && c->line.p[end] != '.'))
        return end;
    bool hyphen = c->line.p[end] == '-';
    bool joined = hyphen && bl_agency_prefix(bl_span_cut(c->line, end + 1), &other);
    return joined || (hyphen && is_name_behind(c, end + 1, plain)) ? end : plain;
}

/* What is known of the text where the next word begins. */
typedef struct start_of_word {
    const byline_agency *agency;
    const bl_word *word;
    size_t named; /* the bytes of each, 0 is none */
    size_t listed;
    size_t plain; /* where the plain word ends, in the line */
    bool everyday;
    bool is_plain; /* glance says what the plain word looks like */
    bl_plain_word glance;
} start_of_word;

static void
look_up(cutter *c, start_of_word *s)
{
    bl_span rest = bl_span_cut(c->line, c->at);
    s->is_plain = bl_read_plain_word(rest, &s->glance);
    if (s->is_plain) {
        if (bl_agency_may_begin(s->glance.hash))
            s->named = bl_agency_prefix_everyday(rest, &s->agency, &s->everyday);
        if (bl_word_may_begin(s->glance.hash))
            s->listed = bl_word_prefix(rest, &s->word);
        s->plain = c->at + s->glance.letters;
        return;
    }
    c->at += elision_at(c);
    rest = bl_span_cut(c->line, c->at);
    BL_HOLDS(rest.n && rest.p);
    if (rest.p[0] != '@' && rest.p[0] != '#') {
        s->named = bl_agency_prefix_everyday(rest, &s->agency, &s->everyday);
        s->listed = bl_word_prefix(rest, &s->word);
    }
    s->plain = bl_word_end(c->line, c->at);
    size_t title = reporter_title(rest);
    if (title && c->at + title < s->plain && !s->named) {
        bl_word_prefix(bl_span_head(rest, title), &s->word);
        s->listed = title;
    }
}

static void
shape_word(const cutter *c, const start_of_word *s, bl_token *token)
{
    if (!s->is_plain || token->end != s->plain) {
        bl_take_shape(c->line, token);
        return;
    }
    token->shape |= s->glance.shape;
    token->letters = s->glance.letters;
}

static void
take_agency(cutter *c, const start_of_word *s)
{
    size_t start = c->at, named = start + s->named, end = agency_end(c, named, s->plain);
    /* "CP.11100" */
    bool number = end > named && c->line.p[named] == '.' && bl_is_digit(c->line.p[named + 1]);
    bl_token *token = add_token(c, start, end, number ? 'w' : 'a');
    token->agency = number ? NULL : s->agency;
    token->word = s->listed == s->named ? s->word : NULL;
    shape_word(c, s, token);
    if (token->agency && (s->everyday ? token->letters > 3 : token->letters == 3 && is_titled(token)))
        token->shape |= BL_SHAPE_EVERYDAY;
}

static void
take_word(cutter *c, bool joint)
{
    start_of_word s = {.named = 0};
    look_up(c, &s);
    if (s.named && s.named >= s.listed) {
        take_agency(c, &s);
        return;
    }
    size_t start = c->at, plain = s.plain, listed = s.listed;
    if (listed && start + listed < plain && bl_rune_at(c->line, start + listed) != '.') /* "on-line", "i-Images" */
        listed = bl_rune_is_ideograph(bl_rune_at(c->line, start)) ? listed : 0;
    size_t end = listed ? start + listed : s.is_plain ? plain : split_ideographs(c, start, plain);
    if (listed && end < plain && bl_rune_at(c->line, end) == '.') {
        end = plain; /* "post.example" is one word and no other */
        s.word = NULL;
    }
    bl_token *token = add_token(c, start, end, 'w');
    token->word = listed ? s.word : NULL;
    shape_word(c, &s, token);
    token->shape |= (uint16_t)(joint ? BL_SHAPE_JOINT : 0);
    if (c->line.p[start] == '@')
        token->shape |= BL_SHAPE_HANDLE;
    bool dotted = !(s.is_plain && end == plain) && memchr(c->line.p + start, '.', end - start);
    if (dotted)
        token->shape |= BL_SHAPE_DOTTED;
    if (end < c->line.n && c->line.p[end] == '.' && keeps_dot(c, token)) {
        token->shape |= token->letters == 1 || dotted ? BL_SHAPE_INITIAL : 0;
        token->end++;
        c->at++;
    }
}

/* "(c)" is the copyright sign, but not as the letter of a list: those have a small word behind them. */
static size_t
copyright_at(const cutter *c, size_t at)
{
    size_t start = at;
    if (plain_punct(bl_rune_next(c->line, &at)) != '(')
        return 0;
    uint32_t letter = bl_rune_next(c->line, &at);
    if (letter != 'c' && letter != 'C' && letter != 0xFF23)
        return 0;
    return plain_punct(bl_rune_next(c->line, &at)) == ')' ? at - start : 0;
}

static void
take_punct(cutter *c, uint32_t rune, size_t next)
{
    char type = plain_punct(rune);
    size_t sign = type == '(' ? copyright_at(c, c->at) : 0;
    if (sign) {
        add_token(c, c->at, c->at + sign, 'c');
        return;
    }
    if (!type) {
        c->at = next;
        return;
    }
    /* runs of one mark count once */
    bl_token *last = c->tokens.count ? &c->tokens.at[c->tokens.count - 1] : NULL;
    if (last && last->type == type && type != '(' && type != ')' && !c->spaced) {
        last->end = (uint32_t)next;
        c->at = next;
        return;
    }
    add_token(c, c->at, next, type);
}

bl_tokens
bl_tokenize(bl_arena *arena, bl_span line, size_t from)
{
    cutter c = {.arena = arena, .line = line, .at = from};
    while (c.at < line.n) {
        size_t next = c.at;
        uint32_t rune = bl_rune_next(line, &next);
        if (bl_rune_is_space(rune)) {
            c.spaced = true;
            c.at = next;
        } else if (bl_is_word_rune(rune) || ((rune == '@' || rune == '#') && bl_is_word_rune(bl_rune_at(line, next)))) {
            bool joint = !c.spaced && c.tokens.count && c.tokens.at[c.tokens.count - 1].end == c.at &&
                         strchr("wa", c.tokens.at[c.tokens.count - 1].type) != NULL;
            take_word(&c, joint);
        } else {
            take_punct(&c, rune, next);
        }
    }
    bl_drop_doubtful_agencies(c.tokens.at, c.tokens.count);
    return (bl_tokens){line, c.tokens.at, c.tokens.count};
}

/*
 * Where in the text as given lies byte at of the cleaned line? Cleaning drops and joins characters, but the
 * visible ones that are no marks stay as many as they were.
 */
size_t
bl_offset_given(bl_span given, bl_span clean, size_t at, bool end)
{
    if (bl_span_equal(given, clean))
        return at;
    size_t visible = 0, i = 0;
    while (i < at && i < clean.n) {
        uint32_t rune = bl_rune_next(clean, &i);
        visible += !bl_rune_is_space(rune) &&
                   (bl_rune_is_punct(rune) || bl_rune_is_letter(rune) || bl_rune_is_digit(rune));
    }
    size_t before = 0;
    for (i = 0; i < given.n;) {
        size_t start = i;
        uint32_t rune = bl_rune_next(given, &i);
        bool counts = !bl_rune_is_space(rune) &&
                      (bl_rune_is_punct(rune) || bl_rune_is_letter(rune) || bl_rune_is_digit(rune));
        if (!end && counts && visible == 0)
            return start;
        visible -= counts;
        before = i;
        if (end && visible == 0 && counts)
            return i;
    }
    return before;
}
