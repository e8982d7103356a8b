/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The head of a first paragraph: [ "(" agency ")" ] place [ "," region ] [ "," date ] [ "(" agency ")" ]
 * dash. In Chinese: agency, place, date and the sign for "wired", with nothing between them.
 */
#include "grammar/dateline.h"
#include "base/unicode.h"

/* "SOUTHWEST EXAMPLE-DADE, Fla., Sept. 24, 2019 (Example News Agency/Other) -" stays below this. */
#define HEAD_BYTES 200

/* "Rheinstadt (dpa) The": a place that nobody knows has no more words where no dash stands behind it. */
#define SHORT_PLACE 2

/* "2024. május 7., kedd" */
#define DATE_TOKENS_MOST 9

/* "le", "den", "dne" */
#define LITTLE_MOST 3

/* "By Jane Ann Roe and John Doe" */
#define BYLINE_TOKENS_MOST 10

/* Fewer words behind the dash are a heading. */
#define SENTENCE_WORDS_LEAST 3

#define SURE_KNOWN BL_PLACE_KNOWN
#define SURE_SHAPE BL_PLACE_SHAPE

static bool
is(const bl_dateline_reader *r, size_t i, char type)
{
    return i < r->tokens.count && r->tokens.at[i].type == type;
}

/* "—", "--", " - ", ".-", "_": what parts the dateline from the text. Gives the tokens it takes. */
static size_t
dash_at(const bl_dateline_reader *r, size_t i)
{
    size_t k = i;
    if (is(r, k, '.'))
        k++;
    bool line = is(r, k, '|') && r->line.p[r->tokens.at[k].start] == '_'; /* "(AP) _" of old feeds */
    return line || is(r, k, '-') ? k + 1 - i : 0;
}

static bool
is_date_word(const bl_token *t)
{
    return t->type == 'w' &&
           (bl_token_is(t, BL_WORD_DATE) || (t->shape & BL_SHAPE_DIGIT && !(t->shape & BL_SHAPE_UPPER)));
}

/* "le 7 mai", "den 7. Mai", "في 7 مايو": a little word before a date. */
static size_t
little_word(const bl_dateline_reader *r, size_t i)
{
    return is(r, i, 'w') && i + 1 < r->tokens.count && r->tokens.at[i].letters <= LITTLE_MOST &&
           (r->tokens.at[i].shape & BL_SHAPE_LOWER ||
            (r->tokens.at[i].shape & BL_SHAPE_UNCASED && bl_token_is(&r->tokens.at[i], BL_WORD_STOP))) &&
           is_date_word(&r->tokens.at[i + 1]);
}

/*
 * "May 7", "7 mai 2013", "28.06.2021", "le 4 mars": digits must be among them. Gives the tokens it takes. The little
 * word is none of the date.
 */
static size_t
read_date(bl_dateline_reader *r, size_t i)
{
    size_t little = little_word(r, i), digits = 0, months = 0;
    i += little;
    size_t end = i;
    while (end < r->tokens.count && end - i < DATE_TOKENS_MOST) {
        const bl_token *t = &r->tokens.at[end];
        bool joint = (t->type == ',' || t->type == '.' || t->type == '/') && end > i &&
                     end + 1 < r->tokens.count && is_date_word(&r->tokens.at[end + 1]);
        bool day_sign = digits && t->type == 'w' && t->letters == 1 && t->shape & BL_SHAPE_LOWER; /* "7 d." */
        joint |= t->type == '.' && is(r, end + 1, ',') && end + 2 < r->tokens.count && digits &&
                 is_date_word(&r->tokens.at[end + 2]); /* "2024. május 7., kedd" */
        joint |= digits && little_word(r, end); /* "7 de mayo" */
        if (!is_date_word(t) && !joint && !day_sign)
            break;
        digits += t->type == 'w' && t->shape & BL_SHAPE_DIGIT;
        /* a month, or two numbers at least: "28.06.", not "Example 10" */
        months += t->type == 'w' && (bl_token_is(t, BL_WORD_DATE) ||
                                     (t->shape & (BL_SHAPE_DOTTED | BL_SHAPE_UNCASED) && t->letters > 2));
        end++;
    }
    /* "MADRID, 7 (EP)" */
    bool day = digits == 1 && end - i == 1 && r->tokens.at[i].letters <= 2 && is(r, end, '(');
    if (!digits || !(months || digits > 1 || day))
        return 0;
    r->date_from = i;
    r->date_to = end;
    return end - i + little;
}

/* "(January 7, 2017)", "(Example News / Sputnik - 29 April, 2020)": the sources end where the date begins. */
static void
take_bracket_date(bl_dateline_reader *r)
{
    size_t to = r->source_to;
    if (r->date_to > r->date_from)
        return;
    for (size_t i = r->source_from; i < to; i++) {
        bl_dateline_reader dated = *r;
        if ((i > r->source_from && !is(r, i - 1, '-') && !is(r, i - 1, ',')) || read_date(&dated, i) != to - i)
            continue;
        dated.source_to = i > r->source_from ? i - 1 : r->source_from;
        *r = dated;
        return;
    }
}

/* "(Reuters)", "(dpa/lno)", "(KNA, AP)", "(NEWS10)". Gives the tokens it takes. */
static size_t
read_brackets(bl_dateline_reader *r, size_t i)
{
    char close = is(r, i, '(') ? ')' : is(r, i, '/') ? '/' : 0;
    if (!close)
        return 0;
    size_t end = i + 1, agencies = 0, words = 0;
    while (end < r->tokens.count && !is(r, end, close) && end - i < 12) {
        agencies += is(r, end, 'a');
        words += is(r, end, 'w');
        end++;
    }
    bool is_service = words == 1 && r->date_to > r->date_from && r->tokens.at[i + 1].shape & BL_SHAPE_CAPITALS;
    if (!is(r, end, close) || (close == '/' && !agencies && !is_service) || words > (agencies ? 8 : 4))
        return 0;
    r->source_from = i + 1;
    r->source_to = end;
    r->agencies += agencies;
    take_bracket_date(r);
    return end + 1 - i;
}

static bool
names_source(const bl_dateline_reader *r)
{
    return r->agencies || r->source_to > r->source_from;
}

static bool
begins_sentence(const bl_dateline_reader *r, size_t i)
{
    return i < r->tokens.count && (r->tokens.at[i].shape & BL_SHAPE_UPPER || is(r, i, '"'));
}

/* "(ANSA) - ROMA, 28 LUG -": after an agency and a dash there may come a place. */
static bool
read_agency_first(bl_dateline_reader *r)
{
    size_t n = read_brackets(r, 0);
    if (!n)
        return false;
    bool known = r->agencies > 0;
    size_t dash = dash_at(r, n);
    if (!dash && known && r->source_to - r->source_from == r->agencies && begins_sentence(r, n)) {
        r->end = n; /* "(Belga) The" */
        return true;
    }
    /* an outlet alone must be in capitals: "(CNN) --" */
    if (!dash || (!known && !(r->source_to - r->source_from == 1 &&
                              r->tokens.at[r->source_from].shape & BL_SHAPE_CAPITALS)))
        return false;
    r->end = n + dash;
    bl_dateline_reader second = *r;
    size_t place = bl_dateline_place(&second, n + dash);
    if (!place)
        return true;
    size_t i = n + dash + place, date = 0;
    if (is(&second, i, ','))
        date = read_date(&second, i + 1);
    i += date ? date + 1 : 0;
    dash = dash_at(&second, i);
    if (dash && (date || second.place_sure >= SURE_SHAPE)) {
        second.end = i + dash;
        *r = second;
    }
    return true;
}

/* "TALLINN, 7. mai, BNS -", "Киев. 7 мая. УНИАН -", "القاهرة / رويترز": an agency without brackets. */
static bool
read_bare_agency(bl_dateline_reader *r, size_t i)
{
    bool dated = r->date_to > r->date_from, is_slash = is(r, i, '/');
    if (is(r, i + 1, '|') && r->place_known && r->place_capitals &&
        r->tokens.at[i].shape & BL_SHAPE_ALL_LOWER) {
        r->source_from = i; /* "BERLIN dpa |" */
        r->source_to = i + 1;
        r->agencies += is(r, i, 'a');
        r->end = i + 2;
        return true;
    }
    bool is_parted = is_slash || dash_at(r, i) || is(r, i, ',') || is(r, i, '.');
    if (!is(r, i + 1, 'a') || !(dated || r->place_known) || !is_parted)
        return false;
    size_t dash = dash_at(r, i + 2);
    if (!dash && is(r, i + 2, ':'))
        dash = 1;
    if (!dash && is(r, i + 2, '.') && dated && is(r, i, ','))
        dash = 1;
    if (!dash && !(is_slash && i + 2 < r->tokens.count && r->tokens.at[i + 2].shape & BL_SHAPE_UNCASED))
        return false;
    r->source_from = i + 1;
    r->source_to = i + 2;
    r->agencies++;
    r->end = i + 2 + dash;
    return true;
}

/* What may stand behind place and date: "(Reuters) -", "- RIA.", ". /TASS/.", "(ANI):", "(PTI) The". */
static bool
read_closing(bl_dateline_reader *r, size_t i)
{
    size_t brackets = read_brackets(r, i);
    if (!brackets && is(r, i, '.'))
        brackets = read_brackets(r, i + 1) ? read_brackets(r, i + 1) + 1 : 0;
    if (brackets) {
        i += brackets;
        size_t dash = dash_at(r, i);
        bool known = r->agencies > 0;
        if (!dash && is(r, i, ':') && (r->place_exact ? r->place_capitals || r->date_to > r->date_from
                                                      : r->place_capitals && r->date_to > r->date_from))
            dash = 1; /* "KUALA LUMPUR (May 7):", "COLOMBO (Example 1st):" */
        if (!dash && known &&
            (is(r, i, ':') || (is(r, i, '.') && r->tokens.at[i].end - r->tokens.at[i].start < 2)))
            dash = 1;
        bool is_short = r->place_to - r->place_from <= SHORT_PLACE && r->place_sure >= 0;
        bool sentence = begins_sentence(r, i) && (r->place_known || is_short);
        if (!dash && !(known && (r->date_to > r->date_from || sentence)))
            return false;
        r->end = i + dash;
        return true;
    }
    if (read_bare_agency(r, i))
        return true;
    size_t dash = dash_at(r, i);
    if (dash == 1 && is(r, i + 1, '(')) { /* "NEW YORK--(BUSINESS WIRE)--" */
        brackets = read_brackets(r, i + 1);
        if (brackets && r->agencies && dash_at(r, i + 1 + brackets)) {
            r->end = i + 1 + brackets + dash_at(r, i + 1 + brackets);
            return true;
        }
    }
    if (dash == 2 && r->place_known && r->place_sure >= 0) /* "Ciudad de Ejemplo.-" */
        r->place_sure = SURE_KNOWN;
    bool is_stop = is(r, i, '.') && begins_sentence(r, i + 1) && !is(r, i + 1, 'a');
    if (!dash && (is(r, i, ':') || is_stop) && r->place_exact && r->place_capitals) {
        r->end = i + 1; /* "ISLAMABAD: The", "STOCKHOLM. The", "BAKU, Azerbaijan, May 7. The" */
        return true;
    }
    if (!dash && !(is(r, i, '.') && is(r, i + 1, 'a')))
        return false;
    dash = dash ? dash : 1;
    if (is(r, i + dash, 'a') && is(r, i + dash + 1, '.') && (r->date_to > r->date_from || r->place_known)) {
        r->source_from = i + dash;
        r->source_to = i + dash + 1;
        r->agencies++;
        r->end = i + dash + 2;
        return true;
    }
    r->end = i + dash;
    return is(r, i + dash - 1, '-');
}

/* "CHICAGO (Example) -", "Kiel (dpo) -", but not "Jane Roe (SPD) -". */
static bool
may_have_outlet(const bl_dateline_reader *r)
{
    const bl_token *source = &r->tokens.at[r->source_from];
    size_t tokens = r->source_to - r->source_from;
    bool code = source->shape & BL_SHAPE_ALL_LOWER && tokens == 1 && source->letters > 1 &&
        source->letters < 5;
    if (r->place_sure < 0)
        return false;
    return r->place_known || (r->place_capitals && tokens == 1) || (code && r->place_to - r->place_from == 1);
}

/* "S. 10 - 11", "P -": letters that stand for something else. */
static bool
is_long_enough(const bl_dateline_reader *r)
{
    size_t letters = 0;
    for (size_t i = r->place_from; i < r->place_to; i++)
        letters += r->tokens.at[i].letters;
    return letters > 2 || r->place_known;
}

/* Behind a place alone there are words of a sentence, or nothing at all: not "VIENNA - WIEN", "EXAMPLE 22 -
 * Tips". */
static bool
goes_on(const bl_dateline_reader *r)
{
    size_t words = 0;
    bool small = false;
    for (size_t i = r->end; i < r->tokens.count; i++) {
        words += strchr("wa", r->tokens.at[i].type) != NULL;
        small |= (r->tokens.at[i].shape & (BL_SHAPE_ALL_LOWER | BL_SHAPE_UNCASED)) != 0;
    }
    return !words || (words >= SENTENCE_WORDS_LEAST && small);
}

/* "By Jane Roe MADRID, May 7 (Reuters) -": where the place in capitals begins behind the byline; else 0. */
static size_t
behind_byline(const bl_dateline_reader *r)
{
    if (!is(r, 0, 'w') || !bl_token_is(&r->tokens.at[0], BL_WORD_BY) || !(r->tokens.at[0].shape & BL_SHAPE_UPPER))
        return 0;
    for (size_t i = 1; i < r->tokens.count && i < BYLINE_TOKENS_MOST; i++) {
        const bl_token *t = &r->tokens.at[i];
        if (t->type == 'w' && t->shape & BL_SHAPE_CAPITALS)
            return i > 2 && t->letters > 2 ? i : 0;
        if (t->type != ',' && !(t->type == 'w' && (t->shape & BL_SHAPE_UPPER || bl_token_is(t, BL_WORD_AND))))
            return 0;
    }
    return 0;
}

/* "EXAMPLE.COM, Jakarta -": the site, then the place. */
static bool
read_site_first(bl_dateline_reader *r)
{
    if (!is(r, 0, 'w') || !(r->tokens.at[0].shape & BL_SHAPE_DOTTED) || !is(r, 1, ','))
        return false;
    size_t place = bl_dateline_place(r, 2), dash = place ? dash_at(r, 2 + place) : 0;
    r->source_from = 0;
    r->source_to = 1;
    r->end = 2 + place + dash;
    return dash && r->place_sure >= 0 && goes_on(r);
}

/* "Jakarta, EX Indonesia --": behind a place that everybody knows an outlet of two words, the first in capitals. */
static size_t
outlet_behind(bl_dateline_reader *r)
{
    bool fits = is(r, 0, 'w') && bl_token_is(&r->tokens.at[0], BL_WORD_CITY) && is(r, 1, ',') && is(r, 2, 'w') &&
                is(r, 3, 'w') && dash_at(r, 4) && r->tokens.at[2].shape & BL_SHAPE_CAPITALS &&
                !bl_token_is(&r->tokens.at[2], BL_WORD_REGION | BL_WORD_CITY | BL_WORD_DATE) &&
                r->tokens.at[3].shape & BL_SHAPE_UPPER && !(r->tokens.at[3].shape & BL_SHAPE_CAPITALS);
    return fits ? 4 : 0;
}

static bool
read_outlet_behind(bl_dateline_reader *r)
{
    size_t n = outlet_behind(r);
    if (!n)
        return false;
    r->tokens.count = 1; /* the place alone is judged */
    size_t place = bl_dateline_place(r, 0);
    r->source_from = 2;
    r->source_to = n;
    return place == 1;
}

static bool
read_place_first(bl_dateline_reader *r)
{
    size_t start = r->start = behind_byline(r), place = bl_dateline_place(r, start), i = start + place, date;
    if (place) {
        bool comma = is(r, i, ',') || is(r, i, '.');
        date = read_date(r, i + comma);
        i += date ? date + comma : 0;
        if (!date && is(r, i, ',') && i + 1 < r->tokens.count &&
            r->tokens.at[i + 1].shape & BL_SHAPE_DOTTED && dash_at(r, i + 2)) {
            r->source_from = i + 1; /* "JAKARTA, example.com -" */
            r->source_to = i + 2;
            i += 2;
        }
        i += !date && is(r, i, ',') && is(r, i + 1, '('); /* "İSTANBUL, (DHA)-" */
        bool agency = is(r, i + 1, 'a') && dash_at(r, i + 2) && r->place_exact; /* "Tehran, IRNA –" */
        if (!date && is(r, i, ',') && !agency) /* "Reuters, MOSCOW" forms are source lines */
            return false;
    } else {
        date = read_date(r, start);
        i = start + date;
        if (!date)
            return false;
    }
    if (!read_closing(r, i))
        return false;
    bool dated = r->date_to > r->date_from, placed = r->place_to > r->place_from;
    if (!placed)
        return dated && r->agencies;
    if (r->agencies)
        return true;
    if (!is_long_enough(r) || (!names_source(r) && !goes_on(r)))
        return false;
    if (!r->place_capitals && !names_source(r) && !begins_sentence(r, r->end))
        return false;
    return (dated && (r->place_capitals || r->place_known)) || (names_source(r) && may_have_outlet(r)) ||
           r->place_sure >= SURE_SHAPE;
}

byline_dateline *
bl_read_dateline(bl_span text, const bl_line_context *context, bl_arena *arena)
{
    bl_dateline_reader r = {.line = bl_clean(arena, text, false)};
    size_t head = r.line.n < HEAD_BYTES ? r.line.n : HEAD_BYTES;
    while (head < r.line.n && ((unsigned char)r.line.p[head] & 0xC0) == 0x80)
        head++;
    r.tokens = bl_tokenize(arena, bl_span_head(r.line, head), 0);
    if (r.tokens.count < 2)
        return NULL;
    bl_dateline_reader fresh = r;
    size_t outlet = outlet_behind(&r);
    if (outlet && read_outlet_behind(&r)) {
        r.tokens = fresh.tokens;
        r.end = outlet + dash_at(&r, outlet);
        if (goes_on(&r))
            return bl_dateline_finish(&r, text, context, arena);
    }
    r = fresh;
    if (bl_dateline_ideographs(&r) || (r = fresh, read_agency_first(&r)) || (r = fresh, read_site_first(&r)) ||
        (r = fresh, read_place_first(&r)))
        return bl_dateline_finish(&r, text, context, arena);
    return NULL;
}
