"""Ruled tables: the words of a page put into the cells of its grids, and a table over several pages made one.

A row that covers all columns is text in a frame where it holds many lines, or begins or ends the table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from converter.model import Kind, LeftOut, Line, Span, Spans, plain
from converter.read.furniture import at_edge
from converter.read.grids import Cell, Grid
from converter.read.markup import BULLETS, between, join
from converter.read.rows import Piece, Row, Ruled, rows_of, spans_of
from converter.read.ticks import BOXES

REASON = "table header repeated on the next page"
INSIDE = 0.3  # what stands for a piece is this share of its size above its line
OVER = 4.0
OVERFLOW = 0.2  # more pieces than this across its lines, and a drawing is no table
TIGHT = 0.2  # closer than that two pieces are one word
RUNS_ON = 0.05
FEW_FILLED = 0.2
TITLE_LINES = 3
GAP = 1.35
USUAL_STEP = 1.35  # of a line to the next, as a share of the size
SAME_COLUMN = 3.0
MOST_BETWEEN = 4
BULLET = re.compile(rf"[{BULLETS}o]\s+(?=\S)")
LABEL = re.compile(r"(?:\((?P<inner>\d{1,2}|[a-z]{1,4})\)|(?P<outer>\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
SYMBOL_BULLET = re.compile(r"^(?:[\uf020-\uf0ff]|o(?=\s))\s*(?=\S)")
DASHES = "-–—"
FIRST = frozenset({"1", "a", "i"})
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
ENDED = re.compile(r"[.?!:;][\"'”’)\]]*$|[;,] (?:and|or)$")

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
    """The rows numbered on from `first`, and with those that cover all columns each of their lines."""
    found: list[Row] = []
    for row in rows:
        lines = tuple(replace(line, number=first + at) for at, line in enumerate(text_of(row)))
        ruled = replace(row.ruled, cells=(lines, *row.ruled.cells[1:])) if row.ruled and lines else row.ruled
        found.append(replace(row, number=first, ruled=ruled))
        first += max(1, len(lines))
    return found


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
    if len({cell.row for cell in filled}) < 2 or len(single) < 2:
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


# ---------------------------------------------------------------- tables over several pages


def join_tables(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """Tables that go on over pages as one: a header is left out where it comes again, a row that was cut is whole.

    What stands between the parts at the edges of the pages comes after the table.
    """
    if not any(row.ruled for row in rows):
        return list(rows), []
    kept: list[Row] = []
    left_out: list[LeftOut] = []
    runs = [list(some) for _, some in groupby(rows, key=lambda row: id(row.ruled.grid) if row.ruled else 0)]
    at = 0
    while at < len(runs):
        table, aside = runs[at], list[Row]()
        first, last = table, table
        at += 1
        while steps := next_part(runs, at, last, table):
            part = runs[at + steps - 1]
            again = repeated(first, part)
            left_out += [LeftOut(row.text, REASON, row.number, row.page) for row in part[:again]]
            table = joined_rows(table, part[again:])
            aside += runs[at] if steps > 1 else []
            last = part
            at += steps
        table = without_indents(table)
        kept += freed(numbered([*table, *aside]) if aside else table)
    return kept, left_out


def without_indents(table: Sequence[Row]) -> list[Row]:
    """The rows of a table without columns that are there only to set some cells in: what else stands at their place
    covers the next column too, in most rows."""
    rows = list(table)
    at = 0
    while rows[0].ruled and at < len(rows[0].ruled.merged) - 1:
        covering = [row for row in rows if row.ruled and row.ruled.merged[at] > 1]
        empty = [row for row in rows if row.ruled and row.ruled.merged[at] == 1 and not row.ruled.cells[at]]
        narrow = len(covering) + len(empty) == len(rows) and sum(not text_of(row) for row in covering) >= len(empty) > 0
        if narrow:
            rows = [without_column(row, at) for row in rows]
        else:
            at += 1
    return rows


def without_column(row: Row, at: int) -> Row:
    """A row whose cells in two columns, one of them empty or covered, are one."""
    ruled = row.ruled
    if not ruled:
        return row
    cell = ruled.cells[at] or ruled.cells[at + 1]
    wide = ruled.merged[at] - 1 if ruled.merged[at] > 1 else ruled.merged[at + 1]
    cells = (*ruled.cells[:at], cell, *ruled.cells[at + 2 :])
    return replace(row, ruled=replace(ruled, cells=cells, merged=(*ruled.merged[:at], wide, *ruled.merged[at + 2 :])))


def freed(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table, those that are text in a frame as lines of text."""
    inner = [at for at, row in enumerate(rows) if row.ruled and not text_of(row)]
    for at, row in enumerate(rows):
        lines = text_of(row)
        if lines and (not inner or not inner[0] < at < inner[-1] or len(lines) > TITLE_LINES):
            yield from lines
        else:
            yield row


def numbered(rows: Sequence[Row]) -> list[Row]:
    """The rows with their own numbers in rising order."""
    return [replace(row, number=number) for row, number in zip(rows, sorted(row.number for row in rows), strict=True)]


def next_part(runs: Sequence[Sequence[Row]], at: int, last: Sequence[Row], table: Sequence[Row]) -> int:
    """How many runs on the table goes on at the top of the next page, 0 where it does not."""
    if not last[0].ruled:
        return 0
    between = at < len(runs) and not runs[at][0].ruled and len(runs[at]) <= MOST_BETWEEN and all(map(at_edge, runs[at]))
    steps = 2 if between else 1
    if at + steps > len(runs):
        return 0
    part = runs[at + steps - 1]
    after = part[0].page == last[-1].page + 1
    return steps if after and same_columns(columns_of(table), columns_of(part)) else 0


def columns_of(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where the columns of a table part."""
    return max((row.ruled.grid.columns for row in rows if row.ruled), key=len, default=())


def same_columns(first: Sequence[float], second: Sequence[float]) -> bool:
    """Whether two grids have the same columns, but for those that one of them merges throughout."""
    fewer, more = sorted((first, second), key=len)
    if not fewer or abs(fewer[0] - more[0]) > SAME_COLUMN or abs(fewer[-1] - more[-1]) > SAME_COLUMN:
        return False
    return all(any(abs(place - other) <= SAME_COLUMN for other in more) for place in fewer)


def repeated(first: Sequence[Row], part: Sequence[Row]) -> int:
    """How many rows at the top of a part are those at the top of the table."""
    count = 0
    while count < min(len(first), len(part)) and texts(first[count]) == texts(part[count]):
        count += 1
    return count


def texts(row: Row) -> list[str]:
    """The words of each cell that has some."""
    return [" ".join(line.text for line in cell) for cell in row.ruled.cells if cell] if row.ruled else []


def joined_rows(table: Sequence[Row], part: Sequence[Row]) -> list[Row]:
    """The rows of a table and those of its next part, all with as many cells, a row cut by the page's end whole."""
    columns = max(columns_of(table), columns_of(part), key=len)
    rows, more = [with_columns(row, columns) for row in table], [with_columns(row, columns) for row in part]
    if rows and more and is_rest(rows, more):
        rows[-1], more = whole(rows[-1], more[0]), more[1:]
    return rows + more


def with_columns(row: Row, columns: Sequence[float]) -> Row:
    """A row with its cells in these columns."""
    ruled = row.ruled
    if not ruled or len(ruled.merged) == len(columns) - 1:
        return row
    own = ruled.grid.columns
    starts = [min(range(len(columns)), key=lambda at: abs(columns[at] - place)) for place in own]
    cells: list[tuple[Row, ...]] = [()] * (len(columns) - 1)
    merged = [0] * (len(columns) - 1)
    for at, (cell, wide) in enumerate(zip(ruled.cells, ruled.merged, strict=True)):
        cells[starts[at]] = cell
        merged[starts[at]] = starts[at + wide] - starts[at] if wide else 0
    return replace(row, ruled=replace(ruled, cells=tuple(cells), merged=tuple(merged)))


def is_rest(table: Sequence[Row], part: Sequence[Row]) -> bool:
    """Whether the first row of a part is the rest of the table's last one: its cells go on where those ended."""
    last, rest = table[-1].ruled, part[0].ruled
    if not last or not rest or last.merged != rest.merged:
        return False
    pairs = [(before, after) for before, after in zip(last.cells, rest.cells, strict=True) if after]
    if not pairs or not all(before for before, _ in pairs):
        return False
    if last.grid.open_bottom and rest.grid.open_top:
        return True
    cut = [goes_on(before[-1].text, after[0].text) for before, after in pairs]
    if not last.cells[0] or rest.cells[0]:
        return cut[0] and sum(cut) * 2 >= len(cut)
    others = [row.ruled.cells[0] for row in (*table, *part[1:]) if row.ruled]
    return any(cut) or (len(others) > 2 and all(others))


def goes_on(before: str, after: str) -> bool:
    """Whether a text goes on in the middle of a sentence."""
    return not ENDED.search(before) and after[:1].islower()


def whole(row: Row, rest: Row) -> Row:
    """A row with the rest of its cells."""
    if not row.ruled or not rest.ruled:
        return row
    cells = tuple((*a, *b) for a, b in zip(row.ruled.cells, rest.ruled.cells, strict=True))
    return replace(row, pieces=(*row.pieces, *rest.pieces), ruled=replace(row.ruled, cells=cells))


# ---------------------------------------------------------------- lines


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
