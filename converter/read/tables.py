"""Tables whose entries run over several lines: lines of one entry stand closer than one entry and the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Kind, Line
from converter.read.rows import BASELINE, Piece, Row, joined, spans_of

LOOSE = 1.15
COLUMN = 6.0
LEAST_ENTRIES = 3
MOST_COLUMNS = 8
ITEM_NUMBER = re.compile(
    r"\s*(?:Item )?(?:[A-H]?\d{1,2}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5})[.):]?(?:\s+(?=[A-Z‘“'\"(])|\s*$)"
)

Cells = list[list[Piece]]


def entry_lines(band: Sequence[Row]) -> list[Line]:
    """The entries of a table, each as one row; empty where a band of rows is none with such entries."""
    columns = column_starts(band)
    if not 1 < len(columns) <= MOST_COLUMNS or len(entries := list(parted(band))) < LEAST_ENTRIES:
        return []
    if not all(placed(cell[0].left, columns) is not None for row in band for cell in row.cells):
        return []
    rows = [cells_of(entry, columns) for entry in entries]
    if sum(sum(map(bool, cells)) > 1 for cells in rows) < LEAST_ENTRIES:
        return []
    return [row_line(entry[0], cells) for entry, cells in zip(entries, rows, strict=True)]


def parted(band: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each entry; all in one where every row is as far from the next."""
    steps = [before.base - row.base for before, row in pairwise(band)]
    usual = [step for step, count in Counter(round(step) for step in steps).items() if count > 1]
    tight = min(usual, default=min(steps, default=0.0))
    entry = list(band[:1])
    for step, row in zip(steps, band[1:], strict=True):
        if step > LOOSE * tight:
            yield entry
            entry = []
        entry.append(row)
    yield entry


def column_starts(band: Sequence[Row]) -> list[float]:
    """Where the columns begin: the left edges that cells of several rows share."""
    lefts = sorted(cell[0].left for row in band if len(row.cells) > 1 for cell in row.cells)
    groups: list[list[float]] = []
    for left in lefts:
        if groups and left - groups[-1][0] < COLUMN:
            groups[-1].append(left)
        else:
            groups.append([left])
    return [group[0] for group in groups if len(group) > 1]


def placed(left: float, columns: Sequence[float]) -> int | None:
    """The column that begins at `left`, None where none does."""
    return next((at for at, start in enumerate(columns) if abs(left - start) < COLUMN), None)


def cells_of(entry: Sequence[Row], columns: Sequence[float]) -> Cells:
    """The pieces of an entry by column, also where too little room was left between two columns."""
    cells: Cells = [[] for _ in columns]
    for row in entry:
        for cell in row.cells:
            at = placed(cell[0].left, columns) or 0
            for place, piece in enumerate(cell):
                column = placed(piece.left, columns) if piece.text.strip() else None
                at = column if column is not None and column > at else at
                cells[at].append(piece if place else piece._replace(text=" " + piece.text))
    return cells


def row_line(row: Row, cells: Sequence[Sequence[Piece]]) -> Line:
    """A row of a table that begins with `row`; a title that an item's number begins is a line of its own."""
    numbered = bool(cells[0]) and bool(ITEM_NUMBER.match(joined(cells[0])))
    return Line(
        Kind.ROW,
        cells=tuple(spans_of(titled(cell) if numbered and cell else cell) for cell in cells),
        gap=True,
        line=row.number,
        page=row.page,
        size=row.size,
        bold=row.bold,
    )


def titled(cell: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a cell, its first line apart where the word after it had room there: so a title ends."""
    below = next((at for at, piece in enumerate(cell) if cell[0].base - piece.base > BASELINE), 0)
    word = cell[below].text.split()[:1]
    if not below or not word or word[0][0].islower():
        return cell
    first = cell[below]
    letter = (first.right - first.left) / len(first.text)
    room = max(piece.right for piece in cell) - max(piece.right for piece in cell[:below])
    if room < (len(word[0]) + 1) * letter:
        return cell
    return (*cell[:below], first._replace(text=f"\n{first.text.lstrip()}"), *cell[below + 1 :])
