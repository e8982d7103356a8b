# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""The peers in Python: the path of a page on each line of the input, a JSON object on each line of the output
(../README.md).

usage: driver.py trafilatura | newspaper4k | readability-lxml | resiliparse | resiliparse-text | goose3
"""
import json
import logging
import os
import re
import sys
import time
import warnings

CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")


def decode(page):
    """The text of a page, for peers that take no bytes: UTF-8 where it is that, else in the charset that it declares."""
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        declared = CHARSET.search(page[:4096])
    try:
        return page.decode(declared.group(1).decode() if declared else "windows-1252", "replace")
    except LookupError:
        return page.decode("utf-8", "replace")


def names(given):
    """Some peers give a list of names, or one text, or nothing."""
    return [given] if isinstance(given, str) else list(given or [])


# Each peer is a function that loads it and gives two: one that is timed, from bytes to the peer's own answer, and
# one that is not, from that answer to the record.

def trafilatura():
    from trafilatura import bare_extraction

    def record(found):
        if found is None:
            return {}
        authors = (found.author or "").split("; ")
        return {"headline": found.title, "authors": authors, "published": found.date, "language": found.language,
                "topics": found.tags, "text": found.text}

    return lambda page: bare_extraction(page, with_metadata=True, include_comments=False), record


def newspaper4k():
    from newspaper import Article
    from newspaper.configuration import Configuration

    config = Configuration()
    config.fetch_images = False
    config.follow_meta_refresh = False

    def extract(page):
        article = Article("https://page.invalid/", config=config)
        article.download(input_html=decode(page))
        article.parse()
        return article

    def record(article):
        date = article.publish_date
        return {"headline": article.title, "authors": names(article.authors), "published": date and str(date),
                "language": article.meta_lang, "topics": list(article.tags or []), "text": article.text}

    return extract, record


def readability_lxml():
    from readability import Document

    def extract(page):
        document = Document(page)
        return document.short_title(), document.author(), document.summary(html_partial=True)

    def record(found):
        title, author, html = found
        return {"headline": title, "authors": [author] if author and author != "[no-author]" else [], "html": html}

    return extract, record


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return tree.title, extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False)

    return extract, lambda found: {"headline": found[0], "text": found[1]}


def resiliparse_text():
    from resiliparse.extract.html2text import extract_plain_text

    def extract(page):
        return extract_plain_text(decode(page), main_content=True, preserve_formatting=False)

    return extract, lambda text: {"text": text}


def goose3():
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})

    def record(article):
        return {"headline": article.title, "authors": names(article.authors), "published": article.publish_date,
                "language": article.meta_lang, "topics": list(article.tags or []), "text": article.cleaned_text}

    return lambda page: goose.extract(raw_html=decode(page)), record


PEERS = (trafilatura, newspaper4k, readability_lxml, resiliparse, resiliparse_text, goose3)


def answer(path, extract, record):
    with open(path, "rb") as file:
        page = file.read()
    begin = time.process_time_ns()
    try:
        found = extract(page)
        ms = (time.process_time_ns() - begin) / 1e6
        return {"ms": ms, "record": record(found)}
    except Exception as error:  # whatever a peer throws is its answer to this page
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def main(name):
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a peer prints is no answer
    extract, record = next(peer for peer in PEERS if peer.__name__ == name.replace("-", "_"))()
    print("{}", file=out, flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(line.rstrip("\n"), extract, record), default=str), file=out, flush=True)


main(sys.argv[1])
