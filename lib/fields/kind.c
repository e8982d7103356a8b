/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Is the page an article, and of which kind? What it declares is weighed with what was found: many section
 * fronts declare themselves articles, and many articles declare nothing.
 */
#include <math.h>

#include "base/unicode.h"
#include "evidence/words.h"
#include "fields/body.h"
#include "fields/kind_weights.h"

typedef struct declared {
    bool article, front, live, gallery, video, website;
} declared;

static bool
has(bl_span type, const char *word)
{
    return bl_span_find_nocase(type, bl_span_of(word), 0) != BL_NOT_FOUND;
}

static declared
read_claims(const bl_evidence *evidence)
{
    declared d = {0};
    for (size_t i = 0; i < evidence->claims[BL_FIELD_KIND].count; i++) {
        bl_span type = evidence->claims[BL_FIELD_KIND].at[i].value;
        if (has(type, "LiveBlog"))
            d.live = d.article = true;
        else if (has(type, "Article") || has(type, "Posting") || has(type, "Report") || has(type, "Review") ||
                 has(type, "Recipe"))
            d.article = true;
        else if (has(type, "CollectionPage") || has(type, "ItemList") || has(type, "SearchResults") ||
                 has(type, "ProfilePage"))
            d.front = true;
        else if (has(type, "Gallery"))
            d.gallery = true;
        else if (has(type, "Video") || has(type, "Audio") || has(type, "Podcast"))
            d.video = true;
        else if (has(type, "website"))
            d.website = true;
    }
    return d;
}

/* The part behind the host, without query; empty where no address is known. */
static bl_span
path_of(bl_span url)
{
    size_t at = bl_span_find(url, BL_SPAN("://"), 0);
    if (at == BL_NOT_FOUND)
        return BL_EMPTY;
    at = bl_span_find_char(url, '/', at + 3);
    if (at == BL_NOT_FOUND)
        return BL_SPAN("/");
    bl_span path = bl_span_cut(url, at);
    size_t end = bl_span_find_char(path, '?', 0);
    size_t mark = bl_span_find_char(path, '#', 0);
    end = mark < end ? mark : end;
    return end == BL_NOT_FOUND ? path : bl_span_head(path, end);
}

static bl_span
address_of(const bl_decision *decision)
{
    bl_span given = decision->evidence->url;
    return given.n ? given : bl_span_of(decision->article->canonical_url);
}

/* What the address says: the root of a site is its front, a number or a long name in it is a story's. */
static float
weigh_address(const bl_decision *decision)
{
    bool is_given = decision->evidence->url.n > 0;
    bl_span path = path_of(address_of(decision));
    if (path.n == 0)
        return 0;
    if (path.n <= 1 || bl_span_equal_nocase(path, BL_SPAN("/index.html")) ||
        bl_span_equal_nocase(path, BL_SPAN("/index.php")))
        return is_given ? -BL_KIND_ROOT : -BL_KIND_CANONICAL_ROOT;
    if (has(path, "/search") || has(path, "/tag/") || has(path, "/tags/") || has(path, "/category/") ||
        has(path, "/author/"))
        return -BL_KIND_LIST_PATH;
    size_t digits = 0, hyphens = 0;
    for (size_t i = 0; i < path.n; i++) {
        digits += bl_is_digit(path.p[i]);
        hyphens += path.p[i] == '-' || path.p[i] == '_';
    }
    return digits >= 5 || hyphens >= 3 ? BL_KIND_STORY_PATH : 0;
}

/* The words of an error page or a list of results, at the start of its headline. */
static bool
is_error_page(const char *headline)
{
    static const char *const starts[] = {
#define NOT_FOUND(text) text,
#include "fields/kind.def"
#undef NOT_FOUND
    };
    return headline && bl_span_starts_among_nocase(bl_span_of(headline), starts, BL_COUNT(starts));
}

/* The text that was found: how much, how sure, how it stands on the page. */
static float
weigh_body(const struct bl_body *body)
{
    float units = 0, odds = 0, links = 0, paragraphs = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (!piece->chosen || !piece->units)
            continue;
        units += (float)piece->units;
        odds += (float)piece->units * piece->score;
        links += (float)piece->link_units;
        paragraphs += piece->units >= BL_KIND_PARAGRAPH_UNITS;
    }
    if (body->claim) { /* declared as the article's text, and nothing of it is shown */
        units = (float)body->units;
        odds = units * BL_KIND_USUAL_ODDS;
        paragraphs = 1;
    }
    if (units < BL_KIND_LITTLE_UNITS)
        return -BL_KIND_LITTLE;
    float weight = (log2f(units) - BL_KIND_USUAL_LOG) * BL_KIND_PER_LOG;
    weight = weight > BL_KIND_MUCH ? BL_KIND_MUCH : weight;
    float sure = odds / units - BL_KIND_USUAL_ODDS;
    weight += BL_KIND_PER_ODDS * (sure > 1 ? 1 : sure < -3 ? -3 : sure);
    if (links > BL_KIND_LINK_SHARE * units)
        weight -= BL_KIND_LINKED;
    if (paragraphs == 0)
        weight -= BL_KIND_NO_PARAGRAPH;
    return weight;
}

/* Headings that are links, each over a paragraph or two: a list of stories with their first words. */
static bool
is_list_of_stories(const struct bl_body *body)
{
    uint32_t linked = 0, headings = 0, paragraphs = 0, above = 0;
    for (uint32_t i = 0; i < body->piece_count; i++) {
        const bl_piece *piece = &body->pieces[i];
        if (!piece->chosen || !piece->units)
            continue;
        bool is_heading = piece->level > 1;
        headings += is_heading;
        linked += is_heading && piece->link_units >= BL_KIND_LINKED_SHARE * piece->units;
        paragraphs += piece->type == BYLINE_BLOCK_PARAGRAPH;
        above += piece->type == BYLINE_BLOCK_PARAGRAPH && headings == 0;
    }
    return linked >= BL_KIND_LINKED_LEAST && linked == headings && above <= 1 &&
           paragraphs <= BL_KIND_LINKED_TEXT * linked;
}

/* An address among the videos, and a player. */
static bool
is_video_page(const bl_decision *decision)
{
    static const char *const folders[] = {"/video/", "/videos/", "/watch/", "/podcast/", "/podcasts/", "/audio/"};
    const bl_document *doc = decision->evidence->document;
    bl_span path = path_of(address_of(decision));
    bool is_among = false;
    for (size_t i = 0; i < BL_COUNT(folders); i++)
        is_among |= has(path, folders[i]);
    for (bl_node n = 0; is_among && n < doc->count; n++)
        if (doc->nodes[n].tag == BL_TAG_VIDEO || doc->nodes[n].tag == BL_TAG_AUDIO ||
            (doc->nodes[n].tag == BL_TAG_IFRAME && (decision->evidence->words_above[n] & BL_WORD_VIDEO)))
            return true;
    return false;
}

static float
weigh(const bl_decision *decision, const declared *d)
{
    const byline_article *article = decision->article;
    float weight = weigh_body(decision->body) + weigh_address(decision);
    if (d->article || (d->video && is_video_page(decision)))
        weight += BL_KIND_DECLARED;
    else if (d->front)
        weight -= BL_KIND_FRONT;
    else if (d->website)
        weight -= BL_KIND_WEBSITE;
    if (article->published)
        weight += BL_KIND_DATED;
    if (article->author_count)
        weight += BL_KIND_SIGNED;
    if (decision->body->headline != UINT32_MAX)
        weight += BL_KIND_HEADED;
    if ((!d->article || d->front) && is_list_of_stories(decision->body))
        weight -= BL_KIND_STORIES;
    if (is_error_page(article->headline))
        weight -= BL_KIND_ERROR_PAGE;
    return weight;
}

/* The post of a live blog around n, by its name; BL_NO_NODE is none. */
static bl_node
live_post(const bl_evidence *evidence, bl_node n)
{
    for (int level = 0; level < BL_KIND_POST_LEVELS && n != BL_NO_NODE; level++) {
        if ((evidence->words[n] & BL_WORD_LIVE) && bl_text_size(evidence, n) >= BL_KIND_LITTLE_UNITS)
            return n;
        n = evidence->document->nodes[n].parent;
    }
    return BL_NO_NODE;
}

/* Do several of them, each with its own time, stand where the text stands? */
static bool
holds_live_posts(const bl_decision *decision)
{
    const bl_evidence *evidence = decision->evidence;
    const bl_document *doc = evidence->document;
    bl_node container = decision->body->container, last = BL_NO_NODE;
    int posts = 0;
    for (bl_node n = 0; container != BL_NO_NODE && n < doc->count && posts < BL_KIND_LIVE_POSTS; n++) {
        bl_node post = doc->nodes[n].tag == BL_TAG_TIME ? live_post(evidence, n) : BL_NO_NODE;
        if (post == BL_NO_NODE || post == last)
            continue;
        last = post;
        bl_node box = doc->nodes[post].parent;
        posts += bl_contains(doc, container, post) || (box != BL_NO_NODE && bl_contains(doc, box, container));
    }
    return posts >= BL_KIND_LIVE_POSTS;
}

/* Pictures with captions of their own: those of other stories are no pictures of the article. */
static size_t
captioned(const byline_article *article)
{
    size_t count = 0;
    for (size_t i = 0; i < article->image_count; i++)
        count += article->images[i]->caption != NULL;
    return count;
}

static byline_kind
kind_of(const bl_decision *decision, const declared *d, float weight)
{
    const byline_article *article = decision->article;
    bool is_short = decision->body->units < BL_KIND_SHORT_UNITS;
    if (article->body_count && (d->live || (weight > -BL_KIND_DOUBT && holds_live_posts(decision))))
        return BYLINE_KIND_LIVE_BLOG;
    bool may_show = is_short && article->headline && weight > -BL_KIND_MEDIA_SLACK;
    if (is_short && article->headline && captioned(article) >= BL_KIND_GALLERY_IMAGES)
        return BYLINE_KIND_GALLERY;
    if (d->gallery && is_short && article->headline && article->image_count >= BL_KIND_DECLARED_IMAGES)
        return BYLINE_KIND_GALLERY;
    if (may_show && (d->gallery || article->image_count >= BL_KIND_GALLERY_IMAGES))
        return BYLINE_KIND_GALLERY;
    if (may_show && (d->video || is_video_page(decision)))
        return BYLINE_KIND_VIDEO;
    return weight > -BL_KIND_DOUBT ? BYLINE_KIND_ARTICLE : BYLINE_KIND_OTHER;
}

void
bl_decide_kind(bl_decision *decision)
{
    byline_article *article = decision->article;
    declared d = read_claims(decision->evidence);
    float weight = weigh(decision, &d);
    article->kind = kind_of(decision, &d, weight);
    float likely = 1.0f / (1.0f + expf(-(weight + BL_KIND_DOUBT) * BL_KIND_STEEPNESS));
    article->confidence = article->kind == BYLINE_KIND_OTHER ? 1.0f - likely : likely < 0.5f ? 0.5f : likely;
    if (article->kind == BYLINE_KIND_OTHER) {
        article->body_count = 0;
        for (size_t i = 0; i < article->image_count; i++)
            article->images[i]->body_index = 0;
        article->body = NULL;
        article->lead = NULL;
        bl_origin_remove(decision, "body");
        bl_origin_remove(decision, "lead");
    }
}
