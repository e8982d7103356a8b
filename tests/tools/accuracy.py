#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Run byline over a folder of pages with known answers, and say how often it is right.

DIR holds truth.jsonl, a page a line ("id", "set" and the true values), and pages/ID.html.gz.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from multiprocessing import Pool
from urllib.parse import urlsplit

from accuracy_figures import FIGURES, measure

DROP = 0.005  # a figure may fall by this much before --compare fails
SKIP = 77     # what meson takes for "skipped"
LOW = 0.8     # --misses lists the pages below


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("dir", metavar="DIR")
    p.add_argument("--byline", metavar="PROGRAM", default="build/examples/byline", help="the command to run")
    p.add_argument("--predicted", metavar="JSONL", help="score these records instead of running the command")
    p.add_argument("--urls", action="store_true", help="tell byline the address of each page where it is known")
    p.add_argument("--set", help="only the pages of this set")
    p.add_argument("--misses", metavar="FIGURE", help=f"list the pages below {LOW} on it, worst first")
    p.add_argument("--split", action="store_true", help="report the two halves of the sites apart")
    p.add_argument("--json", metavar="OUT", help="write the figures to a file")
    p.add_argument("--compare", metavar="JSON", help=f"exit 1 where a figure fell by more than {DROP}")
    p.add_argument("--skip-absent", action="store_true", help=f"exit {SKIP} where DIR is not there")
    p.add_argument("--jobs", type=int, default=2, help="processes, and threads of byline (2)")
    return p.parse_args()


def half_of(truth):
    """Which half of the sites a page is in: one to work on, one to check with."""
    site = truth.get("publisher") or (urlsplit(truth.get("url") or "").hostname or truth["id"])
    site = re.sub(r"^www\.", "", site)
    return "check" if zlib.crc32(site.encode()) % 2 else "work"


class Corpus:
    def __init__(self, folder, only_set):
        self.folder = folder
        self.lines = {}
        self.urls = {}
        with open(os.path.join(folder, "truth.jsonl"), encoding="utf-8") as file:
            for line in file:
                truth = json.loads(line)
                if not only_set or truth["set"] == only_set:
                    self.lines[truth["id"]] = line
                    self.urls[truth["id"]] = truth.get("url") or ""

    def path(self, page):
        return os.path.join(self.folder, "pages", page + ".html.gz")


def page_of(record_line):
    """The id of the page that a record is about: it begins with "file", or has "id"."""
    record = json.loads(record_line)
    page = record.get("id") or record.get("file") or ""
    return re.sub(r"\.html(\.gz)?$", "", page.rsplit("pages/", 1)[-1])


def run_byline(corpus, options):
    """Lines of records as they come."""
    command = [options.byline, "--format", "jsonl", "--jobs", str(options.jobs)]
    if options.urls:
        listing = "".join(f"{corpus.path(p)}\t{corpus.urls[p]}\n" for p in corpus.lines)
        command += ["--manifest", "/dev/stdin"]
    else:
        listing = ""
        command += [corpus.path(p) for p in corpus.lines]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            process.stdin.write(listing)
            process.stdin.close()
        except BrokenPipeError:
            pass
        yield from process.stdout
    if process.returncode < 0:
        sys.exit(f"accuracy: {options.byline} died of signal {-process.returncode}")


def score_line(pair):
    truth_line, record_line = pair
    truth = json.loads(truth_line)
    return truth["id"], truth["set"], half_of(truth), measure(truth, json.loads(record_line))


def pairs(corpus, options):
    """Each page's truth with its record, and an empty record for a page that got none."""
    left = dict(corpus.lines)
    if options.predicted:
        with open(options.predicted, encoding="utf-8") as file:
            records = file.readlines()
    else:
        records = run_byline(corpus, options)
    for line in records:
        truth = left.pop(page_of(line), None) if line.strip() else None
        if truth:
            yield truth, line
    if left:
        print(f"accuracy: no record for {len(left)} of {len(corpus.lines)} pages", file=sys.stderr)
    for truth in left.values():
        yield truth, "{}"


class Scores:
    """All values by half, set and figure."""

    def __init__(self, results):
        self.values = defaultdict(list)
        self.pages = defaultdict(int)
        self.rows = []
        for page, set_, half, measured in sorted(results):
            for part in ("all", half):
                self.pages[part] += 1
                for i, value in measured:
                    self.values[part, set_, i].append(value)
            self.rows.append((page, measured))

    def keys(self):
        return sorted({(set_, i) for _, set_, i in self.values})

    def score(self, part, set_, i):
        values = self.values.get((part, set_, i))
        return FIGURES[i].of_set(values) if values else None

    def as_json(self):
        out = {"pages": dict(sorted(self.pages.items()))}
        for part in ("all", "work", "check"):
            figures = defaultdict(dict)
            for set_, i in self.keys():
                score = self.score(part, set_, i)
                if score is not None:
                    figures[set_][FIGURES[i].name] = round(score, 4)
            out[part] = figures
        return out


def print_table(scores, split):
    parts = ("all", "work", "check") if split else ("all",)
    print(f"{'set':<12} {'figure':<11} {'pages':>5}" + "".join(f"  {part:<6}" for part in parts))
    for set_, i in scores.keys():
        cells = (scores.score(part, set_, i) for part in parts)
        shown = "".join("  -     " if cell is None else f"  {cell:.4f}" for cell in cells)
        note = ""
        if hasattr(FIGURES[i], "parts"):
            note = "  (precision {:.4f}, recall {:.4f})".format(*FIGURES[i].parts(scores.values["all", set_, i]))
        print(f"{set_:<12} {FIGURES[i].name:<11} {len(scores.values['all', set_, i]):>5}{shown}{note}")


def print_misses(scores, name):
    if all(figure.name != name for figure in FIGURES):
        sys.exit(f"accuracy: no figure is called {name}")
    rows = [(FIGURES[i].of_page(value), page) for page, measured in scores.rows
            for i, value in measured if FIGURES[i].name == name]
    for value, page in sorted(rows):
        if value < LOW:
            print(f"{value:.4f} {page}")


def compare(scores, path):
    """How many figures fell too far below those in the file."""
    with open(path, encoding="utf-8") as file:
        landed = json.load(file)["all"]
    now = scores.as_json()["all"]
    fallen = 0
    for set_, figures in landed.items():
        for name, before in figures.items():
            after = now.get(set_, {}).get(name)
            if after is not None and after < before - DROP:
                print(f"{set_} {name} fell from {before:.4f} to {after:.4f}", file=sys.stderr)
                fallen += 1
    return fallen


def main():
    options = arguments()
    if not os.path.exists(os.path.join(options.dir, "truth.jsonl")):
        print(f"accuracy: no truth.jsonl in {options.dir}", file=sys.stderr)
        return SKIP if options.skip_absent else 2
    corpus = Corpus(options.dir, options.set)
    with Pool(options.jobs) as pool:
        scores = Scores(pool.imap_unordered(score_line, pairs(corpus, options), chunksize=8))
    if options.misses:
        print_misses(scores, options.misses)
    else:
        print_table(scores, options.split)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(scores.as_json(), file, indent=2)
            file.write("\n")
    return 1 if options.compare and compare(scores, options.compare) else 0


if __name__ == "__main__":
    sys.exit(main())
