"""Grids of ruled lines: lines that touch, the boxes between them, and the cells that the boxes make up.

A line that is missing between two boxes makes them one cell. A grid that is open at one side, as at the end of a
page, is closed where its lines end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from converter.read.rules import Area, Rule, Rules

SAME = 2.5  # lines so close are one
JOIN = 4.0  # a line goes on after so small a gap
TOUCH = 3.0
LEAST_CELL = 5.0  # two lines closer than that are a double one
OPEN = 8.0  # lines that run on so far beyond the last one leave a grid open
LEAST_LINE = 6.0
COVERED = 0.5
ODD = 0.25
LEAST_CELLS = 4
MOST_LINES = 500  # a page with more is a map or a drawing

Box = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: its first row and column, and how many of each it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Grid:
    """A ruled table: where its columns part, from the left, where its rows part, from the top, and its cells.

    `open_top` and `open_bottom` say that no line closes it there.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]

    @cached_property
    def cell_of(self) -> dict[Box, Cell]:
        """The cell that holds each box."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    @cached_property
    def depths(self) -> tuple[float, ...]:
        """Where the rows part, counted downwards."""
        return tuple(-place for place in self.rows)

    def at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point, None outside the grid."""
        column = bisect_right(self.columns, x) - 1
        row = bisect_right(self.depths, -y) - 1
        return self.cell_of.get((row, column))

    def holds(self, other: Grid) -> bool:
        """Whether another grid lies inside this one."""
        return (
            other is not self
            and self.columns[0] <= other.columns[0] + TOUCH
            and other.columns[-1] <= self.columns[-1] + TOUCH
            and self.bottom <= other.bottom + TOUCH
            and other.top <= self.top + TOUCH
        )


def grids_of(rules: Rules) -> tuple[Grid, ...]:
    """The grids of at least two columns, from the top of the page to its end; one row may be what a page's end left."""
    if not rules.lying or not rules.upright:
        return ()
    lying, upright = whole_lines(rules.lying), whole_lines(rules.upright)
    if max(len(lying), len(upright)) > MOST_LINES:
        return ()
    found = (grid_of(*part, rules.areas) for part in connected(lying, upright) if grid_of(*part))
    return tuple(sorted((grid for grid in found if grid), key=lambda grid: (-grid.top, grid.columns[0])))


def whole_lines(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of a line put together, such as the borders of single cells and dashes."""
    whole: list[Rule] = []
    for same in near(sorted(rules, key=by_place), SAME):
        place = sum(rule.place for rule in same) / len(same)
        low, high = min(same)[:2]
        for rule in sorted(same):
            if rule.low > high + JOIN:
                whole.append(Rule(low, high, place))
                low, high = rule.low, rule.high
            high = max(high, rule.high)
        whole.append(Rule(low, high, place))
    return [rule for rule in whole if rule.high - rule.low >= LEAST_LINE]


def near(rules: Sequence[Rule], distance: float) -> Iterator[list[Rule]]:
    """Groups of lines, sorted by their place, that lie no farther from the first of them."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.place - group[0].place > distance:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def connected(lying: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that touch or cross one another, directly or through others."""
    left = set(range(len(upright)))
    crossing = [[at for at in left if touch(rule, upright[at])] for rule in lying]
    of_upright: dict[int, list[int]] = defaultdict(list)
    for number, ats in enumerate(crossing):
        for at in ats:
            of_upright[at].append(number)
    seen: set[int] = set()
    for start in range(len(lying)):
        if start in seen:
            continue
        seen.add(start)
        rows, columns, waiting = [start], set[int](), [start]
        while waiting:
            for at in crossing[waiting.pop()]:
                if at not in columns:
                    columns.add(at)
                    new = [number for number in of_upright[at] if number not in seen]
                    seen.update(new)
                    rows += new
                    waiting += new
        if columns:
            yield [lying[at] for at in sorted(rows)], [upright[at] for at in sorted(columns)]


def touch(lying: Rule, upright: Rule) -> bool:
    return (
        lying.low - TOUCH <= upright.place <= lying.high + TOUCH
        and upright.low - TOUCH <= lying.place <= upright.high + TOUCH
    )


# ---------------------------------------------------------------- boxes and cells


def grid_of(lying: Sequence[Rule], upright: Sequence[Rule], areas: Sequence[Area] = ()) -> Grid | None:
    """The grid of lines that touch; None where they are a frame, a cross or a drawing."""
    lying, upright = anchored(lying, upright), anchored(upright, lying)
    if not lying or not upright:
        return None
    down = list(near(upright, LEAST_CELL))
    columns = [middle(group) for group in down]
    across = list(near(sorted([*lying, *edges(areas, lying, columns)], key=by_place), LEAST_CELL))
    rows = [middle(group) for group in across]
    open_bottom, open_top = open_ends(upright, rows[0], rows[-1])
    open_left, open_right = open_ends(lying, columns[0], columns[-1])
    rows, across = closed(rows, across, open_bottom, open_top)
    columns, down = closed(columns, down, open_left, open_right)
    if len(rows) < 2 or len(columns) < 3:
        return None
    rows, across = rows[::-1], across[::-1]
    cells = cells_of(rows, columns, across, down)
    by_row = [[cell for cell in cells if cell.row == row] for row in range(len(rows) - 1)]
    if not any(len(some) > 1 for some in by_row):
        return None
    if len(rows) > 2 and (len(cells) < LEAST_CELLS or sum(map(bool, by_row)) < 2):
        return None
    return Grid(tuple(columns), tuple(rows), tuple(cells), open_top is not None, open_bottom is not None)


def anchored(lines: Sequence[Rule], others: Sequence[Rule]) -> list[Rule]:
    """The lines that end at the ones across them or beyond all of them: an underline ends in the middle of a cell."""
    first, last = others[0].place - OPEN, others[-1].place + OPEN
    return [
        line
        for line in lines
        if (line.low < first or any(abs(line.low - other.place) <= TOUCH for other in others))
        and (line.high > last or any(abs(line.high - other.place) <= TOUCH for other in others))
    ]


def edges(areas: Sequence[Area], lying: Sequence[Rule], columns: Sequence[float]) -> Iterator[Rule]:
    """The upper and lower edges of shaded cells: areas in the grid that reach from one column's side to another's."""
    low, high = lying[0].place - TOUCH, lying[-1].place + TOUCH
    for area in areas:
        inside = low <= area.bottom and area.top <= high and area.top - area.bottom > OPEN
        if inside and all(any(abs(side - at) <= TOUCH for at in columns) for side in (area.left, area.right)):
            yield Rule(area.left, area.right, area.bottom)
            yield Rule(area.left, area.right, area.top)


def by_place(rule: Rule) -> float:
    return rule.place


def middle(group: Sequence[Rule]) -> float:
    return sum(rule.place for rule in group) / len(group)


def open_ends(lines: Sequence[Rule], first: float, last: float) -> tuple[float | None, float | None]:
    """Where the lines end that run on beyond the first and the last line across them, at least two and all alike."""
    before = [line.low for line in lines if line.low < first - OPEN]
    after = [line.high for line in lines if line.high > last + OPEN]
    return tuple(  # type: ignore[return-value]
        min(ends) if len(ends) > 1 and max(ends) - min(ends) <= TOUCH else None for ends in (before, after)
    )


def closed(
    places: list[float], groups: list[list[Rule]], before: float | None, after: float | None
) -> tuple[list[float], list[list[Rule]]]:
    """The places of lines with those at open ends."""
    first = [] if before is None else [before]
    last = [] if after is None else [after]
    return [*first, *places, *last], [*([] for _ in first), *groups, *([] for _ in last)]


def cells_of(
    rows: Sequence[float], columns: Sequence[float], across: Sequence[Sequence[Rule]], down: Sequence[Sequence[Rule]]
) -> list[Cell]:
    """The cells in reading order; none where too much of the grid is no rectangle, as in a drawing."""
    high, wide = len(rows) - 1, len(columns) - 1
    group = {(row, column): (row, column) for row in range(high) for column in range(wide)}

    def root(box: Box) -> Box:
        while group[box] != box:
            box = group[box]
        return box

    for row in range(high):
        for column in range(wide):
            if column and not covered(down[column], rows[row + 1], rows[row]):
                group[root((row, column))] = root((row, column - 1))
            if row and not covered(across[row], columns[column], columns[column + 1]):
                group[root((row, column))] = root((row - 1, column))
    boxes: dict[Box, list[Box]] = defaultdict(list)
    for box in group:
        boxes[root(box)].append(box)
    cells: list[Cell] = []
    odd = 0.0
    for some in boxes.values():
        cell = around(some)
        if cell.rows * cell.columns == len(some):
            cells.append(cell)
        else:
            cells += [Cell(*box) for box in some]
            odd += sum((rows[row] - rows[row + 1]) * (columns[at + 1] - columns[at]) for row, at in some)
    area = (rows[0] - rows[-1]) * (columns[-1] - columns[0])
    return sorted(cells, key=lambda cell: (cell.row, cell.column)) if odd <= ODD * area else []


def around(boxes: Sequence[Box]) -> Cell:
    """The cell that holds all of these boxes."""
    rows, columns = [row for row, _ in boxes], [column for _, column in boxes]
    return Cell(min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)


def covered(lines: Sequence[Rule], low: float, high: float) -> bool:
    """Whether lines at one place run along most of the stretch from `low` to `high`."""
    run = max((min(high, line.high) - max(low, line.low) for line in lines), default=0.0)
    return run > COVERED * (high - low)
