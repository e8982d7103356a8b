# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Gets the peers from their registries, each family into a folder of its own, and says what could not be had."""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
RECORD, TEXT, TREE = "record", "text", "tree"  # what a peer gives: fields and body, body alone, a bare HTML tree


@dataclass
class Peer:
    name: str
    version: str
    command: list
    gives: str = RECORD


class Missing(Exception):
    """Something cannot be had; the text says what."""


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Missing(f"{program} is not installed")


def run(command, folder, log):
    """A command whose output goes to a log; its last words are the reason where it fails."""
    with open(log, "a", encoding="utf-8") as out:
        code = subprocess.run(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL).returncode
    if code:
        raise Missing(f"{' '.join(map(str, command[:3]))} failed, see {log}")


def fresh(folder, sources):
    """Bring the sources to the folder. True where what was built there is of these sources."""
    wanted = hashlib.sha256()
    for path in sorted(p for p in sources.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        wanted.update(path.read_bytes())
    stamp = folder / "built-of"
    if stamp.exists() and stamp.read_text() == wanted.hexdigest():
        return True
    stamp.unlink(missing_ok=True)
    shutil.copytree(sources, folder, dirs_exist_ok=True)
    (folder / "wanted").write_text(wanted.hexdigest())
    return False


def built(folder):
    (folder / "wanted").replace(folder / "built-of")


def pinned(file, pattern):
    return dict(re.findall(pattern, (HERE / file).read_text(encoding="utf-8"), re.M))


def c_peers(build, _folder, _log):
    program = build / "tests" / "peers" / "c" / "peer"
    if not program.exists():
        raise Missing(f"{program} is not built")
    own = re.search(r"version: '([\d.]+)'", (HERE / "../../meson.build").read_text()).group(1)

    def version(module):
        return subprocess.run(["pkg-config", "--modversion", module], capture_output=True, text=True).stdout.strip()
    yield Peer("byline", own, [program, "byline"])
    yield Peer("gumbo_parse", version("gumbo"), [program, "gumbo"], TREE)
    yield Peer("htmlReadMemory", version("libxml-2.0"), [program, "libxml2"], TREE)


def python_peers(_build, folder, log):
    python = folder / "venv" / "bin" / "python"
    versions = pinned("python/requirements.txt", r"^([\w-]+(?:\[\w+\])?)==(\S+)$")
    lost = []
    if not fresh(folder, HERE / "python"):
        run([sys.executable, "-m", "venv", folder / "venv"], folder, log)
        run([python, "-m", "pip", "install", "--upgrade", "pip"], folder, log)
        for name, version in versions.items():
            try:
                run([python, "-m", "pip", "install", f"{name}=={version}"], folder, log)
            except Missing:
                lost.append(name)
        if not lost:
            built(folder)
    for name, version in versions.items():
        if name in lost:
            print(f"peers: {name} {version} is not to be had, see {log}", file=sys.stderr)
            continue
        name = name.split("[")[0]
        yield Peer(name, version, [python, folder / "driver.py", name])
        if name == "resiliparse":
            yield Peer("resiliparse-text", version, [python, folder / "driver.py", "resiliparse-text"], TEXT)


def javascript_peers(_build, folder, log):
    need("node", "npm")
    if not fresh(folder, HERE / "javascript"):
        run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], folder, log)
        built(folder)
    versions = json.loads((folder / "package.json").read_text())["dependencies"]
    readability = versions["@mozilla/readability"]
    for tree in ("jsdom", "linkedom"):
        yield Peer(f"readability-{tree}", f"{readability}, {versions[tree]}",
                   ["node", folder / "driver.mjs", f"readability-{tree}"])
    yield Peer("defuddle", f"{versions['defuddle']}, linkedom {versions['linkedom']}",
               ["node", folder / "driver.mjs", "defuddle"])


def go_peers(_build, folder, log):
    need("go")
    if not fresh(folder, HERE / "go"):
        run(["go", "build", "-o", "peer", "."], folder, log)
        built(folder)
    version = next(iter(pinned("go/go.mod", r"(\S+/go-trafilatura) v(\S+)").values()))
    for name in ("go-trafilatura", "go-trafilatura-fallback"):
        yield Peer(name, version, [folder / "peer", name])


def rust_peers(_build, folder, log):
    need("cargo")
    if not fresh(folder, HERE / "rust"):
        run(["cargo", "build", "--release"], folder, log)
        built(folder)
    versions = pinned("rust/Cargo.toml", r'^([\w-]+) = "=(\S+)"$')
    for name in ("dom_smoothie", "rs-trafilatura"):
        yield Peer(name, versions[name], [folder / "target" / "release" / "byline-peers", name])


FAMILIES = {"c": c_peers, "python": python_peers, "javascript": javascript_peers, "go": go_peers, "rust": rust_peers}


def install(build, folder):
    """All peers that this machine can have."""
    peers = []
    for family, get in FAMILIES.items():
        place = folder / family
        place.mkdir(parents=True, exist_ok=True)
        log = folder / f"{family}.log"
        log.unlink(missing_ok=True)
        print(f"peers: {family}", file=sys.stderr, flush=True)
        try:
            peers += get(build, place, log)
        except Missing as reason:
            print(f"peers: nothing in {family}: {reason}", file=sys.stderr)
    return peers
