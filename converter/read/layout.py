"""Rows as lines: running text, list items, and table rows whose cells run over several baselines.

A band is a run of rows that no white space parts. Where an upright gutter runs through a band, it is one row
of a table: a grade, for instance, that is centred beside a label of two lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from converter.model import Kind, Line, plain
from converter.read.celltext import ruled_lines
from converter.read.markup import BULLETS, CHECKED, UNCHECKED, strip_prefix
from converter.read.rows import Piece, Row, is_marker, joined, spans_of
from converter.read.tables import ITEM_NUMBER, entry_lines, row_line

PARAGRAPH_GAP = 1.35
WIDEST_LEADING = 1.5  # sizes from line to line
OFTEN = 0.1
TABLE_ROWS = 6
COLUMN = 6.0
GUTTER = 6.0
LEVEL = 6.0
WIDEST_SPACE = 4.0
SAME_SIZE = 0.7
ALIGNED = 2.0
DASHES = "–-—"
LISTED = re.compile(r"\(?(?:\d{1,2}|[a-z])\)\s")
CHOICE = re.compile(rf"[{CHECKED}{UNCHECKED}]\s*\w[^{CHECKED}{UNCHECKED}]*")  # its box says something, so it stays
BULLET = re.compile(rf"[{BULLETS}o]\s+(?=\S)")


def lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows of a document as lines; `line` is the row's number."""
    loose = [row for row in rows if row.ruled is None]
    space, size = PARAGRAPH_GAP * usual_spacing(loose), usual_size(loose)
    before = 0
    lefts: list[float] = []
    for band in bands(rows, space, size):
        gap = band[0].page == before or not before
        if band[0].ruled:
            lefts.clear()
            yield from ruled_lines(band)
        elif sides := table_sides(band):
            yield row_line(band[0], sides)
        elif entries := entry_lines(band):
            yield from entries
        else:
            for at, row in enumerate(band):
                rest = at > 0 and goes_on(band[at - 1], row)
                running = is_justified(row, band[max(0, at - 1) : at + 2])
                if line := line_of(row, gap and at == 0, rest, running):
                    deep = depth(lefts, line, row.left)
                    yield replace(line, depth=deep) if deep else line
        before = band[-1].page


def depth(lefts: list[float], line: Line, left: float) -> int:
    """How deep an item stands in the list under way, whose levels begin at `lefts`; other text at its edge ends it."""
    if line.kind is not Kind.ITEM:
        if line.gap and lefts and left < lefts[0] + LEVEL:
            lefts.clear()
        return 0
    while lefts and left < lefts[-1] - LEVEL:
        lefts.pop()
    if not lefts or left > lefts[-1] + LEVEL:
        lefts.append(left)
    return len(lefts) - 1


def usual_spacing(rows: Sequence[Row]) -> float:
    """The distance of two lines of running text, to half a point: list items stand only a little wider apart.

    Where most paragraphs have one line, the usual step is that between paragraphs, wider than any line needs; then
    the next one below it that comes often is the step between lines.
    """
    steps = [a.base - b.base for a, b in pairwise(rows) if a.page == b.page and a.base > b.base]
    if not steps:
        return 12.0
    counts = Counter(round(2 * step) for step in steps)
    most, count = counts.most_common(1)[0]
    if most / 2 > WIDEST_LEADING * (size := usual_size(rows)):
        often = [step for step, some in counts.items() if size <= step / 2 < most / 2 and some > OFTEN * count]
        most = max(often, key=counts.__getitem__, default=most)
    return most / 2


def usual_size(rows: Sequence[Row]) -> float:
    """The size of running text."""
    return Counter(row.size for row in rows).most_common(1)[0][0] or 12.0 if rows else 12.0


def bands(rows: Sequence[Row], space: float, size: float) -> Iterator[list[Row]]:
    """The runs of rows of one page and one size that no white space parts; larger lines stand wider apart."""
    band: list[Row] = []
    for row in rows:
        last = band[-1] if band else row
        if row.ruled or last.ruled:
            apart = not (row.ruled and last.ruled and row.ruled.grid is last.ruled.grid)
        else:
            wider = max(1.0, row.size / size)
            apart = last.base - row.base > space * wider or abs(last.size - row.size) > SAME_SIZE or is_head(last, row)
        if band and (apart or row.page != last.page or row.turn != last.turn or row.frame != last.frame):
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def is_head(row: Row, below: Row) -> bool:
    """Whether a row of several cells in bold is the head of a table over one that is not."""
    return row.bold and not below.bold and len(row.cells) > 1


def table_sides(band: Sequence[Row]) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces left and right of a gutter, where a short band has one and its left side is no marker.

    Two rows with a cell on either side are two rows of a table, and so are those that items' numbers begin.
    """
    if not 1 < len(band) <= TABLE_ROWS or begins_item(band):
        return None
    if sum(begins_entry(row) for row in band) > 1:
        return None
    parts = [cell for row in band for cell in row.cells]
    starts = sorted({cell[0].left for cell in parts})
    for start in starts[1:]:
        left = [cell for cell in parts if cell[0].left < start - COLUMN]
        right = [cell for cell in parts if cell[0].left >= start - COLUMN]
        apart = left and max(cell[-1].right for cell in left) + GUTTER <= start
        if apart and max(cell[0].left for cell in right) - start < COLUMN and not any(map(is_labelled, left)):
            return spread(left), spread(right)
    return None


def begins_item(band: Sequence[Row]) -> bool:
    """Whether an item's number begins a row below the first one, at the edge of them all or left of words alone."""
    edge = min(row.left for row in band)
    at_edge = [row for row in band if row.left < edge + COLUMN]
    return at_edge != list(band[:1]) and all(ITEM_NUMBER.match(joined(row.cells[0])) for row in at_edge)


def is_labelled(cell: Sequence[Piece]) -> bool:
    """Whether a cell is only a marker, or an item of a list: "(1) ..."."""
    return is_marker(cell) or bool(LISTED.match(joined(cell).strip()))


def begins_entry(row: Row) -> bool:
    """Whether a row has a cell on either side and begins an entry; the rest of one has a cell in small letters."""
    parted = row.cells
    return len(parted) > 1 and not any(joined(cell).strip()[:1].islower() for cell in parted)


def spread(parts: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Cells one below the other as the pieces of one cell."""
    return [piece for cell in parts for piece in (cell[0]._replace(text=" " + cell[0].text), *cell[1:])]


def goes_on(before: Row, row: Row) -> bool:
    """Whether a row that begins with a dash carries on a sentence: it stands right below it at the same indent."""
    if row.text[:1] not in DASHES or row.text[1:2] != " " or not row.text[2:3].islower():
        return False
    aligned = any(abs(piece.left - row.left) < ALIGNED for piece in before.pieces)
    return aligned and before.text[-1:].isalnum() and not is_item(before)


def is_item(row: Row) -> bool:
    return bool(BULLET.match(row.text))


def is_justified(row: Row, around: Sequence[Row]) -> bool:
    """Whether the wide gaps of a row only stretch it to the margin: the line above or below runs through them."""
    if len(row.cells) < 2 or row.bold:
        return False
    gaps = [(a[-1].right, b[0].left) for a, b in pairwise(row.cells)]
    others = [other for other in around if other is not row and len(other.cells) == 1 and other.size == row.size]
    return all(
        any(other.left < start and end < other.pieces[-1].right for other in others)
        and end - start < WIDEST_SPACE * row.size
        for start, end in gaps
    )


def line_of(row: Row, gap: bool, rest: bool = False, running: bool = False) -> Line | None:
    """One row as a line; None where it holds nothing to read.

    It is never an item where it is the `rest` of a sentence, and where it is `running` its gaps part no cells.
    """
    found = (tuple(spread(row.cells)),) if running else row.cells
    parted = [spans for cell in found if (spans := spans_of(cell))]
    if not parted:
        return None
    kind, spans, marker = Kind.TEXT, parted[0], ""
    if len(parted) > 1:
        kind, spans = Kind.ROW, ()
    elif not rest and (bullet := BULLET.match(text := plain(spans))):
        kind, spans, marker = Kind.ITEM, strip_prefix(spans, bullet.end()), joined(row.pieces).strip()[:1]
    elif not rest and CHOICE.fullmatch(text):
        kind, marker = Kind.ITEM, joined(row.pieces).strip()[:1]
    cells = tuple(parted) if kind is Kind.ROW else ()
    return Line(kind, spans, cells, marker, gap=gap, line=row.number, page=row.page, size=row.size, bold=row.bold)
