"""Footnotes: marks in the text, and the notes at the foot of a page that they refer to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from converter.model import Footnote, Kind, Line, Span, Spans
from converter.read.markup import splice, strip_prefix
from converter.recognise.rejoin import ended

SUPERSCRIPT = {mark: str(digit) for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
MARKS = "".join(SUPERSCRIPT)
MARK = re.compile(rf"[{MARKS}]+")
NOTE = re.compile(rf"(?P<mark>[{MARKS}]+)\s*(?=[^\s.,;:])")
SAME_SIZE = 0.7


def take_footnotes(
    lines: Sequence[Line], before: Sequence[Footnote] = ()
) -> tuple[tuple[Line, ...], tuple[Footnote, ...]]:
    """The lines without footnotes, marks in them made references, and the notes in order.

    After this every reference names a note that exists; a mark without a note stays as printed. Where marks
    begin again, a reference belongs to the note of its mark on its own page or the next; where a file has no
    pages, to the first one that comes after it. Keys go on from those of the notes `before` on the same page.
    """
    rest, groups = part_notes(lines)
    notes: list[tuple[Line, Footnote]] = []
    count = Counter(note.mark for note in before)
    for first, *more in groups:
        found = NOTE.match(first.text)
        mark = number(found["mark"]) if found else ""
        count[mark] += 1
        key = f"{mark}-{count[mark]}" if count[mark] > 1 else mark
        spans = splice([strip_prefix(words_of(first), found.end() if found else 0), *map(words_of, more)])
        notes.append((first, Footnote(mark, spans, key)))
    places = Places(tuple(notes))
    return tuple(with_references(line, places) for line in rest), tuple(note for _, note in notes)


def part_notes(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The lines that belong to no note, and the lines of each note."""
    rest: list[Line] = []
    notes: list[list[Line]] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        before = notes[-1] if notes else []
        foot = next((at for at, line in enumerate(page) if is_note(line)), len(page))
        carried = carried_over(page, foot, before)
        rest += page[: foot - carried]
        before += page[foot - carried : foot]
        for line in page[foot:]:
            if is_note(line):
                notes.append([line])
            elif line.page and same_type(notes[-1][0], line):
                notes[-1].append(line)
            else:
                rest.append(line)
    return rest, notes


def is_note(line: Line) -> bool:
    return line.kind is Kind.TEXT and bool(NOTE.match(line.text))


def same_type(note: Line, line: Line) -> bool:
    return abs(note.size - line.size) < SAME_SIZE


def carried_over(page: Sequence[Line], foot: int, note: Sequence[Line]) -> int:
    """How many lines above the first note of a page carry on the last one of the page before."""
    if not note or not note[-1].page or note[-1].page + 1 != page[0].page or ended(note[-1].text):
        return 0
    at = foot
    while at and same_type(note[0], page[at - 1]):
        at -= 1
    return foot - at if 0 < at < foot and not same_type(note[0], page[0]) else 0


def words_of(line: Line) -> Spans:
    """The words of a line of a note, which white space may have parted into cells."""
    return line.spans if line.kind is not Kind.ROW else splice(line.cells)


@dataclass(frozen=True)
class Places:
    """Where the notes stand."""

    notes: tuple[tuple[Line, Footnote], ...]

    def key(self, mark: str, line: Line) -> str:
        """The key of the note that `mark` in `line` refers to, empty where there is none."""
        return (self.on_page if line.page else self.after)(mark, line)

    def on_page(self, mark: str, line: Line) -> str:
        page = line.page or 0
        return self.pages.get((page, mark)) or self.pages.get((page + 1, mark)) or ""

    def after(self, mark: str, line: Line) -> str:
        same = [(first.line, note.key) for first, note in self.notes if note.mark == mark]
        return next((key for at, key in same if at >= line.line), same[-1][1] if same else "")

    @cached_property
    def pages(self) -> dict[tuple[int, str], str]:
        return {(first.page or 0, note.mark): note.key for first, note in reversed(self.notes)}


def with_references(line: Line, places: Places) -> Line:
    """`line` with each mark that has a note as a span of its own."""
    if not MARK.search(line.text):
        return line
    keys = {mark: places.key(mark, line) for mark in map(number, MARK.findall(line.text))}
    return replace(
        line,
        spans=tuple(references(line.spans, keys)),
        cells=tuple(tuple(references(cell, keys)) for cell in line.cells),
    )


def references(spans: Spans, keys: Mapping[str, str]) -> Iterable[Span]:
    for span in spans:
        at = 0
        for match in MARK.finditer(span.text):
            if not keys.get(number(match[0])):
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
