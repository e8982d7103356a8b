/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The only file that knows json-c, which reads what is not quite JSON. Its objects are copied into the array and
 * let go at once.
 */
#include "evidence/json_tree.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>

#include <json-c/json.h>

#include "base/digits.h"
#include "base/poison.h"
#include "base/unicode.h"
#include "evidence/json_plain.h"
#include "evidence/json_repair.h"

/* Real scripts stay below 3,000 brackets and 30,000 commas. */
static const size_t MOST_BRACKETS = 20000;
static const size_t MOST_COMMAS = 60000;

/* What json-c takes for an empty object, and for a member: it asks malloc(), so it is counted beforehand. */
static const size_t BRACKET_COST = 850;
static const size_t COMMA_COST = 220;

/* What must be closed when memory ends on the way. */
typedef struct held {
    json_tokener *tokener;
    json_object *object;
} held;

static void
let_go(void *object)
{
    held *h = object;
    if (h->object)
        json_object_put(h->object);
    if (h->tokener)
        json_tokener_free(h->tokener);
    h->object = NULL;
    h->tokener = NULL;
}

/* May it be read? Then there is room for it. */
static bool
prepare(bl_arena *arena, bl_span text, bl_json_tree *json)
{
    bl_json_signs signs = bl_json_count(text);
    return signs.brackets <= MOST_BRACKETS && signs.commas <= MOST_COMMAS && text.n < INT_MAX &&
           bl_json_reserve(arena, &signs, json);
}

/* Would json-c stay within the memory that is left? */
static bool
may_ask_json_c(const bl_arena *arena, bl_span text)
{
    bl_json_signs signs = bl_json_count(text);
    return signs.brackets * BRACKET_COST + signs.commas * COMMA_COST <= bl_arena_room(arena);
}

static bl_span
kept(bl_arena *arena, bl_span text)
{
    return bl_span_from(bl_strndup(arena, text.p, text.n), text.n);
}

/* As json_plain.c takes it from the page. */
static bl_span
fraction(bl_arena *arena, double value)
{
    char number[40];
    snprintf(number, sizeof number, "%.15g", value);
    return kept(arena, bl_span_from(number, bl_set_point(number, strlen(number))));
}

static void
set_scalar(bl_arena *arena, bl_json_value *value, json_object *from)
{
    char digits[BL_DIGITS];
    switch (json_object_get_type(from)) {
    case json_type_boolean:
        value->type = BL_JSON_BOOLEAN;
        value->text = json_object_get_boolean(from) ? BL_SPAN("true") : BL_SPAN("false");
        break;
    case json_type_int:
        value->type = BL_JSON_NUMBER;
        value->text = kept(arena, bl_digits(json_object_get_int64(from), digits));
        break;
    case json_type_double:
        value->type = BL_JSON_NUMBER;
        value->text = fraction(arena, json_object_get_double(from));
        break;
    case json_type_string:
        value->type = BL_JSON_STRING;
        value->text.n = (size_t)json_object_get_string_len(from);
        value->text.p = bl_strndup(arena, json_object_get_string(from), value->text.n);
        break;
    case json_type_array:
        value->type = BL_JSON_ARRAY;
        break;
    case json_type_object:
        value->type = BL_JSON_OBJECT;
        break;
    default:
        value->type = BL_JSON_NULL;
        break;
    }
}

/* An array or an object that is being copied. */
typedef struct level {
    json_object *from;
    bl_json_at value;
    bl_json_at last; /* the child copied last */
    size_t index;
    struct json_object_iterator at, end; /* of an object */
} level;

typedef BL_VECTOR(level) levels;

static bl_json_at
add_value(bl_arena *arena, bl_json_tree *json, levels *stack, json_object *from, const char *key)
{
    bl_json_at v = (bl_json_at)json->values.count;
    bl_json_value value = {.parent = BL_NO_JSON, .next = BL_NO_JSON, .end = v + 1};
    set_scalar(arena, &value, from);
    if (key)
        value.key = bl_span_from(bl_strndup(arena, key, strlen(key)), strlen(key));
    if (stack->count) {
        level *top = &stack->at[stack->count - 1];
        value.parent = top->value;
        value.index = (uint32_t)top->index++;
        if (top->last != BL_NO_JSON)
            json->values.at[top->last].next = v;
        top->last = v;
    }
    BL_PUSH(arena, &json->values, value);
    if (value.type == BL_JSON_ARRAY || value.type == BL_JSON_OBJECT) {
        level inner = {.from = from, .value = v, .last = BL_NO_JSON};
        if (value.type == BL_JSON_OBJECT) {
            inner.at = json_object_iter_begin(from);
            inner.end = json_object_iter_end(from);
        }
        BL_PUSH(arena, stack, inner);
    }
    return v;
}

/* Copy from and all in it behind the values that are there, as a child of value 0. */
static void
copy(bl_arena *arena, bl_json_tree *json, json_object *from, bl_json_at *last, uint32_t index)
{
    levels stack = {0};
    bl_json_at v = add_value(arena, json, &stack, from, NULL);
    json->values.at[v].parent = 0;
    json->values.at[v].index = index;
    if (*last != BL_NO_JSON)
        json->values.at[*last].next = v;
    *last = v;
    while (stack.count) {
        level *top = &stack.at[stack.count - 1];
        if (json->values.at[top->value].type == BL_JSON_ARRAY) {
            if (top->index < json_object_array_length(top->from)) {
                add_value(arena, json, &stack, json_object_array_get_idx(top->from, top->index), NULL);
                continue;
            }
        } else if (!json_object_iter_equal(&top->at, &top->end)) {
            struct json_object_iterator at = top->at;
            json_object_iter_next(&top->at);
            add_value(arena, json, &stack, json_object_iter_peek_value(&at), json_object_iter_peek_name(&at));
            continue;
        }
        json->values.at[top->value].end = (bl_json_at)json->values.count;
        stack.count--;
    }
}

static bool
parse(bl_arena *arena, held *h, bl_span text, bl_json_tree *json)
{
    bl_json_at last = BL_NO_JSON;
    json->values.count = 0;
    BL_PUSH(arena, &json->values,
            ((bl_json_value){.type = BL_JSON_ARRAY, .parent = BL_NO_JSON, .next = BL_NO_JSON}));
    uint32_t count = 0;
    for (text = bl_json_skip_between(text); text.n; text = bl_json_skip_between(text)) {
        if (text.p[0] != '{' && text.p[0] != '[')
            return false;
        json_tokener_reset(h->tokener);
        errno = 0; /* json-c takes memory that ends for JSON that is cut short, or goes on with less */
        bl_stack_is_lent();
        h->object = json_tokener_parse_ex(h->tokener, text.p, (int)text.n);
        if (errno == ENOMEM)
            bl_throw(arena, BYLINE_E_MEMORY);
        if (json_tokener_get_error(h->tokener) != json_tokener_success || !h->object)
            return false;
        copy(arena, json, h->object, &last, count++);
        json_object_put(h->object);
        h->object = NULL;
        text = bl_span_cut(text, json_tokener_get_parse_end(h->tokener));
    }
    json->values.at[0].end = (bl_json_at)json->values.count;
    return count > 0;
}

bool
bl_json_read(bl_arena *arena, bl_span text, size_t depth, bl_json_tree *json)
{
    if (!prepare(arena, text, json))
        return false;
    if (bl_json_read_plain(arena, text, depth, json))
        return true;
    if (!may_ask_json_c(arena, text))
        return false;
    held *h = BL_NEW(arena, held);
    bl_defer(arena, let_go, h);
    h->tokener = json_tokener_new_ex((int)depth + 1);
    if (!h->tokener)
        bl_throw(arena, BYLINE_E_MEMORY);
    bool read = parse(arena, h, text, json);
    if (!read) {
        bl_span repaired = bl_json_repair(arena, text, depth);
        read = repaired.n && prepare(arena, repaired, json) && may_ask_json_c(arena, repaired) &&
               parse(arena, h, repaired, json);
    }
    let_go(h);
    return read;
}

bl_json_at
bl_json_first(const bl_json_tree *json, bl_json_at v)
{
    return v != BL_NO_JSON && json->values.at[v].end > v + 1 ? v + 1 : BL_NO_JSON;
}

bl_json_at
bl_json_member(const bl_json_tree *json, bl_json_at v, bl_span key)
{
    if (v == BL_NO_JSON || json->values.at[v].type != BL_JSON_OBJECT)
        return BL_NO_JSON;
    for (bl_json_at i = bl_json_first(json, v); i != BL_NO_JSON; i = json->values.at[i].next)
        if (bl_span_equal(json->values.at[i].key, key))
            return i;
    return BL_NO_JSON;
}

bl_span
bl_json_string(const bl_json_tree *json, bl_json_at v)
{
    return v == BL_NO_JSON ? BL_EMPTY : json->values.at[v].text;
}

const char *
bl_json_path(const bl_json_tree *json, bl_json_at v, bl_arena *arena)
{
    bl_json_at chain[300];
    size_t n = 0;
    bool alone = json->values.count > 1 && json->values.at[1].next == BL_NO_JSON;
    for (; v != BL_NO_JSON && v != 0 && n < BL_COUNT(chain); v = json->values.at[v].parent)
        if (!(alone && v == 1))
            chain[n++] = v;
    bl_builder b = bl_builder_in(arena);
    while (n) {
        const bl_json_value *value = &json->values.at[chain[--n]];
        char index[16];
        bl_builder_add_char(&b, '/');
        if (!value->key.p) {
            snprintf(index, sizeof index, "%" PRIu32, value->index);
            bl_builder_add(&b, bl_span_of(index));
            continue;
        }
        for (size_t i = 0; i < value->key.n; i++) {
            char c = value->key.p[i];
            if (c == '~' || c == '/')
                bl_builder_add(&b, c == '~' ? BL_SPAN("~0") : BL_SPAN("~1"));
            else
                bl_builder_add_char(&b, c);
        }
    }
    return bl_builder_text(&b);
}
