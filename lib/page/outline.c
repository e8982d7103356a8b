/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/outline.h"

/* Bytes of page for one byte of outline, for one attribute: what ordinary pages stay below. */
enum { BYTES_PER_BYTE = 12, BYTES_PER_ATTRIBUTE = 192 };

bl_outline
bl_outline_of(const bl_page *page)
{
    bl_arena *arena = page->parse_arena;
    size_t page_size = page->text.n;
    bl_outline outline = {.arena = arena, .kept = page->arena, .html = bl_builder_in(arena)};
    bl_builder_reserve(&outline.html, page_size / BYTES_PER_BYTE + 64);
    outline.attributes.room = page_size / BYTES_PER_ATTRIBUTE + 8;
    outline.attributes.at = bl_alloc(outline.kept, outline.attributes.room * sizeof *outline.attributes.at);
    outline.buckets.room = page_size / BYTES_PER_BYTE / BL_MARK_BUCKET + 8;
    outline.buckets.at = bl_alloc(arena, outline.buckets.room * sizeof *outline.buckets.at);
    return outline;
}

bl_mark *
bl_outline_mark(bl_outline *outline, bl_mark_kind kind, bl_tag tag, size_t offset, size_t length)
{
    size_t at = outline->html.n;
    while (outline->buckets.count <= at / BL_MARK_BUCKET)
        BL_PUSH(outline->arena, &outline->buckets, (uint32_t)outline->mark_count);
    if (outline->mark_count % BL_MARK_BLOCK == 0) {
        bl_mark *block = bl_alloc(outline->arena, BL_MARK_BLOCK * sizeof *block);
        BL_PUSH(outline->arena, &outline->blocks, block);
    }
    bl_mark *mark = bl_mark_at(outline, outline->mark_count++);
    *mark = (bl_mark){.at = (uint32_t)at, .offset = (uint32_t)offset, .length = (uint32_t)length};
    mark->tag = (uint8_t)tag;
    mark->kind = (uint8_t)kind;
    return mark;
}

size_t
bl_outline_find(const bl_outline *outline, size_t at)
{
    size_t bucket = at / BL_MARK_BUCKET;
    if (bucket >= outline->buckets.count)
        return outline->mark_count;
    for (size_t i = outline->buckets.at[bucket]; i < outline->mark_count; i = bl_mark_next(outline, i)) {
        if (bl_mark_at(outline, i)->at == at)
            return i;
        if (bl_mark_at(outline, i)->at > at)
            break;
    }
    return outline->mark_count;
}

void
bl_outline_settle(bl_outline *outline, size_t start, size_t at)
{
    outline->html.n = at;
    outline->buckets.count = bl_mark_at(outline, start)->at / BL_MARK_BUCKET + 1;
    bl_mark_at(outline, start)->settled = (uint32_t)outline->mark_count;
}

bool
bl_outline_text(bl_outline *outline, bl_span text, bool in_attribute)
{
    bool any = false;
    for (size_t at = 0; at < text.n;) {
        size_t next = bl_reference_find(text, at, in_attribute);
        if (next > at)
            bl_builder_add_char(&outline->html, BL_STAND_IN);
        if (next == text.n)
            break;
        bl_span reference = bl_span_from(text.p + next, bl_reference_length(text, next, in_attribute));
        if (bl_reference_is_stand_in(reference))
            bl_builder_add_char(&outline->html, BL_STAND_IN);
        else
            bl_builder_add(&outline->html, reference);
        any = true;
        at = next + reference.n;
    }
    return any;
}
