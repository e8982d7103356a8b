/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Bylines as a reader sees them: author classes, rel=author, address, "By ..." lines. */
#include "base/builder.h"
#include "base/unicode.h"
#include "evidence/visible.h"
#include "evidence/visible_labels.h"
#include "evidence/visible_names.h"
#include "evidence/weights.h"
#include "evidence/words.h"
#include "grammar/grammar.h"

enum {
    BYLINE_TEXT = 240, /* bytes of a byline; more is a biography */
    BYLINE_NODES = 200, /* of its element */
    DATE_ALONE = 32,   /* bytes of a date without a name beside it */
    NAME_TEXT = 120,   /* bytes of one linked name */
    HREF_READ = 300,   /* bytes of an address in which a folder of authors is looked for */
    FAR_WORDS = 10,    /* of a byline at the end of the text */
    NEXT_NODES = 12,   /* between "Written by" and the name */
    BOX_NODES = 40,    /* of a box about the author up to the name */
    SENTENCE_WORDS = 6, /* of a line with one word for a name; more is a sentence */
    PROSE_BYTES = 160,  /* around a link; a byline has less */
    LOGIN_TEXT = 24,   /* bytes of a login */
    LITTLE_LABEL = 3,  /* bytes of "by": far from the headline that may be anything */
    LINE_TEXT = 160,   /* bytes of a line that starts with "By" */
    LABEL_START = 4,   /* bytes that tell whether a label may start; the last one, that no mark changes them */
    LABEL_WORD = 4,    /* bytes of the little word that a label ends in: "by", "von" */
    LINE_WORDS = 2,    /* before a line break; one word is a given name or a label, and goes on */
};

/* Share buttons, credits of portraits and biographies beside a name say nothing of it. */
#define NO_BYLINE \
    (BL_WORD_CAPTION | BL_WORD_CREDIT | BL_WORD_SHARE | BL_WORD_BIO | BL_WORD_LOGO | BL_WORD_TOOLS)

static bool
is_elsewhere(const bl_visible *v, bl_node n)
{
    uint64_t around = bl_words_around(v->evidence, n);
    if (bl_closest(v->doc, n, BL_TAG_FIGURE) != BL_NO_NODE ||
        bl_closest(v->doc, n, BL_TAG_BLOCKQUOTE) != BL_NO_NODE)
        return true;
    if (bl_close_to_headline(v, n))
        return (around &
                (BL_WORD_COMMENT | BL_WORD_RELATED | BL_WORD_NAV | BL_WORD_COOKIE | BL_WORD_CAPTION)) != 0;
    return bl_in_furniture(v, n) || (around & (BL_WORD_CAPTION | BL_WORD_TEASER | BL_WORD_EMBED));
}

static int
place_weight(const bl_visible *v, bl_node n, int near, int far)
{
    if (is_elsewhere(v, n))
        return BL_WEIGHT_AUTHOR_ELSEWHERE;
    return bl_near_headline(v, n) == BL_FAR ? far : near;
}

static bool
has_digit(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (bl_is_digit(text.p[i]))
            return true;
    return false;
}

/* "Written by", "Author:" and nothing else, or a date. */
static bool
names_nobody(const bl_visible *v, bl_span text)
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

static bool
names_somebody(const bl_visible *v, bl_span text)
{
    static const bl_line_context context = {0};
    return text.n > 0 && !names_nobody(v, text) &&
           bl_read_people(text, BYLINE_ROLE_AUTHOR, &context, v->evidence->passing).people_count > 0;
}

/* "TPN", "JaneR": initials and logins. */
static bool
has_inner_capital(bl_span name)
{
    for (size_t i = 1; i < name.n; i++)
        if (name.p[i] >= 'A' && name.p[i] <= 'Z')
            return true;
    return false;
}

/*
 * Somebody, and not in passing: names have two words, or a third of all there are, unless the text is as short
 * as least. "From villagers, guests and many cows" names nobody.
 */
static bool
names_mostly(const bl_visible *v, bl_span text, size_t least)
{
    static const bl_line_context context = {0};
    size_t all = bl_word_count(text), words = 0;
    if (text.n == 0 || names_nobody(v, text))
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

/* A link in a paragraph that goes on: of somebody the text is about. */
static bool
is_in_prose(const bl_visible *v, bl_node n)
{
    bl_node paragraph = bl_closest(v->doc, n, BL_TAG_P);
    return paragraph != BL_NO_NODE &&
           bl_text_size(v->evidence, paragraph) > bl_text_size(v->evidence, n) + PROSE_BYTES;
}

static void
claim_person(const bl_visible *v, bl_node n, int weight, bl_span text, bl_span href)
{
    if (weight <= BL_WEIGHT_AUTHOR_ELSEWHERE || names_nobody(v, text))
        return;
    uint32_t entity = bl_entity_new(v->evidence);
    bl_claim *claim = bl_visible_claim(v, BL_FIELD_AUTHOR, weight, text, n);
    if (!claim)
        return;
    claim->entity = entity;
    bl_span role = bl_role_before(v, n, text);
    if (role.n && (claim = bl_visible_claim(v, BL_FIELD_AUTHOR_ROLE, weight, role, n)))
        claim->entity = entity;
    claim = bl_visible_claim(v, BL_FIELD_AUTHOR_URL, weight, href, n);
    if (claim)
        claim->entity = entity;
}

static bool
is_author_link(const bl_visible *v, bl_node n)
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
    bool goes_on = before.n - word <= LABEL_WORD && word < before.n && before.p[word] >= 'a' && before.p[word] <= 'z';
    bool is_whole = !goes_on && bl_word_count(bl_span_cut(before, bar)) >= LINE_WORDS;
    bl_builder_add(b, is_whole ? BL_SPAN(" | ") : BL_SPAN(" "));
}

/* "May 3, 2024" and "Jane Roe", "Jane Roe" and "Reporter" in two elements without a space between. */
static void
add_text(bl_builder *b, bl_span text)
{
    bl_span before = bl_builder_span(b);
    char last = before.n ? before.p[before.n - 1] : ' ', first = text.n ? text.p[0] : ' ';
    if (bl_is_digit(last) && bl_is_alpha(first))
        bl_builder_add_char(b, ' ');
    else if (last >= 'a' && last <= 'z' && first >= 'A' && first <= 'Z')
        add_part(b);
    bl_builder_add(b, text);
}

/* The names in n: without dates, portraits, buttons and what only screen readers say. */
static bl_span
names_text(const bl_visible *v, bl_node n)
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
                    ((own & (NO_BYLINE | BL_WORD_MODIFIED | BL_WORD_DATE)) && !(own & BL_WORD_BYLINE)))) {
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

/* A link into the part of the site that presents its authors. */
static bool
leads_to_author(const bl_visible *v, bl_node n)
{
    bl_span rest = bl_span_head(bl_attribute_of(v->doc, n, BL_ATTR_HREF), HREF_READ), part;
    while (bl_span_next(&rest, '/', &part))
        if (rest.n > 0 && is_author_folder(part))
            return true;
    return false;
}

/* Does n hold an author link, or an element that is more exactly the byline? */
static bool
holds_names(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++) {
        if (!bl_is_element(v->doc, i) || bl_text_size(v->evidence, i) == 0)
            continue;
        uint64_t own = v->evidence->words[i];
        if (is_author_link(v, i) || ((own & BL_WORD_BYLINE) && !(own & NO_BYLINE)))
            return true;
    }
    return false;
}

/* Does an element inside n say the same of more exactly the names? */
static bool
holds_box(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++) {
        uint64_t own = v->evidence->words[i];
        if (bl_is_element(v->doc, i) && (own & BL_WORD_BYLINE) && !(own & NO_BYLINE) && holds_names(v, i))
            return true;
    }
    return false;
}

/* One word of small letters and digits that is linked as an author. */
static bool
is_login(const bl_visible *v, bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!(text.p[i] >= 'a' && text.p[i] <= 'z') && !bl_is_digit(text.p[i]) && text.p[i] != '_')
            return false;
    return text.n >= 4 && text.n <= LOGIN_TEXT && !names_somebody(v, text);
}

static void
claim_byline_class(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    if (bl_text_size(v->evidence, n) > BYLINE_TEXT || doc->nodes[n].end - n > BYLINE_NODES)
        return;
    bool is_outer = holds_names(v, n);
    if (is_outer && holds_box(v, n))
        return;
    int weight = is_outer ? place_weight(v, n, BL_WEIGHT_AUTHOR_BOX, BL_WEIGHT_AUTHOR_FAR)
                          : place_weight(v, n, BL_WEIGHT_AUTHOR_CLASS, BL_WEIGHT_AUTHOR_FAR);
    bl_node link = doc->nodes[n].tag == BL_TAG_A ? n : BL_NO_NODE;
    for (bl_node i = n + 1; i < doc->nodes[n].end && link == BL_NO_NODE && !is_outer; i++)
        if (doc->nodes[i].tag == BL_TAG_A)
            link = i;
    bl_span text = names_text(v, n);
    if (text.n == 0)
        text = bl_line_text(v, n, BYLINE_TEXT);
    text = bl_behind_date(v, text);
    if (link != BL_NO_NODE && is_login(v, text) && weight == BL_WEIGHT_AUTHOR_CLASS)
        weight = BL_WEIGHT_AUTHOR_HANDLE;
    claim_person(v, n, weight, text,
                 link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(doc, link, BL_ATTR_HREF));
}

/* "Written by" in one element, the name in the next. */
static void
claim_next_line(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node end = doc->nodes[n].end;
    for (bl_node i = end; i < doc->count && i < end + NEXT_NODES; i++) {
        if (bl_is_element(doc, i) || doc->nodes[i].is_blank)
            continue;
        bl_node line = doc->nodes[i].parent;
        if (bl_contains(doc, line, n) || (v->evidence->words[line] & BL_WORD_BYLINE) ||
            !bl_is_line(doc, line))
            return; /* it is claimed by itself */
        bl_span name = bl_line_text(v, line, NAME_TEXT);
        bl_node link = bl_closest(doc, line, BL_TAG_A);
        claim_person(v, line, place_weight(v, n, BL_WEIGHT_AUTHOR_LINE, BL_WEIGHT_AUTHOR_LINE_FAR), name,
                     link == BL_NO_NODE ? BL_EMPTY : bl_attribute_of(doc, link, BL_ATTR_HREF));
        return;
    }
}

/* A box about the author: its first line is the name. */
static void
claim_box(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node end = doc->nodes[n].end;
    for (bl_node i = n + 1; i < end && i < n + BOX_NODES; i++) {
        if (bl_is_element(doc, i) || doc->nodes[i].is_blank)
            continue;
        bl_node line = doc->nodes[i].parent;
        bl_span text = bl_line_text(v, line, NAME_TEXT);
        if (text.n == 0)
            return;
        if (!names_somebody(v, text))
            continue;
        claim_person(v, line, place_weight(v, n, BL_WEIGHT_AUTHOR_BOX, BL_WEIGHT_AUTHOR_BIO), text, BL_EMPTY);
        return;
    }
}

/* The text of a line; where it is broken, its parts stand for themselves. */
static bl_span
by_line_text(const bl_visible *v, bl_node n)
{
    for (bl_node i = n + 1; i < v->doc->nodes[n].end; i++)
        if (v->doc->nodes[i].tag == BL_TAG_BR)
            return names_text(v, n);
    return bl_line_text(v, n, LINE_TEXT);
}

/* bl_label_may_start() of a text that is not cleaned yet: true where cleaning may change how it starts. */
static bool
label_may_start(bl_span text)
{
    if (text.n < LABEL_START || !bl_is_visible(text.p[0]) || !bl_is_visible(text.p[1]) ||
        (unsigned char)text.p[3] >= 0x80)
        return true;
    const char first[] = {text.p[0], text.p[1], bl_is_space(text.p[2]) ? ' ' : text.p[2]};
    return first[2] < ' ' || bl_label_may_start(bl_span_from(first, sizeof first));
}

/*
 * May the line start with a label? Most do not, as their first letters tell before the line is put together. What
 * may be left out of the line, or changed in it, is not judged here.
 */
static bool
may_start_by(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    const uint64_t left_out = BL_WORD_SR_ONLY | BL_WORD_HIDDEN | BL_WORD_MODIFIED | BL_WORD_DATE | NO_BYLINE;
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++) {
        const bl_node_record *node = &doc->nodes[i];
        if (bl_is_element(doc, i)) {
            bool is_plain = node->tag == BL_TAG_SPAN || node->tag == BL_TAG_A || node->tag == BL_TAG_B ||
                            node->tag == BL_TAG_STRONG || node->tag == BL_TAG_IMG;
            if (!is_plain || v->evidence->words[i] & left_out || bl_attribute_of(doc, i, BL_ATTR_HIDDEN).p)
                return true;
        } else if (!node->is_blank) {
            bl_span text = bl_span_trim(bl_node_text(node));
            return label_may_start(text);
        }
    }
    return true;
}

/* "By Jane Roe": a line of its own near the headline, or a short one anywhere in the text. */
static bool
claim_by_line(const bl_visible *v, bl_node n)
{
    size_t size = bl_text_size(v->evidence, n), end;
    if (size < 2 || size > LINE_TEXT || !bl_is_line(v->doc, n) || n == v->headline)
        return false;
    bool is_near = bl_near_headline(v, n) != BL_FAR;
    if (!is_near && !may_start_by(v, n))
        return false;
    bl_span text = by_line_text(v, n);
    if (is_near && !holds_names(v, n))
        text = bl_behind_date(v, text);
    bool is_said = bl_label_may_start(text) && bl_label_starts_by(bl_fold(v->evidence->passing, text), &end);
    bool is_reporter = !is_said && is_near && bl_is_reporter_line(text);
    if (!(is_said || is_reporter) ||
        bl_span_find(text, BL_SPAN("://"), 0) != BL_NOT_FOUND)
        return false;
    if (names_nobody(v, text)) {
        if (is_near || size > LITTLE_LABEL)
            claim_next_line(v, n);
        return true;
    }
    bl_span handle = bl_close_to_headline(v, n) ? bl_handle_of(v, text) : BL_EMPTY;
    /* Sentences start with such words as well: only names make it a byline, and few words far away. */
    if (!(is_reporter ? names_somebody(v, text) : names_mostly(v, text, SENTENCE_WORDS)) ||
        (!is_near && (bl_word_count(text) > FAR_WORDS || has_digit(text)))) {
        if (handle.n)
            claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_HANDLE, BL_WEIGHT_AUTHOR_ELSEWHERE),
                         handle, BL_EMPTY);
        return handle.n > 0;
    }
    int near = bl_close_to_headline(v, n) ? BL_WEIGHT_AUTHOR_SAID : BL_WEIGHT_AUTHOR_LINE;
    claim_person(v, n, place_weight(v, n, near, BL_WEIGHT_AUTHOR_LINE_FAR), text, BL_EMPTY);
    return true;
}

/* A line of names without a label, where bylines stand. */
static void
claim_name_line(const bl_visible *v, bl_node n)
{
    bl_span names;
    int weight = bl_name_line(v, n, &names);
    if (weight)
        claim_person(v, n, place_weight(v, n, weight, BL_WEIGHT_AUTHOR_ELSEWHERE), names, BL_EMPTY);
}

/* A line that its class calls the source of the text: "Quelle: dpa". */
static void
claim_source(const bl_visible *v, bl_node n)
{
    uint64_t own = v->evidence->words[n];
    if (!(own & (BL_WORD_SIGNOFF | BL_WORD_CREDIT)) || bl_text_size(v->evidence, n) > LINE_TEXT ||
        !bl_is_line(v->doc, n) || is_elsewhere(v, n) || v->headline == BL_NO_NODE || n < v->headline ||
        (bl_words_around(v->evidence, n) & (BL_WORD_FIGURE | BL_WORD_GALLERY | BL_WORD_VIDEO)))
        return;
    bl_visible_claim(v, BL_FIELD_CREDIT_LINE, BL_WEIGHT_SIGNOFF_CLASS, bl_line_text(v, n, LINE_TEXT), n);
}

void
bl_visible_person(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint64_t own = v->evidence->words[n];
    claim_source(v, n);
    if (is_author_link(v, n)) {
        claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_REL, BL_WEIGHT_AUTHOR_REL_FAR),
                     bl_line_text(v, n, NAME_TEXT), bl_attribute_of(doc, n, BL_ATTR_HREF));
        return;
    }
    bl_node link = bl_closest(doc, n, BL_TAG_A);
    if (link != BL_NO_NODE && is_author_link(v, link))
        return;
    if (link == n && bl_text_size(v->evidence, n) <= NAME_TEXT &&
        !(bl_words_around(v->evidence, n) & BL_WORD_BYLINE) && leads_to_author(v, n) && !is_in_prose(v, n) &&
        names_mostly(v, bl_line_text(v, n, NAME_TEXT), 1)) {
        claim_person(v, n, place_weight(v, n, BL_WEIGHT_AUTHOR_LINK, BL_WEIGHT_AUTHOR_LINK_FAR),
                     bl_line_text(v, n, NAME_TEXT), bl_attribute_of(doc, n, BL_ATTR_HREF));
        return;
    }
    if ((own & BL_WORD_BYLINE) && !(own & NO_BYLINE)) {
        claim_byline_class(v, n);
        return;
    }
    uint8_t tag = doc->nodes[n].tag;
    if ((own & BL_WORD_BIO) && !(v->evidence->words_above[n] & BL_WORD_BIO)) {
        claim_box(v, n);
        return;
    }
    if (tag == BL_TAG_ADDRESS && bl_text_size(v->evidence, n) <= LINE_TEXT && !holds_names(v, n)) {
        int weight = place_weight(v, n, BL_WEIGHT_AUTHOR_ADDRESS, BL_WEIGHT_AUTHOR_FAR);
        claim_person(v, n, weight, bl_line_text(v, n, LINE_TEXT), BL_EMPTY);
        return;
    }
    if ((v->evidence->words_above[n] & BL_WORD_BYLINE) && !(own & BL_WORD_META))
        return; /* part of a byline that was claimed */
    bl_node up = doc->nodes[n].parent;
    bool is_part = tag == BL_TAG_SPAN || tag == BL_TAG_EM || tag == BL_TAG_I || tag == BL_TAG_STRONG ||
                   tag == BL_TAG_B || tag == BL_TAG_SMALL;
    bool is_inner =
        is_part && up != BL_NO_NODE && bl_text_size(v->evidence, up) == bl_text_size(v->evidence, n);
    if ((bl_tag_is_block((bl_tag)tag) || is_part) && !is_inner && !claim_by_line(v, n))
        claim_name_line(v, n);
}
