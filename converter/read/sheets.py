"""The pages of a PDF sorted out: what is text, what stands beside it, and what each page holds.

A pack is papers by many hands, bound together and stamped. The stamps come off first, then what a blank page says
of itself, then each paper's own page furniture; each paper is laid out by itself. A document that nobody stamped is
one paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from converter.model import Holds, LeftOut, Sheet
from converter.read.cut import without_single_rows
from converter.read.furniture import ROMAN, counts_anew, part_furniture, part_papers
from converter.read.papers import parted
from converter.read.rows import Piece, Row
from converter.read.ruled import after
from converter.read.stamps import Mark, Stamped, marks_of, stamped_pages
from converter.read.turned import View, rows_seen

FEW_ROWS = 6
FEW_WORDS = 25  # a heading over a picture
BLANK = re.compile(
    r"\W*(?:(?:this )?page (?:is |has been |was )?(?:intentionally |deliberately )?(?:left )?blank(?: intentionally)?"
    r"|(?:this is )?(?:an? )?(?:intentionally |deliberately )(?:left )?blank(?: page)?|blank page)\W*",
    re.IGNORECASE,
)
NUMBER = re.compile(rf"\d{{1,4}}|\b{ROMAN}\b")
COUNTED = re.compile(r"\d{1,4}")
SURE = 3


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was found: its texts by the ways in which they run, whether a picture covers it, and an image."""

    page: int
    views: tuple[View, ...]
    picture: bool = False
    image: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of each paper, the words that are none of theirs, and the pages."""

    papers: list[list[Row]]
    left_out: list[LeftOut]
    sheets: tuple[Sheet, ...]


def sorted_out(leaves: Sequence[Leaf]) -> Sorted:
    """The pages of a document as the rows of its papers, without what stands beside the text."""
    seen = without_single_rows([leaf.views for leaf in leaves])
    leaves = [replace(leaf, views=views) for leaf, views in zip(leaves, seen, strict=True)]
    pages = numbered(leaves)
    plain = [without_tables(leaf, rows) for leaf, rows in zip(leaves, pages, strict=True)]
    marks = [mark for leaf, rows in zip(leaves, plain, strict=True) for mark in marks_of(leaf.views, rows, leaf.page)]
    anew = counts_anew(plain)
    stamps = stamped_pages(marks, plain) if marks else {}
    left_out: list[LeftOut] = []
    if stamps:
        pages, left_out = without_stamps(leaves, stamps)
    pages, blank = without_blanks(pages)
    empty = {leaf.page for leaf, rows in zip(leaves, pages, strict=True) if not rows and not leaf.picture}
    papers = (
        parted(pages, {page: found.item for page, found in stamps.items()}, empty)
        if stamps
        else [[row for rows in pages for row in rows]]
    )
    kept, furniture = part_papers(papers) if stamps or anew else whole(papers[0], marks)
    rest = Counter[int]()
    for row in (row for paper in kept for row in paper):
        rest[row.page] += len(row.text.split())
    sheets = tuple(sheets_of(leaves, stamps, furniture, rest))
    return Sorted(kept, sorted([*left_out, *blank, *furniture], key=lambda part: part.line), sheets)


def whole(rows: Sequence[Row], marks: Sequence[Mark]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The rows of a document that is one paper; a short one's "Page 1" goes as well."""
    kept, left_out = part_furniture(rows)
    pieces = {
        (mark.page, mark.row.pieces) for mark in marks if mark.clear and mark.number and mark.text == mark.row.text
    }
    if not pieces:
        return [kept], left_out
    alone = {row.number for row in kept if (row.page, row.pieces) in pieces}
    left_out += [LeftOut(row.text, "page number", row.number, row.page) for row in kept if row.number in alone]
    return [[row for row in kept if row.number not in alone]], left_out


def numbered(leaves: Iterable[Leaf]) -> list[list[Row]]:
    """The rows of each page, numbered through the document."""
    pages: list[list[Row]] = []
    first = 1
    for leaf in leaves:
        rows = rows_seen(leaf.views, leaf.page, first)
        first = after(rows, first)
        pages.append(rows)
    return pages


def without_tables(leaf: Leaf, rows: list[Row]) -> list[Row]:
    """The rows of a page by their baselines alone, as stamps are looked for: a stamp is never a cell."""
    return rows_seen(leaf.views, leaf.page, 1, tables=False) if any(row.ruled for row in rows) else rows


def without_stamps(leaves: Sequence[Leaf], stamps: Mapping[int, Stamped]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The rows of each page as if nothing had been stamped on it, numbered after its stamps."""
    pages: list[list[Row]] = []
    left_out = []
    first = 1
    for leaf in leaves:
        found = stamps.get(leaf.page)
        views = leaf.views
        if found:
            words = enumerate(found.left_out, first)
            left_out += [LeftOut(text, reason, number, leaf.page) for number, (text, reason) in words]
            first += len(found.left_out)
            views = tuple(without(view, found.pieces) for view in views)
        rows = rows_seen(views, leaf.page, first)
        first = after(rows, first)
        pages.append(rows)
    return pages, left_out


def without(view: View, gone: Collection[Piece]) -> View:
    return replace(view, pieces=tuple(piece for piece in view.pieces if piece not in gone))


def without_blanks(pages: Sequence[list[Row]]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The rows of each page without those by which a page says that it is blank."""
    kept: list[list[Row]] = []
    left_out = []
    for rows in pages:
        blank = blank_rows(rows) if len(rows) <= FEW_ROWS else []
        left_out += [LeftOut(row.text, "blank page", row.number, row.page) for row in blank]
        kept.append([row for row in rows if row not in blank] if blank else rows)
    return kept, left_out


def blank_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows that say that their page is blank: one, or two that read as one."""
    for count in (1, 2):
        for at in range(len(rows) - count + 1):
            some = list(rows[at : at + count])
            if BLANK.fullmatch(" ".join(" ".join(row.text for row in some).split())):
                return some
    return []


# ---------------------------------------------------------------- what each page holds


def sheets_of(
    leaves: Sequence[Leaf], stamps: Mapping[int, Stamped], furniture: Sequence[LeftOut], rest: Mapping[int, int]
) -> Iterable[Sheet]:
    """Each page's number, stamp, and what it holds; where pages are stamped, a paper's own numbers are not theirs."""
    stamped = any(found.number for found in stamps.values())
    printed = {} if stamped else printed_numbers(furniture)
    for leaf in leaves:
        found = stamps.get(leaf.page)
        number = found.number if stamped and found else printed.get(leaf.page, "")
        yield Sheet(number, found.item if found else "", held(leaf, rest.get(leaf.page)))


def held(leaf: Leaf, words: int | None) -> Holds:
    """What a page holds on which so many words are left, or no line at all."""
    if words is None:
        return Holds.PICTURE if leaf.picture else Holds.NOTHING
    return Holds.TITLED if leaf.image and words <= FEW_WORDS else Holds.TEXT


def printed_numbers(furniture: Sequence[LeftOut]) -> dict[int, str]:
    """The number that each page prints: alone, or the one in a running header or footer that counts with the pages."""
    shapes = Counter(key for part in furniture for _, key in counted(part))
    found: dict[int, str] = {}
    for page, parts in groupby(sorted(furniture, key=lambda part: part.page or 0), key=lambda part: part.page or 0):
        listed = list(parts)
        alone = [number[0] for part in listed if part.reason == "page number" and (number := NUMBER.search(part.text))]
        among = [number for part in listed for number, key in counted(part) if shapes[key] >= SURE]
        if alone or among:
            found[page] = (alone or among)[0]
    return found


def counted(part: LeftOut) -> Iterable[tuple[str, tuple[str, int]]]:
    """Each number in a text with what must come back on other pages if it counts with them."""
    for number in COUNTED.finditer(part.text):
        text = part.text[: number.start()] + "#" + part.text[number.end() :]
        yield number[0], (text, int(number[0]) - (part.page or 0))
