"""Packs of one committee and day: copies, supplements, and two packs of a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from converter.link.packs import is_copy, placed
from converter.meeting import Meeting, Paper
from converter.model import AgendaItem, Authority, Report, Section, SourceRef, Span, Text

PACK = "norbury-panel/2021-05-04"
PAPER = (Paper("paper", "Buses"),)


def agenda(items: str) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(name.rstrip("+"), f"Title {name.rstrip('+')}", ()) for name in items.split())


def pack(file: str, items: str, supplement: bool = False) -> list[Report]:
    """A pack and its items, those with a plus with a paper of their own."""
    sources = (SourceRef(file, file),)
    base = Report(PACK, "pack", "committee-pack", "Panel", "Panel", None, sources)
    names = items.split()
    children = tuple(f"{PACK}/item-{name.rstrip('+')}" for name in names)
    own = replace(base, meeting=Meeting("Panel", "", supplement=supplement), agenda=agenda(items), children=children)
    found = [
        replace(base, id=address, kind="item", parent=PACK, agenda=(one,), papers=PAPER if name.endswith("+") else ())
        for address, one, name in zip(children, own.agenda, names, strict=True)
    ]
    return [own, *found]


def addresses(reports: Iterable[Report]) -> list[str]:
    return [report.id.removeprefix(PACK) for report in placed(reports)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1 2 3", "", False),
        ("1 2 3", "4 5 6", False),
        ("1 2 3", "1 2 3 4", False),
        ("1 2 3 4", "1 2 3 4 5", True),
        ("1 2 3", "1 2 3", True),
    ],
)
def test_a_copy(one: str, other: str, expected: bool) -> None:
    assert is_copy(pack("a", one), pack("b", other)) is expected
    assert not is_copy(pack("a", one), pack("b", other, supplement=True))


def said(documents: list[Report], words: str) -> list[Report]:
    """The documents, the last of which says these words."""
    *others, last = documents
    return [*others, replace(last, sections=(Section(content=(Text((Span(words),)),)),))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("a.txt", "Quicksilver"), ("b.txt", "Albatross"), False),
        (("a.txt", "Quicksilver"), ("b.pdf", "Albatross"), False),
        (("a.txt", "word " * 99), ("b.txt", "word " * 98 + "other"), False),
        (("a.txt", "word " * 99), ("b.pdf", "word " * 98 + "other"), True),
        (("a.txt", "Quicksilver"), ("b.txt", "Quicksilver"), True),
    ],
    ids=["other words", "in another form", "one word", "one word in another form", "the same"],
)
def test_packs_of_one_agenda_are_copies_only_where_they_say_the_same(
    one: tuple[str, str], other: tuple[str, str], expected: bool
) -> None:
    assert is_copy(said(pack(one[0], "1 2"), one[1]), said(pack(other[0], "1 2"), other[1])) is expected


@pytest.mark.parametrize(
    ("early", "late"), [("10:00", "14:00"), ("10.00 am", "2.00 pm"), ("9 am", "1400"), ("", "10:00")]
)
def test_the_earlier_meeting_of_a_day_comes_first_whatever_its_file_is_called(early: str, late: str) -> None:
    def timed(file: str, time: str, items: str) -> list[Report]:
        own, *rest = pack(file, items)
        return [replace(own, meeting=Meeting("Panel", "", time=time)), *rest]

    first, second = timed("a", late, "1 2"), timed("b", early, "3 4")
    for reports in ([*first, *second], [*second, *first]):
        kept = {report.sources[0].file for report in placed(reports) if report.id == PACK}
        assert kept == {"b"}


@pytest.mark.parametrize(
    "reports",
    [
        [],
        pack("a", "1 2+ 3"),
        pack("a", "1 2", supplement=True),
        [*pack("a", "1 2+"), *pack("a", "1 2+")],
        [*pack("a", "1 2+"), *pack("b", "1 2+")],
        [*pack("a", "1", supplement=True), *pack("b", "1", supplement=True)],
    ],
    ids=["none", "one", "only a supplement", "the same file", "a copy", "a copy of a supplement"],
)
def test_leaves_alone(reports: list[Report]) -> None:
    assert list(placed(reports)) == reports


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (
            [*pack("a", "1 2+ 7"), *pack("b", "7+", supplement=True)],
            ["", "/item-1", "/item-2", "/item-7", "/supplement", "/item-7"],
        ),
        (
            [*pack("a", "1 7+"), *pack("b", "7+", supplement=True)],
            ["", "/item-1", "/item-7", "/supplement", "/item-7-2"],
        ),
        (
            [*pack("b", "7+", supplement=True), *pack("a", "1 7+")],
            ["/supplement", "/item-7-2", "", "/item-1", "/item-7"],
        ),
        (
            [*pack("a", "7+"), *pack("b", "7+", supplement=True), *pack("c", "7+", supplement=True)],
            ["", "/item-7", "/supplement", "/item-7-2", "/supplement-2", "/item-7-3"],
        ),
        (
            [*pack("a", "1 7"), *pack("b", "9+", supplement=True)],
            ["", "/item-1", "/item-7", "/supplement", "/item-9"],
        ),
        ([*pack("a", "1 2"), *pack("b", "3 4")], ["", "/item-1", "/item-2", "-2", "-2/item-3", "-2/item-4"]),
        ([*pack("a", "1"), *pack("b", "3"), *pack("c", "4")], ["", "/item-1", "-2", "-2/item-3", "-3", "-3/item-4"]),
        (
            [*pack("a", "1", supplement=True), *pack("b", "3", supplement=True)],
            ["", "/item-1", "-2", "-2/item-3"],
        ),
    ],
    ids=["no papers", "papers", "supplement first", "two", "new item", "two of a day", "three", "two supplements only"],
)
def test_addresses_of_a_second_pack(reports: list[Report], expected: list[str]) -> None:
    assert addresses(reports) == expected


def called(council: str, reports: Sequence[Report]) -> list[Report]:
    """The same documents of a pack on whose front sheet the council has this name, or none."""
    authority = Authority(council, council.title()) if council else None
    home = f"{council}-panel" if council else "panel"
    return [
        replace(
            report,
            id=report.id.replace("norbury-panel", home),
            parent=report.parent.replace("norbury-panel", home),
            children=tuple(child.replace("norbury-panel", home) for child in report.children),
            authority=authority,
            end=date(2021, 5, 4),
        )
        for report in reports
    ]


NAMELESS = called("", pack("b", "7+", supplement=True))
NORBURY, EASTMERE = (called(name, pack(name, "1 7+")) for name in ("norbury", "eastmere"))
OWN = ["panel/2021-05-04", "panel/2021-05-04/item-7"]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (NAMELESS, OWN),
        ([*NAMELESS, *NORBURY, *EASTMERE], OWN),
        ([*NAMELESS, *called("norbury", pack("a", "1", supplement=True))], OWN),
        ([*called("", pack("b", "7+")), *NORBURY], OWN),
        ([*NAMELESS, *(replace(report, id="norbury-panel/2021-06-01") for report in NORBURY)], OWN),
        ([*NAMELESS, *NORBURY], [f"{PACK}/supplement", f"{PACK}/item-7-2"]),
        (
            [*NAMELESS, *NORBURY, *called("norbury", pack("norbury", "1 7+"))],
            [f"{PACK}/supplement", f"{PACK}/item-7-2"],
        ),
    ],
    ids=["alone", "two councils", "no agenda", "no supplement", "another day", "its agenda", "its agenda twice"],
)
def test_a_supplement_that_names_no_council(reports: list[Report], expected: list[str]) -> None:
    found = [report for report in placed(reports) if report.sources[0].sha256 == "b"]
    assert [report.id for report in found] == expected
    assert {report.authority and report.authority.slug for report in found} == {
        "norbury" if expected[0].startswith(PACK) else None
    }


def test_a_supplement_belongs_to_its_pack() -> None:
    *_, front, paper = placed([*pack("a", "1 7+"), *pack("b", "7+", supplement=True)])
    assert (front.kind, front.parent, front.title) == ("supplement", PACK, "Supplement: Panel")
    assert front.children == (f"{PACK}/item-7-2",)
    assert (paper.kind, paper.parent) == ("item", PACK)


def test_a_second_pack_keeps_its_items_together() -> None:
    *_, second, item = placed([*pack("a", "1"), *pack("b", "3")])
    assert (second.kind, second.children) == ("pack", (f"{PACK}-2/item-3",))
    assert item.parent == f"{PACK}-2"


def test_a_report_inside_a_moved_item_moves_with_it() -> None:
    inside = replace(pack("b", "7+")[1], id="norbury/2019-03-ilacs", kind="report", parent=f"{PACK}/item-7")
    *_, moved = placed([*pack("a", "7+"), *pack("b", "7+", supplement=True), inside])
    assert (moved.id, moved.parent) == ("norbury/2019-03-ilacs", f"{PACK}/item-7-2")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_every_address_is_one_document(order: Sequence[int]) -> None:
    packs = [pack("a", "1 2+ 7+"), pack("b", "2+ 7+ 8+", supplement=True)]
    found = addresses([report for at in order for report in packs[at]])
    assert len(set(found)) == len(found)
