/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * grammar.h - one line of a newspaper in, one typed value out.
 *
 * These readers know no page: they take a text in UTF-8 and say who and what it names. The article
 * that byline_parse() gives holds the same structs.
 *
 *   agencies    byline_agency_find(), byline_agency_at()
 *   dates       byline_date_parse()
 *   people      byline_people_parse()     "By Jane Roe and John Doe in Moscow"
 *   credits     byline_credit_parse()     "rc/jr (AP, AFP, dpa, Reuters)", "Photo: Jane Roe/AFP"
 *   datelines   byline_dateline_parse()   "MOSCOW, May 7 (Reuters) - ..."
 */
#ifndef BYLINE_GRAMMAR_H
#define BYLINE_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <byline/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- agencies ------------------------------------------------------------------------------- */

/** What an agency deals in. */
typedef enum byline_agency_kind {
    BYLINE_AGENCY_WIRE = 1,    /**< a news agency */
    BYLINE_AGENCY_PHOTO = 2,   /**< a photo agency */
    BYLINE_AGENCY_STOCK = 3,   /**< a stock picture source */
    BYLINE_AGENCY_VIDEO = 4,   /**< a video agency */
    BYLINE_AGENCY_PRESS = 5,   /**< a press release service */
    BYLINE_AGENCY_OTHER = 6    /**< a pool, a syndicate, a picture desk */
} byline_agency_kind;

/** One entry of the registry. It is constant and lives as long as the library. */
typedef struct byline_agency {
    const char *id;      /**< stable, lower case: "ap", "picture-alliance" */
    const char *name;    /**< canonical name: "Associated Press" */
    byline_agency_kind kind;
    const char *country; /**< ISO 3166-1 alpha-2 code of the seat; NULL is unknown */
    const char *wikidata; /**< "Q40469"; NULL where not certain */
    const char *const *aliases; /**< as printed in credits, most usual first */
    size_t alias_count;
} byline_agency;

/**
 * The agency that goes by this name or alias.
 *
 * name    UTF-8; need not end in NUL; NULL finds nothing. White space around it does not count.
 *         Aliases of four letters and more are found in any case, shorter ones and everyday words as printed.
 * length  in bytes; 0 finds nothing.
 *
 * Gives NULL where no agency goes by it. The entry is constant. Threads: any. Errors: none. Since 0.1.
 */
BYLINE_API const byline_agency *byline_agency_find(const char *name, size_t length);

/** How many agencies the registry holds. Threads: any. Errors: none. Since 0.1. */
BYLINE_API size_t byline_agency_count(void);

/**
 * One agency of the registry, in the order of their ids.
 *
 * index  from 0; past the end gives NULL.
 *
 * The entry is constant. Threads: any. Errors: none. Since 0.1.
 */
BYLINE_API const byline_agency *byline_agency_at(size_t index);

/** How a named agency relates to the work. */
typedef enum byline_relation {
    BYLINE_RELATION_SOURCE = 1,      /**< it made the work, or is one of those it was made from */
    BYLINE_RELATION_DISTRIBUTOR = 2, /**< it passed the work on: "via", "on", the end of a chain */
    BYLINE_RELATION_STAFF = 3        /**< it employs the person named beside it: "AP writer" */
} byline_relation;

/** An agency as one line names it. */
typedef struct byline_agency_mention {
    const char *id;      /**< as in the registry */
    const char *name;    /**< canonical name, as in the registry */
    const char *printed; /**< as the line prints it */
    byline_relation relation;
} byline_agency_mention;

/* ---- dates ---------------------------------------------------------------------------------- */

/** How much of a date was written. 0 is no date. */
typedef enum byline_precision {
    BYLINE_PRECISION_YEAR = 1,
    BYLINE_PRECISION_MONTH = 2,
    BYLINE_PRECISION_DAY = 3,
    BYLINE_PRECISION_HOUR = 4,
    BYLINE_PRECISION_MINUTE = 5,
    BYLINE_PRECISION_SECOND = 6
} byline_precision;

/** A date or time, no more precise than it was written. */
typedef struct byline_date {
    /** Seconds since 1970-01-01T00:00Z. Without a written offset: as if it had been written in UTC. */
    int64_t seconds;
    /** Minutes east of UTC as written; 0 where has_offset is false. */
    int16_t offset_minutes;
    bool has_offset;
    byline_precision precision;
    /** ISO 8601 in the offset that was written: "2013-05-08", "2023-06-13T12:15:32Z". Ends in NUL. */
    char iso[32];
} byline_date;

/** What a date reader may know beside the text. All zero: nothing. */
typedef struct byline_date_context {
    /** BCP 47 language of the text; NULL is unknown. It settles 04/05/2023 and month names that clash. */
    const char *language;
    /** The reader's clock in seconds since 1970; 0, or outside the years 1 to 9999, is none: then relative
     *  dates are not understood. */
    int64_t now;
} byline_date_context;

/**
 * Read the date or time that a short text says.
 *
 * text     UTF-8; need not end in NUL. NULL is BYLINE_E_ARGUMENT. Words around the date do not harm.
 * length   in bytes; 0 is BYLINE_E_EMPTY.
 * context  NULL for one of all zero. Not kept.
 * date     receives the date; all zero, precision too, where the text holds none that is possible. NULL is
 *          BYLINE_E_ARGUMENT. Untouched on failure.
 * error    NULL, or a record to fill on failure.
 *
 * Nothing is allocated. Nothing is invented: what is not written is not in the answer. A date more than a day after
 * context->now, or a thirteenth month, is none.
 * Threads: any. Errors: BYLINE_E_ARGUMENT, BYLINE_E_EMPTY. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_date_parse(const char *text, size_t length,
                                                            const byline_date_context *context,
                                                            byline_date *date,
                                                            byline_error *error);

/* ---- people --------------------------------------------------------------------------------- */

/** What somebody did for the work. */
typedef enum byline_role {
    BYLINE_ROLE_AUTHOR = 1,
    BYLINE_ROLE_REPORTER = 2,
    BYLINE_ROLE_CONTRIBUTOR = 3,
    BYLINE_ROLE_EDITOR = 4,
    BYLINE_ROLE_TRANSLATOR = 5,
    BYLINE_ROLE_PHOTOGRAPHER = 6,
    BYLINE_ROLE_ILLUSTRATOR = 7,
    BYLINE_ROLE_VIDEOGRAPHER = 8,
    /** Not a person: an agency that stands where an author would. agency_id may say which. */
    BYLINE_ROLE_AGENCY = 9,
    /** Not a person: a desk, staff or a newspaper that stands where an author would. */
    BYLINE_ROLE_ORGANIZATION = 10
} byline_role;

/** A person (or who stands in a person's place) as a line names them. */
typedef struct byline_person {
    const char *name;      /**< never NULL */
    byline_role role;
    const char *url;       /**< of a page about them; NULL is unknown */
    const char *title;     /**< "political correspondent"; NULL is none */
    const char *place;     /**< where they wrote from: "in Beirut"; NULL is unknown */
    const char *outlet;    /**< for whom: "CNN's ..."; NULL is unknown */
    const char *agency_id; /**< of the registry; NULL is none */
} byline_person;

/** People of one line, and the memory they live in. */
typedef struct byline_people {
    byline_person **people; /**< in the order of the line */
    size_t people_count;
} byline_people;

/**
 * Read a byline: the persons it names, with their roles.
 *
 * text      UTF-8; need not end in NUL. NULL is BYLINE_E_ARGUMENT.
 * length    in bytes; 0 is BYLINE_E_EMPTY.
 * language  BCP 47; NULL is unknown.
 * people    receives the answer, also when it names nobody; free it with byline_people_free().
 *           Untouched on failure.
 * error     NULL, or a record to fill on failure.
 *
 * Memory is of malloc(), and grows with length, as time does: cut what you read if it can be long.
 * Threads: any. Errors: BYLINE_E_ARGUMENT, BYLINE_E_EMPTY, BYLINE_E_MEMORY. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_people_parse(const char *text, size_t length,
                                                              const char *language,
                                                              byline_people **people,
                                                              byline_error *error);

/**
 * Free what byline_people_parse() gave.
 *
 * people  NULL is allowed.
 *
 * Threads: any, but it is freed once. Errors: none. Since 0.1.
 */
BYLINE_API void byline_people_free(byline_people *people);

/* ---- credits -------------------------------------------------------------------------------- */

/** Where a line stands: it settles what the line alone does not say. */
typedef enum byline_line {
    BYLINE_LINE_PARAGRAPH = 1, /**< a paragraph of the text, or its end: sign-off, contribution, source */
    BYLINE_LINE_CAPTION = 2,   /**< a caption with its credit in it, or either alone */
    BYLINE_LINE_CREDIT = 3     /**< an element of its own that holds a photo credit and nothing else */
} byline_line;

/** What kind of credit a line is. */
typedef enum byline_credit_kind {
    BYLINE_CREDIT_NONE = 0,         /**< the line credits nobody */
    BYLINE_CREDIT_SIGNOFF = 1,      /**< "rc/jr (AP, AFP, dpa, Reuters)" */
    BYLINE_CREDIT_PHOTO = 2,        /**< "Photo: Jane Roe/AFP" */
    BYLINE_CREDIT_CONTRIBUTION = 3, /**< "Reporting by ...; Editing by ..." */
    BYLINE_CREDIT_SOURCE = 4        /**< "Quelle: dpa" */
} byline_credit_kind;

/** What a credit says of the work beside names; bits that can stand together. */
typedef enum byline_mark {
    BYLINE_MARK_POOL = 1 << 0,
    BYLINE_MARK_ARCHIVE = 1 << 1,    /**< "File", "Archiv" */
    BYLINE_MARK_SYMBOLIC = 1 << 2,   /**< "Symbolbild", "stock image" */
    BYLINE_MARK_HANDOUT = 1 << 3,
    BYLINE_MARK_STAFF = 1 << 4,
    BYLINE_MARK_COURTESY = 1 << 5,
    BYLINE_MARK_MONTAGE = 1 << 6,
    BYLINE_MARK_PRIVATE = 1 << 7,    /**< "Privat" */
    BYLINE_MARK_COPYRIGHT = 1 << 8,  /**< "(c)", the copyright sign */
    BYLINE_MARK_GENERIC = 1 << 9,    /**< "Agenturen", "agencies": agencies that are not named */
    BYLINE_MARK_AI = 1 << 10         /**< made by a machine, as the line says */
} byline_mark;

/** Who a line credits. Absent is NULL or a count of 0. */
typedef struct byline_credit {
    byline_credit_kind kind;
    const char *text;    /**< the credit as printed, without what stands around it; NULL where kind is none */
    const char *caption; /**< the line without its credit; NULL where nothing is left */
    const char **editors; /**< initials as printed: "rc", "jr" */
    size_t editor_count;
    byline_person **people; /**< in printed order */
    size_t people_count;
    byline_agency_mention **agencies; /**< each once, in printed order */
    size_t agency_count;
    const char **other_sources; /**< outlets, companies, handles that are no registered agency */
    size_t other_source_count;
    const char *client;   /**< "Getty Images for Client"; NULL is none */
    const char *license;  /**< "CC BY 4.0"; NULL is none */
    const char *reference; /**< "dpa:240516-99-53606/3"; NULL is none */
    byline_date *date;    /**< "(KNA 19.11.21)"; NULL is none */
    unsigned marks;       /**< byline_mark bits */
    bool pool;            /**< the same as BYLINE_MARK_POOL */
    size_t offset;        /**< of the credit, in bytes from 0 of the text that was read */
    size_t length;
    double confidence;    /**< 0 to 1 */
} byline_credit;

/**
 * Read who a line credits.
 *
 * text      UTF-8; need not end in NUL. NULL is BYLINE_E_ARGUMENT.
 * length    in bytes; 0 is BYLINE_E_EMPTY.
 * line      where it stands; 0 is BYLINE_LINE_PARAGRAPH, another number BYLINE_E_ARGUMENT. Of a long text only the end
 *           can hold a credit: of a caption the last 2 kB, of a paragraph less.
 * language  BCP 47; NULL is unknown.
 * credit    receives the answer, also when it credits nobody (kind is then BYLINE_CREDIT_NONE); free it
 *           with byline_credit_free(). Untouched on failure.
 * error     NULL, or a record to fill on failure.
 *
 * Memory is of malloc(), and grows with length, as time does.
 * Threads: any. Errors: BYLINE_E_ARGUMENT, BYLINE_E_EMPTY, BYLINE_E_MEMORY. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_credit_parse(const char *text, size_t length,
                                                              byline_line line,
                                                              const char *language,
                                                              byline_credit **credit,
                                                              byline_error *error);

/**
 * Free what byline_credit_parse() gave. A credit of an article is freed with the article, never here.
 *
 * credit  NULL is allowed.
 *
 * Threads: any, but it is freed once. Errors: none. Since 0.1.
 */
BYLINE_API void byline_credit_free(byline_credit *credit);

/* ---- datelines ------------------------------------------------------------------------------ */

/** The head of a first paragraph: where and when it was written, and by which agency. */
typedef struct byline_dateline {
    const char *text;   /**< as printed, without the closing dash */
    const char *place;  /**< "Moscow", as printed but for capitals only: "MOSCOW"; NULL is none */
    byline_date *date;  /**< the year only where it is printed or known; NULL is none */
    const char *date_text; /**< as printed: "May 7"; NULL is none */
    byline_agency_mention **agencies;
    size_t agency_count;
    const char **other_sources;
    size_t other_source_count;
    const char *rest;   /**< the paragraph without the dateline; NULL where nothing is left */
    size_t offset;      /**< of the dateline with its dash, in bytes from 0 of the text that was read */
    size_t length;
    double confidence;  /**< 0 to 1; low for a place alone */
} byline_dateline;

/**
 * Read the dateline at the start of a paragraph.
 *
 * text       UTF-8; need not end in NUL. NULL is BYLINE_E_ARGUMENT.
 * length     in bytes; 0 is BYLINE_E_EMPTY.
 * language   BCP 47; NULL is unknown.
 * published  seconds since 1970 of the article, for the year that a dateline leaves out; 0 is unknown.
 * dateline   receives the answer, or NULL where the paragraph has none; free it with
 *            byline_dateline_free(). Untouched on failure.
 * error      NULL, or a record to fill on failure.
 *
 * Memory is of malloc(), and grows with length, as time does.
 * Threads: any. Errors: BYLINE_E_ARGUMENT, BYLINE_E_EMPTY, BYLINE_E_MEMORY. Since 0.1.
 */
BYLINE_API BYLINE_NODISCARD byline_status byline_dateline_parse(const char *text, size_t length,
                                                                const char *language,
                                                                int64_t published,
                                                                byline_dateline **dateline,
                                                                byline_error *error);

/**
 * Free what byline_dateline_parse() gave. A dateline of an article is freed with the article, never here.
 *
 * dateline  NULL is allowed.
 *
 * Threads: any, but it is freed once. Errors: none. Since 0.1.
 */
BYLINE_API void byline_dateline_free(byline_dateline *dateline);

/* ---- names: constant texts as the record prints them, never freed, never NULL ------------------ */

/** "author", "photographer"; of another number: "author". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_role_name(byline_role role);

/** "day", "second"; of another number: "day". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_precision_name(byline_precision precision);

/** "photo", "signoff"; of another number: "none". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_credit_kind_name(byline_credit_kind kind);

/** "source", "distributor", "staff"; of another number: "source". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_relation_name(byline_relation relation);

/** "wire", "photo"; of another number: "other". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_agency_kind_name(byline_agency_kind kind);

/** "archive", "handout"; of no single mark: "none". Threads: any. Errors: none. Since 0.1. */
BYLINE_API const char *byline_mark_name(byline_mark mark);

#ifdef __cplusplus
}
#endif

#endif
