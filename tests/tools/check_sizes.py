#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Fails on a file or a function that has grown past what one can read, and on a file without its licence.

usage: check_sizes.py SOURCE_ROOT
"""
import pathlib
import re
import sys

import tap

FILE_LINES = 500
FUNCTION_LINES = 70  # 60 is the aim; a table-like switch may be longer
TEST_FUNCTION_LINES = 90  # such a test may hold a small table of examples; a large one stands outside
COLUMNS = 120  # as .clang-format lays out
TEST_COLUMNS = 140  # a line of a table of examples reads better unbroken

TABLES = {".def"}  # data, as long as the world has it
SCRIPTS = ("*.py", "*.sh", "meson.build", "dev")


def functions(lines):
    """Name and length of each function: its brace stands alone at the start of a line."""
    start = None
    for number, line in enumerate(lines):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            name = next((m.group(1) for row in reversed(lines[max(0, start - 5):start])
                         if (m := re.match(r"(\w+)\(", row))), "?")
            yield name, number - start + 1
            start = None


def scripts(root):
    """Those that belong to the project: not what stands in build folders."""
    for pattern in SCRIPTS:
        for path in sorted(root.rglob(pattern)):
            if not path.relative_to(root).parts[0].startswith(("build", "subprojects", ".")):
                yield path


def main(root):
    root = pathlib.Path(root)
    for folder in ("lib", "include", "examples", "tests"):
        for path in sorted([*root.joinpath(folder).rglob("*.[ch]"), *root.joinpath(folder).rglob("*.def")]):
            name = path.relative_to(root)
            lines = path.read_text(encoding="utf-8").split("\n")
            wrong = []
            tests = folder == "tests"
            columns, most = (TEST_COLUMNS, TEST_FUNCTION_LINES) if tests else (COLUMNS, FUNCTION_LINES)
            if path.suffix not in TABLES:
                if len(lines) > FILE_LINES + 1:
                    wrong.append(f"{len(lines)} lines")
                wrong += [f"{f}() has {n} lines" for f, n in functions(lines) if n > most]
                wrong += [f"line {i + 1} has {len(row)} columns" for i, row in enumerate(lines) if len(row) > columns]
            if "SPDX-License-Identifier: MIT" not in lines[0]:
                wrong.append("no licence in the first line")
            wrong += [f"line {i + 1} ends in white space" for i, row in enumerate(lines) if row.rstrip() != row]
            tap.check(not wrong, f"size and form of {name}", "\n".join(wrong))
    for path in scripts(root):
        first = "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:2])
        tap.check("SPDX-License-Identifier: MIT" in first, f"{path.relative_to(root)} names its licence")
    tap.done()


main(sys.argv[1])
