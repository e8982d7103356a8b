/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/limits.h"

static size_t
or_default(size_t value, size_t standard)
{
    return value ? value : standard;
}

static size_t
at_most(size_t value, size_t most)
{
    return value < most ? value : most;
}

static size_t
memory_for(size_t size)
{
    if (size > (BL_MEMORY_MOST - BL_MEMORY_BASE) / BL_MEMORY_FACTOR)
        return BL_MEMORY_MOST;
    return BL_MEMORY_BASE + size * BL_MEMORY_FACTOR;
}

byline_limits
bl_limits_resolve(const byline_limits *limits, size_t size)
{
    byline_limits none = {0};
    const byline_limits *asked = limits ? limits : &none;
    return (byline_limits){
        .page_bytes = at_most(or_default(asked->page_bytes, BL_PAGE_BYTES), BL_PAGE_BYTES_MOST),
        .memory_bytes = or_default(asked->memory_bytes, memory_for(size)),
        .nodes = or_default(asked->nodes, BL_NODES),
        .depth = at_most(or_default(asked->depth, BL_DEPTH), BL_DEPTH_MOST),
        .attributes = or_default(asked->attributes, BL_ATTRIBUTES),
        .formatting = or_default(asked->formatting, BL_FORMATTING),
        .json_ld_bytes = or_default(asked->json_ld_bytes, BL_JSON_LD_BYTES),
        .json_ld_depth = at_most(or_default(asked->json_ld_depth, BL_JSON_LD_DEPTH), BL_JSON_LD_DEPTH_MOST),
        .deadline_ms = asked->deadline_ms,
    };
}
