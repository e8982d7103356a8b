/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The document as a sequence of pieces. One walk; what a node inherits is kept beside it. */
#include "base/unicode.h"
#include "evidence/words.h"
#include "fields/body_region.h"
#include "fields/body_weights.h"

typedef struct flattener {
    const bl_evidence *evidence;
    const bl_document *doc;
    const bl_region *regions;
    bl_arena *arena;
    BL_VECTOR(bl_piece) pieces;
    BL_VECTOR(bl_node) open; /* the block elements that are open */
    bl_builder raw;          /* the text of the piece that is being filled */
    bl_node first, last;
    unsigned breaks;         /* br elements since the last text */
    uint32_t link_units, strong_units, units;
    uint16_t links;
    bl_node link;            /* the last a that was counted */
} flattener;

/* The first sign behind a sentence: Latin, Greek, Arabic, Urdu, Devanagari, CJK, Armenian, Ethiopic, Burmese. */
static bool
is_stop(uint32_t rune)
{
    switch (rune) {
    case '.': case '!': case '?': case 0x2026: case 0x37E: case 0x61F: case 0x6D4: case 0x964: case 0x965:
    case 0x3002: case 0xFF01: case 0xFF1F: case 0xFF0E: case 0xFF61: case 0x589: case 0x1362: case 0x104B:
        return true;
    default:
        return false;
    }
}

static bool
is_comma(uint32_t rune)
{
    return rune == ',' || rune == ';' || rune == ':' || rune == 0x60C || rune == 0x61B || rune == 0x3001 ||
           rune == 0xFF0C || rune == 0xFF1A || rune == 0xFF1B;
}

/* A sign that may stand behind the end of a sentence: quotes and brackets. */
static bool
is_closing(uint32_t rune)
{
    return rune == '"' || rune == '\'' || rune == ')' || rune == ']' || (rune >= 0x2018 && rune <= 0x201F) ||
           rune == 0xBB || rune == 0xAB || rune == 0x300D || rune == 0x300F || rune == 0xFF09 || rune == 0x3011;
}

uint32_t
bl_units_of(uint32_t rune)
{
    if (rune < 0x80)
        return bl_is_alpha((char)rune) || bl_is_digit((char)rune);
    if (rune >= 0x2E80 && bl_rune_is_ideograph(rune))
        return 2;
    return bl_rune_is_letter(rune) || bl_rune_is_digit(rune);
}

uint32_t
bl_units_in(bl_span text)
{
    uint32_t units = 0;
    for (size_t at = 0; at < text.n;)
        units += bl_units_of(bl_rune_next(text, &at));
    return units;
}

/* Count what the finished text is made of. */
static void
measure(bl_piece *piece)
{
    uint64_t hash = 14695981039346656037u;
    bool stopped = false, ended = false;
    for (size_t at = 0; at < piece->text.n;) {
        size_t start = at;
        for (char c; at < piece->text.n && bl_is_ascii_part(c = piece->text.p[at]); at++) /* most of all text */
            hash = (hash ^ (uint32_t)bl_lower(c)) * 1099511628211u;
        if (at > start) {
            piece->units += (uint32_t)(at - start);
            stopped = ended = false;
        }
        if (at == piece->text.n)
            break;
        uint32_t rune = bl_rune_next(piece->text, &at);
        uint32_t units = bl_units_of(rune);
        piece->units += units;
        if (units) {
            hash = (hash ^ (rune < 0x80 ? (uint32_t)bl_lower((char)rune) : rune)) * 1099511628211u;
            stopped = ended = false;
        } else if (is_stop(rune)) {
            stopped = ended = true;
            if (rune >= 0x2E80 || at == piece->text.n)
                piece->stops += piece->stops < UINT16_MAX;
        } else if (rune == '\n') {
            piece->lines += piece->lines < UINT16_MAX;
        } else if (is_comma(rune)) {
            piece->commas += piece->commas < UINT16_MAX;
            ended = false;
        } else if (rune == ' ' && stopped) {
            piece->stops += piece->stops < UINT16_MAX;
            stopped = false;
        } else if (!is_closing(rune) && rune != ' ') {
            ended = false;
        }
    }
    piece->ends_sentence = ended;
    piece->hash = hash;
}

static byline_block_type
type_of(const flattener *f, bl_node block, uint8_t *level)
{
    const bl_region *region = &f->regions[block];
    *level = 0;
    if (region->in & BL_IN_HEADING) {
        *level = region->level;
        return BYLINE_BLOCK_HEADING;
    }
    if (region->in & BL_IN_PRE)
        return BYLINE_BLOCK_PREFORMATTED;
    if (region->in & BL_IN_LIST)
        return BYLINE_BLOCK_LIST_ITEM;
    return region->in & BL_IN_QUOTE ? BYLINE_BLOCK_QUOTE : BYLINE_BLOCK_PARAGRAPH;
}

/* The class words of a node and of all its ancestors; a text has none of its own. */
static uint64_t
words_at(const flattener *f, bl_node n)
{
    bl_node element = f->doc->nodes[n].tag == BL_TAG_TEXT ? f->doc->nodes[n].parent : n;
    return f->evidence->words ? bl_words_around(f->evidence, element) : 0;
}

static bl_piece *
add_piece(flattener *f, bl_node block, bl_node first, bl_node last)
{
    bl_piece *piece = BL_ADD(f->arena, &f->pieces);
    const bl_region *region = &f->regions[block];
    piece->node = block;
    piece->first = first;
    piece->last = last;
    piece->in = region->in;
    piece->own = f->evidence->words ? f->evidence->words[block] : 0;
    piece->words = words_at(f, block);
    piece->type = type_of(f, block, &piece->level);
    return piece;
}

/* A browser's copy of a page has the elements of a noscript as text. */
static bool
is_markup(const flattener *f, bl_span text)
{
    return f->regions[f->first].in & BL_IN_NOSCRIPT && text.p[0] == '<' && text.p[text.n - 1] == '>';
}

/* End the piece that is being filled. */
static void
flush(flattener *f)
{
    bl_span text = bl_span_trim(bl_builder_span(&f->raw));
    if (text.n && !is_markup(f, text)) {
        text = f->regions[f->first].in & BL_IN_PRE ? bl_clean_typed(f->arena, text) : bl_clean(f->arena, text, true);
        if (text.n) {
            bl_piece *piece = add_piece(f, f->regions[f->first].block, f->first, f->last);
            piece->text = text;
            /* inline elements between the block and its text say something too: span class="caption" */
            piece->words = words_at(f, f->first);
            piece->in |= f->regions[f->first].in & ~(uint32_t)BL_IN_LINK;
            piece->links = f->links;
            piece->link_units = f->link_units;
            piece->strong_units = f->strong_units;
            measure(piece);
        }
    }
    f->raw.n = 0;
    f->breaks = 0;
    f->link_units = f->strong_units = f->units = 0;
    f->links = 0;
    f->link = BL_NO_NODE;
}

static uint32_t
count_units(bl_span text)
{
    uint32_t units = 0;
    for (size_t at = 0; at < text.n;) {
        if ((unsigned char)text.p[at] < 0x80)
            units += bl_is_ascii_part(text.p[at++]);
        else
            units += bl_units_of(bl_rune_next_wide(text, &at));
    }
    return units;
}

/* Words for screen readers, or shown on touch alone or when the pointer is there, in the middle of a line. */
static bool
is_hidden_inline(const flattener *f, bl_node n)
{
    const uint64_t names = BL_WORD_HIDDEN | BL_WORD_SR_ONLY | BL_WORD_POPUP;
    const bl_region *region = &f->regions[n], *block = &f->regions[region->block];
    return (region->in & ~block->in & BL_IN_HIDDEN) || (words_at(f, n) & ~words_at(f, region->block) & names);
}

/* Does a paragraph begin here, behind a date that some systems put before it without a break? */
static bool
begins_behind_date(const flattener *f, bl_node n)
{
    const uint64_t names = BL_WORD_DATE | BL_WORD_MODIFIED;
    if (f->raw.n == 0 || f->first != f->last || bl_node_text(&f->doc->nodes[n]).n < BL_BEHIND_DATE_BYTES)
        return false;
    bl_node block = f->regions[f->first].block;
    return f->regions[n].block == block &&
           words_at(f, f->first) & ~words_at(f, block) & names & ~words_at(f, n);
}

static void
add_text(flattener *f, bl_node n)
{
    const bl_node_record *node = &f->doc->nodes[n];
    const bl_region *region = &f->regions[n];
    bool keep = region->in & BL_IN_PRE;
    if (node->is_blank && !(keep && f->raw.n)) {
        if (f->raw.n)
            bl_builder_add_char(&f->raw, ' ');
        return;
    }
    if (is_hidden_inline(f, n))
        return;
    if ((f->breaks > 1 && f->raw.n && !keep) || begins_behind_date(f, n))
        flush(f);
    for (unsigned k = 0; k < f->breaks && f->raw.n && (keep || k == 0); k++)
        bl_builder_add_char(&f->raw, '\n');
    f->breaks = 0;
    if (f->raw.n == 0)
        f->first = n;
    f->last = n;
    bl_span text = bl_node_text(node);
    char *to = bl_builder_reserve(&f->raw, text.n);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        to[i] = !keep && (c == '\n' || c == '\r' || c == '\t') ? ' ' : c;
    }
    f->raw.n += text.n;
    if (region->in & BL_IN_LINK || region->is_strong) {
        uint32_t units = count_units(text);
        if (region->in & BL_IN_LINK)
            f->link_units += units;
        if (region->is_strong)
            f->strong_units += units;
        if (region->in & BL_IN_LINK && region->link != f->link) {
            f->link = region->link;
            f->links += f->links < UINT16_MAX;
        }
    }
}

/* Cells parted by tabs, rows by line feeds. */
static void
add_table(flattener *f, bl_node table)
{
    const bl_document *doc = f->doc;
    bl_builder b = bl_builder_in(f->arena);
    bool fresh = true;
    uint32_t link_units = 0;
    for (bl_node i = table + 1; i < doc->nodes[table].end; i++) {
        bl_tag tag = (bl_tag)doc->nodes[i].tag;
        if (tag == BL_TAG_TEXT) {
            bl_builder_add(&b, bl_clean(f->arena, bl_node_text(&doc->nodes[i]), false));
            bl_builder_add_char(&b, ' ');
            if (f->regions[i].in & BL_IN_LINK)
                link_units += count_units(bl_node_text(&doc->nodes[i]));
        } else if (bl_tag_is_hidden(tag)) {
            i = doc->nodes[i].end - 1;
        } else if (tag == BL_TAG_TR || tag == BL_TAG_CAPTION) {
            if (b.n)
                bl_builder_add_char(&b, '\n');
            fresh = true;
        } else if (tag == BL_TAG_TD || tag == BL_TAG_TH) {
            if (!fresh)
                bl_builder_add_char(&b, '\t');
            fresh = false;
        }
    }
    /* no spaces around what parts the cells */
    size_t n = 0;
    for (size_t i = 0; i < b.n; i++) {
        bool parts = b.p[i] == '\t' || b.p[i] == '\n';
        if (parts && n && b.p[n - 1] == ' ')
            n--;
        if (b.p[i] == ' ' && (n == 0 || b.p[n - 1] == ' ' || b.p[n - 1] == '\t' || b.p[n - 1] == '\n'))
            continue;
        b.p[n++] = b.p[i];
    }
    bl_span text = bl_span_trim(bl_span_from(b.p, n));
    if (text.n == 0)
        return;
    bl_piece *piece = add_piece(f, table, table, doc->nodes[table].end - 1);
    piece->type = BYLINE_BLOCK_TABLE;
    piece->level = 0;
    piece->text = bl_span_from(bl_strndup(f->arena, text.p, text.n), text.n);
    piece->is_whole = true;
    piece->link_units = link_units;
    measure(piece);
}

static void
add_embed(flattener *f, bl_node n)
{
    bl_span url = bl_attribute_of(f->doc, n, BL_ATTR_SRC);
    if (url.n == 0)
        url = bl_attribute_of(f->doc, n, BL_ATTR_DATA_SRC);
    if (url.n == 0)
        return;
    bl_piece *piece = add_piece(f, n, n, f->doc->nodes[n].end - 1);
    piece->type = BYLINE_BLOCK_EMBED;
    piece->level = 0;
    piece->url = url;
    piece->is_whole = true;
}

/* A post of another site, quoted with a link to it: what it says, and the last link in it. */
static void
add_post(flattener *f, bl_node n)
{
    bl_piece *piece = add_piece(f, n, n, f->doc->nodes[n].end - 1);
    piece->type = BYLINE_BLOCK_EMBED;
    piece->level = 0;
    piece->is_whole = true;
    piece->text = bl_text_of(f->doc, n, f->arena, true);
    piece->url = bl_attribute_of(f->doc, n, BL_ATTR_CITE);
    for (bl_node i = n + 1; i < f->doc->nodes[n].end; i++)
        if (f->doc->nodes[i].tag == BL_TAG_A && bl_attribute_of(f->doc, i, BL_ATTR_HREF).n)
            piece->url = bl_attribute_of(f->doc, i, BL_ATTR_HREF);
    measure(piece);
}

/* An element of a page's own making that holds a paragraph, and stands in none, is shown as one. */
static bool
is_own_block(const flattener *f, bl_node n)
{
    const bl_document *doc = f->doc;
    bl_tag block = (bl_tag)doc->nodes[f->regions[n].block].tag;
    return doc->nodes[n].tag == BL_TAG_OTHER && f->evidence->text_before && block != BL_TAG_P && block != BL_TAG_PRE &&
           !(f->regions[n].in & BL_IN_HEADING) && bl_text_size(f->evidence, n) >= BL_OWN_BLOCK_BYTES;
}

static void
close_to(flattener *f, bl_node n)
{
    while (f->open.count && f->doc->nodes[f->open.at[f->open.count - 1]].end <= n) {
        f->open.count--;
        flush(f);
    }
}

/* About how many pieces there will be: a vector that grows would take three times as much. */
static size_t
expected_pieces(const flattener *f)
{
    size_t count = 0;
    bl_node block = BL_NO_NODE;
    for (bl_node n = 0; n < f->doc->count; n++) {
        const bl_node_record *node = &f->doc->nodes[n];
        if (node->tag == BL_TAG_TEXT && !node->is_blank && f->regions[n].block != block) {
            block = f->regions[n].block;
            count++;
        } else if (node->tag == BL_TAG_BR || node->tag == BL_TAG_IFRAME) {
            block = BL_NO_NODE;
        }
    }
    return count;
}

void
bl_body_flatten(const bl_evidence *evidence, bl_arena *arena, struct bl_body *body)
{
    const bl_document *doc = evidence->document;
    flattener f = {.evidence = evidence, .doc = doc, .arena = arena, .raw = bl_builder_in(arena), .link = BL_NO_NODE};
    body->document = doc;
    bl_region *regions = bl_regions(evidence, arena);
    f.regions = regions;
    f.pieces.room = expected_pieces(&f) + 1;
    f.pieces.at = bl_alloc(arena, f.pieces.room * sizeof *f.pieces.at);
    for (bl_node n = doc->body == BL_NO_NODE ? 0 : doc->body; n < doc->count; n++) {
        bl_tag tag = (bl_tag)doc->nodes[n].tag;
        close_to(&f, n);
        if (tag == BL_TAG_TEXT) {
            add_text(&f, n);
        } else if (tag == BL_TAG_IFRAME) {
            flush(&f);
            add_embed(&f, n);
            n = doc->nodes[n].end - 1;
        } else if (bl_tag_is_hidden(tag) || f.regions[n].in & BL_IN_BUTTON) {
            n = doc->nodes[n].end - 1;
        } else if (tag == BL_TAG_BR) {
            f.breaks++;
        } else if (bl_tag_is_block(tag) || is_own_block(&f, n)) {
            flush(&f);
            if (tag == BL_TAG_BLOCKQUOTE && evidence->words && evidence->words[n] & BL_WORD_EMBED) {
                add_post(&f, n);
                n = doc->nodes[n].end - 1;
            } else if (f.regions[n].is_data) {
                add_table(&f, n);
                n = doc->nodes[n].end - 1;
            } else {
                BL_PUSH(arena, &f.open, n);
            }
        }
    }
    flush(&f);
    bl_regions_drop(evidence, arena, regions);
    body->pieces = f.pieces.at;
    body->piece_count = (uint32_t)f.pieces.count;
}
