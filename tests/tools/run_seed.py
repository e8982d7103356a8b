#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""The article that started the project, as HTML and as text, must give every field of its record.

usage: run_seed.py SOURCE_ROOT COMMAND

It lies in the corpora beside the checkout; without them this is skipped.
"""
import json
import pathlib
import sys

import record
import tap


def main(root, command):
    seed = pathlib.Path(root).resolve().parent / "shared" / "seed"
    if not (seed / "expected.json").is_file():
        tap.skip_all("the corpora are not beside the checkout")
    want = json.loads((seed / "expected.json").read_text(encoding="utf-8"))
    for name in ("article.html", "article.txt"):
        got = record.loads(record.run(command, seed / name).stdout)
        for field, value in want.items():
            wrong = record.differences({field: value}, got)
            tap.check(not wrong, f"{name} gives {field}", "\n".join(wrong))
    tap.done()


main(*sys.argv[1:])
