"""Footnotes at the foot of a page: the number that begins one is made the raised mark that it stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.model import Kind, Line, Span
from converter.read.markup import strip_prefix
from converter.read.rows import DIGITS

SMALLER = 0.7
MARK = re.compile("[⁰¹²³⁴-⁹]+")
LEADING = re.compile(r"(?P<mark>\d{1,3})(?:[.)]?\s+|(?=[A-Z‘“(]))(?=\S)")
MONTH = re.compile(r"\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def with_note_marks(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with the numbers of footnotes as marks: in small type at a page's foot, each the next or one
    that the text above refers to."""
    usual = body_size(lines)
    last = 0
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        foot = foot_of(page, usual)
        yield from page[:foot]
        if foot == len(page):
            continue
        known = {int(mark.translate(PLAIN)) for line in page[:foot] for mark in MARK.findall(line.text)}
        for at in range(foot, len(page)):
            number = note_number(page, at, last, known)
            yield marked(page[at]) if number else page[at]
            last = number or last


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most of a document is set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def foot_of(page: Sequence[Line], usual: float) -> int:
    """Where the small type at the foot of a page begins; below a heading alone it is a paper set in small type."""
    at = len(page)
    while at and page[at - 1].size < usual - SMALLER:
        at -= 1
    return at if any(line.size >= usual - SMALLER and not line.bold for line in page[:at]) else len(page)


def note_number(page: Sequence[Line], at: int, last: int, known: set[int]) -> int:
    """The number of the note that begins at `at`, 0 where none does."""
    found = LEADING.match(page[at].text) if page[at].kind is Kind.TEXT else None
    number = int(found["mark"]) if found else 0
    if not number or not (number == last + 1 or (number in known and number != last)):
        return 0
    again = any((other := LEADING.match(line.text)) and int(other["mark"]) == number for line in page[at + 1 :])
    return 0 if again and MONTH.match(page[at].text) else number


def marked(line: Line) -> Line:
    """`line` with its number as a raised mark."""
    found = LEADING.match(line.text)
    if not found:
        return line
    return replace(line, spans=(Span(found["mark"].translate(DIGITS) + " "), *strip_prefix(line.spans, found.end())))
