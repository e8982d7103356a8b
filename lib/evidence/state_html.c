/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/unicode.h"
#include "evidence/evidence.h"
#include "evidence/plain.h"
#include "evidence/state.h"

static bool
is_of_name(char c)
{
    return bl_is_alpha(c) || bl_is_digit(c);
}

/* Does text stand at the beginning of a tag's name, and end there? */
static bool
is_tag(bl_span tag, const char *name)
{
    bl_span word = bl_span_of(name);
    if (!bl_span_starts_nocase(tag, word))
        return false;
    BL_HOLDS(tag.p);
    return tag.n == word.n || bl_is_space(tag.p[word.n]) || tag.p[word.n] == '/';
}

static bool
is_heading(bl_span tag)
{
    return is_tag(tag, "h2") || is_tag(tag, "h3") || is_tag(tag, "h4");
}

/* What belongs to a picture. */
static bool
is_of_picture(bl_span tag)
{
    return is_tag(tag, "figure") || is_tag(tag, "figcaption") ||
           bl_span_find_nocase(tag, BL_SPAN("caption"), 0) != BL_NOT_FOUND;
}

/* Where the next end tag of the element starts, or the end: such elements hold none of their own kind. */
static size_t
element_end(bl_span html, size_t from, bl_span tag)
{
    size_t n = 0;
    while (n < tag.n && is_of_name(tag.p[n]))
        n++;
    for (size_t at = from; (at = bl_span_find(html, BL_SPAN("</"), at)) != BL_NOT_FOUND; at += 2) {
        bl_span end = bl_span_cut(html, at + 2);
        if (bl_span_starts_nocase(end, bl_span_head(tag, n)) && (end.n == n || !is_of_name(end.p[n])))
            return at;
    }
    return html.n;
}

bool
bl_state_has_html(bl_span html)
{
    return bl_span_find_nocase(html, BL_SPAN("<p"), 0) != BL_NOT_FOUND;
}

size_t
bl_state_add_html(bl_builder *b, bl_span html)
{
    size_t paragraphs = 0;
    for (size_t at = 0; (at = bl_span_find_char(html, '<', at)) != BL_NOT_FOUND;) {
        size_t stop = bl_span_find_char(html, '>', at);
        if (stop == BL_NOT_FOUND)
            break;
        bl_span tag = bl_span_from(html.p + at + 1, stop - at - 1);
        at = stop + 1;
        bool of_picture = is_of_picture(tag), heads = is_heading(tag);
        if (tag.n == 0 || !bl_is_alpha(tag.p[0]) || !(of_picture || heads || is_tag(tag, "p") || is_tag(tag, "li")))
            continue;
        size_t end = element_end(html, at, tag);
        bl_span text = bl_trim(bl_plain(b->arena, bl_span_from(html.p + at, end - at)));
        at = end;
        if (of_picture || text.n == 0)
            continue;
        paragraphs += is_tag(tag, "p");
        if (heads)
            bl_builder_add_char(b, BL_STATE_HEADING);
        for (size_t i = 0; i < text.n; i++)
            bl_builder_add_char(b, text.p[i] == '\n' ? ' ' : text.p[i]);
        bl_builder_add_char(b, '\n');
    }
    return paragraphs;
}
