#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Fails where the shared library exports other names than tests/exports.txt lists, or the headers declare others.

usage: check_exports.py SOURCE_ROOT LIBRARY NM
"""
import pathlib
import re
import subprocess
import sys

import tap


def main(root, library, nm):
    listed = set(pathlib.Path(root, "tests", "exports.txt").read_text(encoding="utf-8").split())
    rows = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    exported = {row.split()[-1].split("@")[0] for row in rows.splitlines()}
    headers = "".join(p.read_text(encoding="utf-8") for p in pathlib.Path(root, "include", "byline").glob("*.h"))
    declared = {re.search(r"(\w+)\(", part).group(1) for part in re.findall(r"^BYLINE_API [^;]*;", headers, re.M)}
    tap.check(not exported - listed, "nothing is exported that is not listed", sorted(exported - listed))
    tap.check(not listed - exported, "all that is listed is exported", sorted(listed - exported))
    tap.check(declared == listed, "the headers declare what is listed", sorted(declared ^ listed))
    tap.done()


main(*sys.argv[1:])
