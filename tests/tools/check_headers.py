#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Compiles each public header alone, as strictly as a user might, as C11 and as C++17; and holds its comments to the
form that CONTRIBUTING.md asks for.

usage: check_headers.py SOURCE_ROOT CC [CXX]
"""
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import tap

STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-Wshadow", "-fsyntax-only"]
LANGUAGES = [("C11", "c", "-std=c11", []), ("C++17", "cpp", "-std=c++17", ["-Wold-style-cast"])]


FUNCTION = re.compile(r"^(?:/\*\*((?:(?!\*/).)*)\*/\n)?BYLINE_API [^;]*?(\w+)\(([^;]*)\);", re.S | re.M)
TYPE = re.compile(r"(/\*\*(?:(?!\*/).)*\*/\n)?typedef [^;{]*?(\w+)(?: \{|;|\)\()", re.S)


def faults_of_function(comment, name, parameters):
    """What its comment lacks. One of a single line is for functions of one parameter at most."""
    if not comment:
        return [f"{name} has no comment"]
    names = [p.split()[-1].lstrip("*") for p in parameters.split(",") if p.strip() != "void"]
    named = set(", ".join(re.findall(r"^ \* (\w+(?:, \w+)*)  ", comment, re.M)).split(", "))
    said = names[:1] if "\n" not in comment else [n for n in names if n in named]
    return [f"{name} says nothing of {n}" for n in names if n not in said] + [
        f"{name} does not say: {word}" for word in ("Threads", "Errors", "Since") if word not in comment]


def check_comments(header):
    text = header.read_text(encoding="utf-8")
    functions = FUNCTION.findall(text)
    found = [fault for function in functions for fault in faults_of_function(*function)]
    found += [f"{name} has no comment" for comment, name in TYPE.findall(text) if not comment]
    if len(functions) != text.count("\nBYLINE_API "):
        found.append("a function is declared in a form that this check does not read")
    tap.check(not found, f"{header.name} says of each function what it takes, on which threads, what fails, since when",
              "\n".join(found))


def main(root, cc, cxx=""):
    include = pathlib.Path(root, "include")
    for header in sorted(include.glob("byline/*.h")):
        check_comments(header)
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
