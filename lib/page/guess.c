/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The charset of bytes that nobody has named: the one in which they read most like words. */
#include "page/charset.h"

#include "base/unicode.h"
#include "page/convert.h"

/* More bytes than this do not make the answer surer. */
enum { SAMPLE = 256 << 10 };

/*
 * Charsets of two bytes a character first: their lead bytes say more than letters do. What is frequent in
 * running text of each; the rest of the table is hardly used.
 */
typedef struct pair_count {
    size_t pairs;
    size_t frequent;
    size_t kana;
    size_t bad;
    size_t hangul; /* lead bytes of the Korean syllables, which Chinese uses for half of its characters */
} pair_count;

static bool
is_frequent(bl_charset_kind kind, unsigned char lead, unsigned char trail)
{
    bool is_high = trail >= 0xA1;
    switch (kind) {
    case BL_KIND_GBK:
        return is_high && ((lead >= 0xB0 && lead <= 0xF7) || (lead >= 0xA1 && lead <= 0xA3));
    case BL_KIND_BIG5:
        return (lead >= 0xA4 && lead <= 0xC6) || lead == 0xA1;
    case BL_KIND_EUC_JP:
        return lead == 0xA4 || lead == 0xA5 || lead == 0xA1 || (lead >= 0xB0 && lead <= 0xCF);
    case BL_KIND_EUC_KR:
        return is_high && ((lead >= 0xB0 && lead <= 0xC8) || lead == 0xA1 || lead == 0xA3);
    case BL_KIND_SHIFT_JIS:
        return (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97);
    default:
        return false;
    }
}

static pair_count
count_pairs(bl_charset_kind kind, bl_span bytes)
{
    pair_count count = {0};
    const unsigned char *p = (const unsigned char *)bytes.p, *end = p + bytes.n;
    while (p < end) {
        size_t n = bl_character_length(kind, p, (size_t)(end - p));
        if (n >= 2) {
            count.pairs++;
            count.frequent += is_frequent(kind, p[0], p[1]);
            count.kana += kind == BL_KIND_SHIFT_JIS ? p[0] == 0x82 || p[0] == 0x83 : p[0] == 0xA4 || p[0] == 0xA5;
            count.hangul += p[0] >= 0xB0 && p[0] <= 0xC8;
        } else if (*p >= 0x80) {
            count.bad++;
        }
        p += n;
    }
    return count;
}

/* Of a hundred pairs: how many must be frequent ones, may be wrong, and are kana in the least Japanese text. */
enum { FREQUENT = 80, BAD = 3, KANA = 15, HANGUL = 88 };

static bool
reads_well(const pair_count *count)
{
    return count->pairs >= 4 && count->frequent * 100 >= count->pairs * FREQUENT &&
           count->bad * 100 <= count->pairs * BAD;
}

static bl_charset
guess_pairs(bl_span bytes)
{
    pair_count jis = count_pairs(BL_KIND_SHIFT_JIS, bytes);
    if (reads_well(&jis) && jis.kana * 100 >= jis.pairs * KANA)
        return BL_CHARSET_SHIFT_JIS;
    pair_count euc = count_pairs(BL_KIND_EUC_JP, bytes);
    if (reads_well(&euc) && euc.kana * 100 >= euc.pairs * KANA)
        return BL_CHARSET_EUC_JP;
    pair_count korean = count_pairs(BL_KIND_EUC_KR, bytes);
    if (reads_well(&korean) && korean.hangul * 100 >= korean.pairs * HANGUL)
        return BL_CHARSET_EUC_KR;
    pair_count simplified = count_pairs(BL_KIND_GBK, bytes);
    pair_count traditional = count_pairs(BL_KIND_BIG5, bytes);
    bool is_simplified = reads_well(&simplified), is_traditional = reads_well(&traditional);
    if (is_simplified && (!is_traditional || simplified.frequent * traditional.pairs >=
                                                 traditional.frequent * simplified.pairs))
        return BL_CHARSET_GBK;
    return is_traditional ? BL_CHARSET_BIG5 : BL_CHARSET_COUNT;
}

/* Charsets of single bytes, the commonest first, with the languages of their pages and their commonest letters. */
typedef struct single {
    bl_charset charset;
    const char *languages;
    const char *letters;
    bool is_latin;
} single;

static const single SINGLES[] = {
    {BL_CHARSET_WINDOWS_1252, "en fr de es pt it nl sv da nb nn no fi is ca gl eu id ms af ga",
     "éèàüöäñçßóíáãêåøæâôúîõ", true},
    {BL_CHARSET_WINDOWS_1251, "ru uk bg sr mk be kk ky mn", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэіїєґѓќџљњћђјѕ", false},
    {BL_CHARSET_KOI8_R, "ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэ", false},
    {BL_CHARSET_WINDOWS_1250, "pl cs sk hu sl hr bs ro sq", "ąćęłńóśźżčěřšžýůáíéőűťďňľĺŕôâăîșțşţđ", true},
    {BL_CHARSET_WINDOWS_1254, "tr az", "ığşüöçİâî", true},
    {BL_CHARSET_WINDOWS_1253, "el", "αοιετσνηυρπκμλςωίόάέήύώγδθχφβξζψϊΐ", false},
    {BL_CHARSET_WINDOWS_1255, "he yi", "יוהלארתמשבנםדכקפעחןגסזטצךףץ", false},
    {BL_CHARSET_WINDOWS_1256, "ar fa ur", "المنيوترةبدعسفهكقجحشصطخىذأإئضغزءثظآپچگکی", false},
    {BL_CHARSET_WINDOWS_1257, "lt lv et", "āčēģīķļņšūžėįųąęõäöü", true},
    {BL_CHARSET_WINDOWS_874, "th", "านรอกเงลยมวดทสตะปบคหแจพขชถโไใผซธศษณฟภัิีืุู่้", false},
    {BL_CHARSET_WINDOWS_1258, "vi", "đươăâêôáàíóúé", true},
    {BL_CHARSET_ISO_8859_2, "pl cs sk hu sl hr", "ąćęłńóśźżčěřšžýůáíéőűťďňľ", true},
    {BL_CHARSET_IBM866, "ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэ", false},
    {BL_CHARSET_ISO_8859_5, "ru", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэ", false},
};

/* What a byte is in a charset, and what that is worth in running text. */
enum { NO_LETTER = 0, UPPER = 1, LOWER = 2 };
enum {
    FREQUENT_LETTER = 7, /* the first of the list; less for each so many behind it */
    LETTERS_A_POINT = 4,
    FREQUENT_CAPITAL = 1,
    RARE_LETTER = -1,
    NOTHING = -20,      /* no character at all */
    SIGN_IN_WORD = -6,  /* a sign between two letters */
    UPPER_IN_WORD = -4, /* a capital behind a letter */
    WRONG_NEIGHBOUR = -5, /* letters of two scripts, or a Latin word of accents alone */
    LANGUAGE_SHARE = 5  /* one in so many points more where the page names one of the languages */
};

typedef struct letter_table {
    uint8_t kind[128];
    int8_t worth[128];
} letter_table;

/* What a small letter is worth by its place in the list. */
static int8_t
worth_of(const char *letters, uint32_t rune)
{
    bl_span all = bl_span_of(letters);
    int number = 0;
    for (size_t at = 0; at < all.n; number++) {
        if (bl_rune_next(all, &at) != rune)
            continue;
        int worth = FREQUENT_LETTER - number / LETTERS_A_POINT;
        return (int8_t)(worth > 1 ? worth : 1);
    }
    return RARE_LETTER;
}

static letter_table
letters_of(const single *candidate, bl_arena *arena)
{
    letter_table table = {0};
    uint32_t runes[128];
    bl_charset_table(candidate->charset, runes, arena);
    for (unsigned i = 0; i < 128; i++) {
        uint32_t rune = runes[i];
        if (bl_rune_is_letter(rune))
            table.kind[i] = bl_rune_is_upper(rune) ? UPPER : LOWER;
        if (rune == 0xFFFD || (rune >= 0x80 && rune < 0xA0))
            table.worth[i] = NOTHING;
        else if (table.kind[i])
            table.worth[i] = worth_of(candidate->letters, bl_rune_lower(rune));
        if (table.kind[i] == UPPER && table.worth[i] > FREQUENT_CAPITAL)
            table.worth[i] = FREQUENT_CAPITAL;
    }
    return table;
}

static int
kind_of(const letter_table *table, unsigned char c)
{
    if (c >= 0x80)
        return table->kind[c - 0x80];
    return bl_is_lower(c) ? LOWER : bl_is_upper(c) ? UPPER : NO_LETTER;
}

static long
score(const single *candidate, bl_span bytes, bl_arena *arena)
{
    letter_table table = letters_of(candidate, arena);
    const unsigned char *p = (const unsigned char *)bytes.p;
    long points = 0;
    unsigned run = 0; /* letters beyond ASCII directly before */
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = p[i];
        int kind = kind_of(&table, c), before = i ? kind_of(&table, p[i - 1]) : NO_LETTER;
        if (c < 0x80) {
            points += run && kind && !candidate->is_latin ? WRONG_NEIGHBOUR : 0;
            points += run && kind == UPPER && before == LOWER ? UPPER_IN_WORD : 0;
            run = 0;
            continue;
        }
        int after = i + 1 < bytes.n ? kind_of(&table, p[i + 1]) : NO_LETTER;
        points += table.worth[c - 0x80];
        if (kind == NO_LETTER) {
            points += before && after ? SIGN_IN_WORD : 0;
            run = 0;
            continue;
        }
        run++;
        points += before && kind == UPPER ? UPPER_IN_WORD : 0;
        points += candidate->is_latin && run > 2 ? WRONG_NEIGHBOUR : 0;
        points += !candidate->is_latin && run == 1 && before ? WRONG_NEIGHBOUR : 0;
    }
    return points;
}

/* Does the list of two-letter codes hold the primary part of a language tag? */
static bool
has_language(const char *codes, bl_span tag)
{
    tag = bl_span_trim(tag);
    bl_span primary = bl_span_head(tag, 2), rest = bl_span_of(codes), code;
    if (tag.n < 2 || (tag.n > 2 && bl_is_alpha(tag.p[2])))
        return false;
    while (bl_span_next(&rest, ' ', &code))
        if (bl_span_equal_nocase(code, primary))
            return true;
    return false;
}

bl_charset
bl_charset_guess(bl_arena *arena, bl_span bytes, bl_span language)
{
    (void)arena;
    bl_span sample = bl_span_head(bytes, SAMPLE);
    bl_charset best = guess_pairs(sample);
    if (best != BL_CHARSET_COUNT)
        return best;
    best = BL_CHARSET_WINDOWS_1252;
    long most = 0;
    for (size_t i = 0; i < BL_COUNT(SINGLES); i++) {
        long points = score(&SINGLES[i], sample, arena);
        if (points > 0 && has_language(SINGLES[i].languages, language))
            points += points / LANGUAGE_SHARE + 1;
        if (i == 0 || points > most) {
            most = points;
            best = SINGLES[i].charset;
        }
    }
    return best;
}
