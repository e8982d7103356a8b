/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "common/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/files.h"

void
sheet_add_bytes(sheet *s, const char *bytes, size_t size)
{
    if (size == 0)
        return;
    if (size > s->room - s->size) {
        size_t room = s->room ? s->room * 2 : 4096;
        while (room - s->size < size)
            room *= 2;
        char *larger = must_alloc(room);
        if (s->size)
            memcpy(larger, s->bytes, s->size);
        free(s->bytes);
        s->bytes = larger;
        s->room = room;
    }
    memcpy(s->bytes + s->size, bytes, size);
    s->size += size;
}

void
sheet_add(sheet *s, const char *text)
{
    sheet_add_bytes(s, text, strlen(text));
}

void
sheet_repeat(sheet *s, const char *text, size_t times)
{
    size_t size = strlen(text);
    while (times--)
        sheet_add_bytes(s, text, size);
}

void
sheet_number(sheet *s, const char *text, size_t times)
{
    const char *place = strchr(text, '#');
    for (size_t i = 0; i < times; i++) {
        char digits[24];
        sheet_add_bytes(s, text, (size_t)(place - text));
        sheet_add_bytes(s, digits, (size_t)snprintf(digits, sizeof digits, "%zu", i));
        sheet_add(s, place + 1);
    }
}

void
sheet_free(sheet *s)
{
    free(s->bytes);
    *s = (sheet){0};
}

const char *const sheet_kind_names[SHEET_KINDS] = {"text", "markup", "script", "deep"};

static const char HEAD[] =
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry returns to Northholm</title>"
    "<meta property=\"og:title\" content=\"Ferry returns to Northholm\">"
    "<meta property=\"article:published_time\" content=\"2024-05-06T07:08:09+02:00\"></head><body><main><article>"
    "<h1>Ferry returns to Northholm</h1><p class=byline>By Ada Quill</p>\n";

static const char PARAGRAPH[] =
    "<p>The old ferry came back to the harbour of Northholm on Monday, after eleven months in a dry dock and "
    "two trials at sea. \"We had given her up,\" said the harbour master, who counted 240 people on the quay; "
    "the council expects a daily crossing from June on, in all weathers but a northern gale.</p>\n";

static const char TEASER[] =
    "<div class=\"teaser card\" data-id=\"7001\"><a href=\"/n/7001.html\" class=\"link\"><img src=\"/i/7001.jpg\" "
    "alt=\"Quay\" width=320 height=180><span class=kicker>Harbour</span> <b>Gulls steal a sandwich</b></a>"
    "<ul><li><a href=\"/t/a\">gulls</a></li><li><a href=\"/t/b\">food</a></li></ul></div>\n";

static const char SCRIPT[] =
    "<script>window.store=window.store||[];store.push({slot:'top',sizes:[[300,250],[728,90]],"
    "html:'<div class=\"x\"><\\/div>',on:function(a,b){return a<b&&!(a>3)}});</script>"
    "<style>.teaser{margin:0 4px}.teaser>a{color:#123}</style><!-- slot 7: left empty on purpose -->\n";

static void
fill(sheet *s, sheet_kind kind)
{
    switch (kind) {
    case SHEET_MARKUP: sheet_add(s, TEASER); break;
    case SHEET_SCRIPT: sheet_add(s, SCRIPT); break;
    case SHEET_DEEP:
        sheet_repeat(s, "<section><div class=wrap>", 20);
        sheet_add(s, PARAGRAPH);
        sheet_repeat(s, "</div></section>", 20);
        break;
    default: sheet_add(s, PARAGRAPH); break;
    }
}

sheet
sheet_of_kind(sheet_kind kind, size_t size)
{
    static const char TAIL[] = "</article></main></body></html>\n";
    sheet s = {0};
    sheet_add(&s, HEAD);
    sheet_repeat(&s, PARAGRAPH, 8);
    while (s.size + sizeof TAIL < size)
        fill(&s, kind);
    sheet_add(&s, TAIL);
    return s;
}
