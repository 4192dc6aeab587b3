"""The papers of a bound pack, told apart by what is stamped on their pages, by their page counts and their type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from converter.read.furniture import TOLD, edge_counts
from converter.read.rows import Row

SEVERAL = 3  # pages that show that the size of the text is another one
BEFORE = 2  # a cover alone has a look of its own
SAME_SIZE = 0.7
LETTERS = 200  # fewer on a page say nothing about the size of text

Pages = Sequence[Sequence[Row]]


def parted(pages: Pages, items: Mapping[int, str], blank: Collection[int]) -> list[list[Row]]:
    """The rows of each paper: one begins at an item, after a blank page, where the count or the size begins anew."""
    starts = item_starts(items) | {page + 1 for page in blank} | count_starts(pages) | size_starts(pages)
    papers: list[list[Row]] = [[]]
    for number, rows in enumerate(pages, 1):
        if number in starts and papers[-1]:
            papers.append([])
        papers[-1] += rows
    return [paper for paper in papers if paper]


def item_starts(items: Mapping[int, str]) -> set[int]:
    """The pages that are stamped with an item that the page before does not have."""
    return {page for page, item in items.items() if item and items.get(page - 1, "") != item}


def count_starts(pages: Pages) -> set[int]:
    """The pages from which the numbers that pages print themselves are counted, also where the first prints none."""
    starts: set[int] = set()
    last = 0  # the page up to which another count is known to run
    printed = [edge_counts(rows) for rows in pages]
    for page, (here, after) in enumerate(zip(printed, [*printed[1:], set()], strict=True), 1):
        begun = {offset for offset, place in here if place == TOLD and offset == page - 1}
        begun |= {offset for offset, _ in here & after}
        starts |= {offset + 1 for offset in begun if offset >= last}
        last = page if begun else last
    return starts


def size_starts(pages: Pages) -> set[int]:
    """The pages from which on the text of several pages is of another size than that of several before them."""
    sizes = [text_size(rows) for rows in pages]
    told = [(number, size) for number, size in enumerate(sizes, 1) if size]
    starts, since = set(), 0
    for at in range(1, len(told)):
        before, after = told[max(since, at - SEVERAL) : at], told[at : at + SEVERAL]
        old, new = before[-1][1], after[0][1]
        if len(after) < SEVERAL or len(before) < BEFORE or abs(old - new) < SAME_SIZE:
            continue
        if agree(after, new) and agree(before, old):
            starts.add(after[0][0])
            since = at
    return starts


def agree(pages: Sequence[tuple[int, float]], usual: float) -> bool:
    return all(abs(size - usual) < SAME_SIZE for _, size in pages)


def text_size(rows: Sequence[Row]) -> float:
    """The size in which most of a page is set, 0 where it holds too little to tell."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[round(row.size, 1)] += len(row.text)
    return letters.most_common(1)[0][0] if letters.total() >= LETTERS else 0.0
