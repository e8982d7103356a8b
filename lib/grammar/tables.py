#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Turns agencies.def, credit_words.def or name_words.def into constant C tables with a trie over the folded names.

usage: tables.py agencies|words|names SOURCE.def TARGET.h
       tables.py rows:MACRO|texts:MACRO|masks:MACRO SOURCE.def TARGET.h

rows: a trie over the texts of all MACRO(..."text"...) as they stand; rows[] gives the number of each in the source,
starts[] with which three bytes they may start.
texts: the trie alone.
masks: a trie over the single words of all MACRO(id, "words"); masks[] has a bit for each that has the word.

The trie's nodes stand in breadth-first order, so the children of one node are neighbours; roots[] gives the
children of the first one by their byte, pairs[] those behind two letters. heads[] tells by their hash the words
that names begin with.
"""
import re
import sys

SPACES = re.compile("[ \u00a0\\-\u2010\u2011]+")
PREFIXES = {"words": "BL_WORD_", "names": "BL_BYLINE_"}
FEWEST_LETTERS = 4  # below it an alias is found only as printed


def fold(name):
    """As bl_trie_step() in trie.h does it: one rune becomes one rune."""
    lower = "".join("i" if c == "\u0130" else "'" if c == "\u2019" else c.lower() for c in name)
    return SPACES.sub(" ", lower).encode()


def quote(text):
    return "NULL" if text is None else '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def strings(source):
    found = re.findall(r'"((?:[^"\\]|\\.)*)"', source)
    return [s.replace('\\"', '"').replace("\\\\", "\\") for s in found]


def read(path):
    return re.sub(r"/\*.*?\*/", "", open(path, encoding="utf-8").read(), flags=re.S)


def wrap(items):
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) > 108:
            lines.append(line)
            line = "   "
        line += " " + item + ","
    return "\n".join(lines + [line])


def table(kind, name, items):
    return "static const %s %s[] = {\n%s\n};" % (kind, name, wrap(items))


def trie(ends):
    """Nodes in breadth-first order: [byte, children, first child, ending + 1], and the order of the endings."""
    root = {}
    for key in ends:
        node = root
        for byte in key:
            node = node.setdefault(byte, {})
        node["end"] = key
    nodes, queue, order = [[0, 0, 0, 0]], [(0, root)], []
    for index, node in queue:
        if "end" in node:
            order.append(node["end"])
            nodes[index][3] = len(order)
        children = sorted(k for k in node if k != "end")
        nodes[index][1:3] = [len(children), len(nodes)]
        for byte in children:
            queue.append((len(nodes), node[byte]))
            nodes.append([byte, 0, 0, 0])
    if len(nodes) > 0xFFFF:
        sys.exit("the trie outgrew 16 bits")
    first = {nodes[i][0]: i for i in range(nodes[0][2], nodes[0][2] + nodes[0][1])}
    roots = table("uint16_t", "roots", (str(first.get(byte, 0)) for byte in range(256)))
    second = {}
    for byte, node in first.items():
        for child in range(nodes[node][2], nodes[node][2] + nodes[node][1]):
            second[byte, nodes[child][0]] = child
    letters = range(ord("a"), ord("z") + 1)
    pairs = table("uint16_t", "pairs", (str(second.get((a, b), 0)) for a in letters for b in letters))
    return "\n".join([table("bl_trie_node", "trie", ("{%d, %d, %d, %d}" % tuple(n) for n in nodes)), roots, pairs]), order


def starts_table(texts):
    """A bit for each three bytes that a text starts with, by their hash; see bl_trie_may_start() in trie.h."""
    bits = [0] * 256
    for text in texts:
        ends = [text[:3]] if len(text) > 2 else [text + bytes([c]) for c in range(256)]
        for a, b, c in ends:
            place = (a * 961 + b * 31 + c) & 8191
            bits[place >> 5] |= 1 << (place & 31)
    return table("uint32_t", "starts", ("0x%X" % word for word in bits))


def heads_table(names):
    """A bit for each word of ASCII letters that a name begins with, by its hash; see bl_trie_may_begin() in trie.h."""
    bits = [0] * 512
    for name in names:
        value = 2166136261
        for letter in re.match(b"[a-z]*", name).group():
            value = ((value ^ letter) * 16777619) & 0xFFFFFFFF
        place = value >> 18
        bits[place >> 5] |= 1 << (place & 31)
    return table("uint32_t", "heads", ("0x%X" % word for word in bits))


def read_agencies(path):
    agencies = []
    for entry in re.split(r"^AGENCY\(", read(path), flags=re.M)[1:]:
        head = re.match(r'"([^"]+)",\s*"([^"]+)",\s*(\w+),\s*("\w\w"|NULL),\s*("Q\d+"|NULL),', entry)
        if not head:
            sys.exit("agencies.def: cannot read AGENCY(" + entry[:60])
        rest = entry[head.end():]
        printed = re.search(r"AS_PRINTED\((.*?)\)(?=[,)]|\s*$)", rest, flags=re.S)
        exact = strings(printed.group(1)) if printed else []
        free = strings(rest[:printed.start()] + rest[printed.end():]) if printed else strings(rest)
        code = [None if part == "NULL" else part.strip('"') for part in head.group(4, 5)]
        agencies.append((head.group(1), head.group(2), head.group(3), code[0], code[1], free, exact))
    if [a[0] for a in agencies] != sorted({a[0] for a in agencies}):
        sys.exit("agencies.def: ids are not in order, or stand twice")
    return agencies


def agency_endings(agencies):
    """folded alias -> (number of the agency, spellings; none where any case will do)"""
    ends = {}
    for number, agency in enumerate(agencies):
        for alias in agency[5] + agency[6]:
            exact = alias in agency[6] or sum(c.isalpha() for c in alias) < FEWEST_LETTERS
            key = fold(alias)
            owner, spellings = ends.setdefault(key, (number, [] if exact else None))
            if owner != number:
                sys.exit("agencies.def: %r belongs to %s and to %s" % (alias, agencies[owner][0], agency[0]))
            if not exact:
                ends[key] = (number, None)
            elif spellings is not None:
                spellings.append(alias)
    return ends


def agencies_table(source):
    agencies = read_agencies(source)
    ends = agency_endings(agencies)
    nodes, order = trie(ends)
    out = [table("char *const", "aliases_%d" % n, map(quote, a[5] + a[6])) for n, a in enumerate(agencies)]
    rows = ["{%s, %s, BYLINE_AGENCY_%s, %s, %s, aliases_%d, %d}" %
            (quote(a[0]), quote(a[1]), a[2], quote(a[3]), quote(a[4]), n, len(a[5] + a[6]))
            for n, a in enumerate(agencies)]
    out.append(table("byline_agency", "agencies", rows))
    spellings, rows = [], []
    for key in order:
        number, exact = ends[key]
        rows.append("{%d, %d, %d}" % (number, len(spellings), len(exact or [])))
        spellings += exact or []
    return out + [table("char *const", "spellings", map(quote, spellings)), table("bl_ending", "endings", rows), nodes,
                  heads_table(ends)]


def words_table(source, prefix):
    ends = {}
    for kinds, value, names in re.findall(r"^WORDS\(([\w|]+), (\w+),(.*?)\)$", read(source), flags=re.M | re.S):
        for name in strings(names):
            found = ends.setdefault(fold(name), [set(), "0", set()])
            found[0] |= {prefix + kind for kind in kinds.split("|")}
            if value != "0" and kinds == "MARK":
                found[2].add("BYLINE_MARK_" + value)
            elif value != "0" and found[1] == "0":
                found[1] = "BYLINE_ROLE_" + value
    nodes, order = trie(ends)
    rows = ["{%s, %s, %s}" % ("|".join(sorted(kinds)), role, "|".join(sorted(marks)) or "0")
            for kinds, role, marks in (ends[k] for k in order)]
    return [table("bl_word", "words", rows), nodes] + ([heads_table(ends)] if prefix == PREFIXES["words"] else [])


def rows_table(source, macro):
    texts = re.findall(r'\b%s\([^"]*?"([^"\\]+)"' % macro, read(source))
    if len(texts) != len(set(texts)):
        sys.exit("%s: a text stands twice" % source)
    nodes, order = trie([text.encode() for text in texts])
    number = {text.encode(): n for n, text in enumerate(texts)}
    return [table("uint16_t", "rows", (str(number[key]) for key in order)), nodes, starts_table(number)]


def masks_table(source, macro):
    masks = {}
    for number, words in enumerate(re.findall(r'^%s\(.*"([^"]+)"\)$' % macro, read(source), flags=re.M)):
        for word in words.split():
            masks[word.encode()] = masks.get(word.encode(), 0) | 1 << number
    nodes, order = trie(masks)
    return [table("uint64_t", "masks", ("UINT64_C(%d)" % masks[key] for key in order)), nodes]


def main(what, source, target):
    out = ["/* Made from %s by tables.py. */" % source.split("/")[-1]]
    if what.startswith("rows:"):
        out += rows_table(source, what[5:])
    elif what.startswith("texts:"):
        out += rows_table(source, what[6:])[1:2]
    elif what.startswith("masks:"):
        out += masks_table(source, what[6:])
    else:
        out += agencies_table(source) if what == "agencies" else words_table(source, PREFIXES[what])
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
