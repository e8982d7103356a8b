#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Every page of the corpora through the command: none may fail, every line must be a valid record.

usage: run_corpus.py SOURCE_ROOT COMMAND

The corpora lie beside the checkout; without them this is skipped.
"""
import os
import pathlib
import subprocess
import sys

import record
import tap

PART = 200  # pages a run


def main(root, command):
    pages = pathlib.Path(root).resolve().parent / "shared" / "corpus" / "pages"
    paths = sorted(pages.rglob("*.html.gz"))
    if not paths:
        tap.skip_all("the corpora are not beside the checkout")
    validate = record.validator(root) or (lambda got: "")
    jobs = str(os.cpu_count() or 1)
    for start in range(0, len(paths), PART):
        part = paths[start:start + PART]
        run = subprocess.run([command, "--format", "jsonl", "--explain", "--jobs", jobs, *map(str, part)], capture_output=True)
        wrong = [f"exit status {run.returncode}"] if run.returncode else []
        if run.returncode:
            wrong.append(run.stderr.decode("utf-8", "replace")[-3000:])
        lines = run.stdout.split(b"\n")[:-1]
        if len(lines) != len(part):
            wrong.append(f"{len(lines)} lines for {len(part)} pages")
        for path, line in zip(part, lines):
            try:
                got = record.loads(line)
            except ValueError as error:
                wrong.append(f"{path.name}: {error}")
                continue
            if got.get("file") != str(path):
                wrong.append(f"{path.name}: the line is of {got.get('file')}")
            fault = validate(got)
            if fault:
                wrong.append(f"{path.name}: {fault}")
        tap.check(not wrong, f"pages {start + 1} to {start + len(part)}", "\n".join(wrong))
    tap.done()


main(*sys.argv[1:])
