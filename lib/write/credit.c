/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* A credit and a dateline by themselves, as one JSON object on one line. */
#include "base/error.h"
#include "base/limits.h"
#include "write/json.h"
#include "write/who.h"

/* More agencies than a line can name; further ones are left out. */
#define MENTIONS_MOST 128

static void
put_dateline_members(bl_json *json, const byline_dateline *dateline)
{
    bl_json_text(json, "dateline", dateline->text);
    bl_json_text(json, "place", dateline->place);
    bl_json_date(json, "dateline_date", dateline->date);
    bl_json_text(json, "date_text", dateline->date_text);
    bl_json_text(json, "rest", dateline->rest);
}

byline_status
byline_write_credit(const byline_credit *credit, const byline_dateline *dateline, byline_sink sink,
                    void *context, byline_error *error)
{
    if (!sink)
        return bl_fail(error, BYLINE_E_ARGUMENT, "sink is NULL", 0);
    static const byline_credit nobody = {0};
    byline_credit joined = credit ? *credit : nobody;
    byline_agency_mention *agencies[MENTIONS_MOST];
    size_t count = bl_join_agencies(agencies, 0, MENTIONS_MOST, joined.agencies, joined.agency_count, true);
    if (dateline)
        count = bl_join_agencies(agencies, count, MENTIONS_MOST, dateline->agencies, dateline->agency_count, true);
    joined.agencies = agencies;
    joined.agency_count = count;

    bl_writer writer = {.sink = sink, .context = context, .most = BL_OUTPUT_BYTES};
    bl_json json = {.writer = &writer};
    bl_json_open(&json, NULL, '{');
    bool is_dateline = dateline && joined.kind == BYLINE_CREDIT_NONE;
    bl_json_text(&json, "kind", is_dateline ? "dateline" : byline_credit_kind_name(joined.kind));
    bl_json_share(&json, "confidence", is_dateline ? dateline->confidence : joined.kind ? joined.confidence : 0);
    bl_json_credit_members(&json, &joined);
    bl_json_text(&json, "caption", joined.caption);
    if (dateline)
        put_dateline_members(&json, dateline);
    bl_json_close(&json, '}');
    bl_flush(&writer);
    return writer.status == BYLINE_OK ? BYLINE_OK : bl_fail(error, writer.status, NULL, writer.written);
}
