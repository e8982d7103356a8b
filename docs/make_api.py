#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Writes docs/api.md and docs/man/byline.3 from the comments of include/byline/*.h.

usage: make_api.py           write both
       make_api.py --check   say what is not up to date, and end with status 1
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ["parse.h", "article.h", "write.h", "grammar.h", "error.h", "version.h"]  # in the order of need
PARAMETER = re.compile(r"^(\w+(?:, \w+)*) {2,}(\S.*)$")
SECTION = re.compile(r"^/\* -+ (.*?) -+ \*/$")


def comment_text(lines):
    """The words of a comment, without its stars."""
    rows = [re.sub(r"^\s?\*(?: |$)", "", re.sub(r"\s*\*/$", "", re.sub(r"^/\*\*? ?", "", row))) for row in lines]
    return "\n".join(row.rstrip() for row in rows).strip()


class Item:
    """One declaration with its comment; or a section's title."""

    def __init__(self, code, comment, title=None):
        self.code, self.comment, self.title = code, comment, title
        function = re.search(r"(\w+)\(", re.sub(r"__attribute__.*", "", code)) if code else None
        braced = re.search(r"^\} (\w+);", code, re.M)
        plain = re.search(r"(\w+);$", code)
        pointer = re.search(r"\(\*(\w+)\)", code)
        found = braced or pointer or function or plain
        self.name = found.group(1) if found else title
        self.is_function = bool(function) and not braced and not pointer


def split_header(text):
    """The words at the head of a header, and its items in order."""
    text = re.sub(r"^#ifdef __cplusplus\n.*?#endif\n", "", text, flags=re.M | re.S)
    lines = text.split("\n")
    intro, items, comment, i = "", [], "", 0
    while i < len(lines):
        row = lines[i]
        if row.startswith("/*"):
            end = i
            while "*/" not in lines[end]:
                end += 1
            section = SECTION.match(row)
            words = comment_text(lines[i:end + 1])
            if section:
                items.append(Item("", "", section.group(1)))
            elif row.startswith("/**"):
                comment = words
            elif not intro and not words.startswith("SPDX"):
                intro = words
            i = end + 1
            continue
        if row.startswith("#define BYLINE_VERSION"):
            while lines[i].endswith("\\"):
                i += 1
            comment = ""
        elif row and not row.startswith(("#", " ", "}")):
            end, depth = i, 0
            while True:
                depth += lines[end].count("{") - lines[end].count("}")
                if depth == 0 and lines[end].rstrip().endswith(";"):
                    break
                end += 1
            code = "\n".join(lines[i:end + 1])
            code = re.sub(r"\bBYLINE_(API|NODISCARD) ", "", code)
            items.append(Item(reindent(code), comment))
            comment, i = "", end
        i += 1
    return intro, items


def reindent(code):
    """A prototype whose head got shorter, laid out anew."""
    if "{" in code or "(" not in code:
        return code
    one = re.sub(r"\s+", " ", code)
    if len(one) <= 100:
        return one
    head, rest = one.split("(", 1)
    rows, row = [], head + "("
    for part in re.split(r"(?<=,) ", rest):
        if len(row) + len(part) > 100:
            rows.append(row.rstrip())
            row = " " * (len(head) + 1)
        row += part + " "
    return "\n".join([*rows, row.rstrip()])


def paragraphs(comment):
    """The parts of a comment: ("text", words), ("code", rows) or ("list", [(name, words)])."""
    for block in re.split(r"\n\n+", comment):
        rows = block.split("\n")
        if all(row.startswith("  ") for row in rows):
            yield "code", "\n".join(rows)
        elif PARAMETER.match(rows[0]):
            entries = []
            for row in rows:
                found = PARAMETER.match(row)
                if found:
                    entries.append([found.group(1), found.group(2)])
                else:
                    entries[-1][1] += " " + row.strip()
            yield "list", entries
        else:
            yield "text", " ".join(row.strip() for row in rows)


def markdown(headers):
    out = ["# The API", "",
           "Made from the comments of `include/byline/*.h` by docs/make_api.py; change it there.", ""]
    for name, (intro, items) in headers.items():
        functions = [item.name for item in items if item.is_function]
        out += [f"- [{name}](#{name.replace('.', '')}): " + ", ".join(f"[{f}](#{f})" for f in functions)]
    for name, (intro, items) in headers.items():
        out += ["", f"## {name}", ""]
        first = True
        for kind, part in paragraphs(intro):
            if kind == "code":
                out += ["```text", part, "```", ""]
            else:
                words = part if kind == "text" else " ".join(" ".join(p) for p in part)
                out += [re.sub(r"^\w+\.h - (\w)", lambda m: m.group(1).upper(), words) if first else words, ""]
            first = False
        for item in items:
            if item.title and not item.code:
                out += [f"### {item.title[0].upper() + item.title[1:]}", ""]
                continue
            out += [f"#### {item.name}", "", "```c", item.code, "```", ""]
            for kind, part in paragraphs(item.comment) if item.comment else []:
                if kind == "list":
                    out += [f"- `{a.replace(', ', '`, `')}`: {b}" for a, b in part] + [""]
                elif kind == "code":
                    out += ["```text", part, "```", ""]
                else:
                    out += [part, ""]
    return "\n".join(out).rstrip() + "\n"


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def man(headers):
    version = re.search(r'#define BYLINE_VERSION "(.*)"', (ROOT / "include/byline/version.h").read_text()).group(1)
    out = [".\\\" Made by docs/make_api.py from include/byline/*.h; change it there.",
           f'.TH BYLINE 3 "" "byline {version}" "Library Functions Manual"',
           ".SH NAME", "byline \\- the raw HTML of a news page in, one typed article out",
           ".SH SYNOPSIS", ".nf", ".B #include <byline/byline.h>", "", "cc program.c $(pkg\\-config \\-\\-cflags \\-\\-libs byline)",
           ".fi", ".SH DESCRIPTION"]
    for name, (intro, items) in headers.items():
        out += [".SS " + roff(name)]
        for kind, part in paragraphs(intro):
            if kind == "code":
                out += [".PP", ".nf", roff(part), ".fi"]
            else:
                words = part if kind == "text" else " ".join(" ".join(p) for p in part)
                out += [".PP", roff(re.sub(r"^\w+\.h - ", "", words))]
        for item in items:
            if not item.code:
                continue
            out += [".PP", ".B " + roff(item.name), ".PP", ".nf", roff(item.code), ".fi"]
            for kind, part in paragraphs(item.comment) if item.comment else []:
                if kind == "list":
                    for a, b in part:
                        out += [".TP", ".I " + roff(a), roff(b)]
                elif kind == "code":
                    out += [".PP", ".nf", roff(part), ".fi"]
                else:
                    out += [".PP", roff(part)]
    out += [".SH SEE ALSO", ".BR byline (1),", ".BR byline\\-credits (1)"]
    return "\n".join(out) + "\n"


def main(arguments):
    headers = {name: split_header((ROOT / "include/byline" / name).read_text(encoding="utf-8")) for name in HEADERS}
    listed = {p.name for p in (ROOT / "include/byline").glob("*.h")} - {"byline.h"}
    if listed != set(HEADERS):
        sys.exit(f"make_api.py: HEADERS does not name {sorted(listed ^ set(HEADERS))}")
    old = []
    for path, text in ((ROOT / "docs/api.md", markdown(headers)), (ROOT / "docs/man/byline.3", man(headers))):
        if arguments == ["--check"]:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                old.append(str(path.relative_to(ROOT)))
        else:
            path.write_text(text, encoding="utf-8")
    if old:
        sys.exit(f"not up to date: {', '.join(old)}; run ./dev docs")


if __name__ == "__main__":
    main(sys.argv[1:])
