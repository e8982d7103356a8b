#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Turns body_first.def and body_second.def into constant C tables.

usage: body_model.py FIRST.def SECOND.def TARGET.h

A tree asks whether a feature reaches a threshold. All thresholds of one feature, in order, are its cuts, and how many
of them it reaches is its rank: then a tree asks for the rank alone, a byte. Each look has a column for each feature
that its trees ask for.
"""
import re
import struct
import sys

QUESTIONS = 7


def value(text):
    """What a float of C makes of it."""
    return struct.unpack("f", struct.pack("f", float(text)))[0]


def read(path):
    rows = re.findall(r"^TREE3\((.*)\)$", open(path, encoding="utf-8").read(), re.M)
    return [[item.strip() for item in row.split(",")] for row in rows]


def tables(name, trees):
    """The columns, cuts and trees of one look."""
    cuts = {}
    for tree in trees:
        for i in range(QUESTIONS):
            cuts.setdefault(tree[2 * i], set()).add(value(tree[2 * i + 1]))
    cuts = {feature: sorted(found) for feature, found in cuts.items()}
    column = {feature: number for number, feature in enumerate(cuts)}
    if len(column) > 255 or max(map(len, cuts.values())) > 255:
        sys.exit("more columns or cuts than a byte can number")
    lines = ["enum { %s_COLUMNS = %d };" % (name.upper(), len(column))]
    lines.append("static const float %s_cuts[] = {" % name)
    lines += ["    %s," % ", ".join("%.9g" % cut for cut in found) for found in cuts.values()]
    lines += ["};", "static const column %s_columns[] = {" % name]
    start = 0
    for feature, found in cuts.items():
        lines.append("    {BL_F_%s, %d, %d}," % (feature, start, len(found)))
        start += len(found)
    lines += ["};", "static const tree %s_trees[] = {" % name]
    for tree in trees:
        features, thresholds, votes = tree[0 : 2 * QUESTIONS : 2], tree[1 : 2 * QUESTIONS : 2], tree[2 * QUESTIONS :]
        ranks = ["0x%08X" % (0x01010101 * (cuts[f].index(value(t)) + 1)) for f, t in zip(features, thresholds)]
        numbers = [column[f] for f in features]
        lines.append("    {{%s}, {%s}, {%s}}," % tuple(", ".join(map(str, items)) for items in (numbers, ranks, votes)))
    return lines + ["};"]


def main():
    first, second, target = sys.argv[1:]
    lines = ["/* Made by body_model.py. */"] + tables("first", read(first)) + tables("second", read(second))
    open(target, "w", encoding="utf-8").write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
