"""Ruled tables: which grids of a page are tables, and the words that stand in their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from converter.read.grids import Cell, Grid
from converter.read.rows import Piece, Row, Ruled, rows_of

INSIDE = 0.3  # what stands for a piece is this share of its size above its line
OVER = 4.0
OVERFLOW = 0.2  # more pieces than this across its lines, and a drawing is no table
TIGHT = 0.2  # closer than that two pieces are one word
RUNS_ON = 0.05
FEW_FILLED = 0.2

Taken = dict[Cell, list[Piece]]


def rows_with_tables(pieces: Sequence[Piece], grids: Sequence[Grid], page: int, height: float, first: int) -> list[Row]:
    """The rows of a page, those of its ruled tables among them, numbered on from `first`."""
    loose, parts = list(pieces), list[list[Row]]()
    for grid in chosen(grids, pieces):
        taken, rest = taken_by(grid, loose)
        loose = rest
        parts.append(table_rows(*parted(grid, taken), page, height))
    if not parts:
        return rows_of(pieces, page, height, first)
    parts.sort(key=lambda rows: -top(rows[0]))
    ordered: list[Row] = []
    for row in rows_of(loose, page, height) if loose else ():
        while parts and top(parts[0][0]) > row.base:
            ordered += parts.pop(0)
        ordered.append(row)
    ordered += [row for rows in parts for row in rows]
    return counted(ordered, first)


def counted(rows: Iterable[Row], first: int) -> list[Row]:
    """The rows numbered on from `first`, with room for each line of those that cover all columns."""
    found: list[Row] = []
    for row in rows:
        found.append(replace(row, number=first))
        first = after(found, first)
    return found


def after(rows: Sequence[Row], first: int) -> int:
    """The number of the row after these, `first` where there are none."""
    return max(first, rows[-1].number + max(1, len(text_of(rows[-1])))) if rows else first


def text_of(row: Row) -> tuple[Row, ...]:
    """The lines of a row that covers all columns of its table, none of any other."""
    return row.ruled.cells[0] if row.ruled and row.ruled.merged[0] == len(row.ruled.merged) else ()


def top(row: Row) -> float:
    return row.ruled.grid.rows[row.ruled.at] if row.ruled else row.base


# ---------------------------------------------------------------- which grids are tables


def chosen(grids: Sequence[Grid], pieces: Sequence[Piece]) -> list[Grid]:
    """The grids that hold a table; one round another gives way unless most words stand beside the inner one."""
    if not grids:
        return []
    taken = {grid: taken_by(grid, pieces)[0] for grid in grids}
    tables = {grid: some for grid, some in taken.items() if is_table(grid, some) and not is_drawing(grid, some, pieces)}
    kept = list(tables)
    for outer in tables:
        inner = [grid for grid in kept if outer.holds(grid)]
        inside = sum(len(some) for grid in inner for some in tables[grid].values())
        if inner and sum(map(len, tables[outer].values())) > 2 * inside:
            kept = [grid for grid in kept if grid not in inner]
        elif inner:
            kept.remove(outer)
    return kept


def taken_by(grid: Grid, pieces: Iterable[Piece]) -> tuple[Taken, list[Piece]]:
    """The pieces that stand in each cell, and the others."""
    taken: Taken = defaultdict(list)
    rest: list[Piece] = []
    for piece in pieces:
        if cell := cell_at(grid, piece):
            taken[cell].append(piece)
        else:
            rest.append(piece)
    return taken, rest


def cell_at(grid: Grid, piece: Piece) -> Cell | None:
    """The cell in which a piece begins."""
    y = piece.base + INSIDE * piece.size
    if not grid.bottom < y < grid.top:
        return None
    lead = (len(piece.text) - len(piece.text.lstrip())) / len(piece.text) * (piece.right - piece.left)
    return grid.at(piece.left + lead + min((piece.right - piece.left - lead) / 2, piece.size / 2), y)


def is_table(grid: Grid, taken: Taken) -> bool:
    """Whether words stand in the rows and columns of a grid, and not across them."""
    filled = [cell for cell, some in taken.items() if some]
    single = {cell.column for cell in filled if cell.columns == 1}
    if len({cell.row for cell in filled}) < min(2, len(grid.rows) - 1) or len(single) < 2:
        return False
    if len(filled) < FEW_FILLED * len(grid.cells):
        return False
    across = sum(
        piece.right - (piece.size if piece.text[-1:] == " " else 0.0) > grid.columns[cell.column + cell.columns] + OVER
        for cell, some in taken.items()
        for piece in some
    )
    return across <= OVERFLOW * sum(map(len, taken.values()))


def is_drawing(grid: Grid, taken: Taken, pieces: Sequence[Piece]) -> bool:
    """Whether words run on over the lines of a grid, from one cell to the next or out of it."""
    high, low = grid.top, grid.bottom
    lines = len({(cell, round(piece.base)) for cell, some in taken.items() for piece in some})
    near = sorted(
        (piece for piece in pieces if low < piece.base < high), key=lambda piece: (round(piece.base), piece.left)
    )
    runs_on = sum(
        -after.size < after.left - before.right < TIGHT * after.size
        and round(before.base) == round(after.base)
        and not (before.text.endswith(" ") or after.text.startswith(" "))
        and cell_at(grid, before) is not cell_at(grid, after)
        for before, after in pairwise(near)
    )
    return runs_on > RUNS_ON * lines


# ---------------------------------------------------------------- rows


def parted(grid: Grid, taken: Taken) -> tuple[Grid, Taken]:
    """The grid with those cells parted that no line parts but whose words keep to several columns, as heads may."""
    cells: list[Cell] = []
    found: Taken = {}
    for cell in grid.cells:
        places = by_column(grid, taken.get(cell, ())) if cell.columns > 1 else {}
        if len(places) > 1:
            single = {at: replace(cell, column=at, columns=1) for at in range(cell.column, cell.column + cell.columns)}
            cells += single.values()
            found |= {single[at]: some for at, some in places.items()}
        else:
            cells.append(cell)
            found[cell] = taken.get(cell, [])
    return replace(grid, cells=tuple(cells)), found


def by_column(grid: Grid, pieces: Sequence[Piece]) -> dict[int, list[Piece]]:
    """The pieces of a merged cell by the column in which they stand, empty where words run across the columns."""
    places: dict[int, list[Piece]] = defaultdict(list)
    for row in rows_of(pieces, 0, 0.0) if pieces else ():
        for part in row.cells:
            at = bisect_right(grid.columns, part[0].left + INSIDE * part[0].size) - 1
            if part[-1].right > grid.columns[max(0, min(at + 1, len(grid.columns) - 1))] + OVER:
                return {}
            places[at] += part
    return places


def table_rows(grid: Grid, taken: Taken, page: int, height: float) -> list[Row]:
    """The rows of a grid that hold words."""
    rows: list[Row] = []
    for at in range(len(grid.rows) - 1):
        cells = {cell: rows_of(taken[cell], page, height) for cell in grid.cells if cell.row == at and taken.get(cell)}
        if cells:
            rows.append(table_row(grid, at, cells, page, height))
    return rows


def table_row(grid: Grid, at: int, cells: dict[Cell, list[Row]], page: int, height: float) -> Row:
    """A row of a grid; a merged cell stands in its first row and column."""
    wide = len(grid.columns) - 1
    lines: list[tuple[Row, ...]] = [()] * wide
    merged = [1] * wide
    for column in range(wide):
        cell = grid.cell_of[at, column]
        merged[column] = cell.columns if cell.column == column else 0
        if cell.row == at and cell.column == column:
            lines[column] = tuple(cells.get(cell, ()))
    pieces = tuple(piece for cell_lines in lines for line in cell_lines for piece in line.pieces)
    return Row(1, page, height, pieces, ruled=Ruled(grid, at, tuple(lines), tuple(merged)))
