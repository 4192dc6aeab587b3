"""Ruled tables over several pages made one: headers that come again left out, rows that a page's end cut made whole.

A row that covers all columns is text in a frame where it holds many lines, or begins or ends the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.model import LeftOut
from converter.read.celltext import ENDED
from converter.read.furniture import at_edge
from converter.read.rows import Row
from converter.read.ruled import text_of

REASON = "table header repeated on the next page"
TITLE_LINES = 3
SAME_COLUMN = 3.0
MOST_BETWEEN = 4


def join_papers(papers: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The papers of a document, in each its tables as one over its pages; the numbers of rows still rise."""
    kept: list[list[Row]] = []
    left_out: list[LeftOut] = []
    last = 0
    for rows in papers:
        some, headers = join_tables(rows)
        some = rising(some, last)
        last = some[-1].number if some else last
        kept.append(some)
        left_out += headers
    return kept, left_out


def rising(rows: Sequence[Row], last: int) -> list[Row]:
    """The rows numbered as they are but for those that would not come after the one before them."""
    found = []
    for row in rows:
        last = max(row.number, last + 1)
        found.append(row if row.number == last else replace(row, number=last))
    return found


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
    for place, row in enumerate(rows):
        lines = text_of(row)
        if lines and (not inner or not inner[0] < place < inner[-1] or len(lines) > TITLE_LINES):
            yield from (replace(line, number=row.number + at, frame=row.number) for at, line in enumerate(lines))
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
