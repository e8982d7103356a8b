# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""What a peer gives as text or as HTML, as the blocks of a record, so that one scorer can read all of them."""
from html.parser import HTMLParser

TYPES = {"blockquote": "quote", "li": "list_item", "pre": "preformatted", "table": "table"}
TYPES.update({f"h{level}": "heading" for level in range(1, 7)})
BREAKS = {"address", "article", "aside", "body", "caption", "dd", "details", "div", "dl", "dt", "figure", "footer", "form",
          "header", "hr", "main", "nav", "ol", "p", "section", "summary", "tbody", "tr", "ul", *TYPES}
HIDDEN = {"figcaption", "noscript", "script", "style", "svg", "template", "title"}  # a caption is the image's
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Blocks(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.words, self.open = [], [], []
        self.hidden = 0

    def flush(self):
        text = " ".join("".join(self.words).split())
        self.words = []
        if text:
            kind = next((TYPES[tag] for tag in reversed(self.open) if tag in TYPES), "paragraph")
            self.blocks.append({"type": kind, "text": text})

    def handle_starttag(self, tag, attrs):
        if tag in BREAKS:
            self.flush()
        elif tag in ("br", "td", "th"):
            self.words.append(" ")
        if tag not in VOID:
            self.open.append(tag)
            self.hidden += tag in HIDDEN

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in BREAKS:
            self.flush()
        if tag not in self.open:
            return
        while True:
            closed = self.open.pop()
            self.hidden -= closed in HIDDEN
            if closed == tag:
                return

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def of_html(html):
    reader = Blocks()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.blocks


def of_text(text):
    return [{"type": "paragraph", "text": line.strip()} for line in text.splitlines() if line.strip()]


def record_of(page, answer):
    """The record of a page from a driver's answer: its text or HTML becomes the body where it has none."""
    record = {"id": page, **{name: value for name, value in answer.items() if value not in (None, "")}}
    html, text = record.pop("html", None), record.pop("text", None)
    if "body" not in record:
        record["body"] = of_html(html) if html else of_text(text or "")
    for name in ("authors", "topics"):
        record[name] = [thing for thing in record.get(name, []) if isinstance(thing, (str, dict))]
    return record
