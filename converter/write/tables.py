"""Tables: a head where the first rows name the columns, the merged cells of a head, a tracker's rows with addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.model import Spans, Table, plain
from converter.write.escape import html_text

EMPTY_CELL: Spans = ()
NO_HEAD = re.compile(r"\d|^\*|:$")  # a figure, a name with a mark, a label
FIGURES = re.compile(r"[£$€]?[\d.,%/–-]+\w?")
MOSTLY = 0.8
LABEL_CELLS = 2

Rows = Sequence[Sequence[Spans]]
Write = Callable[[Spans], str]


def table_markup(block: Table, inline: Write, markup: Write) -> str:
    """A table as Markdown where that can say it, else as HTML; `inline` and `markup` write a cell in each."""
    width = max(len(row) for row in block.rows)
    rows = [(*row, *[EMPTY_CELL] * (width - len(row))) for row in block.rows]
    if any(block.marks):
        return tracker_table(rows, block, markup)
    if has_labels(rows):
        return label_table(rows, markup)
    if has_merged_head(rows):
        return merged_table(rows, markup)
    return pipe_table(rows, inline) if has_header(rows) else html_table(rows, markup)


def texts(row: Sequence[Spans]) -> list[str]:
    return [plain(cell).strip() for cell in row]


# ---------------------------------------------------------------- heads


def has_header(rows: Rows) -> bool:
    """Whether the first row names the columns: it is full, the rows below have gaps, figures or grades."""
    first, *rest = map(texts, rows)
    if not rest or len(first) < 2 or not all(first) or any(NO_HEAD.search(cell) for cell in first):
        return False
    if any(span.grade for cell in rows[0] for span in cell):
        return False
    gaps = any(not cell for row in rest for cell in row)
    graded = any(span.grade for row in rows[1:] for cell in row for span in cell)
    figures = any(all(FIGURES.fullmatch(row[at]) for row in rest) for at in range(len(first)))
    return gaps or graded or figures


def has_labels(rows: Rows) -> bool:
    """Whether each row is a label and its value, as in the head of a paper."""
    firsts = [row[0] for row in map(texts, rows)]
    filled = [first for first in firsts if re.search(r"\w", first)]
    return len(rows[0]) == LABEL_CELLS and len(filled) > 1 and all(first.endswith(":") for first in filled)


def has_merged_head(rows: Rows) -> bool:
    """Whether the cells of the first row head several columns each, over rows that are nearly all full."""
    first, *rest = map(texts, rows)
    spans = head_spans(first)
    if len(rest) < 2 or len(spans) < 2 or min(spans) < 2 or not first[0]:
        return False
    cells = [bool(cell) for row in rest for cell in row]
    return sum(cells) >= MOSTLY * len(cells)


def head_spans(cells: Sequence[str]) -> list[int]:
    """How many columns each filled cell of a row of heads covers, up to the next filled one."""
    filled = [at for at, cell in enumerate(cells) if cell]
    ends = [*filled, len(cells)][1:]
    return [after - at for at, after in zip(filled, ends, strict=True)]


# ---------------------------------------------------------------- kinds of tables


def pipe_table(rows: Rows, inline: Write) -> str:
    written = ["| " + " | ".join(inline(cell) or " " for cell in row) + " |" for row in rows]
    return "\n".join([written[0], "|" + " --- |" * len(rows[0]), *written[1:]])


def html_table(rows: Rows, markup: Write) -> str:
    written = [html_row(row, markup) for row in rows]
    return "\n".join(["<table>", *written, "</table>"])


def html_row(row: Sequence[Spans], markup: Write) -> str:
    """A row of a table; what stands alone in it has the whole width."""
    if len(row) > 1 and row[0] and not any(row[1:]):
        return f'<tr><td colspan="{len(row)}">{markup(row[0])}</td></tr>'
    if len(row) > LABEL_CELLS and row[-1] and not any(row[:-1]):
        return f'<tr><td colspan="{len(row)}" class="last">{markup(row[-1])}</td></tr>'
    return "<tr>" + "".join(f"<td>{markup(cell)}</td>" for cell in row) + "</tr>"


def label_table(rows: Rows, markup: Write) -> str:
    """A table whose rows are labels with their values."""
    written = [f'<tr><th scope="row">{markup(row[0])}</th><td>{markup(row[1])}</td></tr>' for row in rows]
    return "\n".join(['<table class="labels">', *written, "</table>"])


def merged_table(rows: Rows, markup: Write) -> str:
    """A table whose first row heads several columns with each cell."""
    body = "\n".join(html_row(row, markup) for row in rows[1:])
    return f"<table>\n<thead>\n{head_row(rows[0], markup)}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def head_row(row: Sequence[Spans], markup: Write) -> str:
    """A row of heads; what is empty belongs to the head before it."""
    cells = texts(row)
    if not cells[0]:
        return "<tr>" + "".join(f'<th scope="col">{markup(cell)}</th>' for cell in row) + "</tr>"
    written, at = [], 0
    for span in head_spans(cells):
        scope = "colgroup" if span > 1 else "col"
        wide = f' colspan="{span}"' if span > 1 else ""
        written.append(f'<th scope="{scope}"{wide}>{markup(row[at])}</th>')
        at += span
    return "<tr>" + "".join(written) + "</tr>"


def tracker_table(rows: Rows, block: Table, markup: Write) -> str:
    """A tracker: a row for each item with its address; each cell knows its head, for a page too narrow for columns."""
    marks = block.marks
    head = next(at for at, mark in enumerate(marks) if mark)
    heads = [" ".join(cell.split()) for cell in texts(rows[head - 1])]
    top = "\n".join(head_row(row, markup) for row in rows[:head])
    pairs = zip(rows[head:], marks[head:], strict=True)
    body = "\n".join(tracker_row(row, mark, mark in block.closed, heads, markup) for row, mark in pairs)
    return f'<table class="tracker">\n<thead>\n{top}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>'


def tracker_row(row: Sequence[Spans], mark: str, closed: bool, heads: Sequence[str], markup: Write) -> str:
    state = '<span class="state closed">Closed</span>' if closed else '<span class="state">Open</span>'
    link = f'<a class="row-link" href="#{mark}" aria-label="Link to row {mark.rpartition("-")[2]}"></a>{state}'
    cells = []
    for at, (cell, head) in enumerate(zip(row, heads, strict=True)):
        cells.append(f'<td data-label="{html_text(head)}">{"" if at else link}{markup(cell)}</td>')
    return f'<tr id="{mark}">' + "".join(cells) + "</tr>"
