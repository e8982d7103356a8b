/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/page_links.h"

#include "base/unicode.h"
#include "evidence/figures.h"
#include "evidence/url.h"
#include "evidence/words.h"
#include "fields/page.h"
#include "fields/title.h"

enum {
    NAME_TEXT = 80,   /* bytes of a name */
    NAME_NODES = 40,  /* of a link that is one */
    LEAST_KEY = 4,    /* bytes of a name that is only the start of a link's text */
    HOME_LINKS = 24,  /* of a page that are looked at */
    FOLDER_LINKS = 8, /* with the same folder */
    FOLDER_WORDS = 4, /* of the name of a section */
    FOLDER_START = 4, /* letters that both begin with */
    NOT_LATIN = 0x370,
};

/* ---- the site ------------------------------------------------------------------------------- */

static bool
leads_home(const bl_decision *decision, bl_node n)
{
    const bl_document *doc = decision->evidence->document;
    bl_span address = bl_trim(bl_attribute_of(doc, n, BL_ATTR_HREF));
    bl_url url;
    if (address.n && address.p[0] == '/')
        return address.n == 1;
    return bl_url_split(address, &url) && url.path.n <= 1 && url.query.n == 0 &&
           (decision->evidence->url.n == 0 || bl_url_same_site(decision->evidence->url, address));
}

/* The text of a link, else what its picture or its title says. */
static bl_span
name_of(const bl_decision *decision, bl_node n)
{
    bl_evidence *evidence = decision->evidence;
    const bl_document *doc = evidence->document;
    size_t size = bl_text_size(evidence, n);
    if (size > NAME_TEXT || doc->nodes[n].end - n > NAME_NODES)
        return BL_EMPTY;
    if (size)
        return bl_caption_text(evidence, n, true);
    for (bl_node i = n + 1; i < doc->nodes[n].end; i++)
        if (bl_attribute_of(doc, i, BL_ATTR_ALT).n)
            return bl_clean(decision->scratch, bl_attribute_of(doc, i, BL_ATTR_ALT), false);
    return bl_clean(decision->scratch, bl_attribute_of(doc, n, BL_ATTR_TITLE), false);
}

/* "The Town Echo logo" for "The Town Echo". */
static bool
begins_with(bl_arena *arena, bl_span text, bl_span part)
{
    bl_span key = bl_title_key(arena, part);
    return key.n >= LEAST_KEY && bl_span_starts(bl_title_key(arena, text), key);
}

bl_span
bl_home_name(bl_decision *decision, bl_span title)
{
    const bl_document *doc = decision->evidence->document;
    bl_span front, tail;
    bool is_parted = bl_title_ends(title, &front, &tail);
    for (bl_node n = 0, links = 0; n < doc->count && links < HOME_LINKS; n++) {
        if (doc->nodes[n].tag != BL_TAG_A || !leads_home(decision, n))
            continue;
        links++;
        bl_span name = name_of(decision, n), before, behind;
        if (name.n == 0 || bl_is_filler(bl_fold(decision->scratch, name)))
            continue;
        if (bl_title_sides(decision->scratch, title, name, &before, &behind))
            return name;
        if (is_parted && begins_with(decision->scratch, name, tail))
            return tail;
        if (is_parted && begins_with(decision->scratch, name, front))
            return front;
    }
    return BL_EMPTY;
}

/* "Logo: The Town Echo", "The Town Echo - Startseite" */
static bl_span
without_logo(bl_arena *arena, bl_span name)
{
    static const char *const words[] = {"logo",   "home",  "homepage", "startseite", "zur", "accueil",
                                        "inicio", "index", "to",       "go",         "page"};
    bl_span rest = name, word;
    bl_builder b = bl_builder_in(arena);
    while (bl_span_next(&rest, ' ', &word)) {
        bl_span bare = bl_title_key(arena, word);
        if (bare.n == 0 || bl_span_is_among(bare, words, BL_COUNT(words)))
            continue;
        if (b.n)
            bl_builder_add_char(&b, ' ');
        bl_builder_add(&b, word);
    }
    return bl_builder_span(&b);
}

/* To the front page of another host: that of a service that has many blogs. */
static bool
leads_up(const bl_decision *decision, bl_node n)
{
    bl_url link, base;
    bl_span href = bl_trim(bl_attribute_of(decision->evidence->document, n, BL_ATTR_HREF));
    return bl_url_split(href, &link) && bl_url_split(decision->evidence->base, &base) &&
           !bl_span_equal_nocase(bl_url_bare_host(link.host), bl_url_bare_host(base.host));
}

bl_span
bl_home_label(bl_decision *decision, bl_node *link)
{
    const bl_document *doc = decision->evidence->document;
    for (++*link; *link < doc->count; ++*link)
        if (doc->nodes[*link].tag == BL_TAG_A && leads_home(decision, *link) && !leads_up(decision, *link))
            return without_logo(decision->scratch, name_of(decision, *link));
    *link = BL_NO_NODE;
    return BL_EMPTY;
}

/* ---- its sections --------------------------------------------------------------------------- */

/* Is the folder the last thing that the address of the link names? */
static bool
leads_to_folder(bl_span href, bl_span folder)
{
    size_t end = bl_span_find_char(href, '?', 0);
    href = bl_trim(end == BL_NOT_FOUND ? href : bl_span_head(href, end));
    while (href.n && href.p[href.n - 1] == '/')
        href.n--;
    return href.n > folder.n && href.p[href.n - folder.n - 1] == '/' &&
           bl_span_equal_nocase(bl_span_cut(href, href.n - folder.n), folder);
}

/* To another site: the page of the paper at a network has the same folder. */
static bool
leads_elsewhere(const bl_decision *decision, bl_span href)
{
    bl_url url, base;
    return bl_url_split(decision->evidence->base, &base) && bl_url_split(bl_trim(href), &url) &&
           !bl_span_equal_nocase(bl_host_owner(base.host), bl_host_owner(url.host));
}

/* How many letters text and folder have in common at their starts; what is no ASCII stands for one or two. */
static size_t
same_letters(bl_span text, bl_span folder)
{
    size_t at = 0, same = 0;
    while (at < text.n && same < folder.n) {
        uint32_t rune = bl_rune_next(text, &at);
        if (rune >= 0x80) {
            same++;
            bool is_two = at < text.n && same + 1 < folder.n && text.p[at] != folder.p[same] &&
                          text.p[at] == folder.p[same + 1];
            same += is_two;
        } else if (rune == (unsigned char)folder.p[same]) {
            same++;
        } else {
            break;
        }
    }
    return same;
}

typedef enum likeness { UNLIKE, ALIKE, THE_SAME } likeness;

/* "Local News" and "Local" for "local-news"; in another script any short text. */
static likeness
compare(bl_arena *arena, bl_span name, bl_span folder)
{
    bl_span key = bl_title_key(arena, name), wanted = bl_title_key(arena, folder);
    size_t at = 0, same = same_letters(key, wanted), runes = 0;
    while (at < key.n) {
        runes++;
        bl_rune_next(key, &at);
    }
    at = 0;
    if (key.n == 0 || bl_word_count(name) > FOLDER_WORDS)
        return UNLIKE;
    if (same == wanted.n && runes <= wanted.n)
        return THE_SAME;
    if (bl_rune_next(key, &at) >= NOT_LATIN)
        return ALIKE;
    size_t least = wanted.n < FOLDER_START ? wanted.n : FOLDER_START;
    return same >= least || bl_span_find(key, wanted, 0) != BL_NOT_FOUND ? ALIKE : UNLIKE;
}

/* The kicker, where it is what the folder is called. */
static bl_span
kicker_like(bl_decision *decision, bl_span folder)
{
    const bl_evidence *evidence = decision->evidence;
    for (size_t i = 0; i < evidence->claims[BL_FIELD_KICKER].count && i < FOLDER_LINKS; i++) {
        bl_span kicker = bl_clean(decision->scratch, evidence->claims[BL_FIELD_KICKER].at[i].value, false);
        if (compare(decision->scratch, kicker, folder) == THE_SAME)
            return kicker;
    }
    return BL_EMPTY;
}

bl_span
bl_folder_name(bl_decision *decision, bl_span folder)
{
    const bl_document *doc = decision->evidence->document;
    bl_span found = BL_EMPTY;
    for (bl_node n = 0, links = 0; n < doc->count && links < FOLDER_LINKS; n++) {
        if (doc->nodes[n].tag != BL_TAG_A || !bl_text_size(decision->evidence, n) ||
            !leads_to_folder(bl_attribute_of(doc, n, BL_ATTR_HREF), folder) ||
            leads_elsewhere(decision, bl_attribute_of(doc, n, BL_ATTR_HREF)))
            continue;
        links++;
        bl_span name = name_of(decision, n);
        likeness like = compare(decision->scratch, name, folder);
        if (like == THE_SAME)
            return name;
        if (like == ALIKE && found.n == 0)
            found = name;
    }
    return found.n ? found : kicker_like(decision, folder);
}
