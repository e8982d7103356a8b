#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Every page of the cases, and of the corpora that may lie beside the checkout, in the field's standards: NITF must be
well-formed XML, ninjs JSON, and both valid against IPTC's schemas where those lie there too.

usage: run_standards.py SOURCE_ROOT COMMAND VALIDATE
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

import record
import tap

NAMESPACE = "{http://iptc.org/std/NITF/2006-10-18/}"
PART = 300  # pages a run
NO_SCHEMAS = 77  # exit status of a VALIDATE whose libxml2 knows none
SHOWN = 20  # faults of a run


def nitf_faults(text, count):
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


def validate_nitf(program, schema, text, name):
    run = subprocess.run([program, schema], input=text, capture_output=True)
    if run.returncode == NO_SCHEMAS:
        tap.skip(f"{name}: valid NITF", "this libxml2 knows no schemas")
    else:
        tap.check(run.returncode == 0, f"{name}: valid NITF", run.stdout.decode("utf-8", "replace")[:5000])


def without_geography(node):
    """The schema without its reference to another one, for what we never write."""
    if isinstance(node, dict):
        return {} if node.get("$ref", "").startswith("https://") else {k: without_geography(v) for k, v in node.items()}
    return [without_geography(part) for part in node] if isinstance(node, list) else node


def ninjs_validator(path):
    """A function that gives the faults of an object; None where it cannot be checked."""
    check = getattr(record.jsonschema, "Draft202012Validator", None)
    if not check or not path.is_file():
        return None
    validator = check(without_geography(json.loads(path.read_text(encoding="utf-8"))),
                      format_checker=record.jsonschema.FormatChecker())
    return lambda got: [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(got)]


def ninjs_faults(text, count, validate):
    objects = re.split(rb"(?<=\n\})\n", text)
    if len(objects) != count + 1 or objects[-1]:
        yield f"{len(objects) - 1} objects for {count} pages"
    for number, part in enumerate(objects[:-1]):
        try:
            got = record.loads(part)
        except ValueError as error:
            yield f"object {number}: {error}"
            continue
        yield from (f"object {number}: {fault}" for fault in (validate(got) if validate else []))


def write(command, form, paths):
    run = subprocess.run([command, "--format", form, "--jobs", str(os.cpu_count() or 1), *map(str, paths)],
                         capture_output=True)
    return run.stdout, [f"exit status {run.returncode}: {run.stderr[-3000:]!r}"] if run.returncode or run.stderr else []


def main(root, command, program):
    root = pathlib.Path(root).resolve()
    shared = root.parent / "shared"
    nitf_schema = shared / "schemas" / "nitf-3-6.xsd"
    validate = ninjs_validator(shared / "schemas" / "ninjs-schema_3.1.json")
    parts = [("cases", sorted(root.glob("tests/cases/*/page.*")))]
    corpus = sorted((shared / "corpus" / "pages").rglob("*.html.gz"))
    parts += [(f"pages {i + 1} to {i + len(corpus[i:i + PART])}", corpus[i:i + PART]) for i in range(0, len(corpus), PART)]
    for name, paths in parts:
        text, wrong = write(command, "nitf", paths)
        wrong += nitf_faults(text, len(paths))
        tap.check(not wrong, f"{name}: well-formed NITF", "\n".join(wrong[:SHOWN]))
        if nitf_schema.is_file():
            validate_nitf(program, nitf_schema, text, name)
        else:
            tap.skip(f"{name}: valid NITF", "the schema is not beside the checkout")
        text, wrong = write(command, "ninjs", paths)
        wrong += ninjs_faults(text, len(paths), validate)
        tap.check(not wrong, f"{name}: {'valid' if validate else 'well-formed'} ninjs", "\n".join(wrong[:SHOWN]))
        if not validate:
            tap.skip(f"{name}: valid ninjs", "the schema, or a jsonschema that knows its draft, is not there")
    if not corpus:
        tap.skip("pages of the corpora", "they are not beside the checkout")
    tap.done()


main(*sys.argv[1:])
