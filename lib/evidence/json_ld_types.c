/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The types of schema.org that we read. */
#include "evidence/json_ld.h"

#include "base/unicode.h"

typedef struct type_class {
    const char *name;
    bl_ld_class class;
} type_class;

static const type_class TYPES[] = {
    {"NewsArticle", BL_LD_ARTICLE},
    {"Article", BL_LD_ARTICLE},
    {"BlogPosting", BL_LD_ARTICLE},
    {"LiveBlogPosting", BL_LD_ARTICLE},
    {"ReportageNewsArticle", BL_LD_ARTICLE},
    {"AnalysisNewsArticle", BL_LD_ARTICLE},
    {"OpinionNewsArticle", BL_LD_ARTICLE},
    {"BackgroundNewsArticle", BL_LD_ARTICLE},
    {"ReviewNewsArticle", BL_LD_ARTICLE},
    {"AskPublicNewsArticle", BL_LD_ARTICLE},
    {"SatiricalArticle", BL_LD_ARTICLE},
    {"AdvertiserContentArticle", BL_LD_ARTICLE},
    {"TechArticle", BL_LD_ARTICLE},
    {"ScholarlyArticle", BL_LD_ARTICLE},
    {"MedicalScholarlyArticle", BL_LD_ARTICLE},
    {"Report", BL_LD_ARTICLE},
    {"SocialMediaPosting", BL_LD_ARTICLE},
    {"DiscussionForumPosting", BL_LD_ARTICLE},
    {"PressRelease", BL_LD_ARTICLE},
    {"ImageGallery", BL_LD_MEDIA},
    {"MediaGallery", BL_LD_MEDIA},
    {"VideoGallery", BL_LD_MEDIA},
    {"VideoObject", BL_LD_MEDIA},
    {"AudioObject", BL_LD_MEDIA},
    {"PodcastEpisode", BL_LD_MEDIA},
    {"Episode", BL_LD_MEDIA},
    {"ClaimReview", BL_LD_MEDIA},
    {"WebPage", BL_LD_PAGE},
    {"ItemPage", BL_LD_PAGE},
    {"AboutPage", BL_LD_PAGE},
    {"FAQPage", BL_LD_PAGE},
    {"MedicalWebPage", BL_LD_PAGE},
    {"CollectionPage", BL_LD_PAGE},
    {"SearchResultsPage", BL_LD_PAGE},
    {"ProfilePage", BL_LD_PAGE},
    {"Organization", BL_LD_PUBLISHER},
    {"NewsMediaOrganization", BL_LD_PUBLISHER},
    {"WebSite", BL_LD_PUBLISHER},
    {"BreadcrumbList", BL_LD_CRUMBS},
};

bl_ld_class
bl_ld_class_of_name(bl_span name, bl_span *type)
{
    name = bl_trim(name);
    for (size_t i = name.n; i > 0; i--) {
        char c = name.p[i - 1];
        if (c == '/' || c == '#' || c == ':') {
            name = bl_span_cut(name, i);
            break;
        }
    }
    for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
        if (bl_span_equal_nocase(name, bl_span_of(TYPES[i].name))) {
            *type = bl_span_of(TYPES[i].name);
            return TYPES[i].class;
        }
    }
    return BL_LD_NOTHING;
}

bl_ld_class
bl_ld_class_of(bl_ld object, bl_span *type)
{
    const bl_json_tree *json = &object.in->json;
    bl_json_at v = bl_json_member(json, object.at, BL_SPAN("@type"));
    bl_ld_class best = BL_LD_NOTHING;
    if (v == BL_NO_JSON)
        return best;
    bool many = json->values.at[v].type == BL_JSON_ARRAY;
    for (bl_json_at i = many ? bl_json_first(json, v) : v; i != BL_NO_JSON;
         i = many ? json->values.at[i].next : BL_NO_JSON) {
        bl_span name = BL_EMPTY;
        bl_ld_class class = bl_ld_class_of_name(bl_json_string(json, i), &name);
        if (class > best) {
            best = class;
            *type = name;
        }
    }
    return best;
}
