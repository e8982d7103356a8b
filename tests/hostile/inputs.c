/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Pages that hurt a tree builder, and scripts that hurt a JSON reader. */
#include "hostile/inputs.h"

static void
nested_div(sheet *s, size_t n)
{
    sheet_repeat(s, "<div>", n);
}

static void
distinct_formatting_in_paragraphs(sheet *s, size_t n)
{
    sheet_number(s, "<p><b c=#>", n);
}

static void
paragraphs_after_distinct_formatting(sheet *s, size_t n)
{
    sheet_number(s, "<b c=#>", 200);
    sheet_repeat(s, "<p>x", n);
}

static void
paragraphs_after_formatting(sheet *s, size_t n)
{
    sheet_repeat(s, "<b><i><u><s><em><strong><small><big><code><tt><font><strike>", 3);
    sheet_repeat(s, "<p>x", n);
}

static void
unmatched_end_tags(sheet *s, size_t n)
{
    sheet_add(s, "<div>");
    sheet_repeat(s, "<span>", n);
    sheet_repeat(s, "</x>", n);
}

static void
end_p_in_divs(sheet *s, size_t n)
{
    sheet_repeat(s, "<div>", n);
    sheet_repeat(s, "</p>", n);
}

static void
p_in_divs(sheet *s, size_t n)
{
    sheet_repeat(s, "<div>", n);
    sheet_repeat(s, "<p>x</p>", n);
}

static void
links_around_divs(sheet *s, size_t n)
{
    sheet_repeat(s, "<a><div>", n);
}

static void
misnested_bold(sheet *s, size_t n)
{
    sheet_repeat(s, "<b><div>", n);
    sheet_repeat(s, "</b>", n);
}

static void
distinct_fonts(sheet *s, size_t n)
{
    sheet_number(s, "<font a#=1>", n);
}

static void
paragraphs_after_many_bold(sheet *s, size_t n)
{
    sheet_number(s, "<b c=#>", n);
    sheet_repeat(s, "<p>x</p>", n);
}

static void
tables_after_many_bold(sheet *s, size_t n)
{
    sheet_number(s, "<b c=#>", n);
    sheet_repeat(s, "<table><td>x</table>", n);
}

static void
attributes_of_one_tag(sheet *s, size_t n)
{
    sheet_add(s, "<div ");
    sheet_number(s, "a#=1 ", n);
    sheet_add(s, ">x</div>");
}

static void
attributes_of_body(sheet *s, size_t n)
{
    sheet_number(s, "<body a#=1>", n);
}

static void
attributes_of_html(sheet *s, size_t n)
{
    sheet_number(s, "<html a#=1>", n);
}

static void
bold_in_table(sheet *s, size_t n)
{
    sheet_add(s, "<table>");
    sheet_repeat(s, "<b>", n);
}

static void
isindex(sheet *s, size_t n)
{
    sheet_repeat(s, "<isindex>", n);
}

static void
nested_tables(sheet *s, size_t n)
{
    sheet_repeat(s, "<table><tr><td>", n);
}

static void
nested_svg(sheet *s, size_t n)
{
    sheet_repeat(s, "<svg>", n);
}

static void
nested_template(sheet *s, size_t n)
{
    sheet_repeat(s, "<template>", n);
}

static void
nested_math(sheet *s, size_t n)
{
    sheet_repeat(s, "<math><annotation-xml>", n);
}

static void
frameset(sheet *s, size_t n)
{
    sheet_repeat(s, "<frameset>", n);
}

static void
script(sheet *s, const char *before, const char *text, size_t n, const char *after)
{
    sheet_add(s, "<script type=\"application/ld+json\">");
    sheet_add(s, before);
    sheet_number(s, text, n);
    sheet_add(s, after);
    sheet_add(s, "</script><p>text</p>");
}

static void
json_arrays(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/ld+json\">");
    sheet_repeat(s, "[", n);
    sheet_add(s, "</script>");
}

static void
json_objects(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/ld+json\">");
    sheet_repeat(s, "{\"@graph\":", n);
    sheet_add(s, "</script>");
}

static void
json_members(sheet *s, size_t n)
{
    script(s, "{\"@type\":\"NewsArticle\"", ",\"k#\":1", n, "}");
}

static void
json_one_member(sheet *s, size_t n)
{
    script(s, "{\"@type\":\"NewsArticle\"", ",\"author\":\"Ada #\"", n, "}");
}

static void
json_graph(sheet *s, size_t n)
{
    script(s, "{\"@graph\":[{}", ",{\"@id\":\"#\",\"@type\":\"Person\",\"name\":\"Ada\"}", n, "]}");
}

static void
json_ring(sheet *s, size_t n)
{
    script(s, "{\"@graph\":[{\"@id\":\"a\",\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"a\"}}",
           ",{\"@id\":\"a\",\"@type\":\"NewsArticle\",\"author\":[{\"@id\":\"a\"},{\"@id\":\"a\"}],\"name\":\"#\"}", n,
           "]}");
}

static void
json_scripts(sheet *s, size_t n)
{
    sheet_number(s, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"H #\"}</script>", n);
}

static void
json_authors(sheet *s, size_t n)
{
    script(s, "{\"@type\":\"NewsArticle\",\"author\":[\"Ada\"", ",{\"@type\":\"Person\",\"name\":\"Ada Q#\"}", n, "]}");
}

static void
json_images(sheet *s, size_t n)
{
    script(s, "{\"@type\":\"NewsArticle\",\"image\":[\"/a.jpg\"", ",\"/i/#.jpg\"", n, "]}");
}

static void
json_bodies(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"");
    sheet_repeat(s, "the ferry came back ", n);
    sheet_add(s, "\"}</script>");
    sheet_repeat(s, "<p>the ferry came back the ferry came back</p>", n / 2);
}

static void
json_quotes(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"");
    sheet_repeat(s, "a \"b\" ", n);
    sheet_add(s, "\"}</script>");
}

/* As many as are read at all, and no other bytes on the page. */
static void
json_values(sheet *s, size_t n)
{
    sheet_add(s, "<script type=application/ld+json>[\"Article\"");
    sheet_repeat(s, ",0", n);
    sheet_add(s, "]</script>");
}

/* The first number is one that json-c has to read. */
static void
json_empty_objects(sheet *s, size_t n)
{
    sheet_add(s, "<script type=application/ld+json>[\"Article\",1e3");
    sheet_repeat(s, ",{}", n);
    sheet_add(s, "]</script>");
}

static void
json_escapes(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"");
    sheet_repeat(s, "\\ud800&amp;amp;", n);
    sheet_add(s, "\"}</script>");
}

const hostile_input hostile_inputs[] = {
    {"G1", "nested div; with recorded errors each copies the stack", nested_div, 20000},
    {"G2", "nested div", nested_div, 80000},
    {"G3", "distinct formatting, one more in each paragraph", distinct_formatting_in_paragraphs, 5000},
    {"G4", "200 distinct formatting elements cloned into each paragraph", paragraphs_after_distinct_formatting, 40000},
    {"G4b", "36 ordinary formatting elements cloned into each paragraph", paragraphs_after_formatting, 200000},
    {"G5", "end tags that match nothing on a deep stack", unmatched_end_tags, 40000},
    {"G6", "ends of paragraphs in nested div", end_p_in_divs, 40000},
    {"G7", "paragraphs in nested div", p_in_divs, 40000},
    {"G8", "links around nested div", links_around_divs, 40000},
    {"G9", "misnested bold", misnested_bold, 40000},
    {"G10", "distinct fonts", distinct_fonts, 40000},
    {"G11", "paragraphs after many distinct bold", paragraphs_after_many_bold, 40000},
    {"G12", "tables after many distinct bold", tables_after_many_bold, 40000},
    {"G13", "distinct attributes of one tag", attributes_of_one_tag, 80000},
    {"G14", "attributes merged into body", attributes_of_body, 80000},
    {"G14b", "attributes merged into html", attributes_of_html, 80000},
    {"G15", "bold in a table", bold_in_table, 160000},
    {"G16", "isindex", isindex, 400000},
    {"G17", "nested tables", nested_tables, 60000},
    {"G18", "depth alone: svg", nested_svg, 1000000},
    {"G18b", "depth alone: template", nested_template, 400000},
    {"G18c", "depth alone: math", nested_math, 200000},
    {"G18d", "depth alone: frameset", frameset, 400000},
    {"X1", "distinct attributes of one tag, at the size that takes libxml2 14 seconds", attributes_of_one_tag, 40000},
    {"J1", "JSON-LD of nested arrays", json_arrays, 1000000},
    {"J2", "JSON-LD of nested objects", json_objects, 200000},
    {"J3", "JSON-LD object with many members", json_members, 59000},
    {"J3b", "the same, more than is read", json_members, 120000},
    {"J4", "JSON-LD object with one member many times", json_one_member, 59000},
    {"J5", "JSON-LD graph of many objects", json_graph, 40000},
    {"J6", "JSON-LD objects that refer to each other", json_ring, 20000},
    {"J7", "many JSON-LD scripts", json_scripts, 40000},
    {"J8", "JSON-LD with many authors", json_authors, 50000},
    {"J9", "JSON-LD with many images", json_images, 59000},
    {"J10", "JSON-LD body that repeats itself, as the page does", json_bodies, 30000},
    {"J11", "JSON-LD string with quotes that are not escaped", json_quotes, 200000},
    {"J12", "JSON-LD string of broken escapes", json_escapes, 100000},
    {"J13", "JSON-LD of many small values", json_values, 59000},
    {"J14", "JSON-LD of empty objects, not for the plain reader", json_empty_objects, 16000},
};

const size_t hostile_input_count = sizeof hostile_inputs / sizeof *hostile_inputs;
