# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""What the test scripts share: running the command, the record's schema, and comparing records."""
import json
import os
import pathlib
import shlex
import subprocess

try:
    import jsonschema
except ImportError:
    jsonschema = None


def validator(root):
    """A function that gives what is wrong with a record, "" is nothing; None where jsonschema is not installed."""
    if not jsonschema:
        return None
    schema = json.loads(pathlib.Path(root, "docs", "article.schema.json").read_text(encoding="utf-8"))

    def validate(record):
        # The definition that is meant, not oneOf: its messages then name the member that is wrong.
        part = "failure" if "error" in record else "article"
        check = jsonschema.Draft7Validator({**schema["definitions"][part], "definitions": schema["definitions"]})
        return "\n".join(f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in check.iter_errors(record))

    jsonschema.Draft7Validator.check_schema(schema)
    return validate


def strict_object(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key stands twice among {keys}")
    return dict(pairs)


def loads(text):
    """JSON as strictly as it is written down: bytes of UTF-8, no key twice, no NaN."""
    return json.loads(text.decode("utf-8"), object_pairs_hook=strict_object, parse_constant=lambda c: 1 / 0)


def run(command, *arguments, stdin=b"", timeout=120):
    under = shlex.split(os.environ.get("BYLINE_WRAP", ""))  # such as valgrind with its options
    return subprocess.run([*under, command, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout)


def differences(want, have, at=""):
    """Where have is not what want names. Objects may have more members than want names; null means absent."""
    if isinstance(want, dict) and isinstance(have, dict):
        found = []
        for key, value in want.items():
            here = f"{at}/{key}"
            if value is None:
                found += [f"{here}: wanted none, got {json.dumps(have[key], ensure_ascii=False)}"] if key in have else []
            elif key not in have:
                found.append(f"{here}: absent, wanted {json.dumps(value, ensure_ascii=False)}")
            else:
                found += differences(value, have[key], here)
        return found
    if isinstance(want, list) and isinstance(have, list) and len(want) == len(have):
        return [row for i, pair in enumerate(zip(want, have)) for row in differences(*pair, f"{at}/{i}")]
    if type(want) is type(have) and want == have:
        return []
    return [f"{at}: wanted {json.dumps(want, ensure_ascii=False)}", f"{at}: got    {json.dumps(have, ensure_ascii=False)}"]
