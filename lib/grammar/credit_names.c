/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_names.h"

#include "base/unicode.h"
#include "grammar/grammar.h"

/* Longer ones are sentences: "The Department of Health and Human Services of ..." */
#define HOUSE_WORDS_MOST 9
#define PERSON_WORDS_MOST 6
/* Bytes of the shortest compound that names a house: "Stadtwerke". */
#define HOUSE_COMPOUND_LEAST 10
/* More characters without a space are no name in Han; a name in kana or with its title is longer. */
#define IDEOGRAPHS_MOST 12

typedef struct counts {
    unsigned words; /* halves of "endFoto" are one */
    unsigned capitals;
    unsigned particles;
    unsigned small;  /* words in small letters that are no particles */
    unsigned stops;  /* of these: words that only sentences hold */
    unsigned titled_stops; /* the same with a capital, in the middle: "Who Have" of a headline */
    unsigned houses; /* words that only houses hold */
    unsigned digits;
    unsigned uncased;
    unsigned acronyms; /* "BBC Example", not "AJ Roe" or "JANE ROE" */
    unsigned all_capitals;
} counts;

/* "Jane WOLF": four letters and a vowel among them, so more than an acronym; three behind a given name: "Jane ROE". */
static bool
is_surname(bl_span word, bl_span given)
{
    if (word.n < (bl_is_given_name(given) ? 3 : 4))
        return false;
    for (size_t i = 0; i < word.n; i++)
        if (strchr("AEIOUY", word.p[i]) || (unsigned char)word.p[i] >= 0x80)
            return true;
    return false;
}

static void
count_word(const bl_tokens *tokens, size_t i, bool first, bool last, counts *n)
{
    const bl_token *t = &tokens->at[i];
    uint32_t kinds = bl_kinds(t);
    n->words += first || !(t->shape & BL_SHAPE_JOINT);
    if (t->type == '&' || t->type == 'a' || t->shape & (BL_SHAPE_DOTTED | BL_SHAPE_HANDLE)) {
        n->houses += !(t->shape & BL_SHAPE_INITIAL);
        n->capitals++;
        return;
    }
    if (t->shape & BL_SHAPE_DIGIT)
        n->digits++;
    if (t->shape & BL_SHAPE_UPPER) {
        n->capitals++;
        n->all_capitals += (t->shape & BL_SHAPE_CAPITALS) != 0 || t->letters == 1;
        n->acronyms +=
            t->shape & BL_SHAPE_CAPITALS && t->letters <= 5 && !(first && t->letters == 2) &&
            !(kinds & BL_WORD_PARTICLE) &&
            !(last && !first && is_surname(bl_token_span(tokens, i, i + 1), bl_token_span(tokens, i - 1, i)));
        if (kinds & BL_WORD_ORG && !(kinds & BL_WORD_PARTICLE && first))
            n->houses++;
        if (kinds & BL_WORD_STOP && first && kinds & BL_WORD_ORG)
            n->houses++;
        n->titled_stops += kinds & BL_WORD_STOP && !first && !last && t->letters > 2 &&
                           !(kinds & BL_WORD_PARTICLE) && !(t->shape & BL_SHAPE_CAPITALS);
    } else if (t->shape & BL_SHAPE_UNCASED) {
        n->uncased++;
        n->houses += (kinds & BL_WORD_ORG) != 0;
        n->stops += kinds & BL_WORD_STOP && !(kinds & BL_WORD_PARTICLE) && !first && !last;
    } else if (kinds & BL_WORD_PARTICLE && !last) {
        n->particles++;
    } else if (!first && (kinds & BL_WORD_ORG || (kinds & BL_WORD_AND && !last))) {
        n->houses++; /* "Smith und Sohn" */
    } else if (!(t->shape & BL_SHAPE_DIGIT)) {
        n->small++;
        n->stops += (kinds & BL_WORD_STOP) != 0;
    }
}

static bl_name_kind
single_word(const bl_token *t)
{
    if (t->shape & BL_SHAPE_IDEOGRAPH)
        return t->letters <= IDEOGRAPHS_MOST ? BL_NAME_WORD : BL_NAME_NONE;
    if (bl_token_is(t, BL_WORD_STOP | BL_WORD_TITLE) && !(t->shape & BL_SHAPE_CAPITALS))
        return BL_NAME_NONE;
    if (bl_token_is(t, BL_WORD_ORG) || t->shape & (BL_SHAPE_DOTTED | BL_SHAPE_HANDLE))
        return BL_NAME_HOUSE;
    return BL_NAME_WORD;
}

/* "Le Monde", "El País", "Die Zeit": an article and one word are no given name and surname. */
static bool
is_article(bl_span word)
{
    static const char *const articles[] = {"Le",  "La",  "Les", "El",  "Los", "Las", "Il", "Lo",
                                           "Die", "Der", "Das", "The", "De",  "Het", "O",  "A"};
    return bl_span_is_among_nocase(word, articles, BL_COUNT(articles));
}

/* Korean names are written in one word. */
#define HANGUL 0xAC00

static uint32_t
first_rune(const bl_tokens *tokens, size_t i)
{
    size_t at = tokens->at[i].start;
    return bl_rune_next(tokens->line, &at);
}

/* What compounds of German and its kin end in that are houses: "Beispielversicherung". */
#define E BL_SPAN_CONSTANT
static const bl_span house_endings[] = {
    E("archiv"), E("agentur"), E("versicherung"), E("verlag"), E("museum"), E("zeitung"), E("verband"),
    E("verein"), E("stiftung"), E("gesellschaft"), E("feuerwehr"), E("polizei"), E("rundfunk"),
    E("fernsehen"), E("kasse"), E("ministerium"), E("landwirtschaft"), E("schule"), E("hochschule"),
    E("klinikum"), E("kirche"), E("werke"), E("betriebe"), E("genossenschaft"), E("verwaltung"),
    E("zentrale"), E("akademie"), E("institut"), E("kammer"), E("behörde"), E("direktion"),
    E("redaktion"), E("bladet"), E("avisen"), E("posten"), E("tidningen"), E("kommune"), E("kommun"),
    E("politiet"), E("universitetet"), E("krant"), E("tagblatt"), E("tageblatt"), E("wochenblatt"),
    E("abendblatt"), E("volksblatt"), E("fraktion"), E("präsidium"), E("inspektion"), E("nachrichten"), E("anzeiger"),
    E("rundschau"), E("presse"), E("fotos"), E("bilder"),
};
#undef E

bool
bl_ends_as_house(bl_span word)
{
    return word.n >= HOUSE_COMPOUND_LEAST &&
           bl_span_ends_in(word, house_endings, BL_COUNT(house_endings), 3);
}

/* "X-Montage", "Y-Archiv": what the part behind the hyphen says of the whole. */
static bool
is_house_compound(const bl_tokens *tokens, const bl_token *t)
{
    if (!(t->shape & BL_SHAPE_HYPHEN))
        return false;
    BL_HOLDS(tokens->line.p);
    bl_span printed = bl_span_from(tokens->line.p + t->start, t->end - t->start);
    size_t cut = printed.n;
    while (cut > 0 && printed.p[cut - 1] != '-')
        cut--;
    const bl_word *word;
    bl_span tail = bl_span_cut(printed, cut);
    return tail.n && bl_word_prefix(tail, &word) == tail.n &&
           word->kinds & (BL_WORD_ORG | BL_WORD_MARK | BL_WORD_PHOTO);
}

/* "Alice M. Banner": behind a given name and an initial a word of houses is a surname. */
static bool
is_initialed(const bl_tokens *tokens, size_t from)
{
    const bl_token *initial = &tokens->at[from + 1];
    return initial->letters == 1 && initial->shape & BL_SHAPE_UPPER && tokens->at[from + 2].shape & BL_SHAPE_UPPER &&
           bl_is_given_name(bl_token_span(tokens, from, from + 1));
}

bl_name_kind
bl_name_class(const bl_tokens *tokens, size_t from, size_t to)
{
    counts n = {0};
    bool compound = false;
    for (size_t i = from; i < to; i++) {
        count_word(tokens, i, i == from, i + 1 == to, &n);
        compound |= is_house_compound(tokens, &tokens->at[i]);
    }
    if (compound)
        return BL_NAME_HOUSE;
    if (n.words <= 1)
        return single_word(&tokens->at[from]);
    if (n.stops || n.small > (n.houses ? 1 : 0) || n.words > HOUSE_WORDS_MOST)
        return BL_NAME_NONE;
    if ((n.acronyms && n.all_capitals < n.capitals) || n.titled_stops)
        n.houses++;
    n.houses += tokens->at[from].shape & BL_SHAPE_CAPITALS && bl_is_acronym(bl_token_span(tokens, from, from + 1));
    for (size_t i = from; i < to; i++)
        n.houses += bl_ends_as_house(bl_token_span(tokens, i, i + 1));
    if (n.words == 2 && tokens->at[from].shape & BL_SHAPE_UPPER &&
        bl_token_is(&tokens->at[from], BL_WORD_STOP | BL_WORD_PARTICLE) &&
        is_article(bl_token_span(tokens, from, from + 1)))
        n.houses++;
    if (n.words > 2 && bl_span_equal(bl_token_span(tokens, from, from + 1), BL_SPAN("A")) &&
        tokens->at[from + 1].letters > 1)
        n.houses++; /* "A Thousand Examples" */
    if (tokens->at[from].shape & BL_SHAPE_IDEOGRAPH && n.words > 1 && first_rune(tokens, from) >= HANGUL)
        n.houses++;
    if (n.houses == 1 && n.words == 3 && is_initialed(tokens, from))
        n.houses = 0;
    if (n.houses || n.digits)
        return n.capitals || n.uncased ? BL_NAME_HOUSE : BL_NAME_NONE;
    if (n.capitals < 2 && !n.uncased)
        return n.capitals && n.particles ? BL_NAME_HOUSE : BL_NAME_NONE;
    if (n.words > PERSON_WORDS_MOST)
        return BL_NAME_NONE;
    return bl_looks_like_name(bl_token_span(tokens, from, to)) ? BL_NAME_PERSON : BL_NAME_HOUSE;
}
