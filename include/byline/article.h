/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * article.h - the record: what one news page says, as one struct.
 *
 * Text is UTF-8 in normal form C, ends in NUL, and has no control characters but the line feeds between
 * the paragraphs of a lead or the lines of a block, and a table's tabs. Absent is NULL, or a count of 0,
 * never "". Arrays hold pointers, so that a later version can add a last member to any struct here.
 * Everything lives until byline_article_free() and nothing inside is freed alone.
 */
#ifndef BYLINE_ARTICLE_H
#define BYLINE_ARTICLE_H

#include <byline/grammar.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What kind of page it is. */
typedef enum byline_kind {
    BYLINE_KIND_OTHER = 0,    /**< no article: a section front, a 404, a search result */
    BYLINE_KIND_ARTICLE = 1,
    BYLINE_KIND_LIVE_BLOG = 2,
    BYLINE_KIND_GALLERY = 3,  /**< pictures with captions and little text */
    BYLINE_KIND_VIDEO = 4     /**< a video or audio page with little text */
} byline_kind;

/** What a page says of a question that it may not answer. */
typedef enum byline_answer {
    BYLINE_UNKNOWN = 0,
    BYLINE_YES = 1,
    BYLINE_NO = 2
} byline_answer;

/** Who on the page said so. */
typedef enum byline_source {
    BYLINE_SOURCE_JSON_LD = 1,
    BYLINE_SOURCE_META = 2,      /**< meta and link elements, the title element */
    BYLINE_SOURCE_MICRODATA = 3, /**< microdata, RDFa, hNews and h-entry */
    BYLINE_SOURCE_VISIBLE = 4,   /**< what a reader sees */
    BYLINE_SOURCE_RULE = 5,      /**< for later versions: a rule of the caller */
    BYLINE_SOURCE_ADDRESS = 6,   /**< the URL */
    BYLINE_SOURCE_STATE = 7,     /**< the state that a script embeds in the page */
    BYLINE_SOURCE_CALLER = 8     /**< an option of the call */
} byline_source;

/** What a block of the body is. */
typedef enum byline_block_type {
    BYLINE_BLOCK_PARAGRAPH = 1,
    BYLINE_BLOCK_HEADING = 2,
    BYLINE_BLOCK_QUOTE = 3,
    BYLINE_BLOCK_LIST_ITEM = 4,
    BYLINE_BLOCK_PREFORMATTED = 5,
    BYLINE_BLOCK_TABLE = 6,     /**< cells parted by tabs, rows by line feeds */
    BYLINE_BLOCK_EMBED = 7      /**< a post, a player: what it shows as text, and its url */
} byline_block_type;

/** What stopped the reader short of the whole page: a member of byline_limits. */
typedef enum byline_limit {
    BYLINE_LIMIT_NONE = 0,
    BYLINE_LIMIT_NODES = 1,
    BYLINE_LIMIT_DEPTH = 2,
    BYLINE_LIMIT_ATTRIBUTES = 3,
    BYLINE_LIMIT_FORMATTING = 4,
    BYLINE_LIMIT_JSON_LD = 5, /**< json_ld_bytes or json_ld_depth, or a script that is no JSON */
    BYLINE_LIMIT_MEMORY = 6
} byline_limit;

/** Who runs the site. */
typedef struct byline_publisher {
    const char *name; /**< without a slogan; NULL is unknown */
    const char *url;  /**< absolute; NULL is unknown */
} byline_publisher;

/** One block of the body, in reading order. */
typedef struct byline_block {
    byline_block_type type;
    int level;         /**< of a heading, 1 to 6; else 0 */
    const char *text;  /**< never NULL but for an embed */
    const char *url;   /**< of an embed; NULL is none */
    size_t offset;     /**< on the page as it was given, in bytes from 0 */
    size_t length;     /**< in bytes */
} byline_block;

/** One picture of the article. */
typedef struct byline_image {
    const char *url;     /**< absolute; the largest one offered; NULL in plain text, and where only a script has it */
    bool lead;           /**< the one picture that stands for the article */
    const char *caption; /**< without the credit; NULL is none */
    const char *alt;     /**< what the page says for those who do not see it; NULL is none */
    int width;           /**< in pixels, as declared; 0 is unknown */
    int height;          /**< the same */
    byline_credit *credit; /**< NULL is none */
    size_t body_index;   /**< it stands before body[body_index]; body_count is after the last */
    size_t offset;       /**< on the page as it was given, in bytes from 0 */
    size_t length;       /**< in bytes */
} byline_image;

/** Where on the page one field was found. */
typedef struct byline_origin {
    const char *field;   /**< as the record names it: "headline", "published" */
    byline_source source;
    size_t offset;       /**< on the page as it was given, in bytes from 0; for JSON-LD: of the script */
    size_t length;       /**< in bytes */
    const char *path;    /**< inside JSON-LD, as a JSON pointer: "/0/author/1/name"; NULL elsewhere */
    double confidence;   /**< 0 to 1 */
} byline_origin;

/** One thing that the page says of one field, kept where options.explain asks for it. */
typedef struct byline_claim {
    const char *field;   /**< as the record names it */
    const char *value;   /**< as text, as the page has it but for white space */
    byline_source source;
    size_t offset;       /**< as in byline_origin */
    size_t length;
    const char *path;    /**< as in byline_origin */
    int weight;          /**< of its source and form; higher is better; no number is promised */
    int score;           /**< after what the other claims say of it */
    bool won;            /**< what it says stands in the article */
    const char *reason;  /**< why it won or lost, in a few words; constant */
} byline_claim;

/** What one page says. docs/record.md tells of each member at length. */
typedef struct byline_article {
    byline_kind kind;
    double confidence;          /**< of the kind, 0 to 1 */
    const char *url;            /**< as the caller gave it; NULL is unknown */
    const char *canonical_url;  /**< absolute, as the page says; NULL is unknown, as it is below */
    const char *short_url;      /**< absolute: "https://p.example/18Tm4" */
    const char *language;       /**< BCP 47: "en", "pt-BR" */
    byline_publisher *publisher;
    const char *section;        /**< the part of the site: "Politics" */
    const char *kicker;         /**< the line above the headline */
    const char *headline;       /**< without the name of the site */
    const char *lead;           /**< standfirst, deck; its paragraphs are parted by line feeds; not in the body */
    byline_date *published;     /**< first publication */
    byline_date *modified;      /**< last change */
    byline_person **authors;    /**< in the order of the page */
    size_t author_count;
    byline_dateline *dateline;  /**< of the first paragraph, which keeps it */
    byline_block **body;        /**< the text in reading order */
    size_t body_count;
    byline_image **images;      /**< in the order of the page */
    size_t image_count;
    byline_credit *credit_line; /**< the sign-off; it is not in the body */
    const char **topics;        /**< keywords */
    size_t topic_count;
    byline_answer free_access;  /**< may everybody read it? */
    byline_origin **origins;    /**< of each member that is there, of some several; of kind, url, charset none, nor of
                                 *   a language that the script of the text alone tells */
    size_t origin_count;
    const char *charset;        /**< that the page was read in, as the WHATWG names it: "utf-8"; never NULL */
    bool truncated;             /**< a limit shortened the answer */
    byline_limit limit;         /**< which one, the first that was met */
    byline_claim **claims;      /**< NULL without options.explain */
    size_t claim_count;
} byline_article;

/**
 * Free an article and everything in it.
 *
 * article  NULL is allowed.
 *
 * Threads: any, but one article is freed once. Errors: none. Since 0.1.
 */
BYLINE_API void byline_article_free(byline_article *article);

/* ---- names: constant texts as the record prints them, never freed, never NULL ------------------ */

/** "article", "live_blog"; of another number: "other". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_kind_name(byline_kind kind);

/** "paragraph", "list_item"; of another number: "paragraph". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_block_type_name(byline_block_type type);

/** "json_ld", "visible"; of another number: "visible". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_source_name(byline_source source);

/** "nodes", "memory"; of BYLINE_LIMIT_NONE and another number: "none". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_limit_name(byline_limit limit);

#ifdef __cplusplus
}
#endif

#endif
