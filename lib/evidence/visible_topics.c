/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Topics, section and short address as a reader sees them; datelines in an element of their own. */
#include "base/unicode.h"
#include "evidence/url.h"
#include "evidence/visible.h"
#include "evidence/visible_names.h"
#include "evidence/weights.h"
#include "evidence/words.h"

enum {
    TOPIC_TEXT = 80, /* bytes of one tag */
    SECTION_TEXT = 60,
    LABEL_NODES = 200,    /* no label holds more elements */
    LIST_LEVELS = 8,      /* from a tag up to the list */
    TAG_LIST_TEXT = 1500, /* bytes of a list of tags; more is a list of stories */
    CALLED_TEXT = 48,       /* of one below a label, and of the label */
    CALLED_LIST_TEXT = 400, /* ... and of all of them: headlines are longer */
    TAGS_MOST = 15, /* of one article, where they stand in no list */
    PATH_TEXT = 300,  /* of a path of sections */
    PATH_LABEL = 60,  /* ... and of what it begins with */
    PATH_NODES = 12,  /* ... in front of that */
    BREADCRUMB_NODES = 300, /* more is a menu */
    SHORT_URL_LEAST = 12, /* bytes: "http://a.bc/" */
    SHORT_URL = 60,       /* bytes of a short address as printed */
    SHORT_HREF = 240,     /* the same of one that the markup calls so */
    DATELINE_TEXT = 80,
};

/* Does the link lead to another page? Not to a part of this one, nor to a script or a program. */
static bool
leads_on(const bl_visible *v, bl_node n)
{
    bl_span href = bl_trim(bl_attribute_of(v->doc, n, BL_ATTR_HREF));
    size_t colon = bl_span_find_char(href, ':', 0), slash = bl_span_find_char(href, '/', 0);
    bl_url url;
    if (href.n == 0 || href.p[0] == '#')
        return false;
    if (!bl_url_split(href, &url)) /* "javascript:", "whatsapp:" */
        return colon == BL_NOT_FOUND || (slash != BL_NOT_FOUND && slash < colon);
    return true;
}

/* Does it lead to another site, as buttons to share do? */
static bool
leads_away(const bl_visible *v, bl_node n)
{
    bl_span href = bl_trim(bl_attribute_of(v->doc, n, BL_ATTR_HREF));
    bl_url url;
    return bl_url_split(href, &url) && v->evidence->base.n && !bl_url_same_site(v->evidence->base, href);
}

/* Does the address lead to a page that gathers stories of one topic: "/topics/ferries", "/thema/faehren"? */
static bool
leads_to_topic(bl_span href)
{
    static const bl_span folders[] = {
#define FOLDER(text) {text, sizeof(text) - 1},
#include "evidence/visible_topics.def"
#undef FOLDER
    };
    bl_span rest = bl_span_head(href, bl_span_find_char(href, '?', 0)), part;
    while (bl_span_next(&rest, '/', &part))
        for (size_t i = 0; i < BL_COUNT(folders) && rest.n; i++)
            if (bl_span_equal_nocase(part, folders[i]))
                return true;
    return false;
}

/* What stands before a list of topics, folded and without its colon. */
static bool
is_topics_label(bl_span text)
{
    static const char *const labels[] = {
#define LABEL(text) text,
#include "evidence/visible_topics.def"
#undef LABEL
    };
    while (text.n && strchr(": ", text.p[text.n - 1]))
        text.n--;
    return bl_span_is_among(text, labels, BL_COUNT(labels));
}

/* "Tags: <a>Harbour</a>, <a>Ferries</a>": a link in a line that begins with such a label. */
static bool
begins_with_label(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node line = doc->nodes[n].parent;
    if (line == BL_NO_NODE || bl_text_size(v->evidence, line) > CALLED_LIST_TEXT)
        return false;
    bl_node i = line + 1;
    while (i < n && (bl_is_element(doc, i) || doc->nodes[i].is_blank) && i < line + PATH_NODES)
        i++;
    bl_span text = i < n && !bl_is_element(doc, i) ? bl_trim(bl_node_text(&doc->nodes[i])) : BL_EMPTY;
    return text.n && text.n <= CALLED_TEXT && is_topics_label(bl_fold(v->evidence->arena, text));
}

/* A link in a short list that a label before it calls topics. */
static bool
is_called_topic(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node list = bl_closest(doc, n, BL_TAG_UL);
    if (v->headline == BL_NO_NODE || n < v->headline || bl_text_size(v->evidence, n) > CALLED_TEXT)
        return false;
    if (begins_with_label(v, n))
        return true;
    if (list == BL_NO_NODE || bl_text_size(v->evidence, list) > CALLED_LIST_TEXT)
        return false;
    bl_span before = bl_text_beside(v, list, true);
    return before.n && before.n <= CALLED_TEXT && is_topics_label(bl_fold(v->evidence->passing, before));
}

/* Is it in a short element that is called tags? On many sites the whole article bears the names of its tags. */
static bool
is_in_list(const bl_visible *v, bl_node n)
{
    for (int level = 0; level < LIST_LEVELS && n != BL_NO_NODE; level++, n = v->doc->nodes[n].parent)
        if (v->evidence->words[n] & BL_WORD_TAGS)
            return bl_text_size(v->evidence, n) <= TAG_LIST_TEXT;
    return false;
}

/* "/tag/ferries": other folders gather what is no topic as well. */
static bool
leads_to_tag(bl_span href)
{
    return bl_span_find_nocase(href, BL_SPAN("/tag/"), 0) != BL_NOT_FOUND ||
           bl_span_find_nocase(href, BL_SPAN("/tags/"), 0) != BL_NOT_FOUND;
}

/* Does a box around the link hold other links to tags, and nothing else? */
static bool
is_among_tags(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node box = doc->nodes[n].parent;
    for (int level = 0; level < LIST_LEVELS && box != BL_NO_NODE; level++) {
        if (bl_text_size(v->evidence, box) != bl_text_size(v->evidence, n))
            break;
        box = doc->nodes[box].parent;
    }
    if (box == BL_NO_NODE || bl_text_size(v->evidence, box) > CALLED_LIST_TEXT ||
        doc->nodes[box].end - box > LABEL_NODES)
        return false;
    size_t linked = 0, links = 0;
    for (bl_node i = box; i < doc->nodes[box].end; i++) {
        if (doc->nodes[i].tag != BL_TAG_A)
            continue;
        if (!leads_to_tag(bl_attribute_of(doc, i, BL_ATTR_HREF)))
            return false;
        linked += bl_text_size(v->evidence, i);
        links++;
    }
    return links <= TAGS_MOST && linked == bl_text_size(v->evidence, box);
}

void
bl_visible_topic(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint8_t tag = doc->nodes[n].tag;
    uint64_t own = v->evidence->words[n], above = v->evidence->words_above[n];
    if ((own & BL_WORD_DATELINE) && !(own & (BL_WORD_BYLINE | BL_WORD_DATE)) &&
        bl_near_headline(v, n) == BL_BELOW)
        bl_visible_claim(v, BL_FIELD_DATELINE, BL_WEIGHT_DATELINE_CLASS, bl_line_text(v, n, DATELINE_TEXT),
                         n);
    if (tag != BL_TAG_A || bl_text_size(v->evidence, n) > TOPIC_TEXT || bl_near_headline(v, n) == BL_ABOVE ||
        !leads_on(v, n))
        return;
    bl_span rel = bl_attribute_of(doc, n, BL_ATTR_REL);
    bool is_rel = bl_span_find_nocase(rel, BL_SPAN("tag"), 0) != BL_NOT_FOUND;
    bool is_section = is_rel && bl_span_find_nocase(rel, BL_SPAN("category"), 0) != BL_NOT_FOUND;
    bool is_listed = ((own | above) & BL_WORD_TAGS) != 0 && is_in_list(v, n);
    bool is_led = bl_closest(doc, n, BL_TAG_P) == BL_NO_NODE &&
                  leads_to_topic(bl_attribute_of(doc, n, BL_ATTR_HREF)) &&
                  (bl_closest(doc, n, BL_TAG_MAIN) != BL_NO_NODE ||
                   bl_closest(doc, n, BL_TAG_ARTICLE) != BL_NO_NODE || is_among_tags(v, n));
    bool is_called = !is_rel && !is_listed && is_called_topic(v, n);
    if (!is_rel && !is_led && (!(is_listed || is_called) || leads_away(v, n)))
        return;
    /* the foot of the article itself is where its tags stand */
    bool own_foot = ((is_rel || is_led) && bl_closest(doc, n, BL_TAG_ARTICLE) != BL_NO_NODE) ||
                    (is_rel && (above & BL_WORD_ARTICLE) && bl_closest(doc, n, BL_TAG_FOOTER) == BL_NO_NODE);
    uint64_t not_tags = BL_WORD_NAV | BL_WORD_FOOTER | BL_WORD_COMMENT | BL_WORD_COOKIE | BL_WORD_TEASER |
                        BL_WORD_SIDEBAR | BL_WORD_RELATED | BL_WORD_BYLINE;
    if (is_rel || (is_listed && is_led)) /* "related-tags" */
        not_tags &= ~(BL_WORD_TEASER | BL_WORD_RELATED | BL_WORD_BYLINE);
    if (own_foot)
        not_tags &= ~(BL_WORD_FOOTER | BL_WORD_NAV);
    if (((own | above) & not_tags) || (!own_foot && bl_closest(doc, n, BL_TAG_NAV) != BL_NO_NODE) ||
        (v->headline != BL_NO_NODE && n < v->headline))
        return;
    bl_node list = doc->nodes[n].parent;
    if (list != BL_NO_NODE && bl_text_size(v->evidence, list) > TAG_LIST_TEXT)
        return;
    bl_span text = bl_line_text(v, n, TOPIC_TEXT);
    if (text.n > 0 && text.p[0] == '#')
        text = bl_span_cut(text, 1);
    if (is_topics_label(bl_fold(v->evidence->passing, text)))
        return;
    bl_visible_claim(v, BL_FIELD_TOPIC,
                     is_section               ? BL_WEIGHT_TOPIC_SECTION
                     : is_rel                 ? BL_WEIGHT_TOPIC_REL
                     : is_listed || is_called ? BL_WEIGHT_TOPIC_LIST
                                              : BL_WEIGHT_TOPIC_LINK,
                     text, n);
}

/* Does the link lead to the front page of the site? */
static bool
leads_home(const bl_visible *v, bl_node n)
{
    bl_url url;
    bl_span address = bl_trim(bl_attribute_of(v->doc, n, BL_ATTR_HREF));
    return bl_span_equal(address, BL_SPAN("/")) || (bl_url_split(address, &url) && url.path.n <= 1 && url.query.n == 0);
}

/* May it start with one of them once it is folded? Where two signs of ASCII begin it, the first one stays the first. */
static bool
may_start(bl_span text, const char *const *starts, size_t count)
{
    if ((unsigned char)text.p[0] >= 0x80 || (unsigned char)text.p[1] >= 0x80)
        return true;
    for (size_t i = 0; i < count; i++)
        if (starts[i][0] == bl_lower(text.p[0]))
            return true;
    return false;
}

/* Does its label say that it is a path of sections, or its first words: "You are here: Home > Town"? */
static bool
is_called_path(const bl_visible *v, bl_node n)
{
    static const char *const starts[] = {
#define PATH(text) text,
#include "evidence/visible_topics.def"
#undef PATH
    };
    size_t size = bl_text_size(v->evidence, n);
    if (v->doc->nodes[n].tag == BL_TAG_NAV)
        return bl_span_find_nocase(bl_attribute_of(v->doc, n, BL_ATTR_ARIA_LABEL), BL_SPAN("breadcrumb"), 0) !=
               BL_NOT_FOUND;
    if (size == 0 || size > PATH_TEXT || (v->headline != BL_NO_NODE && n > v->headline))
        return false;
    bl_node i = n + 1, end = v->doc->nodes[n].end < n + PATH_NODES ? v->doc->nodes[n].end : n + PATH_NODES;
    while (i < end && (bl_is_element(v->doc, i) || v->doc->nodes[i].is_blank))
        i++;
    bl_span text = i < end ? bl_trim(bl_node_text(&v->doc->nodes[i])) : BL_EMPTY;
    if (text.n < 2 || text.n > PATH_LABEL || !may_start(text, starts, BL_COUNT(starts)))
        return false;
    return bl_span_starts_among(bl_fold(v->evidence->passing, text), starts, BL_COUNT(starts)) > 0;
}

/* The last link of a breadcrumb is the section, where it is not the page itself. */
static void
claim_breadcrumb(const bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    bl_node last = BL_NO_NODE;
    size_t links = 0;
    if (doc->nodes[n].end - n > BREADCRUMB_NODES)
        return;
    bl_span headline = v->headline == BL_NO_NODE ? BL_EMPTY : bl_line_text(v, v->headline, 2000);
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++) {
        if (doc->nodes[i].tag != BL_TAG_A || bl_text_size(v->evidence, i) == 0)
            continue;
        links++;
        bl_span text = leads_on(v, i) ? bl_line_text(v, i, SECTION_TEXT) : BL_EMPTY;
        if (text.n > 0 && (links > 1 || !leads_home(v, i)) && !bl_same(v->evidence->passing, text, headline))
            last = i;
    }
    if (last != BL_NO_NODE)
        bl_visible_claim(v, BL_FIELD_SECTION, BL_WEIGHT_SECTION_CRUMB, bl_line_text(v, last, SECTION_TEXT),
                         last);
}

bl_span
bl_label_text(const bl_visible *v, bl_node n, size_t most)
{
    const bl_document *doc = v->doc;
    bl_node first = BL_NO_NODE;
    size_t links = 0, linked = 0;
    for (bl_node i = n + 1; i < doc->nodes[n].end && i - n <= LABEL_NODES; i++) {
        size_t size = doc->nodes[i].tag == BL_TAG_A ? bl_text_size(v->evidence, i) : 0;
        first = size && first == BL_NO_NODE && !leads_home(v, i) ? i : first;
        links += size > 0;
        linked += size;
    }
    bool is_of_links = links > 1 || 2 * linked > bl_text_size(v->evidence, n);
    return bl_line_text(v, first != BL_NO_NODE && is_of_links ? first : n, most);
}

/* A label that only opens something on this page heads a list of it. */
static void
claim_labelled_section(const bl_visible *v, bl_node n)
{
    bl_node link = bl_closest(v->doc, n, BL_TAG_A);
    for (bl_node i = n; link == BL_NO_NODE && i < v->doc->nodes[n].end; i++)
        link = v->doc->nodes[i].tag == BL_TAG_A ? i : link;
    if (link == BL_NO_NODE || leads_on(v, link))
        bl_visible_claim(v, BL_FIELD_SECTION, BL_WEIGHT_SECTION_CLASS, bl_label_text(v, n, SECTION_TEXT), n);
}

void
bl_visible_section(bl_visible *v, bl_node n)
{
    uint64_t own = v->evidence->words[n];
    bool is_path = (own & BL_WORD_BREADCRUMB) || is_called_path(v, n);
    if (is_path && !(v->evidence->words_above[n] & BL_WORD_BREADCRUMB)) {
        claim_breadcrumb(v, n);
        return;
    }
    if ((own & BL_WORD_SECTION) && bl_near_headline(v, n) != BL_FAR && bl_is_line(v->doc, n) &&
        !bl_in_furniture(v, n) && n != v->headline && !(own & BL_WORD_HEADLINE))
        claim_labelled_section(v, n);
}

static bool
is_http(bl_span text)
{
    return bl_span_starts_nocase(text, BL_SPAN("https://")) ||
           bl_span_starts_nocase(text, BL_SPAN("http://"));
}

static bool
has_space(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (bl_is_space(text.p[i]))
            return true;
    return false;
}

void
bl_visible_short_url(bl_visible *v, bl_node n)
{
    const bl_document *doc = v->doc;
    uint8_t tag = doc->nodes[n].tag;
    if (tag == BL_TAG_LINK || tag == BL_TAG_A) {
        bl_span href = bl_trim(bl_attribute_of(doc, n, BL_ATTR_HREF));
        bool is_rel = bl_span_find_nocase(bl_attribute_of(doc, n, BL_ATTR_REL), BL_SPAN("shortlink"), 0) !=
                      BL_NOT_FOUND;
        bool is_named = tag == BL_TAG_A && (v->evidence->words[n] & BL_WORD_SHORTLINK);
        if (is_http(href) && href.n <= SHORT_HREF && (is_rel || (is_named && href.n <= SHORT_URL)))
            bl_visible_claim(v, BL_FIELD_SHORT_URL,
                             is_rel ? BL_WEIGHT_SHORT_URL_REL : BL_WEIGHT_SHORT_URL_CLASS, href, n);
        return;
    }
    /* An address that stands alone in a line below the headline is printed to be typed off. */
    if (tag != BL_TAG_P && tag != BL_TAG_DIV && tag != BL_TAG_SPAN)
        return;
    size_t size = bl_text_size(v->evidence, n);
    if (size < SHORT_URL_LEAST || size > SHORT_URL || bl_near_headline(v, n) != BL_BELOW || !bl_is_line(doc, n))
        return;
    bl_span text = bl_line_text(v, n, SHORT_URL);
    if (is_http(text) && !has_space(text))
        bl_visible_claim(v, BL_FIELD_SHORT_URL, BL_WEIGHT_SHORT_URL_LINE, text, n);
}
