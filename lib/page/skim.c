/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/skim.h"

#include "page/script.h"
#include "page/skim_write.h"
#include "page/skip.h"
#include "page/tree_rules.h"

/*
 * Of the memory of a page one part in so many may go to what gumbo allocates: the later stages need as much again,
 * twice. And so many nodes are enough for any page, with one more for so many bytes; real ones have 50 in 1,000 bytes
 * at most, and 150,000 in 6 MB.
 */
enum { MEMORY_PARTS = 4, NODES_ENOUGH = 60000, BYTES_PER_NODE = 64 };

/* Where that was too much after all, so many times less. */
enum { LESS_IN_PART = 4 };

/* The longest doctype in use has 130 bytes. */
enum { DOCTYPE_MOST = 256 };

/* Of html tags, and of body tags, those whose attributes count. */
enum { ROOTS_MOST = 8 };

static bool
in_preformatted(const bl_skimmer *s)
{
    return s->guard.open[BL_TAG_PRE] || s->guard.open[BL_TAG_LISTING];
}

static void
read_text(bl_skimmer *s)
{
    const char *from = s->p, *to = bl_lex_text_end(from, s->end);
    s->p = to;
    if (s->skip_line && from < to && *from == '\r')
        from++;
    if (s->skip_line && from < to && *from == '\n')
        from++;
    const char *first = from;
    while (first < to && bl_is_space(*first))
        first++;
    if (first < to) {
        bl_skim_write_text(s, from, to, BL_MARK_TEXT);
        return;
    }
    if (from == to)
        return;
    if (!s->blank.p)
        s->blank = bl_span_from(from, (size_t)(to - from));
    if (in_preformatted(s)) {
        s->after_block = false;
    } else if (bl_guard_would_clone(&s->guard)) {
        s->after_block = false; /* where gumbo starts the clone depends on it */
        bl_skim_end_clones(s, BL_TAG_TEXT);
        bl_skim_write_blank(s);
    }
}

/* s->p stands behind the start tag of raw text: where its end tag starts. s->p moves behind that. */
static const char *
raw_end(bl_skimmer *s, bl_span name, bl_tag_token *end_tag)
{
    const char *at = bl_lex_raw_end(s->p, s->end, name);
    if (at == s->end || !bl_lex_tag(at, s->end, NULL, 0, end_tag)) {
        end_tag->start = end_tag->stop = s->end;
        s->p = s->end;
        return at;
    }
    s->p = end_tag->stop;
    return at;
}

static bl_span
attribute(const bl_skimmer *s, const bl_tag_token *token, bl_attribute name)
{
    for (unsigned i = 0; i < token->attribute_count; i++)
        if (s->out->attributes.at[token->attributes + i].name == name)
            return bl_value_of(&s->out->attributes.at[token->attributes + i]);
    return BL_EMPTY;
}

static void
read_script(bl_skimmer *s, const bl_tag_token *token)
{
    const char *from = s->p, *to = bl_lex_script_end(from, s->end);
    bl_span type = bl_span_trim(attribute(s, token, BL_ATTR_TYPE));
    bl_script script = {bl_span_from(from, (size_t)(to - from)), (uint32_t)bl_skim_offset(s, from),
                        (uint32_t)(to - from)};
    if (bl_span_starts_nocase(type, BL_SPAN("application/ld+json")))
        BL_PUSH(s->page->arena, &s->scripts, script);
    else if (bl_span_starts_nocase(type, BL_SPAN("application/json")) || bl_script_has_state(script.text))
        BL_PUSH(s->page->arena, &s->states, script);
    s->out->attributes.count = token->attributes;
    bl_tag_token end_tag;
    s->p = to < s->end && bl_lex_tag(to, s->end, NULL, 0, &end_tag) ? end_tag.stop : s->end;
}

/* A title or textarea (with references), an xmp (without). */
static void
read_raw_text(bl_skimmer *s, const bl_tag_token *token, bl_mark_kind kind)
{
    bl_skim_before_tag(s, token->tag);
    bl_skim_end_clones(s, token->tag);
    bl_settle_before(&s->settler, token->tag);
    bl_skim_write_start(s, token);
    size_t start = s->out->mark_count - 1, inside = s->out->html.n;
    bl_tag_token end_tag;
    const char *from = s->p, *to = raw_end(s, token->name, &end_tag);
    s->after_block = false;
    bl_skim_write_text(s, from, to, kind);
    if (bl_mark_at(s->out, s->out->mark_count - 1)->kind != BL_MARK_TEXT)
        bl_outline_settle(s->out, start, inside);
    bl_skim_mark(s, BL_MARK_END, token->tag, end_tag.start, end_tag.stop);
    bl_skim_write_end(s, token->name);
    s->after_block = true;
}

/* Write an element whose content, up to behind, is left out. */
static void
write_hollow(bl_skimmer *s, const bl_tag_token *token, const char *behind)
{
    bl_skim_before_tag(s, token->tag);
    bl_skim_end_clones(s, token->tag);
    bl_settle_inside(&s->settler);
    bl_skim_write_start(s, token);
    bl_outline_settle(s->out, s->out->mark_count - 1, s->out->html.n);
    bl_skim_mark(s, BL_MARK_END, token->tag, behind, behind);
    bl_skim_write_end(s, token->name);
    s->p = behind;
}

/* Elements whose content is not HTML, or of no use. false where the tag is one like others. */
static bool
read_special(bl_skimmer *s, bl_tag_token *token)
{
    const char *behind;
    bl_tag_token end_tag;
    switch (token->tag) {
    case BL_TAG_SCRIPT:
        read_script(s, token);
        return true;
    case BL_TAG_STYLE: case BL_TAG_NOEMBED: case BL_TAG_NOFRAMES:
        s->out->attributes.count = token->attributes;
        raw_end(s, token->name, &end_tag);
        return true;
    case BL_TAG_ISINDEX:
        s->out->attributes.count = token->attributes;
        return true;
    case BL_TAG_TITLE: case BL_TAG_TEXTAREA:
        read_raw_text(s, token, BL_MARK_TEXT);
        return true;
    case BL_TAG_XMP:
        read_raw_text(s, token, BL_MARK_RAW);
        return true;
    case BL_TAG_IFRAME:
        raw_end(s, token->name, &end_tag);
        write_hollow(s, token, end_tag.stop);
        return true;
    case BL_TAG_SVG: case BL_TAG_MATH:
        write_hollow(s, token, token->is_closed ? s->p : bl_skip_foreign(s->p, s->end, token->tag, s->guard.open));
        return true;
    case BL_TAG_SELECT:
        write_hollow(s, token, bl_skip_select(s->p, s->end, s->guard.open[BL_TAG_TABLE] > 0));
        return true;
    case BL_TAG_TEMPLATE:
        behind = s->keep_templates ? NULL : bl_skip_template(s->p, s->end);
        s->keep_templates |= !behind;
        if (behind)
            write_hollow(s, token, behind);
        return behind != NULL;
    default:
        return false;
    }
}

/* gumbo merges the attributes of a further html or body tag, and would mix up the numbers it knows. */
static void
note_root(bl_skimmer *s, bl_tag_token *token)
{
    unsigned before = 0;
    for (size_t i = 0; i < s->out->roots.count; i++)
        before += bl_mark_at(s->out, s->out->roots.at[i])->tag == token->tag;
    if (before)
        token->reference_count = 0;
    if (before < ROOTS_MOST)
        BL_PUSH(s->out->arena, &s->out->roots, (uint32_t)s->out->mark_count);
}

static void
read_start(bl_skimmer *s, bl_tag_token *token)
{
    if (token->seen > s->page->limits.attributes && s->page->limit == BYLINE_LIMIT_NONE)
        s->page->limit = BYLINE_LIMIT_ATTRIBUTES;
    if (read_special(s, token))
        return;
    bl_skim_before_tag(s, token->tag);
    bl_skim_end_clones(s, token->tag);
    bool opens = bl_settle_before(&s->settler, token->tag);
    if (!bl_guard_start(&s->guard, token->tag)) {
        s->out->attributes.count = token->attributes;
        return;
    }
    if (token->tag == BL_TAG_HTML || token->tag == BL_TAG_BODY)
        note_root(s, token);
    bl_skim_write_start(s, token);
    if (opens)
        bl_settle_open(&s->settler, s->out->mark_count - 1);
    s->skip_line = token->tag == BL_TAG_PRE || token->tag == BL_TAG_LISTING;
    if (token->tag == BL_TAG_PLAINTEXT) {
        bl_skim_write_text(s, s->p, s->end, BL_MARK_RAW);
        s->p = s->end;
    } else if (token->tag == BL_TAG_INPUT) {
        /* a hidden one may stand directly in a table */
        if (bl_span_equal_nocase(attribute(s, token, BL_ATTR_TYPE), BL_SPAN("hidden"))) {
            s->out->html.n--;
            bl_builder_add(&s->out->html, BL_SPAN(" type=hidden>"));
        }
    }
}

static void
read_end(bl_skimmer *s, const bl_tag_token *token)
{
    switch (token->tag) {
    case BL_TAG_SCRIPT: case BL_TAG_STYLE: case BL_TAG_SVG: case BL_TAG_MATH: case BL_TAG_SELECT:
    case BL_TAG_IFRAME: case BL_TAG_NOEMBED: case BL_TAG_NOFRAMES: case BL_TAG_XMP: case BL_TAG_TITLE:
    case BL_TAG_TEXTAREA:
        return; /* the start tag has taken its own */
    default:
        break;
    }
    if ((bl_tag_is_void(token->tag) && token->tag != BL_TAG_BR) || !bl_guard_end(&s->guard, token->tag))
        return;
    bl_skim_before_tag(s, token->tag);
    bl_settle_close(&s->settler, token->tag, token->name);
    bl_skim_mark(s, BL_MARK_END, token->tag, token->start, token->stop);
    bl_skim_write_end(s, token->name);
    if (token->tag == BL_TAG_P || token->tag == BL_TAG_BR)
        bl_skim_spend(s, BL_ELEMENT_COST); /* without a start tag it opens one */
}

static void
read_declaration(bl_skimmer *s)
{
    const char *from = s->p;
    s->p = bl_lex_declaration(from, s->end);
    bl_span text = bl_span_from(from, (size_t)(s->p - from));
    if (s->any_doctype || s->out->nodes || !bl_span_starts_nocase(text, BL_SPAN("<!doctype")) ||
        text.n > DOCTYPE_MOST)
        return;
    s->any_doctype = true;
    bl_builder_add(&s->out->html, text);
}

static void
read_markup(bl_skimmer *s)
{
    if (!bl_lex_is_tag(s->p, s->end)) {
        read_declaration(s);
        return;
    }
    bl_tag_token token;
    if (!bl_lex_tag(s->p, s->end, s->out, s->page->limits.attributes, &token)) {
        s->p = s->end;
        return;
    }
    s->p = token.stop;
    if (token.is_end)
        read_end(s, &token);
    else
        read_start(s, &token);
}

static size_t
cost_limit(const bl_page *page)
{
    size_t by_memory = page->limits.memory_bytes / MEMORY_PARTS;
    size_t by_size = (NODES_ENOUGH + page->text.n / BYTES_PER_NODE) * BL_ELEMENT_COST;
    return (by_memory < by_size ? by_memory : by_size) / (page->in_part ? LESS_IN_PART : 1);
}

void
bl_skim(bl_page *page, bl_outline *outline)
{
    bl_skimmer s = {.page = page, .out = outline, .start = page->text.p, .p = page->text.p};
    s.end = s.p + page->text.n;
    s.cost = cost_limit(page);
    s.guard = bl_guard_in(outline->arena, &page->limits, page->text.n);
    s.settler = (bl_settler){.text = page->text, .outline = outline, .guard = &s.guard};
    s.after_block = true;
    while (s.p < s.end) {
        if (*s.p == '<' && bl_lex_is_markup(s.p, s.end)) {
            s.skip_line = false;
            read_markup(&s);
        } else {
            read_text(&s);
        }
    }
    if (page->limit == BYLINE_LIMIT_NONE)
        page->limit = s.guard.limited;
    page->scripts = s.scripts.at;
    page->script_count = (uint32_t)s.scripts.count;
    page->states = s.states.at;
    page->state_count = (uint32_t)s.states.count;
}
