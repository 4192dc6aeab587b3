"""Footnotes: marks in the text, and the notes at the foot of a page that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from converter.model import Footnote, Kind, Line, Span, Spans
from converter.read.markup import strip_prefix

SUPERSCRIPT = {mark: str(digit) for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
MARKS = "".join(SUPERSCRIPT)
MARK = re.compile(rf"[{MARKS}]+")
NOTE = re.compile(rf"(?P<mark>[{MARKS}]+)\s*(?=\S)")


def take_footnotes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The lines without footnotes, marks in them made references, and the notes in order.

    After this every reference names a note that exists; a mark without a note stays as printed.
    """
    notes: list[Footnote] = []
    rest: list[Line] = []
    for line in lines:
        found = NOTE.match(line.text) if line.kind is Kind.TEXT else None
        if found:
            notes.append(Footnote(number(found["mark"]), strip_prefix(line.spans, found.end())))
        else:
            rest.append(line)
    marks = {note.mark for note in notes}
    return tuple(with_references(line, marks) for line in rest), tuple(notes)


def with_references(line: Line, marks: set[str]) -> Line:
    """`line` with each mark that has a note as a span of its own."""
    if not MARK.search(line.text):
        return line
    return replace(
        line,
        spans=tuple(references(line.spans, marks)),
        cells=tuple(tuple(references(cell, marks)) for cell in line.cells),
    )


def references(spans: Spans, marks: set[str]) -> Iterable[Span]:
    for span in spans:
        at = 0
        for match in MARK.finditer(span.text):
            if number(match[0]) not in marks:
                continue
            if before := span.text[at : match.start()]:
                yield replace(span, text=before)
            yield Span(match[0], note=number(match[0]))
            at = match.end()
        if rest := span.text[at:]:
            yield replace(span, text=rest)


def number(mark: str) -> str:
    """A superscript mark as plain digits."""
    return "".join(SUPERSCRIPT[digit] for digit in mark)
