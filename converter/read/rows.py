"""Pieces of text on their baselines: rows, their cells and their superscripts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from converter.model import Span, Spans
from converter.read.grids import Grid
from converter.read.markup import BULLETS, clean

CELL_GAP = 1.2
COLUMN_GAP = 0.7  # enough where a row close by has a cell that begins at the same place
COLUMN = 1.5
CLOSE = 60.0
WORD_GAP = 0.18
SAME_WORD_GAP = 0.3
STOPS = frozenset(".,;:")
BASELINE = 2.0
SMALL = 0.75
RAISED = 0.7
ON_LINE = 0.15  # a mark stands at least this much of the size above the line: no paragraph's number does
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LETTER = r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[A-Z]\)|[IVXL]{1,5}\."
MARKER = re.compile(rf"{LETTER}|\d{{1,3}}\s?\.?|[A-Z]?\d{{1,2}}(?:\.\d{{1,3}}){{1,3}}\.?|[{BULLETS}o]")
RAISED_DIGITS = re.compile(r"\s*\d{1,3}(?:[,–-]\s?\d{1,3})*\s*")
APOSTROPHE = re.compile(r"(?<=\w)(?: (['’])s|(['’]) s)\b")  # with a space that nobody meant


class Piece(NamedTuple):
    """A run of characters: its text, left and right edge, baseline, size and weight, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Row:
    """A baseline of a page, counted through the document: its pieces from left to right.

    `columns` are where cells of the rows close by begin; `turn` says by how many quarters it is set otherwise than
    its page; `ruled` is there where it is a row of a ruled table, `frame` where it is text in the frame of one: that
    one's number. What follows from the pieces is asked for many times, and worked out once.
    """

    number: int
    page: int
    height: float
    pieces: tuple[Piece, ...]
    columns: tuple[float, ...] = ()
    turn: int = 0
    ruled: Ruled | None = None
    frame: int = 0
    base: float = field(init=False)
    size: float = field(init=False)
    left: float = field(init=False)

    def __post_init__(self) -> None:
        main = main_piece(self.pieces)
        object.__setattr__(self, "base", main.base)
        object.__setattr__(self, "size", main.size)
        object.__setattr__(self, "left", self.pieces[0].left)

    @cached_property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces if piece.text.strip())

    @cached_property
    def text(self) -> str:
        if self.ruled:
            return " ".join(line.text for cell in self.ruled.cells for line in cell)
        return " ".join(joined(cell).strip() for cell in self.cells).strip()

    @cached_property
    def cells(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces parted where the gap is wide, raised digits as superscripts, or as a ruled table parts them."""
        if self.ruled:
            parts = (tuple(piece for line in cell for piece in line.pieces) for cell in self.ruled.cells)
            return tuple(filter(None, parts))
        return tuple(cells(self))


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a row of a ruled table knows: its grid, its place there, and for each column the lines of its cell.

    `merged` says how many columns each cell covers, 0 for a covered one.
    """

    grid: Grid
    at: int
    cells: tuple[tuple[Row, ...], ...]
    merged: tuple[int, ...]


def main_piece(pieces: Sequence[Piece]) -> Piece:
    """A piece like most of a row; a number or an initial may be set larger."""
    if len(pieces) == 1:
        return pieces[0]
    if all(piece.size == pieces[0].size for piece in pieces):
        return max(pieces, key=lambda piece: len(piece.text))
    lengths: dict[float, int] = defaultdict(int)
    for piece in pieces:
        lengths[piece.size] += len(piece.text.strip())
    return max(pieces, key=lambda piece: (lengths[piece.size], len(piece.text)))


def rows_of(pieces: Iterable[Piece], page: int, height: float, first: int = 1) -> list[Row]:
    """The rows of a page from top to bottom, numbered on from `first`; raised digits stand in the row below them."""
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        place = round(piece.base / BASELINE)
        near = place if place in lines else place + 1 if place + 1 in lines else place - 1
        lines[near if near in lines else place].append(piece)
    ordered = (in_reading_order(lines[key]) for key in sorted(lines, reverse=True))
    return with_columns(attach_raised([Row(first + at, page, height, some) for at, some in enumerate(ordered)]))


def with_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, each with the places where cells of the rows close by begin."""
    starts = [(row.base, cell[0].left) for row in rows for cell in row.cells[1:]]
    if not starts:
        return list(rows)
    return [
        replace(row, columns=near) if (near := tuple(x for y, x in starts if abs(y - row.base) < CLOSE)) else row
        for row in rows
    ]


def in_reading_order(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: piece.left))


def attach_raised(rows: Sequence[Row]) -> list[Row]:
    """Rows of nothing but small digits put into the row below whose line they stand in."""
    kept: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        if all(is_raised(piece) for piece in row.pieces):
            waiting.append(row)
            continue
        for small in waiting:
            if small.base - row.base < RAISED * row.size and small.size < SMALL * row.size:
                row = replace(row, pieces=in_reading_order((*row.pieces, *small.pieces)))
            else:
                kept.append(small)
        waiting = []
        kept.append(row)
    return kept + waiting


def is_raised(piece: Piece) -> bool:
    """Whether this may stand above the line: a footnote's mark, what parts two, or the end of an ordinal."""
    return is_digits(piece) or piece.text.strip() in {"st", "nd", "rd", "th", ","}


def is_digits(piece: Piece) -> bool:
    return bool(RAISED_DIGITS.fullmatch(piece.text))


# ---------------------------------------------------------------- cells


def cells(row: Row) -> Iterator[tuple[Piece, ...]]:
    first, *further = raised(row)
    cell = [first]
    for piece, after in zip_longest(further, further[1:]):
        before = cell[-1]
        gap = piece.left - before.right
        wide = gap > (cell_gap(row, piece) if row.columns else CELL_GAP) * row.size
        if wide and (not is_marker(cell) or are_figures([*cell, piece], after)):
            yield tuple(cell)
            cell = [piece]
        elif gap > word_gap(before, piece) * max(before.size, piece.size) and not before.text.endswith(" "):
            cell.append(piece._replace(text=" " + piece.text))
        else:
            cell.append(piece)
    yield tuple(cell)


def cell_gap(row: Row, piece: Piece) -> float:
    """How wide a gap parts cells before a piece, as a share of the size."""
    return COLUMN_GAP if any(abs(piece.left - start) < COLUMN for start in row.columns) else CELL_GAP


def word_gap(before: Piece, piece: Piece) -> float:
    """How wide a gap parts words, as a share of the size; more between two digits, and before a stop, which is thin."""
    digits = before.text[-1:].isdigit() and piece.text[:1].isdigit()
    return SAME_WORD_GAP if digits or piece.text[:1] in STOPS else WORD_GAP


def raised(row: Row) -> list[Piece]:
    """The pieces of a row, small digits above its baseline as superscripts."""
    small = SMALL * row.size
    return [
        piece._replace(text=piece.text.strip().translate(DIGITS))
        if piece.size < small and piece.base > row.base + ON_LINE * row.size and is_digits(piece)
        else piece
        for piece in row.pieces
    ]


def is_marker(pieces: Sequence[Piece]) -> bool:
    """Whether these pieces are only a paragraph's number or a bullet."""
    return bool(MARKER.fullmatch(joined(pieces).strip()))


def are_figures(pieces: Sequence[Piece], after: Piece | None) -> bool:
    """Whether two numbers, already apart, are cells of their own: nothing stands close after the second."""
    apart = after is None or after.left - pieces[-1].right > CELL_GAP * pieces[-1].size
    return apart and len(pieces) == 2 and all(piece.text.strip().isdecimal() for piece in pieces)


def joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def spans_of(pieces: Iterable[Piece]) -> Spans:
    """The text of a cell."""
    text = clean(joined(pieces)).strip()
    if "’" in text or "'" in text:
        text = APOSTROPHE.sub(r"\1\2s", text)
    return (Span(text),) if text else ()
