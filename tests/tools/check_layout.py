#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Fails where a member of a public struct has moved, or a number of an enum has changed: programs that were built before
would read the wrong bytes. tests/layout.txt is what they count on; docs/guide.md says what is promised.

usage: check_layout.py SOURCE_ROOT           compare
       check_layout.py SOURCE_ROOT --write   take the headers as they are: the soversion has changed, or a
                                             new member took the place of a reserved one
"""
import pathlib
import re
import sys

import tap

TYPE = re.compile(r"^typedef (struct|enum) (\w+) \{\n(.*?)^\} \w+;", re.M | re.S)


def members_of(kind, body):
    """Each member as it is declared, each number as it is written."""
    body = re.sub(r"/\*.*?\*/", "", body, flags=re.S)
    parts = body.split(";" if kind == "struct" else ",")
    return [" ".join(part.split()) for part in parts if part.strip()]


def layout_of(root):
    """The name of each public type with its members, in the order of the names."""
    found = {}
    for header in root.glob("include/byline/*.h"):
        for kind, name, body in TYPE.findall(header.read_text(encoding="utf-8")):
            found[f"{kind} {name}"] = members_of(kind, body)
    return dict(sorted(found.items()))


def read_list(path):
    listed, name = {}, None
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("    "):
            listed[name].append(row.strip())
        elif row:
            name = row
            listed[name] = []
    return listed


def main(root, write=None):
    root = pathlib.Path(root)
    path, layout = root / "tests" / "layout.txt", layout_of(root)
    if write == "--write":
        path.write_text("".join("\n".join([name, *(f"    {m}" for m in members)]) + "\n" for name, members in layout.items()),
                        encoding="utf-8")
        return
    listed = read_list(path)
    for name in sorted(set(listed) | set(layout)):
        old, new = listed.get(name, []), layout.get(name, [])
        moved = [f"was: {m}" for m in old if m not in new] if new[:len(old)] != old else []
        tap.check(new[:len(old)] == old, f"{name} has its members where they were", "\n".join(moved or ["the order changed"]))
        tap.check(len(new) <= len(old) or new[:len(old)] != old, f"tests/layout.txt lists all of {name}",
                  "add:\n" + "\n".join(f"    {m}" for m in new[len(old):]))
    tap.done()


main(*sys.argv[1:])
