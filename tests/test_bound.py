"""Real reports bound into a pack and stamped: their pages must read as the reports do by themselves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import NO_CORPUS, REAL
from samples.bound_pdf import Bound, Look, Paper, bind, blank, scan, sideways

from converter.model import Holds, Kind, Line, Source, Spans
from converter.read.pdf import read_pdf

PDFS = sorted((REAL / "reports" / "pdf").glob("*.pdf"))
STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "explore" else 19  # that profile binds every report
TOGETHER = 4
LOOKS = {
    "at the foot": Look(),
    "in the margin": Look(sideways=True, first=5),
    "of many": Look(words="Page {number} of 400", first=11),
}
TABLE = ["Risk and what is done about it", "The river rises: sandbags", "The bell breaks: another bell"]

Read = tuple[str, Kind, bool, tuple[Spans, ...]]


def source(content: bytes) -> Source:
    return read_pdf(Path("pack.pdf"), content, "")


def as_read(lines: list[Line]) -> list[Read]:
    return [(line.text, line.kind, line.bold, line.cells) for line in lines]


def on_pages(found: Source, place: tuple[int, int]) -> list[Line]:
    return [line for line in found.lines if place[0] <= (line.page or 0) <= place[1]]


@pytest.mark.parametrize("look", LOOKS)
def test_a_bound_report_reads_the_same(look: str) -> None:
    if not PDFS:
        pytest.skip(NO_CORPUS)
    chosen = PDFS[list(LOOKS).index(look) :: STEP]
    for start in range(0, len(chosen), TOGETHER):
        reports = [path.read_bytes() for path in chosen[start : start + TOGETHER]]
        papers = [Paper(content, f"Agenda Item {number}") for number, content in enumerate(reports, 3)]
        between = [Paper(), Paper(blank()), Paper(scan()), Paper(sideways(TABLE, 90, 1))]
        bound = bind([paper for pair in zip(papers, between, strict=False) for paper in pair], LOOKS[look])
        found = source(bound.content)
        for number, content in enumerate(reports):
            assert_same(found, bound, 2 * number, content)
        assert_numbered(found, LOOKS[look])


def assert_same(found: Source, bound: Bound, at: int, content: bytes) -> None:
    first, last = bound.places[at]
    assert as_read(on_pages(found, (first, last))) == as_read(list(source(content).lines))
    stamps = [sheet.stamp for sheet in found.sheets[first - 1 : last]]
    assert stamps == [f"Agenda Item {at // 2 + 3}", *[""] * (last - first)]


def assert_numbered(found: Source, look: Look) -> None:
    numbers = [sheet.number for sheet in found.sheets]
    assert numbers == [str(number) for number in range(look.first, look.first + len(numbers))]


def test_all_that_a_pack_holds() -> None:
    """Scans, blank pages and turned pages between papers are what they are, and every item has its bookmark."""
    paper = sideways(["Norbury has a river.", "It has a bell as well."], 0, 0)
    papers = [
        Paper(paper, "Agenda Item 3", "3 The river"),
        Paper(scan()),
        Paper(blank()),
        Paper(sideways(TABLE, 90, 1), "Agenda Item 4", "4 Risks"),
        Paper(),
        Paper(paper, "Minute Item 5", "5 Minutes"),
    ]
    found = source(bind(papers, Look(first=7)).content)
    assert [sheet.number for sheet in found.sheets] == ["7", "8", "9", "10", "11", "12"]
    assert [sheet.stamp for sheet in found.sheets] == ["Agenda Item 3", "", "", "Agenda Item 4", "", "Minute Item 5"]
    text, picture, nothing = Holds.TEXT, Holds.PICTURE, Holds.NOTHING
    assert [sheet.holds for sheet in found.sheets] == [text, picture, nothing, text, nothing, text]
    assert [(bookmark.title, bookmark.page) for bookmark in found.outline] == [
        ("3 The river", 1),
        ("4 Risks", 4),
        ("5 Minutes", 6),
    ]
    assert [line.text for line in on_pages(found, (4, 4))] == TABLE
