/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/guard.h"

#include "page/tree_rules.h"

/* gumbo opens tbody and tr by itself, so that one tag may open three elements. */
enum { SLACK = 4 };

/* End tags of p without a start tag that are let through. Damaged pages have a few dozen. */
enum { LONE_ENDS = 1000 };

/* On a stack no deeper than this gumbo may look for what an end tag ends, though the guard sees nothing there. */
enum { SHALLOW = 32 };

/* gumbo keeps no more equal formatting elements than this. */
enum { EQUALS_MOST = 3 };

/* A clone takes gumbo about 400 bytes: so many in any page, and one for so many of its bytes. */
enum { CLONES_LEAST = 4096, BYTES_PER_CLONE = 64 };

bl_guard
bl_guard_in(bl_arena *arena, const byline_limits *limits, size_t page_size)
{
    bl_guard guard = {.limit = limits->depth, .formatting_limit = limits->formatting};
    guard.stack = bl_alloc(arena, guard.limit + SLACK);
    guard.lone_ends = LONE_ENDS;
    guard.clones = CLONES_LEAST + page_size / BYTES_PER_CLONE;
    return guard;
}

/* The place on the stack behind the topmost tag, not looking below one of the kinds in stop; 0 is none. */
static size_t
find(const bl_guard *guard, bl_tag tag, int stop)
{
    if (guard->open[tag] == 0)
        return 0;
    for (size_t i = guard->depth; i-- > 0;) {
        if (guard->stack[i] == tag)
            return i + 1;
        if (bl_tree_rules[guard->stack[i]] & stop)
            return 0;
    }
    return 0;
}

/* Pop until the stack is depth high. */
static void
pop_to(bl_guard *guard, size_t depth)
{
    while (guard->depth > depth)
        guard->open[guard->stack[--guard->depth]]--;
    if (guard->any_dropped && guard->depth < guard->limit) {
        memset(guard->dropped, 0, sizeof guard->dropped);
        guard->any_dropped = false;
    }
}

static void
pop_through(bl_guard *guard, size_t place)
{
    if (place)
        pop_to(guard, place - 1);
}

static void
push(bl_guard *guard, bl_tag tag)
{
    if (guard->depth == guard->limit + SLACK)
        return;
    guard->stack[guard->depth++] = (uint8_t)tag;
    guard->open[tag]++;
}

/* Take one element out of the middle: the adoption agency leaves those above it open. */
static void
take_out(bl_guard *guard, size_t place)
{
    if (!place)
        return;
    guard->open[guard->stack[place - 1]]--;
    memmove(guard->stack + place - 1, guard->stack + place, guard->depth - place);
    guard->depth--;
}

/* li ends an open li, dd and dt an open dd or dt, unless another box stands between. */
static void
close_item(bl_guard *guard, bl_tag one, bl_tag other)
{
    if (guard->open[one] == 0 && guard->open[other] == 0)
        return;
    for (size_t i = guard->depth; i-- > 0;) {
        bl_tag tag = guard->stack[i];
        if (tag == one || tag == other) {
            pop_to(guard, i);
            return;
        }
        if ((bl_tree_rules[tag] & BL_RULE_SPECIAL) && tag != BL_TAG_ADDRESS && tag != BL_TAG_DIV && tag != BL_TAG_P)
            return;
    }
}

static bool
is_section(bl_tag tag)
{
    return tag == BL_TAG_TBODY || tag == BL_TAG_THEAD || tag == BL_TAG_TFOOT;
}

/* A row, cell or section first ends what can't hold it, then opens what it must stand in. */
static void
start_table_part(bl_guard *guard, bl_tag tag)
{
    bool is_cell = tag == BL_TAG_TD || tag == BL_TAG_TH, is_row = tag == BL_TAG_TR;
    size_t i = guard->depth;
    while (i > 0) {
        bl_tag top = guard->stack[i - 1];
        if (top == BL_TAG_TABLE || top == BL_TAG_TEMPLATE || (is_cell && top == BL_TAG_TR) ||
            ((is_cell || is_row) && is_section(top)))
            break;
        i--;
    }
    pop_to(guard, i);
    bl_tag top = i ? guard->stack[i - 1] : BL_TAG_TABLE;
    if ((is_cell || is_row) && top == BL_TAG_TABLE)
        push(guard, BL_TAG_TBODY);
    if (is_cell && top != BL_TAG_TR)
        push(guard, BL_TAG_TR);
}

static void
uncount(bl_guard *guard, bl_tag tag)
{
    if (guard->formatting[tag]) {
        guard->formatting[tag]--;
        guard->formatting_count--;
    }
}

/* What the start tag ends before it opens its own element. */
static void
close_for(bl_guard *guard, bl_tag tag)
{
    if (bl_tree_rules[tag] & BL_RULE_CLOSES_P)
        pop_through(guard, find(guard, BL_TAG_P, BL_RULE_SCOPE | BL_RULE_BUTTON));
    bl_tag top = guard->depth ? guard->stack[guard->depth - 1] : BL_TAG_OTHER;
    switch (tag) {
    case BL_TAG_LI:
        close_item(guard, BL_TAG_LI, BL_TAG_LI);
        pop_through(guard, find(guard, BL_TAG_P, BL_RULE_SCOPE | BL_RULE_BUTTON));
        break;
    case BL_TAG_DD: case BL_TAG_DT:
        close_item(guard, BL_TAG_DD, BL_TAG_DT);
        pop_through(guard, find(guard, BL_TAG_P, BL_RULE_SCOPE | BL_RULE_BUTTON));
        break;
    case BL_TAG_H1: case BL_TAG_H2: case BL_TAG_H3: case BL_TAG_H4: case BL_TAG_H5: case BL_TAG_H6:
        if (top >= BL_TAG_H1 && top <= BL_TAG_H6)
            pop_to(guard, guard->depth - 1);
        break;
    case BL_TAG_OPTION: case BL_TAG_OPTGROUP:
        if (top == BL_TAG_OPTION)
            pop_to(guard, guard->depth - 1);
        break;
    case BL_TAG_BUTTON:
        pop_through(guard, find(guard, BL_TAG_BUTTON, BL_RULE_SCOPE));
        break;
    case BL_TAG_A: case BL_TAG_NOBR:
        if (guard->formatting[tag]) {
            size_t place = find(guard, tag, BL_RULE_SCOPE);
            take_out(guard, place);
            if (place || guard->open[tag] == 0) /* one outside a cell or an object stays as it is */
                uncount(guard, tag);
        }
        break;
    default:
        break;
    }
}

/* Leave a start tag out, and the end tag that belongs to it. */
static bool
drop(bl_guard *guard, bl_tag tag, byline_limit why)
{
    guard->dropped[tag]++;
    guard->any_dropped = true;
    if (guard->limited == BYLINE_LIMIT_NONE)
        guard->limited = why;
    return false;
}

bool
bl_guard_start(bl_guard *guard, bl_tag tag)
{
    if (tag == BL_TAG_HTML || tag == BL_TAG_HEAD || tag == BL_TAG_BODY)
        return true;
    bool is_part = bl_tree_rules[tag] & BL_RULE_TABLE_PART;
    if ((is_part && guard->open[BL_TAG_TABLE] + guard->open[BL_TAG_TEMPLATE] == 0) ||
        (tag == BL_TAG_FORM && guard->in_form))
        return true; /* gumbo ignores it */
    close_for(guard, tag);
    if (bl_tree_rules[tag] & BL_RULE_VOID)
        return true;
    if (is_part)
        start_table_part(guard, tag);
    if (guard->depth >= guard->limit)
        return drop(guard, tag, BYLINE_LIMIT_DEPTH);
    if (bl_tree_rules[tag] & BL_RULE_FORMATTING) {
        /* a ends the a before it, and its address is needed: it is never left out */
        if (tag != BL_TAG_A && guard->formatting_count >= guard->formatting_limit)
            return drop(guard, tag, BYLINE_LIMIT_FORMATTING);
        if (guard->formatting[tag] < EQUALS_MOST) {
            guard->formatting[tag]++;
            guard->formatting_count++;
        }
    }
    guard->in_form |= tag == BL_TAG_FORM;
    push(guard, tag);
    return true;
}

static void
end_formatting(bl_guard *guard, bl_tag tag)
{
    size_t within = find(guard, tag, BL_RULE_SPECIAL);
    if (within)
        pop_through(guard, within);
    else
        take_out(guard, find(guard, tag, BL_RULE_SCOPE));
    uncount(guard, tag);
}

/* With the last table what its cells left open is forgotten. */
static void
end_table(bl_guard *guard)
{
    pop_through(guard, find(guard, BL_TAG_TABLE, 0));
    if (guard->open[BL_TAG_TABLE] || guard->formatting_count == 0)
        return;
    for (size_t tag = 0; tag < BL_TAG_COUNT; tag++)
        while (guard->formatting[tag] > guard->open[tag]) {
            uncount(guard, (bl_tag)tag);
            guard->forgot = true;
        }
}

/* Would gumbo look through the stack and find nothing to end? */
static bool
is_unmatched(bl_guard *guard, bl_tag tag)
{
    if (guard->open[tag] || (bl_tree_rules[tag] & BL_RULE_FORMATTING) || tag == BL_TAG_HTML || tag == BL_TAG_HEAD ||
        tag == BL_TAG_BODY || tag == BL_TAG_BR || tag == BL_TAG_FORM)
        return false;
    if (tag >= BL_TAG_H1 && tag <= BL_TAG_H6) {
        for (int other = BL_TAG_H1; other <= BL_TAG_H6; other++)
            if (guard->open[other])
                return false;
        return guard->depth > SHALLOW;
    }
    if (tag != BL_TAG_P)
        return guard->depth > SHALLOW;
    if (guard->lone_ends == 0) /* each opens a p, and that asks for more than a look */
        return true;
    guard->lone_ends--;
    return false;
}

static void
end_heading(bl_guard *guard)
{
    size_t top = 0;
    for (int tag = BL_TAG_H1; tag <= BL_TAG_H6; tag++) {
        size_t place = find(guard, (bl_tag)tag, BL_RULE_SCOPE);
        if (place > top)
            top = place;
    }
    pop_through(guard, top);
}

static void
end_form(bl_guard *guard)
{
    take_out(guard, find(guard, BL_TAG_FORM, BL_RULE_SCOPE));
    guard->in_form = false;
}

static void
end_table_part(bl_guard *guard, bl_tag tag)
{
    size_t place = find(guard, tag, 0);
    if (place > find(guard, BL_TAG_TABLE, 0))
        pop_through(guard, place);
}

bool
bl_guard_end(bl_guard *guard, bl_tag tag)
{
    if (guard->any_dropped && guard->dropped[tag]) {
        guard->dropped[tag]--;
        return false;
    }
    if (is_unmatched(guard, tag))
        return false;
    uint16_t kind = bl_tree_rules[tag];
    if (kind & BL_RULE_FORMATTING)
        end_formatting(guard, tag);
    else if (tag == BL_TAG_TABLE)
        end_table(guard);
    else if (tag == BL_TAG_FORM)
        end_form(guard);
    else if (tag == BL_TAG_P)
        pop_through(guard, find(guard, tag, BL_RULE_SCOPE | BL_RULE_BUTTON));
    else if (tag == BL_TAG_LI)
        pop_through(guard, find(guard, tag, BL_RULE_SCOPE | BL_RULE_LIST));
    else if (tag >= BL_TAG_H1 && tag <= BL_TAG_H6)
        end_heading(guard);
    else if (kind & BL_RULE_TABLE_PART)
        end_table_part(guard, tag);
    else if (kind & BL_RULE_BOX)
        pop_through(guard, find(guard, tag, BL_RULE_SCOPE));
    else
        pop_through(guard, find(guard, tag, BL_RULE_SPECIAL));
    return true;
}

static const uint8_t FORMATTING_TAGS[] = {
    BL_TAG_A, BL_TAG_B, BL_TAG_BIG, BL_TAG_CODE, BL_TAG_EM, BL_TAG_FONT, BL_TAG_I, BL_TAG_NOBR,
    BL_TAG_S, BL_TAG_SMALL, BL_TAG_STRIKE, BL_TAG_STRONG, BL_TAG_TT, BL_TAG_U,
};

/* Does gumbo clone before it? Before text and what stands in a line. */
static bool
is_inline(bl_tag tag)
{
    return !(bl_tree_rules[tag] & BL_RULE_SPECIAL) || tag == BL_TAG_IMG || tag == BL_TAG_BR || tag == BL_TAG_INPUT ||
           tag == BL_TAG_EMBED || tag == BL_TAG_BUTTON || tag == BL_TAG_OBJECT;
}

bool
bl_guard_would_clone(const bl_guard *guard)
{
    if (guard->formatting_count)
        for (size_t i = 0; i < sizeof FORMATTING_TAGS; i++)
            if (guard->formatting[FORMATTING_TAGS[i]] > guard->open[FORMATTING_TAGS[i]])
                return true;
    return false;
}

bool
bl_guard_clones(bl_guard *guard, bl_tag tag)
{
    if (guard->formatting_count == 0 || !is_inline(tag))
        return true;
    for (size_t i = 0; i < sizeof FORMATTING_TAGS; i++) {
        bl_tag name = FORMATTING_TAGS[i];
        while (guard->formatting[name] > guard->open[name]) {
            if (guard->clones == 0) {
                guard->formatting_limit = 0;
                if (guard->limited == BYLINE_LIMIT_NONE)
                    guard->limited = BYLINE_LIMIT_FORMATTING;
                return false;
            }
            guard->clones--;
            if (guard->depth == guard->limit + SLACK)
                return true;
            push(guard, name);
        }
    }
    return true;
}

bl_tag
bl_guard_end_formatting(bl_guard *guard)
{
    for (size_t i = 0; i < sizeof FORMATTING_TAGS && guard->formatting_count; i++) {
        bl_tag tag = FORMATTING_TAGS[i];
        if (guard->formatting[tag]) {
            end_formatting(guard, tag);
            return tag;
        }
    }
    return BL_TAG_TEXT;
}
