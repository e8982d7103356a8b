# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""The table of ./dev peers."""
import platform
import sys

FIGURES = ("headline", "authors", "day", "body", "paragraphs", "with", "without")  # what peers give too
GIVES = {"record": "", "text": " (text alone)", "tree": " (tree alone)"}


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(row.split(":", 1)[1].strip() for row in file if row.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def print_table(rows, pages, size, rounds, sets):
    columns = [(set_, figure) for set_ in sets for figure in FIGURES
               if any((set_, figure) in row["scores"] for row in rows)]
    names = [f"{row['peer']} {row['version']}{GIVES[row['gives']]}" for row in rows]
    wide = max(map(len, names))
    print(f"{pages} pages, {size / 1024:.0f} kB each, {rounds} rounds; one core of {processor()}, Python "
          f"{platform.python_version()}\n")
    print(f"{'':{wide}}      ms a page    pages    times   peak  grown  failed"
          + "".join(f"  {set_[:10]:>10}" for set_, _ in columns))
    print(f"{'':{wide}}    mean  median a second   byline     MB     MB   pages"
          + "".join(f"  {figure:>10}" for _, figure in columns))
    for name, row in zip(names, rows):
        cells = (row["scores"].get(column) for column in columns)
        print(f"{name:{wide}} {row['mean']:7.2f} {row['median']:7.2f} {row['per_second']:8.1f} {row['ratio']:8.2f} "
              f"{row['peak_mb']:6.0f} {row['grown_mb']:6.0f} {row['failed']:7}"
              + "".join("           -" if cell is None else f"  {cell:10.4f}" for cell in cells))
    sys.stdout.flush()
