"""How the search index is divided into bundles, each small enough for Pagefind and for one new report.

Documents are put in order, the oldest first and those without a date before them, and years are joined until a bundle
is full; a year that does not fit into one is divided by months, a month by its documents. So the division is known from
the documents alone, and one of the newest year changes the last bundle only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from converter.site.corpus import Json, dated
from converter.site.paged import chunked
from converter.site.search_records import searched

LARGEST = 18_000  # blocks, for which Pagefind takes 1 GB of memory and 7 seconds
PERIODS = (4, 7)  # characters of a date that say the year, and the month
FIRST = "pagefind"


@dataclass(frozen=True, slots=True)
class Sized:
    """A document as far as the division knows it: its place among all, its date, its name, its blocks in the index."""

    at: int
    date: str
    name: str
    blocks: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """A part of the search index: its place on the site, and its documents by their place among all."""

    place: str
    documents: tuple[int, ...]


def bundles(reports: Iterable[Json], largest: int = LARGEST) -> list[Bundle]:
    """The bundles in order; one where there are no documents."""
    sized = (Sized(at, dated(report), report["id"], searched(report)) for at, report in enumerate(reports))
    ordered = sorted(sized, key=lambda document: (document.date, document.name))
    divided = list(joined(wholes(ordered, PERIODS, largest), largest)) or [()]
    return [Bundle(place(at), tuple(document.at for document in some)) for at, some in enumerate(divided, 1)]


def place(number: int) -> str:
    return FIRST if number == 1 else f"{FIRST}-{number}"


def wholes(documents: Sequence[Sized], periods: Sequence[int], largest: int) -> Iterator[Sequence[Sized]]:
    """The documents in groups that stay together: those of a period, or of its parts where it is too large."""
    if not periods:
        yield from ([document] for document in documents)
        return
    for _, some in groupby(documents, key=lambda document: document.date[: periods[0]]):
        group = list(some)
        if size(group) <= largest:
            yield group
        else:
            yield from wholes(group, periods[1:], largest)


def joined(groups: Iterable[Sequence[Sized]], largest: int) -> Iterator[Sequence[Sized]]:
    """Groups beside one another put together for as long as they fit."""
    return (list(chain.from_iterable(some)) for some in chunked(groups, size, largest))


def size(documents: Iterable[Sized]) -> int:
    return sum(document.blocks for document in documents)
