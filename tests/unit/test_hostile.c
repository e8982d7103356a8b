/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * Pages for which bare gumbo takes minutes or gigabytes. Each is a head, a piece with a running number that is
 * repeated until the page has a megabyte, and sometimes a second such piece.
 */
#include "check.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/limits.h"
#include "common/sanitized.h"
#include "page/page.h"

enum { PAGE = 1 << 20, BUDGET = 64 << 20, DEEPEST = 300 };

/* The goal is 100 for each megabyte; a busy machine takes some times as long, bare gumbo a hundred times. */
enum { MILLISECONDS = 1500 };

/* # stands for the number. */
static const struct {
    const char *name;
    const char *head;
    const char *piece;
    const char *second;
} PAGES[] = {
    {"deep div", "", "<div>", NULL},
    {"deep p b", "", "<p><b c=#>", NULL},
    {"b before p", "<b c=1><i c=2><u c=3><b c=4><em c=5><font c=6><s><small><strong><tt><big><code><nobr><strike>", "<p>x",
     NULL},
    {"ordinary formatting", "<b><i><u><s><em><tt><b><i><u><s><em><tt><b><i><u><s><em><tt><big><code><font><small>", "<p>x", NULL},
    {"unmatched ends", "<div>", "<span>", "</x>"},
    {"div and p ends", "", "<div>", "</p>"},
    {"div and p", "", "<div>", "<p>x</p>"},
    {"a div", "", "<a><div>", NULL},
    {"b div and b ends", "", "<b><div>", "</b>"},
    {"font", "", "<font a#=1>", NULL},
    {"b and p", "", "<b c=#>", "<p>x</p>"},
    {"b and tables", "", "<b c=#>", "<table><td>x</table>"},
    {"attributes", "<p ", "a#=1 ", ">"},
    {"kept attributes", "<p ", "class=a#&amp; ", ">"},
    {"body", "", "<body a#=1>", NULL},
    {"html", "", "<html a#=1 lang=&amp;>", NULL},
    {"fostered b", "<table>", "<b>", NULL},
    {"isindex", "", "<isindex>", NULL},
    {"nested tables", "", "<table><tr><td>", NULL},
    {"svg", "", "<svg>", NULL},
    {"math annotation", "", "<math><annotation-xml>", NULL},
    {"template", "", "<template>", NULL},
    {"frameset", "", "<frameset>", NULL},
    {"select", "<p>", "<select><option>", NULL},
    {"misnested spans", "", "<span><div></span>", NULL},
    {"misnested lists", "", "<ul><li><b></ul>", NULL},
    {"buttons", "", "<button><p>", NULL},
    {"headings", "", "<h1></h2>", NULL},
    {"unclosed p", "", "<p>x", NULL},
    {"formatting in select", "<b><i><u><s><em><tt><big><code><font><small>", "<p><select></select>", NULL},
    {"formatting in cells", "<table>", "<td><b><i><u><font c=#>x", NULL},
    {"comments", "", "<!--", NULL},
    {"scripts", "<script>", "<!--<script>", NULL},
    {"script ends", "", "<script></scrip", NULL},
    {"less-than", "", "<", NULL},
    {"ampersands", "", "&", NULL},
    {"references", "", "&notit;", NULL},
    {"attribute references", "<a href='", "&notit;~", "'>"},
    {"quotes", "", "<p a=\"", NULL},
    {"titles", "", "<title>", NULL},
    {"cdata", "", "<![CDATA[", NULL},
    {"invalid bytes", "<p>", "\xFF", NULL},
    {"blanks", "<b><p>", " <br>", NULL},
    {"deep then blocks", "", "<ul><li>", "<div>x</div>"},
    {"inner divs", "", "<div>", "</b><p>"},
};

static size_t
repeat(char *to, size_t n, size_t most, const char *piece)
{
    for (unsigned number = 1; piece && n + strlen(piece) + 16 < most; number++)
        for (const char *c = piece; *c; c++)
            n += *c == '#' ? (size_t)sprintf(to + n, "%u", number) : (to[n] = *c, (size_t)1);
    return n;
}

static bl_span
make(char *to, size_t i)
{
    size_t n = strlen(PAGES[i].head);
    memcpy(to, PAGES[i].head, n);
    const char *second = PAGES[i].second;
    bool is_tail = second && second[strlen(second) - 1] == '>' && second[0] != '<';
    n = repeat(to, n, second && !is_tail ? PAGE / 2 : PAGE - 16, PAGES[i].piece);
    if (is_tail)
        n += (size_t)sprintf(to + n, "%s", second);
    else
        n = repeat(to, n, PAGE, second);
    return bl_span_from(to, n);
}

static byline_status
read_within(bl_budget *budget, bl_arena *page_arena, bl_arena *parse_arena, bl_span bytes, bl_page *page)
{
    bl_trap trap = {.status = BYLINE_OK};
    page_arena->trap = parse_arena->trap = &trap;
    page_arena->budget = parse_arena->budget = budget;
    if (setjmp(trap.jump))
        return trap.status;
    byline_limits asked = {.memory_bytes = BUDGET};
    *page = (bl_page){.arena = page_arena, .parse_arena = parse_arena};
    page->limits = bl_limits_resolve(&asked, bytes.n);
    return bl_page_read(page, bytes, NULL, NULL);
}

static size_t
deepest(const bl_document *doc)
{
    size_t depth = 0;
    for (bl_node n = 0; n < doc->count; n++)
        if (doc->nodes[n].depth > depth)
            depth = doc->nodes[n].depth;
    return depth;
}

static void *
read_all(void *failures)
{
    static char bytes[PAGE + 64];
    for (size_t i = 0; i < sizeof PAGES / sizeof PAGES[0]; i++) {
        bl_span html = make(bytes, i);
        bl_arena page_arena, parse_arena;
        bl_budget budget = {.most = BUDGET}; /* for as long as the arenas are */
        bl_arena_init(&page_arena, NULL, 0);
        bl_arena_init(&parse_arena, NULL, 0);
        static bl_page page;
        clock_t start = clock();
        byline_status status = read_within(&budget, &page_arena, &parse_arena, html, &page);
        double spent = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
        size_t depth = status == BYLINE_OK ? deepest(&page.document) : 0;
        bool is_late = is_timed() && spent > MILLISECONDS * (double)html.n / PAGE;
        if (status != BYLINE_OK || depth > DEEPEST || is_late) {
            fprintf(stderr, "%s: status %d, depth %zu, %.0f ms\n", PAGES[i].name, (int)status, depth, spent);
            ++*(int *)failures;
        }
        if (getenv("BYLINE_VERBOSE"))
            fprintf(stderr, "%-22s %6.1f ms %6.1f MB, depth %zu, nodes %u, limit %d\n", PAGES[i].name, spent,
                    (double)(page_arena.used + parse_arena.used) / (1 << 20), depth, page.document.count,
                    (int)page.limit);
        bl_arena_free(&page_arena);
        bl_arena_free(&parse_arena);
    }
    return NULL;
}

static void
test_hostile(void **state)
{
    (void)state;
    int failures = 0;
    read_all(&failures);
    assert_int_equal(failures, 0);
}

/* The same where there is hardly any stack. */
static void
test_small_stack(void **state)
{
    (void)state;
    int failures = 0;
    pthread_attr_t attributes;
    pthread_t thread;
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstacksize(&attributes, 128 << 10), 0);
    assert_int_equal(pthread_create(&thread, &attributes, read_all, &failures), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    pthread_attr_destroy(&attributes);
    assert_int_equal(failures, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_small_stack),
    };
    return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
