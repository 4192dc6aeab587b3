"""Pages as people see them: texts are gathered by the way they run, each way in the coordinates in which it reads.

A way is counted in quarter turns against the clock: 0 runs to the right, 1 upwards, 2 to the left upside down, 3
downwards; a slanted text has a way of its own. The way of most letters is the page's, whatever its rotation says.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from converter.read.grids import Grid
from converter.read.rows import Piece, Row
from converter.read.ruled import after, rows_with_tables
from converter.read.rules import Seen

SLANTED = 4
SLANT = 0.25


class Matrix(NamedTuple):
    """How a PDF places what it draws: x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


class Box(NamedTuple):
    """An upright rectangle in points."""

    left: float
    bottom: float
    right: float
    top: float


SAME = Matrix(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class View:
    """The pieces of a page that run one way, `turn` quarters from the page's own; the page's size seen that way.

    The page's own way also has the grids of its rules, seen as its pieces are.
    """

    turn: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    grids: tuple[Grid, ...] = ()


def within(outer: Matrix, inner: Matrix) -> Matrix:
    """What `inner` does inside something that `outer` places."""
    return Matrix(
        outer.a * inner.a + outer.c * inner.b,
        outer.b * inner.a + outer.d * inner.b,
        outer.a * inner.c + outer.c * inner.d,
        outer.b * inner.c + outer.d * inner.d,
        outer.a * inner.e + outer.c * inner.f + outer.e,
        outer.b * inner.e + outer.d * inner.f + outer.f,
    )


def placed(matrix: Matrix, box: Box) -> Box:
    """The rectangle around a box that `matrix` places."""
    across, up = zip(*[matrix.seen(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)], strict=True)
    return Box(min(across), min(up), max(across), max(up))


def way(matrix: Matrix) -> int:
    """The way in which a text runs that `matrix` places."""
    across, up = abs(matrix.a), abs(matrix.b)
    if min(across, up) > SLANT * max(across, up):
        return SLANTED
    if up > across:
        return 1 if matrix.b > 0 else 3
    return 2 if matrix.a < 0 and matrix.d < 0 else 0


def reading(turn: int, page: Box, x: float, y: float) -> tuple[float, float]:
    """A point of a page in the coordinates in which texts of one way run to the right."""
    across, up = x - page.left, y - page.bottom
    width, height = page.right - page.left, page.top - page.bottom
    return {1: (up, width - across), 2: (width - across, height - up), 3: (height - up, across)}.get(turn, (across, up))


def seen_from(turn: int, page: Box) -> Seen | None:
    """How the places of a page become those of one way, None where they are the same."""
    return partial(reading, turn, page) if turn or page.left or page.bottom else None


def turned_piece(text: str, matrix: Matrix, box: Box, page: Box, size: float, bold: bool) -> tuple[int, Piece]:
    """A text set sideways, or inside a form that is moved: its way, and itself in that way's coordinates."""
    turn = way(matrix)
    first, base = reading(turn, page, matrix.e, matrix.f)
    sides = [reading(turn, page, x, y)[0] for x, y in ((box.left, box.bottom), (box.right, box.top))]
    left, right = sorted(sides) if all(map(math.isfinite, sides)) else (first, first)
    return turn, Piece(text, left, right, base, size, bold)


def ways_of(found: Mapping[int, Sequence[Piece]], rotation: int) -> list[int]:
    """The ways in which the pieces of a page run, the page's own first; there is always one."""
    if len(found) < 2:
        return list(found) or [rotation]
    letters = {turn: sum(len(piece.text) for piece in pieces) for turn, pieces in found.items()}
    return sorted(found, key=lambda turn: (turn != SLANTED, letters[turn], turn == rotation), reverse=True)


def views_of(
    found: Mapping[int, Sequence[Piece]], ways: Sequence[int], page: Box, grids: tuple[Grid, ...] = ()
) -> tuple[View, ...]:
    """The pieces of a page by their ways, the first of which is the page's own and has its grids."""
    return tuple(
        view_of(turn, ways[0], page, found[turn], () if at else grids) for at, turn in enumerate(ways) if turn in found
    )


def view_of(turn: int, own: int, page: Box, pieces: Sequence[Piece], grids: tuple[Grid, ...]) -> View:
    sides = (page.right - page.left, page.top - page.bottom)
    width, height = sides[::-1] if turn in (1, 3) else sides
    turned = SLANTED if SLANTED in (turn, own) and turn != own else (turn - own) % 4
    return View(turned, width, height, tuple(pieces), grids)


def rows_seen(views: Sequence[View], page: int, first: int, *, tables: bool = True) -> list[Row]:
    """The rows of a page, numbered on from `first`: its own, then those of texts that run another way."""
    rows: list[Row] = []
    for view in views:
        grids = view.grids if tables else ()
        try:
            some = rows_with_tables(view.pieces, grids, page, view.height, first)
        except (OverflowError, ValueError):  # a place that is no number
            some = rows_with_tables(list(filter(is_somewhere, view.pieces)), grids, page, view.height, first)
        first = after(some, first)
        rows += [replace(row, turn=view.turn) for row in some] if view.turn else some
    return rows


def is_somewhere(piece: Piece) -> bool:
    return all(map(math.isfinite, (piece.left, piece.right, piece.base, piece.size)))
