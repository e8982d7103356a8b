#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Installs the library to a folder of its own and builds programs against it, as its users do.

usage: run.py SOURCE_ROOT BUILD_ROOT MESON CC [CXX]
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
import tap  # noqa: E402

HEADLINE = "Ferry returns\n"
INSTALLED = [
    "bin/byline", "bin/byline-credits",
    "include/byline/byline.h", "include/byline/article.h", "include/byline/parse.h", "include/byline/write.h",
    "share/man/man1/byline.1", "share/man/man1/byline-credits.1", "share/man/man3/byline.3",
]
DEPENDENCIES = ["gumbo", "libxml-2.0", "json-c", "libutf8proc"]


def run(command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def ends_well(name, command, want=None, **more):
    done = run(command, **more)
    good = done.returncode == 0 and (want is None or done.stdout == want)
    return tap.check(good, name, f"{shlex.join(map(str, command))}\n{done.stdout}\n{done.stderr}")


def flags(prefix, *options):
    config = next(prefix.rglob("byline.pc")).parent
    paths = os.pathsep.join(filter(None, [str(config), os.environ.get("PKG_CONFIG_PATH")]))
    done = run(["pkg-config", f"--define-variable=prefix={prefix}", *options, "byline"],
               env={**os.environ, "PKG_CONFIG_PATH": paths})
    return shlex.split(done.stdout)


def check_programs(source, prefix, compilers, work):
    library = next(prefix.rglob("libbyline.so"), None) or next(prefix.rglob("libbyline.*"))
    for ending, standard, compiler in compilers:
        program = source / "tests" / "package" / f"program.{ending}"
        if not compiler:
            tap.skip(f"a program.{ending} builds against it", "no compiler for it")
            continue
        shared, static = work / f"shared-{ending}", work / f"static-{ending}"
        first = [*shlex.split(compiler), standard, "-Wall", "-Wextra", "-pedantic", "-Werror", str(program)]
        if ends_well(f"program.{ending} builds with the shared library",
                     [*first, "-o", shared, *flags(prefix, "--cflags", "--libs")]):
            ends_well(f"program.{ending} runs with it", [shared], HEADLINE,
                      env={**os.environ, "LD_LIBRARY_PATH": str(library.parent)})
        # As README.md has it: byline inside the program, what it needs beside it.
        needed = run(["pkg-config", "--libs", *DEPENDENCIES]).stdout.split()
        if ends_well(f"program.{ending} builds with the static library",
                     [*first, "-o", static, *flags(prefix, "--cflags", "--libs-only-L"), "-l:libbyline.a", *needed,
                      "-lm", "-pthread"]):
            ends_well(f"program.{ending} runs with it in itself", [static], HEADLINE)


def check_subproject(source, meson, work):
    for kind in ("shared", "static"):
        project = work / f"consumer-{kind}"
        (project / "subprojects").mkdir(parents=True)
        shutil.copy(source / "tests" / "package" / "consumer.build", project / "meson.build")
        shutil.copy(source / "tests" / "package" / "program.c", project / "program.c")
        (project / "subprojects" / "byline").symlink_to(source, target_is_directory=True)
        build = project / "build"
        # A byline that may be installed on this machine is not asked.
        good = ends_well(f"a project with byline as a {kind} subproject is configured",
                         [*meson, "setup", f"-Ddefault_library={kind}", "-Dbuildtype=plain", "--wrap-mode=nodownload",
                          "--force-fallback-for=byline", build, project])
        if good and ends_well(f"it builds, {kind}", [*meson, "compile", "-C", build]):
            ends_well(f"it runs, {kind}", [build / "program"], HEADLINE)
            built = [p.name for p in build.rglob("*") if p.name.startswith("test_") or p.name == "headline"]
            tap.check(not built, f"neither tests nor examples are built in a {kind} subproject", built)


def main(source, build, meson, cc, cxx=""):
    source, meson = pathlib.Path(source).resolve(), shlex.split(meson)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        stage = work / "stage"
        if ends_well("installs under DESTDIR", [*meson, "install", "-C", build, "--no-rebuild", "--destdir", stage]):
            prefix = next(stage.rglob("include")).parent
            for name in INSTALLED:
                tap.check((prefix / name).is_file(), f"{name} is installed")
            strange = [str(p.relative_to(stage)) for p in prefix.rglob("*") if p.is_file() and "byline" not in p.name
                       and "byline" not in p.parent.name]
            tap.check(not strange, "nothing strange is installed", strange)
            check_programs(source, prefix, [("c", "-std=c11", cc), ("cpp", "-std=c++17", cxx)], work)
        check_subproject(source, meson, work)
    tap.done()


main(*sys.argv[1:])
