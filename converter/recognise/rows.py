"""Rows of a table that the end of a page cut in two, and where one table ends and the next begins.

Text does not say where pages end, only that white space stands between two rows; what a cut leaves behind tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Line, Spans, plain
from converter.read.markup import join
from converter.recognise.dates import MONTHS
from converter.recognise.rejoin import ended, open_ended

YEAR = re.compile(r"(?:19|20)\d\d\b")
MONTH_END = re.compile(rf"\b(?:{'|'.join(MONTHS)})$", re.IGNORECASE)

Row = tuple[Spans, ...]


def is_new_table(before: Row, line: Line) -> bool:
    """Whether a row begins another table: white space stands above it and it has another number of cells."""
    return line.gap and not line.size and len(line.cells) != len(before)


def with_row(rows: tuple[Row, ...], line: Line) -> tuple[Row, ...]:
    """The rows with the one of `line`; cells that go on with those above them are put there.

    Where the first cell alone goes on, the rest is a row of its own below it.
    """
    last = rows[-1]
    if not line.gap or line.size or len(line.cells) != len(last):
        return (*rows, line.cells)
    goes = [goes_on(above, cell) for above, cell in zip(last, line.cells, strict=True)]
    filled = [bool(cell) for cell in line.cells]
    if not any(goes) or (goes[0] != filled[0] and filled[0]):
        return (*rows, line.cells)
    if all(go for go, full in zip(goes, filled, strict=True) if full):
        return (*rows[:-1], joined(last, line.cells))
    if not goes[0]:
        return (*rows, line.cells)
    head = joined(last, (line.cells[0], *[()] * (len(last) - 1)))
    return (*rows[:-1], head, ((), *line.cells[1:]))


def goes_on(above: Spans, cell: Spans) -> bool:
    """Whether a cell is the rest of the one above it."""
    before, text = plain(above).rstrip(), plain(cell).lstrip()
    if not before or not text or ended(before):
        return False
    year = bool(YEAR.match(text) and MONTH_END.search(before))
    return text[0].islower() or open_ended(before) or year


def joined(above: Sequence[Spans], below: Sequence[Spans]) -> Row:
    return tuple(join(first, second) for first, second in zip(above, below, strict=True))
