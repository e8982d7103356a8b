/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A byline into pieces. */
#include "grammar/name.h"

#include "base/unicode.h"

/* How many words behind an and-word are looked at to tell whether they are a name. */
#define AHEAD_MOST 3
/* The colon of the label before a name is not further from it. */
#define LABEL_BYTES_MOST 60
/* The same with the particles among them. */
#define AHEAD_WORDS 6

typedef struct splitter {
    bl_span line;
    const bl_line_context *context;
    bl_arena *arena;
    bl_pieces *pieces;
    size_t start; /* of the piece that is open */
    char before;
    bool colon; /* somewhere in the line */
} splitter;

static void
close_piece(splitter *s, size_t end, size_t next, char separator)
{
    bl_span text = bl_trim(bl_span_from(s->line.p + s->start, end - s->start));
    if (text.n || s->before == '(')
        BL_PUSH(s->arena, s->pieces, ((bl_piece){text, s->before}));
    /* "X, and Y": the and-word says more than the comma */
    bool keeps = !text.n && s->pieces->count && separator == ',' && s->before != ')';
    s->before = keeps ? s->before : separator;
    s->start = next;
}

/* Do "Jr.", "MD", "Ph.D." stand there? Then a comma before them parts no names. */
static bool
is_suffix_at(const splitter *s, size_t at)
{
    bl_span rest = bl_span_cut(s->line, at);
    bl_span token = bl_name_token(&rest);
    while (token.n &&
           (token.p[token.n - 1] == ',' || token.p[token.n - 1] == ';' || token.p[token.n - 1] == ')'))
        token.n--;
    const bl_word *word;
    bl_byline_prefix(bl_trim(rest), &word);
    bool is_trade = word && word->kinds & (BL_BYLINE_JOB | BL_BYLINE_JOB_PART); /* "Sr. Director" */
    return token.n && bl_first_case(token) == BL_CASE_UPPER && !is_trade &&
           bl_byline_is(token, BL_BYLINE_SUFFIX);
}

/* Words with a capital (or without case) from byte at on, AHEAD_MOST at most, to the next separator. */
static size_t
names_ahead(const splitter *s, size_t at)
{
    size_t count = 0;
    bl_span rest = bl_span_cut(s->line, at);
    for (int words = 0; words < AHEAD_WORDS && count < AHEAD_MOST; words++) {
        bl_span token = bl_name_token(&rest);
        bl_letter_case first = bl_first_case(token);
        if (!token.n || first == BL_CASE_NONE || (first == BL_CASE_LOWER && !bl_is_name_particle(token)))
            break;
        count += first != BL_CASE_LOWER;
        if (strchr(",;|/)", token.p[token.n - 1]))
            break;
    }
    return count;
}

static size_t
words_behind(const splitter *s, size_t end)
{
    size_t count = 0;
    for (bl_span rest = bl_span_from(s->line.p + s->start, end - s->start);
         count < 4 && bl_name_token(&rest).n;)
        count++;
    return count;
}

/* "Ana Ruiz y Eva Gil" are two, "Ortega y Gasset" is one. */
static bool
parts_names(const splitter *s, bl_span word, size_t at, size_t next)
{
    static const char *const tongues[][2] = {
        {"y", "es"},   {"e", "it"},   {"e", "pt"},   {"i", "pl"},  {"i", "hr"},  {"i", "sr"},
        {"i", "bs"},   {"i", "ca"},   {"y", "gl"},   {"a", "cs"},  {"a", "sk"},  {"a", "cy"},
        {"en", "nl"},  {"en", "af"},  {"at", "fil"}, {"ac", "cy"}, {"na", "sw"}, {"e", "gl"},
        {"ja", "fi"},  {"ja", "et"},  {"un", "lv"},  {"va", "uz"}, {"si", "ro"}, {"ir", "lt"},
        {"dan", "id"}, {"dan", "ms"}, {"eta", "eu"}, {"ve", "tr"}, {"da", "ka"},
    };
    bool fits = bl_may_speak(s->context, "xx");
    for (size_t i = 0; i < sizeof tongues / sizeof tongues[0]; i++)
        fits |= bl_span_is(word, tongues[i][0]) && bl_speaks(s->context, tongues[i][1]);
    size_t ahead = names_ahead(s, next), behind = words_behind(s, at);
    return fits && behind && (ahead >= 2 || (behind == 1 && ahead == 1));
}

/* One letter in Slavic languages; elsewhere it is an initial. */
static bool
is_with(const splitter *s, bl_span word)
{
    if (word.n > 2)
        return true;
    static const char *const tongues[] = {"pl", "cs", "sk", "sl", "hr", "sr", "ru", "uk", "be", "bg"};
    for (size_t i = 0; i < sizeof tongues / sizeof tongues[0]; i++)
        if (bl_speaks(s->context, tongues[i]))
            return true;
    return false;
}

/* An and-word behind the white space at byte at; *next moves behind it. 0 where there is none. */
static char
and_at(const splitter *s, size_t at, size_t *next)
{
    bl_span rest = bl_span_cut(s->line, at);
    const bl_word *word;
    size_t n = bl_byline_prefix(rest, &word);
    if (!n || n >= rest.n || !(word->kinds & (BL_BYLINE_AND | BL_BYLINE_WEAK_AND | BL_BYLINE_WITH)))
        return 0;
    size_t behind = n;
    bl_span found = bl_span_head(rest, n);
    if (!bl_rune_is_space(bl_rune_next(rest, &behind)) || (n > 1 && bl_first_case(found) == BL_CASE_UPPER))
        return 0;
    *next = at + n;
    if (word->kinds & BL_BYLINE_AND && names_ahead(s, *next))
        return '&';
    if (word->kinds & BL_BYLINE_WEAK_AND && parts_names(s, found, at, *next))
        return '&';
    return word->kinds & BL_BYLINE_WITH && is_with(s, found) ? 'w' : 0;
}

static char
separator_of(uint32_t rune)
{
    switch (rune) {
    case ',':
    case 0x60C:
    case 0x3001:
    case 0xFF0C: return ',';
    case ';':
    case 0xFF1B: return ';';
    case '|':
    case 0xA6:
    case 0x2022:
    case 0x2502:
    case 0xFF5C:
    case '\n':
    case 0x25CF:
    case 0x25AA:
    case 0xBB: return '|';
    case '/':
    case 0xFF0F: return '/';
    case '(':
    case '[':
    case 0xFF08:
    case 0x3010:
    case 0x300C: return '(';
    case ')':
    case ']':
    case 0xFF09:
    case 0x3011:
    case 0x300D: return ')';
    case '&': return '&';
    default: return 0;
    }
}

/* "Jane Roe, DVM. Reviewed by Ann Poe": does a label, or page furniture, start behind the full stop? */
static bool
ends_sentence(const splitter *s, size_t next)
{
    const bl_word *word;
    bl_span rest = bl_trim(bl_span_cut(s->line, next));
    return bl_first_case(rest) == BL_CASE_UPPER && bl_byline_prefix(rest, &word) &&
           word->kinds & (BL_BYLINE_BY | BL_BYLINE_LABEL | BL_BYLINE_NOISE);
}

/* What parts at the rune there; next_rune and last stand around it. */
static char
separates(const splitter *s, uint32_t rune, uint32_t last, uint32_t next_rune, size_t next)
{
    char separator = separator_of(rune);
    bool spaced = (last == 0 || bl_rune_is_space(last)) && bl_rune_is_space(next_rune);
    if (separator == ',')
        return is_suffix_at(s, next) ? 0 : ',';
    if (separator == '/') /* an address is no list */
        return last == '/' || next_rune == '/' || last == ':' ? 0 : '/';
    if (separator)
        return separator;
    if (rune == '.')
        return bl_rune_is_space(next_rune) && ends_sentence(s, next) ? '|' : 0;
    if (rune == 0xB7 || rune == '+' || rune == 0x30FB)
        return spaced ? (rune == '+' ? '&' : '|') : 0;
    if (rune == '-' || rune == 0x2013 || rune == 0x2014 || rune == 0x2012)
        return spaced ? '-' : 0;
    return 0;
}

/* "Text: Jane Roe Foto: John Doe": a label with its colon behind a name that has one, too. */
static bool
is_label_at(const splitter *s, size_t at, size_t next)
{
    if (!s->colon)
        return false;
    const bl_word *word;
    bl_span rest = bl_span_cut(s->line, next);
    size_t n = bl_word_prefix(rest, &word);
    if (!n || n >= rest.n || rest.p[n] != ':' || !(word->kinds & (BL_WORD_PHOTO | BL_WORD_ROLE)))
        return false;
    bl_span before = bl_span_from(s->line.p + s->start, at - s->start);
    return words_behind(s, at) > 1 && before.p[before.n - 1] != ':' &&
           bl_span_find_char(bl_span_head(before, LABEL_BYTES_MOST), ':', 0) != BL_NOT_FOUND;
}

/* "서울=": in Korean and Japanese the place, then the name. */
static bool
ends_place(const splitter *s, uint32_t rune, uint32_t last, uint32_t next_rune)
{
    return s->start == 0 && (rune == '=' || rune == 0xFF1D) && bl_rune_is_ideograph(last) &&
           bl_rune_is_ideograph(next_rune);
}

void
bl_split_byline(bl_span line, const bl_line_context *context, bl_arena *arena, bl_pieces *pieces)
{
    splitter s = {line, context, arena, pieces, 0, 0, line.n && memchr(line.p, ':', line.n)};
    uint32_t last = 0;
    for (size_t at = 0; at < line.n;) {
        if (at > 0 && (bl_is_alpha(line.p[at]) || bl_is_digit(line.p[at]))) { /* most of all */
            last = (unsigned char)line.p[at++];
            continue;
        }
        size_t next = at, ahead;
        uint32_t rune = bl_rune_next(line, &next);
        ahead = next;
        uint32_t behind_rune = bl_rune_next(line, &ahead);
        char separator = separates(&s, rune, last, behind_rune, next);
        if (ends_place(&s, rune, last, behind_rune)) {
            s.start = next;
        } else if (separator) {
            close_piece(&s, at, next, separator);
        } else if (bl_rune_is_space(rune) || at == 0) {
            size_t behind = next;
            separator = and_at(&s, at == 0 ? 0 : next, &behind);
            if (!separator && at > 0 && is_label_at(&s, at, next)) {
                close_piece(&s, line.p[at - 1] == '.' ? at - 1 : at, next, '|');
                last = rune;
                at = next;
                continue;
            }
            if (separator && at > 0) {
                close_piece(&s, at, behind, separator);
                next = behind;
            }
        }
        last = rune;
        at = next;
    }
    close_piece(&s, line.n, line.n, 0);
}
