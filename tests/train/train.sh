#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
#
# Make the block model, lib/fields/body_first.def and body_second.def, from a corpus.
#
# usage: tests/train/train.sh CORPUS BUILD [check [RECORDS]]
# CORPUS has truth.jsonl and pages/SET/ID.html.gz, BUILD is a meson build folder. With "check" the tables stay
# as they are: the sites are parted into five, each part is read with tables made from the other four, and the
# figures of accuracy.py are printed for all pages. RECORDS keeps what was read, for accuracy.py --predicted RECORDS
# --misses FIGURE. DRAW in the environment, a number, draws other rows and features than the tables that ship were made
# with, to tell gain from luck. Needs a C compiler and Python 3; takes some minutes.
set -e
corpus=$1 build=$2 task=$3 records=$4
draw=${DRAW:-0}
[ -f "$corpus/truth.jsonl" ] && [ -d "$build" ] || { sed -n 's/^# usage: /usage: /p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
parts="0 1 2 3 4"

# table LOOK: the trees of standard input as its table, under a head that says what they are.
table() {
    { sed -n '/^TREE3/q;p' "$top/lib/fields/body_$1.def"; cat; } > "$work/table"
    cp "$work/table" "$top/lib/fields/body_$1.def"
}

# The tables that are there may name features that are no more.
if [ "$task" != check ]; then
    for look in first second; do
        echo 'TREE3(UNITS, 0, UNITS, 0, UNITS, 0, UNITS, 0, UNITS, 0, UNITS, 0, UNITS, 0, 0, 0, 0, 0, 0, 0, 0, 0)' | table $look
    done
fi
ninja -C "$build" tests/train/pieces tests/train/boost
pieces=$build/tests/train/pieces boost=$build/tests/train/boost
ls "$corpus"/pages/*/*.gz > "$work/pages"
"$pieces" --names > "$work/names"

# first_look DIVISOR REST OUT and second_look: without the sites of one part, all where DIVISOR is 0.
first_look() { "$boost" "$work/rows1" "$work/labels" "$work/names" 3 150 0.1 "$1" "$2" "$work/odds.$2" "$draw" > "$3"; }
second_look() { "$boost" "$work/rows2" "$work/labels" "$work/names" 3 250 0.08 "$1" "$2" /dev/null "$draw" > "$3"; }

# Each page is there twice, the second time without its class names and for less.
label() { python3 "$here/label.py" "$corpus/truth.jsonl" "$work/pieces" "$@"; }
# The first look: each piece by itself and its place on the page.
"$pieces" "$work/rows1" < "$work/pages" > "$work/pieces"
label "$work/labels"
size=$(wc -c < "$work/labels")
"$pieces" --bare "$work/bare" < "$work/pages" > "$work/pieces"
cat "$work/bare" >> "$work/rows1"
label "$work/bare" 0.7
cat "$work/bare" >> "$work/labels"
for part in $parts; do first_look 5 "$part" "$work/first.$part"; done
python3 "$here/unseen.py" "$work/labels" "$work"/odds.? > "$work/odds"

# The second look: with what a first one that has not seen the site says of all the others. Labels have four
# numbers a piece, odds one.
head -c $((size / 4)) "$work/odds" > "$work/odds.named"
tail -c +$((size / 4 + 1)) "$work/odds" > "$work/odds.bare"
"$pieces" "$work/rows2" "$work/odds.named" < "$work/pages" > "$work/pieces"
"$pieces" --bare "$work/bare" "$work/odds.bare" < "$work/pages" > "$work/pieces"
cat "$work/bare" >> "$work/rows2"
rm "$work/bare"
if [ "$task" != check ]; then
    first_look 0 0 "$work/first"
    second_look 0 0 "$work/second"
    table first < "$work/first"
    table second < "$work/second"
    exit
fi

# A copy of the library that gets the tables of each part in turn.
mkdir "$work/copy"
(cd "$top" && tar cf - --exclude='./build*' --exclude=./.git .) | (cd "$work/copy" && tar xf -)
meson setup "$work/copy/build" "$work/copy" --buildtype=release -Dtests=disabled > "$work/log"
for part in $parts; do
    cp "$work/first.$part" "$work/copy/lib/fields/body_first.def"
    second_look 5 "$part" "$work/copy/lib/fields/body_second.def"
    ninja -C "$work/copy/build" examples/byline > "$work/log"
    python3 "$here/label.py" --pages "$corpus/truth.jsonl" "$work/pages" "$part" |
        "$work/copy/build/examples/byline" --format jsonl --manifest /dev/stdin >> "$work/records"
done
[ -z "$records" ] || cp "$work/records" "$records"
python3 "$top/tests/tools/accuracy.py" "$corpus" --predicted "$work/records"
