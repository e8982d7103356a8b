#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Of several models' log odds take for each row those of the model that has not seen its site.

usage: unseen.py LABELS.bin ODDS.0 ODDS.1 ... > ODDS
ODDS.n are of the model that left out the parts which leave n when divided by the number of models.
"""
import array
import sys


def floats(path):
    with open(path, "rb") as file:
        return array.array("f", file.read())


def main():
    labels, odds = floats(sys.argv[1]), [floats(path) for path in sys.argv[2:]]
    parts = labels[3::4]
    array.array("f", (odds[int(p) % len(odds)][i] for i, p in enumerate(parts))).tofile(sys.stdout.buffer)


main()
