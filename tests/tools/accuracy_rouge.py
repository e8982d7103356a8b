# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""ROUGE-LSum: how much of a text's sentences stand, in order, in another's."""
import re
from collections import Counter

from accuracy_text import harmonic

_TOKEN = re.compile(r"[a-z0-9]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"\u201d\u2019')]*\s+(?=[\"\u201c\u2018'(]*[A-Z0-9])")


def sentences(paragraphs):
    cut = (_TOKEN.findall(s.lower()) for p in paragraphs for s in _SENTENCE_END.split(p))
    return [tokens for tokens in cut if tokens]


def _ones(number):
    return bin(number).count("1")


def _places(words):
    """For each word an integer: bit j is set where it stands at position j."""
    places = {}
    for j, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << j
    return places


def common_positions(wanted, places, found_size):
    """Positions in wanted of one longest common subsequence with the words whose places are given.

    The table of lengths is kept as one integer a row: bit j is 0 where the length grows at column j.
    Where two ways back are equally long the one that leaves a word of wanted is taken. A row of a word
    that found does not have equals the one above, so it is left out.
    """
    everything = row = (1 << found_size) - 1
    rows = []
    for i, word in enumerate(wanted):
        at = places.get(word)
        if at:
            rows.append((i, at, row))
            hits = row & at
            row = (row + hits | row - hits) & everything
    marked, j = [], found_size
    for i, at, above in reversed(rows):
        columns = (1 << j) - 1
        at &= columns
        nearest = at.bit_length()
        grows = at and (nearest == j or _ones(above & columns) != _ones(row & columns))
        row = above
        if grows:
            marked.append(i)
            j = nearest - 1
    return marked


def _hits(wanted, found):
    left_wanted = Counter(word for s in wanted for word in s)
    left_found = Counter(word for s in found for word in s)
    found_places = [(_places(s), len(s)) for s in found]
    hits = 0
    for sentence in wanted:
        words, marked = set(sentence), set()
        for places, size in found_places:
            if not words.isdisjoint(places):
                marked.update(common_positions(sentence, places, size))
        for word in (sentence[i] for i in sorted(marked)):
            if left_wanted[word] > 0 and left_found[word] > 0:
                left_wanted[word] -= 1
                left_found[word] -= 1
                hits += 1
    return hits


def rouge_lsum(wanted_paragraphs, found_paragraphs):
    wanted, found = sentences(wanted_paragraphs), sentences(found_paragraphs)
    wanted_size, found_size = sum(map(len, wanted)), sum(map(len, found))
    if not wanted_size or not found_size:
        return 0.0
    hits = _hits(wanted, found)
    return harmonic(hits / found_size, hits / wanted_size)
