#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Holds the papers to what they say: their C compiles, their commands run and print what is shown, the API
reference and the manual pages are up to date, and every link leads somewhere.

usage: check_docs.py SOURCE_ROOT BUILD_ROOT CC
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import tap

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")
HEADING = re.compile(r"^#+ (.*)$", re.M)
LANGUAGES = {"c": ["-xc", "-std=c11"], "cpp": ["-xc++", "-std=c++17"]}
MENU = re.compile(r"\./dev (\w+)")


def shell(command, root, build):
    return subprocess.run(["sh", "-c", command.replace("build/", f"{shlex.quote(str(build))}/")], cwd=root,
                          capture_output=True, text=True)


def anchors(path):
    """What may stand behind the # of a link to this paper."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def leads_nowhere(path, link, anchor):
    if "://" in link:
        return False
    there = path.parent / link if link else path
    return not there.exists() or bool(anchor and there.suffix == ".md" and anchor.lower() not in anchors(there))


def run_program(code, compiler, root, build):
    """A whole program of a paper, with the page of the demo on standard input."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "program")
        run = subprocess.run([*compiler, "-", "-o", str(program), f"-I{root / 'include'}", f"-L{build}", "-lbyline",
                              f"-Wl,-rpath,{build}"], input=code, capture_output=True, text=True)
        if run.returncode == 0:
            with open(root / "tests" / "cases" / "demo" / "page.html", "rb") as page:
                run = subprocess.run([program], stdin=page, capture_output=True, text=True)
        return run


def check_paper(path, root, build, cc, menu):
    name = path.relative_to(root)
    text = path.read_text(encoding="utf-8")
    for number, (kind, code) in enumerate(FENCE.findall(text), 1):
        if kind in LANGUAGES and path.name != "api.md":
            if kind == "cpp" and not shutil.which("c++"):
                tap.skip(f"{name}: block {number} compiles", "no compiler for it")
                continue
            language = LANGUAGES[kind]
            run = subprocess.run([*shlex.split(cc), *language, "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                                  f"-I{root / 'include'}", "-"], input=code, capture_output=True, text=True)
            tap.check(run.returncode == 0, f"{name}: {kind} block {number} compiles", run.stderr)
            if "int main(" in code and (build / "libbyline.so").exists():
                run = run_program(code, [*shlex.split(cc), *language], root, build)
                tap.check(run.returncode == 0 and run.stdout, f"{name}: {kind} block {number} runs", run.stderr)
        elif kind == "python":
            run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True,
                                 env={**os.environ, "LD_LIBRARY_PATH": str(build)})
            tap.check(run.returncode == 0, f"{name}: Python block {number} runs", run.stderr)
        elif kind == "sh":
            for command in code.strip().split("\n"):
                run = shell(command, root, build)
                tap.check(run.returncode == 0, f"{name}: {command[:60]}", run.stderr)
        elif kind == "console":
            for part in re.split(r"^\$ ", code, flags=re.M)[1:]:
                command, want = part.split("\n", 1)
                run = shell(command, root, build)
                tap.check(run.stdout == want, f"{name}: {command[:60]}", f"it printed\n{run.stdout}{run.stderr}")
        elif kind == "json":
            json.loads(code)
    lost = [f"{link}#{anchor}" for link, anchor in LINK.findall(text) if leads_nowhere(path, link, anchor)]
    tap.check(not lost, f"{name}: its links lead somewhere", ", ".join(lost))
    unknown = [word for word in MENU.findall(text) if word not in menu]
    tap.check(not unknown, f"{name}: ./dev knows its commands", ", ".join(unknown))


def check_schema(root):
    """The names that the record prints for the enums are those that the schema allows."""
    code = (root / "lib" / "model" / "names.c").read_text(encoding="utf-8")
    schema = json.loads((root / "docs" / "article.schema.json").read_text(encoding="utf-8"))["definitions"]
    allowed = {
        "kind": schema["article"]["properties"]["kind"], "block_type": schema["block"]["properties"]["type"],
        "source": schema["source"], "role": schema["person"]["properties"]["role"],
        "precision": schema["date"]["properties"]["precision"], "limit": schema["article"]["properties"]["truncated"],
    }
    for name, values in allowed.items():
        body = code.split(f"\nbyline_{name}_name(")[1].split("\n}")[0]
        printed = set(re.findall(r'return "(\w+)"', body)) - {"none"}
        tap.check(printed == set(values["enum"]), f"the schema has the names of each {name}",
                  ", ".join(printed ^ set(values["enum"])))


def number_of(text):
    """The first number that a table or a comment says: "32 MiB", "1,000,000", "1 GiB - 1"; None where there is none."""
    found = re.match(r"([\d,]+)(?: (KiB|MiB|GiB))?( - 1)?", text)
    if not found:
        return None
    unit = {None: 0, "KiB": 10, "MiB": 20, "GiB": 30}[found.group(2)]
    return (int(found.group(1).replace(",", "")) << unit) - bool(found.group(3))


def check_limits(root):
    """The guide and the header say the defaults and the bounds that the code has."""
    code = (root / "lib" / "base" / "limits.h").read_text(encoding="utf-8")
    values = {name.lower(): eval(re.sub(r"\(size_t\)", "", value))
              for name, value in re.findall(r"^#define BL_(\w+) ([^/\n]+)$", code, re.M) if "(" in value or value.isdigit()}
    header = (root / "include" / "byline" / "parse.h").read_text(encoding="utf-8")
    members = re.search(r"typedef struct byline_limits \{(.*?)\} byline_limits;", header, re.S).group(1)
    said = dict(re.findall(r"(\w+);\s+/\*\*< ((?:(?!\*/).)*)\*/", members, re.S))
    rows = re.findall(r"^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|", (root / "docs" / "guide.md").read_text(encoding="utf-8"), re.M)
    told = {row[0]: row[1:] for row in rows if row[0] in said}
    tap.check(set(told) == set(said) - {"reserved"}, "the guide has every limit", set(told) ^ set(said))
    for name, (default, most) in told.items():
        if name not in values:
            continue
        in_header = number_of(said[name].split(": ", 1)[-1])
        tap.check(number_of(default) == in_header == values[name], f"the default of {name} is the one that is told",
                  f"code {values[name]}, guide {default}, header {said[name]}")
        tap.check(number_of(most) == values.get(f"{name}_most"), f"the bound of {name} is the one that is told", most)
    memory = [values["memory_base"], values["memory_factor"], values["memory_most"]]
    for place, text in (("guide", told["memory_bytes"][0]), ("header", said["memory_bytes"])):
        numbers = [number_of(part) for part in re.findall(r"\d[\d,]*(?: [KMG]iB)?", text)]
        tap.check(numbers == memory, f"the {place} tells the memory of a page", f"code {memory}, told {numbers}")


def main(root, build, cc):
    root, build = pathlib.Path(root).resolve(), pathlib.Path(build).resolve()
    menu = set(re.findall(r"^ {4}(\w+)[\w |-]*\)", (root / "dev").read_text(encoding="utf-8"), re.M))
    for path in sorted([*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("examples/*.md")]):
        check_paper(path, root, build, cc, menu)
    check_schema(root)
    check_limits(root)
    run = subprocess.run([sys.executable, str(root / "docs" / "make_api.py"), "--check"], capture_output=True, text=True)
    tap.check(run.returncode == 0, "docs/api.md and docs/man/byline.3 are made from the headers of now", run.stderr)
    for page in sorted(root.glob("docs/man/*.[13]")):
        if not shutil.which("man"):
            tap.skip(f"{page.name} is well-formed", "man is not installed")
            continue
        run = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", str(page)], capture_output=True, text=True,
                             env={"PATH": "/usr/bin:/bin", "MANWIDTH": "120", "LC_ALL": "C.UTF-8"})
        tap.check(run.returncode == 0 and not run.stderr, f"{page.name} is well-formed", run.stderr)
    version = re.search(r"version: '([\d.]+)'", (root / "meson.build").read_text(encoding="utf-8")).group(1)
    for place in ("include/byline/version.h", "docs/man/byline.1", "docs/man/byline-credits.1", "CHANGES.md"):
        tap.check(version in (root / place).read_text(encoding="utf-8"), f"{place} names version {version}")
    help_text = subprocess.run([build / "examples" / "byline", "--help"], capture_output=True, text=True).stdout
    manual = (root / "docs" / "man" / "byline.1").read_text(encoding="utf-8").replace("\\-", "-")
    missing = [option for option in re.findall(r"--\w+", help_text) if option not in manual]
    tap.check(help_text and not missing, "byline(1) names every option of --help", ", ".join(missing))
    tap.done()


main(*sys.argv[1:])
