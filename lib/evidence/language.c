/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The language of a page that names none, or a wrong one: whose small words its text is full of. */
#include "base/unicode.h"
#include "evidence/sources.h"
#include "evidence/weights.h"

enum {
    WORDS_READ = 600,     /* of running text; more don't make the answer surer */
    WORD_BYTES = 24,      /* no small word is longer */
    TEXT_BYTES = 40,      /* a shorter text is a label */
    HIT = 12,             /* of a word that one language alone has */
    LEAST_HITS = 4 * HIT, /* of a language that is claimed */
    HITS_OF_WORDS = 16,   /* one word in so many */
    WORDS_CHECKED = 100,  /* of a text whose language is declared */
    FIT_OF_WORDS = 14,    /* it is in that language where one word in so many is a small one of it */
    OTHER_OF_WORDS = 8,   /* and in another one where one in so many is of that */
    LEAD_OVER_NEXT = 4    /* hits are at least five for four of the next language */
};

/* The commonest small words, those that other languages on the list have too among the last. */
static const struct {
    const char *language;
    const char *words;
} SMALL_WORDS[] = {
    {"en", "the of and to that was for with is on by from at has have his said were which in a"},
    {"de", "der die und das den von mit ist dem ein eine nicht auf sich auch im zu für des sie"},
    {"fr", "les des une est dans pour que qui sur pas au par plus avec ce sont du et la le"},
    {"es", "los las del una por con para que como más pero sus al fue ha el y en la"},
    {"it", "il che di della per non una sono con del dei gli nel anche più alla ha è un la"},
    {"pt", "não uma dos para com por mais das ao foi são no na em os um que do da e"},
    {"nl", "het een van dat niet zijn voor met aan ook er bij naar wordt maar op de en is in"},
    {"sv", "och att det som är för inte har med till ett av på den kan om så var en i"},
    {"da", "og det at er ikke har med til af på som der blev efter kan fra en i den for"},
    {"nb", "og det ikke er har med til av på som ble etter fra kan å skal også en i for"},
    {"fi", "ja on ei että oli mutta kun myös sen ovat se hän joka ole mukaan vuoden"},
    {"pl", "nie się na że jest jak do to przez dla od po który oraz są ma tym z w i"},
    {"cs", "je se na že to jako ale pro jsou který podle by až také jeho ve od do a v"},
    {"sk", "je sa na že to ako ale pre sú ktorý podľa by aj jeho vo od do a v"},
    {"hu", "a az hogy nem is egy meg volt csak már ez azt szerint mint de van és el"},
    {"ro", "și în nu că este din pentru cu mai care sunt au fost lui pe la de un o a"},
    {"tr", "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar en ise"},
    {"id", "yang dan di untuk dengan dari ini itu dalam tidak pada akan ke oleh juga adalah"},
    {"vi", "của và là có được cho các không một trong người với những đã này khi"},
    {"hr", "je se na da su za od kao koji što nije bi ali samo te iz do u i"},
    {"ca", "els les amb que per una del més no són dels ha i al el la de"},
    {"et", "ja on ei et oli see ka kui mis aga oma või ning ta"},
    {"lv", "un ir ka par ar no uz kas bet arī nav to ko lai"},
    {"lt", "ir kad yra su bet tai buvo iš kaip ne apie dėl jau į"},
    {"el", "και το να της του η που με για από την των στο θα"},
    {"ru", "и в не на что с по это как но из у за от был для"},
    {"uk", "і в не на що з та до це як але із за від був для у й"},
    {"bg", "и на да се в за от не че с са по това като ще е"},
    {"sr", "и у је да се на су за од као који није са али"},
    {"ar", "في من على إلى أن عن التي الذي مع هذا كان بعد ما"},
    {"fa", "در به از که این را با است برای آن شد خود"},
    {"ur", "کے میں کی ہے اور سے کا کو نے کہ پر یہ"},
    {"he", "של את על לא כי גם זה הוא עם אל היא או"},
    {"hi", "के में की है और से का को ने कि पर यह"},
};

enum { LANGUAGES = sizeof SMALL_WORDS / sizeof SMALL_WORDS[0] };

typedef struct tally {
    size_t words, most;
    size_t only; /* the one language that is counted, LANGUAGES for all */
    size_t hits[LANGUAGES];
} tally;

static bool
is_among(const char *words, bl_span word)
{
    bl_span rest = bl_span_of(words), one;
    while (bl_span_next(&rest, ' ', &one))
        if (bl_span_equal(one, word))
            return true;
    return false;
}

/* A word says the more of a language the fewer others have it. */
static void
count_word(tally *t, bl_span word)
{
    size_t having[LANGUAGES], count = 0;
    t->words++;
    if (t->only < LANGUAGES) {
        t->hits[t->only] += is_among(SMALL_WORDS[t->only].words, word) ? HIT : 0;
        return;
    }
    for (size_t i = 0; i < LANGUAGES && word.n <= WORD_BYTES; i++)
        if (is_among(SMALL_WORDS[i].words, word))
            having[count++] = i;
    for (size_t i = 0; i < count; i++)
        t->hits[having[i]] += HIT / count;
}

static void
count_text(tally *t, bl_span text, bl_arena *arena)
{
    bl_span folded = bl_fold(arena, text);
    size_t start = 0;
    for (size_t at = 0; at <= folded.n && t->words < t->most;) {
        size_t before = at;
        if (at < folded.n && bl_rune_is_letter(bl_rune_next(folded, &at)))
            continue;
        if (before > start)
            count_word(t, bl_span_from(folded.p + start, before - start));
        start = at;
        if (before == folded.n)
            break;
    }
}

/* The text of paragraphs, at most so many words, with the first node that has one. */
static bl_node
count_paragraphs(const bl_evidence *evidence, tally *t, size_t most)
{
    const bl_document *doc = evidence->document;
    bl_node first = BL_NO_NODE;
    t->most = most;
    for (bl_node n = 0; n < doc->count && t->words < most; n++) {
        const bl_node_record *node = &doc->nodes[n];
        if (bl_tag_is_hidden((bl_tag)node->tag) || node->tag == BL_TAG_NAV || node->tag == BL_TAG_FOOTER) {
            n = node->end - 1;
            continue;
        }
        if (node->tag != BL_TAG_TEXT || node->text.n < TEXT_BYTES)
            continue;
        first = first == BL_NO_NODE ? n : first;
        count_text(t, bl_span_head(node->text, most * WORD_BYTES), evidence->arena);
    }
    return first;
}

/* The declared language among those whose words are known; LANGUAGES where it is none of them. */
static size_t
declared_language(const bl_evidence *evidence)
{
    bl_span tag = bl_trim(evidence->claims[BL_FIELD_LANGUAGE].at[0].value);
    bl_span code = bl_span_starts_nocase(tag, BL_SPAN("no")) ? BL_SPAN("nb") : bl_span_head(tag, 2);
    size_t i = 0;
    while (i < LANGUAGES && !bl_span_equal_nocase(code, bl_span_of(SMALL_WORDS[i].language)))
        i++;
    return tag.n == 2 || (tag.n > 2 && !bl_is_alpha(tag.p[2])) ? i : LANGUAGES;
}

/* Does the text begin with small words of the declared language, or is it too short to tell? */
static bool
fits_declared(const bl_evidence *evidence, size_t declared)
{
    tally t = {.only = declared};
    count_paragraphs(evidence, &t, WORDS_CHECKED);
    return t.words < WORDS_CHECKED || t.hits[declared] * FIT_OF_WORDS >= t.words * HIT;
}

void
bl_collect_language(bl_evidence *evidence)
{
    size_t declared = LANGUAGES, best = 0, next = 0, few = HITS_OF_WORDS;
    if (evidence->claims[BL_FIELD_LANGUAGE].count) {
        declared = declared_language(evidence);
        if (declared == LANGUAGES || fits_declared(evidence, declared))
            return;
        few = OTHER_OF_WORDS;
    }
    tally t = {.only = LANGUAGES};
    bl_node first = count_paragraphs(evidence, &t, WORDS_READ);
    for (size_t i = 1; i < LANGUAGES; i++)
        if (t.hits[i] > t.hits[best])
            best = i;
    for (size_t i = 0; i < LANGUAGES; i++)
        if (i != best && t.hits[i] > next)
            next = t.hits[i];
    bool is_clear = t.hits[best] >= LEAST_HITS && t.hits[best] * few >= t.words * HIT &&
                    t.hits[best] * LEAD_OVER_NEXT >= next * (LEAD_OVER_NEXT + 1);
    if (!is_clear || best == declared)
        return;
    bl_claim_add(evidence, BL_FIELD_LANGUAGE, BYLINE_SOURCE_VISIBLE,
                 declared < LANGUAGES ? BL_WEIGHT_LANGUAGE_TEXT : BL_WEIGHT_LANGUAGE_WORDS,
                 bl_span_of(SMALL_WORDS[best].language), first);
}
