#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Time byline and its peers on the same pages in one run, score what they give, and print one table.

DIR is a folder as tests/tools/accuracy.py takes it (truth.jsonl, pages/ID.html.gz), or one of pages only, which are
timed and not scored.
"""
import argparse
import gzip
import json
import os
import pathlib
import statistics
import sys
from types import SimpleNamespace

from blocks import record_of
from driver import Driver
from install import TREE, install
from table import print_table

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tools"))
import accuracy  # noqa: E402

WARM_PAGES = 20  # read by each before the clock counts
SECONDS = 20     # a page that takes longer has failed
SETS = "fundus,aeb"
FIELDS = {"headline": "headline", "authors": "authors", "day": "published"}  # by the figure that needs them


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("dir", metavar="DIR", nargs="?", type=pathlib.Path, default=pathlib.Path("../shared/corpus"))
    p.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build-release"), help="where byline was built")
    p.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build-peers"), help="where peers are put")
    p.add_argument("--set", default=SETS, help=f"only these sets of DIR ({SETS}); all takes every page")
    p.add_argument("--peers", help="only these, by their names in the table; byline is always there")
    p.add_argument("--rounds", type=int, default=3, help="how often each page is read (3)")
    p.add_argument("--json", metavar="OUT", help="write the figures to a file")
    return p.parse_args()


def page_paths(folder, sets):
    """Id and file of each page."""
    if not (folder / "truth.jsonl").exists():
        return {str(p.relative_to(folder)): p for p in sorted(folder.rglob("*.htm*"))}
    pages = {}
    with open(folder / "truth.jsonl", encoding="utf-8") as file:
        for truth in map(json.loads, file):
            if sets == "all" or truth["set"] in sets.split(","):
                pages[truth["id"]] = folder / "pages" / f"{truth['id']}.html.gz"
    return pages


def unpack(pages, folder):
    """A plain file of each page, so that nobody's time has the unpacking in it."""
    plain = {}
    for number, (page, path) in enumerate(pages.items()):
        target = folder / f"{number}.html"
        data = path.read_bytes()
        target.write_bytes(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
        plain[page] = str(target.resolve())
    return plain


class Contest:
    """Every peer on every page, one page after the other, so that what else the machine does hits all alike."""

    def __init__(self, peers, folder):
        self.folder = folder
        self.cpu = max(os.sched_getaffinity(0))
        self.log = open(folder / "drivers.log", "w", encoding="utf-8")
        self.turn = 0
        self.drivers = {}
        for peer in peers:
            try:
                self.drivers[peer.name] = Driver(peer, self.cpu, self.log)
            except OSError as reason:
                print(f"peers: {peer.name} cannot be run: {reason}", file=sys.stderr)
        self.times = {name: {} for name in self.drivers}
        self.records = {name: {} for name in self.drivers}
        self.failed = {name: {} for name in self.drivers}

    def read(self, page, path, counts):
        names = list(self.drivers)
        self.turn += 1
        first = self.turn % len(names)  # nobody always begins
        for name in names[first:] + names[:first]:
            if page in self.failed[name]:
                continue
            answer = self.drivers[name].ask(path, SECONDS)
            if "error" in answer:
                self.failed[name][page] = answer["error"]
            elif counts:
                self.times[name].setdefault(page, []).append(answer["ms"])
                self.records[name].setdefault(page, record_of(page, answer["record"]))

    def run(self, pages, rounds):
        for page in list(pages)[:WARM_PAGES]:
            self.read(page, pages[page], counts=False)
        for number in range(rounds):
            print(f"peers: round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            for page, path in pages.items():
                self.read(page, path, counts=True)
        for driver in self.drivers.values():
            driver.note_peak()
            driver.stop()

    def write_records(self, name):
        path = self.folder / "records" / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            for record in self.records[name].values():
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        return path

    def write_failures(self):
        with open(self.folder / "failed.txt", "w", encoding="utf-8") as file:
            for name, pages in self.failed.items():
                file.writelines(f"{name}\t{page}\t{' '.join(reason.split())}\n" for page, reason in pages.items())


def speed(contest, name):
    """The figures of one peer's time and memory; its ratio is over the pages that both it and byline answered."""
    typical = {page: statistics.median(times) for page, times in contest.times[name].items()}
    own = {page: statistics.median(times) for page, times in contest.times["byline"].items() if page in typical}
    driver, times = contest.drivers[name], list(typical.values()) or [float("nan")]
    mean = statistics.fmean(times)
    return {
        "peer": name, "version": driver.peer.version, "gives": driver.peer.gives, "mean": mean,
        "median": statistics.median(times), "per_second": 1000 / mean,
        "ratio": sum(typical[page] for page in own) / sum(own.values()) if own else float("nan"),
        "peak_mb": driver.peak_kb / 1024, "grown_mb": (driver.peak_kb - driver.start_kb) / 1024,
        "failed": len(contest.failed[name]),
    }


def scores(folder, sets, records, path):
    """Score by set and figure, as accuracy.py gives them, without those of fields that the peer never gives."""
    lacks = {figure for figure, field in FIELDS.items() if not any(record.get(field) for record in records)}
    out = {}
    for set_ in sets:
        corpus = accuracy.Corpus(folder, set_)
        results = map(accuracy.score_line, accuracy.pairs(corpus, SimpleNamespace(predicted=str(path))))
        for figure, value in accuracy.Scores(results).as_json()["all"][set_].items():
            if figure not in lacks:
                out[set_, figure] = value
    return out


def main():
    options = arguments()
    pages = page_paths(options.dir, options.set)
    if not pages:
        sys.exit(f"peers: no pages in {options.dir}")
    plain = options.folder / "pages"
    plain.mkdir(parents=True, exist_ok=True)
    peers = install(options.build, options.folder.resolve())
    if options.peers:
        peers = [peer for peer in peers if peer.name in ["byline", *options.peers.split(",")]]
    contest = Contest(peers, options.folder)
    if "byline" not in contest.drivers:
        sys.exit("peers: byline itself is missing")
    files = unpack(pages, plain)
    contest.run(files, options.rounds)
    contest.write_failures()
    rows = sorted((speed(contest, name) for name in contest.drivers), key=lambda row: row["mean"])
    sets = sorted({page.split("/")[0] for page in pages}) if (options.dir / "truth.jsonl").exists() else []
    for row in rows:
        path = contest.write_records(row["peer"])
        row["scores"] = scores(options.dir, sets, contest.records[row["peer"]].values(), path) if row["gives"] != TREE else {}
    size = statistics.fmean(os.path.getsize(path) for path in files.values())
    print_table(rows, len(pages), size, options.rounds, sets)
    if options.json:
        for row in rows:
            row["scores"] = {" ".join(key): value for key, value in row["scores"].items()}
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
