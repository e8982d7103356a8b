/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/skip.h"

#include "page/lex.h"

/* Behind the raw text of an element that no skipping loop may look into. */
static const char *
skip_raw(const bl_tag_token *token, const char *end)
{
    switch (token->tag) {
    case BL_TAG_SCRIPT:
        return bl_lex_script_end(token->stop, end);
    case BL_TAG_STYLE: case BL_TAG_TEXTAREA: case BL_TAG_TITLE: case BL_TAG_XMP: case BL_TAG_IFRAME:
    case BL_TAG_NOEMBED: case BL_TAG_NOFRAMES:
        return bl_lex_raw_end(token->stop, end, token->name);
    default:
        return token->stop;
    }
}

/* The next tag from p on, comments and declarations passed over; false at the end. */
static bool
next_tag(const char *p, const char *end, bl_tag_token *token)
{
    while ((p = bl_lex_text_end(p, end)) < end) {
        if (bl_lex_is_tag(p, end))
            return bl_lex_tag(p, end, NULL, 0, token);
        p = bl_lex_declaration(p, end);
    }
    return false;
}

/* HTML elements that end svg and math, as the parser has it. */
static bool
breaks_out(const bl_tag_token *token)
{
    switch (token->tag) {
    case BL_TAG_B: case BL_TAG_BIG: case BL_TAG_BLOCKQUOTE: case BL_TAG_BODY: case BL_TAG_BR:
    case BL_TAG_CENTER: case BL_TAG_CODE: case BL_TAG_DD: case BL_TAG_DIV: case BL_TAG_DL:
    case BL_TAG_DT: case BL_TAG_EM: case BL_TAG_EMBED: case BL_TAG_H1: case BL_TAG_H2: case BL_TAG_H3:
    case BL_TAG_H4: case BL_TAG_H5: case BL_TAG_H6: case BL_TAG_HEAD: case BL_TAG_HR: case BL_TAG_I:
    case BL_TAG_IMG: case BL_TAG_LI: case BL_TAG_LISTING: case BL_TAG_MENU: case BL_TAG_META:
    case BL_TAG_NOBR: case BL_TAG_OL: case BL_TAG_P: case BL_TAG_PRE: case BL_TAG_RUBY: case BL_TAG_S:
    case BL_TAG_SMALL: case BL_TAG_SPAN: case BL_TAG_STRONG: case BL_TAG_STRIKE: case BL_TAG_SUB:
    case BL_TAG_SUP: case BL_TAG_TABLE: case BL_TAG_TT: case BL_TAG_U: case BL_TAG_UL: case BL_TAG_VAR:
        return !token->is_end;
    default:
        return false;
    }
}

/* HTML may stand in these without ending the svg. */
static bool
holds_html(const bl_tag_token *token)
{
    return token->tag == BL_TAG_TITLE || bl_span_equal_nocase(token->name, BL_SPAN("foreignObject")) ||
           bl_span_equal_nocase(token->name, BL_SPAN("desc")) ||
           bl_span_equal_nocase(token->name, BL_SPAN("annotation-xml")) ||
           (token->name.n == 2 && bl_lower(token->name.p[0]) == 'm' && token->tag == BL_TAG_OTHER);
}

/* An end tag that belongs to an HTML element around the svg ends both. */
static bool
ends_outer(const bl_tag_token *token, uint16_t *inner, const uint32_t *open)
{
    if (token->tag == BL_TAG_OTHER || token->is_closed)
        return false;
    if (!token->is_end) {
        inner[token->tag] += inner[token->tag] < UINT16_MAX;
        return false;
    }
    if (inner[token->tag]) {
        inner[token->tag]--;
        return false;
    }
    return open[token->tag] > 0;
}

const char *
bl_skip_foreign(const char *p, const char *end, bl_tag tag, const uint32_t *open)
{
    bl_tag_token token;
    size_t depth = 1, html = 0;
    uint16_t inner[BL_TAG_COUNT] = {0};
    while (next_tag(p, end, &token)) {
        if (html == 0 && token.tag != tag && (breaks_out(&token) || ends_outer(&token, inner, open)))
            return token.start;
        p = token.stop;
        if (token.is_closed)
            continue;
        if (token.tag == tag)
            depth += token.is_end ? (size_t)-1 : 1;
        else if (holds_html(&token))
            html += !token.is_end ? 1 : html ? (size_t)-1 : 0;
        if (depth == 0)
            return p;
    }
    return end;
}

const char *
bl_skip_template(const char *p, const char *end)
{
    bl_tag_token token;
    for (size_t depth = 1; next_tag(p, end, &token);) {
        p = token.is_end ? token.stop : skip_raw(&token, end);
        if (token.tag == BL_TAG_TEMPLATE)
            depth += token.is_end ? (size_t)-1 : 1;
        if (depth == 0)
            return p;
    }
    return NULL;
}

const char *
bl_skip_select(const char *p, const char *end, bool in_table)
{
    bl_tag_token token;
    while (next_tag(p, end, &token)) {
        p = token.is_end ? token.stop : skip_raw(&token, end);
        switch (token.tag) {
        case BL_TAG_SELECT:
            return token.stop;
        case BL_TAG_INPUT: case BL_TAG_KEYGEN: case BL_TAG_TEXTAREA:
            if (!token.is_end)
                return token.start;
            break;
        case BL_TAG_CAPTION: case BL_TAG_TABLE: case BL_TAG_TBODY: case BL_TAG_TFOOT: case BL_TAG_THEAD:
        case BL_TAG_TR: case BL_TAG_TD: case BL_TAG_TH:
            if (in_table)
                return token.start;
            break;
        default:
            break;
        }
    }
    return end;
}
