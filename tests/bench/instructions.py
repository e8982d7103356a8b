#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Count the instructions of each stage with callgrind, and compare them with the landed counts.

usage: instructions.py [--write] [--landed JSON] BENCH [PAGE]...

A clock differs from run to run; a count of instructions hardly does. It does differ with compiler and
libraries, so the landed counts name those they were taken with, and elsewhere this check says so and skips.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIP = 77
RISE = 0.03  # a stage may take this much more before the check fails
LEAST = 0.01  # a stage below this share of the whole is not looked at

# The functions that begin a stage. What a stage calls counts for it, so they do not add up.
STAGES = {
    "decode": "bl_charset_decode",
    "skim": "bl_skim",
    "build": "bl_build",
    "gumbo": "gumbo_parse_with_options",
    "evidence": "bl_evidence_collect",
    "fields": "bl_decide",
    "write": "byline_write",
    "whole": "bench_page",
}

# glibc picks its string functions by the processor; with these off, the plain ones of x86-64.
PLAIN = ("glibc.cpu.hwcaps=-AVX2,-AVX,-AVX512F,-AVX512VL,-AVX512BW,-EVEX,-BMI1,-BMI2,-ERMS,-FSRM,-RTM,-SSE4_2,-SSE4_1,"
         "-SSSE3,-MOVBE,-LZCNT,-AVX_Fast_Unaligned_Load,-Fast_Unaligned_Copy")


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("bench")
    p.add_argument("pages", nargs="*", help="files or folders; the generated pages without any")
    p.add_argument("--landed", default=str(ROOT / "docs" / "performance.json"))
    p.add_argument("--write", action="store_true", help="make the counts of this run the landed ones")
    return p.parse_args()


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "none"


def taken_with(bench):
    """What the counts depend on."""
    build = pathlib.Path(bench).resolve().parents[2] / "meson-info"
    marks = re.findall(r"\]\s+(.+)", output_of("readelf", "-p", ".comment", bench))
    compiler = marks[-1].strip() if marks else "?"
    options = json.loads((build / "intro-buildoptions.json").read_text(encoding="utf-8"))
    level = next(o["value"] for o in options if o["name"] == "optimization")
    versions = {name: output_of("pkg-config", "--modversion", name)
                for name in ("gumbo", "libxml-2.0", "json-c", "libutf8proc")}
    return {"machine": platform.machine(), "compiler": f"{compiler}, -O{level}", "libc": " ".join(platform.libc_ver()), **versions}


def count(bench, pages):
    """Instructions of each stage, what it calls included."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind.out")
        environment = {**os.environ, "GLIBC_TUNABLES": PLAIN}
        subprocess.run(["valgrind", "--quiet", "--tool=callgrind", "--callgrind-out-file=" + out, bench, "--once", *pages],
                       check=True, env=environment, stdout=subprocess.DEVNULL)
        table = output_of("callgrind_annotate", "--inclusive=yes", "--threshold=100", "--show-percs=no", out)
    counts = {}
    for stage, function in STAGES.items():
        found = re.search(r"^\s*([\d,]+)\s+\S*:%s(?:'\d+)?(?: \[|$)" % re.escape(function), table, re.M)
        if found:
            counts[stage] = int(found.group(1).replace(",", ""))
    return counts


def compare(landed, counts):
    """How many stages take more than they may."""
    risen = 0
    for stage, before in landed.items():
        after = counts.get(stage)
        if after is None:
            print(f"{stage}: not counted")
            continue
        change = after / before - 1
        bad = change > RISE and after > LEAST * counts.get("whole", after)
        risen += bad
        print(f"{stage:<10} {before:>14,} {after:>14,} {100 * change:>+7.2f} %{'  <- too much' if bad else ''}")
    return risen


def main():
    options = arguments()
    if not shutil.which("valgrind") or not shutil.which("callgrind_annotate"):
        print("skipped: valgrind is not here")
        return SKIP
    path = pathlib.Path(options.landed)
    landed = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    here = taken_with(options.bench)
    before = landed.get("instructions")
    if not options.write and (not before or before["taken_with"] != here):
        there = before and before["taken_with"]
        print(f"skipped: the landed counts were taken with {there}, here is {here}")
        return SKIP
    counts = count(options.bench, options.pages)
    if options.write:
        landed["instructions"] = {"taken_with": here, "stages": counts}
        path.write_text(json.dumps(landed, indent=2) + "\n", encoding="utf-8")
        print(json.dumps(counts, indent=2))
        return 0
    return 1 if compare(before["stages"], counts) else 0


if __name__ == "__main__":
    sys.exit(main())
