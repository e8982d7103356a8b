/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The heading that the titles in the head of the page speak of. */
#include "base/unicode.h"
#include "evidence/visible.h"
#include "evidence/words.h"

enum {
    TITLES_MOST = 6,
    TITLE_TEXT = 600,    /* bytes of a title that is looked into */
    HEADING_LEAST = 12,  /* bytes; shorter ones are sections and labels */
    HEADING_TEXT = 300,  /* bytes of the longest headline */
    HEADINGS_MOST = 200, /* of a page; a longer list is a front */
    SHARE_LEAST = 40,    /* percent of the title; the rest is the name of the site */
    WORDS_LEAST = 3,     /* that a heading and a title have in common */
    WORDS_SHARE = 40,    /* percent of those of the heading */
};

typedef struct titles {
    bl_span at[TITLES_MOST];
    size_t count;
} titles;

static titles
read_titles(const bl_visible *v)
{
    titles list = {.count = 0};
    for (size_t i = 0; i < v->evidence->claims[BL_FIELD_HEADLINE].count && list.count < TITLES_MOST; i++) {
        const bl_claim *claim = &v->evidence->claims[BL_FIELD_HEADLINE].at[i];
        if (claim->source == BYLINE_SOURCE_META && claim->value.n <= TITLE_TEXT)
            list.at[list.count++] =
                bl_fold(v->evidence->passing, bl_clean(v->evidence->passing, claim->value, false));
    }
    return list;
}

/* How much of a title the heading is, in percent, at best. */
static int
share_of(const bl_visible *v, bl_node n, const titles *list)
{
    bl_span text = bl_fold(v->evidence->passing, bl_line_text(v, n, HEADING_TEXT));
    int best = 0;
    for (size_t i = 0; i < list->count && text.n >= HEADING_LEAST; i++) {
        int share =
            bl_span_find(list->at[i], text, 0) == BL_NOT_FOUND ? 0 : (int)(100 * text.n / list->at[i].n);
        best = share > best ? share : best;
    }
    return best;
}

/* Has the heading many words of a title, though in another order or among others? */
static bool
is_like(const bl_visible *v, bl_node n, const titles *list)
{
    bl_span rest = bl_fold(v->evidence->passing, bl_line_text(v, n, HEADING_TEXT)), word;
    int words = 0, shared = 0;
    while (bl_span_next(&rest, ' ', &word)) {
        bool found = false;
        for (size_t i = 0; i < list->count && word.n; i++)
            found |= bl_span_find(list->at[i], word, 0) != BL_NOT_FOUND;
        words += word.n > 0;
        shared += found;
    }
    return shared >= WORDS_LEAST && shared * 100 >= words * WORDS_SHARE;
}

bl_node
bl_visible_anchor(const bl_visible *v)
{
    titles list = read_titles(v);
    bl_node anchor = v->headline;
    if (anchor != BL_NO_NODE && is_like(v, anchor, &list))
        return anchor;
    int best = SHARE_LEAST - 1, tried = 0;
    for (bl_node n = 0; list.count && n < v->doc->count && tried < HEADINGS_MOST; n++) {
        uint8_t tag = v->doc->nodes[n].tag;
        if ((tag != BL_TAG_H1 && tag != BL_TAG_H2 && tag != BL_TAG_H3 && tag != BL_TAG_H4) ||
            bl_text_size(v->evidence, n) == 0)
            continue;
        tried++;
        int share = share_of(v, n, &list);
        if (share > best) {
            best = share;
            anchor = n;
        }
    }
    return anchor;
}
