#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Fails on a function of the library that takes more of the stack than a thread with a small one can spare.

usage: check_stack.py BUILD_ROOT

Reads the .su files that the compiler writes with -fstack-usage.
"""
import pathlib
import sys

import tap

MOST = 4096

# Larger ones, each with its reason and its own bound. None of them calls another one of the list.
LARGER = {
    "byline_write": (4608, "holds the 4 KiB that the sink is given at once"),
    "byline_write_credit": (6144, "the same, and the credit with its agencies"),
    "read_text": (7168, "holds the tokens of one date line, so that reading a date allocates nothing"),
}


def main(build):
    rows = set()
    for path in pathlib.Path(build).glob("libbyline.so*.p/*.su"):
        for line in path.read_text(encoding="utf-8").splitlines():
            place, size, kind = line.split("\t")
            rows.add((place.split(":")[-1], int(size), kind, place.split("/lib/")[-1]))
    if not rows:
        print("1..0 # SKIP this build did not note the stack")
        return
    for name, size, kind, place in sorted(rows, key=lambda row: -row[1]):
        most, reason = LARGER.get(name, (MOST, ""))
        if size > most // 4 or kind == "dynamic":
            tap.check(size <= most and kind != "dynamic", f"{name}() takes {size} bytes of stack", f"{place} {kind} {reason}")
    tap.check(len(rows) > 500, f"{len(rows)} functions seen")
    tap.done()


main(sys.argv[1])
