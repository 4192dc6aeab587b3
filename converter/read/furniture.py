"""Page furniture: running headers, footers and page numbers, told from the text that they stand beside.

A row at a page's edge is furniture where it comes back on several pages at one height, its number the same or
counting up with the pages. It stands apart: a line of a footnote that happens to come back does not. Where
headers stand on other pages, a section's name that heads only a page or two is one as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from converter.model import LeftOut
from converter.read.rows import Row

PAGES = 3
EDGE = 0.12
SAME_HEIGHT = 4.0
SAME_SIZE = 0.7
TIGHT = 1.35
NAMED = 10  # so long a text is no mere number
A_LINE = 3
NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
PAGE_NUMBER = re.compile(r"\D{0,6}\d{1,3}\D{0,8}\d{0,3}|[ivxlc]{1,7}")
BARE_NUMBER = re.compile(r"\W*(?:\d{1,3}|[ivxlc]{1,7})\W*")


def part_furniture(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """The rows without running headers, footers and page numbers, and those as left out."""
    found = furniture(rows)
    kept = [row for row in rows if row.number not in found]
    left_out = [LeftOut(row.text, reason(row.text), row.number, row.page) for row in rows if row.number in found]
    return kept, left_out


def reason(text: str) -> str:
    return "page number" if PAGE_NUMBER.fullmatch(text) else "running header or footer"


def furniture(rows: Sequence[Row]) -> set[int]:
    """The numbers of the rows that are furniture."""
    pages_of: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in rows:
        if at_edge(row):
            for key in keys(row):
                pages_of[key].add(row.page)
    usual = {key for key, pages in pages_of.items() if len(pages) >= PAGES}
    repeated = {row.number for row in rows if at_edge(row) and is_usual(row, usual)}
    found = {row.number for band in bands(rows) if all(row.number in repeated for row in band) for row in band}
    return found | named_headers(rows, found)


def is_usual(row: Row, usual: Collection[tuple[str, int]]) -> bool:
    """Whether many pages have this row; a running title may stand a line higher or lower on one of them."""
    steps = range(-A_LINE, A_LINE + 1) if len(row.text) >= NAMED else (0,)
    return any((text, place + step) in usual for text, place in keys(row) for step in steps)


def at_edge(row: Row) -> bool:
    """Whether a row stands at the top or the end of its page; one of a ruled table only where all the table does."""
    if row.ruled:
        return row.ruled.grid.top < EDGE * row.height or row.ruled.grid.bottom > (1 - EDGE) * row.height
    return row.base < EDGE * row.height or row.base > (1 - EDGE) * row.height


def height(row: Row) -> int:
    return round(row.base / SAME_HEIGHT)


def keys(row: Row) -> Iterator[tuple[str, int]]:
    """What stays the same from page to page: the words and the height, each number as it is or less the page's."""
    text, place = row.text, height(row)
    if BARE_NUMBER.fullmatch(text):
        yield "0", place
        return
    yield text, place
    for number in NUMBER.finditer(text):
        yield f"{text[: number.start()]}{int(number[0]) - row.page:+}{text[number.end() :]}", place


def bands(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows of one page and size with no white space between."""
    band = list(rows[:1])
    for before, row in pairwise(rows):
        tight = 0 <= before.base - row.base <= TIGHT * row.size and abs(before.size - row.size) < SAME_SIZE
        if before.page != row.page or not tight or before.ruled is not row.ruled:
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def named_headers(rows: Sequence[Row], found: set[int]) -> set[int]:
    """Rows of their own where other pages have their headers, which the document prints elsewhere as a title."""
    places = defaultdict(set)
    for row in rows:
        if row.number in found:
            places[height(row), round(row.size)].add(row.page)
    whole = " ".join(row.text for row in rows)
    return {
        band[0].number
        for band in bands(rows)
        if len(band) == 1
        and band[0].text[:1].isupper()
        and at_edge(band[0])
        and band[0].number not in found
        and len(places[height(band[0]), round(band[0].size)]) >= PAGES
        and whole.count(band[0].text) > 1
    }
