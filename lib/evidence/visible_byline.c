/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The text of a byline: whether it names somebody, and what of its element is names. */
#include "evidence/visible_names.h"

#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/visible_labels.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    LABEL_BYTES = 24,   /* in which the colon of a label stands */
    DATE_ALONE = 32,    /* bytes of a date without a name beside it */
    HREF_READ = 300,    /* bytes of an address in which a folder of authors is looked for */
    LABEL_WORD = 4,     /* bytes of the little word that a label ends in: "by", "von" */
    CAPITALS_LEAST = 3, /* letters of a name in capitals that an element ends in */
    LINE_WORDS = 2,     /* before a line break; one word is a given name or a label, and goes on */
};

bool
bl_names_nobody(const bl_visible *v, bl_span text)
{
    bl_span folded = bl_fold(v->evidence->passing, text);
    size_t end = 0;
    byline_date date;
    static const bl_line_context context = {0};
    if (bl_label_starts_by(folded, &end) && bl_word_count(bl_span_cut(folded, end)) == 0)
        return true;
    if (bl_word_count(text) == 0)
        return true;
    bool is_dated = text.n < DATE_ALONE && bl_read_date(text, &context, &date) &&
                    date.precision >= BYLINE_PRECISION_DAY;
    return is_dated && bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing).people_count == 0;
}

bool
bl_names_somebody(const bl_visible *v, bl_span text)
{
    static const bl_line_context context = {0};
    return text.n > 0 && !bl_names_nobody(v, text) &&
           bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing).people_count > 0;
}

/* "TPN", "JaneR": initials and logins. */
static bool
has_inner_capital(bl_span name)
{
    for (size_t i = 1; i < name.n; i++)
        if (bl_is_upper(name.p[i]))
            return true;
    return false;
}

bool
bl_names_mostly(const bl_visible *v, bl_span text, size_t least)
{
    static const bl_line_context context = {0};
    size_t all = bl_word_count(text), words = 0;
    if (text.n == 0 || bl_names_nobody(v, text))
        return false;
    byline_people people = bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing);
    bool is_whole = false;
    for (size_t i = 0; i < people.people_count; i++) {
        size_t count = bl_word_count(bl_span_of(people.people[i]->name));
        is_whole |= least > 1 && (count > 1 || has_inner_capital(bl_span_of(people.people[i]->name)));
        words += count;
    }
    return people.people_count > 0 && (is_whole || all <= least || words * 3 >= all);
}

bool
bl_is_author_link(const bl_visible *v, bl_node n)
{
    if (v->doc->nodes[n].tag != BL_TAG_A)
        return false;
    return bl_span_find_nocase(bl_attribute_of(v->doc, n, BL_ATTR_REL), BL_SPAN("author"), 0) != BL_NOT_FOUND;
}

/* Another part begins: a name before it stands for itself, a label ("Recipe by") or a given name goes on. */
static void
add_part(bl_builder *b)
{
    bl_span before = bl_span_trim(bl_builder_span(b));
    size_t bar = before.n, word = before.n;
    while (bar > 0 && before.p[bar - 1] != '|')
        bar--;
    while (word > bar && before.p[word - 1] != ' ')
        word--;
    bool goes_on = before.n - word <= LABEL_WORD && word < before.n && bl_is_lower(before.p[word]);
    bool is_whole = !goes_on && bl_word_count(bl_span_cut(before, bar)) >= LINE_WORDS;
    bl_builder_add(b, is_whole ? BL_SPAN(" | ") : BL_SPAN(" "));
}

/* "JANE ROE", and "Madrid" in the next element. */
static bool
ends_in_capitals(bl_span text)
{
    size_t from = text.n;
    while (from > 0 && text.p[from - 1] >= 'A' && text.p[from - 1] <= 'Z')
        from--;
    return text.n - from >= CAPITALS_LEAST;
}

/* "May 3, 2024" and "Jane Roe", "Jane Roe" and "Reporter" in two elements without a space between. */
static void
add_text(bl_builder *b, bl_span text)
{
    bl_span before = bl_builder_span(b);
    char last = before.n ? before.p[before.n - 1] : ' ', first = text.n ? text.p[0] : ' ';
    bool is_name = bl_is_upper(first) && text.n > 1 && bl_is_lower(text.p[1]);
    if (bl_is_digit(last) && bl_is_alpha(first))
        bl_builder_add_char(b, ' ');
    else if ((bl_is_lower(last) && (bl_is_upper(first) || bl_is_digit(first))) || (is_name && ends_in_capitals(before)))
        add_part(b);
    bl_builder_add(b, text);
}

bl_span
bl_names_text(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_builder b = bl_builder_in(v->evidence->passing);
    bl_node end = doc->nodes[n].end, closes = end;
    for (bl_node i = n; i < end; i++) {
        uint64_t own = v->evidence->words[i];
        uint8_t tag = doc->nodes[i].tag;
        if (i >= closes) {
            add_part(&b);
            closes = end;
        }
        if (!bl_is_element(doc, i)) {
            add_text(&b, bl_node_text(&doc->nodes[i]));
        } else if (tag == BL_TAG_BR) {
            add_part(&b);
        } else if (i != n &&
                   (tag == BL_TAG_TIME || tag == BL_TAG_BUTTON || bl_tag_is_hidden((bl_tag)tag) ||
                    (own & (BL_WORD_SR_ONLY | BL_WORD_HIDDEN)) ||
                    ((own & (BL_NO_BYLINE | BL_WORD_MODIFIED | BL_WORD_DATE)) && !(own & BL_WORD_BYLINE)))) {
            bl_builder_add_char(&b, ' ');
            i = doc->nodes[i].end - 1;
        } else if (bl_tag_is_block((bl_tag)tag)) {
            add_part(&b);
            closes = doc->nodes[i].end < closes ? doc->nodes[i].end : closes;
        }
    }
    return bl_clean(v->evidence->passing, bl_builder_span(&b), false);
}

/* What sites call the folder that presents their authors, in many languages. */
static bool
is_author_folder(bl_span name)
{
    static const bl_span folders[] = {
#define D(text) {text, sizeof(text) - 1}
        D("author"),   D("authors"), D("autor"),       D("autoren"),   D("autores"),     D("auteur"),
        D("auteurs"),  D("autore"),  D("autori"),      D("profile"),   D("profil"),      D("people"),
        D("person"),   D("staff"),   D("reporter"),    D("reporters"), D("journalist"),  D("journalists"),
        D("writer"),   D("writers"), D("journaliste"), D("columnist"), D("contributor"), D("contributors"),
        D("by"),       D("byline"),  D("firmas"),      D("skribent"),  D("forfatter"),   D("bio"),
        D("team"),     D("redakcja"), D("avtor"),   D("yazar"),       D("penulis"),   D("szerzo"),
        D("expert"),   D("experts"),  D("columnists"), D("journalistes"), D("periodistas"),
#undef D
    };
    for (size_t i = 0; i < BL_COUNT(folders); i++)
        if (bl_span_equal_nocase(name, folders[i]))
            return true;
    return false;
}

bool
bl_leads_to_author(const bl_visible *v, bl_node n)
{
    bl_span rest = bl_span_head(bl_attribute_of(v->doc, n, BL_ATTR_HREF), HREF_READ), part;
    while (bl_span_next(&rest, '/', &part))
        if (rest.n > 0 && is_author_folder(part))
            return true;
    return false;
}

bl_span
bl_by_line_text(const bl_visible *v, bl_node n, size_t most)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++)
        if (v->doc->nodes[i].tag == BL_TAG_BR)
            return bl_names_text(v, n);
    return bl_line_text(v, n, most);
}

bool
bl_is_wide_sentence(bl_span text)
{
    static const char *const marks[] = {"\xEF\xBC\x9A", ":", "/", "\xEF\xBC\x8F", "\xEF\xBD\x9C"};
    if (bl_span_find(text, BL_SPAN("\xE3\x80\x82"), 0) != BL_NOT_FOUND)
        return true;
    return bl_span_find(text, BL_SPAN("\xEF\xBC\x8C"), 0) != BL_NOT_FOUND &&
           !bl_span_holds_any(bl_span_head(text, LABEL_BYTES), marks, BL_COUNT(marks));
}

bl_span
bl_without_brackets(bl_span text)
{
    static const char *const marks[][2] = {{"\xE3\x80\x90", "\xE3\x80\x91"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}};
    for (size_t i = 0; i < BL_COUNT(marks); i++) {
        bl_span open = bl_span_of(marks[i][0]), close = bl_span_of(marks[i][1]);
        if (bl_span_starts(text, open) && bl_span_ends(text, close))
            return bl_span_from(text.p + open.n, text.n - open.n - close.n);
    }
    return text;
}

bl_span
bl_by_part(const bl_visible *v, bl_span text)
{
    bl_span rest = text, part;
    size_t end;
    while (bl_span_next(&rest, '|', &part)) {
        part = bl_trim(part);
        if (bl_label_starts_by(bl_fold(v->evidence->passing, part), &end) && bl_names_somebody(v, part))
            return bl_span_cut(text, (size_t)(part.p - text.p));
    }
    return text;
}

bool
bl_is_guest(bl_span text)
{
    static const char *const guests[] = {"guest author", "guest writer", "guest contributor", "guest post",
                                         "gastautor",    "gastautorin",  "about the author",  "author"};
    return bl_span_is_among_nocase(bl_span_trim(text), guests, BL_COUNT(guests));
}
