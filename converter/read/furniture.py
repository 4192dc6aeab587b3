"""Page furniture: running headers, footers and page numbers, told from the text that they stand beside.

A row at a page's edge is furniture where it comes back on several pages at one height, its number the same or
counting up with the pages. It stands apart: a line of a footnote that happens to come back does not. Where
headers stand on other pages, a section's name that heads only a page or two is one as well.

The papers of a bound pack are short. What stands well apart is furniture there where it says of itself that it is a
page's number ("Page 1 of 2"), where the next page of the paper has it too, and where it is a number at the height at
which other papers have theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from converter.model import LeftOut
from converter.read.rows import Row, joined

PAGES = 3
EDGE = 0.12
SAME_HEIGHT = 4.0
SAME_SIZE = 0.7
TIGHT = 1.35
NAMED = 10  # so long a text is no mere number
A_LINE = 3
NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
ROMAN = "[ivxlc]{1,7}"
PAGE_NUMBER = re.compile(rf"\D{{0,6}}\d{{1,3}}\D{{0,8}}\d{{0,3}}|{ROMAN}")
BARE_NUMBER = re.compile(rf"\W*(?:\d{{1,3}}|{ROMAN})\W*")
OWN_NUMBER = re.compile(
    r"(?P<bare>\d{1,3})|[-–—]\s?(?P<dashed>\d{1,3})\s?[-–—]|page\s?\|?\s?(?P<named>\d{1,3})"
    r"|(?:page\s?)?(?P<part>\d{1,3})\s?(?:of|/)\s?(?P<all>\d{1,3})|(?P<before>\d{1,3})\s?\|\s?p\s?a\s?g\s?e",
    re.IGNORECASE,
)
OUTER_EDGE = 0.085  # running headers of two pages stand farther out than any text
APART = 1.8
SAID = 4
LONGEST_NUMBER = 20
TOLD = -1
FAR = 3.0


def part_furniture(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """The rows without running headers, footers and page numbers, and those as left out."""
    return taken_out(rows, furniture(rows))


def part_papers(papers: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[LeftOut]]:
    """The papers of a bound pack without their page furniture, and that as left out."""
    found = [furniture(rows) | of_neighbours(rows) for rows in papers]
    places = {
        (height(row), row.turn)
        for rows, numbers in zip(papers, found, strict=True)
        for row in rows
        if row.number in numbers and OWN_NUMBER.fullmatch(row.text)
    }
    kept: list[list[Row]] = []
    left_out: list[LeftOut] = []
    for rows, numbers in zip(papers, found, strict=True):
        some, out = taken_out(rows, numbers | lone_numbers(rows, places))
        kept.append(some)
        left_out += out
    return kept, left_out


def taken_out(rows: Sequence[Row], found: Collection[int]) -> tuple[list[Row], list[LeftOut]]:
    kept = [row for row in rows if row.number not in found]
    left_out = [LeftOut(row.text, reason(row.text), row.number, row.page) for row in rows if row.number in found]
    return kept, left_out


def reason(text: str) -> str:
    return "page number" if PAGE_NUMBER.fullmatch(text) or OWN_NUMBER.fullmatch(text) else "running header or footer"


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
        if before.page != row.page or before.turn != row.turn or not tight or before.ruled is not row.ruled:
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


# ---------------------------------------------------------------- papers of a bound pack


def apart(rows: Sequence[Row], gap: float) -> Iterator[list[Row]]:
    """The bands at a page's edge, of a row or two, that stand well apart from the page's other rows."""
    every = list(bands(rows))
    for at, band in enumerate(every):
        if len(band) > 2 or not all(map(at_edge, band)):
            continue
        size = max(row.size for row in band)
        above, below = every[at - 1][-1] if at else None, every[at + 1][0] if at + 1 < len(every) else None
        if is_far(above, band[0], gap * size) and is_far(band[-1], below, gap * size):
            yield band


def is_far(above: Row | None, below: Row | None, gap: float) -> bool:
    """Whether so much white space stands between two rows, if they are rows of one page at all."""
    if not above or not below or above.page != below.page or above.turn != below.turn:
        return True
    return above.base - below.base >= gap


def own_numbers(rows: Sequence[Row]) -> dict[int, tuple[int, bool]]:
    """The page numbers that stand alone at the edge, by row: the number, and whether it says that it is a page's."""
    edge = [row for row in rows if at_edge(row) and len(row.text) <= LONGEST_NUMBER]
    if not any(OWN_NUMBER.fullmatch(row.text) for row in edge):
        return {}
    found = {}
    for band in apart(rows, APART):
        for row in band:
            if (printed := OWN_NUMBER.fullmatch(row.text)) and (value := number_in(printed)):
                found[row.number] = value, not (printed["bare"] or printed["dashed"])
    return found


def edge_counts(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """How far each number at a page's edges is from the page's place, with its height, or that it says of what it is.

    A number that counts pages is as far from the place of the next page, at the same height.
    """
    found = set()
    for row in rows:
        for text in (joined(cell).strip() for cell in row.cells) if at_edge(row) else ():
            if (printed := OWN_NUMBER.fullmatch(text)) and (value := number_in(printed)):
                found.add((row.page - value, height(row)))
                if not (printed["bare"] or printed["dashed"]):
                    found.add((row.page - value, TOLD))
    return found


def number_in(printed: re.Match[str]) -> int:
    """The number of a page; 0 where it is more than there are."""
    value, total = next(int(part) for part in printed.groups() if part), printed["all"]
    return value if not total or value <= int(total) else 0


def counts_anew(pages: Sequence[Sequence[Row]]) -> bool:
    """Whether pages say twice that they are a paper's first, as they do where papers were bound together."""
    printed = [set(own_numbers(rows).values()) for rows in pages]
    values: list[set[int]] = [{value for value, _ in some} for some in printed]
    around = zip([set(), *values], values, [*values[1:], set()], strict=False)
    firsts = [1 in here and 1 not in before | after and 2 in after for before, here, after in around]
    return sum(first or (1, True) in some for first, some in zip(firsts, printed, strict=True)) > 1


def of_neighbours(rows: Sequence[Row]) -> set[int]:
    """The rows of a paper's edges that say that they are a page's number, or that a page next to theirs has as well."""
    explicit = {number for number, (_, told) in own_numbers(rows).items() if told}
    found = list(apart(rows, APART))
    pages_of: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for band in found:
        for row in band:
            for key in near_keys(row):
                pages_of[key].add(row.page)

    def comes_back(row: Row) -> bool:
        return any({row.page - 1, row.page + 1} & pages_of[key] for key in near_keys(row))

    return explicit | {row.number for band in found if all(map(comes_back, band)) for row in band}


def near_keys(row: Row) -> Iterator[tuple[str, int, int]]:
    """What two neighbouring pages share: a number that counts with them, or the words of a header farther out."""
    outer = row.base < OUTER_EDGE * row.height or row.base > (1 - OUTER_EDGE) * row.height
    if printed := OWN_NUMBER.fullmatch(row.text):
        yield f"#{number_in(printed) - row.page}", height(row), row.turn
    elif outer and len(row.text) >= SAID:
        for text, place in keys(row):
            yield text, place, row.turn


def lone_numbers(rows: Sequence[Row], places: Collection[tuple[int, int]]) -> set[int]:
    """The numbers of a paper's pages far from all text, at a height at which other papers have theirs."""
    first = rows[0].page if rows else 0
    return {
        row.number
        for band in apart(rows, FAR)
        for row in band
        if len(band) == 1
        and (printed := OWN_NUMBER.fullmatch(row.text))
        and number_in(printed) == row.page - first + 1
        and any((height(row) + step, row.turn) in places for step in (-1, 0, 1))
    }
