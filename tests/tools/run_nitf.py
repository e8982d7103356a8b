#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Every page of the cases, and of the corpora that may lie beside the checkout, as NITF: each document must be
well-formed, and valid against IPTC's schema where that lies there too.

usage: run_nitf.py SOURCE_ROOT COMMAND VALIDATE
"""
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

import tap

NAMESPACE = "{http://iptc.org/std/NITF/2006-10-18/}"
PART = 300  # pages a run
NO_SCHEMAS = 77  # exit status of a VALIDATE whose libxml2 knows none


def faults(text, count):
    documents = re.split(rb"(?=<\?xml )", text)[1:]
    if len(documents) != count:
        yield f"{len(documents)} documents for {count} pages"
    for number, document in enumerate(documents):
        try:
            root = tree.fromstring(document)
        except tree.ParseError as error:
            yield f"document {number}: {error}"
            continue
        if root.tag != NAMESPACE + "nitf" or root.find(NAMESPACE + "body") is None:
            yield f"document {number} is no NITF"


def validate(program, schema, text, name):
    run = subprocess.run([program, schema], input=text, capture_output=True)
    if run.returncode == NO_SCHEMAS:
        tap.skip(f"{name}: valid", "this libxml2 knows no schemas")
    else:
        tap.check(run.returncode == 0, f"{name}: valid", run.stdout.decode("utf-8", "replace")[:5000])


def main(root, command, program):
    root = pathlib.Path(root).resolve()
    shared = root.parent / "shared"
    schema = shared / "schemas" / "nitf-3-6.xsd"
    jobs = str(os.cpu_count() or 1)
    parts = [("cases", sorted(root.glob("tests/cases/*/page.*")))]
    corpus = sorted((shared / "corpus" / "pages").rglob("*.html.gz"))
    parts += [(f"pages {i + 1} to {i + len(corpus[i:i + PART])}", corpus[i:i + PART]) for i in range(0, len(corpus), PART)]
    for name, paths in parts:
        run = subprocess.run([command, "--format", "nitf", "--jobs", jobs, *map(str, paths)], capture_output=True)
        wrong = [f"exit status {run.returncode}: {run.stderr[-3000:]!r}"] if run.returncode or run.stderr else []
        wrong += faults(run.stdout, len(paths))
        tap.check(not wrong, f"{name}: well-formed", "\n".join(wrong[:20]))
        if schema.is_file():
            validate(program, schema, run.stdout, name)
        else:
            tap.skip(f"{name}: valid", "the schema is not beside the checkout")
    if not corpus:
        tap.skip("pages of the corpora", "they are not beside the checkout")
    tap.done()


main(*sys.argv[1:])
