# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""How texts, dates and image addresses are brought to a form in which they can be compared."""
import re
import unicodedata
from collections import Counter
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_LOOKALIKES = {
    "'": "\u2018\u2019\u201a\u201b\u2032`\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
    "": "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff",
}
_PLAIN = {odd: plain for plain, odds in _LOOKALIKES.items() for odd in odds}
_ODD = re.compile("[" + "".join(_PLAIN) + "]")
_WORD = re.compile(r"\w+")


def _same_case(text):
    if not text:
        return ""
    if text.isascii():
        return text.replace("`", "'").lower()
    text = unicodedata.normalize("NFKC", text)
    return _ODD.sub(lambda found: _PLAIN[found.group()], text).casefold()


@lru_cache(maxsize=4096)
def fold(text):
    """Case, width, quotes, dashes and white space do not count."""
    return " ".join(_same_case(text).split())


@lru_cache(maxsize=4096)
def word_counts(text):
    """How often each folded word occurs; treat the answer as read-only."""
    return Counter(_WORD.findall(_same_case(text)))


def raw_words(text):
    return _WORD.findall(text or "")


def harmonic(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap_f1(found, wanted):
    """F1 over two collections; a Counter, a set, or anything that can be counted."""
    found, wanted = (x if isinstance(x, Counter) else Counter(x) for x in (found, wanted))
    if not found and not wanted:
        return 1.0
    small, large = (found, wanted) if len(found) < len(wanted) else (wanted, found)
    shared = sum(min(n, large[x]) for x, n in small.items() if x in large)
    precision = shared / sum(found.values()) if found else 0.0
    recall = shared / sum(wanted.values()) if wanted else 0.0
    return harmonic(precision, recall)


def words_f1(found, wanted):
    return overlap_f1(word_counts(found), word_counts(wanted))


class Moment:
    """A date as ISO 8601 writes it: the day that is written, and the instant where a time is."""

    _FORM = re.compile(
        r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d(?::\d\d)?)?)?"
    )

    def __init__(self, text):
        self.day = self.instant = None
        self.has_time = False
        form = self._FORM.match(text or "")
        if not form:
            return
        day, hour, minute, second, zone = form.groups()
        if hour is None:
            self.day = day
            return
        try:
            clock = datetime(*map(int, day.split("-")), int(hour), int(minute), int(second or 0))
        except ValueError:
            return
        self.day, self.has_time = day, True
        self.instant = clock.replace(tzinfo=self._zone(zone))

    @staticmethod
    def _zone(written):
        if written in (None, "Z"):
            return timezone.utc
        digits = written[1:].replace(":", "")
        east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
        return timezone(east if written[0] == "+" else -east)

    def same_minute(self, other):
        return bool(
            self.has_time
            and other.has_time
            and abs((self.instant - other.instant).total_seconds()) < 60
        )

    def utc_day(self):
        return self.instant.astimezone(timezone.utc).strftime("%Y-%m-%d") if self.instant else None


def _without_scheme(url):
    url = url.split("?")[0]
    for scheme in ("https:", "http:"):
        if url.startswith(scheme):
            return url[len(scheme):]
    return url


@lru_cache(maxsize=4096)
def image_name(url):
    """The last part of the path, by which the same picture is known in another size or place."""
    path = urlsplit(url or "").path
    if not path.strip("/"):
        return unquote(url or "").casefold()
    return unquote(path.rstrip("/").rsplit("/", 1)[-1]).casefold()


def same_image(url, urls):
    if not url:
        return False
    return any(_without_scheme(url) == _without_scheme(u) for u in urls) or any(
        image_name(url) == image_name(u) for u in urls
    )
