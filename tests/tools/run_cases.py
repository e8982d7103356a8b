#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Runs every case folder through the command and compares what its expect.json names.

usage: run_cases.py SOURCE_ROOT COMMAND [NAME]...

A case is a folder of tests/cases: page.html or page.txt, expect.json (the members that count; null is absent),
why.md (the one point it makes), and where needed options: further arguments, one a line.
Every output is validated against docs/article.schema.json too.
"""
import json
import pathlib
import sys

import record
import tap


def run_case(command, folder, validate):
    pages = [p for p in (folder / "page.html", folder / "page.txt") if p.is_file()]
    if len(pages) != 1 or not (folder / "why.md").is_file():
        return ["a case has one page.html or page.txt, and a why.md"]
    options = folder / "options"
    more = options.read_text(encoding="utf-8").split("\n")[:-1] if options.is_file() else []
    run = record.run(command, *more, pages[0])
    if run.returncode != 0:
        return [f"exit status {run.returncode}", run.stderr.decode("utf-8", "replace")]
    got = record.loads(run.stdout)
    want = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    found = record.differences(want, got)
    lost = sorted({name.split(".")[0] for name in got.get("origins", {})} - {name for name, value in got.items() if value not in ("", [])})
    found += [f"an origin of what is not there: {name}" for name in lost]
    if validate:
        found += filter(None, [validate(got)])
    for form in ("text", "jsonl"):
        other = record.run(command, *more, "--format", form, pages[0])
        if other.returncode != 0:
            found.append(f"--format {form}: exit status {other.returncode}")
        other.stdout.decode("utf-8")
        if form == "jsonl":
            same = record.loads(other.stdout)
            same.pop("file")
            found += ["json and jsonl differ"] if same != got else []
    return found


def main(root, command, *names):
    validate = record.validator(root)
    cases = pathlib.Path(root, "tests", "cases")
    for folder in sorted(p for p in cases.iterdir() if p.is_dir() and (not names or p.name in names)):
        try:
            found = run_case(command, folder, validate)
        except (ValueError, OSError) as error:
            found = [repr(error)]
        tap.check(not found, f"case {folder.name}", "\n".join(found))
    if not validate:
        tap.skip("the outputs fit the schema", "python3-jsonschema is not installed")
    tap.done()


main(*sys.argv[1:])
