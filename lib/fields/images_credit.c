/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Captions and credits of pictures: reading them, joining them, keeping them out of the body. */
#include <stdlib.h>

#include "base/unicode.h"
#include "evidence/weights.h"
#include "fields/body.h"
#include "fields/body_phrases.h"
#include "fields/credit_join.h"
#include "fields/images.h"
#include "fields/title.h"

enum {
    CREDIT_MOST = 200, /* bytes of a credit element that no grammar understood, kept as printed */
    CLAIMS_COMPARED = 12,
    REMOVED_MOST = 500, /* blocks taken out of one body: each moves those behind it */
    COUNTER_DIGITS = 3,
    TIME_LETTERS = 3, /* "03:07 min" */
    SAID_WORDS = 3,   /* of a caption that a credit repeats */
    NAME_SIGNS = 2,   /* between the words of a file's name */
    LABEL_MOST = 40,  /* bytes of what is a label, and no caption */
};

/* An element made for a credit credits somebody, whether a grammar knows the name or not. */
static byline_credit *
unread_credit(bl_decision *decision, bl_span text)
{
    byline_credit *credit = BL_NEW(decision->out, byline_credit);
    credit->kind = BYLINE_CREDIT_PHOTO;
    credit->text = bl_text(decision->out, bl_clean(decision->scratch, text, false));
    credit->confidence = 0.4;
    return credit->text ? credit : NULL;
}

static byline_credit *
person_credit(bl_decision *decision, const bl_claim *claim)
{
    byline_credit *read = bl_read_credit(claim->value, BYLINE_LINE_CREDIT, &decision->line, decision->out);
    if (read->kind != BYLINE_CREDIT_NONE)
        return read;
    byline_credit *credit = unread_credit(decision, claim->value);
    if (!credit)
        return NULL;
    if (bl_span_find_char(claim->value, ' ', 0) == BL_NOT_FOUND)
        return credit; /* "STR": a code, or a handle */
    byline_people people =
        bl_read_people(claim->value, BYLINE_ROLE_PHOTOGRAPHER, &decision->line, decision->out);
    credit->people = people.people;
    credit->people_count = people.people_count;
    return credit;
}

/* Metadata that repeats the lead or the headline as the caption of its picture. */
static bool
is_about_story(const bl_decision *decision, const bl_claim *caption)
{
    static const bl_field fields[] = {BL_FIELD_LEAD, BL_FIELD_HEADLINE};
    if (caption->source == BYLINE_SOURCE_VISIBLE)
        return false;
    for (size_t f = 0; f < BL_COUNT(fields); f++)
        for (size_t i = 0; i < decision->evidence->claims[fields[f]].count && i < CLAIMS_COMPARED; i++)
            if (bl_same(decision->scratch, caption->value, decision->evidence->claims[fields[f]].at[i].value))
                return true;
    return false;
}

static size_t
digits_at(bl_span s, size_t at)
{
    size_t end = at;
    while (end < s.n && bl_is_digit(s.p[end]))
        end++;
    return end - at;
}

/* "2/5 The harbour", "2of5The harbour", "Image 2 of 5 The harbour": without the place in a gallery. "4 of 5 ships" is
   no place. */
static bl_span
without_counter(bl_span caption)
{
    static const char *const words[] = {"image ", "photo ", "picture ", "slide ", "bild ", "foto ", "imagen "};
    static const char *const signs[] = {"/", "of", " / ", " of ", " von ", " de "};
    size_t at = 0;
    for (size_t i = 0; i < BL_COUNT(words) && at == 0; i++)
        if (bl_span_starts_nocase(caption, bl_span_of(words[i])))
            at = strlen(words[i]);
    size_t number = digits_at(caption, at);
    if (number == 0 || number > COUNTER_DIGITS)
        return caption;
    for (size_t i = 0; i < (at ? BL_COUNT(signs) : 2); i++) {
        bl_span rest = bl_span_cut(caption, at + number);
        if (!bl_span_starts_nocase(rest, bl_span_of(signs[i])))
            continue;
        rest = bl_span_cut(rest, strlen(signs[i]));
        size_t all = digits_at(rest, 0);
        BL_HOLDS(all <= rest.n && (!rest.n || rest.p));
        bool is_run_on = i == 1 && all < rest.n && bl_is_upper(rest.p[all]);
        if (all >= number && all <= COUNTER_DIGITS && (all == rest.n || rest.p[all] == ' ' || is_run_on))
            return bl_trim(bl_span_cut(rest, all));
    }
    return caption;
}

bool
bl_is_advertisement(const bl_decision *decision, bl_span caption)
{
    uint8_t says[BL_SAYS_COUNT];
    if (caption.n > LABEL_MOST)
        return false;
    bl_phrases_of(decision->scratch, caption, says);
    return says[BL_SAYS_AD] == BL_SAYS_ALL_OF_IT;
}

/* "Advertisement", "Share", "Image credit:", "44 pictures", the site's name: what tells nothing of the picture. */
static bool
is_label(bl_decision *decision, bl_span caption)
{
    uint8_t says[BL_SAYS_COUNT];
    caption = bl_trim(bl_span_cut(caption, digits_at(caption, 0)));
    if (caption.n > LABEL_MOST)
        return false;
    bl_phrases_of(decision->scratch, caption, says);
    bl_site_names names = bl_site_names_of(decision);
    return says[BL_SAYS_AD] == BL_SAYS_ALL_OF_IT || says[BL_SAYS_SOCIAL] == BL_SAYS_ALL_OF_IT ||
           says[BL_SAYS_SIGNUP] == BL_SAYS_ALL_OF_IT || says[BL_SAYS_PICTURE] == BL_SAYS_ALL_OF_IT ||
           (says[BL_SAYS_PICTURE] && bl_span_ends(caption, BL_SPAN(":"))) ||
           bl_is_site_name(decision->scratch, caption, &names, false);
}

/* "ferry-stays-another-year", "harbour_dawn_02.jpg": no space, and several words. */
static bool
is_file_name(bl_span caption)
{
    size_t signs = 0;
    for (size_t i = 0; i < caption.n; i++) {
        if (caption.p[i] == ' ' || (unsigned char)caption.p[i] >= 0x80)
            return false;
        signs += caption.p[i] == '-' || caption.p[i] == '_';
    }
    return signs >= NAME_SIGNS;
}

/* Without the sign that parted it from the credit; a date or a number alone is no caption. */
static const char *
as_caption(bl_decision *decision, const char *text)
{
    static const char *const marks[] = {"-", "|", "/", ",", "\xE2\x80\x93", "\xE2\x80\x94", "\xEF\xBC\x9D",
                                        "\xE3\x80\x81", "\xE2\x93\x92", "\xC2\xA9"};
    static const char *const empty[] = {"()", "( )", "[]", "[ ]"};
    if (!text)
        return NULL;
    bl_span caption = bl_trim(bl_span_of(text));
    for (size_t i = 0; i < BL_COUNT(marks); i++)
        if (bl_span_ends(caption, bl_span_of(marks[i])))
            caption = bl_trim(bl_span_head(caption, caption.n - strlen(marks[i])));
    caption = without_counter(caption);
    for (size_t i = 0; i < BL_COUNT(empty); i++) /* the credit was in them */
        if (bl_span_ends(caption, bl_span_of(empty[i])))
            caption = bl_trim(bl_span_head(caption, caption.n - strlen(empty[i])));
    bool letters = false;
    for (size_t at = 0; at < caption.n && !letters;)
        letters = bl_rune_is_letter(bl_rune_next(caption, &at));
    if (!letters || is_label(decision, caption) || is_file_name(caption))
        return NULL;
    return caption.n == strlen(text) ? text : bl_text(decision->out, caption);
}

/* "The harbour at dawn. | Jane Roe": who is named behind a bar took the picture. NULL where nobody is. */
static byline_credit *
behind_bar(bl_decision *decision, bl_span text, const char **caption)
{
    size_t bar = BL_NOT_FOUND;
    for (size_t at = 0; (at = bl_span_find(text, BL_SPAN(" | "), at)) != BL_NOT_FOUND; at++)
        bar = at;
    if (bar == BL_NOT_FOUND || bar == 0)
        return NULL;
    bl_span tail = bl_trim(bl_span_cut(text, bar + 3));
    if (tail.n > LABEL_MOST)
        return NULL;
    byline_credit *read = bl_read_credit(tail, BYLINE_LINE_CREDIT, &decision->line, decision->out);
    if (read->kind == BYLINE_CREDIT_NONE || (read->people_count == 0 && read->agency_count == 0))
        return NULL;
    *caption = bl_text(decision->out, bl_trim(bl_span_head(text, bar)));
    return read;
}

/* What stands before a credit, or beside it, and credits nobody. */
static bool
is_credit_label(bl_span text)
{
    static const char *const labels[] = {
        "image copyright", "image source", "image credit", "image caption", "photo credit",
        "photo",           "credit",       "copyright",    "watch"};
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < text.n; i++) {
        digits += bl_is_digit(text.p[i]);
        letters += bl_is_alpha(text.p[i]) || (unsigned char)text.p[i] >= 0x80;
    }
    bool is_time = digits && letters <= TIME_LETTERS && bl_span_find_char(text, ':', 0) != BL_NOT_FOUND;
    bool is_button = bl_span_ends_nocase(text, BL_SPAN(" feedback")); /* "Ad feedback", of a player */
    return is_time || is_button || bl_span_is_among_nocase(bl_title_without_sign(text), labels, BL_COUNT(labels));
}

/* "CreditCreditJane Roe": a label for each size of screen, in elements without a space between. */
static bl_span
without_glued_labels(bl_span text)
{
    bl_span label = BL_SPAN("Credit");
    while (bl_span_starts(text, label) && text.n > label.n && bl_is_upper(text.p[label.n]))
        text = bl_span_cut(text, label.n);
    return text;
}

static bool
names_author(const bl_evidence *evidence, bl_span text)
{
    for (size_t i = 0; i < evidence->claims[BL_FIELD_AUTHOR].count && i < CLAIMS_COMPARED; i++) {
        bl_span name = bl_trim(evidence->claims[BL_FIELD_AUTHOR].at[i].value);
        if (bl_span_starts_nocase(text, name) && bl_word_count(name) > 1)
            return true;
    }
    return false;
}

/*
 * What a claim says of who took the picture, beside what is known already. Empty where it is a label, the byline, or a
 * guess from an attribute.
 */
static bl_span
credit_of(bl_decision *decision, const bl_claim *claim, const byline_credit *known, const char *caption)
{
    bl_span text = without_glued_labels(bl_clean(decision->scratch, claim->value, false)), said = bl_span_of(caption);
    if (bl_word_count(said) >= SAID_WORDS && text.n > said.n + 1 && bl_span_starts(text, said) && text.p[said.n] == ' ')
        text = bl_trim(bl_span_cut(text, said.n));
    bool is_guess = known && known->people_count && claim->weight == BL_WEIGHT_CREDIT_ATTRIBUTE;
    bool is_byline = known && names_author(decision->evidence, text);
    return is_guess || is_byline || is_credit_label(text) ? BL_EMPTY : text;
}

/* "The harbour (Jane Roe)", where she is the credit. */
static const char *
without_credit(bl_decision *decision, const char *caption, const byline_credit *credit)
{
    bl_span text = bl_span_of(caption), name = credit ? bl_span_of(credit->text) : BL_EMPTY;
    if (name.n == 0 || text.n < name.n + 3 || !bl_span_ends(text, BL_SPAN(")")) ||
        !bl_span_equal(bl_span_from(text.p + text.n - 1 - name.n, name.n), name) || text.p[text.n - 2 - name.n] != '(')
        return caption;
    return bl_text(decision->out, bl_trim(bl_span_head(text, text.n - 2 - name.n)));
}

void
bl_image_credit(bl_decision *decision, const bl_shot *shot, byline_image *image)
{
    byline_credit *credit = NULL;
    const bl_claim *from = NULL;
    if (shot->caption && !is_about_story(decision, shot->caption)) {
        bl_span text = bl_clean(decision->scratch, shot->caption->value, false);
        byline_credit *read = bl_read_credit(text, BYLINE_LINE_CAPTION, &decision->line, decision->out);
        image->caption = bl_text(decision->out, text);
        if (read->kind == BYLINE_CREDIT_NONE)
            read = behind_bar(decision, text, &image->caption);
        else
            image->caption = read->caption;
        if (read) {
            credit = read;
            from = shot->caption;
        }
    }
    for (size_t i = 0; i < shot->credit_count; i++) {
        const bl_claim *claim = shot->credits[i];
        bl_span text = credit_of(decision, claim, credit, image->caption);
        if (text.n == 0)
            continue;
        byline_credit *read = bl_read_credit(text, BYLINE_LINE_CREDIT, &decision->line, decision->out);
        if (read->kind == BYLINE_CREDIT_NONE)
            read = !credit && text.n <= CREDIT_MOST ? unread_credit(decision, text) : NULL;
        /* An element with caption and credit in one, though its class speaks of the credit. */
        if (read && !image->caption && !shot->caption && read->caption)
            image->caption = read->caption;
        if (read && !credit)
            from = claim;
        credit = bl_credit_join(decision, credit, read);
    }
    if (shot->person && !(credit && credit->people_count)) {
        if (!credit)
            from = shot->person;
        credit = bl_credit_join(decision, credit, person_credit(decision, shot->person));
    }
    image->credit = credit;
    image->caption = as_caption(decision, without_credit(decision, image->caption, credit));
    /* Metadata that repeats the credit as the caption. */
    if (credit && credit->text && image->caption &&
        bl_same(decision->scratch, bl_span_of(credit->text), bl_span_of(image->caption)))
        image->caption = NULL;
    if (credit && from)
        bl_origin_add(decision, "images.credit", from, credit->confidence);
}

/* ---- out of the body ------------------------------------------------------------------------ */

typedef struct bl_range {
    size_t start;
    size_t end;
} bl_range;

static int
by_start(const void *a, const void *b)
{
    const bl_range *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* Which blocks of the body stand inside the ranges, which are in order; false where they are most of its text: the
   captions of a list of pictures are its text. */
static bool
find_covered(const bl_decision *decision, const bl_range *ranges, size_t count, bool *covered)
{
    const byline_article *article = decision->article;
    size_t end = 0, at = 0, within = 0, all = 0;
    for (size_t i = 0; i < article->body_count; i++) {
        const byline_block *block = article->body[i];
        size_t bytes = block->text ? strlen(block->text) : 0;
        for (; at < count && ranges[at].start <= block->offset; at++)
            end = ranges[at].end > end ? ranges[at].end : end;
        covered[i] = block->length > 0 && block->offset < end && block->offset + block->length <= end &&
                     decision->body && decision->body->block_piece[i] != UINT32_MAX;
        all += bytes;
        within += covered[i] ? bytes : 0;
    }
    return 2 * within <= all;
}

void
bl_image_captions_leave(bl_decision *decision)
{
    static const bl_field fields[] = {BL_FIELD_IMAGE_CAPTION, BL_FIELD_IMAGE_CREDIT};
    BL_VECTOR(bl_range) ranges = {0};
    for (size_t f = 0; f < BL_COUNT(fields); f++) {
        for (size_t i = 0; i < decision->evidence->claims[fields[f]].count; i++) {
            const bl_claim *claim = &decision->evidence->claims[fields[f]].at[i];
            if (claim->source == BYLINE_SOURCE_VISIBLE && claim->length > 0)
                BL_PUSH(decision->scratch, &ranges,
                        ((bl_range){claim->offset, (size_t)claim->offset + claim->length}));
        }
    }
    if (ranges.count == 0)
        return;
    qsort(ranges.at, ranges.count, sizeof *ranges.at, by_start);
    size_t count = decision->article->body_count;
    bool *covered = BL_NEW_ARRAY(decision->scratch, bool, count + 1);
    if (!find_covered(decision, ranges.at, ranges.count, covered))
        return;
    for (size_t i = count, removed = 0; i-- > 0 && removed < REMOVED_MOST;)
        if (covered[i]) {
            bl_body_remove(decision, i);
            removed++;
        }
}
