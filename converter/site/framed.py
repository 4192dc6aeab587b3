"""Tables of a built page: each in a box that scrolls; where a phone stacks the rows, each cell with its head."""

from __future__ import annotations

import re
from html import unescape

from converter.write.escape import html_text

TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
BODY = re.compile(r"(?<=<tbody>).*?(?=</tbody>)", re.DOTALL)
ROW = re.compile(r"(?<=<tr>).*?(?=</tr>)", re.DOTALL)
CELL = re.compile(r"<td\b")
TAG = re.compile(r"<[^>]*>")


def framed(page: str, stacked: bool) -> str:
    """The HTML of a page with its tables, as Markdown makes them, put in boxes; `stacked` names the cells too."""
    return TABLE.sub(lambda found: box(found[1], stacked), page)


def box(content: str, stacked: bool) -> str:
    labelled = with_labels(content) if stacked else content
    return f'<div class="pp-scroll"><table class="pp-table">{labelled}</table></div>'


def with_labels(content: str) -> str:
    """Each cell of a table's body with the words that head its column."""
    heads = [html_text(unescape(TAG.sub("", head)).strip()) for head in HEAD.findall(content.partition("</thead>")[0])]
    return BODY.sub(lambda body: ROW.sub(lambda row: labelled_row(row[0], heads), body[0]), content)


def labelled_row(row: str, heads: list[str]) -> str:
    names = iter(heads)

    def label(cell: re.Match[str]) -> str:
        name = next(names, "")
        return f'{cell[0]} data-label="{name}"' if name else cell[0]

    return CELL.sub(label, row)
