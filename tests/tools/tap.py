# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""What the test scripts share: one line a check in the Test Anything Protocol."""
import sys

_count = 0
_failed = 0


def check(good, name, detail=""):
    """Report one check; what detail says is shown where it failed."""
    global _count, _failed
    _count += 1
    print(f"{'ok' if good else 'not ok'} {_count} - {name}")
    if not good:
        _failed += 1
        for line in str(detail).splitlines():
            print("#   " + line)
    sys.stdout.flush()
    return good


def skip(name, why):
    global _count
    _count += 1
    print(f"ok {_count} - {name} # SKIP {why}")


def skip_all(why):
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


def done():
    print(f"1..{_count}")
    sys.exit(1 if _failed else 0)
