/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Pages that hurt what stands behind the tree builder: sources, deciders, readers of lines. */
#include "hostile/inputs.h"

#include <stdbool.h>
#include <string.h>

#include "base/span.h"

#define REPEATED(name, head, text)                                                                     \
    static void name(sheet *s, size_t n)                                                               \
    {                                                                                                  \
        sheet_add(s, head);                                                                            \
        sheet_repeat(s, text, n);                                                                      \
    }

#define NUMBERED(name, head, text)                                                                     \
    static void name(sheet *s, size_t n)                                                               \
    {                                                                                                  \
        sheet_add(s, head);                                                                            \
        sheet_number(s, text, n);                                                                      \
    }

NUMBERED(headings, "<title>Ferry</title>", "<h1>Ferry #</h1>")
NUMBERED(times, "<article><h1>Ferry</h1>", "<time datetime=2024-05-06T07:08:#>May 6, 2024</time>")
NUMBERED(bylines, "<h1>Ferry</h1>", "<span class=author>By Ada Quill the #th</span>")
NUMBERED(reporters, "<h1>Ferry</h1>",
         "<p>\xe8\xa8\x98\xe8\x80\x85\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e\xef\xbc\x8f"
         "\xe5\x8f\xb0\xe5\x8c\x97\xe5\xa0\xb1\xe5\xb0\x8e #</p>")
NUMBERED(authors, "<h1>Ferry</h1>", "<meta name=author content=\"Ada Q#\">")
NUMBERED(topics, "<h1>Ferry</h1>", "<meta property=article:tag content=\"t#\">")
NUMBERED(figures, "<h1>Ferry</h1><article>",
         "<figure><img src=/i/#.jpg><figcaption>The quay (Photo: AFP/Ada Quill)</figcaption></figure>")
static void
authors_and_pictures(sheet *s, size_t n)
{
    sheet_add(s, "<meta name=author content=\"");
    sheet_number(s, "Ada Quill#, ", n);
    sheet_add(s, "\"><h1>Ferry</h1>");
    sheet_number(s, "<img width=900 src=/i/#.jpg alt=\"quay #\">", n);
}

NUMBERED(pictures, "<article>", "<p>The ferry came back to the harbour on Monday.</p><img src=/i/#.jpg>")
REPEATED(one_picture, "<article>", "<img src=/i/1.jpg alt=quay>")
REPEATED(same_paragraph, "<article>", "<p>The old ferry came back to the harbour on Monday, said the master.</p>")
NUMBERED(short_paragraphs, "<article>", "<p>x#</p>")
REPEATED(breaks, "<article>The ferry ", "came back<br>")
REPEATED(links, "<article>", "<a href=/x>The ferry, which came back</a> ")
REPEATED(list_items, "<ul>", "<li>x")
REPEATED(cells, "<table><tr>", "<td>x")
REPEATED(rows, "<article><p>The ferry came back.<table>", "<tr><td>x<td>y")
REPEATED(quotes, "<article>", "<blockquote>x")
REPEATED(divs_apart, "<body>", "<div>x</div>")
REPEATED(sections, "<body>", "<section><h2>x</h2><p>The ferry came back on Monday, said the master.</p></section>")
REPEATED(embeds, "<article><p>The ferry came back.</p>", "<iframe src=https://video.example/e></iframe>")
REPEATED(items, "<body>", "<div itemscope itemtype=http://schema.org/NewsArticle><b itemprop=author>Ada</b>")
REPEATED(cards, "<body>", "<div class=\"h-entry\"><a class=\"p-author h-card\">Ada</a>")
REPEATED(signoffs, "<article><p>The ferry came back on Monday.</p>", "<p>rc/jr (AP, AFP, dpa)</p>")
REPEATED(captions, "<article>", "<p class=caption>The quay. Photo: Ada Quill/AFP</p>")
REPEATED(open_figures, "<article>", "<figure><figcaption>")
REPEATED(parentheses, "<article><p>", "(AP")
REPEATED(slashes, "<article><p>rc", "/jr")
REPEATED(commas, "<article><p>By Ada Quill", ", Bo Tern and C. Gull")
REPEATED(byline_commas, "<h1>F</h1><p class=byline>By Ada Quill", ", Bo Tern and C. Gull")
REPEATED(long_caption, "<figure><img src=/a.jpg><figcaption>", "Photo: (AFP / via | \xc2\xa9 ")
REPEATED(dashes, "<article><p>", "MOSCOW, May 7 (Reuters) - ")
REPEATED(digits, "<time>", "20240506 07:08 ")
REPEATED(long_title, "<title>", "Ferry - Harbour | ")
REPEATED(long_heading, "<title>Ferry</title><h1>", "Ferry - Harbour | ")
REPEATED(long_class, "<p class=\"", "author byline date ")
REPEATED(srcset, "<article><img srcset=\"", "/i/a.jpg 1x, ")
NUMBERED(sources, "<article><picture><img src=/i/a.jpg>", "<source srcset=\"/i/#.jpg 2x\">")

static void
empty_in_caption(sheet *s, size_t n)
{
    sheet_add(s, "<article><figure class=image><img src=/i/a.jpg><figcaption>");
    sheet_repeat(s, "<i></i>", n);
    sheet_add(s, "The quay at dawn.</figcaption></figure>");
}

REPEATED(empty_in_heading, "<h1>Ferry", "<br>")
REPEATED(long_word, "<article><p>", "ferryferryferry")
REPEATED(kana, "<article><p>", "\xe3\x81\x82")
REPEATED(marks, "<article><p>a", "\xcc\x81")
REPEATED(ampersands, "<p>", "&amp;&#x41;&notit;&")
REPEATED(angles, "<p>", "<<")

static bool
is_of_a_name(char c)
{
    return c > ' ' && c < 0x7F && !strchr("\"&'<=>`", c);
}

/* Names of 16 bytes which all stand in one place of a table whose arena has no salt (base/hash.h). */
static void
meeting_names(sheet *s, size_t n)
{
    const uint64_t odd = 0x9FB21C651E98DF25u, place = 0x5E11ED0C7FEB15D3u;
    sheet_add(s, "<h1>Ferry</h1>");
    for (uint64_t i = 1; n; i++) {
        char name[17] = "";
        for (size_t k = 0; k < 8; k++)
            name[k] = (char)('A' + (i >> 4 * k & 15));
        uint64_t h = (sizeof name - 1) * odd;
        h = (h ^ bl_eight_at(name)) * odd;
        h = h ^ h >> 32 ^ place;
        memcpy(name + 8, &h, sizeof h);
        bool is_name = true;
        for (size_t k = 8; k < 16; k++)
            is_name = is_name && is_of_a_name(name[k]);
        if (!is_name)
            continue;
        sheet_add(s, "<p class=\"");
        sheet_add(s, name);
        sheet_add(s, "\">x");
        n--;
    }
}
REPEATED(comments, "<p>", "<!--x-->")
REPEATED(open_comments, "<p>", "<!--")
REPEATED(scripts, "<p>", "<script><!--<script>")
REPEATED(script_ends, "<script>", "</scrip")
REPEATED(title_ends, "<title>", "</titl")
REPEATED(quotes_open, "<p ", "a='b\" ")
REPEATED(equals, "<p ", "= ")
REPEATED(nuls, "<p>", "\xef\xbf\xbd\x01\x02")
REPEATED(bad_bytes, "<p>", "\xff\xfe\x80\xc3")
REPEATED(lines, "", "By Ada Quill\n\nThe ferry came back (AP).\n\n")
REPEATED(plain_line, "", "the ferry came back ")
REPEATED(spaces, "<p>a", "        ")
REPEATED(bases, "", "<base href=https://a.example/><link rel=canonical href=/a>")
REPEATED(selects, "<select>", "<option>x<select>")
REPEATED(plaintext, "<plaintext>", "<p>x")
REPEATED(textareas, "", "<textarea>x")
REPEATED(noscripts, "", "<noscript><img src=a>")
REPEATED(rubies, "<p>", "<ruby>x<rt>y")

static void
state(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/json\">{\"props\":[");
    sheet_number(s, "{\"type\":\"p\",\"content\":\"<p>The ferry came back # times, said the master.</p>\"},", n);
    sheet_add(s, "{}]}</script>");
}

/* One string, and no end tag behind any of its paragraphs. */
static void
state_text(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/json\">[\"");
    sheet_repeat(s, "<p>x<figure>y</z>", n);
    sheet_add(s, "\"]</script>");
}

static void
state_numbers(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/json\">[\"<p>\"");
    sheet_repeat(s, ",[],0", n);
    sheet_add(s, "]</script>");
}

static void
state_members(sheet *s, size_t n)
{
    sheet_add(s, "<script type=\"application/json\">[\"<p>\"");
    for (size_t i = 0; i < n; i++) {
        sheet_add(s, ",{\"\":0");
        sheet_number(s, ",\"k#\":0", 127);
        sheet_add(s, "}");
    }
    sheet_add(s, "]</script>");
}

REPEATED(state_scripts, "", "<script type=application/json>[\"<p>\"]</script>")
REPEATED(state_pushes, "<script>self.__next_f.push([1,\"<p>\"])</script>", "<script>self.__next_f.push([1,\"1:T4,<p>x\"])</script>")

static void
state_rows(sheet *s, size_t n)
{
    sheet_add(s, "<script>self.__next_f.push([1,\"<p>\\n");
    sheet_repeat(s, "1:[\\\"<p>x\\\"]\\n", n);
    sheet_add(s, "\"])</script>");
}

static void
addresses(sheet *s, size_t n)
{
    sheet_add(s, "<link rel=canonical href=\"https://a.example/");
    sheet_repeat(s, "../a/./%2e%2e/", n);
    sheet_add(s, "\"><meta property=og:image content=\"//");
    sheet_repeat(s, "a.", n);
    sheet_add(s, "\">");
}

static void
picture_names(sheet *s, size_t n)
{
    sheet_add(s, "<article><p>The ferry came back to the harbour on Monday.</p>");
    for (size_t i = 0; i < n; i++) {
        sheet_add(s, "<img width=900 src=\"/i/");
        sheet_repeat(s, "a-1-", 1000);
        sheet_add(s, "\">");
    }
}

static void
dates_above(sheet *s, size_t n)
{
    sheet_repeat(s, "<time datetime=2024-05-06></time><b></b>", n);
    sheet_add(s, "<h1>Ferry</h1><article><p>The ferry came back to the harbour on Monday.</p>");
}

const hostile_input hostile_own[] = {
    {"headings", "many h1", headings, 24000},
    {"times", "many dates", times, 16000},
    {"dates-above", "many dates without a text above the headline", dates_above, 24000},
    {"picture-names", "file names of many parts", picture_names, 120},
    {"bylines", "many bylines", bylines, 16000},
    {"reporters", "many lines that name a reporter in Chinese", reporters, 16000},
    {"authors", "many authors", authors, 24000},
    {"topics", "many topics", topics, 24000},
    {"figures", "many figures with credits", figures, 10000},
    {"authors-and-pictures", "a long list of authors and many pictures", authors_and_pictures, 8000},
    {"pictures", "many pictures between paragraphs", pictures, 12000},
    {"one-picture", "one picture many times", one_picture, 24000},
    {"same-paragraph", "one paragraph many times", same_paragraph, 12000},
    {"short-paragraphs", "many short paragraphs", short_paragraphs, 60000},
    {"breaks", "many line breaks", breaks, 60000},
    {"links", "many links", links, 24000},
    {"list", "many list items", list_items, 120000},
    {"cells", "many cells", cells, 120000},
    {"rows", "many rows", rows, 40000},
    {"quotes", "nested quotes", quotes, 40000},
    {"divs", "many divs in a row", divs_apart, 60000},
    {"sections", "many sections", sections, 10000},
    {"embeds", "many embeds", embeds, 16000},
    {"items", "nested microdata items", items, 12000},
    {"cards", "nested microformats", cards, 16000},
    {"signoffs", "many sign-offs", signoffs, 24000},
    {"captions", "many captions without a picture", captions, 16000},
    {"open-figures", "nested figures", open_figures, 40000},
    {"parentheses", "open parentheses", parentheses, 200000},
    {"slashes", "initials without end", slashes, 200000},
    {"commas", "a list of names without end", commas, 28000},
    {"byline-commas", "the same in a byline", byline_commas, 28000},
    {"long-caption", "credit words without end", long_caption, 24000},
    {"dashes", "datelines without end", dashes, 28000},
    {"digits", "digits without end", digits, 40000},
    {"long-title", "a title of many parts", long_title, 40000},
    {"long-heading", "a heading of many parts", long_heading, 40000},
    {"long-class", "a class of many words", long_class, 40000},
    {"srcset", "a srcset of many candidates", srcset, 60000},
    {"sources", "a picture of many sources", sources, 24000},
    {"empty-in-caption", "a caption of many empty elements", empty_in_caption, 60000},
    {"empty-in-heading", "a heading of many line breaks", empty_in_heading, 100000},
    {"long-word", "a word without end", long_word, 52000},
    {"kana", "a sentence without spaces", kana, 240000},
    {"marks", "combining marks without end", marks, 400000},
    {"ampersands", "character references", ampersands, 40000},
    {"angles", "less-than signs", angles, 400000},
    {"comments", "comments", comments, 100000},
    {"open-comments", "comments that do not end", open_comments, 200000},
    {"scripts", "scripts in scripts", scripts, 40000},
    {"script-ends", "almost the end of a script", script_ends, 120000},
    {"title-ends", "almost the end of a title", title_ends, 120000},
    {"quotes-open", "quotes in a tag that do not end", quotes_open, 120000},
    {"equals", "equals signs in a tag", equals, 400000},
    {"controls", "control characters", nuls, 120000},
    {"bad-bytes", "bytes that are no UTF-8", bad_bytes, 200000},
    {"lines", "plain text of many lines", lines, 20000},
    {"plain-line", "plain text on one line", plain_line, 40000},
    {"spaces", "white space", spaces, 100000},
    {"bases", "many base and canonical links", bases, 16000},
    {"selects", "options without end", selects, 48000},
    {"plaintext", "plaintext", plaintext, 160000},
    {"textareas", "textareas", textareas, 80000},
    {"noscripts", "noscript", noscripts, 40000},
    {"rubies", "ruby", rubies, 60000},
    {"state", "a state of many paragraphs", state, 10000},
    {"state-text", "paragraphs without end in a state", state_text, 40000},
    {"state-numbers", "a state of many small values", state_numbers, 160000},
    {"state-members", "objects of many members in a state", state_members, 800},
    {"state-scripts", "many scripts with a state", state_scripts, 20000},
    {"state-pushes", "a stream of many pieces", state_pushes, 20000},
    {"state-rows", "a stream of many rows", state_rows, 50000},
    {"addresses", "addresses of many parts", addresses, 40000},
    {"meeting-names", "class names whose hashes are one", meeting_names, 20000},
};

const size_t hostile_own_count = sizeof hostile_own / sizeof *hostile_own;
