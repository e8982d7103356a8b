#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""The command from outside: options, inputs, order, failures and exit statuses, as byline(1) says.

usage: run_command.py SOURCE_ROOT COMMAND
"""
import gzip
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

import record
import tap

PAGE = ("<html lang=en><body><article><h1>Ferry {0} returns</h1><p>The ferry to island number {0} runs again after a "
        "winter of repairs, the harbour office said on Thursday, and it will leave three times a day.</p>"
        "<p>On Sundays it will leave four times, as most of the visitors come from the city then, it said.</p>"
        "</article></body></html>")


def lines(run):
    return [record.loads(line) for line in run.stdout.split(b"\n")[:-1]]


def check_options(byline, page):
    run = record.run(byline, "--help")
    tap.check(run.returncode == 0 and run.stdout.startswith(b"usage: byline"), "--help")
    run = record.run(byline, "--version")
    tap.check(run.returncode == 0 and run.stdout.startswith(b"byline "), "--version")
    for wrong in (["--no-such"], ["--format", "yaml"], ["--field", "nothing"], ["--jobs", "0"], ["--jobs", "x"],
                  ["--now", "whenever"], ["--now", "99999999999999999999"], ["--now", "-62135596801"], ["--manifest", "/no/such/file"], ["--format"]):
        run = record.run(byline, *wrong, page)
        tap.check(run.returncode == 2 and not run.stdout and run.stderr, f"wrong usage: {' '.join(wrong)}")
    run = record.run(byline, "--format", "text", "--field", "headline", page)
    tap.check(run.stdout == b"Ferry 0 returns\n", "one field as text", run.stdout)
    run = record.run(byline, "--field", "headline", page)
    tap.check(record.loads(run.stdout) == "Ferry 0 returns", "one field as JSON", run.stdout)
    run = record.run(byline, "--field", "kicker", page)
    tap.check(run.stdout == b"null\n", "an absent field is null", run.stdout)
    run = record.run(byline, "--url", "https://shore.example/a", page)
    tap.check(record.loads(run.stdout).get("url") == "https://shore.example/a", "--url")
    run = record.run(byline, "--url", "shore", page)
    tap.check(run.returncode == 1 and not run.stdout, "a URL that is none fails the page")


def check_inputs(byline, folder, page):
    want = record.loads(record.run(byline, page).stdout)
    text = page.read_bytes()
    for name, stdin in (("standard input", text), ("standard input, packed", gzip.compress(text))):
        for arguments in ([], ["-"]):
            run = record.run(byline, *arguments, stdin=stdin)
            tap.check(run.returncode == 0 and record.loads(run.stdout) == want, f"{name} {arguments}", run.stderr)
    packed = folder / "packed"
    packed.write_bytes(gzip.compress(text))
    tap.check(record.loads(record.run(byline, packed).stdout) == want, "a packed file is known by itself")
    packed.write_bytes(gzip.compress(text)[:-20])
    run = record.run(byline, packed)
    tap.check(run.returncode == 1 and b"cut short" in run.stderr, "a packed file that is cut short", run.stderr)
    bomb = folder / "bomb"
    bomb.write_bytes(gzip.compress(b"<p>" + b"x" * (40 << 20)))
    run = record.run(byline, bomb)
    tap.check(run.returncode == 1 and b"larger" in run.stderr, "a packed file that unpacks too far", run.stderr)
    run = record.run(byline, folder)
    tap.check(run.returncode == 1 and b"directory" in run.stderr, "a folder is no page", run.stderr)
    check_strange_files(byline, folder, text, want)


def check_strange_files(byline, folder, text, want):
    torn = bytearray(gzip.compress(text))
    torn[-6] ^= 1
    for name, data, says in (("a wrong checksum", torn, b"damaged"), ("the head of a packed file", torn[:10], b"damaged"),
                             ("the first byte of one", torn[:1], b""), ("nothing, packed", gzip.compress(b""), b"nothing"),
                             ("nothing", b"", b"nothing"), ("a file packed twice", gzip.compress(gzip.compress(text)), b"")):
        path = folder / "strange"
        path.write_bytes(data)
        run = record.run(byline, path)
        tap.check(run.returncode == 1 and not run.stdout and says in run.stderr, name, run.stderr)
    path.write_bytes(gzip.compress(text[:99]) + gzip.compress(text[99:]))
    tap.check(record.loads(record.run(byline, path).stdout) == want, "a file packed in two parts")
    if os.path.exists("/dev/zero"):
        run = record.run(byline, "/dev/zero")
        tap.check(run.returncode == 1 and b"larger" in run.stderr, "a file without end", run.stderr)
    if os.geteuid():
        path.chmod(0)
        run = record.run(byline, path)
        tap.check(run.returncode == 1 and b"denied" in run.stderr, "a file that may not be read", run.stderr)
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    threading.Thread(target=fifo.write_bytes, args=[text], daemon=True).start()
    tap.check(record.loads(record.run(byline, fifo).stdout) == want, "a FIFO is read to its end")


def check_many(byline, folder, pages):
    bad = folder / "not there"
    inputs = [*pages[:10], bad, *pages[10:]]
    want = None
    for jobs in (1, 2, 7):
        run = record.run(byline, "--format", "jsonl", "--jobs", jobs, *inputs)
        got = lines(run)
        tap.check(run.returncode == 1, f"--jobs {jobs}: one bad page among many gives 1")
        tap.check([r["file"] for r in got] == [str(p) for p in inputs], f"--jobs {jobs}: the order of the input")
        tap.check([r for r in got if "error" in r] == [got[10]], f"--jobs {jobs}: its line says so", got[10])
        tap.check(want is None or want == run.stdout, f"--jobs {jobs}: the same bytes")
        want = run.stdout
    run = record.run(byline, *inputs)
    tap.check(run.returncode == 1 and run.stdout.count(b'"headline"') >= len(pages) and b"not there" in run.stderr,
              "as JSON the bad page is left out and reported")
    manifest = folder / "manifest.tsv"
    manifest.write_text("".join(f"{p}\thttps://shore.example/{i}\n" for i, p in enumerate(pages[:3])) + f"{pages[3]}\n\n")
    got = lines(record.run(byline, "--format", "jsonl", "--manifest", manifest))
    tap.check([r.get("url") for r in got] == [*(f"https://shore.example/{i}" for i in range(3)), None], "--manifest")
    manifest.write_bytes(gzip.compress(f"{folder}\r\n\r\n\thttps://shore.example/\n{pages[0]}\t\tx\n{pages[1]}".encode()))
    run = record.run(byline, "--format", "jsonl", "--manifest", manifest)
    tap.check(run.returncode == 1 and ["error" in r for r in lines(run)] == [True, True, False, False],
              "each line of a manifest that names something gives a line", run.stdout + run.stderr)
    manifest.write_bytes(b"\xef\xbb\xbf" + f"{pages[0]}\r\n".encode())
    run = record.run(byline, "--format", "jsonl", "--manifest", manifest)
    tap.check([r["file"] for r in lines(run)] == [str(pages[0])], "a manifest with a byte order mark", run.stderr)
    run = record.run(byline, "--manifest", manifest, "--manifest", manifest)
    tap.check(run.returncode == 2 and b"one manifest" in run.stderr, "one manifest at most", run.stderr)
    for name, data in (("a NUL", f"{pages[0]}\n\0{pages[1]}\n".encode()), ("no end", (b"x" * 99 + b"\n") * 400000)):
        manifest.write_bytes(data)
        run = record.run(byline, "--manifest", manifest)
        tap.check(run.returncode == 2 and not run.stdout and run.stderr, f"a manifest that has {name}", run.stderr[:200])
    run = record.run(byline, "--manifest", folder)
    tap.check(run.returncode == 2 and b"directory" in run.stderr, "a folder is no manifest", run.stderr)
    manifest.write_text("")
    run = record.run(byline, "--format", "jsonl", "--manifest", manifest)
    tap.check(run.returncode == 0 and not run.stdout, "an empty manifest is no error")
    strange = folder / "a\x1b[31m\u00e9\udcff.html"
    run = record.run(byline, "--format", "jsonl", strange)
    tap.check(b"\x1b" not in run.stdout + run.stderr and "\u00e9" in record.loads(run.stdout)["file"],
              "a path cannot steer a terminal", run.stdout + run.stderr)


def check_credits(credits):
    run = record.run(credits, "--help")
    tap.check(run.returncode == 0 and run.stdout.startswith(b"usage: byline-credits"), "byline-credits --help")
    run = record.run(credits, "--version")
    tap.check(run.returncode == 0 and run.stdout.startswith(b"byline-credits "), "byline-credits --version")
    run = record.run(credits, "lines.tsv")
    tap.check(run.returncode == 2 and not run.stdout and run.stderr, "byline-credits takes no file")
    run = record.run(credits, stdin=b"caption\tThe pier. Photo: Jane Roe/AFP\n\ncredit\tJane Roe/AFP\nrc/jr (AP, AFP)")
    got = lines(run) if run.returncode == 0 else []
    tap.check([r["kind"] for r in got] == ["photo", "none", "photo", "signoff"], "byline-credits: a line each", run.stdout)
    tap.check(got and got[0]["caption"] == "The pier.", "byline-credits: the caption without its credit", run.stdout)


def check_examples(build, folder, pages):
    """The other example programs: a good page, one that is not there, a folder."""
    run = record.run(build / "headline", pages[1])
    tap.check(run.stdout.startswith(b"Ferry 1 returns\nThe ferry to island"), "headline: a page", run.stdout)
    run = record.run(build / "images", pages[1], "https://shore.example/a")
    tap.check(run.returncode == 0 and run.stdout.startswith(b"lead\turl\tpeople"), "images: a page", run.stdout)
    run = record.run(build / "feed", *pages)
    tap.check(run.returncode == 0 and {r["file"] for r in lines(run)} == set(map(str, pages)), "feed: a line a page")
    run = record.run(build / "feed", pages[0], folder / "not there", pages[1])
    tap.check(run.returncode == 1 and len(lines(run)) == 2 and b"not there" in run.stderr, "feed: a page that is not there")
    for program in ("headline", "images", "feed"):
        for wrong in (folder / "not there", folder):
            run = record.run(build / program, wrong)
            tap.check(run.returncode == 1 and b"directory" in run.stderr, f"{program}: {wrong.name}", run.stderr)
        empty = folder / "empty"
        empty.write_bytes(b"")
        run = record.run(build / program, empty)
        tap.check(run.returncode == 1 and str(empty).encode() in run.stderr, f"{program}: names the page", run.stderr)
        run = record.run(build / program, "--help")
        tap.check(run.returncode == 2 and b"usage" in run.stderr, f"{program}: its usage", run.stderr)


def to_full_disk(*command, stdin=b""):
    with open("/dev/full", "wb") as full:
        return subprocess.run(list(map(str, command)), input=stdin, stdout=full, stderr=subprocess.PIPE)


def check_output(build, page):
    if not os.path.exists("/dev/full"):
        tap.skip("a full disk", "no /dev/full")
        return
    run = to_full_disk(build / "byline", page)
    tap.check(run.returncode == 3 and run.stderr, "a full disk gives 3", run.stderr)
    run = to_full_disk(build / "byline-credits", stdin=b"caption\tPhoto: Jane Roe\n")
    tap.check(run.returncode == 1 and run.stderr, "a full disk is told by byline-credits too", run.stderr)
    for program in ("headline", "images", "feed"):
        run = to_full_disk(build / program, page)
        tap.check(run.returncode == 1 and run.stderr, f"{program}: a full disk", run.stderr)


def main(root, byline):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pages = [folder / f"{i}.html" for i in range(40)]
        for i, page in enumerate(pages):
            page.write_text(PAGE.format(i))
        check_options(byline, pages[0])
        check_inputs(byline, folder, pages[0])
        check_many(byline, folder, pages)
        build = pathlib.Path(byline).parent
        check_output(build, pages[0])
        check_credits(build / "byline-credits")
        check_examples(build, folder, pages)
    tap.done()


main(*sys.argv[1:])
