/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* byline_write(): which writer a format names. A new format is one file and one line here. */
#include "base/error.h"
#include "base/limits.h"
#include "write/ninjs.h"
#include "write/nitf.h"
#include "write/record.h"

static void
write_json(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    bl_write_record(writer, article, options, true);
}

static void
write_json_line(bl_writer *writer, const byline_article *article, const byline_write_options *options)
{
    bl_write_record(writer, article, options, false);
}

static const struct {
    byline_format format;
    void (*write)(bl_writer *writer, const byline_article *article, const byline_write_options *options);
    bool has_fields; /* one field can be written alone */
} FORMATS[] = {
    {BYLINE_FORMAT_JSON, write_json, true},
    {BYLINE_FORMAT_JSON_LINE, write_json_line, true},
    {BYLINE_FORMAT_TEXT, bl_write_text, true},
    {BYLINE_FORMAT_NITF, bl_write_nitf, false},
    {BYLINE_FORMAT_NINJS, bl_write_ninjs, false},
};

/* What a later version may ask for and this one cannot do. */
static bool
asks_for_more(const byline_write_options *options)
{
    bool any = false;
    for (size_t i = 0; i < sizeof options->reserved / sizeof options->reserved[0]; i++)
        any |= options->reserved[i] != NULL;
    return any;
}

/* What is wrong with the options, as a sentence; NULL is nothing. */
static const char *
fault_of(const byline_write_options *options)
{
    if (asks_for_more(options))
        return "a reserved member of the options is not NULL";
    return options->field && !bl_record_has(options->field) ? "options.field names no member of the record" : NULL;
}

byline_status
byline_write(const byline_article *article, byline_format format, const byline_write_options *options,
             byline_sink sink, void *context, byline_error *error)
{
    static const byline_write_options defaults = {0};
    if (!options)
        options = &defaults;
    const char *fault = !article ? "article is NULL" : !sink ? "sink is NULL" : fault_of(options);
    if (fault)
        return bl_fail(error, BYLINE_E_ARGUMENT, fault, 0);
    for (size_t i = 0; i < BL_COUNT(FORMATS); i++) {
        if (FORMATS[i].format != format)
            continue;
        if (options->field && !FORMATS[i].has_fields)
            return bl_fail(error, BYLINE_E_ARGUMENT, "options.field: no part of this format stands alone", 0);
        bl_writer writer = {.sink = sink, .context = context};
        writer.most = options->output_bytes ? options->output_bytes : BL_OUTPUT_BYTES;
        FORMATS[i].write(&writer, article, options);
        bl_flush(&writer);
        return writer.status == BYLINE_OK ? BYLINE_OK : bl_fail(error, writer.status, NULL, writer.written);
    }
    return bl_fail(error, BYLINE_E_ARGUMENT, "format is no byline_format", 0);
}
