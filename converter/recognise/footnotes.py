"""Footnotes: marks in the text, and the notes at the foot of a page that they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from converter.model import Footnote, Kind, Line, Span, Spans
from converter.read.markup import strip_prefix

SUPERSCRIPT = {mark: str(digit) for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
MARKS = "".join(SUPERSCRIPT)
MARK = re.compile(rf"[{MARKS}]+")
NOTE = re.compile(rf"(?P<mark>[{MARKS}]+)\s*(?=\S)")


def take_footnotes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The lines without footnotes, marks in them made references, and the notes in order.

    After this every reference names a note that exists; a mark without a note stays as printed. Where marks
    begin again, a reference belongs to the first note of its mark that comes after it.
    """
    notes: list[tuple[int, Footnote]] = []
    rest: list[Line] = []
    for line in lines:
        found = NOTE.match(line.text) if line.kind is Kind.TEXT else None
        if found:
            mark = number(found["mark"])
            again = sum(note.mark == mark for _, note in notes)
            key = f"{mark}-{again + 1}" if again else mark
            notes.append((line.line, Footnote(mark, strip_prefix(line.spans, found.end()), key)))
        else:
            rest.append(line)
    return tuple(with_references(line, notes) for line in rest), tuple(note for _, note in notes)


def with_references(line: Line, notes: Sequence[tuple[int, Footnote]]) -> Line:
    """`line` with each mark that has a note as a span of its own."""
    if not MARK.search(line.text):
        return line
    keys: dict[str, str] = {}
    for at, note in notes:
        if note.mark not in keys or at < line.line:
            keys[note.mark] = note.key
    for at, note in reversed(notes):
        if at >= line.line:
            keys[note.mark] = note.key
    return replace(
        line,
        spans=tuple(references(line.spans, keys)),
        cells=tuple(tuple(references(cell, keys)) for cell in line.cells),
    )


def references(spans: Spans, keys: Mapping[str, str]) -> Iterable[Span]:
    for span in spans:
        at = 0
        for match in MARK.finditer(span.text):
            if number(match[0]) not in keys:
                continue
            if before := span.text[at : match.start()]:
                yield replace(span, text=before)
            yield Span(match[0], note=keys[number(match[0])])
            at = match.end()
        if rest := span.text[at:]:
            yield replace(span, text=rest)


def number(mark: str) -> str:
    """A superscript mark as plain digits."""
    return "".join(SUPERSCRIPT[digit] for digit in mark)
