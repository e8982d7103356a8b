#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Says of each piece whether it is of the article, from the truth of a corpus.  Standard library only.

usage: label.py TRUTH.jsonl PIECES.tsv LABELS.bin [TIMES]
PIECES.tsv is what `pieces` printed, TIMES a factor for all weights.  LABELS.bin gets a row of four 32-bit floats a piece: label (1, 0; -1
unknown), weight (0 where unknown), page, part (0 to 39, by site).

usage: label.py --pages TRUTH.jsonl LIST_OF_PAGES REST
Prints those pages whose part leaves REST when it is divided by five, as a manifest for `byline`.
"""
import array, json, math, re, sys, unicodedata, zlib
from collections import Counter
from urllib.parse import urlsplit

HEADING = "2"  # BYLINE_BLOCK_HEADING
SEGMENT_WORDS, SEGMENT_SHARE = 3, 0.3  # a segment of so many words, or so much of a line, speaks for the line
# What the pages of a set weigh: those of newspapers are few, and what is asked for; of the web's only segments are known.
TIMES = {"fundus": 2, "aeb": 2, "web": 1.3}

TABLE = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032`\u00b4"), "'")
TABLE.update({0xad: None, 0x200b: None, 0x200c: None, 0x200d: None, 0x200e: None, 0x200f: None, 0xfeff: None})


def words(text):
    text = unicodedata.normalize("NFKC", text or "").translate(TABLE).casefold()
    return re.findall(r"\w", text) if is_wide(text) else re.findall(r"\w+", text)


def is_wide(text):
    wide = sum("\u2e80" <= c < "\uffff" for c in text)
    return wide * 3 > len(text)


def shingles(w, n=3):
    return [tuple(w[i:i + n]) for i in range(len(w) - n + 1)]


def part_of(truth):
    site = truth.get("publisher") or urlsplit(truth.get("url") or "").hostname or truth["id"]
    site = site[4:] if site.startswith("www.") else site
    return zlib.crc32(site.encode()) % 40


class Truth:
    """What a page's truth knows: the whole text, or only pieces of it."""

    def __init__(self, t):
        self.whole = self.lead = ""
        self.lines = set()
        self.has = [words(x) for x in t.get("with") or []]
        self.lacks = [words(x) for x in t.get("without") or []]
        if t["set"] == "fundus":
            parts = [h for s in t["sections"] for h in s["headline"]] + [p for s in t["sections"] for p in s["paragraphs"]]
            self.whole, self.lead = "\n".join(parts), "\n".join(t["lead"])
        elif t.get("text"):
            self.whole = t["text"]
            parts = t["text"].split("\n")
        if self.whole:
            self.lines = {" ".join(words(p)) for p in parts}
            self.grams = set(shingles(words(self.whole)))
            self.pairs = set(shingles(words(self.whole), 2))
            self.lead_grams = set(shingles(words(self.lead)))

    def label(self, text):
        w = words(text)
        if not w:
            return -1, 0
        if not self.whole:
            return self.label_by_segments(w)
        if " ".join(w) in self.lines:
            return 1, 1
        if len(w) < 3:
            return (-1, 0) if len(w) == 2 and tuple(w) in self.pairs else (0, 1)
        s = shingles(w)
        share = sum(x in self.grams for x in s) / len(s)
        if self.lead_grams and sum(x in self.lead_grams for x in s) > 0.6 * len(s) > 0 and share < 0.6:
            return -1, 0
        if len(w) < 6:
            return (-1, 0) if share > 0.5 else (0, 1)
        return (1, 1) if share > 0.7 else (0, 1) if share < 0.35 else (-1, 0)

    def label_by_segments(self, w):
        text = " %s " % " ".join(w)
        found = {want for want, known in ((0, self.lacks), (1, self.has)) for x in known
                 if x and " %s " % " ".join(x) in text and tells(want, x, w)}
        return (found.pop(), 1) if len(found) == 1 else (-1, 0)


def tells(want, segment, w):
    """The article may use the words of a short segment too, in a line that says much more."""
    share = len(segment) / len(w)
    if want or len(segment) < SEGMENT_WORDS:
        return share > SEGMENT_SHARE or want and len(segment) >= SEGMENT_WORDS
    return share > SEGMENT_SHARE / 2 or len(segment) >= 2 * SEGMENT_WORDS or w[:len(segment)] == segment


def settle_copies(rows):
    """Of several pieces with one text only one is the article's: the one among most of its kind.
    A copy in as good company says nothing: which is taken is decided afterwards."""
    seen = {}
    for i, r in enumerate(rows):
        if r[0] == 1:
            seen.setdefault(r[2], []).append(i)
    for copies in seen.values():
        if len(copies) < 2:
            continue
        near = [sum(rows[k][1] * rows[k][3] for k in range(max(0, i - 6), min(len(rows), i + 7))
                    if k != i and rows[k][0] == 1) for i in copies]
        best = max(range(len(copies)), key=lambda k: (near[k], -k))
        for k, i in enumerate(copies):
            if k != best:
                rows[i][0] = -1 if near[k] > 0.5 * near[best] else 0


def finish(truth, rows, page, times, out):
    settle_copies(rows)
    found = sum(r[3] for r in rows if r[0] == 1)
    lost = (truth.get("text") or truth["set"] == "fundus") and found < 80
    total = sum(weight_of(r) for r in rows if r[0] >= 0) or 1
    scale = times * TIMES.get(truth["set"], 1) * 40 / max(total, 16)
    for label, weight, text, units, heading in rows:
        if lost:
            label = -1  # the text is not on the page, or in a form that is not found again
        weight = weight_of((label, weight, text, units, heading)) * scale if label >= 0 else 0
        array.array("f", (label, weight, page, part_of(truth))).tofile(out)


def weight_of(r):
    return r[1] * (0.3 + min(3.0, r[3] / 150) + (0.7 if r[4] else 0))


def read_truths(path):
    return {t["id"]: t for t in map(json.loads, open(path, encoding="utf-8"))}


def id_of(path):
    return re.sub(r"\.html(\.gz)?$", "", path.rsplit("pages/", 1)[-1])


def print_pages(truths, pages, rest):
    for path in open(pages, encoding="utf-8").read().split("\n")[:-1]:
        if part_of(truths[id_of(path)]) % 5 == rest:
            print(path + "\t")


def main():
    if sys.argv[1] == "--pages":
        return print_pages(read_truths(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    truth_path, pieces, out_path = sys.argv[1:4]
    times = float(sys.argv[4]) if len(sys.argv) > 4 else 1
    truths = read_truths(truth_path)
    page, rows, truth, known = 0, [], None, None
    with open(out_path, "wb") as out:
        for line in open(pieces, encoding="utf-8", errors="replace", newline="\n"):
            part = line.rstrip("\n").split("\t")
            if part[0] == "PAGE":
                if rows:
                    finish(truth, rows, page, times, out)
                page, rows = page + 1, []
                truth = truths[id_of(part[1])]
                known = Truth(truth)
                continue
            units, text = int(part[0]), part[2]
            label, weight = known.label(text)
            rows.append([label, weight, " ".join(words(text)[:60]), units, part[1] == HEADING])
        finish(truth, rows, page, times, out)


if __name__ == "__main__":
    main()
