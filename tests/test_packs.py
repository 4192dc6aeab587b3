"""Packs in the styles of fifteen councils, against what a careful reader finds in each (`samples/packs.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from samples.more_packs import packs as more_packs
from samples.pack_pdf import Pack, Part, Stamps, write
from samples.packs import packs

from converter.model import ItemList, Paragraph, Report, Section
from converter.read import read
from converter.recognise import recognise
from converter.recognise.packs.entries import item_name

PACKS = {pack.name: pack for pack in (*packs(), *more_packs())}
KINDS = {"scan": "paper", "appendix": "paper"}  # an appendix may be a paper with a head of its own
NOT_MODELLED = {"C", "D"}  # parts of an agenda that are lettered and hold no item


@lru_cache(maxsize=len(PACKS))
def documents(name: str, folder: Path) -> tuple[Report, ...]:
    path = folder / f"{name}.pdf"
    write(path, PACKS[name])
    return recognise(read(path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs")


@pytest.fixture(params=sorted(PACKS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def straight(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def items(found: Sequence[Report]) -> list[Report]:
    return [report for report in found if report.kind == "item"]


def bare(number: str) -> str:
    """An item's number without the nought that some councils print ("4.0")."""
    return number.removesuffix(".0")


def test_the_meeting(name: str, folder: Path) -> None:
    truth, pack = PACKS[name].truth, documents(name, folder)[0]
    assert pack.kind == "pack"
    assert pack.meeting is not None
    assert straight(pack.meeting.committee) == truth.committee
    assert pack.meeting.council == truth.council
    assert str(pack.end) == truth.date
    assert pack.meeting.time.rstrip(".") == truth.time.rstrip(".")
    assert straight(pack.meeting.place).startswith(truth.place[:20])


def test_the_members(name: str, folder: Path) -> None:
    meeting = documents(name, folder)[0].meeting
    assert meeting is not None
    named = straight(" ".join(meeting.members))
    assert [member for member in PACKS[name].truth.members if member.split()[-1] not in named] == []


def test_the_agenda(name: str, folder: Path) -> None:
    wanted = [item for item in PACKS[name].truth.items if item[0] not in NOT_MODELLED]
    found = [(item.number, straight(item.title), item.pages) for item in documents(name, folder)[0].agenda]
    assert found == [(bare(number), title, "" if pages == "To follow" else pages) for number, title, pages in wanted]


def test_the_papers_of_each_item_with_their_pages(name: str, folder: Path) -> None:
    found = [
        (item.agenda[0].number, KINDS.get(paper.kind, paper.kind), paper.pages)
        for item in items(documents(name, folder))
        for paper in item.papers
    ]
    wanted = PACKS[name].truth.parts
    assert found == [(bare(part.item), KINDS.get(part.kind, part.kind), (part.first, part.last)) for part in wanted]


def test_the_minutes(name: str, folder: Path) -> None:
    truth = PACKS[name].truth
    records = [item.record for item in items(documents(name, folder)) if item.record]
    found = [(minute.number, straight(minute.title), minute.item) for record in records for minute in record.minutes]
    assert found == [(number, title, item_name(item)) for number, title, item in truth.minutes]
    assert [str(record.day) for record in records] == truth.minutes_of.split()


def test_the_decisions(name: str, folder: Path) -> None:
    records = [item.record for item in items(documents(name, folder)) if item.record]
    found = [(one.kind, one.minute, straight(one.text)) for record in records for one in record.decisions]
    for kind, minute, words in PACKS[name].truth.decisions:
        assert [one for one in found if one[:2] == (kind, minute) and words.lower() in one[2].lower()]
    wanted = {(kind, minute) for kind, minute, _ in PACKS[name].truth.decisions}
    assert {one[:2] for one in found} - wanted <= {("agreed", "3")}, "the approval of earlier minutes"


def test_the_printed_numbers_of_each_part(name: str, folder: Path) -> None:
    found = {number: numbers for item in items(documents(name, folder)) for number, numbers in printed_numbers(item)}
    pack = PACKS[name]
    for title, wanted in pack.truth.numbers.items():
        key = f"minute {title}" if f"minute {title}" in found else page_of(pack, title)
        if key != "report":
            assert list(found[key]) == [number.rstrip(".") for number in wanted], title


def page_of(pack: Pack, title: str) -> str:
    """The page on which a part of the truth begins, as the key of its numbers."""
    part: Part = next(part for part in pack.truth.parts if part.title == title)
    return "report" if part.kind == "report" else str(part.first)


def printed_numbers(item: Report) -> Iterator[tuple[str, list[str]]]:
    """The printed numbers of each paper by its first page, and those of each minute by its number."""
    anchors = [section.anchor for section in item.sections]
    starts = [(anchors.index(paper.anchor), str((paper.pages or (0,))[0])) for paper in item.papers if paper.anchor]
    for (start, page), (end, _) in pairwise([*starts, (len(anchors), "")]):
        yield page, [number for section in item.sections[start:end] for number in numbers_in(section)]
    minute = ""
    inside: dict[str, list[str]] = {}
    for section in item.sections:
        minute = section.number or minute
        inside.setdefault(minute, []).extend(number for number in numbers_in(section) if number != section.number)
    yield from ((f"minute {number}", numbers) for number, numbers in inside.items())


def numbers_in(section: Section) -> Iterator[str]:
    if section.number:
        yield section.number
    for part in section.content:
        if isinstance(part, Paragraph):
            yield part.number
        for block in part.blocks if isinstance(part, Paragraph) else (part,):
            if isinstance(block, ItemList):
                yield from (entry.label.rstrip(".") for entry in block.items if entry.label)


def test_the_report_inside_is_found(name: str, folder: Path) -> None:
    inside = [report for report in documents(name, folder) if report.kind == "report"]
    wanted = [part for part in PACKS[name].truth.parts if part.kind == "report"]
    assert [report.sources[0].pages for report in inside] == [(part.first, part.last) for part in wanted]
    for report, part in zip(inside, wanted, strict=True):
        numbers = [paragraph.number for _, paragraph in report.paragraphs()]
        assert numbers == list(PACKS[name].truth.numbers[part.title])


def test_scanned_pages_are_named(name: str, folder: Path) -> None:
    said = [
        int(page)
        for item in items(documents(name, folder))
        for line in item.problems
        for page in re.findall(r"\d+", line)
    ]
    assert said == list(PACKS[name].truth.scanned)


def test_the_tracker_s_rows(name: str, folder: Path) -> None:
    rows = [row for item in items(documents(name, folder)) for tracker in item.trackers for row in tracker.rows]
    assert [row.closed for row in rows] == list(PACKS[name].truth.closed)


@pytest.mark.parametrize("bare", ["haverstoke-board-2019-09-04", "kirkmoor-scrutiny-2020-01-22"])
def test_parts_are_found_by_their_heads_where_nothing_is_stamped_or_bookmarked(bare: str, tmp_path: Path) -> None:
    pack = PACKS[bare]
    papers = tuple(replace(paper, stamp="") for paper in pack.papers)
    plainly = replace(pack, papers=papers, stamps=Stamps(""), bookmarks=False)
    found = recognise(read(write(tmp_path / "bare.pdf", plainly)))
    assert [(paper.kind, paper.pages) for item in items(found) for paper in item.papers] == [
        (part.kind, (part.first, part.last)) for part in pack.truth.parts
    ]
