/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The types of schema.org that we read. */
#include "evidence/json_ld.h"

#include "base/unicode.h"

typedef struct type_class {
    bl_span name;
    bl_ld_class class;
} type_class;

#define T(text) {text, sizeof(text) - 1}
static const type_class TYPES[] = {
    {T("NewsArticle"), BL_LD_ARTICLE},
    {T("Article"), BL_LD_ARTICLE},
    {T("BlogPosting"), BL_LD_ARTICLE},
    {T("LiveBlogPosting"), BL_LD_ARTICLE},
    {T("ReportageNewsArticle"), BL_LD_ARTICLE},
    {T("AnalysisNewsArticle"), BL_LD_ARTICLE},
    {T("OpinionNewsArticle"), BL_LD_ARTICLE},
    {T("BackgroundNewsArticle"), BL_LD_ARTICLE},
    {T("ReviewNewsArticle"), BL_LD_ARTICLE},
    {T("AskPublicNewsArticle"), BL_LD_ARTICLE},
    {T("SatiricalArticle"), BL_LD_ARTICLE},
    {T("AdvertiserContentArticle"), BL_LD_ARTICLE},
    {T("TechArticle"), BL_LD_ARTICLE},
    {T("ScholarlyArticle"), BL_LD_ARTICLE},
    {T("MedicalScholarlyArticle"), BL_LD_ARTICLE},
    {T("Report"), BL_LD_ARTICLE},
    {T("SocialMediaPosting"), BL_LD_ARTICLE},
    {T("DiscussionForumPosting"), BL_LD_ARTICLE},
    {T("PressRelease"), BL_LD_ARTICLE},
    {T("ImageGallery"), BL_LD_MEDIA},
    {T("MediaGallery"), BL_LD_MEDIA},
    {T("VideoGallery"), BL_LD_MEDIA},
    {T("VideoObject"), BL_LD_MEDIA},
    {T("AudioObject"), BL_LD_MEDIA},
    {T("PodcastEpisode"), BL_LD_MEDIA},
    {T("Episode"), BL_LD_MEDIA},
    {T("ClaimReview"), BL_LD_MEDIA},
    {T("Recipe"), BL_LD_MEDIA},
    {T("WebPage"), BL_LD_PAGE},
    {T("ItemPage"), BL_LD_PAGE},
    {T("AboutPage"), BL_LD_PAGE},
    {T("FAQPage"), BL_LD_PAGE},
    {T("MedicalWebPage"), BL_LD_PAGE},
    {T("CollectionPage"), BL_LD_PAGE},
    {T("SearchResultsPage"), BL_LD_PAGE},
    {T("ProfilePage"), BL_LD_PAGE},
    {T("Organization"), BL_LD_PUBLISHER},
    {T("NewsMediaOrganization"), BL_LD_PUBLISHER},
    {T("WebSite"), BL_LD_PUBLISHER},
    {T("BreadcrumbList"), BL_LD_CRUMBS},
};
#undef T

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
    for (size_t i = 0; i < BL_COUNT(TYPES); i++) {
        if (bl_span_equal_nocase(name, TYPES[i].name)) {
            *type = TYPES[i].name;
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
