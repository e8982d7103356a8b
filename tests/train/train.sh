#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
#
# Make the block model, lib/fields/body_first.def and body_second.def, from a corpus.
#
# usage: tests/train/train.sh CORPUS BUILD [HALF [FIRST [SECOND]]]
# CORPUS has truth.jsonl and pages/SET/ID.html.gz, BUILD is a meson build folder. HALF 0 trains on the sites
# of one half (the other is to check on), 1 on the other, 2, the default, on all: choose rounds and features
# (FIRST and SECOND, of the two looks) with 0, then make the table that ships with 2. Needs a C compiler and Python 3; takes some minutes.
set -e
corpus=$1 build=$2 half=${3:-2} first=${4:-150} second=${5:-300}
[ -f "$corpus/truth.jsonl" ] && [ -d "$build" ] || { sed -n 's/^# usage: /usage: /p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
fields=$here/../../lib/fields
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ninja -C "$build" tests/train/pieces tests/train/boost
pieces=$build/tests/train/pieces boost=$build/tests/train/boost
ls "$corpus"/pages/*/*.gz > "$work/pages"
"$pieces" --names > "$work/names"
count=$(wc -l < "$work/names")

# The first look: each piece by itself and its place on the page.
"$pieces" < "$work/pages" > "$work/pieces"
python3 "$here/label.py" "$corpus/truth.jsonl" "$work/pieces" "$count" "$work/rows"
"$boost" "$work/rows" "$work/names" 2 "$first" 0.15 "$half" "$work/odds" > "$work/first"

# The second look: with what the first one says of all the others.
"$pieces" "$work/odds" < "$work/pages" > "$work/pieces"
python3 "$here/label.py" "$corpus/truth.jsonl" "$work/pieces" "$count" "$work/rows"
"$boost" "$work/rows" "$work/names" 2 "$second" 0.15 "$half" > "$work/second"

cp "$work/first" "$fields/body_first.def"
cp "$work/second" "$fields/body_second.def"
