#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""Make date_table.h: the words of the date_*.def files as one hash table, and the folding that both sides use.

usage: date_table.py DEF... date_table.h
"""
import re
import sys
import unicodedata

MACRO = re.compile(r'^([A-Z_]+)\(([\w, -]+?), *((?:"[^"]*"\s*)+)\)', re.M)
# Ranges with letters that fold to others, as flat tables; outside them lower case is all.
TABLES = ((0xC0, 0x700), (0x1E00, 0x1F00))
DROPPED = set("'.\u2018\u2019\u02bc\u02bb`\u00b4\u05f3\u05f4\u0970\u00ad\u0640\u0670\u093c\u09bc\u0a3c\u061c\u2060\ufeff")
DROPPED |= set(map(chr, list(range(0x300, 0x370)) + list(range(0x591, 0x5C8)) + list(range(0x64B, 0x660))
                   + list(range(0x200B, 0x2010))))
ALIKE = {"ß": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i", "ħ": "h",
         "ς": "σ", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۂ": "ه",
         "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "й": "й", "ў": "ў", "ї": "ї", "ё": "е", "ѓ": "ѓ", "ќ": "ќ",
         "ؤ": "ؤ", "ئ": "ئ", "ґ": "ґ"}

UNITS = ("SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "YEAR")


def fold_letter(letter):
    """The letter that stands for this one; "" where it is dropped."""
    if letter in DROPPED:
        return ""
    lower = letter.lower()
    if len(lower) != 1:
        lower = lower[0]
    if lower in ALIKE:
        return ALIKE[lower]
    if any(low <= ord(lower) < high for low, high in TABLES):
        return unicodedata.normalize("NFD", lower)[0]
    return lower


def fold(word):
    return "".join(fold_letter(c) for c in unicodedata.normalize("NFC", word))


class Table:
    def __init__(self):
        self.languages = []
        self.meanings = {}  # word -> {(kind, value, strict): mask}

    def add(self, language, kind, value, word, strict=False):
        if language not in self.languages:
            self.languages.append(language)
        bit = 1 << self.languages.index(language)
        word = fold(" ".join(word.split()))
        if not word:
            sys.exit("an empty word in " + language)
        found = self.meanings.setdefault(word, {})
        value = str(value)
        key = (kind, value if value.lstrip("-").isdigit() else "BL_UNIT_" + value, strict)
        found[key] = found.get(key, 0) | bit

    def read(self, path):
        with open(path, encoding="utf-8") as file:
            for macro, arguments, text in MACRO.findall(re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)):
                self.line(macro, [a.strip() for a in arguments.split(",")], "".join(re.findall(r'"([^"]*)"', text)))

    def line(self, macro, arguments, text):
        language = arguments[0]
        if macro in ("MONTHS", "JALALI_MONTHS"):
            kind = "MONTH" if macro == "MONTHS" else "JALALI"
            for number, words in enumerate(text.split("|"), 1):
                for word in filter(None, words.split(",")):
                    self.add(language, kind, number, word)
        elif macro == "WEEKDAYS":
            for word in text.split(","):
                self.add(language, "WEEKDAY", 0, word)
        elif macro == "UNITS":
            for unit, words in zip(UNITS, text.split("|")):
                for word in words.split(","):
                    self.add(language, "UNIT", unit, word)
        elif macro in ("WORDS", "ONLY"):
            for word in text.split(","):
                self.add(language, arguments[1], arguments[2] if len(arguments) > 2 else 0, word, macro == "ONLY")
        else:
            sys.exit("unknown line " + macro)

    def add_leads(self):
        """The first words of phrases, so that the reader knows when to look further."""
        for word in list(self.meanings):
            parts = word.split(" ")
            for n in range(1, len(parts)):
                self.meanings.setdefault(" ".join(parts[:n]), {})[("LEAD", "0", False)] = (1 << 128) - 1


def hash_of(data):
    value = 2166136261
    for byte in data:
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def write_folding(out):
    for index, (low, high) in enumerate(TABLES):
        runes = []
        for rune in range(low, high):
            letter = fold_letter(chr(rune)) if unicodedata.category(chr(rune)) != "Cn" else chr(rune)
            runes.append(ord(letter) if letter else 0)
        out.write("\nstatic const uint16_t fold_%d[] = {" % index)
        out.write(", ".join(str(r) for r in runes) + "};\n")


def write_words(out, table):
    words = sorted(table.meanings)
    entries, firsts, text = [], [], b""
    for word in words:
        firsts.append(len(entries))
        meanings = sorted(table.meanings[word].items(), key=lambda m: (-bin(m[1]).count("1"), m[0]))
        for i, ((kind, value, strict), mask) in enumerate(meanings):
            data = word.encode()
            kinds = "|".join(sorted({"1u << BL_DATE_" + m[0][0] for m in meanings[i:]}))
            entries.append((len(text), len(data), kind, value, strict, i + 1 == len(meanings), mask, kinds))
        text += word.encode()
    size = 1
    while size < 3 * len(words):
        size *= 2
    slots = [0] * size
    for number, word in enumerate(words):
        at = hash_of(word.encode()) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = firsts[number] + 1
    out.write("\n#define WORD_MOST %d\n#define SLOT_MASK %du\n" % (max(len(w.encode()) for w in words), size - 1))
    out.write("\nstatic const unsigned char word_text[] = {" + ", ".join(map(str, text)) + "};\n")
    out.write("\nstatic const bl_date_meaning meanings[] = {\n")
    for at, length, kind, value, strict, last, mask, kinds in entries:
        out.write("    {%d, %d, BL_DATE_%s, %d, %d, %s, %s, {%#x, %#x}},\n"
                  % (at, length, kind, strict, last, value, kinds, mask & (2**64 - 1), mask >> 64))
    out.write("};\n\nstatic const uint16_t slots[] = {" + ", ".join(map(str, slots)) + "};\n")
    out.write("\nstatic const char languages[][4] = {" + ", ".join('"%s"' % l for l in table.languages) + "};\n")


def main():
    table = Table()
    for path in sys.argv[1:-1]:
        table.read(path)
    table.add_leads()
    if len(table.languages) > 128:
        sys.exit("more than 128 languages")
    with open(sys.argv[-1], "w", encoding="ascii") as out:
        out.write("/* Made by date_table.py from the date_*.def files. */\n")
        write_folding(out)
        write_words(out, table)


main()
