/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Articles that are kept as an array of blocks: [{"type": "paragraph", "text": ...}, ...]. */
#include "base/unicode.h"
#include "evidence/evidence.h"
#include "evidence/plain.h"
#include "evidence/state.h"

enum {
    MEMBERS_MOST = 24,    /* the type of a block is among its first members */
    TYPE_BYTES = 40,      /* a longer one is none */
    PARAGRAPH_BYTES = 60, /* a shorter line is a label or a heading */
};

typedef enum role { ROLE_NONE, ROLE_TEXT, ROLE_HEADING, ROLE_PICTURE } role;

typedef struct word {
    const char *text;
    role role;
} word;

static const word TYPES[] = {
#define TYPE(text, role) {text, ROLE_##role},
#include "evidence/state_blocks.def"
#undef TYPE
};

static const char *const BREAKS[] = {
#define BREAK(text) text,
#include "evidence/state_blocks.def"
#undef BREAK
};

static const char *const TYPE_KEYS[] = {
#define TYPE_KEY(text) text,
#include "evidence/state_blocks.def"
#undef TYPE_KEY
};

static const char *const TEXT_KEYS[] = {
#define TEXT_KEY(text) text,
#include "evidence/state_blocks.def"
#undef TEXT_KEY
};

typedef struct reader {
    const bl_json_tree *json;
    bl_builder b;
    size_t line;       /* where the line that is being filled starts */
    bool heads;        /* it is a heading */
    size_t paragraphs; /* long lines so far */
} reader;

#define IS_AMONG(text, words) bl_span_is_among(text, words, BL_COUNT(words))

/* "core/list-item" is "listitem", "Paragraph" is "paragraph". to has room for TYPE_BYTES. */
static bl_span
plain_type(bl_span text, char *to)
{
    size_t n = 0;
    if (text.n > TYPE_BYTES)
        return BL_EMPTY;
    for (size_t i = 0; i < text.n; i++) {
        char c = bl_lower(text.p[i]);
        if (c == '/' || c == '.' || c == ':')
            n = 0;
        else if (c != '-' && c != '_' && c != ' ')
            to[n++] = c;
    }
    return bl_span_from(to, n);
}

/* What an object says that it is; breaks: a line of its own. */
static role
role_of(const bl_json_tree *json, bl_json_at v, bool *breaks)
{
    char of[TYPE_BYTES];
    role found = ROLE_NONE;
    unsigned members = 0;
    *breaks = false;
    for (bl_json_at m = bl_json_first(json, v); m != BL_NO_JSON && members < MEMBERS_MOST;
         m = json->values.at[m].next, members++) {
        const bl_json_value *member = &json->values.at[m];
        if (member->type != BL_JSON_STRING || !IS_AMONG(member->key, TYPE_KEYS))
            continue;
        bl_span type = plain_type(member->text, of);
        *breaks = *breaks || IS_AMONG(type, BREAKS);
        for (size_t i = 0; i < BL_COUNT(TYPES); i++)
            if (bl_span_is(type, TYPES[i].text) && TYPES[i].role > found)
                found = TYPES[i].role;
    }
    return found;
}

static void
end_line(reader *r)
{
    size_t n = r->b.n - r->line;
    if (n == 0)
        return;
    r->paragraphs += !r->heads && n >= PARAGRAPH_BYTES;
    bl_builder_add_char(&r->b, '\n');
    r->line = r->b.n;
    r->heads = false;
}

static void
add_string(reader *r, bl_span text)
{
    if (bl_state_has_html(text)) {
        end_line(r);
        r->paragraphs += bl_state_add_html(&r->b, text);
        r->line = r->b.n;
        return;
    }
    text = bl_plain(r->b.arena, text);
    if (r->b.n == r->line) {
        text = bl_trim(text).n ? bl_span_cut(text, (size_t)(bl_trim(text).p - text.p)) : BL_EMPTY;
        if (text.n && r->heads)
            bl_builder_add_char(&r->b, BL_STATE_HEADING);
    }
    for (size_t i = 0; i < text.n; i++)
        bl_builder_add_char(&r->b, text.p[i] == '\n' ? ' ' : text.p[i]);
}

/* Does an object say its text itself? What else is in it says the text again, in parts. */
static bool
says_text(const bl_json_tree *json, bl_json_at v)
{
    unsigned members = 0;
    for (bl_json_at m = bl_json_first(json, v); m != BL_NO_JSON && members < MEMBERS_MOST;
         m = json->values.at[m].next, members++)
        if (json->values.at[m].type == BL_JSON_STRING && json->values.at[m].text.n &&
            IS_AMONG(json->values.at[m].key, TEXT_KEYS))
            return true;
    return false;
}

/* The text inside one block, or in a plain string. */
static void
add_block(reader *r, bl_json_at block, bool heads)
{
    const bl_json_tree *json = r->json;
    end_line(r);
    r->heads = heads;
    if (json->values.at[block].type == BL_JSON_STRING)
        add_string(r, json->values.at[block].text);
    for (bl_json_at v = block + 1; v < json->values.at[block].end;) {
        const bl_json_value *value = &json->values.at[v], *parent = &json->values.at[value->parent];
        bl_span key = parent->type == BL_JSON_ARRAY ? parent->key : value->key;
        bool is_box = value->type == BL_JSON_ARRAY || value->type == BL_JSON_OBJECT, breaks = false;
        role is = value->type == BL_JSON_OBJECT ? role_of(json, v, &breaks) : ROLE_NONE;
        if (is == ROLE_PICTURE || (is_box && parent->type == BL_JSON_OBJECT && says_text(json, value->parent))) {
            v = value->end;
            continue;
        }
        if (breaks) {
            end_line(r);
            r->heads = heads || is == ROLE_HEADING;
        }
        if (value->type == BL_JSON_STRING && IS_AMONG(key, TEXT_KEYS)) {
            if (parent->type == BL_JSON_ARRAY && bl_span_is(key, "items"))
                end_line(r);
            add_string(r, value->text);
        }
        v++;
    }
    end_line(r);
}

/* Is at least a third of its members of text? A list of other stories says so of none. */
static bool
holds_blocks(const bl_json_tree *json, bl_json_at array)
{
    size_t members = 0, of_text = 0;
    bool breaks, is_text = IS_AMONG(json->values.at[array].key, TEXT_KEYS);
    for (bl_json_at v = bl_json_first(json, array); v != BL_NO_JSON; v = json->values.at[v].next, members++) {
        const bl_json_value *value = &json->values.at[v];
        if (value->type == BL_JSON_OBJECT)
            of_text += role_of(json, v, &breaks) == ROLE_TEXT;
        else if (value->type == BL_JSON_STRING)
            of_text += is_text && value->text.n >= PARAGRAPH_BYTES;
    }
    return of_text >= BL_STATE_PARAGRAPHS_LEAST && 3 * of_text >= members;
}

void
bl_state_blocks(bl_arena *arena, const bl_json_tree *json, bl_state_texts *texts)
{
    for (bl_json_at array = 1; array < json->values.count;) {
        if (json->values.at[array].type != BL_JSON_ARRAY || !holds_blocks(json, array)) {
            array++;
            continue;
        }
        reader r = {.json = json, .b = bl_builder_in(arena)};
        for (bl_json_at v = bl_json_first(json, array); v != BL_NO_JSON; v = json->values.at[v].next) {
            bool breaks = false, is_string = json->values.at[v].type == BL_JSON_STRING;
            role is = is_string ? ROLE_TEXT : role_of(json, v, &breaks);
            if (is == ROLE_TEXT || is == ROLE_HEADING)
                add_block(&r, v, is == ROLE_HEADING);
        }
        if (r.paragraphs >= BL_STATE_PARAGRAPHS_LEAST)
            BL_PUSH(arena, texts, bl_builder_span(&r.b));
        array = json->values.at[array].end; /* arrays inside it were read with it */
    }
}
