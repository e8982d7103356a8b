#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Compiles each public header alone, as strictly as a user might, as C11 and as C++17.

usage: check_headers.py SOURCE_ROOT CC [CXX]
"""
import pathlib
import shlex
import subprocess
import sys
import tempfile

import tap

STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-Wshadow", "-fsyntax-only"]
LANGUAGES = [("C11", "c", "-std=c11", []), ("C++17", "cpp", "-std=c++17", ["-Wold-style-cast"])]


def main(root, cc, cxx=""):
    include = pathlib.Path(root, "include")
    with tempfile.TemporaryDirectory() as folder:
        for header in sorted(include.glob("byline/*.h")):
            for (language, ending, standard, more), compiler in zip(LANGUAGES, (cc, cxx)):
                name = f"{header.name} alone as {language}"
                if not compiler:
                    tap.skip(name, "no compiler for it")
                    continue
                source = pathlib.Path(folder, f"alone.{ending}")
                source.write_text(f"#include <byline/{header.name}>\n#include <byline/{header.name}>\n")
                run = subprocess.run([*shlex.split(compiler), standard, *STRICT, *more, f"-I{include}", str(source)],
                                     capture_output=True, text=True)
                tap.check(run.returncode == 0, name, run.stderr)
    tap.done()


main(*sys.argv[1:])
