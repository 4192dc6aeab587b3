"""The rows of ruled tables as lines: the text of each cell, whose list items and paragraphs stay lines of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Kind, Line, Span, Spans, plain
from converter.read.markup import BULLETS, between, join
from converter.read.rows import Row, spans_of
from converter.read.ticks import BOXES

GAP = 1.35
USUAL_STEP = 1.35  # of a line to the next, as a share of the size
BULLET = re.compile(rf"[{BULLETS}o]\s+(?=\S)")
LABEL = re.compile(r"(?:\((?P<inner>\d{1,2}|[a-z]{1,4})\)|(?P<outer>\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
SYMBOL_BULLET = re.compile(r"^(?:[\uf020-\uf0ff]|o(?=\s))\s*(?=\S)")
DASHES = "-–—"
FIRST = frozenset({"1", "a", "i"})
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
ENDED = re.compile(r"[.?!:;][\"'”’)\]]*$|[;,] (?:and|or)$")


def ruled_lines(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows of a ruled table as lines."""
    step = usual_step(rows)
    for row in rows:
        if not row.ruled:
            continue
        merged = row.ruled.merged if any(count != 1 for count in row.ruled.merged) else ()
        yield Line(
            Kind.ROW,
            cells=tuple(cell_spans(cell, step) for cell in row.ruled.cells),
            gap=True,
            line=row.number,
            page=row.page,
            size=row.size,
            bold=row.bold,
            merged=merged,
        )


def usual_step(rows: Sequence[Row]) -> float:
    """How far apart the lines of a table's cells are, as a share of their size."""
    cells = [cell for row in rows if row.ruled for cell in row.ruled.cells]
    steps = Counter(round(step(*pair), 1) for cell in cells for pair in pairwise(cell) if step(*pair) > 0)
    usual = [found for found, count in steps.most_common(1) if count > 1]
    return min(usual, default=USUAL_STEP)


def step(before: Row, row: Row) -> float:
    return (before.base - row.base) / max(before.size, row.size, 1.0)


def cell_spans(lines: Sequence[Row], usual: float) -> Spans:
    """The text of a cell: its lines as one, but for list items, boxes to tick and new paragraphs."""
    found: Spans = ()
    said, last = "", ""
    for at, line in enumerate(lines):
        text = " ".join(plain(spans_of(cell)) for cell in line.cells).strip()
        if not text:
            continue
        apart = at > 0 and step(lines[at - 1], line) > GAP * usual
        label = label_of(text, said, last)
        mark = "\n" if apart or label else between(said, text)
        found = join(found, (Span(SYMBOL_BULLET.sub("• ", text)),), mark)
        said, last = text, label or last
    return found


def label_of(text: str, before: str, last: str) -> str:
    """The bullet or label with which a line of a cell begins an item, empty where it only happens to begin so.

    A dash may go on a sentence, and a number may end one: it counts at a sentence's end, or where it is the next.
    """
    if text[:1] in BOXES:
        return text[0]
    ended = not before or bool(ENDED.search(before))
    if bullet := BULLET.match(text):
        sure = ended or bullet[0][0] not in DASHES or not text[bullet.end()].islower()
        return bullet[0].strip() if sure or last == bullet[0].strip() else ""
    if not (found := LABEL.match(text)):
        return ""
    label = (found["inner"] or found["outer"]).lower()
    return label if ended or label in FIRST or label == following(last) else ""


def following(label: str) -> str:
    """The label after this one; after a small Roman number the next one."""
    if label in ROMAN[:-1]:
        return ROMAN[ROMAN.index(label) + 1]
    if label.isdecimal():
        return str(int(label) + 1)
    return chr(ord(label) + 1) if len(label) == 1 and label.isalpha() else ""
