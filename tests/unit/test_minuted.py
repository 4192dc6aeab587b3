"""Which minute dealt with which agenda item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from converter.link.minuted import alike, minute_for, minuted, records
from converter.meeting import Decision, Minute, Minutes
from converter.model import AgendaItem, Report

DAY = date(2021, 4, 6)
FIRST, LATER = "norbury-panel/2021-04-06", "norbury-panel/2021-05-04"


def report(address: str, kind: str = "item", parent: str = "", *children: str) -> Report:
    return Report(address, kind, "committee-pack", "", "", None, (), parent=parent, children=children)


def item(number: str, title: str, pack: str = FIRST) -> Report:
    return replace(report(f"{pack}/item-{number}", parent=pack), agenda=(AgendaItem(number, title, ()),))


def minutes(*found: Minute, day: date | None = DAY, pack: str = LATER) -> Report:
    decisions = (
        Decision("agreed", "x", "It was agreed.", "84", "", ""),
        Decision("noted", "y", "Noted.", "85", "", ""),
    )
    return replace(item("3", "Minutes", pack), record=Minutes(day, found, decisions))


def minute(number: str, title: str = "", named: str = "") -> Minute:
    return Minute(number, title, f"p{number}", named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Buses", "Ferries"),
        ("Buses", "School buses"),
        ("Update on buses", "School buses"),
        ("School buses", "School ferries"),
        ("The report", "School buses in Norbury"),
    ],
)
def test_other_titles(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Buses", "BUSES"),
        ("Buses", "Update on the Buses"),
        ("School buses", "School Buses in Norbury: report"),
        ("School-buses", "The buses to a school"),
    ],
)
def test_the_same_title(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("found", "number"),
    [
        ((), ""),
        ((minute("84", "Ferries"),), ""),
        ((minute("84", "School buses", "5"),), ""),
        ((minute("84", "School buses"), minute("85", "School buses again")), ""),
        ((minute("84", "x", "4"), minute("85", "y", "4")), ""),
        ((minute("84", "School buses"),), "84"),
        ((minute("84", "School buses"), minute("85", "x", "4")), "85"),
    ],
    ids=["none", "other title", "other item", "two titles", "two items", "title", "the item comes first"],
)
def test_the_minute_of_an_item(found: tuple[Minute, ...], number: str) -> None:
    one = minute_for(item("4", "School buses"), found)
    assert (one.number if one else "") == number


BUSES = item("4", "School buses")
PACK = report(FIRST, "pack", "", BUSES.id, "norbury/2019-03-ilacs", f"{FIRST}/item-9")
OWN = replace(minutes(minute("84", "School buses")), parent=FIRST)


@pytest.mark.parametrize(
    "reports",
    [
        (),
        (PACK, BUSES),
        (BUSES, minutes(minute("84", "School buses"))),
        (PACK, BUSES, minutes(minute("84", "School buses"), day=None)),
        (PACK, BUSES, minutes(minute("84", "School buses"), day=date(2021, 4, 7))),
        (PACK, BUSES, minutes(minute("84", "School buses"), pack="eastmere-panel/2021-05-04")),
        (PACK, BUSES, OWN),
    ],
    ids=["nothing", "no minutes", "no pack", "no day", "other day", "other committee", "its own pack"],
)
def test_not_minuted(reports: tuple[Report, ...]) -> None:
    assert minuted(reports) == {}
    assert records(reports) == {}


def test_an_item_has_its_minute_and_what_was_decided() -> None:
    document = minutes(minute("84", "School buses"), minute("85", "Hubs"))
    inside = report("norbury/2019-03-ilacs", "report", BUSES.id)
    reports = (PACK, BUSES, inside, document)
    (address, found), *more = minuted(reports).items()
    assert (address, found.document, found.minute.number, more) == (BUSES.id, document.id, "84", [])
    assert [decision.kind for decision in found.decisions] == ["agreed"]
    assert records(reports) == {FIRST: document.id}


def test_of_two_records_of_a_meeting_the_first_counts() -> None:
    one, two = (minutes(minute("84", "School buses"), pack=f"norbury-panel/2021-0{at}-04") for at in (5, 6))
    assert minuted((PACK, BUSES, one, two))[BUSES.id].document == one.id
