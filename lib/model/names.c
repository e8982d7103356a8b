/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The names that the record prints for the enums. */
#include "model/model.h"

const char *
byline_kind_name(byline_kind kind)
{
    switch (kind) {
    case BYLINE_KIND_ARTICLE: return "article";
    case BYLINE_KIND_LIVE_BLOG: return "live_blog";
    case BYLINE_KIND_GALLERY: return "gallery";
    case BYLINE_KIND_VIDEO: return "video";
    case BYLINE_KIND_OTHER: break;
    }
    return "other";
}

const char *
byline_block_type_name(byline_block_type type)
{
    switch (type) {
    case BYLINE_BLOCK_HEADING: return "heading";
    case BYLINE_BLOCK_QUOTE: return "quote";
    case BYLINE_BLOCK_LIST_ITEM: return "list_item";
    case BYLINE_BLOCK_PREFORMATTED: return "preformatted";
    case BYLINE_BLOCK_TABLE: return "table";
    case BYLINE_BLOCK_EMBED: return "embed";
    case BYLINE_BLOCK_PARAGRAPH: break;
    }
    return "paragraph";
}

const char *
byline_source_name(byline_source source)
{
    switch (source) {
    case BYLINE_SOURCE_JSON_LD: return "json_ld";
    case BYLINE_SOURCE_META: return "meta";
    case BYLINE_SOURCE_MICRODATA: return "microdata";
    case BYLINE_SOURCE_RULE: return "rule";
    case BYLINE_SOURCE_ADDRESS: return "address";
    case BYLINE_SOURCE_STATE: return "state";
    case BYLINE_SOURCE_CALLER: return "caller";
    case BYLINE_SOURCE_VISIBLE: break;
    }
    return "visible";
}

const char *
byline_role_name(byline_role role)
{
    switch (role) {
    case BYLINE_ROLE_REPORTER: return "reporter";
    case BYLINE_ROLE_CONTRIBUTOR: return "contributor";
    case BYLINE_ROLE_EDITOR: return "editor";
    case BYLINE_ROLE_TRANSLATOR: return "translator";
    case BYLINE_ROLE_PHOTOGRAPHER: return "photographer";
    case BYLINE_ROLE_ILLUSTRATOR: return "illustrator";
    case BYLINE_ROLE_VIDEOGRAPHER: return "videographer";
    case BYLINE_ROLE_AGENCY: return "agency";
    case BYLINE_ROLE_ORGANIZATION: return "organization";
    case BYLINE_ROLE_AUTHOR: break;
    }
    return "author";
}

const char *
byline_precision_name(byline_precision precision)
{
    switch (precision) {
    case BYLINE_PRECISION_YEAR: return "year";
    case BYLINE_PRECISION_MONTH: return "month";
    case BYLINE_PRECISION_HOUR: return "hour";
    case BYLINE_PRECISION_MINUTE: return "minute";
    case BYLINE_PRECISION_SECOND: return "second";
    case BYLINE_PRECISION_DAY: break;
    }
    return "day";
}

const char *
byline_limit_name(byline_limit limit)
{
    switch (limit) {
    case BYLINE_LIMIT_NODES: return "nodes";
    case BYLINE_LIMIT_DEPTH: return "depth";
    case BYLINE_LIMIT_ATTRIBUTES: return "attributes";
    case BYLINE_LIMIT_FORMATTING: return "formatting";
    case BYLINE_LIMIT_JSON_LD: return "json_ld";
    case BYLINE_LIMIT_MEMORY: return "memory";
    case BYLINE_LIMIT_NONE: break;
    }
    return "none";
}

const char *
byline_credit_kind_name(byline_credit_kind kind)
{
    switch (kind) {
    case BYLINE_CREDIT_SIGNOFF: return "signoff";
    case BYLINE_CREDIT_PHOTO: return "photo";
    case BYLINE_CREDIT_CONTRIBUTION: return "contribution";
    case BYLINE_CREDIT_SOURCE: return "source";
    case BYLINE_CREDIT_NONE: break;
    }
    return "none";
}

const char *
byline_relation_name(byline_relation relation)
{
    switch (relation) {
    case BYLINE_RELATION_DISTRIBUTOR: return "distributor";
    case BYLINE_RELATION_STAFF: return "staff";
    case BYLINE_RELATION_SOURCE: break;
    }
    return "source";
}

const char *
byline_agency_kind_name(byline_agency_kind kind)
{
    switch (kind) {
    case BYLINE_AGENCY_WIRE: return "wire";
    case BYLINE_AGENCY_PHOTO: return "photo";
    case BYLINE_AGENCY_STOCK: return "stock";
    case BYLINE_AGENCY_VIDEO: return "video";
    case BYLINE_AGENCY_PRESS: return "press";
    case BYLINE_AGENCY_OTHER: break;
    }
    return "other";
}

const char *
byline_mark_name(byline_mark mark)
{
    switch (mark) {
    case BYLINE_MARK_POOL: return "pool";
    case BYLINE_MARK_ARCHIVE: return "archive";
    case BYLINE_MARK_SYMBOLIC: return "symbolic";
    case BYLINE_MARK_HANDOUT: return "handout";
    case BYLINE_MARK_STAFF: return "staff";
    case BYLINE_MARK_COURTESY: return "courtesy";
    case BYLINE_MARK_MONTAGE: return "montage";
    case BYLINE_MARK_PRIVATE: return "private";
    case BYLINE_MARK_COPYRIGHT: return "copyright";
    case BYLINE_MARK_GENERIC: return "generic";
    case BYLINE_MARK_AI: return "ai";
    }
    return "none";
}

size_t
bl_mark_names(unsigned marks, const char *names[static BL_MARKS])
{
    size_t count = 0;
    for (unsigned mark = BYLINE_MARK_ARCHIVE; mark <= BYLINE_MARK_AI; mark <<= 1)
        if (marks & mark)
            names[count++] = byline_mark_name((byline_mark)mark);
    return count;
}
