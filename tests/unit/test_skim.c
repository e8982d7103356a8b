/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/*
 * The document of a skimmed page against the tree that gumbo builds of the whole page: the same elements with
 * the same attributes, and the same text but for white space. With arguments, these files are compared.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include <gumbo.h>

#include "base/limits.h"
#include "page/page.h"

/* Elements that the skimmer leaves out whole, and those whose content it leaves out. */
static const char *const DROPPED[] = {"script", "style", "noembed", "noframes", "isindex"};
static const char *const HOLLOW[] = {"svg", "math", "template", "select", "iframe"};
/* A clone of one that holds nothing but white space is no difference. */
static const char *const FORMATTING[] = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
                                         "strike", "strong", "tt", "u"};

static bool
is_one_of(bl_span name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bl_span_equal_nocase(name, bl_span_of(names[i])))
            return true;
    return false;
}

#define IS_ONE_OF(name, names) is_one_of((name), (names), sizeof(names) / sizeof *(names))

static void
add_text(bl_builder *to, bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!bl_is_space(text.p[i]))
            bl_builder_add_char(to, text.p[i]);
}

static void
add_attribute(bl_builder *to, bl_attribute name, bl_span value)
{
    if (name == BL_ATTR_COUNT || name == BL_ATTR_STYLE)
        return;
    if (bl_span_starts_nocase(value, BL_SPAN("data:")))
        value = bl_span_head(value, bl_span_find_char(value, ',', 0));
    char label[16];
    snprintf(label, sizeof label, " %d=", (int)name);
    bl_builder_add(to, bl_span_of(label));
    add_text(to, value);
}

static void
add_attributes(bl_builder *to, bl_attribute_value *values, size_t count)
{
    for (int name = 0; name < BL_ATTR_COUNT; name++)
        for (size_t i = 0; i < count; i++)
            if (values[i].name == name) {
                add_attribute(to, (bl_attribute)name, values[i].value);
                break;
            }
}

/* An element is closed: without content it is taken back where it is a formatting one. */
static void
close_element(bl_builder *to, bl_span name, size_t start, size_t inside)
{
    if (to->n == inside && IS_ONE_OF(name, FORMATTING)) {
        to->n = start;
        return;
    }
    bl_builder_add(to, BL_SPAN("</>\n"));
}

static bl_span
name_of(const GumboElement *element)
{
    if (element->tag != GUMBO_TAG_UNKNOWN)
        return bl_span_of(gumbo_normalized_tagname(element->tag));
    const char *name = element->original_tag.data + 1;
    return bl_span_from(name, strcspn(name, " \t\r\n\f/>"));
}

static void
open_element(bl_builder *to, bl_span name, bl_attribute_value *values, size_t count)
{
    bl_builder_add_char(to, '<');
    bl_builder_add(to, bl_span_of(bl_tag_name(bl_tag_find(name))));
    add_attributes(to, values, count);
    bl_builder_add_char(to, '>');
}

static void
print_gumbo(bl_builder *to, const GumboNode *node)
{
    if (node->type == GUMBO_NODE_COMMENT)
        return;
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
        add_text(to, bl_span_of(node->v.text.text));
        return;
    }
    const GumboElement *element = &node->v.element;
    bl_span name = name_of(element);
    if (IS_ONE_OF(name, DROPPED))
        return;
    bl_attribute_value values[512];
    size_t count = 0, start = to->n;
    for (unsigned i = 0; i < element->attributes.length && count < 512; i++) {
        const GumboAttribute *from = element->attributes.data[i];
        bl_attribute number = bl_attribute_find(bl_span_of(from->name));
        if (number < BL_ATTR_COUNT)
            values[count++] = (bl_attribute_value){(uint8_t)number, bl_span_of(from->value)};
    }
    open_element(to, name, values, count);
    size_t inside = to->n;
    for (unsigned i = 0; i < element->children.length && !IS_ONE_OF(name, HOLLOW); i++)
        print_gumbo(to, element->children.data[i]);
    close_element(to, name, start, inside);
}

static void
print_document(bl_builder *to, const bl_document *doc, bl_node n)
{
    const bl_node_record *node = &doc->nodes[n];
    if (node->tag == BL_TAG_TEXT) {
        add_text(to, node->text);
        return;
    }
    bl_span name = bl_span_of(bl_tag_name((bl_tag)node->tag));
    size_t start = to->n;
    open_element(to, name, doc->attributes + node->attributes, node->attribute_count);
    size_t inside = to->n;
    for (bl_node child = bl_first_child(doc, n); child != BL_NO_NODE; child = doc->nodes[child].next)
        print_document(to, doc, child);
    close_element(to, name, start, inside);
}

static void
check_places(const bl_page *page)
{
    const bl_document *doc = &page->document;
    for (bl_node n = 0; n < doc->count; n++) {
        assert_true((size_t)doc->nodes[n].offset + doc->nodes[n].length <= page->bytes.n);
        assert_true(n < doc->nodes[n].end && doc->nodes[n].end <= doc->count);
        assert_true(doc->nodes[n].next == BL_NO_NODE || doc->nodes[n].next == doc->nodes[n].end);
    }
}

static void
show_difference(bl_span ours, bl_span theirs, bl_span html)
{
    size_t same = 0;
    while (same < ours.n && same < theirs.n && ours.p[same] == theirs.p[same])
        same++;
    size_t from = same > 200 ? same - 200 : 0;
    fprintf(stderr, "--- skimmed\n%.*s\n--- whole\n%.*s\n", (int)bl_span_head(bl_span_cut(ours, from), 400).n,
            ours.p + from, (int)bl_span_head(bl_span_cut(theirs, from), 400).n, theirs.p + from);
    if (html.n < 4000)
        fprintf(stderr, "--- page\n%.*s\n", (int)html.n, html.p);
}

/* The same elements, attributes and texts? */
static bool
is_same(bl_span html)
{
    static bool same;
    same = true;
    WITH_ARENA(a) {
        byline_limits asked = {.formatting = 100000, .depth = 50000, .attributes = 10000};
        bl_page page = {.arena = &a, .parse_arena = &a, .limits = bl_limits_resolve(&asked, html.n)};
        if (bl_page_read(&page, html, NULL, NULL) == BYLINE_OK && !page.is_plain) {
            check_places(&page);
            bl_builder ours = bl_builder_in(&a), theirs = bl_builder_in(&a);
            print_document(&ours, &page.document, 0);
            GumboOptions options = kGumboDefaultOptions;
            options.max_errors = 0;
            GumboOutput *output = gumbo_parse_with_options(&options, page.text.p, page.text.n);
            print_gumbo(&theirs, output->root);
            gumbo_destroy_output(&options, output);
            same = bl_span_equal(bl_builder_span(&ours), bl_builder_span(&theirs));
            if (!same)
                show_difference(bl_builder_span(&ours), bl_builder_span(&theirs), html);
        }
    }
    return same;
}

static const char *const PIECES[] = {
    "<p>", "</p>", "<div>", "</div>", "<div class=\"a b\" onclick='x>y'>", "<span>", "</span>", "<b>", "</b>",
    "<i>", "</i>", "<a href=\"?a=1&amp;b=2&c=3\" title=x>", "</a>", "<ul>", "</ul>", "<li>", "</li>", "<br>", "<br/>",
    "<img src=data:image/gif;base64,AAAA alt='a &quot;b&quot;' data-x=\"1\">", "<h1>", "</h1>", "<h2>", "</h3>",
    "text", " more text ", "\n  ", " ", "&amp;", "&eacute;t&eacute; ", "&#126;&#x7e;&#65;", "&nbsp;", "&copy=1", "& b", "&x",
    "a < b", "<!-- c --> ", "<!-->", "<!-- a > b --!>", "<!DOCTYPE html>", "<?xml?>", "</ x>", "<![CDATA[x]]>",
    "<script>var a = '<p>';</script>", "<script><!-- <script> </script> --></script>", "<script src=a></script>",
    "<style>p > b {}</style>", "<svg><path d='M0'/><title>x</title></svg>", "<svg/>", "<svg><g><p>",
    "<math><mi>x</mi></math>",
    "<template><p>x</template>", "<select><option>1<option selected>2</select>", "<select><b>x<input>", "<select>x<select>",
    "<iframe src=x>a<b</iframe>", "<noscript><img src=y></noscript>", "<title>a &amp; <b></title>",
    "<textarea>\n a<b>&lt;</textarea>", "<xmp>a&amp;<b></xmp>", "<pre>\n a \n b", "</pre>", "<table>", "</table>", "<tr>", "<td>",
    "</td>", "<tbody>", "<caption>", "<th>x", "<col>", "<head>", "</head>", "<body class=x>", "</body>", "<html lang=de>",
    "</html>", "<meta property=og:title content='A &amp; B'>", "<link rel=canonical href=\"/x\">", "<base href=/>",
    "<form>", "</form>", "<input type=hidden value=1>", "<input type=text>", "<button>", "</button>", "<label>", "<dl>", "<dt>", "<dd>",
    "<figure>", "<figcaption>", "</figure>", "<picture><source srcset='a 1x, b 2x'></picture>", "<my-card id=k>", "</my-card>",
    "<amp-img src=z></amp-img>", "<article itemscope itemtype=\"x\" itemtype=\"y\">", "</article>", "<wbr>", "<nobr>", "<object><param>",
    "</object>", "<em>", "</em>", "<font>", "</font>", "<section>", "</section>", "<p class=x", " <", "<hr>", "<time datetime=2020-01-01 >",
    "</time>", "<a/href=q>", "<a href = 'v' / id=w>", "<A HREF=V CLASS='&#39;'>", "<image src=i>", "<ruby>x<rt>y", "</ruby>", "</br>",
};

static uint32_t seed = 1;

static uint32_t
next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static void
test_soup(void **state)
{
    (void)state;
    static char page[1 << 16];
    const size_t count = sizeof PIECES / sizeof *PIECES;
    unsigned rounds = getenv("BYLINE_ROUNDS") ? (unsigned)atoi(getenv("BYLINE_ROUNDS")) : 4000;
    unsigned differences = 0;
    for (unsigned round = 0; round < rounds; round++) {
        size_t n = 0;
        for (uint32_t left = 1 + next_random(round % 3 ? 12 : 60); left > 0; left--) {
            const char *piece = PIECES[next_random((uint32_t)count)];
            memcpy(page + n, piece, strlen(piece));
            n += strlen(piece);
        }
        differences += !is_same(bl_span_from(page, n));
    }
    /* white space alone can make gumbo start a clone earlier, where the guard thought the element open */
    assert_true(differences <= rounds / 1000);
}

static bl_page
read_page(bl_arena *a, const char *html)
{
    bl_span bytes = bl_span_of(html);
    bl_page page = {.arena = a, .parse_arena = a, .limits = bl_limits_resolve(NULL, bytes.n)};
    assert_int_equal(bl_page_read(&page, bytes, NULL, NULL), BYLINE_OK);
    return page;
}

static void
test_scripts(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<script>var x = \"<!-- <script>\";</script>--></script>"
                                     "<script type=' application/LD+json; charset=utf-8'>{\"a\": \"</p>&amp;\"}</script >"
                                     "<script type=application/json id=__NEXT_DATA__>{}</script><p>x");
        assert_int_equal(page.script_count, 1);
        assert_span_equal(page.scripts[0].text, "{\"a\": \"</p>&amp;\"}");
        assert_memory_equal(page.bytes.p + page.scripts[0].offset, "{\"a\"", 4);
        assert_int_equal(page.state_count, 1);
        assert_span_equal(page.states[0].text, "{}");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "x");
    }
}

/* An element that nobody ends must not take the page with it, where gumbo's own rules don't say so. */
static void
test_unclosed(void **state)
{
    (void)state;
    WITH_ARENA(a) {
        bl_page page = read_page(&a, "<svg><path><p>b<select><option>c");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "b");
        page = read_page(&a, "<svg><foreignObject><p>x</p></foreignObject></svg>b");
        assert_span_equal(bl_text_of(&page.document, 0, &a, false), "b");
    }
}

static int
compare_files(int count, char **names)
{
    int different = 0;
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file)
            continue;
        static char bytes[32 << 20];
        size_t n = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        if (!is_same(bl_span_from(bytes, n))) {
            fprintf(stderr, "=== %s differs\n", names[i]);
            different++;
        }
    }
    fprintf(stderr, "%d of %d files differ\n", different, count - 1);
    return different != 0;
}

int
main(int argc, char **argv)
{
    if (argc > 1)
        return compare_files(argc, argv);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_unclosed),
        cmocka_unit_test(test_soup),
    };
    return cmocka_run_group_tests_name("skim", tests, NULL, NULL);
}
