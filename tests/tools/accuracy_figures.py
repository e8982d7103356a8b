# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: the byline authors
"""The figures of accuracy: each says on which pages it is taken, and gives 0 to 1 for one of them.

A new figure is one class here; the order of the classes is the order of the table.
"""
import re
from collections import Counter
from functools import cached_property

from accuracy_rouge import rouge_lsum
from accuracy_text import (
    Moment, fold, harmonic, overlap_f1, raw_words, same_image, word_counts, words_f1,
)

NEAR = 0.8  # word F1 from which two leads, or two captions, are the same
FIGURES = []


def name_of(thing):
    return thing.get("name") if isinstance(thing, dict) else thing


def folded_set(things):
    return {fold(name_of(thing)) for thing in things or []}


def folded_list(texts):
    return [fold(text) for text in texts]


class Page:
    """One page: its truth beside the record that the parser gave, and what several figures share."""

    def __init__(self, truth, record):
        self.truth, self.record = truth, record
        self.set = truth["set"]
        self.lead = record.get("lead") or ""
        self.images = record.get("images") or []

    def blocks(self, *types):
        body = self.record.get("body") or []
        return [b["text"] for b in body if b.get("text") and (not types or b.get("type") in types)]

    @cached_property
    def body(self):
        return self.blocks()

    @cached_property
    def with_lead(self):
        """The body, and the lead before it unless it stands among the first blocks."""
        lead = fold(self.lead)
        if self.lead and all(lead != fold(b) for b in self.body[:3]):
            return [self.lead] + self.body
        return self.body

    @cached_property
    def body_words(self):
        total = Counter()
        for block in self.body:
            total.update(word_counts(block))
        return total

    @cached_property
    def with_lead_words(self):
        if self.with_lead is self.body:
            return self.body_words
        return self.body_words + word_counts(self.lead)

    @cached_property
    def everything(self):
        whole = "\n\n".join(self.with_lead)
        return fold("\n".join(filter(None, [self.record.get("headline"), whole])))

    @cached_property
    def published(self):
        value = self.record.get("published")
        return Moment(value.get("iso") if isinstance(value, dict) else value)

    @cached_property
    def true_date(self):
        return self.truth.get("date") or self.truth.get("day")

    @cached_property
    def true_paragraphs(self):
        return [p for section in self.truth["sections"] for p in section["paragraphs"]]

    @cached_property
    def true_headings(self):
        return [h for section in self.truth["sections"] for h in section["headline"]]

    @cached_property
    def true_images(self):
        return self.truth.get("images") or []


class Figure:
    """A figure by set and name. The score of a set is the mean over the pages on which it is taken."""

    name = None
    sets = None  # None is all

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if cls.name:
            FIGURES.append(cls())

    def taken_on(self, page):
        return True

    def value(self, page):
        raise NotImplementedError

    def measure(self, page):
        """None where the figure is not taken on this page."""
        if self.sets and page.set not in self.sets:
            return None
        return self.value(page) if self.taken_on(page) else None

    def of_page(self, value):
        return value

    def of_set(self, values):
        return sum(values) / len(values)


class Headline(Figure):
    name = "headline"

    def taken_on(self, page):
        return page.truth.get("title")

    def value(self, page):
        return float(fold(page.record.get("headline")) == fold(page.truth["title"]))


class Lead(Figure):
    name, sets = "lead", ("fundus",)

    def taken_on(self, page):
        return " ".join(page.truth["lead"])

    def value(self, page):
        return float(words_f1(page.lead, " ".join(page.truth["lead"])) >= NEAR)


class Authors(Figure):
    name = "authors"

    def taken_on(self, page):
        return page.truth.get("authors")

    def value(self, page):
        return overlap_f1(folded_set(page.record.get("authors")), folded_set(page.truth["authors"]))


class Day(Figure):
    name = "day"

    def taken_on(self, page):
        return page.true_date

    def value(self, page):
        true, found = Moment(page.true_date), page.published
        return float(found.day == true.day or found.same_minute(true) or
                     (found.instant is not None and found.utc_day() == true.day))


class Instant(Figure):
    name = "instant"

    def taken_on(self, page):
        date = page.true_date
        return (date and Moment(date).has_time and re.search(r"[+-]\d\d:\d\d", date[10:])
                and date[11:19] != "00:00:00")

    def value(self, page):
        return float(page.published.same_minute(Moment(page.true_date)))


class BodyOfSections(Figure):
    """With the lead or without it, whichever agrees better: papers differ on where the lead belongs."""

    name, sets = "body", ("fundus",)

    def value(self, page):
        article = page.true_headings + page.true_paragraphs
        return max(
            overlap_f1(page.with_lead_words, word_counts(" ".join(page.truth["lead"] + article))),
            overlap_f1(page.body_words, word_counts(" ".join(article))),
        )


class BodyOfText(Figure):
    name, sets = "body", ("wcxb",)

    def taken_on(self, page):
        return page.truth.get("text")

    def value(self, page):
        true = word_counts(page.truth["text"])
        return max(overlap_f1(words, true) for words in (page.body_words, page.with_lead_words))


class BodyByShingles(Figure):
    """Runs of four words. Precision and recall are each averaged over the pages, then joined."""

    name, sets = "body", ("aeb",)

    @staticmethod
    def shingles(text):
        words = raw_words(text)
        if len(words) <= 4:
            return Counter([tuple(words)] if words else [])
        return Counter(zip(words, words[1:], words[2:], words[3:]))

    def value(self, page):
        true, found = self.shingles(page.truth["text"]), self.shingles("\n\n".join(page.with_lead))
        both = sum((true & found).values())
        extra, missed = sum(found.values()) - both, sum(true.values()) - both
        if not extra and not missed:
            return (1.0, 1.0)
        precision = both / (both + extra) if both or extra else None
        recall = both / (both + missed) if both or missed else None
        return (precision, recall)

    def of_page(self, value):
        return harmonic(value[0] or 0.0, value[1] or 0.0)

    def of_set(self, values):
        return harmonic(*self.parts(values))

    @staticmethod
    def parts(values):
        columns = ([v for v in column if v is not None] for column in zip(*values))
        return [sum(column) / max(1, len(column)) for column in columns]


class Paragraphs(Figure):
    name, sets = "paragraphs", ("fundus",)

    def value(self, page):
        mine = page.blocks("paragraph", "quote", "list_item", "preformatted")
        return overlap_f1(folded_list(mine), folded_list(page.true_paragraphs))


class Readings(Figure):
    """For pages whose truth puts in [brackets] the paragraphs that may be there or not."""

    sets = ("fundus-eval",)

    def best(self, page, agreement):
        given = page.truth["paragraphs"]
        optional = [p[:1] == "[" and p[-1:] == "]" for p in given]
        full = [p[1:-1] if o else p for p, o in zip(given, optional)]
        bare = [p for p, o in zip(full, optional) if not o]
        wanted = [full, bare] if any(optional) else [full]
        found = [page.with_lead] if page.with_lead == page.body else [page.with_lead, page.body]
        return max(0.0, max(agreement(w, f) for w in wanted for f in found))


class ReadingsParagraphs(Readings):
    name = "paragraphs"

    def value(self, page):
        return self.best(page, lambda w, f: overlap_f1(folded_list(f), folded_list(w)))


class ReadingsRouge(Readings):
    name = "rouge"

    def value(self, page):
        return self.best(page, rouge_lsum)


class Headings(Figure):
    name, sets = "headings", ("fundus",)

    def taken_on(self, page):
        return page.true_headings

    def value(self, page):
        return overlap_f1(folded_list(page.blocks("heading")), folded_list(page.true_headings))


class Cover(Figure):
    name, sets = "cover", ("fundus",)

    def taken_on(self, page):
        return any(image["cover"] for image in page.true_images)

    def value(self, page):
        urls = [u for image in page.true_images if image["cover"] for u in image["urls"]]
        leading = [image for image in page.images if image.get("lead")] or page.images
        return float(bool(leading) and same_image(leading[0].get("url"), urls))


class Captions(Figure):
    name, sets = "captions", ("fundus",)

    @staticmethod
    def of(images):
        return [image["caption"] for image in images if image.get("caption")]

    def taken_on(self, page):
        return self.of(page.true_images)

    def value(self, page):
        true, found = self.of(page.true_images), self.of(page.images)
        recall = sum(any(words_f1(f, t) >= NEAR for f in found) for t in true) / len(true)
        precision = sum(any(words_f1(f, t) >= NEAR for t in true) for f in found) / max(1, len(found))
        return harmonic(precision, recall)


class PhotoCredits(Figure):
    """The share of the true credits that stand on an image, or hold what stands on one."""

    name, sets = "photocred", ("fundus",)

    @staticmethod
    def of_truth(page):
        return [c for image in page.true_images for c in image["credits"] or []]

    @staticmethod
    def printed(image):
        credit = image.get("credit")
        if not isinstance(credit, dict):
            return credit or ""
        named = (credit.get("people") or []) + (credit.get("agencies") or [])
        return " ".join(filter(None, [credit.get("text")] + [name_of(n) for n in named]))

    def taken_on(self, page):
        return self.of_truth(page)

    def value(self, page):
        found = [fold(text) for text in map(self.printed, page.images) if text]
        true = folded_list(self.of_truth(page))
        return sum(any(t in f or (f and f in t) for f in found) for t in true) / len(true)


class Topics(Figure):
    name, sets = "topics", ("fundus",)

    def taken_on(self, page):
        return page.truth.get("topics")

    def value(self, page):
        return overlap_f1(folded_set(page.record.get("topics")), folded_set(page.truth["topics"]))


class With(Figure):
    """The share of the segments that must be in the text and are."""

    name = "with"

    def taken_on(self, page):
        return page.truth.get("with")

    def value(self, page):
        wanted = page.truth["with"]
        return sum(fold(segment) in page.everything for segment in wanted) / len(wanted)


class Without(Figure):
    """The share of the segments that must not be in the text and are not."""

    name = "without"

    def taken_on(self, page):
        return page.truth.get("without")

    def value(self, page):
        unwanted = page.truth["without"]
        return sum(fold(segment) not in page.everything for segment in unwanted) / len(unwanted)


def measure(truth, record):
    """The values of one page: a list of (index into FIGURES, value)."""
    page = Page(truth, record)
    values = ((i, figure.measure(page)) for i, figure in enumerate(FIGURES))
    return [(i, value) for i, value in values if value is not None]
