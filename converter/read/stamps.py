"""What a meeting's system stamps on the pages of a pack: "Page 5", "Agenda Item 3", "Minute Item 7".

A stamp stands at the edge of its page, or sideways in its margin, and nothing else stands beside it. The words
alone prove nothing: a paper prints "AGENDA ITEM 5" in its own head, and a report "Page 5" at its foot. So pages are
stamped where an item is, or where the pages count through a document in which papers count their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from converter.read.furniture import TOLD, edge_counts
from converter.read.rows import Piece, Row, joined
from converter.read.turned import SLANTED, View

PAGE = re.compile(r"page (?P<number>\d{1,4})(?P<all> of \d{1,4})?", re.IGNORECASE)
ITEM_NUMBER = r" ?(?:[A-Z]?\d{1,3}(?:/\d{0,3})? ?[A-Za-z]?(?:\.\d{1,2})?|[IVX]{1,5})(?: ?\([a-z]{1,4}\))?"
ITEM = re.compile(rf"(?:Agenda|Minute) (?:Item(?: No\.?)?{ITEM_NUMBER}|Annex)")
LOUD = re.compile(ITEM.pattern, re.IGNORECASE)
SHORT = re.compile(r"Item(?: No\.?)? \d{1,3}[A-Za-z]?")
WORD = re.compile(r"page|item|annex", re.IGNORECASE)
BARE = re.compile(r"\W*\d{1,3}\W*")
EDGE = 0.08
MARGIN = 0.12  # where a stamp is set sideways, or stands beside the text
CLEAR = 1.5  # sizes above and below
BESIDE = 2.0  # sizes to the left and right on its own row
BASELINE = 2.5
SAME_HEIGHT = 4.0
SERIES = 2
SURE = 3


Places = Counter[tuple[int, tuple[int, int]]]


class Mark(NamedTuple):
    """Words that may be a stamp: `number` is a page's and empty for an item; `clear` where nothing stands beside it."""

    page: int
    text: str
    number: str
    row: Row
    pieces: tuple[Piece, ...]
    clear: bool

    @property
    def offset(self) -> int:
        """How far the number that is stamped is from the page's place in the file."""
        return int(self.number) - self.page

    @property
    def exact(self) -> bool:
        """Whether it was drawn at once, so that nothing else can be part of it."""
        return len(self.pieces) == 1

    @property
    def place(self) -> tuple[int, int]:
        """Which way it runs and how high it stands."""
        return self.row.turn % 2, round(self.pieces[0].base / SAME_HEIGHT)


@dataclass(frozen=True, slots=True)
class Stamped:
    """What was stamped on a page: its number, its item, and every mark with the reason to leave it out."""

    number: str
    item: str
    left_out: tuple[tuple[str, str], ...]
    pieces: frozenset[Piece]


def marks_of(views: Sequence[View], rows: Sequence[Row], page: int) -> list[Mark]:
    """The words on a page that may be stamps."""
    widths = {view.turn: view.width for view in views}
    found = [
        (row, run, text)
        for row in rows
        if row.turn != SLANTED and may_hold(row, widths[row.turn])
        for text, run in runs(row)
        if in_margin(row, run, widths[row.turn])
    ]
    held = {id(piece) for _, run, _ in found for piece in run}
    marks = []
    for row, run, text in found:
        number = PAGE.fullmatch(text)
        clear = stands_clear(row, run, rows, held)
        marks.append(Mark(page, text, number["number"] if number else "", row, run, clear))
    return marks


def is_stamp(text: str, row: Row) -> bool:
    item = LOUD if row.turn else ITEM
    return bool(PAGE.fullmatch(text) or item.fullmatch(text) or SHORT.fullmatch(text))


def may_hold(row: Row, width: float) -> bool:
    """Whether a row may hold a stamp; quickly, since every row is asked."""
    first, last = row.pieces[0], row.pieces[-1]
    if at_edge(row):
        return bool(WORD.search(row.text))
    return (last.left > (1 - MARGIN) * width and bool(WORD.search(last.text))) or (
        first.right < MARGIN * width and bool(WORD.search(first.text))
    )


def at_edge(row: Row) -> bool:
    edge = (MARGIN if row.turn else EDGE) * row.height
    return row.base < edge or row.base > row.height - edge


def in_margin(row: Row, run: Sequence[Piece], width: float) -> bool:
    return at_edge(row) or run[0].left > (1 - MARGIN) * width or run[-1].right < MARGIN * width


def runs(row: Row) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """The pieces of a row that read as a stamp: one by one where one holds it whole, else those of a cell."""
    whole = [(text, (piece,)) for piece in row.pieces if is_stamp(text := one_line([piece]), row)]
    if whole:
        yield from whole
        return
    start = 0
    for cell in row.cells:
        end = start + len(cell)
        if is_stamp(text := one_line(cell), row):
            yield text, row.pieces[start:end]
        start = end


def one_line(pieces: Iterable[Piece]) -> str:
    return " ".join(joined(pieces).split())


def stands_clear(row: Row, run: Sequence[Piece], rows: Sequence[Row], held: Collection[int]) -> bool:
    """Whether nothing stands beside, above or below a run but a page's number or another stamp."""
    left, right, size, base = run[0].left, run[-1].right, run[0].size, run[0].base
    for other in rows:
        if other.turn != row.turn or abs(other.base - base) >= max(CLEAR, BESIDE) * max(size, other.size):
            continue
        for piece in other.pieces:
            away = abs(piece.base - base)
            beside = (BESIDE if away < BASELINE else 1.0) * size
            if (
                away < CLEAR * max(size, piece.size)
                and piece.left < right + beside
                and piece.right > left - beside
                and not (id(piece) in held or not piece.text.strip() or BARE.fullmatch(piece.text))
            ):
                return False
    return True


# ---------------------------------------------------------------- the whole document


def stamped_pages(marks: Sequence[Mark], pages: Sequence[Sequence[Row]]) -> dict[int, Stamped]:
    """What was stamped on each page; empty where nothing proves that the document was stamped at all."""
    clear = [mark for mark in marks if mark.clear]
    places = Counter((mark.offset, mark.place) for mark in marks if mark.number and mark.exact)
    offsets = Counter(mark.offset for mark in marks if mark.number and (mark.clear or is_series(mark, places)))
    counted = max(offsets.values(), default=0)
    sideways = any(mark.row.turn for mark in clear if mark.number)
    items = [mark for mark in clear if not mark.number and not SHORT.fullmatch(mark.text)]
    if not items and not (counted >= SERIES and (sideways or papers_count(marks, pages))):
        return {}
    heads = {(mark.place, round(mark.row.size)) for mark in items}
    taken = [mark for mark in marks if is_taken(mark, places, heads, counted)]
    by_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in taken:
        by_page[mark.page].append(mark)
    return {page: stamped(some, offsets, edge_numbers(pages[page - 1])) for page, some in by_page.items()}


def papers_count(marks: Sequence[Mark], pages: Sequence[Sequence[Row]]) -> bool:
    """Whether pages also print numbers that begin anew, as those of papers do."""
    held = {piece for mark in marks for piece in mark.pieces}
    printed: list[set[tuple[int, int]]] = []
    for rows in pages:
        free = [tuple(piece for piece in row.pieces if piece not in held) for row in rows if at_edge(row)]
        printed.append(
            edge_counts(
                [replace(row, pieces=some) for row, some in zip(filter(at_edge, rows), free, strict=True) if some]
            )
        )
    runs_of = {offset for here, after in pairwise(printed) for offset, _ in here & after}
    begun = {offset for page, here in enumerate(printed) for offset, place in here if place == TOLD and offset == page}
    return len(runs_of | begun) > 1


def is_series(mark: Mark, places: Places) -> bool:
    """Whether a page's number stands where those of other pages do, as one text that was set over what is there."""
    return mark.exact and places[mark.offset, mark.place] >= SURE


def is_taken(mark: Mark, places: Places, heads: Collection[object], counted: int) -> bool:
    """Whether a mark of a stamped document is a stamp: alone, or where the other pages have theirs."""
    if mark.number:
        return mark.clear or is_series(mark, places)
    if SHORT.fullmatch(mark.text):
        return mark.clear and counted >= SERIES
    return mark.clear or (mark.exact and (mark.place, round(mark.row.size)) in heads)


def stamped(marks: Sequence[Mark], offsets: Counter[int], numbers: Sequence[Piece]) -> Stamped:
    """What the marks of one page come to: the number that counts through the most pages is the page's."""
    pages = sorted((mark for mark in marks if mark.number), key=lambda mark: -offsets[mark.offset])
    items = [mark for mark in marks if not mark.number]
    under = [piece for piece in numbers if any(covers(mark, piece) for mark in pages)]
    words = [(mark.text, "page number" if mark.number else "stamp") for mark in marks]
    words += [(piece.text.strip(), "page number") for piece in under]
    gone = frozenset([piece for mark in marks for piece in mark.pieces] + under)
    return Stamped(pages[0].number if pages else "", items[0].text if items else "", tuple(words), gone)


def edge_numbers(rows: Sequence[Row]) -> list[Piece]:
    return [piece for row in rows if at_edge(row) for piece in row.pieces if BARE.fullmatch(piece.text)]


def covers(mark: Mark, piece: Piece) -> bool:
    """Whether a stamp was set over a number."""
    first, last = mark.pieces[0], mark.pieces[-1]
    over = piece.left < last.right and piece.right > first.left and piece not in mark.pieces
    return over and abs(piece.base - first.base) < first.size
