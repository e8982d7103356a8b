#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Adds up the checks of every test in the given build folders.

usage: summary.py BUILD...

Prints what failed and why, then one line: N passed, N failed, N skipped. A program that ends badly without
naming a failed check counts as one failure.
"""
import json
import pathlib
import re
import sys

TAP = re.compile(r"^(ok|not ok) \d+(?: - (.*?))?(# SKIP.*)?$", re.M)
TAP_SKIP_ALL = re.compile(r"^1\.\.0 # SKIP (.*)$", re.M)
CMOCKA_OK = re.compile(r"^\[       OK \]", re.M)
CMOCKA_BAD = re.compile(r"^\[  (?:FAILED|ERROR)   ?\] (\w+)$", re.M)
CMOCKA_SKIP = re.compile(r"^\[  SKIPPED \] (\w+)$", re.M)


def tally(test):
    """Passed, names of the failed, reasons of the skipped."""
    out = test.get("stdout", "")
    text = out + "\n" + test.get("stderr", "")
    result = test["result"]
    passed, failed, skipped = len(CMOCKA_OK.findall(text)), sorted(set(CMOCKA_BAD.findall(text))), []
    skipped += sorted(set(CMOCKA_SKIP.findall(text)))
    for verdict, name, skip in TAP.findall(out):
        if skip:
            skipped.append(f"{name.strip()} {skip[7:]}")
        elif verdict == "ok":
            passed += 1
        else:
            failed.append(name)
    skipped += TAP_SKIP_ALL.findall(out)
    if result == "SKIP" and not skipped:
        skipped.append(text.strip() or "skipped")
    if result not in ("OK", "SKIP", "EXPECTEDFAIL") and not failed:
        failed.append(f"ended with {result}")
    if result == "OK" and not passed and not failed and not skipped:
        passed = 1
    return passed, failed, skipped


def main(builds):
    totals = [0, 0, 0]
    for build in builds:
        logs = sorted(pathlib.Path(build, "meson-logs").glob("testlog*.json"))
        if not logs:
            print(f"FAILED {build}: its tests did not run")
            totals[1] += 1
        for line in (line for log in logs for line in log.read_text(encoding="utf-8").splitlines()):
            test = json.loads(line)
            passed, failed, skipped = tally(test)
            totals = [totals[0] + passed, totals[1] + len(failed), totals[2] + len(skipped)]
            name = f"{build}: {test['name']}"
            for why in skipped:
                print(f"skipped {name}: {why}")
            for what in failed:
                print(f"FAILED {name}: {what}")
            if failed:
                print("\n".join("    " + row for row in (test.get("stdout", "") + test.get("stderr", "")).splitlines()
                                if not row.startswith("ok "))[-6000:])
    print(f"{totals[0]} passed, {totals[1]} failed, {totals[2]} skipped")
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
