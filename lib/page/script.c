/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/script.h"

#include "base/unicode.h"

/* What a script assigns its state to is shorter: var x, window["__STATE__"]. */
enum { TARGET_MOST = 80 };

static bool
is_of_target(char c)
{
    return bl_is_ascii_part(c) || (c && strchr("_$.[]\"' ", c));
}

bool
bl_script_has_state(bl_span script)
{
    size_t n = 0;
    script = bl_span_trim(script);
    if (bl_span_starts(script, BL_STATE_PUSH))
        return true;
    while (n < script.n && n < TARGET_MOST && is_of_target(script.p[n]))
        n++;
    if (n == 0 || n == script.n || script.p[n] != '=')
        return false;
    bl_span value = bl_span_trim(bl_span_cut(script, n + 1));
    return bl_span_starts(value, BL_SPAN("{")) || bl_span_starts(value, BL_SPAN("[")) ||
           bl_span_starts(value, BL_STATE_PARSE);
}
