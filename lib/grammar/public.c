/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* The public readers: the inner ones, with an arena of the answer's own. */
#include "base/error.h"
#include "base/unicode.h"
#include "grammar/grammar.h"

/* An answer and the arena that it lives in. The answer stands at the start of the first chunk. */
typedef struct owned {
    union {
        byline_people people;
        byline_credit credit;
        byline_dateline dateline;
    } as;
    bl_arena arena;
} owned;

typedef struct question {
    bl_span text;
    byline_line line;
    bl_line_context context;
} bl_question;

/* Fills answer->as from the question; false where there is nothing to give. */
typedef bool (*reader)(const bl_question *question, owned *answer);

/* An empty answer in an arena of its own; NULL where there is no memory. */
static owned *
open_answer(void)
{
    bl_arena arena;
    bl_trap trap;
    bl_arena_init(&arena, NULL, 0);
    arena.trap = &trap;
    if (setjmp(trap.jump)) /* the first allocation failed, so nothing is held */
        return NULL;
    owned *answer = BL_NEW(&arena, owned);
    answer->arena = arena;
    return answer;
}

static void
free_answer(void *answer)
{
    if (!answer)
        return;
    bl_arena copy = ((owned *)answer)->arena;
    bl_arena_free(&copy);
}

/* Bytes that are no UTF-8 are read as question marks, so that offsets stay and the answer is UTF-8. */
static bl_span
mend(bl_span text, bl_arena *arena)
{
    size_t bad;
    if (bl_utf8_valid(text, NULL))
        return text;
    char *copy = bl_strndup(arena, text.p, text.n);
    for (size_t at = 0; !bl_utf8_valid(bl_span_from(copy + at, text.n - at), &bad); at++) {
        at += bad;
        copy[at] = '?';
    }
    return bl_span_from(copy, text.n);
}

/* true where there is something to give; leaves the reason in trap->status where memory ended. */
static bool
read_guarded(const bl_question *question, reader read, owned *answer, bl_trap *trap)
{
    trap->status = BYLINE_OK;
    answer->arena.trap = trap;
    if (setjmp(trap->jump))
        return false;
    bl_question mended = *question;
    mended.text = mend(question->text, &answer->arena);
    return read(&mended, answer);
}

static byline_status
answer_question(const bl_question *question, reader read, owned **answer, byline_error *error)
{
    if (!question->text.p)
        return bl_fail(error, BYLINE_E_ARGUMENT, "text is NULL", 0);
    if (question->text.n == 0)
        return bl_fail(error, BYLINE_E_EMPTY, NULL, 0);
    owned *made = open_answer();
    if (!made)
        return bl_fail(error, BYLINE_E_MEMORY, NULL, 0);
    bl_trap trap;
    if (read_guarded(question, read, made, &trap)) {
        *answer = made;
        return BYLINE_OK;
    }
    free_answer(made);
    if (trap.status != BYLINE_OK)
        return bl_fail(error, trap.status, NULL, 0);
    *answer = NULL;
    return BYLINE_OK;
}

static bool
read_people(const bl_question *question, owned *answer)
{
    answer->as.people = bl_read_people(question->text, BYLINE_ROLE_AUTHOR, &question->context,
                                       &answer->arena);
    return true;
}

static bool
read_credit(const bl_question *question, owned *answer)
{
    answer->as.credit = *bl_read_credit(question->text, question->line, &question->context, &answer->arena);
    return true;
}

static bool
read_dateline(const bl_question *question, owned *answer)
{
    byline_dateline *dateline = bl_read_dateline(question->text, &question->context, &answer->arena);
    if (dateline)
        answer->as.dateline = *dateline;
    return dateline != NULL;
}

byline_status
byline_people_parse(const char *text, size_t length, const char *language, byline_people **people,
                    byline_error *error)
{
    if (!people)
        return bl_fail(error, BYLINE_E_ARGUMENT, "people is NULL", 0);
    bl_question asked = {.text = {text, length}, .context = {.language = language}};
    owned *answer = NULL;
    byline_status status = answer_question(&asked, read_people, &answer, error);
    if (status == BYLINE_OK)
        *people = &answer->as.people;
    return status;
}

void
byline_people_free(byline_people *people)
{
    free_answer(people);
}

byline_status
byline_credit_parse(const char *text, size_t length, byline_line line, const char *language,
                    byline_credit **credit, byline_error *error)
{
    if (!credit || (unsigned)line > BYLINE_LINE_CREDIT)
        return bl_fail(error, BYLINE_E_ARGUMENT, credit ? "line is no byline_line" : "credit is NULL", 0);
    bl_question asked = {.text = {text, length}, .line = line ? line : BYLINE_LINE_PARAGRAPH};
    asked.context.language = language;
    owned *answer = NULL;
    byline_status status = answer_question(&asked, read_credit, &answer, error);
    if (status == BYLINE_OK)
        *credit = &answer->as.credit;
    return status;
}

void
byline_credit_free(byline_credit *credit)
{
    free_answer(credit);
}

byline_status
byline_dateline_parse(const char *text, size_t length, const char *language, int64_t published,
                      byline_dateline **dateline, byline_error *error)
{
    if (!dateline)
        return bl_fail(error, BYLINE_E_ARGUMENT, "dateline is NULL", 0);
    bl_question asked = {.text = {text, length}, .context = {.language = language}};
    asked.context.published = bl_clock_of(published);
    owned *answer = NULL;
    byline_status status = answer_question(&asked, read_dateline, &answer, error);
    if (status == BYLINE_OK)
        *dateline = answer ? &answer->as.dateline : NULL;
    return status;
}

void
byline_dateline_free(byline_dateline *dateline)
{
    free_answer(dateline);
}

byline_status
byline_date_parse(const char *text, size_t length, const byline_date_context *context, byline_date *date,
                  byline_error *error)
{
    if (!text || !date)
        return bl_fail(error, BYLINE_E_ARGUMENT, text ? "date is NULL" : "text is NULL", 0);
    if (length == 0)
        return bl_fail(error, BYLINE_E_EMPTY, NULL, 0);
    bl_line_context line = {0};
    if (context) {
        line.language = context->language;
        line.now = bl_clock_of(context->now);
    }
    byline_date found;
    if (!bl_read_date(bl_span_from(text, length), &line, &found))
        found = (byline_date){0};
    *date = found;
    return BYLINE_OK;
}
