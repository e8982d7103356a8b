/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A byline into pieces. */
#include "grammar/name.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* How many words behind an and-word are looked at to tell whether they are a name. */
#define AHEAD_MOST 3
/* What and_at() answers for a label. */
#define LABEL 'L'
/* So far the second of two labels is looked for, in bytes. */
#define PAIR_BYTES_MOST 160
/* The longest bracket inside a name, in bytes. */
#define NICKNAME_MOST 24
/* The same with the particles among them. */
#define AHEAD_WORDS 6
/* ... and no further than this many bytes, so that time stays linear in lines without spaces. */
#define NEAR_BYTES 240
/* "و" and a name of two letters take no more bytes. */
#define GLUED_LEAST 6
/* The letters of Korean. */
#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7AF

typedef struct splitter {
    bl_span line;
    const bl_line_context *context;
    bl_arena *arena;
    bl_byline_pieces *pieces;
    size_t start; /* of the piece that is open */
    char before;
    bool colon;       /* somewhere in the line */
    bool is_paired;   /* "Text Jane Roe Photos John Doe": labels without colons */
    bool is_labelled; /* the piece that is open begins with such a label */
} splitter;

/* What stands at byte at and shortly behind it. */
static bl_span
near(const splitter *s, size_t at)
{
    return bl_span_head(bl_span_cut(s->line, at), NEAR_BYTES);
}

static void
close_piece(splitter *s, size_t end, size_t next, char separator)
{
    bl_span text = bl_trim(bl_span_from(s->line.p + s->start, end - s->start));
    if (text.n || s->before == '(')
        BL_PUSH(s->arena, s->pieces, ((bl_byline_piece){text, s->before, s->is_labelled}));
    s->is_labelled = false;
    /* "X, and Y": the and-word says more than the comma */
    bool keeps = !text.n && s->pieces->count && separator == ',' && s->before != ')';
    s->before = keeps ? s->before : separator;
    s->start = next;
}

/* Do "Jr.", "MD", "Ph.D." stand there? Then a comma before them parts no names. */
static bool
is_suffix_at(const splitter *s, size_t at)
{
    bl_span rest = near(s, at);
    bl_span token = bl_name_token(&rest);
    while (token.n && (token.p[token.n - 1] == ',' || token.p[token.n - 1] == ';' || token.p[token.n - 1] == ')'))
        token.n--;
    const bl_word *word;
    bl_byline_prefix(bl_trim(rest), &word);
    bool is_trade = word && word->kinds & (BL_BYLINE_JOB | BL_BYLINE_JOB_PART); /* "Sr. Director" */
    return token.n && bl_first_case(token) == BL_CASE_UPPER && !is_trade && bl_byline_is(token, BL_BYLINE_SUFFIX);
}

/* Words with a capital (or without case) from byte at on, AHEAD_MOST at most, to the next separator. */
static size_t
names_ahead(const splitter *s, size_t at)
{
    size_t count = 0;
    bl_span rest = near(s, at);
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
    for (bl_span rest = bl_span_head(bl_span_from(s->line.p + s->start, end - s->start), NEAR_BYTES);
         count < 4 && bl_name_token(&rest).n;)
        count++;
    return count;
}

/* Does an agency stand behind byte at, or a word such as "agencies": "Jane Roe und dpa", "Jane Roe and agency"? */
static bool
is_house_ahead(const splitter *s, size_t at)
{
    const byline_agency *agency;
    bl_span rest = bl_trim(near(s, at)), word = rest;
    size_t named = bl_agency_prefix(rest, &agency);
    if (named && (named == rest.n || strchr(" ,;|/)", rest.p[named])))
        return true;
    word = bl_name_token(&word);
    return bl_first_case(word) == BL_CASE_LOWER && bl_byline_is(word, BL_BYLINE_STAFF | BL_BYLINE_HOUSE);
}

/* "Ana Ruiz y Eva Gil" are two, "Ortega y Gasset" is one. */
static bool
parts_names(const splitter *s, bl_span word, size_t at, size_t next)
{
    static const char *const tongues[][2] = {
        {"y", "es"},  {"e", "es"},   {"e", "it"},  {"e", "pt"},  {"i", "pl"},   {"i", "hr"},   {"i", "sr"},
        {"i", "bs"},  {"i", "ca"},   {"y", "gl"},  {"a", "cs"},  {"a", "sk"},   {"a", "cy"},   {"en", "nl"},
        {"en", "af"}, {"at", "fil"}, {"ac", "cy"}, {"na", "sw"}, {"e", "gl"},   {"ja", "fi"},  {"ja", "et"},
        {"un", "lv"}, {"va", "uz"},  {"si", "ro"}, {"ir", "lt"}, {"dan", "id"}, {"dan", "ms"}, {"eta", "eu"},
        {"ve", "tr"}, {"da", "ka"},  {"at", "tl"},
    };
    bool fits = bl_may_speak(s->context, "xx");
    for (size_t i = 0; i < BL_COUNT(tongues); i++)
        fits |= bl_span_is(word, tongues[i][0]) && bl_speaks(s->context, tongues[i][1]);
    size_t ahead = names_ahead(s, next), behind = words_behind(s, at);
    if (fits && behind >= 2 && is_house_ahead(s, next))
        return true;
    return fits && behind && (ahead >= 2 || (behind == 1 && ahead == 1));
}

/* One letter in Slavic languages; elsewhere it is an initial. */
static bool
is_with(const splitter *s, bl_span word)
{
    if (word.n > 2)
        return true;
    static const char *const tongues[] = {"pl", "cs", "sk", "sl", "hr", "sr", "ru", "uk", "be", "bg"};
    for (size_t i = 0; i < BL_COUNT(tongues); i++)
        if (bl_speaks(s->context, tongues[i]))
            return true;
    return false;
}

/* "GmbH & Co. KG", "Sp. z o.o." */
static bool
is_company_at(const splitter *s, size_t at)
{
    bl_span rest = near(s, at);
    bl_span token = bl_name_token(&rest);
    return bl_span_is(token, "Co.") || bl_span_is(token, "Co") || bl_span_is(token, "Cie.") ||
           bl_span_is(token, "o.o.") || bl_span_is(token, "o.o");
}

/* Is it followed by a colon, or what stands for one in East Asia? */
static bool
has_colon(bl_span behind)
{
    static const char *const wide[] = {"\xEF\xBC\x9A", "\xEF\xBC\x8F", "\xEF\xBC\x9D", "\xEF\xBD\x9C", "\xEF\xB8\xB1"};
    for (size_t i = 0; i < BL_COUNT(wide); i++)
        if (bl_span_starts(behind, bl_span_of(wide[i])))
            return true;
    return bl_span_starts(behind, BL_SPAN(":"));
}

/* "Text und Fotos:" is one label. */
static bool
is_in_label(const splitter *s, size_t at)
{
    const bl_word *open;
    return bl_byline_prefix(near(s, s->start), &open) > at - s->start + 1;
}

/*
 * "Words by Jane Roe Photography by John Doe", "文／張三 圖／李四": does the label of n bytes that stands at the
 * start of rest begin a piece of its own?
 */
static bool
begins_piece(const splitter *s, size_t at, bl_span rest, size_t n, const bl_word *word)
{
    bl_span behind = bl_span_cut(rest, n), before = bl_span_from(s->line.p + s->start, at - s->start);
    size_t first = 0, end = n;
    bool is_wide = bl_rune_next(rest, &first) >= 0x2E80;
    size_t words = words_behind(s, at);
    bl_letter_case next = bl_first_case(bl_trim(behind));
    bool is_task = word->kinds & BL_BYLINE_LABEL && word->role > BYLINE_ROLE_AUTHOR;
    if (words == 0 && s->is_paired && is_task) /* "Text Jane Roe, Photos John Doe" */
        return next == BL_CASE_UPPER;
    if (is_wide && words && is_task && !behind.n)
        return true;
    if (!behind.n || words < (is_wide ? 1 : 2) || has_colon(bl_span_cut(before, before.n - 1)))
        return false;
    if (is_in_label(s, at))
        return false;
    if (has_colon(behind) || (is_wide && strchr("/|", behind.p[0])))
        return is_wide || word->kinds & BL_BYLINE_LABEL;
    if (is_wide && word->kinds & BL_BYLINE_BY && bl_speaks(s->context, "zh")) /* "记者 张三 通讯员 李四" */
        return behind.p[0] == ' ' && next == BL_CASE_UNCASED;
    if (!bl_rune_is_space(bl_rune_next(rest, &end)) || !is_task)
        return false;
    bool is_phrase = bl_span_find_char(bl_span_head(rest, n), ' ', 0) != BL_NOT_FOUND;
    return is_wide ? next == BL_CASE_UNCASED : next == BL_CASE_UPPER && (is_phrase || s->is_paired);
}

/*
 * An and-word behind the white space at byte at; *next moves behind it. 0 where there is none. LABEL where one
 * begins a new piece.
 */
static char
and_at(const splitter *s, size_t at, size_t *next)
{
    bl_span rest = near(s, at);
    const bl_word *word;
    size_t n = bl_byline_prefix(rest, &word);
    if (n && word->kinds & (BL_BYLINE_LABEL | BL_BYLINE_BY) && at > 0 && begins_piece(s, at, rest, n, word))
        return LABEL;
    if (!n || n >= rest.n || !(word->kinds & (BL_BYLINE_AND | BL_BYLINE_WEAK_AND | BL_BYLINE_WITH)))
        return 0;
    size_t behind = n;
    bl_span found = bl_span_head(rest, n);
    if (!bl_rune_is_space(bl_rune_next(rest, &behind)) || (n > 1 && bl_first_case(found) == BL_CASE_UPPER))
        return 0;
    *next = at + n;
    bool is_name_ahead = names_ahead(s, *next) || (words_behind(s, at) >= 2 && is_house_ahead(s, *next));
    if (word->kinds & BL_BYLINE_AND && is_name_ahead && !is_company_at(s, *next))
        return '&';
    if (word->kinds & BL_BYLINE_WEAK_AND && parts_names(s, found, at, *next))
        return '&';
    return word->kinds & BL_BYLINE_WITH && is_with(s, found) && !is_company_at(s, *next) ? 'w' : 0;
}

/* "سلوى وفاطمة", "דנה ונועה": does the letter that means "and" stand before a name there? */
static bool
is_glued_and(const splitter *s, uint32_t rune, size_t at, size_t next)
{
    if (rune != 0x648 && rune != 0x5D5)
        return false;
    bl_span rest = near(s, at), token = bl_name_token(&rest);
    size_t behind = token.n > GLUED_LEAST ? next : token.n, second = bl_rune_next(s->line, &behind);
    bool is_hebrew = rune == 0x5D5, is_own = is_hebrew && (second == rune || second == 0x5D9);
    if (token.n <= GLUED_LEAST || bl_byline_is(token, BL_BYLINE_NO_AND) || is_own ||
        (!is_hebrew && !bl_may_speak(s->context, "ar")))
        return false;
    return words_behind(s, at) >= 2 && names_ahead(s, next) >= 2;
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
    case 0x2223:
    case 0xFE31:
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

/* "Jane Roe, DVM. Reviewed by Ann Poe": does a label, page furniture or a city start behind the full stop? */
static bool
ends_sentence(const splitter *s, size_t at, size_t next)
{
    const bl_word *word;
    bl_span rest = bl_trim(near(s, next));
    if (words_behind(s, at) >= 2 && bl_word_prefix(rest, &word) == rest.n && rest.n && word->kinds & BL_WORD_CITY)
        return true; /* "Ana Ruiz. Madrid" */
    return bl_first_case(rest) == BL_CASE_UPPER && bl_byline_prefix(rest, &word) &&
           word->kinds & (BL_BYLINE_BY | BL_BYLINE_LABEL | BL_BYLINE_NOISE);
}

/* Is all of the open piece before byte at a label? */
static bool
is_label(const splitter *s, size_t at)
{
    bl_span text = bl_trim(bl_span_from(s->line.p + s->start, at - s->start));
    return text.n && bl_byline_is(text, BL_BYLINE_LABEL | BL_BYLINE_BY);
}

/* "서울=홍길동": in Korean and Japanese the place or the house, then the name. */
static bool
parts_place(const splitter *s, uint32_t last, uint32_t next_rune)
{
    return s->start == 0 && bl_rune_is_ideograph(last) && bl_rune_is_ideograph(next_rune);
}

static bool
is_hangul(uint32_t rune)
{
    return rune >= HANGUL_FIRST && rune <= HANGUL_LAST;
}

/* What parts at the rune there; next_rune and last stand around it. */
static char
separates(const splitter *s, size_t at, uint32_t rune, uint32_t last, uint32_t next_rune, size_t next)
{
    char separator = separator_of(rune);
    if (bl_rune_is_space(last) && is_glued_and(s, rune, at, next))
        return '&';
    bool spaced = (last == 0 || bl_rune_is_space(last)) && bl_rune_is_space(next_rune);
    if (separator == ',')
        return is_suffix_at(s, next) ? 0 : ',';
    if (separator == '&' && is_company_at(s, next))
        return 0;
    /* what stands for a colon: "文／張三", "编辑｜张三" */
    if ((separator == '/' || separator == '|') && (rune == 0xFF0F || bl_rune_is_ideograph(last)) && is_label(s, at))
        return 0;
    if (separator == '/') /* an address is no list */
        return last == '/' || next_rune == '/' || last == ':' ? 0 : '/';
    if (rune == '=' || rune == 0xFF1D)
        return parts_place(s, last, next_rune) && !is_label(s, at) ? '=' : 0;
    if (separator)
        return separator;
    if (rune == '.')
        return bl_rune_is_space(next_rune) && ends_sentence(s, at, next) ? ',' : 0;
    if (rune == 0xB7 && is_hangul(last) && is_hangul(next_rune) && !is_in_label(s, at)) /* "홍길동·김철수 기자" */
        return ',';
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
    bl_span rest = near(s, next);
    size_t n = bl_word_prefix(rest, &word);
    if (!n || n >= rest.n || !has_colon(bl_span_cut(rest, n)) ||
        !(word->kinds & (BL_WORD_PHOTO | BL_WORD_ROLE | BL_WORD_SOURCE)))
        return false;
    bl_span before = bl_span_from(s->line.p + s->start, at - s->start);
    return words_behind(s, at) > (rest.p[n] == ':') && before.p[before.n - 1] != ':' && !is_in_label(s, at);
}

static bool
begins_name(bl_span text)
{
    bl_letter_case first = bl_first_case(text);
    return first == BL_CASE_UPPER || first == BL_CASE_UNCASED;
}

/* "Text Jane Roe, Fotos John Doe", "글 홍길동 사진 김철수": two labels, and neither has a colon. */
static bool
pairs_labels(bl_span line)
{
    const bl_word *word;
    size_t n = bl_byline_prefix(line, &word);
    if (!n || !(word->kinds & BL_BYLINE_LABEL) || word->role != BYLINE_ROLE_AUTHOR || n >= line.n || line.p[n] != ' ' ||
        !begins_name(bl_span_cut(line, n)))
        return false;
    bl_span rest = bl_span_head(bl_span_cut(line, n), PAIR_BYTES_MOST);
    for (bl_span token; (token = bl_name_token(&rest)).n;) {
        size_t k = bl_byline_prefix(token, &word);
        if (k == token.n && word->kinds & BL_BYLINE_LABEL && word->role > BYLINE_ROLE_AUTHOR && begins_name(rest))
            return true;
    }
    return false;
}

/* "Jonathan (Jon) Roe": where a bracket inside a name ends; 0 is none. */
static size_t
nickname_end(const splitter *s, size_t at, size_t next)
{
    size_t close = bl_span_find_char(bl_span_head(s->line, next + NICKNAME_MOST), ')', next);
    if (close == BL_NOT_FOUND || close + 2 >= s->line.n || s->line.p[at] != '(' || at == 0 ||
        s->line.p[at - 1] != ' ' || s->line.p[close + 1] != ' ')
        return 0;
    const bl_word *word;
    bl_span name = bl_span_from(s->line.p + next, close - next);
    bl_span before = bl_trim(bl_span_from(s->line.p + s->start, at - s->start));
    byline_role role;
    bool is_said = bl_byline_prefix(name, &word) == name.n || bl_word_prefix(name, &word) == name.n ||
                   byline_agency_find(name.p, name.n);
    bool is_word = bl_span_find_char(name, ' ', 0) == BL_NOT_FOUND;
    bl_span behind = bl_trim(bl_span_cut(s->line, close + 1)); /* "Jane (Ann Mary) Roe", and nothing more */
    bool is_last = bl_name_token(&behind).n && !behind.n;
    if (is_said || bl_first_case(name) != BL_CASE_UPPER || !bl_looks_like_name(name) || !(is_word || is_last) ||
        !names_ahead(s, close + 1))
        return 0;
    bl_strip_label(&before, false, s->context, BYLINE_ROLE_AUTHOR, &role);
    bl_span rest = before;
    return bl_name_token(&rest).n && !bl_name_token(&rest).n && bl_first_case(before) == BL_CASE_UPPER ? close + 1 : 0;
}

void
bl_split_byline(bl_span line, const bl_line_context *context, bl_arena *arena, bl_byline_pieces *pieces)
{
    splitter s = {.line = line, .context = context, .arena = arena, .pieces = pieces};
    s.colon = line.n && (memchr(line.p, ':', line.n) || memchr(line.p, 0xEF, line.n));
    s.is_paired = s.is_labelled = !s.colon && pairs_labels(line);
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
        char separator = separates(&s, at, rune, last, behind_rune, next);
        size_t inner = separator == '(' ? nickname_end(&s, at, next) : 0;
        if (inner) {
            next = inner;
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
            if (separator == LABEL) {
                close_piece(&s, at, next, '|');
                s.is_labelled = true;
            } else if (separator && at > 0) {
                close_piece(&s, at, behind, separator);
                next = behind;
            }
        }
        last = rune;
        at = next;
    }
    close_piece(&s, line.n, line.n, 0);
}
