/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * pieces - what the block model is told of each piece of each page, for training.
 *
 * usage: pieces [--bare] FEATURES.bin [ODDS] < LIST_OF_PAGES
 * FEATURES.bin gets a row of 32-bit floats a piece. ODDS has what the first look said of each, a float each, in
 * the same order; without it the features of the second look are left out.
 * --bare takes what class names and the like say from each page: sites call things as they please, or by
 * numbers, and the model should know an article by its build too.
 * Prints for each page "PAGE<TAB>path", then for each piece a line: units, type, text (white space made plain).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/limits.h"
#include "fields/body_features.h"

/* Not inlined: what setjmp's caller changes is lost. */
__attribute__((noinline)) static char *
read_all(const char *path, size_t *size)
{
    gzFile file = gzopen(path, "rb");
    if (!file)
        return NULL;
    size_t room = 1 << 20, n = 0;
    char *bytes = malloc(room);
    int got = 0;
    while (bytes && (got = gzread(file, bytes + n, (unsigned)(room - n))) > 0) {
        n += (size_t)got;
        if (n == room) {
            char *larger = realloc(bytes, room *= 2);
            if (!larger)
                free(bytes);
            bytes = larger;
        }
    }
    gzclose(file);
    *size = n;
    return bytes;
}

static void
print_piece(const bl_piece *piece)
{
    printf("%u\t%d\t", piece->units, (int)piece->type);
    for (size_t i = 0; i < piece->text.n; i++)
        putchar((unsigned char)piece->text.p[i] < ' ' ? ' ' : piece->text.p[i]);
    putchar('\n');
}

static void
add_context(FILE *given, bl_features *features, bl_arena *arena, struct bl_body *body, const bl_body_page *page)
{
    float *odds = BL_NEW_ARRAY(arena, float, body->piece_count);
    if (fread(odds, sizeof *odds, body->piece_count, given) != body->piece_count)
        exit(1);
    bl_context context = bl_context_of(odds, arena, body, page);
    for (uint32_t i = 0; i < body->piece_count; i++)
        bl_describe_context(&context, i, &features[i]);
}

static void
forget_names(bl_evidence *evidence)
{
    memset(evidence->words, 0, (evidence->document->count + 1) * sizeof *evidence->words);
    memset(evidence->words_above, 0, (evidence->document->count + 1) * sizeof *evidence->words_above);
}

static void
print_page(const char *path, bool is_bare, FILE *rows, FILE *odds, bl_arena *scratch, bl_arena *parse)
{
    size_t size = 0;
    char *bytes = read_all(path, &size);
    bl_trap trap = {.status = BYLINE_OK};
    scratch->trap = parse->trap = &trap;
    if (bytes && setjmp(trap.jump) == 0) {
        bl_page page = {.arena = scratch, .parse_arena = parse, .limits = bl_limits_resolve(NULL, size)};
        if (bl_page_read(&page, bl_span_from(bytes, size), NULL, NULL) == BYLINE_OK) {
            bl_evidence evidence = {.page = &page, .document = &page.document, .arena = scratch, .passing = parse};
            bl_evidence_collect(&evidence);
            if (is_bare)
                forget_names(&evidence);
            struct bl_body body = {0};
            bl_body_flatten(&evidence, scratch, &body);
            bl_body_page survey;
            bl_describer describer = bl_describer_of(&evidence, scratch, &body, &survey);
            bl_features *features = BL_NEW_ARRAY(scratch, bl_features, body.piece_count);
            for (uint32_t i = 0; i < body.piece_count; i++)
                bl_describe(&describer, i, &features[i]);
            if (odds)
                add_context(odds, features, scratch, &body, &survey);
            printf("PAGE\t%s\n", path);
            for (uint32_t i = 0; i < body.piece_count; i++) {
                print_piece(&body.pieces[i]);
                float row[BL_FEATURE_COUNT];
                for (size_t k = 0; k < BL_FEATURE_COUNT; k++)
                    row[k] = bl_feature_of(&features[i], k);
                fwrite(row, sizeof row[0], BL_FEATURE_COUNT, rows);
            }
        }
    }
    bl_arena_reset(scratch, (size_t)16 << 20);
    bl_arena_reset(parse, (size_t)16 << 20);
    free(bytes);
}

int
main(int argc, char **argv)
{
    bl_arena scratch, parse;
    bl_arena_init(&scratch, NULL, (size_t)256 << 10);
    bl_arena_init(&parse, NULL, (size_t)256 << 10);
    if (argc > 1 && strcmp(argv[1], "--names") == 0) {
        for (size_t i = 0; bl_feature_name(i); i++)
            puts(bl_feature_name(i));
        return 0;
    }
    bool is_bare = argc > 1 && strcmp(argv[1], "--bare") == 0;
    argv += is_bare;
    argc -= is_bare;
    FILE *rows = argc > 1 ? fopen(argv[1], "wb") : NULL;
    FILE *odds = argc > 2 ? fopen(argv[2], "rb") : NULL;
    if (!rows || (argc > 2 && !odds))
        return 2;
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        print_page(path, is_bare, rows, odds, &scratch, &parse);
    }
    fclose(rows);
    if (odds)
        fclose(odds);
    bl_arena_free(&scratch);
    bl_arena_free(&parse);
    return 0;
}
