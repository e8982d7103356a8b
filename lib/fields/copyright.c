/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "fields/copyright.h"

#include "base/unicode.h"

enum {
    FOOT_NODES = 400, /* at the end of the page, in which the line of the copyright stands */
    FOOT_BYTES = 120, /* of that line */
    WORD_LEAST = 3, /* letters of the last word of a sentence; shorter ones are cut words */
};

/* The mark that text begins with, in bytes; 0 where it is none. */
static size_t
mark_at(bl_span text, bool *is_word)
{
    static const char *const words[] = {"copyrights", "copyright"};
    static const char *const signs[] = {"\xC2\xA9", "\xE2\x93\x92", "(c)"}; /* the second in a circle */
    for (size_t i = 0; i < BL_COUNT(words); i++)
        if (bl_span_starts_nocase(text, bl_span_of(words[i])) &&
            (text.n == strlen(words[i]) || !bl_is_alpha(text.p[strlen(words[i])]))) {
            *is_word = true;
            return strlen(words[i]);
        }
    for (size_t i = 0; i < BL_COUNT(signs); i++)
        if (bl_span_starts_nocase(text, bl_span_of(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* What stands behind the marks, the years, and what parts them; empty where there is no mark, or too little to tell
   the line from the credit of a picture. */
static bl_span
behind_marks(bl_span line)
{
    size_t at = 0;
    bool has_word = false, has_sign = false, is_word = false;
    while (at < line.n && !mark_at(bl_span_cut(line, at), &is_word))
        at++;
    bl_span text = bl_span_cut(line, at);
    is_word = false;
    for (size_t used = 0; text.n; text = bl_span_cut(text, used)) {
        used = mark_at(text, &is_word);
        has_word |= used && is_word;
        has_sign |= used && !is_word;
        is_word = false;
        if (used)
            continue;
        if (!bl_is_digit(text.p[0]) && !strchr(" -,:", text.p[0]) && (unsigned char)text.p[0] != 0xE2)
            break;
        bl_rune_next(text, &used); /* a dash of three bytes between the years */
    }
    if (bl_span_starts_nocase(text, BL_SPAN("by ")))
        text = bl_span_cut(text, 3);
    return (has_sign && has_word) || ((has_sign || has_word) && bl_holds_year(line)) ? text : BL_EMPTY;
}

/* Does the point at end a sentence? "St. Mary", "J. Roe", and "e.V." go on. */
static bool
ends_sentence(bl_span text, size_t at)
{
    size_t start = at;
    while (start > 0 && text.p[start - 1] != ' ' && text.p[start - 1] != '.')
        start--;
    return (at + 1 >= text.n || text.p[at + 1] == ' ') && at - start >= WORD_LEAST;
}

bl_span
bl_copyright_name(bl_span line)
{
    static const char *const ends[] = {" all rights",
                                       "some rights",
                                       " alle rechte",
                                       " tous droits",
                                       " todos los derechos",
                                       " - ",
                                       " www.",
                                       " \xE2\x80\x93",
                                       " \xE2\x80\x94",
                                       " \xE2\x80\xA2",
                                       "\xE3\x80\x82",
                                       "|",
                                       ";",
                                       "(",
                                       ", "};
    bl_span text = behind_marks(line);
    size_t end = text.n;
    for (size_t i = 0; i < BL_COUNT(ends); i++) {
        size_t at = bl_span_find_nocase(text, bl_span_of(ends[i]), 0);
        end = at < end ? at : end;
    }
    for (size_t i = 0; i < end; i++)
        if (text.p[i] == '.' && ends_sentence(text, i))
            end = i;
    while (end > 0 && (bl_is_digit(text.p[end - 1]) || strchr(" -,", text.p[end - 1])))
        end--; /* the year stands behind the name */
    return bl_trim(bl_span_head(text, end));
}

bl_span
bl_foot_copyright(const bl_decision *decision, bl_node *n)
{
    const bl_document *doc = decision->evidence->document;
    bl_node from = doc->count > FOOT_NODES ? doc->count - FOOT_NODES : 0;
    for (bl_node i = *n == BL_NO_NODE ? doc->count : *n; i-- > from;) {
        const bl_node_record *node = &doc->nodes[i];
        if (bl_is_element(doc, i) || node->is_blank || node->text_size > FOOT_BYTES)
            continue;
        bl_span name = bl_copyright_name(bl_clean(decision->scratch, bl_node_text(node), false));
        if (name.n) {
            *n = i;
            return name;
        }
    }
    *n = BL_NO_NODE;
    return BL_EMPTY;
}
