"""Which rows of a committee's trackers are about an agenda item that is held.

Two things tie a row to an item: the row names the number of the item's paper ("PAF/01/15"), or its title is the item's
own. The first is certain; the second is said as what it is. Where several items fit a row, none does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.link.minuted import significant
from converter.link.references.targets import committee_of
from converter.meeting import Tracker, TrackerRow
from converter.model import Report
from converter.recognise.packs.decisions import REFERENCE

IN_BRACKETS = re.compile(r"\([^()]*\)")
PAPER, TITLE = "paper", "title"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Followed:
    """A row about an item: the document and anchor it stands at, its title, and what ties it (`paper` or `title`)."""

    document: str
    anchor: str
    title: str
    closed: bool
    by: str

    @property
    def number(self) -> str:
        """Which row of its page it is."""
        return self.anchor.rpartition("-")[2]


def followed(reports: Sequence[Report]) -> dict[str, tuple[Followed, ...]]:
    """For each item's document the rows that are about it, those of the newest tracker of its committee alone."""
    papers, titles = items_by(reports)
    found: defaultdict[str, list[Followed]] = defaultdict(list)
    for document in newest(reports):
        for tracker in document.trackers:
            for row in tracker.rows:
                for item, by in ties(committee_of(document), tracker, row, papers, titles):
                    found[item].append(Followed(document.id, row.anchor, title_of(tracker, row), row.closed, by))
    return {item: tuple(rows) for item, rows in found.items()}


def newest(reports: Sequence[Report]) -> Iterator[Report]:
    """The documents of each committee's last meeting that hold a tracker."""
    holding = [report for report in reports if report.trackers]
    last = {committee_of(report): str(report.end) for report in sorted(holding, key=lambda report: str(report.end))}
    yield from (report for report in holding if str(report.end) == last[committee_of(report)])


def items_by(reports: Sequence[Report]) -> tuple[Mapping[Key, set[str]], Mapping[Key, set[str]]]:
    """The items of each committee by the numbers of their papers, and by their titles."""
    papers: defaultdict[Key, set[str]] = defaultdict(set)
    titles: defaultdict[Key, set[str]] = defaultdict(set)
    for report in reports:
        if report.kind == "item" and not report.trackers:
            for paper in report.papers:
                papers[committee_of(report), paper.reference].add(report.id)
            titles[committee_of(report), alike(report.agenda[0].title)].add(report.id)
    return papers, titles


def ties(
    committee: str, tracker: Tracker, row: TrackerRow, papers: Mapping[Key, set[str]], titles: Mapping[Key, set[str]]
) -> Iterator[tuple[str, str]]:
    """The items that a row is about, each with what ties it."""
    named = [papers.get((committee, name), set()) for name in numbers_in(row)]
    sure = list(dict.fromkeys(item for items in named if len(items) == 1 for item in items))
    yield from ((item, PAPER) for item in sure)
    title = alike(title_of(tracker, row))
    same = titles.get((committee, title), set()) - set(sure)
    if significant(title) and len(same) == 1:
        yield same.pop(), TITLE


def numbers_in(row: TrackerRow) -> Iterator[str]:
    """The numbers of papers that any cell of a row names, each once."""
    yield from dict.fromkeys(name for cell in row.cells for name in REFERENCE.findall(cell))


def title_of(tracker: Tracker, row: TrackerRow) -> str:
    """What a row is about, as its own column prints it."""
    cells = [cell for mean, cell in zip(tracker.means, row.cells, strict=False) if mean == "item"]
    return " ".join(" ".join(cells).split())


def alike(title: str) -> str:
    """A title as it is compared: without what stands in brackets, in small letters."""
    return " ".join(IN_BRACKETS.sub(" ", title).casefold().split())
