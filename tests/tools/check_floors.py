#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Fails on an include that goes up a floor, on a dependency's header outside the files that may use it, and on a
type of ours that two files define.

usage: check_floors.py SOURCE_ROOT
"""
import pathlib
import re
import sys

import tap

# A folder of lib, and the folders whose headers its files may include beside its own.
BELOW = {
    "base": [],
    "model": ["base"],
    "grammar": ["base"],
    "page": ["grammar", "base"],
    "evidence": ["page", "grammar", "base"],
    "fields": ["evidence", "page", "grammar", "model", "base"],
    "write": ["model", "grammar", "base"],
}
# parse.c, on top of them all, may include any.

# A dependency's headers, and how many files may know them.
DEPENDENCIES = {"gumbo": 1, "utf8proc": 1, "json-c/": 1, "json.h": 0, "libxml/": 1, "zlib": 0,
                # of the system, but as rare: charset conversion, and tables that are filled once for all threads
                "iconv.h": 1,
                "pthread.h": 2,
                # of the compiler: which memory nobody may touch
                "sanitizer/": 1}

# Headers that the build makes, by their path from lib.
GENERATED = re.compile(r"\w+/\w+_table\.h")

# What else stands between <>: C11's own headers, and ours.
STANDARD = {
    "assert.h", "stdalign.h", "ctype.h", "errno.h", "float.h", "inttypes.h", "limits.h", "math.h", "setjmp.h", "stdarg.h",
    "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "threads.h", "time.h",
}

# A type that is defined here, by its name with our prefix.
TYPE = re.compile(r"^\} (bl_\w+);|^(?:struct|enum) (bl_\w+) \{", re.M)

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def check_file(lib, path, users):
    wrong = []
    floor = path.relative_to(lib).parts[0] if path.parent != lib else None
    for mark, name in includes(path):
        if mark == "<":
            known = [d for d in DEPENDENCIES if name.startswith(d)]
            for dependency in known:
                users[dependency].add(str(path.relative_to(lib)))
            if not known and name not in STANDARD and not name.startswith("byline/"):
                wrong.append(f"<{name}> is neither C11's, nor ours, nor a dependency's")
            continue
        folder = name.split("/")[0]
        if not (lib / name).is_file() and not GENERATED.fullmatch(name):
            wrong.append(f'"{name}" is not written as a path from lib')
        elif floor and folder != floor and folder not in BELOW.get(floor, []):
            wrong.append(f'"{name}" is not below {floor}')
    return wrong


def main(root):
    lib = pathlib.Path(root, "lib")
    users = {dependency: set() for dependency in DEPENDENCIES}
    for path in sorted([*lib.rglob("*.[ch]"), *lib.rglob("*.def")]):
        wrong = check_file(lib, path, users)
        tap.check(not wrong, f"includes of {path.relative_to(lib)}", "\n".join(wrong))
    homes = {}
    for path in sorted(lib.rglob("*.[ch]")):
        for match in TYPE.finditer(path.read_text(encoding="utf-8")):
            homes.setdefault(match.group(1) or match.group(2), []).append(str(path.relative_to(lib)))
    for name, files in homes.items():
        tap.check(len(files) == 1, f"{name} is defined in one place", ", ".join(files))
    for dependency, most in DEPENDENCIES.items():
        tap.check(len(users[dependency]) <= most, f"{dependency} is known to {most} file(s) at most",
                  ", ".join(sorted(users[dependency])))
    for path in sorted(pathlib.Path(root, "include", "byline").glob("*.h")):
        strange = [name for mark, name in includes(path)
                   if mark != "<" or not (name.startswith("byline/") or name in STANDARD)]
        tap.check(not strange, f"public header {path.name} includes nothing of a dependency", ", ".join(strange))
    tap.done()


main(sys.argv[1])
