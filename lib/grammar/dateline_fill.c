/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The answer of the dateline reader: place, date with its year, sources, what is left of the paragraph. */
#include "base/unicode.h"
#include "base/vector.h"
#include "grammar/dateline.h"

#include <stdio.h>

#define SURE_AGENCY 0.97
#define SURE_DATE 0.9

/* The agencies in the brackets; what else stands there is an outlet, or a service's code behind an agency. */
static void
fill_sources(byline_dateline *dateline, const bl_dateline_reader *r, bl_arena *arena)
{
    BL_VECTOR(byline_agency_mention *) agencies = {0};
    BL_VECTOR(const char *) others = {0};
    for (size_t i = r->source_from; i < r->source_to;) {
        const bl_token *t = &r->tokens.at[i];
        size_t from = i++;
        if (t->type == 'a') {
            bl_span printed = bl_token_span(&r->tokens, from, from + 1);
            BL_PUSH(arena, &agencies, bl_mention(arena, t->agency, printed, BYLINE_RELATION_SOURCE));
        } else if (t->type == 'w') {
            while (i < r->source_to && r->tokens.at[i].type == 'w')
                i++;
            bl_span printed = bl_token_span(&r->tokens, from, i);
            bool code = agencies.count && t->shape & BL_SHAPE_ALL_LOWER;
            if (!code)
                BL_PUSH(arena, &others, bl_strndup(arena, printed.p, printed.n));
        }
    }
    dateline->agencies = agencies.at;
    dateline->agency_count = agencies.count;
    dateline->other_sources = others.at;
    dateline->other_source_count = others.count;
}

static int
year_of(int64_t seconds)
{
    return (int)(1970 + (seconds >= 0 ? seconds : seconds - 31556951) / 31556952);
}

/* The year that datelines leave out is the article's, or the one before for a December read in January. */
static bool
read_with_year(bl_span text, int year, const bl_line_context *context, byline_date *date, bl_arena *arena)
{
    bool ideographs = bl_span_find(text, BL_SPAN("\xE6\x9C\x88"), 0) != BL_NOT_FOUND;
    size_t room = text.n + 16;
    char *dated = bl_alloc(arena, room);
    int n = ideographs ? snprintf(dated, room, "%d\xE5\xB9\xB4%.*s", year, (int)text.n, text.p)
                       : snprintf(dated, room, "%.*s %d", (int)text.n, text.p, year);
    return n > 0 && bl_read_date(bl_span_from(dated, (size_t)n), context, date);
}

static void
fill_date(byline_dateline *dateline, const bl_dateline_reader *r, const bl_line_context *context,
          bl_arena *arena)
{
    if (r->date_to <= r->date_from)
        return;
    bl_span text = bl_token_span(&r->tokens, r->date_from, r->date_to);
    dateline->date_text = bl_strndup(arena, text.p, text.n);
    byline_date date;
    bool found;
    if (bl_holds_year(text) || !context->published) {
        found = bl_read_date(text, context, &date);
    } else {
        int year = year_of(context->published);
        found = read_with_year(text, year, context, &date, arena);
        if (found && date.seconds > context->published + 2 * BL_DAY)
            found = read_with_year(text, year - 1, context, &date, arena);
    }
    if (found) {
        dateline->date = BL_NEW(arena, byline_date);
        *dateline->date = date;
    }
}

byline_dateline *
bl_dateline_finish(const bl_dateline_reader *r, bl_span given, const bl_line_context *context, bl_arena *arena)
{
    byline_dateline *dateline = BL_NEW(arena, byline_dateline);
    size_t last = r->end;
    while (last > 0 && strchr("-:|", r->tokens.at[last - 1].type))
        last--;
    if (last > 0 && r->tokens.at[last - 1].type == '.')
        last--;
    bl_span text = bl_token_span(&r->tokens, r->start, last > r->start ? last : r->start + 1);
    dateline->text = bl_strndup(arena, text.p, text.n);
    if (r->place_to > r->place_from)
        dateline->place =
            bl_dateline_place_text(bl_token_span(&r->tokens, r->place_from, r->place_to), arena);
    fill_sources(dateline, r, arena);
    fill_date(dateline, r, context, arena);
    size_t end = r->tokens.at[r->end - 1].end;
    bl_span rest = bl_trim(bl_span_cut(r->line, end));
    dateline->rest = rest.n ? bl_strndup(arena, rest.p, rest.n) : NULL;
    dateline->offset = bl_offset_given(given, r->line, r->tokens.at[r->start].start, false);
    dateline->length = bl_offset_given(given, r->line, end, true) - dateline->offset;
    bool dated = r->date_to > r->date_from;
    dateline->confidence = r->agencies      ? SURE_AGENCY
                           : dated          ? SURE_DATE
                           : r->place_known ? BL_PLACE_KNOWN
                                            : BL_PLACE_SHAPE;
    if (!r->agencies && r->place_to <= r->place_from)
        dateline->confidence = BL_PLACE_SHAPE;
    return dateline;
}
